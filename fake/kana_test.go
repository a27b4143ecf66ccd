package fake_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
)

// kanaTests: the examples of the passport rules are those that prefectures give
// for them (本間, 難波, 三瓶, 八丁, 発地, 服部, 吉川, 横尾, 興梠, 大野, 佐藤, 河内, 一朗, 裕子).
var kanaTests = []struct{ katakana, hiragana, half, hepburn, passport string }{
	{"ヤマダ", "やまだ", "ﾔﾏﾀﾞ", "Yamada", "Yamada"},
	{"タロウ", "たろう", "ﾀﾛｳ", "Taro", "Taro"},
	{"オオノ", "おおの", "ｵｵﾉ", "Ono", "Ono"},
	{"コオロギ", "こおろぎ", "ｺｵﾛｷﾞ", "Korogi", "Korogi"},
	{"コウチ", "こうち", "ｺｳﾁ", "Kochi", "Kochi"},
	{"ユウコ", "ゆうこ", "ﾕｳｺ", "Yuko", "Yuko"},
	{"イチロウ", "いちろう", "ｲﾁﾛｳ", "Ichiro", "Ichiro"},
	{"サトウ", "さとう", "ｻﾄｳ", "Sato", "Sato"},
	{"ヨコオ", "よこお", "ﾖｺｵ", "Yokoo", "Yokoo"},
	{"イノオ", "いのお", "ｲﾉｵ", "Inoo", "Inoo"},
	{"オオオカ", "おおおか", "ｵｵｵｶ", "Ooka", "Ooka"},
	{"オオウチ", "おおうち", "ｵｵｳﾁ", "Ouchi", "Ouchi"},
	{"トオル", "とおる", "ﾄｵﾙ", "Toru", "Toru"},
	{"ニイナ", "にいな", "ﾆｲﾅ", "Niina", "Niina"},
	{"ケイイチ", "けいいち", "ｹｲｲﾁ", "Keiichi", "Keiichi"},
	{"ジュンイチロウ", "じゅんいちろう", "ｼﾞｭﾝｲﾁﾛｳ", "Jun'ichiro", "Junichiro"},
	{"シンヤ", "しんや", "ｼﾝﾔ", "Shin'ya", "Shinya"},
	{"ホンマ", "ほんま", "ﾎﾝﾏ", "Honma", "Homma"},
	{"ナンバ", "なんば", "ﾅﾝﾊﾞ", "Nanba", "Namba"},
	{"サンペイ", "さんぺい", "ｻﾝﾍﾟｲ", "Sanpei", "Sampei"},
	{"カンノ", "かんの", "ｶﾝﾉ", "Kanno", "Kanno"},
	{"ハッチョウ", "はっちょう", "ﾊｯﾁｮｳ", "Hatcho", "Hatcho"},
	{"ホッチ", "ほっち", "ﾎｯﾁ", "Hotchi", "Hotchi"},
	{"ハットリ", "はっとり", "ﾊｯﾄﾘ", "Hattori", "Hattori"},
	{"キッカワ", "きっかわ", "ｷｯｶﾜ", "Kikkawa", "Kikkawa"},
	{"リッカ", "りっか", "ﾘｯｶ", "Rikka", "Rikka"},
	{"キョウコ", "きょうこ", "ｷｮｳｺ", "Kyoko", "Kyoko"},
	{"シュンスケ", "しゅんすけ", "ｼｭﾝｽｹ", "Shunsuke", "Shunsuke"},
	{"ヒャクタ", "ひゃくた", "ﾋｬｸﾀ", "Hyakuta", "Hyakuta"},
	{"ヒュウガ", "ひゅうが", "ﾋｭｳｶﾞ", "Hyuga", "Hyuga"},
	{"ニャオ", "にゃお", "ﾆｬｵ", "Nyao", "Nyao"},
	{"チヅル", "ちづる", "ﾁﾂﾞﾙ", "Chizuru", "Chizuru"},
	{"フミ", "ふみ", "ﾌﾐ", "Fumi", "Fumi"},
	{"マリア", "まりあ", "ﾏﾘｱ", "Maria", "Maria"},
	{"ジョージ", "じょーじ", "ｼﾞｮｰｼﾞ", "Joji", "Joji"},
	{"ジェニファー", "じぇにふぁー", "ｼﾞｪﾆﾌｧｰ", "Jenifa", "Jienifua"},
	{"ティナ", "てぃな", "ﾃｨﾅ", "Tina", "Teina"},
	{"デュオ", "でゅお", "ﾃﾞｭｵ", "Dyuo", "Deyuo"},
	{"ヴィクトル", "ゔぃくとる", "ｳﾞｨｸﾄﾙ", "Vikutoru", "Buikutoru"},
	{"ウィリー", "うぃりー", "ｳｨﾘｰ", "Wiri", "Uiri"},
	{"クァク", "くぁく", "ｸｧｸ", "Kwaku", "Kuaku"},
	{"イェン", "いぇん", "ｲｪﾝ", "Yen", "Ien"},
	{"ッ", "っ", "ｯ", "", ""},
	{"ァ", "ぁ", "ｧ", "A", "A"},
	{"", "", "", "", ""},
}

func TestKana(t *testing.T) {
	for _, tt := range kanaTests {
		require.Equal(t, tt.hiragana, string(fake.AppendHiragana(nil, tt.katakana)))
		require.Equal(t, tt.half, string(fake.AppendHalfWidth(nil, tt.katakana)))
		require.Equal(t, tt.hepburn, string(fake.AppendHepburn(nil, tt.katakana)), tt.katakana)
		require.Equal(t, tt.passport, string(fake.AppendPassport(nil, tt.katakana)), tt.katakana)
		require.Equal(t, "iss"+tt.hepburn, string(fake.AppendHepburn([]byte("iss"), tt.katakana)), "what stands before does not count")
	}
}

// seeded fails a fuzz target that has no seeds: it would pass without a test.
func seeded(f *testing.F, n int) {
	f.Helper()
	if n == 0 {
		f.Fatal("no seeds")
	}
}

// FuzzKana: whatever comes in, the romanisations are ASCII, begin with a capital,
// and do not panic.
func FuzzKana(f *testing.F) {
	for _, tt := range kanaTests {
		f.Add(tt.katakana)
	}
	seeded(f, len(kanaTests))
	f.Fuzz(func(t *testing.T, s string) {
		for _, romaji := range [][]byte{fake.AppendHepburn(nil, s), fake.AppendPassport(nil, s)} {
			for i, c := range romaji {
				letter := 'a' <= c && c <= 'z' || c == '\''
				if i == 0 {
					letter = 'A' <= c && c <= 'Z'
				}
				if !letter {
					t.Fatalf("%q", romaji)
				}
			}
		}
		fake.AppendHiragana(nil, s)
		fake.AppendHalfWidth(nil, s)
	})
}
