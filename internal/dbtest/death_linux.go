package dbtest

import "syscall"

// endWithParent lets the kernel send the signal when the parent dies. It is
// set after the account was changed, which would clear it.
func endWithParent(attr *syscall.SysProcAttr, end syscall.Signal) { attr.Pdeathsig = end }
