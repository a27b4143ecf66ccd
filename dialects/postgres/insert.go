package postgres

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// readInsert reads INSERT … VALUES up to the bracket of the first row. It
// gives nil if the statement has no rows of that form; then it is a Change.
func (c *cutter) readInsert(b []byte, off int, eof bool) (*lex.Head, int, error) {
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
				h, err := c.heads.Intern(text, 0, c.understandInsert)
				c.heads.Remember(text, h)
				return h, len(text), err
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
	if !p.Accept("insert", "into") {
		return nil, dialects.ErrSyntax
	}
	name, ok := p.qualified()
	if !ok {
		return nil, dialects.ErrSyntax
	}
	if p.Accept("as") && p.name() == "" {
		return nil, dialects.ErrSyntax
	}
	t := c.rowsTable(name)
	rows := &dialects.Rows{Table: t, NeedsRow: true}
	var listErr error
	switch {
	case p.IsPunct('('):
		names, ok := nameList(p)
		if !ok {
			return nil, dialects.ErrSyntax
		}
		rows.Columns, listErr = lookUp(names, t)
	case t.Declared:
		rows.Columns = written(t, true)
	}
	if p.Accept("overriding") && !p.Accept("system", "value") && !p.Accept("user", "value") {
		return nil, dialects.ErrSyntax
	}
	if !p.Accept("values") || !p.Done() {
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
	p.Punct('(')
	names := []string{}
	for {
		name := p.name()
		if name == "" {
			return nil, false
		}
		names = append(names, name)
		if p.Punct(')') {
			return names, true
		}
		if !p.Punct(',') {
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
	i, row, err := c.run.Separator(&c.grammar, b, off, eof)
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
	case c.run.Whole && err == nil:
		return c.run.Uncut(items, off, end, 1), end - off, nil
	case c.run.Whole: // it does not end here, or is not one: see how far it goes
		c.place, c.row = inRow, rowState{depth: 1, last: [2]byte{0, '('}}
		return c.run.Uncut(items, off, i+1, 0), i + 1 - off, nil
	case err != nil:
		return items, 0, err
	}
	return c.run.Row(items, off, i, end), end - off, nil
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
			if !c.run.Whole && words%len(conflict) != 0 {
				return 0, &lex.At{Off: off, Err: dialects.ErrSyntax}
			}
			return t.End, nil
		case c.run.Whole:
		case t.Kind == lex.Word && words < len(conflict) && lex.Is(t.Of(b), conflict[words]):
			words++
		default:
			return 0, &lex.At{Off: t.Start, Err: dialects.ErrSyntax}
		}
		i = t.End
	}
}
