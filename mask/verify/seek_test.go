package verify

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/migawari-dev/migawari/dialects"
)

// BenchmarkSeek looks for half a million values in texts as columns have them:
//
//	go test ./mask/verify -run '^$' -bench Seek -cpu 1
func BenchmarkSeek(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	draw := func(alphabet string, n int) string {
		all, text := []rune(alphabet), make([]rune, n)
		for i := range text {
			text[i] = all[random.IntN(len(all))]
		}
		return string(text)
	}
	const small, digits = "abcdefghijklmnopqrstuvwxyz", "0123456789"
	const kanji = "山田中佐藤鈴木高橋渡辺伊小林加吉松本井村清斎阿部森池橋石前岡長谷川遠青坂福太西島原竹内金子和中野花香美由里愛優菜結衣陽翔大蓮悠真一郎次健"
	s := &search{needles: newNeedles(), sums: newSums(), hits: newHits()}
	for range 100_000 {
		for _, v := range []string{draw(small+digits, 13) + "@" + draw(small, 5) + ".example.jp", draw(kanji, 4), draw(kanji, 3), draw("アイウエオカキクケコサシスセソタチツテト", 7), draw(small, 5+random.IntN(9)), "S" + draw(digits, 10)} {
			if canonical := theForms().append(nil, []byte(v)); tellsOf(canonical) {
				add(s.needles, canonical)
			}
		}
	}
	s.needles.settle()
	for _, c := range []struct {
		name   string
		binary bool
		text   func() string
	}{
		{"address", false, func() string {
			return fmt.Sprintf("%d.%d.%d.%d", random.IntN(256), random.IntN(256), random.IntN(256), random.IntN(256))
		}},
		{"email", false, func() string { return draw(small+digits, 13) + "@" + draw(small, 5) + ".example.jp" }},
		{"kanji", false, func() string { return draw(kanji, 2) + " " + draw(kanji, 2) }},
		{"bcrypt", false, func() string { return "$2y$10$" + draw(small+digits+"ABCDEFGHIJKLMNOPQRSTUVWXYZ./", 53) }},
		{"hex", false, func() string { return draw("0123456789abcdef", 32) }},
		{"browser", false, func() string {
			return "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + draw(digits, 3) + ".0.0.0 Safari/537.36"
		}},
		{"JSON", false, func() string {
			return `{"score": ` + draw(digits, 2) + `, "steps": [{"t": ` + draw(digits, 4) + `, "ok": true}], "device": "tablet", "comment": "よくできました"}`
		}},
		{"Japanese", false, func() string {
			return "宿題を提出するのを忘れていたので明日持ってきます。実験の結果をまとめた表を" + draw(kanji, 2) + "さんに。"
		}},
		{"picture", true, func() string {
			all := make([]byte, 2048)
			for i := range all {
				all[i] = byte(random.Uint32())
			}
			return string(all)
		}},
	} {
		texts := make([][]byte, 256)
		for i := range texts {
			texts[i] = []byte(c.text())
		}
		b.Run(c.name, func(b *testing.B) {
			k := newSeeker(s, func() dialects.Pos { return dialects.Pos{} })
			b.SetBytes(int64(len(texts[0])))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				k.text(place{}, texts[i%len(texts)], c.binary)
			}
		})
	}
}
