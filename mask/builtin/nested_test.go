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
