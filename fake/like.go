package fake

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// AppendLike appends a fake of a value that is of no kind: digits become digits,
// and letters letters of the same script, case and width; punctuation stays, and
// anything else goes. limit is the greatest number of characters, 0 for none; the
// fake is never longer than the value unless that is empty.
//
// What looks like an e-mail or IP address or a phone number becomes one of
// nobody, for which domains is that of [Locale.AppendEmail]. A value with nine
// digits or more gets zeros at the front, which begin no phone and no card number.
func (l *Locale) AppendLike(dst []byte, s, domains Seed, like []byte, limit int) []byte {
	start := len(dst)
	fits := func(b []byte, ok bool) bool { return ok && (limit == 0 || runeCount(b[start:]) <= limit) }
	if limit == 0 || limit >= EmailLeast {
		if b, ok := l.AppendEmail(dst, s, domains, like, limit); fits(b, ok) {
			return b
		}
	}
	if b, ok := AppendIP(dst[:start], s, like, 0); fits(b, ok) && bytes.ContainsAny(like, ".:") {
		return b
	}
	var digits [24]byte
	if g, ok := scanDigits(bytes.TrimSpace(like), &digits, isPhoneSeparator); !ok || g.n >= 9 {
		if b, ok := l.AppendPhone(dst[:start], s, like, 0); fits(b, ok) {
			return b
		}
	}
	return l.appendLike(dst[:start], s, like, limit)
}

func (l *Locale) appendLike(dst []byte, s Seed, like []byte, limit int) []byte {
	start, draws, chars := len(dst), s.Sub("like").Stream(), 0
	zeros := countDigits(like) - 8
	if zeros > 0 {
		zeros += 4 // leave four
	}
	wasLetter := false
	for i := 0; i < len(like) && (limit == 0 || chars < limit); {
		r, n := utf8.DecodeRune(like[i:])
		i += n
		at := len(dst)
		class := classOf(r)
		if class == digitChar || class == wideDigit {
			digit := byte('0' + draws.N(10))
			if zeros > 0 {
				digit, zeros = '0', zeros-1
			}
			dst = appendDigit(dst, digit, class == wideDigit)
		} else {
			dst = l.use().appendLetter(dst, &draws, r, class, wasLetter)
		}
		if wasLetter = class > wideDigit; len(dst) > at {
			chars++
		}
	}
	if len(dst) == start {
		dst = append(dst, 'a'+byte(draws.N(26)))
	}
	return dst
}

func countDigits(b []byte) int {
	n := 0
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if _, ok := asciiDigit(r); ok {
			n++
		}
		i += size
	}
	return n
}

// Letters of fakes that are no words. Kana without marks and small ones, which
// collations take for the plain ones.
const (
	plainHiragana = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん"
	plainKatakana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
	plainHalfKana = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ"
	plainKana     = 45       // letters in each of them
	kanaBytes     = len("あ") // bytes of each letter
	keptMarks     = " -_/:,;()[]\t\r\n　・、。（）「」【】［］，：；＿－"
)

// appendLetter appends a letter of the class, or punctuation. A full stop between
// letters becomes a hyphen, so that no fake is the name of a host.
func (x *index) appendLetter(dst []byte, draws *Stream, r rune, class charClass, wasLetter bool) []byte {
	kana := func(letters string) []byte {
		i := draws.N(plainKana) * kanaBytes
		return append(dst, letters[i:i+kanaBytes]...)
	}
	switch {
	case class == letterChar && x.readings:
		class = latinChar // of a script that is not the locale's
	case class >= hanChar && !x.readings:
		class = x.own // the locale has no other letters
	}
	switch class {
	case lowerChar, latinChar:
		return append(dst, 'a'+byte(draws.N(26)))
	case upperChar:
		return append(dst, 'A'+byte(draws.N(26)))
	case wideLower:
		return utf8.AppendRune(dst, 'ａ'+rune(draws.N(26)))
	case wideUpper:
		return utf8.AppendRune(dst, 'Ａ'+rune(draws.N(26)))
	case hiraganaChar:
		return kana(plainHiragana)
	case katakanaChar:
		return kana(plainKatakana)
	case halfKanaChar:
		return kana(plainHalfKana)
	case hanChar, letterChar:
		return utf8.AppendRune(dst, x.letters[draws.N(len(x.letters))])
	case markChar:
		return dst
	}
	switch {
	case r == '.' && wasLetter:
		return append(dst, '-')
	case r == '.' || r != utf8.RuneError && strings.ContainsRune(keptMarks, r):
		return utf8.AppendRune(dst, r)
	}
	return dst
}
