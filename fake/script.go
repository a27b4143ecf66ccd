package fake

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// A charClass is what a character is to the parsers of this package.
type charClass uint8

const (
	otherChar    charClass = iota // symbols, controls, emoji
	markChar                      // belongs to the character before: accents, variation selectors
	digitChar                     // 0-9
	wideDigit                     // ０-９
	lowerChar                     // a-z
	upperChar                     // A-Z
	wideLower                     // ａ-ｚ
	wideUpper                     // Ａ-Ｚ
	latinChar                     // Latin beyond ASCII, in either case
	hanChar                       // kanji and the repeat mark
	hiraganaChar                  //
	katakanaChar                  // with the long mark
	halfKanaChar                  // half-width katakana
	letterChar                    // letters of other scripts
)

func classOf(r rune) charClass {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case '0' <= r && r <= '9':
			return digitChar
		case 'a' <= r && r <= 'z':
			return lowerChar
		case 'A' <= r && r <= 'Z':
			return upperChar
		}
		return otherChar
	case isHan(r):
		return hanChar
	case 'ぁ' <= r && r <= 'ゖ' || r == 'ゝ' || r == 'ゞ':
		return hiraganaChar
	case isKatakana(r):
		return katakanaChar
	case 'ｦ' <= r && r <= 'ﾟ':
		return halfKanaChar
	case '０' <= r && r <= '９':
		return wideDigit
	case 'ａ' <= r && r <= 'ｚ':
		return wideLower
	case 'Ａ' <= r && r <= 'Ｚ':
		return wideUpper
	case unicode.Is(unicode.M, r) || r == '\u200c' || r == '\u200d':
		return markChar
	case unicode.Is(unicode.Latin, r):
		return latinChar
	case unicode.IsLetter(r):
		return letterChar
	}
	return otherChar
}

// isHan says whether r is a kanji, 々, 〆 or 〇.
func isHan(r rune) bool {
	return '一' <= r && r <= '\u9fff' || '々' <= r && r <= '〇' || '\u3400' <= r && r <= '\u4dbf' ||
		'\uf900' <= r && r <= '\ufaff' || '\U00020000' <= r && r <= '\U0003ffff'
}

// isKatakana takes in the long mark and the repeat marks, not the middle dot.
func isKatakana(r rune) bool {
	return 'ァ' <= r && r <= 'ヺ' || 'ー' <= r && r <= 'ヾ'
}

func (c charClass) latin() bool { return lowerChar <= c && c <= latinChar }

// begins and ends compare without a conversion that could allocate.

func begins(b []byte, s string) bool { return len(b) >= len(s) && string(b[:len(s)]) == s }

func ends(b []byte, s string) bool { return len(b) >= len(s) && string(b[len(b)-len(s):]) == s }

// trimSpace is bytes.TrimSpace, quick where there is nothing to trim.
func trimSpace(v []byte) []byte {
	if n := len(v); n > 0 && !spaceBegins(v) && !spaceBegins(v[n-1:]) && (n < 2 || v[n-2] != 0xc2) && (n < 3 || !spaceBegins(v[n-3:])) {
		return v
	}
	return bytes.TrimSpace(v)
}

// spaceBegins says whether a space may begin here: Unicode's begin with C2, E1,
// E2 or E3 80.
func spaceBegins(v []byte) bool {
	switch c := v[0]; c {
	case 0xc2, 0xe1, 0xe2:
		return true
	case 0xe3:
		return len(v) > 1 && v[1] == 0x80
	default:
		return c <= ' '
	}
}

// runeCount counts characters. It is utf8.RuneCount, which copies a long text
// where the compiler puts it in place of the call.
func runeCount(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// asciiDigit gives the value of a digit of either width.
func asciiDigit(r rune) (byte, bool) {
	switch {
	case '0' <= r && r <= '9':
		return byte(r), true
	case '０' <= r && r <= '９':
		return byte(r - '０' + '0'), true
	}
	return 0, false
}

// appendDigit appends an ASCII digit in the width asked for.
func appendDigit(dst []byte, d byte, wide bool) []byte {
	if wide {
		return utf8.AppendRune(dst, rune(d)-'0'+'０')
	}
	return append(dst, d)
}

// widen changes the printable ASCII characters from at on to full width.
func widen(dst []byte, at int) []byte {
	var tmp [128]byte
	text := append(tmp[:0], dst[at:]...)
	dst = dst[:at]
	for _, c := range text {
		switch {
		case c == ' ':
			dst = append(dst, "　"...)
		case '!' <= c && c <= '~':
			dst = utf8.AppendRune(dst, rune(c)-'!'+'！')
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
