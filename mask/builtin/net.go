package builtin

import (
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// ip replaces an IP address by one of nobody: public ones by 198.18.0.0/15 and
// 2001:db8::/32, private ones by others of their range. Loopback and unspecified
// addresses stay. A network stays a network, a port becomes another, and the
// notation stays: text, number (INET_ATON), bytes (INET6_ATON). An address is the
// same in all notations. Lists and zones are not of this kind.
//
// There are too few such addresses of version 4 to keep values apart.
type ipMasker struct {
	chars  int
	binary bool
}

func ipFactory(b *mask.Build) (mask.Masker, error) {
	chars, err := limited(b, fake.IPLeast, fake.IPLength)
	return ipMasker{chars: chars}, err
}

// Bind refuses columns of integers that cannot hold 198.18.0.0/15.
func (m ipMasker) Bind(c *schema.Column) (mask.Masker, error) {
	switch t := c.Type; {
	case t.Kind == schema.Binary:
		m.binary = true
	case t.Kind == schema.Integer && t.Bits > 0 && (t.Bits < 32 || t.Bits == 32 && !t.Unsigned):
		return nil, &mask.Error{Err: mask.ErrType, Hint: "an address as a number needs 32 bits without a sign"}
	}
	return m, nil
}

func (m ipMasker) Mask(out *mask.Out, in *mask.In) error {
	var b []byte
	var ok bool
	if m.binary {
		b, ok = fake.AppendIPBytes(out.Begin(), in.Seed(), in.Value)
	} else {
		b, ok = fake.AppendIP(out.Begin(), in.Seed(), in.Value, m.chars)
	}
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (m ipMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "ip_address", Canonical: fake.AppendIPKey,
		Output: mask.Output{Chars: m.chars, Kinds: []schema.Kind{schema.IP, schema.Integer, schema.Binary}},
	}
}
