package builtin

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// null writes NULL.
type nullMasker struct{}

func nullFactory(*mask.Build) (mask.Masker, error) { return nullMasker{}, nil }

func (nullMasker) Mask(out *mask.Out, _ *mask.In) error {
	out.SetNull()
	return nil
}

func (nullMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "null", Keying: mask.ByNothing, Output: mask.Output{Null: true, AnyKind: true}}
}

// fixed writes one text for every value.
type fixedMasker struct{ value string }

func fixedFactory(b *mask.Build) (mask.Masker, error) {
	if !b.Has("value") {
		return nil, errors.New("say value: TEXT")
	}
	v, err := b.String("value", "")
	if err != nil {
		return nil, err
	}
	if b.Max > 0 && utf8.RuneCountInString(v) > b.Max {
		return nil, errors.New("value is longer than max")
	}
	return fixedMasker{v}, harmless(b, v)
}

func (m fixedMasker) Mask(out *mask.Out, _ *mask.In) error {
	out.SetString(m.value)
	return nil
}

func (m fixedMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "fixed", Keying: mask.ByNothing, Output: constants(m.value)}
}

// constants describes maskers that write one of a few texts.
func constants(values ...string) mask.Output {
	o := mask.Output{Labels: values, Kinds: []schema.Kind{schema.Enum, schema.Set}}
	for _, v := range values {
		o.Chars = max(o.Chars, utf8.RuneCountInString(v))
		for _, r := range v {
			if r >= utf8.RuneSelf && !strings.ContainsRune(o.Alphabet, r) {
				o.Alphabet += string(r)
			}
		}
	}
	for kind, fits := range literalKinds {
		if !slices.ContainsFunc(values, func(v string) bool { return !fits(v) }) {
			o.Kinds = append(o.Kinds, kind)
		}
	}
	slices.Sort(o.Kinds)
	return o
}

// literalKinds say which texts a column of a kind takes.
var literalKinds = map[schema.Kind]func(string) bool{
	schema.Integer:  func(s string) bool { _, err := strconv.ParseInt(s, 10, 64); return err == nil },
	schema.Year:     func(s string) bool { n, err := strconv.ParseUint(s, 10, 16); return err == nil && n < 2156 },
	schema.Decimal:  isNumber,
	schema.Float:    isNumber,
	schema.Bool:     func(s string) bool { return slices.Contains([]string{"t", "f", "true", "false", "0", "1"}, s) },
	schema.JSON:     func(s string) bool { return json.Valid([]byte(s)) },
	schema.Binary:   func(string) bool { return true },
	schema.XML:      func(string) bool { return true },
	schema.Date:     func(s string) bool { date, clock := readDate(s); return date && !clock },
	schema.DateTime: func(s string) bool { date, _ := readDate(s); return date },
	schema.UUID:     func(s string) bool { _, ok := parseUUID([]byte(s)); return ok },
}

// readDate says whether a text is a date, and has a time of day.
func readDate(s string) (date, clock bool) {
	_, form, date := fake.ReadDate([]byte(s), fake.CertainOrder)
	clock, _ = form.Clock()
	return date, clock
}

func isNumber(s string) bool {
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && f-f == 0 // not infinite, not NaN
}

// choice writes one of the texts in "of", by row. Without "of", in a column
// that is an enum, one of its labels.
type choiceMasker struct{ of []string }

func choiceFactory(b *mask.Build) (mask.Masker, error) {
	of, err := b.Strings("of")
	if err != nil {
		return nil, err
	}
	if b.Has("of") && len(of) == 0 {
		return nil, errors.New("of: names nothing to choose from")
	}
	for _, v := range of {
		if b.Max > 0 && utf8.RuneCountInString(v) > b.Max {
			return nil, errors.New("of: a text is longer than max")
		}
	}
	return choiceMasker{of}, harmless(b, of...)
}

func (m choiceMasker) Bind(c *schema.Column) (mask.Masker, error) {
	if len(m.of) > 0 {
		return m, nil
	}
	if c.Type.Kind == schema.Set || len(c.Type.Labels) == 0 {
		return nil, &mask.Error{Err: mask.ErrType, Hint: "say of: [TEXT, …]; only an enum, or a CHECK that lists values, has labels to choose from"}
	}
	return choiceMasker{c.Type.Labels}, nil
}

func (m choiceMasker) Mask(out *mask.Out, in *mask.In) error {
	out.SetString(m.of[in.Seed().Sub("choice").N(len(m.of))])
	return nil
}

func (m choiceMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "choice", Keying: mask.ByRow, Output: constants(m.of...)}
}

// redact overwrites the characters of a value, but the first and last ones that
// the policy names. A value that would stay readable as a whole is overwritten
// as a whole.
type redactMasker struct {
	with        rune
	first, last int
}

func redactFactory(b *mask.Build) (mask.Masker, error) {
	with, err := b.String("with", "*")
	if err != nil {
		return nil, err
	}
	r, n := utf8.DecodeRuneInString(with)
	if n == 0 || n != len(with) {
		return nil, errors.New("with: want one character")
	}
	m := redactMasker{with: r}
	for name, into := range map[string]*int{"first": &m.first, "last": &m.last} {
		n, err := b.Int(name, 0)
		if err != nil {
			return nil, err
		}
		if n < 0 || n > 1<<20 {
			return nil, errors.New(name + ": want a number of characters")
		}
		*into = int(n)
	}
	return m, nil
}

func (m redactMasker) Mask(out *mask.Out, in *mask.In) error {
	n := utf8.RuneCount(in.Value)
	first, last := m.first, m.last
	if first+last >= n {
		first, last = 0, 0
	}
	b := out.Begin()
	i := 0
	for v := in.Value; len(v) > 0; i++ {
		_, size := utf8.DecodeRune(v)
		if i < first || i >= n-last {
			b = append(b, v[:size]...)
		} else {
			b = utf8.AppendRune(b, m.with)
		}
		v = v[size:]
	}
	out.End(b)
	return nil
}

func (m redactMasker) Spec() mask.Spec {
	s := mask.Spec{Kind: "redact", Keying: mask.ByNothing}
	if m.with >= utf8.RuneSelf {
		s.Output.Alphabet = string(m.with)
	}
	return s
}
