package sqlite

import (
	"bytes"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// grammar is how SQLite writes tokens: quotes double, nothing escapes.
var grammar = lex.Grammar{DoubleQuote: lex.Name, Backquote: true, Bracket: true}

// A parser walks the tokens of one whole statement. White space and comments
// are left out; where comments stood is remembered.
type parser struct {
	b       []byte
	tokens  []lex.Token
	remarks []lex.Token
	i       int
	charset *charset.Charset // of the statement's names and texts
}

func newParser(b []byte, cs *charset.Charset) (*parser, error) {
	p := &parser{b: b, charset: cs}
	for i := 0; ; {
		t, err := grammar.Next(b, i, true)
		if err != nil {
			return nil, err
		}
		switch t.Kind {
		case lex.End:
			return p, nil
		case lex.Space:
		case lex.Remark:
			p.remarks = append(p.remarks, t)
		default:
			p.tokens = append(p.tokens, t)
		}
		i = t.End
	}
}

func (p *parser) peek() lex.Token { return p.ahead(0) }

func (p *parser) ahead(n int) lex.Token {
	if p.i+n < len(p.tokens) {
		return p.tokens[p.i+n]
	}
	return lex.Token{Kind: lex.End, Start: len(p.b), End: len(p.b)}
}

func (p *parser) next() lex.Token {
	t := p.peek()
	if p.i < len(p.tokens) {
		p.i++
	}
	return t
}

func (p *parser) done() bool { return p.i >= len(p.tokens) }

// is says whether the next tokens are these keywords.
func (p *parser) is(words ...string) bool {
	for n, w := range words {
		t := p.ahead(n)
		if t.Kind != lex.Word || !lex.Is(t.Of(p.b), w) {
			return false
		}
	}
	return true
}

// accept steps over these keywords if they come next.
func (p *parser) accept(words ...string) bool {
	if !p.is(words...) {
		return false
	}
	p.i += len(words)
	return true
}

func (p *parser) isPunct(c byte) bool {
	t := p.peek()
	return t.Kind == lex.Punct && p.b[t.Start] == c
}

// punct steps over one character if it comes next.
func (p *parser) punct(c byte) bool {
	if !p.isPunct(c) {
		return false
	}
	p.i++
	return true
}

// word gives the next token in lower case if it is a word.
func (p *parser) word() string {
	t := p.peek()
	if t.Kind != lex.Word {
		return ""
	}
	return strings.ToLower(string(t.Of(p.b)))
}

// name reads a name in any of its quotings, and gives "" if none comes next.
// SQLite takes a text for a name where only a name can stand.
func (p *parser) name() string {
	t := p.peek()
	if t.Kind != lex.Word && t.Kind != lex.Name && (t.Kind != lex.String || p.b[t.Start] != '\'') {
		return ""
	}
	p.next()
	return p.text(t)
}

// text gives a token's content, unquoted. What is not valid in the character
// set is known by its bytes.
func (p *parser) text(t lex.Token) string {
	raw := unquote(t.Of(p.b))
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

// skipTo steps to the next c outside brackets, or to the bracket that closes
// the group around it.
func (p *parser) skipTo(c byte) {
	for depth := 0; !p.done(); p.i++ {
		t := p.peek()
		if t.Kind != lex.Punct {
			continue
		}
		switch ch := p.b[t.Start]; {
		case ch == c && depth == 0:
			return
		case ch == '(':
			depth++
		case ch == ')':
			if depth == 0 {
				return
			}
			depth--
		}
	}
}

// brackets steps over a bracketed group and gives the tokens inside.
func (p *parser) brackets() []lex.Token {
	if !p.punct('(') {
		return nil
	}
	start := p.i
	p.skipTo(')')
	inner := p.tokens[start:p.i]
	p.punct(')')
	return inner
}

// marks marks every quoted text and every comment of the statement. Behind
// DEFAULT a text may stand in the quotes of a name.
func (p *parser) marks() []dialects.Mark {
	var marks []dialects.Mark
	for i, t := range p.tokens {
		after := i > 0 && p.tokens[i-1].Kind == lex.Word && lex.Is(p.tokens[i-1].Of(p.b), "default")
		if t.Kind == lex.String || t.Kind == lex.Name && after {
			marks = append(marks, mark1(t, dialects.Literal))
		}
	}
	for _, t := range p.remarks {
		marks = append(marks, mark1(t, dialects.Remark))
	}
	return marks
}

func mark1(t lex.Token, r dialects.Role) dialects.Mark {
	return dialects.Mark{Span: dialects.Span{Start: int32(t.Start), End: int32(t.End)}, Role: r}
}
