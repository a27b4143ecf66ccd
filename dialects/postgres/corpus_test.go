package postgres_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
)

// corpora are real dumps that lie beside the project where it is developed.
// They are not part of it, so the tests on them are skipped elsewhere.
const corpora = "../../../shared/corpora"

func needCorpora(t *testing.T) {
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("no corpora beside the project")
	}
}

// refused are files that are no whole dump; the reason is given.
var refused = map[string]string{
	"public/AlisdairO__pgexercises/database/clubdata-members.sql": "cut out of a dump: no line break behind the end of the data",
	"public/francoisjacquet__rosariosis/rosariosis.sql":           "an installer: SELECT that calls its own functions, values that call nextval",
}

// fewDumps is how many files of the corpora are PostgreSQL dumps, at least. A
// test that met fewer has lost its way.
const fewDumps = 75

func TestCorpus(t *testing.T) {
	needCorpora(t)
	var dumps []dialecttest.Dump
	err := filepath.WalkDir(corpora, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".sql") {
			return err
		}
		name, err := filepath.Rel(corpora, path)
		if err != nil {
			return err
		}
		data := load(t, path)
		if !detected(t, name, data) {
			return nil
		}
		if refused[name] != "" {
			_, _, err := pieces(string(data), dialects.ScanOptions{})
			require.Error(t, err, "%s was refused once: %s", name, refused[name])
			position(t, err)
			return nil
		}
		dumps = append(dumps, dialecttest.Dump{Name: name, Data: data})
		return nil
	})
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(dumps), fewDumps)
	dialecttest.Run(t, postgres.Dialect, dumps)
}

// detected says whether a file is a PostgreSQL dump, and holds that against
// where it comes from.
func detected(t *testing.T, name string, data []byte) bool {
	head := data[:min(len(data), dialects.DetectSize)]
	sure := postgres.Dialect.Evidence(head) == dialects.Sure
	if tool := strings.HasPrefix(name, "tools/"); tool {
		require.Equal(t, strings.Contains(name, "pg_dump-"), sure, name)
	}
	if sure {
		require.NotEqual(t, dialects.Sure, mysql.Dialect.Evidence(head), name)
		d, err := dialects.Detect(head, mysql.Dialect, postgres.Dialect)
		require.NoError(t, err)
		require.Equal(t, "postgres", d.Name())
	}
	return sure
}

// TestSameValues reads dumps of one database in all forms: each value must be
// the same bytes (L6).
func TestSameValues(t *testing.T) {
	needCorpora(t)
	for _, version := range []string{"pg_dump-15.18", "pg_dump-16.15", "pg_dump-17.11"} {
		dir := filepath.Join(corpora, "tools", version)
		want := records(t, load(t, filepath.Join(dir, "plain.sql.gz")), dialects.ScanOptions{})
		require.Len(t, want["public.customers"], 240)
		require.Len(t, want["public.all_types"][0], 65)
		others := []string{"inserts", "column-inserts", "rows-per-insert-50", "rows-per-insert-onconflict", "clean-create"}
		if version == "pg_dump-15.18" {
			others = append(others, "std-strings-off-inserts", "std-strings-off", "quote-all", "verbose", "data-only", "bytea-escape-inserts")
		}
		for _, name := range others {
			t.Run(version+"/"+name, func(t *testing.T) {
				var o dialects.ScanOptions
				if name == "data-only" {
					o.Schema = declared(t, string(load(t, filepath.Join(dir, "schema-only.sql"))))
				}
				path := filepath.Join(dir, name+".sql")
				if _, err := os.Stat(path); err != nil {
					path += ".gz"
				}
				got := records(t, load(t, path), o)
				for table, column := range serverText[name] {
					require.Equal(t, len(want[table]), len(got[table]))
					for i := range got[table] {
						got[table][i][column] = want[table][i][column]
					}
				}
				sameRecords(t, want, got, name == "bytea-escape-inserts")
			})
		}
	}
}

// serverText are columns whose text the server itself writes in another way
// under an option: an array of bytea, a table's name.
var serverText = map[string]map[string]string{
	"quote-all":            {"public.all_types": "rc"},
	"bytea-escape-inserts": {"public.all_types": "bya"},
}

// sameRecords compares rows by table and place. A dump of some tables may be
// held against one of all.
func sameRecords(t *testing.T, want, got map[string][]record, some bool) {
	t.Helper()
	tables := 0
	for table, rows := range want {
		if len(rows) > 0 && len(rows[0]) == 0 {
			continue // INSERT writes no row for a table without columns
		}
		if got[table] == nil && some {
			continue
		}
		tables++
		require.Len(t, got[table], len(rows), table)
		for i := range rows {
			require.Equal(t, rows[i], got[table][i], "%s, row %d", table, i+1)
		}
	}
	require.Positive(t, tables)
}

// TestTruth holds what is decoded against the values that went into the
// database, and against what the MySQL dialect reads of the same rows.
func TestTruth(t *testing.T) {
	needCorpora(t)
	truth := readTruth(t)
	for _, name := range []string{
		"pg_dump-15.18/plain.sql", "pg_dump-15.18/inserts.sql", "pg_dump-15.18/rows-per-insert-40.sql",
		"pg_dump-17.11/plain.sql", "pg_dump-17.11/inserts.sql", "pg_dump-17.11/rows-per-insert-40.sql",
	} {
		t.Run(name, func(t *testing.T) {
			got := records(t, load(t, filepath.Join(corpora, "tools/fuzz1", name)), dialects.ScanOptions{})
			for _, table := range []string{"public.fuzz", "public.Fuzz Two"} {
				require.NotEmpty(t, got[table])
				for _, r := range got[table] {
					delete(r, "n") // its spelling is the server's
					require.Equal(t, truth[r["id"].(string)], r, "%s", table)
				}
			}
			require.Len(t, got["public.fuzz"], len(truth))
		})
	}
	t.Run("mysql", func(t *testing.T) {
		data := load(t, filepath.Join(corpora, "tools/fuzz1/mysqldump-8.0.46/default.sql"))
		n := 0
		for it, err := range dialects.Items(mysql.Dialect, bytes.NewReader(data), dialects.ScanOptions{}) {
			require.NoError(t, err)
			if it.Kind != dialects.Row || it.Rows.Table.Name.Name != "fuzz" {
				continue
			}
			r := record{}
			row := it.Chunk.Data[it.Body:it.End]
			fields, err := it.Rows.Codec.Fields(nil, row)
			require.NoError(t, err)
			for i, f := range fields {
				col := it.Rows.Columns[i].Name
				if r[col] = nil; f.Form != dialects.Null {
					v, err := it.Rows.Codec.Decode(nil, row, f, i)
					require.NoError(t, err)
					r[col] = string(v)
				}
			}
			delete(r, "n")
			require.Equal(t, truth[r["id"].(string)], r)
			n++
		}
		require.Equal(t, len(truth), n)
	})
}

// readTruth gives the rows by their id.
func readTruth(t *testing.T) map[string]record {
	f, err := os.Open(filepath.Join(corpora, "tools/fuzz1/truth.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	out := map[string]record{}
	for s := bufio.NewScanner(f); s.Scan(); {
		var row struct {
			ID         json.Number
			A, B, C, J *string
			Email      *string
		}
		require.NoError(t, json.Unmarshal(s.Bytes(), &row))
		r := record{"id": row.ID.String()}
		for name, v := range map[string]*string{"a": row.A, "b": row.B, "j": row.J, "email": row.Email} {
			r[name] = nil
			if v != nil {
				r[name] = *v
			}
		}
		r["c"] = nil
		if row.C != nil {
			raw, err := hex.DecodeString(*row.C)
			require.NoError(t, err)
			r["c"] = string(raw)
		}
		out[row.ID.String()] = r
	}
	require.NotEmpty(t, out)
	return out
}

func load(t testing.TB, path string) []byte {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	if strings.HasSuffix(path, ".gz") {
		zr, err := gzip.NewReader(bytes.NewReader(data))
		require.NoError(t, err)
		data, err = io.ReadAll(zr)
		require.NoError(t, err)
	}
	return data
}
