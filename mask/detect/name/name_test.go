package name_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask/detect/name"
)

// What is to be found stands in braces.
var found = []string{
	"{山田太郎}さんは欠席です。", "{山田 太郎}様", "{山田　太郎}です。", "担任の{佐藤}です。", "{鈴木}と申します。", "{佐藤}先生に連絡しました。", "{髙橋}さんと{渡邉}さん", "{小鳥遊}さんの件",
	"娘の{花子}が熱を出しました。", "氏名：{山田太郎}", "{ヤマダ タロウ}", "{タロウ}くん", "保護者：{田中}", "{山﨑}君が",
	"{東京都千代田区丸の内1-2-3}に届けて", "{大阪府大阪市北区梅田2丁目4番9号}",
	"{Anna Smith} was absent.", "Dear Mr. {Johnson},", "Dr. {Emily Brown} called.", "Please ask {Taro Yamada}.", "{Yamada}-san is late.", "{Tom} was ill today.", "Hello {Jennifer},", "I met {John F. Kennedy} there.",
	"{山田太郎}（{やまだ たろう}）", "{佐藤}さん（{サトウ}）が", "{NOGAHARA Keito}", "Name: {Keito Smith}",
	"担当は{Anna Smith}です。", "{山田}さんと{Tom Baker}", "{Anna Müller} called.", strings.Repeat("あ、", 400) + "{佐藤花子}さん",
}

var nothing = []string{
	"", "お客様へ", "皆さん、おはようございます。", "東京に行きました。", "千葉県は暑い。", "神様", "仕様を確認する。", "同様に", "担任の先生", "パン屋さん", "山口県", "昨日は雨でした。", "圭 ミ 能", "山(高い)", "令和6年4月1日", "商品Aが届きません。", "お母さんと",
	"The Order was shipped on Monday.", "Will you come in May?", "New York is big.", "Windows Server", "Thank you.", "I live in London.",
}

func TestFind(t *testing.T) {
	for _, line := range found {
		text := strings.NewReplacer("{", "", "}", "").Replace(line)
		var want, got []string
		for rest := line; ; {
			_, after, ok := strings.Cut(rest, "{")
			if !ok {
				break
			}
			inside, behind, _ := strings.Cut(after, "}")
			want, rest = append(want, inside), behind
		}
		for _, f := range name.Find(nil, []byte(text)) {
			got = append(got, text[f.Start:f.End])
		}
		require.Equal(t, want, got, line)
	}
	for _, text := range nothing {
		require.Empty(t, name.Find(nil, []byte(text)), text)
	}
}

func FuzzFind(f *testing.F) {
	for _, line := range append(append([]string{}, found...), nothing...) {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		end := 0
		for _, x := range name.Find(nil, text) {
			require.LessOrEqual(t, end, x.Start)
			require.Less(t, x.Start, x.End)
			require.LessOrEqual(t, x.End, len(text))
			end = x.End
		}
	})
}

// A name that things are called after is one in doubt; where somebody is spoken of, or
// spoken to, it is not.
func TestDoubt(t *testing.T) {
	doubt := func(text string) (all []bool) {
		for _, f := range name.Find(nil, []byte(text)) {
			if f.Kind == name.Person {
				all = append(all, f.Doubt)
			}
		}
		return all
	}
	for _, text := range []string{
		"Charlotte Douglas International Airport", "St. James's Park", "Organic Chemistry II", "Dell Latitude 5440", "Cape Canaveral, Florida",
		"like Mac OS X", "高橋酒造 本格米焼酎", "小林製菓のいちご大福",
	} {
		require.NotContains(t, doubt(text), false, text)
	}
	for _, text := range []string{
		"Charlotte Douglas called.", "Mr. James Park", "Dear James Park Committee", "Anna Smith", "Anna", "Anna, James, Emma", "Ask James about Anna Smith.", "Anna Smith 2 copies",
		"高橋さん", "高橋", "高橋です。", "担当：小林", "小林部長", "山田太郎 東京都", "ヤマダ タロウ（1年A組）",
	} {
		require.NotContains(t, doubt(text), true, text)
	}
}
