package postgres

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// ownSequence follows ALTER SEQUENCE s OWNED BY t.c.
func (c *cutter) ownSequence(p *parser) {
	q := p.inside(p.Tokens[p.I:])
	q.Accept("if", "exists")
	name, ok := q.qualified()
	if !ok || !q.Accept("owned", "by") {
		return
	}
	parts := q.names()
	if len(parts) < 2 {
		return // NONE
	}
	owner := schema.Name{Name: parts[len(parts)-2]}
	if len(parts) > 2 {
		owner.Schema = parts[len(parts)-3]
	}
	if t := c.find(owner); t != nil && t.Column(parts[len(parts)-1]) != nil {
		t = t.Clone()
		t.Column(parts[len(parts)-1]).Sequence = name
		c.schema.Put(t)
		c.changed()
	}
}

// recount finds the column that a sequence numbers. Its rows stand before the
// call in every dump of pg_dump, so the number can be asked of them.
func (c *cutter) recount(sequence string, s *dialects.Statement) {
	p, err := newParser([]byte(sequence), &lex.Grammar{DoubleQuote: lex.Name}, charset.UTF8)
	if err != nil {
		return
	}
	name, ok := p.qualified()
	if !ok {
		return
	}
	for _, t := range c.schema.Tables() {
		for _, col := range t.Columns {
			if col.Sequence != name || name.Name == "" {
				continue
			}
			table := quoteName(t.Name.Name)
			if t.Name.Schema != "" {
				table = quoteName(t.Name.Schema) + "." + table
			}
			// Where there is no row, NULL leaves the sequence as it was made.
			text := "(SELECT max(" + quoteName(col.Name) + ") FROM " + table + ")"
			if cs := c.session.charset; cs != nil {
				code, err := cs.Encode(nil, []byte(text))
				if err != nil {
					return
				}
				text = string(code)
			}
			s.Table, s.Recount = t, text
			return
		}
	}
}

func quoteName(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
