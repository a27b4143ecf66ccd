package server

import (
	"errors"
	"time"
)

// A Copy is what a database keeps of a load, in the table [schema.Record].
type Copy struct {
	Policy, Key string // by their IDs
	Audience    string
	Purpose     string    // what it is for
	Expires     time.Time // zero: nobody has said
	Source      string    // the server that was dumped, if it is known
	SHA256      string    // of the dump
	Audit       string    // SHA-256 of the audit
	Complete    bool
}

// Why a database is no copy that may be used.
var (
	ErrNoRecord   = errors.New("no load of a masked dump is recorded in it")
	ErrIncomplete = errors.New("a load into it has not ended")
	ErrExpired    = errors.New("the copy has expired")
)

// Valid says what speaks against using a copy. That of a database without a record is nil.
func (c *Copy) Valid(now time.Time) error {
	switch {
	case c == nil:
		return ErrNoRecord
	case !c.Complete:
		return ErrIncomplete
	case !c.Expires.IsZero() && now.After(c.Expires):
		return ErrExpired
	}
	return nil
}

// Stored is how a moment stands in a record that has no time zones: in UTC.
const Stored = time.DateTime
