package sqlite

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// grammar is how SQLite writes tokens: quotes double, nothing escapes.
var grammar = lex.Grammar{DoubleQuote: lex.Name, Backquote: true, Bracket: true}

// A parser walks the tokens of one whole statement.
type parser struct {
	lex.Parser
	charset *charset.Charset // of the statement's names and texts
}

func newParser(b []byte, cs *charset.Charset) (*parser, error) {
	p, err := lex.Parse(b, &grammar)
	return &parser{Parser: p, charset: cs}, err
}

// name reads a name in any of its quotings, and gives "" if none comes next.
// SQLite takes a text for a name where only a name can stand.
func (p *parser) name() string {
	t := p.Peek()
	if t.Kind != lex.Word && t.Kind != lex.Name && (t.Kind != lex.String || p.B[t.Start] != '\'') {
		return ""
	}
	p.Next()
	return p.text(t)
}

// text gives a token's content, unquoted. What is not valid in the character
// set is known by its bytes.
func (p *parser) text(t lex.Token) string {
	raw := unquote(t.Of(p.B))
	if p.charset != nil {
		if s, err := p.charset.Decode(nil, raw); err == nil {
			return string(s)
		}
	}
	return string(raw)
}

// unquote takes the quotes off a name or text.
func unquote(b []byte) []byte {
	if len(b) < 2 {
		return b
	}
	switch q := b[0]; q {
	case '[':
		return b[1 : len(b)-1]
	case '\'', '"', '`':
		return bytes.ReplaceAll(b[1:len(b)-1], []byte{q, q}, []byte{q})
	}
	return b
}

// marks marks every quoted text and every comment of the statement. Behind
// DEFAULT a text may stand in the quotes of a name.
func (p *parser) marks() []dialects.Mark {
	var marks []dialects.Mark
	for i, t := range p.Tokens {
		after := i > 0 && p.Tokens[i-1].Kind == lex.Word && lex.Is(p.Tokens[i-1].Of(p.B), "default")
		if t.Kind == lex.String || t.Kind == lex.Name && after {
			marks = append(marks, lex.MarkOf(t, dialects.Literal))
		}
	}
	return p.MarkRemarks(marks)
}
