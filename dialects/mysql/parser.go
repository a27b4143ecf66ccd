package mysql

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
	sets []*charset.Charset // that the statement's names and texts can be in
	// databases are the names of databases with which the tables stand that the
	// statement is about.
	databases []dialects.Mark
}

func newParser(b []byte, g *lex.Grammar, sets ...*charset.Charset) (*parser, error) {
	p, err := lex.Parse(b, g)
	return &parser{Parser: p, sets: sets}, err
}

// inside makes a parser of some of the tokens.
func (p *parser) inside(tokens []lex.Token) *parser {
	return &parser{Parser: p.Inside(tokens), sets: p.sets}
}

// name reads a name, quoted or not, and gives "" if none comes next.
func (p *parser) name() string {
	t := p.Peek()
	switch t.Kind {
	case lex.Word, lex.Name, lex.Number:
	case lex.String:
		if p.B[t.Start] != '"' {
			return ""
		}
	default:
		return ""
	}
	p.Next()
	return p.text(t)
}

// subject looks at the name that comes next, without that of its database.
func (p *parser) subject() schema.Name {
	q := *p
	q.Accept("if", "not", "exists")
	name := q.name()
	if q.Punct('.') {
		name = q.name()
	}
	return schema.Name{Name: name}
}

// text gives a token's content, unquoted and in UTF-8 if it can be had.
func (p *parser) text(t lex.Token) string {
	return nameText(unquote(t.Of(p.B)), p.sets)
}

// nameText decodes a name. A name that is not valid in the declared character
// set is known by its bytes: the declaration may be wrong, and the DDL of the
// same dump will have the same bytes.
func nameText(raw []byte, sets []*charset.Charset) string {
	for _, cs := range sets {
		if cs == nil || cs.Binary() {
			continue
		}
		if s, err := cs.Decode(nil, raw); err == nil {
			return string(s)
		}
	}
	return string(raw)
}

// unquote takes the quotes off a name or text. It undoes doubled quotes, and
// backslashes where the quote is a single one.
func unquote(b []byte) []byte {
	if len(b) < 2 {
		return b
	}
	q := b[0]
	if q != '`' && q != '"' && q != '\'' || b[len(b)-1] != q {
		return b
	}
	b = b[1 : len(b)-1]
	if bytes.IndexByte(b, q) < 0 && (q != '\'' || bytes.IndexByte(b, '\\') < 0) {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == q && i+1 < len(b) && b[i+1] == q:
			i++
		case q == '\'' && b[i] == '\\' && i+1 < len(b):
			i++
			out = append(out, lex.Unescaped(b[i]))
			continue
		}
		out = append(out, b[i])
	}
	return out
}
