package builtin

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/nested"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// parts writes the rules of paths: a path and a rule, or the name of a masker.
func parts(pairs ...any) mask.Rules {
	var rules mask.Rules
	for i := 0; i < len(pairs); i += 2 {
		r, ok := pairs[i+1].(mask.Rule)
		if !ok {
			r = mask.Rule{Mask: pairs[i+1].(string)}
		}
		rules = append(rules, mask.NamedRule{Name: pairs[i].(string), Rule: r})
	}
	return rules
}

// marked writes X for every value, so that a test shows which parts a rule meets.
var marked = rule("fixed", "value", "X")

func TestJSON(t *testing.T) {
	for _, c := range []struct {
		paths       mask.Rules
		value, want string
	}{
		{parts("*", marked), `{"a": 1, "b": [true, null, "x"], "c": {}, "d": ""}`, `{"a": "X", "b": ["X", null, "X"], "c": {}, "d": ""}`},
		{parts("$.a", "keep", "*", marked), ` {"\u0061" : 1e400,"a":2,"b":3} `, ` {"\u0061" : 1e400,"a":2,"b":"X"} `},
		{parts("$", "keep", "*", marked), `"x"`, `"x"`},
		{parts("*", marked), `12345678901234567890.10`, `"X"`},
		{parts("*", rule("fixed", "value", "7")), `[1, "1", true]`, `[7, "7", "7"]`},
		{parts("*", rule("fixed", "value", "true")), `[1, true]`, `["true", true]`},
		{parts("*", rule("fixed", "value", "a\"\\\n\x01é")), `["b"]`, `["a\"\\\n\u0001é"]`},
		{parts("$.n", marked, "*", marked), `{"n": 1, "m": 1.5, "t": true, "x": "y"}`, `{"n": "X", "m": "X", "t": "X", "x": "X"}`},
		{parts("*", "null"), `[1, "x", {"y": "z"}]`, `[null, null, {"y": null}]`},
		{parts("$.m.*~", "hash", "*", "keep"), `{"m": {}, "a@b.c": 1}`, `{"m": {}, "a@b.c": 1}`},
		{parts("$.items[?@.type=='tel'].value", marked, "*", "keep"),
			`{"items": [{"type": "tel", "value": "1"}, {"value": "2", "type": "mail"}, {"value": "3", "type": "t\u0065l"}]}`,
			`{"items": [{"type": "tel", "value": "X"}, {"value": "2", "type": "mail"}, {"value": "X", "type": "t\u0065l"}]}`},
	} {
		require.Equal(t, c.want, fakes(t, rule("json", "paths", c.paths), c.value)[0], "%v %s", c.paths, c.value)
	}
}

// Numbers and booleans that no path finds may have rules of their own.
func TestJSONKinds(t *testing.T) {
	r := rule("json", "paths", parts("$.n", marked, "*", marked), "numbers", mask.Rule{Mask: "keep"}, "booleans", rule("fixed", "value", "false"))
	require.Equal(t, `{"n": "X", "m": 1.5, "t": false, "x": "X"}`, fakes(t, r, `{"n": 1, "m": 1.5, "t": true, "x": "y"}`)[0])
	require.Equal(t, `a:2:{i:0;i:7;i:1;s:1:"X";}`, fakes(t, rule("php", "of", marked, "numbers", mask.Rule{Mask: "keep"}), `a:2:{i:0;i:7;i:1;s:1:"7";}`)[0])
	_, err := plan(t, rule("hstore", "of", marked, "numbers", mask.Rule{Mask: "keep"}))
	require.ErrorContains(t, err, "numbers")
	_, err = plan(t, rule("json", "of", marked, "numbers", "keep"))
	require.ErrorContains(t, err, "numbers")
}

func TestJSONPersons(t *testing.T) {
	f := fakes(t, rule("json", "paths", parts("$.name", "person.name", "*", "keep")), `{"name": "Taro Yamada"}`)
	require.NotContains(t, f[0], "Taro")
	require.Contains(t, fakes(t, rule("template", "text", "{person.family max=20}!"), "Yamada")[0], "!")
}

// TestFormats shows for each notation what is written where every part becomes X, and
// where a path names one.
func TestFormats(t *testing.T) {
	for _, c := range []struct {
		masker, path string
		value        string
		all, one     string // what becomes of it by "*", and by path alone
	}{
		{"php", "$.name", `a:3:{s:4:"name";s:6:"太郎";s:3:"age";i:12;s:2:"ok";b:1;}`,
			`a:3:{s:4:"name";s:1:"X";s:3:"age";s:1:"X";s:2:"ok";s:1:"X";}`, `a:3:{s:4:"name";s:1:"X";s:3:"age";i:12;s:2:"ok";b:1;}`},
		{"php", "$.p", "O:1:\"C\":2:{s:4:\"\x00C\x00p\";s:1:\"a\";s:1:\"q\";R:2;}", "O:1:\"C\":2:{s:4:\"\x00C\x00p\";s:1:\"X\";s:1:\"q\";R:2;}", "O:1:\"C\":2:{s:4:\"\x00C\x00p\";s:1:\"X\";s:1:\"q\";R:2;}"},
		{"php", "$[0]", `a:2:{i:0;d:0.5;i:1;N;}`, `a:2:{i:0;s:1:"X";i:1;N;}`, `a:2:{i:0;s:1:"X";i:1;N;}`},
		{"php", "$.user.id", `user|a:1:{s:2:"id";i:7;}n|s:1:"v";`, `user|a:1:{s:2:"id";s:1:"X";}n|s:1:"X";`, `user|a:1:{s:2:"id";s:1:"X";}n|s:1:"v";`},
		{"xml", "$.u['@id']", `<?xml version="1.0"?><u id='5'> <n>A &amp; B</n><!-- c --><![CDATA[<d>]]></u>`,
			`<?xml version="1.0"?><u id='X'> <n>X</n><!--X--><![CDATA[X]]></u>`, `<?xml version="1.0"?><u id='X'> <n>A &amp; B</n><!-- c --><![CDATA[<d>]]></u>`},
		{"xml", "$..n", `<u xmlns:a="urn:x"><a:n/><n>A<b>x</b>B</n></u>`, `<u xmlns:a="urn:x"><a:n/><n>X<b>X</b>X</n></u>`, `<u xmlns:a="urn:x"><a:n/><n>X<b>x</b>X</n></u>`},
		{"yaml", "$[':m']", "--- !ruby/hash:H\n:m: a@b.c\n:n: 1\n:t: |\n  x\n  y\n:l: [a, ~]\n", "--- !ruby/hash:H\n:m: \"X\"\n:n: \"X\"\n:t: \"X\"\n:l: [\"X\", ~]\n", "--- !ruby/hash:H\n:m: \"X\"\n:n: 1\n:t: |\n  x\n  y\n:l: [a, ~]\n"},
		{"query", "$['e-mail']", `?e-mail=a%40b.c&x=1+2&&flag`, `?e-mail=X&x=X&&X`, `?e-mail=X&x=1+2&&flag`},
		{"base64", "$", "YWJjZGVm", "WA==", "WA=="},
		{"base64", "$", "YQ", "WA", "WA"},
		{"base64", "$", "YWJj\r\nZA==\r\n", "WA==\r\n", "WA==\r\n"},
		{"array", "$[1]", `{a,"b c",NULL,"NULL","q\"\\"}`, `{X,X,NULL,X,X}`, `{a,X,NULL,"NULL","q\"\\"}`},
		{"array", "$[0][1]", `[0:1][1:2]={{1,2},{3,NULL}}`, `[0:1][1:2]={{X,X},{X,NULL}}`, `[0:1][1:2]={{1,X},{3,NULL}}`},
		{"hstore", "$.a", `"a"=>"1\"", "b"=>NULL, "c"=>""`, `"a"=>"X", "b"=>NULL, "c"=>""`, `"a"=>"X", "b"=>NULL, "c"=>""`},
		{"composite", "$[0]", `("x,""y\\",1,,"")`, `(X,X,,"")`, `(X,1,,"")`},
		{"range", "$[0]", `[1,10)`, `[X,X)`, `[10,X)`},
		{"range", "$[1][1]", `{[1,3),(5,)}`, `{[X,X),(X,)}`, `{[1,3),(5,)}`},
	} {
		require.Equal(t, c.all, fakes(t, rule(c.masker, "of", marked), c.value)[0], "%s %s", c.masker, c.value)
		require.Equal(t, c.one, fakes(t, rule(c.masker, "paths", parts(c.path, marked, "*", "keep")), c.value)[0], "%s %s", c.masker, c.value)
	}
}

// A part is a value of its own: it joins with columns, belongs to persons, is kept
// with them, and has its own NULL, empty text, else and width.
func TestPartsAreValues(t *testing.T) {
	inner := rule("json", "paths", parts("$.mail", "email", "*", "keep"))
	mail := fakes(t, rule("email"), "taro@school.test")[0]
	require.Equal(t, `{"mail": "`+mail+`"}`, fakes(t, inner, `{"mail": "TARO@school.test"}`)[0])
	deep := rule("base64", "of", rule("json", "paths", parts("$.x", rule("php", "of", rule("email")), "*", "keep")))
	text, err := base64.StdEncoding.DecodeString(fakes(t, deep, base64.StdEncoding.EncodeToString([]byte(`{"x": "s:16:\"taro@school.test\";"}`)))[0])
	require.NoError(t, err)
	require.Contains(t, string(text), mail)

	null, empty, other := marked, marked, rule("email")
	null.Null, empty.Empty, other.Else = true, true, &marked
	require.Equal(t, `["X", ""]`, fakes(t, rule("json", "of", null), `[null, ""]`)[0])
	require.Equal(t, `[null, "X"]`, fakes(t, rule("json", "of", empty), `[null, ""]`)[0])
	require.Equal(t, `["X", "`+mail+`"]`, fakes(t, rule("json", "of", other), `["no address", "taro@school.test"]`)[0])

	_, err = one(t, rule("json", "of", rule("email")), 1, `["no address"]`)
	var e *mask.Error
	require.ErrorAs(t, err, &e)
	require.ErrorIs(t, err, mask.ErrUnfit)
	require.Equal(t, "json", e.Rule)
	require.Contains(t, e.Hint, "email")
	whole := rule("json", "of", rule("email"))
	whole.Else = &marked
	for _, v := range []string{`["no address"]`, `{`, `{"a": "taro@school.test"} x`} {
		require.Equal(t, "X", fakes(t, whole, v)[0])
	}
}

// Rules for the elements of an array are held against their type.
func TestArrayOfType(t *testing.T) {
	array := func(of any) error {
		return bind(t, rule("array", "of", of), schema.Type{Kind: schema.Text, Name: "varchar", Length: 20, Array: true})
	}
	require.NoError(t, array(marked))
	require.ErrorIs(t, array(mask.Rule{Mask: "hash"}), mask.ErrWidth)
	require.NoError(t, bind(t, rule("array", "of", mask.Rule{Mask: "integer"}), schema.Type{Kind: schema.Integer, Bits: 32, Array: true}))
	require.ErrorIs(t, bind(t, rule("array", "of", marked), schema.Type{Kind: schema.Integer, Bits: 32, Array: true}), mask.ErrType)
	require.ErrorIs(t, bind(t, rule("json", "of", marked), schema.Type{Kind: schema.JSON, Array: true}), mask.ErrType)
	require.NoError(t, bind(t, rule("array", "of", rule("json", "of", marked)), schema.Type{Kind: schema.JSON, Array: true}))
	require.ErrorIs(t, bind(t, rule("array", "of", marked), schema.Type{Kind: schema.Integer}), mask.ErrType)
	require.NoError(t, bind(t, rule("json", "of", marked), schema.Type{Kind: schema.JSON}))
	require.NoError(t, bind(t, rule("range", "of", mask.Rule{Mask: "integer"}), schema.Type{Kind: schema.Other, Name: "int4range"}))
}

// Faults of paths are told all at once, each where it stands.
func TestFaultsOfPaths(t *testing.T) {
	at := func(line int, name string, r mask.Rule) mask.NamedRule {
		r.At = mask.Location{Line: line, Column: 9}
		return mask.NamedRule{Name: name, At: mask.Location{Line: line, Column: 1}, Rule: r}
	}
	long := rule("keep")
	long.Max = 3
	_, err := plan(t, rule("json", "paths", mask.Rules{
		at(1, "tel", marked), at(2, "$.a[?@.b=='secret'", marked), at(3, "$.b", rule("emial")), at(4, "$.c", long), at(5, "$.d.*~", rule("text")), at(6, "*", rule("email", "x", 1)),
	}))
	var faults mask.Faults
	require.ErrorAs(t, err, &faults)
	var lines []int
	for _, f := range faults {
		lines = append(lines, f.At.Line)
		require.Contains(t, f.Path, "tables.t.columns.v.paths.")
		require.NotContains(t, f.Error(), "secret")
	}
	require.Equal(t, []int{1, 2, 3, 4, 5, 6}, lines)
	for _, r := range []mask.Rule{
		rule("json"), rule("json", "paths", parts("$.a", marked)), rule("json", "of", marked, "paths", parts("*", marked)), rule("json", "paths", "x"), rule("json", "of", "x", "to", 1),
		rule("json", "paths", parts("*", mask.Rule{Mask: "attendance_no", Params: map[string]any{"policy": "renumber"}})),
	} {
		if name, ok := r.Params["of"].(string); ok {
			r.Params["of"] = mask.Rule{Mask: name}
		}
		_, err := plan(t, r)
		require.ErrorAs(t, err, &faults, "%v", r)
	}
}

// profile is a value as programs keep it, of some hundred bytes; many is a large one.
const profile = `{"name": "霧島 瑠璃", "plan": "school", "tel": "090-1234-5678", "contacts": [{"type": "mail", "value": "ruri@school.ed.jp"}, {"type": "tel", "value": "03-1234-5678"}], "settings": {"dark": true, "size": 1.5, "tabs": ["maths", "music"], "seen": {"welcome": 1700000000, "tour": 1700000001}}, "memo": "保健室登校。\n母親から連絡。"}`

// BenchmarkParts compares a rule for JSON with one for plain text on the same bytes.
func BenchmarkParts(b *testing.B) {
	many := "[" + strings.Repeat(profile+",", 300) + "null]"
	some := rule("json", "paths", parts("$..name", "person.name", "$..tel", "phone", "$..contacts[?@.type=='mail'].value", "email", "$..settings..*", "keep", "$..plan", "keep", "*", "text"))
	for _, size := range []struct{ name, value string }{{"small", profile}, {"large", many}} {
		for _, c := range []struct {
			name string
			rule mask.Rule
		}{{"text", rule("text")}, {"hash", rule("hash")}, {"json of keep", rule("json", "paths", parts("*", "keep"))}, {"json by paths", some}, {"json of text", rule("json", "of", rule("text"))}} {
			b.Run(size.name+"/"+c.name, func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(size.value)))
				m, vals, value := table(b, ja.Locale, c.rule), []any{int64(1), int64(1), nil}, []byte(size.value)
				for b.Loop() {
					vals[2] = value
					if _, err := m.Mask(vals); err != nil {
						require.NoError(b, err)
					}
				}
			})
		}
	}
}

// A name that is somebody's does not pass unless the policy says so.
func TestNamesThatTell(t *testing.T) {
	for _, c := range []struct{ masker, value string }{
		{"json", `{"a": {"taro@school.ed.jp": 1}}`}, {"json", `{"taro\u0040school.ed.jp": 1}`}, {"json", `{"090-1234-5678": 1}`}, {"php", `a:1:{s:17:"taro@school.ed.jp";i:1;}`},
		{"hstore", `"taro@school.ed.jp"=>"1"`}, {"query", "taro%40school.ed.jp=1"}, {"yaml", "taro@school.ed.jp: 1\n"},
	} {
		for _, rest := range []string{"keep", "text"} {
			_, err := one(t, rule(c.masker, "paths", parts("*", rest)), 1, c.value)
			require.ErrorIs(t, err, mask.ErrName, c.value)
			whole := rule(c.masker, "paths", parts("*", rest))
			whole.Else = &marked
			require.Equal(t, "X", fakes(t, whole, c.value)[0])
			require.Equal(t, c.value, fakes(t, rule(c.masker, "paths", parts("$..*~", "keep", "*", "keep")), c.value)[0])
		}
		require.NotContains(t, fakes(t, rule(c.masker, "paths", parts("$..*~", "shape", "*", "keep")), c.value)[0], "taro")
	}
	for _, v := range []string{`{"@type": 1, "user_id": 2, "2024": 3, "a1b2": 4, "12345": 5, "mail@example.com": 6}`} {
		require.Equal(t, v, fakes(t, rule("json", "of", mask.Rule{Mask: "keep"}), v)[0])
	}
}

// Errors hold nothing of a value, its names included.
func TestPartsAreSilent(t *testing.T) {
	const canary = "Kanari\u30ab"
	for _, c := range []struct{ masker, value string }{
		{"json", `{"` + canary + `": "` + canary + `", `}, {"json", `{"` + canary + `": "` + canary + `"}`}, {"json", `{"` + canary + `@school.ed.jp": "x"}`}, {"php", `a:1:{s:9:"` + canary + `";s:1:"` + canary},
		{"php", `s:9:"` + canary + `";`}, {"xml", "<" + canary + ">" + canary}, {"yaml", canary + ": [" + canary}, {"yaml", canary + ": " + canary}, {"query", canary + "=" + canary}, {"array", "{" + canary + "}"}, {"hstore", `"` + canary + `"=>"` + canary + `"`},
	} {
		_, err := one(t, rule(c.masker, "of", rule("email")), 1, c.value)
		require.Error(t, err, c.value)
		for _, verb := range []string{"%v", "%+v", "%q"} {
			var e *mask.Error
			require.ErrorAs(t, err, &e)
			require.NotContains(t, fmt.Sprintf(verb, err)+e.Hint, "Kanari", c.value)
		}
	}
}

// A huge value costs time by its size and stops at a limit.
func TestHugeParts(t *testing.T) {
	if testing.Short() {
		t.Skip("ten megabytes for each notation")
	}
	const size = 10 << 20
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, c := range map[string]struct{ masker, value string }{
		"texts": {"json", `["` + repeat(`abc","`) + `"]`}, "one text": {"json", `"` + repeat("x") + `"`}, "escapes": {"json", `"` + repeat(`\u3042`) + `"`}, "blanks": {"json", repeat(" ") + "1"}, "members": {"json", "{" + repeat(`"a":1,`) + `"a":1}`},
		"spaces": {"xml", "<a>" + repeat("<b> x </b>") + "</a>"}, "php": {"php", fmt.Sprintf("s:%d:%q;", size, repeat("x"))}, "array": {"array", "{" + repeat("abc,") + "x}"}, "query": {"query", repeat("a=1&") + "b"},
		"base64": {"base64", repeat("QUJD")}, "hstore": {"hstore", strings.TrimSuffix(repeat(`"a"=>"b", `), ", ")}, "composite": {"composite", "(" + repeat(`"a""b",`) + ")"},
	} {
		start := time.Now()
		f := fakes(t, rule(c.masker, "paths", parts("$..b[?@.c==1].d", marked, "*", marked)), c.value)
		require.Contains(t, f[0][:min(len(f[0]), 100)]+f[0][max(0, len(f[0])-100):], map[bool]string{true: "WA==", false: "X"}[c.masker == "base64"], name)
		require.Less(t, time.Since(start), 20*time.Second, name)
	}
	for _, c := range []struct{ masker, value string }{
		{"json", "[" + strings.Repeat("1,", nested.MaxParts) + "1]"}, {"json", strings.Repeat("[", size)}, {"xml", repeat("<a>")}, {"php", repeat("a:1:{i:0;")}, {"array", repeat("{")}, {"yaml", repeat("[")}, {"yaml", strings.Repeat("[", 10_000)}, {"json", strings.Repeat(`{"a":`, 10_000) + "1" + strings.Repeat("}", 10_000)},
	} {
		_, err := one(t, rule(c.masker, "of", marked), 1, c.value)
		require.ErrorIs(t, err, mask.ErrUnfit)
	}
}

// Persons who are kept stay inside of values too, wherever they stand.
func TestPartsOfKeptPersons(t *testing.T) {
	policy := `{version: 1, ddl: keep, tables: {
		users: {person: {by: id, keep: "role == 'staff'"}, columns: {id: keep, role: keep, mail: email}},
		orders: {person: user, columns: {user: keep, friend: keep, doc: {mask: json, paths: {
			$.buyer: person.name, $.friend: {mask: person.name, by: friend}, $.mail: email, "*": text}}}}}}`
	p, err := policyfile.Compile([]byte(policy), masktest.Key(t), func(string) (mask.Set, error) { return Set(en.Locale), nil })
	require.NoError(t, err)
	dump := "CREATE TABLE `users` (`id` int, `role` text, `mail` text, PRIMARY KEY (`id`));\nINSERT INTO `users` VALUES (1,'staff','ann@corp.test'),(2,'guest','bob@corp.test');\n" +
		"CREATE TABLE `orders` (`user` int, `friend` int, `doc` text);\n" +
		`INSERT INTO ` + "`orders`" + ` VALUES (1,2,'{"buyer": "Ann Lee", "friend": "Bob Ray", "mail": "ann@corp.test", "x": "about Ann"}'),(2,1,'{"buyer": "Bob Ray", "friend": "Ann Lee", "mail": "ann@corp.test", "x": "about Bob"}');` + "\n"
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(dump)), nil }
	s, err := mask.NewSurvey(t.Context(), open, mysql.Dialect, p)
	require.NoError(t, err)
	var out bytes.Buffer
	_, err = mask.Copy(t.Context(), &out, strings.NewReader(dump), mysql.Dialect, p, mask.Surveyed(s))
	require.NoError(t, err)
	require.NotContains(t, out.String(), "Bob")
	require.NotContains(t, out.String(), "bob@")
	require.Equal(t, 2, strings.Count(out.String(), "Ann Lee"), out.String())
	require.Equal(t, 3, strings.Count(out.String(), "ann@corp.test"))
	require.Contains(t, out.String(), "about Ann")
}

// Taking a value apart costs no memory beyond what a constant costs in its place.
func TestPartsAllocations(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector, under which short tests run, makes pools forget")
	}
	allocations := func(r mask.Rule, value string) float64 {
		m, vals, b := table(t, ja.Locale, r), []any{int64(1), int64(1), nil}, []byte(value)
		return testing.AllocsPerRun(200, func() {
			vals[2] = b
			_, err := m.Mask(vals)
			require.NoError(t, err)
		})
	}
	// A pool may lose what it holds to the collector: one value in many costs memory anew.
	const lost = 1
	constant := allocations(marked, profile)
	by := parts("$..name", "person.name", "$..contacts[?@.type=='mail'].value", "email", "$..settings..*", "keep", "*", "hash")
	require.LessOrEqual(t, allocations(rule("json", "paths", by), profile), constant+lost)
	require.LessOrEqual(t, allocations(rule("php", "of", rule("hash")), `a:2:{s:1:"k";s:26:"a text that is no constant";i:0;O:1:"C":1:{s:1:"x";b:1;}}`), constant+lost)
	require.LessOrEqual(t, allocations(rule("array", "of", rule("hash")), `{a,"b \"c",NULL,{d}}`), constant+lost)
	require.LessOrEqual(t, allocations(rule("xml", "of", rule("hash")), `<a b="c">d &amp; e<f/></a>`), constant+lost)
	require.LessOrEqual(t, allocations(rule("query", "of", rule("hash")), "?a=1&b=taro+yamada"), constant+lost)
}
