package verify

import (
	"context"
	"hash/maphash"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/name"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// Run judges a masked dump by what it shows. Each value of a masked column is ours, not
// ours, or nobody can tell; what is kept, and all text between the rows, is held against
// detectors. Decisions come from the plan, under whatever key.
func Run(ctx context.Context, src io.Reader, d dialects.Dialect, p *mask.Plan, o Options) (*Verdict, error) {
	w := newWalk(p)
	all, err := judged(ctx, src, d, w, o, nil)
	if err != nil {
		return nil, err
	}
	return all.verdict(w), nil
}

// judged reads a masked dump, and looks for values in it if there is a search.
func judged(ctx context.Context, src io.Reader, d dialects.Dialect, w *walk, o Options, s *search) (*tally, error) {
	scanner := w.scanner(src, d, o, nil)
	var judges []*judge
	err := share(o.Workers, func(j *job) error { return w.fill(ctx, scanner, j) }, func() func(*job) error {
		j := &judge{plan: w.plan, locales: o.Locales, tally: newTally(), seed: maphash.MakeSeed()}
		if s != nil {
			j.seeker = newSeeker(s, j.pos)
		}
		judges = append(judges, j)
		return j.chunk
	})
	if err != nil {
		return nil, err
	}
	all := newTally()
	for _, j := range judges {
		all.add(j.tally)
	}
	return all, nil
}

// hashes looks for those that are known to be there, and for nothing else.
func hashes(ctx context.Context, src io.Reader, d dialects.Dialect, w *walk, o Options, s *search) error {
	scanner := w.scanner(src, d, o, nil)
	return share(o.Workers, func(j *job) error { return w.fill(ctx, scanner, j) }, func() func(*job) error {
		j := &judge{plan: w.plan, tally: newTally(), blind: true, seed: maphash.MakeSeed()}
		j.seeker = newSeeker(s, j.pos)
		return j.chunk
	})
}

// A sight is where something was found, and how often.
type sight struct {
	first dialects.Pos
	count int64
}

func (s *sight) add(at dialects.Pos, n int64) {
	if s.count == 0 || at.Offset < s.first.Offset {
		s.first = at
	}
	s.count += n
}

// A place is where something can be found: a column, or the text of a table or of none.
type place struct {
	column int // -1: in text
	table  int // of text; -1: none
	kind   value.Kind
}

// A tally is what one goroutine has seen.
type tally struct {
	rows    []int64 // by table
	dropped []sight // rows that the policy leaves out, by table
	columns []counts
	found   map[place]*sight
	names   map[int]*named // by column
	bytes   int64
}

// counts are those of one column.
type counts struct {
	values, ours int64
	notOurs      sight
}

func newTally() *tally { return &tally{found: map[place]*sight{}, names: map[int]*named{}} }

// Named is how many values of a sample have names of persons in them.
type named struct {
	sampled int64
	sight
}

// A column has names in its texts if at least fewNames of the sampled ones do, and one of
// shareOfNames.
const (
	fewNames     = 3
	shareOfNames = 10
)

// grown gives a slice with room for the n-th.
func grown[T any](s []T, n int) []T {
	for len(s) <= n {
		var none T
		s = append(s, none)
	}
	return s
}

func (t *tally) add(o *tally) {
	t.bytes += o.bytes
	for i, n := range o.rows {
		t.rows = grown(t.rows, i)
		t.rows[i] += n
	}
	for i, s := range o.dropped {
		t.dropped = grown(t.dropped, i)
		if s.count > 0 {
			t.dropped[i].add(s.first, s.count)
		}
	}
	for i, c := range o.columns {
		t.columns = grown(t.columns, i)
		t.columns[i].values += c.values
		t.columns[i].ours += c.ours
		if c.notOurs.count > 0 {
			t.columns[i].notOurs.add(c.notOurs.first, c.notOurs.count)
		}
	}
	for at, s := range o.found {
		t.see(at, s.first, s.count)
	}
	for column, n := range o.names {
		all := t.name(column)
		all.sampled += n.sampled
		if n.count > 0 {
			all.add(n.first, n.count)
		}
	}
}

func (t *tally) name(column int) *named {
	if t.names[column] == nil {
		t.names[column] = &named{}
	}
	return t.names[column]
}

func (t *tally) see(at place, first dialects.Pos, n int64) {
	s := t.found[at]
	if s == nil {
		s = &sight{}
		t.found[at] = s
	}
	s.add(first, n)
}

// A judge looks at chunks.
type judge struct {
	plan    *mask.Plan
	locales []*fake.Locale
	tally   *tally
	row     rowOf
	found   []value.Finding
	people  []name.Finding
	seeker  *seeker // nil: nothing is looked for
	blind   bool    // it only looks for what seeker does
	// Texts in which nothing was found, by a hash under a key of the run.
	seed               maphash.Seed
	searched, harmless known
	// The item that is judged; lines counts those of its chunk as far as it was asked.
	in    *job
	item  *dialects.Item
	place int // of the item
	lines dialects.Pos
	at    int32
}

func (j *judge) chunk(in *job) error {
	c := &in.chunk
	j.tally.bytes += int64(len(c.Data))
	j.in, j.lines, j.at = in, c.Pos, 0
	for i := range c.Items {
		it, l := &c.Items[i], in.layouts[i]
		j.item, j.place = it, i
		if it.Kind == dialects.Row {
			if err := j.values(l); err != nil {
				return err
			}
			continue
		}
		at, text := place{column: -1, table: -1}, c.Data[it.Start:it.End]
		if l != nil {
			at.table = l.table
			j.count(l, it.N)
		}
		if j.seeker != nil {
			j.seeker.text(at, text, false)
		}
		if !j.blind && (it.Kind != dialects.Stmt || j.plan.LooksAt(it.Stmt)) {
			j.personal(at, text)
		}
	}
	return nil
}

// pos gives the position of the item. Items are asked about in their order.
func (j *judge) pos() dialects.Pos {
	it, data := j.item, j.in.chunk.Data
	from := it.Body
	for it.Kind != dialects.Row && from < it.End-1 && (data[from] == '\n' || data[from] == '\r') {
		from++
	}
	if from > j.at {
		j.lines, j.at = j.lines.Advance(data[j.at:from]), from
	}
	return j.lines
}

func (j *judge) count(l *layout, n int64) {
	if n == 0 {
		return
	}
	t := j.tally
	t.rows, t.dropped = grown(t.rows, l.table), grown(t.dropped, l.table)
	t.rows[l.table] += n
	if l.drops {
		t.dropped[l.table].add(j.pos(), n)
	}
}

// values judges those of a row.
func (j *judge) values(l *layout) error {
	it := j.item
	j.count(l, 1)
	raw := j.in.chunk.Data[it.Body:it.End]
	if err := j.row.split(it.Rows, raw); err != nil {
		return &mask.Error{Table: j.in.columns[l.columns[0]].table, Row: it.N, Pos: j.in.chunk.PosAt(it.Body), Err: err}
	}
	for i, c := range it.Rows.Columns {
		col := j.in.columns[l.columns[i]]
		if !col.decision.Masked && showsNothing(c) && j.row.holds(i) {
			j.counts(col).values++
			continue
		}
		if v := j.row.value(it.Rows, raw, i); v != nil {
			j.value(col, c, v)
		}
	}
	return nil
}

// showsNothing says whether a column holds moments, or yes and no.
func showsNothing(c *schema.Column) bool { return c.Type.Kind == schema.Bool || isTime(c.Type.Kind) }

func (j *judge) counts(col *column) *counts {
	j.tally.columns = grown(j.tally.columns, col.number)
	return &j.tally.columns[col.number]
}

// shortestValue is the length of the shortest value that shows anything but by its column.
const shortestValue = leastLetters

// value judges a value by the decision about its column.
func (j *judge) value(col *column, as *schema.Column, v []byte) {
	n := j.counts(col)
	n.values++
	d := &col.decision
	told := fake.CannotTell
	if d.Masked && !j.blind {
		switch told = d.Recognise(v, j.locales...); told {
		case fake.Ours:
			n.ours++
		case fake.NotOurs:
			n.notOurs.add(j.pos(), 1)
		}
	}
	if len(v) < shortestValue || showsNothing(as) {
		return
	}
	detects := !j.blind && told == fake.CannotTell && (!d.Masked || col.parts)
	j.text(place{column: col.number, table: -1}, v, as.Type.Kind == schema.Binary, detects)
	if detects && !d.Masked && j.seeker == nil && as.Type.Kind == schema.Text && j.in.sampled[j.place] && len(v) <= longestProse {
		j.names(col.number, v)
	}
}

// text looks in a value for what is searched, and for what is somebody's.
func (j *judge) text(at place, v []byte, binary, detects bool) {
	if binary { // seldom the same again
		if j.seeker != nil {
			j.seeker.text(at, v, true)
		}
		if detects && utf8.Valid(v) { // what is no text can look like anything, as long as it is
			j.personal(at, v)
		}
		return
	}
	hash := maphash.Bytes(j.seed, v)
	if j.seeker != nil && !j.searched.has(hash) && !j.seeker.text(at, v, false) {
		j.searched.put(hash)
	}
	if detects && !j.harmless.has(hash) && !j.personal(at, v) {
		j.harmless.put(hash)
	}
}

// longestProse is the length of the longest text in which names are looked for.
const longestProse = 4096

// names looks for names of persons in a text that nothing masks. They are no more than a
// guess, so what counts is how many texts of a column have some.
func (j *judge) names(column int, text []byte) {
	n := j.tally.name(column)
	n.sampled++
	j.people = name.Find(j.people[:0], text)
	if slices.ContainsFunc(j.people, func(f name.Finding) bool { return f.Kind == name.Person && !f.Doubt }) {
		n.add(j.pos(), 1)
	}
}

// personal holds a text against the detectors, and says whether they find anything.
func (j *judge) personal(at place, text []byte) (found bool) {
	j.found = value.Find(j.found[:0], text, j.locales...)
	for _, f := range j.found {
		if f.Harmless || !tells(f) {
			continue
		}
		at.kind, found = f.Kind, true
		j.tally.see(at, j.pos(), 1)
	}
	return found
}

// tells says whether a finding is somebody's: a host, a date or a UUID is not, nor what as
// many other things look like.
func tells(f value.Finding) bool {
	switch f.Kind {
	case value.Email, value.IP, value.MAC, value.Phone, value.Card, value.MyNumber, value.SSN, value.BankAccount, value.PostalCode, value.PasswordHash:
		return f.Sure > value.Possible
	case value.Secret, value.BirthDate, value.Wallet:
		return f.Sure == value.Certain
	}
	return false
}

// weak says whether a kind is held to be found in a column only where many of the values
// are so: runs of digits look like it, of which some have the right check digit.
func weak(k value.Kind) bool {
	switch k {
	case value.Card, value.MyNumber, value.SSN, value.PostalCode, value.BankAccount:
		return true
	}
	return false
}

// manyOf is the share of a column's values from which on they are of a weak kind.
const manyOf = 0.25

// verdict puts together what was seen.
func (t *tally) verdict(w *walk) *Verdict {
	v := &Verdict{Bytes: t.bytes}
	t.rows, t.dropped = grown(t.rows, len(w.names)-1), grown(t.dropped, len(w.names)-1)
	for i, name := range w.names {
		v.Tables = append(v.Tables, Table{name, t.rows[i]})
		if s := t.dropped[i]; s.count > 0 {
			v.Findings = append(v.Findings, Finding{What: Rows, Table: name, First: s.first, Count: s.count})
		}
	}
	t.columns = grown(t.columns, len(w.columns)-1)
	for i, col := range w.columns {
		n := &t.columns[i]
		c := Column{Table: col.table, Column: col.name, Rule: col.decision.Rule, Values: n.values, Ours: n.ours, NotOurs: n.notOurs.count}
		told := n.ours + n.notOurs.count
		switch {
		case n.values == 0:
			c.State = Empty
		case !col.decision.Masked:
			c.State = Kept
		case told == n.values:
			c.State = Judged
		case told > 0:
			c.State = PartlyJudged
		default:
			c.State = CannotTell
		}
		if s := n.notOurs; s.count > 0 {
			v.Findings = append(v.Findings, Finding{What: NotOurs, Table: col.table, Column: col.name, First: s.first, Count: s.count})
		}
		v.Columns = append(v.Columns, c)
	}
	for at, s := range t.found {
		f := Finding{What: Personal, Kind: at.kind.Class(), First: s.first, Count: s.count}
		switch {
		case at.column >= 0:
			col, n := w.columns[at.column], &t.columns[at.column]
			if weak(at.kind) && float64(s.count) < manyOf*float64(n.values) {
				continue
			}
			if col.decision.Reasoned {
				v.Columns[at.column].Decided += s.count
				continue
			}
			f.Table, f.Column = col.table, col.name
		case at.table >= 0:
			f.Table = w.names[at.table]
		}
		v.Findings = append(v.Findings, f)
	}
	for column, n := range t.names {
		if n.count < fewNames || n.count*shareOfNames < n.sampled {
			continue
		}
		if col := w.columns[column]; col.decision.Reasoned {
			v.Columns[column].Decided += n.count
		} else {
			v.Findings = append(v.Findings, Finding{What: Personal, Table: col.table, Column: col.name, Kind: "person_name", First: n.first, Count: n.count})
		}
	}
	v.liken()
	v.sort()
	return v
}
