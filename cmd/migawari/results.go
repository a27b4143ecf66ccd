package main

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/dialects/sealed"
	"github.com/migawari-dev/migawari/mask/audit"
)

// results are what a run of mask writes: a dump, to a file or to stdout, and an
// audit. Both files appear when both are whole.
type results struct {
	sink   *sink
	pack   io.WriteCloser // into sink
	sealed *sealed.Writer // between both; nil: what is written is not encrypted
	dump   *pending       // nil: stdout or nowhere
	audit  *auditFile     // nil: none
	check  func() error   // is called when the dump is written, and may refuse it
	before func() error   // is called when all is written and nothing has its name yet
	digest hash.Hash      // of a dump in one stream, unpacked; nil: none is asked for
	name   string         // where the dump goes, as messages have it
	// archive takes text and makes an archive of it, in pack; nil: the dump is text.
	archive io.WriteCloser
	// directory is where an archive grows that is one, or nil.
	directory *partial.Directory
	// folder is the directory that grows in the place of dump, or nil.
	folder *folder.Writer
	safe   bool // what its files tell of the server is left out
	plain  bool // dump is a file, neither compressed nor encrypted
}

// openResults opens what a run writes, and refuses what would destroy its input.
func (a *app) openResults(f *maskFlags, in *input, run string) (*results, error) {
	source := role{word: "the input", info: in.info}
	read := []role{source, {word: "the policy", path: string(f.policy)}, {word: "the key file", path: string(f.file)}, {word: "the schema", path: string(f.schema)}}
	written := []role{{word: "--audit", path: string(f.audit)}, {word: "the signature", path: f.signature()}}
	switch out, isFile := a.stdout.(*os.File); {
	case f.toFile():
		written = append(written, role{word: "-o", path: string(f.output)})
	case isFile && !f.dry:
		info, _ := out.Stat() // without it, nothing is compared
		written = append(written, role{word: "standard output", info: info})
	}
	if err := apart(written, read); err != nil {
		return nil, err
	}
	r := &results{name: "stdout", sink: &sink{Writer: a.stdout}}
	if err := a.openFiles(r, f, in, run); err != nil {
		r.discard()
		return nil, err
	}
	return r, nil
}

// openFiles opens the files among the results.
func (a *app) openFiles(r *results, f *maskFlags, in *input, run string) (err error) {
	if f.audit != "" {
		if r.audit, err = createAudit(f); err != nil {
			return err
		}
		r.digest = sha256.New()
	}
	switch {
	case f.dry:
		r.sink.Writer = io.Discard
	case in.folder != nil:
		return a.openFolder(r, f, in, run)
	case in.isDirectory():
		return a.openDirectory(r, f, in, run)
	case f.toFile():
		if in.path != "" && sameDirectory(string(f.output), in.path) {
			a.warn("%s is written beside the raw dump %s", named(string(f.output)), in.name)
			a.hint("keep raw and masked dumps in directories of their own")
		}
		if r.dump, err = createPending(string(f.output)); err != nil {
			return err
		}
		r.name, r.sink.Writer = r.dump.name, r.dump
	}
	kind := archive.Plain
	if r.dump != nil {
		kind = f.packing()
		r.plain = kind == archive.Plain && len(f.to) == 0
	}
	to, err := r.seal(&f.recipientFlags)
	if err != nil {
		return failed(r.name, err)
	}
	r.pack, err = archive.Compress(to, kind, f.workers())
	return err
}

// Write implements [io.Writer].
func (r *results) Write(b []byte) (int, error) {
	if r.archive != nil {
		n, err := r.archive.Write(b)
		r.sink.err = cmp.Or(r.sink.err, err)
		return n, err
	}
	if r.digest != nil {
		r.digest.Write(b) // it never fails
	}
	return r.pack.Write(b)
}

// finish makes the files appear. The dump comes last: where it is, all is well.
func (r *results) finish(a *audit.Record) error {
	if r.archive != nil {
		if err := r.archive.Close(); err != nil {
			return failed(r.name, err)
		}
	}
	if err := r.closePack(); err != nil {
		return failed(r.name, err)
	}
	if r.folder != nil {
		if err := r.folder.Seal(outcome(a, r.safe)); err != nil {
			return failed(r.name, err)
		}
	}
	if r.dump != nil {
		if err := r.dump.seal(); err != nil {
			return err
		}
	}
	if err := r.check(); err != nil {
		return err
	}
	if r.audit != nil {
		var err error
		if a.SHA256, err = r.sum(); err != nil {
			return failed(r.name, err)
		}
		if err := r.audit.write(a); err != nil {
			return err
		}
	}
	if err := r.before(); err != nil {
		return err
	}
	if r.audit != nil {
		if err := r.audit.commit(); err != nil {
			return err
		}
	}
	var err error
	switch {
	case r.folder != nil:
		err = r.folder.Commit()
	case r.directory != nil:
		err = r.directory.Commit()
	case r.dump != nil:
		err = r.dump.commit()
	}
	if err != nil && r.audit != nil {
		err = errors.Join(err, r.audit.remove())
	}
	return err
}

// blame names the file at which a run stopped. The engine has ended the output.
func (r *results) blame(in *input, err error) error {
	if bad, ok := errors.AsType[*usageError](err); ok {
		return bad
	}
	if r.sink.err != nil && errors.Is(err, r.sink.err) {
		return &failure{file: r.name, err: err, ended: true}
	}
	file, err := in.locate(err)
	return &failure{file: file, err: err, ended: true}
}

// discard removes what did not become a result.
func (r *results) discard() {
	r.stopDatabase()
	r.folder.Discard() // before its last file could pass for whole
	if r.pack != nil {
		_ = r.pack.Close() // frees its workers
	}
	if r.sealed != nil {
		_ = r.sealed.Break() // whole as it may look inside
	}
	r.directory.Discard()
	r.dump.discard()
	r.audit.discard()
}
