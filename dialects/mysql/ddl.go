package mysql

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A definition reads the columns and keys of CREATE TABLE or ALTER TABLE.
type definition struct {
	*parser
	t     *schema.Table
	exprs map[*schema.Column][]lex.Token // of generated columns
}

// createTable reads CREATE TABLE from behind the keyword TABLE.
func (c *cutter) createTable(p *parser, s *dialects.Statement) error {
	p.accept("if", "not", "exists")
	name, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	t := &schema.Table{Name: name, Declared: true, Server: serverDatabase(name.Schema)}
	d := &definition{parser: p, t: t, exprs: map[*schema.Column][]lex.Token{}}
	switch {
	case p.accept("like"):
		return c.createLike(p, t, s)
	case p.isPunct('(') && p.ahead(1).Kind == lex.Word && lex.Is(p.ahead(1).Of(p.b), "like"):
		p.next()
		p.next()
		return c.createLike(p, t, s)
	case p.punct('('):
		if err := d.elements(); err != nil {
			return err
		}
	case p.done(): // phpMyAdmin with its ANSI option writes no columns
		t.Declared = false
	default:
		return dialects.ErrSyntax // CREATE TABLE … SELECT without columns
	}
	if err := d.options(s); err != nil {
		return err
	}
	d.settle(c.charset())
	c.schema.Put(t)
	s.Table, s.Declares = t, t.Declared
	return nil
}

func (c *cutter) createLike(p *parser, t *schema.Table, s *dialects.Statement) error {
	like, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	if from := c.schema.Table(like); from != nil {
		t.Columns, t.Keys = from.Columns, from.Keys
	} else {
		t.Declared = false
	}
	c.schema.Put(t)
	s.Table, s.Declares = t, t.Declared
	return nil
}

// elements reads the bracketed list of columns and keys.
func (d *definition) elements() error {
	for {
		if err := d.element(); err != nil {
			return err
		}
		d.skipTo(',')
		if d.punct(')') {
			return nil
		}
		if !d.punct(',') {
			return dialects.ErrSyntax
		}
	}
}

// element reads one column or key. A quoted first word is always a column.
func (d *definition) element() error {
	if d.peek().Kind == lex.Word {
		ok, err := d.key()
		if ok || err != nil {
			return err
		}
	}
	col, err := d.column()
	if err != nil {
		return err
	}
	d.t.Columns = append(d.t.Columns, col)
	return nil
}

// key reads a table-level clause, if one comes next.
func (d *definition) key() (bool, error) {
	k := schema.Key{}
	if d.accept("constraint") {
		if !d.is("primary") && !d.is("unique") && !d.is("foreign") && !d.is("check") {
			k.Name = d.name()
		}
	}
	switch {
	case d.accept("primary", "key"):
		k.Kind = schema.Primary
	case d.accept("unique"):
		k.Kind = schema.Unique
		_ = d.accept("key") || d.accept("index")
	case d.accept("foreign", "key"):
		k.Kind = schema.Foreign
	case d.accept("fulltext"), d.accept("spatial"):
		_ = d.accept("key") || d.accept("index")
	case d.accept("vector", "key"), d.accept("vector", "index"), d.accept("key"), d.accept("index"):
	case d.accept("check"), d.accept("period", "for"):
		return true, nil
	default:
		if k.Name != "" {
			return true, nil
		}
		return false, nil
	}
	if !d.isPunct('(') && !d.is("using") && !d.is("type") {
		k.Name = d.name()
	}
	if d.accept("using") || d.accept("type") {
		d.next()
	}
	if !d.isPunct('(') {
		return true, dialects.ErrSyntax
	}
	k.Parts = d.parts(d.brackets())
	if k.Kind == schema.Foreign {
		if !d.accept("references") {
			return true, dialects.ErrSyntax
		}
		ref := schema.Name{Schema: d.t.Name.Schema, Name: d.name()}
		if d.punct('.') {
			ref.Schema, ref.Name = ref.Name, d.name()
		}
		k.RefTable = ref
		for _, part := range d.parts(d.brackets()) {
			k.RefColumns = append(k.RefColumns, part.Column)
		}
	}
	d.t.Keys = append(d.t.Keys, k)
	return true, nil
}

// parts reads the columns of a key: names, prefixes, orders, expressions.
func (d *definition) parts(tokens []lex.Token) []schema.Part {
	var parts []schema.Part
	p := &parser{b: d.b, tokens: tokens, charset: d.parser.charset}
	for !p.done() {
		part := schema.Part{Column: p.name()}
		if p.isPunct('(') {
			if inner := p.brackets(); part.Column != "" && len(inner) == 1 {
				part.Prefix, _ = strconv.Atoi(string(inner[0].Of(p.b)))
			}
		}
		p.skipTo(',')
		p.punct(',')
		parts = append(parts, part)
	}
	return parts
}

// column reads a name, a type and attributes.
func (d *definition) column() (*schema.Column, error) {
	col := &schema.Column{Name: d.name()}
	if col.Name == "" {
		return nil, dialects.ErrSyntax
	}
	if err := d.columnType(col); err != nil {
		return nil, err
	}
	d.attributes(col)
	return col, nil
}

// types maps the words of a column type.
var types = map[string]schema.Type{
	"bit": {Kind: schema.Bit, Bits: 1}, "bool": {Kind: schema.Integer, Bits: 8}, "boolean": {Kind: schema.Integer, Bits: 8},
	"tinyint": {Kind: schema.Integer, Bits: 8}, "int1": {Kind: schema.Integer, Bits: 8},
	"smallint": {Kind: schema.Integer, Bits: 16}, "int2": {Kind: schema.Integer, Bits: 16},
	"mediumint": {Kind: schema.Integer, Bits: 24}, "middleint": {Kind: schema.Integer, Bits: 24}, "int3": {Kind: schema.Integer, Bits: 24},
	"int": {Kind: schema.Integer, Bits: 32}, "integer": {Kind: schema.Integer, Bits: 32}, "int4": {Kind: schema.Integer, Bits: 32},
	"bigint": {Kind: schema.Integer, Bits: 64}, "int8": {Kind: schema.Integer, Bits: 64}, "serial": {Kind: schema.Integer, Bits: 64, Unsigned: true},
	"decimal": {Kind: schema.Decimal, Length: 10}, "dec": {Kind: schema.Decimal, Length: 10}, "numeric": {Kind: schema.Decimal, Length: 10},
	"fixed": {Kind: schema.Decimal, Length: 10}, "number": {Kind: schema.Decimal, Length: 38},
	"float": {Kind: schema.Float}, "double": {Kind: schema.Float}, "real": {Kind: schema.Float}, "float4": {Kind: schema.Float}, "float8": {Kind: schema.Float},
	"date": {Kind: schema.Date}, "time": {Kind: schema.Time}, "datetime": {Kind: schema.DateTime}, "timestamp": {Kind: schema.DateTime, Timezone: true},
	"year": {Kind: schema.Year},
	"char": {Kind: schema.Text, Length: 1, FixedSize: true}, "character": {Kind: schema.Text, Length: 1, FixedSize: true}, "nchar": {Kind: schema.Text, Length: 1, FixedSize: true},
	"varchar": {Kind: schema.Text}, "nvarchar": {Kind: schema.Text}, "varcharacter": {Kind: schema.Text}, "varchar2": {Kind: schema.Text},
	"tinytext": {Kind: schema.Text, Bytes: 255}, "text": {Kind: schema.Text, Bytes: 65535}, "mediumtext": {Kind: schema.Text, Bytes: 1<<24 - 1},
	"longtext": {Kind: schema.Text}, "clob": {Kind: schema.Text}, "long": {Kind: schema.Text, Bytes: 1<<24 - 1},
	"binary": {Kind: schema.Binary, Length: 1, FixedSize: true}, "varbinary": {Kind: schema.Binary}, "raw": {Kind: schema.Binary},
	"tinyblob": {Kind: schema.Binary, Bytes: 255}, "blob": {Kind: schema.Binary, Bytes: 65535}, "mediumblob": {Kind: schema.Binary, Bytes: 1<<24 - 1},
	"longblob": {Kind: schema.Binary},
	"enum":     {Kind: schema.Enum}, "set": {Kind: schema.Set}, "json": {Kind: schema.JSON},
	"uuid": {Kind: schema.UUID}, "inet4": {Kind: schema.IP}, "inet6": {Kind: schema.IP}, "xmltype": {Kind: schema.XML},
	"vector":   {Kind: schema.Other},
	"geometry": {Kind: schema.Geometry}, "point": {Kind: schema.Geometry}, "linestring": {Kind: schema.Geometry}, "polygon": {Kind: schema.Geometry},
	"multipoint": {Kind: schema.Geometry}, "multilinestring": {Kind: schema.Geometry}, "multipolygon": {Kind: schema.Geometry},
	"geometrycollection": {Kind: schema.Geometry}, "geomcollection": {Kind: schema.Geometry},
}

// columnType reads the type. An unknown word is a type of no interest.
func (d *definition) columnType(col *schema.Column) error {
	if d.is("generated") || d.is("as") {
		col.Type = schema.Type{Kind: schema.Unknown}
		return nil // MariaDB allows a computed column without a type
	}
	if d.accept("national") {
		col.Charset = "utf8mb3"
	}
	w := d.word()
	if w == "" {
		return dialects.ErrSyntax
	}
	d.next()
	typ, known := types[w]
	if !known {
		typ = schema.Type{Kind: schema.Other}
	}
	switch {
	case w == "double":
		d.accept("precision")
	case (w == "char" || w == "character" || w == "nchar") && d.accept("varying"):
		w, typ = "varchar", types["varchar"]
	case w == "long" && d.accept("varbinary"):
		w, typ = "mediumblob", types["mediumblob"]
	case w == "long":
		d.accept("varchar")
		w = "mediumtext"
	}
	typ.Name = w
	if d.isPunct('(') {
		d.typeArguments(&typ)
	}
	if w == "serial" {
		col.NotNull, col.Auto = true, true
	}
	if w == "nchar" || w == "nvarchar" {
		col.Charset = "utf8mb3"
	}
	col.Type = typ
	return nil
}

// typeArguments reads (20), (10,2) or ('a','b').
func (d *definition) typeArguments(typ *schema.Type) {
	var numbers []int
	for _, t := range d.brackets() {
		switch t.Kind {
		case lex.Number:
			n, _ := strconv.Atoi(string(t.Of(d.b)))
			numbers = append(numbers, n)
		case lex.String:
			typ.Labels = append(typ.Labels, d.text(t))
		}
	}
	if len(numbers) == 0 {
		return
	}
	switch typ.Kind {
	case schema.Bit:
		typ.Bits = numbers[0]
	case schema.Text, schema.Binary:
		typ.Length, typ.Bytes = numbers[0], 0
	case schema.Decimal:
		typ.Length = numbers[0]
		if len(numbers) > 1 {
			typ.Scale = numbers[1]
		}
	case schema.Time, schema.DateTime:
		typ.Scale = numbers[0]
	}
}

// attributes reads what follows the type, up to the comma or bracket that ends
// the column.
func (d *definition) attributes(col *schema.Column) {
	for !d.done() && !d.isPunct(',') && !d.isPunct(')') {
		switch {
		case d.accept("unsigned"):
			col.Type.Unsigned = true
		case d.accept("zerofill"):
			col.Type.Unsigned, col.Type.Zerofill = true, true
		case d.accept("not", "null"):
			col.NotNull = true
		case d.accept("character", "set"), d.accept("charset"):
			col.Charset = strings.ToLower(d.name())
		case d.accept("ascii"):
			col.Charset = "latin1"
		case d.accept("collate"):
			d.punct('=')
			col.Collation = strings.ToLower(d.name())
		case d.accept("default"):
			col.HasDef = !d.is("null")
			if !d.isPunct('(') {
				d.next()
			}
		case d.accept("auto_increment"):
			col.Auto = true
		case d.accept("invisible"):
			col.Invisible = true
		case d.accept("comment"):
			col.Comment = d.text(d.next())
		case d.accept("primary"):
			d.accept("key")
			d.t.Keys = append(d.t.Keys, schema.Key{Kind: schema.Primary, Parts: []schema.Part{{Column: col.Name}}})
			col.NotNull = true
		case d.accept("unique"):
			d.accept("key")
			d.t.Keys = append(d.t.Keys, schema.Key{Kind: schema.Unique, Parts: []schema.Part{{Column: col.Name}}})
		case d.accept("references"):
			d.reference(col)
		case d.accept("generated", "always", "as"), d.accept("as"):
			col.Generated = schema.Virtual
			if d.isPunct('(') {
				d.exprs[col] = d.brackets()
			}
		case d.accept("stored"), d.accept("persistent"):
			col.Generated = schema.Stored
		case d.accept("check"):
			if inner := d.brackets(); len(inner) > 0 && lex.Is(inner[0].Of(d.b), "json_valid") {
				col.Type.Kind = schema.JSON // how MariaDB writes JSON
			}
		case d.isPunct('('):
			d.brackets()
		default:
			d.next()
		}
	}
}

func (d *definition) reference(col *schema.Column) {
	k := schema.Key{Kind: schema.Foreign, Parts: []schema.Part{{Column: col.Name}}, RefTable: schema.Name{Schema: d.t.Name.Schema, Name: d.name()}}
	if d.punct('.') {
		k.RefTable.Schema, k.RefTable.Name = k.RefTable.Name, d.name()
	}
	for _, part := range d.parts(d.brackets()) {
		k.RefColumns = append(k.RefColumns, part.Column)
	}
	d.t.Keys = append(d.t.Keys, k)
}

// options reads what follows the columns.
func (d *definition) options(s *dialects.Statement) error {
	for !d.done() {
		switch {
		case d.accept("character", "set"), d.accept("charset"):
			d.punct('=')
			d.t.Charset = strings.ToLower(d.name())
		case d.accept("collate"):
			d.punct('=')
			d.t.Collation = strings.ToLower(d.name())
		case d.accept("comment"):
			d.punct('=')
			d.t.Comment = d.text(d.next())
		case d.accept("auto_increment"):
			d.punct('=')
			s.Marks = append(s.Marks, mark1(d.next(), dialects.Tally))
		case d.accept("connection"):
			d.punct('=')
			s.Marks = append(s.Marks, mark1(d.next(), dialects.Secret))
		case d.accept("partition"):
			return nil
		case d.accept("with", "system"), d.accept("without", "system"):
		case d.is("select"), d.is("with"), d.is("values"):
			return dialects.ErrSyntax // rows come from elsewhere
		case d.isPunct('('):
			d.brackets()
		default:
			d.next()
		}
	}
	return nil
}

func mark1(t lex.Token, r dialects.Role) dialects.Mark {
	return dialects.Mark{Span: dialects.Span{Start: int32(t.Start), End: int32(t.End)}, Role: r}
}

// settle fills in what columns take from the table, and what generated columns
// are computed from.
func (d *definition) settle(database string) {
	if d.t.Charset == "" {
		d.t.Charset = collationCharset(d.t.Collation)
	}
	if d.t.Charset == "" {
		d.t.Charset = database
	}
	for i, col := range d.t.Columns {
		switch col.Type.Kind {
		case schema.Text, schema.Enum, schema.Set, schema.JSON:
			if col.Charset == "" {
				col.Charset = collationCharset(col.Collation)
			}
			if col.Charset == "" {
				col.Charset = d.t.Charset
				if col.Collation == "" {
					col.Collation = d.t.Collation
				}
			}
			if col.Charset == "binary" && col.Type.Kind == schema.Text {
				col.Type.Kind, col.Charset = schema.Binary, ""
			}
		}
		for _, t := range d.exprs[d.t.Columns[i]] {
			if t.Kind != lex.Name && t.Kind != lex.Word {
				continue
			}
			if from := d.t.Column(d.text(t)); from != nil && from != col {
				col.From = append(col.From, from.Name)
			}
		}
	}
	for _, k := range d.t.Keys {
		if k.Kind == schema.Primary {
			for _, part := range k.Parts {
				if col := d.t.Column(part.Column); col != nil {
					col.NotNull = true
				}
			}
		}
	}
}

// collationCharset gives the character set that a collation belongs to.
func collationCharset(collation string) string {
	set, _, _ := strings.Cut(collation, "_")
	if set == "utf8" {
		set = "utf8mb3"
	}
	return set
}

// alterTable reads ALTER TABLE from behind the keyword TABLE, as far as it
// changes columns and keys.
func (c *cutter) alterTable(p *parser, s *dialects.Statement) error {
	p.accept("if", "exists")
	name, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	old := c.table(name)
	t := old.Clone()
	d := &definition{parser: p, t: t, exprs: map[*schema.Column][]lex.Token{}}
	for !d.done() {
		if err := d.alteration(c); err != nil {
			return err
		}
		d.skipTo(',')
		if !d.punct(',') && !d.done() {
			break
		}
	}
	d.settle(c.charset())
	s.Table = t
	if !old.Declared {
		return nil // the columns are not known, so neither is what changed
	}
	if t.Name != old.Name {
		c.schema.Drop(old.Name)
	}
	c.schema.Put(t)
	s.Declares = len(t.Columns) != len(old.Columns) || t.Name != old.Name
	return nil
}

func (d *definition) alteration(c *cutter) error {
	switch {
	case d.accept("add"):
		d.accept("column")
		d.accept("if", "not", "exists")
		if d.punct('(') {
			return d.elements()
		}
		if d.peek().Kind == lex.Word {
			if ok, err := d.key(); ok || err != nil {
				return err
			}
		}
		col, err := d.column()
		if err != nil {
			return err
		}
		d.t.Columns = append(d.t.Columns, col)
		d.place(len(d.t.Columns) - 1)
	case d.accept("modify"), d.accept("change"):
		change := lex.Is(d.tokens[d.i-1].Of(d.b), "change")
		d.accept("column")
		d.accept("if", "exists")
		old := d.t.Column(d.parserAhead())
		if change {
			d.name()
		}
		col, err := d.column()
		if err != nil {
			return err
		}
		for i := range d.t.Columns {
			if d.t.Columns[i] == old {
				d.t.Columns[i] = col
				d.place(i)
				break
			}
		}
	case d.accept("drop"):
		if d.is("primary") || d.is("index") || d.is("key") || d.is("foreign") || d.is("constraint") || d.is("check") || d.is("partition") {
			return nil
		}
		d.accept("column")
		d.accept("if", "exists")
		old := d.t.Column(d.name())
		for i := range d.t.Columns {
			if d.t.Columns[i] == old {
				d.t.Columns = append(d.t.Columns[:i], d.t.Columns[i+1:]...)
				break
			}
		}
	case d.accept("rename"):
		switch {
		case d.accept("column"):
			old := d.t.Column(d.name())
			d.accept("to")
			for i := range d.t.Columns {
				if d.t.Columns[i] == old {
					col := *old
					col.Name = d.name()
					d.t.Columns[i] = &col
					break
				}
			}
		case d.is("index"), d.is("key"):
		default:
			_ = d.accept("to") || d.accept("as")
			if n, ok := c.tableName(d.parser); ok {
				d.t.Name = n
			}
		}
	}
	return nil
}

// parserAhead gives the next name without stepping over it.
func (d *definition) parserAhead() string {
	i := d.i
	defer func() { d.i = i }()
	return d.name()
}

// place moves the column at i to where FIRST or AFTER wants it. Its attributes
// have been read, so the words are looked for among them.
func (d *definition) place(i int) {
	words := d.tokens[:d.i]
	n := len(words)
	col := d.t.Columns[i]
	to := i
	switch {
	case n > 0 && lex.Is(words[n-1].Of(d.b), "first"):
		to = 0
	case n > 1 && lex.Is(words[n-2].Of(d.b), "after"):
		for k, other := range d.t.Columns {
			if other.Name == d.text(words[n-1]) && other != col {
				to = k + 1
				if k > i {
					to = k
				}
			}
		}
	}
	cols := append(append([]*schema.Column{}, d.t.Columns[:i]...), d.t.Columns[i+1:]...)
	d.t.Columns = append(cols[:to:to], append([]*schema.Column{col}, cols[to:]...)...)
}

// literals marks every quoted text of a statement.
func (p *parser) literals() []dialects.Mark {
	var marks []dialects.Mark
	for i, t := range p.tokens {
		if t.Kind != lex.String || p.b[t.Start] == '"' {
			continue
		}
		role := dialects.Literal
		if i > 0 && (p.wordAt(i-1, "comment") || i > 1 && p.wordAt(i-2, "comment") && bytes.Equal(p.tokens[i-1].Of(p.b), []byte{'='})) {
			role = dialects.Remark
		}
		marks = append(marks, mark1(t, role))
	}
	return marks
}

func (p *parser) wordAt(i int, w string) bool {
	return p.tokens[i].Kind == lex.Word && lex.Is(p.tokens[i].Of(p.b), w)
}
