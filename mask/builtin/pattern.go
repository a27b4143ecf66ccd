package builtin

import (
	"bytes"
	"maps"
	"math/big"
	"math/bits"
	"sync"
	"sync/atomic"

	"github.com/migawari-dev/migawari/mask"
)

// format replaces ASCII letters and digits and keeps everything else of a
// value's pattern: length, separators, letter case. No two values get one fake,
// not even under a collation without case: letters are permuted without case
// and take the case of the place. The permutation is FF1 where a pattern has a
// million values or more.
//
// A value with a character beyond ASCII, and one without letter or digit, is
// not of this kind.
type formatMasker struct{ *permuter }

func formatFactory(b *mask.Build) (mask.Masker, error) {
	return formatMasker{newPermuter(b.Key("format"))}, nil
}

func (m formatMasker) Mask(out *mask.Out, in *mask.In) error {
	s := in.Scratch()
	s.Bytes = s.Bytes[:0]
	places := 0
	for _, c := range in.Value {
		switch {
		case c >= 0x80 || c < ' ':
			return mask.ErrUnfit
		case isDigit(c):
			c, places = '0', places+1
		case isLetter(c):
			c, places = 'a', places+1
		}
		s.Bytes = append(s.Bytes, c)
	}
	if places == 0 {
		return mask.ErrUnfit
	}
	out.End(m.permute(out.Begin(), in.Value, s, lettersAndDigits))
	return nil
}

func (m formatMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "format", Distinct: mask.Injective, Method: "FF1, or a keyed permutation for patterns of fewer than 1000000 values"}
}

// token replaces the characters of a secret by others of the same alphabet:
// hexadecimal digits by such, letters and digits of base 62 by such. Anything
// else of ASCII keeps its place. No two values get one fake.
type tokenMasker struct{ *permuter }

func tokenFactory(b *mask.Build) (mask.Masker, error) {
	return tokenMasker{newPermuter(b.Key("token"))}, nil
}

func (m tokenMasker) Mask(out *mask.Out, in *mask.In) error {
	alphabet := tokenAlphabet(in.Value)
	if alphabet == nil {
		return mask.ErrUnfit
	}
	s := in.Scratch()
	s.Bytes = append(s.Bytes[:0], alphabet.name...)
	for _, c := range in.Value {
		if alphabet.radix(c) > 0 {
			c = 'x'
		}
		s.Bytes = append(s.Bytes, c)
	}
	b := m.permute(out.Begin(), in.Value, s, alphabet)
	for tokenAlphabet(b) != alphabet { // stay among the values of this alphabet
		b = append(b, m.permute(b[len(b):], b, s, alphabet)...)
		b = b[:copy(b, b[len(b)/2:])]
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
// the ones before leave over.
var tokenAlphabets = []*alphabet{
	newAlphabet("digits ", digits),
	newAlphabet("hex ", digits+"abcdef"),
	newAlphabet("HEX ", digits+"ABCDEF"),
	newAlphabet("base36 ", digits+lower),
	newAlphabet("BASE36 ", digits+upper),
	newAlphabet("base62 ", digits+lower+upper),
}

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
	case isDigit(was):
		return digits[d]
	case 'A' <= was && was <= 'Z':
		return upper[d]
	}
	return lower[d]
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// A permuter permutes the values of each pattern. It keeps the permutations of
// the patterns that it has met: they follow from key and pattern alone, so what
// it keeps changes nothing but the time.
type permuter struct {
	key   mask.DomainKey
	mu    sync.Mutex
	cache atomic.Pointer[map[string]*mask.Permutation]
}

// maxPatterns bounds what is kept.
const maxPatterns = 1024

func newPermuter(k mask.DomainKey) *permuter {
	p := &permuter{key: k}
	p.cache.Store(&map[string]*mask.Permutation{})
	return p
}

// permute appends the fake of v, whose pattern is in s.Bytes.
func (p *permuter) permute(dst, v []byte, s *mask.Scratch, a *alphabet) []byte {
	perm := (*p.cache.Load())[string(s.Bytes)]
	if perm == nil {
		perm = p.learn(bytes.Clone(s.Bytes), v, a)
	}
	if !perm.Fits() {
		return permuteBig(dst, v, s, a, perm)
	}
	var hi, lo uint64
	for _, c := range v {
		if r := a.radix(c); r > 0 {
			over, low := bits.Mul64(lo, r)
			hi = hi*r + over
			var carry uint64
			lo, carry = bits.Add64(low, uint64(a.digit[c]), 0)
			hi += carry
		}
	}
	hi, lo = perm.Apply(&s.Permutation, hi, lo)
	from := len(dst)
	dst = append(dst, v...)
	for i := len(v) - 1; i >= 0; i-- {
		if r := a.radix(v[i]); r > 0 {
			var rem uint64
			hi, rem = hi/r, hi%r
			lo, rem = bits.Div64(rem, lo, r)
			dst[from+i] = a.char(rem, v[i])
		}
	}
	return dst
}

func permuteBig(dst, v []byte, s *mask.Scratch, a *alphabet, perm *mask.Permutation) []byte {
	x, r, d := new(big.Int), new(big.Int), new(big.Int)
	for _, c := range v {
		if n := a.radix(c); n > 0 {
			x.Add(x.Mul(x, r.SetUint64(n)), d.SetUint64(uint64(a.digit[c])))
		}
	}
	x = perm.ApplyBig(&s.Permutation, x)
	from := len(dst)
	dst = append(dst, v...)
	for i := len(v) - 1; i >= 0; i-- {
		if n := a.radix(v[i]); n > 0 {
			x.QuoRem(x, r.SetUint64(n), d)
			dst[from+i] = a.char(d.Uint64(), v[i])
		}
	}
	return dst
}

// learn makes the permutation of a pattern.
func (p *permuter) learn(pattern, v []byte, a *alphabet) *mask.Permutation {
	n := big.NewInt(1)
	for _, c := range v {
		if r := a.radix(c); r > 0 {
			n.Mul(n, new(big.Int).SetUint64(r))
		}
	}
	perm := p.key.Permutation(n, pattern)
	p.mu.Lock()
	defer p.mu.Unlock()
	old := *p.cache.Load()
	if len(old) < maxPatterns {
		grown := maps.Clone(old)
		grown[string(pattern)] = perm
		p.cache.Store(&grown)
	}
	return perm
}
