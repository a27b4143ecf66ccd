package fake

import (
	"bytes"
	"strings"
)

// A Mark is the public sign by which a code is known for a fake, and for which no
// machine takes it: a prefix that no code has, an impossible part, or a wrong check
// character. It has one of the three.
type Mark struct {
	Prefix string // stands before the code
	Part   string // stands in place of its first characters
	Check  Check  // has its wrong check character, see [Check.Spoil]
}

// DefaultMark is that of codes where nothing else is said.
var DefaultMark = Mark{Prefix: "FAKE-"}

// Recognise says whether a code bears the mark. Letter case does not count.
func (m Mark) Recognise(code []byte) Answer {
	v := bytes.TrimSpace(code)
	switch {
	case m.Check != NoCheck:
		return ours(m.Check.Spoiled(v))
	case m.Part != "":
		return ours(len(v) >= len(m.Part) && strings.EqualFold(string(v[:len(m.Part)]), m.Part))
	}
	return ours(len(v) > len(m.Prefix) && strings.EqualFold(string(v[:len(m.Prefix)]), m.Prefix))
}

// AppendCode appends a code that opens nothing, in the form of like: ASCII letters
// and digits become others, and it bears the mark. It says false and appends
// nothing where like has none to replace, or no check character where the mark is
// in that.
func (m Mark) AppendCode(dst []byte, s Seed, like []byte) ([]byte, bool) {
	start := len(dst)
	dst = append(append(dst, m.Prefix...), like...)
	draws := s.Sub("code").Stream()
	replaced := false
	for i, c := range dst[start+len(m.Prefix):] {
		switch {
		case isDecimal(c):
			c = '0' + byte(draws.N(10))
		case 'a' <= c && c <= 'z':
			c = 'a' + byte(draws.N(26))
		case 'A' <= c && c <= 'Z':
			c = 'A' + byte(draws.N(26))
		default:
			continue
		}
		dst[start+len(m.Prefix)+i], replaced = c, true
	}
	if !replaced || m.Check != NoCheck && !m.Check.Spoil(dst[start:]) || len(m.Part) > len(like) {
		return dst[:start], false
	}
	copy(dst[start:], m.Part)
	return dst, true
}
