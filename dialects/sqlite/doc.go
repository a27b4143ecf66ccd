// Package sqlite reads and writes dumps of SQLite as SQL text: what .dump and
// .mode insert of the sqlite3 shell write, and scripts that resemble them.
//
// Where a thing lives:
//
//	scan.go       the stream: statements, comments, the end of a dump
//	rows.go       INSERT and REPLACE up to their rows, and the rows
//	parser.go     the tokens of one whole statement
//	statement.go  every other statement: its class and its marks
//	own.go        rows of SQLite's own tables: counters, statistics, the schema
//	ddl.go        CREATE TABLE and ALTER TABLE as a schema
//	types.go      column types
//	fields.go     one row: its fields and their forms
//	literal.go    one field: decoding and writing back
//	call.go       the calls that the shell writes round a text
//
// Statements end where sqlite3_complete() sees their end
// (https://www.sqlite.org/c3ref/complete.html), so the semicolons of a trigger's
// body belong to it. The shell's own commands (.mode) and ATTACH are refused: they
// reach out of the database. A dump that the shell wrote of a damaged database,
// with "/**** ERROR" comments or ROLLBACK at its end, stops too.
//
// What a policy has to know:
//
//   - A full-text index keeps its rows in tables beside the virtual one, which
//     are ordinary tables to a dump and need entries of their own: t_content has
//     the text again, in columns c0…, and t_segdir and t_segments (FTS3, FTS4) or
//     t_data and t_idx (FTS5) have every word of it. Mask t_content as the text is
//     masked and drop the rows of the others; but keep t_config and the rows of
//     t_data with id <= 10, without which FTS5 does not open. When the dump is
//     restored, INSERT INTO t(t) VALUES('rebuild') makes the index anew.
//   - With --preserve-rowids the rows name a column rowid that no DDL declares.
//     There it needs a rule like any other.
//   - SQLite holds no value to its column's type or width. VARCHAR(20) is no limit
//     to it; here its 20 is a length all the same, since the application meant it.
//   - Comments inside a CREATE statement are kept by SQLite. They are marked
//     [dialects.Remark], with their signs.
package sqlite

import (
	"bytes"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Dialect is the grammar of SQLite dumps.
var Dialect dialects.Dialect = dialect{}

type dialect struct{}

func (dialect) Name() string { return "sqlite" }

func (dialect) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	o = o.WithDefaults()
	c := newCutter(o)
	return &scanner{Scanner: lex.NewScanner(r, c, o), cutter: c}
}

type scanner struct {
	*lex.Scanner
	cutter *cutter
}

// Schema implements [dialects.Scanner].
func (s *scanner) Schema() *schema.Schema { return s.cutter.schema }

// signs are how lines begin that only these producers write.
var signs = [][]byte{
	[]byte("/* WARNING: Script requires that SQLITE_DBCONFIG_DEFENSIVE be disabled */"),
	[]byte("PRAGMA "), []byte("CREATE VIRTUAL TABLE "),
	[]byte("INSERT INTO sqlite_"), []byte("DELETE FROM sqlite_sequence;"), []byte("ANALYZE sqlite_"),
}

// autoincrement is how a column of SQLite numbers itself; MySQL's word for it
// has a low line.
var autoincrement = []byte("primary key autoincrement")

// Evidence implements [dialects.Dialect]. It looks at lines up to the first
// rows: behind them, a value can look like anything.
func (dialect) Evidence(head []byte) dialects.Evidence {
	for len(head) > 0 {
		line, rest, _ := bytes.Cut(head, []byte{'\n'})
		for _, s := range signs {
			if bytes.HasPrefix(line, s) {
				return dialects.Sure
			}
		}
		// In a quoted text or a comment the words say nothing.
		if !bytes.ContainsAny(line, "'-#*") && bytes.Contains(bytes.ToLower(line), autoincrement) {
			return dialects.Sure
		}
		word, _, _ := bytes.Cut(line, []byte{' '})
		if lex.Is(word, "insert") || lex.Is(word, "replace") || lex.Is(word, "copy") {
			break
		}
		head = rest
	}
	return dialects.Possible
}
