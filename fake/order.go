package fake

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// orderNumbers is how many numbers there are in a class that have a place of their
// own in the order of names. Greater ones are those of pupils who came later.
const orderNumbers = 45

// InOrder gives the person a family name by a number in a class, from 1 on: names
// are in the order of the kana if numbers are, as they are in the lists of Japanese
// classes. The name lies in the part of the sorted list that is the number's and
// tells no more than the number does. Brothers and sisters, who have different
// numbers, no longer share it. Without a number, which is 0, the person stays.
func (p Persona) InOrder(number int) Persona {
	if number < 1 || number == p.number {
		return p
	}
	x := p.l.use()
	list := x.ordered()
	n := min(number, orderNumbers) - 1
	from, to := n*len(list)/orderNumbers, (n+1)*len(list)/orderNumbers
	if to == from {
		to++
	}
	p.number = number
	p.family = &x.family[list[from+p.household.Sub("family").N(to-from)]]
	p.given = x.given(p.person.Sub("given"), p.sex, p.family)
	return p
}

// Order is the place of the person's name among all names of the locale, by family and
// then given name, as lists of pupils are sorted. Names that are read alike have one
// place.
func (p Persona) Order() uint64 {
	places := p.l.use().places()
	return uint64(places[p.family])<<16 | uint64(places[p.given])
}

// newPlaces numbers what names are sorted by.
func (x *index) newPlaces() map[*name]uint16 {
	places := map[*name]uint16{}
	for _, part := range []Part{FamilyPart, GivenPart} {
		byKey := map[string][]*name{}
		for _, list := range x.namesOf(part) {
			for i := range list {
				key := kanaOrder(list[i].key())
				byKey[key] = append(byKey[key], &list[i])
			}
		}
		for place, key := range slices.Sorted(maps.Keys(byKey)) {
			for _, n := range byKey[key] {
				places[n] = uint16(place)
			}
		}
	}
	return places
}

// newOrdered sorts the family names as lists of pupils are: by the reading without
// marks and small kana, or by the written form in languages without readings.
func (x *index) newOrdered() []uint16 {
	list := make([]uint16, len(x.family))
	keys := make([]string, len(x.family))
	for i := range x.family {
		list[i] = uint16(i)
		keys[i] = kanaOrder(x.family[i].key())
	}
	slices.SortFunc(list, func(a, b uint16) int { return cmp.Or(strings.Compare(keys[a], keys[b]), cmp.Compare(a, b)) })
	return list
}

// kanaOrder folds katakana to what counts first when they are sorted (JIS X 4061):
// without marks, large, and long marks as the vowel before them.
func kanaOrder(reading string) string {
	var b strings.Builder
	vowel := 'ア'
	for _, r := range reading {
		if i := strings.IndexRune(markedKana, r); i >= 0 {
			r, _ = utf8.DecodeRuneInString(plainOfMarked[i:])
		}
		if r == 'ー' {
			r = vowel
		}
		for row, kana := range [...]string{"アカサタナハマヤラワ", "イキシチニヒミリ", "ウクスツヌフムユル", "エケセテネヘメレ", "オコソトノホモヨロヲ"} {
			if strings.ContainsRune(kana, r) {
				vowel, _ = utf8.DecodeRuneInString("アイウエオ"[row*len("ア"):])
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Kana with marks and small ones, and below each what it is sorted as.
const (
	markedKana    = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴァィゥェォッャュョヮヵヶ"
	plainOfMarked = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウアイウエオツヤユヨワカケ"
)
