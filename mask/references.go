package mask

import (
	"reflect"
	"slices"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A reference is a foreign key of a table whose both ends are known. What it
// joins must still join: each pair of columns is kept at both ends, or masked by
// one masker in one domain.
type reference struct {
	key           *schema.Key
	child, parent *schema.Table
	from, to      *entry // that apply to them
}

// pairs lines the key's columns up with those that they refer to: those of the
// primary key where it names none.
func (f *reference) pairs(yield func(child, parent *schema.Column) bool) {
	names := f.key.RefColumns
	if names == nil {
		if k := f.parent.PrimaryKey(); k != nil {
			for _, part := range k.Parts {
				names = append(names, part.Column)
			}
		}
	}
	for i, part := range f.key.Parts {
		if i >= len(names) {
			return
		}
		child, parent := f.child.Column(part.Column), f.parent.Column(names[i])
		if child != nil && parent != nil && !yield(child, parent) {
			return
		}
	}
}

// apart finds the columns whose values would no longer be found at the other end.
func (f *reference) apart() []*Error {
	if f.from.Drop || f.to.Drop {
		return nil
	}
	var found []*Error
	for child, parent := range f.pairs {
		a, err := f.from.arms(child, f.child.FoldsColumns())
		b, other := f.to.arms(parent, f.parent.FoldsColumns())
		if err != nil || other != nil {
			continue // which is said of the table itself
		}
		if rule, hint := f.judge(a, b, parent); hint != "" {
			e := &Error{Table: f.child.Name.String(), Column: child.Name, Err: ErrForeign, Hint: hint}
			if rule != nil {
				e.Rule = rule.name
			}
			found = append(found, e)
		}
	}
	return found
}

// judge holds every rule of the one end against every rule of the other: which
// applies, a condition decides on another row.
func (f *reference) judge(child, parent []arm, col *schema.Column) (*rule, string) {
	for _, a := range orKeep(child) {
		for _, b := range orKeep(parent) {
			if a.rule.joins(b.rule) {
				continue
			}
			return a.rule, f.hint(a.rule, b.rule, quoteWord(f.parent.Name.String()+"."+col.Name), len(child) > 1 || len(parent) > 1)
		}
	}
	return nil, ""
}

// orKeep are the arms of a column; a table that is kept has none.
func orKeep(arms []arm) []arm {
	if arms == nil {
		return []arm{{}}
	}
	return arms
}

// hint says what would join again.
func (f *reference) hint(child, parent *rule, name string, conditions bool) string {
	switch {
	case conditions:
		return "it refers to " + name + ", and a condition sees one row only: give both one rule without conditions"
	case parent == nil:
		return "it refers to " + name + ", which is kept: keep both, or give both this rule"
	case parent.keying == ByRow:
		return "it refers to " + name + ", whose rule " + parent.name + " gives equal values different fakes: give both a masker that is keyed by the value"
	case child != nil && child.null && !parent.null && child.name == parent.name && child.domain == parent.domain:
		return "it refers to " + name + ", where no fake of NULL stands: leave null: mask out"
	}
	rule := "mask: " + parent.name
	if parent.domain != "" {
		rule += ", domain: " + parent.domain
	}
	return "it refers to " + name + ": give it {" + rule + "} too, or keep both"
}

// joins says whether what a rule writes is what another writes for an equal value
// at the other end of a foreign key. nil keeps.
func (r *rule) joins(parent *rule) bool {
	if r == nil || parent == nil {
		return r == parent || r != nil && r.writesNull()
	}
	switch {
	case r.writesNull():
		return true
	case r.name != parent.name || r.keying != parent.keying || r.domain != parent.domain, r.null && !parent.null, r.empty != parent.empty:
		return false
	case r.keying == ByRow, r.keying == ByNothing && !reflect.DeepEqual(r.masker, parent.masker):
		return false
	case r.or == nil || parent.or == nil:
		return r.or == parent.or
	}
	return r.or.joins(parent.or)
}

// writesNull says that a rule writes NULL and nothing else: that refers to nobody.
func (r *rule) writesNull() bool { return r.keying == ByNothing && r.spec.Output.Null }

// A joiner finds the references of tables as they become known, each when its
// later end does.
type joiner struct {
	plan    *Plan
	known   map[tableID]*schema.Table
	waiting map[tableID][]*schema.Table // for the table they refer to
}

func newJoiner(p *Plan) joiner {
	return joiner{plan: p, known: map[tableID]*schema.Table{}, waiting: map[tableID][]*schema.Table{}}
}

// id names a table as its dialect compares names.
func (j *joiner) id(database string, n schema.Name, fold bool) tableID {
	if fold {
		n = schema.Name{Schema: schema.FoldASCII(n.Schema), Name: schema.FoldASCII(n.Name)}
	}
	return tableID{database, n}
}

// declare takes a table in, or what has become of it, and gives what is wrong
// with the references that are complete now.
func (j *joiner) declare(database string, t *schema.Table) []*Error {
	id := j.id(database, t.Name, t.FoldsTables())
	j.known[id] = t
	var found []*Error
	for _, l := range j.plan.keys(t) {
		k := &l.Key
		if k.Kind != schema.Foreign {
			continue
		}
		to := j.id(database, k.RefTable, t.FoldsTables())
		if parent := j.known[to]; parent != nil {
			found = append(found, j.judge(t, k, parent)...)
		} else if !slices.Contains(j.waiting[to], t) {
			j.waiting[to] = append(j.waiting[to], t)
		}
	}
	waiting := j.waiting[id]
	delete(j.waiting, id)
	for _, child := range waiting {
		if j.known[j.id(database, child.Name, child.FoldsTables())] != child {
			continue // has been altered since, and waits in its new form
		}
		for _, l := range j.plan.keys(child) {
			if k := &l.Key; k.Kind == schema.Foreign && j.id(database, k.RefTable, child.FoldsTables()) == id {
				found = append(found, j.judge(child, k, t)...)
			}
		}
	}
	return found
}

// judge finds what a key no longer joins. A table that no rule is for is none of
// its business.
func (j *joiner) judge(child *schema.Table, k *schema.Key, parent *schema.Table) []*Error {
	from, err := j.plan.find(child)
	to, other := j.plan.find(parent)
	if err != nil || other != nil || from == nil || to == nil {
		return nil
	}
	return (&reference{key: k, child: child, parent: parent, from: from, to: to}).apart()
}
