package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// logged reads a run log.
func logged(t *testing.T, path string) []audit.Entry {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	entries, err := audit.ReadLog(text)
	require.NoError(t, err)
	return entries
}

// TestRecord: a load records what was loaded, for whom and until when, in the database and
// in the run log; a living copy is judged by it, and by its rows.
func TestRecord(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			db, log := l.empty.Open(t), filepath.Join(t.TempDir(), "run.log")
			l.policyOf(t, "audience: dev\ntargets: localhost/t*")
			status, _, said := migawari(t, string(l.Dump(t)), "mask", "-p", l.policy, "--audit", l.audit, "-o", l.dump)
			require.Equal(t, exitDone, status, said)
			verify := func(want string, status int, args ...string) {
				t.Helper()
				got, out, said := migawari(t, "", append([]string{"verify", "-p", l.policy, "--database", l.target}, args...)...)
				require.Equal(t, status, got, "%s%s", out, said)
				require.Contains(t, said, want)
				require.NotContains(t, out+said, canary)
				got, out, said = migawari(t, "", append([]string{"scan", "--database", l.target}, args...)...)
				require.Equal(t, status, got, "%s%s", out, said)
				require.Contains(t, said, want)
				require.NotContains(t, out+said, canary)
			}
			here := "migawari: " + scheme + "://localhost/" + l.empty.Name + ": "

			l.empty.Load(t, strings.NewReader("CREATE TABLE users (id int PRIMARY KEY, mail varchar(255));\nINSERT INTO users VALUES (1, 'someone@example.com');\n"))
			status, _, said = migawari(t, "", "scan", "--database", l.target)
			require.Equal(t, exitFound, status, said)
			require.Contains(t, said, here+"no load of a masked dump is recorded in it\n")

			status, said = l.load(t, l.target, "--replace", l.empty.Name, l.dump)
			require.Equal(t, exitUsage, status)
			require.Contains(t, said, "hint: --run-log FILE")
			_, err := db.Exec("DROP TABLE users")
			require.NoError(t, err)
			_, err = db.Exec("CREATE TABLE other (id int)")
			require.NoError(t, err)
			status, said = l.load(t, l.target, "--replace", l.empty.Name, "--run-log", log, "--purpose", "test of load", "--expires", "30d", l.dump)
			require.Equal(t, exitDone, status, said)
			_, err = db.Exec("DROP TABLE other")
			require.NoError(t, err)

			var audience, purpose, sum string
			require.NoError(t, db.QueryRow("SELECT audience, purpose, audit FROM migawari_copy WHERE expires_at > loaded_at").Scan(&audience, &purpose, &sum))
			text, err := os.ReadFile(l.audit)
			require.NoError(t, err)
			require.Equal(t, []string{"dev", "test of load", digest(text)}, []string{audience, purpose, sum})
			entries := logged(t, log)
			require.Len(t, entries, 2)
			require.Equal(t, []string{"--replace " + l.empty.Name}, entries[0].Forced)
			require.Empty(t, entries[0].Ended)
			require.Equal(t, "done", entries[1].Ended)
			require.EqualValues(t, 4, entries[1].Rows)
			require.Equal(t, "dev", entries[1].Audience)
			require.WithinDuration(t, time.Now().AddDate(0, 0, 31), *entries[1].Expires, 25*time.Hour)

			verify(" tables", exitDone)
			_, err = db.Exec("UPDATE users SET mail = 'canary1@corp.test' WHERE id = 1")
			require.NoError(t, err)
			status, out, said := migawari(t, "", "verify", "-p", l.policy, "--database", l.target)
			require.Equal(t, exitFound, status, said)
			require.Regexp(t, `not ours  (public\.)?users +mail`, out)
			require.NotContains(t, out+said, canary)
			_, err = db.Exec("DELETE FROM notes")
			require.NoError(t, err)
			_, err = db.Exec("DELETE FROM users WHERE id = 1")
			require.NoError(t, err)

			_, err = db.Exec("UPDATE migawari_copy SET expires_at = '2020-01-31 00:00:00'")
			require.NoError(t, err)
			verify(here+"the copy has expired\n", exitFound)
			_, err = db.Exec("UPDATE migawari_copy SET complete = false")
			require.NoError(t, err)
			verify(here+"a load into it has not ended\n", exitFound)

			// A production has no record, and needs none.
			status, _, said = migawari(t, "", "mark", "--production", l.target)
			require.Equal(t, exitDone, status, said)
			verify("it is a production", exitUsage)
			verify(" table", exitDone, "--yes-production", l.empty.Name, "--run-log", log)
			require.Equal(t, []string{"verify", "scan"}, []string{logged(t, log)[2].Verb, logged(t, log)[3].Verb})

			// A mark that came along with a copy does not count, and is said to be there.
			_, err = db.Exec("UPDATE migawari_production SET name = 'another'")
			require.NoError(t, err)
			verify("its mark of a production names another server or database", exitFound)
			status, said = l.load(t, l.target, l.dump)
			require.Contains(t, said, "its mark of a production names another server or database")
			if scheme == "mysql" { // its dump drops tables first
				require.Equal(t, exitDone, status, said)
			}
			status, _, said = migawari(t, "", "mark", "--production", l.target)
			require.Equal(t, exitDone, status, said)
			require.Contains(t, said, "does not count")
		})
	}
}

// A dump whose audit says that it has expired is not loaded.
func TestLoadExpired(t *testing.T) {
	l := loadables(t)["postgres"]
	text, err := os.ReadFile(l.audit)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(l.audit, append([]byte(`{"expires": "2020-01-31T00:00:00Z",`), text[1:]...), 0o600))
	status, said := l.load(t, l.target, l.dump)
	require.Equal(t, exitStopped, status)
	require.Contains(t, said, "the copy has expired")
	for _, day := range []string{"", "2020-01-31", "-1d", "x", "d"} {
		status, said = l.load(t, l.target, "--expires", day, l.dump)
		require.Equal(t, exitUsage, status, day)
		require.Contains(t, said, "--expires")
	}
}

// TestMarkStays: what a server's own program dumps has the mark of its database and the
// record of a load; what is masked of it has neither.
func TestMarkStays(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", samplePolicy)
	for scheme, place := range livePlaces(t) {
		status, _, said := migawari(t, "", "mark", "--production", place.target)
		require.Equal(t, exitDone, status, said)
		place.Load(t, strings.NewReader("CREATE TABLE migawari_copy (purpose varchar(20));\nINSERT INTO migawari_copy VALUES ('canary');\n"))
		formats := map[string][][]string{"mysql": {nil}, "postgres": {{"-Fp"}, {"-Fp", "--inserts"}, {"-Fc"}, {"-Ft"}}}
		for _, format := range formats[scheme] {
			t.Run(scheme+strings.Join(format, ""), func(t *testing.T) {
				raw := place.Dump(t, format...)
				require.Contains(t, string(raw), "migawari_production")
				status, dump, said := migawari(t, string(raw), "mask", "-p", policy)
				require.Equal(t, exitDone, status, said)
				require.NotContains(t, dump, canary)
				require.NotRegexp(t, `(?m)^[^-].*migawari_`, dump)
				if !strings.HasPrefix(dump, "--") && !strings.HasPrefix(dump, "/*") {
					file := write(t, "dump", dump)
					list, err := exec.Command("pg_restore", "-l", file).Output()
					require.NoError(t, err)
					require.Contains(t, string(list), " users ")
					require.NotContains(t, string(list), "migawari")
				}
			})
		}
	}
}

// A dump of which the audit says that it is masked in part is loaded by who means it, and that
// is written down.
func TestLoadPartial(t *testing.T) {
	l := loadables(t)["postgres"]
	text, err := os.ReadFile(l.audit)
	require.NoError(t, err)
	require.Contains(t, string(text), `"verdict": "masked"`)
	require.NoError(t, os.WriteFile(l.audit, []byte(strings.Replace(string(text), `"verdict": "masked"`, `"verdict": "partial"`, 1)), 0o600))
	status, said := l.load(t, l.target, l.dump)
	require.Equal(t, exitStopped, status)
	require.Contains(t, said, "it says that the dump is masked in part, and why")
	require.Contains(t, said, "hint: look at its reasons, and say --partial --run-log FILE")
	require.Zero(t, tables(t, l.empty))
	status, said = l.load(t, l.target, "--partial", l.dump)
	require.Equal(t, exitUsage, status)
	require.Contains(t, said, "hint: --run-log FILE")
	log := filepath.Join(t.TempDir(), "run.log")
	status, said = l.load(t, l.target, "--partial", "--run-log", log, l.dump)
	require.Equal(t, exitDone, status, said)
	require.Equal(t, []string{"--partial"}, logged(t, log)[0].Forced)
}
