package main

import (
	"context"
	"io"
	"os"
	"sync/atomic"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sealed"
	"github.com/migawari-dev/migawari/mask/split"
)

// splits gives a dump as parts read it, or says why it cannot be split.
func (in *input) splits(toDatabase bool) (split.Source, error) {
	refuse := func(reason, hint string) (split.Source, error) {
		return nil, &usageError{reason: in.name + ": " + reason, hint: hint}
	}
	switch {
	case in.archive != nil:
		return refuse("an archive of pg_dump in one file is not masked in parts", "dump a directory with pg_dump -Fd, or text with -Fp")
	case in.database != nil || toDatabase:
		return refuse("a database file is not masked in parts", "dump it with sqlite3 FILE .dump")
	case in.file == nil:
		return refuse("parts are read from a FILE", "name it")
	}
	head := make([]byte, sealed.MagicSize)
	if n, _ := in.file.ReadAt(head, 0); sealed.Recognise(head[:n]) { // what cannot be read is met again
		return refuse("an encrypted dump cannot be read from its middle", "decrypt it before")
	}
	return &countedSource{split.At(in.file, in.info.Size()), &in.raw}, nil
}

// A countedSource counts what is read.
type countedSource struct {
	split.Source
	n *atomic.Int64
}

// Open implements [split.Source].
func (c *countedSource) Open(ctx context.Context, from, to int64) (io.ReadCloser, error) {
	r, err := c.Source.Open(ctx, from, to)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{&counter{r, c.n}, r}, nil
}

// index reads the index of a dump, or makes it.
func (a *app) index(ctx context.Context, f *maskFlags, in *input, src split.Source, d dialects.Dialect, scan dialects.ScanOptions) (*split.Index, error) {
	if f.splitFlags.plan == "" {
		return a.planned(ctx, &f.readFlags, in, src, d, scan)
	}
	if d.Name() == csvName {
		return nil, usage("--plan: an index does not say how CSV was read, so each part makes its own")
	}
	name := named(string(f.splitFlags.plan))
	file, err := os.Open(string(f.splitFlags.plan))
	if err != nil {
		return nil, failed(name, err)
	}
	defer func() { _ = file.Close() }() // it was only read
	x, err := split.ReadIndex(file)
	switch {
	case err != nil:
		return nil, failed(name, err)
	case x.NoEndMark && !f.noMark:
		return nil, &failure{file: name, err: dialects.ErrEndMark}
	case f.charset != "" && f.charset != x.Charset:
		return nil, &usageError{reason: "--charset: " + name + " was made with another one"}
	}
	return x, nil
}

// planned makes the index of a dump.
func (a *app) planned(ctx context.Context, f *readFlags, in *input, src split.Source, d dialects.Dialect, scan dialects.ScanOptions) (*split.Index, error) {
	in.raw.Store(0)
	shown := newProgress(a.ui, f.progress.value, in)
	x, err := split.Make(ctx, src, d, split.Options{Scan: scan, Observe: shown.read})
	shown.stop()
	if err != nil {
		return nil, failed(in.name, why(ctx, err))
	}
	return x, nil
}
