package builtin

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/name"
)

// birthDate is the kind of dates of birth.
const birthDate = "birth_date"

// mentioned says of which kinds the values of a row are looked for in its texts.
func mentioned(kind string) bool {
	switch kind {
	case "person_name", "family_name", "given_name", "kana_name", "nickname", "username", "email", "phone", "postal_code", "address",
		birthDate, "url", "payment_card", "bank_account", "my_number", "format", "code", "token", "ip_address", "mac", "uuid":
		return true
	}
	return false
}

// A needle is a value to look for, folded and without spaces.
type needle struct {
	runes []rune
	other *mask.Other
	part  bool // of a name: the family name or the given name alone
	split int  // of a full name: the runes of its first part
}

// needles look for values in one text.
type needles struct {
	needles []needle
	short   []needle // names that are looked for only where a name was found
	text    []rune   // folded
	at      []int    // where each rune begins, and the end
}

// newNeedles prepares the values that are long enough to be told from other words,
// the longest first.
func newNeedles(others []mask.Other, text []byte) *needles {
	n := &needles{}
	for i := range others {
		o := &others[i]
		var words [][]byte
		if o.Kind == birthDate {
			continue // which is written in many ways
		}
		if isName(o.Kind) {
			words = nameWords(o.Value)
		}
		split := 0
		if len(words) == 2 {
			split = characters(words[0])
		}
		n.add(needle{other: o, split: split}, o.Value)
		for _, w := range words {
			n.add(needle{other: o, part: true}, w)
		}
	}
	slices.SortStableFunc(n.needles, func(a, b needle) int { return len(b.runes) - len(a.runes) })
	n.at = make([]int, 0, len(text)+1)
	n.text = make([]rune, 0, len(text))
	for i, r := range string(text) {
		if last := len(n.text) - 1; last >= 0 {
			if v := voiced(n.text[last], r); v != 0 {
				n.text[last] = v
				continue
			}
		}
		n.text, n.at = append(n.text, foldMention(r)), append(n.at, i)
	}
	n.at = append(n.at, len(text))
	return n
}

func isName(kind string) bool {
	return kind == "person_name" || kind == "family_name" || kind == "given_name" || kind == "kana_name"
}

// add adds a value, unless it is so short that it is a word of its own: one kanji, two
// kana, two Latin letters; three characters of a code.
func (n *needles) add(w needle, v []byte) {
	for _, r := range string(v) {
		if last := len(w.runes) - 1; last >= 0 {
			if v := voiced(w.runes[last], r); v != 0 {
				w.runes[last] = v
				continue
			}
		}
		if r = foldMention(r); r != ' ' && r != '・' {
			w.runes = append(w.runes, r)
		}
	}
	least := 4
	kind := w.other.Kind
	if isName(kind) || kind == "nickname" {
		if least = 3; len(w.runes) > 0 && unicode.Is(unicode.Han, w.runes[0]) {
			least = 2
		}
	}
	switch {
	case len(w.runes) >= least:
		n.needles = append(n.needles, w)
	case len(w.runes) > 0 && isName(kind):
		n.short = append(n.short, w)
	}
}

// exact gives the column that holds a name that was found in the text, if that is too
// short to be looked for: 林.
func (n *needles) exact(found []byte) *mask.Other {
	for i := range n.short {
		if w := &n.short[i]; slices.Equal([]rune(strings.Map(foldMention, string(found))), w.runes) {
			return w.other
		}
	}
	return nil
}

// nameWords gives the parts of a full name.
func nameWords(v []byte) [][]byte {
	words := bytes.FieldsFunc(v, func(r rune) bool { return unicode.IsSpace(r) || r == '・' || r == ',' || r == '，' })
	if len(words) > 1 {
		return words
	}
	if k := name.Split(v); k > 0 {
		return [][]byte{v[:k], v[k:]}
	}
	return nil
}

// foldMention is the form under which spellings of a name are one: variants of
// characters, width, case, and the two kana.
func foldMention(r rune) rune {
	r = name.Fold(r)
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case 0x30a1 <= r && r <= 0x30f6:
		return r - 0x30a1 + 0x3041
	case 0xff65 <= r && r <= 0xff9d:
		return halfKana[r-0xff65]
	case r >= 0x80 && r < 0x3000:
		return unicode.ToLower(r)
	}
	return r
}

// halfKana are the kana of half width from U+FF65 on, as hiragana.
var halfKana = []rune("・をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん")

// voiced joins a kana with the mark behind it that has a place of its own in half
// width and in decomposed text: か and ﾞ are が. It is 0 where they do not join.
func voiced(kana, mark rune) rune {
	switch mark {
	case 'ﾞ', '\u3099', '゛':
		if strings.ContainsRune("かきくけこさしすせそたちつてとはひふへほ", kana) {
			return kana + 1
		}
		if kana == 'う' {
			return 'ゔ'
		}
	case 'ﾟ', '\u309a', '゜':
		if strings.ContainsRune("はひふへほ", kana) {
			return kana + 2
		}
	}
	return 0
}

// find adds the mentions of a value to an ordered list, but for those that are part of
// others.
func (n *needles) find(list []mention, w *needle) []mention {
	known := list
	for i := 0; i+len(w.runes) <= len(n.text); i++ {
		end := n.match(i, w.runes)
		if end < 0 || !n.alone(i, end, w) {
			continue
		}
		m := mention{start: n.at[i], end: n.at[end], other: w.other}
		if w.split > 0 && end-i == len(w.runes) { // written together
			m.split = n.at[i+w.split] - n.at[i]
		}
		if k := after(known, m.start); k == len(known) || known[k].start >= m.end {
			list = append(list, m)
			i = end - 1
		}
	}
	inOrder(list)
	return list
}

// match gives the end of a value at i, with at most one space between two of its
// characters; -1 if it does not stand there.
func (n *needles) match(i int, want []rune) int {
	for k, r := range want {
		if k > 0 && i < len(n.text) && (n.text[i] == ' ' || n.text[i] == '・') {
			i++
		}
		if i >= len(n.text) || n.text[i] != r {
			return -1
		}
		i++
	}
	return i
}

// alone says whether a value is no part of a longer word.
func (n *needles) alone(i, end int, w *needle) bool {
	before, after := ' ', ' '
	if i > 0 {
		before = n.text[i-1]
	}
	if end < len(n.text) {
		after = n.text[end]
	}
	first, last := w.runes[0], w.runes[len(w.runes)-1]
	switch {
	case isAlnum(first) && isAlnum(before), isAlnum(last) && isAlnum(after):
		return false
	case w.part && isHiragana(first) && (isHiragana(before) || unicode.Is(unicode.Katakana, before)):
		return false // of a word in kana
	case w.part && unicode.Is(unicode.Han, last):
		switch after {
		case '県', '市', '区', '町', '村', '郡', '駅', '都', '府', '道', '港', '線', '大', '学':
			return false // 千葉県
		}
	}
	return true
}

func isAlnum(r rune) bool    { return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
func isHiragana(r rune) bool { return 0x3041 <= r && r <= 0x3096 }
