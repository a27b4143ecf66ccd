package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// loadable are what a load takes, in one directory.
type loadable struct {
	*livePlace
	server                      *dbtest.Server
	policy, audit, dump, target string // target is a database without tables
	empty                       *dbtest.Database
}

// loadables gives a masked dump and an empty database, of each kind of server.
func loadables(t *testing.T) map[string]*loadable {
	t.Helper()
	t.Setenv(keyVariable, mask.GenerateKey())
	all := map[string]*loadable{}
	for scheme, place := range livePlaces(t) {
		s := map[string]*dbtest.Server{"mysql": dbtest.MariaDB(t), "postgres": dbtest.Postgres(t)}[scheme]
		dir := t.TempDir()
		l := &loadable{livePlace: place, server: s, empty: s.NewDatabase(t), policy: filepath.Join(dir, "policy.yaml"), audit: filepath.Join(dir, "audit.json"), dump: filepath.Join(dir, "dev.sql.gz")}
		l.target = liveTarget(scheme, s, l.empty.Name)
		l.policyOf(t, "targets: localhost/t*")
		status, _, said := migawari(t, string(place.Dump(t)), "mask", "-p", l.policy, "--audit", l.audit, "-o", l.dump)
		require.Equal(t, exitDone, status, said)
		all[scheme] = l
	}
	return all
}

// policyOf writes the policy of the sample with further words.
func (l *loadable) policyOf(t *testing.T, words string) {
	t.Helper()
	text := "version: 1\n" + words + "\ntables:\n  users: {person: id, columns: {id: keep, mail: email}}\n  notes: {person: user_id, columns: {id: keep, user_id: keep, said: {mask: hash, length: 20}}}\n"
	require.NoError(t, os.WriteFile(l.policy, []byte(text), 0o600))
}

func (l *loadable) load(t *testing.T, target string, args ...string) (status int, said string) {
	t.Helper()
	status, _, said = migawari(t, "", append([]string{"load", "-p", l.policy, "--manifest", l.audit, target}, args...)...)
	require.NotContains(t, said, canary)
	return status, said
}

// users counts the rows of a table, and fails where there is no such table.
func users(t *testing.T, db *dbtest.Database) (n int) {
	t.Helper()
	require.NoError(t, db.Open(t).QueryRow("SELECT count(*) FROM users WHERE mail LIKE '%@%'").Scan(&n))
	return n
}

func tables(t *testing.T, db *dbtest.Database) (n int) {
	t.Helper()
	require.NoError(t, db.Open(t).QueryRow("SELECT count(*) FROM information_schema.tables WHERE table_name IN ('users', 'notes') AND (table_schema = 'public' OR table_schema = '"+db.Name+"')").Scan(&n))
	return n
}

func isComplete(t *testing.T, db *dbtest.Database) (yes bool) {
	t.Helper()
	require.NoError(t, db.Open(t).QueryRow("SELECT complete FROM migawari_copy").Scan(&yes))
	return yes
}

func TestLoad(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			status, said := l.load(t, l.target, l.dump)
			require.Equal(t, exitDone, status, said)
			require.Contains(t, said, "4 rows in 2 tables loaded into "+scheme+"://localhost/"+l.empty.Name)
			require.Equal(t, 2, users(t, l.empty))
			require.True(t, isComplete(t, l.empty))

			// What was loaded is dumped without our record.
			status, dump, said := migawari(t, "", "dump", "-p", l.policy, l.target)
			require.Equal(t, exitDone, status, said)
			require.NotContains(t, dump, "migawari_copy")
		})
	}
}

// From a pipe, the manifest is looked for at the end.
func TestLoadPipe(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			status, dump, said := migawari(t, string(l.Dump(t)), "mask", "-p", l.policy, "--audit", l.audit)
			require.Equal(t, exitDone, status, said)
			for _, c := range []struct{ what, dump string }{
				{"another dump", strings.Replace(dump, "CREATE TABLE", "CREATE  TABLE", 1)}, {"cut", dump[:len(dump)*3/4]}, {"stopped", dump[:len(dump)*3/4] + "\n" + mask.Incomplete + "\n"},
			} {
				status, _, _ = migawari(t, c.dump, "load", "-p", l.policy, "--manifest", l.audit, l.target)
				require.Equal(t, exitStopped, status, c.what)
				require.False(t, isComplete(t, l.empty), c.what)
				if scheme == "postgres" {
					require.Zero(t, tables(t, l.empty), "it is one transaction")
				}
			}
			status, _, said = migawari(t, dump, "load", "-p", l.policy, "--manifest", l.audit, l.target)
			require.Equal(t, exitDone, status, said)
			require.True(t, isComplete(t, l.empty))
			require.Equal(t, 2, users(t, l.empty))
		})
	}
}

// TestGuard: no flag lets a dump into a production.
func TestGuard(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			refused := func(want string, status int, words, target string, args ...string) {
				t.Helper()
				l.policyOf(t, words)
				got, said := l.load(t, target, append(args, l.dump)...)
				require.Contains(t, said, want)
				require.Equal(t, status, got)
				require.Zero(t, tables(t, l.empty))
			}
			name, log := l.empty.Name, filepath.Join(t.TempDir(), "run.log")
			refused("does not name it under targets", exitUsage, "", l.target)
			refused("hint: add it to the policy, for others to review: targets: [localhost/"+name+"]", exitUsage, "targets: [other/*, localhost/x*]", l.target, "--replace", name, "--run-log", log)
			refused("names it under production", exitUsage, "targets: localhost/*\nproduction: local*/"+name, l.target, "--replace", name, "--run-log", log)

			// A name that looks like a production's is named in full, or not at all.
			prod := l.server.NamedDatabase(t, "shop_prod")
			there := strings.Replace(l.target, "/"+name, "/shop_prod", 1)
			refused("its name is that of a production", exitUsage, "targets: localhost/*", there, "--replace", "shop_prod", "--run-log", log)

			// Tables that nobody has put there by a load.
			prod.Load(t, strings.NewReader("CREATE TABLE precious (id int);"))
			refused("it holds tables", exitStopped, "targets: localhost/shop_prod", there)
			refused("it holds tables", exitStopped, "targets: localhost/shop_prod", there, "--replace", "shop", "--run-log", log)

			// The mark holds whatever the name, and whatever is said.
			l.policyOf(t, "targets: localhost/*")
			status, _, said := migawari(t, "", "mark", "--production", l.target)
			require.Equal(t, exitDone, status, said)
			refused("it carries the mark of a production", exitStopped, "targets: [localhost/"+name+"]", l.target, "--replace", name, "--run-log", log)

			// A dump of the marked database does not carry the mark along.
			_, dump, _ := migawari(t, "", "dump", "-p", l.policy, l.target, "--partial", "--yes-production", name, "--run-log", filepath.Join(t.TempDir(), "log"))
			require.NotContains(t, dump, "migawari_production")

			// Where the dump came from, nothing is loaded.
			audit := filepath.Join(t.TempDir(), "audit.json")
			output := filepath.Join(t.TempDir(), "dev.sql")
			l.policyOf(t, "targets: localhost/*")
			status, _, said = migawari(t, "", "dump", "-p", l.policy, "--audit", audit, "-o", output, l.livePlace.target)
			require.Equal(t, exitDone, status, said)
			other := l.server.NewDatabase(t)
			status, _, said = migawari(t, "", "load", "-p", l.policy, "--manifest", audit, "--replace", other.Name, "--run-log", log, liveTarget(scheme, l.server, other.Name), output)
			require.Equal(t, exitStopped, status)
			require.Contains(t, said, "the dump came from this server")
			text, err := os.ReadFile(output)
			require.NoError(t, err)
			status, _, said = migawari(t, string(text), "load", "-p", l.policy, "--manifest", audit, liveTarget(scheme, l.server, other.Name))
			require.Equal(t, exitStopped, status)
			require.Contains(t, said, "the dump came from this server")
			require.False(t, isComplete(t, other))
		})
	}
}

// TestLoadManifest: a dump without an audit of its own is not loaded.
func TestLoadManifest(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			refused := func(want, audit, dump string) {
				t.Helper()
				status, _, said := migawari(t, "", "load", "-p", l.policy, "--manifest", audit, l.target, dump)
				require.Equal(t, exitStopped, status)
				require.Contains(t, said, want)
				require.NotContains(t, said, canary)
				require.Zero(t, tables(t, l.empty))
			}
			raw := write(t, "raw.sql", string(l.Dump(t)))
			keep := write(t, "keep.yaml", policies["keep"])
			rawAudit := filepath.Join(t.TempDir(), "audit.json")
			status, _, said := migawari(t, "", "mask", "-p", keep, "--audit", rawAudit, "-o", filepath.Join(t.TempDir(), "x.sql"), raw)
			require.Equal(t, exitDone, status, said)
			refused("no such file", filepath.Join(t.TempDir(), "absent.json"), l.dump)
			refused("it is the audit of another dump", l.audit, raw)
			refused("it is not the audit of a masked dump", write(t, "audit.json", "{\"canary\": 1}"), l.dump)
			refused("nothing was masked in this dump", rawAudit, raw)
			text, err := os.ReadFile(l.audit)
			require.NoError(t, err)
			said = strings.Replace(string(text), `"verdict": "masked"`, `"verdict": "raw"`, 1)
			require.NotEqual(t, string(text), said)
			refused("it says that the dump is raw", write(t, "raw.json", said), l.dump)
			status, _, said = migawari(t, "", "load", "-p", l.policy, l.target, l.dump)
			require.Equal(t, exitUsage, status)
			require.Contains(t, said, "--manifest")
		})
	}
}

// TestLoadStays: a dump cannot lead out of the database that was judged.
func TestLoadStays(t *testing.T) {
	all := loadables(t)
	for _, c := range []struct{ scheme, text string }{
		{"mysql", "USE canary;\n"}, {"mysql", "CREATE DATABASE canary;\n"}, {"mysql", "DROP DATABASE canary;\n"}, {"mysql", "SET GLOBAL read_only = 0;\n"},
		{"mysql", "CREATE TABLE canary.t (id int);\n"}, {"mysql", "INSERT INTO canary.t VALUES (1);\n"}, {"mysql", "DROP TABLE canary.t;\n"},
		{"postgres", "\\connect canary\n"}, {"postgres", "CREATE DATABASE canary;\n"}, {"postgres", "DROP DATABASE canary;\n"}, {"postgres", "\\! touch canary\n"},
	} {
		l := all[c.scheme]
		status, _, said := migawari(t, c.text, "load", "-p", l.policy, "--manifest", l.audit, l.target)
		require.Equal(t, exitStopped, status, c.text)
		require.Contains(t, said, "stdin: line 1 (byte 0): ", c.text)
		require.NotContains(t, said, canary)
	}
}

// manifestOf writes the audit of a dump that was masked elsewhere.
func manifestOf(t *testing.T, dump string) string {
	t.Helper()
	return write(t, "audit.json", fmt.Sprintf(`{"key_id": "k", "sha256": "%x", "tables": {"a": {"columns": {"b": {"masked": 1}}}}}`, sha256.Sum256([]byte(dump))))
}

// TestLoadErrors: of what the client says, code and line are shown.
func TestLoadErrors(t *testing.T) {
	const text = "CREATE TABLE users (mail varchar(20) UNIQUE);\nINSERT INTO users VALUES ('canary'), ('canary');\n"
	want := map[string]string{"mysql": "exit status 1: line 2: error 1062 (23000)", "postgres": "psql: exit status 3: line 2: error 23505"}
	for scheme, l := range loadables(t) {
		status, _, said := migawari(t, text, "load", "-p", l.policy, "--manifest", manifestOf(t, text), l.target)
		require.Equal(t, exitStopped, status, said)
		require.Contains(t, said, want[scheme])
		require.NotContains(t, said, canary)
		require.False(t, isComplete(t, l.empty))
		if scheme == "postgres" {
			require.Zero(t, tables(t, l.empty), "it is one transaction")
		}
	}
}

// A production, by its name or by its mark, is dumped by who means it, and that is
// written down before.
func TestDumpProduction(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			name := l.Name
			log := filepath.Join(t.TempDir(), "run.log")
			l.policyOf(t, "production: localhost/"+name)
			for _, args := range [][]string{{}, {"--yes-production", "other", "--run-log", log}, {"--yes-production", name}} {
				status, dump, said := migawari(t, "", append(append([]string{"dump", "-p", l.policy}, args...), l.livePlace.target)...)
				require.Equal(t, exitUsage, status, said)
				require.Contains(t, said, "it is a production")
				require.Empty(t, dump)
			}
			require.NoFileExists(t, log)
			status, _, said := migawari(t, "", "dump", "-p", l.policy, "--yes-production", name, "--run-log", log, l.livePlace.target)
			require.Equal(t, exitDone, status, said)

			l.policyOf(t, "")
			status, _, said = migawari(t, "", "mark", "--production", l.livePlace.target)
			require.Equal(t, exitDone, status, said)
			status, _, said = migawari(t, "", "dump", "-p", l.policy, l.livePlace.target)
			require.Equal(t, exitUsage, status, said)
			status, dump, said := migawari(t, "", "dump", "-p", l.policy, "--yes-production", name, "--run-log", log, l.livePlace.target)
			require.Equal(t, exitDone, status, said)
			require.NotContains(t, dump, "migawari_production")
			lines, err := os.ReadFile(log)
			require.NoError(t, err)
			require.Equal(t, 6, strings.Count(string(lines), `"target":"`+scheme+"://localhost/"+name+`"`), "of each it is written that it was meant, began and ended: %s", lines)
		})
	}
}

// TestServerVanishes: a server that ends a connection midway, or a signal, stops a dump
// and a load, and nothing stands under a final name.
func TestServerVanishes(t *testing.T) {
	all := loadables(t)
	hang := map[string]string{
		"mysql":    "SELECT CONCAT('KILL ', id) FROM information_schema.processlist WHERE db = '%s' AND id <> connection_id()",
		"postgres": "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = '%s' AND pid <> pg_backend_pid()",
	}
	const filler = "xxxxxxxxxxxxxxxxxxxx"
	for scheme, l := range all {
		for i := range 160 { // more than pipes hold
			rows := make([]string, 200)
			for j := range rows {
				rows[j] = fmt.Sprintf("(%d, 1, '%s')", 1000+i*len(rows)+j, strings.Repeat(filler, 4))
			}
			l.Load(t, strings.NewReader("INSERT INTO notes VALUES "+strings.Join(rows, ",")+";\n"))
		}
		for _, by := range []string{"program", "driver"} {
			t.Run(scheme+" "+by, func(t *testing.T) {
				if by == "driver" {
					t.Setenv("PATH", t.TempDir())
				}
				output := filepath.Join(t.TempDir(), "dev.sql")
				ended := make(chan string, 1)
				go func() {
					_, _, said := migawari(t, "", "dump", "-p", l.policy, "-o", output, "--rate", "400KiB", l.livePlace.target)
					ended <- said
				}()
				said := vanish(t, l.livePlace.Open(t), fmt.Sprintf(hang[scheme], l.Name), scheme == "mysql", ended)
				require.Contains(t, said, "migawari: "+scheme+"://localhost/"+l.Name+": ")
				require.NotContains(t, said, "masked")
				require.NotContains(t, said, filler)
				require.NoFileExists(t, output)
			})
		}
	}
}

// vanish ends the connections to a database until a run has ended. The query ends them
// itself, or gives the statements that do.
func vanish(t *testing.T, db *sql.DB, query string, statements bool, ended chan string) (said string) {
	t.Helper()
	for {
		time.Sleep(200 * time.Millisecond)
		rows, err := db.Query(query)
		require.NoError(t, err)
		var kill []string
		for rows.Next() {
			var s string
			require.NoError(t, rows.Scan(&s))
			kill = append(kill, s)
		}
		require.NoError(t, errors.Join(rows.Err(), rows.Close()))
		for _, s := range kill {
			if statements {
				_, _ = db.Exec(s) // it may have ended
			}
		}
		select {
		case said = <-ended:
			return said
		default:
		}
	}
}

// TestLoadInterrupted: a signal ends the client, and the target says that it is not whole.
func TestLoadInterrupted(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			r, w := io.Pipe()
			ctx, cancel := context.WithCancelCause(context.Background())
			go func() {
				_, _ = io.WriteString(w, "CREATE TABLE users (id int);\n"+strings.Repeat("INSERT INTO users VALUES (1);\n", 20_000))
				cancel(interrupted{os.Interrupt})
			}()
			var out, said bytes.Buffer
			status := run(ctx, []string{"load", "-p", l.policy, "--manifest", l.audit, l.target}, r, &out, &said)
			require.Equal(t, exitStopped, status)
			require.Contains(t, said.String(), "stopped by a signal")
			require.False(t, isComplete(t, l.empty))
			if scheme == "postgres" {
				require.Zero(t, tables(t, l.empty))
			}
		})
	}
}

// Rows that were made are loaded like a masked dump, with the audit that generate writes.
func TestLoadGenerated(t *testing.T) {
	for scheme, l := range loadables(t) {
		t.Run(scheme, func(t *testing.T) {
			schema := filepath.Join(t.TempDir(), "schema.sql")
			require.NoError(t, os.WriteFile(schema, l.Dump(t), 0o600))
			args := []string{"generate", "--schema", schema, "--with-schema", "--rows", "users=3,notes=2/users", "--audit", l.audit}

			status, rows, said := migawari(t, "", args...)
			require.Equal(t, exitDone, status, said)
			for _, c := range []struct{ what, dump string }{{"another dump", rows + "\n"}, {"cut", rows[:len(rows)*3/4]}} {
				status, _, _ = migawari(t, c.dump, "load", "-p", l.policy, "--manifest", l.audit, l.target)
				require.Equal(t, exitStopped, status, c.what)
				require.False(t, isComplete(t, l.empty), c.what)
				if scheme == "postgres" {
					require.Zero(t, tables(t, l.empty), "%s: it is one transaction, whatever COMMIT is in it", c.what)
				}
			}
			status, _, said = migawari(t, rows, "load", "-p", l.policy, "--manifest", l.audit, l.target)
			require.Equal(t, exitDone, status, said)
			require.Contains(t, said, "9 rows in 2 tables loaded into "+scheme+"://localhost/"+l.empty.Name)
			require.Equal(t, 3, users(t, l.empty))
			require.True(t, isComplete(t, l.empty))

			status, _, said = migawari(t, "", append(args, "-o", l.dump)...)
			require.Equal(t, exitDone, status, said)
			next := l.server.NewDatabase(t)
			status, said = l.load(t, liveTarget(scheme, l.server, next.Name), l.dump)
			require.Equal(t, exitDone, status, said)
			require.Equal(t, 3, users(t, next))

			l.policyOf(t, "targets: localhost/t*\nproduction: [localhost/"+l.empty.Name+"]")
			status, said = l.load(t, l.target, l.dump)
			require.Equal(t, exitUsage, status, said)
		})
	}
}
