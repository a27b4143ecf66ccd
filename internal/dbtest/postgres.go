package dbtest

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	_ "github.com/lib/pq" // the driver "postgres"
)

// postgres is the engine of a PostgreSQL server.
type postgres struct {
	bin  string // directory of its programs
	sock string // directory of its socket
}

// superuser is the role that owns the server. Only its account can reach the
// socket, so it has no password.
const superuser = "postgres"

// StartPostgres makes and starts a server: UTF-8, sorted by bytes, in UTC. It is for
// programs that are no tests; the caller stops it. Settings are written name=value.
func StartPostgres(settings ...string) (*Server, error) {
	bin, err := findPostgres()
	if err != nil {
		return nil, err
	}
	p, err := newPlace("postgres")
	if err != nil {
		return nil, err
	}
	s, err := servePostgres(p, &postgres{bin: bin, sock: p.run()}, settings)
	if err != nil {
		p.remove()
		return nil, err
	}
	return s, nil
}

func servePostgres(p *place, e *postgres, settings []string) (*Server, error) {
	err := p.setup(e.program("initdb"), "--pgdata="+p.data(), "--username="+superuser, "--auth=trust",
		"--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
	if err != nil {
		return nil, err
	}
	args := []string{"-D", p.data(), "-k", e.sock}
	for _, setting := range append([]string{
		"listen_addresses=", // no TCP
		"fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=4GB",
		"autovacuum=off", "jit=off", "max_connections=200", "shared_buffers=64MB",
		"timezone=UTC", "log_timezone=UTC", "lc_messages=C", "logging_collector=off",
	}, settings...) {
		args = append(args, "-c", setting)
	}
	// SIGQUIT ends the server and its children without a checkpoint.
	return p.serve(e, syscall.SIGQUIT, "SHOW server_version", e.program("postgres"), args...)
}

func (e *postgres) program(name string) string { return filepath.Join(e.bin, name) }

func (e *postgres) driver() string { return "postgres" }

func (e *postgres) socket() string { return e.sock }

func (e *postgres) dsn(database string) string {
	if database == "" {
		database = superuser // initdb makes one of this name
	}
	quote := strings.NewReplacer(`\`, `\\`, `'`, `\'`)
	return "host='" + quote.Replace(e.sock) + "' user=" + superuser + " dbname='" + quote.Replace(database) + "' sslmode=disable"
}

func (e *postgres) client(names, args []string) (*exec.Cmd, error) {
	for _, name := range names {
		if path := e.program(name); executable(path) {
			cmd := exec.Command(path, args...)
			cmd.Env = append(environment(), "PGHOST="+e.sock, "PGUSER="+superuser)
			return cmd, nil
		}
	}
	return nil, &missingError{strings.Join(names, " or ") + " of PostgreSQL"}
}

func (e *postgres) load(database string, args []string) (*exec.Cmd, error) {
	return e.client([]string{"psql"}, append([]string{
		"--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname=" + database, "--file=-",
	}, args...))
}

func (e *postgres) dump(database string, args []string) (*exec.Cmd, error) {
	return e.client([]string{"pg_dump"}, append([]string{"--dbname=" + database}, args...))
}

// create uses a template to which nobody connects, so that two tests can do it
// at the same time.
func (e *postgres) create(database string) string {
	return "CREATE DATABASE " + database + " TEMPLATE template0"
}

func (e *postgres) drop(database string) string {
	return "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)"
}
