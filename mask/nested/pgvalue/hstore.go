package pgvalue

import (
	"github.com/migawari-dev/migawari/mask/nested"
)

// Hstore is the key and value pairs of the extension hstore.
type Hstore struct{}

// Parse implements [nested.Format].
func (Hstore) Parse(t *nested.Tree, src []byte) error {
	s, err := scan(src)
	if err != nil {
		return err
	}
	if err := t.Open(nested.Part{Kind: nested.Object}); err != nil {
		return err
	}
	for !s.done() {
		if len(t.Parts) > 1 && !s.accept(", ") {
			return nested.ErrForm
		}
		p := nested.Part{Kind: nested.Text}
		var ok bool
		if p.Name, p.PlainName, ok = s.quoted(false); !ok || !s.accept("=>") {
			return nested.ErrForm
		}
		if start := s.at; s.accept("NULL") {
			p.Kind, p.At = nested.Null, span(start, s.at)
		} else if p.At, p.Plain, ok = s.quoted(false); !ok {
			return nested.ErrForm
		}
		if err := t.Leaf(p); err != nil {
			return err
		}
	}
	t.Close()
	return nil
}

// Text implements [nested.Format].
func (Hstore) Text(buf, src []byte, p *nested.Part) []byte {
	return text(buf, p.At.Of(src), p.Plain, false)
}

// Name implements [nested.Format].
func (Hstore) Name(buf, src []byte, p *nested.Part) []byte {
	return text(buf, p.Name.Of(src), p.PlainName, false)
}

// Append implements [nested.Format].
func (Hstore) Append(dst, text, _ []byte, _ *nested.Part) ([]byte, error) {
	return quote(dst, text, false)
}

// AppendNull implements [nested.Format].
func (Hstore) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) {
	return append(dst, "NULL"...), nil
}

// AppendName implements [nested.Format].
func (Hstore) AppendName(dst, name, _ []byte, _ *nested.Part) ([]byte, error) {
	return quote(dst, name, false)
}
