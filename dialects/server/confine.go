package server

import (
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects"
)

// ErrOutside is a statement that leads out of the database that a dump is loaded into.
var ErrOutside = errors.New("it leads out of the database, to another one or to the whole server")

// Confine gives a dialect that ends with [ErrOutside] at a statement that names, makes
// or enters a database, or that changes its server: whoever has judged one database has
// judged no other.
func Confine(d dialects.Dialect) dialects.Dialect { return confined{d} }

type confined struct{ dialects.Dialect }

func (c confined) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	return &confinedScanner{c.Dialect.NewScanner(r, o)}
}

type confinedScanner struct{ dialects.Scanner }

// Scan implements [dialects.Scanner].
func (s *confinedScanner) Scan(c *dialects.Chunk) error {
	if err := s.Scanner.Scan(c); err != nil {
		return err
	}
	for i := range c.Items {
		if leadsOut(&c.Items[i]) {
			return &dialects.Error{Pos: c.PosAt(c.Items[i].Start), Err: ErrOutside}
		}
	}
	return nil
}

func leadsOut(i *dialects.Item) bool {
	switch {
	case i.Stmt != nil:
		return i.Stmt.Class == dialects.Database || i.Stmt.Class == dialects.Server || i.Stmt.NamesDatabase()
	case i.Rows != nil:
		return i.Rows.Database.Len() > 0
	}
	return false
}
