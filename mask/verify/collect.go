package verify

import (
	"bytes"
	"context"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// A source is a column of the raw dump.
type source struct {
	Source
	judged  int64 // of the first values
	ours    int64 // of these
	weighed int64 // of those in place: fakes of shorter values are often the same
	same    sight // of these
}

// collect takes the values of the raw dump, and holds them against those in their places of
// the masked one if that is read too.
func (c *comparison) collect(ctx context.Context, raw, masked io.Reader) error {
	r, err := c.reader(ctx, raw, masked)
	if err != nil {
		return err
	}
	var all []*collector
	err = share(c.o.Workers, r.fill, func() func(*rows) error {
		w := newCollector(c)
		all = append(all, w)
		return func(j *rows) error {
			defer j.done(&r.pages)
			return w.chunk(j)
		}
	})
	for _, w := range all {
		c.add(w.sources)
	}
	c.rows, c.placed = r.counts, masked != nil
	return err
}

// A collector is what one goroutine takes from the raw dump.
type collector struct {
	needles adder
	picker  picker
	row     rowOf
	placer
	locales []*fake.Locale
	add     func([]rune)
}

func newCollector(c *comparison) *collector {
	w := &collector{needles: adder{needles: c.needles}, locales: c.o.Locales, picker: picker{forms: theForms()}}
	w.add = w.needles.add
	return w
}

func (w *collector) chunk(j *rows) error {
	defer w.needles.flush()
	for i := range j.chunk.Items {
		it, l := &j.chunk.Items[i], j.layouts[i]
		if it.Kind != dialects.Row || !l.looked && !j.left[i] {
			continue
		}
		if err := w.values(j, i); err != nil {
			return ofSource(&mask.Error{Table: it.Rows.Table.Name.String(), Row: it.N, Pos: j.chunk.PosAt(it.Body), Err: err})
		}
	}
	return nil
}

// values takes those of a row.
func (w *collector) values(j *rows, item int) error {
	it, l := &j.chunk.Items[item], j.layouts[item]
	raw, left := j.chunk.Data[it.Body:it.End], j.left[item] || l.drops
	if err := w.row.split(it.Rows, raw); err != nil {
		return err
	}
	o := w.begin(&j.beside[item])
	for i := range it.Rows.Columns {
		col := j.columns[l.columns[i]]
		if !looked(col, left) {
			continue
		}
		v := w.row.value(it.Rows, raw, i)
		if v == nil {
			continue
		}
		w.picker.name(col, v)
		s := w.source(col)
		if s.Values++; s.Values <= firstValues && col.decision.Masked {
			switch col.decision.Recognise(v, w.locales...) {
			case fake.Ours:
				s.ours++
				s.judged++
			case fake.NotOurs:
				s.judged++
			}
		}
		if !w.picker.value(col, it.Rows.Columns[i], v, w.add) {
			s.Short++
		}
		w.place(o, i, col, w.row.fields[i].Span.Of(raw), v)
	}
	w.picker.names(w.add)
	return nil
}

// A placer holds values against those in their places, and counts by column.
type placer struct {
	sources []*source
	other   rowOf
}

// begin takes the row of the masked dump apart; nil if there is none.
func (p *placer) begin(o *other) *other {
	if o.page == nil || p.other.split(o.rows, o.raw) != nil { // judging it will say what is wrong
		return nil
	}
	return o
}

// place holds a value against what stands in its place.
func (p *placer) place(o *other, i int, col *column, written, v []byte) {
	if o == nil {
		return
	}
	s := p.source(col)
	s.InPlace++
	if len(v) < leastWeighed {
		return
	}
	s.weighed++
	if !p.same(o, i, col.number, written, v) {
		return
	}
	if s.same.count == 0 {
		s.same.first = o.page.chunk.PosAt(o.page.chunk.Items[o.at].Body)
	}
	s.same.count++
}

// leastWeighed is the length of the shortest value that says something if it has not changed.
const leastWeighed = 4

// same says whether the value of a column in the masked dump is that of the raw one.
func (p *placer) same(o *other, i, column int, written, v []byte) bool {
	if i >= len(o.layout.columns) || o.layout.columns[i] != column {
		if i = slices.Index(o.layout.columns, column); i < 0 {
			return false
		}
	}
	if bytes.Equal(p.other.fields[i].Span.Of(o.raw), written) {
		return true
	}
	return bytes.Equal(p.other.value(o.rows, o.raw, i), v)
}

func (p *placer) source(col *column) *source {
	p.sources = grown(p.sources, col.number)
	if p.sources[col.number] == nil {
		p.sources[col.number] = &source{Source: Source{Table: col.table, Column: col.name, Rule: col.decision.Rule}}
	}
	return p.sources[col.number]
}

// firstValues are how many of a column one goroutine judges: enough to tell a raw dump from
// a masked one.
const firstValues = 256

// add adds what one goroutine has counted.
func (c *comparison) add(sources []*source) {
	for n, s := range sources {
		c.sources = grown(c.sources, n)
		switch all := c.sources[n]; {
		case s == nil:
		case all == nil:
			c.sources[n] = s
		default:
			all.Values += s.Values
			all.Short += s.Short
			all.InPlace += s.InPlace
			all.weighed += s.weighed
			all.judged += s.judged
			all.ours += s.ours
			if s.same.count > 0 {
				all.same.add(s.same.first, s.same.count)
			}
		}
	}
}
