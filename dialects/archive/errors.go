package archive

import (
	"errors"
	"fmt"
)

// What stops reading and writing.
var (
	// ErrTruncated says that the input ends inside a compressed stream.
	ErrTruncated = errors.New("compressed input ends early: the file was cut")
	// ErrDamaged says that the input is no stream of its kind, be it in its
	// middle or behind its end.
	ErrDamaged = errors.New("compressed input is damaged, or something else stands behind its end")
	// ErrWindow says that a stream wants more memory than [MaxWindow].
	ErrWindow = errors.New("compressed input needs a window of more than 2 GiB")
	// ErrDictionary says that a stream needs a dictionary that it does not hold.
	ErrDictionary = errors.New("compressed input needs a dictionary of its own")
	// ErrUnwritable says that a kind is not written.
	ErrUnwritable = errors.New("this kind of file is not written")
	// ErrForgotten says that a [Memory] had no room for its stream.
	ErrForgotten = errors.New("it is longer than what is kept of it in memory")
)

// An Error says where reading stopped and why. It never quotes the input.
type Error struct {
	Kind   Kind
	Offset int64 // bytes of the compressed input that were taken in
	Err    error // one of the sentinels above
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s (byte %d): %v", e.Kind, e.Offset, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }
