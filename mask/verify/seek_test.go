package verify

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	sets "github.com/migawari-dev/migawari/dialects/charset"
)

// A drawing gives texts of characters that are the same each time.
type drawing struct{ *rand.Rand }

func newDrawing() drawing { return drawing{rand.New(rand.NewPCG(1, 2))} }

func (d drawing) of(alphabet string, n int) string {
	all, text := []rune(alphabet), make([]rune, n)
	for i := range text {
		text[i] = all[d.IntN(len(all))]
	}
	return string(text)
}

const (
	small, digits = "abcdefghijklmnopqrstuvwxyz", "0123456789"
	kana          = "アイウエオカキクケコサシスセソタチツテトガパー"
	kanji         = "山田中佐藤鈴木高橋渡辺伊小林加吉松本井村清斎阿部森池橋石前岡長谷川遠青坂福太西島原竹内金子和中野花香美由里愛優菜結衣陽翔大蓮悠真一郎次健𠮷"
)

// values are those of somebody, of many forms and lengths.
func (d drawing) values() []string {
	return []string{
		d.of(small+digits, 13) + "@" + d.of(small, 5) + ".example.jp", d.of(small, 2) + "@" + d.of(small, 4+d.IntN(4)), d.of(kanji, 4), d.of(kanji, 3), d.of(kana, 4+d.IntN(8)),
		d.of(small, 5+d.IntN(9)), d.of(small, 6) + " " + d.of(small, 7), "S" + d.of(digits, 10), d.of(digits, 7+d.IntN(8)), d.of(kanji, 2) + d.of(small+digits, 2+d.IntN(5)), d.of(small, 1+d.IntN(3)) + d.of(kanji+kana, 3),
		d.of(small+kanji+" -:;#", 8+d.IntN(60)), d.of("абвгдеж", 3+d.IntN(6)),
	}
}

// TestSeek finds each of thousands of values in a text, as it is, reversed and in ROT13, and in
// bytes of other character sets.
func TestSeek(t *testing.T) {
	d := newDrawing()
	s := &search{needles: newNeedles(), sums: newSums(), hits: newHits()}
	var all [][]rune
	for range 500 {
		for _, v := range d.values() {
			if needle := cutNeedle(canonical(v)); tellsOf(needle) {
				all = append(all, needle)
			}
		}
	}
	add(s.needles, all...)
	s.needles.settle()
	k := newSeeker(s, func() dialects.Pos { return dialects.Pos{} })
	for _, needle := range all {
		for w := range ways {
			before, behind := d.of("ab \x01\xff漢かア", d.IntN(40)), d.of("yz \x01\xff漢かア", d.IntN(40))
			text := before + "!" + string(w.write(nil, needle)) + "!" + behind
			k.text(place{}, []byte(text), false)
			require.Contains(t, s.hits.values, s.needles.identity(needle), "%q", text)
			clear(s.hits.values)
		}
		for _, set := range []string{"utf16le", "utf16", "cp932", "eucjpms"} {
			text, err := sets.Lookup(set).Encode(make([]byte, d.IntN(4)), []byte(string(needle)))
			if err != nil || set == "eucjpms" && !allBeyond(needle) {
				continue // it has other characters; in EUC, three in a row are looked for
			}
			k.text(place{}, append(text, "!!\x00"...), true)
			require.Contains(t, s.hits.values, s.needles.identity(needle), "%q in %s", string(needle), set)
			clear(s.hits.values)
		}
	}
}

func allBeyond(needle []rune) bool {
	return !slices.ContainsFunc(needle, func(r rune) bool { return r < utf8.RuneSelf })
}

// BenchmarkSeek looks for half a million values in texts as columns have them:
//
//	go test ./mask/verify -run '^$' -bench Seek -cpu 1
func BenchmarkSeek(b *testing.B) {
	d := newDrawing()
	s := &search{needles: newNeedles(), sums: newSums(), hits: newHits()}
	for range 50_000 {
		for _, v := range d.values() {
			if needle := cutNeedle(canonical(v)); tellsOf(needle) {
				add(s.needles, needle)
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
			return fmt.Sprintf("%d.%d.%d.%d", d.IntN(256), d.IntN(256), d.IntN(256), d.IntN(256))
		}},
		{"email", false, func() string { return d.of(small+digits, 13) + "@" + d.of(small, 5) + ".example.jp" }},
		{"kanji", false, func() string { return d.of(kanji, 2) + " " + d.of(kanji, 2) }},
		{"bcrypt", false, func() string { return "$2y$10$" + d.of(small+digits+"ABCDEFGHIJKLMNOPQRSTUVWXYZ./", 53) }},
		{"hex", false, func() string { return d.of("0123456789abcdef", 32) }},
		{"browser", false, func() string {
			return "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + d.of(digits, 3) + ".0.0.0 Safari/537.36"
		}},
		{"JSON", false, func() string {
			return `{"score": ` + d.of(digits, 2) + `, "steps": [{"t": ` + d.of(digits, 4) + `, "ok": true}], "device": "tablet", "comment": "よくできました"}`
		}},
		{"Japanese", false, func() string {
			return "宿題を提出するのを忘れていたので明日持ってきます。実験の結果をまとめた表を" + d.of(kanji, 2) + "さんに。"
		}},
		{"picture", true, func() string {
			all := make([]byte, 2048)
			for i := range all {
				all[i] = byte(d.Uint32())
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
