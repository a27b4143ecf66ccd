package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

// corpora are real dumps that lie beside the project where it is developed.
// They are not part of it, so the tests on them are skipped elsewhere.
const corpora = "../../../shared/corpora"

// unsure are dumps that nothing marks as SQLite's: rows only, or a plain script.
var unsure = map[string]bool{
	"tools/sqlite-3.22.0/mode-insert.sql":                                                true,
	"tools/sqlite-3.40.1/mode-insert.sql":                                                true,
	"tools/sqlite-3.40.1/mode-insert-headers.sql":                                        true,
	"tools/sqlite-3.40.1/dump-data-only.sql":                                             true,
	"public/jOOQ__sakila/sqlite-sakila-db/sqlite-sakila-schema.sql":                      true,
	"public/lerocha__chinook-database/ChinookDatabase/DataSources/Chinook_Sqlite.sql.gz": true,
}

// TestCorpus runs the kit on every file of SQLite's, and holds that no other
// file is taken for one.
func TestCorpus(t *testing.T) {
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("no corpora beside the project")
	}
	var dumps []dialecttest.Dump
	others := 0
	err := filepath.WalkDir(corpora, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".sql") {
			return err
		}
		name, err := filepath.Rel(corpora, path)
		if err != nil {
			return err
		}
		ours := strings.Contains(strings.ToLower(name), "sqlite")
		data := load(t, path)
		sure := sqlite.Dialect.Evidence(data[:min(len(data), dialects.DetectSize)]) == dialects.Sure
		if sure != (ours && !unsure[name]) {
			t.Errorf("%s: evidence is sure: %t", name, sure)
		}
		if ours {
			dumps = append(dumps, dialecttest.Dump{Name: name, Data: data})
		} else {
			others++
		}
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, others, 100)
	dialecttest.Run(t, sqlite.Dialect, dumps)
}

func load(t *testing.T, path string) []byte {
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

// TestTruth compares decoded values with what was put into the database.
func TestTruth(t *testing.T) {
	truth, err := os.ReadFile(filepath.Join(corpora, "tools/fuzz1/truth.jsonl"))
	if err != nil {
		t.Skip("no corpora beside the project")
	}
	type row struct {
		ID                int
		A, B, C, J, Email *string
		N                 *float64
	}
	want := map[string]row{}
	for line := range bytes.Lines(truth) {
		var r row
		require.NoError(t, json.Unmarshal(line, &r))
		want[strconv.Itoa(r.ID)] = r
	}
	rows := 0
	data := load(t, filepath.Join(corpora, "tools/fuzz1/sqlite-3.40.1/dump.sql"))
	for it, err := range dialects.Items(sqlite.Dialect, bytes.NewReader(data), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			continue
		}
		rows++
		raw := it.Chunk.Data[it.Body:it.End]
		fields, err := it.Rows.Codec.Fields(nil, raw)
		require.NoError(t, err)
		values := map[string]*string{}
		for i, f := range fields {
			v, err := it.Rows.Codec.Decode(nil, raw, f, i)
			require.NoError(t, err, "row %d, column %d", rows, i)
			s := string(v)
			if f.Form != dialects.Null {
				values[it.Rows.Columns[i].Name] = &s
			}
		}
		w := want[*values["id"]]
		require.Equal(t, w.A, values["a"], "id %d", w.ID)
		require.Equal(t, w.B, values["b"], "id %d", w.ID)
		require.Equal(t, w.J, values["j"], "id %d", w.ID)
		require.Equal(t, w.Email, values["email"], "id %d", w.ID)
		if c := values["c"]; c != nil {
			h := hex.EncodeToString([]byte(*c))
			values["c"] = &h
		}
		require.Equal(t, w.C, values["c"], "id %d", w.ID)
		if n := values["n"]; n != nil && w.N != nil {
			f, err := strconv.ParseFloat(*n, 64)
			require.NoError(t, err)
			require.Equal(t, *w.N, f, "id %d", w.ID)
		} else {
			require.True(t, n == nil && w.N == nil, "id %d", w.ID)
		}
	}
	require.Equal(t, 2*len(want), rows)
}
