// Package lex is what the SQL dialects share: quoted text, tokens, chunk carry
// and the splitting of rows.
//
// Its functions work on a prefix of the input. Where the prefix does not decide
// (a quote at its very end may be the first of two), they say More, and the
// caller comes back with a longer prefix; eof says that there is none. So the
// result never depends on where a read ended.
package lex

import (
	"bytes"
	"errors"

	"github.com/migawari-dev/migawari/dialects"
)

// More says that the bytes at hand do not decide.
var More = errors.New("lex: more input needed") //nolint:staticcheck // ST1012: no failure, like io.EOF

// Quoted finds the end of a quoted text: i is behind the opening quote q, the
// result behind the closing one. A doubled quote is part of the text; with
// backslash, so is an escaped one. The result is -1 if b does not decide.
func Quoted(b []byte, i int, q byte, backslash bool, mb *Multibyte, eof bool) int {
	if end, closed := InQuoted(b, i, q, backslash, mb, eof); closed {
		return end
	}
	return -1
}

// InQuoted is Quoted for a text that may be longer than any buffer: where it
// does not find the closing quote, it gives the place up to which the text can
// be consumed, so that the search can go on there with later bytes.
func InQuoted(b []byte, i int, q byte, backslash bool, mb *Multibyte, eof bool) (end int, closed bool) {
	if mb != nil {
		return inQuotedMultibyte(b, i, q, backslash, mb, eof)
	}
	start := i
	for {
		n := bytes.IndexByte(b[i:], q)
		if n < 0 {
			return len(b) - backslashes(b[start:], backslash), false
		}
		j := i + n
		if backslash && j > start && b[j-1] == '\\' && backslashes(b[start:j], true)&1 == 1 {
			i = j + 1
			continue
		}
		if j+1 == len(b) {
			if eof {
				return j + 1, true
			}
			return j, false
		}
		if b[j+1] != q {
			return j + 1, true
		}
		i = j + 2
	}
}

// Unescaped gives what a character behind a backslash stands for in MySQL's texts and
// files (Reference Manual, String Literals; LOAD DATA).
func Unescaped(c byte) byte {
	switch c {
	case '0':
		return 0
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'b':
		return '\b'
	case 'Z':
		return 0x1a
	}
	return c
}

// backslashes counts those at the end of b.
func backslashes(b []byte, escape bool) int {
	n := 0
	for escape && n < len(b) && b[len(b)-1-n] == '\\' {
		n++
	}
	return n
}

func inQuotedMultibyte(b []byte, i int, q byte, backslash bool, mb *Multibyte, eof bool) (end int, closed bool) {
	for i < len(b) {
		switch c := b[i]; {
		case mb.lead[c]:
			if i+1 == len(b) {
				return i, false
			}
			i += mb.Len(b, i)
		case c == '\\' && backslash:
			// The servers take one byte behind a backslash, even a lead byte.
			if i+1 == len(b) {
				return i, false
			}
			i += 2
		case c == q:
			if i+1 == len(b) {
				if eof {
					return i + 1, true
				}
				return i, false
			}
			if b[i+1] != q {
				return i + 1, true
			}
			i += 2
		default:
			i++
		}
	}
	return i, false
}

// IsSpace says whether c is white space between tokens.
func IsSpace(c byte) bool {
	return c == ' ' || '\t' <= c && c <= '\r'
}

// IsWord says whether c can stand inside an unquoted word. All bytes from 0x80
// can: names may be written in any script.
func IsWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '$' || c >= 0x80
}

// IsDigit says whether c is an ASCII digit.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// Is compares a word with a keyword given in lower case, without ASCII case.
func Is(word []byte, keyword string) bool {
	if len(word) != len(keyword) {
		return false
	}
	for i := range word {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != keyword[i] {
			return false
		}
	}
	return true
}

// A TokenKind says what a Token is.
type TokenKind uint8

const (
	End     TokenKind = iota // nothing left
	Space                    // white space
	Remark                   // a comment
	Open                     // the opening of a MySQL version comment: its content is code
	Close                    // the closing of one
	Word                     // a keyword, an unquoted name
	Name                     // a quoted name
	String                   // a quoted text, with the prefix E, N, X or B if it has one
	Dollar                   // a dollar-quoted text
	Number                   // a numeric literal, a parameter such as $1
	Punct                    // one other byte
	Command                  // a line that the client reads, not the server
)

// A Token is a piece of a statement.
type Token struct {
	Kind       TokenKind
	Start, End int
}

// Of cuts the token out of b.
func (t Token) Of(b []byte) []byte { return b[t.Start:t.End] }

// A Grammar is how a dialect writes tokens.
type Grammar struct {
	Backslash    bool       // a backslash escapes inside quoted text
	EString      bool       // E'…' has backslash escapes even without Backslash
	DoubleQuote  TokenKind  // what "…" is: Name or String
	Backquote    bool       // `…` is a name
	Bracket      bool       // […] is a name
	Hash         bool       // # begins a comment
	DashNeedsGap bool       // -- begins a comment only before white space
	Nested       bool       // block comments nest
	DollarQuote  bool       // $tag$…$tag$ is a text
	Version      bool       // /*!50003 … */ is code
	ReturnBreaks bool       // a carriage return ends a -- comment too
	Multibyte    *Multibyte // of the character set in force
}

// Next reads the token at b[i]. It fails with More where b does not decide and
// with dialects.ErrTruncated where the input ends inside a token.
func (g *Grammar) Next(b []byte, i int, eof bool) (Token, error) {
	if i >= len(b) {
		if !eof {
			return Token{}, More
		}
		return Token{Kind: End, Start: i, End: i}, nil
	}
	one := func(k TokenKind, n int) (Token, error) { return Token{k, i, i + n}, nil }
	// have says that b[i+n] exists; if it may come yet, need is More.
	peek := func(n int) byte {
		if i+n < len(b) {
			return b[i+n]
		}
		return 0
	}
	undecided := func(n int) bool { return i+n >= len(b) && !eof }
	c := b[i]
	switch {
	case IsSpace(c):
		j := i + 1
		for j < len(b) && IsSpace(b[j]) {
			j++
		}
		return Token{Space, i, j}, nil
	case c == '-':
		if undecided(1) {
			return Token{}, More
		}
		if peek(1) != '-' {
			return one(Punct, 1)
		}
		if g.DashNeedsGap {
			if undecided(2) {
				return Token{}, More
			}
			if i+2 < len(b) && b[i+2] > ' ' && b[i+2] != 0x7f {
				return one(Punct, 1)
			}
		}
		return g.lineRemark(b, i, eof)
	case c == '#' && g.Hash:
		return g.lineRemark(b, i, eof)
	case c == '/':
		if undecided(1) {
			return Token{}, More
		}
		if peek(1) != '*' {
			return one(Punct, 1)
		}
		return g.blockRemark(b, i, eof)
	case c == '*' && g.Version:
		if undecided(1) {
			return Token{}, More
		}
		if peek(1) == '/' {
			return one(Close, 2)
		}
		return one(Punct, 1)
	case c == '\'':
		return g.quoted(b, i, i, String, c, g.Backslash, eof)
	case c == '"':
		return g.quoted(b, i, i, g.DoubleQuote, c, g.Backslash && g.DoubleQuote == String, eof)
	case c == '`' && g.Backquote:
		return g.quoted(b, i, i, Name, c, false, eof)
	case c == '[' && g.Bracket:
		j := bytes.IndexByte(b[i:], ']')
		if j < 0 {
			return cut(eof)
		}
		return one(Name, j+1)
	case c == '$' && g.DollarQuote:
		return g.dollar(b, i, eof)
	case IsDigit(c) || c == '.' && IsDigit(peek(1)):
		return g.number(b, i, eof)
	case c == '.':
		if undecided(1) {
			return Token{}, More
		}
		return one(Punct, 1)
	case IsWord(c):
		j := g.word(b, i)
		if j >= len(b) && !eof {
			return Token{}, More
		}
		if j-i == 1 && j < len(b) && b[j] == '\'' {
			switch c {
			case 'E', 'e':
				return g.quoted(b, i, j, String, '\'', g.Backslash || g.EString, eof)
			case 'N', 'n', 'X', 'x', 'B', 'b':
				return g.quoted(b, i, j, String, '\'', g.Backslash, eof)
			}
		}
		return Token{Word, i, j}, nil
	}
	return one(Punct, 1)
}

func cut(eof bool) (Token, error) {
	if eof {
		return Token{}, dialects.ErrTruncated
	}
	return Token{}, More
}

func (g *Grammar) word(b []byte, i int) int {
	for i < len(b) && IsWord(b[i]) {
		i += g.Multibyte.Len(b, i)
	}
	return i
}

// number reads digits, a fraction, an exponent, and whatever sticks to them:
// MySQL's 0xFF and names that begin with a digit are the caller's to judge.
func (g *Grammar) number(b []byte, i int, eof bool) (Token, error) {
	j := i
	for j < len(b) {
		c := b[j]
		if IsWord(c) || c == '.' || (c == '+' || c == '-') && (b[j-1] == 'e' || b[j-1] == 'E') && !isHex(b[i:j]) {
			j++
			continue
		}
		break
	}
	if j >= len(b) && !eof {
		return Token{}, More
	}
	return Token{Number, i, j}, nil
}

func isHex(b []byte) bool { return len(b) > 1 && b[0] == '0' && (b[1] == 'x' || b[1] == 'X') }

func (g *Grammar) quoted(b []byte, start, quote int, k TokenKind, q byte, backslash, eof bool) (Token, error) {
	mb := g.Multibyte
	if k == Name {
		// Dump programs double the quotes of a name byte by byte, whatever the
		// character set (mysqldump with cp932: 81 60 becomes 81 60 60).
		mb = nil
	}
	j := Quoted(b, quote+1, q, backslash, mb, eof)
	if j < 0 {
		return cut(eof)
	}
	return Token{k, start, j}, nil
}

func (g *Grammar) lineRemark(b []byte, i int, eof bool) (Token, error) {
	j := bytes.IndexByte(b[i:], '\n')
	if g.ReturnBreaks {
		line := b[i:]
		if j >= 0 {
			line = line[:j]
		}
		if k := bytes.IndexByte(line, '\r'); k >= 0 {
			j = k
		}
	}
	if j < 0 {
		if !eof {
			return Token{}, More
		}
		return Token{Remark, i, len(b)}, nil
	}
	return Token{Remark, i, i + j + 1}, nil
}

// sandbox is how a MariaDB dump begins that the client shall not trust: a
// version comment (of MariaDB, or at first of all) that holds a client command
// and no statement.
const sandbox = `999999\-`

func isSandbox(b []byte) bool {
	b = bytes.TrimPrefix(b, []byte("/*"))
	b = bytes.TrimPrefix(b, []byte("M"))
	return bytes.HasPrefix(b, []byte("!"+sandbox))
}

func (g *Grammar) blockRemark(b []byte, i int, eof bool) (Token, error) {
	if g.Version {
		if len(b)-i < len("/*M!")+len(sandbox) && !eof {
			return Token{}, More
		}
		n := versionOpen(b[i:])
		if n > 0 && !isSandbox(b[i:]) {
			if i+n >= len(b) && !eof {
				return Token{}, More
			}
			return Token{Open, i, i + n}, nil
		}
	}
	depth := 0
	for j := i; ; {
		n := bytes.IndexByte(b[j:], '*')
		if n < 0 || j+n+1 >= len(b) && j+n == i+1 {
			return cut(eof)
		}
		k := j + n
		switch {
		case k > j && b[k-1] == '/' && (g.Nested || k == i+1):
			depth++
			j = k + 1
		case k+1 >= len(b):
			return cut(eof)
		case b[k+1] == '/':
			depth--
			j = k + 2
			if depth == 0 {
				return Token{Remark, i, j}, nil
			}
		default:
			j = k + 1
		}
	}
}

// versionOpen gives the length of the opening of a version comment, or 0.
func versionOpen(b []byte) int {
	n := 2
	if n < len(b) && b[n] == 'M' {
		n++
	}
	if n >= len(b) || b[n] != '!' {
		return 0
	}
	n++
	for d := 0; d < 6 && n < len(b) && IsDigit(b[n]); d++ {
		n++
	}
	return n
}

func (g *Grammar) dollar(b []byte, i int, eof bool) (Token, error) {
	j := i + 1
	if j < len(b) && IsDigit(b[j]) { // a parameter
		for j < len(b) && IsDigit(b[j]) {
			j++
		}
		if j >= len(b) && !eof {
			return Token{}, More
		}
		return Token{Number, i, j}, nil
	}
	for j < len(b) && IsWord(b[j]) && b[j] != '$' {
		j++
	}
	if j >= len(b) {
		if !eof {
			return Token{}, More
		}
		return Token{Punct, i, i + 1}, nil
	}
	if b[j] != '$' {
		return Token{Punct, i, i + 1}, nil
	}
	tag := b[i : j+1]
	n := bytes.Index(b[j+1:], tag)
	if n < 0 {
		return cut(eof)
	}
	return Token{Dollar, i, j + 1 + n + len(tag)}, nil
}
