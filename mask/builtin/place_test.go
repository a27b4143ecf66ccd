package builtin

import (
	"slices"
	"strconv"
	"strings"
	"testing"
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

// placed are the maskers of homes and schools, with values that they are made for and
// values that they refuse.
var placed = map[string]struct {
	kind     string // under which fake.Recognise decides; empty: it cannot
	fit, not []string
}{
	"prefecture":  {fit: []string{"東京都", "東京", "13", "01"}, not: []string{"49", "x", "1300"}},
	"city":        {kind: "city", fit: []string{"千代田区", "ちよだく", "Chiyoda-ku", "131016", "13101"}, not: []string{"12", "-"}},
	"address":     {fit: []string{"東京都千代田区千代田1-1", "千代田区千代田１丁目１番１号 千代田ビル101", "神奈川県港区", "1-1 Chiyoda, Tokyo"}, not: []string{"1-1", "---"}},
	"postal_code": {kind: "postal_code", fit: []string{"100-0001", "〒1000001"}, not: []string{"K1A 0B1", "x"}},
	"phone":       {kind: "phone", fit: []string{"03-1234-5678", "+81 3 1234 5678", "０３１２３４５６７８"}, not: []string{"none", "-"}},
	"name":        {kind: "school", fit: []string{"千代田区立番町小学校", "番町小", "東京都立日比谷高等学校", "県立千葉高校", "Tokyo High School"}, not: []string{"小学校", "123"}},
	"code":        {kind: "school_code", fit: []string{"B101210000018", "F112310102342"}, not: []string{"B101210000019", "x"}},
	"domain":      {kind: "host", fit: []string{"bancho.ed.jp", "WWW.BANCHO.ED.JP", "school.org"}, not: []string{"x", "https://bancho.ed.jp/", "a b.jp"}},
	"email":       {kind: "email", fit: []string{"info@bancho.ed.jp", "INFO@BANCHO.ED.JP"}, not: []string{"x", "a@b, c@d"}},
	"class":       {fit: []string{"1年A組", "3-2", "ひまわり組"}, not: []string{"1年", "-"}},
}

func placeRule(name string) mask.Rule {
	r := rule(name)
	if strings.HasPrefix(name, "school.") {
		r.By = []string{"id"}
	}
	return r
}

func TestPlaceLaws(t *testing.T) {
	for name := range placeMaskers(ja.Locale) {
		_, what, _ := strings.Cut(name, ".")
		c := placed[what]
		require.NotEmpty(t, c.fit, "%s is here", name)
		t.Run(name, func(t *testing.T) {
			masktest.Run(t, masktest.Case{Factory: Set(ja.Locale)[name], Rule: placeRule(name), Values: slices.Concat(c.fit, c.not)})
		})
	}
}

// What is not of its kind a masker refuses; its fakes are ours where that can be
// decided, and keep the promises of the Spec.
func TestPlaces(t *testing.T) {
	for name := range placeMaskers(ja.Locale) {
		_, what, _ := strings.Cut(name, ".")
		c := placed[what]
		for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
			spec := specOf(&Doc{Name: name, Example: placeRule(name)}, l)
			rows := table(t, l, placeRule(name))
			for i := range 100 {
				for _, v := range c.fit {
					got, err := row(t, rows, i, i, v)
					if l == en.Locale && err != nil {
						require.ErrorIs(t, err, mask.ErrUnfit)
						continue
					}
					require.NoError(t, err, "%s %q", name, v)
					require.True(t, utf8.ValidString(got[0]))
					checkPromise(t, name, spec.Output, 0, v, got[0])
					if c.kind != "" && l == ja.Locale {
						require.Equal(t, fake.Ours, fake.Recognise(c.kind, []byte(got[0]), ja.Locale), "%s %q became %q", name, v, got[0])
					}
				}
			}
			for _, v := range c.not {
				if l == ja.Locale {
					_, err := row(t, rows, 1, 1, v)
					require.ErrorIs(t, err, mask.ErrUnfit, "%s %q", name, v)
				}
			}
		}
	}
}

// A rule is about a school only if it or its table says which.
func TestWhichSchool(t *testing.T) {
	keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
	compile := func(p *mask.Person, r mask.Rule) error {
		_, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "t", Person: p, Columns: []mask.Column{
			{Name: "id", Arms: keep}, {Name: "name", Arms: []mask.Arm{{Rule: r}}},
		}}}}, masktest.Key(t), Set(ja.Locale))
		return err
	}
	named, moved := rule("school.name"), rule("school.name")
	named.By, moved.Domain = []string{"id"}, "campus"
	require.NoError(t, compile(nil, named))
	require.NoError(t, compile(&mask.Person{By: []string{"id"}, Domain: "school"}, rule("school.name")))
	require.NoError(t, compile(&mask.Person{By: []string{"id"}}, moved))
	require.ErrorContains(t, compile(&mask.Person{By: []string{"id"}}, rule("school.name")), "is about a school")
	require.ErrorContains(t, compile(nil, rule("school.name")), "keyed by the person")
}

// schoolTables are a table of schools and one of their pupils, who live at home.
func schoolTables(t require.TestingT, key mask.Key) (schools, pupils *mask.RowMasker) {
	column := func(name string, r mask.Rule) mask.Column {
		return mask.Column{Name: name, Arms: []mask.Arm{{Rule: r}}}
	}
	of := func(name string) mask.Rule {
		r := rule("school." + name)
		r.By = []string{"school_id"}
		return r
	}
	keep := rule(mask.Keep)
	keep.Params = nil
	parts := func(name string, columns ...any) mask.Rule { return rule(name, "parts", columns) }
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{
		{Pattern: "schools", Person: &mask.Person{By: []string{"id"}, Domain: "school"}, Columns: []mask.Column{
			column("id", keep), column("name", rule("school.name")), column("short", rule("school.name")), column("code", rule("school.code")),
			column("domain", rule("school.domain")), column("mail", rule("school.email")), column("pref", rule("school.prefecture")),
			column("address", rule("school.address")), column("tel", rule("school.phone")), column("zip", rule("school.postal_code")),
		}},
		{Pattern: "pupils", Person: &mask.Person{By: []string{"id"}, Household: "home"}, Columns: []mask.Column{
			column("id", keep), column("home", keep), column("school_id", keep), column("school", of("name")), column("class", of("class")),
			column("pref", rule("person.prefecture")), column("addr01", rule("person.address")), column("addr02", rule("person.address")),
			column("zip01", parts("person.postal_code", "zip01", "zip02")), column("zip02", parts("person.postal_code", "zip01", "zip02")), column("zip", rule("person.postal_code")),
			column("tel01", parts("person.phone", "tel01", "tel02", "tel03")), column("tel02", parts("person.phone", "tel01", "tel02", "tel03")),
			column("tel03", parts("person.phone", "tel01", "tel02", "tel03")), column("tel", rule("person.phone")),
			column("fax01", parts("phone", "fax01", "fax02", "fax03")), column("fax02", parts("phone", "fax01", "fax02", "fax03")),
			column("fax03", parts("phone", "fax01", "fax02", "fax03")), column("fax", rule("phone")),
		}},
	}}, key, Set(ja.Locale))
	require.NoError(t, err)
	schools, err = p.Row("schools", strings.Fields("id name short code domain mail pref address tel zip"))
	require.NoError(t, err)
	pupils, err = p.Row("pupils", strings.Fields("id home school_id school class pref addr01 addr02 zip01 zip02 zip tel01 tel02 tel03 tel fax01 fax02 fax03 fax"))
	require.NoError(t, err)
	return schools, pupils
}

// The row of a school agrees, in itself and with what other tables say of the school.
func TestSchoolAgrees(t *testing.T) {
	schools, pupils := schoolTables(t, masktest.Key(t))
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.Int64().Draw(t, "school")
		s := []any{id, "横浜市立番町小学校", "番町小", "B114210000012", "www.bancho.ed.jp", "info@bancho.ed.jp", "神奈川県", "神奈川県横浜市中区日本大通1-1", "045-234-5678", "231-0021"}
		b := []byte(s[3].(string))
		fake.SchoolCheck.Set(b)
		s[3] = string(b)
		_, err := schools.Mask(s)
		require.NoError(t, err)
		text := func(i int) string { return s[i].(string) }
		proper := strings.TrimSuffix(text(2), "小")
		require.True(t, strings.HasSuffix(text(1), "市立"+proper+"小学校"))
		require.Equal(t, "www.sch"+text(3)[6:12]+".example.ed.jp", text(4))
		require.Equal(t, "office@"+strings.TrimPrefix(text(4), "www."), text(5))
		number := slices.Index(ja.Locale.Address.Regions, text(6)) + 1
		require.Equal(t, number, atoi(t, text(3)[2:4]))
		city := strings.TrimSuffix(text(1), "立"+proper+"小学校")
		require.True(t, strings.HasPrefix(text(7), text(6)+city), "%s %s", text(7), city)
		area, _, _ := strings.Cut(ja.Locale.Address.Areas[number-1], "-")
		require.True(t, strings.HasPrefix(text(8), area+"-1"))

		row := pupil(rapid.Int64().Draw(t, "pupil"), rapid.Int64().Draw(t, "home"), id)
		_, err = pupils.Mask(row)
		require.NoError(t, err)
		require.Equal(t, text(1), row[3], "named in another table")
	})
}

func atoi(t require.TestingT, s string) int {
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}

func pupil(id, home, school int64) []any {
	return []any{
		id, home, school, "横浜市立番町小学校", "3年B組", "神奈川県", "横浜市中区日本大通", "1-1 横浜ビル101", "231", "0021", "231-0021",
		"045", "234", "5678", "045-234-5678", "045", "234", "5678", "(045) 234-5678",
	}
}

// The members of a household have one address, and prefecture, postal code and home
// phone agree with it; columns of a split value join to the value that is whole
// elsewhere, by person and by value.
func TestHomeAgrees(t *testing.T) {
	_, pupils := schoolTables(t, masktest.Key(t))
	rapid.Check(t, func(t *rapid.T) {
		home := rapid.Int64().Draw(t, "home")
		a, b := pupil(rapid.Int64().Draw(t, "a"), home, 1), pupil(rapid.Int64().Draw(t, "b"), home, 2)
		for _, r := range [][]any{a, b} {
			_, err := pupils.Mask(r)
			require.NoError(t, err)
		}
		require.Equal(t, a[5:15], b[5:15])
		text := func(i int) string { return a[i].(string) }
		require.Equal(t, text(10), text(8)+"-"+text(9))
		require.Equal(t, text(14), text(11)+"-"+text(12)+"-"+text(13))
		fax := text(15) + "-" + text(16) + "-" + text(17)
		require.Equal(t, text(18), "("+text(15)+") "+text(16)+"-"+text(17))
		for _, phone := range []string{text(14), fax} {
			require.Equal(t, fake.Ours, fake.Recognise("phone", []byte(phone), ja.Locale))
		}
		area, _, _ := strings.Cut(ja.Locale.Address.Areas[slices.Index(ja.Locale.Address.Regions, text(5))], "-")
		require.Equal(t, area, text(11))
	})
}

// A part alone is masked as such, and a list that lacks the column is refused.
func TestParts(t *testing.T) {
	_, pupils := schoolTables(t, masktest.Key(t))
	for _, missing := range []any{nil, ""} {
		r := pupil(1, 2, 3)
		r[12] = missing
		_, err := pupils.Mask(r)
		require.NoError(t, err)
		require.Equal(t, missing, r[12])
		require.NotEqual(t, "5678", r[13])
	}
	text := schema.Type{Kind: schema.Text, Name: "varchar", Length: 4}
	require.ErrorIs(t, bound(t, rule("phone", "parts", []any{"a", "b"}), text), mask.ErrUnmet)
	_, err := plan(t, rule("phone", "parts", []any{"v"}))
	require.ErrorContains(t, err, "parts")
	p, err := plan(t, rule("phone", "parts", []any{"v", "nosuch"}))
	require.NoError(t, err)
	m, err := p.Row("t", []string{"id", "home", "v"})
	require.NoError(t, err)
	_, err = row(t, m, 1, 1, "03")
	require.ErrorIs(t, err, mask.ErrUnmet)
}

// Each school permutes the classes of a grade in its own way, and keeps them apart.
func TestClassesOfSchools(t *testing.T) {
	_, pupils := schoolTables(t, masktest.Key(t))
	lists := map[string]bool{}
	for school := range int64(40) {
		list, seen := "", map[string]bool{}
		for c := 'A'; c <= 'H'; c++ {
			r := pupil(1, 1, school)
			r[4] = "3年" + string(c) + "組"
			_, err := pupils.Mask(r)
			require.NoError(t, err)
			list += r[4].(string)
			seen[r[4].(string)] = true
		}
		require.Len(t, seen, 8)
		lists[list] = true
	}
	require.Len(t, lists, 40)
}

// Masking costs no memory.
func TestPlaceAllocations(t *testing.T) {
	for name := range placeMaskers(ja.Locale) {
		_, what, _ := strings.Cut(name, ".")
		m := table(t, ja.Locale, placeRule(name))
		constant := table(t, ja.Locale, rule("fixed", "value", "-"))
		for _, v := range placed[what].fit {
			count := func(m *mask.RowMasker) float64 {
				b, i := []byte(v), int64(0)
				vals := []any{int64(1), int64(1), b}
				return testing.AllocsPerRun(100, func() {
					i++
					vals[0], vals[1], vals[2] = i, i, b
					if _, err := m.Mask(vals); err != nil {
						panic(err)
					}
				})
			}
			require.LessOrEqual(t, count(m), count(constant), "%s %q", name, v)
		}
	}
}
