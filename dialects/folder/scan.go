package folder

import (
	"bytes"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/csv"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/parts"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Dialect reads the stream of all files.
func (f *Folder) Dialect() dialects.Dialect { return dialect{f.mark, f.Parts} }

type dialect struct {
	mark  parts.Marker
	parts []Part
}

// Name implements [dialects.Dialect].
func (dialect) Name() string { return mysql.Dialect.Name() }

// Evidence implements [dialects.Dialect].
func (d dialect) Evidence(head []byte) dialects.Evidence {
	if bytes.Contains(head, []byte(d.mark)) {
		return dialects.Sure
	}
	return dialects.Possible
}

// NewScanner implements [dialects.Dialect].
func (d dialect) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	o = o.WithDefaults()
	c := &cutter{dialect: d, sql: mysql.NewFiles(o), charset: o.Charset, cut: o.NoEndMark}
	c.heads = heads{sql: c.sql, bind: o.Bind, known: map[string]*head{}}
	return &scanner{lex.NewScanner(r, c, o), c}
}

type scanner struct {
	*lex.Scanner
	cutter *cutter
}

func (s *scanner) Schema() *schema.Schema { return s.cutter.sql.Schema() }

// A cutter hands each part to the cutter of its kind.
type cutter struct {
	dialect
	sql     *mysql.Files
	heads   heads
	charset string     // that was given from outside, if any
	part    lex.Cutter // of the part that is being read, nil before the first
	cut     bool       // the dump may be cut
	empty   bool       // no byte of it was read, and it is SQL, of which there must be some
}

// Cut implements [lex.Cutter].
func (c *cutter) Cut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error) {
	off := 0
	for off < len(b) {
		n, rest := 0, true
		if c.part != nil {
			n, rest = c.mark.Until(b[off:], eof)
		}
		var err error
		switch {
		case n > 0:
			items, n, err = c.within(items, b[:off+n], off, rest)
		case rest:
			items, n, err = c.begin(items, b, off, eof)
		}
		off += n
		if err != nil || n == 0 {
			return items, off, err
		}
	}
	return items, off, nil
}

// within cuts b[off:], of which all belongs to one part.
func (c *cutter) within(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	own, n, err := c.part.Cut(items[len(items):], b[off:], eof)
	for i := range own {
		own[i].Start += int32(off)
		own[i].Body += int32(off)
		own[i].End += int32(off)
	}
	if eof && n == 0 && (err == nil || err == lex.More) { //nolint:errorlint // it is no failure
		err = dialects.ErrTruncated
	}
	if at, ok := err.(*lex.At); ok { //nolint:errorlint // cutters give it as it is
		err = &lex.At{Off: at.Off + off, Err: at.Err}
	}
	c.empty = c.empty && n == 0
	return append(items, own...), n, err
}

// begin ends a part and begins the next.
func (c *cutter) begin(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	number, n, err := c.mark.Begin(b[off:])
	if err != nil || number < 0 || number >= len(c.parts) {
		return items, 0, dialects.ErrSyntax
	}
	if n == 0 {
		return items, 0, lex.Undecided(eof)
	}
	if err := c.Close(); err != nil {
		return items, 0, err
	}
	p := c.parts[number]
	c.sql.Begin(p.Database, p.View)
	c.part, c.empty = c.sql, !c.cut
	if p.Rows != nil {
		h, err := c.heads.of(p.Database, p.Rows, c.charset)
		if err != nil {
			return items, 0, err
		}
		c.part, c.empty = csv.NewCutter(h.rows, h.whole, false), false
	}
	return lex.Stmt(items, off, off+n, &dialects.Statement{
		Class: dialects.Note, Words: "part", Database: p.Database, Enters: p.Database != "", OfServer: mysql.OfServer(p.Database),
	}), n, nil
}

// Close implements [lex.Cutter]: a part ends.
func (c *cutter) Close() error {
	switch {
	case c.part == nil:
		return nil
	case c.empty:
		return dialects.ErrEmpty
	}
	return c.part.Close()
}
