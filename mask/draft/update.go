package draft

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// An Addition is what an update has put into a policy.
type Addition struct {
	Tables, Columns int
	Lines           int // that decide databases and texts in definitions
}

// Update puts the tables and columns that a policy does not decide into its text, as they
// are drafted, and changes no other byte. compile reads the policy that comes out: a rule
// that does not suit it becomes a keep that somebody has to decide.
func (d *Draft) Update(policy []byte, s *schema.Schema, compile func([]byte) (*mask.Plan, error)) ([]byte, Addition, error) {
	plan, err := compile(policy)
	if err != nil {
		return nil, Addition{}, err
	}
	n, err := d.missing(plan, s)
	if err != nil || n.added == (Addition{}) {
		return policy, n.added, err
	}
	for {
		text, err := n.insert(policy)
		if err != nil {
			return nil, Addition{}, err
		}
		plan, err := compile(text)
		if err != nil {
			if n.undecided() {
				continue
			}
			return nil, Addition{}, err
		}
		again := false
		for _, f := range plan.Check(s) {
			if c := d.column(f.Table, f.Column); c != nil && n.columns[c] && !errors.Is(f.Err, mask.ErrDraft) && !n.kept[c] {
				n.kept[c], again = true, true
			}
		}
		if !again {
			return text, n.added, nil
		}
	}
}

// news are what a policy does not decide.
type news struct {
	added   Addition
	tables  []*table
	changed []*table          // that have an entry, without some of their columns
	behind  map[*table]string // the pattern of that entry
	columns map[*column]bool  // of tables that have an entry
	kept    map[*column]bool  // whose drafted rule does not suit the policy

	databases, definitions []member
}

// missing finds what the policy does not decide.
func (d *Draft) missing(plan *mask.Plan, s *schema.Schema) (*news, error) {
	n := &news{behind: map[*table]string{}, columns: map[*column]bool{}, kept: map[*column]bool{}}
	for _, from := range slices.Sorted(maps.Keys(d.Policy.Databases)) {
		n.databases = append(n.databases, line(from, word(d.Policy.Databases[from]), "\n"))
	}
	for _, o := range d.definitions {
		n.definitions = append(n.definitions, line(o.Name, "mask", comment("looks like "+o.Kind)))
	}
	n.added.Lines = len(n.databases) + len(n.definitions)
	for _, f := range plan.Check(s) {
		if !errors.Is(f.Err, mask.ErrUncovered) {
			continue
		}
		i := slices.IndexFunc(d.tables, func(t *table) bool { return t.Name.String() == f.Table })
		if i < 0 {
			continue
		}
		t := d.tables[i]
		if f.Column == "" {
			if err := t.known(plan); err != nil {
				return nil, err
			}
			n.tables = append(n.tables, t)
			n.added.Tables++
			continue
		}
		e, err := plan.Entry(t.Table.Table)
		if err != nil {
			return nil, err
		}
		c := d.column(f.Table, f.Column)
		if c == nil { // its table is one that the draft drops
			continue
		}
		if n.behind[t] == "" {
			n.changed = append(n.changed, t)
		}
		n.behind[t] = e.Pattern
		n.columns[c] = true
		n.added.Columns++
	}
	return n, nil
}

// known takes the domain of the table's persons from the policy that knows them already.
func (t *table) known(plan *mask.Plan) error {
	if t.Of == nil || t.entry.Person == nil {
		return nil
	}
	e, err := plan.Entry(t.Of)
	if err == nil && e != nil && e.Person != nil {
		t.entry.Person.Domain = cmp.Or(e.Person.Domain, "person")
	}
	return err
}

// undecided makes a keep of every new column of a table that has an entry. It gives false
// where that was done before.
func (n *news) undecided() bool {
	changed := false
	for c := range n.columns {
		changed = changed || !n.kept[c]
		n.kept[c] = true
	}
	return changed
}

// insert writes what is new at the end of what it belongs to.
func (n *news) insert(policy []byte) ([]byte, error) {
	in, err := newInsertion(policy)
	if err != nil {
		return nil, err
	}
	tables := valueOf(in.root, "tables")
	for _, t := range n.changed {
		if err := in.addTo(valueOf(tables, n.behind[t]), "columns", n.columnsOf(t)); err != nil {
			return nil, fmt.Errorf("table %s: %w", mask.Printable(n.behind[t]), err)
		}
	}
	for _, part := range []struct {
		key     string
		members []member
	}{{"tables", n.tableMembers()}, {"databases", n.databases}, {"definitions", n.definitions}} {
		if err := in.addTo(in.root, part.key, part.members); err != nil {
			return nil, fmt.Errorf("%s: %w", part.key, err)
		}
	}
	return in.bytes(), nil
}

// columnsOf are the new columns of a table.
func (n *news) columnsOf(t *table) []member {
	var all []member
	for _, c := range t.columns {
		if !n.columns[c] {
			continue
		}
		r := t.ruleOf(c)
		if n.kept[c] {
			r = keep(true)
		}
		all = append(all, line(c.name(), ruleText(&r), comment(c.found())))
	}
	return all
}

func (n *news) tableMembers() []member {
	var all []member
	for _, t := range n.tables {
		var lines string
		for line := range strings.Lines(t.yaml()) {
			lines += strings.TrimPrefix(line, "  ")
		}
		all = append(all, member{word(t.entry.Pattern), t.flow(), lines})
	}
	return all
}

// line is a member of one line.
func line(key, value, comment string) member {
	return member{key: word(key), flow: value, lines: word(key) + ": " + value + comment}
}

// ruleOf is the rule that the draft has for a column.
func (t *table) ruleOf(c *column) mask.Rule {
	for _, m := range t.entry.Columns {
		if m.Name == c.name() {
			return m.Arms[0].Rule
		}
	}
	return keep(true)
}
