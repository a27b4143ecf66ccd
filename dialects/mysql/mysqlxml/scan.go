package mysqlxml

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A place is one in the stream.
type place uint8

const (
	prolog   place = iota // before the outermost element
	root                  // in it
	database              // in <database>
	group                 // in one of those below
	done                  // behind the outermost element
)

// groups are the elements round others that are statements.
var groups = map[string]string{"triggers": "trigger", "events": "event", "routines": "routine"}

// A cutter is the state of a scan. Rows of a table that stays whole may be cut anywhere,
// so the place inside a row is kept.
type cutter struct {
	o       dialects.ScanOptions
	sql     *mysql.Files // what reads definitions
	charset *charset.Charset
	place   place
	group   string // the name of the group
	outer   place  // where it stands
	db      string

	run lex.Run
	row rowPlace // where rows stay whole
}

// A rowPlace is one inside the rows of a table.
type rowPlace uint8

const (
	atRow   rowPlace = iota // a row may begin
	atField                 // a field may
	inText                  // of a field
)

func newCutter(o dialects.ScanOptions) *cutter {
	c := &cutter{o: o, sql: mysql.NewFiles(o), charset: charset.UTF8}
	if o.Charset != "" {
		if c.charset = charset.MySQL(o.Charset); c.charset == nil {
			c.charset = charset.Unknown
		}
	}
	return c
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
		case c.run.Whole:
			items, n, err = c.uncut(items, b, off, eof)
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
	switch {
	case c.run.Head != nil:
		return dialects.ErrTruncated
	case c.place == done, c.o.NoEndMark && c.place != prolog:
		return nil
	case c.place == prolog:
		return dialects.ErrTruncated
	}
	return dialects.ErrEndMark
}

var (
	declaration    = []byte("<?xml ")
	declarationEnd = []byte("?>")
	comment        = []byte("<!--")
	commentEnd     = []byte("-->")
)

// between reads one thing outside of rows.
func (c *cutter) between(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	if n := lex.SkipSpace(b, off) - off; n > 0 {
		return lex.Raw(items, off, off+n), n, nil
	}
	for _, long := range []struct{ begin, end []byte }{{declaration, declarationEnd}, {comment, commentEnd}} {
		rest := b[off:]
		if len(rest) < len(long.begin) && bytes.HasPrefix(long.begin, rest) && !eof {
			return items, 0, lex.More
		}
		if !bytes.HasPrefix(rest, long.begin) {
			continue
		}
		n := bytes.Index(rest[len(long.begin):], long.end)
		switch {
		case n < 0:
			return items, 0, lex.Undecided(eof)
		case &long.begin[0] == &comment[0] && c.place != prolog && c.place != done:
			end := off + len(long.begin) + n + len(long.end)
			return lex.Note(items, off, end), end - off, nil
		case &long.begin[0] == &declaration[0] && c.place == prolog:
			end := off + len(long.begin) + n + len(long.end)
			return lex.Raw(items, off, end), end - off, nil
		}
		return items, 0, dialects.ErrSyntax
	}
	if b[off] != '<' {
		return items, 0, dialects.ErrSyntax
	}
	t, err := readTag(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	return c.element(items, b, off, t, eof)
}

// element reads what a tag begins or ends.
func (c *cutter) element(items []dialects.Item, b []byte, off int, t *tag, eof bool) ([]dialects.Item, int, error) {
	pass := func(p place) ([]dialects.Item, int, error) {
		c.place = p
		return lex.Raw(items, off, t.end), t.end - off, nil
	}
	stand := func(p place, s *dialects.Statement) ([]dialects.Item, int, error) {
		c.place = p
		return lex.Stmt(items, off, t.end, s), t.end - off, nil
	}
	_, grouped := groups[t.name]
	holds := c.place == database || c.place == root // where "ddl: safe" has left the database out
	switch {
	case t.closed:
	case c.place == prolog && t.name == "mysqldump":
		return pass(root)
	case c.place == root && t.name == "/mysqldump":
		return stand(done, &dialects.Statement{Class: dialects.Session, Words: "end"})
	case c.place == root && t.name == "database":
		s, err := c.enter(b, off, t)
		if err != nil {
			return items, 0, err
		}
		return stand(database, s)
	case c.place == database && t.name == "/database":
		s := c.databaseStatement()
		c.db = ""
		return stand(root, s)
	case holds && grouped:
		c.group, c.outer = t.name, c.place
		return pass(group)
	case c.place == group && t.name == "/"+c.group:
		return pass(c.outer)
	case c.place == group && t.name == groups[c.group]:
		return c.body(items, b, off, t, eof)
	case holds && t.name == "table_structure":
		return c.structure(items, b, off, t, eof)
	case holds && t.name == "table_data":
		return c.head(items, b, off, t, eof)
	}
	return items, 0, dialects.ErrStatement
}

// databaseStatement is about the database that is entered or left. Both its tags go, or
// both stay.
func (c *cutter) databaseStatement() *dialects.Statement {
	return &dialects.Statement{Class: dialects.Database, Words: "database", Database: c.db, Enters: true, OfServer: mysql.OfServer(c.db)}
}

// enter begins a database.
func (c *cutter) enter(b []byte, off int, t *tag) (*dialects.Statement, error) {
	name, err := c.name(t, b)
	if err != nil {
		return nil, err
	}
	c.db = name
	c.sql.Begin(name, false)
	s := c.databaseStatement()
	at := t.attributes[0].value
	s.Marks = []dialects.Mark{{Span: dialects.Span{Start: at.Start - int32(off), End: at.End - int32(off)}, Role: dialects.DatabaseName}}
	return s, nil
}

// name gives the attribute name of a tag that has no other.
func (c *cutter) name(t *tag, b []byte) (string, error) {
	raw, ok := t.of(b, "name")
	if !ok || len(t.attributes) != 1 || len(raw) == 0 {
		return "", dialects.ErrSyntax
	}
	return c.decoded(raw)
}

// decoded is a name or text of the dump.
func (c *cutter) decoded(raw []byte) (string, error) {
	plain, err := appendPlain(nil, raw)
	if err != nil {
		return "", err
	}
	text, err := c.charset.Decode(nil, plain)
	return string(text), err
}

// head begins the rows of a table. What its columns are, the first row says.
func (c *cutter) head(items []dialects.Item, b []byte, off int, t *tag, eof bool) ([]dialects.Item, int, error) {
	name, err := c.name(t, b)
	if err != nil {
		return items, 0, err
	}
	names, more, err := firstRow(b, t.end)
	if err != nil || more {
		if more {
			err = lex.Undecided(eof)
		}
		return items, 0, err
	}
	table := c.sql.Table(name)
	rows := &dialects.Rows{Table: table}
	var unknown error
	for _, raw := range names {
		name, err := c.decoded(raw)
		if err != nil {
			return items, 0, err
		}
		col := table.Column(name)
		if col == nil {
			if table.Declared {
				unknown = dialects.ErrColumns
			}
			col = &schema.Column{Name: name}
		}
		rows.Columns = append(rows.Columns, col)
	}
	if names == nil {
		rows.Columns = table.Columns
	}
	rows.Codec = newCodec(c.charset, names, rows.Columns)
	h := &lex.Head{Rows: rows}
	if c.o.Bind != nil {
		if h.Whole, err = c.o.Bind(rows); err != nil {
			return items, 0, err
		}
	}
	if unknown != nil && !h.Whole {
		return items, 0, unknown
	}
	c.row = atRow
	return c.run.Begin(items, off, t.end-off, h), t.end - off, nil
}

// What rows consist of.
var (
	rowBegins    = []byte("<row>")
	rowEnds      = []byte("</row>")
	fieldBegins  = []byte("<field name=\"")
	fieldEnds    = []byte("</field>")
	tableDataEnd = []byte("</table_data>")
)

// firstRow gives the names of the columns as the first row behind b[i] has them, or none
// if there is no row. more says that it is not all there.
func firstRow(b []byte, i int) (names [][]byte, more bool, err error) {
	i = lex.SkipSpace(b, i)
	rest := b[i:]
	if bytes.HasPrefix(rest, tableDataEnd) {
		return nil, false, nil
	}
	if len(rest) < len(tableDataEnd) && !bytes.HasPrefix(rest, rowBegins) {
		return nil, true, nil
	}
	end := bytes.Index(rest, rowEnds)
	switch {
	case !bytes.HasPrefix(rest, rowBegins):
		return nil, false, &lex.At{Off: i, Err: dialects.ErrRow}
	case end < 0:
		return nil, true, nil
	}
	for row := rest[:end]; ; {
		_, behind, found := bytes.Cut(row, fieldBegins)
		if !found {
			return names, false, nil
		}
		name, behind, found := bytes.Cut(behind, []byte{'"'})
		if !found {
			return nil, false, &lex.At{Off: i, Err: dialects.ErrRow}
		}
		names = append(names, bytes.Clone(name))
		row = behind
	}
}

// nextRow reads the next row, or the tail.
func (c *cutter) nextRow(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	i := lex.SkipSpace(b, off)
	rest := b[i:]
	switch {
	case bytes.HasPrefix(rest, tableDataEnd):
		end := i + len(tableDataEnd)
		return c.run.End(items, off, end), end - off, nil
	case bytes.HasPrefix(rest, rowBegins):
		n := bytes.Index(rest, rowEnds)
		if n < 0 {
			return items, 0, lex.Undecided(eof)
		}
		end := i + n + len(rowEnds)
		return c.run.Row(items, off, i, end), end - off, nil
	case bytes.HasPrefix(tableDataEnd, rest), bytes.HasPrefix(rowBegins, rest):
		return items, 0, lex.Undecided(eof)
	}
	return items, 0, &lex.At{Off: i, Err: dialects.ErrRow}
}

// uncut goes on in rows that are passed on as they are, which may be cut anywhere but in
// a tag.
func (c *cutter) uncut(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	i, at, rows := off, c.row, int64(0)
	for i < len(b) {
		if at == inText {
			n := bytes.IndexByte(b[i:], '<')
			if n < 0 {
				i = len(b)
				break
			}
			i += n
		} else {
			i = lex.SkipSpace(b, i)
			if i == len(b) {
				break
			}
		}
		if at == atRow && bytes.HasPrefix(b[i:], tableDataEnd) {
			break
		}
		if b[i] != '<' {
			return items, 0, &lex.At{Off: i, Err: dialects.ErrRow}
		}
		t, err := readTag(b, i, eof)
		if err == lex.More { //nolint:errorlint // cutters give it as it is
			break
		}
		if err != nil {
			return items, 0, err
		}
		next, ok := at.behind(t)
		if !ok {
			return items, 0, &lex.At{Off: i, Err: dialects.ErrRow}
		}
		if at == atField && next == atRow {
			rows++
		}
		at, i = next, t.end
	}
	if i > off {
		c.row = at
		return c.run.Uncut(items, off, i, rows), i - off, nil
	}
	if bytes.HasPrefix(b[i:], tableDataEnd) && at == atRow {
		end := i + len(tableDataEnd)
		return c.run.End(items, off, end), end - off, nil
	}
	return items, 0, lex.Undecided(eof)
}

// behind gives the place behind a tag.
func (p rowPlace) behind(t *tag) (rowPlace, bool) {
	switch {
	case p == atRow && t.name == "row" && !t.closed && len(t.attributes) == 0:
		return atField, true
	case p == atField && t.name == "/row":
		return atRow, true
	case p == atField && t.name == "field" && t.closed:
		return atField, true
	case p == atField && t.name == "field":
		return inText, true
	case p == inText && t.name == "/field":
		return atField, true
	}
	return p, false
}
