package mysql

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
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
	o        dialects.ScanOptions
	session  session
	grammar  lex.Grammar // of the session; changes with it
	schema   *schema.Schema
	db       string            // the current database, if the dump says
	charsets map[string]string // of databases, where the dump creates them
	delim    []byte
	// placeholders: tables that are created stand in for views.
	placeholders bool

	heads  lex.Heads // as long as nothing changes what they mean
	run    lex.Run   // the rows that are being read, if any
	inside bool
	depth  int  // brackets open inside the row
	quote  byte // quote open inside the row, or 0

	seen    mark
	adminer bool // the header says that Adminer wrote this
}

// A mark follows the producer's promise to end its dump with a certain line.
type mark struct {
	promised bool // a header of such a producer was read
	rows     bool // rows came after it
}

func newCutter(o dialects.ScanOptions) *cutter {
	c := &cutter{o: o, session: newSession(o.Charset), delim: []byte{';'}, heads: lex.NewHeads(o.Bind)}
	c.schema = schema.New(schema.Fold{Columns: true})
	c.schema.Dialect = Dialect.Name()
	if o.Schema != nil {
		c.schema = o.Schema.Clone()
	}
	c.changed()
	return c
}

// changed forgets what depended on schema or session.
func (c *cutter) changed() {
	c.grammar = c.session.grammar()
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
	if c.seen.promised && c.seen.rows && !c.o.NoEndMark {
		return dialects.ErrEndMark
	}
	return nil
}

var (
	headerMySQL   = []byte("-- MySQL dump ")
	headerMariaDB = []byte("-- MariaDB dump ")
	headerAdminer = []byte("-- Adminer ")
	completed     = []byte("-- Dump completed")
)

// remark looks at a comment line between statements.
func (c *cutter) remark(b []byte) error {
	switch {
	case bytes.HasPrefix(b, completed):
		c.seen = mark{}
	case bytes.HasPrefix(b, headerMySQL), bytes.HasPrefix(b, headerMariaDB):
		// Another dump begins; the one before must have ended.
		if err := c.endMark(); err != nil {
			return err
		}
		c.seen, c.adminer = mark{promised: true}, false
	case bytes.HasPrefix(b, headerAdminer):
		c.adminer = true
	}
	return nil
}

// notes are comments that say more than where one is: mysqldump writes the
// position of a replica as one if it is asked to, and the condition of the rows; and the
// host that it asked.
var notes = []struct {
	prefix string
	class  dialects.Class
	words  string
}{
	{"-- CHANGE MASTER ", dialects.Server, "change"},
	{"-- CHANGE REPLICATION SOURCE ", dialects.Server, "change"},
	{"-- SET GLOBAL gtid_slave_pos", dialects.Server, "set global"},
	{"/* SET @@GLOBAL.GTID_PURGED", dialects.Server, "set gtid_purged"},
	{"-- Host: ", dialects.Note, "host"},
	{"-- WHERE: ", dialects.Comment, "where"},
}

// comment hands out a comment.
func comment(items []dialects.Item, b []byte, from, to int) []dialects.Item {
	for _, n := range notes {
		if !bytes.HasPrefix(b[from:to], []byte(n.prefix)) {
			continue
		}
		s := &dialects.Statement{Class: n.class, Words: n.words + " (comment)"}
		if n.class == dialects.Note {
			_, name, _ := bytes.Cut(b[from:to], []byte("Database: "))
			s.Database = string(bytes.TrimSpace(name))
		}
		if n.class == dialects.Comment {
			s.Marks = []dialects.Mark{lex.MarkOf(lex.Token{Start: len(n.prefix), End: to - from}, dialects.Remark)}
		}
		return lex.Stmt(items, from, to, s)
	}
	return lex.Note(items, from, to)
}

// between reads one thing where a statement may begin.
func (c *cutter) between(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	if h, n := c.heads.Same(b[off:]); h != nil {
		return c.beginRows(items, off, n, h), n, nil
	}
	if bytes.HasPrefix(b[off:], c.delim) {
		return lex.Raw(items, off, off+len(c.delim)), len(c.delim), nil
	}
	if !eof && bytes.HasPrefix(c.delim, b[off:]) {
		return items, 0, lex.More
	}
	if bytes.HasPrefix(b[off:], []byte("--")) {
		// Where no statement has begun, the client takes any such line for a
		// comment, without white space behind the dashes too.
		n := bytes.IndexByte(b[off:], '\n') + 1
		if n == 0 {
			if !eof {
				return items, 0, lex.More
			}
			n = len(b) - off
		}
		if err := c.remark(b[off : off+n]); err != nil {
			return items, 0, err
		}
		return comment(items, b, off, off+n), n, nil
	}
	t, err := c.grammar.Next(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	switch t.Kind {
	case lex.End:
		return items, 0, nil
	case lex.Space:
		return lex.Raw(items, off, t.End), t.End - off, nil
	case lex.Remark:
		return comment(items, b, off, t.End), t.End - off, nil
	case lex.Word:
		if lex.Is(t.Of(b), "delimiter") {
			return c.delimiter(items, b, off, t.End, eof)
		}
	case lex.Open:
	default:
		return items, 0, dialects.ErrStatement
	}
	first, err := c.firstWord(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	if lex.Is(first.Of(b), "insert") || lex.Is(first.Of(b), "replace") {
		h, n, err := c.readHead(b, off, first, eof)
		if err != nil {
			return items, 0, err
		}
		if h != nil {
			return c.beginRows(items, off, n, h), n, nil
		}
	}
	return c.statement(items, b, off, eof)
}

// firstWord finds the first word of the statement at off, through comments.
func (c *cutter) firstWord(b []byte, off int, eof bool) (lex.Token, error) {
	for i := off; ; {
		t, err := c.grammar.Next(b, i, eof)
		if err != nil {
			return t, err
		}
		switch t.Kind {
		case lex.Space, lex.Remark, lex.Open:
			i = t.End
		case lex.Word:
			return t, nil
		default:
			return t, &lex.At{Off: off, Err: dialects.ErrStatement}
		}
	}
}

// delimiter reads the client's DELIMITER line.
func (c *cutter) delimiter(items []dialects.Item, b []byte, off, end int, eof bool) ([]dialects.Item, int, error) {
	n := bytes.IndexByte(b[end:], '\n') + 1
	if n == 0 {
		return items, 0, lex.Undecided(eof) // at the end of the input, half a delimiter looks like a whole one
	}
	line := bytes.TrimSpace(b[end : end+n])
	if i := bytes.IndexAny(line, " \t"); i >= 0 {
		line = line[:i] // the client takes one word
	}
	if len(line) == 0 || len(line) > 16 || bytes.IndexByte(line, '\\') >= 0 {
		return items, 0, dialects.ErrSyntax
	}
	c.delim = bytes.Clone(line)
	return lex.Stmt(items, off, end+n, &dialects.Statement{Class: dialects.Session, Words: "delimiter"}), end + n - off, nil
}

// statement reads a whole statement that has no rows.
func (c *cutter) statement(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	end, g, err := c.statementEnd(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	text := b[off:end]
	s, err := c.understand(text[:len(text)-len(c.delim)], g)
	if err != nil {
		return items, 0, err
	}
	return lex.Stmt(items, off, end, s), end - off, nil
}

// statementEnd finds the end of the statement at off, behind its delimiter,
// and the grammar under which it ends there.
//
// With a delimiter of its own a routine's body is free text, and programs that
// do not say under which sql_mode they wrote it (phpMyAdmin, Adminer) leave
// open whether a backslash escapes. The first delimiter at a line's end that is
// outside quotes under either reading ends the statement: an end too early is
// an error at what follows, an end too late would swallow rows.
func (c *cutter) statementEnd(b []byte, off int, eof bool) (int, *lex.Grammar, error) {
	own := c.grammar
	end, err := c.endUnder(&own, b, off, eof, false)
	if bytes.Equal(c.delim, []byte{';'}) {
		return end, &own, err
	}
	other := c.grammar
	other.Backslash = !other.Backslash
	if err == nil {
		b, eof = b[:end], true // what comes behind is of no concern
	}
	early, otherErr := c.endUnder(&other, b, off, eof, true)
	if otherErr == nil && (err != nil || early < end) {
		return early, &other, nil //nolint:nilerr // it is an error of the other reading
	}
	return end, &own, err
}

// endUnder finds the end of the statement under one grammar. It turns on dollar
// quotes where a body in another language follows.
func (c *cutter) endUnder(g *lex.Grammar, b []byte, off int, eof, atLineEnd bool) (int, error) {
	var body body
	versions := 0
	for i := off; ; {
		if bytes.HasPrefix(b[i:], c.delim) {
			end := i + len(c.delim)
			switch rest := bytes.TrimLeft(b[end:], " \t\r"); {
			case atLineEnd && len(rest) == 0 && !eof:
				return 0, lex.More
			case atLineEnd && len(rest) > 0 && rest[0] != '\n':
			case len(c.delim) == 1 && body.open():
			case len(c.delim) == 1 && versions > 0:
				if !body.routine { // a second statement hides behind the first
					return 0, &lex.At{Off: off, Err: dialects.ErrSyntax}
				}
			default:
				return end, nil
			}
		}
		if body.as && i < len(b) && b[i] == '$' {
			g.DollarQuote = true
		}
		t, err := g.Next(b, i, eof)
		if err != nil {
			return 0, err
		}
		switch t.Kind {
		case lex.End:
			return 0, dialects.ErrTruncated
		case lex.Open:
			versions++
		case lex.Close:
			versions--
		case lex.Word:
			// The client sees a delimiter inside a word too: END$$.
			if n := bytes.Index(t.Of(b), c.delim); n > 0 {
				t.End = t.Start + n
			}
			body.word(t.Of(b))
		case lex.Space, lex.Remark:
		default:
			body.other()
		}
		i = t.End
	}
}

// A body follows BEGIN … END in a routine that is written without a delimiter
// of its own: mydumper's files have the semicolons of the body and nothing else.
type body struct {
	words   int  // words so far
	create  bool // the statement begins with CREATE
	routine bool // and creates a routine, trigger or event
	depth   int
	end     bool // the last word was END
	as      bool // the last word was AS: a body in JavaScript may follow, in dollar quotes
}

func (s *body) open() bool { return s.routine && s.depth > 0 }

// other is a token that is no word.
func (s *body) other() { s.end, s.as = false, false }

func (s *body) word(w []byte) {
	s.words++
	if s.words == 1 {
		s.create = lex.Is(w, "create")
		return
	}
	if !s.create {
		return
	}
	if !s.routine {
		s.routine = lex.Is(w, "procedure") || lex.Is(w, "function") || lex.Is(w, "trigger") || lex.Is(w, "event") || lex.Is(w, "package") || lex.Is(w, "library")
		return
	}
	s.as = lex.Is(w, "as")
	ended := s.end
	s.end = false
	switch {
	case ended && (lex.Is(w, "if") || lex.Is(w, "loop") || lex.Is(w, "while") || lex.Is(w, "repeat") || lex.Is(w, "for")):
		// END IF and the like close what was not counted as open.
		s.depth++
	case ended && lex.Is(w, "case"):
	case lex.Is(w, "begin"), lex.Is(w, "case"):
		s.depth++
	case lex.Is(w, "end"):
		s.end = true
		s.depth--
	}
}
