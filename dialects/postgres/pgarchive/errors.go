package pgarchive

import (
	"errors"
	"fmt"
	"io"
)

// What stops reading and writing.
var (
	// ErrMagic says that the input is no archive of pg_dump.
	ErrMagic = errors.New("this is no archive of pg_dump")
	// ErrVersion says that the archive is older or newer than what is known.
	ErrVersion = errors.New("archives of this version are not read: 1.12 to 1.16 are, which PostgreSQL 9.5 to 18 write")
	// ErrFormat says that the archive is of a kind that does not belong to its container.
	ErrFormat = errors.New("the archive is of an unknown format")
	// ErrCompression says that the archive is compressed in an unknown way.
	ErrCompression = errors.New("the archive is compressed in an unknown way")
	// ErrTruncated says that the archive ends early.
	ErrTruncated = errors.New("the archive ends early")
	// ErrDamaged says that the archive contradicts itself.
	ErrDamaged = errors.New("the archive is damaged")
	// ErrSize says that the table of contents is longer than [MaxContents].
	ErrSize = errors.New("the table of contents is too long")
	// ErrOrder says that data do not stand in the order of the table of contents.
	ErrOrder = errors.New("the data of this entry do not stand where the table of contents has them")
	// ErrFileName says that a file of a directory has a name that pg_dump does not give.
	ErrFileName = errors.New("the table of contents names a file as pg_dump does not")
	// ErrNotRegular says that a file of a directory is a link or something else that is no file.
	ErrNotRegular = errors.New("a file of the directory is no regular file")
	// ErrMissing says that a directory lacks a file.
	ErrMissing = errors.New("the directory lacks the file of this entry")
	// ErrUnlike says that what came back for the statements differs between the two passes,
	// or that something came back that does not belong into its place.
	ErrUnlike = errors.New("what came back does not belong into this entry")
)

// An Error says at which entry reading or writing stopped.
type Error struct {
	Entry int // its number, as pg_restore -l has it; 0: before the first
	Err   error
}

func (e *Error) Error() string {
	if e.Entry == 0 {
		return "archive: " + e.Err.Error()
	}
	return fmt.Sprintf("entry %d: %v", e.Entry, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// cut turns an end where none may be into ErrTruncated.
func cut(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrTruncated
	}
	return err
}
