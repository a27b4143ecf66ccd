package pgvalue

import (
	"bytes"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Array is an array of any number of dimensions, with or without bounds.
type Array struct {
	unnamed
	// Delimiter stands between elements: a comma, and for box a semicolon.
	Delimiter byte
}

// Parse implements [nested.Format].
func (f Array) Parse(t *nested.Tree, src []byte) error {
	s, err := scan(src)
	if err != nil {
		return err
	}
	if !s.bounds() || !s.accept("{") {
		return nested.ErrForm
	}
	if err := t.Open(nested.Part{Kind: nested.Array}); err != nil {
		return err
	}
	if s.accept("}") {
		t.Close()
		return whole(s)
	}
	end := string([]byte{f.Delimiter, '{', '}'})
	for {
		if s.accept("{") {
			if err := t.Open(nested.Part{Kind: nested.Array}); err != nil {
				return err
			}
			continue
		}
		if err := s.element(t, end); err != nil {
			return err
		}
		for s.accept("}") {
			if t.Close(); t.Depth() == 0 {
				return whole(s)
			}
		}
		if !s.accept(string(f.Delimiter)) {
			return nested.ErrForm
		}
	}
}

func whole(s *scanner) error {
	if !s.done() {
		return nested.ErrForm
	}
	return nil
}

// bounds reads [0:2][-1:1]=, if it is there.
func (s *scanner) bounds() bool {
	if !bytes.HasPrefix(s.src, []byte("[")) {
		return true
	}
	i := bytes.IndexByte(s.src, '=')
	if i < 1 || s.src[i-1] != ']' || len(bytes.Trim(s.src[:i], "[]:+-0123456789")) > 0 {
		return false
	}
	s.at = i + 1
	return true
}

// element reads a scalar.
func (s *scanner) element(t *nested.Tree, end string) error {
	p := nested.Part{Kind: nested.Text}
	var ok bool
	if bytes.HasPrefix(s.src[s.at:], []byte(`"`)) {
		p.At, p.Plain, ok = s.quoted(false)
	} else {
		p.At, ok = s.bare(end)
		ok = ok && p.At.End > p.At.Start
		if isNull(p.At.Of(s.src)) {
			p.Kind = nested.Null
		}
	}
	if !ok {
		return nested.ErrForm
	}
	return t.Leaf(p)
}

func isNull(b []byte) bool { return len(b) == 4 && bytes.EqualFold(b, []byte("NULL")) }

// Text implements [nested.Format].
func (Array) Text(buf, src []byte, p *nested.Part) []byte {
	return text(buf, p.At.Of(src), p.Plain, false)
}

// Append implements [nested.Format].
func (f Array) Append(dst, text, _ []byte, _ *nested.Part) ([]byte, error) {
	if len(text) == 0 || isNull(text) || bytes.IndexByte(text, f.Delimiter) >= 0 || bytes.ContainsAny(text, `{}"\`+blank+"\x00") {
		return quote(dst, text, false)
	}
	return append(dst, text...), nil
}

// AppendNull implements [nested.Format].
func (Array) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) {
	return append(dst, "NULL"...), nil
}
