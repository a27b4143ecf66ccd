package server_test

import (
	"context"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
	sqliteserver "github.com/migawari-dev/migawari/dialects/sqlite/server"
)

func opened(t *testing.T, path string) *sqliteserver.Server {
	target, err := server.ParseTarget("sqlite:" + path)
	require.NoError(t, err)
	require.NoError(t, sqliteserver.Locate(target))
	s, err := sqliteserver.Open(context.Background(), target)
	require.NoError(t, err)
	return s
}

// application opens a file as one does that uses it.
func application(t *testing.T, path string, statements ...string) *sql.DB {
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	t.Cleanup(func() { db.Close() })
	for _, s := range statements {
		_, err := db.Exec(s)
		require.NoError(t, err)
	}
	return db
}

const text = "BEGIN TRANSACTION;\nCREATE TABLE t (x TEXT);\nINSERT INTO t VALUES('masked');\nCOMMIT;\n"

func load(t *testing.T, s *sqliteserver.Server, text string) error {
	r, err := s.Load(context.Background())
	require.NoError(t, err)
	defer r.Close()
	if _, err := io.WriteString(r, text); err != nil {
		return err
	}
	return r.Commit()
}

func entries(t *testing.T, dir string) (names []string) {
	all, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}

func TestLoad(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	path := filepath.Join(dir, "dev.db")
	s := opened(t, path)
	state, err := s.State(ctx)
	require.NoError(t, err)
	require.Zero(t, state.Tables)
	kept, err := s.Kept(ctx)
	require.NoError(t, err)
	require.Nil(t, kept)

	require.NoError(t, s.Keep(ctx, server.Copy{Purpose: "test"}))
	require.Empty(t, entries(t, dir))
	require.NoError(t, load(t, s, text))
	kept, err = s.Kept(ctx)
	require.NoError(t, err)
	require.Equal(t, &server.Copy{Purpose: "test"}, kept)
	whole := server.Copy{Purpose: "test", Complete: true, Expires: time.Date(2030, 1, 31, 0, 0, 0, 0, time.UTC)}
	require.NoError(t, s.Keep(ctx, whole))
	kept, err = s.Kept(ctx)
	require.NoError(t, err)
	require.Equal(t, &whole, kept)
	require.Equal(t, []string{"dev.db"}, entries(t, dir))

	state, err = s.State(ctx)
	require.NoError(t, err)
	require.Equal(t, 1, state.Tables)
	require.True(t, state.Loaded)
	tables, err := s.Tables(ctx)
	require.NoError(t, err)
	require.NotNil(t, tables.Table(schema.Name{Name: "t"}))
}

// TestFailed leaves the old file, and nothing beside it.
func TestFailed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "dev.db")
	application(t, path, "CREATE TABLE old (x)").Close()
	require.NoError(t, os.Chmod(path, 0o640))
	s := opened(t, path)
	require.Error(t, load(t, s, "CREATE TABLE t (x);\nINSERT INTO t VALUES (no_such_function('canary'));\n"))
	r, err := s.Load(context.Background())
	require.NoError(t, err)
	_, err = io.WriteString(r, "CREATE TABLE t (x);\nINSERT")
	require.NoError(t, err)
	require.NoError(t, r.Close())
	require.Equal(t, []string{"dev.db"}, entries(t, dir))
	tables, err := s.Tables(context.Background())
	require.NoError(t, err)
	require.NotNil(t, tables.Table(schema.Name{Name: "old"}))
	require.NoError(t, load(t, s, text))
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o640), info.Mode().Perm())
}

// TestInUse puts no new file beside the log of an old one, which would be taken for its own.
func TestInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dev.db")
	application(t, path, "PRAGMA journal_mode=wal", "CREATE TABLE old (x)", "INSERT INTO old VALUES (1)")
	s := opened(t, path)
	state, err := s.State(context.Background())
	require.NoError(t, err)
	require.Equal(t, 1, state.Tables, "what is in the log counts")
	require.ErrorIs(t, load(t, s, text), dbfile.ErrBusy)
	_, err = s.Dump(context.Background())
	require.ErrorIs(t, err, dbfile.ErrLog)
}

// TestMark: a mark counts where it was made, whatever leads there, and not in a copy.
func TestMark(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	path := filepath.Join(dir, "app.db")
	application(t, path, "CREATE TABLE t (x)").Close()
	require.NoError(t, opened(t, path).Mark(ctx))
	require.NoError(t, os.Symlink(path, filepath.Join(dir, "link.db")))
	state, err := opened(t, filepath.Join(dir, "link.db")).State(ctx)
	require.NoError(t, err)
	require.True(t, state.Marked)
	require.Equal(t, 1, state.Tables)
	id, err := sqliteserver.Identity(path)
	require.NoError(t, err)
	require.Equal(t, id, state.Identity)
	require.NoError(t, os.Rename(path, filepath.Join(dir, "copy.db")))
	state, err = opened(t, filepath.Join(dir, "copy.db")).State(ctx)
	require.NoError(t, err)
	require.False(t, state.Marked)
	require.True(t, state.Stale)
	require.Error(t, opened(t, filepath.Join(dir, "none.db")).Mark(ctx))
}

func TestLocate(t *testing.T) {
	for _, path := range []string{"/nowhere/at/all.db", "server.go/x.db"} {
		target := &server.Target{Dialect: "sqlite", Database: path}
		require.ErrorIs(t, sqliteserver.Locate(target), server.ErrDatabase)
	}
	_, err := sqliteserver.Open(context.Background(), &server.Target{Database: t.TempDir()})
	require.Error(t, err)
}
