package mysql_test

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
	"github.com/migawari-dev/migawari/dialects/mysql"
)

// corpora are real dumps that lie beside the project where it is developed.
// They are not part of it, so the test is skipped elsewhere.
const corpora = "../../../shared/corpora"

// needs are files of the corpora that cannot be read without an option.
var needs = map[string]dialects.ScanOptions{
	"tools/phpmyadmin-5.2.2-mariadb-11.8.6/custom-charset-SJIS.sql.gz": {Charset: "sjis"}, // says SET NAMES utf8mb4
	// Made by hand after a dump, with its header and without its end mark.
	"public/ddev__ddev/pkg/ddevapp/testdata/TestDdevImportDB/mariadb/legacy_collations.sql":       {NoEndMark: true},
	"public/ddev__ddev/pkg/ddevapp/testdata/TestDdevImportDB/mariadb/modern_collations.sql":       {NoEndMark: true},
	"public/nixys__nxs-data-anonymizer/modules/anonymizers/mysql/.testdata/mysql_test.in.sql":     {NoEndMark: true},
	"public/nixys__nxs-data-anonymizer/modules/anonymizers/mysql/.testdata/mysql_test.dos.in.sql": {NoEndMark: true},
}

// refused are files that no server takes either; the reason is given.
var refused = map[string]string{
	"public/pingcap__dumpling/tests/naughty_strings/expect/naughty_strings.t.sql":  "backslashes are written as under NO_BACKSLASH_ESCAPES, and the file does not say so",
	"tools/mydumper-0.10.0-mariadb-10.11.19/default/tricky.v_customers-schema.sql": "a backquote in a name is not doubled",
	"tools/mydumper-0.10.0-mariadb-10.11.19/default/tricky.v view-schema.sql":      "a backquote in a name is not doubled",
	"tools/phpmyadmin-5.2.2-mariadb-11.8.6/custom-delayed-trunc-nobackq.sql.gz":    "names with semicolons and quotes stand unquoted",
}

// uncut are files with rows that only pass whole.
var uncut = map[string]string{
	"public/rwnx__pynonymizer/tests_integration/mysql/sakila.sql.gz":         "a version comment holds a field and its comma",
	"tools/phpmyadmin-5.2.2-mariadb-11.8.6/custom-charset-iso-8859-1.sql.gz": "Japanese names became ?, so two columns have one name",
}

func TestCorpus(t *testing.T) {
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("no corpora beside the project")
	}
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
		if mysql.Dialect.Evidence(data[:min(len(data), dialects.DetectSize)]) != dialects.Sure {
			return nil
		}
		if refused[name] != "" {
			for _, err := range dialects.Items(mysql.Dialect, bytes.NewReader(data), dialects.ScanOptions{}) {
				if err != nil {
					return nil
				}
			}
			t.Errorf("%s was refused once: %s", name, refused[name])
			return nil
		}
		dumps = append(dumps, dialecttest.Dump{Name: name, Data: data, Options: needs[name], Uncut: uncut[name] != ""})
		return nil
	})
	require.NoError(t, err)
	dialecttest.Run(t, mysql.Dialect, dumps)
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

// TestTruth compares decoded values with what was put into the servers.
func TestTruth(t *testing.T) {
	truth, err := os.ReadFile(filepath.Join(corpora, "tools/fuzz1/truth.jsonl"))
	if err != nil {
		t.Skip("no corpora beside the project")
	}
	type row struct {
		ID                int
		A, B, C, J, Email *string
	}
	want := map[string]row{}
	for line := range bytes.Lines(truth) {
		var r row
		require.NoError(t, json.Unmarshal(line, &r))
		want[strconv.Itoa(r.ID)] = r
	}
	files, err := filepath.Glob(filepath.Join(corpora, "tools/fuzz1/m*/*.sql"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		if strings.HasSuffix(file, "cp932.sql") {
			continue // the server wrote ? for what cp932 lacks
		}
		rows := 0
		for it, err := range dialects.Items(mysql.Dialect, bytes.NewReader(load(t, file)), dialects.ScanOptions{}) {
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
				require.NoError(t, err, "%s: row %d, column %d", file, rows, i)
				s := string(v)
				if f.Form != dialects.Null {
					values[it.Rows.Columns[i].Name] = &s
				}
			}
			w := want[*values["id"]]
			require.Equal(t, w.A, values["a"], "%s: id %d", file, w.ID)
			require.Equal(t, w.B, values["b"], "%s: id %d", file, w.ID)
			require.Equal(t, w.J, values["j"], "%s: id %d", file, w.ID)
			require.Equal(t, w.Email, values["email"], "%s: id %d", file, w.ID)
			if c := values["c"]; c != nil {
				h := hex.EncodeToString([]byte(*c))
				c = &h
				require.Equal(t, w.C, c, "%s: id %d", file, w.ID)
			} else {
				require.Nil(t, w.C)
			}
		}
		require.Equal(t, 2*len(want), rows, file)
	}
}
