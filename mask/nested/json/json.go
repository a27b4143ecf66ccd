// Package json reads JSON as RFC 8259 has it, and writes parts of it anew.
//
// Beyond its grammar, refused are bytes that are not UTF-8, half of a surrogate pair,
// and the character NUL, which PostgreSQL's jsonb and most programs cannot hold.
// Members may repeat a name; each is a part.
package json

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Format is JSON.
type Format struct{}

// Parse implements [nested.Format].
func (Format) Parse(t *nested.Tree, src []byte) error {
	if !utf8.Valid(src) {
		return nested.ErrForm
	}
	s := scanner{src: src}
	for {
		// A value, with its name where it is a member.
		var p nested.Part
		if s.blanks(); t.Depth() > 0 && t.In().Kind == nested.Object {
			if !s.text(&p.Name, &p.PlainName) {
				return nested.ErrForm
			}
			if s.blanks(); !s.accept(':') {
				return nested.ErrForm
			}
			s.blanks()
		}
		opened, err := s.value(t, p)
		if err != nil {
			return err
		}
		if opened {
			continue
		}
		// What follows a value.
		for {
			s.blanks()
			if t.Depth() == 0 {
				if s.at < len(src) {
					return nested.ErrForm
				}
				return nil
			}
			if s.accept(',') {
				break
			}
			if !s.accept(closing(t.In().Kind)) {
				return nested.ErrForm
			}
			t.Close()
		}
	}
}

func closing(k nested.Kind) byte {
	if k == nested.Object {
		return '}'
	}
	return ']'
}

// A scanner walks over the bytes.
type scanner struct {
	src []byte
	at  int
}

func (s *scanner) peek() byte {
	if s.at < len(s.src) {
		return s.src[s.at]
	}
	return 0
}

func (s *scanner) accept(c byte) bool {
	if s.at < len(s.src) && s.src[s.at] == c {
		s.at++
		return true
	}
	return false
}

func (s *scanner) blanks() {
	for s.at < len(s.src) {
		switch s.src[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return
		}
	}
}

// value reads a value. opened says that it is an object or array that is not empty:
// a part of it follows.
func (s *scanner) value(t *nested.Tree, p nested.Part) (opened bool, err error) {
	p.At.Start = int32(s.at)
	switch c := s.peek(); c {
	case '{', '[':
		if p.Kind = nested.Object; c == '[' {
			p.Kind = nested.Array
		}
		s.at++
		if err := t.Open(p); err != nil {
			return false, err
		}
		if s.blanks(); !s.accept(closing(p.Kind)) {
			return true, nil
		}
		t.Close()
		return false, nil
	case '"':
		p.Kind = nested.Text
		if !s.text(&p.At, &p.Plain) {
			return false, nested.ErrForm
		}
		return false, t.Leaf(p)
	case 't':
		return false, s.word(t, p, "true", nested.Bool)
	case 'f':
		return false, s.word(t, p, "false", nested.Bool)
	case 'n':
		return false, s.word(t, p, "null", nested.Null)
	}
	n := nested.NumberLen(s.src[s.at:])
	if n == 0 {
		return false, nested.ErrForm
	}
	s.at += n
	p.Kind, p.At.End = nested.Number, int32(s.at)
	return false, t.Leaf(p)
}

func (s *scanner) word(t *nested.Tree, p nested.Part, word string, k nested.Kind) error {
	if !bytes.HasPrefix(s.src[s.at:], []byte(word)) {
		return nested.ErrForm
	}
	s.at += len(word)
	p.Kind, p.At.End = k, int32(s.at)
	return t.Leaf(p)
}

// text reads a text with its quotes. plain says that it has no escape.
func (s *scanner) text(at *nested.Span, plain *bool) bool {
	start := s.at
	if !s.accept('"') {
		return false
	}
	*plain = true
	for s.at < len(s.src) {
		switch c := s.src[s.at]; {
		case c == '"':
			s.at++
			at.Start, at.End = int32(start), int32(s.at)
			return true
		case c < ' ':
			return false
		case c == '\\':
			*plain = false
			n, _ := escape(s.src[s.at:])
			if n == 0 {
				return false
			}
			s.at += n
		default:
			s.at++
		}
	}
	return false
}

// escape reads an escape at the beginning of b; n is 0 if there is none that stands
// for a character.
func escape(b []byte) (n int, r rune) {
	if len(b) < 2 {
		return 0, 0
	}
	if i := bytes.IndexByte([]byte(`"\/bfnrt`), b[1]); i >= 0 {
		return 2, rune("\"\\/\b\f\n\r\t"[i])
	}
	r, ok := unit(b)
	switch {
	case !ok || r == 0:
		return 0, 0
	case !utf16.IsSurrogate(r):
		return 6, r
	}
	low, ok := unit(b[6:])
	if r = utf16.DecodeRune(r, low); !ok || r == utf8.RuneError {
		return 0, 0
	}
	return 12, r
}

// unit reads \u1234.
func unit(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range b[2:6] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// Text implements [nested.Format].
func (Format) Text(buf, src []byte, p *nested.Part) []byte {
	if p.Kind == nested.Text {
		return decode(buf, p.At.Of(src), p.Plain)
	}
	return p.At.Of(src)
}

// Name implements [nested.Format].
func (Format) Name(buf, src []byte, p *nested.Part) []byte {
	return decode(buf, p.Name.Of(src), p.PlainName)
}

func decode(buf, quoted []byte, plain bool) []byte {
	b := quoted[1 : len(quoted)-1]
	if plain {
		return b
	}
	for len(b) > 0 {
		i := bytes.IndexByte(b, '\\')
		if i < 0 {
			return append(buf, b...)
		}
		buf = append(buf, b[:i]...)
		n, r := escape(b[i:])
		buf = utf8.AppendRune(buf, r)
		b = b[i+n:]
	}
	return buf
}

// Append implements [nested.Format].
func (Format) Append(dst, text, _ []byte, p *nested.Part) ([]byte, error) {
	switch p.Kind {
	case nested.Number:
		if nested.IsNumber(text) {
			return append(dst, text...), nil
		}
	case nested.Bool:
		if s := string(text); s == "true" || s == "false" {
			return append(dst, text...), nil
		}
	}
	return quote(dst, text)
}

// AppendNull implements [nested.Format].
func (Format) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) {
	return append(dst, "null"...), nil
}

// AppendName implements [nested.Format].
func (Format) AppendName(dst, name, _ []byte, _ *nested.Part) ([]byte, error) {
	return quote(dst, name)
}

// quote writes a text with quotes and escapes. What JSON cannot hold is an error.
func quote(dst, text []byte) ([]byte, error) {
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		return dst, nested.ErrForm
	}
	dst = append(dst, '"')
	from := 0
	for i, c := range text {
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		dst = append(append(dst, text[from:i]...), '\\')
		if k := bytes.IndexByte([]byte("\"\\\b\f\n\r\t"), c); k >= 0 {
			dst = append(dst, `"\bfnrt`[k])
		} else {
			dst = append(dst, 'u', '0', '0', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		}
		from = i + 1
	}
	return append(append(dst, text[from:]...), '"'), nil
}
