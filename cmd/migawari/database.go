package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
	sqliteserver "github.com/migawari-dev/migawari/dialects/sqlite/server"
)

// openRegular opens a dump that is a file, or a database that is one.
func (in *input) openRegular(ctx context.Context, f *os.File) error {
	head := make([]byte, len(dbfile.Magic))
	if _, err := f.ReadAt(head, 0); err != nil || !bytes.Equal(head, []byte(dbfile.Magic)) {
		return in.unpack(ctx, f) // a pipe cannot be read so, and what is wrong with a file is met again
	}
	db, err := dbfile.Open(f.Name())
	if err != nil {
		return failed(in.name, err)
	}
	if in.source, err = sqliteserver.Identity(f.Name()); err != nil {
		return failed(in.name, err)
	}
	text := db.Text()
	in.database, in.Reader = db, text
	in.also(func() { _ = text.Close() })
	in.again = func() (io.ReadCloser, error) { return db.Text(), nil }
	return nil
}

// databaseNames are how names of database files end.
var databaseNames = []string{".db", ".db3", ".sqlite", ".sqlite3"}

// toDatabase says whether a database file is written: where one is read, unless the name
// is that of a dump, and where the name is that of one.
func (f *maskFlags) toDatabase(in *input, d dialects.Dialect) bool {
	if !f.toFile() || f.dry || d.Name() != sqlite.Dialect.Name() {
		return false
	}
	name, _ := cutAge(string(f.output))
	if f.packing() != archive.Plain {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	suffix := strings.ToLower(filepath.Ext(name))
	return slices.Contains(databaseNames, suffix) || in.database != nil && suffix != ".sql"
}

// database begins a database file, if one is to be written.
func (r *results) database(f *maskFlags, in *input, d dialects.Dialect) error {
	if !f.toDatabase(in, d) {
		return nil
	}
	if !r.plain {
		return &usageError{
			reason: "-o: a database file grows in its place, and is neither compressed nor encrypted",
			hint:   "its dump is: -o NAME.sql.zst",
		}
	}
	if err := dbfile.Unused(r.dump.path); err != nil {
		return failed(r.name, err)
	}
	b, err := dbfile.Create(r.dump.File.Name())
	if err != nil {
		return failed(r.name, err)
	}
	r.archive = b
	return nil
}

// stopDatabase ends a database file that is not wanted.
func (r *results) stopDatabase() {
	if b, ok := r.archive.(*dbfile.Builder); ok {
		b.Discard()
	}
}

var (
	errNotText = errors.New("an archive or a directory is not loaded")
	errNoDump  = errors.New("it is a database already, and no dump of one")
)

// loadable says whether a dump is text that a database takes.
func (in *input) loadable() error {
	switch {
	case in.database != nil:
		return &failure{file: in.name, err: errNoDump, hint: "copy the file"}
	case in.archive != nil || in.folder != nil:
		return &failure{file: in.name, err: errNotText, hint: "pg_restore, myloader or MySQL Shell restores it"}
	}
	return nil
}

// errDatabase refuses a database file that is not read where it lies.
var errDatabase = errors.New("a database file of SQLite is read where it lies: no pipe has it, and nothing packed")
