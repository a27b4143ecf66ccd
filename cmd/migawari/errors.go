package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/csv"
	"github.com/migawari-dev/migawari/dialects/sealed"
	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/split"
)

// The exit statuses.
const (
	exitDone    = 0 // all input understood, nothing found
	exitStopped = 1 // any output is incomplete
	exitUsage   = 2 // wrong usage, key or policy; nothing was read
	exitFound   = 3 // check, verify, or scan --fail-on-found, found something
)

// errFound ends a verb that has shown what it found.
var errFound = errors.New("found something")

// A usageError is about the command line or the key: nothing was read.
type usageError struct{ reason, hint string }

func (e *usageError) Error() string { return e.reason }

// usage makes one without a hint of its own.
func usage(format string, args ...any) error {
	return &usageError{reason: fmt.Sprintf(format, args...)}
}

// A policyError has the faults of a policy.
type policyError struct {
	file   string
	text   []byte
	faults mask.Faults
}

func (e *policyError) Error() string { return e.faults.Error() }

// A failure is what stopped a verb, and at which file.
type failure struct {
	file  string
	err   error
	hint  string // besides those that err brings
	ended bool   // the output has its last line
}

func (e *failure) Error() string { return e.file + ": " + reason(e.err) }

func (e *failure) Unwrap() error { return e.err }

func failed(file string, err error) error { return &failure{file: file, err: err} }

// reason gives the text of an error without the file's name, which stands
// before it already.
func reason(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		return path.Err.Error()
	case errors.As(err, &link):
		return link.Err.Error()
	case errors.As(err, &call):
		return call.Err.Error()
	}
	return err.Error()
}

// report says how a verb ended and gives the exit status.
func (u *ui) report(err error) int {
	var (
		bad   *usageError
		plan  *policyError
		fail  *failure
		ended interrupted
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFound):
		return exitFound
	case errors.Is(err, syscall.EPIPE):
		return exitStopped // whoever read us has gone, and knows
	case errors.As(err, &ended):
		u.say(ended.Error())
		return exitStopped
	case errors.As(err, &plan):
		u.faults(plan)
		return exitUsage
	case errors.As(err, &fail):
		u.say(fail.Error())
		for _, h := range fail.hints() {
			u.hint(h)
		}
		return exitStopped
	case errors.As(err, &bad):
		u.say(bad.reason)
		u.hint(bad.hint)
		return exitUsage
	}
	u.say(err.Error())
	return exitUsage
}

// faults shows everything that is wrong with a policy.
func (u *ui) faults(e *policyError) {
	for _, f := range e.faults {
		sep := ": "
		if f.At.Line > 0 {
			sep = ":"
		}
		u.say(named(e.file) + sep + f.Error())
		if shown := policyfile.Excerpt(e.text, f.At); shown != "" {
			for line := range strings.Lines(shown) {
				u.say("    " + line)
			}
		}
		u.hint(f.Hint)
	}
}

// answers are what to type where an error of the library has a flag, or a word of
// the policy, that answers it.
var answers = []struct {
	err  error
	hint string
}{
	{dialects.ErrUndetected, "say which it is: --dialect mysql, postgres or sqlite"},
	{dialects.ErrEndMark, "dump again, or say --no-end-mark if the file was cut on purpose"},
	{dialects.ErrRowSize, "raise the limit with --max-row SIZE"},
	{dialects.ErrCharset, "say --charset NAME if the dump declares a wrong one"},
	{dialects.ErrNoCharset, "say which it is with --charset NAME"},
	{csv.ErrHeader, "say --schema FILE with the DDL of the table"},
	{sealed.ErrSealed, "say --identity FILE with the key that opens it"},
	{dbfile.ErrLog, "end what uses it, or: sqlite3 FILE 'PRAGMA wal_checkpoint(TRUNCATE)'"},
	{dbfile.ErrJournal, "open it with sqlite3, which finishes the change or undoes it"},
	{archive.ErrDictionary, "unpack it first with zstd -D DICTIONARY"},
	{split.ErrFrames, "pack it in pieces: bgzip, or pzstd; or unpack it"},
	{split.ErrPacked, "pack it in pieces: bgzip, or pzstd; or unpack it"},
	{split.ErrChanged, "if it was meant to change, make its index anew: migawari plan -o FILE"},
	{mask.ErrUnfit, "say else: MASKER in the rule, for values of another kind"},
	{mask.ErrPersonKey, "say person: {by: COLUMN, else: value}, to key such rows by the value"},
	{server.ErrMissing, "install the client programs of the server"},
	{syscall.EISDIR, "name a file"},
}

// hints are what the user can do.
func (e *failure) hints() []string {
	var hints []string
	var m *mask.Error
	if e.hint != "" {
		hints = append(hints, e.hint)
	}
	if errors.As(e.err, &m) && m.Hint != "" {
		hints = append(hints, m.Hint)
	}
	for _, f := range answers {
		if errors.Is(e.err, f.err) && !slices.Contains(hints, f.hint) {
			hints = append(hints, f.hint)
		}
	}
	return hints
}

// errTimeout ends a run that takes longer than it may.
var errTimeout = errors.New("it takes longer than --timeout says")

// why gives the cause of an error where a signal brought it about: an error of a reader,
// or a program of a server that was ended with it.
func why(ctx context.Context, err error) error {
	if ctx.Err() == nil {
		return err
	}
	_, ended := errors.AsType[*server.Error](err)
	if ended || errors.Is(err, context.Canceled) || errors.Is(err, context.Cause(ctx)) {
		return context.Cause(ctx)
	}
	return err
}
