package verify

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// A layout lines rows up with the columns that are told of.
type layout struct {
	table   int // in the walk's list
	drops   bool
	columns []int // the column's number, by its place in the rows
}

// A walk reads a dump and knows its tables and columns by numbers. One goroutine reads;
// what it knows does not change for a chunk that was handed on.
type walk struct {
	plan    *mask.Plan
	layouts map[*dialects.Rows]*layout
	numbers map[[2]string]int
	tables  map[string]int
	names   []string
	drops   []bool // by table
	columns []*column
}

// A column is one column of the dump.
type column struct {
	number      int
	table, name string
	decision    mask.Decision
}

func newWalk(p *mask.Plan) *walk {
	return &walk{plan: p, layouts: map[*dialects.Rows]*layout{}, numbers: map[[2]string]int{}, tables: map[string]int{}}
}

// maxLayouts bounds what is remembered of heads: a dump can have one for each statement.
const maxLayouts = 4096

// bind is [dialects.ScanOptions].Bind: rows of which nobody names the columns are text, and
// so are those of tables that are ours.
func (w *walk) bind(r *dialects.Rows) (whole bool, err error) {
	_, err = w.layout(r)
	return r.Columns == nil || r.Table.Name.Ours(), err
}

func (w *walk) layout(r *dialects.Rows) (*layout, error) {
	if l := w.layouts[r]; l != nil {
		return l, nil
	}
	t, err := w.plan.Bind(r)
	if err != nil {
		return nil, err
	}
	table := r.Table.Name.String()
	n, known := w.tables[table]
	if !known {
		n = len(w.names)
		w.tables[table], w.names, w.drops = n, append(w.names, table), append(w.drops, t.Drops())
	}
	l := &layout{table: n, drops: t.Drops() && !r.Table.Name.Ours()}
	for i, d := range w.plan.Decisions(t) {
		at := [2]string{table, r.Columns[i].Name}
		n, known := w.numbers[at]
		if !known {
			n = len(w.columns)
			w.numbers[at], w.columns = n, append(w.columns, &column{n, table, r.Columns[i].Name, d})
		}
		l.columns = append(l.columns, n)
	}
	if len(w.layouts) >= maxLayouts {
		clear(w.layouts)
	}
	w.layouts[r] = l
	return l, nil
}

// scanner reads a dump whose rows the walk lines up.
func (w *walk) scanner(src io.Reader, d dialects.Dialect, o Options) dialects.Scanner {
	scan := o.Scan
	scan.Bind = w.bind
	return d.NewScanner(src, scan)
}

// A job is a chunk with the layout of each of its items.
type job struct {
	chunk   dialects.Chunk
	layouts []*layout
	columns []*column // those that are known so far
}

// fill reads the next chunk.
func (w *walk) fill(ctx context.Context, s dialects.Scanner, j *job) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.Scan(&j.chunk); err != nil {
		return err
	}
	j.layouts = j.layouts[:0]
	for i := range j.chunk.Items {
		var l *layout
		if r := j.chunk.Items[i].Rows; r != nil {
			var err error
			if l, err = w.layout(r); err != nil {
				return err
			}
		}
		j.layouts = append(j.layouts, l)
	}
	j.columns = w.columns
	return nil
}

// run hands the chunks of a dump to several goroutines, each of which judges them with a
// function of its own. The first error in the order of the stream wins.
func (w *walk) run(ctx context.Context, src io.Reader, d dialects.Dialect, o Options, worker func() func(*job) error) error {
	s := w.scanner(src, d, o)
	workers := max(1, o.Workers)
	free, work := make(chan *job, 2*workers), make(chan *job, 2*workers)
	failed := make(chan struct{})
	var once sync.Once
	var broken error
	for range 2 * workers {
		free <- &job{}
	}
	var wg sync.WaitGroup
	for range workers {
		judge := worker()
		wg.Go(func() {
			for j := range work {
				if err := judge(j); err != nil {
					once.Do(func() { broken = err; close(failed) })
				}
				free <- j
			}
		})
	}
	err := func() error {
		defer close(work)
		for {
			select {
			case j := <-free:
				if err := w.fill(ctx, s, j); err != nil {
					return err
				}
				work <- j
			case <-failed:
				return nil
			}
		}
	}()
	wg.Wait()
	if broken != nil {
		return broken
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
