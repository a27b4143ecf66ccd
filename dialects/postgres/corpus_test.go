package postgres_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/internal/corpora"
)

// TestCorpus runs the kit on every file that is a PostgreSQL dump without
// doubt, and holds that no other file is taken for one.
func TestCorpus(t *testing.T) {
	var dumps []dialecttest.Dump
	for _, f := range corpora.Files(t) {
		sure := postgres.Dialect.Evidence(f.Data[:min(len(f.Data), dialects.DetectSize)]) == dialects.Sure
		switch {
		case f.Dialect() != "postgres":
			require.False(t, sure, f.Name)
		case f.Refused != "":
			_, _, err := pieces(string(f.Data), f.Options)
			require.Error(t, err, "%s was refused once: %s", f.Name, f.Refused)
			position(t, err)
		case sure:
			dumps = append(dumps, dialecttest.Dump{Name: f.Name, Data: f.Data, Options: f.Options, Uncut: f.Uncut != ""})
		}
	}
	require.GreaterOrEqual(t, len(dumps), 75)
	dialecttest.Run(t, postgres.Dialect, dumps)
}

// TestTruth compares decoded values with what was put into the databases.
func TestTruth(t *testing.T) {
	for _, version := range []string{"pg_dump-15.18", "pg_dump-17.11"} {
		for _, name := range []string{"plain", "inserts", "rows-per-insert-40"} {
			corpora.CheckTruth(t, postgres.Dialect, "tools/fuzz1/"+version+"/"+name+".sql")
		}
	}
}

// TestSameValues reads dumps of one database in all forms: each value must be
// the same bytes (L6).
func TestSameValues(t *testing.T) {
	for _, version := range []string{"pg_dump-15.18", "pg_dump-16.15", "pg_dump-17.11"} {
		dir := "tools/" + version + "/"
		want := records(t, corpora.Read(t, dir+"plain.sql.gz"), dialects.ScanOptions{})
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
					o.Schema = declared(t, string(corpora.Read(t, dir+"schema-only.sql")))
				}
				path := dir + name + ".sql"
				if name != "bytea-escape-inserts" {
					path += ".gz"
				}
				got := records(t, corpora.Read(t, path), o)
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
func sameRecords(t *testing.T, want, got map[string][]dialecttest.Record, some bool) {
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
