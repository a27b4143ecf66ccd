package postgres

import (
	"bytes"
	"errors"

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
		rows.Columns, listErr = columnList(p, t)
		if listErr != nil && !errors.Is(listErr, dialects.ErrColumns) {
			return nil, listErr
		}
	case t.Declared:
		rows.Columns = written(t, true)
	}
	if p.accept("overriding") && !p.accept("system", "value") && !p.accept("user", "value") {
		return nil, dialects.ErrSyntax
	}
	if listErr == nil && (!p.accept("values") || !p.done()) {
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
		if col == nil {
			if t.Declared {
				return nil, dialects.ErrColumns
			}
			col = &schema.Column{Name: name}
		}
		if seen[name] {
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
	if c.head.whole {
		c.place, c.row = inRow, rowState{depth: 1, last: [2]byte{0, '('}}
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

// rowSpecial are the bytes at which a row is more than text between commas.
var rowSpecial = [256]bool{'\'': true, '"': true, '$': true, '(': true, ')': true, '-': true, '/': true, ';': true, '\\': true}

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
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		case '\'', '"', '$':
			end, err := quotedEnd(b, i, g, eof)
			if err != nil {
				return 0, err
			}
			i = end
			continue
		default:
			if i+1 == len(b) && !eof {
				return 0, lex.More
			}
			if strange(b, i) {
				return 0, &lex.At{Off: i, Err: dialects.ErrRow}
			}
		}
		i++
	}
	return 0, more(eof)
}

// quotedEnd finds the end of what begins at the quote or dollar b[i], which is
// not the first byte of its row.
func quotedEnd(b []byte, i int, g *lex.Grammar, eof bool) (int, error) {
	switch b[i] {
	case '$':
		if lex.IsWord(b[i-1]) {
			return i + 1, nil // part of a name
		}
		t, err := g.Next(b, i, eof)
		return t.End, err
	case '"':
		if end := lex.Quoted(b, i+1, '"', false, nil, eof); end >= 0 {
			return end, nil
		}
		return 0, more(eof)
	}
	e := i >= 2 && isPrefixE(b[i-2], b[i-1])
	end := lex.Quoted(b, i+1, '\'', g.Backslash || e, g.Multibyte, eof)
	if end < 0 {
		return 0, more(eof)
	}
	if e {
		// See walk.next: an E'…' that goes on behind a line break.
		next := skipSpace(b, end)
		if next == len(b) && !eof {
			return 0, lex.More
		}
		if next < len(b) && b[next] == '\'' {
			return 0, &lex.At{Off: next, Err: dialects.ErrRow}
		}
	}
	return end, nil
}

// isPrefixE says whether a quote behind these two bytes begins an E'…'.
func isPrefixE(before, last byte) bool {
	return (last == 'E' || last == 'e') && !lex.IsWord(before)
}

// strange refuses what no dump program writes inside a row: a comment, the end
// of the statement, a command of psql.
func strange(b []byte, i int) bool {
	switch b[i] {
	case ';', '\\':
		return true
	case '/':
		return i+1 < len(b) && b[i+1] == '*'
	case '-':
		return i+1 < len(b) && b[i+1] == '-'
	}
	return false
}

// A rowState is a place inside a row that is passed on uncut.
type rowState struct {
	depth  int     // brackets open
	quote  byte    // quote open, or 0; '$' for a dollar quote
	escape bool    // a backslash escapes inside the quote
	e      bool    // the quote, or the last one, is an E'…'
	dollar []byte  // the tag that ends a dollar quote
	last   [2]byte // the two bytes before
}

// restOfRow goes on inside a row that is passed on uncut. It consumes what it
// can, so that a value may be longer than any buffer.
func (c *cutter) restOfRow(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	r := &c.row
	i, err := off, error(nil)
	for i < len(b) && r.depth > 0 && err == nil {
		if r.quote != 0 {
			var closed bool
			i, closed = c.restOfText(b, i, eof)
			if !closed {
				break
			}
			r.quote = 0
			continue
		}
		ch := b[i]
		if r.e && !lex.IsSpace(ch) {
			if r.e = false; ch == '\'' {
				err = dialects.ErrRow
				break
			}
		}
		if !rowSpecial[ch] {
			i++
			continue
		}
		var next int
		if next, err = c.special(b, i, off, eof); next == i {
			break
		}
		i = next
	}
	if i == off {
		if err == nil {
			err = more(eof)
		}
		return items, 0, err
	}
	r.last = lastTwo(b[off:i], r.last)
	rows := int64(0)
	if r.depth == 0 {
		rows, c.place = 1, atRow
	}
	return c.whole(items, off, i, rows), i - off, err
}

// special looks at the special byte b[i] outside quotes and steps behind it and
// into what it opens. It stays at i if the bytes at hand do not decide, or if
// the row does not parse.
func (c *cutter) special(b []byte, i, off int, eof bool) (int, error) {
	r := &c.row
	before := lastTwo(b[off:i], r.last)
	switch ch := b[i]; ch {
	case '(':
		r.depth++
	case ')':
		r.depth--
	case '"':
		r.quote, r.escape = ch, false
	case '\'':
		r.e = isPrefixE(before[0], before[1])
		r.quote, r.escape = ch, r.e || c.grammar.Backslash
	case '$':
		if lex.IsWord(before[1]) {
			break // part of a name
		}
		n, decided := dollarTag(b[i:], eof)
		if !decided {
			return i, nil
		}
		if n > 0 {
			r.quote, r.dollar = ch, bytes.Clone(b[i:i+n])
			return i + n, nil
		}
	default:
		if i+1 == len(b) && !eof {
			return i, nil
		}
		if strange(b, i) {
			return i, dialects.ErrRow
		}
	}
	return i + 1, nil
}

// dollarTag gives the length of the tag that opens a dollar quote at b[0], or 0
// if the dollar opens none.
func dollarTag(b []byte, eof bool) (n int, decided bool) {
	n = 1
	for n < len(b) && lex.IsWord(b[n]) && b[n] != '$' && (n > 1 || !lex.IsDigit(b[n])) {
		n++
	}
	switch {
	case n == len(b):
		return 0, eof
	case b[n] == '$':
		return n + 1, true
	}
	return 0, true
}

// restOfText goes on inside a quoted text. It gives the place up to which it
// can be consumed.
func (c *cutter) restOfText(b []byte, i int, eof bool) (end int, closed bool) {
	r := &c.row
	if r.quote != '$' {
		return lex.InQuoted(b, i, r.quote, r.escape, c.textMultibyte(), eof)
	}
	if n := bytes.Index(b[i:], r.dollar); n >= 0 {
		return i + n + len(r.dollar), true
	}
	return max(i, len(b)-len(r.dollar)+1), false
}

func (c *cutter) textMultibyte() *lex.Multibyte {
	if c.row.quote == '"' {
		return nil
	}
	return c.grammar.Multibyte
}

// lastTwo gives the two bytes at the end of b, or of what came before it.
func lastTwo(b []byte, before [2]byte) [2]byte {
	switch n := len(b); n {
	case 0:
		return before
	case 1:
		return [2]byte{before[1], b[0]}
	default:
		return [2]byte{b[n-2], b[n-1]}
	}
}

// rowsTable finds the table of rows, or makes one that is known by name only.
func (c *cutter) rowsTable(n schema.Name) *schema.Table {
	t := c.find(n)
	switch {
	case t == nil:
		if n.Schema == "" {
			n.Schema = c.session.home()
		}
		t = &schema.Table{Name: n, Server: serverTable(n)}
	case t.Name.Schema == "" && n.Schema != "":
		// A schema given from outside need not say where its tables are.
		t = t.Clone()
		t.Name = n
	default:
		return t
	}
	s := schema.New(c.schema.Fold)
	s.Put(t)
	return s.Table(t.Name)
}

// find looks up a table by a name as it is written. The schema public is where
// tables are that DDL does not qualify.
func (c *cutter) find(n schema.Name) *schema.Table {
	if n.Schema != "" {
		t := c.schema.Table(n)
		if t == nil && n.Schema == "public" {
			t = c.schema.Table(schema.Name{Name: n.Name})
		}
		return t
	}
	for _, s := range c.session.path {
		if t := c.schema.Table(schema.Name{Schema: s, Name: n.Name}); t != nil {
			return t
		}
	}
	t := c.schema.Table(n)
	if t == nil && !c.session.pathKnown {
		t = c.schema.Table(schema.Name{Schema: "public", Name: n.Name})
	}
	return t
}

// serverTable says whether a table belongs to the server: its catalogs, and
// those in which the schedulers keep what they start.
func serverTable(n schema.Name) bool {
	switch n.Schema {
	case "pg_catalog", "information_schema", "pg_toast", "pgagent":
		return true
	case "cron":
		return n.Name == "job" || n.Name == "job_run_details"
	case "_timescaledb_config":
		return n.Name == "bgw_job"
	}
	return false
}
