package mask

import (
	"cmp"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// An index says where in a dump the rows of tables are, so that a pass over a file can step
// over those that it does not ask.
type index struct {
	last  map[schema.Name]int64 // behind the last rows of a table
	spans []span
	least int64 // bytes of a span that is worth it
	open  span  // that is being read; without a table, none is
	rows  *dialects.Rows
	name  schema.Name // of their table
}

// A span is bytes of a dump that are rows of one table, with nothing that another
// statement hangs on.
type span struct {
	table    schema.Name
	from, to dialects.Pos
}

func (s *span) size() int64 { return s.to.Offset - s.from.Offset }

// maxSpans bounds the spans that are kept, whatever the length of the dump.
const maxSpans = 1 << 14

func newIndex(chunk int) *index {
	return &index{last: map[schema.Name]int64{}, least: 4 * int64(chunk)}
}

// read takes in what a chunk of a pass has.
func (x *index) read(c *dialects.Chunk) {
	tail := int32(-1) // of the span that is open: lines are counted once
	end := func() {
		if tail >= 0 {
			x.open.to = c.PosAt(tail)
		}
		tail = -1
	}
	for i := range c.Items {
		switch it := &c.Items[i]; {
		case it.Rows != nil:
			if it.Rows != x.rows {
				x.rows, x.name = it.Rows, nameOf(it.Rows.Table.Name, it.Rows.Table.FoldsTables())
			}
			if x.open.table != x.name {
				end()
				x.close()
				if it.Kind == dialects.Head {
					x.open = span{table: x.name, from: c.PosAt(it.Start)}
				}
			}
			if it.Kind == dialects.Tail {
				tail = it.End
			}
			if it.Kind != dialects.Row {
				x.last[x.name] = c.Pos.Offset + int64(it.End)
			}
		case it.Kind == dialects.Stmt:
			end()
			x.close()
		}
	}
	end()
}

// close ends the span that is open.
func (x *index) close() {
	if x.open.table.Name != "" && x.open.size() >= x.least {
		x.spans = append(x.spans, x.open)
	}
	x.open = span{}
	if len(x.spans) <= maxSpans {
		return
	}
	slices.SortFunc(x.spans, func(a, b span) int { return cmp.Compare(b.size(), a.size()) })
	x.spans = x.spans[:maxSpans/2]
	slices.SortFunc(x.spans, func(a, b span) int { return cmp.Compare(a.from.Offset, b.from.Offset) })
}

// A skipper reads a file, but for spans that nobody asks.
type skipper struct {
	file  io.ReadSeeker
	spans []span                       // that are ahead
	asked func(table schema.Name) bool // when the span is reached
	at    int64                        // in the file
	gone  []span                       // that were stepped over
}

// Read implements [io.Reader].
func (k *skipper) Read(p []byte) (int, error) {
	for len(k.spans) > 0 && k.spans[0].from.Offset <= k.at {
		s := k.spans[0]
		if k.spans = k.spans[1:]; s.from.Offset < k.at || k.asked(s.table) {
			continue
		}
		if _, err := k.file.Seek(s.to.Offset, io.SeekStart); err != nil {
			return 0, err
		}
		k.at = s.to.Offset
		k.gone = append(k.gone, s)
	}
	if len(k.spans) > 0 {
		p = p[:min(int64(len(p)), k.spans[0].from.Offset-k.at)]
	}
	n, err := k.file.Read(p)
	k.at += int64(n)
	return n, err
}

// place gives where in the file a place in what was read is.
func (k *skipper) place(p dialects.Pos) dialects.Pos {
	if k == nil {
		return p
	}
	for i := range k.gone {
		s := &k.gone[i]
		if p.Offset < s.from.Offset {
			break
		}
		p.Offset += s.size()
		p.Line += s.to.Line - s.from.Line
	}
	return p
}
