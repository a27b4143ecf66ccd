package dialects

import "github.com/migawari-dev/migawari/dialects/schema"

// Listed collects the tables that have rows and no DDL, with the columns that their rows
// name. The zero value is ready.
type Listed struct {
	tables []*schema.Table
	places map[schema.Name]*schema.Table
}

// Add takes the columns of rows whose table nothing has declared.
func (l *Listed) Add(r *Rows) {
	t := r.Table
	if t.Declared || t.Server || t.Name.Ours() {
		return
	}
	known := l.places[t.Name]
	if known == nil {
		if l.places == nil {
			l.places = map[schema.Name]*schema.Table{}
		}
		known = t.Clone()
		known.Declared = true
		l.places[t.Name], l.tables = known, append(l.tables, known)
	}
	for _, c := range r.Columns {
		if known.Column(c.Name) == nil {
			known.Columns = append(known.Columns, c)
		}
	}
}

// With gives a copy of a schema in which the tables count as declared that it does not
// declare itself.
func (l *Listed) With(s *schema.Schema) *schema.Schema {
	all := s.Clone()
	for _, t := range l.tables {
		if known := all.Table(t.Name); known == nil || !known.Declared {
			all.Put(t)
		}
	}
	return all
}
