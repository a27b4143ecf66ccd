package sqlite

import (
	"bytes"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// A call reads the calls that the shell writes round a text, and that
// AppendValue writes:
//
//	replace('a\nb','\n',char(10))   since 3.20; one inside the other for CR and LF
//	unistr('a\u000ab\\')            since 3.50
//	CAST(X'610062' AS TEXT)         for a zero byte
//
// Fields only wants to know where it ends; with decode, out takes the value.
type call struct {
	b      []byte
	i      int
	decode bool
	out    []byte
}

// maxNesting is how many calls may stand inside each other. The shell needs two.
const maxNesting = 4

// text reads a text or a call round one.
func (c *call) text(nesting int) bool {
	if c.quoted() {
		return true
	}
	from := len(c.out)
	switch {
	case nesting == 0:
		return false
	case c.word("replace"):
		return c.punct('(') && c.text(nesting-1) && c.punct(',') && c.replacement(from) && c.punct(')')
	case c.word("unistr"):
		return c.punct('(') && c.quoted() && c.unescape(from) && c.punct(')')
	case c.word("cast"):
		return c.punct('(') && c.bytes() && c.word("as") && c.word("text") && c.punct(')')
	}
	return false
}

func (c *call) space() { c.i = lex.SkipSpace(c.b, c.i) }

func (c *call) punct(ch byte) bool {
	c.space()
	if c.i == len(c.b) || c.b[c.i] != ch {
		return false
	}
	c.i++
	return true
}

func (c *call) word(w string) bool {
	c.space()
	end := c.i
	for end < len(c.b) && lex.IsWord(c.b[end]) {
		end++
	}
	if !lex.Is(c.b[c.i:end], w) {
		return false
	}
	c.i = end
	return true
}

// quoted reads '…'.
func (c *call) quoted() bool {
	c.space()
	if c.i == len(c.b) || c.b[c.i] != '\'' {
		return false
	}
	end := lex.Quoted(c.b, c.i+1, '\'', false, nil, true)
	if end < 0 {
		return false
	}
	if c.decode {
		c.out = appendUnquoted(c.out, c.b[c.i:end])
	}
	c.i = end
	return true
}

// bytes reads X'…'.
func (c *call) bytes() bool {
	c.space()
	end := blob(c.b, c.i)
	if end < 0 {
		return false
	}
	if c.decode {
		c.out = appendBytes(c.out, c.b[c.i:end])
	}
	c.i = end
	return true
}

// replacement reads 'marker',char(n) and puts the character in the place of the
// marker in what was read since from. A marker is at least as long as it.
func (c *call) replacement(from int) bool {
	c.space()
	start := c.i
	keep, decode := c.out, c.decode
	c.decode = false
	ok := c.quoted()
	c.out, c.decode = keep, decode
	if !ok {
		return false
	}
	marker := c.b[start+1 : c.i-1]
	if len(marker) == 0 || bytes.IndexByte(marker, '\'') >= 0 {
		return false
	}
	if !c.punct(',') || !c.word("char") || !c.punct('(') {
		return false
	}
	c.space()
	n, digits := 0, 0
	for ; c.i < len(c.b) && lex.IsDigit(c.b[c.i]) && n < utf8.RuneSelf; c.i++ {
		n, digits = 10*n+int(c.b[c.i]-'0'), digits+1
	}
	if digits == 0 || n >= utf8.RuneSelf || !c.punct(')') {
		return false
	}
	to := from
	for rest := c.out[from:]; ; {
		before, after, found := bytes.Cut(rest, marker)
		to += copy(c.out[to:], before)
		if !found {
			break
		}
		c.out[to] = byte(n)
		to++
		rest = after
	}
	c.out = c.out[:to]
	return true
}

// unescape undoes the escapes of unistr() in what was read since from
// (https://www.sqlite.org/lang_corefunc.html#unistr): \\, four digits behind \ or \u,
// six behind \+ and eight behind \U. None is shorter than what it stands for.
func (c *call) unescape(from int) bool {
	to := from
	for i := from; i < len(c.out); {
		ch := c.out[i]
		i++
		if ch != '\\' {
			c.out[to] = ch
			to++
			continue
		}
		if i == len(c.out) {
			return false
		}
		digits := 4
		switch c.out[i] {
		case '\\':
			c.out[to] = '\\'
			to++
			i++
			continue
		case 'u':
			i++
		case '+':
			digits = 6
			i++
		case 'U':
			digits = 8
			i++
		}
		if len(c.out)-i < digits {
			return false
		}
		r := rune(0)
		for _, d := range c.out[i : i+digits] {
			if !isHexDigit(d) || r > utf8.MaxRune {
				return false
			}
			r = r<<4 | rune(hexDigit(d))
		}
		if !utf8.ValidRune(r) {
			return false
		}
		i += digits
		to += utf8.EncodeRune(c.out[to:to+utf8.RuneLen(r)], r)
	}
	c.out = c.out[:to]
	return true
}
