package postgres

import (
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// alterTable reads ALTER TABLE from behind the keyword TABLE, as far as it
// changes columns and keys. Views, indexes and sequences are altered by the
// same words, so its name need not be that of a table.
func (c *cutter) alterTable(p *parser, s *dialects.Statement) error {
	if p.is("all", "in", "tablespace") {
		return dialects.ErrStatement
	}
	p.accept("if", "exists")
	p.accept("only")
	name, ok := p.qualified()
	if !ok {
		return dialects.ErrSyntax
	}
	p.punct('*')
	if p.is("owner", "to") && p.i+3 >= len(p.tokens) {
		s.Class, s.Words = dialects.Access, "alter owner"
		return nil
	}
	old := c.find(name)
	known := old != nil && old.Declared
	if old == nil {
		old = &schema.Table{Name: c.created(name)}
	}
	if c.foreign[old.Name] {
		s.Class = dialects.Foreign
	}
	d := c.define(p, old.Clone())
	for {
		if err := d.alteration(s); err != nil {
			return err
		}
		d.skipTo(',')
		if !d.punct(',') {
			break
		}
	}
	if !p.done() {
		return dialects.ErrSyntax
	}
	d.settle()
	s.Table = d.t
	if !known {
		return nil // the columns are not known, so neither is what changed
	}
	if d.t.Name != old.Name {
		c.schema.Drop(old.Name)
	}
	c.schema.Put(d.t)
	c.changed()
	s.Declares = s.Class != dialects.Foreign && (d.t.Name != old.Name || !sameColumns(d.t, old))
	return nil
}

// sameColumns says whether two tables have the same columns for a policy.
func sameColumns(a, b *schema.Table) bool {
	return slices.EqualFunc(a.Columns, b.Columns, func(x, y *schema.Column) bool {
		return x.Name == y.Name && x.Generated == y.Generated
	})
}

// alteration reads one action.
func (d *definition) alteration(s *dialects.Statement) error {
	switch {
	case d.accept("add"):
		return d.add()
	case d.accept("drop"):
		d.drop()
	case d.accept("rename"):
		return d.rename()
	case d.accept("alter"):
		if d.accept("constraint") {
			return nil
		}
		d.accept("column")
		if col := d.t.Column(d.name()); col != nil {
			return d.alterColumn(col)
		}
	case d.accept("set", "schema"):
		d.t.Name.Schema = d.name()
	case d.accept("owner", "to"):
		s.Marks = append(s.Marks, mark(d.peek(), dialects.Grantee))
	}
	return nil
}

// add reads ADD: a column or a key.
func (d *definition) add() error {
	if !d.is("column") {
		if ok, err := d.key(); ok || err != nil {
			return err
		}
	}
	d.accept("column")
	d.accept("if", "not", "exists")
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
	if d.accept("constraint") {
		d.accept("if", "exists")
		name := d.name()
		d.t.Keys = slices.DeleteFunc(d.t.Keys, func(k schema.Key) bool { return name != "" && k.Name == name })
		return
	}
	d.accept("column")
	d.accept("if", "exists")
	name := d.name()
	d.t.Columns = slices.DeleteFunc(d.t.Columns, func(c *schema.Column) bool { return c.Name == name })
	d.t.Keys = slices.DeleteFunc(d.t.Keys, func(k schema.Key) bool {
		return slices.ContainsFunc(k.Parts, func(p schema.Part) bool { return p.Column == name })
	})
}

func (d *definition) rename() error {
	switch {
	case d.accept("constraint"):
	case d.accept("to"):
		name := d.name()
		if name == "" {
			return dialects.ErrSyntax
		}
		d.t.Name.Name = name
	default:
		d.accept("column")
		from := d.name()
		if !d.accept("to") {
			return dialects.ErrSyntax
		}
		d.renameColumn(from, d.name())
	}
	return nil
}

func (d *definition) renameColumn(from, to string) {
	if col := d.t.Column(from); col != nil {
		col.Name = to
	}
	for i := range d.t.Keys {
		d.t.Keys[i].Parts = slices.Clone(d.t.Keys[i].Parts)
		for j := range d.t.Keys[i].Parts {
			if part := &d.t.Keys[i].Parts[j]; part.Column == from {
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

// alterColumn reads what ALTER COLUMN does.
func (d *definition) alterColumn(col *schema.Column) error {
	switch {
	case d.accept("set", "not", "null"):
		col.NotNull = true
	case d.accept("drop", "not", "null"):
		col.NotNull = false
	case d.accept("set", "default"):
		d.defaultValue(col)
	case d.accept("drop", "default"):
		col.HasDef, col.Auto = false, false
	case d.accept("drop", "expression"):
		col.Generated, col.From = schema.NotGenerated, nil
	case d.accept("drop", "identity"):
		col.Auto = false
	case d.accept("add", "generated"):
		col.Auto, col.NotNull = true, true
	case d.accept("set", "expression"):
		d.accept("as")
		d.exprs[col.Name] = d.brackets()
	case d.accept("set", "data", "type"), d.accept("type"):
		t, ok := d.c.columnType(d.parser)
		if !ok {
			return dialects.ErrSyntax
		}
		col.Type = t
	}
	return nil
}
