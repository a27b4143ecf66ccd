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

// A Process is a program of a server that runs, and whose output is read. What it
// complains of is cut down to what an [Error] holds. One goroutine may read while
// another closes it.
type Process struct {
	cmd    *exec.Cmd
	out    io.ReadCloser
	said   *complaint
	cancel context.CancelFunc
	end    func() error
}

// Start starts a program that writes. Its output stands in a pipe: who does not read
// holds it up, and nothing of it lies anywhere. The context ends it.
func Start(ctx context.Context, cmd *exec.Cmd) (*Process, error) {
	p := &Process{cmd: cmd, said: &complaint{}}
	var err error
	if p.out, err = cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	return p, p.start(ctx)
}

func (p *Process) start(ctx context.Context) error {
	ctx, p.cancel = context.WithCancel(ctx)
	p.cmd.Stderr = p.said
	p.cmd.WaitDelay = patience
	p.end = sync.OnceValue(p.wait)
	if err := p.cmd.Start(); err != nil {
		p.cancel()
		return err
	}
	context.AfterFunc(ctx, func() { _ = p.cmd.Process.Kill() }) // it may have ended
	return nil
}

func (p *Process) wait() error {
	err := p.cmd.Wait()
	p.cancel()
	if status, ok := errors.AsType[*exec.ExitError](err); ok {
		return p.said.error(program(p.cmd), status.ProcessState.String())
	}
	return err
}

// Wait waits for the program to end and says how it did.
func (p *Process) Wait() error { return p.end() }

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

// Close ends the program, if it has not ended.
func (p *Process) Close() error {
	p.cancel()
	_ = p.end() // it was told to end
	return nil
}
