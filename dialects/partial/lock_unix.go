//go:build unix

package partial

import (
	"os"
	"syscall"
)

// lock keeps other runs out as long as the file is open; the system lets go of it when
// the process ends, in whatever way.
func lock(f *os.File) error {
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil {
		return ErrBusy
	}
	return nil
}
