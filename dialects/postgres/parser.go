package postgres

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A parser walks the tokens of one whole statement.
type parser struct {
	lex.Parser
	grammar *lex.Grammar
	charset *charset.Charset // of names and texts; nil: not known
}

func newParser(b []byte, g *lex.Grammar, cs *charset.Charset) (*parser, error) {
	p, err := lex.Parse(b, g)
	return &parser{Parser: p, grammar: g, charset: cs}, err
}

// inside makes a parser of some of the tokens.
func (p *parser) inside(tokens []lex.Token) *parser {
	return &parser{Parser: p.Inside(tokens), grammar: p.grammar, charset: p.charset}
}

// name reads a name and gives "" if none comes next.
func (p *parser) name() string {
	switch t := p.Peek(); t.Kind {
	case lex.Word, lex.Name:
		p.Next()
		return p.ident(t)
	}
	return ""
}

// ident gives the name that a token stands for: unquoted ones are folded to
// lower case.
func (p *parser) ident(t lex.Token) string {
	if t.Kind == lex.Word {
		return schema.FoldASCII(nameText(t.Of(p.B), p.charset))
	}
	return nameText(unquoteName(t.Of(p.B)), p.charset)
}

// names reads a name that dots may qualify: a, a.b, a.b.c.
func (p *parser) names() []string {
	var out []string
	for {
		n := p.name()
		if n == "" {
			return nil
		}
		out = append(out, n)
		if !p.Punct('.') {
			return out
		}
	}
}

// qualified reads a name that a schema may qualify. Of more parts, the first
// is the database.
func (p *parser) qualified() (schema.Name, bool) {
	parts := p.names()
	return qualifiedName(parts), len(parts) > 0
}

func qualifiedName(parts []string) schema.Name {
	switch n := len(parts); n {
	case 0:
		return schema.Name{}
	case 1:
		return schema.Name{Name: parts[0]}
	default:
		return schema.Name{Schema: parts[n-2], Name: parts[n-1]}
	}
}

// subject looks at the name that comes next.
func (p *parser) subject() schema.Name {
	q := *p
	for q.Accept("if", "not", "exists") || q.Accept("if", "exists") || q.Accept("concurrently") || q.Accept("only") {
	}
	name, _ := q.qualified()
	return name
}

// value reads the plain right side of an assignment: a name, a text, a number.
func (p *parser) value() string {
	switch t := p.Next(); t.Kind {
	case lex.String:
		return p.text(t)
	case lex.Word, lex.Name:
		return p.ident(t)
	case lex.Number:
		return string(t.Of(p.B))
	}
	return ""
}

// text gives the content of a quoted text, in UTF-8 if it can be had.
func (p *parser) text(t lex.Token) string {
	prefix, text := splitLiteral(t.Of(p.B))
	raw, err := appendUnquoted(nil, text, p.grammar.Backslash || isE(prefix), p.grammar.Multibyte)
	if err != nil {
		raw = text
	}
	return nameText(raw, p.charset)
}

// nameText decodes a name. A name that is not valid in the declared character
// set is known by its bytes: the DDL of the same dump will have the same bytes.
func nameText(raw []byte, cs *charset.Charset) string {
	if cs != nil {
		if s, err := cs.Decode(nil, raw); err == nil {
			return string(s)
		}
	}
	return string(raw)
}

// unquoteName takes the quotes off a quoted name.
func unquoteName(b []byte) []byte {
	b = b[1 : len(b)-1]
	if bytes.IndexByte(b, '"') < 0 {
		return b
	}
	return bytes.ReplaceAll(b, []byte(`""`), []byte(`"`))
}

// literals marks every quoted text of the statement.
func (p *parser) literals(r dialects.Role) []dialects.Mark {
	var marks []dialects.Mark
	for _, t := range p.Tokens {
		if t.Kind == lex.String || t.Kind == lex.Dollar {
			marks = append(marks, lex.MarkOf(t, r))
		}
	}
	return p.MarkRemarks(marks)
}
