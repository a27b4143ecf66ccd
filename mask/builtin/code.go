package builtin

import (
	"errors"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// code is format with a public mark, for what opens something: licences, orders,
// tokens, ids at other services. By the mark, everybody sees that it is a fake, and
// no machine takes it:
//
//   - prefix: TEXT stands before it; FAKE- where the rule says nothing else. The
//     fake is longer than the value by that.
//   - part: TEXT stands in place of its first characters, where no code begins so.
//     What stood there cannot keep two codes apart.
//   - check: NAME gives it a wrong check character. A value whose own is wrong is
//     not of this kind.
//
// No two values get one fake, but for part. As long as the value and apart in all
// cases it cannot be: there are no more such codes than values.
type codeMasker struct {
	key   mask.DomainKey
	mark  fake.Mark
	chars int // by max: of the longest fake; 0 for none
}

func codeFactory(b *mask.Build) (mask.Masker, error) {
	m := codeMasker{key: b.Key("code"), chars: b.Max}
	var err error
	if m.mark.Prefix, err = b.String("prefix", ""); err != nil {
		return nil, err
	}
	if m.mark.Part, err = b.String("part", ""); err != nil {
		return nil, err
	}
	if m.mark.Check, err = checkParameter(b); err != nil {
		return nil, err
	}
	marks := 0
	for _, word := range []string{"prefix", "part", "check"} {
		if b.Has(word) {
			marks++
		}
	}
	switch {
	case marks == 0:
		m.mark = fake.DefaultMark
	case marks > 1:
		return nil, errors.New("say one of prefix, part and check")
	case m.mark == fake.Mark{}:
		return nil, errors.New("a mark has at least one character")
	}
	for _, c := range m.mark.Prefix + m.mark.Part {
		if c <= ' ' || c >= utf8.RuneSelf {
			return nil, errors.New("a mark is of visible ASCII characters")
		}
	}
	return m, harmless(b, m.mark.Prefix+m.mark.Part)
}

func (m codeMasker) Mask(out *mask.Out, in *mask.In) error {
	if m.mark.Check != fake.NoCheck {
		return checkedPermutation(m.key, out, in, m.mark.Check, fake.Check.Spoil)
	}
	if len(in.Value) <= len(m.mark.Part) {
		return mask.ErrUnfit
	}
	b := append(append(out.Begin(), m.mark.Prefix...), in.Value...)
	code, ok := permuteCode(m.key, b[len(m.mark.Prefix):], in.Scratch(), 0, 0, 0)
	if !ok {
		return mask.ErrUnfit
	}
	copy(code, m.mark.Part)
	if m.chars > 0 && len(b) > m.chars {
		return mask.ErrWidth
	}
	out.End(b)
	return nil
}

func (m codeMasker) Spec() mask.Spec {
	s := mask.Spec{
		Kind: "code", Distinct: mask.Injective, Method: "FF1, or a keyed permutation for patterns of fewer than 1000000 values",
		Output: mask.Output{Chars: m.chars},
	}
	if m.mark.Part != "" {
		s.Distinct = mask.Repeats
	}
	return s
}

// Recognise implements [mask.Recogniser]: the mark is the rule's own.
func (m codeMasker) Recognise(value []byte) fake.Answer { return m.mark.Recognise(value) }
