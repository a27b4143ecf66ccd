// Command bigdump writes a dump of any size: it repeats the rows of a small one.
// It is for measuring; rows that are repeated violate keys.
//
//	go run ./internal/bigdump -size 1073741824 testdata/classpad/mariadb.sql
//	go run ./internal/bigdump -size 1073741824 -table students -statement 0 testdata/classpad/mariadb.sql
//
// The second repeats the rows of one table, in one statement.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
)

func main() {
	size := flag.Int64("size", 100<<20, "bytes to write, about")
	table := flag.String("table", "", "repeat the rows of this table only")
	statement := flag.Int("statement", 1<<20, "bytes of a statement with many rows, about; 0: no limit")
	flag.Parse()
	if err := run(os.Stdout, flag.Arg(0), *table, *size, *statement); err != nil {
		fmt.Fprintln(os.Stderr, "bigdump:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, file, table string, size int64, statement int) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	d, err := dialects.Detect(data[:min(len(data), dialects.DetectSize)], mysql.Dialect, postgres.Dialect)
	if err != nil {
		return err
	}
	var rows int64 // bytes of the rows that are repeated
	for it, err := range dialects.Items(d, bytes.NewReader(data), dialects.ScanOptions{}) {
		if err != nil {
			return err
		}
		if it.Kind == dialects.Row && chosen(it, table) {
			rows += int64(it.End-it.Body) + 2
		}
	}
	if rows == 0 {
		return errors.New("no such rows")
	}
	out := bufio.NewWriterSize(w, 1<<20)
	b := big{w: out, times: int(max(1, (size-int64(len(data)))/rows)), table: table, statement: statement}
	for it, err := range dialects.Items(d, bytes.NewReader(data), dialects.ScanOptions{}) {
		if err != nil {
			return err
		}
		if err := b.item(it); err != nil {
			return err
		}
	}
	return out.Flush()
}

func chosen(it dialects.ChunkItem, table string) bool {
	return table == "" || it.Rows.Table.Name.Name == table
}

// big writes the items of a dump, each run of rows many times.
type big struct {
	w         io.Writer
	times     int
	table     string
	statement int
	head      []byte
	rows      [][]byte
}

func (b *big) item(it dialects.ChunkItem) error {
	switch {
	case it.Kind == dialects.Head && chosen(it, b.table):
		b.head, b.rows = bytes.Clone(it.Bytes()), nil
		return nil
	case it.Kind == dialects.Row && chosen(it, b.table):
		b.rows = append(b.rows, bytes.Clone(it.Chunk.Data[it.Body:it.End]))
		return nil
	case it.Kind == dialects.Tail && chosen(it, b.table):
		return b.repeat(it.Bytes(), it.Rows.NeedsRow)
	}
	_, err := b.w.Write(it.Bytes())
	return err
}

// repeat writes the rows of a head; with many rows a statement, in statements.
func (b *big) repeat(tail []byte, separated bool) error {
	n := 0
	for range b.times {
		for _, row := range b.rows {
			var lead []byte
			switch {
			case n == 0:
				lead = b.head
			case separated && b.statement > 0 && n > b.statement:
				lead, n = append(bytes.Clone(tail), b.head...), 0
			case separated:
				lead = []byte(",\n")
			}
			for _, part := range [][]byte{lead, row} {
				if _, err := b.w.Write(part); err != nil {
					return err
				}
			}
			n += len(lead) + len(row)
		}
	}
	_, err := b.w.Write(tail)
	return err
}
