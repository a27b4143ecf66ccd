package fake

import (
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
	b := l.listAlphabet(in, x.family, x.male, x.female)
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
	return alphabetOf(string(l.use().capitals(l.listAlphabet(allFaces(), l.use().nicknames))) + l.NameAlphabet(Written))
}

// AddressAlphabet is that of addresses.
func (l *Locale) AddressAlphabet() string {
	x := l.use()
	b := l.listAlphabet(allFaces(), x.municipalities, x.streets, x.home)
	if x.readings {
		b = append(b, kanjiDigits...)
	}
	return alphabetOf(string(x.capitals(b)))
}

// TextAlphabet is that of filler.
func (l *Locale) TextAlphabet() string {
	b := l.listAlphabet([]Face{Written}, l.use().sentences)
	return alphabetOf(string(b) + l.Text.Tag + l.Text.Stub)
}

func allFaces() []Face { return []Face{Written, Katakana, Hiragana, HalfKatakana, Latin, Passport} }

func (l *Locale) listAlphabet(in []Face, lists ...[]name) []byte {
	var b []byte
	for _, list := range lists {
		for i := range list {
			for _, f := range in {
				b = list[i].appendTo(b, f)
			}
		}
	}
	return b
}

func alphabetOf(text string) string {
	var runes []rune
	for _, r := range text {
		if r >= utf8.RuneSelf {
			runes = append(runes, r)
		}
	}
	slices.Sort(runes)
	return string(slices.Compact(runes))
}
