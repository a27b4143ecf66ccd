package dbtest

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/go-sql-driver/mysql"
)

// mariadb is the engine of a MariaDB or MySQL server.
type mariadb struct{ sock string }

// StartMariaDB makes and starts a server: utf8mb4, in UTC, no event runs. It is for
// programs that are no tests; the caller stops it. Settings are written --name=value.
func StartMariaDB(settings ...string) (*Server, error) {
	daemon, err := findProgram("mariadbd", "mysqld")
	if err != nil {
		return nil, err
	}
	p, err := newPlace("mysql")
	if err != nil {
		return nil, err
	}
	s, err := serveMariaDB(p, daemon, settings)
	if err != nil {
		p.remove()
		return nil, err
	}
	return s, nil
}

// mariadbSettings hold for making the files and for the server.
var mariadbSettings = []string{
	"--innodb-log-file-size=16M", "--innodb-buffer-pool-size=64M", "--innodb-doublewrite=0", "--innodb-flush-log-at-trx-commit=0",
	"--loose-debug-no-sync=1", "--loose-skip-log-bin",
}

func serveMariaDB(p *place, daemon string, settings []string) (*Server, error) {
	if err := makeMariaDB(p, daemon); err != nil {
		return nil, err
	}
	e := &mariadb{sock: filepath.Join(p.run(), "s")}
	args := append([]string{
		"--no-defaults", "--datadir=" + p.data(), "--tmpdir=" + p.run(), "--socket=" + e.sock, "--pid-file=" + filepath.Join(p.run(), "pid"),
		"--skip-networking", "--loose-mysqlx=0", // no TCP
		"--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci", "--default-time-zone=+00:00",
		"--event-scheduler=OFF", "--skip-name-resolve", "--loose-performance-schema=0", "--max-allowed-packet=1G", "--secure-file-priv=",
	}, slices.Concat(mariadbSettings, settings)...)
	// SIGTERM would take a second to write out what nobody reads.
	return p.serve(e, syscall.SIGKILL, "SELECT VERSION()", daemon, args...)
}

// makeMariaDB makes the server's own tables; root has no password.
func makeMariaDB(p *place, daemon string) error {
	out, err := exec.Command(daemon, "--no-defaults", "--version").Output()
	if err != nil {
		return err
	}
	if !strings.Contains(string(out), "MariaDB") {
		return p.setup(daemon, append([]string{"--no-defaults", "--initialize-insecure", "--datadir=" + p.data()}, mariadbSettings...)...)
	}
	install, err := findProgram("mariadb-install-db", "mysql_install_db")
	if err != nil {
		return err
	}
	return p.setup(install, append([]string{
		"--no-defaults", "--datadir=" + p.data(), "--auth-root-authentication-method=normal", "--skip-test-db",
	}, mariadbSettings...)...)
}

func (e *mariadb) driver() string { return "mysql" }

func (e *mariadb) socket() string { return e.sock }

func (e *mariadb) dsn(database string) string {
	c := mysql.NewConfig()
	c.User, c.Net, c.Addr, c.DBName = "root", "unix", e.sock, database
	return c.FormatDSN()
}

// client puts what a program needs to connect before its other arguments. A
// program of MariaDB has the name that it has in MySQL too.
func (e *mariadb) client(names, args []string) (*exec.Cmd, error) {
	for _, name := range names {
		if rest, ok := strings.CutPrefix(name, "mariadb"); ok {
			names = append(names, "mysql"+strings.ReplaceAll(rest, "-", ""))
		}
	}
	path, err := findProgram(names...)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, append([]string{"--no-defaults", "--socket=" + e.sock, "--user=root"}, args...)...)
	cmd.Env = environment()
	return cmd, nil
}

func (e *mariadb) load(database string, args []string) (*exec.Cmd, error) {
	args = append([]string{"--default-character-set=utf8mb4"}, args...)
	return e.client([]string{"mariadb"}, append(args, database))
}

func (e *mariadb) dump(database string, args []string) (*exec.Cmd, error) {
	return e.client([]string{"mariadb-dump"}, append(append([]string{}, args...), database))
}

func (e *mariadb) create(database string) string { return "CREATE DATABASE " + database }

func (e *mariadb) drop(database string) string { return "DROP DATABASE IF EXISTS " + database }
