package mysql

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A definition reads the columns and keys of CREATE TABLE or ALTER TABLE.
type definition struct {
	*parser
	t     *schema.Table
	exprs map[*schema.Column][]lex.Token // of generated columns
	// checks are the conditions of CHECK constraints.
	checks []lex.Condition
}

// createTable reads CREATE TABLE from behind the keyword TABLE.
func (c *cutter) createTable(p *parser, s *dialects.Statement) error {
	p.Accept("if", "not", "exists")
	name, ok := c.target(p)
	if !ok {
		return dialects.ErrSyntax
	}
	t := &schema.Table{Name: name, Declared: true, Server: OfServer(name.Schema), Placeholder: c.placeholders}
	d := &definition{parser: p, t: t, exprs: map[*schema.Column][]lex.Token{}}
	switch {
	case p.Accept("like"):
		return c.createLike(p, t, s)
	case p.IsPunct('(') && p.Ahead(1).Kind == lex.Word && lex.Is(p.Ahead(1).Of(p.B), "like"):
		p.Next()
		p.Next()
		return c.createLike(p, t, s)
	case p.Punct('('):
		if err := d.elements(); err != nil {
			return err
		}
	case p.Done(): // phpMyAdmin with its ANSI option writes no columns
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
	if c.standsIn(p, t) {
		t.Placeholder = true
		s.Class, s.Words, s.Declares = dialects.View, "create view placeholder", false
	}
	return nil
}

// standsIn recognises the table that stands in for a view while a dump is restored:
// names and types and nothing else, which in phpMyAdmin's dumps are lines without an
// indent, and in Adminer's one line. (Their comments are in any language, and both
// write every real table with its options.) Where a table only looks like that, its
// rows still need rules.
func (c *cutter) standsIn(p *parser, t *schema.Table) bool {
	end := len(p.Tokens) - 1
	if !p.PunctAt(end, ')') || len(t.Columns) == 0 || len(t.Keys) > 0 {
		return false
	}
	for _, col := range t.Columns {
		if col.NotNull || col.HasDef || col.Comment != "" || col.Generated != schema.NotGenerated {
			return false
		}
	}
	start := 0
	for !p.PunctAt(start, '(') {
		start++
	}
	body := p.B[p.Tokens[start].End:p.Tokens[end].Start]
	if c.adminer {
		return bytes.IndexByte(body, '\n') < 0
	}
	body = bytes.TrimPrefix(body, []byte{'\r'})
	return body[0] == '\n' && !lex.IsSpace(body[1]) && body[len(body)-1] == '\n'
}

func (c *cutter) createLike(p *parser, t *schema.Table, s *dialects.Statement) error {
	like, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	if from := c.schema.Table(like); from != nil {
		t.Columns = from.Columns
		t.Keys = slices.DeleteFunc(slices.Clone(from.Keys), func(k schema.Key) bool { return k.Kind == schema.Foreign })
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
		d.SkipTo(',')
		if d.Punct(')') {
			return nil
		}
		if !d.Punct(',') {
			return dialects.ErrSyntax
		}
	}
}

// element reads one column or key. A quoted first word is always a column.
func (d *definition) element() error {
	if d.Peek().Kind == lex.Word {
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
	if d.Accept("constraint") {
		if !d.Is("primary") && !d.Is("unique") && !d.Is("foreign") && !d.Is("check") {
			k.Name = d.name()
		}
	}
	switch {
	case d.Accept("primary", "key"):
		k.Kind = schema.Primary
	case d.Accept("unique"):
		k.Kind = schema.Unique
		_ = d.Accept("key") || d.Accept("index")
	case d.Accept("foreign", "key"):
		k.Kind = schema.Foreign
	case d.Accept("fulltext"), d.Accept("spatial"):
		_ = d.Accept("key") || d.Accept("index")
	case d.Accept("vector", "key"), d.Accept("vector", "index"), d.Accept("key"), d.Accept("index"):
	case d.Accept("check"):
		d.check(k.Name)
		return true, nil
	case d.Accept("period", "for"):
		return true, nil
	default:
		if k.Name != "" {
			return true, nil
		}
		return false, nil
	}
	if !d.IsPunct('(') && !d.Is("using") && !d.Is("type") {
		k.Name = d.name()
	}
	if d.Accept("using") || d.Accept("type") {
		d.Next()
	}
	if !d.IsPunct('(') {
		return true, dialects.ErrSyntax
	}
	k.Parts = d.parts(d.Brackets())
	if k.Kind == schema.Foreign {
		if !d.Accept("references") {
			return true, dialects.ErrSyntax
		}
		ref := schema.Name{Schema: d.t.Name.Schema, Name: d.name()}
		if d.Punct('.') {
			ref.Schema, ref.Name = ref.Name, d.name()
		}
		k.RefTable = ref
		for _, part := range d.parts(d.Brackets()) {
			k.RefColumns = append(k.RefColumns, part.Column)
		}
		k.SetsNull = d.Actions()
	}
	d.t.Keys = append(d.t.Keys, k)
	return true, nil
}

// check reads a condition, to be understood when all columns are known.
func (d *definition) check(name string) []lex.Token {
	condition := d.Brackets()
	if !d.Accept("not", "enforced") {
		d.checks = append(d.checks, lex.Condition{Name: name, Tokens: condition})
	}
	return condition
}

// parts reads the columns of a key: names, prefixes, orders, expressions.
func (d *definition) parts(tokens []lex.Token) []schema.Part {
	var parts []schema.Part
	p := d.inside(tokens)
	for !p.Done() {
		part := schema.Part{Column: p.name()}
		if p.IsPunct('(') {
			inner := p.Brackets()
			switch {
			case part.Column == "":
				part.From = d.columnsIn(inner)
			case len(inner) == 1:
				part.Prefix, _ = strconv.Atoi(string(inner[0].Of(p.B)))
			}
		}
		p.SkipTo(',')
		p.Punct(',')
		parts = append(parts, part)
	}
	return parts
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
	if d.Is("generated") || d.Is("as") {
		col.Type = schema.Type{Kind: schema.Unknown}
		return nil // MariaDB allows a computed column without a type
	}
	if d.Accept("national") {
		col.Charset = "utf8mb3"
	}
	w := d.Word()
	d.Next()
	if d.Punct('.') { // mariadb_schema.date, under ORACLE
		w = d.Word()
		d.Next()
	}
	if w == "" {
		return dialects.ErrSyntax
	}
	typ, known := types[w]
	if !known {
		typ = schema.Type{Kind: schema.Other}
	}
	switch {
	case w == "double":
		d.Accept("precision")
	case (w == "char" || w == "character" || w == "nchar") && d.Accept("varying"):
		w, typ = "varchar", types["varchar"]
	case w == "long" && d.Accept("varbinary"):
		w, typ = "mediumblob", types["mediumblob"]
	case w == "long":
		d.Accept("varchar")
		w = "mediumtext"
	}
	typ.Name = w
	if d.IsPunct('(') {
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
	for _, t := range d.Brackets() {
		switch t.Kind {
		case lex.Number:
			n, _ := strconv.Atoi(string(t.Of(d.B)))
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
	for !d.Done() && !d.IsPunct(',') && !d.IsPunct(')') {
		switch {
		case d.Accept("unsigned"):
			col.Type.Unsigned = true
		case d.Accept("zerofill"):
			col.Type.Unsigned, col.Type.Zerofill = true, true
		case d.Accept("not", "null"):
			col.NotNull = true
		case d.Accept("character", "set"), d.Accept("charset"):
			col.Charset = d.set()
		case d.Accept("ascii"):
			col.Charset = "latin1"
		case d.Accept("collate"):
			d.Punct('=')
			col.Collation = d.set()
		case d.Accept("default"):
			col.HasDef = !d.Is("null")
			if !d.IsPunct('(') {
				d.Next()
			}
		case d.Accept("auto_increment"):
			col.Auto = true
		case d.Accept("invisible"):
			col.Invisible = true
		case d.Accept("comment"):
			col.Comment = d.text(d.Next())
		case d.Accept("primary"):
			d.Accept("key")
			d.t.Keys = append(d.t.Keys, schema.Key{Kind: schema.Primary, Parts: []schema.Part{{Column: col.Name}}})
			col.NotNull = true
		case d.Accept("unique"):
			d.Accept("key")
			d.t.Keys = append(d.t.Keys, schema.Key{Kind: schema.Unique, Parts: []schema.Part{{Column: col.Name}}})
		case d.Accept("references"):
			d.reference(col)
		case d.Accept("generated", "always", "as"), d.Accept("as"):
			col.Generated = schema.Virtual
			if d.IsPunct('(') {
				d.exprs[col] = d.Brackets()
			}
		case d.Accept("stored"), d.Accept("persistent"):
			col.Generated = schema.Stored
		case d.Accept("check"):
			if inner := d.check(col.Name); len(inner) > 0 && lex.Is(inner[0].Of(d.B), "json_valid") {
				col.Type.Kind = schema.JSON // how MariaDB writes JSON
			}
		case d.IsPunct('('):
			d.Brackets()
		default:
			d.Next()
		}
	}
}

// set reads the name of a character set or collation, which can be a text.
func (d *definition) set() string {
	if d.Peek().Kind == lex.String {
		return strings.ToLower(d.text(d.Next()))
	}
	return strings.ToLower(d.name())
}

func (d *definition) reference(col *schema.Column) {
	k := schema.Key{Kind: schema.Foreign, Parts: []schema.Part{{Column: col.Name}}, RefTable: schema.Name{Schema: d.t.Name.Schema, Name: d.name()}}
	if d.Punct('.') {
		k.RefTable.Schema, k.RefTable.Name = k.RefTable.Name, d.name()
	}
	for _, part := range d.parts(d.Brackets()) {
		k.RefColumns = append(k.RefColumns, part.Column)
	}
	k.SetsNull = d.Actions()
	d.t.Keys = append(d.t.Keys, k)
}

// options reads what follows the columns.
func (d *definition) options(s *dialects.Statement) error {
	for i := d.I; i < len(d.Tokens); i++ {
		// Rows can come from a query, in brackets or behind partitions too.
		if d.WordAt(i, "select") || d.WordAt(i, "table") || d.WordAt(i, "values") && !d.WordAt(i+1, "less") && !d.WordAt(i+1, "in") {
			return dialects.ErrSyntax
		}
	}
	for !d.Done() {
		switch {
		case d.Accept("character", "set"), d.Accept("charset"):
			d.Punct('=')
			d.t.Charset = d.set()
		case d.Accept("collate"):
			d.Punct('=')
			d.t.Collation = d.set()
		case d.Accept("comment"):
			d.Punct('=')
			d.t.Comment = d.text(d.Next())
		case d.Accept("auto_increment"):
			d.Punct('=')
			s.Marks = append(s.Marks, lex.MarkOf(d.Next(), dialects.Tally))
			s.Recount = firstNumber
		case d.elsewhere(s):
		case d.Accept("with", "system", "versioning"):
			d.history()
		case d.Accept("partition"):
			d.partitions()
			return nil
		case d.IsPunct('('):
			d.Brackets()
		default:
			d.Next()
		}
	}
	return nil
}

// history adds the columns of a versioned table that its DDL does not name. Rows
// have them where the history is dumped.
func (d *definition) history() {
	for i := range d.Tokens {
		if d.WordAt(i, "period") && d.WordAt(i+1, "for") && d.WordAt(i+2, "system_time") {
			return
		}
	}
	for _, name := range []string{"row_start", "row_end"} {
		d.t.Hidden = append(d.t.Hidden, &schema.Column{Name: name, Type: schema.Type{Kind: schema.DateTime, Name: "timestamp", Scale: 6, Timezone: true}, NotNull: true})
	}
}

// elsewhere reads an option that says that the rows are on another server.
func (d *definition) elsewhere(s *dialects.Statement) bool {
	switch {
	case d.Accept("engine"):
		d.Punct('=')
		switch strings.ToLower(d.name()) {
		case "federated", "connect", "spider":
			s.Class, d.t.Foreign = dialects.Foreign, true
		}
	case d.Accept("connection"):
		d.Punct('=')
		s.Marks = append(s.Marks, lex.MarkOf(d.Next(), dialects.Secret))
	default:
		return false
	}
	return true
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
	for _, col := range d.t.Columns {
		switch col.Type.Kind {
		case schema.Text, schema.Enum, schema.Set, schema.JSON:
			if col.Type.Name == "json" {
				col.Charset = "utf8mb4" // whatever the table has
			}
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
		if expr, ok := d.exprs[col]; ok {
			col.From = slices.DeleteFunc(d.columnsIn(expr), func(from string) bool { return from == col.Name })
		}
	}
	r := lex.CheckReader{Column: func(t lex.Token) *schema.Column { return d.t.Column(d.text(t)) }, Text: d.text, Bytes: true}
	for _, condition := range d.checks {
		r.Read(d.Inside(condition.Tokens))
		d.t.Checks = append(d.t.Checks, r.Check(condition, d.Inside(condition.Tokens)))
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
	if charset.MySQL(set) == nil {
		return "" // MariaDB's uca1400_ai_ci takes the set of its context
	}
	return set
}

// alterTable reads ALTER TABLE from behind the keyword TABLE, as far as it
// changes columns and keys.
func (c *cutter) alterTable(p *parser, s *dialects.Statement) error {
	p.Accept("if", "exists")
	name, ok := c.target(p)
	if !ok {
		return dialects.ErrSyntax
	}
	old := c.table(name)
	if (p.Accept("disable", "keys") || p.Accept("enable", "keys")) && p.Done() { // around the rows of each table
		s.Table = old
		return nil
	}
	t := old.Clone()
	d := &definition{parser: p, t: t, exprs: map[*schema.Column][]lex.Token{}}
	for !d.Done() {
		if d.elsewhere(s) {
			continue
		}
		if err := d.alteration(c); err != nil {
			return err
		}
		d.SkipTo(',')
		if !d.Punct(',') && !d.Done() {
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
	case d.Is("add", "partition"), d.Is("add", "system", "versioning"):
	case d.Accept("add"):
		d.Accept("column")
		d.Accept("if", "not", "exists")
		if d.Punct('(') {
			return d.elements()
		}
		if d.Peek().Kind == lex.Word {
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
	case d.Accept("modify"), d.Accept("change"):
		change := lex.Is(d.Tokens[d.I-1].Of(d.B), "change")
		d.Accept("column")
		d.Accept("if", "exists")
		name := d.parserAhead()
		if change {
			d.name()
			d.renameColumn(name, d.parserAhead())
			name = d.parserAhead()
		}
		old := d.t.Column(name)
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
	case d.Accept("drop"):
		d.drop()
	case d.Accept("convert", "to"):
		d.convert(c.charset())
	case d.Is("default", "character"), d.Is("default", "charset"), d.Is("default", "collate"), d.Is("character", "set"), d.Is("charset"), d.Is("collate"):
		d.Accept("default")
		d.t.Charset, d.t.Collation = d.charset(c.charset())
	case d.Accept("rename"):
		switch {
		case d.Accept("column"):
			from := d.name()
			if d.Accept("to") {
				d.renameColumn(from, d.name())
			}
		case d.Accept("index"), d.Accept("key"):
			from := d.name()
			if d.Accept("to") {
				to := d.name()
				for i := range d.t.Keys {
					if k := &d.t.Keys[i]; schema.EqualFold(k.Name, from) {
						k.Name = to
					}
				}
			}
		default:
			_ = d.Accept("to") || d.Accept("as")
			if n, ok := c.tableName(d.parser); ok {
				d.t.Name = n
			}
		}
	}
	return nil
}

// drop reads what DROP takes away: a key, or a column with its part in keys.
func (d *definition) drop() {
	gone := func(schema.Key) bool { return false }
	named := func(kinds ...schema.KeyKind) func(schema.Key) bool {
		name := d.name()
		return func(k schema.Key) bool {
			return name != "" && schema.EqualFold(k.Name, name) && (kinds == nil || slices.Contains(kinds, k.Kind))
		}
	}
	switch {
	case d.Is("partition"), d.Is("system", "versioning"), d.Is("period"):
		return
	case d.Accept("check"):
		d.Accept("if", "exists")
		d.dropCheck(d.name())
	case d.Accept("primary", "key"):
		gone = func(k schema.Key) bool { return k.Kind == schema.Primary }
	case d.Accept("index"), d.Accept("key"):
		d.Accept("if", "exists")
		gone = named(schema.Index, schema.Unique)
	case d.Accept("foreign", "key"):
		d.Accept("if", "exists")
		gone = named(schema.Foreign)
	case d.Accept("constraint"):
		d.Accept("if", "exists")
		d.dropCheck(d.parserAhead())
		gone = named()
	default:
		d.Accept("column")
		d.Accept("if", "exists")
		old := d.t.Column(d.name())
		d.t.Columns = slices.DeleteFunc(d.t.Columns, func(c *schema.Column) bool { return c == old })
		if old != nil {
			d.dropParts(old.Name)
			d.t.DropChecks(func(c schema.Check) bool { return slices.Contains(c.Columns, old.Name) })
		}
	}
	d.t.Keys = slices.DeleteFunc(d.t.Keys, gone)
}

func (d *definition) dropCheck(name string) {
	d.t.DropChecks(func(c schema.Check) bool { return schema.EqualFold(c.Name, name) })
}

// dropParts takes a column out of the keys, as the server does; of a key with no
// other column nothing is left.
func (d *definition) dropParts(column string) {
	for i := range d.t.Keys {
		k := &d.t.Keys[i]
		k.Parts = slices.DeleteFunc(slices.Clone(k.Parts), func(p schema.Part) bool { return schema.EqualFold(p.Column, column) })
	}
	d.t.Keys = slices.DeleteFunc(d.t.Keys, func(k schema.Key) bool { return len(k.Parts) == 0 })
}

// renameColumn gives a column another name, wherever the table has it.
func (d *definition) renameColumn(from, to string) {
	col := d.t.Column(from)
	if col == nil {
		return
	}
	d.t.RenameColumn(col.Name, to)
	col.Name = to
	rename := func(names []string) []string {
		names = slices.Clone(names)
		for i := range names {
			if schema.EqualFold(names[i], from) {
				names[i] = to
			}
		}
		return names
	}
	for _, c := range d.t.Columns {
		c.From = rename(c.From)
	}
	for i := range d.t.Keys {
		k := &d.t.Keys[i]
		k.Parts = slices.Clone(k.Parts)
		for j := range k.Parts {
			k.Parts[j].From = rename(k.Parts[j].From)
			if schema.EqualFold(k.Parts[j].Column, from) {
				k.Parts[j].Column = to
			}
		}
	}
}

// convert gives every column of text another character set.
func (d *definition) convert(database string) {
	d.t.Charset, d.t.Collation = d.charset(database)
	for _, col := range d.t.Columns {
		switch col.Type.Kind {
		case schema.Text, schema.Enum, schema.Set:
			col.Charset, col.Collation = d.t.Charset, d.t.Collation
		}
	}
}

// charset reads CHARACTER SET x COLLATE y, or a part of it.
func (d *definition) charset(database string) (set, collation string) {
	if d.Accept("character", "set") || d.Accept("charset") {
		d.Punct('=')
		if set = d.set(); set == "default" {
			set = database
		}
		d.Accept("default")
	}
	if d.Accept("collate") {
		d.Punct('=')
		collation = d.set()
	}
	if set == "" {
		set = collationCharset(collation)
	}
	if set == "" {
		set = d.t.Charset
	}
	return set, collation
}

// parserAhead gives the next name without stepping over it.
func (d *definition) parserAhead() string {
	i := d.I
	defer func() { d.I = i }()
	return d.name()
}

// place moves the column at i to where FIRST or AFTER wants it. Its attributes
// have been read, so the words are looked for among them.
func (d *definition) place(i int) {
	words := d.Tokens[:d.I]
	n := len(words)
	col := d.t.Columns[i]
	to := i
	switch {
	case n > 0 && lex.Is(words[n-1].Of(d.B), "first"):
		to = 0
	case n > 1 && lex.Is(words[n-2].Of(d.B), "after"):
		for k, other := range d.t.Columns {
			if other.Name == d.text(words[n-1]) && other != col {
				to = k + 1
				if k > i {
					to = k
				}
			}
		}
	}
	d.t.Columns = slices.Insert(slices.Delete(slices.Clone(d.t.Columns), i, i+1), to, col)
}

// literals marks every quoted text of the statement from here on.
func (p *parser) literals() []dialects.Mark {
	var marks []dialects.Mark
	for i := p.I; i < len(p.Tokens); i++ {
		t := p.Tokens[i]
		if t.Kind != lex.String && t.Kind != lex.Dollar {
			continue
		}
		role := dialects.Literal
		if p.WordAt(i-1, "comment") || p.WordAt(i-2, "comment") && p.PunctAt(i-1, '=') {
			role = dialects.Remark
		}
		marks = append(marks, lex.MarkOf(t, role))
	}
	return p.MarkRemarks(marks)
}
