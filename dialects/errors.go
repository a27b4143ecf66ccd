package dialects

import (
	"errors"
	"fmt"
)

// An Error says where parsing stopped and why. It never quotes the input.
type Error struct {
	Pos Pos
	Err error // one of the sentinels below, perhaps with fixed words round it
}

func (e *Error) Error() string {
	return fmt.Sprintf("line %d (byte %d): %v", e.Pos.Line, e.Pos.Offset, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// What stops a scan or a codec.
var (
	ErrStatement  = errors.New("statement of unknown kind")
	ErrSyntax     = errors.New("not understood")
	ErrTruncated  = errors.New("input ends inside a statement, comment, quoted text or data block")
	ErrEmpty      = errors.New("input is empty")
	ErrEndMark    = errors.New("the end mark that the dump's header promises is missing: the dump was cut")
	ErrRowSize    = errors.New("row or statement is longer than the limit")
	ErrColumns    = errors.New("column list names a column that the table does not have, or names one twice")
	ErrFields     = errors.New("row does not have the number of fields that its head announces")
	ErrRow        = errors.New("row does not parse")
	ErrForm       = errors.New("value is not written as a literal")
	ErrValue      = errors.New("replacement does not fit the form of the literal")
	ErrCharset    = errors.New("text is not valid in its character set")
	ErrEncode     = errors.New("replacement cannot be written in the character set")
	ErrNoCharset  = errors.New("character set is not known")
	ErrUndetected = errors.New("the dialect cannot be told from the first 64 KiB")
)
