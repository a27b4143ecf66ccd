package sqlite

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// understand classifies a whole statement, without its semicolon, and follows
// what it changes. A statement that is not on the list is an error.
func (c *cutter) understand(b []byte) (*dialects.Statement, error) {
	p, err := newParser(b, c.charset)
	if err != nil {
		return nil, err
	}
	s := &dialects.Statement{Class: dialects.Session, Words: p.Word(), Ours: p.Ours()}
	switch s.Words {
	case "insert", "replace":
		return s, c.insert(p, s)
	case "update", "delete":
		return s, c.change(p, s)
	case "create":
		p.Next()
		return s, c.create(p, s)
	case "alter":
		p.Next()
		return s, c.alter(p, s)
	case "drop":
		p.Next()
		return s, c.drop(p, s)
	case "pragma":
		p.Next()
		return s, c.pragma(p, s)
	case "rollback":
		return nil, errDamaged
	}
	if !plain(p) {
		return nil, dialects.ErrStatement
	}
	switch s.Words {
	case "begin":
		// Another dump begins; the one before must have ended.
		if err := c.endMark(); err != nil {
			return nil, err
		}
		c.seen = mark{begun: true}
	case "commit", "end":
		c.seen = mark{}
	}
	return s, nil
}

// plain reads the statements that say no more than their keywords and a name.
func plain(p *parser) bool {
	switch {
	case p.Accept("begin"):
		_ = p.Accept("deferred") || p.Accept("immediate") || p.Accept("exclusive")
		p.Accept("transaction")
	case p.Accept("commit"), p.Accept("end"):
		p.Accept("transaction")
	case p.Accept("savepoint"):
		p.name()
	case p.Accept("release"):
		p.Accept("savepoint")
		p.name()
	case p.Accept("analyze"), p.Accept("reindex"), p.Accept("vacuum"):
		// VACUUM INTO writes another file.
		if p.Is("into") || p.name() != "" && p.Punct('.') && p.name() == "" {
			return false
		}
	default:
		return false
	}
	return p.Done()
}

// pragma reads PRAGMA name, PRAGMA name = value and PRAGMA name(value).
func (c *cutter) pragma(p *parser, s *dialects.Statement) error {
	name, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	bracket := p.Punct('(')
	value := lex.Token{Kind: lex.End}
	if bracket || p.Punct('=') {
		_ = p.Punct('-') || p.Punct('+')
		if value = p.Next(); value.Kind == lex.Punct || value.Kind == lex.End {
			return dialects.ErrSyntax
		}
	}
	if bracket && !p.Punct(')') || !p.Done() {
		return dialects.ErrSyntax
	}
	switch schema.FoldASCII(name.Name) {
	case "writable_schema":
		// It goes with the INSERT into the schema that it allows.
		s.Class = dialects.Definition
	case "key", "rekey", "hexkey", "hexrekey", "textkey", "textrekey":
		s.Marks = []dialects.Mark{lex.MarkOf(value, dialects.Secret)}
		return nil
	}
	s.Marks = p.marks()
	return nil
}

// objects are the kinds of objects, by their keyword.
var objects = map[string]dialects.Class{
	"table": dialects.Definition, "index": dialects.Definition, "view": dialects.View, "trigger": dialects.Routine,
}

func (c *cutter) create(p *parser, s *dialects.Statement) error {
	s.Marks = p.marks()
	temp := p.Accept("temp") || p.Accept("temporary")
	unique := p.Accept("unique")
	virtual := p.Accept("virtual")
	kind := p.Word()
	class, ok := objects[kind]
	if !ok || unique && kind != "index" || virtual && kind != "table" {
		return dialects.ErrStatement
	}
	s.Class, s.Words = class, "create "+kind
	p.Next()
	p.Accept("if", "not", "exists")
	q := *p
	s.Object, _ = c.tableName(&q)
	switch {
	case virtual:
		s.Words = "create virtual table"
		return c.createVirtual(p, s)
	case kind == "table":
		return c.createTable(p, s, temp)
	case kind == "index":
		return c.createIndex(p, s, unique)
	}
	return nil
}

// createIndex adds the key of CREATE UNIQUE INDEX to its table. An index on a
// part of the rows counts too: what is unique in all of them is so there.
func (c *cutter) createIndex(p *parser, s *dialects.Statement, unique bool) error {
	index, ok := c.tableName(p)
	if !ok || !p.Accept("on") {
		return dialects.ErrSyntax
	}
	name, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	if t := c.table(name); unique && t.Declared {
		t = t.Clone()
		d := &definition{parser: p, t: t}
		t.Keys = append(t.Keys, schema.Key{Kind: schema.Unique, Name: index.Name, Parts: d.parts(p.Brackets())})
		s.Table = t
		c.schema.Put(t)
		c.changed()
	}
	return nil
}

func (c *cutter) drop(p *parser, s *dialects.Statement) error {
	kind := p.Word()
	class, ok := objects[kind]
	if !ok {
		return dialects.ErrStatement
	}
	s.Class, s.Words = class, "drop "+kind
	p.Next()
	p.Accept("if", "exists")
	name, ok := c.tableName(p)
	if !ok || !p.Done() {
		return dialects.ErrSyntax
	}
	if kind == "table" {
		c.schema.Drop(c.table(name).Name)
		c.changed()
	}
	return nil
}

// change reads UPDATE and DELETE. They pass only where their table stays whole.
func (c *cutter) change(p *parser, s *dialects.Statement) error {
	p.Next()
	conflict(p)
	p.Accept("from")
	name, ok := c.tableName(p)
	if !ok {
		return dialects.ErrSyntax
	}
	return c.changes(p, s, c.table(name))
}

// changes classifies a statement that changes rows of a table by other means
// than rows of values.
func (c *cutter) changes(p *parser, s *dialects.Statement, t *schema.Table) error {
	if ofSchema(t.Name.Name) {
		return dialects.ErrStatement
	}
	s.Class, s.Table, s.Marks = dialects.Change, t, p.marks()
	if s.Words == "delete" && p.Done() {
		s.Class = dialects.Definition // takes rows away and holds none
		return nil
	}
	c.seen.rows = true
	return nil
}
