package pgvalue

import (
	"bytes"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Composite is a row as a value. Its fields are counted, since the value does not
// name them.
type Composite struct{ unnamed }

// Parse implements [nested.Format].
func (Composite) Parse(t *nested.Tree, src []byte) error {
	s, err := scan(src)
	if err != nil {
		return err
	}
	if !s.accept("(") {
		return nested.ErrForm
	}
	if err := t.Open(nested.Part{Kind: nested.Array}); err != nil {
		return err
	}
	for {
		if err := s.field(t, ",)"); err != nil {
			return err
		}
		if s.accept(")") {
			t.Close()
			return whole(s)
		}
		if !s.accept(",") {
			return nested.ErrForm
		}
	}
}

// field reads a scalar; nothing stands for NULL.
func (s *scanner) field(t *nested.Tree, end string) error {
	p := nested.Part{Kind: nested.Text}
	var ok bool
	if bytes.HasPrefix(s.src[s.at:], []byte(`"`)) {
		p.At, p.Plain, ok = s.quoted(true)
	} else {
		p.At, ok = s.bare(end)
		if bytes.ContainsAny(p.At.Of(s.src), "()") {
			ok = false
		}
		if p.At.Start == p.At.End {
			p.Kind = nested.Null
		}
	}
	if !ok {
		return nested.ErrForm
	}
	return t.Leaf(p)
}

// Text implements [nested.Format].
func (Composite) Text(buf, src []byte, p *nested.Part) []byte {
	return text(buf, p.At.Of(src), p.Plain, true)
}

// Append implements [nested.Format].
func (Composite) Append(dst, text, _ []byte, _ *nested.Part) ([]byte, error) {
	return appendField(dst, text, `,()"\`+blank+"\x00")
}

func appendField(dst, text []byte, special string) ([]byte, error) {
	if len(text) == 0 || bytes.ContainsAny(text, special) {
		return quote(dst, text, true)
	}
	return append(dst, text...), nil
}

// AppendNull implements [nested.Format].
func (Composite) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) { return dst, nil }
