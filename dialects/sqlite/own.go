package sqlite

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// SQLite keeps what it knows of a database in tables of it. The rows that a
// dump has for them are statements here, not rows of a table: no policy names
// these tables, and what becomes of their rows is decided by what they say.

// own says whether a table is SQLite's. No other can have such a name.
func own(name string) bool { return strings.HasPrefix(schema.FoldASCII(name), "sqlite_") }

// ofSchema says whether a table is the schema itself, under any of its names.
func ofSchema(name string) bool {
	switch schema.FoldASCII(name) {
	case "sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master":
		return true
	}
	return false
}

// insert reads an INSERT or REPLACE that holds no rows of an ordinary table.
func (c *cutter) insert(p *parser, s *dialects.Statement) error {
	t, err := c.target(p)
	if err != nil {
		return err
	}
	name := schema.FoldASCII(t.Name.Name)
	switch {
	case !t.Server:
		p.Brackets()
		if !p.Is("select") && !p.Is("with") && !(p.Accept("default", "values") && p.Done()) {
			return dialects.ErrSyntax
		}
		return c.changes(p, s, t)
	case ofSchema(name):
		return c.insertVirtual(p, s)
	case name == "sqlite_sequence":
		return c.insertCounter(p, s)
	case strings.HasPrefix(name, "sqlite_stat"):
		s.Class, s.Words, s.Marks = dialects.Statistics, "insert statistics", p.marks()
		return nil
	}
	return dialects.ErrStatement
}

// ownRows reads a column list, which must be one of these, and VALUES with rows.
// It gives the fields of each row, whose spans count from the statement.
func (c *cutter) ownRows(p *parser, lists ...string) (fields [][]dialects.Field, list string, err error) {
	list = lists[0]
	if p.IsPunct('(') {
		var names []string
		for _, t := range p.Brackets() {
			if t.Kind != lex.Punct {
				names = append(names, schema.FoldASCII(p.text(t)))
			}
		}
		list = strings.Join(names, ",")
	}
	known := false
	for _, l := range lists {
		known = known || l == list
	}
	if !known || !p.Accept("values") {
		return nil, "", dialects.ErrStatement
	}
	codec := newCodec(c.charset, nil)
	for {
		from := p.Peek().Start
		if p.Brackets() == nil {
			return nil, "", dialects.ErrStatement
		}
		row, err := codec.Fields(nil, p.B[from:p.Tokens[p.I-1].End])
		if err != nil || len(row) != 1+strings.Count(list, ",") {
			return nil, "", dialects.ErrStatement
		}
		for i := range row {
			row[i].Span.Start += int32(from)
			row[i].Span.End += int32(from)
		}
		fields = append(fields, row)
		if !p.Punct(',') {
			break
		}
	}
	if !p.Done() {
		return nil, "", dialects.ErrStatement
	}
	return fields, list, nil
}

// value decodes a field that ownRows gave.
func (c *cutter) value(p *parser, f dialects.Field) (string, bool) {
	v, err := newCodec(c.charset, nil).Decode(nil, p.B, f, 0)
	return string(v), err == nil && (f.Form == dialects.Quoted || f.Form == dialects.Wrapped)
}

// insertCounter reads what AUTOINCREMENT has counted: the names of tables and
// numbers. A name of no known table might be anything, so it is marked.
func (c *cutter) insertCounter(p *parser, s *dialects.Statement) error {
	s.Class, s.Words = dialects.Counter, "insert counter"
	rows, list, err := c.ownRows(p, "name,seq", "rowid,name,seq")
	if err != nil {
		return err
	}
	name := strings.Count(list, ",") - 1
	for _, row := range rows {
		table, ok := c.value(p, row[name])
		if !ok && row[name].Form != dialects.Null {
			return dialects.ErrStatement
		}
		if ok && !c.table(schema.Name{Name: table}).Declared {
			s.Marks = append(s.Marks, dialects.Mark{Span: row[name].Span, Role: dialects.Literal})
		}
		for i, f := range row {
			switch {
			case i == name || f.Form == dialects.Null:
			case f.Form != dialects.Number:
				return dialects.ErrStatement
			case i > name:
				s.Marks = append(s.Marks, dialects.Mark{Span: f.Span, Role: dialects.Tally})
			}
		}
	}
	return nil
}

// insertVirtual reads how .dump makes a virtual table: a row of the schema that
// holds its CREATE. Any other row of the schema is refused, for SQLite runs what
// stands there.
func (c *cutter) insertVirtual(p *parser, s *dialects.Statement) error {
	rows, _, err := c.ownRows(p, "type,name,tbl_name,rootpage,sql")
	if err != nil {
		return err
	}
	row := rows[0]
	kind, _ := c.value(p, row[0])
	name, _ := c.value(p, row[1])
	table, _ := c.value(p, row[2])
	sql, ok := c.value(p, row[4])
	if len(rows) > 1 || kind != "table" || table != name || string(row[3].Span.Of(p.B)) != "0" || !ok {
		return dialects.ErrStatement
	}
	inner, err := newParser([]byte(sql), charset.UTF8)
	if err != nil || !inner.Accept("create", "virtual", "table") {
		return dialects.ErrStatement
	}
	inner.Accept("if", "not", "exists")
	if err := c.createVirtual(inner, s); err != nil || !schema.EqualFold(s.Table.Name.Name, name) {
		return dialects.ErrStatement
	}
	s.Class, s.Words = dialects.Definition, "insert virtual table"
	s.Marks = []dialects.Mark{{Span: row[4].Span, Role: dialects.Literal}}
	return nil
}
