package fake

import "unicode/utf8"

// Faces of a reading. Every function here is a rule and no table of names: what
// a rule gets wrong (井上 is Inoue, not Inōe) stands in the locale's list.

// AppendHiragana appends katakana as hiragana. The two blocks of Unicode are
// parallel, U+30A1–U+30F6 to U+3041–U+3096; the long mark belongs to both.
func AppendHiragana(dst []byte, katakana string) []byte {
	for _, r := range katakana {
		if 'ァ' <= r && r <= 'ヶ' {
			r += 'ぁ' - 'ァ'
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// AppendHalfWidth appends katakana in half width (JIS X 0201, U+FF66–U+FF9F).
// Voiced marks are characters of their own there: ガ is ｶﾞ.
func AppendHalfWidth(dst []byte, katakana string) []byte {
	for _, r := range katakana {
		if 'ァ' <= r && r <= 'ー' && halfWidth[r-'ァ'] != "" {
			dst = append(dst, halfWidth[r-'ァ']...)
			continue
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// halfWidth is indexed from ァ, U+30A1. JIS X 0201 has no ヮ, ヰ, ヱ, ヵ and ヶ;
// they are written as what they sound or look like.
var halfWidth = [...]string{
	"ｧ", "ｱ", "ｨ", "ｲ", "ｩ", "ｳ", "ｪ", "ｴ", "ｫ", "ｵ",
	"ｶ", "ｶﾞ", "ｷ", "ｷﾞ", "ｸ", "ｸﾞ", "ｹ", "ｹﾞ", "ｺ", "ｺﾞ",
	"ｻ", "ｻﾞ", "ｼ", "ｼﾞ", "ｽ", "ｽﾞ", "ｾ", "ｾﾞ", "ｿ", "ｿﾞ",
	"ﾀ", "ﾀﾞ", "ﾁ", "ﾁﾞ", "ｯ", "ﾂ", "ﾂﾞ", "ﾃ", "ﾃﾞ", "ﾄ", "ﾄﾞ",
	"ﾅ", "ﾆ", "ﾇ", "ﾈ", "ﾉ",
	"ﾊ", "ﾊﾞ", "ﾊﾟ", "ﾋ", "ﾋﾞ", "ﾋﾟ", "ﾌ", "ﾌﾞ", "ﾌﾟ", "ﾍ", "ﾍﾞ", "ﾍﾟ", "ﾎ", "ﾎﾞ", "ﾎﾟ",
	"ﾏ", "ﾐ", "ﾑ", "ﾒ", "ﾓ", "ｬ", "ﾔ", "ｭ", "ﾕ", "ｮ", "ﾖ",
	"ﾗ", "ﾘ", "ﾙ", "ﾚ", "ﾛ", "ﾜ", "ﾜ", "ｲ", "ｴ", "ｦ", "ﾝ", "ｳﾞ", "ｶ", "ｹ",
	"", "", "", "", "･", "ｰ",
}

// appendKatakana appends a name in any kana as katakana: hiragana by the
// offset, half width with its marks composed. Other characters stay.
func appendKatakana(dst, kana []byte) []byte {
	for i := 0; i < len(kana); {
		r, n := utf8.DecodeRune(kana[i:])
		i += n
		switch {
		case 'ぁ' <= r && r <= 'ゖ':
			r += 'ァ' - 'ぁ'
		case 'ｦ' <= r && r <= 'ﾝ':
			r = fullWidth[r-'ｦ']
			if mark, n := utf8.DecodeRune(kana[i:]); mark == 'ﾞ' || mark == 'ﾟ' {
				i += n
				r = voiced(r, mark)
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// fullWidth is indexed from ｦ, U+FF66.
var fullWidth = [...]rune{
	'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー',
	'ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ',
	'タ', 'チ', 'ツ', 'テ', 'ト', 'ナ', 'ニ', 'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ', 'フ', 'ヘ', 'ホ',
	'マ', 'ミ', 'ム', 'メ', 'モ', 'ヤ', 'ユ', 'ヨ', 'ラ', 'リ', 'ル', 'レ', 'ロ', 'ワ', 'ン',
}

// voiced gives a kana with its mark: in Unicode the next character, or the one
// after that.
func voiced(r, mark rune) rune {
	switch {
	case r == 'ウ' && mark == 'ﾞ':
		return 'ヴ'
	case mark == 'ﾟ' && 'ハ' <= r && r <= 'ホ':
		return r + 2
	case mark == 'ﾞ' && ('カ' <= r && r <= 'ト' || 'ハ' <= r && r <= 'ホ'):
		return r + 1
	}
	return r
}

// AppendHepburn appends katakana in the Hepburn romanisation of everyday use,
// with a capital: as in the revised Hepburn system (ANSI Z39.11-1972, BS
// 4812:1972), ン before a vowel or y has an apostrophe (Jun'ichi), but long
// vowels have no macron, since no legacy character set has ō: タロウ is Taro.
func AppendHepburn(dst []byte, katakana string) []byte {
	return appendRomaji(dst, katakana, false)
}

// AppendPassport appends katakana as Japanese passports write it (the table
// ヘボン式ローマ字綴方表 of the Ministry of Foreign Affairs, as published by the
// prefectures), with a capital: ン before b, m and p is m (Homma), without
// apostrophe (Junichi); long vowels fall away (Ono, Yuko) except an オ at the
// end (Yokoo); foreign sounds are spelt kana by kana (ジェ jie, ティ tei).
func AppendPassport(dst []byte, katakana string) []byte {
	return appendRomaji(dst, katakana, true)
}

func appendRomaji(dst []byte, katakana string, passport bool) []byte {
	start := len(dst)
	double := false // a ッ waits for its consonant
	long := byte(0) // the vowel that a following kana may lengthen
	for i := 0; i < len(katakana); {
		r, n := utf8.DecodeRuneInString(katakana[i:])
		i += n
		switch {
		case r == 'ッ':
			double, long = true, 0
			continue
		case r == 'ー':
			long = 0
			continue
		case long == 'o' && r == 'ウ', long == 'u' && r == 'ウ', long == 'o' && r == 'オ' && i < len(katakana):
			long = 0
			continue
		case r < 'ァ' || r > 'ヴ':
			long = 0
			continue // the middle dot; ヵ and ヶ stand in no reading
		}
		sound := romaji[r-'ァ']
		if passport && r == 'ヴ' {
			sound = "bu"
		}
		if glide, vowel := small(r); vowel != 0 && len(dst) > start {
			dst = appendSmall(dst, start, glide, vowel, passport)
			long = vowel
			continue
		}
		if double {
			first := sound[0]
			if first == 'c' {
				first = 't' // ッチ is tchi
			}
			if !isVowel(first) {
				dst = append(dst, first)
			}
			double = false
		}
		if n := len(dst); n > start && r != 'ン' && dst[n-1] == 'n' {
			dst = afterN(dst, sound[0], passport)
		}
		dst = append(dst, sound...)
		long = sound[len(sound)-1]
	}
	if len(dst) > start && 'a' <= dst[start] && dst[start] <= 'z' {
		dst[start] -= 'a' - 'A'
	}
	return dst
}

// afterN settles how the ン at the end of dst is written before a sound.
func afterN(dst []byte, next byte, passport bool) []byte {
	switch {
	case passport && (next == 'b' || next == 'm' || next == 'p'):
		dst[len(dst)-1] = 'm'
	case !passport && (isVowel(next) || next == 'y'):
		dst = append(dst, '\'')
	}
	return dst
}

// small gives the vowel of a small kana, and whether a y goes before it.
func small(r rune) (glide bool, vowel byte) {
	switch r {
	case 'ャ':
		return true, 'a'
	case 'ュ':
		return true, 'u'
	case 'ョ':
		return true, 'o'
	case 'ァ':
		return false, 'a'
	case 'ィ':
		return false, 'i'
	case 'ゥ':
		return false, 'u'
	case 'ェ':
		return false, 'e'
	case 'ォ':
		return false, 'o'
	}
	return false, 0
}

// appendSmall joins a small kana to the sound before it, which is not empty.
// start is where the name begins.
func appendSmall(dst []byte, start int, glide bool, vowel byte, passport bool) []byte {
	n := len(dst)
	last := dst[n-1]
	before := byte(0)
	if n-start > 1 {
		before = dst[n-2]
	}
	alone := before == 0 || isVowel(before) || before == 'n' && n-start > 2 && isVowel(dst[n-3])
	switch {
	case glide && last == 'i' && !alone:
		dst = dst[:n-1] // ki+ya is kya; shi+ya is sha, chi+ya cha, ji+ya ja
		digraph := before == 'h' && n-start > 2 && (dst[n-3] == 's' || dst[n-3] == 'c')
		if before != 'j' && !digraph {
			dst = append(dst, 'y')
		}
	case passport && glide:
		dst = append(dst, 'y') // デュ deyu
	case passport, !isVowel(last):
		// ファ fua: each kana as it stands
	case glide:
		dst = append(dst[:n-1], 'y') // デュ dyu
	case last == 'u' && (alone || before == 'k' || before == 'g'):
		dst = append(dst[:n-1], 'w') // ウィ wi, クァ kwa
	case last == 'i' && alone:
		dst = append(dst[:n-1], 'y') // イェ ye
	case !alone:
		dst = dst[:n-1] // fu+a is fa, te+i is ti, ji+e is je
	}
	return append(dst, vowel)
}

func isVowel(c byte) bool { return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o' }

// romaji is indexed from ァ, U+30A1, to ヴ.
var romaji = [...]string{
	"a", "a", "i", "i", "u", "u", "e", "e", "o", "o",
	"ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go",
	"sa", "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
	"ta", "da", "chi", "ji", "", "tsu", "zu", "te", "de", "to", "do",
	"na", "ni", "nu", "ne", "no",
	"ha", "ba", "pa", "hi", "bi", "pi", "fu", "bu", "pu", "he", "be", "pe", "ho", "bo", "po",
	"ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo",
	"ra", "ri", "ru", "re", "ro", "wa", "wa", "i", "e", "o", "n", "vu",
}
