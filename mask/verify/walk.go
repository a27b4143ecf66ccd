package verify

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// A layout lines rows up with the columns that are told of.
type layout struct {
	rows    *int64 // of the table that were read so far
	table   int    // in the walk's list
	drops   bool
	ours    bool  // no business of a policy
	looked  bool  // some of its values are looked for in a masked dump
	columns []int // the column's number, by its place in the rows
}

// A walk reads dumps and knows their tables and columns by numbers. One goroutine reads;
// what it knows does not change for a chunk that was handed on.
type walk struct {
	plan    *mask.Plan
	layouts map[*dialects.Rows]*layout
	numbers map[[2]string]int
	tables  map[string]int
	names   []string
	drops   []bool   // by table
	read    []*int64 // rows, by table
	columns []*column
}

// A column is one column of the dump.
type column struct {
	number      int
	table, name string
	decision    mask.Decision
	parts       bool // values have others in them: see [mask.Decision.Parts]
	leaves      bool // what is left of a value is no leak: see [mask.Decision.Leaves]
	few         bool // there are so few values that they stand everywhere
	words       bool // they are single parts of names
	inner       bool // they can have values of other kinds in them
	told        bool // each is somebody's by its kind: no word that others use
	family      bool
	given       bool
}

func newColumn(number int, table, name string, d mask.Decision) *column {
	c := &column{number: number, table: table, name: name, decision: d, parts: d.Parts(), leaves: d.Leaves()}
	kinds := d.Kinds()
	all := func(of func(string) bool) bool {
		return len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k string) bool { return !of(k) })
	}
	c.few = all(isCommon)
	c.words = all(func(k string) bool { return k == familyName || k == givenName })
	c.inner, c.told = !all(isWhole), slices.ContainsFunc(kinds, isWhole)
	c.family, c.given = slices.Contains(kinds, familyName), slices.Contains(kinds, givenName)
	return c
}

func newWalk(p *mask.Plan) *walk {
	return &walk{plan: p, layouts: map[*dialects.Rows]*layout{}, numbers: map[[2]string]int{}, tables: map[string]int{}}
}

// maxLayouts bounds what is remembered of heads: a dump can have one for each statement.
const maxLayouts = 4096

func (w *walk) layout(r *dialects.Rows) (*layout, error) {
	if l := w.layouts[r]; l != nil {
		return l, nil
	}
	t, err := w.bind(r)
	if err != nil {
		return nil, err
	}
	table := w.placed(r.Table).String()
	n, known := w.tables[table]
	if !known {
		n = len(w.names)
		w.tables[table], w.names, w.drops, w.read = n, append(w.names, table), append(w.drops, t.Drops()), append(w.read, new(int64))
	}
	ours := r.Table.Name.Ours() // it is in no masked dump, under every policy
	l := &layout{rows: w.read[n], table: n, ours: ours, drops: t.Drops() && !ours, looked: t.Drops() && !ours}
	for i, d := range w.plan.Decisions(t) {
		at := [2]string{table, r.Columns[i].Name}
		n, known := w.numbers[at]
		if !known {
			n = len(w.columns)
			w.numbers[at], w.columns = n, append(w.columns, newColumn(n, table, r.Columns[i].Name, d))
		}
		l.columns = append(l.columns, n)
		l.looked = l.looked || d.Masked && !ours
	}
	if len(w.layouts) >= maxLayouts {
		clear(w.layouts)
	}
	w.layouts[r] = l
	return l, nil
}

// bind finds the rules of rows. A masked dump does not name the database that the policy
// may name.
func (w *walk) bind(r *dialects.Rows) (*mask.TablePlan, error) {
	t, err := w.plan.Bind(r)
	var none *mask.UncoveredError
	if !errors.As(err, &none) || none.Columns != nil || r.Table.Name.Schema != "" || !r.Table.FoldsColumns() {
		return t, err
	}
	for _, e := range w.plan.Policy().Tables {
		database, _, named := strings.Cut(e.Pattern, ".")
		if !named || strings.Contains(database, "*") {
			continue
		}
		own := *r
		own.Table = r.Table.Clone()
		own.Table.Name.Schema = database
		if t, err := w.plan.Bind(&own); err == nil {
			return t, nil
		}
	}
	return nil, err
}

// placed gives the name that a table has in the masked dump: under ddl: safe, MySQL's
// databases are where the policy says that they go, or nowhere.
func (w *walk) placed(t *schema.Table) schema.Name {
	name, p := t.Name, w.plan.Policy()
	if p.DDL != mask.SafeDDL || !t.FoldsColumns() || slices.Contains(slices.Collect(maps.Values(p.Databases)), name.Schema) {
		return name
	}
	name.Schema = p.Databases[name.Schema]
	return name
}

// scanner reads a dump whose rows the walk lines up. Rows of tables that cut does not want
// are text, as are those of which nobody names the columns.
func (w *walk) scanner(src io.Reader, d dialects.Dialect, o Options, cut func(*layout, *dialects.Rows) (bool, error)) dialects.Scanner {
	scan := o.Scan
	scan.Bind = func(r *dialects.Rows) (whole bool, err error) {
		l, err := w.layout(r)
		if whole := r.Columns == nil || l != nil && l.ours; err != nil || whole || cut == nil {
			return whole, err
		}
		wanted, err := cut(l, r)
		return !wanted, err
	}
	return d.NewScanner(src, scan)
}

// A job is a chunk with the layout of each of its items.
type job struct {
	chunk   dialects.Chunk
	layouts []*layout
	sampled []bool    // by item: the row stands for others
	columns []*column // those that are known so far
}

// A sample of a table is its first rows and some behind them, whoever judges them.
const (
	firstRows = 300
	everyRow  = 997
)

// fill reads the next chunk.
func (w *walk) fill(ctx context.Context, s dialects.Scanner, j *job) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.Scan(&j.chunk); err != nil {
		return err
	}
	j.layouts, j.sampled = j.layouts[:0], j.sampled[:0]
	for i := range j.chunk.Items {
		var l *layout
		if r := j.chunk.Items[i].Rows; r != nil {
			var err error
			if l, err = w.layout(r); err != nil {
				return err
			}
		}
		sampled := false
		if j.chunk.Items[i].Kind == dialects.Row {
			*l.rows++
			sampled = *l.rows <= firstRows || *l.rows%everyRow == 0
		}
		j.layouts, j.sampled = append(j.layouts, l), append(j.sampled, sampled)
	}
	j.columns = w.columns
	return nil
}

// share hands what fill reads to several goroutines, each of which works on it with a
// function of its own. The first error wins; io.EOF from fill ends it.
func share[J any](workers int, fill func(*J) error, worker func() func(*J) error) error {
	workers = max(1, workers)
	free, work := make(chan *J, 2*workers), make(chan *J, 2*workers)
	failed := make(chan struct{})
	var once sync.Once
	var broken error
	for range 2 * workers {
		free <- new(J)
	}
	var wg sync.WaitGroup
	for range workers {
		do := worker()
		wg.Go(func() {
			for j := range work {
				if err := do(j); err != nil {
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
				if err := fill(j); err != nil {
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

// A rowOf is a row beside what it takes to decode it.
type rowOf struct {
	fields []dialects.Field
	text   []byte
}

// split takes a row apart.
func (r *rowOf) split(rows *dialects.Rows, raw []byte) (err error) {
	r.fields, err = rows.Codec.Fields(r.fields[:0], raw)
	if err == nil && len(r.fields) != len(rows.Columns) {
		err = dialects.ErrFields
	}
	return err
}

// holds says whether there is a value that is not empty, where that can be seen without
// decoding it.
func (r *rowOf) holds(i int) bool {
	const longestEmpty = len("_armscii8 ''")
	f := &r.fields[i]
	return f.Form == dialects.Quoted && int(f.Span.End-f.Span.Start) > longestEmpty
}

// value gives a value of a row that was split, as a judge sees it; nil for NULL and for what
// is empty. It is good until the next, and not to be changed.
func (r *rowOf) value(rows *dialects.Rows, raw []byte, i int) []byte {
	f := r.fields[i]
	switch f.Form {
	case dialects.Null, dialects.Default:
		return nil
	case dialects.Number: // it is as it is written
		return f.Span.Of(raw)
	}
	var err error
	if r.text, err = rows.Codec.Decode(r.text[:0], raw, f, i); err != nil { // an expression, or text in another character set
		r.text = append(r.text[:0], f.Span.Of(raw)...)
	}
	if len(r.text) == 0 {
		return nil
	}
	return r.text
}
