package sqlite

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A codec reads and writes the rows of one head.
type codec struct {
	charset *charset.Charset // of the text in the stream
	kinds   []schema.Kind    // of the columns; nil if they are not known
}

// unknownCharset stands for a set that is not known: only its ASCII can be masked.
var unknownCharset = charset.Lookup("ascii")

func newCodec(cs *charset.Charset, cols []*schema.Column) *codec {
	c := &codec{charset: cs}
	if cs == nil {
		c.charset = unknownCharset
	}
	for _, col := range cols {
		c.kinds = append(c.kinds, col.Type.Kind)
	}
	return c
}

func (c *codec) kind(col int) schema.Kind {
	if col < len(c.kinds) {
		return c.kinds[col]
	}
	return schema.Unknown
}

// Fields implements [dialects.Codec].
func (c *codec) Fields(dst []dialects.Field, row []byte) ([]dialects.Field, error) {
	return lex.SplitRow(dst, row, field)
}

// Peek implements [dialects.Peeker].
func (c *codec) Peek(dst []dialects.Field, row []byte, n int) ([]dialects.Field, error) {
	return lex.FirstOfRow(dst, row, n, field)
}

// field finds the end of the field at row[i] and its form.
func field(row []byte, i int) (int, dialects.Form, error) {
	end, form := literal(row, i)
	if form != dialects.Expr && lex.EndsField(row, end) {
		return end, form, nil
	}
	end, err := expression(row, i)
	return end, dialects.Expr, err
}

// literal finds the end of the literal at row[i] and its form. Expr says that
// there is none.
func literal(row []byte, i int) (int, dialects.Form) {
	switch ch := row[i]; {
	case ch == '\'' || ch == '"':
		// A name cannot stand here, so "…" is a text for SQLite too.
		if end := lex.Quoted(row, i+1, ch, false, nil, true); end > 0 {
			return end, dialects.Quoted
		}
	case lex.IsDigit(ch) || ch == '-' || ch == '+' || ch == '.':
		end := i + 1
		for end < len(row) && (lex.IsWord(row[end]) || row[end] == '.' || row[end] == '+' || row[end] == '-') {
			end++
		}
		if lex.IsNumber(row[i:end]) || isInfinity(row[i:end]) {
			return end, dialects.Number
		}
	case lex.IsWord(ch):
		end := i + 1
		for end < len(row) && lex.IsWord(row[end]) {
			end++
		}
		word := row[i:end]
		switch {
		case lex.Is(word, "null"):
			return end, dialects.Null
		case lex.Is(word, "true"), lex.Is(word, "false"):
			return end, dialects.Bool
		case isInfinity(word):
			return end, dialects.Number
		case lex.Is(word, "x"):
			if end := blob(row, i); end > 0 {
				return end, dialects.Hex
			}
		default:
			w := call{b: row, i: i}
			if w.text(maxNesting) {
				return w.i, dialects.Wrapped
			}
		}
	}
	return i, dialects.Expr
}

// expression finds the end of anything else: the next comma outside brackets.
func expression(row []byte, i int) (int, error) {
	for depth := 0; i < len(row); i++ {
		switch ch := row[i]; ch {
		case '\'', '"':
			end := lex.Quoted(row, i+1, ch, false, nil, true)
			if end < 0 {
				return 0, dialects.ErrRow
			}
			i = end - 1
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i, nil
			}
			depth--
		case ',':
			if depth == 0 {
				return i, nil
			}
		}
	}
	return 0, dialects.ErrRow
}

// isInfinity accepts what shells before 3.29 wrote for an infinite number, which
// SQLite does not read.
func isInfinity(b []byte) bool { return lex.Is(unsigned(b), "inf") }

func unsigned(b []byte) []byte {
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		return b[1:]
	}
	return b
}

// blob gives the end of the literal X'…' at b[i], or -1.
func blob(b []byte, i int) int {
	if i+1 >= len(b) || b[i]|0x20 != 'x' || b[i+1] != '\'' {
		return -1
	}
	n := i + 2
	for n < len(b) && isHexDigit(b[n]) {
		n++
	}
	if n == len(b) || b[n] != '\'' || (n-i)%2 == 1 {
		return -1
	}
	return n + 1
}

func isHexDigit(c byte) bool {
	return lex.IsDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
