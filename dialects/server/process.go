package server

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/migawari-dev/migawari/internal/pipe"
)

// patience is how long a program that was told to end may take to do so.
const patience = 5 * time.Second

// withheld are beginnings of variables that no program of a server gets: the key, and
// what would lead it elsewhere than we are.
var withheld = []string{"MIGAWARI_", "MYSQL_", "PG", "LC_", "LANG"}

// Environment is that of this process without what programs are not to have. Their
// messages come in English.
func Environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		return slices.ContainsFunc(withheld, func(begin string) bool { return strings.HasPrefix(v, begin) })
	})
	return append(env, "LC_ALL=C")
}

// A child is a program of a server that runs. What it complains of is cut down to what
// an [Error] holds. One goroutine may use it while another closes it.
type child struct {
	cmd    *exec.Cmd
	said   *complaint
	cancel context.CancelFunc
	end    func() error
}

// start starts a program, which the context ends.
func start(ctx context.Context, cmd *exec.Cmd) (*child, error) {
	c := &child{cmd: cmd, said: &complaint{}}
	c.end = sync.OnceValue(c.wait)
	ctx, c.cancel = context.WithCancel(ctx)
	cmd.Stderr = c.said
	cmd.WaitDelay = patience
	if err := cmd.Start(); err != nil {
		c.cancel()
		return nil, err
	}
	context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() }) // it may have ended
	return c, nil
}

func (c *child) wait() error {
	err := c.cmd.Wait()
	c.cancel()
	if status, ok := errors.AsType[*exec.ExitError](err); ok {
		return c.said.error(program(c.cmd), status.ProcessState.String())
	}
	return err
}

// Close ends the program, if it has not ended.
func (c *child) Close() error {
	c.cancel()
	_ = c.end() // it was told to end
	return nil
}

// A Process is a program whose output is read.
type Process struct {
	*child
	out io.ReadCloser
}

// Start starts a program that writes. Its output stands in a pipe: who does not read
// holds it up, and nothing of it lies anywhere. The context ends it.
func Start(ctx context.Context, cmd *exec.Cmd) (*Process, error) {
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	pipe.Widen(out)
	c, err := start(ctx, cmd)
	return &Process{c, out}, err
}

// Read implements [io.Reader]. The end comes only where the program has succeeded.
func (p *Process) Read(b []byte) (int, error) {
	n, err := p.out.Read(b)
	if err == nil || n > 0 {
		return n, nil
	}
	if err := p.end(); err != nil {
		return 0, err
	}
	return 0, io.EOF
}
