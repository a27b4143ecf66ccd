package workload

import (
	"fmt"
	"io"
	"strings"
)

// A Grid is a dump of which each side can be chosen.
type Grid struct {
	Layout    Layout
	Size      int64 // bytes, about
	Statement int   // bytes of an INSERT, about; 0: as the programs do
	Tables    int
	Columns   int // beside the key
	Masked    int // how many of them Policy masks
	Length    int // of a value
	Last      int // of the last value of a row, if it is another
}

// Write writes tables of equal size, with at least one row each.
func (g Grid) Write(w io.Writer) error {
	rows := max(1, int(g.Size)/(g.Tables*(g.Columns*(g.Length+3)+g.Last+8)))
	tables := make([]table, g.Tables)
	for i := range tables {
		t := &tables[i]
		t.name, t.rows, t.row = fmt.Sprintf("t%05d", i), rows, g.row
		t.columns = append(t.columns, column{"id", "int(11) NOT NULL", "integer NOT NULL"})
		for k := range g.Columns {
			t.columns = append(t.columns, column{fmt.Sprintf("c%04d", k), "longtext NOT NULL", "text NOT NULL"})
		}
	}
	return write(w, g.Layout, g.Statement, 1, tables)
}

func (g Grid) row(r *row, x *random, i int) {
	r.int(i)
	for k := range g.Columns {
		length := g.Length
		if k == g.Columns-1 && g.Last > 0 {
			length = g.Last
		}
		r.text = r.text[:0]
		for len(r.text)+8 <= length { // eight letters from one number
			n := x.next()
			for range 8 {
				r.text = append(r.text, 'a'+byte(n>>3&15))
				n >>= 8
			}
		}
		r.text = x.letters(r.text, length-len(r.text), "abcdefghijklmnop")
		r.value()
	}
}

// Policy masks the first columns of each table.
func (g Grid) Policy(masker string) string {
	if g.Masked == 0 {
		return `{version: 1, tables: {"*": {columns: {"*": keep}}}}`
	}
	var b strings.Builder
	b.WriteString("version: 1\ntables:\n  \"*\":\n    columns:\n      \"*\": keep\n")
	for k := range g.Masked {
		fmt.Fprintf(&b, "      c%04d: %s\n", k, masker)
	}
	return b.String()
}
