package dbtest

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// startLimit is how long a server may take until it answers. They need less
// than a second on an idle machine.
const startLimit = 2 * time.Minute

// A process is a server's process.
type process struct {
	cmd     *exec.Cmd
	end     syscall.Signal // stops it at once
	stopped atomic.Bool
	done    chan struct{} // closed when it has ended
}

// launch starts a server that the kernel ends, where it can, when this process
// dies.
func launch(cmd *exec.Cmd, end syscall.Signal) (*process, error) {
	p := &process{cmd: cmd, end: end, done: make(chan struct{})}
	started := make(chan error)
	go func() {
		// To the kernel the parent is the thread that started the server, so
		// that thread must live as long as the server.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended stands in its log
			close(p.done)
		}
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("dbtest: %s: %w", cmd.Path, err)
	}
	return p, nil
}

func (p *process) stop() {
	p.stopped.Store(true)
	_ = p.cmd.Process.Signal(p.end) // it may have ended by itself
	<-p.done
}

// answer waits until the server answers, and gives its version.
func (p *process) answer(db *sql.DB, version string) (string, error) {
	for begin := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		var v string
		err := db.QueryRow(version).Scan(&v)
		if err == nil {
			return v, nil
		}
		select {
		case <-p.done:
			return "", fmt.Errorf("dbtest: %s ended before it answered", p.cmd.Path)
		default:
		}
		if time.Since(begin) > startLimit {
			return "", fmt.Errorf("dbtest: %s did not answer within %v: %w", p.cmd.Path, startLimit, err)
		}
	}
}

// logName is the file in a server's place that takes what it prints.
const logName = "log"

// setup runs a program that makes a server's files, as the server's account.
func (p *place) setup(path string, args ...string) error {
	cmd := exec.Command(path, args...)
	cmd.Dir, cmd.Env = p.data(), environment()
	cmd.SysProcAttr = p.account.attributes(0)
	_, err := run(cmd, nil)
	return err
}

// serve starts a server in its place. A server that does not come up takes its
// place with it.
func (p *place) serve(e engine, end syscall.Signal, version, path string, args ...string) (*Server, error) {
	log, err := os.Create(filepath.Join(p.dir, logName))
	if err != nil {
		return nil, err
	}
	defer func() { _ = log.Close() }() // the server has its own handle
	cmd := exec.Command(path, args...)
	cmd.Dir, cmd.Env = p.data(), environment()
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = p.account.attributes(end)
	s := &Server{engine: e, place: p}
	if s.admin, err = sql.Open(e.driver(), e.dsn("")); err != nil {
		return nil, err
	}
	if s.process, err = launch(cmd, end); err != nil {
		return nil, err
	}
	if s.version, err = s.process.answer(s.admin, version); err != nil {
		s.process.stop()
		return nil, fmt.Errorf("%w: %s", err, p.lastWords())
	}
	return s, nil
}

// lastWords is the end of a server's log.
func (p *place) lastWords() string {
	const size = 2000
	log, err := os.ReadFile(filepath.Join(p.dir, logName))
	if err != nil {
		return err.Error()
	}
	return string(log[max(0, len(log)-size):])
}

// environment is that of servers and clients: the user's own settings of
// clients, languages and time zones would change what they print.
func environment() []string {
	env := []string{"LC_ALL=C", "TZ=UTC"}
	for _, v := range os.Environ() {
		foreign := false
		for _, prefix := range []string{"PG", "MYSQL", "MARIADB", "LC_", "LANG", "TZ"} {
			foreign = foreign || strings.HasPrefix(v, prefix)
		}
		if !foreign {
			env = append(env, v)
		}
	}
	return env
}
