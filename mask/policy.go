package mask

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Policy is what a person decided about every column. It is plain data:
// package policyfile reads it from YAML, a program can write it as a literal.
type Policy struct {
	// ID names what the policy says, for audits and shards, and Digest is what a
	// signature can go by; both may be empty.
	ID, Digest string

	Locale   string // BCP 47; default of all person-like fakes
	Audience string // part of every domain key
	DDL      DDL
	// Salt draws all persons anew, where it is not 0: their fakes are those of others.
	Salt int
	// LargeObjects decides data that lies outside any table.
	LargeObjects LargeObjects
	// Definitions decide texts in definitions that look like data, by the object.
	Definitions []Definition
	// Databases says where each database of a dump goes; see ErrDatabases.
	Databases map[string]string
	// References are foreign keys that no definition declares.
	References []Reference
	// Collations say how keys of text compare; nil: by their bytes.
	Collations Collations
	// Production and Targets name databases of servers, as HOST/DATABASE; * matches
	// any run of characters. The engine does not ask them: they are for who connects.
	Production, Targets []string
	Tables              []Table
}

// A Reference is a foreign key that the definitions do not declare: rows of one table
// name rows of another.
type Reference struct {
	At       Location
	From, To End
	When     Condition // the rows of From that do; nil: all
}

// An End is columns of a table: table, or schema.table. A bare name at the end To means a
// table of the same schema.
type End struct {
	Table   string
	Columns []string
}

func (e End) String() string { return e.Table + "(" + strings.Join(e.Columns, ", ") + ")" }

// DDL says what becomes of statements without rows.
type DDL uint8

const (
	// SafeDDL makes them inert and takes out accounts, statistics and what belongs to the server.
	SafeDDL DDL = iota
	// KeepDDL copies them.
	KeepDDL
)

// String is the word of policies and audits.
func (d DDL) String() string {
	if d == KeepDDL {
		return "keep"
	}
	return "safe"
}

// A Definition decides texts that look like data in the definitions of an object: in
// its comments, defaults, labels, bodies.
type Definition struct {
	Pattern string // object, or schema.object; * matches any run of characters
	At      Location
	Mask    bool // they are overwritten; otherwise they stay, since somebody has looked at them
}

// LargeObjects says what becomes of data outside any table.
type LargeObjects uint8

const (
	UndecidedLargeObjects LargeObjects = iota
	KeepLargeObjects
	DropLargeObjects
)

// A Table is one entry of the policy. Exactly one applies to a table: the most
// specific; entries never merge.
type Table struct {
	Pattern string // table, or schema.table; * matches any run of characters
	At      Location
	Keep    bool      // every column, new ones included
	Drop    bool      // every row; the DDL stays
	Where   Condition // which rows stay; nil: all
	Person  *Person
	Columns []Column
	Reason  string
	Owner   string
}

// A Person says who a row is about.
type Person struct {
	At        Location
	By        []string  // the columns of the person key, in order
	Domain    string    // the kind of person; empty: "person"
	Household string    // the column of the household key, or empty
	Number    string    // the column of a number by which names are ordered, or empty
	ElseValue bool      // where the key is NULL or empty, the value takes its place
	Keep      Condition // persons who stay as they are, in all tables; nil: none
	Shared    bool      // says that two tables with keys of their own number the same persons
}

// A Column is the rule of one column: arms, of which the first applies whose
// condition holds. Name "*" speaks for the columns that have no rule.
type Column struct {
	Name string
	At   Location
	Arms []Arm
}

// An Arm is a rule under a condition. The last arm of a column has none.
type Arm struct {
	When Condition
	Rule Rule
}

// A Rule says how a value is masked.
type Rule struct {
	Mask   string         // a name in the Set, or "keep"
	Params map[string]any // for its Factory: string, int, float64, bool, []any, map[string]any, Rule, Rules
	Domain string
	By     []string // who the value is about, if not the row's person
	Max    int      // greatest number of characters of a fake
	Null   bool     // mask NULL too
	Empty  bool     // mask the empty text too
	Else   *Rule    // for values that are not of the masker's kind
	Reason string
	Owner  string
	// Draft: a program has proposed it, and nobody has looked at it yet. What it masks
	// is masked; what it keeps stops a run.
	Draft  bool
	Unsafe string // why a literal or generator may stand that could hit somebody
	At     Location
}

// Rules are a parameter of a rule that has rules in it by name, such as those of
// the paths of a JSON column, in the order of the policy.
type Rules []NamedRule

// A NamedRule is one of [Rules].
type NamedRule struct {
	Name string
	At   Location
	Rule Rule
}

// A Condition judges rows by their original values. It is compiled by whoever
// reads the policy; the engine only asks it.
type Condition interface {
	// Bind lines it up with the columns of rows. An unknown column is an error,
	// whose text is shown: it holds names and fixed words, no literal.
	Bind(columns []*schema.Column) (Test, error)
}

// Collations know how columns compare texts. They are of whoever reads the policy, as
// conditions are.
type Collations interface {
	// Fold gives what appends the form of a column's texts under which those are alike
	// that it holds for equal; nil: they are their bytes.
	Fold(c *schema.Column) func(dst, text []byte) []byte
}

// A Test is a condition that is lined up with rows.
type Test func(r *Row) (bool, error)

// Column gives what the entry says of a column, by its name or by "*"; nil if nothing. fold
// says that names of columns have no case.
func (t *Table) Column(name string, fold bool) *Column {
	var star *Column
	for i := range t.Columns {
		c := &t.Columns[i]
		switch {
		case c.Name == name || fold && schema.EqualFold(c.Name, name):
			return c
		case c.Name == "*":
			star = c
		}
	}
	return star
}

// matches says whether the pattern applies to a table.
func (t *Table) matches(n schema.Name, fold bool) bool { return matchesName(t.Pattern, n, fold) }

// matchesName says whether a pattern applies to a name. Neither side needs quotes: a
// dot in a name is tried as both.
func matchesName(pattern string, n schema.Name, fold bool) bool {
	name, owner := n.Name, n.Schema
	if fold {
		pattern, name, owner = schema.FoldASCII(pattern), schema.FoldASCII(name), schema.FoldASCII(owner)
	}
	if glob(pattern, name) {
		return true
	}
	if owner == "" {
		return false
	}
	for i := range pattern {
		if pattern[i] == '.' && glob(pattern[:i], owner) && glob(pattern[i+1:], name) {
			return true
		}
	}
	return false
}

// glob matches * against any run of characters.
func glob(pattern, s string) bool {
	head, rest, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == s
	}
	if !strings.HasPrefix(s, head) {
		return false
	}
	for s = s[len(head):]; ; s = s[1:] {
		if glob(rest, s) {
			return true
		}
		if s == "" {
			return false
		}
	}
}

// named says whether the pattern names one table, so that it must be met.
func (t *Table) named() bool { return !strings.Contains(t.Pattern, "*") }

func (t *Table) specificity() int { return specificity(t.Pattern) }

// specificity orders patterns that apply to one name: a name before a pattern, a
// qualified one before a bare one, more letters before fewer.
func specificity(pattern string) int {
	n := len(pattern) - strings.Count(pattern, "*")
	if strings.Contains(pattern, ".") {
		n += 1 << 16
	}
	if !strings.Contains(pattern, "*") {
		n += 1 << 20
	}
	return n
}
