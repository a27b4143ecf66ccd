package builtin

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

var substitute = mask.Rule{Mask: "text", Params: map[string]any{"mode": "substitute"}}

// TestSubstituteRow: what other columns hold gets their fakes, in the notation of the
// text.
func TestSubstituteRow(t *testing.T) {
	m := table(t, ja.Locale, append(named("person.name", "person.kana", "person.email", "person.phone", "username", "email"), substitute)...)
	text := "山田太郎さん（やまだ　たろう）は欠席。山田 太郎／山田様／太郎君。電話０９０－２３４５－６７８９、taro@corp.jp、YTARO01、Office@Corp.jp。山田次郎は弟です。"
	got, err := row(t, m, 7, 3, "山田　太郎", "ヤマダ タロウ", "taro@corp.jp", "09023456789", "ytaro01", "office@corp.jp", text)
	require.NoError(t, err)
	family, given, _ := strings.Cut(got[0], "　")
	for _, gone := range []string{"山田", "太郎", "やまだ", "たろう", "corp", "６７８９", "YTARO01", "次郎"} {
		require.NotContains(t, got[6], gone)
	}
	require.Contains(t, got[6], family+given+"さん（")
	require.Contains(t, got[6], family+" "+given+"／"+family+"様／"+given+"君")
	require.Contains(t, got[6], got[2])
	require.Contains(t, got[6], got[5], "an address of another column, in another case")
	require.Contains(t, strings.ToLower(got[6]), got[4], "in the case of the text")
	require.Contains(t, got[6], "０９０－０")
	require.Regexp(t, "。"+family+"[^は]+は弟です。$", got[6])
	digits := strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9", "－", "").Replace(got[6])
	require.Contains(t, digits, got[3], "the phone in another notation is the same")
}

// TestSubstituteHalfWidth: kana of half width, whose voicing marks are characters.
func TestSubstituteHalfWidth(t *testing.T) {
	m := table(t, ja.Locale, append(named("person.kana"), substitute)...)
	got, err := row(t, m, 7, 3, "ノガハラ ケイゴ", "ｶﾅ: ﾉｶﾞﾊﾗ ｹｲｺﾞ / のがはら　けいご")
	require.NoError(t, err)
	half, err := row(t, m, 7, 3, "ﾉｶﾞﾊﾗ ｹｲｺﾞ", "")
	require.NoError(t, err)
	wide, err := row(t, m, 7, 3, "のがはら　けいご", "")
	require.NoError(t, err)
	require.Equal(t, "ｶﾅ: "+half[0]+" / "+wide[0], got[1])
}

// TestSubstituteVariants: spellings of a name with other forms of its characters.
func TestSubstituteVariants(t *testing.T) {
	m := table(t, ja.Locale, append(named("person.family", "person.given"), substitute)...)
	got, err := row(t, m, 7, 3, "髙橋", "惠子", "高橋恵子、髙橋　惠子、高橋さん")
	require.NoError(t, err)
	require.Equal(t, got[0]+got[1]+"、"+got[0]+"　"+got[1]+"、"+got[0]+"さん", got[2])
}

// TestSubstituteJoins: values that are found become what their maskers make of them in
// columns.
func TestSubstituteJoins(t *testing.T) {
	for masker, v := range map[string]string{
		"email": "taro@corp.co.jp", "url": "https://www.corp.co.jp/a", "ip": "133.11.0.5", "phone": "03-3581-4321", "postal_code": "100-8111",
		"card": "4111 1111 1111 1111", "my_number": "1234 5678 9018", "uuid": "550e8400-e29b-41d4-a716-446655440000", "token": "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789", "mac": "00:1B:44:11:3A:B7",
	} {
		m := table(t, ja.Locale, append(named(masker), substitute)...)
		got, err := row(t, m, 7, 3, "", "連絡は "+v+" まで。")
		require.NoError(t, err, masker)
		alone, err := row(t, m, 8, 3, v, "なし")
		require.NoError(t, err)
		require.Equal(t, "連絡は "+alone[0]+" まで。", got[1], masker)
		require.Equal(t, "なし", alone[1])
	}
}

// TestSubstituteNames: names that no column holds become other names; one person is
// one person in a text, and somebody else in another row.
func TestSubstituteNames(t *testing.T) {
	m := table(t, ja.Locale, substitute)
	text := "佐藤花子さんと佐藤さん。Mr. Johnson and Anna Smith."
	a, err := row(t, m, 7, 3, text)
	require.NoError(t, err)
	b, err := row(t, m, 8, 3, text)
	require.NoError(t, err)
	require.NotEqual(t, a, b)
	for _, gone := range []string{"佐藤", "花子", "Johnson", "Smith"} {
		require.NotContains(t, a[0], gone)
	}
	full, rest, _ := strings.Cut(a[0], "さんと")
	family, _, _ := strings.Cut(rest, "さん")
	require.True(t, strings.HasPrefix(full, family), a[0])
	require.Contains(t, a[0], "Mr. ")
}

// TestSubstituteKnown: whatever the row's names are, and however a text writes them,
// nothing of them stays.
func TestSubstituteKnown(t *testing.T) {
	m := table(t, ja.Locale, append(named("person.name", "person.kana", "person.email", "person.phone"), substitute)...)
	names := func(l fake.List) (all []fake.Name) {
		for n := range l.All() {
			if utf8.RuneCountInString(n.Written) > 1 {
				all = append(all, n)
			}
		}
		return all
	}
	families, givens := names(ja.Locale.Family), names(ja.Locale.Female)
	rapid.Check(t, func(rt *rapid.T) {
		family, given := rapid.SampledFrom(families).Draw(rt, "family"), rapid.SampledFrom(givens).Draw(rt, "given")
		space := rapid.SampledFrom([]string{"", " ", "　"})
		full := family.Written + space.Draw(rt, "space") + given.Written
		phone := rapid.StringMatching(`0[789]0-[1-9][0-9]{3}-[0-9]{4}`).Draw(rt, "phone")
		text := rapid.SampledFrom([]string{"%が休み。", "%さんへ：至急", "昨日%を見ました", "「%」", "%\n", "A%B"}).Draw(rt, "text")
		text = strings.ReplaceAll(text, "%", full) + " " + family.Written + "様／" + family.Reading + space.Draw(rt, "kana space") + given.Reading + " " + strings.ReplaceAll(phone, "-", "") + " x@corp.jp"
		got, err := row(rt, m, rapid.IntRange(1, 1e6).Draw(rt, "id"), 1, family.Written+"　"+given.Written, family.Reading+" "+given.Reading, "X@corp.jp", phone, text)
		require.NoError(rt, err)
		fakes := strings.Join(got[:4], " ")
		for _, raw := range []string{family.Written, given.Written, family.Reading + given.Reading, "corp", strings.ReplaceAll(phone, "-", "")} {
			if !strings.Contains(fakes, raw) { // nor of the fakes
				require.NotContains(rt, got[4], raw, text)
			}
		}
	})
}

// TestSubstituteBirthday: the row's date of birth is found in any notation, and other
// dates stay.
func TestSubstituteBirthday(t *testing.T) {
	m := table(t, ja.Locale, append(named("person.birth_date"), substitute)...)
	got, err := row(t, m, 7, 3, "2012-04-02", "平成24年4月2日（H24.4.2）の件、2024年5月1日に確認。")
	require.NoError(t, err)
	alone, err := row(t, m, 7, 3, "平成24年4月2日", "")
	require.NoError(t, err)
	short, err := row(t, m, 7, 3, "H24.4.2", "")
	require.NoError(t, err)
	require.Equal(t, alone[0]+"（"+short[0]+"）の件、2024年5月1日に確認。", got[1])
}

// TestSubstituteUsual: inside a text a masker has the parameters that the policy gives
// it in columns, and joins with those.
func TestSubstituteUsual(t *testing.T) {
	m := table(t, ja.Locale, mask.Rule{Mask: "shape"}, mask.Rule{Mask: "email", Max: 30}, substitute)
	got, err := row(t, m, 7, 3, "Jiro@corp.jp", "taro@corp.jp", "taro@corp.jp、jiro@corp.jp")
	require.NoError(t, err)
	require.LessOrEqual(t, len(got[0]), 30)
	require.Equal(t, got[1]+"、"+got[0], got[2])
}

// TestSubstituteShort: a name of one character is looked for where a name is found.
func TestSubstituteShort(t *testing.T) {
	m := table(t, ja.Locale, append(named("person.name"), substitute)...)
	got, err := row(t, m, 7, 3, "林　葵", "林さんと林葵が休み。林の中。")
	require.NoError(t, err)
	family, given, _ := strings.Cut(got[0], "　")
	require.Equal(t, family+"さんと"+family+given+"が休み。林の中。", got[1])
}

// TestSubstituteLong: the time for a text grows as its length.
func TestSubstituteLong(t *testing.T) {
	m := table(t, ja.Locale, append(named("person.name", "person.email"), mask.Rule{Mask: "text", Max: 1 << 30, Params: map[string]any{"mode": "substitute"}})...)
	start := time.Now()
	got, err := row(t, m, 7, 3, "山田　太郎", "taro@corp.jp", strings.Repeat("a@b.co taro@corp.jp Yamada Taro ", 60_000))
	require.NoError(t, err)
	require.NotContains(t, got[2], "corp")
	require.Less(t, time.Since(start), 30*time.Second)
}

func TestSubstituteWidth(t *testing.T) {
	r := substitute
	require.ErrorIs(t, bound(t, r, schema.Type{Kind: schema.Text, Name: "varchar", Length: 200}), mask.ErrWidth)
	require.NoError(t, bound(t, r, schema.Type{Kind: schema.Text, Name: "text", Bytes: 65535}))
	r.Max = 200
	require.NoError(t, bound(t, r, schema.Type{Kind: schema.Text, Name: "varchar", Length: 200}))
	r.Max = 16
	m := table(t, en.Locale, r)
	got, err := row(t, m, 1, 1, "see a@b.com")
	require.NoError(t, err)
	require.LessOrEqual(t, len(got[0]), 16)
	require.True(t, strings.HasPrefix(got[0], "[fake]"), "what has no room becomes filler")
}

func TestSubstituteLaws(t *testing.T) {
	masktest.Run(t, masktest.Case{
		Factory: Set(ja.Locale)["text"], Set: Set(ja.Locale), Rule: substitute,
		Values: []string{"担任の佐藤先生へ。taro@corp.co.jp まで。", "東京都千代田区丸の内1-2-3に山田太郎様あて", "Dear Anna Smith, call 415-555-2671.", "何もありません。", "☎ 090-2345-6789\n〒100-8111"},
	})
}

// FuzzSubstitute: no text breaks the masker, nor makes of a text something that is
// none.
func FuzzSubstitute(f *testing.F) {
	for _, text := range []string{"山田太郎さん（やまだ たろう）090-2345-6789 taro@corp.jp", "Mr. Yamada, 平成24年4月2日\n東京都千代田区丸の内1-2-3", "山田 太 郎\xff山田", "〒100-8111・林葵"} {
		f.Add(text)
	}
	m := table(f, ja.Locale, append(named("person.name", "person.kana", "person.email", "person.birth_date"), substitute)...)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := row(t, m, 7, 3, "山田　太郎", "ヤマダ タロウ", "taro@corp.jp", "2012-04-02", text)
		require.NoError(t, err)
		if utf8.ValidString(text) {
			require.True(t, utf8.ValidString(got[4]))
			require.NotContains(t, got[4], "山田太郎")
		}
	})
}
