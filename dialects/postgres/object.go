package postgres

import (
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// An object is a kind of thing that can be created, altered, dropped and
// commented on.
type object struct {
	words string
	class dialects.Class
}

// objects are the kinds of objects (documentation, SQL Commands, up to version
// 18).
var objects = map[string]dialects.Class{
	"access method": dialects.Definition, "cast": dialects.Definition, "collation": dialects.Definition, "conversion": dialects.Definition,
	"domain": dialects.Definition, "extension": dialects.Definition, "index": dialects.Definition, "language": dialects.Definition,
	"operator": dialects.Definition, "operator class": dialects.Definition, "operator family": dialects.Definition,
	"policy": dialects.Definition, "schema": dialects.Definition, "sequence": dialects.Definition, "statistics": dialects.Definition,
	"table": dialects.Definition, "transform": dialects.Definition, "type": dialects.Definition,
	"text search configuration": dialects.Definition, "text search dictionary": dialects.Definition,
	"text search parser": dialects.Definition, "text search template": dialects.Definition,
	"view": dialects.View, "materialized view": dialects.View,
	"aggregate": dialects.Routine, "function": dialects.Routine, "procedure": dialects.Routine, "routine": dialects.Routine,
	"rule": dialects.Routine, "trigger": dialects.Routine,
	"database":           dialects.Database,
	"default privileges": dialects.Access, "group": dialects.Access, "owned": dialects.Access, "role": dialects.Access, "user": dialects.Access,
	// An event trigger acts on what is done to the whole database, and only a superuser can make one.
	"event trigger": dialects.Server,
	"publication":   dialects.Server, "subscription": dialects.Server, "system": dialects.Server, "tablespace": dialects.Server,
	"foreign data wrapper": dialects.Foreign, "foreign table": dialects.Foreign, "server": dialects.Foreign, "user mapping": dialects.Foreign,
	"large object": dialects.LargeObject,
}

// classOfType gives the class of the statements behind a comment with such a type,
// if mask drops them; else Session. Types are kinds of objects, with something
// behind them or not.
func classOfType(t string) dialects.Class {
	if strings.HasSuffix(t, "acl") || t == "security label" {
		return dialects.Access
	}
	if t == "statistics data" {
		return dialects.Statistics
	}
	for _, kind := range []string{t, strings.TrimSuffix(t, " properties"), strings.TrimSuffix(t, " table"), strings.TrimSuffix(t, " tables in schema")} {
		switch class := objects[kind]; class {
		case dialects.Access, dialects.Database, dialects.Server, dialects.Foreign:
			return class
		}
	}
	return dialects.Session
}

// findObject steps over the kind of an object, which has up to three words.
func findObject(p *parser) (object, bool) {
	var found object
	length := 0
	words := ""
	for n := range 3 {
		t := p.Ahead(n)
		if t.Kind != lex.Word {
			break
		}
		words = strings.TrimSpace(words + " " + strings.ToLower(string(t.Of(p.B))))
		if class, ok := objects[words]; ok {
			found, length = object{words, class}, n+1
		}
	}
	p.I += length
	return found, length > 0
}

// literals marks the texts of a statement about such an object.
func (o object) literals(p *parser) []dialects.Mark {
	switch o.words {
	case "role", "user", "group", "user mapping", "server", "subscription":
		return p.literals(dialects.Secret) // passwords and connection strings
	}
	return p.literals(dialects.Literal)
}

// comment reads COMMENT ON. A comment goes where its object goes.
func (c *cutter) comment(p *parser, s *dialects.Statement) error {
	if !p.Accept("on") {
		return dialects.ErrStatement
	}
	p.Accept("procedural")
	o, ok := findObject(p)
	switch {
	case ok:
	case p.Accept("column"):
		o.words = "column"
	case p.Accept("constraint"):
		o.words = "constraint"
	default:
		return dialects.ErrStatement
	}
	s.Class, s.Words = dialects.Comment, "comment on "+o.words
	s.Marks, s.Object = p.literals(dialects.Remark), p.subject()
	if o.words == "column" {
		q := *p
		if parts := q.names(); len(parts) > 1 {
			s.Object = qualifiedName(parts[:len(parts)-1])
		}
	}
	switch o.class {
	case dialects.Database, dialects.Access, dialects.Server, dialects.Foreign, dialects.LargeObject:
		s.Class = o.class
	}
	switch o.words {
	case "database":
		database(p, s)
	case "extension":
		everywhere(p, s)
	case "table", "foreign table", "column":
		c.commentOnTable(p, s, o.words == "column")
	case "trigger", "rule", "constraint":
		c.ofForeign(p, s, "on")
	}
	return nil
}

// ofForeign recognises a statement about something that belongs to a foreign table,
// whose name stands behind a word. It goes where the table goes.
func (c *cutter) ofForeign(p *parser, s *dialects.Statement, word string) {
	for i := p.I; i < len(p.Tokens); i++ {
		if !p.WordAt(i, word) {
			continue
		}
		q := p.inside(p.Tokens[i+1:])
		if name, ok := q.qualified(); ok {
			if t := c.find(name); t != nil && t.Foreign {
				s.Class = dialects.Foreign
			}
		}
		return
	}
}

// commentOnTable puts the comment of a table or column into the schema.
func (c *cutter) commentOnTable(p *parser, s *dialects.Statement, column bool) {
	parts := p.names()
	col := ""
	if column && len(parts) > 1 {
		col, parts = parts[len(parts)-1], parts[:len(parts)-1]
	}
	if len(parts) == 0 {
		return
	}
	old := c.find(qualifiedName(parts))
	if old == nil {
		return
	}
	if old.Foreign {
		s.Class = dialects.Foreign
	}
	text := ""
	if p.Accept("is") && p.Peek().Kind == lex.String {
		text = p.text(p.Peek())
	}
	t := *old
	if column {
		if i := slices.Index(t.Columns, old.Column(col)); i >= 0 {
			k := *t.Columns[i]
			k.Comment = text
			t.Columns = slices.Clone(t.Columns) // the others are shared: a table may have 1,600
			t.Columns[i] = &k
		}
	} else {
		t.Comment = text
	}
	c.schema.Put(&t)
	c.changed()
	s.Table = &t
}
