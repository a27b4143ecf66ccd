package postgres_test

import (
	"fmt"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/postgres"
)

func Example() {
	const dump = `CREATE TABLE public.people (id integer, name text, photo bytea);
COPY public.people (id, name, photo) FROM stdin;
1	O'Brien\t(Tim)	\\x00ff
2	\N	\N
\.
INSERT INTO public.people VALUES (3, 'O''Brien', '\x00ff');
`
	for it, err := range dialects.Items(postgres.Dialect, strings.NewReader(dump), dialects.ScanOptions{}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		switch it.Kind {
		case dialects.Stmt:
			fmt.Println("statement:", it.Stmt.Words)
		case dialects.Row:
			row := it.Chunk.Data[it.Body:it.End]
			fields, err := it.Rows.Codec.Fields(nil, row)
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Print("row of ", it.Rows.Table.Name, ":")
			for i, f := range fields {
				v, err := it.Rows.Codec.Decode(nil, row, f, i)
				fmt.Printf(" %s=%q(%s)", it.Rows.Columns[i].Name, v, f.Form)
				if err != nil {
					fmt.Println(err)
				}
			}
			fmt.Println()
		}
	}
	// Output:
	// statement: create table
	// row of public.people: id="1"(quoted) name="O'Brien\t(Tim)"(quoted) photo="\x00\xff"(quoted)
	// row of public.people: id="2"(quoted) name=""(null) photo=""(null)
	// row of public.people: id="3"(number) name="O'Brien"(quoted) photo="\x00\xff"(quoted)
}
