package csv

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Rows makes the head of rows of a table. encoded says which columns are not written as
// they are.
func (f Format) Rows(t *schema.Table, cols []*schema.Column, encoded map[string]Encoding) (*dialects.Rows, error) {
	l, err := f.layout(cols)
	if err != nil {
		return nil, err
	}
	return &dialects.Rows{Table: t, Columns: cols, Codec: newCodec(l, cols, encoded)}, nil
}

// A Cutter cuts a stream that has nothing but rows. Their head is empty and comes with
// the first.
type Cutter struct {
	layout *layout
	head   lex.Head
	run    lex.Run
	state  state
	loose  bool // the last row may lack its separator
}

var _ lex.Cutter = (*Cutter)(nil)

// NewCutter begins a stream of rows that [Format.Rows] has made. whole passes them uncut.
// loose lets the last row lack its separator, as if no row could have been cut.
func NewCutter(rows *dialects.Rows, whole, loose bool) *Cutter {
	return &Cutter{layout: rows.Codec.(*codec).layout, head: lex.Head{Rows: rows, Whole: whole}, loose: loose}
}

// Cut implements [lex.Cutter].
func (c *Cutter) Cut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error) {
	if c.head.Whole {
		return c.uncut(items, b, eof)
	}
	off := 0
	for off < len(b) {
		if c.layout.bare {
			if end := c.layout.rowEnd(b, off); end > 0 {
				items = c.run.Row(c.begin(items, off), off, off, end)
				off = end
				continue
			}
		}
		end, s, err := c.layout.walk(b, off, state{}, eof, noSep)
		if err != nil {
			return items, off, err
		}
		if end == off || s.place != atRow && !c.ends(b, end, s, eof) {
			return items, off, nil
		}
		items = c.begin(items, off)
		items = c.run.Row(items, off, off, end)
		off = end
	}
	return items, off, nil
}

// uncut passes rows on as they are, of any length.
func (c *Cutter) uncut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error) {
	off, s, rows := 0, c.state, int64(0)
	for off < len(b) {
		if c.layout.bare && s.place == atRow {
			if end := c.layout.rowEnd(b, off); end > 0 {
				off = end
				rows++
				continue
			}
		}
		end, next, err := c.layout.walk(b, off, s, eof, noSep)
		if err != nil {
			return items, 0, &lex.At{Off: end, Err: err}
		}
		if end == off {
			break
		}
		if off, s = end, next; s.place == atRow {
			rows++
		}
	}
	if off == 0 {
		return items, 0, lex.More
	}
	if s.place != atRow && c.ends(b, off, s, eof) {
		rows++
	}
	items = c.begin(items, 0)
	c.state = s
	return c.run.Uncut(items, 0, off, rows), off, nil
}

// ends says whether the last row ends where it does without a separator.
func (c *Cutter) ends(b []byte, end int, s state, eof bool) bool {
	return c.loose && eof && end == len(b) && s.place != inside
}

// begin hands out the head, once.
func (c *Cutter) begin(items []dialects.Item, off int) []dialects.Item {
	if c.run.Head != nil {
		return items
	}
	return c.run.Begin(items, off, 0, &c.head)
}

// Close implements [lex.Cutter].
func (c *Cutter) Close() error {
	if c.head.Whole && c.state.place != atRow && (!c.loose || c.state.place == inside) {
		return dialects.ErrTruncated
	}
	return nil
}
