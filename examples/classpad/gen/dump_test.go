package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/dbtest"
)

// The dumps under testdata are what real programs write of the sample. They are
// made anew, with the canaries, by
//
//	go test ./examples/classpad/gen -update
//
// which wants MariaDB, PostgreSQL and the sqlite3 shell. The same versions of
// the programs write the same bytes; other versions write the same content.
var update = flag.Bool("update", false, "write the dumps under testdata anew")

const testdata = "../../../testdata/classpad"

// databaseName can be read in the dumps of MariaDB.
const databaseName = "classpad"

// A dump is one file under testdata, and how it comes about.
type dump struct {
	file    string
	server  func(testing.TB) *dbtest.Server
	dialect string
	// dump are arguments of mariadb-dump or pg_dump, after the ones that leave
	// out what differs from run to run.
	dump []string
	// load are arguments of the client. Of a dump in CP932 the mariadb client
	// must be told, or it takes second bytes for backslashes.
	load []string
}

var cp932 = []string{"--default-character-set=cp932"}

var dumps = []dump{
	{"mariadb.sql", dbtest.MariaDB, "mariadb", nil, nil},
	{"mariadb-cp932.sql", dbtest.MariaDB, "mariadb", cp932, cp932},
	{"postgres.sql", dbtest.Postgres, "postgres", nil, nil},
	{"postgres-inserts.sql", dbtest.Postgres, "postgres", []string{"--inserts"}, nil},
}

// steady are the arguments that leave out what differs from run to run: the
// date at the end of mariadb-dump's, and the random word after \restrict that
// pg_dump writes since the releases of August 2025.
func steady(t *testing.T, d *dump, server *dbtest.Server) []string {
	if d.dialect == "mariadb" {
		return []string{"--skip-dump-date", "--routines", "--triggers", "--events"}
	}
	help, err := server.Command(t, "pg_dump", "--help").Output()
	require.NoError(t, err)
	if bytes.Contains(help, []byte("--restrict-key")) {
		return []string{"--restrict-key=classpad"}
	}
	return nil
}

func (d *dump) take(t *testing.T, server *dbtest.Server, db *dbtest.Database) []byte {
	return db.Dump(t, append(steady(t, d, server), d.dump...)...)
}

// program is the line of a dump that names the version of its program.
var program = regexp.MustCompile(`(?m)^-- (MariaDB dump .*|Dumped by .*)$`)

// versions are the lines of a dump that name versions.
var versions = regexp.MustCompile(`(?m)^-- (MariaDB dump |MySQL dump |Server version|Dumped ).*\n`)

func TestDumps(t *testing.T) {
	for i := range dumps {
		d := &dumps[i]
		t.Run(d.file, func(t *testing.T) {
			server := d.server(t)
			raw := server.NamedDatabase(t, databaseName)
			raw.Load(t, bytes.NewReader(generate(t, "-dialect", d.dialect)))
			got := d.take(t, server, raw)
			path := filepath.Join(testdata, d.file)
			if *update {
				require.NoError(t, os.WriteFile(path, got, 0o644))
			}
			committed, err := os.ReadFile(path)
			require.NoError(t, err)
			if string(program.Find(committed)) == string(program.Find(got)) {
				same(t, got, committed)
			} else {
				t.Logf("the committed dump is of another version: %s", program.Find(committed))
			}

			// Whatever the version: the committed dump restores to what the
			// generator says, with all constraints on.
			restored := server.NewDatabase(t)
			restored.Load(t, bytes.NewReader(committed), d.load...)
			same(t, named(d.take(t, server, restored), restored.Name), got)
		})
	}
}

// remarks are the words before a database's name in the remarks of mariadb-dump.
var remarks = []string{"    Database: ", " for database '"}

// named gives a dump the name of the sample's database.
func named(dump []byte, name string) []byte {
	for _, r := range remarks {
		dump = bytes.ReplaceAll(dump, []byte(r+name), []byte(r+databaseName))
	}
	return dump
}

// same compares dumps but for the versions that they name, and shows where they
// part.
func same(t *testing.T, got, want []byte) {
	t.Helper()
	a, b := versions.ReplaceAllString(string(got), ""), versions.ReplaceAllString(string(want), "")
	if a == b {
		return
	}
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	from := strings.LastIndexByte(a[:n], '\n') + 1
	t.Fatalf("dumps part at byte %d:\n%.300q\n%.300q", n, a[from:], b[from:])
}

func TestSQLiteDump(t *testing.T) {
	raw := dbtest.SQLite(t)
	raw.Load(t, bytes.NewReader(generate(t, "-dialect", "sqlite")))
	require.Empty(t, raw.Query(t, "PRAGMA foreign_key_check"))
	path := filepath.Join(testdata, "sqlite.sql")
	got := raw.Dump(t)
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	committed, err := os.ReadFile(path)
	require.NoError(t, err)
	restored := dbtest.SQLite(t)
	restored.Load(t, bytes.NewReader(committed))
	same(t, restored.Dump(t), got) // literals are spelt otherwise by other versions
}

func TestCanaryFile(t *testing.T) {
	path := filepath.Join(testdata, "canaries.txt")
	got := generate(t, "-canaries")
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	committed, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(got), string(committed))
}

// The servers themselves count what the generator wrote.
func TestRowCounts(t *testing.T) {
	tables := newWorld(defaultSchools).tables()
	for _, d := range []*dump{&dumps[0], &dumps[2]} {
		t.Run(d.dialect, func(t *testing.T) {
			db := d.server(t).NewDatabase(t)
			db.Load(t, bytes.NewReader(generate(t, "-dialect", d.dialect)))
			conn := db.Open(t)
			for _, tab := range tables {
				var n int
				require.NoError(t, conn.QueryRow("SELECT count(*) FROM "+tab.name).Scan(&n))
				require.Equal(t, len(tab.rows), n, tab.name)
			}
			var full string
			p := newWorld(1).canaryPupil()
			require.NoError(t, conn.QueryRow("SELECT full_name FROM class_list WHERE name_kana = '"+p.kana()+"'").Scan(&full))
			require.Equal(t, p.family.kanji+" "+p.given.kanji, full, "through view and generated column")
		})
	}
}

// Constraints are on: what breaks one is refused.
func TestConstraintsHold(t *testing.T) {
	for _, d := range []*dump{&dumps[0], &dumps[2]} {
		t.Run(d.dialect, func(t *testing.T) {
			db := d.server(t).NewDatabase(t)
			db.Load(t, bytes.NewReader(generate(t, "-dialect", d.dialect)))
			conn := db.Open(t)
			for _, change := range []string{
				"UPDATE students SET attendance_no = 1 WHERE class_id = 1 AND attendance_no = 2",
				"UPDATE students SET student_no = (SELECT min(student_no) FROM (SELECT * FROM students) s WHERE school_id = 1) WHERE school_id = 1",
				"UPDATE accounts SET login_id = 'x'",
				"UPDATE accounts SET account_type = 'other'",
				"UPDATE licences SET licence_code = 'x'",
				"UPDATE licences SET expires_on = '2001-01-01'",
				"DELETE FROM schools",
			} {
				_, err := conn.Exec(change)
				require.Error(t, err, change)
			}
		})
	}
}
