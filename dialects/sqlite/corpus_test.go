package sqlite_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/internal/corpora"
)

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
	var dumps []dialecttest.Dump
	for _, f := range corpora.Files(t) {
		ours := f.Dialect() == "sqlite"
		sure := sqlite.Dialect.Evidence(f.Data[:min(len(f.Data), dialects.DetectSize)]) == dialects.Sure
		require.Equal(t, ours && !unsure[f.Name], sure, f.Name)
		if ours {
			dumps = append(dumps, dialecttest.Dump{Name: f.Name, Data: f.Data})
		}
	}
	require.Greater(t, len(dumps), 15)
	dialecttest.Run(t, sqlite.Dialect, dumps)
}

// TestTruth compares decoded values with what was put into the database.
func TestTruth(t *testing.T) {
	corpora.CheckTruth(t, sqlite.Dialect, "tools/fuzz1/sqlite-3.40.1/dump.sql")
}
