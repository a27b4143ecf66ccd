package postgres

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// calls are the functions that dumps call, by the beginning of their names.
var calls = []struct {
	prefix string
	class  dialects.Class
}{
	{"setval", dialects.Counter},
	{"set_config", dialects.Session},
	{"lo_create", dialects.LargeObject}, {"lo_open", dialects.LargeObject}, {"lo_close", dialects.LargeObject},
	{"lo_unlink", dialects.LargeObject}, {"lowrite", dialects.LargeObject}, {"loread", dialects.LargeObject},
	{"pg_restore_relation_stats", dialects.Statistics}, {"pg_restore_attribute_stats", dialects.Statistics},
	{"pg_restore_extended_stats", dialects.Statistics},
	{"pg_set_relation_stats", dialects.Statistics}, {"pg_set_attribute_stats", dialects.Statistics},
	{"pg_clear_relation_stats", dialects.Statistics}, {"pg_clear_attribute_stats", dialects.Statistics},
	{"pg_clear_extended_stats", dialects.Statistics},
	{"pg_replication_origin_create", dialects.Server}, {"pg_replication_origin_advance", dialects.Server},
	{"binary_upgrade_", dialects.Server}, // a prefix: some twenty, most with an object's number
}

// call reads SELECT of one function, or SELECT * FROM one. Any other SELECT is
// an error: a function can do anything.
func (c *cutter) call(p *parser, s *dialects.Statement) error {
	if p.Punct('*') && !p.Accept("from") {
		return dialects.ErrStatement
	}
	name, ok := p.qualified()
	if !ok || name.Schema != "" && name.Schema != "pg_catalog" || !p.IsPunct('(') {
		return dialects.ErrStatement
	}
	for _, f := range calls {
		if name.Name == f.prefix || strings.HasSuffix(f.prefix, "_") && strings.HasPrefix(name.Name, f.prefix) {
			s.Class, s.Words = f.class, "select "+strings.TrimSuffix(f.prefix, "_")
			args := p.inside(p.Brackets())
			if !p.Done() && !(name.Name == "lo_unlink" && p.Is("from")) {
				return dialects.ErrStatement
			}
			return c.called(args, name.Name, s)
		}
	}
	return dialects.ErrStatement
}

// called looks at the arguments of a known function.
func (c *cutter) called(args *parser, name string, s *dialects.Statement) error {
	switch name {
	case "setval":
		sequence := args.value()
		args.Punct(',')
		if t, ok := number(args); ok {
			s.Marks = append(s.Marks, lex.MarkOf(t, dialects.Tally))
			c.recount(sequence, s)
		}
	case "set_config":
		return c.setConfig(args, s)
	case "lowrite":
		s.Marks = args.literals(dialects.Literal)
	default:
		if s.Class == dialects.Statistics {
			s.Marks = args.literals(dialects.Literal)
		}
	}
	return nil
}

// setConfig follows SELECT set_config('search_path', 'a, b', false).
func (c *cutter) setConfig(args *parser, s *dialects.Statement) error {
	name := args.value()
	args.Punct(',')
	value := args.value()
	args.Punct(',')
	switch name {
	case "search_path", "client_encoding", "standard_conforming_strings":
	default:
		if strings.Contains(name, ".") {
			s.Marks = args.literals(dialects.Literal) // a variable of the application's own
		}
		return nil
	}
	if !args.Accept("false") || !args.Done() {
		return dialects.ErrStatement // for this transaction only
	}
	switch name {
	case "search_path":
		c.session.setPath(splitPath(value))
	case "client_encoding":
		if err := c.session.setEncoding(value); err != nil {
			return err
		}
	case "standard_conforming_strings":
		c.session.backslash = !isOn(value)
	}
	c.changed()
	return nil
}

// insert reads an INSERT whose rows are not written as values.
func (c *cutter) insert(p *parser, s *dialects.Statement) error {
	if !p.Accept("into") {
		return dialects.ErrSyntax
	}
	name, ok := p.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	s.Class, s.Words, s.Table = dialects.Change, "insert", c.rowsTable(name)
	s.Marks = p.literals(dialects.Literal)
	c.sawRows()
	if p.Accept("default", "values") {
		s.Words = "insert default values"
		if (p.Done() || p.Is("on", "conflict", "do", "nothing") && p.I+4 == len(p.Tokens)) && s.Table.Declared && len(written(s.Table, false)) == 0 {
			s.Class = dialects.Definition // a row without columns, or with computed ones alone, holds nothing
		}
	}
	return nil
}

// change reads UPDATE or DELETE. It passes only where its table stays whole.
func (c *cutter) change(p *parser, s *dialects.Statement, first string) error {
	s.Class, s.Words = dialects.Change, first
	if first == "delete" && !p.Accept("from") {
		return dialects.ErrSyntax
	}
	p.Accept("only")
	name, ok := p.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	p.Punct('*')
	if name.Schema == "pg_catalog" && name.Name == "pg_database" {
		// pg_dump --clean takes the mark of a template from the database it drops.
		s.Class = dialects.Database
		return nil
	}
	s.Table = c.rowsTable(name)
	s.Marks = p.literals(dialects.Literal)
	if first == "delete" && p.Done() {
		s.Class = dialects.Definition // takes rows away and holds none
		return nil
	}
	c.sawRows()
	return nil
}
