package builtin

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/fr"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/fake/zh"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// names are values of columns that hold names, in every form that applications
// write, and some that are none.
var names = []string{
	"山田太郎", "山田 太郎", "山田　太郎", "太郎", "Taro YAMADA", "YAMADA, Taro", "ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ", "やまだ たろう", "山田 太郎（ヤマダ タロウ）",
	"山田先生", "山田太郎 様", "林", "佐々木", "勅使河原", "さくら", "ヒカル", "マリア・サントス", "Nguyễn Thị Lan", "John Q. Public", "髙橋 﨑", "𠮷田",
	"12345", "2-A 15", "taro@corp.example", "090-1234-5678", "★",
}

// made are the maskers of made-up things, with values that they are made for.
var made = map[string][]string{
	"person.name": names, "person.family": names, "person.given": names,
	"person.kana": names[:22], "person.family_kana": names[:22], "person.given_kana": names[:22], "person.romaji": names[:22],
	"person.email":      {"taro@school.ed.jp", "TARO@CORP.COM", "山田 <taro@corp.co.jp>"},
	"person.phone":      {"090-1234-5678", "03-1234-5678", "+81 90 1234 5678", "0120-123-456"},
	"person.username":   {"taro_y", "TARO", "20250315", "山田"},
	"person.birth_date": {"2012-04-02", "平成24年4月2日", "H24.4.2", "20120402", "2012/4/2", "2012-04-02 00:00:00", "0000-00-00"},
	"person.gender":     {"1", "2", "M", "female", "男", "0", "その他"},
	"nickname":          {"たろう", "ﾀﾛｳ", "taro99", "TARO", "山田", "12345", "☆"},
	"username":          {"taro_y", "TARO", "20250315", "山田", "たろう", "taro@school.ed.jp", "☆"},
	"email":             {"taro@school.ed.jp", "TARO@CORP.COM", "山田 太郎 <taro@corp.co.jp>", "a..b@docomo.ne.jp", "x@firma.de"},
	"phone":             {"090-1234-5678", "03-1234-5678", "+81 90 1234 5678", "0120-123-456", "０９０１２３４５６７８", "090", "1234"},
	"postal_code":       {"100-0001", "〒100-0001", "1000001", "１００−０００１", "100"},
	"address":           {"東京都千代田区千代田1-1", "千代田区千代田１丁目１番１号 千代田ビル101", "港区", "ﾁﾖﾀﾞｸ 1-1", "1-1 Chiyoda, Tokyo"},
	"ip":                {"8.8.8.8", "10.1.2.3", "2001:4860::8888", "8.8.8.0/24", "8.8.8.8:53", "134744072", "127.0.0.1"},
	"text":              {"体調不良のため欠席。\n保護者から連絡。", "Absent because of a cold, says the mother.", "なし", "x"},
}

// unfit are values that a masker refuses.
var unfit = map[string][]string{
	"person.kana": {"12345", "2-A", "a@b.c"}, "person.family_kana": {"12345"}, "person.given_kana": {"★"}, "person.romaji": {"12345", "2-A"},
	"person.email": {"taro", "a@b@c", "a@b, c@d"}, "person.phone": {"none", "-"},
	"person.birth_date": {"2012-02-30", "2012", "x", "2012-00-00"}, "person.gender": {"3", "yes"},
	"email": {"taro", "a@b@c", "a@b, c@d"}, "phone": {"none", "03-1234-5678 (母)"}, "postal_code": {"K1A 0B1", "x"}, "address": {"1-1", "---"},
	"ip": {"host", "1.2.3.4, 5.6.7.8", "fe80::1%eth0", "12"},
}

// build makes a masker outside of a policy.
func build(t testing.TB, l *fake.Locale, name string, limit int) (mask.Masker, error) {
	return Set(l)[name](&mask.Build{Name: name, Max: limit, Key: func(kind string) mask.DomainKey { return masktest.Key(t).Domain("", kind) }})
}

// table compiles a policy whose table t has a person key, a household and masked
// columns, one a rule.
func table(t testing.TB, l *fake.Locale, rules ...mask.Rule) *mask.RowMasker {
	keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
	columns := []mask.Column{{Name: "id", Arms: keep}, {Name: "home", Arms: keep}}
	order := []string{"id", "home"}
	for i, r := range rules {
		name := fmt.Sprintf("c%d", i)
		columns = append(columns, mask.Column{Name: name, Arms: []mask.Arm{{Rule: r}}})
		order = append(order, name)
	}
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "t", Person: &mask.Person{By: []string{"id"}, Household: "home"}, Columns: columns}}}, masktest.Key(t), Set(l))
	require.NoError(t, err)
	m, err := p.Row("t", order)
	require.NoError(t, err)
	return m
}

// row masks a row of person id in a household.
func row(t rapid.TB, m *mask.RowMasker, id, home int, values ...string) ([]string, error) {
	t.Helper()
	vals := []any{int64(id), int64(home)}
	for _, v := range values {
		vals = append(vals, v)
	}
	_, err := m.Mask(vals)
	var out []string
	for _, v := range vals[2:] {
		out = append(out, fmt.Sprint(v))
	}
	return out, err
}

func named(names ...string) (rules []mask.Rule) {
	for _, n := range names {
		rules = append(rules, mask.Rule{Mask: n})
	}
	return rules
}

func TestMadeLaws(t *testing.T) {
	for name, values := range made {
		t.Run(name, func(t *testing.T) {
			all := slices.Concat(values, unfit[name])
			masktest.Run(t, masktest.Case{Factory: Set(ja.Locale)[name], Set: Set(ja.Locale), Values: all})
		})
	}
	require.ElementsMatch(t, slices.Collect(maps.Keys(made)), slices.Collect(maps.Keys(fakeMaskers(ja.Locale))), "every masker is here")
}

// Fakes keep the promises of the Spec: no more characters than it says, or than
// the value has; no character outside of its alphabet, unless the value's own
// script has it.
func TestPromises(t *testing.T) {
	for name, values := range made {
		for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
			for _, limit := range []int{0, 12, 15, 20, 25, 30, 60} {
				m, err := build(t, l, name, limit)
				if err != nil {
					require.ErrorContains(t, err, "max: want at least ")
					continue
				}
				spec := m.(mask.Describer).Spec()
				if limit > 0 && spec.Output.Chars > 0 {
					require.LessOrEqual(t, spec.Output.Chars, limit, name)
				}
				rows := table(t, l, mask.Rule{Mask: name, Max: limit})
				for i := range 40 {
					for _, v := range values {
						got, err := row(t, rows, i, i, v)
						if err != nil {
							require.Condition(t, func() bool { return errorsAre(err, mask.ErrUnfit, mask.ErrWidth) }, "%s: %q: %v", name, v, err)
							continue
						}
						checkPromise(t, name, spec.Output, limit, v, got[0])
					}
				}
			}
		}
	}
}

func errorsAre(err error, targets ...error) bool {
	for _, target := range targets {
		if strings.HasSuffix(err.Error(), target.Error()) {
			return true
		}
	}
	return false
}

func checkPromise(t *testing.T, name string, o mask.Output, limit int, value, got string) {
	t.Helper()
	most := o.Chars
	if limit == 0 || most == 0 {
		most = max(most, utf8.RuneCountInString(value))
	}
	if got != value {
		require.LessOrEqual(t, utf8.RuneCountInString(got), most, "%s: %q became %q", name, value, got)
	}
	if o.Alphabet == "" {
		return
	}
	for _, r := range got {
		if r >= utf8.RuneSelf && !strings.ContainsRune(o.Alphabet, r) {
			require.True(t, strings.ContainsRune(value, r) || '！' <= r && r <= '～', "%s: %q became %q, and the alphabet lacks %c", name, value, got, r)
		}
	}
}

func TestUnfit(t *testing.T) {
	for name, values := range unfit {
		m := table(t, ja.Locale, mask.Rule{Mask: name})
		for _, v := range values {
			_, err := row(t, m, 1, 1, v)
			require.ErrorIs(t, err, mask.ErrUnfit, "%s: %q", name, v)
		}
		other := table(t, ja.Locale, mask.Rule{Mask: name, Else: &mask.Rule{Mask: "fixed", Params: map[string]any{"value": "-"}}})
		got, err := row(t, other, 1, 1, values[0])
		require.NoError(t, err)
		require.Equal(t, []string{"-"}, got)
	}
}

func TestSpecs(t *testing.T) {
	for name, want := range map[string]mask.Spec{
		"person.name":        {Kind: "person_name", Keying: mask.ByPerson},
		"person.family":      {Kind: "family_name", Keying: mask.ByPerson},
		"person.given":       {Kind: "given_name", Keying: mask.ByPerson},
		"person.kana":        {Kind: "kana_name", Keying: mask.ByPerson},
		"person.family_kana": {Kind: "kana_name", Keying: mask.ByPerson},
		"person.given_kana":  {Kind: "kana_name", Keying: mask.ByPerson},
		"person.romaji":      {Kind: "person_name", Keying: mask.ByPerson},
		"person.email":       {Kind: "email", Keying: mask.ByPerson, Distinct: mask.Budgeted},
		"person.phone":       {Kind: "phone", Keying: mask.ByPerson},
		"person.username":    {Kind: "username", Keying: mask.ByPerson, Distinct: mask.Budgeted},
		"person.birth_date":  {Kind: "birth_date", Keying: mask.ByPerson},
		"person.gender":      {Kind: "gender", Keying: mask.ByPerson},
		"nickname":           {Kind: "nickname"},
		"username":           {Kind: "username", Distinct: mask.Budgeted},
		"email":              {Kind: "email", Distinct: mask.Budgeted},
		"phone":              {Kind: "phone"},
		"postal_code":        {Kind: "postal_code"},
		"address":            {Kind: "address"},
		"ip":                 {Kind: "ip_address"},
		"text":               {Kind: "free_text", Keying: mask.ByRow},
	} {
		m, err := build(t, ja.Locale, name, 0)
		require.NoError(t, err)
		got := m.(mask.Describer).Spec()
		require.Equal(t, want.Kind, got.Kind, name)
		require.Equal(t, want.Keying, got.Keying, name)
		require.Equal(t, want.Distinct, got.Distinct, name)
		require.Equal(t, want.Keying == mask.ByPerson && name != "person.gender" && name != "person.birth_date", got.Household, name)
		require.Equal(t, want.Keying != mask.ByPerson, got.Canonical != nil, "%s: values are keyed by a canonical form", name)
	}
	for name, from := range map[string]int{"email": 25, "person.email": 25, "username": 13, "person.username": 13} {
		for limit, want := range map[int]mask.Distinct{from - 1: mask.Repeats, from: mask.Budgeted} {
			if m, err := build(t, ja.Locale, name, limit); err == nil {
				require.Equal(t, want, m.(mask.Describer).Spec().Distinct, "%s, max %d", name, limit)
			}
		}
	}
}

// A max below which there is no fake is an error of the policy that names the
// least one.
func TestLeastMax(t *testing.T) {
	for name, least := range map[string]int{
		"person.name": 3, "person.family": 3, "person.given": 3, "person.kana": 3, "person.family_kana": 3, "person.given_kana": 3, "person.romaji": 3,
		"person.email": 16, "email": 16, "username": 4, "person.username": 4, "phone": 11, "person.phone": 11, "postal_code": 7, "ip": 15, "nickname": 4,
	} {
		_, err := build(t, ja.Locale, name, least-1)
		require.EqualError(t, err, fmt.Sprintf("max: want at least %d", least), name)
		_, err = build(t, ja.Locale, name, least)
		require.NoError(t, err, name)
	}
}

// reading finds the reading of a written name.
func reading(written string, lists ...fake.List) string {
	for _, l := range lists {
		for n := range l.All() {
			if n.Written == written {
				return n.Reading
			}
		}
	}
	return ""
}

// All columns of a person agree, whatever the shapes of their values.
func TestCoherence(t *testing.T) {
	columns := []string{"person.name", "person.family", "person.given", "person.kana", "person.family_kana", "person.given_kana", "person.romaji", "person.email", "person.username", "person.gender", "person.name"}
	m := table(t, ja.Locale, named(columns...)...)
	rapid.Check(t, func(rt *rapid.T) {
		id, home := rapid.IntRange(1, 1_000_000).Draw(rt, "id"), rapid.IntRange(1, 1000).Draw(rt, "home")
		got, err := row(t, m, id, home, "山田 太郎", "山田", "太郎", "ヤマダ　タロウ", "やまだ", "ﾀﾛｳ", "YAMADA, Taro", "t@school.ed.jp", "taro", "男", "ヤマダ タロウ")
		require.NoError(t, err)
		family, given := got[1], got[2]
		require.Equal(t, family+" "+given, got[0])
		lists := []fake.List{ja.Locale.Male}
		if got[9] == "女" {
			lists = []fake.List{ja.Locale.Female}
		}
		f, g := reading(family, ja.Locale.Family), reading(given, lists...)
		require.NotEmpty(t, g, "the sex fits the given name")
		require.Equal(t, f+"　"+g, got[3])
		require.Equal(t, string(fake.AppendHiragana(nil, f)), got[4])
		require.Equal(t, string(fake.AppendHalfWidth(nil, g)), got[5])
		require.Equal(t, f+" "+g, got[10])
		roman, rest, whole := strings.Cut(got[6], ", ")
		require.Equal(t, strings.ToUpper(roman), roman)
		alias := strings.ToLower(strings.ReplaceAll(roman, "'", ""))
		require.Contains(t, got[7], alias+".", "the address fits the name")
		if whole { // a given name that does not fit goes
			require.True(t, strings.HasPrefix(got[7], strings.ToLower(rest[:1])))
		}
		require.True(t, strings.HasPrefix(got[8], alias), "the account fits the name")
	})
}

// A person is the same in another table, and shares family name and home phone
// with the household.
func TestHouseholds(t *testing.T) {
	m := table(t, ja.Locale, named("person.name", "person.phone", "person.phone", "person.birth_date")...)
	mask := func(id, home int) []string {
		got, err := row(t, m, id, home, "山田 太郎", "03-1234-5678", "090-1234-5678", "2012-04-02")
		require.NoError(t, err)
		return got
	}
	a, b := mask(1, 7), mask(2, 7)
	family := func(s string) string { f, _, _ := strings.Cut(s, " "); return f }
	require.Equal(t, family(a[0]), family(b[0]))
	require.NotEqual(t, a[0], b[0])
	require.Equal(t, a[1], b[1], "home phone")
	require.NotEqual(t, a[2], b[2], "mobile phone")
	require.Equal(t, a, mask(1, 7))
	other := table(t, ja.Locale, named("person.birth_date", "person.name")...)
	again, err := row(t, other, 1, 7, "H24.4.2", "YAMADA Taro")
	require.NoError(t, err)
	d, _, _ := fake.ParseDate([]byte(again[0]))
	e, _, _ := fake.ParseDate([]byte(a[3]))
	require.Equal(t, d, e, "the same day in another notation")
}

// Values that are equal under the masker's kind get equal fakes.
func TestCanonicalForms(t *testing.T) {
	for name, pairs := range map[string][][2]string{
		"email":       {{"Taro@Corp.com", "taro@CORP.com"}},
		"phone":       {{"090-1234-5678", "+81-90-1234-5678"}, {"09012345678", "9012345678"}, {"０９０−１２３４−５６７８", "090 1234 5678"}},
		"postal_code": {{"100-0001", "〒１００−０００１"}},
		"username":    {{"Taro", "taro"}, {"A@B.com", "a@b.com"}},
		"nickname":    {{"が", "か\u3099"}},
		"address":     {{"千葉市ガス通り", "千葉市カ\u3099ス通り"}},
		"ip":          {{"8.8.8.8", "008.8.8.8"}, {"2001:db8::1", "2001:DB8:0:0::1"}},
	} {
		m := table(t, ja.Locale, mask.Rule{Mask: name})
		for _, p := range pairs {
			a, err := row(t, m, 1, 1, p[0])
			require.NoError(t, err)
			b, err := row(t, m, 2, 2, p[1])
			require.NoError(t, err)
			require.Equal(t, plain(a[0]), plain(b[0]), "%s: %q and %q", name, p[0], p[1])
		}
	}
	// A text is keyed by row, or by value in a domain.
	memo := "保護者と面談した。次回は来月。"
	m := table(t, ja.Locale, mask.Rule{Mask: "text"}, mask.Rule{Mask: "text", Domain: "memo"})
	a, _ := row(t, m, 1, 1, memo, memo)
	b, _ := row(t, m, 2, 2, memo, memo)
	require.NotEqual(t, a[0], b[0])
	require.Equal(t, a[1], b[1])
}

// plain takes notation from a fake.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case '０' <= r && r <= '９':
			return r - '０' + '0'
		case strings.ContainsRune(" -−〒", r):
			return -1
		}
		return r
	}, strings.ToLower(s))
	return strings.TrimLeft(strings.TrimPrefix(s, "+81"), "0")
}

// The domain of an address is one in all columns, and many domains stay many.
func TestEmailDomains(t *testing.T) {
	m := table(t, ja.Locale, named("email", "email", "person.email")...)
	host := func(s string) string { return s[strings.IndexByte(s, '@'):] }
	domains := map[string]bool{}
	for i := range 500 {
		got, err := row(t, m, i, i, fmt.Sprintf("a@school%d.ed.jp", i), fmt.Sprintf("b@SCHOOL%d.ed.jp", i), fmt.Sprintf("c@school%d.ed.jp", i))
		require.NoError(t, err)
		require.Equal(t, host(got[0]), host(got[1]))
		require.Equal(t, host(got[0]), host(got[2]))
		domains[host(got[0])] = true
	}
	require.Len(t, domains, 500)
}

// bound lines a masker up with a column of a type.
func bound(t testing.TB, r mask.Rule, typ schema.Type) error {
	keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{
		Pattern: "t", Person: &mask.Person{By: []string{"id"}}, Columns: []mask.Column{{Name: "id", Arms: keep}, {Name: "v", Arms: []mask.Arm{{Rule: r}}}},
	}}}, masktest.Key(t), Set(ja.Locale))
	require.NoError(t, err)
	tab := &schema.Table{Name: schema.Name{Name: "t"}, Declared: true, Columns: []*schema.Column{{Name: "id"}, {Name: "v", Type: typ}}}
	schema.New(schema.Fold{}).Put(tab)
	_, err = p.Bind(&dialects.Rows{Table: tab, Columns: tab.Columns})
	return err
}

func TestColumns(t *testing.T) {
	text := func(n int) schema.Type { return schema.Type{Kind: schema.Text, Name: "varchar", Length: n} }
	integer := func(bits int, unsigned bool) schema.Type {
		return schema.Type{Kind: schema.Integer, Name: "int", Bits: bits, Unsigned: unsigned}
	}
	enum := func(labels ...string) schema.Type {
		return schema.Type{Kind: schema.Enum, Name: "enum", Labels: labels}
	}
	for _, tt := range []struct {
		rule mask.Rule
		typ  schema.Type
		want error
	}{
		{mask.Rule{Mask: "person.name"}, text(20), nil},
		{mask.Rule{Mask: "person.name"}, text(19), mask.ErrWidth},
		{mask.Rule{Mask: "person.name", Max: 19}, text(19), nil},
		{mask.Rule{Mask: "person.family"}, text(12), nil},
		{mask.Rule{Mask: "person.name"}, integer(32, false), mask.ErrType},
		{mask.Rule{Mask: "email"}, text(50), nil},
		{mask.Rule{Mask: "email"}, text(49), mask.ErrWidth},
		{mask.Rule{Mask: "email", Max: 49}, text(49), nil},
		{mask.Rule{Mask: "phone"}, text(11), nil},
		{mask.Rule{Mask: "phone"}, integer(64, false), nil},
		{mask.Rule{Mask: "phone", Max: 13}, text(12), mask.ErrWidth},
		{mask.Rule{Mask: "postal_code"}, text(7), nil},
		{mask.Rule{Mask: "postal_code"}, integer(32, false), nil},
		{mask.Rule{Mask: "address"}, text(10), nil},
		{mask.Rule{Mask: "text"}, schema.Type{Kind: schema.Text, Name: "text", Bytes: 65535}, nil},
		{mask.Rule{Mask: "text"}, schema.Type{Kind: schema.JSON, Name: "json"}, mask.ErrType},
		{mask.Rule{Mask: "ip"}, text(15), mask.ErrWidth},
		{mask.Rule{Mask: "ip", Max: 15}, text(15), nil},
		{mask.Rule{Mask: "ip"}, schema.Type{Kind: schema.IP, Name: "inet"}, nil},
		{mask.Rule{Mask: "ip"}, schema.Type{Kind: schema.Binary, Name: "varbinary", Length: 16}, nil},
		{mask.Rule{Mask: "ip"}, integer(32, true), nil},
		{mask.Rule{Mask: "ip"}, integer(64, false), nil},
		{mask.Rule{Mask: "ip"}, integer(32, false), mask.ErrType},
		{mask.Rule{Mask: "person.birth_date"}, schema.Type{Kind: schema.Date, Name: "date"}, nil},
		{mask.Rule{Mask: "person.birth_date"}, schema.Type{Kind: schema.DateTime, Name: "timestamp"}, nil},
		{mask.Rule{Mask: "person.birth_date"}, integer(32, false), nil},
		{mask.Rule{Mask: "person.birth_date"}, text(8), nil},
		{mask.Rule{Mask: "person.birth_date"}, schema.Type{Kind: schema.Year, Name: "year"}, mask.ErrType},
		{mask.Rule{Mask: "person.gender"}, text(1), nil},
		{mask.Rule{Mask: "person.gender"}, integer(8, false), nil},
		{mask.Rule{Mask: "person.gender"}, enum("male", "female", "other"), nil},
		{mask.Rule{Mask: "person.gender"}, enum("a", "b"), nil},
		{mask.Rule{Mask: "person.gender"}, enum("M", "W"), mask.ErrType},
		{mask.Rule{Mask: "person.gender"}, schema.Type{Kind: schema.Bool, Name: "boolean"}, mask.ErrType},
		{mask.Rule{Mask: "person.username"}, text(30), nil},
		{mask.Rule{Mask: "username"}, text(29), mask.ErrWidth},
	} {
		err := bound(t, tt.rule, tt.typ)
		if tt.want == nil {
			require.NoError(t, err, "%s in %s(%d)", tt.rule.Mask, tt.typ.Name, tt.typ.Length)
			continue
		}
		require.ErrorIs(t, err, tt.want, "%s in %s(%d)", tt.rule.Mask, tt.typ.Name, tt.typ.Length)
	}
}

// TestUsualColumns: what applications declare needs no max.
func TestUsualColumns(t *testing.T) {
	for name, widths := range map[string][]int{
		"person.name": {20, 50, 255}, "person.family": {20}, "person.given": {20}, "person.kana": {20, 50}, "person.romaji": {20}, "nickname": {20},
		"email": {50, 64, 100, 191, 254, 255}, "person.email": {50}, "username": {30, 60}, "person.username": {30},
		"phone": {11, 13, 15, 20}, "postal_code": {7, 8}, "address": {20, 255}, "ip": {45}, "text": {20},
		"token": {32, 40, 64}, "uuid": {32, 36, 38}, "password": {32, 40, 60, 255}, "hash": {32, 64}, "format": {5}, "shape": {50, 255},
	} {
		for _, w := range widths {
			require.NoError(t, bound(t, mask.Rule{Mask: name}, schema.Type{Kind: schema.Text, Name: "varchar", Length: w}), "%s in varchar(%d)", name, w)
		}
	}
}

// A name longer than the stated length makes room for one as long: it stands
// where that stood.
func TestLongNames(t *testing.T) {
	long := "Dr. Christopher Wellington-Featherstone"
	free, limited := table(t, en.Locale, mask.Rule{Mask: "person.name"}), table(t, en.Locale, mask.Rule{Mask: "person.name", Max: 20})
	for i := range 50 {
		got, err := row(t, free, i, i, long)
		require.NoError(t, err)
		require.Regexp(t, `^Dr\. \w+ \w+$`, got[0])
		got, err = row(t, limited, i, i, long)
		require.NoError(t, err)
		require.LessOrEqual(t, utf8.RuneCountInString(got[0]), 20)
	}
}

// A name that max does not hold is cut: it agrees with the person's others as far
// as it goes.
func TestCutNames(t *testing.T) {
	whole, short := table(t, en.Locale, mask.Rule{Mask: "person.given"}), table(t, en.Locale, mask.Rule{Mask: "person.given", Max: 4})
	for i := range 100 {
		w, err := row(t, whole, i, i, "Patricia")
		require.NoError(t, err)
		s, err := row(t, short, i, i, "Patricia")
		require.NoError(t, err)
		require.Equal(t, w[0][:min(4, len(w[0]))], s[0])
	}
}

// Else takes what is no name, which has a fake of its own shape without it.
func TestNamesElse(t *testing.T) {
	for _, name := range []string{"person.name", "person.family", "person.given"} {
		m := table(t, ja.Locale, mask.Rule{Mask: name}, mask.Rule{Mask: name, Else: &mask.Rule{Mask: "fixed", Params: map[string]any{"value": "-"}}})
		got, err := row(t, m, 1, 1, "2-A 15", "2-A 15")
		require.NoError(t, err)
		require.Regexp(t, `^\d-[A-Z] \d\d$`, got[0])
		require.Equal(t, "-", got[1])
		got, err = row(t, m, 1, 1, "山田 太郎", "山田 太郎")
		require.NoError(t, err)
		require.Equal(t, got[0], got[1])
	}
}

// Masking a value costs no memory beyond what a constant costs in the same place.
func TestMadeAllocations(t *testing.T) {
	allocations := func(r mask.Rule, value string) float64 {
		m := table(t, ja.Locale, r)
		b := []byte(value)
		vals := []any{int64(1), int64(1), b}
		i := int64(0)
		return testing.AllocsPerRun(200, func() {
			i++
			vals[0], vals[2] = i, b
			if _, err := m.Mask(vals); err != nil {
				panic(err)
			}
		})
	}
	for name, values := range made {
		for _, v := range values {
			constant := allocations(mask.Rule{Mask: "fixed", Params: map[string]any{"value": "-"}}, v)
			if got := allocations(mask.Rule{Mask: name}, v); got > constant {
				t.Errorf("%s: %q: %v allocations, %v for a constant", name, v, got, constant)
			}
		}
	}
}

// No two characters of a Japanese name survive in any column that is masked by
// its person.
func TestNameCanaries(t *testing.T) {
	m := table(t, ja.Locale, named("person.name", "person.family", "person.given", "person.kana", "person.romaji", "person.name", "person.name")...)
	for i := range 300 {
		got, err := row(t, m, i, i, "小鳥遊 六花凛（ヌベヒズゲ ムズヘビロ）", "小鳥遊", "六花凛", "ﾇﾍﾞﾋｽﾞｹﾞ ﾑｽﾞﾍﾋﾞﾛ", "NUBEHIZUGE, Muzuhebiro", "小鳥遊六花凛先生", "生徒1 小鳥遊六花凛")
		require.NoError(t, err)
		all := strings.Join(got, "|")
		for _, canary := range []string{"小鳥", "鳥遊", "六花", "花凛", "ヌベヒ", "ベヒズ", "ムズヘ", "ヘビロ", "ﾇﾍﾞﾋ", "ﾑｽﾞﾍ", "BEHIZU", "ZUHEBI", "zuhebi", "生徒"} {
			require.NotContains(t, all, canary)
		}
	}
}

// person.romaji keeps the shape of names in Latin letters, and writes none but
// ASCII; person.name of the same person has the accents of its language.
func TestNamesInLatinLetters(t *testing.T) {
	accents := false
	for _, l := range []*fake.Locale{ja.Locale, en.Locale, fr.Locale, zh.Locale} {
		m := table(t, l, named("person.romaji", "person.romaji", "person.name")...)
		for i := range 50 {
			got, err := row(t, m, i, i, "YAMADA, Taro", "Taro K. Yamada", "YAMADA, Taro")
			require.NoError(t, err)
			require.Regexp(t, `^[A-Z' -]+(, [A-Z][A-Za-z' -]+)?$`, got[0], "a given name that does not fit goes")
			require.Regexp(t, `^[A-Z][A-Za-z' -]+( [A-Z]\.)?( [A-Z][A-Za-z' -]+)?$`, got[1])
			require.Equal(t, utf8.RuneCountInString(got[0]), utf8.RuneCountInString(got[2]), "%s is %s", got[0], got[2])
			accents = accents || got[0] != got[2]
		}
	}
	require.True(t, accents)
}
