package mask

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
)

// Rows that are left out take others along: those of the same person, where the table
// is the person's own, and those that refer to them by a foreign key, which becomes
// NULL instead where it is declared so.

// A bond ties the rows of a table to keys of rows that are left out.
type bond struct {
	set    *keySet
	id     setID
	person *person // the keys are of persons
	tuple          // otherwise: of a table's key
	nulls  bool    // its columns become NULL, and the row stays
	when   Test    // the rows that have the key; nil: all
}

// of gives the key in a row; ok is false if it has none.
func (b *bond) of(r *Row) (k fake.Seed, ok bool, err error) {
	if ok, err := r.holds(b.when); !ok {
		return k, false, err
	}
	if b.person != nil {
		id := r.identity(b.person)
		return id.seed, id.err == nil, nil
	}
	return b.tuple.of(r)
}

// A tuple is a key of a table, its own or one that it refers to.
type tuple struct {
	label []byte                          // of the table that has the key, and its columns there
	by    []int                           // its columns here
	folds []func(dst, text []byte) []byte // of each, where a column of text has one
	key   DomainKey
	begun cmacState // of the message, up to the columns
}

// keyedBy settles what is hashed of the key.
func (t *tuple) keyedBy(p *Plan, columns []*schema.Column) {
	t.key = p.links
	begin := append([]byte{'f'}, t.label...)
	begin = append(begin, make([]byte, -len(begin)&15)...) // so that most values take one block
	t.key.d.prf.write(&t.begun, begin)
	if p.policy.Collations == nil {
		return
	}
	for _, i := range t.by {
		t.folds = append(t.folds, p.policy.Collations.Fold(columns[i]))
	}
}

// part adds a part of the key to the message of a row.
func (t *tuple) part(r *Row, n int, v []byte) {
	v = canonicalKey(v)
	if t.folds != nil && t.folds[n] != nil {
		r.scratch.Bytes = t.folds[n](r.scratch.Bytes[:0], v)
		v = r.scratch.Bytes
	}
	r.message = frame(r.message, v)
}

// of gives the key in a row; ok is false if a part of it is NULL.
func (t *tuple) of(r *Row) (k fake.Seed, ok bool, err error) {
	r.message = r.message[:0]
	for n, i := range t.by {
		v, err := r.Value(i)
		if err != nil || v.Null {
			return k, false, err
		}
		t.part(r, n, v.Bytes)
	}
	r.state = t.begun
	return r.prf(t.key), true, nil
}

// all gives a key of which parts can be NULL.
func (t *tuple) all(r *Row) (fake.Seed, error) {
	r.message = r.message[:0]
	for n, i := range t.by {
		v, err := r.Value(i)
		switch {
		case err != nil:
			return fake.Seed{}, err
		case v.Null:
			r.message = append(r.message, nullFrame...)
		default:
			t.part(r, n, v.Bytes)
		}
	}
	r.state = t.begun
	return r.prf(t.key), nil
}

// holds says whether a condition holds, or there is none.
func (r *Row) holds(when Test) (bool, error) {
	if when == nil {
		return true, nil
	}
	ok, err := when(r)
	if err != nil {
		return false, &Error{Err: ErrCondition, cause: err}
	}
	return ok, nil
}

// stays says whether the row stays: by the table's condition, and by the rows with
// which it goes.
func (r *Row) stays() (bool, error) {
	if ok, err := r.holds(r.plan.where); !ok {
		return false, err
	}
	for i := range r.plan.follows {
		b := &r.plan.follows[i]
		k, ok, err := b.of(r)
		switch {
		case err != nil:
			return false, err
		case !ok || !b.set.has(k):
		case b.nulls:
			for _, i := range b.by {
				r.nulled[i] = true
			}
		default:
			return false, nil
		}
	}
	return true, nil
}

// loses says whether rows of the table can be left out one by one.
func (t *TablePlan) loses() bool {
	return t.where != nil || t.follows != nil || t.reach != nil || t.apart
}

// nulls says whether values become NULL with the rows that they refer to.
func (t *TablePlan) nulls() bool {
	return slices.ContainsFunc(t.follows, func(b bond) bool { return b.nulls })
}

// tie finds with which rows the rows of a plan go, and what is to be told of its own.
func (r *run) tie(t *TablePlan) error {
	if !r.leaves() || t.entry == nil || t.entry.Drop {
		return nil
	}
	links := r.links(t.rows.Table, false)
	if t.whole {
		if len(links) == 0 {
			return nil
		}
		t.whole = false
		if err := t.bind(); err != nil {
			return err
		}
	}
	person := t.entry.person
	if person != nil {
		if err := t.bindPerson(person); err != nil {
			return err
		}
	}
	home, known := t.home(person, r.declared(t.rows.Table).Keys)
	if guess := t.where != nil && person != nil && !known && r.survey.listed && !r.surveying && r.plan.shared(person.domain); guess {
		home, t.guessed = t.guessHome(person), true
	}
	if person != nil {
		b := bond{id: personSet(person.domain), person: person}
		b.set = r.survey.gone.of(b.id)
		if home {
			t.gives = append(t.gives, b)
			if b.set.first == nil {
				b.set.first = t.entry
			}
		}
		// On a pipe, the rows of the persons' own table come first: nothing is known yet.
		if b.set.first != t.entry || !r.survey.listed || b.set.fixed {
			t.follows = append(t.follows, b)
		}
	}
	for _, k := range links {
		b, ok := t.bond(r, k.Key)
		if !ok {
			return &Error{Table: t.name, Err: ErrSurvey, Hint: surveyHint}
		}
		if k.when != nil {
			var err error
			if b.when, err = k.when.Bind(t.rows.Columns); err != nil {
				return t.condition("", err)
			}
		}
		t.follows = append(t.follows, b)
	}
	t.showNulls()
	if !t.loses() {
		t.gives = nil
		return nil
	}
	for _, k := range r.declared(t.rows.Table).Keys {
		if b, ok := t.own(r, k); ok {
			t.gives = append(t.gives, b)
		}
	}
	return nil
}

const surveyHint = "name the dump as a FILE, which is read twice, or give the DDL with --schema"

// leaves says whether rows can be left out that take others along.
func (r *run) leaves() bool { return r.plan.leaves || len(r.survey.gone) > 0 }

// home says whether a table is the persons' own: its primary key is the person key.
// known is false where no primary key is known.
func (t *TablePlan) home(p *person, keys []schema.Key) (home, known bool) {
	if p == nil {
		return false, false
	}
	for _, k := range keys {
		if k.Kind != schema.Primary {
			continue
		}
		other := func(part schema.Part) bool {
			return !slices.ContainsFunc(p.by, func(s source) bool {
				return s.path == nil && t.rows.Table.Column(s.column) == t.rows.Table.Column(part.Column)
			})
		}
		return len(k.Parts) == len(p.by) && !slices.ContainsFunc(k.Parts, other), true
	}
	return false, false
}

// guessHome guesses it where the key is not known yet, as on a pipe from pg_dump: a
// column called id, or after the table. The key, when it comes, confirms it or stops the
// run.
func (t *TablePlan) guessHome(p *person) bool {
	if len(p.by) != 1 {
		return false
	}
	column, isNumber := strings.CutSuffix(schema.FoldASCII(p.by[0].column), "id")
	return isNumber && strings.HasPrefix(schema.FoldASCII(t.rows.Table.Name.Name), strings.TrimRight(column, "_"))
}

// shared says whether several entries are about persons of a domain.
func (p *Plan) shared(domain string) bool {
	n := 0
	for _, e := range p.entries {
		if e.person != nil && e.person.domain == domain {
			n++
		}
	}
	return n > 1
}

// declared is what is known of a table: of the whole dump, if it has been surveyed.
func (r *run) declared(t *schema.Table) *schema.Table {
	if r.survey.schema != nil {
		if known := r.survey.schema.Table(t.Name); known != nil {
			return known
		}
	}
	return t
}

// referred finds the table that a foreign key refers to.
func (r *run) referred(k schema.Key) *schema.Table {
	if r.survey.schema != nil {
		return r.survey.schema.Table(k.RefTable)
	}
	return r.schema().Table(k.RefTable)
}

// links are the foreign keys to tables that can lose rows, or have lost so far. The others are leaned on: a
// table that is not declared yet can prove to be one.
func (r *run) links(t *schema.Table, sofar bool) []linked {
	var links []linked
	for _, k := range r.plan.keys(r.declared(t)) {
		switch {
		case k.Kind != schema.Foreign:
		case r.canLose(k.RefTable, sofar, map[schema.Name]bool{}):
			links = append(links, k)
		default:
			r.leaned[r.tableSet(k.RefTable)] = true
		}
	}
	return links
}

// tableSet is what keys of a table are called by.
func (r *run) tableSet(n schema.Name) setID {
	return setID{database: r.database, name: schema.FoldASCII(n.String())}
}

// canLose says whether rows of a table can be left out one by one, as far as is known.
func (r *run) canLose(name schema.Name, sofar bool, asked map[schema.Name]bool) bool {
	if asked[name] {
		return false
	}
	asked[name] = true
	t := r.referred(schema.Key{RefTable: name})
	if t == nil {
		t = &schema.Table{Name: name}
	}
	e, err := r.plan.find(t)
	if err != nil || e == nil || e.Drop {
		return false
	}
	if e.Where != nil || e.person != nil && r.taken(e.person.domain, sofar) {
		return true
	}
	return slices.ContainsFunc(r.plan.keys(t), func(k linked) bool { return k.Kind == schema.Foreign && r.canLose(k.RefTable, sofar, asked) })
}

// taken says whether persons of a domain are left out; on a pipe, whether they can be.
func (r *run) taken(domain string, sofar bool) bool {
	if r.survey.schema == nil && !sofar {
		return true
	}
	set := r.survey.gone[personSet(domain)]
	return set != nil && len(set.keys)+len(set.pending) > 0
}

// bond ties rows by a foreign key. ok is false where it is not known to which columns
// the key refers.
func (t *TablePlan) bond(r *run, k schema.Key) (b bond, ok bool) {
	to := k.RefColumns
	if len(to) == 0 {
		ref := r.referred(k)
		if ref == nil || ref.PrimaryKey() == nil {
			return b, false
		}
		for _, part := range ref.PrimaryKey().Parts {
			to = append(to, part.Column)
		}
	}
	if len(to) != len(k.Parts) {
		return b, false
	}
	b, ok = t.keyed(r, k.RefTable, k.Parts, to)
	b.nulls = k.SetsNull
	return b, ok
}

// own is the bond of a table's own key, by which others can refer to its rows.
func (t *TablePlan) own(r *run, k schema.Key) (b bond, ok bool) {
	if k.Kind != schema.Primary && k.Kind != schema.Unique {
		return b, false
	}
	var to []string
	for _, part := range k.Parts {
		if part.Column == "" || part.Prefix > 0 {
			return b, false
		}
		to = append(to, part.Column)
	}
	return t.keyed(r, t.rows.Table.Name, k.Parts, to)
}

// keyed is the bond of columns here to columns of a table.
func (t *TablePlan) keyed(r *run, table schema.Name, here []schema.Part, there []string) (b bond, ok bool) {
	if b.tuple, b.id, ok = t.tuple(r.tableSet(table), here, there); ok {
		b.keyedBy(r.plan, t.rows.Columns)
		b.set = r.survey.gone.of(b.id)
	}
	return b, ok
}

// tuple finds the columns of a key here, in the order of those there.
func (t *TablePlan) tuple(id setID, here []schema.Part, there []string) (k tuple, of setID, ok bool) {
	type pair struct {
		there string
		here  int
	}
	var pairs []pair
	for n, part := range here {
		i := slices.IndexFunc(t.rows.Columns, func(c *schema.Column) bool { return c == t.rows.Table.Column(part.Column) })
		if i < 0 {
			return k, id, false
		}
		pairs = append(pairs, pair{schema.FoldASCII(there[n]), i})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return strings.Compare(a.there, b.there) })
	for _, p := range pairs {
		k.by = append(k.by, p.here)
		k.label = frame(k.label, []byte(p.there))
		id.columns = strings.TrimPrefix(id.columns+", "+p.there, ", ")
	}
	k.label = frame(binary.AppendUvarint(k.label, uint64(len(pairs))), []byte(id.name))
	return k, id, true
}

// showNulls has the columns visited that can become NULL.
func (t *TablePlan) showNulls() {
	for _, b := range t.follows {
		if !b.nulls {
			continue
		}
		for _, i := range b.by {
			if at, ok := slices.BinarySearch(t.masked, i); !ok {
				t.masked = slices.Insert(t.masked, at, i)
			}
		}
	}
}

// settle ends the collecting of the keys by which rows of a table are judged.
func (r *run) settle(t *TablePlan) {
	if !r.surveying {
		for _, b := range t.follows {
			b.set.settle()
			b.set.fixed = true
		}
	}
}

// watched says whether the rows of a plan tell something that others need.
func (r *run) watched(t *TablePlan) bool {
	if r.extending() {
		return t.reach != nil
	}
	if r.surveying {
		return t.gives != nil || t.ranks() || t.keep != nil || t.kept != nil
	}
	return r.survey.listed && (t.gives != nil || t.entry != nil && t.loses() && r.leaned[r.tableSet(t.rows.Table.Name)])
}

func (t *TablePlan) ranks() bool {
	return slices.ContainsFunc(t.columns, func(b boundColumn) bool {
		return slices.ContainsFunc(b.arms, func(a boundArm) bool { return a.rule != nil && a.rule.ranker != nil })
	})
}

// watch reads a row for what others need to know of it.
func (r *run) watch(t *TablePlan, raw []byte) error {
	row := r.watcher.in.row
	if row.plan != t {
		row.begin(t)
	}
	if r.extending() && t.peeks() {
		if err := row.peek(raw, t.reach.first); err != nil {
			return err
		}
		return t.reach.extend(row)
	}
	if err := row.reset(raw); err != nil {
		return err
	}
	stays, err := row.stays()
	switch {
	case err != nil:
		return err
	case r.extending():
		if stays {
			err = t.reach.extend(row)
		}
		return err
	case !stays:
		return r.tell(t, row)
	}
	if chosen, err := row.chosen(); err != nil || !chosen {
		return err
	}
	if r.surveying && t.ranks() {
		if err := r.watcher.ranks(t, &r.survey.places); err != nil {
			return err
		}
	}
	return r.noteKept(t)
}

// tell notes the keys of a row that is left out.
func (r *run) tell(t *TablePlan, row *Row) error {
	if !r.surveying && r.leaned[r.tableSet(t.rows.Table.Name)] {
		return &Error{Err: ErrLate, Hint: lateHint}
	}
	for i := range t.gives {
		k, ok, err := t.gives[i].of(row)
		if err == nil && ok {
			err = t.gives[i].set.add(k)
		}
		if err != nil {
			return &Error{Err: err, Hint: lateHint}
		}
	}
	return nil
}

const lateHint = "name the dump as a FILE, which is read twice, or list the persons with --drop-persons"

// ranks notes the places of a row.
func (w *worker) ranks(t *TablePlan, into *places) error {
	return w.rules(t, func(r *rule) error {
		if r.ranker != nil {
			if at, ok := w.in.row.place(w.in); ok {
				*into = append(*into, at)
			}
		}
		return nil
	})
}

// rules visits the rules that apply to the row, each with its value in w.in, where they
// would be asked.
func (w *worker) rules(t *TablePlan, visit func(*rule) error) error {
	for i := range t.columns {
		b := &t.columns[i]
		if b.arms == nil || b.keep {
			continue
		}
		r, err := w.in.row.choose(b)
		if err != nil {
			return &Error{Column: b.name, Err: ErrCondition, cause: err}
		}
		if r == nil {
			continue
		}
		v, err := w.in.row.Value(i)
		if err != nil {
			return &Error{Column: b.name, Rule: r.name, Err: err}
		}
		if v.Null && !r.null || !v.Null && len(v.Bytes) == 0 && !r.empty {
			continue
		}
		w.in.Value, w.in.Null, w.in.Column, w.in.rule = v.Bytes, v.Null, b.col, r
		if err := visit(r); err != nil {
			return err
		}
	}
	return nil
}

// place gives where the row stands by the rule in in.
func (r *Row) place(in *In) (place, bool) {
	id := r.person(in)
	group := r.identity(in.rule.group)
	if id.err != nil || group.err != nil {
		return place{}, false
	}
	order, ok := in.rule.ranker.Order(in)
	return place{group.seed, order, binary.BigEndian.Uint64(id.seed[:])}, ok
}

// bonds holds rows that have passed against keys that come behind them.
func (r *run) bonds(s *seenTable, t *schema.Table) error {
	if !r.leaves() || r.survey.schema != nil {
		return nil
	}
	links := r.links(t, true)
	late := s.whole && len(links) > 0
	for _, bound := range s.bound {
		late = late || slices.ContainsFunc(links, func(k linked) bool { return !r.followed(bound, k.Key) })
		if home, known := bound.home(bound.entry.person, t.Keys); known {
			late = late || (bound.guessed || r.surveying && bound.where != nil) && home != bound.tells()
			bound.guessed = false
		}
	}
	if !late {
		return nil
	}
	if r.surveying {
		r.late = true
		return nil
	}
	return &Error{Table: t.Name.String(), Err: ErrLate, Hint: surveyHint}
}

// tells says whether rows that are left out take their persons along.
func (t *TablePlan) tells() bool {
	return slices.ContainsFunc(t.gives, func(b bond) bool { return b.person != nil })
}

// followed says whether rows were judged by a foreign key, or by the person to whom it
// leads.
func (r *run) followed(t *TablePlan, k schema.Key) bool {
	for i := range t.follows {
		b := &t.follows[i]
		if b.person == nil {
			if own, ok := t.bond(r, k); ok && own.set == b.set && slices.Equal(own.by, b.by) {
				return true
			}
			continue
		}
		ref := r.referred(k)
		if ref == nil || len(k.Parts) != len(b.person.by) {
			continue
		}
		e, err := r.plan.find(ref)
		if err != nil || e == nil || e.person == nil || e.person.domain != b.person.domain || len(e.person.by) != len(k.Parts) || e.Where == nil {
			continue
		}
		same := true
		for n, part := range k.Parts {
			same = same && t.rows.Table.Column(part.Column) == t.rows.Table.Column(b.person.by[n].column)
			same = same && (len(k.RefColumns) <= n || k.RefColumns[n] == e.person.by[n].column)
		}
		if same {
			return true
		}
	}
	return false
}

// unconfirmed names a table of which a guess was not confirmed.
func (r *run) unconfirmed() error {
	for id, s := range r.tables {
		for _, t := range s.bound {
			if t.guessed {
				return &Error{Table: id.name.String(), Err: ErrSurvey, Hint: "whether a row that is left out takes its person along depends on the primary key, which the dump does not state: " + surveyHint}
			}
		}
	}
	return nil
}
