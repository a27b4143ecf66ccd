package verify

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/migawari-dev/migawari/mask/detect/name"
)

// forms has the form under which each character is compared: without case, accent, width,
// the kind of kana, and what people write between the parts of a number or name. So
// ０９０－１２３４ is 0901234, ﾉｶﾞﾊﾗ and のがはら are ノガハラ, O'Brien is obrien.
type forms [1 << 16]uint16

// What a form can be beside a character.
const (
	skipped    = 0 // it stands between parts
	voices     = 1 // it changes the kana before it
	halfVoices = 2
	control    = 3 // one of the signs that these numbers stand for
)

// Characters that no text has.
const (
	broken  rune = 0x110000 // and the byte that is no UTF-8
	divider rune = 0x1fffff // what cannot be text
)

var theForms = sync.OnceValue(func() *forms {
	f := new(forms)
	for r := range rune(1 << 16) {
		f[r] = uint16(formOf(r))
	}
	return f
})

func formOf(r rune) rune {
	switch {
	case r <= control:
		return control
	case '！' <= r && r <= '～':
		r -= '！' - '!'
	case 'ぁ' <= r && r <= 'ゖ':
		r += 'ァ' - 'ぁ'
	case '･' <= r && r <= 'ﾝ':
		r = []rune(wideKana)[r-'･']
	case r == 'ﾞ', r == 0x3099, r == '゛':
		return voices
	case r == 'ﾟ', r == 0x309a, r == '゜':
		return halfVoices
	case 0xc0 <= r && r < 0x250, 0x370 <= r && r < 0x400, 0x1e00 <= r && r < 0x2000:
		if plain, _ := utf8.DecodeRuneInString(norm.NFKD.String(string(r))); unicode.IsLetter(plain) {
			r = plain
		}
	}
	switch {
	case r == ' ', r == '\t', r == '-', r == '.', r == '(', r == ')', r == '/', r == '_', r == '\'', r == '"', r == '’', r == '\\', r == '+',
		r == 'ー', r == '・', 0x2010 <= r && r <= 0x2015, r == 0x2212, r == '　', r == 0xa0, r == 0xfeff, r == 0x200b, 0x300 <= r && r < 0x370:
		return skipped
	}
	return name.Fold(unicode.ToLower(r))
}

// wideKana are the kana of full width in the order in which those of half width stand.
const wideKana = "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"

// append appends the canonical form of a text.
func (f *forms) append(dst []rune, text []byte) []rune {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			if to := f[c]; to != skipped {
				dst = append(dst, rune(to))
			}
			continue
		}
		r, n := decodeRune(text[i:])
		i += n
		dst = f.put(dst, r)
	}
	return dst
}

// decodeRune is [utf8.DecodeRune], but for bytes that are no UTF-8.
func decodeRune(text []byte) (rune, int) {
	if len(text) < 2 || text[1]>>6 != 2 {
		if c := text[0]; c >= utf8.RuneSelf {
			return broken + rune(c), 1
		}
	}
	if len(text) >= 3 && text[0]>>4 == 0xe && text[1]>>6 == 2 && text[2]>>6 == 2 {
		if r := rune(text[0]&0xf)<<12 | rune(text[1]&0x3f)<<6 | rune(text[2]&0x3f); r >= 0x800 && r>>11 != 0x1b {
			return r, 3
		}
	}
	r, n := utf8.DecodeRune(text)
	if r == utf8.RuneError && n == 1 {
		return broken + rune(text[0]), 1
	}
	return r, n
}

// put appends the form of one character.
func (f *forms) put(dst []rune, r rune) []rune {
	if r >= broken {
		return append(dst, r)
	}
	if r > 0xffff {
		return append(dst, name.Fold(unicode.ToLower(r)))
	}
	switch to := f[r]; to {
	case skipped:
		return dst
	case voices, halfVoices:
		return voice(dst, rune(to))
	default:
		return append(dst, rune(to))
	}
}

// fold gives the canonical form of characters in their place.
func (f *forms) fold(runes []rune) []rune {
	to := runes[:0]
	for _, r := range runes {
		to = f.put(to, r)
	}
	return to
}

// voice gives the last kana its mark.
func voice(dst []rune, by rune) []rune {
	if len(dst) == 0 {
		return dst
	}
	last := &dst[len(dst)-1]
	switch r := *last; {
	case 'ハ' <= r && r <= 'ホ' && (r-'ハ')%3 == 0, by == voices && isVoiced(r):
		*last += by
	case by == voices && r == 'ウ':
		*last = 'ヴ'
	}
	return dst
}

// isVoiced says whether a kana has a twin with a mark behind it.
func isVoiced(r rune) bool {
	switch r {
	case 'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ', 'タ', 'チ', 'ツ', 'テ', 'ト':
		return true
	}
	return false
}

// tellsOf says whether a value in its canonical form is long enough to tell of anybody,
// wherever it stands.
func tellsOf(canonical []rune) bool {
	if differ(canonical) < leastDifferent {
		return false // 0000-00-00, xxxxxx
	}
	digits, letters, ascii, size := 0, 0, 0, 0
	for _, r := range canonical {
		if r < broken {
			size += utf8.RuneLen(r)
		} else {
			size++
		}
		if r < utf8.RuneSelf {
			ascii++
		}
		switch {
		case isDigit(r):
			digits++
		case 'a' <= r && r <= 'z':
			letters++
		}
	}
	switch n := len(canonical); {
	case digits == n:
		return digits >= leastDigits
	case ascii == n:
		return letters+digits >= leastLetters
	case n < leastLetters && allASCII(canonical[:min(n, leastRunes)]):
		return false
	default:
		return n >= leastRunes && size >= leastLetters
	}
}

// differ counts the different characters of a value, as far as it matters.
func differ(canonical []rune) int {
	var seen [leastDifferent]rune
	n := 0
	for _, r := range canonical {
		if n < leastDifferent && !slices.Contains(seen[:n], r) {
			seen[n] = r
			n++
		}
	}
	return n
}

// The shortest values that are looked for, and of how many different characters.
const (
	leastDifferent = 3
	leastDigits    = 7
	leastLetters   = 6
	leastRunes     = 3
)

func allASCII(runes []rune) bool {
	for _, r := range runes {
		if r >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isDigit[T byte | rune](c T) bool { return '0' <= c && c <= '9' }
