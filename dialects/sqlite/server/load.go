package server

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
)

// ErrRecord is a record that no load has written.
var ErrRecord = errors.New("its record of a load is not understood")

// A restore makes a new file beside the target, in whose place it comes when it is whole.
type restore struct {
	*dbfile.Builder
	ctx    context.Context
	server *Server
	temp   string
	mode   os.FileMode
	done   bool
}

// Load implements [server.Server]. The file is taken whole or not at all, and what was in
// the old one is gone.
func (s *Server) Load(ctx context.Context) (server.Restore, error) {
	r := &restore{ctx: ctx, server: s, mode: 0o600}
	if info, err := os.Stat(s.path); err == nil {
		r.mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(s.path), "."+filepath.Base(s.path)+".*.tmp")
	if err != nil {
		return nil, err
	}
	r.temp = f.Name()
	if err = f.Close(); err == nil {
		r.Builder, err = dbfile.Create(r.temp)
	}
	if err != nil {
		_ = os.Remove(r.temp) // nothing more can be done
		return nil, err
	}
	return r, nil
}

// Commit implements [server.Restore].
func (r *restore) Commit() error {
	if err := r.Builder.Close(); err != nil {
		return err
	}
	if c := r.server.kept; c != nil {
		if err := keep(r.ctx, r.temp, c); err != nil {
			return err
		}
	}
	if err := dbfile.Unused(r.server.path); err != nil {
		return err
	}
	if err := errors.Join(os.Chmod(r.temp, r.mode), synced(r.temp)); err != nil {
		return err
	}
	if err := os.Rename(r.temp, r.server.path); err != nil {
		return err
	}
	r.done = true
	return nil
}

// synced makes sure that all of a file is on the disk.
func synced(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Close implements [server.Restore].
func (r *restore) Close() error {
	if !r.done {
		r.Discard()
		_ = os.Remove(r.temp) // nothing more can be done
	}
	return nil
}
