package nested_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/mask/nested"
	"github.com/migawari-dev/migawari/mask/nested/json"
)

// found gives the scalars that each path speaks for, as they stand; a name is given
// with a ~ behind it.
func found(t testing.TB, src string, paths ...string) map[string][]string {
	t.Helper()
	p, _, err := nested.Parse(paths)
	require.NoError(t, err, "%q", paths)
	var w nested.Walker
	require.NoError(t, w.Begin(json.Format{}, p, []byte(src)))
	got := map[string][]string{}
	for part, value, name := w.Next(); part != nil; part, value, name = w.Next() {
		if name >= 0 {
			got[paths[name]] = append(got[paths[name]], string(part.Name.Of([]byte(src)))+"~")
		}
		if value >= 0 && part.Kind > nested.Array {
			got[paths[value]] = append(got[paths[value]], string(part.At.Of([]byte(src))))
		}
	}
	return got
}

const shop = `{"a": 1, "e-mail": 2, "b": {"a": 3, "c": [4, [5, 6], {"a": 7}]}, "": 8, "a": 9, "\u0061": 10,
	"items": [{"t": "tel", "v": 11, "n": 1.0}, {"t": "mail", "v": 12, "sub": {"t": "tel", "v": 13}}, {"v": 14, "t": null}, 15, {"t": "x", "t": "tel", "v": 16, "ok": true}]}`

func TestPaths(t *testing.T) {
	for path, want := range map[string]string{
		"$.a": "1 9 10", "$['a']": "1 9 10", `$["a"]`: "1 9 10", `$['\u0061']`: "1 9 10", "$['e-mail']": "2", "$['']": "8", "$.b.a": "3", "$.b.c[0]": "4", "$.b.c[1][1]": "6", "$.b.c[*]": "4", "$.b.c.*": "4",
		"$.b.c[*][*]": "5 6 7", "$.b.c[0,2]": "4", "$['a','']": "1 8 9 10", "$[ 'a' , 'e-mail' ]": "1 2 9 10", "$.b..*": "3 4 5 6 7", "$..a": "1 3 7 9 10", "$..c..a": "7", "$..[1]": "6", "$.b.c[9]": "", "$.nothing": "", "$": "", "$[0]": "",
		"$.b": "", "$.*": "1 2 8 9 10", "$.*~": `"a"~ "e-mail"~ "b"~ ""~ "a"~ "\u0061"~ "items"~`, "$.b.*~": `"a"~ "c"~`, "$.b.c[*]~": "",
		"$.items[?@.t=='tel'].v": "11 16", "$.items[?(@.t == \"tel\")].v": "11 16", "$.items[?@.t!='tel'].v": "12 14", "$.items[?!@.t].v": "", "$.items[?@.t == null].v": "14", "$.items[?@.sub.t=='tel'].v": "12",
		"$..[?@.t=='tel'].v": "11 13 16", "$.items[?@.n==1].v": "11", "$.items[?@.n==10e-1 && @.t=='tel' || @.v == 12].v": "11 12", "$.items[?(@.ok==true)].v": "16", "$.items[?@==15]": "15", "$.items[?@.t=='tel' && !(@.n)].v": "16",
		"$.items[?@['t']=='mail']['v']": "12", "$.items[?@.n=='1.0'].v": "", "$[?@[0]==4]": "", "$.b[?@[0]==4][1][0]": "5",
	} {
		got := strings.Join(found(t, shop, path)[path], " ")
		require.Equal(t, want, got, path)
	}
}

// The most specific of several paths speaks, and of two alike the first.
func TestSpecificPaths(t *testing.T) {
	for _, c := range []struct{ src, winner, loser string }{
		{`{"a": {"b": 1}}`, "$.a.b", "$.a.*"}, {`{"a": {"b": 1}}`, "$.a.b", "$..b"}, {`{"a": {"b": 1}}`, "$..b", "$..*"}, {`{"a": {"b": 1}}`, "$.*.*", "$..*"}, {`{"a": {"b": 1}}`, "$.a.*", "$.*.*"},
		{`{"a": {"b": 1}}`, "$.*.b", "$..b"}, {`[{"b": 1}]`, "$[0].b", "$[?@.b==1].b"}, {`[{"b": 1}]`, "$[?@.b==1].b", "$[*].b"}, {`{"a": {"b": 1}}`, "$.a..b", "$..b"},
	} {
		for _, order := range [][]string{{c.winner, c.loser}, {c.loser, c.winner}} {
			require.Equal(t, map[string][]string{c.winner: {"1"}}, found(t, c.src, order...), "%v", order)
		}
	}
	require.Equal(t, map[string][]string{"$.*.b": {"1"}}, found(t, `{"a": {"b": 1}}`, "$.*.b", "$.a.*"))
	require.Equal(t, map[string][]string{"$.a.*": {"1"}}, found(t, `{"a": {"b": 1}}`, "$.a.*", "$.*.b"))
}

var wrong = []string{
	"", "a", ".a", "$a", "$.", "$..", "$.a.", "$[", "$[]", "$[1", "$['a", "$['a'", "$[a]", "$[-1]", "$[1:2]", "$[01]", "$[99999999999]", "$.a b", "$.1", "$.a-b", "$~", "$.a~.b", "$.a~~", "$['\\x']", "$['\\ud800']", "$['\\u12']",
	"$[?]", "$[?@]", "$[?1==1]", "$[?@.a==]", "$[?@.a=1]", "$[?@.a==b]", "$[?@.*==1]", "$[?@..a==1]", "$[?(@.a==1]", "$[?@.a==1", "$[?@.a==1,'b']", "$[?@.a,?@.b]", "$[?@.a<1]", "$[?length(@.a)==1]", "$[?@.a==01]", "$['a' 'b']", "*", "$.a[?@.b == 'x]",
	"$[?" + strings.Repeat("(", 1000) + "@.a" + strings.Repeat(")", 1000) + "]", "$[?" + strings.Repeat("!", 1000) + "@.a]",
}

func TestWrongPaths(t *testing.T) {
	for _, path := range wrong {
		_, i, err := nested.Parse([]string{"$.ok", path})
		require.Error(t, err, path)
		require.Equal(t, 1, i)
		require.NotContains(t, err.Error(), "ok")
	}
}

// Two spellings of one path are one.
func TestPathsTwice(t *testing.T) {
	for _, pair := range [][2]string{{"$.a", "$['a']"}, {"$[?@.a=='x'].b", "$[?(@['a'] == \"x\")]['b']"}, {"$", "$"}, {"$.*", "$[*]"}} {
		_, i, err := nested.Parse([]string{"$.z", pair[0], pair[1]})
		require.Error(t, err, "%q", pair)
		require.Equal(t, 2, i)
	}
	_, _, err := nested.Parse([]string{"$.a", "$.a~", "$..a", "$[0]", "$['0']", "$[?@.a==1]", "$[?@.a=='1']"})
	require.NoError(t, err)
}

// A tree is a value in the plainest form, to judge paths without haste.
type tree struct {
	leaf    string
	object  bool
	names   []string
	members []tree
}

func drawTree(t *rapid.T, depth int) tree {
	kind := rapid.IntRange(0, 3).Draw(t, "kind")
	if depth == 0 || kind < 2 {
		return tree{leaf: rapid.SampledFrom([]string{"1", "2", `"x"`, "true", "null"}).Draw(t, "leaf")}
	}
	v := tree{object: kind == 2}
	for range rapid.IntRange(0, 3).Draw(t, "members") {
		v.names = append(v.names, rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "name"))
		v.members = append(v.members, drawTree(t, depth-1))
	}
	return v
}

func (v tree) text() string {
	if v.members == nil && v.leaf != "" {
		return v.leaf
	}
	var b strings.Builder
	b.WriteByte("[{"[bit(v.object)])
	for i, m := range v.members {
		if i > 0 {
			b.WriteString(", ")
		}
		if v.object {
			b.WriteString(`"` + v.names[i] + `": `)
		}
		b.WriteString(m.text())
	}
	b.WriteByte("]}"[bit(v.object)])
	return b.String()
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A stage is a step of a drawn path: as it is written, and what it takes.
type stage struct {
	text  string
	deep  bool
	takes func(v tree, i int) bool // of the i-th member of v
}

func drawStage(t *rapid.T) stage {
	name, index := rapid.SampledFrom([]string{"a", "b"}).Draw(t, "name"), rapid.IntRange(0, 1).Draw(t, "index")
	s := []stage{
		{text: "['" + name + "']", takes: func(v tree, i int) bool { return v.object && v.names[i] == name }},
		{text: "[*]", takes: func(tree, int) bool { return true }},
		{text: fmt.Sprintf("[%d]", index), takes: func(v tree, i int) bool { return !v.object && i == index }},
		{text: "[?@." + name + "==1]", takes: func(v tree, i int) bool {
			m, last := v.members[i], ""
			for k := range m.members {
				if m.object && m.names[k] == name {
					last = m.members[k].leaf
				}
			}
			return last == "1"
		}},
	}[rapid.IntRange(0, 3).Draw(t, "selector")]
	if s.deep = rapid.Bool().Draw(t, "deep"); s.deep {
		s.text = ".." + s.text
	}
	return s
}

// selects marks the scalars that a path finds, numbered in their order from at on.
func selects(v tree, way []stage, at int, found map[int]bool) {
	if len(way) == 0 {
		if v.leaf != "" {
			found[at] = true
		}
		return
	}
	for i, m := range v.members {
		if way[0].takes(v, i) {
			selects(m, way[1:], at, found)
		}
		if way[0].deep {
			selects(m, way, at, found)
		}
		at += m.leaves()
	}
}

func (v tree) leaves() int {
	if v.leaf != "" {
		return 1
	}
	n := 0
	for _, m := range v.members {
		n += m.leaves()
	}
	return n
}

// TestPathsPlainly holds what paths find in one pass against a plain search for each.
func TestPathsPlainly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawTree(t, 4)
		path, want := "$", map[int]bool{}
		var way []stage
		for range rapid.IntRange(0, 4).Draw(t, "stages") {
			s := drawStage(t)
			way, path = append(way, s), path+s.text
		}
		selects(v, way, 0, want)
		p, _, err := nested.Parse([]string{path})
		require.NoError(t, err, path)
		var w nested.Walker
		src := v.text()
		require.NoError(t, w.Begin(json.Format{}, p, []byte(src)))
		got, n := map[int]bool{}, 0
		for part, value, _ := w.Next(); part != nil; part, value, _ = w.Next() {
			if part.Kind > nested.Array {
				if value == 0 {
					got[n] = true
				}
				n++
			}
		}
		require.Equal(t, want, got, "%s in %s", path, src)
	})
}

// Each part is looked at once, whatever the paths.
func TestLinear(t *testing.T) {
	deep := strings.Repeat(`{"a":`, nested.MaxDepth-1) + "1" + strings.Repeat("}", nested.MaxDepth-1)
	wide := "[" + strings.Repeat(`{"t":"x","v":[1,2,{"t":"tel"}]},`, 300_000) + "1]"
	paths := []string{"$..a..a..a..a", "$..[?@.a.a.a.a].a", "$..a..*", "$..[?@.t=='tel'].v", "$..v[2].t"}
	for _, src := range []string{deep, wide} {
		start := time.Now()
		found(t, src, paths...)
		require.Less(t, time.Since(start), 20*time.Second)
	}
}

func FuzzPaths(f *testing.F) {
	for _, path := range wrong {
		f.Add(path, shop)
	}
	f.Add("$..[?@.t=='tel' || !@.n == 1e0].v~", shop)
	f.Fuzz(func(t *testing.T, path, src string) {
		p, _, err := nested.Parse([]string{path, "$..*"})
		if err != nil {
			return
		}
		var w nested.Walker
		if w.Begin(json.Format{}, p, []byte(src)) != nil {
			return
		}
		for part, value, _ := w.Next(); part != nil; part, value, _ = w.Next() {
			require.Less(t, value, 2)
		}
	})
}
