package main

import (
	"errors"

	"github.com/migawari-dev/migawari/dialects/partial"
)

// openDirectory begins the directory that a run writes an archive into.
func (a *app) openDirectory(r *results, f *maskFlags, in *input, run string) (err error) {
	if err := f.apart(in); err != nil {
		return err
	}
	r.name = named(string(f.output))
	r.directory, err = partial.Begin(string(f.output), in.archive.Run(run))
	if err != nil {
		name := string(f.output)
		if !errors.Is(err, partial.ErrExists) {
			name += partial.Suffix
		}
		return &failure{file: named(name), err: err, hint: resumeHint(err, run != "")}
	}
	finished := r.directory.Finished()
	in.archive.Reuse(finished)
	a.goesOn(len(finished))
	return nil
}

// goesOn says that an earlier run has left finished files.
func (a *app) goesOn(finished int) {
	if finished > 0 {
		a.sayf("going on behind %s that an earlier run has finished", count(int64(finished), "file"))
	}
}

// reused are the files that an earlier run has finished.
func (r *results) reused() (files []string) {
	for _, e := range r.directory.Finished() {
		files = append(files, e.File)
	}
	return append(files, r.folder.Reused()...)
}
