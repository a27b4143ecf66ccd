package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// level is that of a kanji in JIS X 0208: 1 for what is in use, 2 for the rare
// ones and old forms, 0 for characters that are none of its kanji.
func level(r rune) int {
	b, err := japanese.EUCJP.NewEncoder().Bytes([]byte(string(r)))
	switch {
	case err != nil || len(b) != 2 || r < '一' || r > '\u9fff':
		return 0
	case 0xb0 <= b[0] && b[0] <= 0xcf:
		return 1
	case 0xd0 <= b[0] && b[0] <= 0xf4:
		return 2
	}
	return 0
}

// levelOf is the highest level of the kanji of a text, or 0 if there is
// something else in it.
func levelOf(text string) int {
	most := 1
	for _, r := range text {
		switch l := level(r); {
		case r == '々':
		case l == 0:
			return 0
		default:
			most = max(most, l)
		}
	}
	return most
}

func isHiragana(text string) bool {
	return strings.TrimFunc(text, func(r rune) bool { return 'ぁ' <= r && r <= 'ん' }) == ""
}

// isReading takes the kana that names are read with today.
func isReading(kana string) bool {
	if kana == "" || strings.ContainsAny(kana, "ヰヱヲヴヵヶヂヅァィゥェォー・") {
		return false
	}
	return strings.TrimFunc(kana, func(r rune) bool {
		return 'ア' <= r && r <= 'ン' || r == 'ャ' || r == 'ュ' || r == 'ョ' || r == 'ッ'
	}) == ""
}

// isFamilyForm says whether a word has the form of a family name: two to four
// kanji of level 1, with ノ, ヶ or ケ between them. One kanji is left to the lists of
// common names, since as many of those in dictionaries are Chinese and Korean.
func isFamilyForm(w word) bool {
	n := utf8.RuneCountInString(w.written)
	bare := strings.NewReplacer("ノ", "", "ヶ", "", "之", "之").Replace(w.written)
	return 2 <= n && n <= 4 && levelOf(bare) == 1 && !strings.HasPrefix(w.written, "ノ") && !strings.HasSuffix(w.written, "ノ") &&
		isReading(w.reading) && utf8.RuneCountInString(w.reading) >= 2
}

// isGivenForm says whether a word has the form of a given name of today: up to
// three kanji, or hiragana.
func isGivenForm(w word) bool {
	n, kana := utf8.RuneCountInString(w.written), utf8.RuneCountInString(w.reading)
	if !isReading(w.reading) || kana < 2 || kana > 7 {
		return false
	}
	return levelOf(w.written) > 0 && n <= 3 && kana >= n || isHiragana(w.written) && 2 <= n && n <= 4
}

// Endings of given names that tell the sex, by the last kanji: how it is read
// there. Kanji that end names of both (希 輝 樹 央 …) are left out.
var (
	maleEndings = map[rune]string{
		'郎': "ロウ", '朗': "ロウ", '夫': "オ", '雄': "オ", '男': "オ", '彦': "ヒコ", '助': "スケ", '介': "スケ", '輔': "スケ", '佑': "スケ",
		'太': "タ", '汰': "タ", '斗': "ト", '人': "ト", '司': "ジ シ", '治': "ジ ハル", '二': "ジ", '次': "ジ", '志': "シ", '史': "シ", '士': "シ ジ",
		'一': "イチ カズ", '平': "ヘイ", '也': "ヤ", '哉': "ヤ", '之': "ユキ", '行': "ユキ", '明': "アキ", '昭': "アキ", '章': "アキ", '彰': "アキ",
		'弘': "ヒロ", '宏': "ヒロ", '博': "ヒロ", '浩': "ヒロ", '広': "ヒロ", '裕': "ヒロ", '洋': "ヒロ", '隆': "タカ", '孝': "タカ", '高': "タカ",
		'貴': "タカ", '崇': "タカ", '信': "ノブ", '伸': "ノブ", '宣': "ノブ", '光': "ミツ", '充': "ミツ", '正': "マサ", '政': "マサ", '昌': "マサ",
		'雅': "マサ", '将': "マサ", '和': "カズ", '則': "ノリ", '典': "ノリ", '範': "ノリ", '憲': "ノリ", '規': "ノリ", '徳': "ノリ", '紀': "ノリ",
		'義': "ヨシ", '良': "ヨシ", '好': "ヨシ", '久': "ヒサ", '尚': "ヒサ", '寿': "ヒサ トシ", '利': "トシ", '俊': "トシ", '敏': "トシ", '年': "トシ",
		'茂': "シゲ", '重': "シゲ", '秀': "ヒデ", '英': "ヒデ", '武': "タケ", '剛': "タケ ゴウ", '毅': "キ タケ", '道': "ミチ", '通': "ミチ", '吾': "ゴ",
		'悟': "ゴ", '生': "オ", '晴': "ハル", '春': "ハル", '仁': "ヒト", '文': "フミ", '幸': "ユキ",
	}
	femaleEndings = map[rune]string{
		'子': "コ", '美': "ミ", '実': "ミ", '江': "エ", '恵': "エ", '枝': "エ", '絵': "エ", '衣': "エ イ", '代': "ヨ", '世': "ヨ", '香': "カ", '佳': "カ",
		'花': "カ", '華': "カ", '歌': "カ", '果': "カ", '奈': "ナ", '菜': "ナ", '那': "ナ", '乃': "ノ", '里': "リ", '梨': "リ", '理': "リ", '莉': "リ",
		'穂': "ホ", '帆': "ホ", '沙': "サ", '紗': "サ", '音': "ネ", '織': "オリ", '緒': "オ", '羽': "ワ ハ", '葉': "ハ", '月': "ツキ", '咲': "サキ",
	}
	// Names of former days and of the stage end in these.
	oldEndings = "吉蔵造松丞門衛兵作市五七八九十斎庵亭堂軒翁院斉僧尼翠山川村"
)

// endingSex tells the sex of a given name by its ending, or gives: given.
func endingSex(w word) kind {
	last, n := utf8.DecodeLastRuneInString(w.written)
	if n == len(w.written) {
		return given // of one kanji
	}
	for sex, endings := range map[kind]map[rune]string{male: maleEndings, female: femaleEndings} {
		for _, e := range strings.Fields(endings[last]) {
			if strings.HasSuffix(w.reading, e) && len(w.reading) > len(e) {
				return sex
			}
		}
	}
	return given
}

// isOld says whether a name is of former days.
func isOld(w word) bool {
	last, _ := utf8.DecodeLastRuneInString(w.written)
	return strings.ContainsRune(oldEndings, last) || strings.HasSuffix(w.reading, "エモン") || strings.HasSuffix(w.written, "之助") || strings.HasSuffix(w.written, "之丞")
}

// unfit are words that nobody is to be called: names that stand for one person,
// and ones that hurt or that are words of another kind.
var unfit = strings.Fields(`
	天皇 皇帝 殿下 陛下 太子 皇子 王子 王女 女王 明治 大正 昭和 平成 令和 江戸
	信長 秀吉 家康 秀忠 家光 家斉 吉宗 綱吉 家茂 慶喜 光圀 信玄 謙信 政宗 光秀 三成 幸村 利家 清正 頼朝 義経 弁慶 尊氏 義満 義政 清盛 道真 道長 鎌足 入鹿
	空海 最澄 親鸞 日蓮 道元 栄西 法然 一休 鑑真 行基 良寛 隆盛 利通 海舟 歳三 晋作 松陰 象山 龍馬 竜馬 諭吉 漱石 鴎外 子規 一葉 啄木 芭蕉 一茶 蕪村 馬琴 西鶴
	歌麿 北斎 写楽 応挙 大観 篤胤 宣長 白秋 犀星 朔太郎 釈迦 達磨 弥勒 観音 菩薩 阿弥陀 文殊 普賢 金剛 明王 卑弥呼 悪魔
	精子 卵子 女子 男子 母子 父子 妻子 息子 双子 弟子 帽子 椅子 菓子 団子 種子 障子 様子 調子 拍子 原子 電子 餃子 冊子 扇子 面子 骨子 獅子 王将 処女 少女 乙女
	満子 珍子 珍美 穢子 殺 死 屍 糞 尿 血 乱 暴 毒 鬼 魔 幽霊 奴隷 穢多 非人 部落 乞食 愚 痴 狂 病 癌 姦 淫 妾 娼`)

var unfitReadings = []string{"マンコ", "チンコ", "ウンコ", "シッコ", "チンポ", "アクマ", "バカ", "アホ", "ブス", "クソ", "シネ", "ニクコ"}

// isUnfit says whether a name is one of those, or has one of the characters that
// stand alone there.
func isUnfit(w word) bool {
	if slices.Contains(unfitReadings, w.reading) {
		return true
	}
	for _, u := range unfit {
		if w.written == u || utf8.RuneCountInString(u) == 1 && strings.Contains(w.written, u) && u != "鬼" {
			return true
		}
	}
	return false
}

// foldKana takes voicing marks, smallness and long marks from katakana: what
// collations do not tell apart.
func foldKana(s string) string { return folding.Replace(s) }

var folding = strings.NewReplacer(
	"ガ", "カ", "ギ", "キ", "グ", "ク", "ゲ", "ケ", "ゴ", "コ", "ザ", "サ", "ジ", "シ", "ズ", "ス", "ゼ", "セ", "ゾ", "ソ",
	"ダ", "タ", "ヂ", "チ", "ヅ", "ツ", "デ", "テ", "ド", "ト", "バ", "ハ", "パ", "ハ", "ビ", "ヒ", "ピ", "ヒ", "ブ", "フ", "プ", "フ",
	"ベ", "ヘ", "ペ", "ヘ", "ボ", "ホ", "ポ", "ホ", "ヴ", "ウ", "ァ", "ア", "ィ", "イ", "ゥ", "ウ", "ェ", "エ", "ォ", "オ",
	"ッ", "ツ", "ャ", "ヤ", "ュ", "ユ", "ョ", "ヨ", "ー", "")
