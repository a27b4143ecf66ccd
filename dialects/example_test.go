package dialects_test

import (
	"fmt"
	"io"
	"log"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

const dump = "CREATE TABLE `users` (`id` int, `name` varchar(80));\n" +
	"INSERT INTO `users` (`name`,`id`) VALUES ('O\\'Brien',1),(NULL,2);\n"

// The rows of a dump, with the names of their columns.
func ExampleItems() {
	var fields []dialects.Field
	for it, err := range dialects.Items(mysql.Dialect, strings.NewReader(dump), dialects.ScanOptions{}) {
		if err != nil {
			log.Fatal(err)
		}
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		if fields, err = it.Rows.Codec.Fields(fields[:0], row); err != nil {
			log.Fatal(err)
		}
		for i, f := range fields {
			value, err := it.Rows.Codec.Decode(nil, row, f, i)
			if err != nil {
				log.Fatal(err)
			}
			fmt.Printf("%s.%s: %s %q\n", it.Rows.Table.Name, it.Rows.Columns[i].Name, f.Form, value)
		}
	}
	// Output:
	// users.name: quoted "O'Brien"
	// users.id: number "1"
	// users.name: null ""
	// users.id: number "2"
}

// A dump that was cut is an error, with a position and without a byte of it.
func ExampleItems_cut() {
	for _, err := range dialects.Items(mysql.Dialect, strings.NewReader(dump[:len(dump)-9]), dialects.ScanOptions{}) {
		if err != nil {
			fmt.Println(err)
		}
	}
	// Output: line 2 (byte 108): input ends inside a statement, comment, quoted text or data block
}

func ExampleDetect() {
	head, whole, err := dialects.Peek(strings.NewReader("COPY public.users (id) FROM stdin;\n1\n\\.\n"))
	if err != nil {
		log.Fatal(err)
	}
	d, err := dialects.Detect(head, mysql.Dialect, postgres.Dialect, sqlite.Dialect)
	if err != nil {
		log.Fatal(err)
	}
	n, err := io.Copy(io.Discard, whole) // the head included
	fmt.Println(d.Name(), n, err)
	// Output: postgres 40 <nil>
}
