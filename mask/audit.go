package mask

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// An Audit counts what was done. It never holds a value. Its JSON is the file
// that --audit writes.
type Audit struct {
	KeyID    string                 `json:"key_id"`
	PolicyID string                 `json:"policy_id,omitempty"`
	Audience string                 `json:"audience,omitempty"`
	Policy   string                 `json:"policy_sha256,omitempty"`
	BytesIn  int64                  `json:"bytes_in"`
	BytesOut int64                  `json:"bytes_out"`
	Tables   map[string]*TableAudit `json:"tables"`
	Dropped  map[string]int64       `json:"dropped_statements,omitempty"` // by their words
	Changed  map[string]int64       `json:"changed_statements,omitempty"` // by their words
	Examined map[string]int64       `json:"examined_texts,omitempty"`     // of definitions, by the words of their statements
	Decided  map[string]int64       `json:"decided_texts,omitempty"`      // that look like data and were kept or overwritten, likewise
	Counters map[string]int64       `json:"counters,omitempty"`           // that keep their number
	Absent   []string               `json:"absent_tables,omitempty"`      // named by the policy, allowed to be absent
	Warnings []string               `json:"warnings,omitempty"`
	LeftOut  []Keys                 `json:"left_out,omitempty"` // rows that take others along
	Spared   []Keys                 `json:"spared,omitempty"`   // persons who are kept, and their values
	Part     *Part                  `json:"subset,omitempty"`   // of the dump, where not all of it is kept
}

// Keys are keys of persons, rows or values that a run knew beforehand. They are an input
// of it: two runs agree only if they had the same.
type Keys struct {
	Of     string `json:"of"` // such as "persons of the domain person"
	Keys   int    `json:"keys"`
	Digest string `json:"digest"` // SHA-256 of the keyed hashes
}

// A Part says which part of a dump was kept; see [Subset].
type Part struct {
	Roots    []string `json:"roots"` // their tables
	Share    float64  `json:"share,omitempty"`
	Children Children `json:"children"`
	Keep     []string `json:"keep,omitempty"`
	MaxRows  []Limit  `json:"max_rows,omitempty"`
	Apart    []string `json:"apart,omitempty"` // tables that nothing leads to: none of their rows is kept
	Readings int      `json:"readings"`        // of the dump, before it was written
	Keys     int      `json:"keys"`            // by which rows were told
	Bytes    int64    `json:"key_bytes"`       // that they took in memory
	Digest   string   `json:"digest"`          // SHA-256 of the keyed hashes
}

// A TableAudit counts the rows of one table.
type TableAudit struct {
	Open    bool                    `json:"open,omitempty"` // the policy keeps all columns, new ones included
	Reason  string                  `json:"reason,omitempty"`
	Owner   string                  `json:"owner,omitempty"` // both as the policy says them
	Rows    int64                   `json:"rows"`            // read
	Dropped int64                   `json:"dropped,omitempty"`
	Persons map[string]*Estimate    `json:"persons,omitempty"` // whom masked values were about, by domain
	Columns map[string]*ColumnAudit `json:"columns,omitempty"`
}

// A ColumnAudit counts the values of one column.
type ColumnAudit struct {
	Rule   string `json:"rule"`             // the maskers of its arms
	Domain string `json:"domain,omitempty"` // of the first that has one
	Method string `json:"method,omitempty"` // such as FF1, where a masker names one
	Reason string `json:"reason,omitempty"` // those of its arms, as the policy says them
	Owner  string `json:"owner,omitempty"`
	// Arms are the rows of each arm, where there are several.
	Arms []int64 `json:"arms,omitempty"`
	Counts
	// Distinct are the different fakes.
	Distinct *Estimate `json:"distinct,omitempty"`
}

// Counts of values by what became of them.
type Counts struct {
	Masked    int64 `json:"masked"`
	Kept      int64 `json:"kept"`
	Nulls     int64 `json:"nulls"`
	Empty     int64 `json:"empty"`
	Unchanged int64 `json:"unchanged"` // masked, but the masker gave back what it got
}

func (c *Counts) add(d Counts) {
	c.Masked += d.Masked
	c.Kept += d.Kept
	c.Nulls += d.Nulls
	c.Empty += d.Empty
	c.Unchanged += d.Unchanged
}

// Add merges the audit of another part of the same dump. It fails if another
// key or other rules were used.
func (a *Audit) Add(b *Audit) error {
	if a.KeyID != b.KeyID {
		return errors.New("mask: audits of two keys cannot be added")
	}
	if a.PolicyID != b.PolicyID || a.Policy != b.Policy {
		return errors.New("mask: audits of two policies cannot be added")
	}
	for name, t := range b.Tables {
		if own := a.Tables[name]; own != nil {
			for col, c := range t.Columns {
				if o := own.Columns[col]; o != nil && (o.Rule != c.Rule || o.Domain != c.Domain || len(o.Arms) != len(c.Arms)) {
					return fmt.Errorf("mask: audits of two policies cannot be added: table %s", Printable(name))
				}
			}
		}
	}
	if !reflect.DeepEqual(a.Part, b.Part) {
		return errors.New("mask: audits of runs that kept different parts of a dump cannot be added")
	}
	if !slices.Equal(a.LeftOut, b.LeftOut) || !slices.Equal(a.Spared, b.Spared) {
		return errors.New("mask: audits of runs that left out or kept different persons cannot be added")
	}
	a.BytesIn += b.BytesIn
	a.BytesOut += b.BytesOut
	a.addTables(b)
	addCounts(&a.Dropped, b.Dropped)
	addCounts(&a.Changed, b.Changed)
	addCounts(&a.Examined, b.Examined)
	addCounts(&a.Decided, b.Decided)
	addCounts(&a.Counters, b.Counters)
	a.Absent = merge(a.Absent, b.Absent)
	a.Warnings = merge(a.Warnings, b.Warnings)
	return nil
}

func (a *Audit) addTables(b *Audit) {
	for name, t := range b.Tables {
		own := a.table(name)
		own.Open = own.Open || t.Open
		own.Reason, own.Owner = cmp.Or(own.Reason, t.Reason), cmp.Or(own.Owner, t.Owner)
		own.Rows += t.Rows
		own.Dropped += t.Dropped
		for domain, d := range t.Persons {
			own.persons(domain).add(d)
		}
		for col, c := range t.Columns {
			o := own.column(col)
			o.Rule, o.Domain, o.Method, o.Reason, o.Owner = c.Rule, c.Domain, c.Method, c.Reason, c.Owner
			o.add(c.Counts)
			o.more(c.Arms, c.Distinct)
		}
	}
}

// more adds what was seen of the values besides their counts.
func (c *ColumnAudit) more(arms []int64, d *Estimate) {
	if c.Arms == nil && arms != nil {
		c.Arms = make([]int64, len(arms))
	}
	for i, n := range arms {
		c.Arms[i] += n
	}
	if d == nil {
		return
	}
	if c.Distinct == nil {
		c.Distinct = &Estimate{}
	}
	c.Distinct.add(d)
}

// forget forgets numbers of persons that are small.
func (a *Audit) forget() {
	for _, t := range a.Tables {
		for _, d := range t.Persons {
			d.few()
		}
	}
}

func merge(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

func addCounts(dst *map[string]int64, src map[string]int64) {
	if *dst == nil && len(src) > 0 {
		*dst = map[string]int64{}
	}
	for k, n := range src {
		(*dst)[k] += n
	}
}

func (a *Audit) table(name string) *TableAudit {
	if a.Tables == nil {
		a.Tables = map[string]*TableAudit{}
	}
	t := a.Tables[name]
	if t == nil {
		t = &TableAudit{}
		a.Tables[name] = t
	}
	return t
}

func (t *TableAudit) column(name string) *ColumnAudit {
	if t.Columns == nil {
		t.Columns = map[string]*ColumnAudit{}
	}
	c := t.Columns[name]
	if c == nil {
		c = &ColumnAudit{}
		t.Columns[name] = c
	}
	return c
}

func (t *TableAudit) persons(domain string) *Estimate {
	if t.Persons == nil {
		t.Persons = map[string]*Estimate{}
	}
	d := t.Persons[domain]
	if d == nil {
		d = &Estimate{}
		t.Persons[domain] = d
	}
	return d
}

// Rows counts the rows that were read, in all tables.
func (a *Audit) Rows() int64 {
	var n int64
	for t := range maps.Values(a.Tables) {
		n += t.Rows
	}
	return n
}

// tableCounts are a worker's counts of the rows of one plan.
type tableCounts struct {
	rows, dropped int64
	columns       []columnCounts
	persons       []*sketch // of the plan's persons; nil: none was asked for
}

// columnCounts are those of one column.
type columnCounts struct {
	Counts
	arms   []int64 // rows of each, where there are several
	values *sketch // of the fakes
}

func newTableCounts(p *TablePlan) *tableCounts {
	c := &tableCounts{columns: make([]columnCounts, len(p.columns)), persons: make([]*sketch, len(p.persons))}
	for i := range p.columns {
		b := &p.columns[i]
		if len(b.arms) > 1 {
			c.columns[i].arms = make([]int64, len(b.arms))
		}
		if !b.keep && b.arms != nil {
			c.columns[i].values = new(sketch)
		}
	}
	return c
}

// into adds the counts to an audit, by name: orders differ between INSERTs.
func (c *tableCounts) into(a *Audit, p *TablePlan) {
	t := a.table(p.name)
	t.Rows += c.rows
	t.Dropped += c.dropped
	for i := range p.columns {
		col := t.column(p.columns[i].name)
		p.columns[i].describe(col)
		col.Reason, col.Owner = p.entry.words(p.columns[i].name, p.rows.Table.FoldsColumns())
		if p.columns[i].keep {
			col.Kept += c.rows - c.dropped
		}
		own := &c.columns[i]
		col.add(own.Counts)
		if own.values != nil {
			col.more(own.arms, &Estimate{sketch: own.values})
		}
	}
	for k, s := range c.persons {
		if s != nil {
			t.persons(p.persons[k].domain).add(&Estimate{sketch: s})
		}
	}
}

// describe names the rules of a column.
func (b *boundColumn) describe(a *ColumnAudit) {
	a.Rule = ""
	for i, arm := range b.arms {
		if i > 0 {
			a.Rule += " | "
		}
		if arm.rule == nil {
			a.Rule += Keep
			continue
		}
		a.Rule += arm.rule.name
		if a.Domain == "" {
			a.Domain = arm.rule.domain
		}
		if a.Method == "" {
			a.Method = arm.rule.spec.Method
		}
	}
	if b.arms == nil {
		a.Rule = "computed by the server"
	}
}

// words are those with which the policy says why a column is treated as it is, and whose
// word that is.
func (e *entry) words(column string, fold bool) (reason, owner string) {
	c := e.Column(column, fold)
	if c == nil {
		return "", ""
	}
	var reasons, owners []string
	for _, a := range c.Arms {
		reasons, owners = append(reasons, a.Rule.Reason), append(owners, a.Rule.Owner)
	}
	return said(reasons), said(owners)
}

// said joins what was said, each once.
func said(words []string) string {
	var all []string
	for _, w := range words {
		if w != "" && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return strings.Join(all, "; ")
}
