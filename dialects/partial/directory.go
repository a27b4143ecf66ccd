// Package partial has directories that grow beside their name and get it when they are
// whole. Where a run stops before, in whatever way, another one like it goes on behind the
// files that are finished.
//
// Where a thing lives:
//
//	directory.go  a directory from its beginning to its name
//	state.go      what is finished, and of what run
//	sum.go        whether a file is still the same
//	share.go      the files of one run of several
//	lock_unix.go  one run at a time
package partial

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Suffix is what stands behind the name of a directory while it grows.
const Suffix = ".partial"

// What stops the writing of a directory.
var (
	ErrExists = errors.New("it is there already")
	ErrBusy   = errors.New("another run is writing it")
	ErrNoRun  = errors.New("it is there, and no run that can be taken up again has left it")
	ErrOther  = errors.New("it holds finished files of another key, policy, edition or input")
	ErrNoFile = errors.New("only a directory is written, and no link to one")
)

// A Run says what decides what is written.
type Run struct {
	// ID is all of it beside the input. An empty one can never be taken up.
	ID string
	// Definitions is a digest of what of the input is read in any case.
	Definitions func() (string, error)
	// Input is the sum of a file of the input that has nothing but rows, see [Sum]. It gives
	// ErrOther where there is none.
	Input func(file string) (string, error)
	// Written is the name that it has in the directory.
	Written func(file string) string
}

// A Directory is one that grows. Only its owner can read it until then.
type Directory struct {
	path  string
	mode  fs.FileMode // that it gets in the end
	run   Run
	state *state
	over  bool
}

// Begin begins a directory, or takes up the one that a run like this has left.
func Begin(path string, run Run) (*Directory, error) {
	d := &Directory{path: filepath.Clean(path), run: run}
	if _, err := os.Lstat(d.path); !errors.Is(err, fs.ErrNotExist) {
		if err == nil {
			err = ErrExists
		}
		return nil, err
	}
	err := os.Mkdir(d.Path(), 0o777) //nolint:gosec // G301: to learn what the umask leaves; nobody else gets in before the end
	fresh := err == nil
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	info, err := os.Lstat(d.Path())
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, ErrNoFile
	}
	d.mode = info.Mode().Perm()
	if fresh {
		err = os.Chmod(d.Path(), 0o700) //nolint:gosec // G302: it is a directory
	}
	if err != nil {
		return nil, err
	}
	if err = d.begin(); err != nil {
		if fresh && !errors.Is(err, ErrBusy) {
			_ = os.RemoveAll(d.Path()) // nothing is in it
		}
		return nil, err
	}
	return d, nil
}

// Path is where its files are written.
func (d *Directory) Path() string { return d.path + Suffix }

// Finished are the files that an earlier run has finished. They need neither be read nor written.
func (d *Directory) Finished() []Entry {
	if d == nil {
		return nil
	}
	return d.state.taken
}

// Finish notes a file that is whole and on the disk.
func (d *Directory) Finish(e Entry) error { return d.state.add(e) }

// Digest is that of all files.
func (d *Directory) Digest() (string, error) { return DigestOfFiles(d.Path()) }

// DigestOfFiles is that of a list of the files in a directory, as sha256sum writes it: sorted
// by their names.
func DigestOfFiles(path string) (string, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return "", err
	}
	list := sha256.New()
	for _, e := range entries {
		if e.Name() == stateFile {
			continue
		}
		sum, err := DigestOf(filepath.Join(path, e.Name()))
		if err != nil {
			return "", err
		}
		_, _ = fmt.Fprintf(list, "%s  %s\n", sum, e.Name()) // a hash takes all
	}
	return hex.EncodeToString(list.Sum(nil)), nil
}

// DigestOf is that of a file.
func DigestOf(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }() // it was only read
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Commit gives the directory its name.
func (d *Directory) Commit() error {
	d.over = true
	if err := d.name(); err != nil {
		return errors.Join(err, d.state.close())
	}
	return errors.Join(os.Remove(d.aside()), d.state.close())
}

func (d *Directory) name() error {
	if err := os.Rename(d.state.file.Name(), d.aside()); err != nil {
		return err
	}
	if err := errors.Join(os.Chmod(d.Path(), d.mode), synced(d.Path())); err != nil {
		return err
	}
	if _, err := os.Lstat(d.path); err == nil {
		return ErrExists
	}
	return os.Rename(d.Path(), d.path)
}

// synced brings the names in a directory to the disk.
func synced(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// Discard ends a run that did not come to its end. It keeps what is finished if another
// run can take it up.
func (d *Directory) Discard() {
	if d == nil || d.over {
		return
	}
	d.over = true
	if !d.state.worth() {
		_ = os.RemoveAll(d.Path()) // nothing more can be done
	}
	_ = d.state.close()
}
