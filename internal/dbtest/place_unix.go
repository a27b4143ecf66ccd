//go:build unix

package dbtest

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// A place is the directory of one server:
//
//	mgw-123456/       ours; others may pass through, not list
//	mgw-123456/lock   held as long as this process lives
//	mgw-123456/log    what the server prints
//	mgw-123456/data/  the server's files and
//	mgw-123456/run/   its socket, for its account only
//
// A directory whose lock nobody holds was left by a process that was killed.
type place struct {
	dir     string
	lock    *os.File
	account account
}

const (
	placePrefix = "mgw-"
	lockName    = "lock"
	// socketLimit is the longest path of a socket that all systems take, less
	// the longest name that a server gives its socket.
	socketLimit = 103 - len("/.s.PGSQL.5432.lock")
)

func (p *place) data() string { return filepath.Join(p.dir, "data") }
func (p *place) run() string  { return filepath.Join(p.dir, "run") }

// newPlace makes a directory for a server that runs under the named account if
// this process is root. Tests have long names, and sockets want short ones, so
// it does not lie in a test's own directory.
func newPlace(accountName string) (*place, error) {
	a, err := serverAccount(accountName)
	if err != nil {
		return nil, err
	}
	var last error
	for _, base := range []string{os.TempDir(), "/tmp"} {
		if last = a.canUse(base); last != nil {
			continue
		}
		sweep(base)
		return makePlace(base, a)
	}
	return nil, last
}

// canUse says why sockets for the account cannot lie below a directory.
func (a account) canUse(base string) error {
	base, err := filepath.Abs(base)
	if err != nil {
		return err
	}
	if len(filepath.Join(base, placePrefix+"0123456789", "run")) > socketLimit {
		return fmt.Errorf("dbtest: %s is too long for a socket; set TMPDIR to a shorter one", base)
	}
	for dir := base; a.other; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err != nil {
			return err
		}
		if info.Mode().Perm()&0o001 == 0 {
			return fmt.Errorf("dbtest: the account of the server cannot pass through %s; set TMPDIR to another directory", dir)
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	return nil
}

func makePlace(base string, a account) (*place, error) {
	dir, err := os.MkdirTemp(base, placePrefix)
	if err != nil {
		return nil, err
	}
	p := &place{dir: dir, account: a}
	if err := p.furnish(); err != nil {
		p.remove()
		return nil, err
	}
	return p, nil
}

func (p *place) furnish() error {
	if p.account.other {
		if err := os.Chmod(p.dir, 0o711); err != nil { //nolint:gosec // the server's account must pass through
			return err
		}
	}
	for _, dir := range []string{p.data(), p.run()} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			return err
		}
		if p.account.other {
			if err := os.Chown(dir, p.account.uid, p.account.gid); err != nil {
				return err
			}
		}
	}
	return p.hold()
}

// hold takes the lock. It gets its name when it is held, so that a sweep
// cannot come between.
func (p *place) hold() error {
	path := filepath.Join(p.dir, lockName)
	f, err := os.OpenFile(path+".new", os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	p.lock = f
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// remove removes the directory, the lock last: what cannot be removed now is
// found by the next sweep.
func (p *place) remove() {
	err := errors.Join(os.RemoveAll(p.data()), os.RemoveAll(p.run()))
	if err == nil {
		_ = os.RemoveAll(p.dir)
	}
	if p.lock != nil {
		_ = p.lock.Close()
	}
}

// sweep removes the directories of processes that were killed. It touches only
// what belongs to this user.
func sweep(base string) {
	found, err := filepath.Glob(filepath.Join(base, placePrefix+"*"))
	if err != nil {
		return
	}
	for _, dir := range found {
		info, err := os.Lstat(dir)
		if err != nil || !info.IsDir() {
			continue
		}
		if s, ok := info.Sys().(*syscall.Stat_t); !ok || int(s.Uid) != os.Geteuid() {
			continue
		}
		f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
		if err != nil {
			continue
		}
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			(&place{dir: dir, lock: f}).remove()
			continue
		}
		_ = f.Close()
	}
}

// An account is who runs a server.
type account struct {
	other    bool // not the user of this process
	uid, gid int
}

// serverAccount is the user of this process, or, for root, the named account.
func serverAccount(name string) (account, error) {
	if os.Geteuid() != 0 {
		return account{}, nil
	}
	for _, n := range []string{name, "nobody"} {
		u, err := user.Lookup(n)
		if err != nil {
			continue
		}
		uid, err := strconv.Atoi(u.Uid)
		if err != nil {
			return account{}, err
		}
		gid, err := strconv.Atoi(u.Gid)
		return account{other: true, uid: uid, gid: gid}, err
	}
	return account{}, errors.New("dbtest: the server refuses root, and there is no account " + strings.Join([]string{name, "nobody"}, " or "))
}

// attributes make a program run as the account. end is the signal for it when
// this process dies, if the system can do that; 0 for none.
func (a account) attributes(end syscall.Signal) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{}
	if a.other {
		attr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
	endWithParent(attr, end)
	return attr
}
