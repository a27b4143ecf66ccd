package postgres

import (
	"bytes"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A parser walks the tokens of one whole statement. White space and comments
// are left out.
type parser struct {
	b       []byte
	tokens  []lex.Token
	i       int
	grammar *lex.Grammar
	charset *charset.Charset // of names and texts; nil: not known
}

func newParser(b []byte, g *lex.Grammar, cs *charset.Charset) (*parser, error) {
	p := &parser{b: b, grammar: g, charset: cs}
	for i := 0; ; {
		t, err := g.Next(b, i, true)
		if err != nil {
			return nil, err
		}
		switch t.Kind {
		case lex.End:
			return p, nil
		case lex.Space, lex.Remark:
		default:
			p.tokens = append(p.tokens, t)
		}
		i = t.End
	}
}

// inside makes a parser of some of the tokens.
func (p *parser) inside(tokens []lex.Token) *parser {
	return &parser{b: p.b, tokens: tokens, grammar: p.grammar, charset: p.charset}
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
		if !p.wordAt(p.i+n, w) {
			return false
		}
	}
	return true
}

func (p *parser) wordAt(i int, w string) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].Kind == lex.Word && lex.Is(p.tokens[i].Of(p.b), w)
}

// accept steps over these keywords if they come next.
func (p *parser) accept(words ...string) bool {
	if !p.is(words...) {
		return false
	}
	p.i += len(words)
	return true
}

// word gives the next keyword in lower case, or "".
func (p *parser) word() string {
	t := p.peek()
	if t.Kind != lex.Word {
		return ""
	}
	return strings.ToLower(string(t.Of(p.b)))
}

// punct steps over one character if it comes next.
func (p *parser) punct(c byte) bool {
	if !p.isPunct(c) {
		return false
	}
	p.i++
	return true
}

func (p *parser) isPunct(c byte) bool { return p.punctAt(p.i, c) }

func (p *parser) punctAt(i int, c byte) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].Kind == lex.Punct && p.b[p.tokens[i].Start] == c
}

// name reads a name and gives "" if none comes next.
func (p *parser) name() string {
	switch t := p.peek(); t.Kind {
	case lex.Word, lex.Name:
		p.next()
		return p.ident(t)
	}
	return ""
}

// ident gives the name that a token stands for: unquoted ones are folded to
// lower case.
func (p *parser) ident(t lex.Token) string {
	if t.Kind == lex.Word {
		return schema.FoldASCII(nameText(t.Of(p.b), p.charset))
	}
	return nameText(unquoteName(t.Of(p.b)), p.charset)
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
		if !p.punct('.') {
			return out
		}
	}
}

// qualified reads a name that a schema may qualify. Of more parts, the first
// is the database.
func (p *parser) qualified() (schema.Name, bool) {
	parts := p.names()
	switch n := len(parts); n {
	case 0:
		return schema.Name{}, false
	case 1:
		return schema.Name{Name: parts[0]}, true
	default:
		return schema.Name{Schema: parts[n-2], Name: parts[n-1]}, true
	}
}

// value reads the plain right side of an assignment: a name, a text, a number.
func (p *parser) value() string {
	switch t := p.next(); t.Kind {
	case lex.String:
		return p.text(t)
	case lex.Word, lex.Name:
		return p.ident(t)
	case lex.Number:
		return string(t.Of(p.b))
	}
	return ""
}

// text gives the content of a quoted text, in UTF-8 if it can be had.
func (p *parser) text(t lex.Token) string {
	prefix, text := splitLiteral(t.Of(p.b))
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
		case ch == '(', ch == '[':
			depth++
		case ch == ')', ch == ']':
			if depth == 0 {
				return
			}
			depth--
		}
	}
}

// brackets steps over a bracketed group and gives the tokens inside.
func (p *parser) brackets() []lex.Token {
	switch {
	case p.punct('('):
		return p.group(')')
	case p.punct('['):
		return p.group(']')
	}
	return nil
}

func (p *parser) group(end byte) []lex.Token {
	start := p.i
	p.skipTo(end)
	inner := p.tokens[start:p.i]
	p.punct(end)
	return inner
}

// mark makes a mark of one token.
func mark(t lex.Token, r dialects.Role) dialects.Mark {
	return dialects.Mark{Span: dialects.Span{Start: int32(t.Start), End: int32(t.End)}, Role: r}
}

// literals marks every quoted text of the statement.
func (p *parser) literals(r dialects.Role) []dialects.Mark {
	var marks []dialects.Mark
	for _, t := range p.tokens {
		if t.Kind == lex.String || t.Kind == lex.Dollar {
			marks = append(marks, mark(t, r))
		}
	}
	return marks
}
