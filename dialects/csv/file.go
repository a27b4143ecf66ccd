package csv

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A File is the dialect of files that have the rows of one table: behind a line with the
// names of the columns, or, where the schema is known, in the order in which it has them.
type File struct {
	Format
	Table string
}

// ErrHeader says that nobody knows the columns.
var ErrHeader = errors.New("the first line does not name columns, and no schema does")

// Name implements [dialects.Dialect].
func (File) Name() string { return "csv" }

// Evidence implements [dialects.Dialect]: text is text.
func (File) Evidence([]byte) dialects.Evidence { return dialects.Possible }

// NewScanner implements [dialects.Dialect].
func (f File) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	o = o.WithDefaults()
	if o.Charset != "" {
		f.Charset = o.Charset
	}
	c := &fileCutter{file: f, o: o, schema: schema.New(schema.Fold{})}
	if o.Schema != nil {
		c.schema = o.Schema.Clone()
	}
	return &scanner{lex.NewScanner(r, c, o), c}
}

type scanner struct {
	*lex.Scanner
	cutter *fileCutter
}

func (s *scanner) Schema() *schema.Schema { return s.cutter.schema }

// A fileCutter reads the header, and then rows.
type fileCutter struct {
	file   File
	o      dialects.ScanOptions
	schema *schema.Schema
	rows   *Cutter // nil before the header
}

// Cut implements [lex.Cutter].
func (c *fileCutter) Cut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error) {
	off := 0
	if c.rows == nil {
		l, err := c.file.layout(nil)
		if err != nil {
			return items, 0, err
		}
		end, s, err := l.walk(b, 0, state{}, eof, noSep)
		switch {
		case err != nil:
			return items, 0, err
		case end == 0 || s.place != atRow:
			return items, 0, lex.More
		}
		header, err := c.begin(l, b[:end])
		if err != nil {
			return items, 0, err
		}
		if header {
			items = c.rows.run.Begin(items, 0, end, &c.rows.head)
			off = end
		}
	}
	own, n, err := c.rows.Cut(items[len(items):], b[off:], eof)
	for i := range own {
		own[i].Start += int32(off)
		own[i].Body += int32(off)
		own[i].End += int32(off)
	}
	if at, ok := err.(*lex.At); ok { //nolint:errorlint // cutters give it as it is
		err = &lex.At{Off: at.Off + off, Err: at.Err}
	}
	if off > 0 && err == lex.More { //nolint:errorlint // it is no failure
		err = nil
	}
	return append(items, own...), off + n, err
}

// begin settles what the columns are, and says whether the first line has their names.
func (c *fileCutter) begin(l *layout, line []byte) (header bool, err error) {
	names, err := namesIn(newCodec(l, nil, nil), line)
	if err != nil {
		return false, err
	}
	t := c.table()
	var cols []*schema.Column
	for _, name := range names {
		col := t.Column(name)
		if col == nil && !t.Declared && isName(name) {
			col = &schema.Column{Name: name}
		}
		if col == nil || has(cols, col) {
			cols = nil
			break
		}
		cols = append(cols, col)
	}
	header = cols != nil
	if !header {
		if !t.Declared {
			return false, ErrHeader
		}
		cols = inOrder(t, len(names))
	}
	rows, err := c.file.Rows(t, cols, nil)
	if err != nil {
		return false, err
	}
	whole := false
	if c.o.Bind != nil {
		if whole, err = c.o.Bind(rows); err != nil {
			return false, err
		}
	}
	c.rows = NewCutter(rows, whole, c.o.NoEndMark)
	return header, nil
}

// inOrder gives the columns of rows with so many fields: all that SELECT * gives, or those
// among them that the server does not compute.
func inOrder(t *schema.Table, fields int) (cols []*schema.Column) {
	for _, c := range t.Columns {
		if !c.Invisible {
			cols = append(cols, c)
		}
	}
	stored := slices.DeleteFunc(slices.Clone(cols), func(c *schema.Column) bool { return c.Generated != schema.NotGenerated })
	if len(stored) == fields {
		return stored
	}
	return cols
}

// namesIn gives the fields of a line as texts.
func namesIn(c *codec, line []byte) (names []string, err error) {
	fields, err := c.Fields(nil, line)
	if err != nil {
		return nil, err
	}
	for i, f := range fields {
		name, err := c.Decode(nil, line, f, i)
		if err != nil {
			return nil, err
		}
		names = append(names, string(name))
	}
	return names, nil
}

// isName says whether a text can be the name of a column: names are shown in messages,
// and values of a file without a header are not.
func isName(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '_' && (i == 0 || !unicode.IsDigit(r) && !unicode.IsMark(r) && r != ' ' && r != '-' && r != '.') {
			return false
		}
	}
	return s != "" && utf8.RuneCountInString(s) <= 64
}

func has(cols []*schema.Column, c *schema.Column) bool {
	for _, other := range cols {
		if other == c || other.Name == c.Name {
			return true
		}
	}
	return false
}

// table finds the table of the file's name, in whatever schema, or makes one.
func (c *fileCutter) table() *schema.Table {
	var found *schema.Table
	for _, t := range c.schema.Tables() {
		if t.Name.Name == c.file.Table {
			if found != nil {
				return c.named() // two schemas have it
			}
			found = t
		}
	}
	if found != nil {
		return found
	}
	return c.named()
}

// named is a table of which only the name is known.
func (c *fileCutter) named() *schema.Table {
	s := schema.New(c.schema.Fold)
	s.Put(&schema.Table{Name: schema.Name{Name: c.file.Table}})
	return s.Tables()[0]
}

// Close implements [lex.Cutter].
func (c *fileCutter) Close() error {
	if c.rows == nil {
		return dialects.ErrTruncated
	}
	return c.rows.Close()
}

// Guess tells by the first bytes of a file how it is written: what its rows end with, and
// whether something is escaped by backslashes, as MySQL does it, or quotes are doubled.
func (f Format) Guess(head []byte) Format {
	if i := bytes.IndexByte(head, '\n'); i > 0 && head[i-1] == '\r' {
		f.Lines = "\r\n"
	}
	sep := []byte(f.Terminated)
	quote := []byte{f.Enclosed}
	if f.Terminated == "\t" && !bytes.HasPrefix(head, quote) && !bytes.Contains(head, append(bytes.Clone(sep), f.Enclosed)) {
		f.Enclosed = 0 // a quote is only a quote
	}
	if f.Escaped == 0 && writesNull(head, sep) {
		f.Escaped = '\\'
	}
	return f
}

// writesNull says whether a text has \N for a field, as only a writer does that escapes.
// Where there is none, an escaped quote does not pass for one that ends a field.
func writesNull(head, sep []byte) bool {
	for {
		i := bytes.Index(head, []byte(`\N`))
		if i < 0 || i+2 == len(head) {
			return false
		}
		begins := i == 0 || head[i-1] == '\n' || bytes.HasSuffix(head[:i], sep)
		behind := head[i+2:]
		if begins && (bytes.HasPrefix(behind, sep) || behind[0] == '\n' || behind[0] == '\r') {
			return true
		}
		head = behind
	}
}
