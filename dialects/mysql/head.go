package mysql

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
// nil if the statement has no rows of that form; then it is a Change.
func (c *cutter) readHead(b []byte, off int, first lex.Token, eof bool) (*lex.Head, int, error) {
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
					text := b[off:t.Start]
					h, err := c.heads.Intern(text, versions, c.understandHead)
					c.heads.Remember(text, h)
					return h, len(text), err
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

// understandHead finds the table and the columns of a head. Rows beside an
// error have a column list that does not fit their table: where the table stays
// whole, that is no concern of ours.
func (c *cutter) understandHead(text []byte) (*dialects.Rows, error) {
	p, err := newParser(text, &c.grammar, c.session.sets()...)
	if err != nil {
		return nil, err
	}
	p.Next() // INSERT or REPLACE
	for p.Accept("low_priority") || p.Accept("delayed") || p.Accept("high_priority") || p.Accept("ignore") {
	}
	p.Accept("into")
	name, ok := c.target(p)
	if !ok {
		return nil, dialects.ErrSyntax
	}
	t := c.table(name)
	rows := &dialects.Rows{Table: t, NeedsRow: true}
	if len(p.databases) > 0 {
		rows.Database = p.databases[0].Span
	}
	if p.Accept("partition") {
		p.Brackets()
	}
	switch {
	case p.IsPunct('('):
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
	if !p.Accept("values") && !p.Accept("value") || !p.Done() {
		return nil, dialects.ErrSyntax
	}
	rows.Codec = newCodec(&c.session, rows.Columns)
	return rows, nil
}

// target is tableName for the table that a statement is about.
func (c *cutter) target(p *parser) (schema.Name, bool) {
	first, at := p.Peek(), p.I
	name, ok := c.tableName(p)
	if p.I > at+1 {
		p.databases = append(p.databases, lex.MarkOf(first, dialects.DatabaseName))
	}
	return name, ok
}

// tableName reads a name that a database may qualify.
func (c *cutter) tableName(p *parser) (schema.Name, bool) {
	n := schema.Name{Schema: c.db, Name: p.name()}
	if n.Name != "" && p.Punct('.') {
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
	s.Put(&schema.Table{Name: n, Server: OfServer(n.Schema)})
	return s.Table(n)
}

// OfServer says whether a database belongs to the server.
func OfServer(name string) bool {
	switch schema.FoldASCII(name) {
	case "mysql", "information_schema", "performance_schema", "sys":
		return true
	}
	return false
}

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
		switch {
		case col != nil:
		case t.Declared:
			return nil, dialects.ErrColumns
		default:
			col = &schema.Column{Name: name}
		}
		key := schema.FoldASCII(col.Name)
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
	i, row, err := c.run.Separator(&c.grammar, b, off, eof)
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
	end, err := rowEnd(b, i, &c.grammar, eof)
	if err != nil {
		return items, 0, err
	}
	return c.run.Row(items, off, i, end), end - off, nil
}

// tail reads from behind the last row to the end of the statement.
func (c *cutter) tail(items []dialects.Item, b []byte, off, i int, eof bool) ([]dialects.Item, int, error) {
	end, err := c.tailEnd(b, i, eof)
	if err != nil {
		return items, 0, err
	}
	return c.run.End(items, off, end), end - off, nil
}

// tailEnd finds the delimiter. Before it may come ON DUPLICATE KEY UPDATE c =
// VALUES(c), which holds no value; in a table that stays whole, anything.
func (c *cutter) tailEnd(b []byte, off int, eof bool) (int, error) {
	versions := c.run.Open
	var update onDuplicate
	for i := off; ; {
		if bytes.HasPrefix(b[i:], c.delim) {
			if versions != 0 || !c.run.Whole && !update.complete() {
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
			if b[t.Start] == ';' || !c.run.Whole && !update.step(t, b) {
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

// restOfRow goes on inside rows that are passed on uncut, and from one to the next as
// long as they follow each other as dump programs write them. It consumes what it
// can, so that a value may be longer than any buffer.
func (c *cutter) restOfRow(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	i, rows, depth := off, int64(0), c.depth
	plain := c.grammar.Multibyte == nil
	if c.quote != 0 {
		end, closed := lex.InQuoted(b, i, c.quote, c.escapes(c.quote), c.grammar.Multibyte, eof)
		if !closed {
			return c.partly(items, off, end, 0)
		}
		i, c.quote = end, 0
	}
	for i < len(b) {
		ch := b[i]
		if !rowSpecial[ch] {
			i++
			continue
		}
		switch ch {
		case '\'', '"', '`':
			if plain {
				if j := i + 1 + bytes.IndexByte(b[i+1:], ch); j > i && j+1 < len(b) && b[j-1] != '\\' && b[j+1] != ch {
					i = j + 1
					continue
				}
			}
			end, closed := lex.InQuoted(b, i+1, ch, c.escapes(ch), c.grammar.Multibyte, eof)
			if !closed {
				c.quote, c.depth = ch, depth
				return c.partly(items, off, end, rows)
			}
			i = end
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth > 0 {
				break
			}
			rows++
			if next := followed(b, i+1); next > 0 {
				i, depth = next, 1
				break
			}
			c.inside = false
			return c.run.Uncut(items, off, i+1, rows), i + 1 - off, nil
		default:
			if i+1 == len(b) && !eof || i+3 > len(b) && !eof && ch == '/' {
				c.depth = depth
				return c.partly(items, off, i, rows)
			}
			if beginsRemark(b, i) && !bytes.HasPrefix(b[i:], []byte("/*!")) {
				return c.run.Uncut(items, off, i, rows), i - off, dialects.ErrRow
			}
		}
		i++
	}
	c.depth = depth
	return c.partly(items, off, i, rows)
}

// followed gives the place of the bracket of a row that stands behind another as mysqldump
// and mariadb-dump write it; else 0.
func followed(b []byte, i int) int {
	if i+2 >= len(b) || b[i] != ',' {
		return 0
	}
	if i++; b[i] == '\n' {
		i++
	}
	if b[i] != '(' {
		return 0
	}
	return i
}

func (c *cutter) partly(items []dialects.Item, off, i int, rows int64) ([]dialects.Item, int, error) {
	if i == off {
		return items, 0, lex.More
	}
	return c.run.Uncut(items, off, i, rows), i - off, nil
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
				return 0, lex.Undecided(eof)
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
	return 0, lex.Undecided(eof)
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
