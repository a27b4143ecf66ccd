package builtin

import (
	"encoding/hex"
	"errors"

	"golang.org/x/text/unicode/norm"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// hash writes hexadecimal digits that follow from key and value, 32 unless the
// policy says length. A column of bytes gets bytes. From 16 digits on, two
// values get one fake with a chance of 2⁻⁶⁴ or less.
//
// It is a keyed pseudorandom function, not a plain hash: who has a list of
// possible values cannot find them again without the key.
type hashMasker struct {
	digits int
	binary int // bytes, in a column of bytes
}

const (
	hashDefault = 32
	hashMost    = 64
	hashLeast   = 8
)

func hashFactory(b *mask.Build) (mask.Masker, error) {
	n, err := b.Int("length", 0)
	if err != nil {
		return nil, err
	}
	switch {
	case n == 0 && b.Max > 0:
		n = int64(min(b.Max, hashDefault))
	case n == 0:
		n = hashDefault
	}
	if n < hashLeast || n > hashMost {
		return nil, errors.New("length: want 8 to 64 digits")
	}
	if b.Max > 0 && int(n) > b.Max {
		return nil, errors.New("length is more than max")
	}
	return hashMasker{digits: int(n)}, nil
}

func (m hashMasker) Bind(c *schema.Column) (mask.Masker, error) {
	if c.Type.Kind != schema.Binary {
		return m, nil
	}
	m.binary = m.digits / 2
	if c.Type.Length > 0 && c.Type.Length < m.binary {
		return nil, &mask.Error{Err: mask.ErrWidth, Hint: "the column has fewer bytes than half of the digits: say length"}
	}
	return m, nil
}

func (m hashMasker) Mask(out *mask.Out, in *mask.In) error {
	s := in.Seed()
	first, second := s.Sub("hash"), s.Sub("hash 2")
	var sum [32]byte
	copy(sum[:], first[:])
	copy(sum[16:], second[:])
	b := out.Begin()
	if m.binary > 0 {
		out.End(append(b, sum[:m.binary]...))
		return nil
	}
	b = hex.AppendEncode(b, sum[:(m.digits+1)/2])
	out.End(b[:m.digits])
	return nil
}

func (m hashMasker) Spec() mask.Spec {
	s := mask.Spec{
		Kind: "hash", Canonical: canonicalText,
		Output: mask.Output{Chars: m.digits, Kinds: []schema.Kind{schema.Binary}},
	}
	if m.digits >= 16 {
		s.Distinct = mask.Budgeted
	}
	return s
}

// canonicalText is text in NFC: a name typed on another system is the same name.
func canonicalText(dst, v []byte) []byte {
	if norm.NFC.IsNormal(v) {
		return append(dst, v...)
	}
	return norm.NFC.Append(dst, v...)
}
