package builtin

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// things are the maskers of schools, of money and of the web, with values that they
// are made for and values that they refuse.
var things = map[string]struct {
	kind      string // under which fake.Recognise decides; empty: it cannot
	fit, not  []string
	unkeyed   bool
	mayEqual  bool // there are so few fakes that two keys can give one
	unlimited bool // a fake can be longer than value and Spec say
}{
	"school":        {kind: "school", fit: []string{"千代田区立番町小学校", "東京都立日比谷高等学校", "学校法人慶應義塾 慶應義塾高等学校", "番町小", "Tokyo High School", "横浜市教育委員会"}, not: []string{"小学校", "123", "★"}},
	"school_code":   {kind: "school_code", fit: []string{"B101210000018", "F112310102342", "F139190110515"}, not: []string{"B101210000019", "x", "B113200000015", "1234567890123"}},
	"class_name":    {fit: []string{"1年A組", "3年2組", "3-2", "302", "ひまわり組", "特別支援 たんぽぽ", "二年三組", "1年い組"}, not: []string{"1年", "-", "年組"}, mayEqual: true},
	"attendance_no": {fit: []string{"1", "7", "45", "46", "99", "100", "07", "0"}, not: []string{"-1", "1000", "x", "+7"}, mayEqual: true},
	"prefecture":    {fit: []string{"東京都", "北海道", "東京", "13", "01", "48", "その他"}, not: []string{"Tokyo", "49", "1300", "x"}, mayEqual: true},
	"city":          {kind: "city", fit: []string{"千代田区", "ちよだく", "ﾁﾖﾀﾞｸ", "Chiyoda-ku", "131016", "13101"}, not: []string{"12", "-"}, mayEqual: true},
	"birth_date":    {fit: []string{"2012-04-02", "平成24年4月2日", "H24.4.2", "20120402", "2012/4/2", "2012-04-02 00:00:00", "0000-00-00"}, not: []string{"2012-02-30", "x"}, mayEqual: true},
	"gender":        {fit: []string{"1", "2", "M", "female", "男", "0", "その他"}, not: []string{"3", "yes"}, mayEqual: true},
	"card":          {kind: "payment_card", fit: []string{"4111111111111111", "3782 822463 10005", "５５５５５５５５５５５５４４４４"}, not: []string{"x", "12345", "411111111111111111111"}},
	"bank_account":  {kind: "bank_account", fit: []string{"1234567", "0001-123-1234567", "DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "10120-12345671"}, not: []string{"1", "12", "x", "普通"}, mayEqual: true},
	"my_number":     {kind: "my_number", fit: []string{"123456789018", "1234-5678-9018", "000000000000"}, not: []string{"123456789012", "1234", "x"}},
	"mac":           {fit: []string{"00:1B:44:11:3A:B7", "001b.4411.3ab7", "00-1b-44-11-3a-b7", "001B44113AB7", "00:00:00:00:00:00", "08:00:2b:ff:fe:01:02:03", "00:1B:44:11:3A:B7:00:00", "0800.2b01.0203.0405", "08002b0102030405"}, not: []string{"00:1B:44:11:3A", "x", "00:1B:44:11:3A:B7:00", "08:002b:01:02:03:04:05", "0:01:B4:41:13:AB:7"}},
	"url":           {kind: "url", fit: []string{"https://twitter.com/taro", "http://www.school.ed.jp/a/b.jpg?x=1#y", "HTTPS://User:pw@Host.jp:8080", "https://[2001:db8::1]/x"}, not: []string{"/img/1.png", "ftp://x.jp/", "https://", "x"}},
	"user_agent":    {fit: []string{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.71 Safari/537.36 Edg/120.0.1", "curl/7.68", "x"}, unkeyed: true},
	"geo":           {fit: []string{"35.6895", "139.6917", "35.6895,139.6917", "POINT(139.6917 35.6895)", "-33.86", "0.0"}, not: []string{"x", "35°41'", "1000", "1,2,3", "1.2.3"}, mayEqual: true},
	"filename":      {fit: []string{"1A_山田太郎.jpg", "uploads/2023/report.pdf", `C:\Users\taro\x.docx`, "noextension", ".bashrc"}, not: []string{"https://x.jp/a.png", "a/", "..", "/"}},
	"code":          {kind: "code", fit: []string{"ABCD-1234-EFGH", "20230401-0007", "U4af4980629a1b2c3d4e5f60718293a4b", "x1"}, not: []string{"--", "ライセンス"}, unlimited: true},
}

func TestThingsLaws(t *testing.T) {
	for name, c := range things {
		t.Run(name, func(t *testing.T) {
			masktest.Run(t, masktest.Case{
				Factory: Set(ja.Locale)[name], Set: Set(ja.Locale), Values: slices.Concat(c.fit, c.not), Unkeyed: c.unkeyed || c.mayEqual,
			})
		})
	}
	for _, set := range []mask.Set{schoolMaskers(ja.Locale), moneyMaskers, webMaskers} {
		for name := range set {
			require.Contains(t, things, name, "every masker is here")
		}
	}
}

// What is not of its kind a masker refuses; its fakes are ours where that can be
// decided, and keep the promises of the Spec.
func TestThings(t *testing.T) {
	for name, c := range things {
		for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
			spec := specOf(&Doc{Name: name, Example: bare(name)}, l)
			rows := table(t, l, mask.Rule{Mask: name})
			for i := range 50 {
				for _, v := range c.fit {
					got, err := row(t, rows, i, i, v)
					if l == en.Locale && err != nil {
						require.ErrorIs(t, err, mask.ErrUnfit)
						continue
					}
					require.NoError(t, err, "%s %q", name, v)
					require.True(t, utf8.ValidString(got[0]))
					if !c.unlimited {
						checkPromise(t, name, spec.Output, 0, v, got[0])
					}
					if c.kind != "" {
						require.Equal(t, fake.Ours, fake.Recognise(c.kind, []byte(got[0]), ja.Locale, en.Locale), "%s %q became %q", name, v, got[0])
					}
				}
			}
		}
		rows := table(t, ja.Locale, mask.Rule{Mask: name})
		for _, v := range c.not {
			_, err := row(t, rows, 1, 1, v)
			require.ErrorIs(t, err, mask.ErrUnfit, "%s %q", name, v)
		}
	}
}

// Maskers that say so keep a million values apart, under collations without case.
func TestThingsInjective(t *testing.T) {
	n := 1_000_000
	if testing.Short() {
		n = 20_000
	}
	for name, c := range map[string]struct {
		rule  mask.Rule
		value func(i int) string
		most  int
	}{
		"school_code": {rule("school_code"), func(i int) string { return schoolCode(1+i/100_000, i%100_000) }, 900_000},
		"attendance":  {rule("attendance_no"), func(i int) string { return strconv.Itoa(i + 1) }, 999},
		"my_number":   {rule("my_number"), func(i int) string { return checked(fake.MyNumber, fmt.Sprintf("%011d0", i)) }, n},
		"url":         {rule("url"), func(i int) string { return fmt.Sprintf("https://h%d.jp/%d", i%1000, i) }, n},
		"filename":    {rule("filename"), func(i int) string { return fmt.Sprintf("%d/%d.jpg", i%1000, i) }, n},
		"code":        {rule("code"), func(i int) string { return fmt.Sprintf("AB-%07d", i) }, n},
		"code with a check": {
			rule("code", "check", "luhn"), func(i int) string { return checked(fake.Luhn, fmt.Sprintf("%07d0", i)) }, n,
		},
		"format with a year": {rule("format", "keep", 4), func(i int) string { return fmt.Sprintf("%d%06d", 2000+i%20, i/20) }, n},
		"format with a check": {
			rule("format", "check", "corporate"), func(i int) string { return checked(fake.Corporate, fmt.Sprintf("0%012d", i)) }, n,
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := plan(t, c.rule)
			require.NoError(t, err)
			m, err := p.Row("t", []string{"id", "home", "v"})
			require.NoError(t, err)
			count := min(n, c.most)
			seen := make(map[string]bool, count)
			for i := range count {
				vals := []any{int64(i), int64(i), c.value(i)}
				if _, err := m.Mask(vals); err != nil {
					t.Fatal(err)
				}
				seen[string(fake.AppendEmailKey(nil, []byte(vals[2].(string))))] = true
			}
			require.Len(t, seen, count)
		})
	}
}

func checked(c fake.Check, v string) string {
	b := []byte(v)
	c.Set(b)
	return string(b)
}

func schoolCode(first, rest int) string {
	return checked(fake.SchoolCheck, fmt.Sprintf("B1132%d%06d0", first, rest))
}

func TestSchools(t *testing.T) {
	rows := table(t, ja.Locale, rule("school"), rule("school"))
	got, err := row(t, rows, 1, 1, "千代田区立番町小学校", "千代田区立番町小学校")
	require.NoError(t, err)
	require.Equal(t, got[0], got[1], "by the value")
	require.Regexp(t, `^\p{Han}+区立\p{Han}+小学校$`, got[0])
	for _, v := range []string{"千代田", "番町"} {
		require.NotContains(t, got[0], v)
	}
	got, err = row(t, rows, 1, 1, "東京都立日比谷高等学校", "横浜市立第三中学校")
	require.NoError(t, err)
	require.Regexp(t, `^東京都立\p{Han}+高等学校$`, got[0])
	require.Regexp(t, `^\p{Han}+市立第[一二三四五六七八九]中学校$`, got[1])
	code := fakes(t, rule("school_code"), "B101210000018")[0]
	require.Regexp(t, `^B101[2]0\d{7}$`, code)
	require.Regexp(t, `^[ABCDEFGH][12][0-4][0-9][123][0-9]{7}[0-9]$`, code, "OneRoster Japan Profile 1.2")
	require.True(t, fake.SchoolCheck.Valid([]byte(code)))
}

// Two classes of a grade stay two.
func TestClasses(t *testing.T) {
	for _, format := range []string{"1年%c組", "2-%c", "3%c"} {
		seen := map[string]bool{}
		for c := 'A'; c <= 'Z'; c++ {
			seen[fakes(t, rule("class_name"), fmt.Sprintf(format, c))[0]] = true
		}
		require.Len(t, seen, 26)
		for c := 'A'; c <= 'H'; c++ {
			require.Regexp(t, `[A-H]組?$`, fakes(t, rule("class_name"), fmt.Sprintf(format, c))[0])
		}
	}
	seen := map[string]bool{}
	for i := 1; i < 100; i++ {
		seen[fakes(t, rule("class_name"), fmt.Sprintf("1年%d組", i))[0]] = true
	}
	require.Len(t, seen, 99)
	require.NotContains(t, fakes(t, rule("class_name"), "特別支援学級")[0], "支援")
	require.Equal(t, "1年", fakes(t, rule("class_name"), "山田先生の1年A組")[0][:len("1年")])
}

func TestAttendance(t *testing.T) {
	for policy, word := range map[string]string{"renumber": "class: COLUMN", "order_by_number": "number: COLUMN", "drop": "null", "x": "want permute"} {
		_, err := plan(t, rule("attendance_no", "policy", policy))
		require.ErrorContains(t, err, word)
	}
	seen := map[string]bool{}
	for i := 1; i <= 45; i++ {
		seen[fakes(t, rule("attendance_no"), strconv.Itoa(i))[0]] = true
	}
	require.Len(t, seen, 45)
	for n := range seen {
		i, err := strconv.Atoi(n)
		require.NoError(t, err)
		require.True(t, 1 <= i && i <= 45)
	}
}

// A day of birth stays in its cohort, and is one in all notations.
func TestBirthDateByValue(t *testing.T) {
	got := fakes(t, rule("birth_date"), "2012-04-02", "2012/4/2", "平成24年4月2日", "20120402")
	first, _, ok := fake.ParseDate([]byte(got[0]))
	require.True(t, ok)
	for _, v := range got {
		d, _, ok := fake.ParseDate([]byte(v))
		require.True(t, ok)
		require.Equal(t, first, d)
	}
	for _, v := range []string{"2012-04-02", "2012-04-01", "2012-02-29", "2019-04-30", "1989-01-07"} {
		d, _, _ := fake.ParseDate([]byte(v))
		f, _, _ := fake.ParseDate([]byte(fakes(t, rule("birth_date"), v)[0]))
		require.Equal(t, cohort(d), cohort(f), v)
	}
}

func cohort(d fake.Date) int {
	if d.Month < 4 || d.Month == 4 && d.Day == 1 {
		return d.Year - 1
	}
	return d.Year
}

func TestCodes(t *testing.T) {
	require.Regexp(t, `^FAKE-[A-Z]{4}-\d{4}$`, fakes(t, rule("code"), "ABCD-1234")[0])
	require.Regexp(t, `^X9:[a-z]\d$`, fakes(t, rule("code", "prefix", "X9:"), "a1")[0])
	require.Regexp(t, `^00[A-Z]{2}-\d{4}$`, fakes(t, rule("code", "part", "00"), "ABCD-1234")[0])
	f := fakes(t, rule("code", "check", "jan"), "4006381333931")[0]
	require.True(t, fake.JAN.Spoiled([]byte(f)))
	f = fakes(t, rule("format", "check", "jan"), "4006381333931")[0]
	require.True(t, fake.JAN.Valid([]byte(f)))
	require.Regexp(t, `^2025\d{4}$`, fakes(t, rule("format", "keep", 4), "20250315")[0])
	_, err := one(t, rule("format", "check", "luhn"), 1, "4111111111111112")
	require.ErrorIs(t, err, mask.ErrUnfit)
	_, err = one(t, rule("code", "part", "ABCDE"), 1, "ABC1")
	require.ErrorIs(t, err, mask.ErrUnfit)
	limited := rule("code")
	limited.Max = 10
	_, err = one(t, limited, 1, "ABCD-1234")
	require.ErrorIs(t, err, mask.ErrWidth)
	for _, r := range []mask.Rule{
		rule("code", "prefix", ""), rule("code", "prefix", "é"), rule("code", "prefix", "a", "part", "b"), rule("code", "check", "nosuch"),
		rule("format", "keep", -1), rule("format", "check", "iban", "keep", 1), rule("geo", "axis", "up"),
	} {
		_, err := plan(t, r)
		require.Error(t, err, "%v", r)
	}
}

func TestThingsInColumns(t *testing.T) {
	text := func(n int) schema.Type { return schema.Type{Kind: schema.Text, Name: "varchar", Length: n} }
	for _, tt := range []struct {
		rule mask.Rule
		typ  schema.Type
		want error
	}{
		{rule("school"), text(10), nil},
		{rule("school_code"), text(13), nil},
		{rule("school_code"), text(12), mask.ErrWidth},
		{rule("class_name"), text(5), nil},
		{rule("class_name"), schema.Type{Kind: schema.Integer, Bits: 8, Unsigned: true}, mask.ErrType},
		{rule("class_name"), schema.Type{Kind: schema.Integer, Bits: 16}, nil},
		{placeRule("school.class"), schema.Type{Kind: schema.Integer, Bits: 8}, mask.ErrType},
		{placeRule("school.class"), schema.Type{Kind: schema.Integer, Bits: 16}, nil},
		{rule("city"), schema.Type{Kind: schema.Integer, Bits: 16}, mask.ErrType},
		{rule("city"), schema.Type{Kind: schema.Integer, Bits: 16, Unsigned: true}, nil},
		{placeRule("person.city"), schema.Type{Kind: schema.Integer, Bits: 16}, mask.ErrType},
		{placeRule("person.city"), schema.Type{Kind: schema.Integer, Bits: 32}, nil},
		{placeRule("person.prefecture"), schema.Type{Kind: schema.Integer, Bits: 8}, nil},
		{rule("attendance_no"), schema.Type{Kind: schema.Integer, Bits: 16}, nil},
		{rule("prefecture"), text(4), nil},
		{rule("prefecture"), schema.Type{Kind: schema.Integer, Bits: 8}, nil},
		{rule("city"), text(20), nil},
		{rule("birth_date"), schema.Type{Kind: schema.Date}, nil},
		{rule("gender"), schema.Type{Kind: schema.Enum, Labels: []string{"male", "female"}}, nil},
		{rule("gender"), schema.Type{Kind: schema.Enum, Labels: []string{"M", "W"}}, mask.ErrType},
		{rule("card"), text(16), nil},
		{rule("mac"), schema.Type{Kind: schema.MAC}, nil},
		{rule("mac"), schema.Type{Kind: schema.Binary, Length: 6}, nil},
		{rule("mac"), schema.Type{Kind: schema.MAC, Name: "macaddr8"}, nil},
		{rule("url"), text(255), nil},
		{rule("url"), text(40), mask.ErrWidth},
		{rule("user_agent"), text(255), nil},
		{rule("geo"), schema.Type{Kind: schema.Decimal}, nil},
		{rule("filename"), text(64), nil},
		{rule("filename"), text(63), mask.ErrWidth},
		{rule("code"), text(20), nil},
		{rule("code"), schema.Type{Kind: schema.Integer, Bits: 32}, mask.ErrType},
	} {
		err := bound(t, tt.rule, tt.typ)
		if tt.want == nil {
			require.NoError(t, err, "%s in %v", tt.rule.Mask, tt.typ)
			continue
		}
		require.ErrorIs(t, err, tt.want, "%s in %v", tt.rule.Mask, tt.typ)
	}
}

// A class is numbered anew in the order of the made-up names, whatever the order of the
// rows; who has no number gets none, and a class that lacks a part of its name is one too.
func TestRenumber(t *testing.T) {
	keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
	column := func(name string, r mask.Rule) mask.Column {
		return mask.Column{Name: name, Arms: []mask.Arm{{Rule: r}}}
	}
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{
		Pattern: "pupils", Person: &mask.Person{By: []string{"id"}},
		Columns: []mask.Column{
			{Name: "id", Arms: keep}, {Name: "grade", Arms: keep}, {Name: "class", Arms: keep},
			column("no", rule("attendance_no", "policy", "renumber", "class", []any{"grade", "class"})), column("kana", rule("person.kana")),
		},
	}}}, masktest.Key(t), Set(ja.Locale))
	require.NoError(t, err)
	rows := make([]string, 0, 200)
	for i := range 200 {
		no, class := strconv.Itoa(i/5+10), "'"+string(rune('A'+i%4))+"'"
		switch {
		case i%50 == 0:
			no = "NULL"
		case i%50 == 1:
			no = "0"
		case i%4 == 3:
			class = "NULL"
		}
		rows = append(rows, fmt.Sprintf("(%d,%d,%s,%s,'ヤマダ タロウ')", i, i%3, class, no))
	}
	masked := func(rows []string) map[string][]string {
		dump := "CREATE TABLE `pupils` (`id` int, `grade` int, `class` char(1), `no` smallint, `kana` varchar(40), PRIMARY KEY (`id`), UNIQUE KEY (`grade`,`class`,`no`));\nINSERT INTO `pupils` VALUES " + strings.Join(rows, ",") + ";\n"
		s, err := mask.NewSurvey(t.Context(), func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(dump)), nil }, mysql.Dialect, p)
		require.NoError(t, err)
		var out strings.Builder
		_, err = mask.Copy(t.Context(), &out, strings.NewReader(dump), mysql.Dialect, p, mask.Surveyed(s))
		require.NoError(t, err)
		all := map[string][]string{}
		_, values, _ := strings.Cut(out.String(), "VALUES (")
		for row := range strings.SplitSeq(strings.TrimSuffix(values, ");\n"), "),(") {
			f := strings.Split(row, ",")
			all[f[0]] = f
		}
		return all
	}
	got := masked(rows)
	require.Len(t, got, 200)
	classes := map[string][][]string{}
	for id, f := range got {
		switch i, _ := strconv.Atoi(id); i % 50 {
		case 0:
			require.Equal(t, "NULL", f[3])
		case 1:
			require.Equal(t, "0", f[3])
		default:
			classes[f[1]+f[2]] = append(classes[f[1]+f[2]], f)
		}
	}
	require.Len(t, classes, 12)
	for _, class := range classes {
		slices.SortFunc(class, func(a, b []string) int {
			x, _ := strconv.Atoi(a[3])
			y, _ := strconv.Atoi(b[3])
			return cmp.Compare(x, y)
		})
		last := ""
		for i, f := range class {
			require.Equal(t, strconv.Itoa(i+1), f[3])
			kana := strings.Map(unmarked, f[4])
			require.LessOrEqual(t, []rune(last + " ")[0], []rune(kana)[0])
			last = kana
		}
	}
	slices.Reverse(rows)
	require.Equal(t, got, masked(rows))
}

// Names follow the numbers of a class where the policy says so; the number stays,
// and a table of the same persons that lacks it cannot name them.
func TestOrderByNumber(t *testing.T) {
	keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
	column := func(name string, r mask.Rule) mask.Column {
		return mask.Column{Name: name, Arms: []mask.Arm{{Rule: r}}}
	}
	pupils := mask.Table{
		Pattern: "pupils", Person: &mask.Person{By: []string{"id"}, Number: "no"},
		Columns: []mask.Column{
			{Name: "id", Arms: keep}, column("no", rule("attendance_no", "policy", "order_by_number")), column("kana", rule("person.family_kana")), column("name", rule("person.name")),
		},
	}
	works := mask.Table{
		Pattern: "works", Person: &mask.Person{By: []string{"pupil"}, Number: "seat"},
		Columns: []mask.Column{{Name: "pupil", Arms: keep}, {Name: "seat", Arms: keep}, column("author", rule("person.name")), column("day", rule("date", "shift", "4w"))},
	}
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{pupils, works}}, masktest.Key(t), Set(ja.Locale))
	require.NoError(t, err)
	m, err := p.Row("pupils", []string{"id", "no", "kana", "name"})
	require.NoError(t, err)
	w, err := p.Row("works", []string{"pupil", "seat", "author", "day"})
	require.NoError(t, err)
	last := ""
	for no := 1; no <= 40; no++ {
		vals := []any{int64(1000 - no), int64(no), "ヤマダ", "山田 太郎"}
		_, err := m.Mask(vals)
		require.NoError(t, err)
		require.EqualValues(t, no, vals[1])
		first := vals[2].(string)[:len("ア")]
		require.LessOrEqual(t, strings.Map(unmarked, last), strings.Map(unmarked, first))
		last = first
		work := []any{int64(1000 - no), fmt.Sprintf("%02d", no), "山田 太郎", "2024-04-08"}
		_, err = w.Mask(work)
		require.NoError(t, err)
		require.Equal(t, vals[3], work[2], "one person")
	}
	for _, none := range []any{nil, "0", "転入"} { // no number: as without one
		vals := []any{int64(1), none, "ヤマダ", "山田 太郎"}
		_, err := m.Mask(vals)
		if none == "転入" {
			require.ErrorIs(t, err, mask.ErrUnfit)
			continue
		}
		require.NoError(t, err)
	}
	works.Person.Number = ""
	works.Columns = append(works.Columns, column("home", rule("person.address")), column("tel", rule("person.phone")))
	_, err = mask.Compile(&mask.Policy{Tables: []mask.Table{pupils, works}}, masktest.Key(t), Set(ja.Locale))
	var faults mask.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 1, "date, home and phone need no name")
	require.ErrorContains(t, err, "author")
}

// unmarked folds katakana with marks to those without, for the first letter.
func unmarked(r rune) rune {
	if i := strings.IndexRune("ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ", r); i >= 0 {
		return []rune("カキクケコサシスセソタチツテトハヒフヘホハヒフヘホ")[i/len("ア")]
	}
	return r
}

// Masking costs no memory beyond what a constant costs in the same place.
func TestThingsAllocations(t *testing.T) {
	allocations := func(r mask.Rule, value string) float64 {
		m := table(t, ja.Locale, r)
		b := []byte(value)
		vals := []any{int64(1), int64(1), b}
		i := int64(0)
		return testing.AllocsPerRun(100, func() {
			i++
			vals[0], vals[2] = i, b
			if _, err := m.Mask(vals); err != nil {
				panic(err)
			}
		})
	}
	for name, c := range things {
		for _, v := range c.fit {
			constant := allocations(rule("fixed", "value", "-"), v)
			if got := allocations(rule(name), v); got > constant {
				t.Errorf("%s: %q: %v allocations, %v for a constant", name, v, got, constant)
			}
		}
	}
}

// What the OneRoster Japan Profile 1.2 demands of a value, it can demand of the fake:
// no half-width katakana in names, classes and places, school codes of its pattern,
// UUIDs of version 4, and grades that stay.
func TestOneRoster(t *testing.T) {
	m := table(t, ja.Locale, named("uuid", "person.family", "person.given", "person.family_kana", "person.given_kana", "class_name", "city", "school", "school_code")...)
	for i := range 300 {
		got, err := row(t, m, i, i, "123e4567-e89b-42d3-a456-426655440000", "山田", "太郎", "ヤマダ", "タロウ", "3年B組", "千代田区", "千代田区立番町小学校", "B101210000018")
		require.NoError(t, err)
		require.NotRegexp(t, `[ｦ-ﾟ]`, strings.Join(got, ""))
		require.Regexp(t, `^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, got[0])
		require.Regexp(t, `^[ァ-ヶー]+$`, got[3]+got[4])
		require.Regexp(t, `^3年[A-H]組$`, got[5])
		require.Regexp(t, `^[ABCDEFGH][12][0-4][0-9][123][0-9]{7}[0-9]$`, got[8])
	}
}
