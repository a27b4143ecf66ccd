package mask

import (
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake"
)

// A Recogniser is a masker that says itself whether a value is one of its fakes, where
// they are not what [fake.Recognise] goes by for the kind of its Spec.
type Recogniser interface {
	Recognise(value []byte) fake.Answer
}

// A Decision is what a plan has decided of the values of one column, for whoever judges
// a dump that is masked already.
type Decision struct {
	// Rule names the rules, as audits do: "format | shape"; "keep" alone where the values
	// stay.
	Rule string
	// Masked: a rule speaks for the values. Stays: some of them can stay as they came all
	// the same, by the words of the policy.
	Masked, Stays bool
	// Reasoned: the policy says why they stay, where they do.
	Reasoned bool

	rules []*rule
}

// Drops says whether the policy leaves all rows of the table out.
func (t *TablePlan) Drops() bool { return t.drop }

// Decisions gives what is decided of each column of the rows of a table, in their order.
// There are none where nobody names the columns.
func (p *Plan) Decisions(t *TablePlan) []Decision {
	all := make([]Decision, len(t.rows.Columns))
	for i, c := range t.rows.Columns {
		d := &all[i]
		if t.whole {
			*d = Decision{Rule: Keep, Stays: true, Reasoned: t.entry != nil && t.entry.Reason != ""}
			continue
		}
		b := &t.columns[i]
		var named ColumnAudit
		b.describe(&named)
		d.Rule = named.Rule
		d.Stays = p.keeps // whose rows they are, the masked dump does not tell
		for _, a := range b.arms {
			if a.rule == nil {
				d.Stays = true
				continue
			}
			d.Masked = true
			for r := a.rule; r != nil; r = r.or {
				d.rules = append(d.rules, r)
			}
		}
		d.Reasoned = t.entry.Reason != "" || t.entry.reasoned(c.Name, t.rows.Table.FoldsColumns())
	}
	return all
}

// reasoned says whether each arm of a column that keeps it says why.
func (e *entry) reasoned(name string, fold bool) bool {
	rule := e.Table.Column(name, fold)
	return rule != nil && !slices.ContainsFunc(rule.Arms, func(a Arm) bool { return a.Rule.Mask == Keep && a.Rule.Reason == "" })
}

// Recognise says whether a value of the masked dump is one that a rule of the column
// wrote. It cannot tell where one of the rules cannot.
func (d *Decision) Recognise(value []byte, locales ...*fake.Locale) fake.Answer {
	answer := fake.CannotTell
	if d.Stays {
		return answer
	}
	for i, r := range d.rules {
		own := r.recognise(value, locales)
		if own == fake.Ours {
			return own
		}
		if i == 0 || own == fake.CannotTell {
			answer = own
		}
	}
	return answer
}

func (r *rule) recognise(value []byte, locales []*fake.Locale) fake.Answer {
	if m, ok := r.masker.(Recogniser); ok {
		return m.Recognise(value)
	}
	return fake.Recognise(r.spec.Kind, value, locales...)
}

// ByPerson says whether all of its fakes hang on the persons whom the rows are about, and
// not on the values.
func (d *Decision) ByPerson() bool {
	return len(d.rules) > 0 && !slices.ContainsFunc(d.rules, func(r *rule) bool { return r.keying != ByPerson })
}

// Parts says whether a rule takes values apart, or writes a text with values in it: what
// stands in them is to be looked at.
func (d *Decision) Parts() bool {
	return slices.ContainsFunc(d.rules, func(r *rule) bool { return r.parts != nil })
}

// Leaves says whether a value can stay as it is but for some of its parts.
func (d *Decision) Leaves() bool {
	return slices.ContainsFunc(d.rules, func(r *rule) bool { return r.spec.Leaves })
}

// LooksAt says whether the texts of a statement are to be held against detectors: no line
// of the policy keeps them.
func (p *Plan) LooksAt(s *dialects.Statement) bool {
	d := p.definition(s)
	return d == nil || d.Mask
}

// LeavesOut says whether rows are left out by what they hold, so that a masked dump may
// have fewer.
func (p *Plan) LeavesOut() bool { return p.leaves }

// Kinds are those of the data that the rules write.
func (d *Decision) Kinds() []string {
	var kinds []string
	for _, r := range d.rules {
		kinds = append(kinds, r.spec.Kind)
	}
	return kinds
}
