package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// pipeSize is the most that Linux gives to a pipe of anybody (pipe(7), pipe-max-size).
const pipeSize = 1 << 20

// widen makes a pipe hold more, so that the programs at its ends wait less for each other.
// What is no pipe, or may not grow, stays as it is.
func widen(f *os.File) {
	raw, err := f.SyscallConn()
	if err != nil {
		return
	}
	_ = raw.Control(func(fd uintptr) { _, _ = unix.FcntlInt(fd, unix.F_SETPIPE_SZ, pipeSize) })
}
