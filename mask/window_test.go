package mask_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// TestWithin: a run writes and counts what lies in its window, wherever chunks end, and reads
// all else for its state alone.
func TestWithin(t *testing.T) {
	head := users + "INSERT INTO `users` VALUES (1,'a',NULL)"
	rows := ",\n(2,'b',NULL),(3,'fail',NULL)"
	tail := ";\n-- end\nALTER TABLE `users` ADD KEY (`loc`);\n"
	from, to := int64(len(head)), int64(len(head)+len(rows))
	for _, p := range []*mask.Plan{
		compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:x", "loc:keep")}),
		compile(t, mask.Table{Pattern: "users", Keep: true}),
	} {
		want := masked(t, p, head+rows+tail)
		want = want[from : int64(len(want))-int64(len(tail))]
		for _, workers := range []int{1, 3} {
			for size := 1; size < 300; size++ {
				got, a, err := run(p, head+rows+tail, mask.Within(mask.Window{From: from, To: to}), mask.Workers(workers), chunk(size))
				require.NoError(t, err)
				require.Equal(t, want, got, "chunks of %d", size)
				require.Equal(t, int64(2), a.Tables["users"].Rows, "chunks of %d", size)
				require.Equal(t, to-from, a.BytesIn)
				require.Equal(t, int64(len(want)), a.BytesOut)
				require.Empty(t, a.Examined)
			}
		}
	}
	// What is wrong with a row is said by where it is in the whole dump.
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:fails", "loc:keep")})
	place := func(p dialects.Pos) dialects.Pos { return dialects.Pos{Offset: p.Offset + 1000, Line: p.Line + 10} }
	_, _, err := run(p, strings.Replace(head, "'a'", "'fail'", 1)+rows+tail, mask.Within(mask.Window{From: from + 3, To: to + 3, Rows: 7, Place: place}))
	var e *mask.Error
	require.ErrorAs(t, err, &e)
	require.ErrorIs(t, err, mask.ErrUnset) // (2,'b',NULL)
	require.Equal(t, int64(2+7), e.Row)
	require.Equal(t, int64(3+10), e.Pos.Line)
	_, _, err = run(p, head+rows+"; nothing known;", mask.Within(mask.Window{From: to, To: to, Place: place}))
	var d *dialects.Error
	require.ErrorAs(t, err, &d)
	require.Equal(t, to+2+1000, d.Pos.Offset)
}

// TestUncounted: what another run counts is masked and written all the same.
func TestUncounted(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:x", "loc:keep")})
	rows := "INSERT INTO `users` VALUES (1,'a',NULL);\n"
	text := "CREATE DATABASE shop;\n" + users + rows + "DROP DATABASE shop;\n" + rows
	want, all, err := run(p, text)
	require.NoError(t, err)
	begin := int64(strings.Index(text, rows))
	for size := 1; size < 300; size++ {
		got, a, err := run(p, text, mask.Uncounted(func(at int64) bool { return at < begin }), chunk(size))
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.Equal(t, map[string]int64{"create database": 1, "drop database": 1}, all.Dropped)
		require.Equal(t, map[string]int64{"drop database": 1}, a.Dropped)
		require.Equal(t, int64(2), a.Tables["users"].Rows)
		require.Equal(t, int64(len(text))-begin, a.BytesIn)
		require.Equal(t, int64(len(want)-len(users)-1), a.BytesOut)
	}
}

// TestUnsurveyed: a run about a part cannot find out by itself what rows elsewhere decide.
func TestUnsurveyed(t *testing.T) {
	keeps := compile(t, mask.Table{Pattern: "users", Keep: true})
	loses := compile(t, mask.Table{Pattern: "users", Where: where{"id", func(string) bool { return true }}, Columns: cols("*:keep")})
	require.False(t, mask.Unsurveyed(keeps) || mask.Loses(keeps))
	require.True(t, mask.Unsurveyed(loses) && mask.Loses(loses))
	require.False(t, mask.Unsurveyed(keeps, mask.Surveyed(nil)))
	_, _, err := run(loses, users, mask.Within(mask.Window{To: 5}))
	require.ErrorIs(t, err, mask.ErrSurvey)
}
