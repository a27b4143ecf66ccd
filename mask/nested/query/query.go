// Package query reads the query of a URL, or a form as browsers send it
// (application/x-www-form-urlencoded), with or without the question mark.
//
// A whole URL is refused, as are a fragment, white space, an escape that is none and
// one of bytes that are not UTF-8. What stands without = has no name.
package query

import (
	"bytes"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Format is a query: an object with a member for each name.
type Format struct{}

// Parse implements [nested.Format].
func (Format) Parse(t *nested.Tree, src []byte) error {
	if !utf8.Valid(src) {
		return nested.ErrForm
	}
	if err := t.Open(nested.Part{Kind: nested.Object}); err != nil {
		return err
	}
	at := 0
	if bytes.HasPrefix(src, []byte("?")) {
		at = 1
	}
	for end := 0; end < len(src); at = end + 1 {
		if end = bytes.IndexByte(src[at:], '&'); end < 0 {
			end = len(src)
		} else {
			end += at
		}
		p := nested.Part{Kind: nested.Text, At: nested.Span{Start: int32(at), End: int32(end)}}
		if i := bytes.IndexByte(src[at:end], '='); i >= 0 {
			p.Name = nested.Span{Start: int32(at), End: int32(at + i)}
			p.At.Start = int32(at + i + 1)
		}
		if bytes.ContainsAny(p.Name.Of(src), ":/?@") || !escaped(p.Name.Of(src)) || !escaped(p.At.Of(src)) {
			return nested.ErrForm
		}
		if p.At.Start == p.At.End && p.Name.Start == p.Name.End {
			continue // nothing between two &
		}
		if err := t.Leaf(p); err != nil {
			return err
		}
	}
	t.Close()
	return nil
}

// escaped says whether a text has only characters that may stand there, and escapes
// of UTF-8.
func escaped(b []byte) bool {
	escapes := false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c <= ' ' || c == '#' || c == 0x7f:
			return false
		case c == '%':
			if i+2 >= len(b) || hex(b[i+1]) < 0 || hex(b[i+2]) < 0 {
				return false
			}
			escapes = true
		}
	}
	return !escapes || utf8.Valid(decode(nil, b))
}

func hex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func decode(buf, b []byte) []byte {
	if bytes.IndexByte(b, '%') < 0 && bytes.IndexByte(b, '+') < 0 {
		return b
	}
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '%':
			buf = append(buf, byte(hex(b[i+1])<<4|hex(b[i+2])))
			i += 2
		case '+':
			buf = append(buf, ' ')
		default:
			buf = append(buf, c)
		}
	}
	return buf
}

// encode writes letters, digits and -._~ as they are and all else as escapes.
func encode(dst, text []byte) []byte {
	for _, c := range text {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~':
			dst = append(dst, c)
		default:
			dst = append(dst, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		}
	}
	return dst
}

// Text implements [nested.Format].
func (Format) Text(buf, src []byte, p *nested.Part) []byte { return decode(buf, p.At.Of(src)) }

// Name implements [nested.Format].
func (Format) Name(buf, src []byte, p *nested.Part) []byte { return decode(buf, p.Name.Of(src)) }

// Append implements [nested.Format].
func (Format) Append(dst, text, _ []byte, _ *nested.Part) ([]byte, error) {
	return encode(dst, text), nil
}

// AppendNull implements [nested.Format]: a query knows no NULL, and writes nothing.
func (Format) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) { return dst, nil }

// AppendName implements [nested.Format].
func (Format) AppendName(dst, name, _ []byte, _ *nested.Part) ([]byte, error) {
	return encode(dst, name), nil
}
