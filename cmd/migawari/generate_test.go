package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGenerateDatabase: the tables of a live database get rows, which it takes.
func TestGenerateDatabase(t *testing.T) {
	for scheme, l := range livePlaces(t) {
		t.Run(scheme, func(t *testing.T) {
			db := l.Open(t)
			for _, table := range []string{"notes", "users"} {
				_, err := db.Exec("DELETE FROM " + table)
				require.NoError(t, err)
			}
			status, out, said := migawari(t, "", "generate", "--database", l.target, "--rows", "users=3,notes=5")
			require.Equal(t, exitDone, status, said)
			require.NotContains(t, out, "canary")
			l.Load(t, strings.NewReader(out))
			var n int
			require.NoError(t, db.QueryRow("SELECT count(*) FROM notes").Scan(&n))
			require.Equal(t, 5, n)
			status, _, said = migawari(t, "", "generate", "--database", l.target, "--rows", "users=3", "--with-schema")
			require.Equal(t, exitUsage, status, said)
		})
	}
}
