package sqlite

import (
	"bytes"
	"errors"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A head is an INSERT or REPLACE up to its first row.
type head struct {
	rows  *dialects.Rows
	whole bool
}

// sameHead finds the last head again without reading it: with one INSERT a row,
// as the shell writes, it is half of the stream.
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
	c.seen.rows, c.seen.keysOff = true, false
	return append(items, dialects.Item{
		Kind: dialects.Head, Start: int32(off), Body: int32(off), End: int32(off + n), Rows: h.rows,
	}), n, nil
}

// readHead reads INSERT … VALUES up to the bracket of the first row. It gives
// nil if the statement has no rows of that form, or they go into a table of
// SQLite's own; then it is a statement as others.
func (c *cutter) readHead(b []byte, off int, eof bool) (*head, int, error) {
	depth, values := 0, false
	for i := off; ; {
		t, err := grammar.Next(b, i, eof)
		if err != nil {
			return nil, 0, err
		}
		i = t.End
		switch t.Kind {
		case lex.End:
			return nil, 0, dialects.ErrTruncated
		case lex.Space, lex.Remark:
			continue
		case lex.Punct:
			switch b[t.Start] {
			case '(':
				if values {
					return c.intern(b[off:t.Start])
				}
				depth++
			case ')':
				depth--
			case ';':
				return nil, 0, nil
			}
		case lex.Word:
			w := t.Of(b)
			if !values && depth == 0 {
				if lex.Is(w, "select") || lex.Is(w, "with") {
					return nil, 0, nil
				}
				if lex.Is(w, "values") {
					values = true
					continue
				}
			}
		default:
		}
		if values {
			return nil, 0, nil
		}
	}
}

// intern understands a head, or finds the one of the same bytes.
func (c *cutter) intern(text []byte) (*head, int, error) {
	h := c.heads[string(text)]
	if h == nil {
		rows, listErr := c.understandHead(text)
		if rows == nil {
			return nil, 0, listErr
		}
		h = &head{rows: rows}
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

// understandHead finds the table and the columns of a head. Both results are nil
// for a table of SQLite's own. Rows beside an error have a column list that
// does not fit their table: where the table stays whole, that is no concern of
// ours.
func (c *cutter) understandHead(text []byte) (*dialects.Rows, error) {
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, errNUL
	}
	p, err := newParser(text, c.charset)
	if err != nil {
		return nil, err
	}
	t, err := c.target(p)
	if err != nil || t.Server {
		return nil, err
	}
	rows := &dialects.Rows{Table: t, NeedsRow: true}
	switch {
	case p.isPunct('('):
		rows.Columns, err = columnList(p, t)
		if errors.Is(err, dialects.ErrColumns) {
			rows.Codec = newCodec(c.charset, nil)
			return rows, err
		}
		if err != nil {
			return nil, err
		}
	case t.Declared:
		for _, col := range t.Columns {
			if col.Generated == schema.NotGenerated { // computed columns take no value
				rows.Columns = append(rows.Columns, col)
			}
		}
	}
	if !p.accept("values") || !p.done() {
		return nil, dialects.ErrSyntax
	}
	rows.Codec = newCodec(c.charset, rows.Columns)
	return rows, nil
}

// target reads INSERT OR x INTO or REPLACE INTO, and the table with its alias.
func (c *cutter) target(p *parser) (*schema.Table, error) {
	p.next() // INSERT or REPLACE
	conflict(p)
	if !p.accept("into") {
		return nil, dialects.ErrSyntax
	}
	name, ok := c.tableName(p)
	if !ok || p.accept("as") && p.name() == "" {
		return nil, dialects.ErrSyntax
	}
	return c.table(name), nil
}

// conflict steps over OR IGNORE and the like.
func conflict(p *parser) {
	if p.accept("or") {
		p.next()
	}
}

// tableName reads a name that a database may qualify. The main one goes without
// saying.
func (c *cutter) tableName(p *parser) (schema.Name, bool) {
	n := schema.Name{Name: p.name()}
	if n.Name != "" && p.punct('.') {
		n.Schema, n.Name = n.Name, p.name()
	}
	if schema.EqualFold(n.Schema, "main") {
		n.Schema = ""
	}
	return n, n.Name != ""
}

// temporary is the database of temporary tables, which hide others of their name.
const temporary = "temp"

// table finds a declared table, or makes one that is known by name only.
func (c *cutter) table(n schema.Name) *schema.Table {
	if n.Schema == "" {
		if t := c.schema.Table(schema.Name{Schema: temporary, Name: n.Name}); t != nil {
			return t
		}
	}
	if t := c.schema.Table(n); t != nil {
		return t
	}
	return c.folding(&schema.Table{Name: n, Server: own(n.Name)})
}

// folding has a table compare names as the schema does.
func (c *cutter) folding(t *schema.Table) *schema.Table {
	schema.New(c.schema.Fold).Put(t)
	return t
}

// rowID is the number that a row has where no column of DDL is its primary key.
var rowID = schema.Type{Kind: schema.Integer, Name: "integer", Bits: 64}

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
		key := schema.FoldASCII(name)
		switch {
		case col != nil && col.Generated != schema.NotGenerated:
			return nil, dialects.ErrColumns
		case col != nil:
		case key == "rowid" || key == "_rowid_" || key == "oid":
			col = &schema.Column{Name: name, Type: rowID, NotNull: true}
		case t.Declared:
			return nil, dialects.ErrColumns
		default:
			col = &schema.Column{Name: name}
		}
		if seen[key] {
			return nil, dialects.ErrColumns
		}
		seen[key] = true
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
	end, err := rowEnd(b, i, eof)
	if err != nil {
		return items, 0, err
	}
	if k := bytes.IndexByte(b[i:end], 0); k >= 0 {
		return items, 0, &lex.At{Off: i + k, Err: errNUL}
	}
	c.n++
	return append(items, dialects.Item{
		Kind: dialects.Row, Start: int32(off), Body: int32(i), End: int32(end), Rows: c.rows, N: c.n,
	}), end - off, nil
}

// separator finds what comes next: the bracket of a row, or the place where the
// tail begins. A head ends at the bracket of its first row.
func (c *cutter) separator(b []byte, off int, eof bool) (i int, row bool, err error) {
	if c.n == 0 || b[off] == ';' {
		return off, c.n == 0, nil
	}
	comma := false
	for i = off; ; {
		t, err := grammar.Next(b, i, eof)
		if err != nil {
			return 0, false, err
		}
		switch {
		case t.Kind == lex.Space || t.Kind == lex.Remark:
		case t.Kind == lex.End:
			return 0, false, dialects.ErrTruncated
		case isPunct(b, t, ',') && !comma:
			comma = true
		case isPunct(b, t, '(') && comma:
			return t.Start, true, nil
		case comma:
			return 0, false, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
		default:
			return t.Start, false, nil
		}
		i = t.End
	}
}

// noConflict may stand behind the rows. It holds no value.
var noConflict = []string{"on", "conflict", "do", "nothing"}

// tail reads from behind the last row to the end of the statement. In a table
// that stays whole anything may stand there.
func (c *cutter) tail(items []dialects.Item, b []byte, off, from int, eof bool) ([]dialects.Item, int, error) {
	words := 0
	for i := from; ; {
		t, err := grammar.Next(b, i, eof)
		if err != nil {
			return items, 0, err
		}
		i = t.End
		switch {
		case t.Kind == lex.End:
			return items, 0, dialects.ErrTruncated
		case t.Kind == lex.Space || t.Kind == lex.Remark:
		case isPunct(b, t, ';') && (c.head.whole || words == 0 || words == len(noConflict)):
			items = append(items, dialects.Item{Kind: dialects.Tail, Start: int32(off), Body: int32(off), End: int32(i), Rows: c.rows})
			c.rows = nil
			return items, i - off, nil
		case c.head.whole:
			ends, err := endsForShell(b, off, t, eof)
			if err != nil {
				return items, 0, err
			}
			if ends {
				return items, 0, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
			}
		case words < len(noConflict) && t.Kind == lex.Word && lex.Is(t.Of(b), noConflict[words]):
			words++
		default:
			return items, 0, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
		}
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
	end, err := c.walk(b, off, eof)
	if k := bytes.IndexByte(b[off:end], 0); k >= 0 {
		end, err = off+k, errNUL
	}
	if end == off {
		if err == nil {
			err = lex.More
		}
		return items, 0, err
	}
	rows := int64(0)
	if c.depth == 0 && err == nil {
		c.inside, rows = false, 1
	}
	return c.whole(items, off, end, rows), end - off, err
}

// walk goes on to the end of the row, or as far as b decides.
func (c *cutter) walk(b []byte, i int, eof bool) (int, error) {
	for i < len(b) && c.depth > 0 {
		if c.quote != 0 {
			end, closed := lex.InQuoted(b, i, c.quote, false, nil, eof)
			i = end
			if !closed {
				break
			}
			c.quote = 0
			continue
		}
		if !rowSpecial[b[i]] {
			i++
			continue
		}
		what, err := special(b, i, eof)
		if errors.Is(err, lex.More) {
			break
		}
		if err != nil {
			return i, err
		}
		switch what {
		case '\'', '"':
			c.quote = what
		case '(':
			c.depth++
		case ')':
			c.depth--
		}
		i++
	}
	return i, nil
}

// rowSpecial are the bytes at which a row is more than text between commas.
var rowSpecial = [256]bool{'\'': true, '"': true, '(': true, ')': true, '/': true, '-': true, ';': true, '`': true, '[': true, 0: true}

// special gives the byte at b[i] if it opens or closes something, else 0. It
// refuses what cannot stand in a row: comments, which would hide brackets, a
// statement's end, and the names `…` and […], for there is nothing to name.
func special(b []byte, i int, eof bool) (byte, error) {
	ch := b[i]
	if !rowSpecial[ch] {
		return 0, nil
	}
	switch ch {
	case '\'', '"', '(', ')':
		return ch, nil
	case '-', '/':
		if i+1 == len(b) && !eof {
			return 0, lex.More
		}
		if i+1 == len(b) || b[i+1] != '-' && ch == '-' || b[i+1] != '*' && ch == '/' {
			return 0, nil
		}
	case 0:
		return 0, errNUL
	}
	return 0, dialects.ErrRow
}

// rowEnd finds the end of the row whose bracket is b[i].
func rowEnd(b []byte, i int, eof bool) (int, error) {
	for depth := 0; i < len(b); i++ {
		if !rowSpecial[b[i]] {
			continue
		}
		what, err := special(b, i, eof)
		if errors.Is(err, lex.More) {
			return 0, err
		}
		if err != nil {
			return 0, &lex.At{Off: i, Err: err}
		}
		switch what {
		case '\'', '"':
			end := lex.Quoted(b, i+1, what, false, nil, eof)
			if end < 0 {
				return 0, more(eof)
			}
			i = end - 1
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		}
	}
	return 0, more(eof)
}

func more(eof bool) error {
	if eof {
		return dialects.ErrTruncated
	}
	return lex.More
}
