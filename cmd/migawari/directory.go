package main

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

// A directory appears under its name only when it is whole. Until then its name ends in
// .partial, and only its owner can read it.
type directory struct {
	path string
	done bool
}

const partialSuffix = ".partial"

var (
	errDirectory = errors.New("a directory is written anew and replaces nothing")
	errPartial   = errors.New("an unfinished directory of this name lies there")
)

// createDirectory begins a directory.
func createDirectory(path string) (*directory, error) {
	d := &directory{path: filepath.Clean(path)}
	if _, err := os.Lstat(d.path); !errors.Is(err, fs.ErrNotExist) {
		return nil, &failure{file: named(path), err: errDirectory, hint: "name a directory that does not exist"}
	}
	err := os.Mkdir(d.partial(), 0o700)
	if errors.Is(err, fs.ErrExist) {
		return nil, &failure{file: named(d.partial()), err: errPartial, hint: "remove it, unless another run is writing it"}
	}
	if err != nil {
		return nil, failed(named(path), err)
	}
	return d, nil
}

func (d *directory) partial() string { return d.path + partialSuffix }

// commit gives the directory its name.
func (d *directory) commit() error {
	if err := os.Rename(d.partial(), d.path); err != nil {
		return failed(named(d.path), err)
	}
	d.done = true
	return nil
}

// digest is that of a list of its files, as sha256sum writes it: sorted by their names.
func (d *directory) digest() (string, error) { return digestOfFiles(d.partial()) }

// digestOfFiles gives the digest of a list of the files in a directory, as sha256sum
// writes it.
func digestOfFiles(path string) (string, error) {
	list := sha256.New()
	err := filepath.WalkDir(path, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		f, err := os.Open(path) //nolint:gosec // G122: it is read, and its name is compared
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // it was only read
		sum := sha256.New()
		if _, err = io.Copy(sum, f); err == nil {
			_, err = fmt.Fprintf(list, "%x  %s\n", sum.Sum(nil), e.Name())
		}
		return err
	})
	return hex.EncodeToString(list.Sum(nil)), err
}

// discard removes a directory that was not committed.
func (d *directory) discard() {
	if d != nil && !d.done {
		_ = os.RemoveAll(d.partial()) // nothing more can be done
		d.done = true
	}
}

// openDirectory begins the directory that a run writes.
func (a *app) openDirectory(r *results, f *maskFlags, in *input) (err error) {
	if err := f.apart(in); err != nil {
		return err
	}
	r.name = named(string(f.output))
	r.directory, err = createDirectory(string(f.output))
	return err
}
