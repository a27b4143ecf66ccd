package server

import (
	"context"

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
		server.Marker, server.Record, server.Marker, server.Record).Scan(&out.Tables, &marked, &out.Loaded)
	if err != nil {
		return out, reduced(err)
	}
	if marked {
		err = s.db.QueryRowContext(ctx, "SELECT COALESCE(MIN(server), '') FROM "+quoted(server.Marker)+" WHERE name = DATABASE()").Scan(&out.Marked)
	}
	return out, reduced(err)
}

// Mark implements [server.Server].
func (s *Server) Mark(ctx context.Context) error {
	id, err := s.Identity(ctx)
	if err != nil {
		return err
	}
	return s.put(ctx, server.Marker, "server char(16) NOT NULL, name varchar(64) NOT NULL", "VALUES (?, DATABASE())", id)
}

// Keep implements [server.Server].
func (s *Server) Keep(ctx context.Context, c server.Copy) error {
	return s.put(ctx, server.Record, "loaded_at timestamp NOT NULL, policy varchar(64) NOT NULL, mask_key varchar(64) NOT NULL, source varchar(64) NOT NULL, sha256 varchar(64) NOT NULL, complete boolean NOT NULL",
		"VALUES (CURRENT_TIMESTAMP, ?, ?, ?, ?, ?)", c.Policy, c.Key, c.Source, c.SHA256, c.Complete)
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
func (s *Server) Load(ctx context.Context) (*server.Restore, error) {
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
