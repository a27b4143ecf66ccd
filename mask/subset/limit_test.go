package subset_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// TestLimits: a part with limits holds together, has no more rows than they say but those
// to which others refer, and is the same in whatever order a dump has the tables.
func TestLimits(t *testing.T) {
	key := masktest.Key(t)
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		most := rapid.IntRange(1, 3).Draw(t, "most")
		part := &mask.Subset{MaxRows: []mask.Limit{{Rows: most}}}
		if rapid.Bool().Draw(t, "named") {
			part.Roots = []mask.Root{root(t, "t0")}
		} else {
			part.Share = 1
		}
		plan := compile(t, key, m.policy())
		out, _, err := cut(mysql.Dialect, m.mysql(), plan, part)
		if err != nil {
			require.True(t, len(m.tables[0].rows) == 0 || !m.tied(0), "%v", err)
			t.Skip("no such part")
		}
		rows := rowsOf(t, mysql.Dialect, out)
		has := func(i int, row *modelRow) bool {
			return slices.Contains(rows, fmt.Sprintf("%s %d", m.tables[i].name, row.id))
		}
		needed := map[*modelRow]bool{}
		for i, table := range m.tables {
			for _, row := range table.rows {
				for k, to := range row.refs {
					if to == nil || !has(i, row) || table.refs[k].virtual && table.refs[k].odd && row.id%2 == 0 {
						continue
					}
					require.True(t, has(table.refs[k].to, to), "%s %d leads nowhere\n%s\n%s", table.name, row.id, m.mysql(), out)
					needed[to] = true
				}
			}
		}
		for i, table := range m.tables {
			free := 0
			for _, row := range table.rows {
				if has(i, row) && !needed[row] {
					free++
				}
			}
			require.LessOrEqual(t, free, most)
		}
		m.order = rapid.Permutation(indices(len(m.tables))).Draw(t, "another order")
		again, _, err := cut(mysql.Dialect, m.mysql(), plan, part)
		require.NoError(t, err)
		require.Equal(t, rows, rowsOf(t, mysql.Dialect, again))
	})
}

// A limit is filled where there are enough rows.
func TestLimitIsFilled(t *testing.T) {
	dump := "CREATE TABLE `a` (`id` int NOT NULL, PRIMARY KEY (`id`));\nCREATE TABLE `b` (`id` int NOT NULL, `a` int, PRIMARY KEY (`id`), FOREIGN KEY (`a`) REFERENCES `a` (`id`));\n"
	for i := range 500 {
		dump += fmt.Sprintf("INSERT INTO `a` VALUES (%d);\nINSERT INTO `b` VALUES (%d,%d),(%d,%d);\n", i, 2*i, i, 2*i+1, i)
	}
	plan := compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {"*": keep}}`)
	out, audit, err := cut(mysql.Dialect, dump, plan, &mask.Subset{Roots: []mask.Root{root(t, "a")}, MaxRows: []mask.Limit{{Rows: 40}, {Table: "b", Rows: 7}}})
	require.NoError(t, err)
	require.Len(t, rowsOf(t, mysql.Dialect, out), 47)
	require.Equal(t, []mask.Limit{{Rows: 40}, {Table: "b", Rows: 7}}, audit.Part.MaxRows)
}
