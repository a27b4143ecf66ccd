package detect

import (
	"context"
	"errors"
	"hash/maphash"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// A Result is what was found in a dump.
type Result struct {
	Schema *schema.Schema // tables without DDL included, by what their rows name
	Tables []Table        // in the order of the schema
	// LargeObjects says that there is data outside of any table.
	LargeObjects bool
}

// Sample reads a dump to its end and judges its columns by their values, too. Which rows
// are looked at depends on their number in the table alone: all of the first few
// hundred, and then ever fewer, to the table's end. Memory is bounded by the number of
// columns; no value is kept. Rows of which scan.Bind says that they pass whole are not
// looked at.
func Sample(ctx context.Context, src io.Reader, d dialects.Dialect, scan dialects.ScanOptions, o Options) (*Result, error) {
	s := &sampler{tables: map[schema.Name]*sampled{}, heads: map[*dialects.Rows]*head{}, watch: o.Watch}
	s.seed = maphash.MakeSeed()
	for _, d := range o.Detectors {
		if v, ok := d.(ValueDetector); ok {
			s.own = append(s.own, v)
		}
	}
	told := scan.Bind
	scan.Bind = func(r *dialects.Rows) (bool, error) {
		s.listed.Add(r)
		if told != nil {
			if whole, err := told(r); whole || err != nil {
				return whole, err
			}
		}
		return r.Table.Server || r.Columns == nil, ctx.Err()
	}
	in := d.NewScanner(src, scan)
	var c dialects.Chunk
	for {
		err := in.Scan(&c)
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		s.chunk(&c)
	}
	r := &Result{Schema: s.listed.With(in.Schema()), LargeObjects: s.largeObjects}
	for _, t := range r.Schema.Tables() {
		if with := s.withHidden(t); with != t {
			r.Schema.Put(with)
		}
	}
	r.Tables = judgeTables(r.Schema, o, s)
	for i := range r.Tables {
		if t := s.tables[r.Tables[i].Name]; t != nil {
			r.Tables[i].Rows = t.rows
		}
	}
	return r, nil
}

// withHidden gives a table those of its hidden columns that rows name.
func (s *sampler) withHidden(t *schema.Table) *schema.Table {
	seen := s.tables[t.Name]
	with := t
	for _, c := range t.Hidden {
		if seen == nil || seen.columns[s.key(t, c)] == nil {
			continue
		}
		if with == t {
			with = t.Clone()
		}
		with.Columns = append(with.Columns, c)
	}
	return with
}

// key is the name of a column as its dialect compares names.
func (s *sampler) key(t *schema.Table, c *schema.Column) string {
	if t.FoldsColumns() {
		return schema.FoldASCII(c.Name)
	}
	return c.Name
}

// A sampler judges rows as they come.
type sampler struct {
	scratch
	listed dialects.Listed
	tables map[schema.Name]*sampled
	heads  map[*dialects.Rows]*head
	head   *head // of the rows that came last
	of     *dialects.Rows

	largeObjects bool
	watch        func(*dialects.Item, []byte)
}

// scratch is memory that is used again for each value.
type scratch struct {
	fields []dialects.Field
	text   []byte
	lower  []byte
	found  []value.Finding
	seed   maphash.Seed
	own    []ValueDetector
}

// A sampled table is its rows and what was seen of its columns.
type sampled struct {
	rows    int64
	columns map[string]*stats
}

// A head lines the columns of rows up with those of their table.
type head struct {
	table   *sampled
	columns []*stats
}

// maxHeads is how many heads are remembered: a dump can have one for each statement.
const maxHeads = 1024

func (s *sampler) lineUp(r *dialects.Rows) *head {
	if r == s.of {
		return s.head
	}
	h := s.heads[r]
	if h == nil {
		t := s.tables[r.Table.Name]
		if t == nil {
			t = &sampled{columns: map[string]*stats{}}
			s.tables[r.Table.Name] = t
		}
		h = &head{table: t}
		for _, c := range r.Columns {
			key := s.key(r.Table, c)
			if t.columns[key] == nil {
				t.columns[key] = &stats{}
			}
			h.columns = append(h.columns, t.columns[key])
		}
		if len(s.heads) >= maxHeads {
			clear(s.heads)
		}
		s.heads[r] = h
	}
	s.of, s.head = r, h
	return h
}

// chunk counts the rows of a chunk, and judges those that are drawn.
func (s *sampler) chunk(c *dialects.Chunk) {
	for i := range c.Items {
		it := &c.Items[i]
		if s.watch != nil && (it.Kind == dialects.Stmt || it.Kind == dialects.Head) {
			s.watch(it, c.Data)
		}
		s.largeObjects = s.largeObjects || it.Kind == dialects.Stmt && it.Stmt.Class == dialects.LargeObject
		if st := it.Stmt; it.Kind == dialects.Stmt && st.Class == dialects.Change && st.Table != nil { // INSERT ... DEFAULT VALUES
			s.listed.Add(&dialects.Rows{Table: st.Table})
		}
		if it.Rows == nil {
			continue
		}
		switch it.Kind {
		case dialects.Row:
			h := s.lineUp(it.Rows)
			h.table.rows++
			if weight := drawn(h.table.rows); weight > 0 {
				s.row(h, it.Rows, c.Data[it.Body:it.End], weight)
			}
		case dialects.Raw:
			s.lineUp(it.Rows).table.rows += it.N
		}
	}
}

// every is how many rows of a table are all judged.
const every = 300

// drawn says for how many rows the n-th of a table stands; 0: it is passed over. The n-th
// is drawn with a chance of every/n, by a hash of n, so that the whole table is seen and
// a table ten times as long costs little more.
func drawn(n int64) float64 {
	if n <= every {
		return 1
	}
	x := uint64(n) * 0x9e3779b97f4a7c15
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	x ^= x >> 32
	if x>>11 < uint64(float64(1<<53)*every/float64(n)) {
		return float64(n) / every
	}
	return 0
}

// row judges the values of a row. What does not decode is passed over: a scan looks for
// data, and whether the dump is sound is the business of a run.
func (s *sampler) row(h *head, r *dialects.Rows, row []byte, weight float64) {
	fields, err := r.Codec.Fields(s.fields[:0], row)
	s.fields = fields
	if err != nil || len(fields) != len(h.columns) {
		return
	}
	for i, f := range fields {
		switch f.Form {
		case dialects.Null, dialects.Default, dialects.Expr, dialects.Bool:
			continue
		}
		if r.Columns[i].Type.Kind == schema.Bool || r.Columns[i].Type.Bits > 0 && r.Columns[i].Type.Bits <= 16 {
			continue
		}
		v, err := r.Codec.Decode(s.text[:0], row, f, i)
		s.text = v
		if err == nil && len(v) > 0 {
			h.columns[i].add(v, weight, &s.scratch)
		}
	}
}

// stats gives what was seen of a column; nil for nothing.
func (s *sampler) stats(t *schema.Table, c *schema.Column) *stats {
	if s == nil || s.tables[t.Name] == nil {
		return nil
	}
	return s.tables[t.Name].columns[s.key(t, c)]
}
