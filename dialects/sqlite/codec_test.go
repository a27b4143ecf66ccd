package sqlite_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

// TestFormsThatCannotHold: what is refused, and what takes another form. What
// SQLite reads back is tested with the shell.
func TestFormsThatCannotHold(t *testing.T) {
	in := "CREATE TABLE t (a int, b text, c blob, d boolean, e date, f);\nINSERT INTO t VALUES(1,'x','x',TRUE,20200101,2.5);\nINSERT INTO t VALUES(NULL,NULL,NULL,NULL,NULL,1+1);\nINSERT INTO t VALUES(X'aA','x','x',1,1,7);\n"
	type want struct {
		col   int
		value string
		text  string
		err   error
	}
	rows := [][]want{{
		{0, "5", "5", nil}, {0, "-1.5e3", "-1.5e3", nil}, {0, "x", "", dialects.ErrValue}, {0, "", "", dialects.ErrValue},
		{1, "it's", "'it''s'", nil}, {1, "a\r", `replace('a\r','\r',char(13))`, nil}, {1, "\x00", "CAST(X'00' AS TEXT)", nil}, {1, "\xff", "", dialects.ErrEncode},
		{2, "x", "'x'", nil}, {2, "\xff\x00", "X'ff00'", nil}, {2, "\x00", "X'00'", nil}, {2, "\xff", "X'ff'", nil},
		{3, "false", "false", nil}, {3, "0", "0", nil}, {3, "2", "", dialects.ErrValue},
		{4, "20210101", "20210101", nil}, {4, "2021-01-01", "", dialects.ErrValue},
		{5, "3.75", "3.75", nil}, {5, "3", "3", nil}, {5, "03", "'03'", nil}, {5, "+3.5", "'+3.5'", nil}, {5, "-03.5", "'-03.5'", nil}, {5, "-0.5", "-0.5", nil}, {5, "-0", "'-0'", nil}, {5, "x", "'x'", nil},
	}, {
		{0, "5", "5", nil}, {0, "x", "'x'", nil}, {1, "5", "'5'", nil}, {2, "x", "X'78'", nil}, {3, "1", "1", nil}, {4, "2021-01-01", "'2021-01-01'", nil}, {5, "x", "", dialects.ErrForm},
	}, {
		{0, "\xab", "X'AB'", nil}, {5, "3.75", "'3.75'", nil}, {5, "-3", "-3", nil}, {5, "-9223372036854775807", "-9223372036854775807", nil}, {5, "9223372036854775808", "'9223372036854775808'", nil},
	}}
	for it, err := range dialects.Items(sqlite.Dialect, strings.NewReader(in), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		fields, err := it.Rows.Codec.Fields(nil, row)
		require.NoError(t, err)
		for _, w := range rows[0] {
			got, err := it.Rows.Codec.AppendValue(nil, []byte(w.value), row, fields[w.col], w.col)
			require.ErrorIs(t, err, w.err, "%q in column %d", w.value, w.col)
			require.Equal(t, w.text, string(got), "%q in column %d", w.value, w.col)
		}
		rows = rows[1:]
	}
	require.Empty(t, rows)
}

// TestTornRows: a row that does not split is refused, even one that the scanner
// would not hand out.
func TestTornRows(t *testing.T) {
	for it, err := range dialects.Items(sqlite.Dialect, strings.NewReader(ab+row1), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			continue
		}
		for _, row := range []string{"", "(", "()", "( )", "(,)", "(1,)", "(,1)", "(1,,2)", "((1)", "(')", "('", "(1", "1)", "(1)2)", "(x(')", "(replace('a','b')", "(X'0)", "(-)x)", "(')')x)"} {
			_, err := it.Rows.Codec.Fields(nil, []byte(row))
			require.ErrorIs(t, err, dialects.ErrRow, row)
		}
	}
}

// TestAllocations: nothing is allocated for a row or a value.
func TestAllocations(t *testing.T) {
	dump := func(rows int) []byte {
		return []byte(ab + strings.Repeat(`INSERT INTO t VALUES(42,'it''s',replace('a\nb','\n',char(10)));`+"\n", rows))
	}
	var c dialects.Chunk
	var fields []dialects.Field
	var value, out []byte
	scan := func(data []byte) float64 {
		return testing.AllocsPerRun(5, func() {
			s := sqlite.Dialect.NewScanner(bytes.NewReader(data), dialects.ScanOptions{})
			for s.Scan(&c) == nil {
				for _, it := range c.Items {
					if it.Kind != dialects.Row {
						continue
					}
					row := c.Data[it.Body:it.End]
					fields, _ = it.Rows.Codec.Fields(fields[:0], row)
					for i, f := range fields {
						value, _ = it.Rows.Codec.Decode(value[:0], row, f, i)
						out, _ = it.Rows.Codec.AppendValue(out[:0], append(value, '\r'), row, f, i)
					}
				}
			}
		})
	}
	few, many := scan(dump(100)), scan(dump(3000))
	require.Less(t, many-few, 20.0, "%v allocations for 100 rows, %v for 3000", few, many)
}
