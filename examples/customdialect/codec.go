package main

import (
	"bytes"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
)

// A codec reads and writes the values of a row. It has no state, and so can be
// used by many goroutines at once.
type codec struct{}

// Fields splits a row at its bars.
func (codec) Fields(dst []dialects.Field, row []byte) ([]dialects.Field, error) {
	n := len(row) - 1
	if n < 0 || row[n] != '\n' {
		return dst, dialects.ErrRow
	}
	for from := 0; ; {
		to := n
		if i := bytes.IndexByte(row[from:n], '|'); i >= 0 {
			to = from + i
		}
		f := dialects.Field{Span: dialects.Span{Start: int32(from), End: int32(to)}, Form: dialects.Quoted}
		if string(row[from:to]) == `\N` {
			f.Form = dialects.Null
		}
		dst = append(dst, f)
		if to == n {
			return dst, nil
		}
		from = to + 1
	}
}

// escapes are the letters behind a backslash, and what they stand for.
var escapes = map[byte]byte{'p': '|', 'n': '\n', 'b': '[', '\\': '\\'}

// Decode gives a value without its escapes.
func (codec) Decode(dst, row []byte, f dialects.Field, _ int) ([]byte, error) {
	if f.Form == dialects.Null {
		return dst, nil
	}
	text := f.Span.Of(row)
	if !utf8.Valid(text) {
		return dst, dialects.ErrCharset
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\\' {
			i++
			known := false
			if i < len(text) {
				c, known = escapes[text[i]]
			}
			if !known {
				return dst, dialects.ErrForm // never pass what is not understood
			}
		}
		dst = append(dst, c)
	}
	return dst, nil
}

// AppendNull writes NULL.
func (codec) AppendNull(dst, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	return append(dst, `\N`...), nil
}

// AppendValue writes a value with its escapes.
func (codec) AppendValue(dst, value, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	if !utf8.Valid(value) {
		return dst, dialects.ErrEncode
	}
	for _, c := range value {
		switch c {
		case '|':
			dst = append(dst, `\p`...)
		case '\n':
			dst = append(dst, `\n`...)
		case '[':
			dst = append(dst, `\b`...)
		case '\\':
			dst = append(dst, `\\`...)
		default:
			dst = append(dst, c)
		}
	}
	return dst, nil
}

// Incomplete is a line that no reader of this format takes for a row.
func (codec) Incomplete(mark string) string { return "\n[" + mark + "\n" }
