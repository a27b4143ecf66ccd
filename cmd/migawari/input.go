package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync/atomic"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/dialects/postgres/pgarchive"
	"github.com/migawari-dev/migawari/dialects/sealed"
	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
)

// An input is a dump that is open for reading, unpacked.
type input struct {
	io.Reader
	name string      // as messages have it
	info fs.FileInfo // of the file, or nil
	path string      // of the file, where it was named
	file *os.File    // that path names, or nil
	head []byte      // its first bytes, for telling the dialect
	raw  atomic.Int64
	read int64 // of what is stored, where about so much is read; 0: all of it
	free func()
	// archive is what the text that is read comes from, or nil.
	archive *pgarchive.Archive
	// folder is the directory that is read, or nil.
	folder *folder.Folder
	// database is the file of SQLite that is read, or nil.
	database *dbfile.File
	// again opens it once more, from its beginning; nil where that cannot be.
	again  func() (io.ReadCloser, error)
	source string // the server that is dumped, by a digest
	keys   sealed.Identities
	// live is the database that is dumped, where it should be a masked copy; nil elsewhere.
	live server.Server
}

func (in *input) close() { in.free() }

// Close implements [io.Closer].
func (in *input) Close() error {
	in.close()
	return nil
}

// size is the length of the file as it is stored, or 0 if nobody knows it.
func (in *input) size() int64 {
	if in.folder != nil {
		return in.folder.Size()
	}
	if in.database != nil || in.info == nil || !in.info.Mode().IsRegular() {
		return 0
	}
	return in.info.Size()
}

// open opens the dump that args name, or standard input. What cannot be masked
// as it is, is refused with what to do.
func (a *app) open(ctx context.Context, keys sealed.Identities, args []string) (*input, error) {
	if len(args) == 1 && args[0] != "-" {
		return openFile(ctx, keys, args[0])
	}
	in := &input{name: "stdin", keys: keys, free: func() {}}
	f, isFile := a.stdin.(*os.File)
	var from int64 // where standard input begins in its file
	if isFile {
		in.info, _ = f.Stat() // without it, less is known
		from, _ = f.Seek(0, io.SeekCurrent)
	}
	if isTerminal(a.stdin) {
		return nil, &usageError{reason: "standard input is a terminal", hint: "name a FILE, or pipe a dump in"}
	}
	if err := in.unpack(ctx, a.stdin); err != nil {
		in.close()
		return nil, err
	}
	if n := in.size(); n > 0 {
		in.again = func() (io.ReadCloser, error) {
			again := &input{name: in.name, info: in.info, keys: keys, free: func() {}}
			return again, again.unpack(ctx, io.NewSectionReader(f, from, n-from))
		}
	}
	return in, nil
}

// openFile opens a file by its name.
func openFile(ctx context.Context, keys sealed.Identities, path string) (*input, error) {
	in := &input{name: named(path), path: path, keys: keys}
	f, err := os.Open(path)
	if err != nil {
		return nil, failed(in.name, err)
	}
	in.file, in.free = f, func() { _ = f.Close() } // it was only read
	if in.info, err = f.Stat(); err == nil {
		if in.info.IsDir() {
			err = in.openDirectory(ctx, path)
		} else {
			err = in.openRegular(ctx, f)
		}
	}
	if err != nil {
		in.close()
		return nil, err
	}
	switch {
	case in.again != nil || in.size() == 0:
	case in.asItLies(f):
		in.again = func() (io.ReadCloser, error) { return os.Open(path) } // whoever looks for some rows can step over others
	default:
		in.again = func() (io.ReadCloser, error) { return openFile(ctx, keys, path) }
	}
	return in, nil
}

// asItLies says whether the text that is read is that of the file, neither packed nor encrypted.
func (in *input) asItLies(f *os.File) bool {
	head := make([]byte, len(in.head))
	_, err := f.ReadAt(head, 0)
	return err == nil && in.archive == nil && bytes.Equal(head, in.head)
}

// unpack looks at the first bytes and undoes what was encrypted, and then compressed.
func (in *input) unpack(ctx context.Context, r io.Reader) error {
	if in.size() == 0 { // not a file whose next byte is always there
		r = newInterruptible(ctx, r)
	}
	inside, err := in.keys.Open(&counter{r, &in.raw})
	if err != nil {
		return failed(in.name, why(ctx, err))
	}
	plain, _, err := archive.Decompress(inside)
	if err != nil {
		return failed(in.name, why(ctx, err))
	}
	free := in.free
	in.free = func() { _ = plain.Close(); free() } // it was only read
	if in.head, in.Reader, err = dialects.Peek(plain); err != nil {
		return failed(in.name, why(ctx, err))
	}
	if len(in.head) == 0 {
		return failed(in.name, dialects.ErrEmpty)
	}
	switch kind := archive.Recognise(in.head); kind {
	case archive.Plain, archive.XML:
		return nil
	case archive.SQLite:
		return &failure{file: in.name, err: errDatabase, hint: "unpack it, and name the file"}
	case archive.PGCustom, archive.Tar:
		a, err := pgarchive.Open(in.Reader)
		if kind == archive.Tar && errors.Is(err, pgarchive.ErrMagic) {
			return &failure{file: in.name, err: errContainer{kind}, hint: containerHint(kind, in)}
		}
		if err != nil {
			return failed(in.name, why(ctx, err))
		}
		in.unfold(a)
		return nil
	default:
		return &failure{file: in.name, err: errContainer{kind}, hint: containerHint(kind, in)}
	}
}

// A counter counts what is read.
type counter struct {
	r io.Reader
	n *atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}
