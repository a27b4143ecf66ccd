package mysql

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A codec reads and writes the rows of one head.
type codec struct {
	backslash bool // a backslash escapes
	ansi      bool // "…" is a name
	client    *charset.Charset
	multibyte *lex.Multibyte
	columns   []column // nil if the columns are not known
}

// A column is what the codec must know of one.
type column struct {
	kind  schema.Kind
	stays bool             // bytes, not text
	own   *charset.Charset // the column's own set, or nil if it is not known
}

func newCodec(s *session, cols []*schema.Column) *codec {
	g := s.grammar()
	c := &codec{backslash: g.Backslash, ansi: g.DoubleQuote == lex.Name, client: s.client(), multibyte: g.Multibyte}
	for _, col := range cols {
		k := column{kind: col.Type.Kind}
		switch k.kind {
		case schema.Binary, schema.Bit, schema.Geometry:
			k.stays = true
		}
		if col.Charset != "" {
			k.own = charset.MySQL(col.Charset)
		}
		c.columns = append(c.columns, k)
	}
	return c
}

func (c *codec) column(i int) column {
	if i < len(c.columns) {
		return c.columns[i]
	}
	return column{}
}

// Fields implements [dialects.Codec].
func (c *codec) Fields(dst []dialects.Field, row []byte) ([]dialects.Field, error) {
	if len(row) >= 2 && row[0] == '(' && lex.SkipSpace(row, 1) == len(row)-1 {
		return dst, nil // INSERT INTO t () VALUES ()
	}
	return lex.SplitRow(dst, row, c.field)
}

// Peek implements [dialects.Peeker].
func (c *codec) Peek(dst []dialects.Field, row []byte, n int) ([]dialects.Field, error) {
	return lex.FirstOfRow(dst, row, n, c.field)
}

// field finds the end of the field at row[i] and its form.
func (c *codec) field(row []byte, i int) (int, dialects.Form, error) {
	switch ch := row[i]; {
	case ch == '\'' || ch == '"' && !c.ansi:
		return c.literal(row, i, i, dialects.Quoted)
	case lex.IsDigit(ch) || ch == '-' || ch == '+' || ch == '.':
		end := i + 1
		for end < len(row) && (lex.IsWord(row[end]) || row[end] == '.' || row[end] == '+' || row[end] == '-') {
			end++
		}
		if form := numberForm(row[i:end]); form != dialects.Expr && lex.EndsField(row, end) {
			return end, form, nil
		}
	case ch == '\\':
		if i+1 < len(row) && row[i+1] == 'N' && lex.EndsField(row, i+2) {
			return i + 2, dialects.Null, nil
		}
	case lex.IsWord(ch):
		end := i + 1
		for end < len(row) && lex.IsWord(row[end]) {
			end++
		}
		word := row[i:end]
		if lex.EndsField(row, end) {
			switch {
			case lex.Is(word, "null"):
				return end, dialects.Null, nil
			case lex.Is(word, "default"):
				return end, dialects.Default, nil
			case lex.Is(word, "true"), lex.Is(word, "false"):
				return end, dialects.Bool, nil
			}
			break
		}
		if q := lex.SkipSpace(row, end); row[q] == '\'' || row[q] == '"' && !c.ansi {
			switch {
			case word[0] == '_', q == end && lex.Is(word, "n"):
				return c.literal(row, i, q, dialects.Quoted)
			case q == end && lex.Is(word, "x"):
				return c.literal(row, i, q, dialects.Hex)
			case q == end && lex.Is(word, "b"):
				return c.literal(row, i, q, dialects.Bits)
			}
		} else if word[0] == '_' && (row[q] == '0' || row[q] == 'x' || row[q] == 'X') {
			end, form, err := c.field(row, q)
			if err != nil || form == dialects.Hex {
				return end, form, err
			}
		} else if row[q] == '(' {
			if end, ok := wrapped(row, word, q); ok && lex.EndsField(row, end) {
				return end, dialects.Wrapped, nil
			}
		}
	}
	end, err := c.expression(row, i)
	return end, dialects.Expr, err
}

// literal reads the quoted text at row[quote]. If something sticks to it, such
// as a second text, it is an expression.
func (c *codec) literal(row []byte, start, quote int, form dialects.Form) (int, dialects.Form, error) {
	end := lex.Quoted(row, quote+1, row[quote], c.backslash, c.multibyte, true)
	if end < 0 {
		return 0, 0, dialects.ErrRow
	}
	if !lex.EndsField(row, end) {
		end, err := c.expression(row, start)
		return end, dialects.Expr, err
	}
	return end, form, nil
}

// expression finds the end of anything else: the next comma outside brackets.
func (c *codec) expression(row []byte, i int) (int, error) {
	depth := 0
	for i < len(row) {
		switch ch := row[i]; ch {
		case '\'', '"', '`':
			end := lex.Quoted(row, i+1, ch, c.backslash && (ch == '\'' || ch == '"' && !c.ansi), c.multibyte, true)
			if end < 0 {
				return 0, dialects.ErrRow
			}
			i = end
			continue
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
		i++
	}
	return 0, dialects.ErrRow
}

// numberForm judges a run of characters that begins like a number.
func numberForm(b []byte) dialects.Form {
	if len(b) > 2 && b[0] == '0' {
		switch b[1] {
		case 'x':
			if isHexDigits(b[2:]) {
				return dialects.Hex
			}
			return dialects.Expr
		case 'b':
			if len(bytes.Trim(b[2:], "01")) == 0 {
				return dialects.Bits
			}
			return dialects.Expr
		}
	}
	if lex.IsNumber(b) {
		return dialects.Number
	}
	return dialects.Expr
}

func isHexDigits(b []byte) bool {
	for _, c := range b {
		if !lex.IsDigit(c) && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') {
			return false
		}
	}
	return true
}

// wrapped recognises the calls that Adminer writes round a literal:
// UNHEX('…') and CONVERT(b'…', UNSIGNED).
func wrapped(row, word []byte, bracket int) (end int, ok bool) {
	i := bracket + 1
	switch {
	case lex.Is(word, "unhex"):
		if i < len(row) && row[i] == '\'' {
			n := bytes.IndexByte(row[i+1:], '\'')
			if n >= 0 && n%2 == 0 && isHexDigits(row[i+1:i+1+n]) && bytes.HasPrefix(row[i+n+2:], []byte{')'}) {
				return i + n + 3, true
			}
		}
	case lex.Is(word, "convert"):
		if bytes.HasPrefix(row[i:], bitsOpen) {
			n := bytes.IndexByte(row[i+2:], '\'')
			if n >= 0 && len(bytes.Trim(row[i+2:i+2+n], "01")) == 0 && bytes.HasPrefix(row[i+2+n:], bitsClose) {
				return i + 2 + n + len(bitsClose), true
			}
		}
	}
	return 0, false
}

var (
	bitsOpen  = []byte("b'")
	bitsClose = []byte("', UNSIGNED)")
)
