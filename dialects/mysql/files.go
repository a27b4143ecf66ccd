package mysql

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Files reads a dump that lies in several files for a scanner that knows where each
// begins, as that of package dialects/folder: what one file declares, the others know,
// but each has a session of its own.
type Files struct{ c *cutter }

var _ lex.Cutter = (*Files)(nil)

// NewFiles begins a dump. The options have their defaults.
func NewFiles(o dialects.ScanOptions) *Files { return &Files{newCutter(o)} }

// Begin begins another file. Its tables are in the database, unless it says otherwise;
// those of placeholders stand in for views.
func (f *Files) Begin(database string, placeholders bool) {
	c := f.c
	c.placeholders = placeholders
	c.session, c.db, c.delim = newSession(c.o.Charset), database, []byte{';'}
	c.run, c.inside, c.seen, c.adminer = lex.Run{}, false, mark{}, false
	c.changed()
}

// Cut implements [lex.Cutter].
func (f *Files) Cut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error) {
	return f.c.Cut(items, b, eof)
}

// Close judges the end of a file.
func (f *Files) Close() error { return f.c.Close() }

// Schema is what all files so far have declared.
func (f *Files) Schema() *schema.Schema { return f.c.schema }

// Table finds a table of the file's database, or makes one that is known by name only.
func (f *Files) Table(name string) *schema.Table {
	return f.c.table(schema.Name{Schema: f.c.db, Name: name})
}
