package mask

import (
	"cmp"
	"errors"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Finding is one thing that would stop a run or a restore, found without one.
type Finding struct {
	Table, Column, Rule string
	Err                 error // a sentinel of this module, perhaps with fixed words round it
	Hint                string
}

// Check holds the plan against the tables of a schema and gives everything that
// would stop a run over a dump of them, in the order of the schema: tables and
// columns without a rule, rules for what is not there, rules that do not fit
// type, length, NOT NULL, labels or a unique key, foreign keys whose ends are not
// masked alike. What a character set can write is judged by a run alone, which
// knows that of the dump.
func (p *Plan) Check(s *schema.Schema) []Finding {
	c := checker{plan: p, met: map[*entry]bool{}}
	for _, t := range s.Tables() {
		if !t.Server && !t.Placeholder && t.Declared {
			c.table(t)
		}
	}
	joins := newJoiner(p)
	for _, t := range s.Tables() {
		for _, err := range joins.declare("", t) {
			c.error(t, err)
		}
	}
	for _, t := range s.Tables() {
		c.dangling(t, s)
	}
	for _, e := range p.entries {
		if e.named() && !c.met[e] {
			c.add(Finding{Table: e.Pattern, Err: ErrUnmet})
		}
	}
	return c.found
}

// dangling finds rows that would refer to a table whose rows are all dropped. A run
// does not stop for them: where the constraint is not restored, nothing breaks.
func (c *checker) dangling(t *schema.Table, s *schema.Schema) {
	e, err := c.plan.find(t)
	if err != nil || e == nil || e.Drop {
		return
	}
	for _, k := range t.Keys {
		parent := s.Table(k.RefTable)
		if k.Kind != schema.Foreign || parent == nil || parent == t {
			continue
		}
		if to, err := c.plan.find(parent); err != nil || to == nil || !to.Drop {
			continue
		}
		for _, part := range k.Parts {
			col := t.Column(part.Column)
			if col == nil {
				continue
			}
			arms, err := e.arms(col, t.FoldsColumns())
			null := func(a arm) bool { return a.rule != nil && a.rule.writesNull() }
			if err != nil || len(arms) > 0 && !slices.ContainsFunc(arms, func(a arm) bool { return !null(a) }) {
				continue
			}
			c.add(Finding{Table: t.Name.String(), Column: col.Name, Err: ErrDangling, Hint: "drop the rows here too, or give the column the masker null"})
		}
	}
}

type checker struct {
	plan  *Plan
	met   map[*entry]bool
	found []Finding
}

func (c *checker) add(f Finding) { c.found = append(c.found, f) }

// errors adds what a run would say.
func (c *checker) error(t *schema.Table, err error) {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Err: err}
	}
	c.add(Finding{Table: cmp.Or(e.Table, t.Name.String()), Column: e.Column, Rule: e.Rule, Err: e.Err, Hint: e.Hint})
}

func (c *checker) table(t *schema.Table) {
	e, err := c.plan.find(t)
	if err != nil {
		c.error(t, err)
		return
	}
	if e == nil {
		if !t.Foreign {
			c.error(t, &Error{Err: ErrUncovered, Hint: tableHint})
		}
		return
	}
	c.met[e] = true
	for _, name := range e.uncovered(t) {
		c.add(Finding{Table: t.Name.String(), Column: name, Err: ErrUncovered, Hint: columnHint})
	}
	for _, name := range e.vanished(t) {
		c.add(Finding{Table: t.Name.String(), Column: name, Err: ErrUnmet})
	}
	if e.Keep || e.Drop {
		return
	}
	c.columns(t, e)
}

// columns binds every rule of a table, going on behind an error.
func (c *checker) columns(t *schema.Table, e *entry) {
	plan := &TablePlan{rows: &dialects.Rows{Table: t, Columns: t.Columns}, name: t.Name.String(), entry: e}
	for i, col := range t.Columns {
		b := boundColumn{name: col.Name, col: col}
		arms, err := e.arms(col, t.FoldsColumns())
		if err != nil {
			c.error(t, plan.fail(col.Name, err, nil))
		}
		for _, a := range arms {
			if err := plan.bindArms(&b, []arm{a}, i); err != nil {
				c.error(t, err)
			}
		}
		b.keep = len(b.arms) == 1 && b.arms[0].rule == nil
		plan.columns = append(plan.columns, b)
	}
	plan.generated()
	for i := range plan.columns {
		if b := &plan.columns[i]; b.refuse != nil {
			c.add(Finding{Table: plan.name, Column: b.name, Err: b.refuse, Hint: "only a dump that writes the column is stopped: MariaDB's does"})
		}
	}
	if e.Where != nil {
		if _, err := e.Where.Bind(t.Columns); err != nil {
			c.error(t, plan.condition("", err))
		}
	}
	if e.Person != nil && e.Person.Keep != nil {
		if _, err := e.Person.Keep.Bind(t.Columns); err != nil {
			c.error(t, plan.condition("", err))
		}
	}
	for _, err := range plan.repeats(t.Keys) {
		c.error(t, err)
	}
}
