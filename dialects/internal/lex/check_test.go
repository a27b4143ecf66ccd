package lex_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// TestChecks: what is read of conditions as servers write them, and that nothing is
// read of those that say something else.
func TestChecks(t *testing.T) {
	for condition, want := range checkTests {
		require.Equal(t, want, readCheck(t, condition), condition)
	}
}

var checkTests = map[string]string{
	"(s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])": `s["a" "b"]`,
	"n = ANY (ARRAY[1, 2, 3])":                              `n["1" "2" "3"]`,
	"(s = 'M'::bpchar) OR (s = 'F'::bpchar) OR (s IS NULL)": `s["M" "F"]`,
	"s in (_utf8mb4'a',_utf8mb4'b,c')":                      `s["a" "b,c"]`,
	"\"s\" IN ('x') AND n >= 0":                             `s["x"] n>=0`,
	"s IN ('x', 'y') AND s IN ('y', 'z')":                   `s["y"]`,
	"s = 'x'":                                               `s["x"]`,
	"(n >= 0) AND (n <= 150)":                               "n>=0 n<=150",
	"n between 1 and 12":                                    "n>=1 n<=12",
	"n BETWEEN -5 AND (5) AND d >= 1 AND n < 4":             "d>=1 n>=-5 n<=3",
	"(n > 0) AND (d > (0)::numeric) AND (0 < d)":            "d>=0 n>=1",
	"0 <= n AND 10 > n":                                     "n>=0 n<=9",
	"d >= 0.5":                                              "",
	"char_length((s)::text) <= 20":                          "s(20)",
	"(length(s) < 20) AND (s IS NOT NULL)":                  "s(19)",
	"length(s) > 2":                                         "",
	"NOT s IN ('a', 'b')":                                   "",
	"s NOT IN ('a', 'b')":                                   "",
	"s <> 'a'":                                              "",
	"n > 0 OR s = 'a'":                                      "",
	"n = 1 OR s = 'a'":                                      "",
	"n = 1 AND s = 'a' OR n = 2":                            "",
	"n + 1 <= 3":                                            "",
	"n - 1 <= 3":                                            "",
	"n <= -1":                                               "n<=-1",
	"n <= d":                                                "",
	"coalesce(n > 0 AND d < 5, true)":                       "",
	"(n > 0) = (d < 5)":                                     "",
	"lower(s) = s":                                          "",
	"s ~ '^[a-z]+$'":                                        "",
	"s IN (SELECT x FROM y)":                                "",
	"CASE WHEN n > 0 THEN s = 'a' ELSE true END":            "",
	"": "",
}

// readCheck shows what is read of a condition.
func readCheck(t *testing.T, condition string) string {
	table := &schema.Table{Columns: []*schema.Column{
		{Name: "s", Type: schema.Type{Kind: schema.Text}}, {Name: "n", Type: schema.Type{Kind: schema.Integer}}, {Name: "d", Type: schema.Type{Kind: schema.Decimal}},
	}}
	unquoted := func(t lex.Token) string { return strings.Trim(string(t.Of([]byte(condition))), `"'`) }
	r := lex.CheckReader{Column: func(t lex.Token) *schema.Column { return table.Column(unquoted(t)) }, Text: unquoted}
	p, err := lex.Parse([]byte(condition), &lex.Grammar{DoubleQuote: lex.Name})
	if err != nil {
		t.Skip()
	}
	r.Read(p)
	var got []string
	for _, name := range []string{"s", "d", "n"} {
		typ := table.Column(name).Type
		if typ.Labels != nil {
			got = append(got, fmt.Sprintf("%s%q", name, typ.Labels))
		}
		if typ.Length > 0 {
			got = append(got, fmt.Sprintf("%s(%d)", name, typ.Length))
		}
		if typ.Least != nil {
			got = append(got, fmt.Sprintf("%s>=%d", name, *typ.Least))
		}
		if typ.Most != nil {
			got = append(got, fmt.Sprintf("%s<=%d", name, *typ.Most))
		}
	}
	return strings.Join(got, " ")
}

// FuzzChecks: whatever stands in a condition, reading it comes to an end.
func FuzzChecks(f *testing.F) {
	for condition := range checkTests {
		f.Add(condition)
	}
	f.Fuzz(func(t *testing.T, condition string) { readCheck(t, condition) })
}
