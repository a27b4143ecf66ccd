package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/verify"
)

// A checker is what mask --verify does beside masking. Where the dump goes to a file, it
// takes the values of the raw dump as they pass, and looks for them in what was written
// before that gets its name. Elsewhere it judges what passes by itself: that is partial. A
// nil checker does nothing.
type checker struct {
	app     *app
	flags   *maskFlags
	plan    *mask.Plan
	dialect dialects.Dialect // of the raw dump
	o       verify.Options
	in      *input
	out     *results        // nil: what is written goes where nobody reads it again
	memory  *archive.Memory // of a raw dump that passes by once; nil: it can be read again

	pipe      *io.PipeWriter // nil: nothing is taken as it passes
	done      chan struct{}
	collected *verify.Collection
	verdict   *verify.Verdict
	partial   bool // nothing was compared
	err       error
}

// keptInMemory is how much of a raw dump is kept, packed, that passes by once.
const keptInMemory = 128 << 20

// checker begins to check a run, if that is asked for.
func (a *app) checker(ctx context.Context, f *maskFlags, p *policy, in *input, r *results, d dialects.Dialect, scan dialects.ScanOptions, known *mask.Survey) (*checker, error) {
	if !f.verify {
		return nil, nil
	}
	d, err := f.grammar(in, d) // without what others note at the end of a dump
	if err != nil {
		return nil, err
	}
	c := &checker{app: a, flags: f, plan: p.Plan, dialect: d, in: in}
	c.o = verify.Options{Locales: fakesOf(p), Scan: scan, Workers: f.workers(), LeftOut: known}
	switch {
	case !f.toFile() || f.dry:
		c.partial = true
		c.take(func(from io.Reader) (err error) {
			c.verdict, err = verify.Run(ctx, from, d, p.Plan, c.o)
			return err
		})
		return c, nil
	case len(r.reused()) == 0: // else there are rows of which this run does not read the raw ones
		c.take(func(from io.Reader) (err error) {
			c.collected, err = verify.Collect(ctx, from, d, p.Plan, c.o)
			return err
		})
		if in.again == nil {
			c.memory = archive.NewMemory(keptInMemory)
		}
	}
	c.out = r
	return c, nil
}

// take has read take what passes by.
func (c *checker) take(read func(io.Reader) error) {
	from, to := io.Pipe()
	c.pipe, c.done = to, make(chan struct{})
	go func() {
		defer close(c.done)
		c.err = read(from)
		_, _ = io.Copy(io.Discard, from) // what it did not want any more must not stop the run
	}()
}

// reads has the raw dump pass by.
func (c *checker) reads(src io.Reader) io.Reader {
	switch {
	case c == nil || c.pipe == nil || c.out == nil:
		return src
	case c.memory != nil:
		return io.TeeReader(src, io.MultiWriter(c.pipe, c.memory))
	}
	return io.TeeReader(src, c.pipe)
}

// writes has the masked dump pass by.
func (c *checker) writes(dst io.Writer) io.Writer {
	if c == nil || c.out != nil {
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
	if c.partial {
		c.app.say("verified in part: one pass judges what shows by itself, and compares nothing with the source")
		c.app.hint(c.whole())
	}
	switch {
	case c.partial && len(c.verdict.Findings) == 0:
		return audit.InPart, nil
	case !c.partial && c.verdict.Clean():
		return audit.Clean, nil
	case c.out != nil:
		c.out.throwAway()
		c.app.say("what was written is thrown away")
	}
	return "", errFound
}

// whole says what it takes to compare.
func (c *checker) whole() string {
	if c.out != nil {
		return fmt.Sprintf("%s is longer than what is kept of it in memory (%d MiB, packed): mask a FILE; or say migawari verify --source", c.in.name, keptInMemory>>20)
	}
	return "to compare, name the output: -o NAME; or say migawari verify --source"
}

// compare ends what was begun while the dump was masked.
func (c *checker) compare(ctx context.Context) error {
	if c.err != nil {
		return failed(c.in.name, why(ctx, c.err))
	}
	if c.out == nil {
		return nil
	}
	source, own, err := c.source(ctx)
	if err != nil {
		return err
	}
	masked, d, err := c.out.written(ctx, c.dialect)
	if err != nil {
		return failed(c.out.name, err)
	}
	switch {
	case c.partial:
		c.verdict, err = c.run(ctx, masked, d)
	case c.collected != nil:
		c.verdict, err = c.collected.Compare(ctx, source, masked, d)
	default:
		c.o.Source = own
		c.verdict, err = verify.Compare(ctx, source, masked, d, c.plan, c.o)
	}
	if err == nil {
		return nil
	}
	name := c.out.name
	if broken, ok := errors.AsType[*verify.ReadError](err); ok && broken.Source {
		name = c.in.name
	}
	return failed(name, why(ctx, err))
}
