package postgres

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// rowSpecial are the bytes at which a row is more than text between commas.
var rowSpecial = [256]bool{'\'': true, '"': true, '$': true, '(': true, ')': true, '-': true, '/': true, ';': true, '\\': true}

// rowEnd finds the end of the row whose bracket is b[i].
func rowEnd(b []byte, i int, g *lex.Grammar, eof bool) (int, error) {
	depth := 0
	for i < len(b) {
		ch := b[i]
		if !rowSpecial[ch] {
			i++
			continue
		}
		switch ch {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		case '\'', '"', '$':
			end, err := quotedEnd(b, i, g, eof)
			if err != nil {
				return 0, err
			}
			i = end
			continue
		default:
			if i+1 == len(b) && !eof {
				return 0, lex.More
			}
			if strange(b, i) {
				return 0, &lex.At{Off: i, Err: dialects.ErrRow}
			}
		}
		i++
	}
	return 0, lex.Undecided(eof)
}

// quotedEnd finds the end of what begins at the quote or dollar b[i], which is
// not the first byte of its row.
func quotedEnd(b []byte, i int, g *lex.Grammar, eof bool) (int, error) {
	switch b[i] {
	case '$':
		if lex.IsWord(b[i-1]) {
			return i + 1, nil // part of a name
		}
		t, err := g.Next(b, i, eof)
		return t.End, err
	case '"':
		if end := lex.Quoted(b, i+1, '"', false, nil, eof); end >= 0 {
			return end, nil
		}
		return 0, lex.Undecided(eof)
	}
	e := i >= 2 && isPrefixE(b[i-2], b[i-1])
	end := lex.Quoted(b, i+1, '\'', g.Backslash || e, g.Multibyte, eof)
	if end < 0 {
		return 0, lex.Undecided(eof)
	}
	if e {
		// See walk.next: an E'…' that goes on behind a line break.
		next := lex.SkipSpace(b, end)
		if next == len(b) && !eof {
			return 0, lex.More
		}
		if next < len(b) && b[next] == '\'' {
			return 0, &lex.At{Off: next, Err: dialects.ErrRow}
		}
	}
	return end, nil
}

// isPrefixE says whether a quote behind these two bytes begins an E'…'.
func isPrefixE(before, last byte) bool {
	return (last == 'E' || last == 'e') && !lex.IsWord(before)
}

// strange refuses what no dump program writes inside a row: a comment, the end
// of the statement, a command of psql.
func strange(b []byte, i int) bool {
	switch b[i] {
	case ';', '\\':
		return true
	case '/':
		return i+1 < len(b) && b[i+1] == '*'
	case '-':
		return i+1 < len(b) && b[i+1] == '-'
	}
	return false
}

// A rowState is a place inside a row that is passed on uncut.
type rowState struct {
	depth  int     // brackets open
	quote  byte    // quote open, or 0; '$' for a dollar quote
	escape bool    // a backslash escapes inside the quote
	e      bool    // the quote, or the last one, is an E'…'
	dollar []byte  // the tag that ends a dollar quote
	last   [2]byte // the two bytes before
}

// restOfRow goes on inside a row that is passed on uncut. It consumes what it
// can, so that a value may be longer than any buffer.
func (c *cutter) restOfRow(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	r := &c.row
	i, err := off, error(nil)
	for i < len(b) && r.depth > 0 && err == nil {
		if r.quote != 0 {
			var closed bool
			i, closed = c.restOfText(b, i, eof)
			if !closed {
				break
			}
			r.quote = 0
			continue
		}
		ch := b[i]
		if r.e && !lex.IsSpace(ch) {
			if r.e = false; ch == '\'' {
				err = dialects.ErrRow
				break
			}
		}
		if !rowSpecial[ch] {
			i++
			continue
		}
		var next int
		if next, err = c.special(b, i, off, eof); next == i {
			break
		}
		i = next
	}
	if i == off {
		if err == nil {
			err = lex.Undecided(eof)
		}
		return items, 0, err
	}
	r.last = lastTwo(b[off:i], r.last)
	rows := int64(0)
	if r.depth == 0 {
		rows, c.place = 1, atRow
	}
	return c.run.Uncut(items, off, i, rows), i - off, err
}

// special looks at the special byte b[i] outside quotes and steps behind it and
// into what it opens. It stays at i if the bytes at hand do not decide, or if
// the row does not parse.
func (c *cutter) special(b []byte, i, off int, eof bool) (int, error) {
	r := &c.row
	before := lastTwo(b[off:i], r.last)
	switch ch := b[i]; ch {
	case '(':
		r.depth++
	case ')':
		r.depth--
	case '"':
		r.quote, r.escape = ch, false
	case '\'':
		r.e = isPrefixE(before[0], before[1])
		r.quote, r.escape = ch, r.e || c.grammar.Backslash
	case '$':
		if lex.IsWord(before[1]) {
			break // part of a name
		}
		n, decided := dollarTag(b[i:], eof)
		if !decided {
			return i, nil
		}
		if n > 0 {
			r.quote, r.dollar = ch, bytes.Clone(b[i:i+n])
			return i + n, nil
		}
	default:
		if i+1 == len(b) && !eof {
			return i, nil
		}
		if strange(b, i) {
			return i, dialects.ErrRow
		}
	}
	return i + 1, nil
}

// dollarTag gives the length of the tag that opens a dollar quote at b[0], or 0
// if the dollar opens none.
func dollarTag(b []byte, eof bool) (n int, decided bool) {
	n = 1
	for n < len(b) && lex.IsWord(b[n]) && b[n] != '$' && (n > 1 || !lex.IsDigit(b[n])) {
		n++
	}
	switch {
	case n == len(b):
		return 0, eof
	case b[n] == '$':
		return n + 1, true
	}
	return 0, true
}

// restOfText goes on inside a quoted text. It gives the place up to which it
// can be consumed.
func (c *cutter) restOfText(b []byte, i int, eof bool) (end int, closed bool) {
	r := &c.row
	if r.quote != '$' {
		return lex.InQuoted(b, i, r.quote, r.escape, c.textMultibyte(), eof)
	}
	if n := bytes.Index(b[i:], r.dollar); n >= 0 {
		return i + n + len(r.dollar), true
	}
	return max(i, len(b)-len(r.dollar)+1), false
}

func (c *cutter) textMultibyte() *lex.Multibyte {
	if c.row.quote == '"' {
		return nil
	}
	return c.grammar.Multibyte
}

// lastTwo gives the two bytes at the end of b, or of what came before it.
func lastTwo(b []byte, before [2]byte) [2]byte {
	switch n := len(b); n {
	case 0:
		return before
	case 1:
		return [2]byte{before[1], b[0]}
	default:
		return [2]byte{b[n-2], b[n-1]}
	}
}
