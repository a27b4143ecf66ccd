package mysql_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/internal/corpora"
)

// TestCorpus runs the kit on every file that is a MySQL dump without doubt, and
// holds that no other file is taken for one.
func TestCorpus(t *testing.T) {
	var dumps []dialecttest.Dump
	for _, f := range corpora.Files(t) {
		sure := mysql.Dialect.Evidence(f.Data[:min(len(f.Data), dialects.DetectSize)]) == dialects.Sure
		switch {
		case f.Dialect() != "mysql":
			require.False(t, sure, f.Name)
		case f.Refused != "":
			_, _, err := read(t, string(f.Data), f.Options)
			require.Error(t, err, "%s was refused once: %s", f.Name, f.Refused)
		case sure:
			dumps = append(dumps, dialecttest.Dump{Name: f.Name, Data: f.Data, Options: f.Options, Uncut: f.Uncut != ""})
		}
	}
	require.Greater(t, len(dumps), 100)
	dialecttest.Run(t, mysql.Dialect, dumps)
}

// TestTruth compares decoded values with what was put into the servers.
func TestTruth(t *testing.T) {
	files := 0
	for _, f := range corpora.Files(t) {
		// Into cp932 the server wrote ? for what it lacks.
		if strings.HasPrefix(f.Name, "tools/fuzz1/m") && !strings.HasSuffix(f.Name, "cp932.sql") {
			corpora.CheckTruth(t, mysql.Dialect, f.Name)
			files++
		}
	}
	require.Greater(t, files, 10)
}
