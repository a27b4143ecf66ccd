//go:build unix

package approval

import (
	"io/fs"
	"syscall"
)

// MachineFile is where the file of a machine lies.
const MachineFile = "/etc/migawari/approval.yaml"

// guarded says why others could write a file, or a directory.
func guarded(i fs.FileInfo, owner int) error {
	if s, ok := i.Sys().(*syscall.Stat_t); ok && int64(s.Uid) != int64(owner) {
		return ErrOwner
	}
	const others = 0o022
	if i.Mode().Perm()&others != 0 {
		return ErrOpen
	}
	return nil
}
