package server

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"syscall"

	"github.com/migawari-dev/migawari/internal/pipe"
)

// A Restore takes a dump into a database, and stops at the first error.
type Restore interface {
	io.Writer
	// Commit says that the dump is whole, and waits until it is in the database.
	Commit() error
	// Close ends what was not committed, so that nothing is kept that can be taken back.
	Close() error
}

// A client is a program that restores. Of what it prints nothing is kept.
type client struct {
	*child
	in io.WriteCloser
}

// StartRestore starts a program that reads. The context ends it.
func StartRestore(ctx context.Context, cmd *exec.Cmd) (Restore, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	pipe.Widen(in)
	c, err := start(ctx, cmd)
	return &client{c, in}, err
}

// Write implements [io.Writer]. Where the program has ended, the error is how.
func (r *client) Write(b []byte) (int, error) {
	n, err := r.in.Write(b)
	if errors.Is(err, syscall.EPIPE) {
		if said := r.end(); said != nil {
			err = said
		}
	}
	return n, err
}

// Commit implements [Restore]: it waits for the program.
func (r *client) Commit() error {
	if err := r.in.Close(); err != nil {
		return err
	}
	return r.end()
}
