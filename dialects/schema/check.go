package schema

// A Check is a condition that every row of a table meets.
type Check struct {
	Name    string
	Columns []string // those that it names
	// Expr is the condition; nil: it is not understood.
	Expr *Expr
}

// DomainValue is the column that a domain's checks are about.
const DomainValue = "value"

// An Expr is a node of a condition, in words that all dialects share.
//
// A leaf is "column", "text" or "number", whose Text is the name or value, or "null", "true",
// "false". Operators are "and" "or" "not" "xor", "=" "<>" "<" "<=" ">" ">=", "is" (of its two
// sides, where NULL is a value), "in" (of the first among the others), "between", "like" "ilike"
// "~" "~*", "+" "-" "*" "/" "%" "||", "neg". Any other Op is a function's name in lower case.
type Expr struct {
	Op   string
	Text string
	Args []*Expr
}

// Columns appends the names of the columns in the expression that dst does not have.
func (e *Expr) Columns(dst []string) []string {
	if e == nil {
		return dst
	}
	if e.Op == "column" {
		for _, have := range dst {
			if have == e.Text {
				return dst
			}
		}
		return append(dst, e.Text)
	}
	for _, a := range e.Args {
		dst = a.Columns(dst)
	}
	return dst
}

// Renamed gives the check for a table in which a column has got another name.
func (c Check) Renamed(from, to string) Check {
	columns := make([]string, len(c.Columns))
	for i, name := range c.Columns {
		if columns[i] = name; name == from {
			columns[i] = to
		}
	}
	return Check{Name: c.Name, Columns: columns, Expr: c.Expr.renamed(from, to)}
}

func (e *Expr) renamed(from, to string) *Expr {
	if e == nil {
		return nil
	}
	own := *e
	if e.Op == "column" && e.Text == from {
		own.Text = to
	}
	own.Args = make([]*Expr, len(e.Args))
	for i, a := range e.Args {
		own.Args[i] = a.renamed(from, to)
	}
	return &own
}

// RenameColumn has the checks of a table follow a column that has got another name.
func (t *Table) RenameColumn(from, to string) {
	for i, c := range t.Checks {
		t.Checks[i] = c.Renamed(from, to)
	}
}

// DropChecks takes out the checks that name a column, which go with it.
func (t *Table) DropChecks(gone func(Check) bool) {
	var stay []Check
	for _, c := range t.Checks {
		if !gone(c) {
			stay = append(stay, c)
		}
	}
	t.Checks = stay
}
