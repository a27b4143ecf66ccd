package mask

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Subset says which part of a dump is kept: the rows of its roots, the rows to which
// rows that are kept refer, and such that refer to them. All other rows are left out.
type Subset struct {
	Roots    []Root  // none: with a share, every table that refers to no other
	Share    float64 // of the rows of each root; 0 or 1: all of them
	Children Children
	Keep     []string // tables of which every row is kept, without what refers to them
	// MaxRows bounds the rows of a table that are kept as roots or children. Which they are
	// is decided by a keyed hash of their primary keys. Rows to which others refer are kept
	// beyond it.
	MaxRows []Limit
}

// A Limit is the greatest number of rows of a table.
type Limit struct {
	Table string `json:"table,omitempty"` // table, or schema.table; empty: of each that no other limit names
	Rows  int    `json:"rows"`
}

// A Root is a table whose rows are kept for their own sake.
type Root struct {
	Table string    // table, or schema.table
	Where Condition // which rows; nil: all
}

// Children says which rows are kept since they refer to rows that are kept. Those that
// are kept only because others refer to them bring none: the town of a pupil does not
// bring the others who live there.
type Children uint8

const (
	AllChildren    Children = iota // of roots, and theirs, and so on
	DirectChildren                 // of roots
	NoChildren
)

var childrenWords = [...]string{AllChildren: "all", DirectChildren: "direct", NoChildren: "none"}

// String gives the word of the command line.
func (c Children) String() string { return childrenWords[c] }

// MarshalText implements [encoding.TextMarshaler].
func (c Children) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Children) UnmarshalText(text []byte) error {
	i := slices.Index(childrenWords[:], string(text))
	if i < 0 {
		return errors.New("it is all, direct or none")
	}
	*c = Children(i)
	return nil
}

// NewSubset is [NewSurvey] for a run that keeps a part of a dump. The dump is read as
// often as rows bring others: most tables only until nothing new can come of them.
func NewSubset(ctx context.Context, open func() (io.ReadCloser, error), d dialects.Dialect, p *Plan, part *Subset, opts ...Option) (*Survey, error) {
	s, err := NewSurvey(ctx, open, d, p, opts...)
	if err != nil {
		return nil, err
	}
	if s.part, err = newClosure(s, part); err != nil {
		return nil, err
	}
	o := newOptions(opts)
	for s.part.open = true; s.part.open; {
		if err := s.extend(ctx, open, d, o); err != nil {
			return nil, err
		}
	}
	if err := s.part.matched(); err != nil {
		return nil, err
	}
	if p.ranks { // among the rows that are kept
		_, err = s.pass(ctx, open, d, o)
	}
	return s, err
}

// extend reads the dump once, for rows that bring others.
func (s *Survey) extend(ctx context.Context, open func() (io.ReadCloser, error), d dialects.Dialect, o options) error {
	src, err := open()
	if err != nil {
		return err
	}
	defer func() { _ = src.Close() }() // it was only read
	var skip *skipper
	from := io.Reader(src)
	if file, ok := src.(io.ReadSeeker); ok {
		skip = &skipper{file: file, spans: s.index.spans, asked: s.part.asks}
		from = skip
	}
	c := newCopier(ctx, io.Discard, from, d, s.plan, o)
	c.run.survey, c.run.surveying = s, true
	if err := s.read(c, skip, s.part.enough); err != nil {
		return err
	}
	s.part.pass()
	return nil
}

// A knownTable is what a dump tells of a table.
type knownTable struct {
	*schema.Table
	database string
	twice    bool // another database has one of the same name
}

// note takes in what is known of a table.
func (s *Survey) note(database string, t *schema.Table) {
	if s.tables == nil || t.Server || t.Placeholder || t.Name.Ours() {
		return
	}
	id := nameOf(t.Name, t.FoldsTables())
	before, met := s.tables[id]
	s.tables[id] = knownTable{t, database, met && (before.twice || before.database != database)}
}

// complete takes in what became of the tables.
func (s *Survey) complete() {
	for id, k := range s.tables {
		if t := s.schema.Table(k.Name); t != nil {
			k.Table = t
			s.tables[id] = k
		}
	}
}

// nameOf is a name as its dialect compares it.
func nameOf(n schema.Name, fold bool) schema.Name {
	if fold {
		return schema.Name{Schema: schema.FoldASCII(n.Schema), Name: schema.FoldASCII(n.Name)}
	}
	return n
}

// find gives the tables of a name, with their partitions.
func (c *closure) find(name string) (found []*node) {
	for _, n := range c.nodes {
		if slices.ContainsFunc(c.line(n), func(of *node) bool { return matchesName(name, of.table.Name, of.table.FoldsTables()) }) {
			found = append(found, n)
		}
	}
	slices.SortFunc(found, (*node).compare)
	return found
}
