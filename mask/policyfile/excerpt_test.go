package policyfile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

func TestExcerpt(t *testing.T) {
	for name, c := range map[string]struct {
		data   string
		line   int
		column int
		want   string
	}{
		"first":            {"version: 2\n", 1, 10, "version: 2\n         ^"},
		"last, no end":     {"a: 1\nb: 2", 2, 4, "b: 2\n   ^"},
		"behind the end":   {"a: 1\nb: 2\n", 1, 99, "a: 1\n    ^"},
		"empty last line":  {"a: 1\n", 2, 1, "\n^"},
		"no such line":     {"a: 1\n", 3, 1, ""},
		"no line":          {"a: 1\n", 0, 0, ""},
		"no column":        {"a: 1\n", 1, 0, ""},
		"CR LF":            {"a: 1\r\nb: 2\r\nc: 3", 2, 1, "b: 2\n^"},
		"CR":               {"a: 1\rb: 2\rc: 3", 3, 4, "c: 3\n   ^"},
		"byte order mark":  {"\ufeffab: 1\n", 1, 2, "ab: 1\n ^"},
		"wide":             {"氏名: keep\n", 1, 5, "氏名: keep\n      ^"},
		"half width":       {"ｼﾒｲ: keep\n", 1, 6, "ｼﾒｲ: keep\n     ^"},
		"full width":       {"ＡＢ: x\n", 1, 3, "ＡＢ: x\n    ^"},
		"emoji":            {"🍣: x\n", 1, 2, "🍣: x\n  ^"},
		"combining":        {"か\u3099: x\n", 1, 3, "か\u3099: x\n  ^"},
		"tab":              {"\ta:\tb\n", 1, 5, "    a:  b\n        ^"},
		"tab behind wide":  {"氏\tb\n", 1, 3, "氏  b\n    ^"},
		"control":          {"a\x1b[m: b\n", 1, 4, "a\\u{1b}[m: b\n        ^"},
		"invisible":        {"a\u200b: b\n", 1, 3, "a\\u{200b}: b\n         ^"},
		"wide space":       {"a:\u3000b\n", 1, 4, "a:\\u{3000}b\n          ^"},
		"not UTF-8":        {"a\xff: b\n", 1, 3, "a\\xff: b\n     ^"},
		"condition":        {"version: 1\ntables: {t: {rows: {where: \"x == '佐藤' and y in [1.5, 'b']\"}}}", 2, 41, "tables: {t: {rows: {where: \"x == '***' and y in [***, '***']\"}}}\n                                         ^"},
		"inside a literal": {"version: 1\ntables: {t: {rows: {where: x == 'canary'}}}", 2, 36, "tables: {t: {rows: {where: x == '***'}}}\n                                    ^"},
		"second line":      {"version: 1\ntables: {t: {rows: {where: \"x ==\n  'can\n  ary' and y == 3\"}}}", 4, 8, "***' and y == ***\"}}}\n     ^"},
		"misspelt where":   {"version: 1\ntables: {t: {rows: {wher: x == 'canary' or y == 3}}}", 2, 21, "tables: {t: {rows: {wher: x == '***' or y == ***}}}\n                    ^"},
		"a list of when":   {"version: 1\ntables: {t: {columns: {c: [{when: ['canary 1', 2]}]}}}", 2, 35, "tables: {t: {columns: {c: [{when: ['canary ***', ***]}]}}}\n                                  ^"},
		"not YAML":         {"a: {b: \"canary\", c: 'canary', d: 42, e: `canary`, f: x7\n", 1, 1, "a: {b: \"***\", c: '***', d: ***, e: `***`, f: x7\n^"},
		"a key elsewhere":  {"version: 1\ntables: {t: {columns: {c: {mask: hash, salt: " + strings.Repeat("c0ffee00", 8) + "}}}}", 2, 34, "tables: {t: {columns: {c: {mask: hash, salt: ***}}}}\n                                 ^"},
		"a key":            {"version: 1\nmigawari_key: [canary, 42]\n", 2, 1, "migawari_key: [***, ***]\n^"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, policyfile.Excerpt([]byte(c.data), mask.Location{Line: c.line, Column: c.column}))
		})
	}
}

func TestExcerptOfALongLine(t *testing.T) {
	line := "a: [" + strings.Repeat("山田, ", 100) + "HERE" + strings.Repeat(", 山田", 100) + "]"
	column := 1 + strings.Count(line[:strings.Index(line, "HERE")], "") - 1
	shown, caret, _ := strings.Cut(policyfile.Excerpt([]byte(line), mask.Location{Line: 1, Column: column}), "\n")
	require.True(t, strings.HasPrefix(shown, "...") && strings.HasSuffix(shown, "..."))
	require.Equal(t, cells(shown[:strings.Index(shown, "HERE")]), len(caret)-1)
	require.LessOrEqual(t, cells(shown), 110)

	shown, caret, _ = strings.Cut(policyfile.Excerpt([]byte(line), mask.Location{Line: 1, Column: 1}), "\n")
	require.True(t, strings.HasPrefix(shown, "a: [山田") && strings.HasSuffix(shown, "..."))
	require.Equal(t, "^", caret)

	shown, caret, _ = strings.Cut(policyfile.Excerpt([]byte(line), mask.Location{Line: 1, Column: 1 << 30}), "\n")
	require.True(t, strings.HasPrefix(shown, "...") && strings.HasSuffix(shown, "山田]"))
	require.Equal(t, cells(shown), len(caret)-1)
}

// cells counts as the terminals do that treat ambiguous characters as narrow.
func cells(s string) int {
	n := 0
	for _, r := range s {
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
		n++
	}
	return n
}

// TestExcerptPointsAtTheCharacter marks one character of a random line.
func TestExcerptPointsAtTheCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.StringOfN(rapid.SampledFrom([]rune("ab:- \t氏名ｱＡ🍣\x1b\u200b\u3000é")), 0, 200, -1)
		before, after := draw.Draw(t, "before"), draw.Draw(t, "after")
		line := "x" + before + "@" + after
		at := mask.Location{Line: 1, Column: 2 + len([]rune(before))}
		shown, caret, ok := strings.Cut(policyfile.Excerpt([]byte(line), at), "\n")
		require.True(t, ok)
		i := strings.IndexByte(shown, '@')
		require.GreaterOrEqual(t, i, 0, "the character is shown")
		require.Equal(t, cells(shown[:i]), len(caret)-1)
		require.Equal(t, "^", strings.TrimLeft(caret, " "))
		require.NotContains(t, shown, "\x1b")
	})
}
