//go:build unix

package main

import (
	"os"
	"syscall"
	"time"
)

// peak is the greatest size in memory that a process had, where the system
// counts in KiB: on Linux.
func peak(s *os.ProcessState) int64 {
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}

// own is what this process has used; nothing where that cannot be told.
func own() (u syscall.Rusage) {
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return syscall.Rusage{}
	}
	return u
}

func ownTime() time.Duration {
	u := own()
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func ownPeak() int64 {
	u := own()
	return u.Maxrss << 10
}
