package mask_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// seedMasker writes the seed of the fake, so that tests see what it is keyed by.
type seedMasker struct{ spec mask.Spec }

func (m seedMasker) Mask(out *mask.Out, in *mask.In) error {
	s := in.Seed()
	out.End(hex.AppendEncode(out.Begin(), s[:]))
	return nil
}

func (m seedMasker) Spec() mask.Spec { return m.spec }

type nullMasker struct{}

func (nullMasker) Mask(out *mask.Out, _ *mask.In) error {
	out.SetNull()
	return nil
}

func (nullMasker) Spec() mask.Spec {
	return mask.Spec{Keying: mask.ByNothing, Output: mask.Output{Null: true, AnyKind: true}}
}

func spec(s mask.Spec) mask.Factory {
	return func(*mask.Build) (mask.Masker, error) { return seedMasker{s}, nil }
}

func fixed(text string) mask.Factory {
	return func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(out *mask.Out, _ *mask.In) error {
			out.SetString(text)
			return nil
		}), nil
	}
}

var errSecret = errors.New("a masker's own words: canary")

// testMaskers are maskers that show one thing each.
var testMaskers = mask.Set{
	"hash":   spec(mask.Spec{Kind: "hash", Distinct: mask.Budgeted}),
	"person": spec(mask.Spec{Kind: "person", Keying: mask.ByPerson}),
	"named":  spec(mask.Spec{Kind: "named", Keying: mask.ByPerson, Household: true}),
	"shift":  spec(mask.Spec{Kind: "shift", Keying: mask.ByPerson, Apart: mask.Budgeted}),
	"alias":  spec(mask.Spec{Kind: "alias", Keying: mask.ByPerson, Distinct: mask.Budgeted}),
	"short":  spec(mask.Spec{Kind: "short", Distinct: mask.Budgeted, Output: mask.Output{Chars: 16}}),
	"row":    spec(mask.Spec{Kind: "row", Keying: mask.ByRow}),
	"folded": spec(mask.Spec{Kind: "folded", Canonical: func(dst, v []byte) []byte { return append(dst, bytes.ToLower(v)...) }}),
	"wide":   spec(mask.Spec{Kind: "wide", Output: mask.Output{Chars: 32}}),
	"kanji":  spec(mask.Spec{Kind: "kanji", Output: mask.Output{Chars: 2, Alphabet: "山田"}}),
	"number": spec(mask.Spec{Kind: "number", Output: mask.Output{Chars: 2, Kinds: []schema.Kind{schema.Integer}}}),
	"x":      fixed("x"),
	"quotes": fixed("a'b\\c\"d\n\x00\t\r\x1a`;--)"),
	"null":   func(*mask.Build) (mask.Masker, error) { return nullMasker{}, nil },
	"silent": func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(*mask.Out, *mask.In) error { return nil }), nil
	},
	"fails": func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(_ *mask.Out, in *mask.In) error {
			if strings.Contains(string(in.Value), "fail") {
				return errSecret
			}
			return nil
		}), nil
	},
	"panics": func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(_ *mask.Out, in *mask.In) error { panic("canary " + string(in.Value)) }), nil
	},
	"picky": func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(out *mask.Out, in *mask.In) error {
			if string(in.Value) != "fits" {
				return mask.ErrUnfit
			}
			out.SetString("picked")
			return nil
		}), nil
	},
}

// cols writes columns as "name: masker" words.
func cols(pairs ...string) []mask.Column {
	var out []mask.Column
	for _, p := range pairs {
		name, rule, _ := strings.Cut(p, ":")
		out = append(out, mask.Column{Name: name, Arms: []mask.Arm{{Rule: mask.Rule{Mask: rule}}}})
	}
	return out
}

func compile(t testing.TB, tables ...mask.Table) *mask.Plan {
	t.Helper()
	return compilePolicy(t, &mask.Policy{Tables: tables})
}

func compilePolicy(t testing.TB, p *mask.Policy) *mask.Plan {
	t.Helper()
	plan, err := mask.Compile(p, masktest.Key(t), testMaskers)
	require.NoError(t, err)
	return plan
}

// keepAll is the policy that gives back its input.
func keepAll(t testing.TB) *mask.Plan {
	return compilePolicy(t, &mask.Policy{DDL: mask.KeepDDL, Tables: []mask.Table{{Pattern: "*", Keep: true}}})
}

// run masks a MySQL text.
func run(p *mask.Plan, in string, opts ...mask.Option) (string, *mask.Audit, error) {
	var out bytes.Buffer
	a, err := mask.Copy(context.Background(), &out, strings.NewReader(in), mysql.Dialect, p, opts...)
	return out.String(), a, err
}

func masked(t testing.TB, p *mask.Plan, in string, opts ...mask.Option) string {
	t.Helper()
	out, _, err := run(p, in, opts...)
	require.NoError(t, err)
	return out
}

func chunk(n int) mask.Option { return mask.Scan(dialects.ScanOptions{ChunkSize: n}) }

// where is a condition on one column.
type where struct {
	column string
	holds  func(string) bool
}

func (w where) Bind(columns []*schema.Column) (mask.Test, error) {
	for i, c := range columns {
		if c.Name == w.column {
			return func(r *mask.Row) (bool, error) {
				v, err := r.Value(i)
				return err == nil && !v.Null && w.holds(string(v.Bytes)), err
			}, nil
		}
	}
	return nil, errors.New("no such column")
}
