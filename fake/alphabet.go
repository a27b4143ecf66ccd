package fake

import (
	"cmp"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Alphabets say which characters beyond ASCII can be written, so that a column
// whose character set lacks one is found before the first row. They are sorted
// and name each character once.

// NameAlphabet is that of names in the given faces, of their honorifics and
// titles, and of fakes of values that are no names.
func (l *Locale) NameAlphabet(in ...Face) string {
	x := l.use()
	written, readings := x.nameLetters()
	b := facesOf(in, written, readings)
	for _, f := range in {
		if f == Written {
			for _, words := range [...][]string{l.Honorifics, l.Titles} {
				for _, w := range words {
					b = append(b, w...)
				}
			}
			b = append(b, string(x.letters)...)
			if x.readings {
				b = append(b, plainHiragana+plainKatakana+plainHalfKana...)
			}
		}
	}
	b = append(b, l.Separator.String()...)
	return alphabetOf(string(x.capitals(b)))
}

// capitals adds the capitals of letters, in which a locale of Latin script writes
// what is in capitals.
func (x *index) capitals(b []byte) []byte {
	if !x.latin() {
		return b
	}
	return recase(append(b, b...), len(b), unicode.ToUpper)
}

// NicknameAlphabet is that of nicknames.
func (l *Locale) NicknameAlphabet() string {
	return alphabetOf(string(l.use().capitals(listAlphabet(allFaces(), l.use().nicknames))) + l.NameAlphabet(Written))
}

// AddressAlphabet is that of addresses.
func (l *Locale) AddressAlphabet() string {
	x := l.use()
	b := listAlphabet(allFaces(), x.municipalities, x.streets, x.home)
	if x.readings {
		b = append(b, kanjiDigits...)
	}
	return alphabetOf(string(x.capitals(b)))
}

// TextAlphabet is that of filler.
func (l *Locale) TextAlphabet() string {
	b := listAlphabet([]Face{Written}, l.use().sentences)
	return alphabetOf(string(b) + l.Text.Tag + l.Text.Stub)
}

func allFaces() []Face { return []Face{Written, Katakana, Hiragana, HalfKatakana, Latin, Passport} }

// listAlphabet gives the characters of lists in faces.
func listAlphabet(in []Face, lists ...[]name) []byte {
	written, readings := lettersOf(lists...)
	return facesOf(in, written, readings)
}

// lettersOf gives the characters of what lists write, and those of their readings.
func lettersOf(lists ...[]name) (written, readings []byte) {
	var w, r letterSet
	for _, list := range lists {
		for i := range list {
			n := &list[i]
			w.add(n.written)
			r.add(cmp.Or(n.reading, n.written))
		}
	}
	return w.appendTo(nil), r.appendTo(nil)
}

// facesOf gives the characters of faces. Those of kana follow character by character
// from the readings, and Latin ones are in ASCII.
func facesOf(in []Face, written, readings []byte) []byte {
	var b []byte
	for _, f := range in {
		switch f {
		case Written:
			b = append(b, written...)
		case Katakana:
			b = append(b, readings...)
		case Hiragana:
			b = AppendHiragana(b, string(readings))
		case HalfKatakana:
			b = AppendHalfWidth(b, string(readings))
		}
	}
	return b
}

func alphabetOf(text string) string {
	var s letterSet
	s.add(text)
	return string(s.appendTo(nil))
}

// A letterSet is a set of characters beyond ASCII.
type letterSet struct {
	bits [1 << 16 / 64]uint64
	more []rune // beyond the first 65536
}

func (s *letterSet) add(text string) {
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
		case r < 1<<16:
			s.bits[r/64] |= 1 << (r % 64)
		default:
			s.more = append(s.more, r)
		}
	}
}

// appendTo appends the characters in their order.
func (s *letterSet) appendTo(dst []byte) []byte {
	for i, word := range s.bits {
		for ; word != 0; word &= word - 1 {
			dst = utf8.AppendRune(dst, rune(i*64+bits.TrailingZeros64(word)))
		}
	}
	slices.Sort(s.more)
	for _, r := range slices.Compact(s.more) {
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}
