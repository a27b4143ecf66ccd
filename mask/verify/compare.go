package verify

import (
	"bytes"
	"context"
	"errors"
	"hash/maphash"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// An Open opens a dump from its beginning. It is asked twice for each of the two.
type Open func() (io.ReadCloser, error)

// Compare judges a masked dump as [Run] does, and looks in it for the values of the raw
// one. Each value of a masked column, and of a table that is left out, is looked for in
// every column and all text, in whatever guise it may stand there; and it is held against
// what stands in its own place, which is to be another.
//
// The raw dump is read twice: for the fingerprints of its values (see needles), and to
// tell what was found. No value is kept from one reading to the next.
func Compare(ctx context.Context, source, masked Open, d dialects.Dialect, p *mask.Plan, o Options) (*Verdict, error) {
	c := &comparison{walk: newWalk(p), needles: newNeedles(), o: o}
	if err := c.reading(source, func(src io.Reader) error { return ofSource(c.collect(ctx, src, d)) }); err != nil {
		return nil, err
	}
	var v *Verdict
	err := c.reading(masked, func(src io.Reader) (err error) {
		v, c.hits, err = c.judge(ctx, src, d)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = c.reading(source, func(raw io.Reader) error {
		return c.reading(masked, func(src io.Reader) error { return c.tell(ctx, raw, src, d) })
	})
	if err != nil {
		return nil, err
	}
	c.conclude(v)
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
	if err == nil {
		return nil
	}
	return &ReadError{Source: true, Err: err}
}

type comparison struct {
	walk     *walk
	needles  *needles
	o        Options
	sources  []*source // by column
	rows     []int64   // of the raw dump, by table
	maskedIn []int64   // of the masked one
	hits     *hits
	found    map[identity]*origin
	digested map[uint64]*origin
	line     struct {
		canonical []byte
		hashes    []uint64
		found     []value.Finding
		lower     []byte
		// The parts of a name in this row, and the column of the first.
		family, given []byte
		named         int
	}
}

// A source is a column of the raw dump.
type source struct {
	Source
	same sight
}

// An origin is which columns a value comes from, and in how many rows.
type origin struct {
	columns map[int]int64
	whole   bool // it is both parts of somebody's name
}

func (o *origin) in(column int) {
	if o.columns == nil {
		o.columns = map[int]int64{}
	}
	o.columns[column]++
}

func (c *comparison) reading(open Open, read func(io.Reader) error) error {
	r, err := open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // it was only read
	return read(r)
}

// looked says whether the values of a column are looked for: a rule speaks for them, or
// their rows are left out.
func looked(col *column, drops bool) bool { return drops || col.decision.Masked }

// collect takes the values of the raw dump.
func (c *comparison) collect(ctx context.Context, src io.Reader, d dialects.Dialect) error {
	o := c.o
	o.Workers = 1
	return c.walk.run(ctx, src, d, o, func() func(*job) error {
		return func(j *job) error {
			return c.each(j, func(l *layout, _ *dialects.Item, row rowOf) error {
				c.rows = grown(c.rows, l.table)
				c.rows[l.table]++
				add := func(canonical []byte) {
					c.line.hashes = c.needles.hashes(c.line.hashes, canonical)
					c.needles.add(canonical, c.line.hashes)
				}
				defer c.names(add)
				return row.values(func(i int, v []byte) {
					col := j.columns[l.columns[i]]
					if !looked(col, l.drops) {
						return
					}
					c.name(col, v)
					s := c.source(col)
					s.Values++
					if !c.needlesOf(col, row.rows.Columns[i], v, add) {
						s.Short++
					}
				})
			})
		}
	})
}

func (c *comparison) source(col *column) *source {
	c.sources = grown(c.sources, col.number)
	if c.sources[col.number] == nil {
		c.sources[col.number] = &source{Source: Source{Table: col.table, Column: col.name, Rule: col.decision.Rule}}
	}
	return c.sources[col.number]
}

// needlesOf gives what is looked for of a value: the value, if it tells of anybody, and
// what is in it of known kinds. ok says whether there is anything.
func (c *comparison) needlesOf(col *column, as *schema.Column, v []byte, see func(canonical []byte)) (ok bool) {
	if kinds := col.decision.Kinds(); len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k string) bool { return !isCommon(k) }) || as.Type.Kind == schema.Integer && !col.decision.Masked || as.Type.Kind == schema.Bool {
		return false
	}
	if f, whole := value.Whole(v); whole && (f.Kind == value.Date || f.Kind == value.BirthDate) {
		return false
	}
	one := func(part []byte) {
		c.line.canonical = cutNeedle(appendCanonical(c.line.canonical[:0], part))
		if tellsOf(c.line.canonical) {
			see(c.line.canonical)
			ok = true
		}
	}
	if !col.decision.Parts() {
		one(v)
	}
	if len(v) > shortestText {
		c.line.found = value.Find(c.line.found[:0], v)
		for _, f := range c.line.found {
			if tells(f) && (f.Start > 0 || f.End < len(v)) {
				one(v[f.Start:f.End])
			}
		}
	}
	return ok
}

// name notes the parts of a person's name in a row. One alone is a word that many have, and
// stands in titles and streets; both beside each other are the person.
func (c *comparison) name(col *column, v []byte) {
	for _, kind := range col.decision.Kinds() {
		switch kind {
		case familyName:
			c.line.family, c.line.named = append(c.line.family[:0], v...), col.number
		case givenName:
			c.line.given = append(c.line.given[:0], v...)
		}
	}
}

const (
	familyName = "family_name"
	givenName  = "given_name"
)

// names gives the whole names of a row that is read, in both orders.
func (c *comparison) names(see func(canonical []byte)) {
	if len(c.line.family) > 0 && len(c.line.given) > 0 {
		for _, parts := range [...][2][]byte{{c.line.family, c.line.given}, {c.line.given, c.line.family}} {
			c.line.canonical = cutNeedle(appendCanonical(appendCanonical(c.line.canonical[:0], parts[0]), parts[1]))
			if tellsOf(c.line.canonical) {
				see(c.line.canonical)
			}
		}
	}
	c.line.family, c.line.given = c.line.family[:0], c.line.given[:0]
}

// isPart says whether a column has single parts of names.
func isPart(col *column) bool {
	kinds := col.decision.Kinds()
	return len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k string) bool { return k != familyName && k != givenName })
}

// shortestText is how long a value is that is looked into.
const shortestText = 16

// isCommon says whether values of a kind are so few that they stand everywhere. They are
// held against their own place alone.
func isCommon(kind string) bool {
	switch kind {
	case "date", "birth_date", "gender", "number", "integer", "choice", "prefecture", "city", "class_name", "attendance_no", "postal_code", "user_agent":
		return true
	}
	return false
}

// A rowOf is a row beside what it takes to decode it.
type rowOf struct {
	rows   *dialects.Rows
	raw    []byte
	fields []dialects.Field
	text   []byte
}

// values visits the values of a row that are neither NULL nor empty, as a judge sees them.
func (r *rowOf) values(visit func(i int, v []byte)) error {
	var err error
	if r.fields, err = r.rows.Codec.Fields(r.fields[:0], r.raw); err != nil {
		return err
	}
	if len(r.fields) != len(r.rows.Columns) {
		return dialects.ErrFields
	}
	for i, f := range r.fields {
		if f.Form == dialects.Null || f.Form == dialects.Default {
			continue
		}
		if r.text, err = r.rows.Codec.Decode(r.text[:0], r.raw, f, i); err != nil {
			r.text = append(r.text[:0], f.Span.Of(r.raw)...)
		}
		if len(r.text) > 0 {
			visit(i, r.text)
		}
	}
	return nil
}

// each visits the rows of a chunk.
func (c *comparison) each(j *job, visit func(*layout, *dialects.Item, rowOf) error) error {
	for i := range j.chunk.Items {
		it, l := &j.chunk.Items[i], j.layouts[i]
		if it.Kind != dialects.Row {
			continue
		}
		if err := visit(l, it, rowOf{rows: it.Rows, raw: j.chunk.Data[it.Body:it.End]}); err != nil {
			return &mask.Error{Table: it.Rows.Table.Name.String(), Row: it.N, Pos: j.chunk.PosAt(it.Body), Err: err}
		}
	}
	return nil
}

// judge judges the masked dump and looks for the values in it.
func (c *comparison) judge(ctx context.Context, src io.Reader, d dialects.Dialect) (*Verdict, *hits, error) {
	all, err := judged(ctx, src, d, c.walk, c.o, c.needles)
	if err != nil {
		return nil, nil, err
	}
	v := all.verdict(c.walk)
	c.maskedIn = all.rows
	return v, all.hits, nil
}

// tell reads both dumps side by side: whose the values are that were found, and which
// stand in their own place.
func (c *comparison) tell(ctx context.Context, raw, masked io.Reader, d dialects.Dialect) error {
	c.found, c.digested = map[identity]*origin{}, map[uint64]*origin{}
	for id := range c.hits.values {
		c.found[id] = &origin{}
	}
	for sum := range c.hits.digests {
		c.digested[sum] = &origin{}
	}
	beside := &rowReader{walk: c.walk, ctx: ctx, scanner: c.walk.scanner(masked, d, c.o)}
	from := &rowReader{walk: c.walk, ctx: ctx, scanner: c.walk.scanner(raw, d, c.o)}
	other := map[int][]byte{} // the values of the masked row, by column
	for {
		row, l, pos, err := from.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return ofSource(err)
		}
		aligned := c.aligned(l)
		for aligned {
			m, at, _, err := beside.next()
			if errors.Is(err, io.EOF) {
				aligned = false
				break
			}
			if err != nil {
				return err
			}
			if at.table != l.table {
				continue
			}
			clear(other)
			if err := m.values(func(i int, v []byte) { other[at.columns[i]] = bytes.Clone(v) }); err != nil {
				return err
			}
			break
		}
		err = row.values(func(i int, v []byte) {
			col := c.walk.columns[l.columns[i]]
			if !looked(col, l.drops) {
				return
			}
			if aligned {
				s := c.source(col)
				s.InPlace++
				if bytes.Equal(other[col.number], v) {
					s.same.add(pos(), 1)
				}
			}
			c.name(col, v)
			c.attribute(col, row.rows.Columns[i], v)
		})
		if err != nil {
			return err
		}
		c.names(func(canonical []byte) {
			if o := c.origin(canonical); o != nil {
				o.whole = true
				o.in(c.line.named)
			}
		})
	}
}

// aligned says whether the rows of a table stand beside each other in both dumps.
func (c *comparison) aligned(l *layout) bool {
	return !l.drops && l.table < len(c.maskedIn) && c.maskedIn[l.table] == c.rows[l.table]
}

// origin gives where a value comes from that was found, or nil.
func (c *comparison) origin(canonical []byte) *origin {
	c.line.hashes = c.needles.hashes(c.line.hashes, canonical)
	return c.found[c.needles.identity(canonical, c.needles.mark(c.line.hashes, 0, len(canonical)))]
}

// attribute notes that a value which was found comes from a column.
func (c *comparison) attribute(col *column, as *schema.Column, v []byte) {
	if len(c.found) == 0 && len(c.digested) == 0 {
		return
	}
	c.needlesOf(col, as, v, func(canonical []byte) {
		if o := c.origin(canonical); o != nil {
			o.in(col.number)
		}
	})
	if len(c.digested) == 0 || len(v) < leastHashed {
		return
	}
	see := func(sum []byte) {
		if o := c.digested[maphash.Bytes(c.needles.seed, sum)]; o != nil {
			o.in(col.number)
		}
	}
	c.hits.digestsOf(v, see)
	c.line.lower = append(c.line.lower[:0], bytes.ToLower(v)...)
	if !bytes.Equal(c.line.lower, v) {
		c.hits.digestsOf(c.line.lower, see)
	}
}

// leastHashed is the length of the shortest value whose hashes are looked for.
const leastHashed = 4

// A rowReader gives rows one by one.
type rowReader struct {
	walk    *walk
	ctx     context.Context
	scanner dialects.Scanner
	job     job
	at      int
	row     rowOf
}

func (r *rowReader) next() (*rowOf, *layout, func() dialects.Pos, error) {
	for {
		for r.at < len(r.job.chunk.Items) {
			i := r.at
			r.at++
			if it := &r.job.chunk.Items[i]; it.Kind == dialects.Row {
				r.row.rows, r.row.raw = it.Rows, r.job.chunk.Data[it.Body:it.End]
				return &r.row, r.job.layouts[i], func() dialects.Pos { return r.job.chunk.PosAt(it.Body) }, nil
			}
		}
		if err := r.walk.fill(r.ctx, r.scanner, &r.job); err != nil {
			return nil, nil, nil, err
		}
		r.at = 0
	}
}

// conclude adds to a verdict what the comparison has shown.
func (c *comparison) conclude(v *Verdict) {
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
	for n, s := range c.sources {
		if s == nil {
			continue
		}
		col := c.walk.columns[n]
		if few := slices.ContainsFunc(col.decision.Kinds(), hasFew); !few && !col.decision.Stays && 2*s.same.count > s.InPlace {
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
	c.rowCounts(v)
	v.compared = true
	v.sort()
}

// rowCounts holds the number of rows of each table against that in the raw dump.
func (c *comparison) rowCounts(v *Verdict) {
	for i, name := range c.walk.names {
		c.rows, c.maskedIn = grown(c.rows, i), grown(c.maskedIn, i)
		raw, masked := c.rows[i], c.maskedIn[i]
		if raw == masked || c.walk.drops[i] || c.walk.plan.LeavesOut() && masked < raw {
			continue
		}
		v.Findings = append(v.Findings, Finding{What: Rows, Table: name, Count: max(raw, masked) - min(raw, masked)})
	}
}

// A leak is values of a column, at a place, in a guise.
type leak struct {
	source int
	at     place
	as     guise
}

// leaks gives what survives, and counts what explains itself.
func (c *comparison) leaks(all map[leak]*sight) {
	take := func(o *origin, places map[hit]*sight) {
		for n, rows := range o.columns {
			s := c.sources[n]
			if rows > commonRows && rows*commonShare > s.Values || !o.whole && isPart(c.walk.columns[n]) {
				s.Common++
				continue
			}
			for h, seen := range places {
				if h.at.column >= 0 && c.alike(n, h.at.column) {
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
	for sum, o := range c.digested {
		take(o, c.hits.digests[sum])
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
