package mask

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
)

// A Survey is what a run must know of a whole dump before its first row: which rows
// are left out, since others go with them, and the places of rows in their groups.
// It holds no value but keyed hashes: 16 bytes for each key of a row that is left out
// and 32 for each row that has a place. It is of one plan and one dump, and like the
// plan it is immutable and safe for concurrent use.
type Survey struct {
	plan   *Plan
	gone   keySets // of rows that are left out
	kept   keySets // of persons who are kept, and of their values
	places places
	part   *closure                   // of a part of the dump that is kept; nil: all of it
	tables map[schema.Name]knownTable // that the dump has
	index  *index                     // of the dump
	schema *schema.Schema             // with the keys that a dump declares behind the rows
	bytes  int64                      // of the dump
	times  int                        // that it was read
	listed bool                       // the keys come from a list: of the dump nothing is known
}

// Surveys says whether a run over a dump that can be read twice should know it first;
// see [NewSurvey]. Without, it stops where it would have had to.
func (p *Plan) Surveys() bool { return p.leaves || p.keeps || p.ranks }

// NewSurvey reads a dump before it is masked, as often as rows that are left out take
// others along: twice, mostly. open opens it at its beginning. The options are those
// of the run, which gets the survey by [Surveyed]. What [Plan.LeaveOut] made may be
// among them.
func NewSurvey(ctx context.Context, open func() (io.ReadCloser, error), d dialects.Dialect, p *Plan, opts ...Option) (*Survey, error) {
	o := newOptions(opts)
	listed, err := o.survey.forPlan(p)
	if err != nil {
		return nil, err
	}
	s := &Survey{plan: p, gone: listed.gone, kept: keySets{}}
	for _, set := range s.gone {
		set.fixed = false
	}
	for {
		again, err := s.pass(ctx, open, d, o)
		if err != nil || !again {
			return s, err
		}
	}
}

// pass reads the dump once. It says whether another one could find more.
func (s *Survey) pass(ctx context.Context, open func() (io.ReadCloser, error), d dialects.Dialect, o options) (again bool, err error) {
	src, err := open()
	if err != nil {
		return false, err
	}
	defer func() { _ = src.Close() }() // it was only read
	c := newCopier(ctx, io.Discard, src, d, s.plan, o)
	c.run.survey, c.run.surveying = s, true
	s.places, s.tables = nil, map[schema.Name]knownTable{}
	s.index = newIndex(c.o.scan.ChunkSize)
	if err := s.read(c, nil, func(int64) bool { return false }); err != nil {
		return false, err
	}
	s.places.settle()
	s.schema = c.scanner.Schema().Clone()
	s.complete()
	grown := s.gone.settle()
	return s.kept.settle() || grown || c.run.late, nil
}

// read reads what a pass is about, until it has seen enough. skip steps over rows; nil: all
// are read.
func (s *Survey) read(c *copier, skip *skipper, enough func(at int64) bool) error {
	j, at := new(job), int64(0)
	for j.err == nil && !enough(at) {
		c.fill(j)
		if skip == nil {
			s.index.read(&j.chunk)
		}
		at = skip.place(dialects.Pos{Offset: j.chunk.Pos.Offset + int64(len(j.chunk.Data))}).Offset
		if c.o.progress != nil {
			c.o.progress(Progress{BytesIn: at})
		}
	}
	s.bytes = max(s.bytes, at)
	s.times++
	var bad *Error
	if errors.As(j.err, &bad) {
		bad.Pos = skip.place(bad.Pos)
	}
	return ended(j.err)
}

// Persons are persons who are known to be left out.
type Persons struct {
	Domain string // the kind of person; empty: "person"
	// Keys are their person keys: the values of the columns in the policy's order.
	Keys iter.Seq[[]string]
}

// LeaveOut makes the survey of persons who are known to be left out. A run over a dump
// that can be read only once needs it where rows come before those with which they go.
func (p *Plan) LeaveOut(lists ...Persons) (*Survey, error) {
	s := &Survey{plan: p, gone: keySets{}, kept: keySets{}, listed: true}
	r := new(Row)
	for _, l := range lists {
		domain := cmp.Or(l.Domain, personDomain)
		i := slices.IndexFunc(p.entries, func(e *entry) bool { return e.person != nil && e.person.domain == domain })
		if i < 0 {
			return nil, fmt.Errorf("no table of the policy has persons of the domain %s", quoteWord(domain))
		}
		who := p.entries[i].person
		set := s.gone.of(personSet(domain))
		for key := range l.Keys {
			if len(key) != len(who.by) {
				return nil, fmt.Errorf("the key of a person of the domain %s has %d values", quoteWord(domain), len(who.by))
			}
			r.message = append(r.message[:0], 'p')
			for _, part := range key {
				r.message = frame(r.message, canonicalKey([]byte(part)))
			}
			set.pending = append(set.pending, r.prf(who.key))
		}
		set.settle()
		set.fixed = true
	}
	return s, nil
}

// keySets are sets of keys, by what they are keys of.
type keySets map[setID]*keySet

// A setID says what keys are of: a kind of person, a key of a table, or the values of a
// domain.
type setID struct {
	database string
	name     string // of the domain or table
	columns  string // of the table's key; empty: none
	values   bool
}

func personSet(domain string) setID { return setID{name: domain} }

func (g keySets) of(id setID) *keySet {
	if g[id] == nil {
		g[id] = &keySet{}
	}
	return g[id]
}

// settle says whether a set has grown.
func (g keySets) settle() (grown bool) {
	for _, s := range g {
		grown = s.settle() || grown
	}
	return grown
}

// describe tells an audit of the keys: how many, and a digest of them, since they
// are an input of the run.
func (g keySets) describe() []Keys {
	var list []Keys
	for id, s := range g {
		s.settle()
		if len(s.keys) == 0 {
			continue
		}
		h := sha256.New()
		for i := range s.keys {
			h.Write(s.keys[i][:])
		}
		list = append(list, Keys{Of: id.String(), Keys: len(s.keys), Digest: hex.EncodeToString(h.Sum(nil))})
	}
	slices.SortFunc(list, func(a, b Keys) int { return cmp.Compare(a.Of, b.Of) })
	return list
}

func (id setID) compare(o setID) int {
	return cmp.Or(cmp.Compare(id.database, o.database), cmp.Compare(id.name, o.name), cmp.Compare(id.columns, o.columns))
}

func (id setID) String() string {
	switch {
	case id.values:
		return "values of the domain " + id.name
	case id.columns == "":
		return "persons of the domain " + id.name
	}
	return "rows of " + id.name + " by " + id.columns
}

// A keySet is a set of keys that is collected and then asked. Both at once would have
// answers hang on the order of the dump.
type keySet struct {
	keys    []fake.Seed // sorted
	pending []fake.Seed
	fixed   bool   // rows have been judged by it: a key more comes too late
	first   *entry // of the persons' own table that was met first
}

func (s *keySet) has(k fake.Seed) bool {
	_, ok := slices.BinarySearchFunc(s.keys, k, compareSeeds)
	return ok
}

// add takes a key in, or says that it comes too late.
func (s *keySet) add(k fake.Seed) error {
	if s.has(k) {
		return nil
	}
	if s.fixed {
		return ErrLate
	}
	s.pending = append(s.pending, k)
	return nil
}

func (s *keySet) settle() (grown bool) {
	if len(s.pending) == 0 {
		return false
	}
	s.keys = append(s.keys, s.pending...)
	s.pending = nil
	slices.SortFunc(s.keys, compareSeeds)
	s.keys = slices.Clip(slices.Compact(s.keys))
	return true
}

func compareSeeds(a, b fake.Seed) int { return bytes.Compare(a[:], b[:]) }

// A place is where a row stands: its group, what the group is sorted by, and the
// person, so that no two share a place.
type place struct {
	group  fake.Seed
	order  uint64
	person uint64
}

func (p place) compare(q place) int {
	return cmp.Or(compareSeeds(p.group, q.group), cmp.Compare(p.order, q.order), cmp.Compare(p.person, q.person))
}

// places are those of all rows, sorted.
type places []place

func (p *places) settle() {
	slices.SortFunc(*p, place.compare)
	*p = slices.Clip(slices.Compact(*p))
}

// rank counts from 1 on.
func (p places) rank(at place) (int, bool) {
	i, ok := slices.BinarySearchFunc(p, at, place.compare)
	first, _ := slices.BinarySearchFunc(p, at.group, func(p place, group fake.Seed) int { return compareSeeds(p.group, group) })
	return i - first + 1, ok
}

// Surveyed gives a run what is known of the dump; see [NewSurvey] and [Plan.LeaveOut].
func Surveyed(s *Survey) Option { return func(o *options) { o.survey = s } }

// unchanged holds a dump against the one that was surveyed.
func (s *Survey) unchanged(size int64) error {
	if s == nil || s.listed || s.bytes == size {
		return nil
	}
	return &Error{Err: ErrChanged, Hint: "leave the file alone while it is masked"}
}

// errOtherPlan says that a survey was made with another plan.
var errOtherPlan = errors.New("mask: the survey is of another plan")

// forPlan gives the survey for a run of the plan.
func (s *Survey) forPlan(p *Plan) (*Survey, error) {
	switch {
	case s == nil:
		return &Survey{plan: p, gone: keySets{}, kept: keySets{}, listed: true}, nil
	case s.plan != p:
		return nil, errOtherPlan
	case s.listed: // the run will add to it
		own := *s
		own.gone = keySets{}
		for id, set := range s.gone {
			c := *set
			own.gone[id] = &c
		}
		return &own, nil
	}
	return s, nil
}
