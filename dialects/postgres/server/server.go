// Package server connects to PostgreSQL: it dumps a database with pg_dump, and reads
// what tables there are.
package server

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/server"
)

// A Server is a database of a PostgreSQL server.
type Server struct {
	config pq.Config
	db     *sql.DB
}

var _ server.Server = (*Server)(nil)

// Locate finds out where a target leads, and asks no server.
func Locate(t *server.Target) error {
	c, err := findConfig(t)
	if err != nil {
		return err
	}
	if !filepath.IsAbs(c.Host) && !strings.HasPrefix(c.Host, "@") { // else it is a socket
		t.Leads = c.Host
	}
	t.Database = cmp.Or(c.Database, c.User)
	return nil
}

// Open connects to a target. The error is a [server.Error], or of this machine.
func Open(ctx context.Context, t *server.Target) (*Server, error) {
	c, err := findConfig(t)
	if err != nil {
		return nil, err
	}
	connector, err := pq.NewConnectorConfig(c)
	if err != nil {
		return nil, server.ErrOption
	}
	s := &Server{config: c, db: sql.OpenDB(connector)}
	if err := s.db.PingContext(ctx); err != nil {
		return nil, errors.Join(reduced(err), s.db.Close())
	}
	return s, nil
}

// Close implements [server.Server].
func (s *Server) Close() error { return s.db.Close() }

// Dialect implements [server.Server].
func (*Server) Dialect() dialects.Dialect { return postgres.Dialect }

// Identity implements [server.Server]. A standby has that of its primary.
func (s *Server) Identity(ctx context.Context) (string, error) {
	var id string
	if err := s.db.QueryRowContext(ctx, "SELECT system_identifier FROM pg_catalog.pg_control_system()").Scan(&id); err != nil {
		return "", reduced(err)
	}
	return server.Digest(s.Dialect().Name(), id), nil
}

// reduced gives what may be shown of an error.
func reduced(err error) error {
	if e, ok := errors.AsType[*pq.Error](err); ok {
		out := &server.Error{Code: string(e.Code), Object: e.Table}
		if e.Code == pqerror.InvalidPassword || e.Code == pqerror.InvalidAuthorizationSpecification {
			out.Reason = server.Denied
		}
		return out
	}
	return server.Reduced(err)
}

// dumpOptions are how a database is read: in plain text, never asking for a password,
// and not standing in line behind a lock for ever.
var dumpOptions = []string{"--format=plain", "--no-password", "--lock-wait-timeout=60s"}

// readOnly is a transaction that sees one moment and changes nothing.
var readOnly = &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}

// patient takes off the limits of time that the server has, of whatever version it is.
const patient = `SELECT pg_catalog.set_config(name, '0', true) FROM pg_catalog.pg_settings
	WHERE name IN ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout')`

// Dump implements [server.Server]. All that is opened sees one moment: a transaction
// stays open for it, whose snapshot the program takes over.
func (s *Server) Dump(ctx context.Context) (server.Dump, error) {
	path, err := server.Find("pg_dump")
	if err != nil && !errors.Is(err, server.ErrMissing) {
		return nil, err
	}
	tx, err := s.db.BeginTx(ctx, readOnly)
	if err != nil {
		return nil, reduced(err)
	}
	var id string
	_, err = tx.ExecContext(ctx, patient) // it only holds the snapshot
	if err == nil {
		err = tx.QueryRowContext(ctx, "SELECT pg_catalog.pg_export_snapshot()").Scan(&id)
	}
	if err != nil {
		return nil, errors.Join(reduced(err), tx.Rollback())
	}
	args := append([]string{"--snapshot=" + id}, dumpOptions...)
	for _, table := range server.OurTables {
		args = append(args, "--exclude-table=*."+table)
	}
	return &dump{ctx: ctx, s: s, tx: tx, snapshot: id, path: path, args: args}, nil
}

// A dump is a moment of the database.
type dump struct {
	ctx  context.Context
	s    *Server
	tx   *sql.Tx // keeps the snapshot
	path string  // of the program; empty: the driver reads
	args []string

	snapshot string
}

func (d *dump) Open() (io.ReadCloser, error) {
	if d.path == "" {
		return d.s.read(d.ctx, d.snapshot), nil
	}
	cmd := exec.Command(d.path, d.args...)
	cmd.Env = d.s.environment()
	return server.Start(d.ctx, cmd)
}

func (*dump) Again() bool    { return true }
func (d *dump) Close() error { return d.tx.Rollback() }
