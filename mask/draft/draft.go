// Package draft proposes a policy for the tables of a dump: who the rows are about, what
// becomes of each column, and which columns must agree.
//
// The engine itself is the judge of a draft: each column has a list of rules, the one
// that suits best first, and what [mask.Plan.Check] refuses gives way to the next. The
// last of a list keeps the column as a draft, which stops a run until a person has
// looked at it.
package draft

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// A Draft is a policy that is proposed, with what was found about its columns.
type Draft struct {
	Policy  *mask.Policy
	tables  []*table
	columns map[[2]string]*column // by the names that findings have
	// definitions are objects whose texts look like data.
	definitions []mask.Object
}

// A table is an entry of the draft.
type table struct {
	detect.Table
	entry   mask.Table
	columns []*column
	why     string // of the entry
}

// A column is a column and those that must agree with it.
type column struct {
	detect.Column
	t *table
	*group
}

// name is that of the column in the policy. One with a * in it, or that YAML cannot hold,
// has none of its own: "*" speaks for what is not named.
func (c *column) name() string {
	if n := c.Column.Column.Name; utf8.ValidString(n) && !strings.Contains(n, "*") {
		return n
	}
	return "*"
}

// A group is columns that are joined by foreign keys, mostly one alone. They share a rule.
type group struct {
	columns []*column
	rules   []mask.Rule // the best first
	chosen  int
	// widened: the rule was refused for its length, and has got a max since.
	widened bool
}

// New drafts a policy. u is what it has to say besides of tables, locale the language of
// the fakes and set its maskers.
func New(r *detect.Result, u mask.Undecided, locale string, set mask.Set) (*Draft, error) {
	s, found := r.Schema, r.Tables
	d := &Draft{Policy: &mask.Policy{Locale: locale}, columns: map[[2]string]*column{}}
	for _, o := range u.Definitions {
		o.Name = strings.ToValidUTF8(o.Name, "*")
		d.definitions = append(d.definitions, o)
		d.Policy.Definitions = append(d.Policy.Definitions, mask.Definition{Pattern: o.Name, Mask: true})
	}
	d.Policy.Databases = renamed(u.Databases)
	if r.LargeObjects {
		d.Policy.LargeObjects = mask.DropLargeObjects
	}
	referred := map[*schema.Table]bool{}
	for _, t := range found {
		for _, k := range t.Keys {
			if k.Kind == schema.Foreign {
				referred[s.Table(k.RefTable)] = true
			}
		}
	}
	for _, f := range found {
		if f.Foreign || len(f.Columns) == 0 && !f.Declared { // nothing is known of it but its name
			continue
		}
		t := &table{Table: f, entry: mask.Table{Pattern: strings.ToValidUTF8(f.Name.String(), "*")}}
		switch {
		case len(f.Columns) == 0:
			t.entry.Keep, t.why = true, "it has no columns"
		case f.Passing && !referred[f.Table]:
			t.entry.Drop, t.why = true, "rows of the moment, which a copy for tests does not need"
		default:
			for _, c := range f.Columns {
				own := &column{Column: c, t: t}
				t.columns = append(t.columns, own)
				d.columns[[2]string{f.Name.String(), c.Column.Name}] = own
			}
			t.person()
		}
		d.tables = append(d.tables, t)
	}
	d.households()
	groups := d.groups(s)
	for _, g := range groups {
		g.rules = g.candidates()
	}
	return d, d.settle(s, groups, set)
}

// renamed says where databases go: never to where they came from.
func renamed(names []string) map[string]string {
	to := map[string]string{}
	for i, n := range names {
		if !utf8.ValidString(n) { // no policy can name it
			continue
		}
		to[n] = plainName(n, fmt.Sprintf("database_%d", i+1)) + "_masked"
	}
	return to
}

// plainName is a name if it can stand in a policy as that of a database, and else another.
func plainName(name, other string) string {
	const room = 50 // of the 63 that every server has
	for i, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
		if !letter && (i == 0 || r != '-' && (r < '0' || r > '9')) {
			return other
		}
	}
	if len(name) > room {
		return other
	}
	return name
}

// person says who the rows are about: whom they go with, or else the row itself.
func (t *table) person() {
	personal := false
	for _, c := range t.columns {
		personal = personal || c.Personal()
	}
	by, domain := t.Key, t.Name.Name
	if t.Of != nil {
		domain = t.Of.Name.Name
	}
	if k := t.PrimaryKey(); len(by) == 0 && personal && k != nil {
		for _, p := range k.Parts {
			if p.Column != "" {
				by = append(by, p.Column)
			}
		}
	}
	if len(by) > 0 {
		t.entry.Person = &mask.Person{By: by, Domain: domain, ElseValue: true}
	}
}

// households gives persons those that they live in, where every table that says something
// of them that a household shares knows it: elsewhere they would have another name.
func (d *Draft) households() {
	without := map[string]bool{} // domains
	for _, t := range d.tables {
		if p := t.entry.Person; p != nil && t.Household == "" && slices.ContainsFunc(t.columns, func(c *column) bool { return shared[c.Kind] }) {
			without[p.Domain] = true
		}
	}
	for _, t := range d.tables {
		if p := t.entry.Person; p != nil && !without[p.Domain] {
			p.Household = t.Household
		}
	}
}

// shared are the kinds of data that the members of a household have in common, in part.
var shared = map[detect.Kind]bool{detect.PersonName: true, detect.FamilyName: true, detect.KanaName: true, detect.Address: true, detect.PostalCode: true,
	detect.City: true, detect.Region: true, detect.Phone: true, detect.Username: true, detect.Email: true}

// groups joins the columns at both ends of foreign keys.
func (d *Draft) groups(s *schema.Schema) []*group {
	at := map[*schema.Column]*column{}
	for _, t := range d.tables {
		for _, c := range t.columns {
			c.group = &group{columns: []*column{c}}
			at[c.Column.Column] = c
		}
	}
	for _, t := range d.tables {
		var star *column
		for _, c := range t.columns {
			if c.name() == "*" {
				join(c, star)
				star = c
			}
		}
		for _, k := range t.Keys {
			parent := s.Table(k.RefTable)
			if k.Kind != schema.Foreign || parent == nil {
				continue
			}
			names := k.RefColumns
			if pk := parent.PrimaryKey(); names == nil && pk != nil {
				for _, p := range pk.Parts {
					names = append(names, p.Column)
				}
			}
			for i, p := range k.Parts {
				if i < len(names) {
					join(at[t.Table.Table.Column(p.Column)], at[parent.Column(names[i])])
				}
			}
		}
		if t.Of != nil && len(t.Key) == 1 { // it refers to them by name alone
			if pk := t.Of.PrimaryKey(); pk != nil && len(pk.Parts) == 1 {
				join(at[t.Table.Table.Column(t.Key[0])], at[t.Of.Column(pk.Parts[0].Column)])
			}
		}
	}
	var all []*group
	seen := map[*group]bool{}
	for _, t := range d.tables {
		for _, c := range t.columns {
			if !seen[c.group] {
				seen[c.group] = true
				all = append(all, c.group)
			}
		}
	}
	return all
}

func join(a, b *column) {
	if a == nil || b == nil || a.group == b.group {
		return
	}
	into, from := b.group, a.group
	for _, c := range from.columns {
		c.group = into
	}
	into.columns = append(into.columns, from.columns...)
}

// settle takes rules from the lists until nothing is refused. A rule's place in the
// policy is the number of its group, by which faults are told apart.
func (d *Draft) settle(s *schema.Schema, groups []*group, set mask.Set) error {
	widths := map[string]int{} // the max of the maskers that need one, in all their columns
	defer func() { d.write(groups, widths, true) }()
	for {
		d.write(groups, widths, false) // what is kept as a draft is judged as what it is to become
		refused := map[*group]bool{}
		plan, err := mask.Compile(d.Policy, mask.EphemeralKey(), set)
		var faults mask.Faults
		switch {
		case errors.As(err, &faults):
			for _, f := range faults {
				if f.At.Line == 0 || f.At.Line > len(groups) {
					return err
				}
				refused[groups[f.At.Line-1]] = true
			}
		case err != nil:
			return err
		default:
			d.check(plan.Check(s), refused, widths)
		}
		if len(refused) == 0 {
			return nil
		}
		for g := range refused {
			switch {
			case g.widened:
				g.widened = false
			case g.chosen+1 == len(g.rules): // it is kept, and refused all the same
				return fmt.Errorf("draft: no rule suits the column %s.%s", mask.Printable(g.columns[0].t.Name.String()), mask.Printable(g.columns[0].Column.Column.Name))
			default:
				g.chosen++
			}
		}
	}
}

// check notes the groups whose rules do not fit, and how narrow their columns are.
func (d *Draft) check(found []mask.Finding, refused map[*group]bool, widths map[string]int) {
	for _, f := range found {
		if f.Column == "" {
			continue
		}
		c := d.column(f.Table, f.Column)
		if c == nil || refused[c.group] {
			continue
		}
		refused[c.group] = true
		n, err := strconv.Atoi(strings.TrimPrefix(f.Hint, "max: "))
		if errors.Is(f.Err, mask.ErrWidth) && err == nil && f.Rule != "shape" && n >= leastMax && (widths[f.Rule] == 0 || n < widths[f.Rule]) {
			widths[f.Rule] = n
			c.group.widened = true
		}
	}
}

// leastMax is below which length a rule of one column would cut short those of all others.
const leastMax = 24

// column finds a column by the names that findings have.
func (d *Draft) column(table, name string) *column { return d.columns[[2]string{table, name}] }

// write makes the policy of the rules that are chosen.
func (d *Draft) write(groups []*group, widths map[string]int, drafts bool) {
	number := map[*group]int{}
	for i, g := range groups {
		number[g] = i + 1
	}
	d.Policy.Tables = nil
	for _, t := range d.tables {
		t.entry.Columns = nil
		for _, c := range t.columns {
			r := narrow(c.rules[c.chosen], widths, mask.Location{Line: number[c.group]})
			r.Draft = r.Draft && drafts
			if !slices.ContainsFunc(t.entry.Columns, func(m mask.Column) bool { return m.Name == c.name() }) {
				t.entry.Columns = append(t.entry.Columns, mask.Column{Name: c.name(), At: r.At, Arms: []mask.Arm{{Rule: r}}})
			}
		}
		d.Policy.Tables = append(d.Policy.Tables, t.entry)
	}
}

// narrow gives a rule the max that its masker has in all columns.
func narrow(r mask.Rule, widths map[string]int, at mask.Location) mask.Rule {
	r.At, r.Max = at, widths[r.Mask]
	if r.Mask == "shape" { // whose addresses are those of email
		r.Max = widths["email"]
	}
	for name, v := range r.Params {
		if rules, ok := v.(mask.Rules); ok {
			own := slices.Clone(rules)
			for i := range own {
				own[i].Rule = narrow(own[i].Rule, widths, at)
			}
			r.Params = maps.Clone(r.Params)
			r.Params[name] = own
		}
	}
	if r.Else != nil {
		other := narrow(*r.Else, widths, at)
		r.Else = &other
	}
	return r
}
