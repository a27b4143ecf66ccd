package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/verify"
)

// A checker is what mask --verify does beside masking. Where the dump goes to a file and
// comes from one, it takes the values of the raw dump as they pass, and looks for them in
// what was written before that gets its name. Elsewhere it judges what passes by itself:
// that is partial. A nil checker does nothing.
type checker struct {
	app     *app
	flags   *maskFlags
	plan    *mask.Plan
	dialect dialects.Dialect
	o       verify.Options
	in      *input
	out     string // what was written; empty: it can't be read again

	pipe      *io.PipeWriter
	done      chan struct{}
	collected *verify.Collection
	verdict   *verify.Verdict
	err       error
}

// checker begins to check a run, if that is asked for.
func (a *app) checker(ctx context.Context, f *maskFlags, p *policy, in *input, r *results, d dialects.Dialect, scan dialects.ScanOptions, known *mask.Survey) (*checker, error) {
	if !f.verify {
		return nil, nil
	}
	d, err := f.grammar(in, d) // without what others note at the end of a dump
	if err != nil {
		return nil, err
	}
	c := &checker{app: a, flags: f, plan: p.Plan, dialect: d, in: in, done: make(chan struct{})}
	c.o = verify.Options{Locales: fakesOf(p), Scan: scan, Workers: f.workers(), LeftOut: known}
	if in.again != nil {
		c.out = r.written()
	}
	from, to := io.Pipe()
	c.pipe = to
	go func() {
		defer close(c.done)
		if c.out != "" {
			c.collected, c.err = verify.Collect(ctx, from, d, p.Plan, c.o)
		} else {
			c.verdict, c.err = verify.Run(ctx, from, d, p.Plan, c.o)
		}
		_, _ = io.Copy(io.Discard, from) // what it did not want any more must not stop the run
	}()
	return c, nil
}

// written is where what was written can be read before it has its name, or "".
func (r *results) written() string {
	switch {
	case r.sealed != nil, len(r.reused()) > 0: // rows of which this run has not read the raw ones
		return ""
	case r.directory != nil:
		return r.directory.Path()
	case r.dump != nil:
		return r.dump.File.Name()
	}
	return ""
}

// reads has the raw dump pass by.
func (c *checker) reads(src io.Reader) io.Reader {
	if c == nil || c.out == "" {
		return src
	}
	return io.TeeReader(src, c.pipe)
}

// writes has the masked dump pass by.
func (c *checker) writes(dst io.Writer) io.Writer {
	if c == nil || c.out != "" {
		return dst
	}
	return io.MultiWriter(dst, c.pipe)
}

// passed waits until all has been taken that passed by.
func (c *checker) passed() {
	if c != nil && c.pipe != nil {
		_ = c.pipe.Close() // it never fails
		<-c.done
		c.pipe = nil
	}
}

// judge says what was found, and gives the word for the audit. What was written must not
// get its name if anything was.
func (c *checker) judge(ctx context.Context) (audit.Verified, error) {
	if c == nil {
		return "", nil
	}
	if err := c.compare(ctx); err != nil {
		return "", err
	}
	if len(c.verdict.Findings) > 0 {
		c.app.say(findingsTable(c.verdict))
	}
	c.app.conclude(c.verdict)
	switch {
	case c.out == "":
		c.app.say("verified in part: one pass judges what shows by itself, and compares nothing with the source")
		c.app.hint("to compare, mask a FILE to a file: -o NAME; or say migawari verify --source")
		if len(c.verdict.Findings) == 0 {
			return audit.InPart, nil
		}
	case c.verdict.Clean():
		return audit.Clean, nil
	default:
		_ = os.RemoveAll(c.out) // a directory would stay for another run to take up
		c.app.say("what was written is thrown away")
	}
	return "", errFound
}

// compare ends what was begun while the dump was masked.
func (c *checker) compare(ctx context.Context) error {
	if c.err != nil {
		return failed(c.in.name, why(ctx, c.err))
	}
	if c.out == "" {
		return nil
	}
	masked := func() (io.ReadCloser, error) { return openFile(ctx, nil, c.out) }
	var err error
	c.verdict, err = c.collected.Compare(ctx, verify.Open(c.in.again), masked)
	if err == nil {
		return nil
	}
	name := named(string(c.flags.output))
	if broken, ok := errors.AsType[*verify.ReadError](err); ok && broken.Source {
		name = c.in.name
	}
	return failed(name, why(ctx, err))
}
