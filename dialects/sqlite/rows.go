package sqlite

import (
	"bytes"
	"errors"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// beginRows hands out a head and enters its rows.
func (c *cutter) beginRows(items []dialects.Item, off, n int, h *lex.Head) []dialects.Item {
	c.seen.rows = true
	return c.run.Begin(items, off, n, h)
}

// readHead reads INSERT … VALUES up to the bracket of the first row. It gives
// nil if the statement has no rows of that form, or they go into a table of
// SQLite's own; then it is a statement as others.
func (c *cutter) readHead(b []byte, off int, eof bool) (*lex.Head, int, error) {
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
					text := b[off:t.Start]
					h, err := c.heads.Intern(text, 0, c.understandHead)
					c.heads.Remember(text, h)
					return h, len(text), err
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
	case p.IsPunct('('):
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
	if !p.Accept("values") || !p.Done() {
		return nil, dialects.ErrSyntax
	}
	rows.Codec = newCodec(c.charset, rows.Columns)
	return rows, nil
}

// target reads INSERT OR x INTO or REPLACE INTO, and the table with its alias.
func (c *cutter) target(p *parser) (*schema.Table, error) {
	p.Next() // INSERT or REPLACE
	conflict(p)
	if !p.Accept("into") {
		return nil, dialects.ErrSyntax
	}
	name, ok := c.tableName(p)
	if !ok || p.Accept("as") && p.name() == "" {
		return nil, dialects.ErrSyntax
	}
	return c.table(name), nil
}

// conflict steps over OR IGNORE and the like.
func conflict(p *parser) {
	if p.Accept("or") {
		p.Next()
	}
}

// tableName reads a name that a database may qualify. The main one goes without
// saying.
func (c *cutter) tableName(p *parser) (schema.Name, bool) {
	n := schema.Name{Name: p.name()}
	if n.Name != "" && p.Punct('.') {
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
	p.Punct('(')
	cols := []*schema.Column{}
	seen := map[string]bool{}
	for !p.Punct(')') {
		if len(cols) > 0 && !p.Punct(',') {
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
		case t.Declared:
			return nil, dialects.ErrColumns
		case key == "rowid" || key == "_rowid_" || key == "oid":
			col = &schema.Column{Name: name, Type: rowID, NotNull: true}
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
	i, row, err := c.run.Separator(&grammar, b, off, eof)
	if err != nil {
		return items, 0, err
	}
	if !row {
		return c.tail(items, b, off, i, eof)
	}
	if c.run.Whole {
		c.inside, c.depth, c.quote = true, 1, 0
		return c.run.Uncut(items, off, i+1, 0), i + 1 - off, nil
	}
	end, err := rowEnd(b, i, eof)
	if err != nil {
		return items, 0, err
	}
	if k := bytes.IndexByte(b[i:end], 0); k >= 0 {
		return items, 0, &lex.At{Off: i + k, Err: errNUL}
	}
	return c.run.Row(items, off, i, end), end - off, nil
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
		case isPunct(b, t, ';') && (c.run.Whole || words == 0 || words == len(noConflict)):
			return c.run.End(items, off, i), i - off, nil
		case c.run.Whole:
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
	return c.run.Uncut(items, off, end, rows), end - off, err
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
				return 0, lex.Undecided(eof)
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
	return 0, lex.Undecided(eof)
}
