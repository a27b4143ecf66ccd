// Package name finds names of persons in running text, and Japanese addresses: what
// cannot be seen in the bytes and needs words.
//
// Japanese is cut into words by kagome with the IPADIC dictionary, which is loaded
// when the first Japanese text is looked at (a quarter of a second, 80 MB). English
// is judged by lists of names and by the words round them. Both miss names; docs/text.md
// says how many. Nobody may take a text for free of names because nothing was found.
package name

import "unicode/utf8"

// A Kind is what was found.
type Kind uint8

const (
	Person Kind = iota
	Address
)

func (k Kind) String() string { return [...]string{"person", "address"}[k] }

// A Finding is a name in a text, without its title and honorific.
type Finding struct {
	Start, End int // bytes
	Kind       Kind
	// Family is where the family name ends that a name begins with; Start if it
	// begins with none that is known as one.
	Family int
	// Doubt says that what stands round it makes a thing, a firm or a place of it as likely as
	// somebody: Charlotte Douglas International Airport, 高橋酒造.
	Doubt bool
}

// Find appends what is in a text, in its order; findings do not overlap.
func Find(dst []Finding, text []byte) []Finding {
	for start := 0; start < len(text); {
		end, cjk, latin := sentence(text, start)
		from := len(dst)
		if cjk {
			dst = findJapanese(dst, text, start, end)
		}
		if latin {
			dst = findEnglish(dst, from, text, start, end)
		}
		start = end
	}
	return dst
}

// longestSentence is where a sentence is cut that has no end, behind a comma or space
// if it has one: the time for a sentence grows faster than its length.
const longestSentence = 600

// sentence gives the end of the sentence at start, and what scripts it has.
func sentence(text []byte, start int) (end int, cjk, latin bool) {
	soft := 0
	for end = start; end < len(text); {
		if end-start >= longestSentence {
			if soft > 0 {
				end = soft
			}
			break
		}
		r, n := rune(text[end]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[end:])
		}
		end += n
		switch {
		case 'A' <= r && r <= 'Z':
			latin = true
		case isJapanese(r):
			cjk = true
		case r == '\n', r == '。', r == '！', r == '？':
			return end, cjk, latin
		case r == ' ', r == '、', r == '　':
			soft = end
		}
	}
	return end, cjk, latin
}

// isJapanese says whether a character is one that Japanese words are written in.
func isJapanese(r rune) bool {
	return r >= 0x3041 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff66 && r <= 0xff9f || r >= 0x20000
}

// Fold gives the plain form of a character that names are written with in several
// ways: 髙 is 高. One character stays one.
func Fold(r rune) rune {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	case r == '　':
		return ' '
	case r < 0x3400:
		return r
	}
	if plain, ok := variants[r]; ok {
		return plain
	}
	return r
}

// variants are the forms of characters in names that dictionaries do not have.
var variants = func() map[rune]rune {
	m := map[rune]rune{}
	for _, pair := range [...]string{
		"髙高", "﨑崎", "嵜崎", "碕崎", "濵浜", "濱浜", "邊辺", "邉辺", "齋斎", "齊斉", "𠮷吉", "栁柳", "德徳", "惠恵", "眞真", "槇槙",
		"澤沢", "廣広", "國国", "櫻桜", "龍竜", "瀧滝", "嶋島", "嶌島", "黑黒", "淸清", "靜静", "增増", "緖緒", "曾曽", "冨富", "峯峰",
		"賴頼", "薗園", "榮栄", "條条", "應応", "關関", "桒桑", "舘館", "渕淵", "渊淵", "壽寿", "彌弥", "萬万", "實実", "豐豊", "寬寛",
		"晉晋",
	} {
		r, n := utf8.DecodeRuneInString(pair)
		plain, _ := utf8.DecodeRuneInString(pair[n:])
		m[r] = plain
	}
	return m
}()
