package server

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net"
	"os"
	"os/user"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// OurTables are those that are ours in a database.
var OurTables = []string{schema.Marker, schema.Record}

// Digest gives an identity that can be written down: two servers that call themselves
// differently have different ones, and it tells nothing else.
func Digest(dialect, id string) string {
	sum := sha256.Sum256([]byte("migawari server 1\n" + dialect + "\n" + id))
	return hex.EncodeToString(sum[:8])
}

// Name is how a connection calls itself, so that who finds it knows where it comes
// from: the program, the account and the machine.
func Name() string {
	name := "migawari"
	if u, err := user.Current(); err == nil {
		name += " " + u.Username
	}
	if host, err := os.Hostname(); err == nil {
		name += "@" + host
	}
	const longest = 63 // what PostgreSQL keeps
	return name[:min(longest, len(name))]
}

// Denied is the reason of an [Error] where the password is wrong or missing.
const Denied = "the account or its password is refused"

// Reduced gives what may be shown of an error that no server has sent.
func Reduced(err error) error {
	if err == nil {
		return nil
	}
	var call *net.OpError
	if errors.As(err, &call) && call.Err != nil {
		if s, ok := errors.AsType[*os.SyscallError](call.Err); ok {
			return &Error{Reason: "no connection (" + s.Err.Error() + ")"}
		}
		return &Error{Reason: "no connection"}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &Error{Reason: "the connection was lost"}
	}
	return &Error{Reason: "it gave no answer that is understood"}
}

// Read reads definitions to their end.
func Read(d dialects.Dialect, ddl io.Reader) (*schema.Schema, error) {
	s := d.NewScanner(ddl, dialects.ScanOptions{Bind: func(*dialects.Rows) (bool, error) { return true, nil }})
	for {
		var c dialects.Chunk
		switch err := s.Scan(&c); {
		case errors.Is(err, io.EOF):
			return s.Schema().Clone(), nil
		case err != nil:
			return nil, err
		}
	}
}
