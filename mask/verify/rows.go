package verify

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// rows is a chunk of the raw dump, beside it what stands in the same places of the masked
// one, where that is read too.
type rows struct {
	job
	left   []bool  // by item: the policy leaves the row out
	beside []other // by item
	pages  []*page // that beside is in
}

// An other is a row of the masked dump.
type other struct {
	page   *page // nil: there is none
	at     int   // the item
	raw    []byte
	rows   *dialects.Rows
	layout *layout
}

// A page is a chunk of the masked dump, until nobody needs it.
type page struct {
	job
	users atomic.Int32
}

// A rowReader reads the rows of a raw dump of which values are looked for, and counts all.
type rowReader struct {
	walk    *walk
	ctx     context.Context
	scanner dialects.Scanner
	chosen  *mask.Selection // nil: no row is left out by what it holds
	counts  []int64         // of rows that stay, by table

	masked dialects.Scanner // nil: it is not read
	page   *page            // of which rows are left
	at     int
	last   int // the table whose rows were beside each other last
	pages  sync.Pool
}

// reader gives a reader of a raw dump, and of the masked one unless it is nil.
func (c *comparison) reader(ctx context.Context, raw, masked io.Reader) (*rowReader, error) {
	r := &rowReader{walk: c.walk, ctx: ctx, last: -1, pages: sync.Pool{New: func() any { return new(page) }}}
	cut := func(l *layout, _ *dialects.Rows) (bool, error) { return l.looked, nil }
	if c.survey != nil {
		var err error
		if r.chosen, err = mask.NewSelection(c.walk.plan, c.survey); err != nil {
			return nil, err
		}
		cut = func(l *layout, rows *dialects.Rows) (bool, error) {
			some, err := r.chosen.Chooses(rows)
			return l.looked || some, err
		}
	}
	r.scanner = c.walk.scanner(raw, c.raw, c.o, cut)
	if masked != nil {
		r.masked = c.walk.scanner(masked, c.d, c.o, cut)
	}
	return r, nil
}

// fill reads the next chunk.
func (r *rowReader) fill(j *rows) error {
	if err := r.walk.fill(r.ctx, r.scanner, &j.job); err != nil {
		return ofSource(err)
	}
	j.left, j.beside, j.pages = j.left[:0], j.beside[:0], j.pages[:0]
	for i := range j.chunk.Items {
		it, l := &j.chunk.Items[i], j.layouts[i]
		left, beside := false, other{}
		switch {
		case it.Kind == dialects.Row:
			var err error
			if left, err = r.leaves(j, it); err != nil {
				return ofSource(err)
			}
			r.count(l, 1, left)
			if r.masked != nil && !left && !l.drops {
				if beside, err = r.next(l.table); err != nil {
					return err
				}
			}
			j.hold(beside.page)
		case l != nil && it.Kind == dialects.Raw:
			r.count(l, it.N, false)
		case it.Kind == dialects.Stmt && r.chosen != nil:
			r.chosen.See(it.Stmt)
		}
		j.left, j.beside = append(j.left, left), append(j.beside, beside)
	}
	return nil
}

func (r *rowReader) count(l *layout, n int64, left bool) {
	r.counts = grown(r.counts, l.table)
	if !left && !l.drops && !l.ours {
		r.counts[l.table] += n
	}
}

// leaves says whether the policy leaves a row out by what it holds.
func (r *rowReader) leaves(j *rows, it *dialects.Item) (bool, error) {
	if r.chosen == nil {
		return false, nil
	}
	some, err := r.chosen.Chooses(it.Rows)
	if !some || err != nil {
		return false, err
	}
	stays, err := r.chosen.Stays(it.Rows, j.chunk.Data[it.Body:it.End])
	if err != nil {
		return false, &mask.Error{Table: it.Rows.Table.Name.String(), Row: it.N, Pos: j.chunk.PosAt(it.Body), Err: err}
	}
	return !stays, nil
}

// next gives the next row of the masked dump, if it is of a table.
func (r *rowReader) next(table int) (other, error) {
	for {
		o, err := r.peek()
		switch {
		case err != nil || o.page == nil:
			return other{}, err
		case o.layout.table == table:
			r.at++
			r.last = table
			return o, nil
		case o.layout.table != r.last && !o.layout.drops:
			return other{}, nil
		}
		r.at++ // the masked dump has more rows than the raw one
	}
}

// peek gives the next row of the masked dump, or none at its end.
func (r *rowReader) peek() (other, error) {
	for {
		for p := r.page; p != nil && r.at < len(p.chunk.Items); r.at++ {
			if it := &p.chunk.Items[r.at]; it.Kind == dialects.Row {
				return other{p, r.at, p.chunk.Data[it.Body:it.End], it.Rows, p.layouts[r.at]}, nil
			}
		}
		if r.page != nil {
			r.page.release(&r.pages)
		}
		r.page, r.at = r.pages.Get().(*page), 0
		r.page.users.Store(1)
		if err := r.walk.fill(r.ctx, r.masked, &r.page.job); err != nil {
			r.page = nil
			if errors.Is(err, io.EOF) {
				r.masked = nil
				return other{}, nil
			}
			return other{}, err
		}
	}
}

// hold keeps a page until the rows are done.
func (j *rows) hold(p *page) {
	if p != nil && (len(j.pages) == 0 || j.pages[len(j.pages)-1] != p) {
		p.users.Add(1)
		j.pages = append(j.pages, p)
	}
}

func (p *page) release(pages *sync.Pool) {
	if p.users.Add(-1) == 0 {
		pages.Put(p)
	}
}

// done gives the pages back.
func (j *rows) done(pages *sync.Pool) {
	for _, p := range j.pages {
		p.release(pages)
	}
}
