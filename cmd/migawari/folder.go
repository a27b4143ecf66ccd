package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/mask"
)

// openFolder opens a dump that is a directory.
func (in *input) openFolder(path string) error {
	d, err := folder.Open(path)
	if err != nil {
		hint := ""
		if errors.Is(err, folder.ErrUnknown) {
			hint = "name the files in it one by one, with --schema for the DDL and --partial"
		}
		return &failure{file: in.name, err: err, hint: hint}
	}
	in.folder, in.Reader = d, d.Join(&in.raw)
	in.again = func() (io.ReadCloser, error) { return d.Join(new(atomic.Int64)), nil }
	return nil
}

// readAhead has files of a directory read at the same time.
func (in *input) readAhead(workers int) {
	if in.folder == nil || workers == 1 {
		return
	}
	in.folder.Ahead(workers)
	joined := in.folder.Join(&in.raw)
	in.Reader = joined
	in.also(func() { _ = joined.Close() }) // it was only read
}

// fits holds the flags against a dump that is a directory.
func (f *maskFlags) fits(in *input, p *policy) error {
	if err := f.recipientFlags.fits(in); err != nil {
		return err
	}
	if !in.isDirectory() {
		return nil
	}
	if !f.toFile() && !f.dry {
		return &usageError{reason: "a dump that is a directory is written to a directory", hint: "name it with -o DIR"}
	}
	if in.folder == nil {
		return nil
	}
	if err := in.folder.Whole(); err != nil && !f.noMark {
		return &failure{file: in.name, err: err, hint: "dump again, or say --no-end-mark"}
	}
	if err := in.folder.Rename(p.Database); err != nil {
		return &failure{file: in.name, err: err, hint: "say databases: {NAME: NAME} with a name of letters, digits and _, and one for each"}
	}
	return nil
}

// openFolder begins the directory that a run writes.
func (a *app) openFolder(r *results, f *maskFlags, in *input, run string) error {
	if err := f.apart(in); err != nil {
		return err
	}
	w, err := in.folder.Create(string(f.output), run, f.workers())
	if err != nil {
		return &failure{file: named(string(f.output)), err: err, hint: resumeHint(err, run != "")}
	}
	a.goesOn(len(w.Reused()))
	r.name, r.folder, r.sink.Writer = named(string(f.output)), w, w
	r.pack = struct {
		io.Writer
		io.Closer
	}{r.sink, w}
	return nil
}

// apart refuses to write a directory where the raw one lies.
func (f *maskFlags) apart(in *input) error {
	if !f.force && besideOrIn(string(f.output), in.path) {
		return &usageError{
			reason: "-o " + named(string(f.output)) + " lies in or beside the raw dump " + in.name,
			hint:   "keep raw and masked dumps in directories of their own, or say --force",
		}
	}
	return nil
}

func resumeHint(err error, resumable bool) string {
	switch {
	case errors.Is(err, partial.ErrNoRun) && !resumable:
		return "a run with an ephemeral key, or that leaves out rows, begins anew: remove that directory"
	case errors.Is(err, partial.ErrNoRun), errors.Is(err, partial.ErrOther):
		return "remove that directory to begin anew"
	}
	return ""
}

// run says all that decides what is written, beside the input. It is empty where a run
// that is stopped cannot be taken up.
func (f *maskFlags) run(p *policy, surveyed bool) string {
	if surveyed || f.ephemeral {
		return ""
	}
	schema := ""
	if f.schema != "" {
		text, err := os.ReadFile(string(f.schema))
		if err != nil {
			return "" // nobody can say later that it was the same
		}
		schema = digest(text)
	}
	text, err := json.Marshal(struct {
		Version, Key, Locale string
		Edition              int
		Policy               string
		Charset, Schema      string
		Part                 string
	}{moduleVersion(), p.KeyID(), p.locale.Tag, p.locale.Edition, digest(p.text), f.charset, schema, f.share.String()})
	if err != nil {
		panic("migawari: internal error: " + err.Error()) // it holds texts and numbers
	}
	return string(text)
}

func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// besideOrIn says whether a new directory lies in another one, or beside it, whatever
// links lead there.
func besideOrIn(path, other string) bool {
	dir, err := whereabouts(filepath.Dir(filepath.Clean(path)))
	from, err2 := whereabouts(other)
	if err != nil || err2 != nil {
		return true
	}
	if same(dir, filepath.Dir(from)) || same(dir, filepath.Dir(filepath.Clean(other))) {
		return true
	}
	for {
		if same(dir, from) {
			return true
		}
		up := filepath.Dir(dir)
		if up == dir {
			return false
		}
		dir = up
	}
}

// whereabouts is the path of a file from the root, without links.
func whereabouts(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

// same says whether two names are those of one file.
func same(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(x, y)
}

// locate says in which file of a directory an error is, or in which entry of an archive, and
// where in it.
func (in *input) locate(err error) (string, error) {
	if in.folder == nil {
		return in.name, in.entry(err)
	}
	if e, ok := errors.AsType[*mask.Error](err); ok && e.Pos.Line > 0 {
		own := *e
		file, pos := in.folder.Locate(e.Pos)
		own.Pos = pos
		return named(filepath.Join(in.path, file)), &own
	}
	if e, ok := errors.AsType[*dialects.Error](err); ok {
		file, pos := in.folder.Locate(e.Pos)
		return named(filepath.Join(in.path, file)), &dialects.Error{Pos: pos, Err: e.Err}
	}
	return in.name, err
}
