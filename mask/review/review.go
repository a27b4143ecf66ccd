// Package review finds what a run takes as it is and a person should look at: a policy
// that keeps what looks personal, that gives one fake person to two people or two to one,
// or that hides a date and shows it beside.
//
// What would stop a run is found by [mask.Plan.Check]. A reason, at a column's rule or at
// its table, says that somebody has looked, and silences what is said of it.
package review

import (
	"errors"
	"fmt"
	"slices"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// What is found.
var (
	ErrPersonal = errors.New("it is kept and looks personal")
	ErrLive     = errors.New("it is kept and its values name hosts, addresses or secrets that may be real")
	ErrFormat   = errors.New("format keeps the pattern, and what it writes can be somebody's")
	ErrPersons  = errors.New("two tables number persons of their own in one domain: two people would get one fake")
	ErrKnownBy  = errors.New("it knows the persons of a domain by another key than their own table: one person would get two fakes")
	ErrTime     = errors.New("it is kept beside a date that is shifted, which can be told from it")
	ErrClock    = errors.New("it is kept beside a date that is shifted, and tells when or in which order the rows came")
	ErrPassing  = errors.New("its rows are of the moment, and a copy for tests does not need them")
)

// Findings holds a policy against what was found in a schema or dump, in the order of its
// tables.
func Findings(p *mask.Plan, tables []detect.Table) []mask.Finding {
	r := reviewer{domains: map[string][]*table{}}
	for _, t := range tables {
		e, err := p.Entry(t.Table)
		if err != nil || e == nil || e.Drop { // what is at fault there, Check says
			continue
		}
		tb := &table{Table: t, entry: e}
		r.table(tb)
		if e.Person != nil {
			r.persons(tb)
		}
	}
	return r.found
}

// table is a table with the entry that applies to it.
type table struct {
	detect.Table
	entry *mask.Table
}

type reviewer struct {
	found   []mask.Finding
	domains map[string][]*table // that are seen so far and have such persons
}

func (r *reviewer) add(t *table, column, rule string, err error, hint string) {
	r.found = append(r.found, mask.Finding{Table: t.Name.String(), Column: column, Rule: rule, Err: err, Hint: hint})
}

const reasonHint = "mask it, or say why it may stay: reason: TEXT"

// table reviews the columns of a table.
func (r *reviewer) table(t *table) {
	if t.Passing && t.entry.Reason == "" && t.keepsText() {
		r.add(t, "", "", ErrPassing, "say rows: drop, or give the table a reason")
	}
	shifts := false
	for _, c := range t.Columns {
		for _, a := range t.arms(c.Column) {
			shifts = shifts || a.Mask == "date" && a.Params["shift"] != nil
		}
	}
	for _, c := range t.Columns {
		for _, a := range t.arms(c.Column) {
			if a.Reason == "" && t.entry.Reason == "" && !a.Draft {
				r.rule(t, c, a, shifts)
			}
		}
	}
}

// keepsText says whether a column stays in which anything could stand.
func (t *table) keepsText() bool {
	return slices.ContainsFunc(t.Columns, func(c detect.Column) bool {
		switch c.Column.Type.Kind {
		case schema.Text, schema.Binary, schema.JSON, schema.XML, schema.Unknown:
		default:
			return false
		}
		return slices.ContainsFunc(t.arms(c.Column), func(a mask.Rule) bool { return a.Mask == mask.Keep && a.Reason == "" })
	})
}

// rule reviews one rule of a column.
func (r *reviewer) rule(t *table, c detect.Column, a mask.Rule, shifts bool) {
	name, kind := c.Column.Name, c.Column.Type.Kind
	switch {
	case a.Mask == "format" && patterned(c.Kind) && c.Confidence >= sureEnough:
		r.add(t, name, a.Mask, fmt.Errorf("%w: %s", ErrFormat, c.Kind), "take the masker for its kind")
	case a.Mask != mask.Keep:
	case c.Personal() && c.Confidence >= sureEnough:
		r.add(t, name, a.Mask, fmt.Errorf("%w: %s (%s)", ErrPersonal, c.Kind, c.Evidence), reasonHint)
	case c.Live:
		r.add(t, name, a.Mask, ErrLive, reasonHint)
	case shifts && (kind == schema.Date || kind == schema.DateTime):
		r.add(t, name, a.Mask, ErrTime, "shift it too, or say why it may stay: reason: TEXT")
	case shifts && c.Clock:
		r.add(t, name, a.Mask, ErrClock, "mask it, with date and its unit or with integer, or say why it may stay: reason: TEXT")
	}
}

// sureEnough is the confidence from which on a column is worth a failed build.
const sureEnough = 0.85

// patterned says whether values of a kind are somebody's by their pattern alone.
func patterned(k detect.Kind) bool {
	switch k {
	case detect.Email, detect.Phone, detect.PaymentCard, detect.IPAddress, detect.PersonName, detect.FamilyName, detect.GivenName, detect.KanaName:
		return true
	}
	return false
}

// arms are the rules of a column, keep for one that its table keeps.
func (t *table) arms(c *schema.Column) []mask.Rule {
	if t.entry.Keep {
		return []mask.Rule{{Mask: mask.Keep}}
	}
	var rules []mask.Rule
	if m := t.entry.Column(c.Name, t.FoldsColumns()); m != nil {
		for _, a := range m.Arms {
			rules = append(rules, a.Rule)
		}
	}
	return rules
}

// persons holds the persons of a table against those of the same domain elsewhere.
func (r *reviewer) persons(t *table) {
	p := t.entry.Person
	domain := p.Domain
	if domain == "" {
		domain = "person"
	}
	found := len(r.found)
	for _, other := range r.domains[domain] {
		switch {
		case len(r.found) > found: // once is enough
		case p.Shared || other.entry.Person.Shared || t.refers(other) || other.refers(t):
		case t.numbers() && other.numbers():
			r.add(t, "", "", ErrPersons, fmt.Sprintf("%s is the other: give one a domain of its own, or say shared: true if they are the same persons", mask.Printable(other.Name.String())))
		case !t.alike(other):
			r.add(t, "", "", ErrKnownBy, fmt.Sprintf("%s has {by: %s}: name the same key, or give one a domain of its own", mask.Printable(other.Name.String()), mask.Printable(fmt.Sprint(other.entry.Person.By))))
		}
	}
	r.domains[domain] = append(r.domains[domain], t)
}

// numbers says whether the person key is the table's own primary key.
func (t *table) numbers() bool {
	k := t.PrimaryKey()
	if k == nil || len(k.Parts) != len(t.entry.Person.By) {
		return false
	}
	for _, part := range k.Parts {
		if !slices.Contains(t.entry.Person.By, part.Column) {
			return false
		}
	}
	return true
}

// refers says whether a foreign key leads from the person key to another table.
func (t *table) refers(to *table) bool {
	return slices.ContainsFunc(t.Keys, func(k schema.Key) bool {
		return k.Kind == schema.Foreign && k.RefTable == to.Name && slices.ContainsFunc(k.Parts, func(p schema.Part) bool {
			return slices.Contains(t.entry.Person.By, p.Column)
		})
	})
}

// alike says whether two tables can know a person by one key: as many columns, of the
// same families of types. What is not known is no difference.
func (t *table) alike(o *table) bool {
	a, b := t.entry.Person.By, o.entry.Person.By
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := t.Table.Table.Column(a[i]), o.Table.Table.Column(b[i])
		if x == nil || y == nil || x.Type.Kind == schema.Unknown || y.Type.Kind == schema.Unknown {
			continue
		}
		if family(x.Type.Kind) != family(y.Type.Kind) {
			return false
		}
	}
	return true
}

func family(k schema.Kind) schema.Kind {
	switch k {
	case schema.Decimal, schema.Float:
		return schema.Integer
	case schema.UUID, schema.Enum, schema.Binary:
		return schema.Text
	}
	return k
}
