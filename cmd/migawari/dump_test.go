package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// sample has a canary in the column that is masked.
const sample = "CREATE TABLE users (id int PRIMARY KEY, mail varchar(255));\nCREATE TABLE notes (id int PRIMARY KEY, user_id int REFERENCES users (id), said varchar(100));\n" +
	"INSERT INTO users VALUES (1, 'canary1@corp.test'), (2, 'canary2@corp.test');\nINSERT INTO notes VALUES (1, 1, 'canary3'), (2, 2, 'canary4');\n"

const samplePolicy = "{version: 1, tables: {users: {person: id, columns: {id: keep, mail: email}}, notes: {person: user_id, columns: {id: keep, user_id: keep, said: {mask: hash, length: 20}}}}}"

// livePlaces gives a database of each server that holds the sample, as a target.
func livePlaces(t *testing.T) map[string]*livePlace {
	t.Helper()
	all := map[string]*livePlace{}
	for _, s := range []struct {
		scheme, option string
		server         *dbtest.Server
	}{{"mysql", "root@localhost", dbtest.MariaDB(t)}, {"postgres", "postgres@", dbtest.Postgres(t)}} {
		db := s.server.NewDatabase(t)
		db.Load(t, strings.NewReader(sample))
		all[s.scheme] = &livePlace{db, liveTarget(s.scheme, s.server, db.Name)}
	}
	return all
}

type livePlace struct {
	*dbtest.Database
	target string
}

// liveTarget names a database of a server of the tests.
func liveTarget(scheme string, s *dbtest.Server, database string) string {
	if scheme == "mysql" {
		return "mysql://root@localhost/" + database + "?socket=" + s.Socket()
	}
	return "postgres://postgres@/" + database + "?host=" + s.Socket()
}

// migawari runs the command.
func migawari(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, said bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(stdin), &out, &said)
	return status, out.String(), said.String()
}

// write writes a file of a test and gives its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestDump(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", samplePolicy)
	for scheme, place := range livePlaces(t) {
		t.Run(scheme, func(t *testing.T) {
			audit := filepath.Join(t.TempDir(), "audit.json")
			status, dump, said := migawari(t, "", "dump", "-p", policy, "--audit", audit, place.target)
			require.Equal(t, exitDone, status, said)
			require.Contains(t, said, "4 rows in 2 tables, 4 values masked")
			require.NotContains(t, dump+said, canary)
			text, err := os.ReadFile(audit)
			require.NoError(t, err)
			require.Regexp(t, `"source": "[0-9a-f]{16}"`, string(text))

			// Into a file, it is held against what was read, which no second reading need give.
			file := filepath.Join(t.TempDir(), "dump.sql")
			status, _, said = migawari(t, "", "dump", "-p", policy, "--verify", "-o", file, "--audit", audit, place.target)
			require.Equal(t, exitDone, status, said)
			require.Contains(t, said, "compared with the source")
			text, err = os.ReadFile(audit)
			require.NoError(t, err)
			require.Contains(t, string(text), `"verified": "clean"`)

			// It is what mask makes of the server's own dump, and it can be restored.
			status, masked, said := migawari(t, string(place.Dump(t)), "mask", "-p", policy)
			require.Equal(t, exitDone, status, said)
			for line := range strings.Lines(masked) {
				if strings.HasPrefix(line, "INSERT") || strings.Contains(line, "@") {
					require.Contains(t, dump, line)
				}
			}
			copied := map[string]*dbtest.Server{"mysql": dbtest.MariaDB(t), "postgres": dbtest.Postgres(t)}[scheme].NewDatabase(t)
			copied.Load(t, strings.NewReader(dump))
			var rows int
			require.NoError(t, copied.Open(t).QueryRow("SELECT count(*) FROM users WHERE mail LIKE '%@%'").Scan(&rows))
			require.Equal(t, 2, rows)
		})
	}
}

// TestDumpWithoutPrograms: where no dump program is installed, the driver reads the same.
func TestDumpWithoutPrograms(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", samplePolicy)
	for scheme, place := range livePlaces(t) {
		t.Run(scheme, func(t *testing.T) {
			_, want, _ := migawari(t, "", "dump", "-p", policy, place.target)
			copied := map[string]*dbtest.Server{"mysql": dbtest.MariaDB(t), "postgres": dbtest.Postgres(t)}[scheme].NewDatabase(t)
			path := os.Getenv("PATH")
			t.Setenv("PATH", t.TempDir())
			status, dump, said := migawari(t, "", "dump", "-p", policy, place.target)
			require.Equal(t, exitDone, status, said)
			require.Contains(t, said, "4 rows in 2 tables, 4 values masked")
			require.NotContains(t, dump+said, canary)
			t.Setenv("PATH", path)
			var rows []string
			for line := range strings.Lines(want) {
				if strings.Contains(line, "@") && !strings.Contains(line, "SET") {
					rows = append(rows, strings.TrimRight(line, ",;\n"))
				}
			}
			require.Len(t, rows, 2)
			for _, row := range rows {
				require.Contains(t, dump, row)
			}
			copied.Load(t, strings.NewReader(dump))
			var n int
			require.NoError(t, copied.Open(t).QueryRow("SELECT count(*) FROM users WHERE mail LIKE '%@%'").Scan(&n))
			require.Equal(t, 2, n)

			// A dump that was cut is known by its missing end.
			status, _, said = migawari(t, dump[:strings.LastIndex(dump, "ump complete")-4], "mask", "-p", policy)
			require.Equal(t, exitStopped, status, said)
		})
	}
}

// A dump that takes other rows along is read twice, of one moment, where the server
// can give that; elsewhere it stops before its first row.
func TestDumpSurveys(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", strings.Replace(samplePolicy, "columns: {id: keep, mail", "rows: {where: 'id == 1'}, columns: {id: keep, mail", 1))
	places := livePlaces(t)

	status, dump, said := migawari(t, "", "dump", "-p", policy, places["postgres"].target)
	require.Equal(t, exitDone, status, said)
	require.Contains(t, said, "2 rows left out")
	require.NotContains(t, dump, canary)

	status, dump, said = migawari(t, "", "dump", "-p", policy, places["mysql"].target)
	require.Equal(t, exitStopped, status)
	require.Contains(t, dump, mask.Incomplete)
	t.Log(said)
}

// What a server or a program says is cut to code and object, and never quoted.
func TestDumpErrors(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", samplePolicy)
	places := livePlaces(t)
	for _, c := range []struct{ target, want string }{
		{strings.Replace(places["mysql"].target, "/t", "/canary", 1), "error 1049 (42000)"},
		{strings.Replace(places["postgres"].target, "/t", "/canary", 1), "error 3D000"},
		{"mysql://localhost:1/canary?socket=/canary", "no connection (no such file or directory)"},
		{"postgres://127.0.0.1:1/canary", "no connection (connection refused)"},
	} {
		status, dump, said := migawari(t, "", "dump", "-p", policy, c.target)
		require.Equal(t, exitStopped, status, said)
		require.Contains(t, said, c.want)
		require.Equal(t, "\n"+mask.Incomplete+"\n", dump)
	}
}

// TestDumpUsage: what is wrong with a target is said without it.
func TestDumpUsage(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", samplePolicy)
	for _, target := range []string{
		"mysql://root:canary@localhost/db", "postgres://u:canary@h/db", "mysql://h/db?password=canary", "mysql://h/db?pwd=canary", "postgres://h/db?sslpassword=canary",
		"oracle://canary", "canary.sql", "mysql://h/db?canary=1", "mysql://canary", "mysql://canary:canary/db", "postgres://%zzcanary/db", "mysql://h/db?socket=canary&socket=canary", "mysql://h/db#canary",
	} {
		status, dump, said := migawari(t, "", "dump", "-p", policy, target)
		require.Equal(t, exitUsage, status, target)
		require.NotContains(t, dump+said, canary)
	}
}

// TestRate: a slow reader makes a slow server.
func TestRate(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", samplePolicy)
	place := livePlaces(t)["postgres"]
	began := time.Now()
	status, dump, said := migawari(t, "", "dump", "-p", policy, "--rate", "2KiB", place.target)
	require.Equal(t, exitDone, status, said)
	require.Greater(t, time.Since(began), time.Duration(float64(len(dump)-1024)/2048*float64(time.Second))*8/10)

	status, _, said = migawari(t, "", "dump", "-p", policy, "--rate", "10B", "--timeout", "300ms", place.target)
	require.Equal(t, exitStopped, status)
	require.Contains(t, said, "longer than --timeout")
}

// TestCheckDatabase: a live database is held against a policy as its dump is.
func TestCheckDatabase(t *testing.T) {
	good, bad := write(t, "good.yaml", samplePolicy), write(t, "bad.yaml", strings.NewReplacer("mail: email", "mail: email, gone: keep", "id: keep, user_id: keep", "id: keep").Replace(samplePolicy))
	for scheme, place := range livePlaces(t) {
		t.Run(scheme, func(t *testing.T) {
			status, out, said := migawari(t, "", "check", "-p", good, "--database", place.target)
			require.Equal(t, exitDone, status, said)
			require.Empty(t, out)
			require.Contains(t, said, "nothing found in 2 tables")

			status, out, said = migawari(t, "", "check", "-p", bad, "--database", place.target)
			require.Equal(t, exitFound, status, said)
			ddl := place.Dump(t, map[string]string{"mysql": "--no-data", "postgres": "--schema-only"}[scheme])
			_, want, _ := migawari(t, string(ddl), "check", "-p", bad)
			require.Equal(t, want, out)
			require.Contains(t, out, "user_id")
			require.Contains(t, out, "gone")

			status, _, _ = migawari(t, "", "check", "-p", bad, "--database", place.target, "dump.sql")
			require.Equal(t, exitUsage, status)
		})
	}
}
