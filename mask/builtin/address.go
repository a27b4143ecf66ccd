package builtin

import (
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// postal_code replaces a postal code by one of no place (000-xxxx in Japan, 000xx
// in the United States), with the sign, hyphen and width of the value. A code
// split over two columns stays split. Codes of other countries are not of this
// kind. There are too few of them to keep values apart.
type postalCodeMasker struct {
	l     *fake.Locale
	chars int // 0: as many as the value has
}

func postalCodeFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		chars, err := limited(b, l.PostalLeast(), 0)
		return postalCodeMasker{l, chars}, err
	}
}

func (m postalCodeMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.l.AppendPostalCode(out.Begin(), in.Seed(), in.Value, m.chars)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(number(b, in))
	return nil
}

func (m postalCodeMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "postal_code", Canonical: fake.AppendPostalCodeKey,
		Output: mask.Output{Chars: m.chars, Kinds: []schema.Kind{schema.Integer}},
	}
}

// address replaces an address by one of no place. A prefecture at the beginning
// stays; municipality, town and building come from a closed list of names that no
// place has, in the script of the value; numbers become others, with the same
// width, hyphens and counters (丁目, 番地). The fake is not longer than the value.
// A value without letters is not of this kind.
type addressMasker struct {
	l     *fake.Locale
	chars int // 0: as many as the value has
}

func addressFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) { return addressMasker{l, b.Max}, nil }
}

func (m addressMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.l.AppendAddress(out.Begin(), in.Seed(), in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(cut(b, m.chars))
	return nil
}

// cut takes what is beyond the n-th character, if n is not 0.
func cut(b []byte, n int) []byte {
	if n == 0 || len(b) <= n {
		return b
	}
	for i, c := range b {
		if c&0xc0 == 0x80 {
			continue
		}
		if n == 0 {
			return b[:i]
		}
		n--
	}
	return b
}

func (m addressMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "address", Canonical: canonicalText,
		Output: mask.Output{Chars: m.chars, Alphabet: m.l.AddressAlphabet()},
	}
}
