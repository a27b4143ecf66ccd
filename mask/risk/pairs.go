package risk

import (
	"context"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
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
	*pairing
	chosen  *mask.Selection      // tells which rows of a raw dump the policy leaves out; nil: none
	gone    func(*dialects.Rows) // is told of each row of a table that is left out, or nil
	scanner dialects.Scanner
	drops   map[*dialects.Rows]bool
	chunk   dialects.Chunk
	at      int
	row     row
	left    bool // the row is left out
}

// maxHeads bounds what is remembered of heads: a dump can have one for each statement.
const maxHeads = 4096

func (p *pairing) reader(src io.Reader, d dialects.Dialect) *reader {
	r := &reader{pairing: p, drops: map[*dialects.Rows]bool{}}
	scan := p.scan
	scan.Bind = func(rows *dialects.Rows) (bool, error) {
		drops, err := p.bind(rows)
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
func (r *reader) next(ctx context.Context) error {
	for {
		for r.at < len(r.chunk.Items) {
			it := &r.chunk.Items[r.at]
			r.at++
			if it.Kind == dialects.Stmt && r.chosen != nil {
				r.chosen.See(it.Stmt)
			}
			if it.Kind != dialects.Row || it.Rows.Table.Server {
				continue
			}
			drops, known := r.drops[it.Rows]
			if !known {
				var err error
				if drops, err = r.bind(it.Rows); err != nil {
					return err
				}
				r.drops[it.Rows] = drops
			}
			if drops {
				if r.gone != nil {
					r.gone(it.Rows)
				}
				continue
			}
			raw := r.chunk.Data[it.Body:it.End]
			var err error
			if r.left, err = r.leaves(it.Rows, raw); err != nil {
				return err
			}
			return r.row.set(it.Rows, raw)
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

// leaves says whether the policy leaves a row out by what it holds.
func (r *reader) leaves(rows *dialects.Rows, raw []byte) (bool, error) {
	if r.chosen == nil {
		return false, nil
	}
	if some, err := r.chosen.Chooses(rows); !some || err != nil {
		return false, err
	}
	stays, err := r.chosen.Stays(rows, raw)
	return !stays, err
}

// A pairing is how two dumps are read row by row. Masking keeps the order of rows; databases
// can have other names in the masked one.
type pairing struct {
	raw, masked dialects.Dialect
	scan        dialects.ScanOptions
	bind        func(*dialects.Rows) (drops bool, err error)
	chosen      *mask.Selection      // nil: the policy leaves out no row by what it holds
	gone        func(*dialects.Rows) // is told of each row of a raw table that the policy leaves out, or nil
	// same says whether two rows of a table can be one, where the masked dump lacks rows of
	// which the policy says nothing; nil: it lacks none.
	same func(raw, masked *row) bool
	// tell is told of each row of the raw dump, and of what became of it; nil: it is left out.
	tell func(raw, masked *row)
}

func (p *pairing) read(ctx context.Context, source, masked Open) error {
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
	raw, beside := p.reader(a, p.raw), p.reader(b, p.masked)
	raw.chosen, raw.gone = p.chosen, p.gone
	return p.pairs(ctx, raw, beside)
}

func (p *pairing) pairs(ctx context.Context, raw, beside *reader) error {
	end, waits := false, false // of the masked dump: it is over; its row has not been met yet
	for {
		over := false
		if err := raw.next(ctx); errors.Is(err, io.EOF) {
			over = true
		} else if err != nil {
			return &ReadError{true, err}
		}
		if !end && !waits {
			err := beside.next(ctx)
			if end = errors.Is(err, io.EOF); err != nil && !end {
				return &ReadError{false, err}
			}
			waits = !end
		}
		switch {
		case over && waits:
			return ErrPairs
		case over:
			return nil
		case raw.left:
			p.tell(&raw.row, nil)
		case waits && p.one(&raw.row, &beside.row):
			p.tell(&raw.row, &beside.row)
			waits = false
		case p.same == nil:
			return ErrPairs
		default:
			p.tell(&raw.row, nil)
		}
	}
}

// one says whether two rows that can stand beside each other do.
func (p *pairing) one(raw, masked *row) bool {
	return raw.rows.Table.Name.Name == masked.rows.Table.Name.Name && len(raw.fields) == len(masked.fields) && (p.same == nil || p.same(raw, masked))
}
