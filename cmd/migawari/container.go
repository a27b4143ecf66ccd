package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/postgres/pgarchive"
	"github.com/migawari-dev/migawari/mask"
)

// openDirectory opens a dump that is a directory.
func (in *input) openDirectory(path string) error {
	if _, err := os.Stat(filepath.Join(path, "toc.dat")); err != nil {
		return in.openFolder(path)
	}
	a, err := pgarchive.OpenDirectory(path)
	if err != nil {
		return failed(in.name, err)
	}
	in.unfold(a)
	return nil
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
		return failed(in.name, why(ctx, err))
	}
	var err error
	if r.archive, err = c.Archive(r.target()); err != nil {
		return r.blame(in, err)
	}
	return nil
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
	case archive.SQLite:
		return "sqlite3 " + name + " .dump | migawari ..."
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
