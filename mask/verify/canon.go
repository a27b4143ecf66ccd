package verify

import (
	"unicode"
	"unicode/utf8"
)

// appendCanonical appends the form under which a text is compared: without case, width,
// the kind of kana, and what people write between the parts of a number or name. So
// ０９０－１２３４ is 0901234, and ﾉｶﾞﾊﾗ and のがはら are ノガハラ. Bytes that are no UTF-8 stay.
func appendCanonical(dst, text []byte) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c |= 0x20
			case skipped[c]:
				continue
			}
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			dst = append(dst, c)
			i++
			continue
		}
		i += n
		dst = appendRune(dst, r)
	}
	return dst
}

// skipped are the signs of ASCII that stand between parts.
var skipped = [utf8.RuneSelf]bool{' ': true, '\t': true, '-': true, '.': true, '(': true, ')': true, '/': true, '_': true}

func appendRune(dst []byte, r rune) []byte {
	switch {
	case '！' <= r && r <= '～':
		r -= '！' - '!'
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		if skipped[r] {
			return dst
		}
	case 'ぁ' <= r && r <= 'ゖ':
		r += 'ァ' - 'ぁ'
	case '･' <= r && r <= 'ﾝ':
		r = []rune(wideKana)[r-'･']
	case r == 'ﾞ' || r == 0x3099 || r == '゛':
		return voice(dst, 1)
	case r == 'ﾟ' || r == 0x309a || r == '゜':
		return voice(dst, 2)
	}
	switch {
	case r == 'ー', r == '・', 0x2010 <= r && r <= 0x2015, r == 0x2212, r == '　', r == 0xa0, r == 0xfeff, r == 0x200b:
		return dst
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// wideKana are the kana of full width in the order in which those of half width stand.
const wideKana = "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"

// voice gives the last kana its mark.
func voice(dst []byte, by rune) []byte {
	r, n := utf8.DecodeLastRune(dst)
	switch {
	case 'ハ' <= r && r <= 'ホ' && (r-'ハ')%3 == 0, by == 1 && voiced[r]:
		return utf8.AppendRune(dst[:len(dst)-n], r+by)
	case by == 1 && r == 'ウ':
		return utf8.AppendRune(dst[:len(dst)-n], 'ヴ')
	}
	return dst
}

var voiced = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range "カキクケコサシスセソタチツテト" {
		m[r] = true
	}
	return m
}()

// tellsOf says whether a value in its canonical form is long enough to tell of anybody,
// wherever it stands.
func tellsOf(canonical []byte) bool {
	digits, ascii := 0, 0
	for _, c := range canonical {
		if c < utf8.RuneSelf {
			ascii++
		}
		if isDigit(c) {
			digits++
		}
	}
	switch {
	case digits == len(canonical):
		return digits >= leastDigits
	case ascii == len(canonical):
		return ascii >= leastLetters
	}
	return len(canonical) >= shortWindow && utf8.RuneCount(canonical) >= leastRunes
}

// The shortest values that are looked for.
const (
	leastDigits  = 7
	leastLetters = 6
	leastRunes   = 3
)

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
