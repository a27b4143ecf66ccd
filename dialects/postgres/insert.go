package postgres

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// sameHead finds the last head again without reading it: with one INSERT a row
// it is most of the stream.
func (c *cutter) sameHead(b []byte) *head {
	n := len(c.lastHead)
	if n == 0 || len(b) <= n || b[n] != '(' || !bytes.Equal(b[:n], c.lastHead) {
		return nil
	}
	return c.heads[string(c.lastHead)]
}

// readInsert reads INSERT … VALUES up to the bracket of the first row. It
// gives nil if the statement has no rows of that form; then it is a Change.
func (c *cutter) readInsert(b []byte, off int, eof bool) (*head, int, error) {
	var w walk
	values := false
	for i := off; ; {
		t, err := w.next(&c.grammar, b, i, eof)
		if err != nil {
			return nil, 0, err
		}
		switch t.Kind {
		case lex.End:
			return nil, 0, dialects.ErrTruncated
		case lex.Space, lex.Remark:
		case lex.Punct:
			if values && b[t.Start] == '(' {
				text := b[off:t.Start]
				h, err := c.intern(text, c.understandInsert)
				if err != nil {
					return nil, 0, err
				}
				c.lastHead = append(c.lastHead[:0], text...)
				return h, len(text), nil
			}
			if values || w.ends {
				return nil, 0, nil
			}
		case lex.Word:
			word := t.Of(b)
			if values || w.brackets == 0 && (lex.Is(word, "select") || lex.Is(word, "with") || lex.Is(word, "table")) {
				return nil, 0, nil
			}
			values = w.brackets == 0 && lex.Is(word, "values")
		default:
			if values {
				return nil, 0, nil
			}
		}
		i = t.End
	}
}

// understandInsert finds the table and the columns of a head. Rows beside an
// error have a column list that does not fit their table: where the table
// stays whole, that is no concern of ours.
func (c *cutter) understandInsert(text []byte) (*dialects.Rows, error) {
	p, err := newParser(text, &c.grammar, c.session.charset)
	if err != nil {
		return nil, err
	}
	if !p.accept("insert", "into") {
		return nil, dialects.ErrSyntax
	}
	name, ok := p.qualified()
	if !ok {
		return nil, dialects.ErrSyntax
	}
	if p.accept("as") && p.name() == "" {
		return nil, dialects.ErrSyntax
	}
	t := c.rowsTable(name)
	rows := &dialects.Rows{Table: t, NeedsRow: true}
	var listErr error
	switch {
	case p.isPunct('('):
		names, ok := nameList(p)
		if !ok {
			return nil, dialects.ErrSyntax
		}
		rows.Columns, listErr = lookUp(names, t)
	case t.Declared:
		rows.Columns = written(t, true)
	}
	if p.accept("overriding") && !p.accept("system", "value") && !p.accept("user", "value") {
		return nil, dialects.ErrSyntax
	}
	if !p.accept("values") || !p.done() {
		return nil, dialects.ErrSyntax
	}
	rows.Codec = newInsertCodec(&c.session, rows.Columns)
	return rows, listErr
}

// written lists the columns that rows without a column list have. INSERT names
// a place for generated columns, COPY does not.
func written(t *schema.Table, generated bool) []*schema.Column {
	cols := []*schema.Column{}
	for _, col := range t.Columns {
		if !col.Invisible && (generated || col.Generated == schema.NotGenerated) {
			cols = append(cols, col)
		}
	}
	return cols
}

// nameList reads a list of names in brackets.
func nameList(p *parser) ([]string, bool) {
	p.punct('(')
	names := []string{}
	for {
		name := p.name()
		if name == "" {
			return nil, false
		}
		names = append(names, name)
		if p.punct(')') {
			return names, true
		}
		if !p.punct(',') {
			return nil, false
		}
	}
}

// lookUp finds the columns of a list. It gives none beside ErrColumns.
func lookUp(names []string, t *schema.Table) ([]*schema.Column, error) {
	cols := []*schema.Column{}
	seen := map[string]bool{}
	for _, name := range names {
		col := t.Column(name)
		if col == nil && !t.Declared {
			col = &schema.Column{Name: name}
		}
		if col == nil || seen[name] {
			return nil, dialects.ErrColumns
		}
		seen[name] = true
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
		end, err := c.tailEnd(b, i, eof)
		if err != nil {
			return items, 0, err
		}
		return c.endRows(items, off, end), end - off, nil
	}
	end, err := rowEnd(b, i, &c.grammar, eof)
	switch {
	case c.head.whole && err == nil:
		return c.whole(items, off, end, 1), end - off, nil
	case c.head.whole: // it does not end here, or is not one: see how far it goes
		c.place, c.row = inRow, rowState{depth: 1, last: [2]byte{0, '('}}
		return c.whole(items, off, i+1, 0), i + 1 - off, nil
	case err != nil:
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

// conflict is what may stand between rows and semicolon: it holds no value.
var conflict = []string{"on", "conflict", "do", "nothing"}

// tailEnd finds the semicolon. Before it may come ON CONFLICT DO NOTHING; in a
// table that stays whole, anything.
func (c *cutter) tailEnd(b []byte, off int, eof bool) (int, error) {
	var w walk
	words := 0
	for i := off; ; {
		t, err := w.next(&c.grammar, b, i, eof)
		if err != nil {
			return 0, err
		}
		switch {
		case t.Kind == lex.End:
			return 0, dialects.ErrTruncated
		case t.Kind == lex.Space || t.Kind == lex.Remark:
		case w.ends:
			if !c.head.whole && words%len(conflict) != 0 {
				return 0, &lex.At{Off: off, Err: dialects.ErrSyntax}
			}
			return t.End, nil
		case c.head.whole:
		case t.Kind == lex.Word && words < len(conflict) && lex.Is(t.Of(b), conflict[words]):
			words++
		default:
			return 0, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
		}
		i = t.End
	}
}
