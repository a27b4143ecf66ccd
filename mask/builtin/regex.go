package builtin

import (
	"errors"
	"math"
	"regexp/syntax"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// regex writes a text that matches a pattern in RE2 syntax, keyed by value. A
// repetition without an upper bound goes to at most 8 more than its lower bound; classes beyond
// ASCII are cut to what the pattern names. Where the pattern alone leaves 64
// bits of choice, no two values get one fake.
type regexMasker struct {
	root     *syntax.Regexp
	chars    int
	alphabet string
	bits     float64
}

const openRepeat = 8

func regexFactory(b *mask.Build) (mask.Masker, error) {
	pattern, err := b.String("pattern", "")
	if err != nil {
		return nil, err
	}
	if pattern == "" {
		return nil, errors.New("say pattern: REGEX")
	}
	root, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, errors.New("pattern: is no regular expression in RE2 syntax")
	}
	m := regexMasker{root: root}
	if m.chars, m.bits, err = m.measure(m.root); err != nil {
		return nil, err
	}
	if m.chars == 0 {
		return nil, errors.New("pattern: matches only the empty text")
	}
	if m.chars > 4096 || b.Max > 0 && m.chars > b.Max {
		return nil, errors.New("pattern: a match can be longer than max, or than 4096 characters")
	}
	for i := range 32 { // what it writes is a literal of the policy as much as a fixed text
		s := fake.TestSeed("regex").Nth(i).Stream()
		if err := harmless(b, string(appendMatch(nil, m.root, &s))); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// measure gives the greatest length of a match in characters and the choice that
// every match takes, in bits.
func (m *regexMasker) measure(re *syntax.Regexp) (chars int, bits float64, err error) {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			m.note(r)
		}
		return len(re.Rune), 0, nil
	case syntax.OpCharClass:
		class := printable(re.Rune)
		n := classSize(class)
		if n == 0 {
			return 0, 0, errors.New("pattern: a class has no character that can be written")
		}
		for i := range min(n, 4096) {
			m.note(classRune(class, i))
		}
		return 1, math.Log2(float64(n)), nil
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, math.Log2(float64(len(digits + lower + upper))), nil
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range re.Sub {
			c, b, err := m.measure(sub)
			if err != nil {
				return 0, 0, err
			}
			chars, bits = chars+c, bits+b
		}
		return chars, bits, nil
	case syntax.OpAlternate:
		bits = math.Inf(1)
		for _, sub := range re.Sub {
			c, b, err := m.measure(sub)
			if err != nil {
				return 0, 0, err
			}
			chars, bits = max(chars, c), min(bits, b)
		}
		return chars, bits, nil
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		lo, hi := bounds(re)
		c, b, err := m.measure(re.Sub[0])
		return hi * c, float64(lo) * b, err
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText:
		return 0, 0, nil
	}
	return 0, 0, errors.New("pattern: has something that no text can be made from, such as a word boundary")
}

// note takes a character beyond ASCII into the alphabet.
func (m *regexMasker) note(r rune) {
	if r >= utf8.RuneSelf && !strings.ContainsRune(m.alphabet, r) {
		m.alphabet += string(r)
	}
}

// bounds of a repetition.
func bounds(re *syntax.Regexp) (lo, hi int) {
	switch re.Op {
	case syntax.OpStar:
		return 0, openRepeat
	case syntax.OpPlus:
		return 1, 1 + openRepeat
	case syntax.OpQuest:
		return 0, 1
	}
	if re.Max < 0 {
		return re.Min, re.Min + openRepeat
	}
	return re.Min, re.Max
}

// printable cuts a negated or very wide class to printable ASCII; pairs of
// bounds, as package syntax has them.
func printable(class []rune) []rune {
	if classSize(class) <= 4096 {
		return class
	}
	var out []rune
	for i := 0; i+1 < len(class); i += 2 {
		lo, hi := max(class[i], ' '), min(class[i+1], '~')
		if lo <= hi {
			out = append(out, lo, hi)
		}
	}
	return out
}

func classSize(class []rune) int {
	n := 0
	for i := 0; i+1 < len(class); i += 2 {
		n += int(class[i+1]-class[i]) + 1
	}
	return n
}

func classRune(class []rune, n int) rune {
	for i := 0; i+1 < len(class); i += 2 {
		size := int(class[i+1]-class[i]) + 1
		if n < size {
			return class[i] + rune(n)
		}
		n -= size
	}
	return ' '
}

func (m regexMasker) Mask(out *mask.Out, in *mask.In) error {
	s := in.Seed().Sub("regex").Stream()
	out.End(appendMatch(out.Begin(), m.root, &s))
	return nil
}

// appendMatch writes one match of re.
func appendMatch(dst []byte, re *syntax.Regexp, s *fake.Stream) []byte {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			dst = utf8.AppendRune(dst, r)
		}
	case syntax.OpCharClass:
		class := printable(re.Rune)
		dst = utf8.AppendRune(dst, classRune(class, s.N(classSize(class))))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		const chars = digits + lower + upper
		dst = append(dst, chars[s.N(len(chars))])
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range re.Sub {
			dst = appendMatch(dst, sub, s)
		}
	case syntax.OpAlternate:
		dst = appendMatch(dst, re.Sub[s.N(len(re.Sub))], s)
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		lo, hi := bounds(re)
		for range lo + s.N(hi-lo+1) {
			dst = appendMatch(dst, re.Sub[0], s)
		}
	}
	return dst
}

func (m regexMasker) Spec() mask.Spec {
	s := mask.Spec{Kind: "regex", Canonical: canonicalText, Output: mask.Output{Chars: m.chars, Alphabet: m.alphabet}}
	if m.bits >= 64 {
		s.Distinct = mask.Budgeted
	}
	return s
}
