package postgres

import (
	"bytes"
	"encoding/hex"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// values is what the codecs of INSERT and COPY share: they decode one value to
// the same bytes.
//
//	bytea         the bytes, from the hex format and from the escape format
//	boolean       t or f, as the server writes it
//	character(n)  the text without the blanks that fill it up
//	all else      the text that the server writes, in UTF-8
type values struct {
	charset   *charset.Charset // nil: not known, only ASCII can be read
	multibyte *lex.Multibyte
	kinds     []schema.Kind // of the columns; Unknown for arrays
	filled    []bool        // of the columns; character(n)
}

func newValues(s *session, cols []*schema.Column) values {
	v := values{charset: s.charset, multibyte: s.multibyte}
	if v.charset == nil {
		v.charset = charset.Lookup("ascii")
	}
	for _, col := range cols {
		kind := col.Type.Kind
		if col.Type.Array {
			kind = schema.Unknown
		}
		v.kinds = append(v.kinds, kind)
		v.filled = append(v.filled, kind == schema.Text && col.Type.FixedSize)
	}
	return v
}

func (v *values) kind(col int) schema.Kind {
	if col < len(v.kinds) {
		return v.kinds[col]
	}
	return schema.Unknown
}

// unfilled takes off the blanks that fill up a character(n).
func (v *values) unfilled(text []byte, col int) []byte {
	if col < len(v.filled) && v.filled[col] {
		return bytes.TrimRight(text, " ")
	}
	return text
}

// decode turns dst[from:], the text that the server writes for a value, into
// the value.
func (v *values) decode(dst []byte, from, col int) ([]byte, error) {
	dst = dst[:from+len(v.unfilled(dst[from:], col))]
	switch v.kind(col) {
	case schema.Binary:
		n, ok := decodeBytea(dst[from:])
		if !ok {
			return dst[:from], dialects.ErrRow
		}
		return dst[:from+n], nil
	case schema.Bool:
		if isTrue(dst[from:]) || isFalse(dst[from:]) {
			return appendBool(dst[:from], dst[from:], "t", "f"), nil
		}
	}
	if v.charset == charset.UTF8 {
		if !utf8.Valid(dst[from:]) {
			return dst[:from], dialects.ErrCharset
		}
		return dst, nil
	}
	raw := len(dst)
	dst, err := v.charset.Decode(dst, dst[from:])
	if err != nil {
		return dst[:from], err
	}
	return dst[:from+copy(dst[from:], dst[raw:])], nil
}

// appendBool writes a boolean in the words given.
func appendBool(dst, value []byte, yes, no string) []byte {
	if isTrue(value) {
		return append(dst, yes...)
	}
	return append(dst, no...)
}

func isTrue(v []byte) bool  { return lex.Is(v, "t") || lex.Is(v, "true") || lex.Is(v, "1") }
func isFalse(v []byte) bool { return lex.Is(v, "f") || lex.Is(v, "false") || lex.Is(v, "0") }

// decodeBytea decodes b in place and gives the length of the result.
func decodeBytea(b []byte) (int, bool) {
	if isHexBytea(b) {
		n, err := hex.Decode(b, b[2:])
		return n, err == nil
	}
	n := 0
	for i := 0; i < len(b); n++ {
		c := b[i]
		switch {
		case c != '\\':
			i++
		case i+1 < len(b) && b[i+1] == '\\':
			i += 2
		case i+3 < len(b) && '0' <= b[i+1] && b[i+1] <= '3' && isOctal(b[i+2]) && isOctal(b[i+3]):
			c = (b[i+1]-'0')<<6 | (b[i+2]-'0')<<3 | (b[i+3] - '0')
			i += 4
		default:
			return 0, false
		}
		b[n] = c
	}
	return n, true
}

func isOctal(c byte) bool { return '0' <= c && c <= '7' }

// escapedHex is how the hex format begins where a backslash escapes.
var escapedHex = []byte(`\\x`)

// isHexBytea tells the two formats of bytea apart. The escape format doubles a
// backslash that it begins with.
func isHexBytea(b []byte) bool { return len(b) >= 2 && b[0] == '\\' && b[1] == 'x' }

// appendBytea appends bytes in one of the formats of bytea (documentation,
// 8.4).
func appendBytea(dst, value []byte, asHex bool) []byte {
	if asHex {
		return hex.AppendEncode(append(dst, `\x`...), value)
	}
	for _, c := range value {
		switch {
		case c == '\\':
			dst = append(dst, `\\`...)
		case c < 0x20 || c > 0x7e:
			dst = append(dst, '\\', '0'+c>>6, '0'+c>>3&7, '0'+c&7)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// encode appends the text that the server would write for a value; asHex is
// the format of bytea. What the column's type cannot take is ErrValue.
func (v *values) encode(dst, value []byte, col int, asHex bool) ([]byte, error) {
	switch v.kind(col) {
	case schema.Binary:
		return appendBytea(dst, value, asHex), nil
	case schema.Bool:
		if !isTrue(value) && !isFalse(value) {
			return dst, dialects.ErrValue
		}
		return appendBool(dst, value, "t", "f"), nil
	case schema.Integer, schema.Decimal, schema.Float:
		if !lex.IsNumber(value) && !isSpecialNumber(value) {
			return dst, dialects.ErrValue
		}
		return append(dst, value...), nil
	}
	if bytes.IndexByte(value, 0) >= 0 {
		return dst, dialects.ErrValue // no text of PostgreSQL holds it
	}
	return v.charset.Encode(dst, v.unfilled(value, col))
}

// isSpecialNumber knows the numbers without digits.
func isSpecialNumber(v []byte) bool {
	switch string(v) {
	case "NaN", "Infinity", "-Infinity":
		return true
	}
	return false
}
