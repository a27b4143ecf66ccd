package builtin

import (
	"bytes"
	"unicode"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/value"
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
//
// With distinct: false values may share fakes, and it is a [polymorphicMasker].
type shapeMasker struct {
	kinds          byKind // of them, what keeps values apart
	format, handle mask.Nested
	spec           mask.Spec
}

func shapeFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		m := shapeMasker{}
		distinct, err := b.Bool("distinct", true)
		if err != nil {
			return nil, err
		}
		names := []string{"email", "uuid"}
		if !distinct {
			names = kindMaskers[:]
		}
		if m.kinds, err = nestKinds(b, names); err != nil {
			return nil, err
		}
		if m.format, err = b.Nested(mask.Rule{Mask: "format"}); err != nil {
			return nil, err
		}
		if m.handle, err = b.Nested(mask.Rule{Mask: "username", Max: b.Max}); err != nil {
			return nil, err
		}
		m.spec = mask.Spec{Kind: "shape", Keying: mask.ByNothing, Distinct: mask.Budgeted}
		m.describe(m.format.Spec())
		m.describe(m.handle.Spec())
		m.kinds.each(m.describe)
		if distinct {
			return m, nil
		}
		return newPolymorphic(b, m, l)
	}
}

// describe sums up what can be written.
func (m *shapeMasker) describe(s mask.Spec) {
	m.spec.Output.Chars = max(m.spec.Output.Chars, s.Output.Chars)
	m.spec.Distinct = min(m.spec.Distinct, s.Distinct)
	m.spec.Output.Alphabet += s.Output.Alphabet
}

func (m shapeMasker) Spec() mask.Spec { return m.spec }

func (m shapeMasker) Mask(out *mask.Out, in *mask.In) error {
	v := in.Value
	if at := bytes.IndexByte(v, '@'); at > 0 && bytes.IndexByte(v[at:], '.') > 1 && !bytes.ContainsAny(v, " \t\n") && m.kinds.has(value.Email) {
		return m.kinds.mask(out, in, value.Email)
	}
	if _, ok := parseUUID(v); ok {
		return m.kinds.mask(out, in, value.UUID)
	}
	if isCode(v) && !looksDialled(v) {
		return m.format.Mask(out, in)
	}
	return m.handle.Mask(out, in)
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
// telephone numbers or IP addresses, and has as many digits as those. It takes more
// for one than package value does: a code that becomes a handle harms nobody, and a
// number whose digits format draws anew could be somebody's.
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

// shape, distinct: false, treats every kind of value as what it is: a phone as phone
// does, a postal code as postal_code does, and so on for what package value knows; a
// name in kanji, kana or Latin letters becomes another in the same script, by the
// value; a text becomes filler. A code and what is none of these is as in shape.
type polymorphicMasker struct {
	shapeMasker
	l     *fake.Locale
	text  mask.Nested
	chars int // of names and texts; 0: by the value
}

func newPolymorphic(b *mask.Build, m shapeMasker, l *fake.Locale) (mask.Masker, error) {
	p := polymorphicMasker{shapeMasker: m, l: l, chars: b.Max}
	var err error
	if p.text, err = b.Nested(mask.Rule{Mask: "text", Max: b.Max}); err != nil {
		return nil, err
	}
	p.describe(p.text.Spec())
	p.describe(mask.Spec{Output: mask.Output{Chars: p.room(nil), Alphabet: l.NameAlphabet(fake.Written, fake.Katakana, fake.Hiragana, fake.HalfKatakana, fake.Latin)}})
	p.spec.Keying, p.spec.Canonical, p.spec.Distinct = mask.ByValue, canonicalText, mask.Repeats
	return p, nil
}

// room is the greatest number of characters of the name for a value.
func (m polymorphicMasker) room(v []byte) int {
	if m.chars > 0 {
		return m.chars
	}
	return max(fullNameLength, characters(v))
}

// longestHandle is the length of values that are no texts, in characters.
const longestHandle = 40

func (m polymorphicMasker) Mask(out *mask.Out, in *mask.In) error {
	v := in.Value
	if f, ok := value.Whole(v, m.l); ok && (f.Sure > value.Possible || f.Kind == value.Phone) && m.kinds.has(f.Kind) {
		err := m.kinds.mask(out, in, f.Kind)
		if err == nil {
			return nil
		}
	}
	if m.name(out, in) {
		return nil
	}
	if characters(v) > longestHandle || bytes.ContainsAny(v, "\n\t") || bytes.Count(v, []byte(" ")) > 3 || bytes.Contains(v, []byte("。")) {
		return m.text.Mask(out, in)
	}
	return m.shapeMasker.Mask(out, in)
}

// name writes another name where the value is one: in kanji or kana, or in Latin
// letters with a space, a comma or a dot in the middle between its parts: taro.yamada is
// a handle.
func (m polymorphicMasker) name(out *mask.Out, in *mask.In) bool {
	shape, ok := m.l.ParseShape(in.Value)
	latin := bytes.IndexFunc(in.Value, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) < 0
	if !ok || latin && (shape.Part != fake.FullName || !bytes.ContainsAny(in.Value, " ,　・")) {
		return false
	}
	s := in.Seed()
	b, ok := fake.NewPersona(s, s, m.l).AppendName(out.Begin(), shape, m.room(in.Value))
	if ok {
		out.End(b)
	}
	return ok
}
