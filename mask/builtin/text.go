package builtin

import (
	"errors"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// text replaces a text by filler of the same script that begins with a mark
// (【仮】, [fake]). It has as many lines, and its length tells only the class of
// the value's: it is not longer than the value. Two rows with the same text get
// different fillers, unless the rule names a domain.
//
// With mode: substitute it is a [substituteMasker].
type textMasker struct {
	l     *fake.Locale
	chars int // 0: as many as the value has
}

func textFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		filler := textMasker{l, b.Max}
		mode, err := b.String("mode", "filler")
		switch {
		case err != nil:
			return nil, err
		case mode == "filler":
			return filler, nil
		case mode != "substitute":
			return nil, errors.New("mode: want filler or substitute")
		}
		return newSubstitute(b, filler)
	}
}

func (m textMasker) Mask(out *mask.Out, in *mask.In) error {
	out.End(m.l.AppendText(out.Begin(), in.Seed(), in.Value, m.chars))
	return nil
}

func (m textMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: freeText, Keying: mask.ByRow, Canonical: canonicalText,
		Output: mask.Output{Chars: m.chars, Alphabet: m.l.TextAlphabet()},
	}
}

// freeText is the kind of running text.
const freeText = "free_text"
