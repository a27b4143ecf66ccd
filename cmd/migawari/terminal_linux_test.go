package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/migawari-dev/migawari/dialects"
)

// terminal opens a pseudo-terminal: what is written to tty is read from screen.
func terminal(t *testing.T) (screen, tty *os.File) {
	t.Helper()
	screen, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here")
	}
	t.Cleanup(func() { _ = screen.Close() })
	n, err := unix.IoctlGetInt(int(screen.Fd()), unix.TIOCGPTN)
	require.NoError(t, err)
	require.NoError(t, unix.IoctlSetPointerInt(int(screen.Fd()), unix.TIOCSPTLCK, 0))
	require.NoError(t, unix.IoctlSetWinsize(int(screen.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 60}))
	tty, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	require.NoError(t, err)
	return screen, tty
}

// TestTerminal masks slowly with a terminal behind stderr: a bar is drawn, and
// erased before the last lines, which have colours.
func TestTerminal(t *testing.T) {
	screen, tty := terminal(t)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "policy.yaml"), []byte(
		"{version: 1, tables: {users: {person: {by: id, household: home}, columns: {id: keep, home: keep}}, orders: {person: id, columns: {id: keep, buyer: person.name}}}}"), 0o600))
	out, err := os.Create(filepath.Join(dir, "out.sql"))
	require.NoError(t, err)
	defer out.Close()
	cmd := exec.Command("migawari", "mask", "--dialect", "mysql", "-p", "policy.yaml", "--ephemeral-key")
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, out, tty
	cmd.Env = append(os.Environ(), "TERM=xterm", "NO_COLOR=")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	require.NoError(t, tty.Close())
	_, err = io.WriteString(in, "CREATE TABLE users (id int, home int);\nCREATE TABLE orders (id int, buyer varchar(99));\n"+strings.Repeat("-- \n", dialects.DetectSize/4))
	require.NoError(t, err)
	time.Sleep(barAfter + 5*barEvery)
	require.NoError(t, in.Close())
	seen, _ := io.ReadAll(screen) // ends in an error when the other side is closed
	require.NoError(t, cmd.Wait())

	text := bytes.ReplaceAll(seen, []byte("\r\n"), []byte("\n"))
	require.Contains(t, string(text), eraseLine+"migawari: 0 B  0 rows  0 B/s")
	require.Contains(t, string(text), eraseLine+"migawari: 0 rows in 2 tables, 0 values masked\n")
	require.Contains(t, string(text), "migawari: \x1b[33mwarning:\x1b[0m table orders: column buyer: ")
	dump, err := os.ReadFile(out.Name())
	require.NoError(t, err)
	require.NotContains(t, string(dump), "\x1b")
}

// TestTerminalForInput refuses to wait for a dump that nobody will type.
func TestTerminalForInput(t *testing.T) {
	_, tty := terminal(t)
	defer tty.Close()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "policy.yaml"), []byte("{version: 1, tables: {users: keep}}"), 0o600))
	var stderr bytes.Buffer
	cmd := exec.Command("migawari", "mask", "-p", "policy.yaml", "--ephemeral-key")
	cmd.Dir, cmd.Stdin, cmd.Stderr = dir, tty, &stderr
	require.Error(t, cmd.Run())
	require.Equal(t, exitUsage, cmd.ProcessState.ExitCode())
	require.Contains(t, stderr.String(), "migawari: standard input is a terminal\nmigawari: hint: ")
}
