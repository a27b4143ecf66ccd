package fake

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// isPostalSeparator takes what stands between and before the digits of a code.
func isPostalSeparator(r rune) bool { return r == '〒' || isPhoneSeparator(r) }

// AppendPostalCodeKey appends the form under which equal codes are equal: the
// digits. A value that is no code is left as it is.
func AppendPostalCodeKey(dst, value []byte) []byte {
	var digits [24]byte
	g, ok := scanDigits(bytes.TrimSpace(value), &digits, isPostalSeparator)
	if !ok {
		return append(dst, value...)
	}
	return append(dst, digits[:g.n]...)
}

// AppendPostalCode appends a postal code of no place in the form of like: with
// its sign, hyphen and width. It is not longer than like, and not than limit
// characters, which is at least [Locale.PostalLeast], or 0 for none; where it would
// be, it loses sign and hyphen. It says false and appends nothing where like is
// none, or of a country that the locale does not know.
//
// A code that has lost its leading zeros in a column of integers gets one
// without them.
func (l *Locale) AppendPostalCode(dst []byte, s Seed, like []byte, limit int) ([]byte, bool) {
	var digits, tmp [24]byte
	g, ok := scanDigits(bytes.TrimSpace(like), &digits, isPostalSeparator)
	if !ok {
		return dst, false
	}
	if limit > 0 {
		g.chars = min(g.chars, limit)
	}
	s = s.Sub("postal code")
	longest := l.PostalLeast()
	for _, p := range l.Postal {
		if digitsIn(p) == g.n {
			return g.appendFitting(dst, appendPattern(tmp[:0], p, drawing(s.low()))), true
		}
	}
	if g.n > longest || g.groups > 1 || g.wide {
		return dst, false
	}
	for _, p := range l.Postal {
		if digitsIn(p) == longest {
			number := strings.TrimLeft(string(appendPattern(tmp[:0], p, drawing(s.low()))), "0")
			if number == "" || len(number) > g.n {
				number = "0"
			}
			return append(dst, number...), true
		}
	}
	return dst, false
}

// PostalLeast is the number of digits of the longest code.
func (l *Locale) PostalLeast() int {
	n := 0
	for _, p := range l.Postal {
		n = max(n, digitsIn(p))
	}
	return n
}

// appendFirst appends the first n characters of text.
func appendFirst(dst []byte, text string, n int) []byte {
	for _, r := range text {
		if n == 0 {
			break
		}
		dst = utf8.AppendRune(dst, r)
		n--
	}
	return dst
}
