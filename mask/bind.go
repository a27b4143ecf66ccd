package mask

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A TablePlan is a plan lined up with the rows of one head. It is immutable
// and safe for concurrent use.
type TablePlan struct {
	rows    *dialects.Rows
	name    string // of the table, for errors and audits
	entry   *entry
	whole   bool // rows pass uncut
	drop    bool // rows are left out
	gone    bool // and so is the table
	where   Test // which rows stay; nil: all
	columns []boundColumn
	masked  []int // the columns that are not simply kept
	persons []boundPerson
	primary []int // the primary key's columns, or every column if none is known

	follows []bond  // rows with which rows here go
	gives   []bond  // what is told of rows that are left out
	guessed bool    // that the table is the persons' own or not
	keep    Test    // whose rows stay as they are; nil: nobody's
	kept    *keySet // the row's persons who are kept; nil: none
	places  *places
	apart   bool   // no row is of the part of the dump that is kept
	reach   *reach // how rows belong to the part of the dump that is kept; nil: all do

	sketchKey sketchKey
}

type boundColumn struct {
	name string
	col  *schema.Column
	arms []boundArm
	keep bool
	// refuse is why no value may stand there, only NULL and the word DEFAULT: the
	// server computes the column.
	refuse error
}

type boundArm struct {
	test Test
	rule *rule // nil: keep
}

// A boundPerson is a person whose columns have been found.
type boundPerson struct {
	*person
	by        []boundSource
	household boundSource // index -1: none
	number    boundSource // index -1: none
}

type boundSource struct {
	index int
	path  []string
}

// Bind lines the plan up with the rows of a dump. It fails with
// *UncoveredError if a column has no rule, and with an *Error if a rule does
// not fit its column.
func (p *Plan) Bind(r *dialects.Rows) (*TablePlan, error) {
	t := &TablePlan{rows: r, name: r.Table.Name.String(), sketchKey: p.sketchKey}
	safe := p.policy.DDL == SafeDDL
	if r.Table.Name.Ours() || r.Table.Foreign && safe {
		// They tell of the database that was dumped; and rows of another server's tables go
		// where their table goes.
		t.whole, t.drop, t.gone = true, true, true
		return t, nil
	}
	if r.Table.Server {
		// "*" never takes in the server's own tables; the policy's ddl decides.
		t.whole, t.drop = true, safe
		return t, nil
	}
	e, err := p.find(r.Table)
	if err != nil {
		return nil, err
	}
	if e == nil {
		return nil, &Error{Table: t.name, Err: &UncoveredError{Table: t.name}, Hint: tableHint}
	}
	t.entry = e
	if e.Keep || e.Drop {
		t.whole, t.drop = true, e.Drop
		return t, nil
	}
	return t, t.bind()
}

// bind lines up the rows of a table that does not stay whole.
func (t *TablePlan) bind() (err error) {
	r, e := t.rows, t.entry
	if r.Columns == nil {
		return &Error{Table: t.name, Err: ErrNoColumns, Hint: "give the DDL with --schema, or say keep or rows: drop"}
	}
	if err := t.bindColumns(); err != nil {
		return err
	}
	if e.Where != nil {
		if t.where, err = e.Where.Bind(r.Columns); err != nil {
			return t.condition("", err)
		}
	}
	if e.Person != nil && e.Person.Keep != nil {
		if t.keep, err = e.Person.Keep.Bind(r.Columns); err != nil {
			return t.condition("", err)
		}
	}
	t.bindPrimary()
	if repeats := t.repeats(r.Table.Keys); repeats != nil {
		return repeats[0]
	}
	return nil
}

const (
	tableHint  = "add the table to the policy, or an entry with *"
	columnHint = "add the columns to the policy, or an entry \"*\""
)

// draftHint says what a person does with a drafted keep.
const draftHint = "look at the column: take draft: true away if it may stay, or give it a masker"

func (t *TablePlan) fail(column string, err, cause error) *Error {
	return &Error{Table: t.name, Column: column, Err: err, cause: cause}
}

// condition says why a condition does not suit a table. What Bind says holds
// names and fixed words.
func (t *TablePlan) condition(column string, err error) *Error {
	e := t.fail(column, ErrCondition, err)
	e.Hint = err.Error()
	return e
}

// arms finds the rule of a column; nil if it has none. Two are ErrAmbiguous.
func (e *entry) arms(c *schema.Column, fold bool) ([]arm, error) {
	if !fold {
		if a, ok := e.columns[c.Name]; ok {
			return a, nil
		}
		return e.star, nil
	}
	var found []arm
	for name, a := range e.columns {
		if schema.EqualFold(name, c.Name) {
			if found != nil {
				return nil, ErrAmbiguous
			}
			found = a
		}
	}
	if found == nil {
		found = e.star
	}
	return found, nil
}

// uncovered lists the columns of a declared table that have no rule, leaving
// out those that the server computes.
func (e *entry) uncovered(t *schema.Table) []string {
	if e.Keep || e.Drop || e.star != nil {
		return nil
	}
	var names []string
	for _, c := range t.Columns {
		if arms, err := e.arms(c, t.FoldsColumns()); arms == nil && err == nil && c.Generated == schema.NotGenerated {
			names = append(names, c.Name)
		}
	}
	return names
}

// vanished lists the columns that the entry names and the table does not have.
func (e *entry) vanished(t *schema.Table) []string {
	var names []string
	for i := range e.Table.Columns {
		if name := e.Table.Columns[i].Name; name != "*" && t.Column(name) == nil {
			names = append(names, name)
		}
	}
	return names
}

func (t *TablePlan) bindColumns() error {
	var missing []string
	fold := t.rows.Table.FoldsColumns()
	for i, c := range t.rows.Columns {
		b := boundColumn{name: c.Name, col: c}
		arms, err := t.entry.arms(c, fold)
		switch {
		case err != nil:
			return t.fail(c.Name, err, nil)
		case t.entry.Keep:
			b.arms = []boundArm{{}}
		case arms != nil:
			if err := t.bindArms(&b, arms, i); err != nil {
				return err
			}
		case c.Generated != schema.NotGenerated:
			b.refuse = &UncoveredError{Columns: []string{c.Name}}
		default:
			missing = append(missing, c.Name)
		}
		b.keep = len(b.arms) == 1 && b.arms[0].rule == nil
		t.columns = append(t.columns, b)
	}
	if missing != nil {
		return &Error{Table: t.name, Err: &UncoveredError{Table: t.name, Columns: missing}, Hint: columnHint}
	}
	t.generated()
	for i := range t.columns {
		if b := &t.columns[i]; !b.keep || b.refuse != nil {
			t.masked = append(t.masked, i)
		}
	}
	return nil
}

// generated lets no value stay that the server computed from a masked column:
// MariaDB writes such values into its dumps. PostgreSQL writes DEFAULT.
func (t *TablePlan) generated() {
	for i := range t.columns {
		b := &t.columns[i]
		if !slices.ContainsFunc(b.arms, func(a boundArm) bool { return a.rule == nil }) {
			continue
		}
		for _, from := range b.col.From {
			j := slices.IndexFunc(t.columns, func(c boundColumn) bool { return c.name == from })
			if j >= 0 && !t.columns[j].keep {
				b.refuse = ErrGenerated
			}
		}
	}
}

func (t *TablePlan) bindArms(b *boundColumn, arms []arm, i int) error {
	for _, a := range arms {
		out := boundArm{}
		if a.draft {
			err := t.fail(b.name, ErrDraft, nil)
			err.Hint = draftHint
			return err
		}
		if a.when != nil {
			test, err := a.when.Bind(t.rows.Columns)
			if err != nil {
				return t.condition(b.name, err)
			}
			out.test = test
		}
		if a.rule != nil {
			r, err := t.bindRule(a.rule, b.col, i)
			if err != nil {
				return err
			}
			out.rule = r
		}
		b.arms = append(b.arms, out)
	}
	return nil
}

// bindRule fits a rule to a column.
func (t *TablePlan) bindRule(r *rule, c *schema.Column, i int) (*rule, error) {
	own := *r
	if m, ok := r.masker.(Binder); ok {
		bound, err := m.Bind(c)
		if err != nil {
			e := t.fail(c.Name, ErrType, err)
			var own *Error
			if errors.As(err, &own) { // says more, in fixed words
				e.Err, e.Hint = own.Err, own.Hint
			}
			e.Rule = r.name
			return nil, e
		}
		own.masker = bound
		if d, ok := bound.(Describer); ok {
			own.spec = d.Spec()
		}
	}
	if err := t.fits(&own, c, i); err != nil {
		err.Table, err.Column, err.Rule = t.name, c.Name, r.name
		return nil, err
	}
	if own.person != nil && (own.keying == ByPerson || own.keying == ByRow) {
		if err := t.bindPerson(own.person); err != nil {
			err.Column, err.Rule = c.Name, r.name
			return nil, err
		}
	}
	own.column = c
	if err := t.bindParts(&own, c, i); err != nil {
		return nil, err
	}
	if own.ranker, _ = own.masker.(Ranker); own.ranker != nil {
		if err := t.bindPerson(own.group); err != nil {
			err.Column, err.Rule, err.Hint = c.Name, r.name, "its group names a column that the rows do not have"
			return nil, err
		}
	}
	if r.or != nil {
		or, err := t.bindRule(r.or, c, i)
		if err != nil {
			return nil, err
		}
		own.or = or
	}
	return &own, nil
}

// bindParts fits the rules inside a rule to what the parts of a value are like.
func (t *TablePlan) bindParts(r *rule, c *schema.Column, i int) error {
	if r.parts == nil {
		return nil
	}
	element := &schema.Column{Name: c.Name}
	if d, ok := r.masker.(Divider); ok {
		element = d.Element(c)
	}
	bound := make([]*rule, len(r.parts))
	for k, p := range r.parts {
		if p == nil {
			continue
		}
		var err error
		if bound[k], err = t.bindRule(p, element, i); err != nil {
			return err
		}
	}
	r.parts = bound
	return nil
}

// bindPerson finds the columns of a person key.
func (t *TablePlan) bindPerson(p *person) *Error {
	if slices.ContainsFunc(t.persons, func(b boundPerson) bool { return b.person == p }) {
		return nil
	}
	b := boundPerson{person: p, household: boundSource{index: -1}, number: boundSource{index: -1}}
	find := func(s source) (boundSource, *Error) {
		col, fold := t.rows.Table.Column(s.column), t.rows.Table.FoldsColumns()
		for i, c := range t.rows.Columns {
			if c == col || c.Name == s.column || fold && schema.EqualFold(c.Name, s.column) {
				return boundSource{index: i, path: s.path}, nil
			}
		}
		e := t.fail("", ErrUnmet, nil)
		e.Hint = "the person key names the column " + quoteWord(s.column)
		return boundSource{}, e
	}
	for _, s := range p.by {
		f, err := find(s)
		if err != nil {
			return err
		}
		b.by = append(b.by, f)
	}
	if p.household != nil {
		f, err := find(*p.household)
		if err != nil {
			return err
		}
		b.household = f
	}
	if p.number != nil {
		f, err := find(*p.number)
		if err != nil {
			return err
		}
		b.number = f
	}
	t.persons = append(t.persons, b)
	return nil
}

// bindPrimary finds what keys a row that has no person.
func (t *TablePlan) bindPrimary() {
	if k := t.rows.Table.PrimaryKey(); k != nil {
		for _, part := range k.Parts {
			i := slices.IndexFunc(t.rows.Columns, func(c *schema.Column) bool { return c == t.rows.Table.Column(part.Column) })
			if i < 0 {
				t.primary = nil
				break
			}
			t.primary = append(t.primary, i)
		}
	}
	if t.primary == nil {
		for i := range t.rows.Columns {
			t.primary = append(t.primary, i)
		}
	}
}

// fits holds what a masker can write against what the column can hold. A
// column of which nothing is known but the name takes anything; its values are
// held against nothing.
func (t *TablePlan) fits(r *rule, c *schema.Column, i int) *Error {
	o, typ := r.spec.Output, c.Type
	if slices.Contains(t.rows.Table.Bound, c.Name) {
		return &Error{Err: ErrPartition, Hint: "keep it, or dump with --load-via-partition-root, so that each row finds its partition"}
	}
	if o.Null && c.NotNull {
		return &Error{Err: ErrNotNull}
	}
	if _, described := r.masker.(Describer); !described || o.AnyKind {
		return nil
	}
	if typ.Kind != schema.Unknown {
		suits := typ.Kind == schema.Text || slices.Contains(o.Kinds, typ.Kind)
		if typ.Array {
			suits = o.Array
		}
		if !suits {
			return &Error{Err: fmt.Errorf("%w %s", ErrType, typeName(typ)), Hint: "migawari maskers says which types a masker can fill"}
		}
	}
	if typ.Labels != nil {
		if err := labels(o, typ); err != nil {
			return err
		}
	}
	if typ.Kind == schema.Text && !typ.Array {
		if err := width(r, c); err != nil {
			return err
		}
	}
	if o.Alphabet != "" && t.rows.Codec != nil {
		f := dialects.Field{Form: dialects.Null}
		if _, err := t.rows.Codec.AppendValue(nil, []byte(o.Alphabet), nil, f, i); err != nil {
			return &Error{Err: ErrAlphabet, Hint: "choose a locale or masker that the character set can write"}
		}
	}
	return nil
}

// labels holds the fakes against the labels of an enum, or the values that a CHECK
// lists. A masker that fills enums writes no others, or says what it writes.
func labels(o Output, typ schema.Type) *Error {
	outside := func(l string) bool { return !slices.Contains(typ.Labels, l) }
	switch {
	case typ.Kind == schema.Enum || typ.Kind == schema.Set:
		if slices.ContainsFunc(o.Labels, outside) {
			return &Error{Err: ErrType, Hint: "every fake must be one of the column's labels"}
		}
	case !slices.Contains(o.Kinds, schema.Enum) || slices.ContainsFunc(o.Labels, outside):
		return &Error{Err: ErrCheck, Hint: "take choice, which draws from the list, or what keeps to its values"}
	}
	return nil
}

// width holds the longest fake against the column, in characters or in bytes of
// its character set.
func width(r *rule, c *schema.Column) *Error {
	o, limit := r.spec.Output, c.Type.Length
	if c.Type.Bytes > 0 {
		ascii, any := charBytes(c.Charset)
		limit = c.Type.Bytes / ascii
		if o.Alphabet != "" {
			limit = c.Type.Bytes / any
		}
	}
	if limit == 0 || o.Chars <= limit {
		return nil
	}
	hint := "max: " + strconv.Itoa(limit)
	if !r.fitsIn(limit) {
		hint = "give it other parameters or take another masker: max alone makes no fake so short"
	}
	return &Error{Err: fmt.Errorf("%w: %d characters into %s", ErrWidth, o.Chars, typeName(c.Type)), Hint: hint}
}

// charBytes gives the most bytes that a character of ASCII, and any, has in a
// character set.
func charBytes(charset string) (ascii, any int) {
	switch charset {
	case "ucs2":
		return 2, 2
	case "utf16", "utf16le":
		return 2, 4
	case "utf32":
		return 4, 4
	case "utf8", "utf8mb3", "ujis", "eucjpms":
		return 1, 3
	case "cp932", "sjis", "gbk", "gb2312", "big5", "euckr":
		return 1, 2
	case "", "utf8mb4", "gb18030", "binary":
		return 1, 4
	}
	return 1, 1 // the others of MySQL have one byte
}

func typeName(t schema.Type) string {
	var b strings.Builder
	b.WriteString(Printable(t.Name))
	if t.Length > 0 {
		fmt.Fprintf(&b, "(%d)", t.Length)
	}
	if t.Array {
		b.WriteString("[]")
	}
	return b.String()
}

// repeats finds rules that can give two rows one fake in a column that one of
// the keys holds unique. In a key of several columns, each must stay apart from
// itself.
func (t *TablePlan) repeats(keys []schema.Key) []*Error {
	var found []*Error
	for _, k := range keys {
		if k.Kind != schema.Primary && k.Kind != schema.Unique && k.Kind != schema.Exclude {
			continue
		}
		for _, part := range k.Parts {
			names := append(slices.Clip(part.From), part.Column)
			if col := t.rows.Table.Column(part.Column); col != nil {
				names = append(names, col.From...) // which the server computes from those
			}
			for _, name := range names {
				i := slices.IndexFunc(t.columns, func(b boundColumn) bool { return b.col == t.rows.Table.Column(name) })
				if i < 0 {
					continue
				}
				for _, a := range t.columns[i].arms {
					for r := a.rule; r != nil; r = r.or {
						if hint := t.repeat(r, k, part, keys); hint != "" {
							e := t.fail(t.columns[i].name, ErrUnique, nil)
							e.Rule, e.Hint = r.name, hint
							found = append(found, e)
						}
					}
				}
			}
		}
	}
	return found
}

// safePrefix is from how many characters on the beginning of a long fake is as
// good as the whole.
const safePrefix = 32

// repeat says what to do where a rule can give two rows one fake, or nothing
// where it cannot.
func (t *TablePlan) repeat(r *rule, k schema.Key, part schema.Part, keys []schema.Key) (hint string) {
	o := r.spec.Output
	switch {
	case o.Null && k.Kind != schema.Primary: // a key does not compare NULL
		return ""
	case part.Other:
		return "an exclusion compares it by another operator than =: keep it"
	case r.group != nil && t.personIn(r.group, k), r.spec.Apart != Repeats && t.personIn(r.person, k):
		return ""
	case r.spec.Distinct == Repeats:
		return "migawari maskers says which maskers keep values apart"
	case r.keying == ByPerson && t.severalRows(r.person, keys):
		return "a person can have several rows here: take a masker that is keyed by the value"
	case r.null && r.keying != ByPerson && k.Kind != schema.Primary:
		return "all that are NULL would get one fake: leave null: mask out"
	case 0 < part.Prefix && part.Prefix < safePrefix && (o.Chars == 0 || o.Chars > part.Prefix):
		return "the key compares the first " + strconv.Itoa(part.Prefix) + " characters only, in which fakes can be alike"
	}
	return ""
}

// personIn says whether a key has all columns of a person, or of a group of rows, in it:
// it holds nothing against two persons.
func (t *TablePlan) personIn(p *person, k schema.Key) bool {
	for _, s := range p.by {
		column := t.rows.Table.Column(s.column)
		if s.path != nil || !slices.ContainsFunc(k.Parts, func(part schema.Part) bool { return part.Prefix == 0 && t.rows.Table.Column(part.Column) == column }) {
			return false
		}
	}
	return true
}

// severalRows says whether a person can have more rows than one: the person key
// has no primary key in it. Where no primary key is known, nobody can say.
func (t *TablePlan) severalRows(p *person, keys []schema.Key) bool {
	known := false
	for _, k := range keys {
		if k.Kind != schema.Primary && k.Kind != schema.Unique {
			continue
		}
		known = known || k.Kind == schema.Primary
		outside := func(part schema.Part) bool {
			return !slices.ContainsFunc(p.by, func(s source) bool {
				return s.path == nil && t.rows.Table.Column(s.column) == t.rows.Table.Column(part.Column) && part.Prefix == 0
			})
		}
		if !slices.ContainsFunc(k.Parts, outside) {
			return false
		}
	}
	return known
}
