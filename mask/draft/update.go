package draft

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// ErrOneLine is about a policy in which there is no line behind which something new could
// stand.
var ErrOneLine = errors.New("its columns stand in one line, or are none: write each on a line of its own first")

// An Addition is what an update has put into a policy.
type Addition struct{ Tables, Columns int }

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
	behind  map[*table]string // the pattern of the entry that has other columns of it
	columns map[*column]bool  // of tables that have an entry
	kept    map[*column]bool  // whose drafted rule does not suit the policy
}

// missing finds what the policy does not decide.
func (d *Draft) missing(plan *mask.Plan, s *schema.Schema) (*news, error) {
	n := &news{behind: map[*table]string{}, columns: map[*column]bool{}, kept: map[*column]bool{}}
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

// insert writes what is new behind the last line of its kind.
func (n *news) insert(policy []byte) ([]byte, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(policy, &root); err != nil || len(root.Content) == 0 {
		return nil, errors.New("draft: the policy is not YAML")
	}
	tables := member(root.Content[0], "tables")
	at := map[int]string{} // what to put behind a line
	for t, pattern := range n.behind {
		columns := member(member(tables, pattern), "columns")
		if !isBlock(columns) {
			return nil, fmt.Errorf("table %s: %w", mask.Printable(pattern), ErrOneLine)
		}
		for _, c := range t.columns {
			if n.columns[c] {
				r := t.ruleOf(c)
				if n.kept[c] {
					r = keep(true)
				}
				at[lastLine(columns)] += indent(columns) + word(c.name()) + ": " + ruleText(&r) + comment(c.found())
			}
		}
	}
	if len(n.tables) > 0 && !isBlock(tables) {
		return nil, fmt.Errorf("tables: %w", ErrOneLine)
	}
	for _, t := range n.tables {
		for line := range strings.Lines(t.yaml()) {
			at[lastLine(tables)] += indent(tables) + strings.TrimPrefix(line, "  ")
		}
	}
	var out bytes.Buffer
	i := 0
	for line := range bytes.Lines(policy) {
		i++
		out.Write(line)
		if at[i] != "" && !bytes.HasSuffix(line, []byte("\n")) {
			out.WriteByte('\n')
		}
		out.WriteString(at[i])
	}
	return out.Bytes(), nil
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

// member finds the value of a key; nil if there is none.
func member(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// isBlock says whether a map has its members on lines of their own.
func isBlock(n *yaml.Node) bool {
	return n != nil && n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0
}

// indent is what stands before the members of a map.
func indent(n *yaml.Node) string { return strings.Repeat(" ", n.Content[0].Column-1) }

// lastLine is the last line of a node, counted from 1.
func lastLine(n *yaml.Node) int {
	last := n.Line
	if n.Kind == yaml.ScalarNode {
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || strings.Contains(n.Value, "\n") {
			last += strings.Count(strings.TrimRight(n.Value, "\n"), "\n") + 1
		}
	}
	for _, c := range n.Content {
		last = max(last, lastLine(c))
	}
	return last
}
