package mysql

import (
	"bytes"
	"errors"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A head is an INSERT or REPLACE up to its first row.
type head struct {
	rows     *dialects.Rows
	whole    bool
	versions int // version comments that are open when the rows begin
}

// sameHead finds the last head again without reading it: with one INSERT a row
// it is most of the stream.
func (c *cutter) sameHead(b []byte) *head {
	n := len(c.lastHead)
	if n == 0 || len(b) <= n || b[n] != '(' || !bytes.Equal(b[:n], c.lastHead) {
		return nil
	}
	return c.head
}

// beginRows hands out a head and enters its rows.
func (c *cutter) beginRows(items []dialects.Item, off, n int, h *head) ([]dialects.Item, int, error) {
	c.head, c.rows, c.n = h, h.rows, 0
	c.seen.rows = true
	return append(items, dialects.Item{
		Kind: dialects.Head, Start: int32(off), Body: int32(off), End: int32(off + n), Rows: h.rows,
	}), n, nil
}

// readHead reads INSERT … VALUES up to the bracket of the first row. It gives
// nil if the statement has no rows of that form; then it is a Change.
func (c *cutter) readHead(b []byte, off int, first lex.Token, eof bool) (*head, int, error) {
	var (
		i        = off
		versions int
		depth    int
		values   bool
	)
	for {
		t, err := c.grammar.Next(b, i, eof)
		if err != nil {
			return nil, 0, err
		}
		switch t.Kind {
		case lex.End:
			return nil, 0, dialects.ErrTruncated
		case lex.Open:
			versions++
		case lex.Close:
			versions--
		case lex.Space, lex.Remark:
		case lex.Punct:
			switch b[t.Start] {
			case '(':
				if values {
					return c.intern(b[off:t.Start], versions, off)
				}
				depth++
			case ')':
				depth--
			case ';':
				return nil, 0, nil
			}
			if values {
				return nil, 0, nil
			}
		case lex.Word:
			w := t.Of(b)
			if values || depth == 0 && (lex.Is(w, "select") || lex.Is(w, "set") || lex.Is(w, "with") || lex.Is(w, "table")) {
				return nil, 0, nil
			}
			values = depth == 0 && i > first.Start && (lex.Is(w, "values") || lex.Is(w, "value"))
		default:
			if values {
				return nil, 0, nil
			}
		}
		i = t.End
	}
}

// intern understands a head, or finds the one of the same bytes.
func (c *cutter) intern(text []byte, versions, off int) (*head, int, error) {
	h := c.heads[string(text)]
	if h == nil {
		rows, listErr := c.understandHead(text)
		if rows == nil {
			return nil, 0, listErr
		}
		h = &head{rows: rows, versions: versions}
		var err error
		if c.o.Bind != nil {
			h.whole, err = c.o.Bind(rows)
		}
		if listErr != nil && !h.whole {
			return nil, 0, listErr // says more than that the columns are not known
		}
		if err != nil {
			return nil, 0, err
		}
		if len(c.heads) >= maxHeads {
			clear(c.heads)
		}
		c.heads[string(text)] = h
	}
	c.lastHead = append(c.lastHead[:0], text...)
	return h, len(text), nil
}

// understandHead finds the table and the columns of a head. Rows beside an
// error have a column list that does not fit their table: where the table stays
// whole, that is no concern of ours.
func (c *cutter) understandHead(text []byte) (*dialects.Rows, error) {
	p, err := newParser(text, &c.grammar, c.session.client())
	if err != nil {
		return nil, err
	}
	p.next() // INSERT or REPLACE
	for p.accept("low_priority") || p.accept("delayed") || p.accept("high_priority") || p.accept("ignore") {
	}
	p.accept("into")
	name, ok := c.tableName(p)
	if !ok {
		return nil, dialects.ErrSyntax
	}
	t := c.table(name)
	rows := &dialects.Rows{Table: t, NeedsRow: true}
	if p.accept("partition") {
		p.brackets()
	}
	switch {
	case p.isPunct('('):
		rows.Columns, err = columnList(p, t)
		if errors.Is(err, dialects.ErrColumns) {
			rows.Codec = newCodec(&c.session, nil)
			return rows, err
		}
		if err != nil {
			return nil, err
		}
	case t.Declared:
		for _, col := range t.Columns {
			if !col.Invisible {
				rows.Columns = append(rows.Columns, col)
			}
		}
	}
	if !p.accept("values") && !p.accept("value") || !p.done() {
		return nil, dialects.ErrSyntax
	}
	rows.Codec = newCodec(&c.session, rows.Columns)
	return rows, nil
}

// tableName reads a name that a database may qualify.
func (c *cutter) tableName(p *parser) (schema.Name, bool) {
	n := schema.Name{Schema: c.db, Name: p.name()}
	if n.Name != "" && p.punct('.') {
		n.Schema, n.Name = n.Name, p.name()
	}
	return n, n.Name != ""
}

// table finds a declared table, or makes one that is known by name only.
func (c *cutter) table(n schema.Name) *schema.Table {
	if t := c.schema.Table(n); t != nil {
		return t
	}
	if t := c.schema.Table(schema.Name{Name: n.Name}); t != nil && n.Schema == c.db {
		return t // a schema given from outside need not name the database
	}
	s := schema.New(c.schema.Fold)
	s.Put(&schema.Table{Name: n, Server: serverDatabase(n.Schema)})
	return s.Table(n)
}

// serverDatabase says whether a database belongs to the server.
func serverDatabase(name string) bool {
	switch schema.FoldASCII(name) {
	case "mysql", "information_schema", "performance_schema", "sys":
		return true
	}
	return false
}

// columnList reads a list of names in brackets and looks each up.
func columnList(p *parser, t *schema.Table) ([]*schema.Column, error) {
	p.punct('(')
	cols := []*schema.Column{}
	seen := map[string]bool{}
	for !p.punct(')') {
		if len(cols) > 0 && !p.punct(',') {
			return nil, dialects.ErrSyntax
		}
		name := p.name()
		if name == "" {
			return nil, dialects.ErrSyntax
		}
		col := t.Column(name)
		switch {
		case col != nil:
		case t.Declared:
			return nil, dialects.ErrColumns
		default:
			col = &schema.Column{Name: name}
		}
		if key := schema.FoldASCII(col.Name); seen[key] {
			return nil, dialects.ErrColumns
		} else {
			seen[key] = true
		}
		cols = append(cols, col)
	}
	return cols, nil
}

// nextRow reads what comes after a head or a row: the next row, or the tail.
func (c *cutter) nextRow(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	i, row, err := c.separator(b, off, eof)
	if err != nil {
		return items, 0, err
	}
	if !row {
		return c.tail(items, b, off, i, eof)
	}
	if c.head.whole {
		c.inside, c.depth, c.quote = true, 1, 0
		return c.whole(items, off, i+1, 0), i + 1 - off, nil
	}
	end, err := rowEnd(b, i, &c.grammar, eof)
	if err != nil {
		return items, 0, err
	}
	c.n++
	return append(items, dialects.Item{
		Kind: dialects.Row, Start: int32(off), Body: int32(i), End: int32(end), Rows: c.rows, N: c.n,
	}), end - off, nil
}

// separator finds what comes next: the bracket of a row, behind a comma unless
// it is the first, or else the place where the tail begins.
func (c *cutter) separator(b []byte, off int, eof bool) (i int, row bool, err error) {
	if c.n == 0 && off < len(b) && b[off] == '(' {
		return off, true, nil
	}
	if off+1 < len(b) && b[off] == ',' && b[off+1] == '(' {
		return off + 1, true, nil
	}
	comma := false
	for i = off; ; {
		t, err := c.grammar.Next(b, i, eof)
		if err != nil {
			return 0, false, err
		}
		switch {
		case t.Kind == lex.Space || t.Kind == lex.Remark:
		case t.Kind == lex.End:
			return 0, false, dialects.ErrTruncated
		case t.Kind == lex.Punct && b[t.Start] == ',' && !comma && c.n > 0:
			comma = true
		case t.Kind == lex.Punct && b[t.Start] == '(' && (comma || c.n == 0):
			return t.Start, true, nil
		case comma || c.n == 0:
			return 0, false, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
		default:
			return t.Start, false, nil
		}
		i = t.End
	}
}

// tail reads from behind the last row to the end of the statement.
func (c *cutter) tail(items []dialects.Item, b []byte, off, i int, eof bool) ([]dialects.Item, int, error) {
	end, err := c.tailEnd(b, i, eof)
	if err != nil {
		return items, 0, err
	}
	item := dialects.Item{Kind: dialects.Tail, Start: int32(off), Body: int32(off), End: int32(end), Rows: c.rows}
	c.rows = nil
	return append(items, item), end - off, nil
}

// tailEnd finds the delimiter. Before it may come ON DUPLICATE KEY UPDATE c =
// VALUES(c), which holds no value; in a table that stays whole, anything.
func (c *cutter) tailEnd(b []byte, off int, eof bool) (int, error) {
	versions := c.head.versions
	var update onDuplicate
	for i := off; ; {
		if bytes.HasPrefix(b[i:], c.delim) {
			if versions != 0 || !c.head.whole && !update.complete() {
				return 0, &lex.At{Off: off, Err: dialects.ErrSyntax}
			}
			return i + len(c.delim), nil
		}
		t, err := c.grammar.Next(b, i, eof)
		if err != nil {
			return 0, err
		}
		switch t.Kind {
		case lex.End:
			return 0, dialects.ErrTruncated
		case lex.Close:
			versions--
		case lex.Space, lex.Remark:
		default:
			if !c.head.whole && !update.step(t, b) {
				return 0, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
			}
		}
		i = t.End
	}
}

// onDuplicate recognises ON DUPLICATE KEY UPDATE a = VALUES(a), b = VALUES(b).
type onDuplicate struct{ n int }

var onDuplicateWords = []string{"on", "duplicate", "key", "update"}

func (s *onDuplicate) complete() bool {
	n := s.n - len(onDuplicateWords)
	return s.n == 0 || n > 0 && n%7 == 6
}

func (s *onDuplicate) step(t lex.Token, b []byte) bool {
	n := s.n
	s.n++
	if n < len(onDuplicateWords) {
		return t.Kind == lex.Word && lex.Is(t.Of(b), onDuplicateWords[n])
	}
	name := t.Kind == lex.Word || t.Kind == lex.Name || t.Kind == lex.String && b[t.Start] == '"'
	is := func(c byte) bool { return t.Kind == lex.Punct && b[t.Start] == c }
	switch (n - len(onDuplicateWords)) % 7 { // name = VALUES ( name ) ,
	case 0, 4:
		return name
	case 1:
		return is('=')
	case 2:
		return t.Kind == lex.Word && (lex.Is(t.Of(b), "values") || lex.Is(t.Of(b), "value"))
	case 3:
		return is('(')
	case 5:
		return is(')')
	default:
		return is(',')
	}
}

// whole appends b[from:to] as rows that are passed on uncut.
func (c *cutter) whole(items []dialects.Item, from, to int, rows int64) []dialects.Item {
	c.n += rows
	if k := len(items) - 1; k >= 0 && items[k].Kind == dialects.Raw && items[k].Rows == c.rows {
		items[k].End = int32(to)
		items[k].N += rows
		return items
	}
	return append(items, dialects.Item{
		Kind: dialects.Raw, Start: int32(from), Body: int32(from), End: int32(to), Rows: c.rows, N: rows,
	})
}

// restOfRow goes on inside a row that is passed on uncut. It consumes what it
// can, so that a value may be longer than any buffer.
func (c *cutter) restOfRow(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	i := off
	for i < len(b) {
		if c.quote != 0 {
			end, closed := lex.InQuoted(b, i, c.quote, c.escapes(c.quote), c.grammar.Multibyte, eof)
			i = end
			if !closed {
				break
			}
			c.quote = 0
			continue
		}
		ch := b[i]
		if !rowSpecial[ch] {
			i++
			continue
		}
		switch ch {
		case '\'', '"', '`':
			c.quote = ch
		case '(':
			c.depth++
		case ')':
			if c.depth--; c.depth == 0 {
				c.inside = false
				return c.whole(items, off, i+1, 1), i + 1 - off, nil
			}
		default:
			if i+1 == len(b) && !eof {
				return c.partly(items, off, i)
			}
			if i+3 > len(b) && !eof && ch == '/' {
				return c.partly(items, off, i)
			}
			if beginsRemark(b, i) && !bytes.HasPrefix(b[i:], []byte("/*!")) {
				return c.whole(items, off, i, 0), i - off, dialects.ErrRow
			}
		}
		i++
	}
	return c.partly(items, off, i)
}

func (c *cutter) partly(items []dialects.Item, off, i int) ([]dialects.Item, int, error) {
	if i == off {
		return items, 0, lex.More
	}
	return c.whole(items, off, i, 0), i - off, nil
}

// escapes says whether a backslash escapes inside this quote.
func (c *cutter) escapes(q byte) bool {
	return c.grammar.Backslash && (q == '\'' || q == '"' && c.grammar.DoubleQuote == lex.String)
}

// rowSpecial are the bytes at which a row is more than text between commas.
var rowSpecial = [256]bool{'\'': true, '"': true, '`': true, '(': true, ')': true, '/': true, '#': true, '-': true, ';': true}

// rowEnd finds the end of the row whose bracket is b[i].
func rowEnd(b []byte, i int, g *lex.Grammar, eof bool) (int, error) {
	depth := 0
	for i < len(b) {
		ch := b[i]
		if !rowSpecial[ch] {
			i++
			continue
		}
		switch ch {
		case '\'', '"', '`':
			escape := g.Backslash && (ch == '\'' || ch == '"' && g.DoubleQuote == lex.String)
			end := lex.Quoted(b, i+1, ch, escape, g.Multibyte, eof)
			if end < 0 {
				return 0, more(eof)
			}
			i = end
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		default:
			if i+1 == len(b) && !eof {
				return 0, lex.More
			}
			if beginsRemark(b, i) {
				return 0, &lex.At{Off: i, Err: dialects.ErrRow}
			}
		}
		i++
	}
	return 0, more(eof)
}

func more(eof bool) error {
	if eof {
		return dialects.ErrTruncated
	}
	return lex.More
}

// beginsRemark refuses what no dump program writes inside a row: a comment, or
// the end of the statement.
func beginsRemark(b []byte, i int) bool {
	switch b[i] {
	case '#', ';':
		return true
	case '/':
		return i+1 < len(b) && b[i+1] == '*'
	case '-':
		return i+1 < len(b) && b[i+1] == '-'
	}
	return false
}
