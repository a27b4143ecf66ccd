package main

import (
	"context"
	"io"
	"os"
	"sync/atomic"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sealed"
	"github.com/migawari-dev/migawari/mask/verify"
)

// source opens the raw dump once more, and says in which dialect. Where that cannot be, what
// is said is partial.
func (c *checker) source(ctx context.Context) (verify.Open, dialects.Dialect, error) {
	switch {
	case c.memory != nil:
		c.partial = !c.memory.Seal()
		return c.memory.Open, c.dialect, nil
	case c.collected != nil:
		return verify.Open(c.in.again), c.dialect, nil
	}
	fresh, err := openFile(ctx, c.flags.keys, c.in.path) // with the files that this run has not read
	if err != nil {
		return nil, nil, err
	}
	fresh.close()
	own, err := c.flags.grammar(fresh, c.dialect)
	return verify.Open(fresh.again), own, err
}

func (c *checker) run(ctx context.Context, masked verify.Open, d dialects.Dialect) (*verify.Verdict, error) {
	src, err := masked()
	if err != nil {
		return nil, err
	}
	defer func() { _ = src.Close() }() // it was only read
	return verify.Run(ctx, src, d, c.plan, c.o)
}

// written reads what was written, before it has its name, and says in which dialect; it is
// that of the raw dump, but for directories.
func (r *results) written(ctx context.Context, d dialects.Dialect) (verify.Open, dialects.Dialect, error) {
	var keys sealed.Identities
	path := ""
	switch {
	case r.folder != nil:
		f, err := r.folder.Written()
		if err != nil {
			return nil, nil, err
		}
		return func() (io.ReadCloser, error) { return f.Join(new(atomic.Int64)), nil }, f.Dialect(), nil
	case r.directory != nil:
		path = r.directory.Path()
	default:
		path = r.dump.File.Name()
		if r.sealed != nil {
			keys = r.sealed.Identities()
		}
	}
	return func() (io.ReadCloser, error) { return openFile(ctx, keys, path) }, d, nil
}

// throwAway removes what was written. A directory would stay for another run to take up.
func (r *results) throwAway() {
	switch {
	case r.folder != nil:
		_ = os.RemoveAll(r.folder.Path()) // nothing more can be done, here and below
	case r.directory != nil:
		_ = os.RemoveAll(r.directory.Path())
	default:
		_ = os.Remove(r.dump.File.Name())
	}
}
