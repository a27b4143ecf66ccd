package sqlite

import (
	"bytes"
	"fmt"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A cutter is the state of a scan. It is in one of three places:
//
//	between statements   run.Head == nil
//	between rows         run.Head != nil, inside == false
//	inside a row         run.Head != nil, inside == true; only where rows stay whole
//
// A row that is to be masked is cut as one piece; a row that stays whole may
// be cut anywhere, so its place (brackets, quote) is kept across chunks.
type cutter struct {
	o       dialects.ScanOptions
	charset *charset.Charset // of all text in the stream
	schema  *schema.Schema

	heads  lex.Heads // as long as the schema stays
	run    lex.Run   // the rows that are being read, if any
	inside bool
	depth  int  // brackets open inside the row
	quote  byte // quote open inside the row, or 0

	seen mark
}

// A mark follows transactions: dumps begin one, and end with COMMIT. Where that is
// missing, the client undoes all of it.
type mark struct {
	begun bool
	rows  bool // rows came after it
}

func newCutter(o dialects.ScanOptions) *cutter {
	c := &cutter{o: o, charset: charset.UTF8, heads: lex.NewHeads(o.Bind)}
	if o.Charset != "" {
		c.charset = charset.Lookup(o.Charset)
	}
	c.schema = schema.New(schema.Fold{Tables: true, Columns: true})
	c.schema.Dialect = Dialect.Name()
	if o.Schema != nil {
		c.schema = o.Schema.Clone()
	}
	c.changed()
	return c
}

// changed forgets what depended on the schema.
func (c *cutter) changed() {
	c.heads.Forget()
}

// Cut implements [lex.Cutter].
func (c *cutter) Cut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error) {
	off := 0
	for off < len(b) {
		var n int
		var err error
		switch {
		case c.run.Head == nil:
			items, n, err = c.between(items, b, off, eof)
		case c.inside:
			items, n, err = c.restOfRow(items, b, off, eof)
		default:
			items, n, err = c.nextRow(items, b, off, eof)
		}
		off += n
		if err != nil || n == 0 {
			return items, off, err
		}
	}
	return items, off, nil
}

// Close implements [lex.Cutter].
func (c *cutter) Close() error {
	if c.run.Head != nil {
		return dialects.ErrTruncated
	}
	return c.endMark()
}

func (c *cutter) endMark() error {
	if c.seen.begun && c.seen.rows && !c.o.NoEndMark {
		return dialects.ErrEndMark
	}
	return nil
}

// damages are how the comments begin that the shell writes into the dump of a
// database it cannot read. It may end such a dump with COMMIT all the same.
var damages = [][]byte{[]byte("/**** ERROR: "), []byte("/****** ERROR: "), []byte("/****** CORRUPTION ERROR ")}

// errDamaged stops at them, and at ROLLBACK: what was before is not in the
// database that such a dump makes. That no mark is demanded changes nothing.
var errDamaged = fmt.Errorf("the dump says that its database could not be read to the end: %w", dialects.ErrEndMark)

func damaged(remark []byte) bool {
	for _, d := range damages {
		if bytes.HasPrefix(remark, d) {
			return true
		}
	}
	return false
}

// between reads one thing where a statement may begin.
func (c *cutter) between(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	if h, n := c.heads.Same(b[off:]); h != nil {
		return c.beginRows(items, off, n, h), n, nil
	}
	t, err := grammar.Next(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	switch {
	case t.Kind == lex.Remark && damaged(t.Of(b)):
		return items, 0, errDamaged
	case t.Kind == lex.Remark:
		return lex.Note(items, off, t.End), t.End - off, nil
	case t.Kind == lex.Space, isPunct(b, t, ';'):
		return lex.Raw(items, off, t.End), t.End - off, nil
	case t.Kind != lex.Word:
		return items, 0, dialects.ErrStatement
	}
	if lex.Is(t.Of(b), "insert") || lex.Is(t.Of(b), "replace") {
		h, n, err := c.readHead(b, off, eof)
		if err != nil {
			return items, 0, err
		}
		if h != nil {
			return c.beginRows(items, off, n, h), n, nil
		}
	}
	return c.statement(items, b, off, eof)
}

func isPunct(b []byte, t lex.Token, c byte) bool { return t.Kind == lex.Punct && b[t.Start] == c }

// statement reads a whole statement that has no rows.
func (c *cutter) statement(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	end, err := statementEnd(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	if i := bytes.IndexByte(b[off:end], 0); i >= 0 {
		return items, 0, &lex.At{Off: off + i, Err: errNUL}
	}
	s, err := c.understand(b[off : end-1])
	if err != nil {
		return items, 0, err
	}
	return lex.Stmt(items, off, end, s), end - off, nil
}

// errNUL refuses a zero byte: SQLite takes it for the end of the text, the shell
// for the end of the line, so no client reads what stands there.
var errNUL = fmt.Errorf("a zero byte: %w", dialects.ErrSyntax)

// statementEnd finds the end of the statement at off, behind its semicolon.
func statementEnd(b []byte, off int, eof bool) (int, error) {
	var place place
	for i := off; ; {
		t, err := grammar.Next(b, i, eof)
		if err != nil {
			return 0, err
		}
		i = t.End
		switch t.Kind {
		case lex.End:
			return 0, dialects.ErrTruncated
		case lex.Space, lex.Remark:
			continue
		default:
		}
		ends, err := endsForShell(b, off, t, eof)
		if err != nil {
			return 0, err
		}
		semicolon := isPunct(b, t, ';')
		if ends || semicolon && place == trigger {
			return 0, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
		}
		if semicolon && place.ends() {
			return t.End, nil
		}
		place = place.behind(t, b)
	}
}

// endsForShell finds the lines "go" and "/", perhaps with a comment, which end a
// statement for the shell and for nobody else. Here they are refused: what comes
// behind them would pass as part of the statement before.
func endsForShell(b []byte, off int, t lex.Token, eof bool) (bool, error) {
	if !isPunct(b, t, '/') && (t.Kind != lex.Word || !lex.Is(t.Of(b), "go")) {
		return false, nil
	}
	before := bytes.TrimRight(b[off:t.Start], " \t\r\v\f")
	if len(before) > 0 && before[len(before)-1] != '\n' {
		return false, nil
	}
	behind := bytes.TrimLeft(b[t.End:], " \t\r\v\f")
	switch {
	case len(behind) > 0 && behind[0] == '\n':
		return true, nil
	case len(behind) < 2 && !eof:
		return false, lex.More
	}
	return len(behind) == 0 || bytes.HasPrefix(behind, []byte("--")) || bytes.HasPrefix(behind, []byte("/*")), nil
}

// A place is where in a statement sqlite3_complete() would be. Only in a trigger
// is a semicolon not the end: there it is "; END ;".
type place uint8

const (
	begin   place = iota
	create        // behind CREATE, perhaps TEMP
	trigger       // in a trigger, before its body
	body          // in the body of a trigger
	segment       // in the body, behind a semicolon
	last          // behind that, and END
	other         // in any other statement
)

func (p place) ends() bool { return p != body && p != segment }

// behind gives the place behind a token that does not end the statement.
func (p place) behind(t lex.Token, b []byte) place {
	is := func(word string) bool { return t.Kind == lex.Word && lex.Is(t.Of(b), word) }
	switch p {
	case begin:
		if is("create") {
			return create
		}
		return other
	case create:
		switch {
		case is("temp"), is("temporary"):
			return create
		case is("trigger"):
			return trigger
		}
		return other
	case trigger:
		if is("begin") {
			return body
		}
		return trigger
	case body, segment, last:
		switch {
		case isPunct(b, t, ';'):
			return segment
		case p == segment && is("end"):
			return last
		}
		return body
	default:
		return other
	}
}
