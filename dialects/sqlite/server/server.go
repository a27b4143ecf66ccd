// Package server has database files of SQLite as targets: what is loaded into them, and
// what they say of themselves. There is no server, so the file and the machine stand for one.
package server

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
)

// A Server is one file, which need not be there yet.
type Server struct {
	path string
	kept *server.Copy // that was asked for last
}

var _ server.Server = (*Server)(nil)

// Locate finds the file of a target, without links.
func Locate(t *server.Target) error {
	path, err := locate(t.Database)
	t.Database = path
	return err
}

// locate gives a path from the root. What is not there yet lies in a directory that is.
func locate(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		if real, err = filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
			real = filepath.Join(real, filepath.Base(path))
		}
	}
	if err != nil {
		return "", server.ErrDatabase
	}
	return filepath.Abs(real)
}

// Identity is that of a file as a source or target: its machine and its place there.
func Identity(path string) (string, error) {
	path, err := locate(path)
	if err != nil {
		return "", err
	}
	host, err := os.Hostname()
	return server.Digest("sqlite", host+"\n"+path), err
}

// Open opens a target that Locate has found.
func Open(_ context.Context, t *server.Target) (*Server, error) {
	info, err := os.Stat(t.Database)
	if err == nil && !info.Mode().IsRegular() {
		err = server.ErrDatabase
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return &Server{path: t.Database}, nil
}

// Close implements [server.Server].
func (*Server) Close() error { return nil }

// Dialect implements [server.Server].
func (*Server) Dialect() dialects.Dialect { return sqlite.Dialect }

// Identity implements [server.Server].
func (s *Server) Identity(context.Context) (string, error) { return Identity(s.path) }

// Tables implements [server.Server].
func (s *Server) Tables(context.Context) (*schema.Schema, error) {
	f, err := dbfile.Open(s.path)
	if err != nil {
		return nil, err
	}
	text := f.Definitions()
	defer func() { _ = text.Close() }() // it was only read
	return server.Read(sqlite.Dialect, text)
}

// A dump is the text of the file.
type dump struct{ *dbfile.File }

func (d dump) Open() (io.ReadCloser, error) { return d.Text(), nil }
func (dump) Again() bool                    { return true }
func (dump) Close() error                   { return nil }

// Dump implements [server.Server].
func (s *Server) Dump(context.Context) (server.Dump, error) {
	f, err := dbfile.Open(s.path)
	return dump{f}, err
}

// exists says whether there is a database yet.
func (s *Server) exists() bool {
	info, err := os.Stat(s.path)
	return err == nil && info.Size() > 0
}

// State implements [server.Server].
func (s *Server) State(ctx context.Context) (out server.State, err error) {
	if out.Identity, err = s.Identity(ctx); err != nil || !s.exists() {
		return out, err
	}
	db, err := dbfile.Connect(s.path, false)
	if err != nil {
		return out, err
	}
	defer func() { _ = db.Close() }() // it was only read
	var marked bool
	err = db.QueryRowContext(ctx, `SELECT count(*) FILTER (WHERE lower(name) NOT IN (?, ?)), count(*) FILTER (WHERE name = ?), count(*) FILTER (WHERE name = ?)
		FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'`,
		schema.Marker, schema.Record, schema.Marker, schema.Record).Scan(&out.Tables, &marked, &out.Loaded)
	if err == nil && marked {
		err = db.QueryRowContext(ctx, "SELECT COALESCE(MAX(server = ?), 0) FROM "+schema.Marker, out.Identity).Scan(&out.Marked)
		out.Stale = !out.Marked
	}
	return out, dbfile.Reduced(err)
}

// Mark implements [server.Server].
func (s *Server) Mark(ctx context.Context) error {
	id, err := s.Identity(ctx)
	if err != nil {
		return err
	}
	if !s.exists() {
		return fs.ErrNotExist
	}
	return put(ctx, s.path, schema.Marker, "server TEXT NOT NULL, name TEXT NOT NULL", "VALUES (?, ?)", id, filepath.Base(s.path))
}

// Keep implements [server.Server]. Where there is no file yet, it comes with the load.
func (s *Server) Keep(ctx context.Context, c server.Copy) error {
	s.kept = &c
	if !s.exists() {
		return nil
	}
	return keep(ctx, s.path, &c)
}

func keep(ctx context.Context, path string, c *server.Copy) error {
	expires := sql.NullString{String: c.Expires.UTC().Format(server.Stored), Valid: !c.Expires.IsZero()}
	return put(ctx, path, schema.Record, recordColumns, "VALUES (datetime('now'), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		c.Policy, c.Key, c.Audience, c.Purpose, expires, c.Source, c.SHA256, c.Audit, c.Complete)
}

// recordColumns are those of the record. Moments are in UTC.
const recordColumns = `loaded_at TEXT NOT NULL, policy TEXT NOT NULL, mask_key TEXT NOT NULL, audience TEXT NOT NULL, purpose TEXT NOT NULL,
	expires_at TEXT, source TEXT NOT NULL, sha256 TEXT NOT NULL, audit TEXT NOT NULL, complete INTEGER NOT NULL`

// Kept implements [server.Server].
func (s *Server) Kept(ctx context.Context) (*server.Copy, error) {
	if !s.exists() {
		return nil, nil
	}
	db, err := dbfile.Connect(s.path, false)
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }() // it was only read
	var there bool
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name = ?", schema.Record).Scan(&there); err != nil || !there {
		return nil, dbfile.Reduced(err)
	}
	var c server.Copy
	var expires sql.NullString
	err = db.QueryRowContext(ctx, "SELECT policy, mask_key, audience, purpose, expires_at, source, sha256, audit, complete FROM "+schema.Record).
		Scan(&c.Policy, &c.Key, &c.Audience, &c.Purpose, &expires, &c.Source, &c.SHA256, &c.Audit, &c.Complete)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, dbfile.Reduced(err)
	}
	if expires.Valid {
		if c.Expires, err = time.Parse(server.Stored, expires.String); err != nil {
			return nil, ErrRecord // the error would show the text
		}
	}
	return &c, nil
}

// put makes one of our tables hold one row.
func put(ctx context.Context, path, table, columns, values string, args ...any) error {
	db, err := dbfile.Connect(path, true)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err == nil {
		_, err = tx.ExecContext(ctx, strings.Join([]string{"CREATE TABLE IF NOT EXISTS ", table, " (", columns, "); DELETE FROM ", table}, ""))
		if err == nil {
			_, err = tx.ExecContext(ctx, "INSERT INTO "+table+" "+values, args...)
		}
		if err == nil {
			err = tx.Commit()
		} else {
			_ = tx.Rollback() // the first error says more
		}
	}
	return errors.Join(dbfile.Reduced(err), db.Close())
}
