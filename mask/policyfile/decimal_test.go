package policyfile

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // canonical; empty: no number
	}{
		{"0", "0"}, {"-0", "0"}, {"+0.00e9", "0"}, {"00", "0"}, {".0", "0"},
		{"1", "0.1e1"}, {"001.500", "0.15e1"}, {"+1", "0.1e1"}, {"-12.5", "-0.125e2"}, {".5", "0.5e0"}, {"5.", "0.5e1"}, {"0.05", "0.5e-1"},
		{"1e3", "0.1e4"}, {"1E+3", "0.1e4"}, {"1.5e-7", "0.15e-6"}, {" 42 ", "0.42e2"},
		{"1e99999999999999999999", "0.1e281474976710657"},
		{"", ""}, {" ", ""}, {"-", ""}, {".", ""}, {"e5", ""}, {"1e", ""}, {"1e+", ""}, {"1 2", ""}, {"1,5", ""}, {"1.5.2", ""}, {"--1", ""}, {"0x10", ""},
		{"NaN", ""}, {"Infinity", ""}, {"１", ""}, {"1\n", ""}, {"abc", ""},
	} {
		d, ok := parseDecimal([]byte(c.text))
		require.Equal(t, c.want != "", ok, c.text)
		if ok {
			require.Equal(t, c.want, string(d.canonical(nil)), c.text)
		}
	}
}

// TestDecimalsCompare holds comparison against rational numbers.
func TestDecimalsCompare(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) string {
		digits := rapid.StringOfN(rapid.RuneFrom([]rune("0012359")), 1, 12, -1)
		text := rapid.SampledFrom([]string{"", "-", "+"}).Draw(t, "sign") + digits.Draw(t, "whole")
		if rapid.Bool().Draw(t, "fraction") {
			text += "." + digits.Draw(t, "part")
		}
		if rapid.Bool().Draw(t, "scaled") {
			text += "e" + rapid.SampledFrom([]string{"", "-", "+"}).Draw(t, "direction") + rapid.StringOfN(rapid.RuneFrom([]rune("012")), 1, 2, -1).Draw(t, "exponent")
		}
		return text
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := number.Draw(t, "a"), number.Draw(t, "b")
		if rapid.IntRange(0, 3).Draw(t, "same") == 0 {
			b = strings.TrimLeft(a, "+")
		}
		x, ok1 := parseDecimal([]byte(a))
		y, ok2 := parseDecimal([]byte(b))
		require.True(t, ok1 && ok2)
		p, _ := new(big.Rat).SetString(a)
		q, _ := new(big.Rat).SetString(b)
		require.Equal(t, p.Cmp(q), x.compare(&y))
		require.Equal(t, p.Cmp(q) == 0, string(x.canonical(nil)) == string(y.canonical(nil)))
	})
}
