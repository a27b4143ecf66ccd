package verify

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

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
// No value is kept from one to the next. What was taken by [Collect] while the dump was
// masked is held against what stands in its own place the third time.
func Compare(ctx context.Context, source, masked Open, d dialects.Dialect, p *mask.Plan, o Options) (*Verdict, error) {
	c := newComparison(p, d, o)
	if err := c.choose(ctx, source); err != nil {
		return nil, err
	}
	err := opened(source, func(raw io.Reader) error {
		return opened(masked, func(beside io.Reader) error { return c.collect(ctx, raw, beside) })
	})
	if err != nil {
		return nil, err
	}
	return c.find(ctx, source, masked)
}

// A Collection has what is to be looked for in a masked dump.
type Collection struct{ c *comparison }

// Collect reads a raw dump for what is to be looked for: while it is masked, in a copy of the
// stream. Options.LeftOut is the survey of the run, if it has one.
func Collect(ctx context.Context, src io.Reader, d dialects.Dialect, p *mask.Plan, o Options) (*Collection, error) {
	c := newComparison(p, d, o)
	c.survey = o.LeftOut
	if err := c.collect(ctx, src, nil); err != nil {
		return nil, err
	}
	return &Collection{c}, nil
}

// Compare looks for what was collected, as [Compare] does, in a masked dump in the dialect d.
// It can be called once.
func (c *Collection) Compare(ctx context.Context, source, masked Open, d dialects.Dialect) (*Verdict, error) {
	c.c.d = d
	return c.c.find(ctx, source, masked)
}

// find looks for what was collected.
func (c *comparison) find(ctx context.Context, source, masked Open) (*Verdict, error) {
	c.needles.settle()
	var all *tally
	err := opened(masked, func(src io.Reader) (err error) {
		all, err = judged(ctx, src, c.d, c.walk, c.o, &c.search)
		return err
	})
	switch {
	case err != nil:
	case !c.placed:
		err = opened(source, func(raw io.Reader) error {
			return opened(masked, func(beside io.Reader) error { return c.trace(ctx, raw, beside) })
		})
	case len(c.hits.values) > 0 || c.sums.marks != nil:
		err = opened(source, func(raw io.Reader) error { return c.trace(ctx, raw, nil) })
	}
	if err == nil && len(c.hashed) > 0 {
		c.wanted = c.hashed
		err = opened(masked, func(src io.Reader) error { return hashes(ctx, src, c.d, c.walk, c.o, &c.search) })
	}
	if err != nil {
		return nil, err
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
	if err == nil || errors.Is(err, io.EOF) {
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
	d, raw  dialects.Dialect
	o       Options
	placed  bool         // what stands in its own place was compared
	survey  *mask.Survey // of rows that are left out, or nil
	sources []*source    // by column
	rows    []int64      // of the raw dump that are to be in the masked one, by table
	found   map[identity]*origin
	hashed  map[identity]*origin
}

func newComparison(p *mask.Plan, d dialects.Dialect, o Options) *comparison {
	return &comparison{search: search{needles: newNeedles(), sums: newSums(), hits: newHits()}, walk: newWalk(p), d: d, raw: cmp.Or(o.Source, d), o: o}
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
func (c *comparison) choose(ctx context.Context, source Open) (err error) {
	if c.o.LeftOut == nil && !c.walk.plan.LeavesOut() {
		return nil
	}
	c.survey, err = mask.NewSurvey(ctx, source, c.raw, c.walk.plan, mask.Scan(c.o.Scan), mask.Surveyed(c.o.LeftOut))
	return ofSource(err)
}

// looked says whether the values of a column are looked for: a rule speaks for them, or
// their rows are left out.
func looked(col *column, left bool) bool { return left || col.decision.Masked }

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
	var judged, ours int64
	for n, s := range c.sources {
		if s == nil {
			continue
		}
		judged, ours = judged+s.judged, ours+s.ours
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
	switch unchanged := c.unchanged(); {
	case v.Like == LikeRaw && 2*ours > judged:
		v.Like = LikeSwapped
	case unchanged:
		v.Like = LikeRaw
	}
	v.compared = true
	v.sort()
}

// unchanged says that every column has stayed as it was.
func (c *comparison) unchanged() bool {
	weighed := false
	for n, s := range c.sources {
		if s == nil || s.weighed == 0 || !c.walk.columns[n].decision.Masked {
			continue
		}
		if s.same.count < s.weighed {
			return false
		}
		weighed = true
	}
	return weighed
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
			if rows > commonRows && rows*commonShare > s.Values || !o.whole && col.words || o.word && !o.recurs {
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
