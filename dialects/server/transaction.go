package server

import (
	"io"

	"github.com/migawari-dev/migawari/dialects"
)

// OneTransaction gives a dialect in which statements that begin or end a transaction are blank:
// what it reads is loaded in one, which a COMMIT of the dump would end before all of the dump
// was judged.
func OneTransaction(d dialects.Dialect) dialects.Dialect { return inOne{d} }

type inOne struct{ dialects.Dialect }

func (d inOne) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	return &inOneScanner{d.Dialect.NewScanner(r, o)}
}

type inOneScanner struct{ dialects.Scanner }

// Scan implements [dialects.Scanner].
func (s *inOneScanner) Scan(c *dialects.Chunk) error {
	if err := s.Scanner.Scan(c); err != nil {
		return err
	}
	for i := range c.Items {
		it := &c.Items[i]
		if it.Stmt == nil || !transactions[it.Stmt.Words] {
			continue
		}
		for k := it.Start; k < it.End; k++ {
			c.Data[k] = ' '
		}
	}
	return nil
}

// transactions are the words of such statements. ROLLBACK stops a dump anywhere.
var transactions = map[string]bool{"begin": true, "start": true, "commit": true, "end": true}
