//go:build unix

package main

import (
	"os"
	"syscall"
)

// peak is the greatest size in memory that a process had, where the system
// counts in KiB: on Linux.
func peak(s *os.ProcessState) int64 {
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}
