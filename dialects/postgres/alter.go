package postgres

import (
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// alterTable reads ALTER TABLE from behind the keyword TABLE, as far as it
// changes columns and keys. Views, indexes and sequences are altered by the
// same words, so its name need not be that of a table.
func (c *cutter) alterTable(p *parser, s *dialects.Statement) error {
	if p.Is("all", "in", "tablespace") {
		return dialects.ErrStatement
	}
	p.Accept("if", "exists")
	p.Accept("only")
	name, ok := p.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	p.Punct('*')
	if p.Is("owner", "to") && p.I+3 >= len(p.Tokens) {
		s.Class, s.Words = dialects.Access, "alter owner"
		return nil
	}
	old := c.find(name)
	known := old != nil && old.Declared
	if old == nil {
		old = &schema.Table{Name: c.created(name)}
	}
	if old.Foreign {
		s.Class = dialects.Foreign
	}
	d := c.define(p, old)
	for {
		if err := d.alteration(s); err != nil {
			return err
		}
		d.SkipTo(',')
		if !d.Punct(',') {
			break
		}
	}
	if !p.Done() {
		return dialects.ErrSyntax
	}
	s.Table = d.t
	if !known || d.t == old {
		return nil // where the columns are not known, neither is what changed
	}
	d.settle()
	if d.t.Name != old.Name {
		c.schema.Drop(old.Name)
	}
	c.schema.Put(d.t)
	c.changed()
	s.Declares = d.t.Name != old.Name || !sameColumns(d.t, old)
	return nil
}

// sameColumns says whether two tables have the same columns for a policy.
func sameColumns(a, b *schema.Table) bool {
	return slices.EqualFunc(a.Columns, b.Columns, func(x, y *schema.Column) bool {
		return x.Name == y.Name && x.Generated == y.Generated
	})
}

// alteration reads one action. Most of those in dumps change nothing that is
// known of a table; for the others it takes a copy.
func (d *definition) alteration(s *dialects.Statement) error {
	switch {
	case d.Accept("add"):
		d.t = d.t.Clone()
		return d.add()
	case d.Accept("drop"):
		d.t = d.t.Clone()
		d.drop()
	case d.Accept("rename"):
		d.t = d.t.Clone()
		return d.rename()
	case d.Accept("alter"):
		if d.Accept("constraint") {
			return nil
		}
		d.Accept("column")
		name := d.name()
		if d.t.Column(name) != nil && d.changesColumn() {
			d.t = d.t.Clone()
			return d.alterColumn(d.t.Column(name))
		}
	case d.Accept("set", "schema"):
		d.t = d.t.Clone()
		d.t.Name.Schema = d.name()
	case d.Is("attach", "partition"):
		d.c.ofForeign(d.parser, s, "partition")
		d.attach()
	case d.Accept("owner", "to"):
		s.Marks = append(s.Marks, lex.MarkOf(d.Peek(), dialects.Grantee))
	}
	return nil
}

// attach notes what the rows of a table are bound by that becomes a partition:
// pg_dump loads them into it, behind this statement.
func (d *definition) attach() {
	d.Accept("attach", "partition")
	name, _ := d.qualified()
	if t := d.c.find(name); t != nil {
		t = t.Clone()
		t.Bound, t.Partition = d.t.Bounds(), &schema.Partition{Of: d.t.Name}
		if d.Accept("for", "values") {
			d.bounds(t.Partition)
		}
		d.c.schema.Put(t)
		d.c.changed()
	}
}

// add reads ADD: a column or a key.
func (d *definition) add() error {
	if !d.Is("column") {
		if ok, err := d.key(); ok || err != nil {
			return err
		}
	}
	d.Accept("column")
	d.Accept("if", "not", "exists")
	col, err := d.column()
	if err != nil {
		return err
	}
	if d.t.Column(col.Name) == nil {
		d.t.Columns = append(d.t.Columns, col)
	}
	return nil
}

func (d *definition) drop() {
	if d.Accept("constraint") {
		d.Accept("if", "exists")
		name := d.name()
		d.t.Keys = slices.DeleteFunc(d.t.Keys, func(k schema.Key) bool { return name != "" && k.Name == name })
		d.t.DropChecks(func(c schema.Check) bool { return name != "" && c.Name == name })
		return
	}
	d.Accept("column")
	d.Accept("if", "exists")
	name := d.name()
	d.t.Columns = slices.DeleteFunc(d.t.Columns, func(c *schema.Column) bool { return c.Name == name })
	d.t.DropChecks(func(c schema.Check) bool { return slices.Contains(c.Columns, name) })
	d.t.Keys = slices.DeleteFunc(d.t.Keys, func(k schema.Key) bool {
		return slices.ContainsFunc(k.Parts, func(p schema.Part) bool { return p.Column == name || slices.Contains(p.From, name) })
	})
}

func (d *definition) rename() error {
	switch {
	case d.Accept("constraint"):
	case d.Accept("to"):
		name := d.name()
		if name == "" {
			return dialects.ErrSyntax
		}
		d.t.Name.Name = name
	default:
		d.Accept("column")
		from := d.name()
		if !d.Accept("to") {
			return dialects.ErrSyntax
		}
		d.renameColumn(from, d.name())
	}
	return nil
}

func (d *definition) renameColumn(from, to string) {
	d.t.RenameColumn(from, to)
	if col := d.t.Column(from); col != nil {
		col.Name = to
	}
	for i := range d.t.Keys {
		d.t.Keys[i].Parts = slices.Clone(d.t.Keys[i].Parts)
		for j := range d.t.Keys[i].Parts {
			part := &d.t.Keys[i].Parts[j]
			if k := slices.Index(part.From, from); k >= 0 {
				part.From = slices.Clone(part.From)
				part.From[k] = to
			}
			if part.Column == from {
				part.Column = to
			}
		}
	}
	for _, col := range d.t.Columns {
		col.From = slices.Clone(col.From)
		for i := range col.From {
			if col.From[i] == from {
				col.From[i] = to
			}
		}
	}
}

// changesColumn says whether ALTER COLUMN changes what is known of a column.
func (d *definition) changesColumn() bool {
	switch {
	case d.Is("set", "statistics"), d.Is("set", "storage"), d.Is("set", "compression"), d.Is("set") && d.PunctAt(d.I+1, '('), d.Is("reset"), d.Is("options"):
		return false
	}
	return true
}

// alterColumn reads what ALTER COLUMN does.
func (d *definition) alterColumn(col *schema.Column) error {
	switch {
	case d.Accept("set", "not", "null"):
		col.NotNull = true
	case d.Accept("drop", "not", "null"):
		col.NotNull = false
	case d.Accept("set", "default"):
		d.defaultValue(col)
	case d.Accept("drop", "default"):
		col.HasDef, col.Auto = false, false
	case d.Accept("drop", "expression"):
		col.Generated, col.From = schema.NotGenerated, nil
	case d.Accept("drop", "identity"):
		col.Auto = false
	case d.Accept("add", "generated"):
		col.Auto, col.NotNull, col.Always = true, true, d.Is("always")
		_ = d.Accept("always") || d.Accept("by", "default")
		d.Accept("as", "identity")
		if q := d.inside(d.Brackets()); q.Accept("sequence", "name") {
			col.Sequence, _ = q.qualified()
		}
	case d.Accept("set", "expression"):
		d.Accept("as")
		d.exprs[col.Name] = d.Brackets()
	case d.Accept("set", "data", "type"), d.Accept("type"):
		t, ok := d.c.columnType(d.parser)
		if !ok {
			return dialects.ErrSyntax
		}
		col.Type = t
	}
	return nil
}
