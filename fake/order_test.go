package fake_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// A class whose members have names by their numbers is in the order of the kana.
func TestInOrder(t *testing.T) {
	plain := strings.NewReplacer("ガ", "カ", "ギ", "キ", "グ", "ク", "ゲ", "ケ", "ゴ", "コ", "ザ", "サ", "ジ", "シ", "ズ", "ス", "ゼ", "セ", "ゾ", "ソ", "ダ", "タ", "ヂ", "チ", "ヅ", "ツ",
		"デ", "テ", "ド", "ト", "バ", "ハ", "ビ", "ヒ", "ブ", "フ", "ベ", "ヘ", "ボ", "ホ", "パ", "ハ", "ピ", "ヒ", "プ", "フ", "ペ", "ヘ", "ポ", "ホ", "ァ", "ア", "ィ", "イ", "ゥ", "ウ", "ェ", "エ", "ォ", "オ",
		"ッ", "ツ", "ャ", "ヤ", "ュ", "ユ", "ョ", "ヨ")
	seed := fake.TestSeed(t.Name())
	for class := range 200 {
		last := ""
		for number := 1; number <= 60; number++ {
			s := seed.Nth(class*100 + number)
			p := fake.NewPersona(s, s, ja.Locale).InOrder(number)
			reading := string(p.AppendFamily(nil, fake.Katakana))
			require.True(t, fake.PairCheck(reading, string(p.AppendGiven(nil, fake.Katakana))))
			if number <= 45 {
				require.LessOrEqual(t, last, plain.Replace(reading), "number %d", number)
				last = plain.Replace(reading)
			}
			require.Equal(t, p, p.InOrder(number))
			require.Equal(t, fake.NewPersona(s, s, ja.Locale).Sex(), p.Sex())
		}
		last = ""
		for number := 1; number <= 45; number++ {
			s := seed.Nth(class*100 + number)
			p := fake.NewPersona(s, s, en.Locale).InOrder(number)
			require.LessOrEqual(t, last, strings.ToLower(p.Family()))
			last = strings.ToLower(p.Family())
		}
	}
	s := seed.Nth(1)
	p := fake.NewPersona(s, s, ja.Locale)
	require.Equal(t, p, p.InOrder(0), "without a number")
	require.True(t, p.Is(s, s, ja.Locale, 0))
	q := p.InOrder(7)
	require.True(t, q.Is(s, s, ja.Locale, 7))
	require.False(t, q.Is(s, s, ja.Locale, 8))
}

// Many names share a number, so that the number tells no more than itself.
func TestOrderSpread(t *testing.T) {
	names := map[string]bool{}
	seed := fake.TestSeed(t.Name())
	for i := range 2000 {
		s := seed.Nth(i)
		names[fake.NewPersona(s, s, ja.Locale).InOrder(20).Family()] = true
	}
	count := 0
	for range ja.Locale.Family.All() {
		count++
	}
	require.GreaterOrEqual(t, len(names), count/45)
}
