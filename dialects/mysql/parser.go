package mysql

import (
	"bytes"
	"strings"

	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// A parser walks the tokens of one whole statement. White space, comments and
// the brackets of version comments are left out.
type parser struct {
	b         []byte
	tokens    []lex.Token
	i         int
	charset   *charset.Charset // of the statement's names and texts
	wasString bool             // session.value read a text, perhaps an empty one
}

func newParser(b []byte, g *lex.Grammar, cs *charset.Charset) (*parser, error) {
	p := &parser{b: b, charset: cs}
	for i := 0; ; {
		t, err := g.Next(b, i, true)
		if err != nil {
			return nil, err
		}
		switch t.Kind {
		case lex.End:
			return p, nil
		case lex.Space, lex.Remark, lex.Open, lex.Close:
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

// punct steps over one character if it comes next.
func (p *parser) punct(c byte) bool {
	t := p.peek()
	if t.Kind != lex.Punct || p.b[t.Start] != c {
		return false
	}
	p.i++
	return true
}

func (p *parser) isPunct(c byte) bool {
	t := p.peek()
	return t.Kind == lex.Punct && p.b[t.Start] == c
}

// name reads a name, quoted or not, and gives "" if none comes next.
func (p *parser) name() string {
	t := p.peek()
	switch t.Kind {
	case lex.Word, lex.Name, lex.Number:
	case lex.String:
		if p.b[t.Start] != '"' {
			return ""
		}
	default:
		return ""
	}
	p.next()
	return p.text(t)
}

// text gives a token's content, unquoted and in UTF-8 if it can be had.
func (p *parser) text(t lex.Token) string {
	return nameText(unquote(t.Of(p.b)), p.charset)
}

// nameText decodes a name. A name that is not valid in the declared character
// set is known by its bytes: the declaration may be wrong, and the DDL of the
// same dump will have the same bytes.
func nameText(raw []byte, cs *charset.Charset) string {
	if cs != nil && !cs.Binary() {
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
			out = append(out, unescaped(b[i]))
			continue
		}
		out = append(out, b[i])
	}
	return out
}

// skipTo steps to the next c outside brackets.
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

// words gives the first keywords of the statement in lower case, for messages
// and classes; never more than n, and only known ones.
func (p *parser) word() string {
	t := p.peek()
	if t.Kind != lex.Word {
		return ""
	}
	return strings.ToLower(string(t.Of(p.b)))
}
