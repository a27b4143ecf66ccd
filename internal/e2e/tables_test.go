package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// names are hard to match: quoted, in capitals, like words of SQL, with
// punctuation, beyond ASCII.
var names = []string{`we"ird`, "we`ird", "MixedCase", "order", "a.b", "a b", "x'; DROP TABLE t; --", "(paren),", "/*c*/", "-- dash", "VALUES", `back\slash`, "顧客", "ソ表", "é", "constraint", "key", "generated", "%s", "$1"}

// TestNames masks columns and tables with such names, by a policy that names
// them as they are.
func TestNames(t *testing.T) {
	for name, quote := range map[string]string{"mysql": "`", "postgres": `"`, "sqlite": `"`} {
		t.Run(name, func(t *testing.T) {
			policy := &mask.Policy{}
			var create strings.Builder
			quoted := func(s string) string { return quote + strings.ReplaceAll(s, quote, quote+quote) + quote }
			for i, table := range names {
				var columns, values []string
				entry := mask.Table{Pattern: table}
				for k, column := range names {
					rule := mask.Rule{Mask: mask.Keep}
					if (i+k)%3 == 0 {
						rule = mask.Rule{Mask: "fixed", Params: map[string]any{"value": "masked"}}
					}
					columns, values = append(columns, quoted(column)+" varchar(20)"), append(values, "'raw'")
					entry.Columns = append(entry.Columns, mask.Column{Name: column, Arms: []mask.Arm{{Rule: rule}}})
				}
				policy.Tables = append(policy.Tables, entry)
				create.WriteString("CREATE TABLE " + quoted(table) + " (" + strings.Join(columns, ", ") + ");\nINSERT INTO " + quoted(table) + " VALUES (" + strings.Join(values, ", ") + ");\n")
			}
			p := compile(t, policy)
			raw := newStore(t, name)
			raw.load(t, []byte(create.String()))
			formats := map[string][]string{"mysql": {"", "--complete-insert", "--compatible=ansi --default-character-set=utf8mb4", "--default-character-set=utf8mb3 --hex-blob"}, "postgres": {"", "--column-inserts", "--inserts --encoding=EUC_JP"}, "sqlite": {""}}
			for _, args := range formats[name] {
				t.Run(args, func(t *testing.T) {
					s := newStore(t, name)
					s.load(t, masked(t, dumpOf(t, raw, args), p))
					for i, table := range names {
						r := s.query(t, "SELECT * FROM "+quoted(table))[0]
						for k, column := range names {
							want := "raw"
							if (i+k)%3 == 0 {
								want = "masked"
							}
							require.Equal(t, want, *r[k], "%s.%s", table, column)
						}
					}
				})
			}
		})
	}
}

// TestTwoSchemas: tables of one name in two schemas have rules of their own.
func TestTwoSchemas(t *testing.T) {
	raw := newStore(t, "postgres")
	raw.load(t, []byte(`CREATE SCHEMA a; CREATE SCHEMA b; CREATE SCHEMA "C.d";
CREATE TABLE a.t (id int PRIMARY KEY, v text, w text); CREATE TABLE b.t (id int PRIMARY KEY, v text, w text); CREATE TABLE "C.d"."t.u" (id int PRIMARY KEY, v text, w text);
INSERT INTO a.t VALUES (1,'one','two'); INSERT INTO b.t VALUES (1,'one','two'); INSERT INTO "C.d"."t.u" VALUES (1,'one','two');
`))
	p := compile(t, parse(t, `{version: 1, tables: {a.t: {columns: {id: keep, v: {mask: fixed, value: A}, w: keep}}, b.t: {columns: {id: keep, v: keep, w: {mask: fixed, value: B}}}, C.d.t.u: {columns: {"*": {mask: "null"}, id: keep}}}}`))
	for _, args := range []string{"", "--inserts", "--quote-all-identifiers --rows-per-insert=10"} {
		s := newStore(t, "postgres")
		s.load(t, masked(t, dumpOf(t, raw, args), p))
		require.Equal(t, `"1", "A", "two"`, s.query(t, "SELECT * FROM a.t")[0].String())
		require.Equal(t, `"1", "one", "B"`, s.query(t, "SELECT * FROM b.t")[0].String())
		require.Equal(t, `"1", NULL, NULL`, s.query(t, `SELECT * FROM "C.d"."t.u"`)[0].String())
	}
}

// TestPartitions: partitions and tables that inherit are tables, and want rules;
// with the same ones, a row has the same fakes wherever its dump puts it.
func TestPartitions(t *testing.T) {
	raw := newStore(t, "postgres")
	raw.load(t, []byte(`CREATE TABLE logs (id int, at date, mail text) PARTITION BY RANGE (at);
CREATE TABLE logs_2022 PARTITION OF logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE logs_2023 (mail text, id int, at date);
ALTER TABLE logs ATTACH PARTITION logs_2023 DEFAULT;
CREATE TABLE base (id int, mail text);
CREATE TABLE child (extra text) INHERITS (base);
INSERT INTO logs VALUES (1,'2022-05-05','canary1@example.test'), (2,'2023-05-05','canary2@example.test');
INSERT INTO base VALUES (3,'canary3@example.test');
INSERT INTO child VALUES (4,'canary4@example.test','canary');
`))
	_, _, err := copyDump(dumpOf(t, raw, ""), compile(t, parse(t, `{version: 1, tables: {logs: {columns: {id: keep, at: keep, mail: email}}, base: {columns: {id: keep, mail: email}}}}`)))
	require.ErrorIs(t, err, mask.ErrUncovered)
	_, _, err = copyDump(dumpOf(t, raw, ""), compile(t, parse(t, `{version: 1, tables: {"*": {columns: {id: keep, at: keep, mail: email}}}}`)))
	require.Error(t, err, "child has a column of its own")
	p := compile(t, parse(t, `{version: 1, tables: {"logs*": {columns: {id: keep, at: keep, mail: email}}, base: {columns: {id: keep, mail: email}}, child: {columns: {id: keep, mail: email, extra: text}}}}`))
	var want []row
	for _, args := range []string{"", "--load-via-partition-root", "--inserts", "--load-via-partition-root --column-inserts", "--rows-per-insert=5"} {
		out := masked(t, dumpOf(t, raw, args), p)
		require.NotContains(t, string(out), "canary")
		s := newStore(t, "postgres")
		s.load(t, out)
		got := append(s.query(t, "SELECT tableoid::regclass::text, * FROM logs ORDER BY id"), s.query(t, "SELECT tableoid::regclass::text, * FROM base ORDER BY id")...)
		require.Len(t, got, 4)
		if want == nil {
			want = got
		}
		require.Equal(t, want, got, args)
	}

	my := newStore(t, "mysql")
	my.load(t, []byte(`CREATE TABLE logs (id int, at date, mail varchar(100)) PARTITION BY LIST COLUMNS (mail) (PARTITION p0 VALUES IN ('canary1@example.test;'), PARTITION p1 DEFAULT);
INSERT INTO logs VALUES (1,'2022-05-05','canary2@example.test');`))
	s := newStore(t, "mysql")
	s.load(t, masked(t, dumpOf(t, my, ""), compile(t, parse(t, `{version: 1, tables: {logs: {columns: {id: keep, at: keep, mail: email}}}}`))))
	require.NotContains(t, everything(t, s)["logs"][0], "canary")
}

// TestStatistics: what a planner knows of the values goes, whatever the policy
// says of the table.
func TestStatistics(t *testing.T) {
	dump := readFile(t, "../../dialects/postgres/testdata/hand-18-statistics.sql")
	require.Contains(t, string(dump), "histogram_bounds")
	out := masked(t, dump, compile(t, parse(t, `{version: 1, tables: {"*": keep}}`)))
	require.NotContains(t, string(out), "histogram_bounds")
	require.NotContains(t, string(out), "_stats(")
}
