package postgres

import (
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A definition reads the columns and keys of CREATE TABLE or ALTER TABLE.
type definition struct {
	*parser
	c       *cutter
	t       *schema.Table
	exprs   map[string][]lex.Token // of generated columns, by name
	checks  []lex.Condition        // of CHECK constraints
	notNull []string               // columns of which a constraint says so; the table may yet inherit them
}

func (c *cutter) define(p *parser, t *schema.Table) *definition {
	return &definition{parser: p, c: c, t: t, exprs: map[string][]lex.Token{}}
}

// created gives a new object its schema.
func (c *cutter) created(n schema.Name) schema.Name {
	if n.Schema == "" {
		n.Schema = c.session.home()
	}
	return n
}

// createTable reads CREATE TABLE or CREATE FOREIGN TABLE from behind the
// keyword TABLE.
func (c *cutter) createTable(p *parser, s *dialects.Statement) error {
	p.Accept("if", "not", "exists")
	name, ok := p.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	t := &schema.Table{Name: c.created(name), Declared: true, Foreign: s.Class == dialects.Foreign}
	t.Server = serverTable(t.Name)
	d := c.define(p, t)
	if err := d.columns(); err != nil {
		return err
	}
	oids := c.session.oids
	for !p.Done() {
		switch {
		case p.Accept("inherits"):
			if err := d.inherit(p.Brackets()); err != nil {
				return err
			}
		case p.Accept("with", "oids"):
			oids = true
		case p.Accept("without", "oids"):
			oids = false
		case p.Accept("with"):
			oids = hasOIDs(p, oids)
		case p.Accept("partition", "by"):
			p.Next()
			t.PartitionBy = d.columnsIn(p.Brackets())
		case p.Accept("for", "values"):
			d.bounds(t.Partition)
		case p.Is("as"):
			return dialects.ErrSyntax // rows come from elsewhere
		case p.IsPunct('('):
			p.Brackets()
		default:
			p.Next()
		}
	}
	if oids && !t.Foreign && t.Column(oidName) == nil {
		t.Columns = append([]*schema.Column{oidColumn()}, t.Columns...)
	}
	d.settle()
	c.schema.Put(t)
	s.Table, s.Declares = t, t.Declared
	return nil
}

// bounds reads what stands behind FOR VALUES.
func (d *definition) bounds(p *schema.Partition) {
	if p == nil {
		return
	}
	switch {
	case d.Accept("from"):
		p.From = d.literalsIn(d.Brackets())
		if d.Accept("to") {
			p.To = d.literalsIn(d.Brackets())
		}
	case d.Accept("in"):
		p.In = d.literalsIn(d.Brackets())
	}
}

// literalsIn reads a list of literals; MINVALUE and MAXVALUE are empty.
func (d *definition) literalsIn(tokens []lex.Token) []string {
	var list []string
	for _, t := range tokens {
		switch t.Kind {
		case lex.String:
			list = append(list, d.text(t))
		case lex.Number:
			list = append(list, string(t.Of(d.B)))
		case lex.Word:
			list = append(list, "")
		}
	}
	return list
}

// hasOIDs looks for the storage parameter in WITH (…).
func hasOIDs(p *parser, oids bool) bool {
	in := p.inside(p.Brackets())
	for !in.Done() {
		if in.Accept("oids") {
			in.Punct('=')
			return in.Done() || in.IsPunct(',') || isOn(in.value())
		}
		in.Next()
	}
	return oids
}

// columns reads the list of columns, or where they are taken from.
func (d *definition) columns() error {
	switch {
	case d.Accept("partition", "of"):
		name, ok := d.qualified()
		if err := d.take(name, ok); err != nil {
			return err
		}
		d.t.Partition = &schema.Partition{Of: name}
		if parent := d.c.find(name); parent != nil {
			d.t.Bound, d.t.Partition.Of = parent.Bounds(), parent.Name
		}
		return d.refine()
	case d.Accept("of"):
		name, ok := d.qualified()
		if !ok {
			return dialects.ErrSyntax
		}
		d.compose(name)
		return d.refine()
	case d.Punct('('):
		if d.Punct(')') {
			return nil
		}
		return d.elements()
	}
	return dialects.ErrSyntax // CREATE TABLE … AS
}

// take copies the columns and keys of another table.
func (d *definition) take(name schema.Name, ok bool) error {
	if !ok {
		return dialects.ErrSyntax
	}
	from := d.c.find(name)
	if from == nil || !from.Declared {
		d.t.Declared = false
		return nil
	}
	from = from.Clone()
	d.t.Columns = append(d.t.Columns, from.Columns...)
	d.t.Keys = append(d.t.Keys, from.Keys...)
	d.t.Checks = append(d.t.Checks, from.Checks...)
	return nil
}

// compose takes the columns of a composite type.
func (d *definition) compose(name schema.Name) {
	cols, ok := d.c.composites[d.c.created(name)]
	if !ok {
		d.t.Declared = false
		return
	}
	for _, col := range cols {
		own := *col
		d.t.Columns = append(d.t.Columns, &own)
	}
}

// refine reads the bracketed list that adds attributes to columns that the
// table has from elsewhere.
func (d *definition) refine() error {
	if !d.Punct('(') {
		return nil
	}
	for {
		if ok, err := d.key(); err != nil {
			return err
		} else if !ok {
			col := d.t.Column(d.name())
			if col == nil {
				col = &schema.Column{} // of a table that is not known
			}
			d.Accept("with", "options")
			d.attributes(col)
		}
		if more, err := d.another(); !more {
			return err
		}
	}
}

// elements reads the bracketed list of columns and keys.
func (d *definition) elements() error {
	for {
		if err := d.element(); err != nil {
			return err
		}
		if more, err := d.another(); !more {
			return err
		}
	}
}

// another steps to the next element of a list, or behind its bracket.
func (d *definition) another() (bool, error) {
	d.SkipTo(',')
	if d.Punct(',') {
		return true, nil
	}
	if d.Punct(')') {
		return false, nil
	}
	return false, dialects.ErrSyntax
}

// element reads one column or key. A quoted first word is always a column.
func (d *definition) element() error {
	if ok, err := d.key(); ok || err != nil {
		return err
	}
	if d.Accept("like") {
		return d.like()
	}
	col, err := d.column()
	if err != nil {
		return err
	}
	d.t.Columns = append(d.t.Columns, col)
	return nil
}

// like copies columns, which keep what INCLUDING names beside type and NOT NULL.
func (d *definition) like() error {
	n := len(d.t.Columns)
	keys, checks := len(d.t.Keys), len(d.t.Checks)
	if err := d.take(d.qualified()); err != nil {
		return err
	}
	including := map[string]bool{}
	for !d.Done() && !d.IsPunct(',') && !d.IsPunct(')') {
		on := d.Accept("including")
		if !on {
			d.Accept("excluding")
		}
		including[d.Word()] = on
		if d.Word() == "all" {
			for _, w := range []string{"constraints", "defaults", "generated", "identity", "indexes"} {
				including[w] = on
			}
		}
		d.Next()
	}
	for _, col := range d.t.Columns[n:] {
		col.HasDef = col.HasDef && including["defaults"]
		col.Auto = col.Auto && including["identity"]
		if !including["generated"] {
			col.Generated, col.From = schema.NotGenerated, nil
		}
	}
	if !including["indexes"] {
		d.t.Keys = d.t.Keys[:keys]
	}
	if !including["constraints"] {
		d.t.Checks = d.t.Checks[:checks]
	}
	return nil
}

// inherit puts the columns of the parents before the table's own. A column of
// both has the place of the parent's.
func (d *definition) inherit(tokens []lex.Token) error {
	own := d.t.Columns
	d.t.Columns = nil
	p := d.inside(tokens)
	for !p.Done() {
		name, ok := p.qualified()
		if !ok {
			return dialects.ErrSyntax
		}
		parent := d.c.find(name)
		if parent == nil || !parent.Declared {
			d.t.Declared = false
		} else {
			d.t.Checks = append(d.t.Checks, parent.Checks...)
			columns := parent.Clone().Columns
			for _, c := range columns {
				c.Comment = "" // it stays with the parent
			}
			d.merge(columns)
		}
		if !p.Punct(',') {
			break
		}
	}
	d.merge(own)
	return nil
}

func (d *definition) merge(cols []*schema.Column) {
	for _, col := range cols {
		i := slices.IndexFunc(d.t.Columns, func(c *schema.Column) bool { return c.Name == col.Name })
		if i < 0 {
			d.t.Columns = append(d.t.Columns, col)
			continue
		}
		col.NotNull = col.NotNull || d.t.Columns[i].NotNull
		d.t.Columns[i] = col
	}
}

// key reads a table-level clause, if one comes next.
func (d *definition) key() (bool, error) {
	if d.Peek().Kind != lex.Word {
		return false, nil
	}
	k := schema.Key{}
	named := d.Is("constraint")
	if named {
		d.Next()
		k.Name = d.name()
	}
	switch {
	case d.Accept("primary", "key"):
		k.Kind = schema.Primary
	case d.Accept("unique"):
		k.Kind = schema.Unique
		if d.Accept("nulls") {
			k.NullsAlike = d.Accept("not")
			d.Accept("distinct")
		}
	case d.Accept("foreign", "key"):
		k.Kind = schema.Foreign
	case d.Accept("not", "null"):
		d.notNull = append(d.notNull, d.name())
		return true, nil
	case d.Is("exclude") && (d.PunctAt(d.I+1, '(') || d.WordAt(d.I+1, "using")):
		d.Next()
		k.Kind = schema.Exclude
		if d.Accept("using") {
			d.name()
		}
	case d.Is("check") && d.PunctAt(d.I+1, '('):
		d.Next()
		d.check(k.Name)
		return true, nil
	case named:
		return true, dialects.ErrSyntax
	default:
		return false, nil
	}
	if d.Accept("using", "index") {
		return true, nil // of an index that CREATE UNIQUE INDEX declared
	}
	if !d.IsPunct('(') {
		return true, dialects.ErrSyntax
	}
	k.Parts = d.parts(d.Brackets())
	if k.Kind == schema.Foreign {
		if !d.Accept("references") {
			return true, dialects.ErrSyntax
		}
		if err := d.reference(&k); err != nil {
			return true, err
		}
	}
	d.t.Keys = append(d.t.Keys, k)
	return true, nil
}

// reference reads the table and the columns that a foreign key points to.
func (d *definition) reference(k *schema.Key) error {
	name, ok := d.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	k.RefTable = d.c.created(name)
	if t := d.c.find(name); t != nil {
		k.RefTable = t.Name
	}
	for _, part := range d.parts(d.Brackets()) {
		k.RefColumns = append(k.RefColumns, part.Column)
	}
	k.SetsNull = d.Actions()
	k.Deferrable = d.Accept("deferrable")
	return nil
}

// parts reads the columns of a key. An expression has no column.
func (d *definition) parts(tokens []lex.Token) []schema.Part {
	var parts []schema.Part
	p := d.inside(tokens)
	for !p.Done() {
		if k := p.Ahead(1).Kind; p.Is("period") && (k == lex.Word || k == lex.Name) {
			p.Next()
		}
		start := p.I
		part := schema.Part{Column: p.name()}
		if p.IsPunct('(') || p.IsPunct('.') { // a call
			part.Column = ""
		}
		for !p.Done() && !p.IsPunct(',') {
			if p.Accept("with") { // an operator: of an exclusion
				part.Other = !p.IsPunct('=') || p.I+1 < len(p.Tokens) && !p.PunctAt(p.I+1, ',')
			}
			if p.IsPunct('(') {
				p.Brackets()
				continue
			}
			p.Next()
		}
		if part.Column == "" {
			part.From = d.columnsIn(p.Tokens[start:p.I])
		}
		parts = append(parts, part)
		if !p.Punct(',') {
			break
		}
	}
	return parts
}

// column reads a name, a type and attributes.
func (d *definition) column() (*schema.Column, error) {
	col := &schema.Column{Name: d.name()}
	if col.Name == "" {
		return nil, dialects.ErrSyntax
	}
	t, ok := d.c.columnType(d.parser)
	if !ok {
		return nil, dialects.ErrSyntax
	}
	col.Type = t
	if isSerial(t) {
		col.NotNull, col.Auto, col.HasDef = true, true, true
	}
	d.attributes(col)
	return col, nil
}

// attributes reads what follows the type, up to the comma or bracket that ends
// the column.
func (d *definition) attributes(col *schema.Column) {
	part := []schema.Part{{Column: col.Name}}
	constraint := ""
	for !d.Done() && !d.IsPunct(',') && !d.IsPunct(')') {
		switch {
		case d.Accept("not", "null"):
			col.NotNull = true
		case d.Accept("collate"):
			if parts := d.names(); parts != nil {
				col.Collation = parts[len(parts)-1]
			}
		case d.Accept("default"):
			d.defaultValue(col)
		case d.Is("generated", "always", "as", "identity"), d.Is("generated", "by", "default", "as", "identity"):
			d.Next()
			col.Always = d.Is("always")
			_ = d.Accept("always") || d.Accept("by", "default")
			d.Accept("as", "identity")
			col.Auto, col.NotNull = true, true
			d.Brackets()
		case d.Accept("generated", "always", "as"):
			col.Generated = schema.Virtual // the default since PostgreSQL 18; before, STORED is written
			d.exprs[col.Name] = d.Brackets()
			if d.Accept("stored") {
				col.Generated = schema.Stored
			}
		case d.Accept("primary", "key"):
			d.t.Keys = append(d.t.Keys, schema.Key{Kind: schema.Primary, Parts: part})
		case d.Accept("unique"):
			d.t.Keys = append(d.t.Keys, schema.Key{Kind: schema.Unique, Parts: part})
		case d.Accept("references"):
			k := schema.Key{Kind: schema.Foreign, Parts: part}
			if d.reference(&k) == nil {
				d.t.Keys = append(d.t.Keys, k)
			}
		case d.Accept("check"):
			d.check(constraint)
		case d.Accept("constraint"):
			constraint = d.name()
		case d.IsPunct('('), d.IsPunct('['):
			d.Brackets()
		default:
			d.Next()
		}
	}
}

// defaultValue reads the beginning of a default; attributes goes on behind it.
func (d *definition) defaultValue(col *schema.Column) {
	col.HasDef = !d.Is("null")
	col.Auto = col.Auto || d.isNextval()
	if !d.IsPunct('(') && !d.IsPunct('[') {
		d.Next()
	}
}

// isNextval recognises the default of a serial column.
func (d *definition) isNextval() bool {
	i := d.I
	if d.WordAt(i, "pg_catalog") && d.PunctAt(i+1, '.') {
		i += 2
	}
	t := d.Ahead(i - d.I)
	return (t.Kind == lex.Word || t.Kind == lex.Name) && d.ident(t) == "nextval" && d.PunctAt(i+1, '(')
}

// columnsIn names the columns of the table that an expression mentions.
func (d *definition) columnsIn(expr []lex.Token) []string {
	var names []string
	for _, t := range expr {
		if t.Kind != lex.Name && t.Kind != lex.Word {
			continue
		}
		if from := d.t.Column(d.ident(t)); from != nil && !slices.Contains(names, from.Name) {
			names = append(names, from.Name)
		}
	}
	return names
}

// check reads a condition, to be understood when all columns are known.
func (d *definition) check(name string) {
	condition := d.Brackets()
	if !d.Accept("no", "inherit", "not", "enforced") && !d.Accept("not", "enforced") {
		d.checks = append(d.checks, lex.Condition{Name: name, Tokens: condition})
	}
}

// limit notes what conditions say of the columns that are found, and gives the checks.
func (d *definition) limit(column func(lex.Token) *schema.Column) (checks []schema.Check) {
	r := lex.CheckReader{Column: column, Text: d.text}
	for _, condition := range d.checks {
		r.Read(d.Inside(condition.Tokens))
		checks = append(checks, r.Check(condition, d.Inside(condition.Tokens)))
	}
	return checks
}

// settle fills in what follows from the whole table.
func (d *definition) settle() {
	for name, expr := range d.exprs {
		col := d.t.Column(name)
		if col == nil || col.Generated == schema.NotGenerated {
			continue
		}
		col.From = slices.DeleteFunc(d.columnsIn(expr), func(from string) bool { return from == col.Name })
	}
	d.t.Checks = append(d.t.Checks, d.limit(func(t lex.Token) *schema.Column { return d.t.Column(d.ident(t)) })...)
	if k := d.t.PrimaryKey(); k != nil {
		for _, part := range k.Parts {
			d.notNull = append(d.notNull, part.Column)
		}
	}
	for _, name := range d.notNull {
		if col := d.t.Column(name); col != nil {
			col.NotNull = true
		}
	}
}

// createIndex adds the key of CREATE UNIQUE INDEX to its table.
func (c *cutter) createIndex(p *parser, s *dialects.Statement, unique bool) {
	p.Accept("concurrently")
	p.Accept("if", "not", "exists")
	k := schema.Key{Kind: schema.Unique}
	if !p.Is("on") {
		k.Name = p.name()
		if p.Punct('.') {
			k.Name = p.name()
		}
	}
	if !p.Accept("on") {
		return
	}
	p.Accept("only")
	name, ok := p.qualified()
	t := c.find(name)
	if !ok || t == nil || !unique {
		return
	}
	if p.Accept("using") {
		p.name()
	}
	t = t.Clone()
	k.Parts = c.define(p, t).parts(p.Brackets())
	if p.Accept("include") {
		p.Brackets()
	}
	k.NullsAlike = p.Is("nulls", "not", "distinct")
	t.Keys = append(t.Keys, k)
	s.Table = t
	c.schema.Put(t)
	c.changed()
}

// createType reads CREATE TYPE from behind the keyword.
func (c *cutter) createType(p *parser) error {
	name, ok := p.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	name = c.created(name)
	t := schema.Type{Kind: schema.Other, Name: name.String()}
	switch {
	case p.Accept("as", "enum"):
		t.Kind, t.Labels = schema.Enum, []string{}
		for _, label := range p.Brackets() {
			if label.Kind == lex.String {
				t.Labels = append(t.Labels, p.text(label))
			}
		}
	case p.Is("as") && p.PunctAt(p.I+1, '('):
		p.Next()
		d := c.define(p, &schema.Table{})
		p.Punct('(')
		if !p.Punct(')') {
			if err := d.elements(); err != nil {
				return err
			}
		}
		if c.composites == nil {
			c.composites = map[schema.Name][]*schema.Column{}
		}
		c.composites[name] = d.t.Columns
	}
	c.schema.PutType(name, t)
	return nil
}

// createDomain reads CREATE DOMAIN from behind the keyword.
func (c *cutter) createDomain(p *parser) error {
	name, ok := p.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	name = c.created(name)
	p.Accept("as")
	t, ok := c.columnType(p)
	if !ok {
		return dialects.ErrSyntax
	}
	col := &schema.Column{Type: t}
	d := c.define(p, &schema.Table{})
	d.attributes(col)
	checks := d.limit(func(t lex.Token) *schema.Column {
		if t.Kind == lex.Word && lex.Is(t.Of(p.B), "value") {
			return col
		}
		return nil
	})
	t = col.Type
	t.Checks = append(slices.Clone(t.Checks), checks...)
	t.Name = name.String()
	t.NotNull = t.NotNull || col.NotNull
	c.schema.PutType(name, t)
	return nil
}

// alterType follows what ALTER TYPE does to the labels of an enum.
func (c *cutter) alterType(p *parser) {
	name, _ := p.qualified()
	name = c.created(name)
	t, ok := c.schema.Type(name)
	if !ok || t.Kind != schema.Enum {
		return
	}
	t.Labels = slices.Clone(t.Labels)
	switch {
	case p.Accept("add", "value"):
		p.Accept("if", "not", "exists")
		t.Labels = append(t.Labels, p.text(p.Next()))
	case p.Accept("rename", "value"):
		i := slices.Index(t.Labels, p.text(p.Next()))
		if p.Accept("to") && i >= 0 {
			t.Labels[i] = p.text(p.Next())
		}
	default:
		return
	}
	c.schema.PutType(name, t)
}
