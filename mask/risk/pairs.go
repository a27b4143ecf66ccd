package risk

import (
	"context"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects"
)

// A ReadError says which of the two dumps could not be read.
type ReadError struct {
	Source bool // the raw one
	Err    error
}

func (e *ReadError) Error() string { return e.Err.Error() }
func (e *ReadError) Unwrap() error { return e.Err }

// A row is one of a dump.
type row struct {
	rows   *dialects.Rows
	raw    []byte
	fields []dialects.Field
	text   []byte
	at     []int // where the values end in text; -1: NULL
}

// set takes a row apart.
func (r *row) set(rows *dialects.Rows, raw []byte) (err error) {
	r.rows, r.raw, r.text, r.at = rows, raw, r.text[:0], r.at[:0]
	if r.fields, err = rows.Codec.Fields(r.fields[:0], raw); err != nil {
		return err
	}
	if len(r.fields) != len(rows.Columns) {
		return dialects.ErrFields
	}
	for i, f := range r.fields {
		if f.Form == dialects.Null || f.Form == dialects.Default {
			r.at = append(r.at, -1)
			continue
		}
		n := len(r.text)
		if r.text, err = rows.Codec.Decode(r.text, raw, f, i); err != nil { // an expression, or text in another character set
			r.text = append(r.text[:n], f.Span.Of(raw)...)
		}
		r.at = append(r.at, len(r.text))
	}
	return nil
}

// value gives a value; nil for NULL and for what is empty.
func (r *row) value(i int) []byte {
	if i < 0 || r.at[i] < 0 {
		return nil
	}
	from := 0
	for k := i - 1; k >= 0; k-- {
		if r.at[k] >= 0 {
			from = r.at[k]
			break
		}
	}
	if from == r.at[i] {
		return nil
	}
	return r.text[from:r.at[i]]
}

// A reader gives the rows of a dump one by one.
type reader struct {
	scanner dialects.Scanner
	drops   map[*dialects.Rows]bool
	chunk   dialects.Chunk
	at      int
	row     row
}

// maxHeads bounds what is remembered of heads: a dump can have one for each statement.
const maxHeads = 4096

func newReader(src io.Reader, d dialects.Dialect, scan dialects.ScanOptions, bind func(*dialects.Rows) (bool, error)) *reader {
	r := &reader{drops: map[*dialects.Rows]bool{}}
	scan.Bind = func(rows *dialects.Rows) (bool, error) {
		drops, err := bind(rows)
		if len(r.drops) >= maxHeads {
			clear(r.drops)
		}
		r.drops[rows] = drops
		return rows.Columns == nil || rows.Table.Server, err
	}
	r.scanner = d.NewScanner(src, scan)
	return r
}

// next gives the next row of a table that is not left out; io.EOF behind the last.
func (r *reader) next(ctx context.Context, bind func(*dialects.Rows) (bool, error)) error {
	for {
		for r.at < len(r.chunk.Items) {
			it := &r.chunk.Items[r.at]
			r.at++
			if it.Kind != dialects.Row || it.Rows.Table.Server {
				continue
			}
			drops, known := r.drops[it.Rows]
			if !known {
				var err error
				if drops, err = bind(it.Rows); err != nil {
					return err
				}
				r.drops[it.Rows] = drops
			}
			if drops {
				continue
			}
			return r.row.set(it.Rows, r.chunk.Data[it.Body:it.End])
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.scanner.Scan(&r.chunk); err != nil {
			return err
		}
		r.at = 0
	}
}

// pairs reads two dumps row by row: masking keeps their order. Databases can have other
// names in the masked one.
func pairs(ctx context.Context, source, masked Open, d dialects.Dialect, scan dialects.ScanOptions, bind func(*dialects.Rows) (bool, error), tell func(raw, masked *row)) error {
	a, err := source()
	if err != nil {
		return &ReadError{true, err}
	}
	defer func() { _ = a.Close() }() // it was only read
	b, err := masked()
	if err != nil {
		return &ReadError{false, err}
	}
	defer func() { _ = b.Close() }() // it was only read
	raw, beside := newReader(a, d, scan, bind), newReader(b, d, scan, bind)
	for {
		errA, errB := raw.next(ctx, bind), beside.next(ctx, bind)
		endA, endB := errors.Is(errA, io.EOF), errors.Is(errB, io.EOF)
		switch {
		case errA != nil && !endA:
			return &ReadError{true, errA}
		case errB != nil && !endB:
			return &ReadError{false, errB}
		case endA && endB:
			return nil
		case endA != endB || raw.row.rows.Table.Name.Name != beside.row.rows.Table.Name.Name || len(raw.row.fields) != len(beside.row.fields):
			return ErrPairs
		}
		tell(&raw.row, &beside.row)
	}
}
