package builtin

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
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
		{parts("*", "null"), `[1, "x", {"y": "z"}]`, `[null, null, {"y": null}]`},
		{parts("$.m.*~", "hash", "*", "keep"), `{"m": {}, "a@b.c": 1}`, `{"m": {}, "a@b.c": 1}`},
		{parts("$.items[?@.type=='tel'].value", marked, "*", "keep"),
			`{"items": [{"type": "tel", "value": "1"}, {"value": "2", "type": "mail"}, {"value": "3", "type": "t\u0065l"}]}`,
			`{"items": [{"type": "tel", "value": "X"}, {"value": "2", "type": "mail"}, {"value": "X", "type": "t\u0065l"}]}`},
	} {
		require.Equal(t, c.want, fakes(t, rule("json", "paths", c.paths), c.value)[0], "%v %s", c.paths, c.value)
	}
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
