package postgres

import (
	"errors"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// understand classifies a whole statement, without its semicolon, and follows
// what it changes. A statement that is not on the list is an error.
func (c *cutter) understand(b []byte) (*dialects.Statement, error) {
	p, err := newParser(b, &c.grammar, c.session.charset)
	if err != nil {
		return nil, err
	}
	s := &dialects.Statement{Ours: p.Ours()}
	first := p.Word()
	p.Next()
	switch first {
	case "set":
		return s, c.set(p, s)
	case "reset":
		c.reset(p, s)
		return s, nil
	case "select":
		return s, c.call(p, s)
	case "create":
		return s, c.create(p, s)
	case "alter":
		return s, c.alter(p, s)
	case "drop":
		return s, c.drop(p, s)
	case "comment":
		return s, c.comment(p, s)
	case "security":
		if !p.Accept("label") {
			return nil, dialects.ErrStatement
		}
		s.Class, s.Words = dialects.Access, "security label"
		s.Marks = p.literals(dialects.Literal)
	case "insert":
		return s, c.insert(p, s)
	case "update", "delete":
		return s, c.change(p, s, first)
	case "truncate":
		s.Class, s.Words = dialects.Definition, "truncate" // takes rows away and holds none
	case "import":
		if !p.Accept("foreign", "schema") {
			return nil, dialects.ErrStatement
		}
		s.Class, s.Words = dialects.Foreign, "import foreign schema"
	default:
		class, ok := plain[first]
		if !ok {
			return nil, dialects.ErrStatement
		}
		s.Class, s.Words = class, first
	}
	return s, nil
}

// plain are the statements that need no further look, by their first word.
// ROLLBACK is not among them: it would undo a SET that was followed.
var plain = map[string]dialects.Class{
	"begin": dialects.Session, "start": dialects.Session, "commit": dialects.Session, "end": dialects.Session,
	"savepoint": dialects.Session, "release": dialects.Session, "lock": dialects.Session,
	"refresh": dialects.Session, "analyze": dialects.Session, "analyse": dialects.Session, "vacuum": dialects.Session,
	"reindex": dialects.Session, "cluster": dialects.Session, "checkpoint": dialects.Session,
	"grant": dialects.Access, "revoke": dialects.Access, "reassign": dialects.Access,
}

// set follows SET.
func (c *cutter) set(p *parser, s *dialects.Statement) error {
	s.Class, s.Words = dialects.Session, "set"
	switch {
	case p.Is("session", "authorization"), p.Is("local", "session", "authorization"):
		s.Class, s.Words = dialects.Access, "set session authorization"
		return nil
	case p.Is("role"), p.Is("session", "role"), p.Is("local", "role"):
		s.Class, s.Words = dialects.Access, "set role"
		return nil
	case p.Is("constraints"), p.Is("transaction"), p.Is("session", "characteristics"), p.Is("time", "zone"):
		return nil
	case p.Accept("default_tablespace"):
		if !p.Punct('=') {
			p.Accept("to")
		}
		if p.value() != "" {
			s.Class = dialects.Server // goes where CREATE TABLESPACE goes
		}
		return nil
	}
	if slices.ContainsFunc(p.Tokens[:min(p.I+3, len(p.Tokens))], func(t lex.Token) bool { return p.B[t.Start] == '.' }) {
		s.Marks = p.literals(dialects.Literal) // a variable of the application's own
	}
	if err := c.session.set(p); err != nil {
		return err
	}
	c.changed()
	return nil
}

// reset follows RESET.
func (c *cutter) reset(p *parser, s *dialects.Statement) {
	s.Class, s.Words = dialects.Session, "reset"
	if p.Is("session", "authorization") || p.Is("role") {
		s.Class, s.Words = dialects.Access, "reset "+p.Word()
		return
	}
	c.session.reset(p)
	c.changed()
}

// create reads CREATE.
func (c *cutter) create(p *parser, s *dialects.Statement) error {
	unique := modifiers(p)
	o, ok := findObject(p)
	if !ok {
		return dialects.ErrStatement
	}
	s.Class, s.Words = o.class, "create "+o.words
	s.Marks, s.Object = o.literals(p), p.subject()
	switch o.words {
	case "table", "foreign table":
		defer c.changed()
		return c.createTable(p, s)
	case "type":
		defer c.changed()
		return c.createType(p)
	case "domain":
		defer c.changed()
		return c.createDomain(p)
	case "index":
		c.createIndex(p, s, unique)
	case "schema":
		return createSchema(p, s)
	case "policy":
		s.Marks = append(s.Marks, grantees(p)...)
	case "rule":
		c.ofForeign(p, s, "to")
		c.createRule(p, s)
	case "trigger":
		c.ofForeign(p, s, "on")
	case "statistics":
		c.ofForeign(p, s, "from")
	case "extension":
		p.Accept("if", "not", "exists")
		everywhere(p, s)
	case "database":
		database(p, s)
	}
	return nil
}

// modifiers steps over what may stand between CREATE and the kind of object.
func modifiers(p *parser) (unique bool) {
	for {
		switch {
		case p.Accept("unique"):
			unique = true
		case p.Accept("or", "replace"), p.Accept("temp"), p.Accept("temporary"), p.Accept("global"), p.Accept("local"),
			p.Accept("unlogged"), p.Accept("recursive"), p.Accept("trusted"), p.Accept("procedural"):
		case p.Is("constraint", "trigger"), p.Is("default", "conversion"):
			p.Next()
		default:
			return unique
		}
	}
}

// everywhere recognises the language that every database has from the start.
// pg_dump up to version 10 writes it into each, into empty ones too, so its
// statements do not say that a database holds anything.
func everywhere(p *parser, s *dialects.Statement) {
	if p.name() == "plpgsql" {
		s.Class = dialects.Session
	}
}

// database notes which database a statement is about.
func database(p *parser, s *dialects.Statement) {
	p.Accept("if", "exists")
	s.Marks = append(s.Marks, lex.MarkOf(p.Peek(), dialects.DatabaseName))
	s.Database = p.name()
}

// createSchema reads CREATE SCHEMA. What it may create in one go is refused:
// no dump program writes it.
func createSchema(p *parser, s *dialects.Statement) error {
	p.Accept("if", "not", "exists")
	if !p.Is("authorization") && p.name() == "" {
		return dialects.ErrSyntax
	}
	if p.Accept("authorization") {
		s.Marks = append(s.Marks, lex.MarkOf(p.Peek(), dialects.Grantee))
		if p.name() == "" {
			return dialects.ErrSyntax
		}
	}
	if !p.Done() {
		return dialects.ErrStatement
	}
	return nil
}

// grantees marks the roles of CREATE or ALTER POLICY … TO a, b. PUBLIC is none,
// and the keywords that stand for a role are neutral already.
func grantees(p *parser) []dialects.Mark {
	var marks []dialects.Mark
	p.name()
	p.Accept("on")
	p.qualified()
	for !p.Done() && !p.Is("to") && !p.Is("using") && !p.Is("with") {
		p.Next()
	}
	if !p.Accept("to") {
		return nil
	}
	for {
		if t := p.Peek(); !p.Is("public") && !p.Is("current_user") && !p.Is("session_user") && !p.Is("current_role") {
			marks = append(marks, lex.MarkOf(t, dialects.Grantee))
		}
		p.Next()
		if !p.Punct(',') {
			return marks
		}
	}
}

// createRule recognises the rule that makes a view of a table. pg_dump up to
// 9.6 writes such a pair where views depend on each other.
func (c *cutter) createRule(p *parser, s *dialects.Statement) {
	if p.name() != "_RETURN" {
		return
	}
	s.Class = dialects.View
	for i := range p.Tokens {
		if p.WordAt(i, "to") {
			p.I = i + 1
			break
		}
	}
	if name, ok := p.qualified(); ok {
		if t := c.find(name); t != nil {
			c.schema.Drop(t.Name)
			c.changed()
		}
	}
}

// standsIn says whether the statement at b[off:end] makes a table that stands in
// for a view: its replica identity is set to nothing behind it. Where views depend
// on each other, pg_dump up to 9.6 writes one as such a table, and later the rule
// that makes it a view.
func (c *cutter) standsIn(b []byte, off, end int, eof bool) (view bool, err error) {
	if !c.dump.old || !lex.Is(b[off:min(off+len("create"), end)], "create") {
		return false, nil
	}
	next := lex.SkipSpace(b, end)
	nextEnd, err := c.statementEnd(b, next, eof)
	if err == nil {
		view = c.replicatesNothing(b[off:end], b[next:nextEnd])
	}
	if !errors.Is(err, lex.More) {
		err = nil // said when its turn comes
	}
	return view, err
}

// replicatesNothing says whether a statement sets the replica identity of the
// table that the one before it makes to nothing.
func (c *cutter) replicatesNothing(create, alter []byte) bool {
	p, err := newParser(create, &c.grammar, c.session.charset)
	if err != nil || !p.Accept("create", "table") {
		return false
	}
	q, err := newParser(alter, &c.grammar, c.session.charset)
	if err != nil || !q.Accept("alter", "table", "only") {
		return false
	}
	name, ok := p.qualified()
	altered, _ := q.qualified()
	return ok && name == altered && q.Is("replica", "identity", "nothing")
}

// placeholder notes that a table stands in for a view, unless it has what no
// view has. An empty table of that kind is taken for one too; one with a COPY is
// judged there.
func (c *cutter) placeholder(s *dialects.Statement) {
	if s.Table.Keys != nil || slices.ContainsFunc(s.Table.Columns, func(col *schema.Column) bool { return col.NotNull || col.HasDef }) {
		return
	}
	s.Table = s.Table.Clone()
	s.Table.Placeholder = true
	c.schema.Put(s.Table)
}

// alter reads ALTER.
func (c *cutter) alter(p *parser, s *dialects.Statement) error {
	p.Accept("procedural")
	o, ok := findObject(p)
	if !ok {
		return dialects.ErrStatement
	}
	s.Class, s.Words = o.class, "alter "+o.words
	s.Marks, s.Object = o.literals(p), p.subject()
	if n := len(p.Tokens); o.words != "table" && o.words != "foreign table" && p.WordAt(n-3, "owner") && p.WordAt(n-2, "to") {
		s.Class, s.Words, s.Marks = dialects.Access, "alter owner", nil
		return nil
	}
	switch o.words {
	case "table", "foreign table":
		return c.alterTable(p, s)
	case "type":
		c.alterType(p)
		c.changed()
	case "policy":
		s.Marks = append(s.Marks, grantees(p)...)
	case "database":
		database(p, s)
	case "sequence":
		c.ownSequence(p)
		if t, ok := behind(p, "restart"); ok {
			s.Class = dialects.Counter
			s.Marks = append(s.Marks, lex.MarkOf(t, dialects.Tally))
		}
	}
	return nil
}

// behind finds the number behind a word, and perhaps WITH.
func behind(p *parser, word string) (lex.Token, bool) {
	for i := range p.Tokens {
		if !p.WordAt(i, word) {
			continue
		}
		p.I = i + 1
		p.Accept("with")
		return number(p)
	}
	return lex.Token{}, false
}

// number reads a number with its sign.
func number(p *parser) (lex.Token, bool) {
	start := p.Peek().Start
	if !p.Punct('-') {
		p.Punct('+')
	}
	t := p.Next()
	t.Start = start
	return t, t.Kind == lex.Number
}

// drop reads DROP.
func (c *cutter) drop(p *parser, s *dialects.Statement) error {
	p.Accept("procedural")
	o, ok := findObject(p)
	if !ok {
		return dialects.ErrStatement
	}
	s.Class, s.Words = o.class, "drop "+o.words
	switch o.words {
	case "table", "foreign table":
		p.Accept("if", "exists")
		for {
			name, ok := p.qualified()
			if !ok {
				break
			}
			if t := c.find(name); t != nil {
				c.schema.Drop(t.Name)
			}
			if !p.Punct(',') {
				break
			}
		}
		c.changed()
	case "database":
		database(p, s)
	}
	return nil
}
