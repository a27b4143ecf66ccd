package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Ledger is a dialect of one's own: the export of an old bookkeeping program.
//
//	# whatever
//	[customers]
//	id|name|email
//	1|Grace Hopper|grace@navy.test
//	2|Ada Lovelace|\N
//	[end]
//
// A line is a row. A value writes | as \p, a line feed as \n, [ as \b and \ as \\;
// \N is NULL. Between blocks there are empty lines and comments. A file that ends
// inside a block was cut.
var Ledger dialects.Dialect = ledger{}

type ledger struct{}

func (ledger) Name() string { return "ledger" }

// Evidence is asked where a dump's dialect is to be told. Nothing else begins with
// a word in brackets.
func (ledger) Evidence(head []byte) dialects.Evidence {
	if len(head) > 1 && head[0] == '[' && 'a' <= head[1] && head[1] <= 'z' {
		return dialects.Sure
	}
	return dialects.Possible
}

func (ledger) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	known := schema.New(schema.Fold{})
	if o.Schema != nil {
		known = o.Schema.Clone()
	}
	return &scanner{r: bufio.NewReader(r), o: o.WithDefaults(), pos: dialects.Pos{Line: 1}, schema: known, heads: map[string]*block{}}
}

// A block is a head that was met. Heads that mean the same share one.
type block struct {
	rows  *dialects.Rows
	whole bool // nobody looks into its rows
}

// A scanner cuts the file into lines, and lines into items. What it has covered
// decides what it expects; how its reader cuts the bytes does not.
type scanner struct {
	r      *bufio.Reader
	o      dialects.ScanOptions
	pos    dialects.Pos // behind what was handed out
	schema *schema.Schema
	heads  map[string]*block
	in     *block // the block that the position is in, or nil
	n      int64  // rows of that block so far
	torn   bool   // inside a row that goes whole and is long
	err    error  // what comes behind the items that are handed out
}

// Schema implements [dialects.Scanner]. The format declares no tables.
func (s *scanner) Schema() *schema.Schema { return s.schema }

// Scan implements [dialects.Scanner].
func (s *scanner) Scan(c *dialects.Chunk) error {
	c.Data, c.Items, c.Pos = c.Data[:0], c.Items[:0], s.pos
	for s.err == nil && len(c.Data) < s.o.ChunkSize {
		before := len(c.Data)
		if s.err = s.item(c); s.err != nil {
			c.Data = c.Data[:before]
			s.err = s.at(s.err)
			break
		}
		s.pos = s.pos.Advance(c.Data[before:])
	}
	if len(c.Items) > 0 { // they come first, wherever the chunk ends
		return nil
	}
	return s.err
}

// at gives an error its position. The reader's own goes out as it came.
func (s *scanner) at(err error) error {
	for _, own := range []error{dialects.ErrTruncated, dialects.ErrEmpty, dialects.ErrRowSize, dialects.ErrSyntax, dialects.ErrColumns} {
		if errors.Is(err, own) {
			return &dialects.Error{Pos: s.pos, Err: err}
		}
	}
	return err
}

// item appends the next item. At the end of a complete file it gives io.EOF.
func (s *scanner) item(c *dialects.Chunk) error {
	start := len(c.Data)
	if s.in != nil && s.in.whole {
		return s.raw(c)
	}
	if err := s.line(c); err != nil {
		return err
	}
	line := c.Data[start:]
	it := dialects.Item{Start: int32(start), Body: int32(start), End: int32(len(c.Data))}
	switch {
	case s.in != nil && isEnd(line):
		it.Kind, it.Rows, s.in = dialects.Tail, s.in.rows, nil
	case s.in != nil:
		s.n++
		it.Kind, it.Rows, it.N = dialects.Row, s.in.rows, s.n
	case line[0] == '\n' || line[0] == '#':
	case line[0] == '[':
		if err := s.head(c, start); err != nil {
			return err
		}
		it.Kind, it.Rows, it.End = dialects.Head, s.in.rows, int32(len(c.Data))
	default:
		return dialects.ErrSyntax
	}
	c.Items = append(c.Items, it)
	return nil
}

func isEnd(line []byte) bool { return string(line) == "[end]\n" }

// line appends a line.
func (s *scanner) line(c *dialects.Chunk) error {
	start := len(c.Data)
	for {
		part, err := s.r.ReadSlice('\n')
		c.Data = append(c.Data, part...)
		switch {
		case len(c.Data)-start > s.o.MaxRow:
			return dialects.ErrRowSize
		case err == nil:
			return nil
		case errors.Is(err, bufio.ErrBufferFull):
		default:
			return s.ended(err, len(c.Data) == start)
		}
	}
}

// ended says what the end of the input means.
func (s *scanner) ended(err error, between bool) error {
	switch {
	case !errors.Is(err, io.EOF):
		return err
	case s.pos.Offset == 0 && between:
		return dialects.ErrEmpty
	case s.in != nil || !between:
		return dialects.ErrTruncated
	}
	return io.EOF
}

// raw appends a row into which nobody looks, or a part of one: it may be long.
func (s *scanner) raw(c *dialects.Chunk) error {
	start := len(c.Data)
	part, err := s.r.ReadSlice('\n')
	if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
		return s.ended(err, false)
	}
	c.Data = append(c.Data, part...)
	it := dialects.Item{Kind: dialects.Raw, Start: int32(start), Body: int32(start), End: int32(len(c.Data)), Rows: s.in.rows}
	switch {
	case !s.torn && isEnd(part):
		it.Kind, s.in = dialects.Tail, nil
	case err == nil:
		it.N = 1
	}
	s.torn = err != nil
	c.Items = append(c.Items, it)
	return nil
}

// head reads the second line of a head, whose first begins at start.
func (s *scanner) head(c *dialects.Chunk, start int) error {
	second := len(c.Data)
	table, ok := bytes.CutSuffix(c.Data[start+1:second], []byte("]\n"))
	if !ok || len(table) == 0 || string(table) == "end" {
		return dialects.ErrSyntax
	}
	name := schema.Name{Name: string(table)}
	s.in = &block{} // an end is too early from here on
	err := s.line(c)
	s.in = nil
	if err != nil {
		return err
	}
	text := string(c.Data[start:])
	b := s.heads[text]
	if b == nil {
		if b, err = s.newBlock(name, strings.TrimSuffix(string(c.Data[second:]), "\n")); err != nil {
			return err
		}
		s.heads[text] = b
	}
	s.in, s.n = b, 0
	return nil
}

// newBlock asks whoever reads whether the rows are to be cut.
func (s *scanner) newBlock(name schema.Name, columns string) (*block, error) {
	t := &schema.Table{Name: name}
	if known := s.schema.Table(name); known != nil {
		t = known
	}
	rows := &dialects.Rows{Table: t, Codec: codec{}}
	seen := map[string]bool{}
	for c := range strings.SplitSeq(columns, "|") {
		if c == "" || seen[c] {
			return nil, dialects.ErrColumns
		}
		seen[c] = true
		column := t.Column(c)
		if column == nil {
			column = &schema.Column{Name: c}
		}
		rows.Columns = append(rows.Columns, column)
	}
	b := &block{rows: rows}
	if s.o.Bind != nil {
		var err error
		if b.whole, err = s.o.Bind(rows); err != nil {
			return nil, &dialects.Error{Pos: s.pos, Err: err}
		}
	}
	return b, nil
}
