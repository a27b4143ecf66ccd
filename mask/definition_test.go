package mask_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/mask"
)

const canary = "canary.tanaka@school.ed.jp"

// channels are definitions that hold a text, with the object that decides it.
var channels = []struct {
	name    string
	dialect dialects.Dialect
	ddl     string // %s is the text
	object  string
}{
	{"column comment", mysql.Dialect, "CREATE TABLE `t` (`a` int COMMENT 'ask %s');\n", "t"},
	{"table comment", mysql.Dialect, "CREATE TABLE `t` (`a` int) COMMENT='ask %s';\n", "t"},
	{"default", mysql.Dialect, "CREATE TABLE `t` (`a` varchar(99) DEFAULT '%s');\n", "t"},
	{"check", mysql.Dialect, "CREATE TABLE `t` (`a` varchar(99) CHECK (`a` <> '%s'));\n", "t"},
	{"label", mysql.Dialect, "CREATE TABLE `t` (`a` enum('x','%s'));\n", "t"},
	{"partition", mysql.Dialect, "CREATE TABLE `t` (`a` varchar(99)) PARTITION BY LIST COLUMNS(`a`) (PARTITION p VALUES IN ('%s'));\n", "t"},
	{"altered", mysql.Dialect, "ALTER TABLE `t` ALTER `a` SET DEFAULT '%s';\n", "t"},
	{"view", mysql.Dialect, "/*!50001 CREATE ALGORITHM=UNDEFINED */\n/*!50013 DEFINER=`a`@`b` SQL SECURITY DEFINER */\n/*!50001 VIEW `v` AS select '%s' AS `x` */;\n", "v"},
	{"routine", mysql.Dialect, "DELIMITER ;;\nCREATE DEFINER=`a`@`b` PROCEDURE `p`() BEGIN SELECT '%s'; END ;;\nDELIMITER ;\n", "p"},
	{"comment in a routine", mysql.Dialect, "DELIMITER ;;\nCREATE PROCEDURE `p`() BEGIN SELECT 1; -- ask %s\nEND ;;\nDELIMITER ;\n", "p"},
	{"event", mysql.Dialect, "CREATE EVENT `e` ON SCHEDULE EVERY 1 DAY DO SELECT '%s';\n", "e"},
	{"column comment", postgres.Dialect, "COMMENT ON COLUMN s.t.a IS 'ask %s';\n", "s.t"},
	{"view comment", postgres.Dialect, "COMMENT ON VIEW s.v IS 'ask %s';\n", "s.v"},
	{"default", postgres.Dialect, "CREATE TABLE s.t (a text DEFAULT '%s'::text);\n", "s.t"},
	{"check", postgres.Dialect, "ALTER TABLE ONLY s.t ADD CONSTRAINT c CHECK (a <> '%s');\n", "s.t"},
	{"type", postgres.Dialect, "CREATE TYPE s.m AS ENUM ('x', '%s');\n", "s.m"},
	{"partition", postgres.Dialect, "ALTER TABLE ONLY s.t ATTACH PARTITION s.p FOR VALUES IN ('%s');\n", "s.t"},
	{"index", postgres.Dialect, "CREATE INDEX i ON s.t USING btree (a) WHERE (a <> '%s');\n", "i"},
	{"policy", postgres.Dialect, "CREATE POLICY p ON s.t USING ((a = '%s'::text));\n", "p"},
	{"view", postgres.Dialect, "CREATE VIEW s.v AS SELECT '%s'::text AS x;\n", "s.v"},
	{"routine", postgres.Dialect, "CREATE FUNCTION s.f() RETURNS text LANGUAGE sql AS $$ SELECT '%s' /* why */ $$;\n", "s.f"},
	{"rule", postgres.Dialect, "CREATE RULE r AS ON INSERT TO s.t DO ALSO SELECT '%s';\n", "r"},
	{"column default", sqlite.Dialect, "CREATE TABLE t(a text DEFAULT '%s');\n", "t"},
	{"comment in a table", sqlite.Dialect, "CREATE TABLE t(a text -- ask %s\n);\n", "t"},
	{"view", sqlite.Dialect, "CREATE VIEW v AS SELECT '%s';\n", "v"},
	{"trigger", sqlite.Dialect, "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT '%s'; END;\n", "g"},
}

func maskText(p *mask.Plan, d dialects.Dialect, in string, opts ...mask.Option) (string, *mask.Audit, error) {
	var out bytes.Buffer
	a, err := mask.Copy(context.Background(), &out, strings.NewReader(in), d, p, append(opts, mask.Partial())...)
	return out.String(), a, err
}

func decided(t *testing.T, object string, overwrite bool) *mask.Plan {
	return compilePolicy(t, &mask.Policy{
		Tables:      []mask.Table{{Pattern: "*", Keep: true}},
		Definitions: []mask.Definition{{Pattern: "*.no", Mask: !overwrite}, {Pattern: object, Mask: overwrite}},
	})
}

// A text that looks like data stops the run in every channel, without being shown,
// until a line for its object decides it.
func TestTextsInDefinitions(t *testing.T) {
	undecided := compile(t, mask.Table{Pattern: "*", Keep: true})
	for _, c := range channels {
		t.Run(c.dialect.Name()+" "+c.name, func(t *testing.T) {
			in := strings.Replace(c.ddl, "%s", canary, 1)
			out, _, err := maskText(undecided, c.dialect, in)
			require.ErrorIs(t, err, mask.ErrLiteral)
			require.NotContains(t, out, "canary")
			require.NotContains(t, err.Error(), "canary")
			var e *mask.Error
			require.ErrorAs(t, err, &e)
			require.Contains(t, e.Hint, `definitions: {"`+c.object+`": mask}`)

			out, a, err := maskText(decided(t, c.object, true), c.dialect, in)
			require.NoError(t, err)
			require.NotContains(t, out, "canary")
			require.Contains(t, out, "xxxxxx.xxxxxx@xxxxxx.xx.xx")
			require.NotEmpty(t, a.Examined)
			require.Len(t, a.Decided, 1)
			out, _, err = maskText(decided(t, c.object, false), c.dialect, in)
			require.NoError(t, err)
			require.Contains(t, out, canary)

			harmless := strings.Replace(c.ddl, "%s", "someone@example.com", 1)
			_, a, err = maskText(undecided, c.dialect, harmless)
			require.NoError(t, err)
			require.NotEmpty(t, a.Examined)
			require.Empty(t, a.Decided)
		})
	}
}

// Hexadecimal digits are read as what they stand for.
func TestHexInDefinitions(t *testing.T) {
	code := hex.EncodeToString([]byte(canary))
	for _, in := range []string{"CREATE TABLE s.t (a bytea DEFAULT '\\x" + code + "'::bytea);\n", "CREATE TABLE s.t (a bit(99) DEFAULT X'" + code + "');\n"} {
		_, _, err := maskText(compile(t, mask.Table{Pattern: "*", Keep: true}), postgres.Dialect, in)
		require.ErrorIs(t, err, mask.ErrLiteral)
		out, _, err := maskText(decided(t, "t", true), postgres.Dialect, in)
		require.NoError(t, err)
		require.NotContains(t, out, code)
	}
}

// A comment between statements is left out where it looks like data; one that does not
// stays.
func TestCommentsBetweenStatements(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "*", Keep: true})
	for _, d := range []dialects.Dialect{mysql.Dialect, postgres.Dialect, sqlite.Dialect} {
		for _, size := range []int{1, 40, 0} {
			out, a, err := maskText(p, d, "-- ask "+canary+"\n-- what a table\nCREATE TABLE t (a int);\n/* "+canary+" */\n", chunk(size))
			require.NoError(t, err)
			require.Equal(t, "-- what a table\nCREATE TABLE t (a int);\n\n", out)
			require.Equal(t, map[string]int64{"comment": 2}, a.Dropped)
		}
	}
	out, _, err := maskText(p, mysql.Dialect, "-- Host: db7    Database: school_prod\n-- ----\nCREATE TABLE t (a int);\n")
	require.NoError(t, err)
	require.Equal(t, "-- ----\nCREATE TABLE t (a int);\n", out)
}

// Views and bodies that name the database from which they come are led to another, or
// stop the run; names of tables before a column are not taken for databases.
func TestQualifiersInBodies(t *testing.T) {
	in := "-- Host: localhost    Database: shop\nCREATE TABLE `shop` (`id` int);\n" +
		"/*!50001 CREATE VIEW `v` AS select `shop`.`id` AS `id`,`x`.`id` AS `y` from (`shop` join `shop`.`orders` `x`) */;\n" +
		"DELIMITER ;;\nCREATE PROCEDURE `p`() BEGIN DELETE FROM other.t; DELETE FROM shop.orders WHERE shop.orders.id = 1; END ;;\nDELIMITER ;\n"
	in = strings.Replace(in, "`shop` join `shop`.`orders` `x`", "`shop` join `shop`.`orders`.`z` `x`", 1)
	tables := []mask.Table{{Pattern: "*", Keep: true}}
	_, _, err := maskText(compilePolicy(t, &mask.Policy{Tables: tables}), mysql.Dialect, in)
	require.ErrorIs(t, err, mask.ErrQualified)
	out, _, err := maskText(compilePolicy(t, &mask.Policy{Tables: tables, Databases: map[string]string{"shop": "shop_dev"}}), mysql.Dialect, in)
	require.NoError(t, err)
	require.Contains(t, out, "select `shop`.`id` AS `id`,`x`.`id` AS `y` from (`shop` join `shop_dev`.`orders`.`z` `x`)")
	require.Contains(t, out, "WHERE shop_dev.orders.id = 1")
	require.Contains(t, out, "FROM other.t;")
	harmless := strings.ReplaceAll(strings.ReplaceAll(in, "shop.orders", "orders"), "`shop`.`orders`.`z`", "`orders`")
	_, _, err = maskText(compilePolicy(t, &mask.Policy{Tables: tables}), mysql.Dialect, harmless)
	require.NoError(t, err)
}

// A comment by which the stream is taken apart again stays, between the server's own
// tables too.
func TestMarkedComments(t *testing.T) {
	in := "-- part of 0123456789abcdef0123456789abcdef 1\nUSE mysql;\n-- part of 0123456789abcdef0123456789abcdef 2\n-- what\nUSE shop;\nCREATE TABLE t (a int);\n"
	out, _, err := maskText(compile(t, mask.Table{Pattern: "*", Keep: true}), mysql.Dialect, in, mask.Marked("part of 0123456789abcdef0123456789abcdef "))
	require.NoError(t, err)
	require.Equal(t, "-- part of 0123456789abcdef0123456789abcdef 1\n-- part of 0123456789abcdef0123456789abcdef 2\n\nCREATE TABLE t (a int);\n", out)

	// One that something else has swallowed is no mark.
	const mark = "\n-- part of 0123456789abcdef0123456789abcdef 3\n"
	for _, in := range []string{"/* x" + mark + "*/;", "SET a = 'x" + mark + "';", "INSERT INTO t VALUES (1),('x" + mark + "');", "INSERT INTO t VALUES (1)" + mark + ",(2);"} {
		for _, ddl := range []mask.DDL{mask.SafeDDL, mask.KeepDDL} {
			p := compilePolicy(t, &mask.Policy{DDL: ddl, Tables: []mask.Table{{Pattern: "*", Keep: true}}})
			_, _, err := maskText(p, mysql.Dialect, in, mask.Marked("part of 0123456789abcdef0123456789abcdef "))
			require.ErrorIs(t, err, mask.ErrPart, in)
		}
	}
}

// A detector of the program's own is asked too.
func TestDetect(t *testing.T) {
	names := mask.Detect(func(text []byte) (at dialects.Span, kind string, found bool) {
		i := bytes.Index(text, []byte("佐藤先生"))
		return dialects.Span{Start: int32(i), End: int32(i) + 12}, "person", i >= 0
	})
	in := "CREATE TYPE s.m AS ENUM ('佐藤先生', 'x', '佐藤先生');\n"
	_, _, err := maskText(compile(t, mask.Table{Pattern: "*", Keep: true}), postgres.Dialect, in, names)
	require.ErrorIs(t, err, mask.ErrLiteral)
	require.ErrorContains(t, err, "(person): create type s.m")
	out, a, err := maskText(decided(t, "m", true), postgres.Dialect, in, names)
	require.NoError(t, err)
	require.Equal(t, "CREATE TYPE s.m AS ENUM ('〇〇〇〇', 'x', '〇〇〇〇');\n", out)
	require.Equal(t, map[string]int64{"create type": 2}, a.Decided)
}

// Counters tell nothing of how many rows there were.
func TestCounters(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "*", Keep: true})
	out, a, err := maskText(p, mysql.Dialect, "CREATE TABLE `t` (`a` int AUTO_INCREMENT) ENGINE=InnoDB AUTO_INCREMENT=91922 DEFAULT CHARSET=utf8mb4;\nALTER TABLE `t` MODIFY `a` int AUTO_INCREMENT, AUTO_INCREMENT=91922;\n")
	require.NoError(t, err)
	require.NotContains(t, out, "91922")
	require.Contains(t, out, "AUTO_INCREMENT=1 DEFAULT")
	require.Empty(t, a.Counters)
	out, _, err = maskText(p, postgres.Dialect, "CREATE TABLE s.t (a integer);\nCREATE SEQUENCE s.q START WITH 1;\nALTER SEQUENCE s.q OWNED BY s.t.a;\nSELECT pg_catalog.setval('s.q', 91921, true);\n")
	require.NoError(t, err)
	require.Contains(t, out, `setval('s.q', (SELECT max("a") FROM "s"."t"), true)`)
	_, a, err = maskText(p, postgres.Dialect, "SELECT pg_catalog.setval('s.q', 91921, true);\n")
	require.NoError(t, err)
	require.Len(t, a.Counters, 1)
}
