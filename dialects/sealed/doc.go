// Package sealed reads and writes dumps that are encrypted with age
// (age-encryption.org/v1).
//
// Both ways are streams: nothing lies in clear anywhere, and memory does not depend on
// the size of a dump. What a file is, its first bytes tell, be it binary or armoured as
// text. age seals a file in pieces of 64 KiB, and none is given out before it is known to
// be as it was written; one that is missing at the end is seen only there.
//
// No error holds a byte of a dump or of a key.
package sealed

import (
	"errors"
	"fmt"
)

// What stops reading and writing.
var (
	// ErrSealed says that an input is encrypted and that there is no identity.
	ErrSealed = errors.New("it is encrypted with age")
	// ErrIdentity says that none of the identities opens an input.
	ErrIdentity = errors.New("it is encrypted to others: no identity opens it")
	// ErrPassphrase says that an input, or a key, wants a passphrase.
	ErrPassphrase = errors.New("it is locked by a passphrase, which is not asked for")
	// ErrTruncated says that an input ends early.
	ErrTruncated = errors.New("encrypted input ends early: the file was cut")
	// ErrDamaged says that an input is not as it was written.
	ErrDamaged = errors.New("encrypted input was changed or cut, or something else stands behind its end")
	// ErrVersion says that an input has another version of the format.
	ErrVersion = errors.New("this version of age's format is not known")

	// ErrNoIdentity says that a file with identities has none, or something else.
	ErrNoIdentity = errors.New("it has no identity that age or ssh would write")
	// ErrRecipient says that a text is no recipient.
	ErrRecipient = errors.New("it is no recipient of age (age1) nor public key of ssh")
	// ErrSecret says that somebody has given an identity in the place of a recipient.
	ErrSecret = errors.New("it is an identity, which is secret: a recipient is wanted")
	// ErrMixed says that recipients do not go together.
	ErrMixed = errors.New("recipients that withstand quantum computers do not go with others")
)

// An Error says where reading stopped and why. It never quotes the input.
type Error struct {
	Offset int64 // bytes of the encrypted input that were taken in
	Err    error // one of the sentinels above
}

func (e *Error) Error() string { return fmt.Sprintf("age (byte %d): %v", e.Offset, e.Err) }

func (e *Error) Unwrap() error { return e.Err }
