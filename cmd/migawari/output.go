package main

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A pending is a file that appears under its name only when it is whole. Until
// then it lies beside its name, and only its owner can read it.
type pending struct {
	*os.File
	name string // as messages have it
	path string
	mode fs.FileMode // that it gets in the end
	done bool
}

// createPending begins a file. If there is one of the name, it must be a regular
// file; it stays until commit, and gives its mode to the new one.
func createPending(path string) (*pending, error) {
	p := &pending{name: named(path), path: path}
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if p.path, err = filepath.EvalSymlinks(path); err != nil {
			return nil, failed(p.name, err)
		}
	}
	old, err := os.Stat(p.path)
	if err == nil && !old.Mode().IsRegular() {
		return nil, &failure{file: p.name, err: errNotRegular, hint: "leave -o out and redirect stdout"}
	}
	if err := p.create(); err != nil {
		return nil, failed(p.name, err)
	}
	if old != nil {
		p.mode = old.Mode().Perm()
	}
	return p, nil
}

var errNotRegular = errors.New("only a regular file is replaced")

// create makes the temporary file. It is made with the mode that the umask
// gives, to learn that, and closed to others while it has no byte yet.
func (p *pending) create() error {
	dir, base := filepath.Split(p.path)
	for {
		name := filepath.Join(dir, "."+base+"."+rand.Text()[:8]+".tmp")
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // G302: see above
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return err
		}
		p.File = f
		info, err := f.Stat()
		if err == nil {
			p.mode = info.Mode().Perm()
			err = f.Chmod(0o600)
		}
		if err != nil {
			p.discard()
		}
		return err
	}
}

// seal makes sure that all of the file is on the disk.
func (p *pending) seal() error {
	err := errors.Join(p.Chmod(p.mode), p.Sync(), p.Close())
	if err != nil {
		return failed(p.name, err)
	}
	return nil
}

// commit gives a sealed file its name.
func (p *pending) commit() error {
	if err := os.Rename(p.File.Name(), p.path); err != nil {
		return failed(p.name, err)
	}
	p.done = true
	return nil
}

// discard removes a file that was not committed.
func (p *pending) discard() {
	if p == nil || p.done {
		return
	}
	_ = p.Close()
	_ = os.Remove(p.File.Name()) // nothing more can be done
	p.done = true
}

// replaceFile writes all of a file, and gives it its name.
func replaceFile(path string, text []byte) error { return replace(path, text, false) }

// replacePrivate writes one that only its owner can read.
func replacePrivate(path string, text []byte) error { return replace(path, text, true) }

func replace(path string, text []byte, private bool) error {
	p, err := createPending(path)
	if err != nil {
		return err
	}
	defer p.discard()
	if private {
		p.mode = 0o600
	}
	if _, err := p.Write(text); err != nil {
		return failed(p.name, err)
	}
	if err := p.seal(); err != nil {
		return err
	}
	return p.commit()
}

// A sink remembers that writing failed, so that the error of a run can be laid
// at the right door.
type sink struct {
	io.Writer
	err error
}

func (s *sink) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	if err != nil {
		s.err = err
	}
	return n, err
}

// A role is a file that a run reads or writes, by the word that names it on the
// command line.
type role struct {
	word string
	path string
	info fs.FileInfo // where it is known already
}

// stat finds out what file it is; nil if there is none.
func (r *role) stat() fs.FileInfo {
	if r.info == nil && r.path != "" {
		r.info, _ = os.Stat(r.path) // what is not there yet is no other file
	}
	return r.info
}

// same says whether both are one file, under whatever name.
func (r *role) same(o *role) bool {
	a, b := r.stat(), o.stat()
	if a == nil && b == nil && r.path != "" && o.path != "" {
		return filepath.Clean(r.path) == filepath.Clean(o.path)
	}
	return a != nil && b != nil && a.Mode().IsRegular() && os.SameFile(a, b)
}

// sameDirectory says whether two files lie in one directory.
func sameDirectory(a, b string) bool {
	x, err := os.Stat(filepath.Dir(a))
	y, err2 := os.Stat(filepath.Dir(b))
	return err == nil && err2 == nil && os.SameFile(x, y)
}

// apart refuses a run that would write over what it reads, or write two things
// into one file.
func apart(written, read []role) error {
	for i, w := range written {
		for _, before := range written[:i] {
			if w.same(&before) {
				return usage("%s and %s are the same file", before.word, w.word)
			}
		}
		for _, r := range read {
			if w.same(&r) {
				return usage("%s is the same file as %s", w.word, r.word)
			}
		}
	}
	return nil
}
