package mysqlxml

import (
	"bytes"
	"errors"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

var structureEnd = []byte("</table_structure>")

// structure reads <table_structure>, whole, as the CREATE TABLE that it tells of.
func (c *cutter) structure(items []dialects.Item, b []byte, off int, t *tag, eof bool) ([]dialects.Item, int, error) {
	n := bytes.Index(b[t.end:], structureEnd)
	if n < 0 {
		return items, 0, lex.Undecided(eof)
	}
	end := t.end + n + len(structureEnd)
	name, ok := t.of(b, "name")
	if !ok || len(t.attributes) != 1 {
		return items, 0, dialects.ErrSyntax
	}
	d := &definition{cutter: c, unique: map[string]int{}}
	for i := lex.SkipSpace(b, t.end); i < t.end+n; {
		element, err := readTag(b, i, true)
		if err != nil {
			return items, 0, err
		}
		if err := d.add(b, element); err != nil {
			return items, 0, &lex.At{Off: i, Err: err}
		}
		i = lex.SkipSpace(b, element.end)
	}
	for i := range d.marks {
		d.marks[i].Span.Start -= int32(off)
		d.marks[i].Span.End -= int32(off)
	}
	s, err := d.statement(name)
	if err != nil {
		return items, 0, err
	}
	return lex.Stmt(items, off, end, s), end - off, nil
}

// A definition is a table_structure being read.
type definition struct {
	*cutter
	columns [][]byte       // in SQL
	keys    [][]byte       // the same, without the last bracket
	unique  map[string]int // where in keys one of a name is
	view    bool
	marks   []dialects.Mark
}

// What the attributes of the elements are.
const (
	silent = iota // names, words and numbers that tell nothing of rows
	text          // that somebody wrote
	value         // that a row can have
	tally         // a number of rows, or one that grows with them
)

// known are the attributes of each element; a version that writes another is not known.
var known = map[string]map[string]int{
	"field": {
		"Field": silent, "Type": value, "Collation": silent, "Null": silent, "Key": silent, "Default": value,
		"Extra": silent, "Privileges": silent, "Comment": text,
	},
	"key": {
		"Table": silent, "Non_unique": silent, "Key_name": silent, "Seq_in_index": silent, "Column_name": silent,
		"Collation": silent, "Cardinality": tally, "Sub_part": silent, "Packed": silent, "Null": silent, "Index_type": silent,
		"Comment": text, "Index_comment": text, "Ignored": silent, "Visible": silent, "Expression": value,
	},
	"options": {
		"Name": silent, "Engine": silent, "Version": silent, "Row_format": silent, "Rows": tally, "Avg_row_length": tally,
		"Data_length": tally, "Max_data_length": tally, "Index_length": tally, "Data_free": tally, "Auto_increment": tally,
		"Create_time": silent, "Update_time": silent, "Check_time": silent, "Collation": silent, "Checksum": tally,
		"Create_options": value, "Comment": text, "Max_index_length": tally, "Temporary": silent,
	},
}

// add reads one element.
func (d *definition) add(b []byte, t *tag) error {
	attributes, ok := known[t.name]
	if !ok || !t.closed {
		return dialects.ErrSyntax
	}
	for _, a := range t.attributes {
		what, ok := attributes[a.name]
		switch {
		case !ok:
			return dialects.ErrSyntax
		case what == silent || a.value.Len() == 0:
			continue
		}
		role := map[int]dialects.Role{text: dialects.Remark, value: dialects.Literal, tally: dialects.Tally}[what]
		d.marks = append(d.marks, dialects.Mark{Span: a.value, Role: role})
	}
	switch t.name {
	case "field":
		return d.column(b, t)
	case "key":
		return d.key(b, t)
	}
	comment, _ := t.of(b, "Comment")
	_, engine := t.of(b, "Engine")
	d.view = !engine && bytes.EqualFold(comment, []byte("view"))
	return nil
}

// plain gives the values of attributes, undone. One that is missing is nil.
func plain(b []byte, t *tag, names ...string) (values [][]byte, err error) {
	for _, name := range names {
		var value []byte
		if raw, ok := t.of(b, name); ok {
			if value, err = appendPlain([]byte{}, raw); err != nil {
				return nil, dialects.ErrSyntax
			}
		}
		values = append(values, value)
	}
	return values, nil
}

// column writes a column as in CREATE TABLE. Its default and its comment are marked where
// they stand, and no part of the schema.
func (d *definition) column(b []byte, t *tag) error {
	v, err := plain(b, t, "Field", "Type", "Null", "Extra", "Collation")
	if err != nil {
		return err
	}
	name, kind, null, extra, collation := v[0], v[1], v[2], bytes.ToUpper(v[3]), v[4]
	if len(name) == 0 || len(kind) == 0 || string(null) != "YES" && string(null) != "NO" {
		return dialects.ErrSyntax
	}
	col := append(d.quoted(nil, name), ' ')
	col = append(col, kind...)
	if len(collation) > 0 {
		col = append(append(col, " COLLATE "...), collation...)
	}
	if contains(extra, "VIRTUAL") || contains(extra, "STORED") || contains(extra, "PERSISTENT") {
		col = append(col, " GENERATED ALWAYS AS (NULL)"...)
		if !contains(extra, "VIRTUAL") {
			col = append(col, " STORED"...)
		}
	}
	if string(null) == "NO" {
		col = append(col, " NOT NULL"...)
	}
	if contains(extra, "AUTO_INCREMENT") {
		col = append(col, " AUTO_INCREMENT"...)
	}
	d.columns = append(d.columns, col)
	return nil
}

func contains(words []byte, word string) bool {
	return slices.ContainsFunc(bytes.Fields(words), func(w []byte) bool { return string(w) == word })
}

// key adds a column to a unique key.
func (d *definition) key(b []byte, t *tag) error {
	v, err := plain(b, t, "Non_unique", "Key_name", "Column_name", "Sub_part", "Expression")
	if err != nil {
		return err
	}
	other, name, column, part, expression := v[0], v[1], v[2], v[3], v[4]
	switch {
	case string(other) == "1":
		return nil
	case string(other) != "0" || name == nil || (len(column) == 0) == (len(expression) == 0):
		return dialects.ErrSyntax
	}
	var of []byte
	if len(column) > 0 {
		of = d.quoted(nil, column)
	} else {
		of = append(append([]byte{'('}, expression...), ')')
	}
	if len(part) > 0 {
		of = append(append(append(of, '('), part...), ')')
	}
	i, ok := d.unique[string(name)]
	if ok {
		d.keys[i] = append(append(d.keys[i], ','), of...)
		return nil
	}
	d.unique[string(name)] = len(d.keys)
	begin := []byte("PRIMARY KEY (")
	if string(name) != "PRIMARY" {
		begin = append(d.quoted([]byte("UNIQUE KEY "), name), " ("...)
	}
	d.keys = append(d.keys, append(begin, of...))
	return nil
}

// quoted appends a name in backquotes, of which one can be the second byte of a character.
func (c *cutter) quoted(dst, name []byte) []byte {
	mb := c.charset.Multibyte()
	dst = append(dst, '`')
	for i := 0; i < len(name); i++ {
		if n := mb.Len(name, i); n > 1 {
			dst = append(dst, name[i:i+n]...)
			i += n - 1
			continue
		}
		if name[i] == '`' {
			dst = append(dst, '`')
		}
		dst = append(dst, name[i])
	}
	return append(dst, '`')
}

// statement has the mysql dialect read what the structure tells.
func (d *definition) statement(raw []byte) (*dialects.Statement, error) {
	name, err := appendPlain(nil, raw)
	if err != nil || len(name) == 0 || len(d.columns) == 0 {
		return nil, dialects.ErrSyntax
	}
	if d.view {
		return &dialects.Statement{Class: dialects.View, Words: "create view", Marks: d.marks}, nil
	}
	ddl := append(d.quoted([]byte("CREATE TABLE "), name), " ("...)
	ddl = append(ddl, bytes.Join(d.columns, []byte(","))...)
	for _, k := range d.keys {
		ddl = append(append(append(ddl, ','), k...), ')')
	}
	ddl = append(ddl, ");"...)
	_, s, err := d.sqlStatement(ddl)
	if err != nil {
		return nil, err
	}
	if !s.Declares {
		return nil, dialects.ErrSyntax
	}
	own := *s
	own.Marks, own.Recount = d.marks, "0"
	return &own, nil
}

// sqlStatement reads one statement of SQL, in a session of its own, and says where it begins.
func (c *cutter) sqlStatement(sql []byte) (start int, s *dialects.Statement, err error) {
	c.sql.Begin(c.db, false)
	items, n, err := c.sql.Cut(nil, sql, true)
	if err != nil {
		if at, ok := errors.AsType[*lex.At](err); ok {
			err = at.Err
		}
		return 0, nil, err
	}
	for _, it := range items {
		if it.Kind == dialects.Stmt && it.Stmt.Class != dialects.Session {
			if s != nil {
				return 0, nil, dialects.ErrSyntax
			}
			start, s = int(it.Start), it.Stmt
		}
	}
	if s == nil || n != len(sql) {
		return 0, nil, dialects.ErrSyntax
	}
	return start, s, nil
}
