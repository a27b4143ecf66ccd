// Package risk plays the attacker: it measures how much of a raw dump can be told from the
// masked one by what masking leaves, before and after.
//
// It needs both dumps and the policy, and no key. It keeps no value: what is counted are
// hashes under a key of the run, which is nowhere written.
//
//	risk.go     what is measured
//	pairs.go    two dumps, read row by row beside each other
//	roles.go    what the columns of a table are, for an attacker
//	counts.go   values counted in bounded memory
//	column.go   one column, before and after
//	table.go    the rows of a table
//	trace.go    whom a copy was made for
//
// Memory is bounded by the policy and not by the dumps: at most 0.5 MB for a masked column,
// and 0.9 MB for a set of columns that identify together.
package risk

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// An Open opens a dump from its beginning.
type Open func() (io.ReadCloser, error)

// Options say what is measured.
type Options struct {
	Scan dialects.ScanOptions
	// Sets are columns that identify together, besides those that are found.
	Sets []Set
	// Subset says that the masked dump is a part of the raw one, of which the policy says nothing,
	// as package subset makes it.
	Subset bool
	// Source is the dialect of the raw dump, where that is not the masked one's: a directory is
	// read in a dialect of its own.
	Source dialects.Dialect
	// LeftOut are persons who were left out by a list: see [mask.Plan.LeaveOut].
	LeftOut *mask.Survey
}

// A Set is columns of a table that identify somebody together.
type Set struct {
	Table   string
	Columns []string
}

// Few is from how many rows on somebody is one of many.
const Few = 5

// A Report has what was measured. It holds no value.
type Report struct {
	SHA256  string   `json:"sha256,omitempty"` // of the masked dump: see verify.Report
	Tables  []Table  `json:"tables"`
	Columns []Column `json:"columns"`
	Sets    []Groups `json:"sets"`
	Names   []Names  `json:"names"`
}

// A Table is what the order and the keys of a table's rows tell.
type Table struct {
	Table  string `json:"table"`
	Rows   int64  `json:"rows"`        // in the masked dump
	Source int64  `json:"source_rows"` // in the raw one: the population of which they are
	// Unpaired: rows are missing, and nobody can tell which, since the primary key does not
	// stay. What is told of single rows is not known of the table: it has no Columns, and
	// neither KeysKept nor Linked.
	Unpaired bool `json:"unpaired,omitempty"`
	// KeysKept are rows whose primary key is as it was, in their place.
	KeysKept int64 `json:"keys_kept"`
	// TimesKept are columns with a time of day that stay as they are.
	TimesKept []string `json:"times_kept"`
}

// A Column is what a masked column tells of the raw one, in the rows that are in both.
type Column struct {
	Table  string `json:"table"`
	Column string `json:"column"`
	Rule   string `json:"rule"`
	Values int64  `json:"values"`
	Same   int64  `json:"same"` // as they were
	// Undone are values that are the raw one, after something that anybody can do: a hash
	// without a key, another notation. By is what was done.
	Undone int64  `json:"undone"`
	By     string `json:"by,omitempty"`
	// Rank is the rank correlation between how often the most frequent values occur and how
	// often their fakes do: 1 if who knows the one knows the other. nil: no value occurs
	// twice, or there are fewer than three that do.
	Rank *float64 `json:"rank,omitempty"`
	// Guessed is the share of rows whose raw value is right if fakes are taken for the most
	// frequent values in their order.
	Guessed float64 `json:"guessed"`
	// Length is the correlation between the lengths of values and of their fakes; nil: one
	// of both has one length.
	Length     *float64 `json:"length,omitempty"`
	SameLength float64  `json:"same_length"` // share of fakes that are as long as their value
}

// Groups are rows that are alike in a set of columns: k-anonymity, and rare values where the
// set is one column. Before are those of all rows of the raw dump.
type Groups struct {
	Table   string   `json:"table"`
	Columns []string `json:"columns"`
	Before  Sizes    `json:"before"`
	After   Sizes    `json:"after"`
	// Linked is the share of rows that are as they were in all of the columns, and that no
	// other row of the masked dump is like: who knows that somebody is in it finds them.
	Linked float64 `json:"linked"`
	// Sure is the share of those that no other row of the raw dump is like, either: who finds
	// them knows that it is them.
	Sure float64 `json:"sure"`
}

// Sizes are those of groups.
type Sizes struct {
	Groups int64 `json:"groups"` // about
	// Unique and Few are the shares of rows that are alone, or among fewer than Few.
	Unique float64 `json:"unique"`
	Few    float64 `json:"few"`
	// Known is the share of rows in groups of a size that no other group has: who knows how
	// many pupils a school has, knows which it is.
	Known float64 `json:"known"`
}

// Pairs says whether it is known of a table which rows of both dumps are one.
func (r *Report) Pairs(table string) bool {
	return !slices.ContainsFunc(r.Tables, func(t Table) bool { return t.Table == table && t.Unpaired })
}

// Names are fakes that are, with the school that stays beside them, somebody real.
type Names struct {
	Table   string   `json:"table"`
	Columns []string `json:"columns"` // those of the name, and the school's
	Pairs   int64    `json:"pairs"`   // about how many different there are
	Real    int64    `json:"real"`    // of these, about how many there are in the raw dump, of rows left out too
}

// Why nothing can be measured.
var (
	// ErrPairs: they are not of one dump, or one of them is a part.
	ErrPairs = errors.New("the two dumps do not have the same rows in the same order")
	// ErrSet: a set of columns was not met.
	ErrSet = errors.New("no table of the dump has these columns")
)

// Measure reads both dumps once, side by side, and the raw one before, as often as it takes to
// know which rows the policy leaves out by what they hold.
func Measure(ctx context.Context, source, masked Open, d dialects.Dialect, p *mask.Plan, o Options) (*Report, error) {
	m := &measure{plan: p, o: o, tables: map[string]*table{}, met: make([]bool, len(o.Sets))}
	declared := func(s *schema.Schema, _ *dialects.Listed) error {
		m.schema = s // of either: they declare the same
		return nil
	}
	own := cmp.Or(o.Source, d)
	side := &pairing{raw: dialects.AtEnd(own, declared), masked: dialects.AtEnd(d, declared), scan: o.Scan, bind: m.bind, tell: m.row, gone: m.gone}
	if o.Subset {
		side.same = m.same
	}
	if p.LeavesOut() || o.LeftOut != nil {
		survey, err := mask.NewSurvey(ctx, source, own, p, mask.Scan(o.Scan), mask.Surveyed(o.LeftOut))
		if err != nil {
			return nil, &ReadError{true, err}
		}
		if side.chosen, err = mask.NewSelection(p, survey); err != nil {
			return nil, err
		}
	}
	if err := side.read(ctx, source, masked); err != nil {
		return nil, err
	}
	for _, met := range m.met {
		if !met {
			return nil, ErrSet
		}
	}
	return m.report(), nil
}

type measure struct {
	plan   *mask.Plan
	o      Options
	tables map[string]*table
	order  []*table
	schema *schema.Schema // with the keys, which may stand behind the rows
	met    []bool         // which of the sets that are asked for have a table
}

// bind says whether the rows of a head are compared.
func (m *measure) bind(r *dialects.Rows) (drops bool, err error) {
	t, err := m.plan.Bind(r)
	if err != nil {
		return false, err
	}
	if t.Drops() || r.Columns == nil || r.Table.Server {
		return t.Drops(), nil
	}
	name := r.Table.Name.String()
	if m.tables[name] == nil {
		own := newTable(r.Table, r.Columns, m.plan.Decisions(t))
		for i, s := range m.o.Sets {
			m.met[i] = own.add(s) || m.met[i]
		}
		m.tables[name], m.order = own, append(m.order, own)
	}
	return false, nil
}

func (m *measure) row(raw, masked *row) {
	t := m.tables[raw.rows.Table.Name.String()]
	switch {
	case t == nil:
	case masked == nil:
		t.missing(raw)
	default:
		t.row(raw, masked)
	}
}

// gone counts a row of a table that is left out.
func (m *measure) gone(r *dialects.Rows) {
	name := r.Table.Name.String()
	if m.tables[name] == nil {
		m.tables[name] = &table{name: name}
		m.order = append(m.order, m.tables[name])
	}
	m.tables[name].gone++
}

// same says whether two rows of a table can be one: what stays is as it was.
func (m *measure) same(raw, masked *row) bool {
	t := m.tables[raw.rows.Table.Name.String()]
	return t == nil || t.kept(raw, masked)
}

func (m *measure) report() *Report {
	r := &Report{Tables: []Table{}, Columns: []Column{}, Sets: []Groups{}, Names: []Names{}}
	for _, t := range m.order {
		t.report(r, m.schema, m.o.Subset)
	}
	return r
}
