package e2e

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/mask"
)

// alike are dumps that several dialects read, and not alike: no line of theirs
// says who wrote them. The command asks for --dialect, and here it is told.
var alike = map[string]string{
	"public/EC-CUBE__eccube-2_13/html/install/sql/create_table_mysqli.sql": "mysql",
	"public/jOOQ__sakila/sqlite-sakila-db/sqlite-sakila-schema.sql":        "sqlite",
	"tools/sqlite-3.22.0/mode-insert.sql":                                  "sqlite",
	"tools/sqlite-3.40.1/mode-insert.sql":                                  "sqlite",
	"tools/sqlite-3.40.1/mode-insert-headers.sql":                          "sqlite",
	"tools/sqlite-3.40.1/dump-data-only.sql":                               "sqlite",
	"dialects/sqlite/testdata/sqlite-3.40.1-mode-insert-headers.sql":       "sqlite",
}

// scripts are no dumps, beside those that corpora knows.
var scripts = map[string]string{
	"public/mysql__mysql-shell/unittest/data/sql/create_triggers.sql":                    "an UPDATE of several tables",
	"public/mysql__mysql-shell/unittest/data/sql/double_encoded_utf8mb4_with_latin1.sql": "SELECT prints",
	"dialects/postgres/testdata/shapes.sql":                                              "made what was dumped: SELECT lo_from_bytea",
}

// keepColumns keeps everything too, but looks into each row.
const keepColumns = `{version: 1, ddl: keep, tables: {"*": {columns: {"*": keep}}}}`

// ownFiles are the SQL files of this project, but for those in testdata/detection: no program
// has written these lists of columns.
func ownFiles(t *testing.T) []corpora.File {
	var files []corpora.File
	for _, pattern := range []string{"testdata/*/*.sql", "dialects/*/testdata/*.sql"} {
		paths, err := filepath.Glob(filepath.Join("../..", pattern))
		require.NoError(t, err)
		require.NotEmpty(t, paths)
		for _, path := range paths {
			name, err := filepath.Rel("../..", path)
			require.NoError(t, err)
			if filepath.Dir(name) == filepath.Join("testdata", "detection") {
				continue
			}
			files = append(files, corpora.File{Name: filepath.ToSlash(name), Data: readFile(t, path)})
		}
	}
	return files
}

// TestIdentity keeps everything of every SQL file there is, whose dialect is told
// from the stream: each byte comes back. What is no dump stops the run.
func TestIdentity(t *testing.T) {
	t.Run("own", func(t *testing.T) { identity(t, ownFiles(t)) })
	t.Run("corpora", func(t *testing.T) { identity(t, corpora.Files(t)) })
}

func identity(t *testing.T, files []corpora.File) {
	whole, split := compile(t, parse(t, keepAll)), compile(t, parse(t, keepColumns))
	for _, f := range files {
		f.Refused += scripts[f.Name]
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			d, err := recognise(f.Data)
			switch {
			case alike[f.Name] != "":
				require.ErrorIs(t, err, dialects.ErrUndetected)
				d = dialect(t, alike[f.Name])
			case f.Refused != "" && err != nil:
				require.ErrorIs(t, err, dialects.ErrUndetected)
				d = dialect(t, f.Dialect())
			default:
				require.NoError(t, err)
				require.True(t, f.Refused != "" || strings.HasPrefix(f.Name, "dialects/"+d.Name()) || d.Name() == f.Dialect(), d.Name())
			}
			for _, w := range []int{1, 2} {
				out, _, err := copyAs(d, f.Data, whole, mask.Scan(f.Options), mask.Workers(w))
				if f.Refused != "" {
					var e *dialects.Error
					require.ErrorAs(t, err, &e, "refused once: %s", f.Refused)
					require.Positive(t, e.Pos.Line)
					require.Contains(t, string(out[max(0, len(out)-100):]), mask.Incomplete)
					continue
				}
				require.NoError(t, err)
				require.True(t, bytes.Equal(f.Data, out), "bytes have changed")
				out, _, err = copyAs(d, f.Data, split, mask.Scan(f.Options), mask.Workers(w))
				if errors.Is(err, mask.ErrNoColumns) || errors.Is(err, mask.ErrChange) || f.Uncut != "" && err != nil {
					continue
				}
				require.NoError(t, err)
				require.True(t, bytes.Equal(f.Data, out), "bytes have changed where rows are split into fields")
			}
		})
	}
}

// TestEchoOfCorpora decodes and writes every value of every dump: the rows are
// what they were. Where that stops, it is for what the dump does not tell of its
// rows, for a value that is no literal or not of its character set, or for a column that
// says in which partition a row is.
func TestEchoOfCorpora(t *testing.T) {
	p := echoPlan(t, `{version: 1, ddl: keep, tables: {"*": {columns: {"*": {mask: echo}}}}}`)
	whole := 0
	for _, f := range append(ownFiles(t), corpora.Files(t)...) {
		if f.Refused+f.Uncut+scripts[f.Name]+alike[f.Name] != "" {
			continue
		}
		d, err := recognise(f.Data)
		require.NoError(t, err)
		out, _, err := copyAs(d, f.Data, p, mask.Scan(f.Options))
		if err != nil {
			require.Condition(t, func() bool {
				return slices.ContainsFunc([]error{mask.ErrNoColumns, mask.ErrChange, dialects.ErrForm, dialects.ErrCharset, dialects.ErrNoCharset, dialects.ErrValue, mask.ErrPartition}, func(e error) bool { return errors.Is(err, e) })
			}, "%s: %v", f.Name, err)
			continue
		}
		whole++
		o := f.Options
		o.Bind = func(r *dialects.Rows) (bool, error) { return r.Table.Server, nil }
		require.Equal(t, dialecttest.Records(t, d, f.Data, o), dialecttest.Records(t, d, out, o), f.Name)
	}
	require.Greater(t, whole, 250)
}
