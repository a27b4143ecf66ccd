package server

import (
	"context"
	"database/sql"
	"errors"
	"time"

	driver "github.com/go-sql-driver/mysql"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
)

// State implements [server.Server].
func (s *Server) State(ctx context.Context) (server.State, error) {
	var out server.State
	var err error
	if out.Identity, err = s.Identity(ctx); err != nil {
		return out, err
	}
	var marked bool
	err = s.db.QueryRowContext(ctx, `SELECT COALESCE(SUM(table_name NOT IN (?, ?)), 0), COALESCE(SUM(table_name = ?), 0), COALESCE(SUM(table_name = ?), 0)
		FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')`,
		schema.Marker, schema.Record, schema.Marker, schema.Record).Scan(&out.Tables, &marked, &out.Loaded)
	if err != nil {
		return out, reduced(err)
	}
	if marked {
		err = s.db.QueryRowContext(ctx, "SELECT COALESCE(MAX(server = ? AND name = DATABASE()), 0) FROM "+quoted(schema.Marker), out.Identity).Scan(&out.Marked)
		out.Stale = !out.Marked
	}
	return out, reduced(err)
}

// Mark implements [server.Server].
func (s *Server) Mark(ctx context.Context) error {
	id, err := s.Identity(ctx)
	if err != nil {
		return err
	}
	return s.put(ctx, schema.Marker, "server char(16) NOT NULL, name varchar(64) NOT NULL", "VALUES (?, DATABASE())", id)
}

// Keep implements [server.Server].
func (s *Server) Keep(ctx context.Context, c server.Copy) error {
	expires := sql.NullString{String: c.Expires.UTC().Format(server.Stored), Valid: !c.Expires.IsZero()}
	return s.put(ctx, schema.Record, recordColumns, "VALUES (UTC_TIMESTAMP(), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		c.Policy, c.Key, c.Audience, c.Purpose, expires, c.Source, c.SHA256, c.Audit, c.Complete)
}

// recordColumns are those of the record. Moments are in UTC.
const recordColumns = `loaded_at datetime NOT NULL, policy varchar(64) NOT NULL, mask_key varchar(64) NOT NULL, audience varchar(255) CHARACTER SET utf8mb4 NOT NULL,
	purpose varchar(255) CHARACTER SET utf8mb4 NOT NULL, expires_at datetime, source varchar(64) NOT NULL, sha256 varchar(64) NOT NULL, audit varchar(64) NOT NULL, complete boolean NOT NULL`

// Kept implements [server.Server].
func (s *Server) Kept(ctx context.Context) (*server.Copy, error) {
	var c server.Copy
	var expires sql.NullString
	err := s.db.QueryRowContext(ctx, "SELECT policy, mask_key, audience, purpose, CAST(expires_at AS CHAR), source, sha256, audit, complete FROM "+quoted(schema.Record)).
		Scan(&c.Policy, &c.Key, &c.Audience, &c.Purpose, &expires, &c.Source, &c.SHA256, &c.Audit, &c.Complete)
	if e, ok := errors.AsType[*driver.MySQLError](err); ok && e.Number == noTable || errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err == nil && expires.Valid {
		c.Expires, err = time.Parse(server.Stored, expires.String)
	}
	if err != nil {
		return nil, reduced(err)
	}
	return &c, nil
}

// put makes one of our tables hold one row.
func (s *Server) put(ctx context.Context, table, columns, values string, args ...any) error {
	if _, err := s.db.ExecContext(ctx, "CREATE TABLE IF NOT EXISTS "+quoted(table)+" ("+columns+") ENGINE=InnoDB"); err != nil {
		return reduced(err)
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return reduced(err)
	}
	defer func() { _ = tx.Rollback() }() // where it was not committed
	if _, err := tx.ExecContext(ctx, "DELETE FROM "+quoted(table)); err != nil {
		return reduced(err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO "+quoted(table)+" "+values, args...); err != nil {
		return reduced(err)
	}
	return reduced(tx.Commit())
}

// loadOptions are how the client reads: bytes as they are, and nothing of them as a
// command to itself.
var loadOptions = []string{"--default-character-set=utf8mb4", "--batch", "--binary-mode", "--local-infile=0"}

// Load implements [server.Server]. Each statement is kept as it is done: DDL of these
// servers cannot be taken back.
func (s *Server) Load(ctx context.Context) (server.Restore, error) {
	path, err := server.Find("mariadb", "mysql")
	if err != nil {
		return nil, err
	}
	cmd, err := s.command(path, append(loadOptions, "--", s.target.Database)...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = cmd.ExtraFiles[0].Close() }() // the program has its own
	return server.StartRestore(ctx, cmd)
}
