package builtin

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/gofake"
	"github.com/migawari-dev/migawari/mask"
)

// gofakeMaskers are the functions of gofakeit, each under both of its names. Those
// that cannot be had are among them, to say why.
func gofakeMaskers() mask.Set {
	s := mask.Set{}
	for _, name := range gofake.Names() {
		s["gofakeit."+name] = gofakeFactory
	}
	return s
}

// gofakeit.FUNCTION writes what a function of gofakeit makes up for the seed of the
// value. How long that is, nobody knows beforehand, so a column with a limit wants
// max, at which texts are cut. Where a function has a parameter max, that is it.
type gofakeMasker struct {
	f       *gofake.Func
	kind    string
	chars   int
	samples []string
}

const (
	// gofakeSamples is how many results the detectors look at, and gofakeBytes how
	// many bytes of them.
	gofakeSamples = 256
	gofakeBytes   = 1 << 20
	// anyLength is the length of texts without max: no column with a limit has it.
	anyLength = 1 << 20
)

func gofakeFactory(b *mask.Build) (mask.Masker, error) {
	name := strings.TrimPrefix(b.Name, "gofakeit.")
	f, err := gofake.New(name, gofakeParams(b, name))
	if err != nil {
		return nil, err
	}
	b.Name = "gofakeit." + f.Name() // one name for all spellings
	m := gofakeMasker{f: f, kind: b.Name, chars: b.Max}
	if m.chars == 0 || f.Has("max") {
		m.chars = anyLength
	}
	if !m.isText() {
		m.chars = len("-18446744073709551615")
	}
	m.sample()
	if what := gofake.Hazard(name); what != "" && !b.Unsafe {
		return nil, errors.New("what it makes up can be " + what + " that is somebody's; say unsafe: REASON if it may stand")
	}
	if err := harmless(b, m.samples...); err != nil {
		return nil, fmt.Errorf("what it makes up can be somebody's: %w", err)
	}
	return m, nil
}

// gofakeParams gives the parameters of the rule that the function has.
func gofakeParams(b *mask.Build, name string) map[string]any {
	params := map[string]any{}
	for _, p := range gofake.Parameters(name) {
		if v, ok := b.Any(p.Field); ok {
			params[p.Field] = v
		}
		if p.Field == "max" && b.Max > 0 {
			params[p.Field] = b.Max // which a policy reads as its own word
		}
	}
	return params
}

// sample draws what the detectors look at.
func (m *gofakeMasker) sample() {
	seed, size := fake.TestSeed("samples of "+m.kind), 0
	for i := 0; i < gofakeSamples && size < gofakeBytes; i++ {
		b, err := m.f.Append(nil, seed.Nth(i))
		if err != nil {
			continue
		}
		size += len(b)
		m.samples = append(m.samples, string(b))
	}
}

func (m *gofakeMasker) isText() bool { return m.kinds() == nil }

// kinds are the columns besides text that hold the results.
func (m *gofakeMasker) kinds() []schema.Kind {
	switch output := m.f.Output(); {
	case output == "bool":
		return []schema.Kind{schema.Bool}
	case strings.HasPrefix(output, "int"), strings.HasPrefix(output, "uint"):
		return []schema.Kind{schema.Integer, schema.Decimal, schema.Float}
	case strings.HasPrefix(output, "float"):
		return []schema.Kind{schema.Decimal, schema.Float}
	}
	return nil
}

// Bind refuses a column of numbers that one of the samples does not fit.
func (m gofakeMasker) Bind(c *schema.Column) (mask.Masker, error) {
	lo, hi, ok := integerRange(c.Type)
	if !ok {
		return m, nil
	}
	least, beyond := new(big.Rat).SetInt(lo), new(big.Rat).SetInt(new(big.Int).Add(hi, big.NewInt(1)))
	for _, s := range m.samples {
		n, ok := new(big.Rat).SetString(s)
		if !ok || !n.IsInt() && c.Type.Kind == schema.Integer || n.Cmp(least) < 0 || n.Cmp(beyond) >= 0 {
			return nil, &mask.Error{Err: mask.ErrType, Hint: "the column holds " + lo.String() + " to " + hi.String() + ": take a function with bounds, such as gofakeit.intrange"}
		}
	}
	return m, nil
}

func (m gofakeMasker) Mask(out *mask.Out, in *mask.In) error {
	b, err := m.f.Append(out.Begin(), in.Seed())
	if err != nil {
		return err
	}
	if m.isText() {
		b = cut(b, m.chars)
	}
	out.End(b)
	return nil
}

func (m gofakeMasker) Spec() mask.Spec {
	return mask.Spec{Kind: m.kind, Canonical: canonicalText, Output: mask.Output{Chars: m.chars, Kinds: m.kinds()}}
}
