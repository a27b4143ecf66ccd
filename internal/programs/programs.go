// Package programs has tests run programs of this module, built as they stand.
package programs

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

const module = "github.com/migawari-dev/migawari/"

// Build builds programs, such as cmd/migawari, into a directory that is there.
func Build(dir string, programs ...string) error {
	args := []string{"build", "-o", dir}
	for _, p := range programs {
		args = append(args, module+p)
	}
	if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w: %s", err, out)
	}
	return nil
}

// Main runs the tests of a package with programs built into a directory, which it names in
// dir. It gives the exit status.
func Main(m *testing.M, dir *string, programs ...string) int {
	at, err := os.MkdirTemp("", "migawari")
	if err == nil {
		*dir = at
		err = Build(at, programs...)
	}
	status := 1
	if err == nil {
		status = m.Run()
	}
	if err = errors.Join(err, os.RemoveAll(at)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return status
}
