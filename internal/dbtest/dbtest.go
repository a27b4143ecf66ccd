package dbtest

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
)

// A Server is a private database server, shared by the tests of a test binary.
// It is safe for concurrent use.
type Server struct {
	engine  engine
	process *process
	place   *place
	admin   *sql.DB
	version string
	made    atomic.Int64 // databases so far
}

// An engine is what differs between kinds of servers.
type engine interface {
	// driver names the database/sql driver.
	driver() string
	dsn(database string) string
	// socket is what clients call host (PostgreSQL) or socket (MariaDB).
	socket() string
	// client prepares a client program; names are its names in order of choice.
	client(names []string, args []string) (*exec.Cmd, error)
	load(database string, args []string) (*exec.Cmd, error)
	dump(database string, args []string) (*exec.Cmd, error)
	create(database string) string
	drop(database string) string
}

// Postgres gives the PostgreSQL server of this test binary.
func Postgres(t testing.TB) *Server {
	t.Helper()
	return shared.postgres.get(t, func() (*Server, error) { return StartPostgres() })
}

// MariaDB gives the MariaDB server of this test binary, or a MySQL server where
// only that is installed.
func MariaDB(t testing.TB) *Server {
	t.Helper()
	return shared.mariadb.get(t, func() (*Server, error) { return StartMariaDB() })
}

// Version is what the server says of itself, such as "15.18 (Debian …)" or
// "10.11.19-MariaDB".
func (s *Server) Version() string { return s.version }

// Socket is where the server listens: the directory of the socket for
// PostgreSQL, whose clients call it host, and the socket for MariaDB.
func (s *Server) Socket() string { return s.engine.socket() }

// Exec runs statements as the server's superuser, outside of any database of a
// test: accounts, server-wide settings.
func (s *Server) Exec(t testing.TB, statements ...string) {
	t.Helper()
	for _, q := range statements {
		if _, err := s.admin.Exec(q); err != nil {
			t.Fatalf("dbtest: %v", err)
		}
	}
}

// Command prepares a client program of the server, such as pg_dumpall or
// mariadb-dump, with what it needs to connect as superuser. Of MariaDB's
// programs the name mariadb-… also finds mysql….
func (s *Server) Command(t testing.TB, name string, args ...string) *exec.Cmd {
	t.Helper()
	cmd, err := s.Program(name, args...)
	if err != nil {
		demand(t, err)
	}
	return cmd
}

// Program is Command for what is no test.
func (s *Server) Program(name string, args ...string) (*exec.Cmd, error) {
	return s.engine.client([]string{name}, args)
}

// NewDatabase makes an empty database and drops it at the end of the test.
func (s *Server) NewDatabase(t testing.TB) *Database {
	t.Helper()
	return s.NamedDatabase(t, fmt.Sprintf("t%d", s.made.Add(1)))
}

// NamedDatabase is NewDatabase with a name, for output in which the name can be
// read. The name is made of ASCII letters, digits and underscores; two tests
// that run at the same time cannot share one.
func (s *Server) NamedDatabase(t testing.TB, name string) *Database {
	t.Helper()
	s.Exec(t, s.engine.create(name))
	t.Cleanup(func() {
		if _, err := s.admin.Exec(s.engine.drop(name)); err != nil {
			t.Errorf("dbtest: %v", err)
		}
	})
	return &Database{Name: name, server: s}
}

// A Database is a database of one test.
type Database struct {
	Name   string
	server *Server
}

// DSN is the data source name for github.com/lib/pq or
// github.com/go-sql-driver/mysql.
func (d *Database) DSN() string { return d.server.engine.dsn(d.Name) }

// Open opens the database with its driver, and closes it at the end of the test.
func (d *Database) Open(t testing.TB) *sql.DB {
	t.Helper()
	db, err := sql.Open(d.server.engine.driver(), d.DSN())
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// Load runs SQL text with the server's own client, psql or mariadb, and fails
// the test at the first error. args are further arguments of the client.
func (d *Database) Load(t testing.TB, r io.Reader, args ...string) {
	t.Helper()
	if err := d.TryLoad(t, r, args...); err != nil {
		t.Fatal(err)
	}
}

// TryLoad is Load for text that may be wrong: it gives the client's error.
func (d *Database) TryLoad(t testing.TB, r io.Reader, args ...string) error {
	t.Helper()
	cmd, err := d.server.engine.load(d.Name, args)
	if err != nil {
		demand(t, err)
	}
	_, err = run(cmd, r)
	return err
}

// Dump gives what pg_dump or mariadb-dump writes of the database. args are
// further arguments of the program.
func (d *Database) Dump(t testing.TB, args ...string) []byte {
	t.Helper()
	cmd, err := d.server.engine.dump(d.Name, args)
	if err != nil {
		demand(t, err)
	}
	out, err := run(cmd, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// run runs a program and gives what it prints; what it complains of is in the
// error.
func run(cmd *exec.Cmd, stdin io.Reader) ([]byte, error) {
	var out, complaint bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = stdin, &out, &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("dbtest: %s: %w: %s", cmd.Path, err, strings.TrimSpace(complaint.String()))
	}
	return out.Bytes(), nil
}

// A missingError says that a program is not installed.
type missingError struct{ what string }

func (e *missingError) Error() string { return "dbtest: " + e.what + " not found" }

// RequireVariable is the variable that, set to 1, makes a missing server fail
// the tests instead of skipping them.
const RequireVariable = "MIGAWARI_REQUIRE_DB"

// demand ends a test that cannot have its server: it is skipped where nothing
// is installed and nothing is required.
func demand(t testing.TB, err error) {
	t.Helper()
	var missing *missingError
	if !errors.As(err, &missing) {
		t.Fatal(err)
	}
	if os.Getenv(RequireVariable) == "1" {
		t.Fatalf("%v, and %s=1 requires it", err, RequireVariable)
	}
	t.Skipf("%v; %s=1 makes that a failure", err, RequireVariable)
}
