// Package corpora gives tests the real dumps that lie beside the project where
// it is developed. They are not part of it: elsewhere, tests on them are skipped.
package corpora

import (
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
)

// A File is one dump as SQL text, unpacked.
type File struct {
	Name string // its path, such as "tools/pg_dump-15.18/plain.sql.gz"
	Data []byte
	// Options are those without which it cannot be read.
	Options dialects.ScanOptions
	// Uncut says why some rows can only pass whole.
	Uncut string
	// Refused says why no server takes the file either; it stops a scan.
	Refused string
}

// Dialect tells by the file's place which dialect it is: mysql, postgres or
// sqlite.
func (f File) Dialect() string {
	name := strings.ToLower(f.Name)
	for _, d := range []struct{ dialect, sign string }{
		{"mysql", "compatible-postgresql"}, {"sqlite", "sqlite"}, {"postgres", "pg_dump"}, {"postgres", "postgres"}, {"postgres", "pgsql"}, {"postgres", "_psql"},
		{"postgres", "pagila"}, {"postgres", "pgexercises"}, {"postgres", "pgdumplib"}, {"postgres", "rosariosis"}, {"postgres", "pgstream"},
	} {
		if strings.Contains(name, d.sign) {
			return d.dialect
		}
	}
	return "mysql"
}

// options are files of which something is declared wrongly, or that were made
// by hand after a dump, with its header and without its end mark.
var options = map[string]dialects.ScanOptions{
	"tools/phpmyadmin-5.2.2-mariadb-11.8.6/custom-charset-SJIS.sql.gz":                            {Charset: "sjis"}, // says SET NAMES utf8mb4
	"public/ddev__ddev/pkg/ddevapp/testdata/TestDdevImportDB/mariadb/legacy_collations.sql":       {NoEndMark: true},
	"public/ddev__ddev/pkg/ddevapp/testdata/TestDdevImportDB/mariadb/modern_collations.sql":       {NoEndMark: true},
	"public/nixys__nxs-data-anonymizer/modules/anonymizers/mysql/.testdata/mysql_test.in.sql":     {NoEndMark: true},
	"public/nixys__nxs-data-anonymizer/modules/anonymizers/mysql/.testdata/mysql_test.dos.in.sql": {NoEndMark: true},
}

// refused are files that are broken, or no dump but a script that does more.
var refused = map[string]string{
	"public/pingcap__dumpling/tests/naughty_strings/expect/naughty_strings.t.sql":  "backslashes are written as under NO_BACKSLASH_ESCAPES, and the file does not say so",
	"tools/mydumper-0.10.0-mariadb-10.11.19/default/tricky.v_customers-schema.sql": "a backquote in a name is not doubled",
	"tools/mydumper-0.10.0-mariadb-10.11.19/default/tricky.v view-schema.sql":      "a backquote in a name is not doubled",
	"tools/phpmyadmin-5.2.2-mariadb-11.8.6/custom-delayed-trunc-nobackq.sql.gz":    "names with semicolons and quotes stand unquoted",
	"public/AlisdairO__pgexercises/database/clubdata-members.sql":                  "cut out of a dump: no line break behind the end of the data",
	"public/francoisjacquet__rosariosis/rosariosis.sql":                            "an installer: SELECT that calls its own functions, values that call nextval",
	"public/datacharmer__test_db/employees.sql":                                    "an installer: source lines bring in other files, SELECT prints",
	"public/datacharmer__test_db/employees_partitioned.sql":                        "an installer: source lines bring in other files, SELECT prints",
}

// uncut are files with rows that only pass whole.
var uncut = map[string]string{
	"public/rwnx__pynonymizer/tests_integration/mysql/sakila.sql.gz":         "a version comment holds a field and its comma",
	"tools/phpmyadmin-5.2.2-mariadb-11.8.6/custom-charset-iso-8859-1.sql.gz": "Japanese names became ?, so two columns have one name",
}

// Root is the folder of the corpora, or "" where there is none.
func Root() string {
	_, here, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(here), "../../../shared/corpora")
	if _, err := os.Stat(root); err != nil {
		return ""
	}
	return root
}

// Files gives every SQL file. It skips the test where there are none.
func Files(t testing.TB) []File {
	t.Helper()
	need(t)
	var files []File
	err := filepath.WalkDir(Root(), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !isSQL(path) {
			return err
		}
		name, err := filepath.Rel(Root(), path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		files = append(files, File{Name: name, Data: Read(t, name), Options: options[name], Uncut: uncut[name], Refused: refused[name]})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 150 {
		t.Fatalf("only %d files: the corpora have lost something", len(files))
	}
	return files
}

func need(t testing.TB) {
	t.Helper()
	if Root() == "" {
		t.Skip("no corpora beside the project")
	}
}

// isSQL says whether a file is SQL text, perhaps compressed.
func isSQL(path string) bool {
	for _, suffix := range []string{".gz", ".zst", ".lz4"} {
		path = strings.TrimSuffix(path, suffix)
	}
	return strings.HasSuffix(path, ".sql")
}

// Read gives one file, unpacked. It skips the test where there are no corpora.
func Read(t testing.TB, name string) []byte {
	t.Helper()
	need(t)
	f, err := os.Open(filepath.Join(Root(), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	r, _, err := archive.Decompress(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// CheckTruth holds what a dialect decodes of the fuzzed tables against the values
// that were put into the servers. Numbers are left out: their spelling is the
// server's.
func CheckTruth(t testing.TB, d dialects.Dialect, name string) {
	t.Helper()
	truth := map[any]dialecttest.Record{}
	for line := range strings.Lines(string(Read(t, "tools/fuzz1/truth.jsonl"))) {
		r := dialecttest.Record{}
		dec := json.NewDecoder(strings.NewReader(line))
		dec.UseNumber()
		if err := dec.Decode(&r); err != nil {
			t.Fatal(err)
		}
		id, _ := r["id"].(json.Number)
		r["id"] = id.String()
		if c, ok := r["c"].(string); ok {
			raw, err := hex.DecodeString(c)
			if err != nil {
				t.Fatal(err)
			}
			r["c"] = string(raw)
		}
		delete(r, "n")
		truth[r["id"]] = r
	}
	rows := 0
	for table, records := range dialecttest.Records(t, d, Read(t, name), dialects.ScanOptions{}) {
		for _, r := range records {
			delete(r, "n")
			if !maps.Equal(truth[r["id"]], r) {
				t.Fatalf("%s: table %s, id %v: not what was put in", name, table, r["id"])
			}
			rows++
		}
	}
	if rows != 2*len(truth) {
		t.Fatalf("%s: %d rows, want %d", name, rows, 2*len(truth))
	}
}
