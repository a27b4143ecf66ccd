package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestClose: a copy is closed when its database is gone, or empty, or holds another dump.
func TestClose(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			db, log := l.empty.Open(t), filepath.Join(t.TempDir(), "run.log")
			out := filepath.Join(t.TempDir(), "dev.sql")
			status, _, said := migawari(t, string(l.Dump(t)), "mask", "-p", l.policy, "--audit", l.audit, "--run-log", log, "-o", out)
			require.Equal(t, exitDone, status, said)
			status, said = l.load(t, l.target, "--run-log", log, out)
			require.Equal(t, exitDone, status, said)
			closes := func(want int, target string, words string) {
				t.Helper()
				status, _, said := migawari(t, "", "close", "--run-log", log, "--database", target, l.audit)
				require.Equal(t, want, status, said)
				require.Contains(t, said, words)
			}
			list := func() string {
				t.Helper()
				status, out, said := migawari(t, "", "audit", "status", log)
				require.Equal(t, exitDone, status, said)
				return out
			}
			require.Equal(t, 2, strings.Count(list(), "open "), list())

			closes(exitFound, l.target, "the copy is still there")
			_, err := db.Exec("DROP TABLE migawari_copy")
			require.NoError(t, err)
			closes(exitFound, l.target, "the copy is still there")
			for _, table := range []string{"notes", "users"} {
				_, err = db.Exec("DROP TABLE " + table)
				require.NoError(t, err)
			}
			closes(exitDone, l.target, "the copy is closed in 1 place")
			require.Equal(t, 1, strings.Count(list(), "open "), "the file is still there: %s", list())
			closes(exitStopped, l.target, "no open copy of this dump there")
			closes(exitStopped, strings.Replace(l.target, l.empty.Name, "nothing_of_the_name", 1), "no open copy of this dump there")

			status, _, said = migawari(t, "", "close", "--run-log", log, "--word", "it was deleted", l.audit)
			require.Equal(t, exitDone, status, said)
			require.Empty(t, list())
			status, _, said = migawari(t, "", "audit", "verify", "--run-log", log, l.audit, out)
			require.Equal(t, exitDone, status, said)
		})
	}
}
