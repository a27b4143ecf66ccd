//go:build !unix

package dbtest

import (
	"path/filepath"
	"runtime"
	"syscall"
)

// A place is the directory of one server. There is none on this system, whose
// servers do not run on sockets alone.
type place struct {
	dir     string
	account account
}

type account struct{}

func newPlace(string) (*place, error) {
	return nil, &missingError{"a way to run servers without TCP on " + runtime.GOOS}
}

func (p *place) data() string { return filepath.Join(p.dir, "data") }
func (p *place) run() string  { return filepath.Join(p.dir, "run") }
func (p *place) remove()      {}

func (account) attributes(syscall.Signal) *syscall.SysProcAttr { return nil }
