package verify

import (
	"bytes"
	"context"
	"io"
	"slices"
	"sync"
	"unicode"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// An Open opens a dump from its beginning. It is asked up to three times for each of the two,
// and more often where the policy leaves out rows with which others go.
type Open func() (io.ReadCloser, error)

// Compare judges a masked dump as [Run] does, and looks in it for the values of the raw
// one. Each value of a masked column, and of what is left out, is looked for in every column
// and all text, in whatever guise it may stand there; and it is held against what stands in
// its own place, which is to be another.
//
// The dumps are read
//
//  1. side by side: for the fingerprints of the raw values (see needles), and for what stands
//     in its own place
//  2. the masked one: for what has such a fingerprint, and what may be a hash
//  3. the raw one, if anything was found: whose value that is
//  4. the masked one, if it is a hash: where
//
// No value is kept from one to the next.
func Compare(ctx context.Context, source, masked Open, d dialects.Dialect, p *mask.Plan, o Options) (*Verdict, error) {
	c := newComparison(p, o)
	if err := c.choose(ctx, source, d); err != nil {
		return nil, err
	}
	if err := c.collect(ctx, source, masked, d); err != nil {
		return nil, err
	}
	return c.find(ctx, source, masked, d)
}

// find looks for what was collected.
func (c *comparison) find(ctx context.Context, source, masked Open, d dialects.Dialect) (*Verdict, error) {
	c.needles.settle()
	var all *tally
	err := opened(masked, func(src io.Reader) (err error) {
		all, err = judged(ctx, src, d, c.walk, c.o, &c.search)
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(c.hits.values) > 0 || c.sums.marks != nil {
		if err := opened(source, func(raw io.Reader) error { return c.trace(ctx, raw, d) }); err != nil {
			return nil, err
		}
	}
	if len(c.hashed) > 0 {
		c.wanted = c.hashed
		if err := opened(masked, func(src io.Reader) error { return hashes(ctx, src, d, c.walk, c.o, &c.search) }); err != nil {
			return nil, err
		}
	}
	v := all.verdict(c.walk)
	c.conclude(v, all)
	return v, nil
}

// A ReadError says which of the two dumps could not be read.
type ReadError struct {
	Source bool // the raw one
	Err    error
}

func (e *ReadError) Error() string { return e.Err.Error() }
func (e *ReadError) Unwrap() error { return e.Err }

func ofSource(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return &ReadError{Source: true, Err: err}
}

// A search is what is looked for in a masked dump, and what of it was found.
type search struct {
	needles *needles
	sums    *sums
	hits    *hits
	wanted  map[identity]*origin // hashes that are known to be there; nil: it is not known yet
}

type comparison struct {
	search
	walk    *walk
	o       Options
	survey  *mask.Survey // of rows that are left out, or nil
	sources []*source    // by column
	rows    []int64      // of the raw dump that are to be in the masked one, by table
	found   map[identity]*origin
	hashed  map[identity]*origin
}

func newComparison(p *mask.Plan, o Options) *comparison {
	return &comparison{search: search{needles: newNeedles(), sums: newSums(), hits: newHits()}, walk: newWalk(p), o: o}
}

// A source is a column of the raw dump.
type source struct {
	Source
	weighed int64 // of those in place: fakes of shorter values are often the same
	same    sight // of these
}

// An origin is which columns a value comes from, and in how many rows.
type origin struct {
	columns map[int]int64
	whole   bool // it is both parts of somebody's name
	word    bool // it is a word alone
	recurs  bool // beside it stands another value of the same row
}

func (o *origin) in(column int, n int64) {
	if o.columns == nil {
		o.columns = map[int]int64{}
	}
	o.columns[column] += n
}

func opened(open Open, read func(io.Reader) error) error {
	r, err := open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // it was only read
	return read(r)
}

// choose finds out which rows the policy leaves out.
func (c *comparison) choose(ctx context.Context, source Open, d dialects.Dialect) (err error) {
	if c.o.LeftOut == nil && !c.walk.plan.LeavesOut() {
		return nil
	}
	c.survey, err = mask.NewSurvey(ctx, source, d, c.walk.plan, mask.Scan(c.o.Scan), mask.Surveyed(c.o.LeftOut))
	return ofSource(err)
}

// looked says whether the values of a column are looked for: a rule speaks for them, or
// their rows are left out.
func looked(col *column, left bool) bool { return left || col.decision.Masked }

// collect takes the values of the raw dump, and holds them against those in their places.
func (c *comparison) collect(ctx context.Context, source, masked Open, d dialects.Dialect) error {
	return opened(source, func(raw io.Reader) error {
		return opened(masked, func(beside io.Reader) error {
			r, err := c.reader(ctx, raw, beside, d)
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
			c.rows = r.counts
			return err
		})
	})
}

// A collector is what one goroutine takes from the raw dump.
type collector struct {
	needles     *needles
	picker      picker
	row, beside rowOf
	sources     []*source
	add         func([]rune)
}

func newCollector(c *comparison) *collector {
	w := &collector{needles: c.needles, picker: picker{forms: theForms()}}
	w.add = w.needles.add
	return w
}

func (w *collector) chunk(j *rows) error {
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
	o := &j.beside[item]
	if o.page != nil {
		if err := w.beside.split(o.rows, o.raw); err != nil {
			o.page = nil // judging it will say so
		}
	}
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
		s.Values++
		if !w.picker.value(col, it.Rows.Columns[i], v, w.add) {
			s.Short++
		}
		if o.page != nil {
			s.InPlace++
			if len(v) < leastWeighed {
				continue
			}
			s.weighed++
			if w.same(o, i, col.number, w.row.fields[i].Span.Of(raw), v) {
				if s.same.count == 0 {
					s.same.first = o.page.chunk.PosAt(o.page.chunk.Items[o.at].Body)
				}
				s.same.count++
			}
		}
	}
	w.picker.names(w.add)
	return nil
}

// leastWeighed is the length of the shortest value that says something if it has not changed.
const leastWeighed = 4

// same says whether the value of a column in the masked dump is that of the raw one.
func (w *collector) same(o *other, i, column int, written, v []byte) bool {
	if i >= len(o.layout.columns) || o.layout.columns[i] != column {
		if i = slices.Index(o.layout.columns, column); i < 0 {
			return false
		}
	}
	if bytes.Equal(w.beside.fields[i].Span.Of(o.raw), written) {
		return true
	}
	return bytes.Equal(w.beside.value(o.rows, o.raw, i), v)
}

func (w *collector) source(col *column) *source {
	w.sources = grown(w.sources, col.number)
	if w.sources[col.number] == nil {
		w.sources[col.number] = &source{Source: Source{Table: col.table, Column: col.name, Rule: col.decision.Rule}}
	}
	return w.sources[col.number]
}

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
			if s.same.count > 0 {
				all.same.add(s.same.first, s.same.count)
			}
		}
	}
}

// trace reads the raw dump again: whose the values are that were found.
func (c *comparison) trace(ctx context.Context, raw io.Reader, d dialects.Dialect) error {
	r, err := c.reader(ctx, raw, nil, d)
	if err != nil {
		return err
	}
	c.found, c.hashed = map[identity]*origin{}, map[identity]*origin{}
	var mu sync.Mutex
	return share(c.o.Workers, r.fill, func() func(*rows) error {
		t := &tracer{c: c, picker: picker{forms: theForms()}, mu: &mu}
		t.see = func(canonical []rune) { t.value(c.needles.identity(canonical), false) }
		t.name = func(canonical []rune) { t.value(c.needles.identity(canonical), true) }
		t.hash = t.sum
		return t.chunk
	})
}

// A tracer is what one goroutine finds out of the origin of values.
type tracer struct {
	c         *comparison
	picker    picker
	row       rowOf
	lower     []byte
	column    int
	word      bool
	mu        *sync.Mutex
	see, name func([]rune)
	hash      func(identity)
	found     []of // in this row
}

// An of is a value that was found, and the column that it is of.
type of struct {
	id     identity
	column int
	word   bool
}

func (t *tracer) chunk(j *rows) error {
	for item := range j.chunk.Items {
		it, l := &j.chunk.Items[item], j.layouts[item]
		if it.Kind != dialects.Row || !l.looked && !j.left[item] {
			continue
		}
		raw, left := j.chunk.Data[it.Body:it.End], j.left[item] || l.drops
		if err := t.row.split(it.Rows, raw); err != nil {
			return ofSource(&mask.Error{Table: it.Rows.Table.Name.String(), Row: it.N, Pos: j.chunk.PosAt(it.Body), Err: err})
		}
		for i := range it.Rows.Columns {
			col := j.columns[l.columns[i]]
			if !looked(col, left) {
				continue
			}
			v := t.row.value(it.Rows, raw, i)
			if v == nil {
				continue
			}
			t.column, t.word = col.number, !col.told && isOneWord(v)
			t.picker.name(col, v)
			if len(t.c.hits.values) > 0 {
				t.picker.value(col, it.Rows.Columns[i], v, t.see)
			}
			t.hashes(v)
		}
		t.column, t.word = t.picker.named, false
		t.picker.names(t.name)
		t.recur()
	}
	return nil
}

// recur notes of words that were found whether another value of the row stands beside them:
// one alone is a word as others are.
func (t *tracer) recur() {
	for i, x := range t.found {
		if x.word && slices.ContainsFunc(t.found, func(y of) bool { return y.column != x.column && t.c.hits.together(x.id, y.id) }) {
			t.mu.Lock()
			t.c.found[t.found[i].id].recurs = true
			t.mu.Unlock()
		}
	}
	t.found = t.found[:0]
}

// isOneWord says whether a value is a word as titles, places and kinds of things have them:
// letters alone, and in scripts without spaces few of them.
func isOneWord(v []byte) bool {
	letters, beyond := 0, 0
	for i := 0; i < len(v); {
		r, n := decodeRune(v[i:])
		if r >= broken || !unicode.IsLetter(r) && r != '-' && r != 'ー' {
			return false
		}
		i += n
		letters++
		if r >= 0x3000 {
			beyond++
		}
	}
	return letters <= longestWord && (beyond == 0 || letters <= longestName)
}

// How many letters a word has at most: in Latin and the like, and in kana and kanji.
const (
	longestWord = 24
	longestName = 4
)

// value notes that a value which was found comes from a column.
func (t *tracer) value(id identity, whole bool) {
	if t.c.hits.values[id] == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	o := originIn(t.c.found, id)
	o.whole, o.word = o.whole || whole, o.word || t.word
	o.in(t.column, 1)
	t.found = append(t.found, of{id, t.column, t.word})
}

func originIn(m map[identity]*origin, id identity) *origin {
	o := m[id]
	if o == nil {
		o = &origin{}
		m[id] = o
	}
	return o
}

// leastHashed is how many letters and digits a value has whose hashes are looked for, where one
// beyond ASCII counts as two: a:0:{} and its like are no values.
const leastHashed = 4

func weight(v []byte) (n int) {
	for _, c := range v {
		if signs[c]&(base64Sign|high) != 0 {
			n++
		}
	}
	return n
}

// hashes looks for those of a value, and of its small letters.
func (t *tracer) hashes(v []byte) {
	if t.c.sums.marks == nil || len(v) > longestHashed || weight(v) < leastHashed {
		return
	}
	t.c.sums.of(v, t.hash)
	t.lower = append(t.lower[:0], bytes.ToLower(v)...)
	if !bytes.Equal(t.lower, v) {
		t.c.sums.of(t.lower, t.hash)
	}
}

// longestHashed is the length of the longest such value.
const longestHashed = 1024

func (t *tracer) sum(id identity) {
	t.mu.Lock()
	defer t.mu.Unlock()
	originIn(t.c.hashed, id).in(t.column, 1)
}

// conclude adds to a verdict what the comparison has shown.
func (c *comparison) conclude(v *Verdict, all *tally) {
	leaks := map[leak]*sight{}
	c.leaks(leaks)
	for l, s := range leaks {
		from := c.walk.columns[l.source]
		f := Finding{What: Survives, SourceTable: from.table, SourceColumn: from.name, Guise: l.as.String(), First: s.first, Count: s.count}
		switch {
		case l.at.column >= 0:
			f.Table, f.Column = c.walk.columns[l.at.column].table, c.walk.columns[l.at.column].name
		case l.at.table >= 0:
			f.Table = c.walk.names[l.at.table]
		}
		v.Findings = append(v.Findings, f)
	}
	even := c.rowCounts(v, all)
	for n, s := range c.sources {
		if s == nil {
			continue
		}
		col := c.walk.columns[n]
		if !even[c.walk.tables[col.table]] { // what stands beside each other is not the same row
			s.InPlace, s.weighed, s.same = 0, 0, sight{}
		}
		if few := slices.ContainsFunc(col.decision.Kinds(), hasFew); !few && !col.decision.Stays && 2*s.same.count > s.weighed {
			v.Findings = append(v.Findings, Finding{What: Unchanged, Table: col.table, Column: col.name, First: s.same.first, Count: s.same.count})
		}
		s.Searched = s.Values - s.Short
		if col.decision.Masked && s.Searched+s.InPlace == 0 {
			v.Findings = append(v.Findings, Finding{What: NotCompared, Table: col.table, Column: col.name, Count: s.Values})
		}
		v.Sources = append(v.Sources, s.Source)
	}
	if n := c.hits.more; n > 0 {
		v.Findings = append(v.Findings, Finding{What: TooMany, Count: n})
	}
	v.compared = true
	v.sort()
}

// rowCounts holds the number of rows of each table against that in the raw dump, and says
// where they are even.
func (c *comparison) rowCounts(v *Verdict, all *tally) []bool {
	even := make([]bool, len(c.walk.names))
	for i, name := range c.walk.names {
		c.rows, all.rows = grown(c.rows, i), grown(all.rows, i)
		raw, masked := c.rows[i], all.rows[i]
		if even[i] = raw == masked; even[i] || c.walk.drops[i] {
			continue // rows of a table that is left out are a finding already
		}
		v.Findings = append(v.Findings, Finding{What: Rows, Table: name, Count: max(raw, masked) - min(raw, masked)})
	}
	return even
}

// A leak is values of a column, at a place, in a guise.
type leak struct {
	source int
	at     place
	as     guise
}

// leaks gives what survives, and counts what explains itself.
func (c *comparison) leaks(all map[leak]*sight) {
	take := func(o *origin, places map[hit]*spots) {
		for n, rows := range o.columns {
			s := c.sources[n]
			col := c.walk.columns[n]
			if rows > commonRows && rows*commonShare > s.Values || !o.whole && col.words || !col.told && o.word && !o.recurs {
				s.Common++
				continue
			}
			for h, seen := range places {
				if h.at.column >= 0 && h.as != hashed && c.alike(n, h.at.column) {
					s.Fakes += seen.count
					continue
				}
				l := leak{n, h.at, h.as}
				if all[l] == nil {
					all[l] = &sight{}
				}
				all[l].add(seen.first, seen.count)
			}
		}
	}
	for id, o := range c.found {
		take(o, c.hits.values[id])
	}
	for id, o := range c.hashed {
		take(o, c.hits.values[id])
	}
}

// A value that stands in more than commonRows rows, and in more than one of commonShare, is
// a common word: it tells of nobody.
const (
	commonRows  = 20
	commonShare = 20
)

// alike says whether a fake of one column can be a value of the other: both hold names, or
// numbers of which there are few. Whether it is the value itself, its own place tells.
func (c *comparison) alike(source, at int) bool {
	if from := &c.walk.columns[source].decision; source == at && from.Stays && from.Masked {
		return true
	}
	to := &c.walk.columns[at].decision
	if !to.Masked {
		return false
	}
	for _, a := range c.walk.columns[source].decision.Kinds() {
		for _, b := range to.Kinds() {
			if a == b && repeats(a) || isName(a) && isName(b) {
				return true
			}
		}
	}
	return false
}

// isName are the kinds whose fakes are names that people have.
func isName(kind string) bool {
	switch kind {
	case "person_name", "family_name", "given_name", "kana_name", "nickname", "username", "shape":
		return true
	}
	return false
}

// repeats are the kinds of which a fake can be a value of another row.
func repeats(kind string) bool {
	_, told := fake.Chance(kind)
	return !told && kind != "address" && kind != "uuid" && kind != "hash" && kind != "password" && kind != "blob"
}

// hasFew are the kinds with so few values that a fake is often the value.
func hasFew(kind string) bool {
	switch kind {
	case "gender", "choice", "class_name", "attendance_no", "prefecture", "city", "fixed", "redact", "null", "integer", "template":
		return true
	}
	return false
}
