//go:build unix && !linux

package dbtest

import "syscall"

// endWithParent does nothing where the kernel cannot do it.
func endWithParent(*syscall.SysProcAttr, syscall.Signal) {}
