package postgres

import (
	"bytes"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A cutter is the state of a scan. Where it stands says which function reads
// on:
//
//	between   between statements                                 between
//	atLine    at the beginning of a line of COPY data            lines
//	inLine    inside such a line; only where rows stay whole     wholeLines
//	atRow     between the rows of an INSERT                      nextRow
//	inRow     inside such a row; only where rows stay whole      restOfRow
//
// A row that is to be masked is cut as one piece; a row that stays whole may
// be cut anywhere.
type cutter struct {
	o       dialects.ScanOptions
	broken  error // what the options made impossible; said at the first byte
	session session
	grammar lex.Grammar // of the session; changes with it

	schema     *schema.Schema
	composites map[schema.Name][]*schema.Column // columns of composite types

	heads lex.Heads // as long as nothing changes what they mean

	place place
	run   lex.Run  // in rows
	row   rowState // in a row of an INSERT that stays whole

	dump, cluster endMark
}

type place uint8

const (
	between place = iota
	atLine
	inLine
	atRow
	inRow
)

func newCutter(o dialects.ScanOptions) *cutter {
	c := &cutter{o: o, heads: lex.NewHeads(o.Bind)}
	c.session, c.broken = newSession(o.Charset)
	c.schema = c.given()
	c.changed()
	return c
}

// given is the schema before the first statement.
func (c *cutter) given() *schema.Schema {
	if c.o.Schema != nil {
		return c.o.Schema.Clone()
	}
	s := schema.New(schema.Fold{})
	s.Dialect = Dialect.Name()
	return s
}

// changed forgets what depended on schema or session.
func (c *cutter) changed() {
	c.grammar = c.session.grammar()
	c.heads.Forget()
}

// Cut implements [lex.Cutter].
func (c *cutter) Cut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error) {
	if c.broken != nil && len(b) > 0 {
		return items, 0, c.broken
	}
	off := 0
	for off < len(b) {
		var n int
		var err error
		switch c.place {
		case between:
			items, n, err = c.between(items, b, off, eof)
		case atLine, inLine:
			if c.run.Whole {
				items, n, err = c.wholeLines(items, b, off, eof)
			} else {
				items, n, err = c.lines(items, b, off, eof)
			}
		case atRow:
			items, n, err = c.nextRow(items, b, off, eof)
		case inRow:
			items, n, err = c.restOfRow(items, b, off, eof)
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
	if c.place != between {
		return dialects.ErrTruncated
	}
	if err := c.missing(c.dump); err != nil {
		return err
	}
	return c.missing(c.cluster)
}

// An endMark follows a header's promise that the dump ends with a certain
// line. pg_dumpall's has the dumps of the databases inside.
type endMark struct {
	promised bool // the header was read
	rows     bool // rows came after it
	old      bool // pg_dump is older than version 10
}

func (c *cutter) missing(m endMark) error {
	if m.promised && m.rows && !c.o.NoEndMark {
		return dialects.ErrEndMark
	}
	return nil
}

// sawRows notes that the dump holds rows.
func (c *cutter) sawRows() { c.dump.rows, c.cluster.rows = true, true }

var (
	remarkStart = []byte("-- PostgreSQL database ")
	dumpedByOld = []byte("-- Dumped by pg_dump version 9.")
)

// remark looks at a comment between statements.
func (c *cutter) remark(b []byte) error {
	if bytes.HasPrefix(b, dumpedByOld) {
		c.dump.old = true
	}
	if !bytes.HasPrefix(b, remarkStart) {
		return nil
	}
	var err error
	switch string(lex.TrimLine(b[len(remarkStart):])) {
	case "dump":
		err = c.missing(c.dump) // the one before must have ended
		c.dump = endMark{promised: true}
	case "dump complete":
		c.dump = endMark{}
	case "cluster dump":
		if err = c.missing(c.dump); err == nil {
			err = c.missing(c.cluster)
		}
		c.dump, c.cluster = endMark{}, endMark{promised: true}
	case "cluster dump complete":
		err = c.missing(c.dump)
		c.cluster = endMark{}
	}
	return err
}

var (
	nameWords  = [][]byte{[]byte("-- Name: "), []byte("-- Data for Name: "), []byte("-- Statistics for Name: ")}
	configWord = []byte(`-- User Config "`)
	typeWord   = []byte("; Type: ")
	ownerWord  = []byte("; Owner: ")
)

// objectRemark reads the comment that pg_dump puts before each object: "-- Name:
// t; Type: TABLE; Schema: public; Owner: tanaka". It names an account, and where
// the object is one of those that mask drops, its name may be of an account too.
func objectRemark(b []byte) (*dialects.Statement, bool) {
	if bytes.HasPrefix(b, configWord) {
		return &dialects.Statement{Class: dialects.Access, Words: "user comment"}, true
	}
	if !slices.ContainsFunc(nameWords, func(w []byte) bool { return bytes.HasPrefix(b, w) }) {
		return nil, false
	}
	s := &dialects.Statement{Class: dialects.Session, Words: "object comment"}
	if i := bytes.LastIndex(b, typeWord); i >= 0 {
		kind, _, _ := bytes.Cut(b[i+len(typeWord):], []byte{';'})
		s.Class = classOfType(strings.ToLower(string(kind)))
	}
	if i := bytes.LastIndex(b, ownerWord); i >= 0 {
		i += len(ownerWord)
		owner := lex.TrimLine(b[i:])
		if len(owner) > 0 && string(owner) != "-" && !bytes.HasPrefix(owner, []byte("-; Tablespace: ")) { // pg_dump --no-owner
			s.Marks = []dialects.Mark{{Span: dialects.Span{Start: int32(i), End: int32(i + len(owner))}, Role: dialects.Definer}}
		}
	}
	return s, s.Class != dialects.Session || s.Marks != nil
}

// between reads one thing where a statement may begin.
func (c *cutter) between(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	if h, n := c.heads.Same(b[off:]); h != nil {
		return c.beginRows(items, off, n, h, atRow), n, nil
	}
	t, err := c.grammar.Next(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	switch t.Kind {
	case lex.Space:
		return lex.Raw(items, off, t.End), t.End - off, nil
	case lex.Remark:
		if err := c.remark(t.Of(b)); err != nil {
			return items, 0, err
		}
		if s, ok := objectRemark(t.Of(b)); ok {
			return lex.Stmt(items, off, t.End, s), t.End - off, nil
		}
		return lex.Note(items, off, t.End), t.End - off, nil
	case lex.Punct:
		switch b[off] {
		case ';':
			return lex.Raw(items, off, t.End), t.End - off, nil
		case '\\':
			return c.command(items, b, off, eof)
		}
	case lex.Word:
		switch word := t.Of(b); {
		case lex.Is(word, "insert"):
			h, n, err := c.readInsert(b, off, eof)
			if err != nil {
				return items, 0, err
			}
			if h != nil {
				return c.beginRows(items, off, n, h, atRow), n, nil
			}
		case lex.Is(word, "copy"):
			h, n, err := c.readCopy(b, off, eof)
			if err != nil {
				return items, 0, err
			}
			return c.beginRows(items, off, n, h, atLine), n, nil
		}
		return c.statement(items, b, off, eof)
	}
	return items, 0, dialects.ErrStatement
}

// statement reads a whole statement that has no rows.
func (c *cutter) statement(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	end, err := c.statementEnd(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	view, err := c.standsIn(b, off, end, eof)
	if err != nil {
		return items, 0, err
	}
	s, err := c.understand(b[off : end-1])
	if err != nil {
		return items, 0, err
	}
	if view && s.Declares {
		c.placeholder(s)
	}
	return lex.Stmt(items, off, end, s), end - off, nil
}

// statementEnd finds the end of the statement at off, behind its semicolon.
// Semicolons in a rule's brackets or in a routine's body do not end it.
func (c *cutter) statementEnd(b []byte, off int, eof bool) (int, error) {
	var w walk
	for i := off; ; {
		t, err := w.next(&c.grammar, b, i, eof)
		if err != nil {
			return 0, err
		}
		if t.Kind == lex.End {
			return 0, dialects.ErrTruncated
		}
		if w.ends {
			return t.End, nil
		}
		i = t.End
	}
}

// A walk steps through the tokens of a statement as psql does.
type walk struct {
	brackets int
	body     body
	escaped  bool // the last token that counts was an E'…'
	ends     bool // the token just read is the semicolon that ends the statement
}

// next reads the token at i. Backslashes outside quotes are psql's: it would
// do something in the middle of the statement.
//
// A text goes on behind a line break as E'…' if it began so, which the lexer
// does not know; no dump program writes that, so it is refused.
func (w *walk) next(g *lex.Grammar, b []byte, i int, eof bool) (lex.Token, error) {
	if w.escaped && i < len(b) && b[i] == '\'' {
		return lex.Token{}, &lex.At{Off: i, Err: dialects.ErrSyntax}
	}
	t, err := g.Next(b, i, eof)
	if err != nil {
		return t, err
	}
	switch t.Kind {
	case lex.Space, lex.Remark:
		return t, nil
	case lex.Word:
		if !w.body.word(t.Of(b), w.brackets) {
			return t, &lex.At{Off: i, Err: dialects.ErrSyntax}
		}
	case lex.Punct:
		switch b[t.Start] {
		case '(':
			w.brackets++
			w.body.fresh = false // (SELECT … UNION …) EXCEPT …
		case ')':
			w.brackets = max(w.brackets-1, 0)
		case ';':
			if w.brackets > 0 && !w.body.rule {
				return t, &lex.At{Off: i, Err: dialects.ErrSyntax}
			}
			w.ends = w.brackets == 0 && w.body.depth == 0
			w.body.fresh = true
		case '\\':
			return t, &lex.At{Off: i, Err: dialects.ErrStatement}
		}
	}
	w.escaped = t.Kind == lex.String && (b[t.Start] == 'E' || b[t.Start] == 'e')
	return t, nil
}

// A body follows BEGIN ATOMIC … END in a routine, in which semicolons do not
// end the statement. psql does so since version 14, by a heuristic: it counts
// BEGIN, CASE and END where the statement begins CREATE [OR REPLACE] {FUNCTION |
// PROCEDURE}. A function that is named begin deceives it. What would follow
// must not pass as a part of the function, so this is stricter: the body begins
// with both words, and its statements are of the kinds that the server allows.
type body struct {
	state   bodyState
	routine bool
	rule    bool // its actions stand in brackets, with semicolons
	begin   bool // the last word was BEGIN
	depth   int
	fresh   bool // a statement of the body may begin
}

type bodyState uint8

const (
	bodyStart bodyState = iota
	bodyCreate
	bodyOr
	bodyReplace
	bodyOther
)

// word follows a word. It gives false where none of its kind can stand.
func (s *body) word(w []byte, brackets int) bool {
	if s.state != bodyOther {
		s.state = s.opening(w)
		return true
	}
	if !s.routine || brackets > 0 {
		return true
	}
	begin, fresh := s.begin, s.fresh
	s.begin, s.fresh = false, false
	switch {
	case s.depth == 0:
		if s.begin = lex.Is(w, "begin"); begin && lex.Is(w, "atomic") {
			s.depth, s.fresh = 1, true
		}
	case lex.Is(w, "case"):
		s.depth++
	case lex.Is(w, "end"):
		s.depth--
	case fresh:
		return bodyStatements[string(bytes.ToLower(w))]
	}
	return true
}

// bodyStatements are what a body can consist of (PostgreSQL documentation,
// CREATE FUNCTION, sql_body).
var bodyStatements = map[string]bool{
	"select": true, "insert": true, "update": true, "delete": true, "merge": true, "values": true, "with": true, "table": true, "return": true,
}

// opening follows the first words.
func (s *body) opening(w []byte) bodyState {
	routine := lex.Is(w, "function") || lex.Is(w, "procedure")
	switch {
	case s.state == bodyStart && lex.Is(w, "create"):
		return bodyCreate
	case s.state == bodyCreate && lex.Is(w, "or"):
		return bodyOr
	case s.state == bodyOr && lex.Is(w, "replace"):
		return bodyReplace
	case s.state == bodyCreate || s.state == bodyReplace:
		s.routine = routine
		s.rule = lex.Is(w, "rule")
	}
	return bodyOther
}

// beginRows hands out a head and enters its rows.
func (c *cutter) beginRows(items []dialects.Item, off, n int, h *lex.Head, at place) []dialects.Item {
	c.place = at
	c.sawRows()
	return c.run.Begin(items, off, n, h)
}

// endRows hands out the tail and leaves the rows.
func (c *cutter) endRows(items []dialects.Item, off, end int) []dialects.Item {
	c.place = between
	return c.run.End(items, off, end)
}
