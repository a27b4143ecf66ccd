package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// repeat writes a small dump made large: its rows many times. They violate keys.
func repeat(w io.Writer, file string, size int64) error {
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
		if it.Kind == dialects.Row {
			rows += int64(it.End-it.Body) + 2
		}
	}
	if rows == 0 {
		return errors.New("no rows in " + file)
	}
	out := bufio.NewWriterSize(w, 1<<20)
	b := repeater{w: out, times: int(max(1, (size-int64(len(data)))/rows))}
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

// A repeater writes the items of a dump, each run of rows many times.
type repeater struct {
	w     io.Writer
	times int
	head  []byte
	rows  [][]byte
}

func (b *repeater) item(it dialects.ChunkItem) error {
	switch it.Kind {
	case dialects.Head:
		b.head, b.rows = bytes.Clone(it.Bytes()), nil
		return nil
	case dialects.Row:
		b.rows = append(b.rows, bytes.Clone(it.Chunk.Data[it.Body:it.End]))
		return nil
	case dialects.Tail:
		return b.repeat(it.Bytes(), it.Rows.NeedsRow)
	case dialects.Raw, dialects.Stmt:
	}
	_, err := b.w.Write(it.Bytes())
	return err
}

// repeat writes the rows of a head; with separators between them, in statements of the
// usual length.
func (b *repeater) repeat(tail []byte, separated bool) error {
	n := 0
	for range b.times {
		for _, row := range b.rows {
			var lead []byte
			switch {
			case n == 0:
				lead = b.head
			case separated && n > workload.DefaultStatement:
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
