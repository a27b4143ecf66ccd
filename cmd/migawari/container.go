package main

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/postgres/pgarchive"
	"github.com/migawari-dev/migawari/mask"
)

// openDirectory opens a dump that is a directory.
func (in *input) openDirectory(ctx context.Context, path string) error {
	if _, err := os.Stat(filepath.Join(path, "toc.dat")); err != nil {
		return in.openFolder(path)
	}
	a, err := pgarchive.OpenDirectory(path)
	if err != nil {
		return failed(in.name, err)
	}
	in.unfold(a)
	in.again = func() (io.ReadCloser, error) { return openFile(ctx, in.keys, path) }
	return nil
}

// isDirectory says whether the dump is a directory, and so what is written.
func (in *input) isDirectory() bool {
	return in.folder != nil || in.archive != nil && in.archive.Kind() == pgarchive.Directory
}

// unfold has the text of an archive read.
func (in *input) unfold(a *pgarchive.Archive) {
	free := in.free
	in.free = func() { _ = a.Close(); free() } // it was only read
	in.archive, in.Reader = a, a.Text()
}

// contents masks the definitions of an archive, which stand before its rows, and begins the
// new archive with them.
func (r *results) contents(ctx context.Context, in *input, d dialects.Dialect, p *mask.Plan, opts []mask.Option) error {
	c := in.archive.NewContents(p.DDL() == mask.SafeDDL)
	if _, err := mask.Copy(ctx, c, in.archive.Definitions(), d, p, append(opts, mask.Rowless())...); err != nil {
		return failed(in.name, in.entry(why(ctx, err)))
	}
	var err error
	switch {
	case r.directory != nil:
		r.archive, err = c.Directory(r.directory)
	case in.isDirectory():
		r.archive, err = c.Nowhere()
	default:
		r.archive, err = c.Archive(r.target())
	}
	if err != nil {
		return r.blame(in, err)
	}
	return nil
}

// entry says in which entry of an archive an error is, and where in its text.
func (in *input) entry(err error) error {
	if in.archive == nil {
		return err
	}
	if e, ok := errors.AsType[*mask.Error](err); ok && e.Pos.Line > 0 {
		own := *e
		if id, pos, ok := in.archive.Locate(e.Pos); ok {
			own.Pos = pos
			return &pgarchive.Error{Entry: id, Err: &own}
		}
	}
	if e, ok := errors.AsType[*dialects.Error](err); ok {
		if id, pos, ok := in.archive.Locate(e.Pos); ok {
			return &pgarchive.Error{Entry: id, Err: &dialects.Error{Pos: pos, Err: e.Err}}
		}
	}
	return err
}

// target is what an archive is written to: where it can be, a file in which places of data
// are filled in.
func (r *results) target() io.Writer {
	switch {
	case r.plain:
		return &fileSink{r.sink, r.dump}
	case r.digest != nil:
		return io.MultiWriter(r.pack, r.digest)
	}
	return r.pack
}

// sum gives the digest of what was written: of a directory, that of the list of its files.
func (r *results) sum() (string, error) {
	switch {
	case r.folder != nil:
		return r.folder.Digest()
	case r.directory != nil:
		return r.directory.Digest()
	case r.archive != nil && r.plain:
		f, err := os.Open(r.dump.File.Name())
		if err != nil {
			return "", err
		}
		defer func() { _ = f.Close() }() // it was only read
		if _, err := io.Copy(r.digest, f); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(r.digest.Sum(nil)), nil
}

// A fileSink is a sink whose file can be sought in.
type fileSink struct {
	*sink
	io.Seeker
}

// errContainer refuses a file that is packed in a way that is not read.
type errContainer struct{ kind archive.Kind }

func (e errContainer) Error() string {
	if e.kind.Readable() {
		return "it is compressed twice (" + e.kind.String() + ")"
	}
	return "it is no dump in SQL text (" + e.kind.String() + ")"
}

// containerHint says what makes a dump in SQL text out of it.
func containerHint(kind archive.Kind, in *input) string {
	name := "FILE"
	if in.path != "" {
		name = in.name
	}
	switch kind {
	case archive.Tar:
		return "tar -xf " + name + ", and name the dump in it"
	case archive.Zip:
		return "unzip -p " + name + " | migawari ..."
	case archive.Bzip2:
		return "bzip2 -dc " + name + " | migawari ..."
	case archive.UTF16:
		return "let the program write the file itself (mysqldump -r, pg_dump -f) and not the > of PowerShell"
	default:
		return "unpack it once before"
	}
}
