package builtin

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// rule writes a rule as a masker's name and parameters.
func rule(name string, params ...any) mask.Rule {
	r := mask.Rule{Mask: name, Params: map[string]any{}}
	for i := 0; i < len(params); i += 2 {
		r.Params[params[i].(string)] = params[i+1]
	}
	return r
}

// plan compiles a table t with a person key, a household and the masked column v.
func plan(t testing.TB, r mask.Rule) (*mask.Plan, error) {
	keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
	return mask.Compile(&mask.Policy{Tables: []mask.Table{{
		Pattern: "t", Person: &mask.Person{By: []string{"id"}, Household: "home"},
		Columns: []mask.Column{{Name: "id", Arms: keep}, {Name: "home", Arms: keep}, {Name: "v", Arms: []mask.Arm{{Rule: r}}}},
	}}}, masktest.Key(t), Set(en.Locale))
}

// one masks a value of person id.
func one(t testing.TB, r mask.Rule, id int, v string) (any, error) {
	t.Helper()
	p, err := plan(t, r)
	require.NoError(t, err)
	m, err := p.Row("t", []string{"id", "home", "v"})
	require.NoError(t, err)
	vals := []any{int64(id), int64(id / 4), v}
	_, err = m.Mask(vals)
	return vals[2], err
}

// fakes masks values, one a person.
func fakes(t testing.TB, r mask.Rule, values ...string) []string {
	t.Helper()
	p, err := plan(t, r)
	require.NoError(t, err)
	m, err := p.Row("t", []string{"id", "home", "v"})
	require.NoError(t, err)
	var out []string
	for i, v := range values {
		vals := []any{int64(i), int64(i / 4), v}
		_, err := m.Mask(vals)
		require.NoError(t, err)
		out = append(out, fmt.Sprint(vals[2]))
	}
	return out
}

// bind lines a rule up with a column of a type.
func bind(t testing.TB, r mask.Rule, typ schema.Type) error {
	t.Helper()
	p, err := plan(t, r)
	require.NoError(t, err)
	s := schema.New(schema.Fold{})
	table := &schema.Table{Name: schema.Name{Name: "t"}, Declared: true}
	table.Columns = []*schema.Column{{Name: "id"}, {Name: "home"}, {Name: "v", Type: typ}}
	s.Put(table)
	_, err = p.Bind(&dialects.Rows{Table: table, Columns: table.Columns})
	return err
}

// cases are maskers that keep the laws, with values that they are made for.
var cases = map[string]masktest.Case{
	"null":    {Factory: nullFactory, Unkeyed: true, Values: []string{"a", "b"}},
	"fixed":   {Factory: fixedFactory, Unkeyed: true, Rule: rule("", "value", "x"), Values: []string{"a", "b"}},
	"redact":  {Factory: redactFactory, Unkeyed: true, Rule: rule("", "last", 4), Values: []string{"4111111111111111", "山田太郎", "ab"}},
	"hash":    {Factory: hashFactory, Values: words},
	"format":  {Factory: formatFactory, Values: []string{"AB-1234-cd", "20250315", "x9", "ライセンス", "--", "A-1", "1234567890123456789012345678901234567890"}},
	"token":   {Factory: tokenFactory, Values: []string{"deadbeef00112233", "DEADBEEF00112233", "s3cr3tTokenWithLetters", "0123456789", "a_b", "é", ""}},
	"integer": {Factory: integerFactory, Values: []string{"1", "42", "2147483647", "0", "-1", "x", "00042"}},
	"number":  {Factory: numberFactory, Values: []string{"12345.67", "-3", "1.5e+20", "x", "0.001", "123456789012345678"}},
	"uuid":    {Factory: uuidFactory, Values: []string{"123e4567-e89b-42d3-a456-426655440000", "{123E4567-E89B-12D3-A456-426655440000}", "00000000-0000-0000-0000-000000000000", "123e4567e89b42d3a456426655440000", "no"}},
	"shift":   {Factory: dateFactory, Rule: rule("", "shift", "26w"), Values: []string{"2012-04-02", "2012-04-02 13:14:15", "0000-00-00", "平成24年4月2日", "2012-02-30", "H24.4.2", "Mon, 2 Apr 2012 13:14:15 +0900", "平成二十四年四月二日(月)", "0044-03-15 BC"}},
	"to":      {Factory: dateFactory, Unkeyed: true, Rule: rule("", "to", "school_year"), Values: []string{"2012-04-02", "2012-04-02 13:14:15", "0000-00-00", "平成24年4月2日", "Mon, 2 Apr 2012 13:14:15 +0900"}},
	"epoch":   {Factory: dateFactory, Rule: rule("", "shift", "26w", "unit", "ms"), Values: []string{"1333324800000", "0", "x", "1333324800000.5"}},
	"blob":    {Factory: blobFactory, Unkeyed: true, Values: []string{"\x89PNG\r\n\x1a\n", "%PDF-1.7", "x"}},
	"shape":   {Factory: Set(ja.Locale)["shape"], Set: Set(ja.Locale), Values: []string{"taro@school.test", "S2025-0042", "山田太郎", "090-2345-6789", "x"}},
	"kinds": {Factory: Set(ja.Locale)["shape"], Set: Set(ja.Locale), Rule: rule("", "distinct", false), Values: []string{
		"taro@school.test", "S2025-0042", "山田 太郎", "090-2345-6789", "〒100-8111", "2012-04-02", "https://school.test/x", "133.11.0.5", "体調不良のため欠席。", "550e8400-e29b-41d4-a716-446655440000", "",
	}},
	"choice":   {Factory: choiceFactory, Rule: rule("", "of", texts(100)), Values: words[:3]},
	"password": {Factory: passwordFactory, Values: []string{"$2y$10$abcdefghijklmnopqrstuv0123456789012345678901234567890", "5f4dcc3b5aa765d61d8327deb882cf99", "hunter2", "{SSHA}abcdefgh"}},
	"json": {Factory: nestedMaskers["json"], Rule: rule("", "paths", parts("$..name", "person.name", "$.plan", "keep", "*", "shape")), Set: Set(en.Locale), Values: []string{
		`{"name": "Taro Yamada", "plan": "free", "mail": "taro@school.test", "n": [1, 2.5, null]}`, `["a", {"name": "x"}]`, `{"a": "\u0000"}`, `{`, `"no object"`, `{"name": ""}`,
	}},
	"php":       {Factory: nestedMaskers["php"], Rule: rule("", "of", mask.Rule{Mask: "text"}), Set: Set(en.Locale), Values: []string{`a:1:{s:1:"k";s:22:"a long text of somebody";}`, `s:21:"another text, as long";`, `s:9:"abc";`}},
	"array":     {Factory: nestedMaskers["array"], Rule: rule("", "of", mask.Rule{Mask: "email"}), Set: Set(en.Locale), Values: []string{`{taro@school.test,NULL}`, `{}`, `{`, `{no address}`}},
	"xml":       {Factory: nestedMaskers["xml"], Rule: rule("", "of", rule("text")), Set: Set(en.Locale), Values: []string{`<a b="a long text of somebody"><!-- another text, as long -->x</a>`, `<a>`, `a plain text, as long as they are`}},
	"yaml":      {Factory: nestedMaskers["yaml"], Rule: rule("", "of", rule("text")), Set: Set(en.Locale), Values: []string{"a: a long text of somebody\nb: [another text that is as long]\n", "a: b: c", "a: 1 # c"}},
	"base64":    {Factory: nestedMaskers["base64"], Rule: rule("", "of", rule("hash")), Set: Set(en.Locale), Values: []string{"dGFyb0BzY2hvb2wudGVzdA==", "_-8", "no base64"}},
	"query":     {Factory: nestedMaskers["query"], Rule: rule("", "of", rule("hash")), Set: Set(en.Locale), Values: []string{"?a=1&b=taro%40school.test", "x", "https://x.test/?a=b", "%"}},
	"hstore":    {Factory: nestedMaskers["hstore"], Rule: rule("", "of", rule("hash")), Set: Set(en.Locale), Values: []string{`"a"=>"taro", "b"=>NULL`, `"a"`}},
	"composite": {Factory: nestedMaskers["composite"], Rule: rule("", "of", rule("hash")), Set: Set(en.Locale), Values: []string{`("a, b",,c)`, `(x`}},
	"range":     {Factory: nestedMaskers["range"], Rule: rule("", "of", rule("integer")), Set: Set(en.Locale), Values: []string{"[100000,200000)", "{[1,3),[5,9)}", "empty", "[1,"}},
	"regex":     {Factory: regexFactory, Rule: rule("", "pattern", `[A-Z]{3}-\d{6,8}`), Values: words},
}

var words = []string{"alpha", "beta", "gamma", "delta", "山田", "か\u3099", "x", "y z"}

// texts gives texts to choose from.
func texts(n int) []any {
	var list []any
	for i := range n {
		list = append(list, fmt.Sprintf("a long text %d", i))
	}
	return list
}

func TestLaws(t *testing.T) {
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { masktest.Run(t, c) })
	}
}

// mixedCase writes a number in letters, the first two of both cases.
func mixedCase(i int) string {
	b := []byte("gZ")
	for range 4 {
		letter := byte('a' + i%26)
		if i%3 == 0 {
			letter -= 'a' - 'A'
		}
		b, i = append(b, letter), i/26
	}
	return string(b)
}

// TestInjective draws distinct values for each masker that keeps values apart.
func TestInjective(t *testing.T) {
	for name, c := range map[string]struct {
		rule  mask.Rule
		value func(i int) string
		n     int
	}{
		"format of codes":         {rule("format"), func(i int) string { return fmt.Sprintf("AB-%05d", i) }, 100000},
		"format of short numbers": {rule("format"), func(i int) string { return fmt.Sprintf("%03d", i) }, 1000},
		"format of letters":       {rule("format"), func(i int) string { return string([]byte{'a' + byte(i/26), 'a' + byte(i%26)}) }, 676},
		"token of hex":            {rule("token"), func(i int) string { return fmt.Sprintf("%06x", i) }, 100000},
		"token of base62":         {rule("token"), func(i int) string { return fmt.Sprintf("zZ%05d", i) }, 100000},
		"token of either case": {rule("token"), func(i int) string {
			v := fmt.Sprintf("g%04x", i)
			if i%2 == 0 {
				v = strings.ToUpper(v)
			}
			return v
		}, 60000},
		"token of short letters":   {rule("token"), mixedCase, 100000},
		"integer":                  {rule("integer"), func(i int) string { return fmt.Sprint(i + 1) }, 100000},
		"integer of a small range": {rule("integer", "min", 1, "max", 1000), func(i int) string { return fmt.Sprint(i + 1) }, 1000},
		"hash":                     {rule("hash", "length", 16), func(i int) string { return fmt.Sprint(i) }, 100000},
		"uuid":                     {rule("uuid"), func(i int) string { return fmt.Sprintf("00000000-0000-4000-8000-%012d", i+1) }, 100000},
		"shape":                    {rule("shape"), func(i int) string { return fmt.Sprintf([]string{"a%d@b.test", "%07d", "名前%d", "s-%d"}[i%4], i) }, 20000},
	} {
		t.Run(name, func(t *testing.T) {
			values := make([]string, c.n)
			for i := range values {
				values[i] = c.value(i)
			}
			got := fakes(t, c.rule, values...)
			for i := range got {
				got[i] = strings.ToLower(got[i]) // a collation may fold case
			}
			slices.Sort(got)
			require.Len(t, slices.Compact(got), c.n)
		})
	}
}

func TestFormatKeepsPattern(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		v := rapid.StringMatching(`[A-Za-z0-9_. /-]{0,40}[A-Za-z0-9]`).Draw(rt, "v")
		f := fakes(t, rule("format"), v)[0]
		require.Len(t, f, len(v))
		for i := range v {
			switch {
			case isDigit(v[i]):
				require.True(t, isDigit(f[i]))
			case 'a' <= v[i] && v[i] <= 'z':
				require.True(t, 'a' <= f[i] && f[i] <= 'z')
			case 'A' <= v[i] && v[i] <= 'Z':
				require.True(t, 'A' <= f[i] && f[i] <= 'Z')
			default:
				require.Equal(t, v[i], f[i])
			}
		}
		other := fakes(t, rule("format"), strings.ToUpper(v))[0]
		require.Equal(t, strings.ToUpper(f), other, "case is no part of the permutation")
	})
	for _, v := range []string{"é1", "日本", "--", " ", "a\tb"} {
		_, err := one(t, rule("format"), 1, v)
		require.ErrorIs(t, err, mask.ErrUnfit, v)
	}
}

func TestTokenKeepsAlphabet(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		v := rapid.StringMatching(`[0-9a-f]{4,40}|[0-9A-F]{4,40}|[A-Za-z0-9_-]{4,60}`).Draw(rt, "v")
		a := tokenAlphabet([]byte(v))
		if a == nil {
			return
		}
		f := fakes(t, rule("token"), v)[0]
		require.Len(t, f, len(v))
		require.Same(t, a, tokenAlphabet([]byte(f)))
	})
}

func TestInteger(t *testing.T) {
	for _, f := range fakes(t, rule("integer", "min", -5, "max", 5), "-5", "0", "5", "+3") {
		require.Regexp(t, `^-?[0-5]$`, f)
	}
	f := fakes(t, rule("integer"), "0000000042", "42", "+42", "042")
	require.Equal(t, f[1], strings.TrimLeft(f[0], "0"))
	require.Len(t, f[0], 10)
	require.Equal(t, f[1], f[2])
	for _, v := range []string{"0", "-1", "2147483648", "1.5", "x", "99999999999999999999", "-", "9223372036854775808"} {
		_, err := one(t, rule("integer"), 1, v)
		require.ErrorIs(t, err, mask.ErrUnfit, v)
	}
	require.NoError(t, bind(t, rule("integer"), schema.Type{Kind: schema.Integer, Bits: 32}))
	require.NoError(t, bind(t, rule("integer"), schema.Type{Kind: schema.Integer, Bits: 64, Unsigned: true}))
	require.ErrorIs(t, bind(t, rule("integer"), schema.Type{Kind: schema.Integer, Bits: 16}), mask.ErrType)
	require.NoError(t, bind(t, rule("integer", "min", 1, "max", 32767), schema.Type{Kind: schema.Integer, Bits: 16}))
	require.ErrorIs(t, bind(t, rule("integer", "min", -1, "max", 200), schema.Type{Kind: schema.Integer, Bits: 8, Unsigned: true}), mask.ErrType)
	require.ErrorIs(t, bind(t, rule("integer"), schema.Type{Kind: schema.Date}), mask.ErrType)
}

func TestNumber(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{"12345.67", `^[1-9]\d{4}\.\d\d$`}, {"-3", `^-\d$`}, {"0.001", `^\d\.\d{3}$`}, {"1.5e+20", `^\d\.\de\+20$`},
		{"2147483647", `^1\d{9}$`}, {"9223372036854775807", `^1\d{18}$`}, {"18446744073709551615", `^1[0-7]\d{18}$`},
	} {
		require.Regexp(t, c.want, fakes(t, rule("number"), c.value)[0])
	}
	for range 50 {
		require.Regexp(t, `^([1-9]|10)\.\d$`, fakes(t, rule("number", "min", 1, "max", 10), "3.5")[0])
	}
	one := rule("number")
	one.Domain = "d"
	f := fakes(t, one, "5", "+5", "005", "5.0", "5.00", "5.5", "5.50")
	require.Equal(t, []string{f[0], f[0], "00" + f[0], f[0] + ".0", f[0] + ".00", f[5], f[5] + "0"}, f, "a number without its spelling")
	bounded := rule("number", "min", 10, "max", 99)
	bounded.Domain = "e"
	f = fakes(t, bounded, "5", "05", "5.00", "5.25", "5.250", "5.25000")
	require.Equal(t, []string{f[0], f[0], f[0] + ".00", f[3], f[3] + "0", f[3] + "0"}, f)
	for _, v := range []string{"", ".", "-", "1.2.3", "1x", "e5"} {
		_, ok := parseDecimal([]byte(v))
		require.False(t, ok, v)
	}
	a, b := fakes(t, rule("number"), "123456789", "123456789"), fakes(t, rule("number"), "123456789", "123456789")
	require.Equal(t, a, b)
	require.NotEqual(t, a[0], a[1], "equal values of two persons do not stay equal")
	require.ErrorIs(t, bind(t, rule("number"), schema.Type{Kind: schema.Integer, Bits: 8}), mask.ErrType)
	require.NoError(t, bind(t, rule("number", "min", 0, "max", 100), schema.Type{Kind: schema.Integer, Bits: 8}))
	require.ErrorIs(t, bind(t, rule("number", "min", 0, "max", 200), schema.Type{Kind: schema.Integer, Bits: 8}), mask.ErrType)
}

func TestUUID(t *testing.T) {
	f := fakes(t, rule("uuid"), "123e4567-e89b-42d3-a456-426655440000", "123E4567-E89B-42D3-A456-426655440000", "{123e4567-e89b-42d3-a456-426655440000}",
		"urn:uuid:123e4567-e89b-42d3-a456-426655440000", "123e4567e89b42d3a456426655440000", "00000000-0000-0000-0000-000000000000", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
	require.Regexp(t, `^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, f[0])
	require.Equal(t, strings.ToUpper(f[0]), f[1])
	require.Equal(t, "{"+f[0]+"}", f[2])
	require.Equal(t, "urn:uuid:"+f[0], f[3])
	require.Equal(t, strings.ReplaceAll(f[0], "-", ""), f[4])
	require.Equal(t, "00000000-0000-0000-0000-000000000000", f[5])
	require.Equal(t, "7", f[6][14:15])
	require.ErrorIs(t, bind(t, rule("uuid"), schema.Type{Kind: schema.Binary, Length: 8}), mask.ErrType)
	require.NoError(t, bind(t, rule("uuid"), schema.Type{Kind: schema.Binary, Length: 16}))
}

func TestRedact(t *testing.T) {
	require.Equal(t, []string{"************1111", "**郎", "****", "*"}, append(fakes(t, rule("redact", "last", 4), "4111111111111111"),
		append(fakes(t, rule("redact", "last", 1), "太四郎"), fakes(t, rule("redact", "last", 4), "abcd", "a")...)...))
	require.Equal(t, "a＊＊d", fakes(t, rule("redact", "with", "＊", "first", 1, "last", 1), "abcd")[0])
}

func TestPassword(t *testing.T) {
	for _, v := range []string{
		"$2y$10$abcdefghijklmnopqrstuv0123456789012345678901234567890", "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b/dWRWJTmaaJObG",
		"$6$rounds=5000$saltsaltsalt$hashhashhashhashhash", "pbkdf2_sha256$260000$saltsalt$hashhashhash=", "5f4dcc3b5aa765d61d8327deb882cf99",
		"*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19", "{SSHA}DkMTwBl+a/3DQTxCYEApdUtNXGgdUac3", "$P$Babcdefghijklmnopqrstuvwxyz01234",
	} {
		f := fakes(t, rule("password"), v)[0]
		require.Len(t, f, len(v))
		require.NotEqual(t, v, f)
		body := hashBody([]byte(v))
		if body < 0 {
			body = 0
		}
		require.Equal(t, v[:body], f[:body], v)
		same := 0
		for i := body; i < len(v); i++ {
			if v[i] == f[i] {
				same++
			}
		}
		require.Less(t, same, (len(v)-body)/2, v)
	}
	require.Equal(t, "$2y$10$", fakes(t, rule("password"), "$2y$10$abcdefghijklmnopqrstuv0123456789012345678901234567890")[0][:7])
	require.Regexp(t, `^![a-z]{20}$`, fakes(t, rule("password"), "hunter2")[0])
}

// unique lines a rule up with a column that is unique.
func unique(t testing.TB, r mask.Rule) error {
	p, err := plan(t, r)
	require.NoError(t, err)
	s := schema.New(schema.Fold{})
	table := &schema.Table{Name: schema.Name{Name: "t"}, Declared: true, Keys: []schema.Key{{Kind: schema.Unique, Parts: []schema.Part{{Column: "v"}}}}}
	table.Columns = []*schema.Column{{Name: "id"}, {Name: "home"}, {Name: "v"}}
	s.Put(table)
	_, err = p.Bind(&dialects.Rows{Table: table, Columns: table.Columns})
	return err
}

func TestRegex(t *testing.T) {
	for _, pattern := range []string{`[A-Z]{3}-\d{4}`, `(foo|bar)+x?`, `[ぁ-ん]{2,4}`, `^a.b*$`, `[^a-z]{3}`, `(?i)ab{2}`} {
		whole := regexp.MustCompile("^(?:" + pattern + ")$")
		for _, f := range fakes(t, rule("regex", "pattern", pattern), words...) {
			require.Regexp(t, whole, f)
		}
	}
	require.NoError(t, unique(t, rule("regex", "pattern", "[a-z0-9]{13}")), "13 characters of 36 are 67 bits")
	require.ErrorIs(t, unique(t, rule("regex", "pattern", "[a-z0-9]{12}")), mask.ErrUnique)
}

func TestTemplate(t *testing.T) {
	f := fakes(t, rule("template", "text", "{{s}}-{hash length=8}@x.example"), "a", "b")
	require.Regexp(t, `^\{s\}-[0-9a-f]{8}@x\.example$`, f[0])
	require.NotEqual(t, f[0], f[1])
	h := fakes(t, rule("hash", "length", 8), "a")[0]
	require.Contains(t, f[0], h, "a part has the fake of its own masker")
}

func TestShape(t *testing.T) {
	f := fakes(t, rule("shape"), "taro@school.test", "S2025-0042", "山田太郎", "090-1234-5678", "192.0.2.7", "123e4567-e89b-42d3-a456-426655440000", "taro.yamada")
	require.Regexp(t, `@[a-z][a-z0-9]{4}\.example\.(com|net|org)$`, f[0])
	require.Regexp(t, `^[A-Z]\d{4}-\d{4}$`, f[1])
	require.NotContains(t, f[3], "-")
	require.Regexp(t, `-4[0-9a-f]{3}-`, f[5])
	require.Equal(t, fakes(t, rule("email"), "taro@school.test")[0], f[0], "an address joins with those of an email column")
	require.Equal(t, fakes(t, rule("format"), "S2025-0042")[0], f[1])
	short := rule("shape")
	short.Max = 12
	require.NoError(t, bind(t, short, schema.Type{Kind: schema.Text, Name: "varchar", Length: 12}))
	require.Regexp(t, `^[a-z0-9]{12}$`, fakes(t, short, "a@b.c")[0], "an address needs more room")
}

// TestShapeKinds: with distinct: false every kind is masked as its masker does.
func TestShapeKinds(t *testing.T) {
	loose := rule("shape", "distinct", false)
	for masker, values := range map[string][]string{
		"email": {"taro@school.test"}, "phone": {"090-2345-6789", "03(3581)4321", "+81 90 2345 6789", "0335814321"},
		"ip": {"133.11.0.5", "2400:4050:1:2::3"}, "url": {"https://www.school.test/a"}, "card": {"4111 1111 1111 1111"}, "my_number": {"1234 5678 9018"},
		"mac": {"00:1B:44:11:3A:B7"}, "uuid": {"123e4567-e89b-42d3-a456-426655440000"}, "birth_date": {"2012-04-02", "平成24年4月2日"},
		"format": {"S2025-0042", "42", "3.14"}, "username": {"taro.yamada"},
	} {
		for _, v := range values {
			require.Equal(t, fakes(t, rule(masker), v), fakes(t, loose, v), "%s %s", masker, v)
		}
	}
	m := table(t, ja.Locale, loose, loose)
	for _, v := range []struct{ name, like string }{
		{"山田太郎", `^\p{Han}+$`}, {"山田　太郎", `^\p{Han}+　\p{Han}+$`}, {"ヤマダ タロウ", `^\p{Katakana}+ [\p{Katakana}ー]+$`}, {"やまだ", `^\p{Hiragana}+$`}, {"Taro Yamada", `^[A-Z][a-z]+ [A-Z][a-z]+$`},
		{"体調不良のため欠席。連絡済み。", "^【仮】"}, {"〒100-8111", `^〒000-\d{4}$`},
	} {
		got, err := row(t, m, 1, 1, v.name, "")
		require.NoError(t, err)
		require.Regexp(t, v.like, got[0])
		require.NotEqual(t, v.name, got[0])
		again, err := row(t, m, 2, 2, "", v.name)
		require.NoError(t, err)
		require.Equal(t, v.like == "^【仮】", got[0] != again[1], "by the value, but for texts: %s", v.name)
	}
	require.ErrorIs(t, unique(t, loose), mask.ErrUnique)
	require.NoError(t, unique(t, rule("shape")))
}

func TestHarmless(t *testing.T) {
	for _, text := range []string{"info@gmail.com", "https://casio.jp/x", "03-5334-4111", "090-1234-5678", "4111 1111 1111 1111", "+81 90 1234 5678",
		"8.8.8.8", "from 8.8.8.8, port 53", "2001:4860:4860::8888", "[2001:4860:4860::8888]:80", "123456789018", "1234-5678-9018"} {
		for _, r := range []mask.Rule{rule("fixed", "value", text), rule("choice", "of", []any{"x", text}), rule("template", "text", text)} {
			_, err := plan(t, r)
			require.ErrorContains(t, err, "unsafe", "%s %s", r.Mask, text)
			r.Unsafe = "the shop's own number"
			_, err = plan(t, r)
			require.NoError(t, err)
		}
	}
	_, err := plan(t, rule("regex", "pattern", `090-[1-9]\d{3}-\d{4}`))
	require.ErrorContains(t, err, "unsafe")
	for _, text := range []string{"info@example.com", "x@sch1.example.ed.jp", "https://www.example.com/", "03-1234-5678", "090-0123-4567", "2012-04-02", "1234567890123", "{}",
		"192.0.2.1", "198.18.0.1", "10.0.0.1", "127.0.0.1", "2001:db8::1", "::1", "10:20:30", "1.2.3", "Mozilla/5.0 Chrome/120.0.6099.109 Safari/537.36", "123456789012"} {
		_, err := plan(t, rule("fixed", "value", text))
		require.NoError(t, err, text)
	}
}

func TestParameterFaults(t *testing.T) {
	for _, r := range []mask.Rule{
		rule("fixed"), rule("redact", "with", "ab"), rule("redact", "first", -1), rule("hash", "length", 4), rule("integer", "min", 5, "max", 5),
		rule("number", "min", 5), rule("blob", "placeholder", "mp4"), rule("blob", "size", "exact"), rule("date"), rule("date", "shift", "26"), rule("date", "shift", "0w"), rule("date", "to", "week"), rule("date", "to", "month", "unit", "s"), rule("date", "shift", "1w", "unit", "h"), rule("date", "shift", "1w", "order", "year"), rule("date", "to", "month", "shift", "1w"),
		rule("choice", "of", []any{}), rule("choice", "of", "x"), rule("regex"), rule("regex", "pattern", "("), rule("regex", "pattern", `\bx`), rule("template"),
		rule("template", "text", "{"), rule("template", "text", "}"), rule("template", "text", "{}"), rule("template", "text", "{nosuch}"), rule("template", "text", "{null}"),
		rule("password", "hash_file", "does/not/exist"), rule("hash", "size", 3),
	} {
		_, err := plan(t, r)
		var f mask.Faults
		require.ErrorAs(t, err, &f, "%v", r)
		require.Len(t, f, 1, "%v", r)
	}
}

// TestFits: constants are held against the column before the first row.
func TestFits(t *testing.T) {
	require.NoError(t, bind(t, rule("fixed", "value", "42"), schema.Type{Kind: schema.Integer, Bits: 32}))
	require.ErrorIs(t, bind(t, rule("fixed", "value", "x"), schema.Type{Kind: schema.Integer, Bits: 32}), mask.ErrType)
	require.NoError(t, bind(t, rule("fixed", "value", "{}"), schema.Type{Kind: schema.JSON}))
	require.ErrorIs(t, bind(t, rule("fixed", "value", "{"), schema.Type{Kind: schema.JSON}), mask.ErrType)
	require.NoError(t, bind(t, rule("fixed", "value", "a"), schema.Type{Kind: schema.Enum, Labels: []string{"a", "b"}}))
	require.ErrorIs(t, bind(t, rule("fixed", "value", "c"), schema.Type{Kind: schema.Enum, Labels: []string{"a", "b"}}), mask.ErrType)
	require.NoError(t, bind(t, rule("choice"), schema.Type{Kind: schema.Enum, Labels: []string{"a", "b"}}))
	require.ErrorIs(t, bind(t, rule("choice"), schema.Type{Kind: schema.Text}), mask.ErrType)
	require.ErrorIs(t, bind(t, rule("hash"), schema.Type{Kind: schema.Text, Name: "varchar", Length: 31}), mask.ErrWidth)
	require.NoError(t, bind(t, rule("hash"), schema.Type{Kind: schema.Text, Name: "varchar", Length: 32}))
	require.ErrorIs(t, bind(t, rule("hash"), schema.Type{Kind: schema.Text, Array: true}), mask.ErrType)
	require.NoError(t, bind(t, rule("date", "to", "month"), schema.Type{Kind: schema.DateTime}))
	require.ErrorIs(t, bind(t, rule("format"), schema.Type{Kind: schema.Integer, Bits: 32}), mask.ErrType)
	require.NoError(t, bind(t, rule("null"), schema.Type{Kind: schema.Geometry}))

	// The hint is what helps: max is an end of the range of integer.
	narrow := schema.Type{Kind: schema.Text, Name: "varchar", Length: 8}
	var e *mask.Error
	for _, r := range []mask.Rule{rule("integer"), rule("number", "min", 0, "max", 99999)} {
		require.ErrorAs(t, bind(t, r, narrow), &e)
		require.ErrorIs(t, e, mask.ErrWidth)
		require.Contains(t, e.Hint, "say min and max")
	}
	require.ErrorAs(t, bind(t, rule("password"), narrow), &e)
	require.Equal(t, "max: 8", e.Hint)
	r := rule("password")
	r.Max = 8
	require.NoError(t, bind(t, r, narrow))
	require.Regexp(t, `^![a-z]{7}$`, fakes(t, r, "secret")[0])
}
