// Package mysqlxml reads and writes what mysqldump --xml and mariadb-dump --xml write.
//
// Where a thing lives:
//
//	scan.go       the stream: elements, and the rows of a table
//	tag.go        one tag: its name and its attributes
//	structure.go  <table_structure> as a schema
//	body.go       triggers, routines and events: SQL in CDATA
//	row.go        one row: its fields, decoding and writing back
//
// The elements are those of the programs and no others, in the way in which they write
// them. The definitions in them become statements that package mysql reads, so that a table
// is the same whichever way it was dumped.
//
// What a policy has to know:
//
//   - Rows name each column, those that the server computes too. They need rules.
//   - A <database> is left out under "ddl: safe", its tags that is, unless the policy says
//     under databases: what it is to be called. Numbers of rows in a structure are 0 then.
//   - Neither foreign keys nor checks are in a structure, nor what a column is computed from:
//     what SQL would tell of them is not known here. JSON of MariaDB is text.
//   - mariadb-dump writes a sequence as SQL between the elements, which is no XML and stops.
//   - No byte says in which character set the text is: it is UTF-8 unless somebody says so.
package mysqlxml

import (
	"bytes"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Dialect is the grammar of these dumps.
var Dialect dialects.Dialect = dialect{}

type dialect struct{}

// Name implements [dialects.Dialect].
func (dialect) Name() string { return "xml" }

// Evidence implements [dialects.Dialect].
func (dialect) Evidence(head []byte) dialects.Evidence {
	head, ok := bytes.CutPrefix(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("<?xml "))
	if _, behind, found := bytes.Cut(head, []byte("?>")); ok && found && bytes.HasPrefix(bytes.TrimSpace(behind), []byte("<mysqldump ")) {
		return dialects.Sure
	}
	return dialects.Possible
}

// NewScanner implements [dialects.Dialect].
func (dialect) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	o = o.WithDefaults()
	c := newCutter(o)
	return &scanner{lex.NewScanner(r, c, o), c}
}

type scanner struct {
	*lex.Scanner
	cutter *cutter
}

// Schema implements [dialects.Scanner].
func (s *scanner) Schema() *schema.Schema { return s.cutter.sql.Schema() }
