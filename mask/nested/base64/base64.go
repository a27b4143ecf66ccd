// Package base64 reads a text in base64 (RFC 4648, sections 4 and 5), in lines or
// without, and writes another in the same alphabet, padding and lines.
package base64

import (
	"bytes"
	"encoding/base64"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Format is base64: one part, whose path is $.
type Format struct{}

// A form is how a text is written.
type form struct {
	encoding *base64.Encoding
	width    int    // of a line; 0: one line
	end      string // of a line
	last     bool   // the last line has an end too
}

// read strips lines and finds the form; ok is false if the text is not base64.
func read(buf, src []byte) (text []byte, f form, ok bool) {
	text = src
	if i := bytes.IndexByte(src, '\n'); i >= 0 {
		f.end, f.width = "\n", i
		if i > 0 && src[i-1] == '\r' {
			f.end, f.width = "\r\n", i-1
		}
		f.last = src[len(src)-1] == '\n'
		text = buf
		for len(src) > 0 {
			line, rest, more := bytes.Cut(src, []byte(f.end))
			if len(line) > f.width || len(line) == 0 || len(rest) > 0 && len(line) != f.width || !more && f.last {
				return nil, f, false
			}
			text, src = append(text, line...), rest
		}
	}
	url, padded := bytes.ContainsAny(text, "-_"), bytes.HasSuffix(text, []byte("="))
	f.encoding = base64.StdEncoding
	if url {
		f.encoding = base64.URLEncoding
	}
	if !padded && (url || len(text)%4 != 0) {
		f.encoding = f.encoding.WithPadding(base64.NoPadding)
	}
	f.encoding = f.encoding.Strict()
	return text, f, len(text) > 0 && bytes.IndexByte(text, '\r') < 0
}

// Parse implements [nested.Format].
func (Format) Parse(t *nested.Tree, src []byte) error {
	text, f, ok := read(nil, src)
	if !ok {
		return nested.ErrForm
	}
	if _, err := f.encoding.AppendDecode(nil, text); err != nil {
		return nested.ErrForm
	}
	return t.Leaf(nested.Part{Kind: nested.Text, At: nested.Span{End: int32(len(src))}})
}

// Text implements [nested.Format].
func (Format) Text(buf, src []byte, _ *nested.Part) []byte {
	text, f, _ := read(nil, src)
	buf, _ = f.encoding.AppendDecode(buf, text)
	return buf
}

// Name implements [nested.Format].
func (Format) Name(buf, _ []byte, _ *nested.Part) []byte { return buf }

// Append implements [nested.Format].
func (Format) Append(dst, text, src []byte, _ *nested.Part) ([]byte, error) {
	_, f, _ := read(nil, src)
	if f.width == 0 {
		return f.encoding.AppendEncode(dst, text), nil
	}
	line := f.encoding.AppendEncode(nil, text)
	for len(line) > f.width {
		dst = append(append(dst, line[:f.width]...), f.end...)
		line = line[f.width:]
	}
	if dst = append(dst, line...); f.last {
		dst = append(dst, f.end...)
	}
	return dst, nil
}

// AppendNull implements [nested.Format].
func (Format) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) {
	return dst, nested.ErrForm
}

// AppendName implements [nested.Format].
func (Format) AppendName(dst, _, _ []byte, _ *nested.Part) ([]byte, error) {
	return dst, nested.ErrForm
}
