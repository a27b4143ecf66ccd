package dbtest

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A SQLiteFile is an SQLite database file of one test, reached through the
// sqlite3 shell.
type SQLiteFile struct {
	Path  string
	shell string
}

// SQLite gives an empty database file in a temporary directory.
func SQLite(t testing.TB) *SQLiteFile {
	t.Helper()
	shell, err := findProgram("sqlite3")
	if err != nil {
		demand(t, err)
	}
	return &SQLiteFile{Path: filepath.Join(t.TempDir(), "test.db"), shell: shell}
}

// command prepares the shell: it reads no settings and stops at the first error.
func (f *SQLiteFile) command(args ...string) *exec.Cmd {
	cmd := exec.Command(f.shell, append([]string{"-batch", "-bail", "-init", os.DevNull, f.Path}, args...)...)
	cmd.Env = environment()
	return cmd
}

// Load runs SQL text and commands of the shell, and fails the test at the first
// error.
func (f *SQLiteFile) Load(t testing.TB, r io.Reader) {
	t.Helper()
	if err := f.TryLoad(r); err != nil {
		t.Fatal(err)
	}
}

// TryLoad is Load for text that may be wrong: it gives the shell's error.
func (f *SQLiteFile) TryLoad(r io.Reader) error {
	_, err := run(f.command(), r)
	return err
}

// Dump gives what the shell's .dump writes.
func (f *SQLiteFile) Dump(t testing.TB) []byte {
	t.Helper()
	return f.Query(t, ".dump")
}

// Query runs one statement or command of the shell and gives what it prints.
func (f *SQLiteFile) Query(t testing.TB, statement string) []byte {
	t.Helper()
	out, err := run(f.command(statement), nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
