package name

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
)

// InLabel finds a Japanese name in a short text, such as the comment of a column or the
// label of an enum, by lists alone: a family name before an honorific (佐藤先生), or a family
// and a given name (山田太郎) that stand for themselves. It loads no dictionary and misses
// more than [Find] does.
func InLabel(text []byte) (f Finding, found bool) {
	for start := 0; start < len(text); {
		r, n := utf8.DecodeRune(text[start:])
		if !isNameRune(r) {
			start += n
			continue
		}
		end := start
		for end < len(text) {
			r, n := utf8.DecodeRune(text[end:])
			if !isNameRune(r) {
				break
			}
			end += n
		}
		if f, found = nameIn(text, start, end); found {
			return f, true
		}
		start = end
	}
	return f, false
}

// isNameRune says whether names are written with a character, unlike most of what stands
// round them.
func isNameRune(r rune) bool {
	return r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 || r == '々' || r == 'ヶ' || r == 'ノ'
}

// listed are the names of the lists as they are written, folded.
var listed = sync.OnceValues(func() (families, givens map[string]bool) {
	families, givens = map[string]bool{}, map[string]bool{}
	add := func(m map[string]bool, l fake.List) {
		for n := range l.All() {
			m[strings.Map(Fold, n.Written)] = true
		}
	}
	add(families, ja.Locale.Family)
	add(givens, ja.Locale.Male)
	add(givens, ja.Locale.Female)
	return families, givens
})

// labelHonorifics are those that stand behind a name and behind few other words.
var labelHonorifics = [...]string{"先生", "教諭", "校長", "教頭", "さん", "様", "さま", "君", "くん", "ちゃん", "氏"}

// longestFamily is in characters.
const longestFamily = 4

// nameIn judges a run of characters in which names are written.
func nameIn(text []byte, start, end int) (f Finding, found bool) {
	families, givens := listed()
	for at := start; at < end; {
		_, first := utf8.DecodeRune(text[at:])
		for to, chars := at+first, 1; chars <= longestFamily && to <= end; chars++ {
			if families[fold(text[at:to])] {
				if last, ok := goesOn(text, at, to, end, start, givens); ok {
					return Finding{Start: at, End: last, Family: to}, true
				}
			}
			if to == end {
				break
			}
			_, n := utf8.DecodeRune(text[to:])
			to += n
		}
		at += first
	}
	return f, false
}

// goesOn says whether a family name is followed by what makes a name of it, and where
// the name ends.
func goesOn(text []byte, at, to, end, start int, givens map[string]bool) (last int, ok bool) {
	rest := text[to:]
	for _, h := range labelHonorifics {
		// A single character before a word such as 様 is mostly another word.
		if strings.HasPrefix(string(rest[:min(len(rest), len(h))]), h) && utf8.RuneCount(text[at:to]) > 1 {
			return to, true
		}
	}
	if at > start {
		return 0, false // it is a part of a longer word
	}
	given := to
	for _, space := range [...]string{" ", "　"} {
		if strings.HasPrefix(string(rest[:min(len(rest), len(space))]), space) {
			given += len(space)
		}
	}
	if given > to { // behind a space begins another run
		for end = given; end < len(text); {
			r, n := utf8.DecodeRune(text[end:])
			if !isNameRune(r) {
				break
			}
			end += n
		}
	}
	name := text[given:end]
	return end, utf8.RuneCount(text[at:to])+utf8.RuneCount(name) >= 3 && givens[fold(name)]
}

func fold(b []byte) string { return strings.Map(Fold, string(b)) }
