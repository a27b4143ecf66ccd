//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// A process is the command, masking what comes through a pipe.
type process struct {
	*exec.Cmd
	dir    string
	stdin  io.WriteCloser
	stdout *os.File
	stderr bytes.Buffer
}

// begin starts the command.
func begin(t *testing.T, args ...string) *process {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"policy.yaml": "{version: 1, tables: {users: keep}}", "key": mask.GenerateKey(), "dump.sql": "CREATE TABLE users (id int);\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "out"), 0o700))
	p := &process{dir: dir, Cmd: exec.Command("migawari", append([]string{"mask", "--dialect", "mysql", "-p", "policy.yaml", "--key-file", "key"}, args...)...)}
	p.Dir, p.Stderr = dir, &p.stderr
	var err error
	p.stdin, err = p.StdinPipe()
	require.NoError(t, err)
	r, w, err := os.Pipe()
	require.NoError(t, err)
	p.stdout, p.Stdout = r, w
	require.NoError(t, p.Start())
	require.NoError(t, w.Close())
	t.Cleanup(func() { _ = p.Process.Kill(); _ = r.Close() })
	return p
}

// feed writes half a dump, which is more than the command looks at before it
// begins to write, and than pipes hold. It returns when the command has taken it in, or
// has ended.
func (p *process) feed() {
	_, _ = io.WriteString(p.stdin, "CREATE TABLE users (id int);\n"+strings.Repeat("INSERT INTO users VALUES (1),(2),(3);\n", 100_000))
}

// drain reads what the command writes; begun is closed with the first byte.
func (p *process) drain() (begun chan struct{}, all chan []byte) {
	begun, all = make(chan struct{}), make(chan []byte, 1)
	go func() {
		first := make([]byte, 1)
		n, _ := io.ReadFull(p.stdout, first)
		close(begun)
		rest, _ := io.ReadAll(p.stdout)
		all <- append(first[:n], rest...)
	}()
	return begun, all
}

// status waits for the end and gives the exit status, or the signal below 0.
func (p *process) status(t *testing.T) int {
	t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- p.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			require.NoError(t, err)
			return 0
		}
		if s := exit.Sys().(syscall.WaitStatus); s.Signaled() {
			return -int(s.Signal())
		}
		return exit.ExitCode()
	case <-time.After(20 * time.Second):
		t.Fatal("it did not end")
		return 0
	}
}

// TestSignal stops a run that waits for a pipe nobody writes to.
func TestSignal(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		for name, args := range map[string][]string{"alone": {"-j", "1"}, "workers": {"-j", "4"}} {
			t.Run(sig.String()+" "+name, func(t *testing.T) {
				p := begin(t, args...)
				begun, all := p.drain()
				p.feed()
				<-begun
				require.NoError(t, p.Process.Signal(sig))
				require.Equal(t, exitStopped, p.status(t))
				require.True(t, bytes.HasSuffix(<-all, []byte("\n"+mask.Incomplete+"\n")))
				require.Equal(t, "migawari: stopped by a signal: "+sig.String()+"\n", p.stderr.String())
			})
		}
	}
}

// TestSignalBeforeTheFirstByte finds the command waiting for its input.
func TestSignalBeforeTheFirstByte(t *testing.T) {
	p := begin(t)
	time.Sleep(300 * time.Millisecond) // until the handler is there
	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	require.Equal(t, exitStopped, p.status(t))
	b, err := io.ReadAll(p.stdout)
	require.NoError(t, err)
	require.Equal(t, "\n"+mask.Incomplete+"\n", string(b))
}

// TestSignalLeavesNoFile stops a run that writes a file: neither it nor what it
// was written to stays.
func TestSignalLeavesNoFile(t *testing.T) {
	p := begin(t, "-o", "out/dev.sql.gz", "--audit", "out/audit.json")
	go p.feed()
	require.Eventually(t, func() bool { // it has begun
		entries, err := os.ReadDir(filepath.Join(p.dir, "out"))
		return err == nil && len(entries) == 2
	}, 10*time.Second, 10*time.Millisecond)
	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	require.Equal(t, exitStopped, p.status(t))
	entries, err := os.ReadDir(filepath.Join(p.dir, "out"))
	require.NoError(t, err)
	require.Empty(t, entries)
}

// TestSecondSignal ends a run that cannot end in order: nobody reads its output.
func TestSecondSignal(t *testing.T) {
	p := begin(t)
	go p.feed()
	_, err := io.ReadFull(p.stdout, make([]byte, 1))
	require.NoError(t, err)
	time.Sleep(200 * time.Millisecond) // until the pipe is full
	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	time.Sleep(200 * time.Millisecond)
	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	require.Equal(t, -int(syscall.SIGTERM), p.status(t))
}

// TestClosedPipe has the reader of the dump go away, as head does.
func TestClosedPipe(t *testing.T) {
	p := begin(t)
	require.NoError(t, p.stdout.Close())
	p.feed()
	require.Equal(t, exitStopped, p.status(t))
	require.Empty(t, p.stderr.String())
}

// TestClosedStderr has nobody left to talk to; the file appears all the same.
func TestClosedStderr(t *testing.T) {
	p := begin(t) // for its files
	r, w, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, r.Close())
	cmd := exec.Command("migawari", "mask", "--dialect", "mysql", "-p", "policy.yaml", "--key-file", "key", "-o", "out/dev.sql", "dump.sql")
	cmd.Dir, cmd.Stderr = p.dir, w
	require.NoError(t, cmd.Run())
	require.FileExists(t, filepath.Join(p.dir, "out", "dev.sql"))
}

// TestFullDisk writes to a device that is always full.
func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	p := begin(t) // for its files
	var stderr bytes.Buffer
	cmd := exec.Command("migawari", "mask", "--dialect", "mysql", "-p", "policy.yaml", "--key-file", "key", "dump.sql")
	cmd.Dir, cmd.Stdout, cmd.Stderr = p.dir, full, &stderr
	require.Error(t, cmd.Run())
	require.Equal(t, exitStopped, cmd.ProcessState.ExitCode())
	require.Equal(t, "migawari: stdout: no space left on device\n", stderr.String())
}
