package server

import (
	"context"
	"database/sql"
	"errors"
	"os/exec"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

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
	const known = `SELECT (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE `
	var marked bool
	err = s.db.QueryRowContext(ctx, known+table+`), to_regclass('public.`+schema.Marker+`') IS NOT NULL, to_regclass('public.`+schema.Record+`') IS NOT NULL`).
		Scan(&out.Tables, &marked, &out.Loaded)
	if err != nil {
		return out, reduced(err)
	}
	if marked {
		err = s.db.QueryRowContext(ctx, "SELECT coalesce(bool_or(server = $1 AND name = current_database()), false) FROM public."+schema.Marker, out.Identity).Scan(&out.Marked)
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
	return s.put(ctx, schema.Marker, "server text NOT NULL, name text NOT NULL", "VALUES ($1, current_database())", id)
}

// Keep implements [server.Server].
func (s *Server) Keep(ctx context.Context, c server.Copy) error {
	expires := sql.NullTime{Time: c.Expires, Valid: !c.Expires.IsZero()}
	return s.put(ctx, schema.Record, recordColumns, "VALUES (now(), $1, $2, $3, $4, $5, $6, $7, $8, $9)",
		c.Policy, c.Key, c.Audience, c.Purpose, expires, c.Source, c.SHA256, c.Audit, c.Complete)
}

// recordColumns are those of the record.
const recordColumns = `loaded_at timestamptz NOT NULL, policy text NOT NULL, mask_key text NOT NULL, audience text NOT NULL, purpose text NOT NULL,
	expires_at timestamptz, source text NOT NULL, sha256 text NOT NULL, audit text NOT NULL, complete boolean NOT NULL`

// Kept implements [server.Server].
func (s *Server) Kept(ctx context.Context) (*server.Copy, error) {
	var c server.Copy
	var expires sql.NullTime
	err := s.db.QueryRowContext(ctx, "SELECT policy, mask_key, audience, purpose, expires_at, source, sha256, audit, complete FROM public."+schema.Record).
		Scan(&c.Policy, &c.Key, &c.Audience, &c.Purpose, &expires, &c.Source, &c.SHA256, &c.Audit, &c.Complete)
	if e, ok := errors.AsType[*pq.Error](err); ok && e.Code == pqerror.UndefinedTable || errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, reduced(err)
	}
	c.Expires = expires.Time
	return &c, nil
}

// put makes one of our tables hold one row.
func (s *Server) put(ctx context.Context, table, columns, values string, args ...any) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return reduced(err)
	}
	defer func() { _ = tx.Rollback() }() // where it was not committed
	if _, err := tx.ExecContext(ctx, "CREATE TABLE IF NOT EXISTS public."+table+" ("+columns+"); DELETE FROM public."+table); err != nil {
		return reduced(err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO public."+table+" "+values, args...); err != nil {
		return reduced(err)
	}
	return reduced(tx.Commit())
}

// loadOptions are how the client reads: all or nothing, and of errors only the code.
var loadOptions = []string{
	"--no-psqlrc", "--quiet", "--no-password", "--single-transaction", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=sqlstate", "--file=-",
}

// Load implements [server.Server]. It is one transaction.
func (s *Server) Load(ctx context.Context) (server.Restore, error) {
	path, err := server.Find("psql")
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, loadOptions...)
	cmd.Env = s.environment()
	return server.StartRestore(ctx, cmd)
}
