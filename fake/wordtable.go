package fake

import "unicode/utf8"

// A wordTable finds the few words of a list with which a text can begin.
type wordTable [256][]string

// byFirst makes the table of words; those of one entry stay in their order.
func byFirst(lists ...[]string) *wordTable {
	var t wordTable
	for _, list := range lists {
		for _, w := range list {
			c := firstByte([]byte(w))
			t[c] = append(t[c], w)
		}
	}
	return &t
}

// of gives the words that may stand at the beginning of v.
func (t *wordTable) of(v []byte) []string { return t[firstByte(v)] }

// firstByte is the byte that tells the first character, without case, from most others:
// its last one.
func firstByte(v []byte) byte {
	if len(v) == 0 {
		return 0
	}
	if v[0] < utf8.RuneSelf {
		return lowerASCII(v[0])
	}
	_, n := utf8.DecodeRune(v)
	return v[n-1]
}
