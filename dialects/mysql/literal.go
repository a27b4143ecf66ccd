package mysql

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Decode implements [dialects.Codec].
func (c *codec) Decode(dst, row []byte, f dialects.Field, col int) ([]byte, error) {
	b := f.Span.Of(row)
	switch f.Form {
	case dialects.Null:
		return dst, nil
	case dialects.Number, dialects.Bool:
		return append(dst, b...), nil
	case dialects.Quoted:
		prefix, text := introducer(b)
		cs, plain := c.textCharset(prefix, col)
		if plain && bytes.IndexByte(text, '\\') < 0 && bytes.IndexByte(text, b[len(b)-1]) < 0 {
			return cs.Decode(dst, text)
		}
		from := len(dst)
		dst = c.unescape(dst, text, b[len(b)-1])
		return cs.DecodeFrom(dst, from)
	case dialects.Hex:
		from := len(dst)
		dst, err := appendHex(dst, hexDigits(b))
		if err != nil {
			return dst[:from], err
		}
		return c.hexCharset(b, col).DecodeFrom(dst, from)
	case dialects.Bits:
		return appendBits(dst, bitDigits(b)), nil
	case dialects.Wrapped:
		if digits, ok := unwrapHex(b); ok {
			from := len(dst)
			dst, err := appendHex(dst, digits)
			if err != nil {
				return dst[:from], err
			}
			return c.bytesCharset(col).DecodeFrom(dst, from)
		}
		return appendBits(dst, unwrapBits(b)), nil
	case dialects.Default, dialects.Expr:
	}
	return dst, dialects.ErrForm
}

// introducer splits _utf8mb4'…' or N'…' into the prefix and what is quoted.
func introducer(b []byte) (prefix, text []byte) {
	q := bytes.IndexByte(b, b[len(b)-1])
	return bytes.TrimRight(b[:q], " \t\r\n"), b[q+1 : len(b)-1]
}

// textCharset tells in which set the bytes of a quoted text are, and whether
// they are UTF-8. A nil set leaves bytes as they are.
func (c *codec) textCharset(prefix []byte, col int) (cs *charset.Charset, plain bool) {
	k := c.column(col)
	switch {
	case k.stays:
		return nil, false
	case len(prefix) == 0:
		cs = c.client
	case lex.Is(prefix, "n"):
		cs = charset.UTF8
	case lex.Is(prefix, "_binary"):
		// mysqldump --default-character-set=binary writes every text so.
		cs = charset.MySQL("binary")
	default:
		cs = charset.MySQL(string(prefix[1:]))
	}
	if cs != nil && cs.Binary() {
		cs = k.own
	}
	if cs == nil {
		cs = charset.Unknown
	}
	return cs, cs == charset.UTF8
}

// bytesCharset tells in which set bytes are that came as hexadecimal: none for
// a column of bytes, the column's own for text.
func (c *codec) bytesCharset(col int) *charset.Charset {
	k := c.column(col)
	if k.stays || k.kind != schema.Text && k.kind != schema.JSON {
		return nil
	}
	if k.own == nil {
		return charset.Unknown
	}
	return k.own
}

// hexCharset is bytesCharset for a literal that an introducer can stand before.
func (c *codec) hexCharset(b []byte, col int) *charset.Charset {
	if b[0] == '_' {
		cs, _ := c.textCharset(b[:bytes.IndexAny(b, " \t\r\n")], col)
		return cs
	}
	return c.bytesCharset(col)
}

// unescape appends text without its escapes.
func (c *codec) unescape(dst, text []byte, quote byte) []byte {
	for i := 0; i < len(text); i++ {
		ch := text[i]
		switch {
		case c.multibyte.Lead(ch):
			n := c.multibyte.Len(text, i)
			dst = append(dst, text[i:i+n]...)
			i += n - 1
		case ch == quote && i+1 < len(text) && text[i+1] == quote:
			dst = append(dst, quote)
			i++
		case ch == '\\' && c.backslash && i+1 < len(text):
			i++
			switch text[i] {
			case '%', '_':
				dst = append(dst, '\\', text[i]) // kept for LIKE patterns
			default:
				dst = append(dst, lex.Unescaped(text[i]))
			}
		default:
			dst = append(dst, ch)
		}
	}
	return dst
}

func hexDigits(b []byte) []byte {
	if i := bytes.IndexByte(b, '\''); i >= 0 { // x'…'
		return b[i+1 : len(b)-1]
	}
	return b[bytes.LastIndexByte(b, 'x')+1:] // 0x…, perhaps behind an introducer
}

func appendHex(dst, digits []byte) ([]byte, error) {
	if len(digits)%2 == 1 {
		var first [1]byte
		if _, err := hex.Decode(first[:], []byte{'0', digits[0]}); err != nil {
			return dst, dialects.ErrRow
		}
		dst, digits = append(dst, first[0]), digits[1:]
	}
	dst, err := hex.AppendDecode(dst, digits)
	if err != nil {
		return dst, dialects.ErrRow
	}
	return dst, nil
}

func bitDigits(b []byte) []byte {
	if b[len(b)-1] == '\'' { // b'…'
		return b[2 : len(b)-1]
	}
	return b[2:] // 0b…
}

// appendBits appends the bytes of a bit string, the last digit lowest.
func appendBits(dst, digits []byte) []byte {
	for len(digits) > 0 {
		n := (len(digits)-1)%8 + 1
		var v byte
		for _, d := range digits[:n] {
			v = v<<1 | d&1
		}
		dst, digits = append(dst, v), digits[n:]
	}
	return dst
}

func unwrapHex(b []byte) ([]byte, bool) {
	if !lex.Is(b[:min(5, len(b))], "unhex") {
		return nil, false
	}
	return b[len("UNHEX('") : len(b)-len("')")], true
}

func unwrapBits(b []byte) []byte {
	return b[len("CONVERT(b'") : len(b)-len(bitsClose)]
}

// AppendNull implements [dialects.Codec].
func (c *codec) AppendNull(dst, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	return append(dst, "NULL"...), nil
}

// AppendValue implements [dialects.Codec].
func (c *codec) AppendValue(dst, value, row []byte, f dialects.Field, col int) ([]byte, error) {
	k := c.column(col)
	b := f.Span.Of(row)
	switch f.Form {
	case dialects.Quoted:
		quote := b[len(b)-1]
		return c.appendQuoted(dst, value, b[:bytes.IndexByte(b, quote)], quote, col)
	case dialects.Number:
		if isCanonicalNumber(value, k) {
			return append(dst, value...), nil
		}
		if k.kind != schema.Text && k.kind != schema.Unknown {
			return dst, dialects.ErrValue
		}
		return c.appendQuoted(dst, value, nil, '\'', col)
	case dialects.Bool:
		switch {
		case lex.Is(value, "true"), lex.Is(value, "false"):
			return append(dst, value...), nil
		case string(value) == "1":
			return append(dst, "true"...), nil
		case string(value) == "0":
			return append(dst, "false"...), nil
		}
		return dst, dialects.ErrValue
	case dialects.Hex:
		raw, err := encodeBytes(value, c.hexCharset(b, col))
		if err != nil {
			return dst, err
		}
		if i := bytes.IndexByte(b, '\''); i >= 0 {
			dst = append(dst, b[:i+1]...)
			return append(hex.AppendEncode(dst, raw), '\''), nil
		}
		if len(raw) == 0 {
			return append(dst, "''"...), nil // 0x alone is a syntax error
		}
		dst = append(dst, b[:bytes.LastIndexByte(b, 'x')+1]...)
		return appendHexLike(dst, raw, hexDigits(b), false), nil
	case dialects.Bits:
		return appendBitLiteral(dst, value, len(bitDigits(b)), b), nil
	case dialects.Wrapped:
		if digits, ok := unwrapHex(b); ok {
			raw, err := encodeBytes(value, c.bytesCharset(col))
			if err != nil {
				return dst, err
			}
			dst = append(dst, b[:len("UNHEX('")]...)
			return append(appendHexLike(dst, raw, digits, true), "')"...), nil // as MySQL's HEX() writes
		}
		digits := unwrapBits(b)
		dst = append(dst, b[:len("CONVERT(b'")]...)
		return append(appendBitDigits(dst, value, len(digits)), bitsClose...), nil
	case dialects.Null, dialects.Default:
		switch {
		case k.stays:
			if len(value) == 0 {
				return append(dst, "''"...), nil
			}
			return hex.AppendEncode(append(dst, "0x"...), value), nil
		case numeric(k.kind) && isCanonicalNumber(value, k):
			return append(dst, value...), nil
		}
		return c.appendQuoted(dst, value, nil, '\'', col)
	case dialects.Expr:
	}
	return dst, dialects.ErrForm
}

func numeric(k schema.Kind) bool {
	return k == schema.Integer || k == schema.Decimal || k == schema.Float || k == schema.Year
}

// isCanonicalNumber says whether a value may stand bare. In a column of text
// 0901 would lose its zero, so only what a number column takes stands bare there.
func isCanonicalNumber(v []byte, k column) bool {
	return lex.IsNumber(v) && (numeric(k.kind) || k.kind == schema.Bool || v[0] >= '1' && v[0] <= '9')
}

// appendQuoted writes prefix, quote, the escaped value and quote.
func (c *codec) appendQuoted(dst, value, prefix []byte, quote byte, col int) ([]byte, error) {
	cs, _ := c.textCharset(bytes.TrimRight(prefix, " \t\r\n"), col)
	if own := c.column(col).own; cs != nil && own != nil && own != cs {
		// What the dump can write, the column must be able to hold.
		trial, err := own.Encode(dst, value)
		if err != nil {
			return dst, err
		}
		dst = trial[:len(dst)]
	}
	dst = append(append(dst, prefix...), quote)
	if cs == nil || cs == charset.UTF8 {
		return append(c.escape(dst, value, quote), quote), nil
	}
	from := len(dst)
	dst, err := cs.Encode(dst, value)
	if err != nil {
		return dst, err
	}
	encoded := len(dst)
	dst = append(c.escape(dst, dst[from:encoded], quote), quote)
	return dst[:from+copy(dst[from:], dst[encoded:])], nil
}

// encodeBytes gives the bytes of a value that is written as hexadecimal.
func encodeBytes(value []byte, cs *charset.Charset) ([]byte, error) {
	if cs == nil {
		return value, nil
	}
	return cs.Encode(nil, value)
}

// escape writes a text as mysqldump does. In a character set whose trail bytes
// can be ASCII, a lead byte that stands alone gets a backslash, so that it does
// not take the escape behind it for its trail.
func (c *codec) escape(dst, text []byte, quote byte) []byte {
	plain := 0 // where what needs no change begins
	for i := 0; i < len(text); i++ {
		ch := text[i]
		if escapes[ch] == 0 && ch < utf8.RuneSelf {
			continue
		}
		if c.multibyte.Lead(ch) {
			if n := c.multibyte.Len(text, i); n > 1 {
				i += n - 1
				continue
			}
		} else if ch >= utf8.RuneSelf || !c.backslash && ch != quote {
			continue
		}
		dst = append(dst, text[plain:i]...)
		plain = i + 1
		switch {
		case !c.backslash && ch == quote:
			dst = append(dst, quote, quote)
		case !c.backslash:
			dst = append(dst, ch)
		default:
			dst = append(dst, '\\', cmp.Or(escapes[ch], ch))
		}
	}
	return append(dst, text[plain:]...)
}

// escapes are what mysqldump writes behind a backslash for a character; 0: it needs none.
var escapes = [256]byte{0: '0', '\n': 'n', '\r': 'r', 0x1a: 'Z', '\\': '\\', '\'': '\'', '"': '"'}

// AppendText appends a text of UTF-8 between quotes, as mysqldump writes it.
func AppendText(dst, text []byte) []byte {
	dst = append(dst, '\'')
	for _, ch := range text {
		if e := escapes[ch]; e != 0 {
			dst = append(dst, '\\', e)
		} else {
			dst = append(dst, ch)
		}
	}
	return append(dst, '\'')
}

// appendHexLike writes hexadecimal digits in the case in which they came.
func appendHexLike(dst, raw, digits []byte, upper bool) []byte {
	from := len(dst)
	dst = hex.AppendEncode(dst, raw)
	if upper || bytes.ContainsAny(digits, "ABCDEF") {
		for i := from; i < len(dst); i++ {
			if dst[i] >= 'a' {
				dst[i] -= 'a' - 'A'
			}
		}
	}
	return dst
}

func appendBitLiteral(dst, value []byte, width int, like []byte) []byte {
	if like[len(like)-1] == '\'' {
		dst = append(dst, like[:2]...)
		return append(appendBitDigits(dst, value, width), '\'')
	}
	if len(value) == 0 {
		return append(dst, "b''"...) // 0b alone is a syntax error
	}
	return appendBitDigits(append(dst, like[:2]...), value, width)
}

// appendBitDigits writes the lowest width bits of value, or all if more are set.
func appendBitDigits(dst, value []byte, width int) []byte {
	from := len(dst)
	for _, v := range value {
		for bit := 7; bit >= 0; bit-- {
			dst = append(dst, '0'+v>>bit&1)
		}
	}
	for len(dst)-from > max(width, 1) && dst[from] == '0' {
		dst = append(dst[:from], dst[from+1:]...)
	}
	return dst
}

// Incomplete implements [dialects.Codec].
func (c *codec) Incomplete(mark string) string { return "\n" + mark + "\n" }
