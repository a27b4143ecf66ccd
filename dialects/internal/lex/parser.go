package lex

import (
	"bytes"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Parser walks the tokens of one whole statement. White space, comments and
// the brackets of version comments are left out; what a name or a text is, a
// dialect knows.
type Parser struct {
	B       []byte
	Tokens  []Token
	Remarks []Token // the comments that were left out
	I       int     // the next token
}

// Parse makes a parser of a statement.
func Parse(b []byte, g *Grammar) (Parser, error) {
	p := Parser{B: b}
	for i := 0; ; {
		t, err := g.Next(b, i, true)
		if err != nil {
			return p, err
		}
		switch t.Kind {
		case End:
			return p, nil
		case Space, Open, Close:
		case Remark:
			p.Remarks = append(p.Remarks, t)
		default:
			p.Tokens = append(p.Tokens, t)
		}
		i = t.End
	}
}

// Ours says whether one of the statement's names is that of a table that is ours.
func (p *Parser) Ours() bool {
	return slices.ContainsFunc(p.Tokens, func(t Token) bool {
		return (t.Kind == Word || t.Kind == Name) && schema.Name{Name: string(bytes.Trim(t.Of(p.B), "`\"[]"))}.Ours()
	})
}

// MarkRemarks marks the comments of the statement.
func (p *Parser) MarkRemarks(marks []dialects.Mark) []dialects.Mark {
	for _, t := range p.Remarks {
		marks = append(marks, MarkOf(t, dialects.Remark))
	}
	return marks
}

// Peek gives the next token without stepping over it; behind the last, End.
func (p *Parser) Peek() Token { return p.Ahead(0) }

// Ahead gives the token n behind the next.
func (p *Parser) Ahead(n int) Token {
	if p.I+n < len(p.Tokens) {
		return p.Tokens[p.I+n]
	}
	return Token{Kind: End, Start: len(p.B), End: len(p.B)}
}

// Next steps over the next token.
func (p *Parser) Next() Token {
	t := p.Peek()
	if p.I < len(p.Tokens) {
		p.I++
	}
	return t
}

// Done says whether all tokens were read.
func (p *Parser) Done() bool { return p.I >= len(p.Tokens) }

// Is says whether the next tokens are these keywords.
func (p *Parser) Is(words ...string) bool {
	for n, w := range words {
		if !p.WordAt(p.I+n, w) {
			return false
		}
	}
	return true
}

// WordAt says whether the token i is this keyword.
func (p *Parser) WordAt(i int, w string) bool {
	return i >= 0 && i < len(p.Tokens) && p.Tokens[i].Kind == Word && Is(p.Tokens[i].Of(p.B), w)
}

// Accept steps over these keywords if they come next.
func (p *Parser) Accept(words ...string) bool {
	if !p.Is(words...) {
		return false
	}
	p.I += len(words)
	return true
}

// Word gives the next token in lower case if it is a word, else "".
func (p *Parser) Word() string {
	t := p.Peek()
	if t.Kind != Word {
		return ""
	}
	return strings.ToLower(string(t.Of(p.B)))
}

// IsPunct says whether this character comes next.
func (p *Parser) IsPunct(c byte) bool { return p.PunctAt(p.I, c) }

// PunctAt says whether the token i is this character.
func (p *Parser) PunctAt(i int, c byte) bool {
	return i >= 0 && i < len(p.Tokens) && p.Tokens[i].Kind == Punct && p.B[p.Tokens[i].Start] == c
}

// Punct steps over one character if it comes next.
func (p *Parser) Punct(c byte) bool {
	if !p.IsPunct(c) {
		return false
	}
	p.I++
	return true
}

// SkipTo steps to the next c outside brackets, or to the bracket that closes the
// group around it.
func (p *Parser) SkipTo(c byte) {
	for depth := 0; !p.Done(); p.I++ {
		t := p.Peek()
		if t.Kind != Punct {
			continue
		}
		switch ch := p.B[t.Start]; {
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

// Brackets steps over a group in brackets and gives the tokens inside.
func (p *Parser) Brackets() []Token {
	switch {
	case p.Punct('('):
		return p.group(')')
	case p.Punct('['):
		return p.group(']')
	}
	return nil
}

func (p *Parser) group(end byte) []Token {
	start := p.I
	p.SkipTo(end)
	inner := p.Tokens[start:p.I]
	p.Punct(end)
	return inner
}

// Inside makes a parser of some of the tokens.
func (p *Parser) Inside(tokens []Token) Parser { return Parser{B: p.B, Tokens: tokens} }

// Actions reads what follows the columns of a foreign key: what becomes of a row
// when the one that it refers to changes, and MATCH. It says whether the columns
// become NULL when that one goes.
func (p *Parser) Actions() (setNull bool) {
	for {
		switch {
		case p.Accept("on", "delete"):
			setNull = p.action()
		case p.Accept("on", "update"):
			p.action()
		case p.Accept("match"):
			p.Next()
		default:
			return setNull
		}
	}
}

func (p *Parser) action() (setNull bool) {
	if p.Accept("set", "null") {
		p.Brackets() // the columns that do, in PostgreSQL
		return true
	}
	_ = p.Accept("set", "default") || p.Accept("no", "action") || p.Accept("cascade") || p.Accept("restrict")
	return false
}
