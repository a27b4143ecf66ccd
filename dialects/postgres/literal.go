package postgres

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Decode implements [dialects.Codec].
func (c *insertCodec) Decode(dst, row []byte, f dialects.Field, col int) ([]byte, error) {
	b := f.Span.Of(row)
	switch f.Form {
	case dialects.Null:
		return dst, nil
	case dialects.Number:
		return append(dst, b...), nil
	case dialects.Bool:
		return appendBool(dst, b, "t", "f"), nil
	case dialects.Bits:
		return append(dst, b[2:len(b)-1]...), nil
	case dialects.Hex:
		return appendBitsOfHex(dst, b[2:len(b)-1])
	case dialects.Quoted:
		prefix, text := splitLiteral(b)
		from := len(dst)
		if bytes.IndexByte(text, '\'') < 0 && bytes.IndexByte(text, '\\') < 0 {
			return c.decode(append(dst, text...), from, col)
		}
		dst, err := c.unquote(dst, prefix, text)
		if err != nil {
			return dst[:from], err
		}
		return c.decode(dst, from, col)
	}
	return dst, dialects.ErrForm // a word or a call, which only the server can compute
}

// splitLiteral splits E'…' into the prefix and what is quoted.
func splitLiteral(b []byte) (prefix, text []byte) {
	q := bytes.IndexByte(b, '\'')
	if q < 0 || len(b) < q+2 {
		return nil, nil
	}
	return b[:q], b[q+1 : len(b)-1]
}

func isE(prefix []byte) bool { return len(prefix) == 1 && (prefix[0] == 'E' || prefix[0] == 'e') }

// unquote appends the content of a quoted text in the client encoding. In a
// set other than UTF-8, numeric escapes stand for characters of the server's.
func (c *insertCodec) unquote(dst, prefix, text []byte) ([]byte, error) {
	escapes := c.grammar.Backslash || isE(prefix)
	from := len(dst)
	dst, err := appendUnquoted(dst, text, escapes, c.multibyte)
	if err == nil && escapes && c.charset != charset.UTF8 && numericEscapes(text, dst[from:]) {
		err = dialects.ErrCharset
	}
	return dst, err
}

// numericEscapes says whether a text may have characters beyond ASCII that were
// written as escapes: more of their bytes came out than went in.
func numericEscapes(text, raw []byte) bool {
	return high(raw) != high(text)
}

func high(b []byte) int {
	n := 0
	for _, c := range b {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// appendUnquoted appends text without doubled quotes and, if they escape,
// backslashes (documentation, 4.1.2.2).
func appendUnquoted(dst, text []byte, backslash bool, mb *lex.Multibyte) ([]byte, error) {
	for i := 0; i < len(text); {
		ch := text[i]
		switch {
		case mb.Lead(ch):
			n := mb.Len(text, i)
			dst = append(dst, text[i:i+n]...)
			i += n
		case ch == '\'' && i+1 < len(text) && text[i+1] == '\'':
			dst = append(dst, ch)
			i += 2
		case ch == '\\' && backslash:
			var n int
			var err error
			if dst, n, err = appendEscape(dst, text[i:]); err != nil {
				return dst, err
			}
			i += n
		default:
			dst = append(dst, ch)
			i++
		}
	}
	return dst, nil
}

// appendEscape appends what the escape at the front of b stands for, and gives
// its length.
func appendEscape(dst, b []byte) ([]byte, int, error) {
	if len(b) < 2 {
		return dst, 0, dialects.ErrRow
	}
	switch c := b[1]; c {
	case 'b':
		return append(dst, '\b'), 2, nil
	case 'f':
		return append(dst, '\f'), 2, nil
	case 'n':
		return append(dst, '\n'), 2, nil
	case 'r':
		return append(dst, '\r'), 2, nil
	case 't':
		return append(dst, '\t'), 2, nil
	case 'v':
		return dst, 0, dialects.ErrForm // a tab or the letter, depending on the server's version
	case 'u', 'U':
		return appendUnicodeEscape(dst, b)
	case 'x':
		if v, n := hexValue(b[2:], 2); n > 0 {
			return append(dst, byte(v)), 2 + n, nil
		}
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v, n := octalValue(b[1:])
		return append(dst, v), 1 + n, nil
	}
	return append(dst, b[1]), 2, nil
}

// appendUnicodeEscape reads \u with four digits and \U with eight, where two may be the halves
// of a surrogate pair.
func appendUnicodeEscape(dst, b []byte) ([]byte, int, error) {
	r, n := unicodeEscape(b)
	if utf16.IsSurrogate(r) {
		low, m := unicodeEscape(b[n:])
		r, n = utf16.DecodeRune(r, low), n+m
	}
	if n == 0 || r == utf8.RuneError || !utf8.ValidRune(r) {
		return dst, 0, dialects.ErrRow
	}
	return utf8.AppendRune(dst, r), n, nil
}

func unicodeEscape(b []byte) (rune, int) {
	digits := 4
	if len(b) < 2 || b[0] != '\\' {
		return utf8.RuneError, 0
	}
	switch b[1] {
	case 'u':
	case 'U':
		digits = 8
	default:
		return utf8.RuneError, 0
	}
	v, n := hexValue(b[2:], digits)
	if n != digits || v > utf8.MaxRune {
		return utf8.RuneError, 0
	}
	return rune(v), 2 + n
}

// hexValue reads at most limit hexadecimal digits.
func hexValue(b []byte, limit int) (v uint32, n int) {
	for n < limit && n < len(b) {
		c := b[n]
		switch {
		case lex.IsDigit(c):
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return v, n
		}
		v = v<<4 | uint32(c)
		n++
	}
	return v, n
}

// octalValue reads at most three octal digits; the highest bit is lost, as in
// the server.
func octalValue(b []byte) (v byte, n int) {
	for n < 3 && n < len(b) && isOctal(b[n]) {
		v = v<<3 | (b[n] - '0')
		n++
	}
	return v, n
}

// appendBitsOfHex appends the binary digits of X'…', which is a bit string too.
func appendBitsOfHex(dst, digits []byte) ([]byte, error) {
	from := len(dst)
	for i := range digits {
		v, n := hexValue(digits[i:], 1)
		if n == 0 {
			return dst[:from], dialects.ErrRow
		}
		for bit := 3; bit >= 0; bit-- {
			dst = append(dst, '0'+byte(v>>bit&1))
		}
	}
	return dst, nil
}

// AppendNull implements [dialects.Codec].
func (c *insertCodec) AppendNull(dst, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	return append(dst, "NULL"...), nil
}

// AppendValue implements [dialects.Codec].
func (c *insertCodec) AppendValue(dst, value, row []byte, f dialects.Field, col int) ([]byte, error) {
	kind := c.kind(col)
	switch f.Form {
	case dialects.Quoted:
		prefix, _ := splitLiteral(f.Span.Of(row))
		return c.appendQuoted(dst, value, prefix, col, kind == schema.Binary && c.isHex(row, f))
	case dialects.Number:
		if lex.IsNumber(value) && (numeric(kind) || value[0] >= '1' && value[0] <= '9') {
			return append(dst, value...), nil
		}
		return c.appendQuoted(dst, value, nil, col, true)
	case dialects.Bool:
		if !isTrue(value) && !isFalse(value) {
			return dst, dialects.ErrValue
		}
		return appendBool(dst, value, "true", "false"), nil
	case dialects.Bits, dialects.Hex:
		return appendBits(dst, value)
	case dialects.Null, dialects.Default:
		switch {
		case numeric(kind) && lex.IsNumber(value):
			return append(dst, value...), nil
		case kind == schema.Bool && (isTrue(value) || isFalse(value)):
			return appendBool(dst, value, "true", "false"), nil
		case kind == schema.Bit:
			return appendBits(dst, value)
		}
		return c.appendQuoted(dst, value, nil, col, true)
	}
	return dst, dialects.ErrForm
}

func numeric(k schema.Kind) bool {
	return k == schema.Integer || k == schema.Decimal || k == schema.Float
}

// appendBits writes binary digits as a bit string.
func appendBits(dst, digits []byte) ([]byte, error) {
	if len(bytes.Trim(digits, "01")) > 0 {
		return dst, dialects.ErrValue
	}
	return append(append(append(dst, "B'"...), digits...), '\''), nil
}

// isHex says whether a bytea is written in the hex format.
func (c *insertCodec) isHex(row []byte, f dialects.Field) bool {
	prefix, text := splitLiteral(f.Span.Of(row))
	if c.grammar.Backslash || isE(prefix) {
		return bytes.HasPrefix(text, escapedHex)
	}
	return isHexBytea(text)
}

// appendQuoted writes prefix, quote, the escaped value and quote.
func (c *insertCodec) appendQuoted(dst, value, prefix []byte, col int, asHex bool) ([]byte, error) {
	from := len(dst)
	dst = append(append(dst, prefix...), '\'')
	text := len(dst)
	dst, err := c.encode(dst, value, col, asHex)
	if err != nil {
		return dst[:from], err
	}
	if escapes := c.grammar.Backslash || isE(prefix); needsDoubling(dst[text:], escapes) {
		dst = c.double(dst, text, escapes)
	}
	return append(dst, '\''), nil
}

func needsDoubling(text []byte, escapes bool) bool {
	return bytes.IndexByte(text, '\'') >= 0 || escapes && bytes.IndexByte(text, '\\') >= 0
}

// double doubles quotes, and backslashes where they escape, in dst[from:]. It
// works on a copy behind the text.
func (c *insertCodec) double(dst []byte, from int, escapes bool) []byte {
	end := len(dst)
	for i := from; i < end; {
		n := c.multibyte.Len(dst[:end], i)
		if ch := dst[i]; n == 1 && (ch == '\'' || ch == '\\' && escapes) {
			dst = append(dst, ch)
		}
		dst = append(dst, dst[i:i+n]...)
		i += n
	}
	return dst[:from+copy(dst[from:], dst[end:])]
}

// Incomplete implements [dialects.Codec].
func (c *insertCodec) Incomplete(mark string) string { return "\n" + mark + "\n" }
