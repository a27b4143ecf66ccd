package sqlite

import (
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A definition reads the columns and keys of CREATE TABLE or ALTER TABLE.
type definition struct {
	*parser
	t       *schema.Table
	exprs   map[*schema.Column][]lex.Token // of generated columns
	checks  []lex.Condition                // of CHECK constraints
	rowless bool                           // WITHOUT ROWID
}

// createTable reads CREATE TABLE from its name on.
func (c *cutter) createTable(p *parser, s *dialects.Statement, temp bool) error {
	name, ok := c.tableName(p)
	if !ok || !p.Punct('(') {
		return dialects.ErrSyntax // or CREATE TABLE … AS SELECT: its rows come from elsewhere
	}
	if temp {
		name.Schema = temporary
	}
	d := &definition{parser: p, exprs: map[*schema.Column][]lex.Token{}}
	d.t = c.folding(&schema.Table{Name: name, Declared: true, Server: own(name.Name)})
	if err := d.elements(); err != nil {
		return err
	}
	if err := d.options(); err != nil {
		return err
	}
	d.settle()
	c.schema.Put(d.t)
	c.changed()
	s.Table, s.Declares = d.t, true
	return nil
}

// elements reads columns, then the clauses of the table, to the closing bracket.
// Between the clauses SQLite needs no comma.
func (d *definition) elements() error {
	for {
		clause, err := d.clause()
		if err != nil {
			return err
		}
		if !clause {
			col, err := d.column()
			if err != nil {
				return err
			}
			d.t.Columns = append(d.t.Columns, col)
		}
		switch {
		case d.Punct(')'):
			if len(d.t.Columns) == 0 {
				return dialects.ErrSyntax
			}
			return nil
		case d.Punct(','), clause:
		default:
			return dialects.ErrSyntax
		}
	}
}

// clause reads a clause of the table, if one comes next. Its first words are
// reserved: a column of such a name has quotes.
func (d *definition) clause() (bool, error) {
	name := ""
	named := d.Accept("constraint")
	if named {
		name = d.name()
	}
	k := schema.Key{Name: name}
	switch {
	case d.Accept("primary", "key"):
		k.Kind = schema.Primary
	case d.Accept("unique"):
		k.Kind = schema.Unique
	case d.Accept("foreign", "key"):
		k.Kind = schema.Foreign
	case d.Accept("check"):
		condition := d.Brackets()
		if condition == nil {
			return true, dialects.ErrSyntax
		}
		d.checks = append(d.checks, lex.Condition{Name: name, Tokens: condition})
		d.conflict()
		return true, nil
	default:
		return named, nil
	}
	if !d.IsPunct('(') {
		return true, dialects.ErrSyntax
	}
	k.Parts = d.parts(d.Brackets())
	if k.Kind == schema.Foreign {
		if !d.Accept("references") {
			return true, dialects.ErrSyntax
		}
		d.reference(&k)
	}
	d.t.Keys = append(d.t.Keys, k)
	d.conflict()
	return true, nil
}

// conflict steps over ON CONFLICT x.
func (d *definition) conflict() {
	if d.Accept("on", "conflict") {
		d.Next()
	}
}

// parts reads the columns of a key. An expression has no name.
func (d *definition) parts(tokens []lex.Token) []schema.Part {
	var parts []schema.Part
	p := &parser{Parser: d.Inside(tokens), charset: d.parser.charset}
	for !p.Done() {
		start := p.I
		part := schema.Part{Column: p.name()}
		if !p.Done() && !p.IsPunct(',') && !p.Is("collate") && !p.Is("asc") && !p.Is("desc") {
			part.Column = ""
		}
		p.SkipTo(',')
		if part.Column == "" {
			part.From = d.columnsIn(tokens[start:p.I])
		}
		p.Punct(',')
		parts = append(parts, part)
	}
	return parts
}

// reference reads what follows REFERENCES. Without columns it means the primary key.
func (d *definition) reference(k *schema.Key) {
	k.RefTable = schema.Name{Schema: d.t.Name.Schema, Name: d.name()}
	for _, part := range d.parts(d.Brackets()) {
		k.RefColumns = append(k.RefColumns, part.Column)
	}
	for {
		k.SetsNull = d.Actions() || k.SetsNull
		switch {
		case d.Accept("not", "deferrable"):
		case d.Accept("deferrable"):
			k.Deferrable = true
		case d.Accept("initially"):
			d.Next()
		default:
			return
		}
	}
}

// column reads a name, a type and what follows it.
func (d *definition) column() (*schema.Column, error) {
	if w := d.Word(); typeEnds[w] && w != "generated" {
		return nil, dialects.ErrSyntax // a reserved word, so no column
	}
	col := &schema.Column{Name: d.name()}
	if col.Name == "" || d.t.Column(col.Name) != nil {
		return nil, dialects.ErrSyntax
	}
	var words []string
	for t := d.Peek(); t.Kind == lex.Word && !typeEnds[d.Word()] || t.Kind == lex.Name || t.Kind == lex.String; t = d.Peek() {
		words = append(words, strings.ToLower(d.text(t)))
		d.Next()
	}
	var numbers []int
	if d.IsPunct('(') && len(words) > 0 {
		for _, t := range d.Brackets() {
			if t.Kind == lex.Number {
				n, _ := strconv.Atoi(string(t.Of(d.B)))
				numbers = append(numbers, n)
			}
		}
	}
	col.Type = columnType(strings.Join(words, " "), numbers)
	d.attributes(col)
	return col, nil
}

// attributes reads what follows the type, up to the comma or bracket that ends
// the column.
func (d *definition) attributes(col *schema.Column) {
	key := func(kind schema.KeyKind) schema.Key {
		return schema.Key{Kind: kind, Parts: []schema.Part{{Column: col.Name}}}
	}
	constraint := ""
	for !d.Done() && !d.IsPunct(',') && !d.IsPunct(')') {
		switch {
		case d.Accept("not", "null"):
			col.NotNull = true
		case d.Accept("primary", "key"):
			d.t.Keys = append(d.t.Keys, key(schema.Primary))
		case d.Accept("autoincrement"):
			col.Auto = true
		case d.Accept("unique"):
			d.t.Keys = append(d.t.Keys, key(schema.Unique))
		case d.Accept("references"):
			k := key(schema.Foreign)
			d.reference(&k)
			d.t.Keys = append(d.t.Keys, k)
		case d.Accept("collate"):
			col.Collation = strings.ToLower(d.name())
		case d.Accept("default"):
			col.HasDef = !d.Is("null")
			if !d.IsPunct('(') {
				d.Next()
			}
		case d.Accept("check"):
			condition := d.Brackets()
			d.checks = append(d.checks, lex.Condition{Name: constraint, Tokens: condition})
			for _, t := range condition {
				if col.Type.Kind == schema.Text && t.Kind == lex.Word && lex.Is(t.Of(d.B), "json_valid") {
					col.Type.Kind = schema.JSON // how applications say it
				}
			}
		case d.Accept("as"):
			col.Generated = schema.Virtual
			d.exprs[col] = d.Brackets()
		case d.Accept("stored"):
			col.Generated = schema.Stored
		case d.Accept("constraint"):
			constraint = d.name()
		case d.IsPunct('('):
			d.Brackets()
		default:
			d.Next()
		}
	}
}

// options reads what follows the columns: WITHOUT ROWID, STRICT, or both.
func (d *definition) options() error {
	for !d.Done() {
		switch {
		case d.Accept("without", "rowid"), d.Accept("strict"):
			d.rowless = d.rowless || d.WordAt(d.I-1, "rowid")
			// In such tables, unlike in others, no column of the primary key is NULL.
			for _, k := range d.t.Keys {
				for _, part := range k.Parts {
					if col := d.t.Column(part.Column); col != nil && k.Kind == schema.Primary {
						col.NotNull = true
					}
				}
			}
		default:
			return dialects.ErrSyntax
		}
		if !d.Punct(',') && !d.Done() {
			return dialects.ErrSyntax
		}
	}
	return nil
}

// settle fills in what follows from the whole: a primary key of the type
// INTEGER, and no other word, is the number of the row.
func (d *definition) settle() {
	d.t.Hidden = nil
	for _, name := range []string{"rowid", "_rowid_", "oid"} {
		if !d.rowless && d.t.Column(name) == nil {
			d.t.Hidden = append(d.t.Hidden, &schema.Column{Name: name, Type: rowID, NotNull: true})
		}
	}
	if k := d.t.PrimaryKey(); k != nil && len(k.Parts) == 1 {
		if col := d.t.Column(k.Parts[0].Column); col != nil && col.Type.Name == "integer" {
			col.NotNull, col.Auto = true, true
		}
	}
	r := lex.CheckReader{Column: func(t lex.Token) *schema.Column { return d.t.Column(d.text(t)) }, Text: d.text}
	for _, condition := range d.checks {
		r.Read(d.Inside(condition.Tokens))
		d.t.Checks = append(d.t.Checks, r.Check(condition, d.Inside(condition.Tokens)))
	}
	for _, col := range d.t.Columns {
		if expr, ok := d.exprs[col]; ok {
			col.From = slices.DeleteFunc(d.columnsIn(expr), func(from string) bool { return from == col.Name })
		}
	}
}

// columnsIn names the columns of the table that an expression mentions.
func (d *definition) columnsIn(expr []lex.Token) []string {
	var names []string
	for _, t := range expr {
		if t.Kind != lex.Name && t.Kind != lex.Word {
			continue
		}
		if from := d.t.Column(d.text(t)); from != nil && !slices.Contains(names, from.Name) {
			names = append(names, from.Name)
		}
	}
	return names
}

// createVirtual reads CREATE VIRTUAL TABLE from its name on. Modules of SQLite's
// own name their columns; of any other the columns are not known.
func (c *cutter) createVirtual(p *parser, s *dialects.Statement) error {
	name, ok := c.tableName(p)
	if !ok || !p.Accept("using") {
		return dialects.ErrSyntax
	}
	module := schema.FoldASCII(p.name())
	t := c.folding(&schema.Table{Name: name})
	arguments := p.IsPunct('(')
	inner := p.Brackets()
	if module == "" || !p.Done() || arguments && !isPunct(p.B, p.Tokens[p.I-1], ')') {
		return dialects.ErrSyntax
	}
	switch module {
	case "fts3", "fts4", "fts5", "rtree", "rtree_i32":
		t.Columns = virtualColumns(&parser{Parser: p.Inside(inner), charset: p.charset}, module)
		t.Declared = len(t.Columns) > 0
	}
	c.schema.Put(t)
	c.changed()
	s.Table, s.Declares = t, t.Declared
	return nil
}

// virtualColumns reads the arguments of a module that names columns. Those of
// the form key=value are none, nor is fts3's "tokenize porter".
func virtualColumns(p *parser, module string) []*schema.Column {
	var cols []*schema.Column
	kind := schema.Text
	if strings.HasPrefix(module, "rtree") {
		kind = schema.Unknown
	}
	for !p.Done() {
		p.Punct('+') // an auxiliary column of an rtree
		name := p.name()
		if name != "" && !p.IsPunct('=') && !schema.EqualFold(name, "tokenize") {
			cols = append(cols, &schema.Column{Name: name, Type: schema.Type{Kind: kind}})
		}
		p.SkipTo(',')
		p.Punct(',')
	}
	return cols
}

// alter reads ALTER TABLE from behind ALTER.
func (c *cutter) alter(p *parser, s *dialects.Statement) error {
	if !p.Accept("table") {
		return dialects.ErrStatement
	}
	name, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	s.Class, s.Words, s.Marks = dialects.Definition, "alter table", p.marks()
	old := c.table(name)
	d := &definition{parser: p, t: old.Clone(), exprs: map[*schema.Column][]lex.Token{}}
	if err := d.alteration(); err != nil {
		return err
	}
	if !p.Done() {
		return dialects.ErrSyntax
	}
	d.settle()
	s.Table = d.t
	if !old.Declared {
		return nil // the columns are not known, so neither is what changed
	}
	if d.t.Name != old.Name {
		c.schema.Drop(old.Name)
	}
	c.schema.Put(d.t)
	c.changed()
	s.Declares = true
	return nil
}

// alteration reads the one change that ALTER TABLE makes.
func (d *definition) alteration() error {
	if d.Accept("rename", "to") {
		d.t.Name.Name = d.name()
		if d.t.Name.Name == "" {
			return dialects.ErrSyntax
		}
		return nil
	}
	add, drop := d.Accept("add"), d.Accept("drop")
	if !add && !drop && !d.Accept("rename") {
		return dialects.ErrStatement
	}
	d.Accept("column")
	if add {
		col, err := d.column()
		if err != nil {
			return err
		}
		d.t.Columns = append(d.t.Columns, col)
		return nil
	}
	old := d.name()
	if old == "" {
		return dialects.ErrSyntax
	}
	col := d.t.Column(old)
	if drop {
		for i := range d.t.Columns {
			if d.t.Columns[i] == col {
				d.t.Columns = append(d.t.Columns[:i], d.t.Columns[i+1:]...)
				d.t.DropChecks(func(c schema.Check) bool { return slices.Contains(c.Columns, col.Name) })
				break
			}
		}
		return nil
	}
	if !d.Accept("to") {
		return dialects.ErrSyntax
	}
	name := d.name()
	if name == "" {
		return dialects.ErrSyntax
	}
	if col != nil {
		d.renameColumn(col, name)
	}
	return nil
}

// renameColumn gives a column another name, in keys too.
func (d *definition) renameColumn(col *schema.Column, name string) {
	d.t.RenameColumn(col.Name, name)
	for k := range d.t.Keys {
		parts := append([]schema.Part(nil), d.t.Keys[k].Parts...)
		for i := range parts {
			if d.t.Column(parts[i].Column) == col {
				parts[i].Column = name
			}
			if j := slices.Index(parts[i].From, col.Name); j >= 0 {
				parts[i].From = slices.Clone(parts[i].From)
				parts[i].From[j] = name
			}
		}
		d.t.Keys[k].Parts = parts
	}
	for _, other := range d.t.Columns {
		other.From = append([]string(nil), other.From...)
		for i := range other.From {
			if other.From[i] == col.Name {
				other.From[i] = name
			}
		}
	}
	col.Name = name
}
