// Package server connects to MySQL and MariaDB: it dumps a database with mysqldump or
// mariadb-dump, and reads what tables there are.
package server

import (
	"bytes"
	"context"
	"database/sql"
	dbdriver "database/sql/driver"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	driver "github.com/go-sql-driver/mysql"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
)

// A Server is a database of a MySQL or MariaDB server.
type Server struct {
	target   *server.Target
	settings settings
	opens    dbdriver.Connector
	db       *sql.DB
}

var _ server.Server = (*Server)(nil)

// Locate finds out where a target leads, and asks no server.
func Locate(t *server.Target) error {
	s, err := findSettings(t)
	if s.socket == "" {
		t.Leads = s.host
	}
	return err
}

// Open connects to a target. The error is a [server.Error], or of this machine.
func Open(ctx context.Context, t *server.Target) (*Server, error) {
	s := &Server{target: t}
	var err error
	if s.settings, err = findSettings(t); err != nil {
		return nil, err
	}
	c, err := s.settings.config(t.Database)
	if err != nil {
		return nil, err
	}
	if s.opens, err = driver.NewConnector(c); err != nil {
		return nil, server.ErrOption
	}
	s.db = sql.OpenDB(s.opens)
	s.db.SetMaxOpenConns(1) // what a session is told holds for all that follows
	if err := s.db.PingContext(ctx); err != nil {
		return nil, errors.Join(reduced(err), s.db.Close())
	}
	return s, nil
}

// Close implements [server.Server].
func (s *Server) Close() error { return s.db.Close() }

// Dialect implements [server.Server].
func (*Server) Dialect() dialects.Dialect { return mysql.Dialect }

// Identity implements [server.Server]. MySQL has a number of its own; of MariaDB, the
// moment at which its tables were made and the machine stand in.
func (s *Server) Identity(ctx context.Context) (string, error) {
	const own, made = "SELECT @@server_uuid", "SELECT CONCAT_WS(' ', @@hostname, @@datadir, @@port, MIN(create_time)) FROM information_schema.tables WHERE table_schema = 'mysql'"
	var id string
	err := s.db.QueryRowContext(ctx, own).Scan(&id)
	if e, ok := errors.AsType[*driver.MySQLError](err); ok && e.Number == unknownVariable {
		err = s.db.QueryRowContext(ctx, made).Scan(&id)
	}
	if err != nil {
		return "", reduced(err)
	}
	return server.Digest(s.Dialect().Name(), id), nil
}

// Numbers of errors that are no surprise.
const (
	unknownVariable = 1193
	accessDenied    = 1045
	noTable         = 1146
)

// reduced gives what may be shown of an error.
func reduced(err error) error {
	if e, ok := errors.AsType[*driver.MySQLError](err); ok {
		out := &server.Error{Code: fmt.Sprintf("%d (%s)", e.Number, e.SQLState[:])}
		if e.Number == accessDenied {
			out.Reason = server.Denied
		}
		return out
	}
	return server.Reduced(err)
}

// Tables implements [server.Server]. The server writes the definitions, and the
// dialect reads them as it does in a dump.
func (s *Server) Tables(ctx context.Context) (*schema.Schema, error) {
	names, err := s.names(ctx)
	if err != nil {
		return nil, err
	}
	var ddl bytes.Buffer
	ddl.WriteString("SET NAMES utf8mb4;\n")
	for _, name := range names {
		var ignored, text string
		if err := s.db.QueryRowContext(ctx, "SHOW CREATE TABLE "+quoted(name)).Scan(&ignored, &text); err != nil {
			return nil, reduced(err)
		}
		ddl.WriteString(text + ";\n")
	}
	return server.Read(s.Dialect(), &ddl)
}

// names lists the tables that a dump has, in its order.
func (s *Server) names(ctx context.Context) ([]string, error) {
	if _, err := s.db.ExecContext(ctx, "SET SESSION sql_mode = '', SESSION sql_quote_show_create = 1"); err != nil {
		return nil, reduced(err)
	}
	rows, err := s.db.QueryContext(ctx, "SHOW FULL TABLES")
	if err != nil {
		return nil, reduced(err)
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	var names []string
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			return nil, reduced(err)
		}
		if (kind == "BASE TABLE" || kind == "SYSTEM VERSIONED") && !(schema.Name{Name: name}).Ours() {
			names = append(names, name)
		}
	}
	return names, reduced(rows.Err())
}

func quoted(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }

// dumpOptions are how a database is read: as of one moment, without a lock, row by
// row, whole. The defaults of files are shut out.
var dumpOptions = []string{
	"--single-transaction", "--quick", "--skip-lock-tables", "--routines", "--events", "--triggers", "--hex-blob",
	"--default-character-set=utf8mb4", "--tz-utc", "--no-tablespaces", "--comments", "--skip-dump-date",
}

// ofMySQL are options that MySQL's program needs and MariaDB's does not know.
var ofMySQL = []string{"--set-gtid-purged=OFF", "--column-statistics=0"}

// Dump implements [server.Server].
func (s *Server) Dump(ctx context.Context) (server.Dump, error) {
	path, err := server.Find("mariadb-dump", "mysqldump")
	if errors.Is(err, server.ErrMissing) {
		return &readDump{ctx, s}, nil
	}
	if err != nil {
		return nil, err
	}
	ask := exec.CommandContext(ctx, path, "--version")
	ask.Env = server.Environment()
	version, err := ask.Output()
	if err != nil {
		return nil, err
	}
	args := slices.Clone(dumpOptions)
	if !bytes.Contains(version, []byte("MariaDB")) {
		args = append(args, ofMySQL...)
	}
	for _, table := range server.OurTables {
		args = append(args, "--ignore-table="+s.target.Database+"."+table)
	}
	return &dump{ctx: ctx, s: s, path: path, args: append(args, "--", s.target.Database)}, nil
}

// A dump is one run of the program. Another would see another moment.
type dump struct {
	ctx  context.Context
	s    *Server
	path string
	args []string
}

func (d *dump) Open() (io.ReadCloser, error) {
	cmd, err := d.s.command(d.path, d.args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = cmd.ExtraFiles[0].Close() }() // the program has its own
	return server.Start(d.ctx, cmd)
}

func (*dump) Again() bool  { return false }
func (*dump) Close() error { return nil }

// command prepares a program that connects as s does.
func (s *Server) command(path string, args ...string) (*exec.Cmd, error) {
	options, err := s.settings.pass()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, append([]string{"--defaults-file=/dev/fd/3"}, args...)...)
	cmd.ExtraFiles = []*os.File{options}
	cmd.Env = server.Environment()
	return cmd, nil
}
