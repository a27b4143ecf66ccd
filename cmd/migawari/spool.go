package main

import (
	"context"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects/sealed"
)

// openAgain opens a dump that must be read several times. One that can be read only once is
// spooled in a directory, if one is named, encrypted to a key that only this process has.
func (a *app) openAgain(ctx context.Context, dir filePath, keys sealed.Identities, args []string) (*input, error) {
	once := a.stdin
	name := "stdin"
	if len(args) == 1 && args[0] != "-" {
		info, err := os.Stat(args[0])
		if dir == "" || err != nil || info.Mode().IsRegular() || info.IsDir() {
			return a.open(ctx, keys, args)
		}
		file, err := os.Open(args[0])
		if err != nil {
			return nil, failed(named(args[0]), err)
		}
		defer func() { _ = file.Close() }() // it was only read
		once, name = file, named(args[0])
	}
	if file, ok := once.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() || isTerminal(once) {
			return a.open(ctx, keys, args)
		}
	}
	if dir == "" {
		return nil, &usageError{reason: name + " can be read only once, and a part of a dump takes several times", hint: "name a FILE, or --spool DIR for an encrypted copy of which only this run has the key"}
	}
	return a.spooled(ctx, name, string(dir), keys, newInterruptible(ctx, once))
}

// spooled reads a stream into a spool, and opens that.
func (a *app) spooled(ctx context.Context, name, dir string, keys sealed.Identities, once io.Reader) (*input, error) {
	spool, err := sealed.NewSpool(dir, once)
	if err != nil {
		return nil, failed(name+", spooled in "+named(dir), why(ctx, err))
	}
	a.sayf("%s is spooled in %s, %s: encrypted, and its key ends with this run", name, named(dir), size(spool.Size()))
	open := func() (*input, error) {
		in := &input{name: name, keys: keys, free: func() {}}
		r, err := spool.Open()
		if err != nil {
			return nil, failed(name, err)
		}
		return in, in.unpack(ctx, r)
	}
	in, err := open()
	if err != nil {
		_ = spool.Close() // the error says why
		return nil, err
	}
	in.also(func() { _ = spool.Close() }) // nothing was to be kept
	in.again = func() (io.ReadCloser, error) { return open() }
	return in, nil
}
