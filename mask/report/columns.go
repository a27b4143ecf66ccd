package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// A class says in a word what became of a column. It is a name in the style sheet, too.
type class string

const (
	masked   class = "masked"
	part     class = "part"     // some values stay, by an arm
	same     class = "same"     // masked, and no value changed
	kept     class = "kept"     // somebody has decided it
	reasoned class = "reasoned" // looks personal, and is kept for a reason
	personal class = "personal" // looks personal, and is kept without one
	none     class = "none"     // no value was there
)

// classes are in the order in which pictures have them.
var classes = []class{masked, part, same, kept, reasoned, personal, none}

// An outcome says in a word what became of a value.
type outcome string

const (
	valueMasked    outcome = "masked"
	valueUnchanged outcome = "same"
	valueKept      outcome = "kept"
	valueNull      outcome = "null"
	valueEmpty     outcome = "empty"
)

// marks are the reasons of the verdict, by the table and column that they are about.
type marks map[[2]string][]audit.Reason

func marksOf(r *audit.Record) marks {
	m := marks{}
	for _, why := range r.Reasons {
		at := [2]string{why.Table, why.Column}
		m[at] = append(m[at], why)
	}
	return m
}

// class of a column, whose name the reasons have as it is shown.
func (m marks) class(table, column string, c *mask.ColumnAudit) class {
	for _, why := range m[[2]string{mask.Printable(table), mask.Printable(column)}] {
		switch why.What {
		case audit.PersonalKept:
			return personal
		case audit.ReasonedKept:
			return reasoned
		case audit.Unchanged:
			return same
		}
	}
	switch {
	case c.Rule == mask.Keep:
		return kept
	case c.Masked > 0 && c.Kept > 0:
		return part
	case c.Masked > 0:
		return masked
	case c.Kept > 0:
		return kept
	}
	return none
}

// A slice is a part of a bar, in thousandths of it.
type slice struct {
	Class, Name string
	Count       string
	Share       string
	X, Width    string
}

// A bar is a picture of shares, and says them in words too.
type bar struct {
	Name   string
	Says   string
	Total  string
	Slices []slice
}

// barOf makes a bar of counts; those of nothing are left out.
func barOf[C ~string](l *Language, name, noun string, order []C, names map[C]string, counts map[C]int64) *bar {
	var total, before int64
	for _, n := range counts {
		total += n
	}
	if total == 0 {
		return nil
	}
	b := &bar{Name: name, Total: l.Count(total, noun)}
	var says []string
	for _, c := range order {
		n := counts[c]
		if n == 0 {
			continue
		}
		at := func(n int64) float64 { return 1000 * float64(n) / float64(total) }
		b.Slices = append(b.Slices, slice{
			Class: string(c), Name: names[c], Count: l.Number(n), Share: fmt.Sprintf("%.1f%%", at(n)/10),
			X: fmt.Sprintf("%.1f", at(before)), Width: fmt.Sprintf("%.1f", at(n)),
		})
		before += n
		says = append(says, fmt.Sprintf(l.of, names[c], l.Number(n)))
	}
	b.Says = fmt.Sprintf(l.bar, name, b.Total, l.join(says...))
	return b
}

// A strip is a picture of the columns of a table: a sign for each.
type strip struct {
	Says          string
	Width, Height int
	Signs         []sign
}

type sign struct {
	Class class
	X, Y  int
}

// The measures of a strip.
const (
	signSize    = 14
	signLine    = 17
	signsInLine = 24
)

func stripOf(l *Language, counts map[class]int64) *strip {
	s := &strip{Width: signsInLine * signSize}
	var says []string
	for _, c := range classes {
		n := counts[c]
		if n == 0 {
			continue
		}
		says = append(says, fmt.Sprintf(l.of, l.Classes[c], l.Number(n)))
		for range n {
			i := len(s.Signs)
			s.Signs = append(s.Signs, sign{c, i % signsInLine * signSize, i / signsInLine * signLine})
		}
	}
	if len(s.Signs) == 0 {
		return nil
	}
	s.Width = min(len(s.Signs), signsInLine) * signSize
	s.Height = (len(s.Signs)-1)/signsInLine*signLine + signSize
	s.Says = l.join(says...)
	return s
}

// A cell is a number in a table. Zeros are faint.
type cell struct {
	Text string
	Zero bool
}

func (l *Language) cell(n int64) cell { return cell{l.Number(n), n == 0} }

// A column is what is shown of one.
type column struct {
	Name     string
	Class    class
	Kind     string // that it looks like, where it is kept
	Rules    []rule
	Domain   string
	Why      *why
	Cells    []cell
	Distinct string
}

// A why is what the policy says: why, and whose word that is.
type why struct{ Reason, By, Owner string }

func (l *Language) why(reason, owner string) *why {
	if reason == "" && owner == "" {
		return nil
	}
	return &why{reason, l.Owner, owner}
}

// A rule is the masker of an arm, with its rows where there are several.
type rule struct {
	Mask string
	Says string // instead of a masker: that the server computes it
	Rows string
}

// A table is what is shown of one.
type table struct {
	ID         string
	Name       string
	Says       string // how many rows
	Rows       cell
	LeftOut    string
	Persons    string
	Masked     cell
	Open, Gone bool // kept whole; all rows left out
	Pattern    bool // a pattern keeps columns
	Empty      bool
	Marks      []string
	Why        *why
	Strip      *strip
	Columns    []column
}

// tables gives them in order, with how many columns and values became what.
func (v *view) tables(l *Language, r *audit.Record) (columns map[class]int64, values map[outcome]int64) {
	columns, values = map[class]int64{}, map[outcome]int64{}
	m := marksOf(r)
	for i, name := range slices.Sorted(maps.Keys(r.Tables)) {
		a := r.Tables[name]
		t := table{
			ID: fmt.Sprint("t", i+1), Name: name, Says: l.Count(a.Rows, "row"), Rows: l.cell(a.Rows), Open: a.Open,
			Gone: a.Rows > 0 && a.Dropped >= a.Rows, Empty: a.Rows == 0, Why: l.why(a.Reason, a.Owner), Persons: l.persons(a),
		}
		if a.Dropped > 0 {
			t.LeftOut = l.Count(a.Dropped, "row left out")
		}
		for _, at := range []string{"", "*"} {
			for _, why := range m[[2]string{mask.Printable(name), at}] {
				t.Marks = append(t.Marks, l.Reasons[why.What])
				t.Pattern = t.Pattern || why.What == audit.PatternKept
			}
		}
		own, changed := map[class]int64{}, int64(0)
		for _, name := range slices.Sorted(maps.Keys(a.Columns)) {
			c := a.Columns[name]
			shown := l.column(m, t.Name, name, c)
			own[shown.Class]++
			columns[shown.Class]++
			changed += c.Masked
			values[valueMasked] += c.Masked - c.Unchanged
			values[valueUnchanged] += c.Unchanged
			values[valueKept] += c.Kept
			values[valueNull] += c.Nulls
			values[valueEmpty] += c.Empty
			t.Columns = append(t.Columns, shown)
		}
		t.Strip, t.Masked = stripOf(l, own), l.cell(changed)
		v.Tables = append(v.Tables, t)
	}
	return columns, values
}

func (l *Language) column(m marks, table, name string, c *mask.ColumnAudit) column {
	shown := column{Name: name, Class: m.class(table, name, c), Domain: c.Domain, Why: l.why(c.Reason, c.Owner), Rules: l.rules(c)}
	for _, why := range m[[2]string{mask.Printable(table), mask.Printable(name)}] {
		if why.Kind != "" {
			shown.Kind = l.Kind(why.Kind)
		}
	}
	for _, n := range []int64{c.Masked, c.Kept, c.Nulls, c.Empty, c.Unchanged} {
		shown.Cells = append(shown.Cells, l.cell(n))
	}
	if c.Distinct != nil {
		shown.Distinct = l.estimate(c.Distinct)
	}
	return shown
}

// rules are those of the arms.
func (l *Language) rules(c *mask.ColumnAudit) []rule {
	if c.Rule == computed {
		return []rule{{Says: l.Computed}}
	}
	names := strings.Split(c.Rule, " | ")
	if len(names) != len(c.Arms) {
		return []rule{{Mask: c.Rule}}
	}
	var all []rule
	for i, name := range names {
		all = append(all, rule{Mask: name, Rows: l.Count(c.Arms[i], "row")})
	}
	return all
}

// computed is what audits say of a column that the server computes.
const computed = "computed by the server"

// persons says how many there are, by domain.
func (l *Language) persons(t *mask.TableAudit) string {
	var all []string
	for _, domain := range slices.Sorted(maps.Keys(t.Persons)) {
		all = append(all, fmt.Sprintf(l.of, domain, l.estimate(t.Persons[domain])))
	}
	return l.join(all...)
}

func (l *Language) estimate(e *mask.Estimate) string {
	n, few := e.Number()
	switch {
	case few:
		return fmt.Sprintf(l.below, l.Number(n))
	case n == 0:
		return l.Number(0)
	}
	return fmt.Sprintf(l.about, l.Number(n))
}
