package sqlite

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Decode implements [dialects.Codec]. X'…' gives bytes in a column of any type.
func (c *codec) Decode(dst, row []byte, f dialects.Field, col int) ([]byte, error) {
	b := f.Span.Of(row)
	from := len(dst)
	switch f.Form {
	case dialects.Null:
		return dst, nil
	case dialects.Number, dialects.Bool:
		return append(dst, b...), nil
	case dialects.Quoted:
		return c.decode(appendUnquoted(dst, b), from, col)
	case dialects.Hex:
		return appendBytes(dst, b), nil
	case dialects.Wrapped:
		w := call{b: b, out: dst, decode: true}
		if !w.text(maxNesting) {
			return dst, dialects.ErrForm
		}
		return c.decode(w.out, from, col)
	default:
		return dst, dialects.ErrForm
	}
}

// decode turns dst[from:] into UTF-8, but for a column of bytes.
func (c *codec) decode(dst []byte, from, col int) ([]byte, error) {
	switch {
	case c.holdsBytes(col):
		return dst, nil
	case c.charset.IsUTF8():
		if !utf8.Valid(dst[from:]) {
			return dst[:from], dialects.ErrCharset
		}
		return dst, nil
	}
	raw := len(dst)
	dst, err := c.charset.Decode(dst, dst[from:])
	if err != nil {
		return dst[:from], err
	}
	return dst[:from+copy(dst[from:], dst[raw:])], nil
}

// holdsBytes says whether a text in this column is bytes to its application.
func (c *codec) holdsBytes(col int) bool {
	k := c.kind(col)
	return k == schema.Binary || k == schema.Geometry
}

// appendUnquoted appends the content of '…' or "…", whose quotes double.
func appendUnquoted(dst, b []byte) []byte {
	quote, text := b[0], b[1:len(b)-1]
	for {
		n := bytes.IndexByte(text, quote)
		if n < 0 {
			return append(dst, text...)
		}
		dst, text = append(dst, text[:n+1]...), text[n+2:]
	}
}

// appendBytes appends what X'…' stands for. Its digits have been looked at.
func appendBytes(dst, b []byte) []byte {
	for i := 2; i+2 < len(b); i += 2 {
		dst = append(dst, hexDigit(b[i])<<4|hexDigit(b[i+1]))
	}
	return dst
}

func hexDigit(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c&^0x20 - 'A' + 10
}

// AppendNull implements [dialects.Codec].
func (c *codec) AppendNull(dst, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	return append(dst, "NULL"...), nil
}

// AppendValue implements [dialects.Codec]. A text is written as a text, whatever
// stood round the one before.
func (c *codec) AppendValue(dst, value, row []byte, f dialects.Field, col int) ([]byte, error) {
	switch f.Form {
	case dialects.Quoted, dialects.Wrapped:
		return c.appendText(dst, value, col)
	case dialects.Number:
		switch {
		case c.standsBare(value, f.Span.Of(row), col):
			return append(dst, value...), nil
		case numeric(c.kind(col)):
			return dst, dialects.ErrValue
		}
		return c.appendText(dst, value, col)
	case dialects.Bool:
		if !lex.Is(value, "true") && !lex.Is(value, "false") && string(value) != "0" && string(value) != "1" {
			return dst, dialects.ErrValue
		}
		return append(dst, value...), nil
	case dialects.Hex:
		like := f.Span.Of(row)
		return appendBlob(dst, value, like[0], bytes.ContainsAny(like[1:], "ABCDEF")), nil
	case dialects.Null:
		switch {
		case c.holdsBytes(col):
			return appendBlob(dst, value, 'X', false), nil
		case numeric(c.kind(col)) && lex.IsNumber(value):
			return append(dst, value...), nil
		}
		return c.appendText(dst, value, col)
	default:
		return dst, dialects.ErrForm
	}
}

func numeric(k schema.Kind) bool {
	switch k {
	case schema.Integer, schema.Decimal, schema.Float, schema.Bool, schema.Date, schema.Time, schema.DateTime:
		return true // dates too: where one was a number, the application counts
	default:
		return false
	}
}

// standsBare says whether a value may be written without quotes, where like
// stood before. Where a column need not hold numbers, it must be one that SQLite
// gives back as it is written; but a real in a column without a type stays one.
func (c *codec) standsBare(value, like []byte, col int) bool {
	switch {
	case numeric(c.kind(col)):
		return lex.IsNumber(value)
	case isInteger(value):
		return true
	case c.kind(col) != schema.Unknown || isInteger(like) || !lex.IsNumber(value):
		return false
	}
	digits := unsigned(value)
	zero := digits[0] == '0' && len(digits) > 1 && lex.IsDigit(digits[1])
	return value[0] != '+' && !zero && bytes.ContainsAny(value, ".eE")
}

// isInteger accepts an integer of 64 bits without a plus or zeros in front.
func isInteger(b []byte) bool {
	digits := b
	if len(b) > 1 && b[0] == '-' {
		digits = b[1:]
	}
	if len(digits) == 0 || len(digits) > len(largest) || digits[0] == '0' && len(b) > 1 {
		return false
	}
	for _, d := range digits {
		if !lex.IsDigit(d) {
			return false
		}
	}
	return len(digits) < len(largest) || string(digits) <= largest
}

// largest is the greatest integer of 64 bits.
const largest = "9223372036854775807"

// appendText writes a text so that the shell reads it back, which takes a zero
// byte for the end of a line and drops a carriage return before one. Line feeds
// stand as they are, as .dump --newlines writes them.
func (c *codec) appendText(dst, value []byte, col int) ([]byte, error) {
	text := value
	switch {
	case c.holdsBytes(col):
		if !utf8.Valid(value) || bytes.IndexByte(value, 0) >= 0 {
			return appendBlob(dst, value, 'X', false), nil
		}
	case !c.charset.IsUTF8():
		var err error
		if text, err = c.charset.Encode(nil, value); err != nil {
			return dst, err
		}
	case !utf8.Valid(value):
		return dst, dialects.ErrEncode
	}
	if bytes.IndexByte(text, 0) >= 0 {
		dst = appendBlob(append(dst, "CAST("...), text, 'X', false)
		return append(dst, " AS TEXT)"...), nil
	}
	if bytes.IndexByte(text, '\r') < 0 {
		return appendQuoted(dst, text, nil), nil
	}
	marker := unusedMarker(text)
	dst = appendQuoted(append(dst, "replace("...), text, marker)
	dst = append(append(dst, ",'"...), marker...)
	return append(dst, "',char(13))"...), nil
}

// appendQuoted writes '…', with marker in the place of carriage returns.
func appendQuoted(dst, text, marker []byte) []byte {
	dst = append(dst, '\'')
	for _, ch := range text {
		switch ch {
		case '\'':
			dst = append(dst, '\'', '\'')
		case '\r':
			dst = append(dst, marker...)
		default:
			dst = append(dst, ch)
		}
	}
	return append(dst, '\'')
}

// markers are what the shell writes for a carriage return.
var markers = [][]byte{[]byte(`\r`), []byte(`\015`)}

// unusedMarker gives a text that does not occur in text, chosen as the shell
// chooses its markers. None can come about where one stands beside other text.
func unusedMarker(text []byte) []byte {
	for _, m := range markers {
		if !bytes.Contains(text, m) {
			return m
		}
	}
	for n := 0; ; n++ {
		m := strconv.AppendInt([]byte(`(\r`), int64(n), 10)
		if m = append(m, ')'); !bytes.Contains(text, m) {
			return m
		}
	}
}

// appendBlob writes X'…' with the letter and the case of digits of another.
func appendBlob(dst, value []byte, x byte, upper bool) []byte {
	dst = append(dst, x, '\'')
	from := len(dst)
	dst = hex.AppendEncode(dst, value)
	for i := from; upper && i < len(dst); i++ {
		if dst[i] >= 'a' {
			dst[i] -= 'a' - 'A'
		}
	}
	return append(dst, '\'')
}

// Incomplete implements [dialects.Codec]. The shell finds no semicolon behind
// the mark: it complains, leaves with an error, and the transaction that .dump
// opens is not committed.
func (c *codec) Incomplete(mark string) string { return "\n" + mark + "\n" }
