// Package pipe has programs at the two ends of a pipe wait less for each other.
package pipe

import "syscall"

// Widen makes a pipe hold as much as the system allows, which on Linux is sixteen times
// the usual. end is either end of it; what is no pipe, or may not grow, stays as it is.
func Widen(end any) {
	if c, ok := end.(syscall.Conn); ok {
		widen(c)
	}
}
