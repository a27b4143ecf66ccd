//go:build unix

package audit

import (
	"os"
	"syscall"
)

// lock waits until no other run writes into the file; the system lets go of it when it is
// closed.
func lock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX) }
