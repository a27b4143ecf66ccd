package postgres_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// shown writes an expression as a list.
func shown(e *schema.Expr) string {
	if e == nil {
		return "?"
	}
	if len(e.Args) == 0 {
		return strings.TrimSpace(e.Op + " " + e.Text)
	}
	parts := []string{e.Op}
	for _, a := range e.Args {
		parts = append(parts, "["+shown(a)+"]")
	}
	return strings.Join(parts, " ")
}

func TestChecks(t *testing.T) {
	for condition, want := range map[string]string{
		"a > 0":                              "> [column a] [number 0]",
		"(((a >= -1) AND (b <> 'x'::text)))": "and [>= [column a] [neg [number 1]]] [<> [column b] [text x]]",
		"a BETWEEN 1 AND 5 OR b IS NOT NULL": "or [between [column a] [number 1] [number 5]] [not [is [column b] [null]]]",
		"b = ANY (ARRAY['x'::text, 'y'])":    "in [column b] [text x] [text y]",
		"b <> ALL (ARRAY['x'])":              "not [in [column b] [text x]]",
		"b !~ '^x' AND b ~~ 'a%'":            "and [not [~ [column b] [text ^x]]] [like [column b] [text a%]]",
		"b OPERATOR(pg_catalog.~) 'x'":       "~ [column b] [text x]",
		"POSITION(('@'::text) IN (b)) > 1":   "> [position [text @] [column b]] [number 1]",
		"a + 1 <= a * 2":                     "<= [+ [column a] [number 1]] [* [column a] [number 2]]",
		"length(b) < 9":                      "< [length [column b]] [number 9]",
		"NOT (a IN (1, 2))":                  "not [in [column a] [number 1] [number 2]]",
		"CASE WHEN a = 1 THEN true END":      "?",
		"a = 1 AND t.b @> 'x'":               "?",
		"a <<= b":                            "?",
	} {
		tab := declared(t, "CREATE TABLE t (a integer, b text, CONSTRAINT c CHECK ("+condition+"));").Table(schema.Name{Schema: "public", Name: "t"})
		if tab == nil {
			tab = declared(t, "CREATE TABLE t (a integer, b text, CONSTRAINT c CHECK ("+condition+"));").Table(schema.Name{Name: "t"})
		}
		require.Len(t, tab.Checks, 1, condition)
		require.Equal(t, want, shown(tab.Checks[0].Expr), condition)
		require.Equal(t, "c", tab.Checks[0].Name)
	}
}
