package postgres

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// An insertCodec reads and writes the rows of one INSERT.
type insertCodec struct {
	values
	grammar lex.Grammar
}

func newInsertCodec(s *session, cols []*schema.Column) *insertCodec {
	return &insertCodec{values: newValues(s, cols), grammar: s.grammar()}
}

// Fields implements [dialects.Codec].
func (c *insertCodec) Fields(dst []dialects.Field, row []byte) ([]dialects.Field, error) {
	return lex.SplitRow(dst, row, c.field)
}

// Peek implements [dialects.Peeker].
func (c *insertCodec) Peek(dst []dialects.Field, row []byte, n int) ([]dialects.Field, error) {
	return lex.FirstOfRow(dst, row, n, c.field)
}

// field finds the end of the field at row[i] and its form.
func (c *insertCodec) field(row []byte, i int) (int, dialects.Form, error) {
	switch ch := row[i]; {
	case ch == '\'':
		return c.literal(row, i, i, c.grammar.Backslash, dialects.Quoted)
	case lex.IsDigit(ch) || ch == '-' || ch == '+' || ch == '.':
		end := i + 1
		for end < len(row) && (lex.IsWord(row[end]) || row[end] == '.' || row[end] == '+' || row[end] == '-') {
			end++
		}
		if lex.IsNumber(row[i:end]) && lex.EndsField(row, end) {
			return end, dialects.Number, nil
		}
	case lex.IsWord(ch):
		end := i + 1
		for end < len(row) && lex.IsWord(row[end]) {
			end++
		}
		word := row[i:end]
		if end-i == 1 && row[end] == '\'' {
			switch ch {
			case 'E', 'e':
				return c.literal(row, i, end, true, dialects.Quoted)
			case 'N', 'n':
				return c.literal(row, i, end, c.grammar.Backslash, dialects.Quoted)
			case 'B', 'b':
				return c.literal(row, i, end, false, dialects.Bits)
			case 'X', 'x':
				return c.literal(row, i, end, false, dialects.Hex)
			}
		}
		if lex.EndsField(row, end) {
			switch {
			case lex.Is(word, "null"):
				return end, dialects.Null, nil
			case lex.Is(word, "default"):
				return end, dialects.Default, nil
			case lex.Is(word, "true"), lex.Is(word, "false"):
				return end, dialects.Bool, nil
			}
		}
	}
	end, err := c.expression(row, i)
	return end, dialects.Expr, err
}

// literal reads the quoted text at row[quote]. If something sticks to it, such
// as a cast or a second text, it is an expression.
func (c *insertCodec) literal(row []byte, start, quote int, backslash bool, form dialects.Form) (int, dialects.Form, error) {
	end := lex.Quoted(row, quote+1, '\'', backslash, c.multibyte, true)
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
func (c *insertCodec) expression(row []byte, i int) (int, error) {
	for depth := 0; i < len(row); {
		switch row[i] {
		case '\'', '"', '$':
			end, err := quotedEnd(row, i, &c.grammar, true)
			if err != nil {
				return 0, dialects.ErrRow
			}
			i = end
			continue
		case '(', '[':
			depth++
		case ')', ']':
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
