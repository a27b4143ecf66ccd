package subset_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/subset"
)

func TestParseRoot(t *testing.T) {
	for _, text := range []string{"schools", " school.schools : id <= 20", "schools: name == 'a: b'"} {
		_, err := subset.ParseRoot(text)
		require.NoError(t, err, text)
	}
	for text, want := range map[string]string{"": "names no table", ": id == 1": "names no table", "s*: id == 1": "pattern", "schools:": "a condition", "schools: id = 'canary'": "cannot be read"} {
		_, err := subset.ParseRoot(text)
		require.ErrorContains(t, err, want, text)
		require.NotContains(t, err.Error(), "canary")
	}
}

const towns = "CREATE TABLE `towns` (`id` int NOT NULL, PRIMARY KEY (`id`));\nINSERT INTO `towns` VALUES (1),(2);\n"

const pupils = "CREATE TABLE `pupils` (`id` int NOT NULL, `town` int, PRIMARY KEY (`id`), FOREIGN KEY (`town`) REFERENCES `towns` (`id`));\nINSERT INTO `pupils` VALUES (1,1),(2,2),(3,NULL);\n"

// Statements that change rows pass for tables that stay whole, are left out with tables
// that are, and stop a run between the two.
func TestChanges(t *testing.T) {
	p := compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {"*": keep}}`)
	other := "CREATE TABLE `logs` (`id` int NOT NULL, PRIMARY KEY (`id`));\nINSERT INTO `logs` VALUES (1);\n"
	part := &mask.Subset{Roots: []mask.Root{root(t, "pupils: id == 1")}}
	out, _, err := cut(mysql.Dialect, towns+pupils+other+"UPDATE `logs` SET `id` = 7;\n", p, part)
	require.NoError(t, err)
	require.NotContains(t, out, "UPDATE")
	_, _, err = cut(mysql.Dialect, towns+pupils+other+"UPDATE `towns` SET `id` = 7;\n", p, part)
	require.ErrorIs(t, err, mask.ErrChange)
	part.Keep = []string{"logs"}
	out, _, err = cut(mysql.Dialect, towns+pupils+other+"UPDATE `logs` SET `id` = 7;\n", p, part)
	require.NoError(t, err)
	require.Contains(t, out, "UPDATE")
}

// What the policy leaves out is in no part, and takes along what belongs to it.
func TestPolicyLeavesOut(t *testing.T) {
	p := compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {towns: {rows: {where: "id != 2"}, columns: {"*": keep}}, "*": keep}}`)
	out, _, err := cut(mysql.Dialect, towns+pupils, p, &mask.Subset{Roots: []mask.Root{root(t, "pupils")}})
	require.NoError(t, err)
	require.Equal(t, []string{"pupils 1", "pupils 3", "towns 1"}, rowsOf(t, mysql.Dialect, out))
	p = compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {towns: {rows: drop}, "*": keep}}`)
	_, _, err = cut(mysql.Dialect, towns+pupils, p, &mask.Subset{Roots: []mask.Root{root(t, "towns")}})
	require.ErrorIs(t, err, mask.ErrRoot)
}

// Two databases with a table of one name cannot be told apart where a head is bound.
func TestDatabases(t *testing.T) {
	const table = "CREATE TABLE public.a (id integer NOT NULL);\nCOPY public.a (id) FROM stdin;\n1\n\\.\n"
	p := compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {"*": keep}}`)
	_, _, err := cut(postgres.Dialect, "\\connect x\n"+table+"\\connect y\n"+table, p, &mask.Subset{Roots: []mask.Root{root(t, "a")}})
	require.ErrorIs(t, err, mask.ErrDatabases)
}

// The memory of a part is that of its keys: 16 bytes at most, once there are some.
func TestBytesOfKeys(t *testing.T) {
	p := compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {"*": keep}}`)
	for _, n := range []int{100, 1000, 1333, 5000} {
		_, audit, err := cut(mysql.Dialect, manyTowns(n), p, &mask.Subset{Roots: []mask.Root{root(t, "pupils")}, Children: mask.NoChildren})
		require.NoError(t, err)
		require.Equal(t, n, audit.Part.Keys)
		require.LessOrEqual(t, audit.Part.Bytes, int64(16*n), "%d keys", n)
	}
}

// manyTowns has a pupil in each of n towns.
func manyTowns(n int) string {
	var a, b strings.Builder
	for i := range n {
		fmt.Fprintf(&a, "INSERT INTO `towns` VALUES (%d);\n", i)
		fmt.Fprintf(&b, "INSERT INTO `pupils` VALUES (%d,%d);\n", i, i)
	}
	schema := func(s string) string { return s[:strings.Index(s, "INSERT")] }
	return schema(towns) + a.String() + schema(pupils) + b.String()
}

// What is stepped over does not move the places that errors name.
func TestSteppedOver(t *testing.T) {
	p := compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {"*": keep}}`)
	logs := "CREATE TABLE `logs` (`id` int NOT NULL, PRIMARY KEY (`id`));\n" + strings.Repeat("INSERT INTO `logs` VALUES (1),\n(2),\n(3);\n", 100)
	dump := logs + towns + pupils + "INSERT INTO `pupils` VALUES (4,rand());\n"
	_, _, err := cut(mysql.Dialect, dump, p, &mask.Subset{Roots: []mask.Root{root(t, "towns: id == 1")}}, mask.Scan(dialects.ScanOptions{ChunkSize: 64}))
	var bad *mask.Error
	require.ErrorAs(t, err, &bad)
	require.Equal(t, int64(strings.Count(dump, "\n")), bad.Pos.Line)
	require.Equal(t, int64(strings.LastIndex(dump, "(4")), bad.Pos.Offset)
}
