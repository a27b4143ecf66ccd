package main

import "strings"

// hiragana writes katakana as hiragana.
func hiragana(katakana string) string {
	const first, last, distance = 'ァ', 'ヶ', 'ァ' - 'ぁ'
	return strings.Map(func(r rune) rune {
		if first <= r && r <= last {
			return r - distance
		}
		return r
	}, katakana)
}

// Katakana, and the same in half width, where a voiced sound is two characters.
var halfWidth = strings.NewReplacer(strings.Fields(`
	ガ ｶﾞ ギ ｷﾞ グ ｸﾞ ゲ ｹﾞ ゴ ｺﾞ ザ ｻﾞ ジ ｼﾞ ズ ｽﾞ ゼ ｾﾞ ゾ ｿﾞ ダ ﾀﾞ ヂ ﾁﾞ ヅ ﾂﾞ デ ﾃﾞ ド ﾄﾞ
	バ ﾊﾞ ビ ﾋﾞ ブ ﾌﾞ ベ ﾍﾞ ボ ﾎﾞ パ ﾊﾟ ピ ﾋﾟ プ ﾌﾟ ペ ﾍﾟ ポ ﾎﾟ ヴ ｳﾞ
	ア ｱ イ ｲ ウ ｳ エ ｴ オ ｵ カ ｶ キ ｷ ク ｸ ケ ｹ コ ｺ サ ｻ シ ｼ ス ｽ セ ｾ ソ ｿ タ ﾀ チ ﾁ ツ ﾂ テ ﾃ ト ﾄ
	ナ ﾅ ニ ﾆ ヌ ﾇ ネ ﾈ ノ ﾉ ハ ﾊ ヒ ﾋ フ ﾌ ヘ ﾍ ホ ﾎ マ ﾏ ミ ﾐ ム ﾑ メ ﾒ モ ﾓ ヤ ﾔ ユ ﾕ ヨ ﾖ
	ラ ﾗ リ ﾘ ル ﾙ レ ﾚ ロ ﾛ ワ ﾜ ヲ ｦ ン ﾝ ァ ｧ ィ ｨ ゥ ｩ ェ ｪ ォ ｫ ャ ｬ ュ ｭ ョ ｮ ッ ｯ ー ｰ ・ ･`)...)

// unvoiced takes the marks from voiced sounds and makes small kana large: the
// first level of the order of JIS X 4061.
var unvoiced = strings.NewReplacer(strings.Fields(`
	ガ カ ギ キ グ ク ゲ ケ ゴ コ ザ サ ジ シ ズ ス ゼ セ ゾ ソ ダ タ ヂ チ ヅ ツ デ テ ド ト
	バ ハ ビ ヒ ブ フ ベ ヘ ボ ホ パ ハ ピ ヒ プ フ ペ ヘ ポ ホ ヴ ウ
	ァ ア ィ イ ゥ ウ ェ エ ォ オ ャ ヤ ュ ユ ョ ヨ ッ ツ ヮ ワ ヵ カ ヶ ケ`)...)

// vowels are the kana in the order of their vowels, for the long mark.
var vowels = map[rune]string{
	'ア': "アカサタナハマヤラワ", 'イ': "イキシチニヒミリ", 'ウ': "ウクスツヌフムユル", 'エ': "エケセテネヘメレ", 'オ': "オコソトノホモヨロヲ",
}

// kanaOrder gives a key under which readings sort as in a class list: by the
// sounds without their marks, and only then by the marks. A long mark counts
// as the vowel before it.
func kanaOrder(family, given string) string {
	return firstLevel(family) + " " + firstLevel(given) + "\x00" + family + " " + given
}

func firstLevel(kana string) string {
	var b strings.Builder
	var last rune
	for _, r := range unvoiced.Replace(kana) {
		if r == 'ー' {
			for vowel, row := range vowels {
				if strings.ContainsRune(row, last) {
					r = vowel
				}
			}
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
