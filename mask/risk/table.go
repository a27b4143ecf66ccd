package risk

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// A table is one of the dump. Its columns are those of the rows that came first; of rows
// with other columns, those that it has are looked up.
type table struct {
	name    string
	rows    int64
	gone    int64 // rows that are in the raw dump alone
	columns []*schema.Column
	masked  []*column
	sets    []*set
	names   []*set // of people, each with the school that stays beside it
	stays   []int  // the columns that stay
	same    int64  // rows in which all of them are as they were
	times   []string

	before, after places
	text          []byte
}

// places are where the columns of a table stand in rows; -1: nowhere.
type places struct {
	of *dialects.Rows
	at []int
}

func (p *places) in(rows *dialects.Rows, columns []*schema.Column) []int {
	if p.of != rows {
		p.of, p.at = rows, p.at[:0]
		for _, c := range columns {
			p.at = append(p.at, slices.IndexFunc(rows.Columns, func(o *schema.Column) bool { return o.Name == c.Name }))
		}
	}
	return p.at
}

// A set is columns that identify together, before and after.
type set struct {
	at            []int
	before, after groups
}

// namesIn are the columns of each name that is masked: one, or both of its parts.
func namesIn(roles []role, decisions []mask.Decision) (all [][]int) {
	for i, r := range roles {
		if r == name && decisions[i].Masked {
			all = append(all, []int{i})
		}
	}
	f, g := slices.Index(roles, family), slices.Index(roles, given)
	if f >= 0 && g >= 0 && decisions[f].Masked && decisions[g].Masked {
		all = append(all, []int{f, g})
	}
	return all
}

func newTable(t *schema.Table, columns []*schema.Column, decisions []mask.Decision) *table {
	out := &table{name: t.Name.String(), columns: columns}
	roles := rolesOf(t, columns, decisions)
	for i, d := range decisions {
		c := columns[i]
		switch {
		case d.Masked:
			out.masked = append(out.masked, &column{Column: Column{Table: out.name, Column: c.Name, Rule: d.Rule}, at: i})
		default:
			out.stays = append(out.stays, i)
			if c.Type.Kind == schema.DateTime {
				out.times = append(out.times, c.Name)
			}
		}
	}
	for _, at := range sets(roles) {
		out.sets = append(out.sets, &set{at: at})
	}
	for _, names := range namesIn(roles, decisions) {
		for i, r := range roles {
			if r == school && !decisions[i].Masked {
				out.names = append(out.names, &set{at: append(slices.Clip(names), i)})
			}
		}
	}
	return out
}

// add adds a set that is asked for, if the table has its columns.
func (t *table) add(s Set) bool {
	if s.Table != t.name {
		return false
	}
	var at []int
	for _, name := range s.Columns {
		i := slices.IndexFunc(t.columns, func(c *schema.Column) bool { return c.Name == name })
		if i < 0 {
			return false
		}
		at = append(at, i)
	}
	t.sets = append(t.sets, &set{at: at})
	return true
}

// row takes a row and what became of it.
func (t *table) row(raw, masked *row) {
	t.rows++
	in, out := t.before.in(raw.rows, t.columns), t.after.in(masked.rows, t.columns)
	for _, c := range t.masked {
		c.row(raw.value(in[c.at]), masked.value(out[c.at]))
	}
	for _, s := range t.sets {
		s.row(t, raw, masked, in, out)
	}
	for _, n := range t.names {
		if n.has(raw, in) {
			n.row(t, raw, masked, in, out)
		}
	}
	if t.kept(raw, masked) {
		t.same++
	}
}

// missing takes a row that is in the raw dump alone: it is one of the population.
func (t *table) missing(raw *row) {
	t.gone++
	in := t.before.in(raw.rows, t.columns)
	for _, s := range t.sets {
		s.before.add(t.hash(raw, s.at, in), false)
	}
	for _, n := range t.names {
		if n.has(raw, in) {
			n.before.add(t.hash(raw, n.at, in), false)
		}
	}
}

// kept says whether all that stays in a row is as it was.
func (t *table) kept(raw, masked *row) bool {
	in, out := t.before.in(raw.rows, t.columns), t.after.in(masked.rows, t.columns)
	for _, i := range t.stays {
		if !bytes.Equal(raw.value(in[i]), masked.value(out[i])) {
			return false
		}
	}
	return true
}

// has says whether a row has a name and a school.
func (s *set) has(r *row, places []int) bool {
	return r.value(places[s.at[0]]) != nil && r.value(places[s.at[len(s.at)-1]]) != nil
}

func (s *set) row(t *table, raw, masked *row, in, out []int) {
	a, b := t.hash(raw, s.at, in), t.hash(masked, s.at, out)
	s.before.add(a, a == b)
	s.after.add(b, a == b)
}

// hash is that of several values.
func (t *table) hash(r *row, at, places []int) uint64 {
	t.text = t.text[:0]
	for _, i := range at {
		v := r.value(places[i])
		t.text = append(binary.AppendUvarint(t.text, uint64(len(v))), v...)
	}
	return maphash.Bytes(seed, t.text)
}

// keyStays says whether the whole primary key is among what stays.
func (t *table) keyStays(s *schema.Schema) bool {
	i := slices.IndexFunc(s.Tables(), func(o *schema.Table) bool { return o.Name.String() == t.name })
	if i < 0 {
		return false
	}
	k := s.Tables()[i].PrimaryKey()
	return k != nil && !slices.ContainsFunc(k.Parts, func(p schema.Part) bool {
		return !slices.ContainsFunc(t.stays, func(i int) bool { return t.columns[i].Name == p.Column })
	})
}

func (t *table) report(r *Report, s *schema.Schema, part bool) {
	own := Table{Table: mask.Printable(t.name), Rows: t.rows, Source: t.rows + t.gone, TimesKept: []string{}}
	keys := t.keyStays(s)
	own.Unpaired = part && t.rows > 0 && t.gone > 0 && !keys
	if keys {
		own.KeysKept = t.same
	}
	for _, name := range t.times {
		own.TimesKept = append(own.TimesKept, mask.Printable(name))
	}
	r.Tables = append(r.Tables, own)
	for _, c := range t.masked {
		if !own.Unpaired {
			r.Columns = append(r.Columns, c.report())
		}
	}
	for _, s := range t.sets {
		g := Groups{Table: own.Table, Columns: t.named(s.at), Before: s.before.sizes(), After: s.after.sizes()}
		if !own.Unpaired {
			g.Linked, g.Sure = linked(&s.before, &s.after)
		}
		r.Sets = append(r.Sets, g)
	}
	for _, n := range t.names {
		all, both := common(&n.after, &n.before)
		r.Names = append(r.Names, Names{Table: own.Table, Columns: t.named(n.at), Pairs: all, Real: both})
	}
}

func (t *table) named(at []int) []string {
	names := []string{}
	for _, i := range at {
		names = append(names, mask.Printable(t.columns[i].Name))
	}
	return names
}
