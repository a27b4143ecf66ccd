// Package verify judges a dump that is masked already: by what its values show alone
// ([Run]),
// or against the raw dump ([Compare]).
//
// It needs no key, keeps no value and shows none: a [Finding] is a place, a word and
// a number.
package verify

import (
	"cmp"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// Options say how a dump is judged.
type Options struct {
	// Locales are those whose fakes may stand in it.
	Locales []*fake.Locale
	Scan    dialects.ScanOptions
	// Workers is the number of goroutines that judge; 0 is one.
	Workers int
	// Source is the dialect of the raw dump, where that is not the masked one's: a directory
	// is read in a dialect of its own.
	Source dialects.Dialect
	// LeftOut are persons who were left out by a list: see [mask.Plan.LeaveOut]. [Compare]
	// counts their rows right.
	LeftOut *mask.Survey
}

// A What says what was found.
type What string

const (
	// NotOurs: values in a masked column that no rule of it writes.
	NotOurs What = "not ours"
	// Personal: a value of somebody where nothing is masked, outside the sets that
	// are reserved for examples.
	Personal What = "personal"
	// Survives: values of a masked column of the raw dump.
	Survives What = "survives"
	// Unchanged: most values of a masked column stand where they stood.
	Unchanged What = "unchanged"
	// NotCompared: no value of a masked column could be compared.
	NotCompared What = "not compared"
	// TooMany: so many different values were found that of these nobody knows whether
	// they are fakes of somebody else.
	TooMany What = "too many to tell"
	// Rows: a table has rows that the policy leaves out, or not as many as it should.
	Rows What = "rows"
)

// A Likeness is what a dump as a whole looks like that is not what it should be.
type Likeness string

const (
	// LikeRaw: no column that can be judged has a value that is ours, or none has changed.
	LikeRaw Likeness = "the raw dump"
	// LikeSwapped: the same, and the source has values that are ours.
	LikeSwapped Likeness = "the source, and the source like the masked dump"
	// LikeOther: in some columns each value is ours, in others none.
	LikeOther Likeness = "masked by another policy"
)

// A Finding is what speaks against a masked dump, by place. It holds no value.
type Finding struct {
	What   What
	Table  string // empty: between the tables
	Column string // empty: in a definition or comment
	Kind   string // of data: "email"; empty where the rule says it
	// SourceTable and SourceColumn are where values stood that survive, and Guise is how
	// they are written now; empty as they were.
	SourceTable, SourceColumn, Guise string
	First                            dialects.Pos // of the item that has the first such value
	Count                            int64        // of values
}

// A State says what a verdict goes by in one column.
type State string

const (
	// Judged: each value was told to be ours or not.
	Judged State = "judged"
	// PartlyJudged: of some values nobody can tell.
	PartlyJudged State = "partly judged"
	// CannotTell: fakes look like real values there, so nothing is said of it.
	CannotTell State = "cannot tell"
	// Kept: the policy keeps it; values that show whose they are, are findings.
	Kept State = "kept"
	// Empty: there was no value.
	Empty State = "empty"
)

// A Column is what was judged in one column. What is not Judged is not clean: nothing is
// known of it.
type Column struct {
	Table, Column string
	Rule          string
	State         State
	Values        int64 // but NULL and empty ones
	Ours          int64
	NotOurs       int64
	// Decided are values of somebody in a column that the policy keeps and says why.
	Decided int64
}

// A Table is how many rows one has.
type Table struct {
	Table string
	Rows  int64
}

// A Source is a masked column of the raw dump, and what was done to compare it.
type Source struct {
	Table, Column string
	Rule          string
	Values        int64 // but NULL and empty ones
	Searched      int64 // looked for in the whole of the masked dump
	InPlace       int64 // held against what stands in their place
	Short         int64 // too short, or of a kind with too few values, to be looked for
	Common        int64 // different values that were found and are common words
	Fakes         int64 // places where a fake is equal to a value of another row
}

// A Verdict is what was found, and what it goes by.
type Verdict struct {
	Findings []Finding
	Tables   []Table
	Columns  []Column // of all tables with rows, in the order in which they came
	Bytes    int64
	Sources  []Source // what [Compare] has compared
	// Like is what the dump looks like as a whole, where that explains what was found.
	Like Likeness

	compared bool
}

// liken says what a dump looks like by its columns that can be judged: by most of them, and
// by most of their values, since some of everybody's are reserved for examples.
func (v *Verdict) liken() {
	ours, others := 0, 0
	for _, c := range v.Columns {
		switch {
		case c.Ours > most*c.NotOurs:
			ours++
		case c.NotOurs > most*c.Ours:
			others++
		}
	}
	switch {
	case others > most*ours:
		v.Like = LikeRaw
	case others > 0 && ours > 0:
		v.Like = LikeOther
	}
}

// most is how many times as many are nearly all.
const most = 4

// In lists the columns of a state.
func (v *Verdict) In(s State) []Column {
	return slices.DeleteFunc(slices.Clone(v.Columns), func(c Column) bool { return c.State != s })
}

// Clean says that nothing was found and that something was judged, or compared.
func (v *Verdict) Clean() bool {
	if v.compared {
		return len(v.Findings) == 0 && len(v.Sources) > 0
	}
	judged := func(c Column) bool { return c.State == Judged || c.State == PartlyJudged }
	return len(v.Findings) == 0 && slices.ContainsFunc(v.Columns, judged)
}

// sort brings the findings into the order of the dump, and into the same one every time.
func (v *Verdict) sort() {
	slices.SortFunc(v.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.First.Offset, b.First.Offset), cmp.Compare(a.What, b.What), cmp.Compare(a.Table, b.Table), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.SourceTable, b.SourceTable), cmp.Compare(a.SourceColumn, b.SourceColumn), cmp.Compare(a.Guise, b.Guise))
	})
}
