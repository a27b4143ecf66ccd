// Package dbfile reads and writes database files of SQLite as the text of a dump.
//
// [Open] gives what .dump of the sqlite3 shell would write, so that all that holds for
// dumps holds for files: package sqlite reads it. [Create] runs such a text in a new file.
// The new file has no page of the old one: no free page, no journal and nothing that was
// deleted.
//
// Beside what .dump writes, the text has what else belongs to a file, where it is not as
// SQLite would have it: page_size, encoding, auto_vacuum, application_id, user_version and
// whether there is a write-ahead log, each as a PRAGMA.
//
// No file is made or changed beside one that is read. What its application has not brought
// into it yet (a log or journal beside it) stops instead of being left out.
//
// A full-text index of FTS5 that does not fit its text any more, since that was masked, is
// made anew at the end. One of FTS3 or FTS4 is as the policy leaves its tables: INSERT INTO
// t(t) VALUES('rebuild') makes it anew where SQLite has them.
package dbfile

import (
	"cmp"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"

	"github.com/migawari-dev/migawari/dialects"
)

// What stops reading and writing, beside an [Error].
var (
	ErrLog     = errors.New("a write-ahead log lies beside it, whose rows are not in the file")
	ErrJournal = errors.New("a journal lies beside it, of a change that was not finished")
	ErrChanged = errors.New("it was changed while it was read")
	ErrBusy    = errors.New("somebody has it open: a log or journal lies beside it")
	ErrLong    = errors.New("ON CONFLICT behind rows of more than 1 MiB is not run")
)

// Magic is how database files begin.
const Magic = "SQLite format 3\x00"

// An Error is what SQLite complains of, without its words, which may quote data.
type Error struct {
	Doing string       // what was done, in fixed words
	Pos   dialects.Pos // in the text of a dump that is run; else its Line is 0
	Code  int          // https://www.sqlite.org/rescode.html
}

// constraints are what rows can break.
var constraints = map[int]string{
	275:  "a CHECK does not hold",
	1299: "a column that is NOT NULL has no value",
	1555: "a value of the primary key is there twice",
	2067: "a value that is UNIQUE is there twice",
	3091: "a value has another type than its STRICT column",
}

func (e *Error) Error() string {
	why := cmp.Or(constraints[e.Code], driver.ErrorCodeString[e.Code], driver.ErrorCodeString[e.Code&0xff])
	if e.Pos.Line > 0 {
		return fmt.Sprintf("line %d (byte %d): %s: %s, code %d", e.Pos.Line, e.Pos.Offset, e.Doing, why, e.Code)
	}
	return fmt.Sprintf("%s: %s, code %d", e.Doing, why, e.Code)
}

// Reduced gives what may be shown of an error of a database that [Connect] has opened.
func Reduced(err error) error { return reduced("asking", dialects.Pos{}, err) }

// reduced takes the words of SQLite off its errors.
func reduced(doing string, pos dialects.Pos, err error) error {
	if e, ok := errors.AsType[*driver.Error](err); ok {
		return &Error{Doing: doing, Pos: pos, Code: e.Code()}
	}
	return err
}
