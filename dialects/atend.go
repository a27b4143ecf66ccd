package dialects

import (
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// AtEnd gives a dialect that calls a function at the end of each dump that it reads, with
// the tables that the dump has declared, and with those of which it had rows only. An
// error of the function is that of the scan: keys and constraints may stand behind the
// rows, so some things can be judged there alone.
func AtEnd(d Dialect, f func(*schema.Schema, *Listed) error) Dialect { return atEnd{d, f} }

type atEnd struct {
	Dialect
	f func(*schema.Schema, *Listed) error
}

func (d atEnd) NewScanner(r io.Reader, o ScanOptions) Scanner {
	s := &endScanner{f: d.f}
	bind := o.Bind
	o.Bind = func(r *Rows) (bool, error) {
		s.listed.Add(r)
		if bind == nil {
			return false, nil
		}
		return bind(r)
	}
	s.Scanner = d.Dialect.NewScanner(r, o)
	return s
}

type endScanner struct {
	Scanner
	listed Listed
	f      func(*schema.Schema, *Listed) error
}

func (s *endScanner) Scan(c *Chunk) error {
	err := s.Scanner.Scan(c)
	if errors.Is(err, io.EOF) {
		if wrong := s.f(s.Schema(), &s.listed); wrong != nil {
			return wrong
		}
	}
	return err
}
