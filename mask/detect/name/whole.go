package name

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
)

// A Form is what a value can be as a whole; a word can be several at once.
type Form uint8

const (
	// Family and Given are names that the lists have.
	Family Form = 1 << iota
	Given
	// Full is a family and a given name, in either order.
	Full
	// Reading says of the others that they are written in kana.
	Reading
)

// Whole says by lists alone what a short value can be: the values of a column of names
// are mostly not in the lists, but those of other columns are hardly ever.
func Whole(value []byte) Form {
	if len(value) < 2 || len(value) > longestWhole {
		return 0
	}
	if value[0] < utf8.RuneSelf {
		return latinForm(string(value))
	}
	return japaneseForm(strings.Map(Fold, string(value)))
}

// longestWhole is in bytes.
const longestWhole = 96

// japaneseForm judges a value in kanji or kana; blanks are plain spaces.
func japaneseForm(v string) Form {
	families, givens := listed()
	var form Form
	kana := katakana(v)
	if kana != "" {
		families, givens = readings()
		v, form = kana, Reading
	}
	if a, b, ok := strings.Cut(v, " "); ok {
		b = strings.TrimLeft(b, " ")
		if families[a] && (givens[b] || form == 0 && givens[katakana(b)]) || families[a] && b != "" && !strings.Contains(b, " ") && utf8.RuneCountInString(b) <= 4 {
			return Full | form
		}
		return 0
	}
	found := Form(0)
	if families[v] {
		found |= Family
	}
	if givens[v] {
		found |= Given
	}
	if found == 0 {
		for i := range v {
			if i > 0 && families[v[:i]] && givens[v[i:]] {
				found |= Full
			}
		}
	}
	if found == 0 {
		return 0
	}
	return found | form
}

// katakana gives a text in kana as katakana of full width, or "" if it is something else.
func katakana(v string) string {
	var b strings.Builder
	for _, r := range v {
		switch {
		case r >= 'ァ' && r <= 'ヺ', r == 'ー', r == ' ':
		case r >= 'ぁ' && r <= 'ゖ':
			r += 'ァ' - 'ぁ'
		case r == 'ﾞ' || r == 'ﾟ':
			s := b.String()
			if len(s) < 3 {
				return ""
			}
			last, n := utf8.DecodeLastRuneInString(s)
			b.Reset()
			b.WriteString(s[:len(s)-n])
			switch {
			case r == 'ﾟ':
				r = last + 2
			case last == 'ウ':
				r = 'ヴ'
			default:
				r = last + 1
			}
		case r >= 'ｦ' && r <= 'ﾝ':
			r = fullWidth[r-'ｦ']
		default:
			return ""
		}
		b.WriteRune(r)
	}
	return b.String()
}

var fullWidth = []rune("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン")

// latinNames are those of the English lists alone: Japanese ones in Latin letters are
// short and often words.
var latinNames = sync.OnceValues(func() (families, givens map[string]bool) {
	return lower(en.Locale.Family), lower(en.Locale.Male, en.Locale.Female)
})

func lower(lists ...fake.List) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for n := range l.All() {
			m[strings.ToLower(n.Written)] = true
		}
	}
	return m
}

// latinForm judges a value in Latin letters.
func latinForm(v string) Form {
	words := strings.FieldsFunc(v, func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	if len(words) == 0 || len(words) > 4 {
		return 0
	}
	for i, w := range words {
		if strings.IndexFunc(w, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '\'' && r < 0xc0
		}) >= 0 || w[0] >= 'a' && w[0] <= 'z' {
			return 0
		}
		words[i] = strings.ToLower(w)
	}
	englishFamilies, englishGivens := latinNames()
	if len(words) == 1 {
		var f Form
		if englishFamilies[words[0]] && !common[words[0]] {
			f |= Family
		}
		if englishGivens[words[0]] && !common[words[0]] {
			f |= Given
		}
		return f
	}
	givens, families := english()
	first, last := words[0], words[len(words)-1]
	if givens[first] && families[last] || families[first] && givens[last] || givens[first] && !common[first] && len(words) == 2 {
		return Full
	}
	return 0
}
