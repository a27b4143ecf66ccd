// Package server is what live servers share: where one is ([Target]), the programs
// that read and fill it ([Process]), what of their complaints may be shown ([Error]),
// and which server may be written to ([Guard]).
//
// A server's dialect has the rest in a package of its own, behind the interface
// [Server]. Passwords come from files, variables and terminals; they are never in an
// argument of a program, where everybody on the machine sees them.
package server

import (
	"context"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Server is one database of a live server, and a connection to it.
type Server interface {
	// Dialect reads what Dump gives.
	Dialect() dialects.Dialect
	// Identity is what the server calls itself, whatever name it was reached by.
	Identity(ctx context.Context) (string, error)
	// Tables are those of the database, as the server itself describes them.
	Tables(ctx context.Context) (*schema.Schema, error)
	// Dump prepares to read the database with the server's own program or, where that is
	// not installed, with the driver.
	Dump(ctx context.Context) (Dump, error)
	// State asks the database what it is, and changes nothing.
	State(ctx context.Context) (State, error)
	// Mark says in the database that it is a production's.
	Mark(ctx context.Context) error
	// Keep records a load in the database, in the place of the one before.
	Keep(ctx context.Context, c Copy) error
	// Kept gives the record of the load; nil: there is none.
	Kept(ctx context.Context) (*Copy, error)
	// Load starts the server's own client, which stops at the first error.
	Load(ctx context.Context) (Restore, error)
	io.Closer
}

// A Dump gives the text of a dump, which no disk ever holds.
type Dump interface {
	// Open starts to read. Where it fails, reading ends with an [Error].
	Open() (io.ReadCloser, error)
	// Again says whether it can be opened more than once and gives the same.
	Again() bool
	io.Closer
}
