package schema

import (
	"slices"
)

// A Reference is a foreign key with both of its ends found.
type Reference struct {
	From, To *Table
	Key      *Key
	// Columns of From refer to Target, columns of To, each to the one at its place.
	Columns, Target []*Column
}

// Nullable says whether a row may refer to none: a column can be NULL.
func (r *Reference) Nullable() bool {
	return slices.ContainsFunc(r.Columns, func(c *Column) bool { return !c.NotNull && !c.Type.NotNull })
}

// A Graph is the tables of a schema with the references between them.
type Graph struct {
	Tables     []*Table
	References []*Reference // in the order of the tables and their keys
	// Dangling are foreign keys of which the other end is not in the schema.
	Dangling []*Reference // without To and Target
}

// Graph lines up the foreign keys of base tables. Tables of the server, placeholders of
// views and tables whose rows are elsewhere are left out.
func (s *Schema) Graph() *Graph {
	g := &Graph{}
	for _, t := range s.Tables() {
		if !t.Server && !t.Placeholder && !t.Foreign && t.Declared {
			g.Tables = append(g.Tables, t)
		}
	}
	for _, t := range g.Tables {
		for i := range t.Keys {
			if k := &t.Keys[i]; k.Kind == Foreign {
				g.add(s, t, k)
			}
		}
	}
	return g
}

func (g *Graph) add(s *Schema, t *Table, k *Key) {
	r := &Reference{From: t, Key: k}
	for _, p := range k.Parts {
		if c := t.Column(p.Column); c != nil {
			r.Columns = append(r.Columns, c)
		}
	}
	to := s.Table(k.RefTable)
	if to == nil || !slices.Contains(g.Tables, to) {
		g.Dangling = append(g.Dangling, r)
		return
	}
	names := k.RefColumns
	if pk := to.PrimaryKey(); len(names) == 0 && pk != nil {
		for _, p := range pk.Parts {
			names = append(names, p.Column)
		}
	}
	for _, name := range names {
		if c := to.Column(name); c != nil {
			r.Target = append(r.Target, c)
		}
	}
	if len(r.Columns) == 0 || len(r.Columns) != len(r.Target) || len(r.Columns) != len(k.Parts) {
		g.Dangling = append(g.Dangling, r)
		return
	}
	r.To = to
	// The same key stands twice where a column has REFERENCES and the table FOREIGN KEY.
	if !slices.ContainsFunc(g.References, func(o *Reference) bool {
		return o.From == t && o.To == to && slices.Equal(o.Columns, r.Columns) && slices.Equal(o.Target, r.Target)
	}) {
		g.References = append(g.References, r)
	}
}

// Of gives the references of a table to others and itself.
func (g *Graph) Of(t *Table) (list []*Reference) {
	for _, r := range g.References {
		if r.From == t {
			list = append(list, r)
		}
	}
	return list
}

// Components groups the tables so that references lead within a group or to an earlier
// one. A group of several tables is a cycle, or several that meet. Groups and the tables
// in them are in the order of declaration as far as references allow it.
func (g *Graph) Components() [][]*Table {
	w := walk{g: g, in: map[*Table]bool{}, number: map[*Table]int{}, low: map[*Table]int{}, on: map[*Table]bool{}}
	for _, t := range g.Tables {
		w.in[t] = true
	}
	for _, t := range g.Tables {
		if w.number[t] == 0 {
			w.visit(t)
		}
	}
	place := map[*Table]int{}
	for i, t := range g.Tables {
		place[t] = i
	}
	for _, c := range w.found {
		slices.SortFunc(c, func(a, b *Table) int { return place[a] - place[b] })
	}
	return w.found
}

// A walk is Tarjan's, which finds the groups with what they refer to first.
type walk struct {
	g           *Graph
	number, low map[*Table]int
	in, on      map[*Table]bool
	stack       []*Table
	found       [][]*Table
}

func (w *walk) visit(t *Table) {
	w.number[t] = len(w.number) + 1
	w.low[t] = w.number[t]
	w.stack = append(w.stack, t)
	w.on[t] = true
	for _, r := range w.g.Of(t) {
		switch {
		case !w.in[r.To]:
		case w.number[r.To] == 0:
			w.visit(r.To)
			w.low[t] = min(w.low[t], w.low[r.To])
		case w.on[r.To]:
			w.low[t] = min(w.low[t], w.number[r.To])
		}
	}
	if w.low[t] != w.number[t] {
		return
	}
	at := slices.Index(w.stack, t)
	group := slices.Clone(w.stack[at:])
	w.stack = w.stack[:at]
	for _, member := range group {
		w.on[member] = false
	}
	w.found = append(w.found, group)
}

// An Order is tables in an order in which rows can be written, and what remains to be
// done for the references that lead to a later table.
type Order struct {
	Tables []*Table
	// Later are references of a table to one that comes behind it.
	Later []*Reference
}

// Order puts each table behind those to which its rows must refer. Where references
// go round, those that may be NULL lead back, then those that can be deferred; who
// must lead back all the same is in Later too.
func (g *Graph) Order() Order {
	var o Order
	for _, group := range g.Components() {
		o.add(g, group)
	}
	return o
}

func (o *Order) add(g *Graph, group []*Table) {
	left := slices.Clone(group)
	for len(left) > 0 {
		best, least := 0, 1<<62
		for i, t := range left {
			cost := 0
			for _, r := range g.Of(t) {
				if r.To != t && slices.Contains(left, r.To) {
					cost += r.cost()
				}
			}
			if cost < least {
				best, least = i, cost
			}
		}
		t := left[best]
		left = slices.Delete(left, best, best+1)
		o.Tables = append(o.Tables, t)
		for _, r := range g.Of(t) {
			if slices.Contains(left, r.To) {
				o.Later = append(o.Later, r)
			}
		}
	}
}

// cost weighs what it takes that a reference leads to a later table.
func (r *Reference) cost() int {
	switch {
	case r.Nullable():
		return 1
	case r.Key.Deferrable:
		return 1 << 10
	}
	return 1 << 20
}

// Only gives the part of the graph between some of the tables. References from them to
// others stay, without an order among those.
func (g *Graph) Only(in func(*Table) bool) *Graph {
	part := &Graph{}
	for _, t := range g.Tables {
		if in(t) {
			part.Tables = append(part.Tables, t)
		}
	}
	for _, r := range g.References {
		if in(r.From) {
			part.References = append(part.References, r)
		}
	}
	for _, r := range g.Dangling {
		if in(r.From) {
			part.Dangling = append(part.Dangling, r)
		}
	}
	return part
}
