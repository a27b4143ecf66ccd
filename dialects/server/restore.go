package server

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"syscall"

	"github.com/migawari-dev/migawari/internal/pipe"
)

// A Restore is a program that reads a dump into a database. Of what it prints nothing
// is kept.
type Restore struct {
	*child
	in io.WriteCloser
}

// StartRestore starts a program that reads. The context ends it.
func StartRestore(ctx context.Context, cmd *exec.Cmd) (*Restore, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	pipe.Widen(in)
	c, err := start(ctx, cmd)
	return &Restore{c, in}, err
}

// Write implements [io.Writer]. Where the program has ended, the error is how.
func (r *Restore) Write(b []byte) (int, error) {
	n, err := r.in.Write(b)
	if errors.Is(err, syscall.EPIPE) {
		if said := r.end(); said != nil {
			err = said
		}
	}
	return n, err
}

// Commit says that the dump is whole, and waits for the program. Without it, Close ends the
// program so that nothing is kept that can be taken back.
func (r *Restore) Commit() error {
	if err := r.in.Close(); err != nil {
		return err
	}
	return r.end()
}
