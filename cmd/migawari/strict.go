package main

import (
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// A strict dialect ends a dump with an error if check would find something. It
// can say so only at the end: keys and constraints may stand behind the rows.
type strict struct {
	dialects.Dialect
	find func(dialects.Scanner) []mask.Finding
}

func (s strict) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	return &strictScanner{s.Dialect.NewScanner(r, o), s.find}
}

type strictScanner struct {
	dialects.Scanner
	find func(dialects.Scanner) []mask.Finding
}

func (s *strictScanner) Scan(c *dialects.Chunk) error {
	err := s.Scanner.Scan(c)
	if errors.Is(err, io.EOF) {
		if found := s.find(s.Scanner); len(found) > 0 {
			return findings(found)
		}
	}
	return err
}

// findings are an error of a strict run.
type findings []mask.Finding

func (f findings) Error() string {
	return "check finds " + count(int64(len(f)), "thing") + " (--strict)"
}
