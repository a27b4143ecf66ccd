package pipe

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// size is the most that Linux gives to a pipe of anybody (pipe(7), pipe-max-size).
const size = 1 << 20

func widen(c syscall.Conn) {
	raw, err := c.SyscallConn()
	if err != nil {
		return
	}
	_ = raw.Control(func(fd uintptr) { _, _ = unix.FcntlInt(fd, unix.F_SETPIPE_SZ, size) })
}
