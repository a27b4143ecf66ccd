package builtin

import (
	"bytes"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// shape looks at each value and treats it as what it looks like: an e-mail
// address as email does, a UUID as uuid does, a code of ASCII letters, digits and
// separators as format does. Everything else becomes a handle, as username makes
// it: telephone numbers and IP addresses among them, since there are not enough
// numbers that belong to nobody to keep all values apart.
//
// It is for columns of which one cannot say what they hold, such as a login name
// that is an address here and a student number there. Equal values stay equal
// and different ones different; an address joins with those of an email column.
type shapeMasker struct {
	email, uuid, format, handle mask.Nested
	short                       bool // max leaves no room for an address
}

func shapeFactory(b *mask.Build) (mask.Masker, error) {
	m := shapeMasker{short: b.Max > 0 && b.Max < fake.EmailLeast}
	room := b.Max
	if m.short {
		room = 0
	}
	for _, n := range []struct {
		rule mask.Rule
		into *mask.Nested
	}{
		{mask.Rule{Mask: "email", Max: room}, &m.email}, {mask.Rule{Mask: "uuid"}, &m.uuid},
		{mask.Rule{Mask: "format"}, &m.format}, {mask.Rule{Mask: "username", Max: b.Max}, &m.handle},
	} {
		var err error
		if *n.into, err = b.Nested(n.rule); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m shapeMasker) Mask(out *mask.Out, in *mask.In) error {
	return m.choose(in.Value).Mask(out, in)
}

func (m shapeMasker) choose(v []byte) mask.Nested {
	if at := bytes.IndexByte(v, '@'); !m.short && at > 0 && bytes.IndexByte(v[at:], '.') > 1 && !bytes.ContainsAny(v, " \t\n") {
		return m.email
	}
	if _, ok := parseUUID(v); ok {
		return m.uuid
	}
	if isCode(v) && !looksDialled(v) {
		return m.format
	}
	return m.handle
}

// isCode says whether a value is a code: ASCII without white space, with a digit.
func isCode(v []byte) bool {
	digit := false
	for _, c := range v {
		if c <= ' ' || c >= 0x7f || c == '@' || c == '/' || c == ':' {
			return false
		}
		digit = digit || isDigit(c)
	}
	return digit
}

// looksDialled says whether a value consists of digits and the separators of
// telephone numbers or IP addresses, and has as many digits as those.
func looksDialled(v []byte) bool {
	n, dots, other := 0, 0, 0
	for _, c := range v {
		switch {
		case isDigit(c):
			n++
		case c == '.':
			dots++
		case c == '-' || c == '(' || c == ')' || c == '+':
			other++
		default:
			return false
		}
	}
	switch {
	case dots == 3 && other == 0:
		return true // 192.0.2.1
	case v[0] == '+':
		return n >= 8
	case v[0] == '0' || v[0] == '(':
		return n >= 9 && n <= 11
	}
	return other > 0 && n >= 10 && n <= 13
}

func (m shapeMasker) Spec() mask.Spec {
	s := mask.Spec{Kind: "shape", Keying: mask.ByNothing, Distinct: mask.Budgeted}
	for _, n := range []mask.Nested{m.handle, m.uuid, m.format, m.email} {
		if n == m.email && m.short {
			break
		}
		o := n.Spec()
		s.Output.Chars = max(s.Output.Chars, o.Output.Chars)
		s.Distinct = min(s.Distinct, o.Distinct)
		s.Output.Alphabet += o.Output.Alphabet
	}
	return s
}
