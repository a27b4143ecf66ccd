package dbtest

import (
	"bytes"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) { os.Exit(Runner{M: m}.Run()) }

// text is a value that breaks where quoting, escaping or a character set does.
const text = "O'Brien \"said\" \\ \\n\n\t; -- /* */ $$ $1 髙﨑 ｶﾞ ソ表 👩‍👧"

// servers are the kinds, with SQL of each for one table that holds text.
var servers = []struct {
	name string
	get  func(testing.TB) *Server
	sql  string
	dump []string
	fail string
}{
	{"postgres", Postgres,
		"CREATE TABLE t (id int PRIMARY KEY, v text);\nINSERT INTO t VALUES (1, E'" + escaped + "');\nCOPY t (id, v) FROM stdin;\n2\tb\n\\.\n",
		nil, "SELECT 1;\nBROKEN;\nCREATE TABLE after_error (id int);\n"},
	{"mariadb", MariaDB,
		"CREATE TABLE t (id int PRIMARY KEY, v text) DEFAULT CHARSET=utf8mb4;\nDELIMITER ;;\nINSERT INTO t VALUES (1, '" + escaped + "');;\nDELIMITER ;\nINSERT INTO t VALUES (2, 'b');\n",
		[]string{"--skip-dump-date"}, "SELECT 1;\nBROKEN;\nCREATE TABLE after_error (id int);\n"},
}

// escaped is text as a literal with backslashes, of both servers.
var escaped = strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(text)

func TestLoadDumpQuery(t *testing.T) {
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			server := s.get(t)
			require.NotEmpty(t, server.Version())
			db := server.NewDatabase(t)
			db.Load(t, strings.NewReader(s.sql))
			dump := db.Dump(t, s.dump...)
			require.Contains(t, string(dump), "CREATE TABLE")

			again := server.NewDatabase(t)
			require.NotEqual(t, db.Name, again.Name)
			again.Load(t, bytes.NewReader(dump))
			for _, d := range []*Database{db, again} {
				var v string
				var n int
				conn := d.Open(t)
				require.NoError(t, conn.QueryRow("SELECT v FROM t WHERE id = 1").Scan(&v))
				require.Equal(t, text, v)
				require.NoError(t, conn.QueryRow("SELECT count(*) FROM t").Scan(&n))
				require.Equal(t, 2, n)
			}
		})
	}
}

func TestLoadStopsAtFirstError(t *testing.T) {
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			db := s.get(t).NewDatabase(t)
			err := db.TryLoad(t, strings.NewReader(s.fail))
			require.ErrorContains(t, err, "BROKEN")
			_, err = db.Open(t).Exec("SELECT * FROM after_error")
			require.Error(t, err)
		})
	}
}

func TestDatabaseIsDropped(t *testing.T) {
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			server := s.get(t)
			for range 2 { // the second one needs the first to be gone
				t.Run("named", func(t *testing.T) {
					db := server.NamedDatabase(t, "named")
					require.Equal(t, "named", db.Name)
					require.NoError(t, db.Open(t).Ping(), "a connection that is open must not keep it")
				})
			}
		})
	}
}

func TestServerIsShared(t *testing.T) {
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			require.Same(t, s.get(t), s.get(t))
			require.Less(t, len(s.get(t).Socket())+len("/.s.PGSQL.5432.lock"), 107)
		})
	}
}

func TestCommand(t *testing.T) {
	pg := Postgres(t)
	out, err := pg.Command(t, "pg_dumpall", "--roles-only").Output()
	require.NoError(t, err)
	require.Contains(t, string(out), "CREATE ROLE postgres")

	my := MariaDB(t)
	my.Exec(t, "CREATE USER IF NOT EXISTS clerk@localhost")
	out, err = my.Command(t, "mariadb", "--batch", "--execute=SELECT User FROM mysql.user WHERE user = 'clerk'").Output()
	require.NoError(t, err)
	require.Equal(t, "User\nclerk\n", string(out))
}

func TestSQLite(t *testing.T) {
	f := SQLite(t)
	f.Load(t, strings.NewReader("CREATE TABLE t (v TEXT);\nINSERT INTO t VALUES ('O''Brien');\n"))
	again := SQLite(t)
	require.NotEqual(t, f.Path, again.Path)
	again.Load(t, bytes.NewReader(f.Dump(t)))
	require.Equal(t, "O'Brien\n", string(again.Query(t, "SELECT v FROM t")))
	require.ErrorContains(t, f.TryLoad(strings.NewReader("SELECT 1;\nBROKEN;\n")), "BROKEN")
}

// A verdict notes how a test was ended.
type verdict struct {
	testing.TB
	skipped, failed bool
}

func (v *verdict) Helper()               {}
func (v *verdict) Fatal(...any)          { v.failed = true; runtime.Goexit() }
func (v *verdict) Fatalf(string, ...any) { v.failed = true; runtime.Goexit() }
func (v *verdict) Skipf(string, ...any)  { v.skipped = true; runtime.Goexit() }

func (v *verdict) of(f func(testing.TB)) *verdict {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f(v)
	}()
	<-done
	return v
}

func TestMissingServerSkipsUnlessRequired(t *testing.T) {
	_, missing := findProgram("no-such-program")
	require.EqualError(t, missing, "dbtest: no-such-program not found")
	for _, c := range []struct {
		required string
		err      error
		skipped  bool
	}{{"", missing, true}, {"1", missing, false}, {"", io.ErrUnexpectedEOF, false}, {"1", io.ErrUnexpectedEOF, false}} {
		t.Setenv(RequireVariable, c.required)
		v := (&verdict{}).of(func(t testing.TB) { demand(t, c.err) })
		require.Equal(t, c.skipped, v.skipped, c)
		require.Equal(t, !c.skipped, v.failed, c)
	}
}

// It must not run beside tests that get servers, so neither is parallel.
func TestServerNeedsRunner(t *testing.T) {
	var s slot
	shared.running.Store(false)
	defer shared.running.Store(true)
	v := (&verdict{}).of(func(t testing.TB) {
		s.get(t, func() (*Server, error) { panic("started") })
	})
	require.True(t, v.failed)
}

func TestVersion(t *testing.T) {
	for path, want := range map[string]float64{
		"/usr/lib/postgresql/15/bin": 15, "/usr/lib/postgresql/9.6/bin": 9.6, "/usr/pgsql-17/bin": 17, "/usr/bin": 0,
		"/opt/homebrew/opt/postgresql@16/bin": 16,
	} {
		require.Equal(t, want, version(path), path)
	}
}

func TestStartAndStop(t *testing.T) {
	for name, start := range map[string]func() (*Server, error){"postgres": func() (*Server, error) { return StartPostgres() }, "mariadb": func() (*Server, error) { return StartMariaDB() }} {
		begin := time.Now()
		s, err := start()
		if err != nil {
			demand(t, err)
		}
		up := time.Since(begin)
		s.Stop()
		require.NoDirExists(t, s.place.dir)
		t.Logf("%s: up in %v, down in %v", name, up.Round(time.Millisecond), (time.Since(begin) - up).Round(time.Millisecond))
		require.Less(t, up, startLimit)
	}
}
