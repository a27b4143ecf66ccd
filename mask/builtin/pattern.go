package builtin

import (
	"errors"
	"math/bits"
	"strings"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// format replaces ASCII letters and digits and keeps everything else of a
// value's pattern: length, separators, letter case. No two values get one fake,
// not even under a collation without case: letters are permuted without case
// and take the case of the place. The permutation is FF1 where a pattern has a
// million values or more.
//
// With keep: N the first N characters stay, such as the year of entry in a student
// number; with check: NAME the check character follows anew from the others.
//
// A value with a character beyond ASCII, one without letter or digit, and one whose
// check character is wrong, is not of this kind.
type formatMasker struct {
	key   mask.DomainKey
	keep  int
	check fake.Check
}

func formatFactory(b *mask.Build) (mask.Masker, error) {
	keep, err := b.Int("keep", 0)
	if err != nil {
		return nil, err
	}
	if keep < 0 || keep > 1<<10 {
		return nil, errors.New("keep: want a number of characters")
	}
	check, err := checkParameter(b)
	if err == nil && keep > 0 && (check == fake.Corporate || check == fake.IBAN) {
		err = errors.New("keep: the check characters of " + check.String() + " stand at the beginning")
	}
	return formatMasker{b.Key("format"), int(keep), check}, err
}

// checkParameter reads check: NAME.
func checkParameter(b *mask.Build) (fake.Check, error) {
	word, err := b.String("check", "")
	if err != nil || word == "" {
		return fake.NoCheck, err
	}
	c, ok := fake.CheckNamed(word)
	if !ok {
		return c, errors.New("check: want one of " + strings.Join(fake.CheckNames(), ", "))
	}
	return c, nil
}

func (m formatMasker) Mask(out *mask.Out, in *mask.In) error {
	from, to := 0, 0
	if m.check != fake.NoCheck {
		if !m.check.Valid(in.Value) {
			return mask.ErrUnfit
		}
		from, to, _ = m.check.Places(in.Value)
	}
	b, ok := permuteCode(m.key, append(out.Begin(), in.Value...), in.Scratch(), m.keep, from, to)
	if !ok || m.check != fake.NoCheck && !m.check.Set(b) {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

// permuteCode permutes the ASCII letters and digits of b but for the first keep
// bytes and those between from and to, which hold check characters. It fails where
// there is a character beyond ASCII, or nothing to permute.
func permuteCode(k mask.DomainKey, b []byte, s *mask.Scratch, keep, from, to int) ([]byte, bool) {
	const fixed = '\x1f' // no letter and no digit: stays
	places := 0
	s.Bytes = s.Bytes[:0]
	for i, c := range b {
		p := placeOf[c]
		switch {
		case p == 0:
			return b, false
		case i < keep: // part of the tweak: each beginning has a permutation of its own
			if p = c; isLetter(c) {
				p |= 0x20
			}
		case from <= i && i < to:
			p = fixed
		case p == '0' || p == 'a':
			places++
		}
		s.Bytes = append(s.Bytes, p)
	}
	if places == 0 {
		return b, false
	}
	var room [8]byte
	check := append(room[:0], b[from:to]...)
	for i := from; i < to; i++ {
		b[i] = fixed
	}
	lettersAndDigits.permute(k, b[keep:], s)
	copy(b[from:to], check)
	return b, true
}

// placeOf gives what stands in a pattern for a character: 0 for a digit, a for a
// letter, nothing for those that are of no code, and the character itself.
var placeOf = func() (t [256]byte) {
	for c := byte(' '); c < 0x80; c++ {
		switch t[c] = c; {
		case isDigit(c):
			t[c] = '0'
		case isLetter(c):
			t[c] = 'a'
		}
	}
	return t
}()

func (m formatMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "format", Distinct: mask.Injective, Method: "FF1, or a keyed permutation for patterns of fewer than 1000000 values"}
}

// token replaces the characters of a secret by others of the same alphabet:
// hexadecimal digits by such, letters and digits of base 62 by such. Anything
// else of ASCII keeps its place. No two values get one fake, and where letter case
// does not count, none of 64 bits or more. Short tokens of both cases keep their
// places of letters, digits and case, or they would get alike there.
type tokenMasker struct{ key mask.DomainKey }

func tokenFactory(b *mask.Build) (mask.Masker, error) {
	return tokenMasker{b.Key("token")}, nil
}

func (m tokenMasker) Mask(out *mask.Out, in *mask.In) error {
	alphabet := tokenAlphabet(in.Value)
	if alphabet == nil {
		return mask.ErrUnfit
	}
	s := in.Scratch()
	s.Bytes = append(s.Bytes[:0], alphabet.name...)
	for _, c := range in.Value {
		switch {
		case alphabet.radix(c) == 0:
		case alphabet.cases && isDigit(c):
			c = '0'
		default:
			c = 'x'
		}
		s.Bytes = append(s.Bytes, c)
	}
	b := append(out.Begin(), in.Value...)
	alphabet.permute(m.key, b, s)
	for tokenAlphabet(b) != alphabet { // stay among the values of this alphabet
		alphabet.permute(m.key, b, s)
	}
	out.End(b)
	return nil
}

func (m tokenMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "token", Distinct: mask.Injective, Method: "FF1, or a keyed permutation for patterns of fewer than 1000000 values"}
}

// An alphabet says which characters are permuted, and into which.
type alphabet struct {
	name   string
	radixs [256]uint8 // 0: the character stays
	digit  [256]uint8
	chars  string // by digit; for letters and digits, see char
	cases  bool   // letters take the case of the place
}

func newAlphabet(name, chars string) *alphabet {
	a := &alphabet{name: name, chars: chars}
	for i := range len(chars) {
		a.radixs[chars[i]], a.digit[chars[i]] = uint8(len(chars)), uint8(i)
	}
	return a
}

const (
	digits = "0123456789"
	lower  = "abcdefghijklmnopqrstuvwxyz"
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// tokenAlphabets are in the order in which they are tried: each contains what
// the ones before leave over. Capitals are permuted as small letters are.
var tokenAlphabets = []*alphabet{
	newAlphabet("digits ", digits),
	newAlphabet("hex ", digits+"abcdef"),
	newAlphabet("hex ", digits+"ABCDEF"),
	newAlphabet("base36 ", digits+lower),
	newAlphabet("base36 ", digits+upper),
	base62,
}

var base62 = newAlphabet("base62 ", digits+lower+upper)

// longToken is from how many places on two fakes that differ in case alone are
// none that one would meet: 36¹³ > 2⁶⁴.
const longToken = 13

// tokenAlphabet gives the smallest alphabet of a value, or nil if it has a
// character beyond ASCII or nothing to replace.
func tokenAlphabet(v []byte) *alphabet {
	for _, a := range tokenAlphabets {
		places, fits := 0, true
		for _, c := range v {
			switch {
			case c >= 0x80 || c < ' ':
				return nil
			case a.radixs[c] > 0:
				places++
			case isDigit(c) || isLetter(c):
				fits = false
			}
		}
		if places == 0 && fits {
			return nil
		}
		if fits && a == base62 && places < longToken {
			return lettersAndDigits
		}
		if fits {
			return a
		}
	}
	return nil
}

// lettersAndDigits has a radix of its own for each kind of place.
var lettersAndDigits = func() *alphabet {
	a := &alphabet{cases: true}
	for i := range len(digits) {
		a.radixs[digits[i]], a.digit[digits[i]] = 10, uint8(i)
	}
	for i := range len(lower) {
		a.radixs[lower[i]], a.digit[lower[i]] = 26, uint8(i)
		a.radixs[upper[i]], a.digit[upper[i]] = 26, uint8(i)
	}
	return a
}()

func (a *alphabet) radix(c byte) uint64 { return uint64(a.radixs[c]) }

// char gives the character of a digit in the place of was.
func (a *alphabet) char(d uint64, was byte) byte {
	switch {
	case !a.cases:
		return a.chars[d]
	case was <= '9':
		return '0' + byte(d)
	case was <= 'Z':
		return 'A' + byte(d)
	}
	return 'a' + byte(d)
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// permute replaces the characters of v, whose pattern is in s.Bytes: its
// permutation has that for a tweak.
func (a *alphabet) permute(k mask.DomainKey, v []byte, s *mask.Scratch) {
	var sizeRoom, numberRoom [16]uint64
	size, x := append(sizeRoom[:0], 1), append(numberRoom[:0], 0)
	for at := 0; at < len(v); {
		end, product, digits := a.group(v, at)
		size, x = multiply(size, product, 0), multiply(x, product, digits)
		at = end
	}
	for len(x) < len(size) {
		x = append(x, 0)
	}
	k.Permute(&s.Permutation, x, size, s.Bytes)
	for at := len(v); at > 0; {
		start, product := at, uint64(1)
		for ; start > 0 && product < maxGroup; start-- {
			product *= max(a.radix(v[start-1]), 1)
		}
		rest := divide(x, product)
		for ; at > start; at-- {
			if r := a.radix(v[at-1]); r > 0 {
				v[at-1] = a.char(rest%r, v[at-1])
				rest /= r
			}
		}
	}
}

// maxGroup bounds the product of the radixes of characters that are taken
// together, which one radix more must not carry out of a word.
const maxGroup = 1 << 56

// group takes as many characters from at on as fit a word: their number and the
// number of values that they could have.
func (a *alphabet) group(v []byte, at int) (end int, product, digits uint64) {
	product = 1
	for end = at; end < len(v) && product < maxGroup; end++ {
		if r := a.radix(v[end]); r > 0 {
			product, digits = product*r, digits*r+uint64(a.digit[v[end]])
		}
	}
	return end, product, digits
}

// multiply gives x·m+plus, in the memory of x. Numbers are words, the lowest
// first.
func multiply(x []uint64, m, plus uint64) []uint64 {
	for i, w := range x {
		hi, lo := bits.Mul64(w, m)
		var carry uint64
		x[i], carry = bits.Add64(lo, plus, 0)
		plus = hi + carry
	}
	if plus > 0 {
		x = append(x, plus)
	}
	return x
}

// divide divides x by d, in place, and gives the rest.
func divide(x []uint64, d uint64) uint64 {
	rest := uint64(0)
	for i := len(x) - 1; i >= 0; i-- {
		x[i], rest = bits.Div64(rest, x[i], d)
	}
	return rest
}
