package postgres

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// readCopy reads COPY … FROM stdin and the end of its line: the data begin on
// the next one.
func (c *cutter) readCopy(b []byte, off int, eof bool) (*lex.Head, int, error) {
	end, err := c.statementEnd(b, off, eof)
	if err != nil {
		return nil, 0, err
	}
	i := end
	for i < len(b) && b[i] != '\n' && lex.IsSpace(b[i]) {
		i++
	}
	switch {
	case i == len(b):
		return nil, 0, lex.Undecided(eof)
	case b[i] != '\n':
		return nil, 0, &lex.At{Off: i, Err: dialects.ErrSyntax}
	}
	h, err := c.heads.Intern(b[off:end], 0, c.understandCopy)
	return h, i + 1 - off, err
}

// copyOptions are those that say how the lines are written.
type copyOptions struct {
	oids      bool
	delimiter byte
	null      []byte
}

// understandCopy finds the table, the columns and the options of a head.
func (c *cutter) understandCopy(text []byte) (*dialects.Rows, error) {
	p, err := newParser(text[:len(text)-1], &c.grammar, c.session.charset)
	if err != nil {
		return nil, err
	}
	p.Accept("copy")
	name, ok := p.qualified()
	if !ok {
		return nil, dialects.ErrStatement // COPY (query), COPY BINARY
	}
	t := c.rowsTable(name)
	rows := &dialects.Rows{Table: t}
	var listErr error
	switch {
	case p.IsPunct('('):
		names, ok := nameList(p)
		if !ok {
			return nil, dialects.ErrSyntax
		}
		rows.Columns, listErr = lookUp(names, t)
	case t.Declared:
		rows.Columns = written(t, false)
	}
	o := copyOptions{delimiter: '\t', null: []byte(`\N`)}
	o.oids = p.Accept("with", "oids")
	if !p.Accept("from", "stdin") {
		return nil, dialects.ErrStatement // to, from a file, from a program
	}
	if err := o.read(p); err != nil {
		return nil, err
	}
	if o.oids {
		withOIDs(rows)
	}
	rows.Codec = newCopyCodec(&c.session, rows.Columns, o)
	return rows, listErr
}

// read reads the options in the form of 9.0, in brackets, or in the older one.
// What is not the text format, and what would change the rows on their way in,
// is refused.
func (o *copyOptions) read(p *parser) error {
	p.Accept("with")
	brackets := p.Punct('(')
	for !p.Done() {
		switch {
		case p.Accept("format"):
			if f := p.value(); f != "text" {
				return dialects.ErrStatement
			}
		case p.Accept("delimiter"), p.Accept("delimiters"):
			p.Accept("as")
			v, ok := plainText(p)
			if !ok || len(v) != 1 || !isDelimiter(v[0]) {
				return dialects.ErrSyntax
			}
			o.delimiter = v[0]
		case p.Accept("null"):
			p.Accept("as")
			v, ok := plainText(p)
			if !ok || bytes.ContainsAny(v, "\r\n") {
				return dialects.ErrSyntax
			}
			o.null = v
		case p.Accept("freeze"), p.Accept("oids"):
			o.oids = o.oids || p.WordAt(p.I-1, "oids")
			if v := p.Word(); v == "true" || v == "on" {
				p.Next()
			}
		case brackets && p.Punct(')'):
			brackets = false
			if !p.Done() {
				return dialects.ErrStatement
			}
		case brackets && p.Punct(','):
		default:
			return dialects.ErrStatement
		}
	}
	if brackets || bytes.IndexByte(o.null, o.delimiter) >= 0 {
		return dialects.ErrSyntax
	}
	return nil
}

// plainText reads a quoted text in ASCII.
func plainText(p *parser) ([]byte, bool) {
	t := p.Next()
	if t.Kind != lex.String {
		return nil, false
	}
	v := p.text(t)
	for i := range len(v) {
		if v[i] >= 0x80 {
			return nil, false
		}
	}
	return []byte(v), true
}

// isDelimiter says whether COPY takes c as one (ProcessCopyOptions: not a
// letter or digit that an escape could mean).
func isDelimiter(c byte) bool {
	return c != '\\' && c != '.' && c != '\r' && c != '\n' && !('a' <= c && c <= 'z') && !lex.IsDigit(c)
}

// withOIDs puts the column before the others that WITH OIDS writes.
func withOIDs(rows *dialects.Rows) {
	if rows.Columns == nil {
		return
	}
	oid := rows.Table.Column(oidName)
	if oid == nil {
		t := rows.Table.Clone()
		oid = oidColumn()
		t.Columns = append([]*schema.Column{oid}, t.Columns...)
		s := schema.New(schema.Fold{})
		s.Put(t)
		rows.Table = s.Table(t.Name)
		for i, col := range rows.Columns {
			if own := rows.Table.Column(col.Name); own != nil {
				rows.Columns[i] = own
			}
		}
	}
	rows.Columns = append([]*schema.Column{oid}, rows.Columns...)
}

const oidName = "oid"

// oidColumn is the hidden column of tables WITH OIDS, up to PostgreSQL 11. The
// server fills it in where the dump does not write it, so it needs no rule
// until a dump does.
func oidColumn() *schema.Column {
	return &schema.Column{Name: oidName, Type: types["oid"], NotNull: true, Generated: schema.Stored, Invisible: true}
}

// copyEnd is the line that ends the data. psql looks for it before anything
// else, so no line of data can be it.
var copyEnd = []byte(`\.`)

// isCopyEnd says whether the line at b[i] ends the data, and gives its length.
// It is undecided where the bytes at hand are too few.
func isCopyEnd(b []byte, i int, eof bool) (n int, decided bool) {
	rest := b[i:min(i+len(`\.`)+2, len(b))]
	switch {
	case len(rest) < len(copyEnd):
		return 0, eof || !bytes.HasPrefix(copyEnd, rest)
	case !bytes.HasPrefix(rest, copyEnd):
		return 0, true
	}
	switch rest = rest[len(copyEnd):]; {
	case len(rest) == 0, len(rest) == 1 && rest[0] == '\r':
		return 0, false // at the end of the input: cut
	case rest[0] == '\n':
		return len(copyEnd) + 1, true
	case len(rest) == 2 && rest[0] == '\r' && rest[1] == '\n':
		return len(copyEnd) + 2, true
	}
	return 0, true
}

// lines cuts lines of COPY data, one row each.
func (c *cutter) lines(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	i := off
	for i < len(b) {
		if b[i] == '\\' {
			n, decided := isCopyEnd(b, i, eof)
			if !decided {
				break
			}
			if n > 0 {
				return c.endRows(items, i, i+n), i + n - off, nil
			}
		}
		n := bytes.IndexByte(b[i:], '\n')
		if n < 0 {
			break
		}
		end := i + n + 1
		items = c.run.Row(items, i, i, end)
		i = end
	}
	if i == off {
		return items, 0, lex.More
	}
	return items, i - off, nil
}

// wholeLines passes lines on uncut.
func (c *cutter) wholeLines(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	i, rows := off, int64(0)
	for i < len(b) {
		if c.place == atLine && b[i] == '\\' {
			n, decided := isCopyEnd(b, i, eof)
			if !decided {
				break
			}
			if n > 0 {
				if i > off {
					items = c.run.Uncut(items, off, i, rows)
				}
				return c.endRows(items, i, i+n), i + n - off, nil
			}
		}
		n := bytes.IndexByte(b[i:], '\n')
		if n < 0 {
			i, c.place = len(b), inLine
			break
		}
		i, c.place = i+n+1, atLine
		rows++
	}
	if i == off {
		return items, 0, lex.More
	}
	return c.run.Uncut(items, off, i, rows), i - off, nil
}
