package mask

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A run is what one pass over a stream knows so far. It belongs to the
// goroutine that scans, so its decisions are in stream order.
type run struct {
	plan    *Plan
	partial bool
	audit   *Audit

	bound  map[*dialects.Rows]*TablePlan
	met    map[*entry]bool
	tables map[tableID]*seenTable
	joins  joiner

	database string // the current one, as the dump names it
	source   string // the one that its header names
	server   bool   // it belongs to the server
	holding  string // the database that holds what was written so far
	holds    bool

	detector  Detector
	marker    string                // of comments that stay
	schema    func() *schema.Schema // as far as the dump has declared it
	survey    *Survey               // what is known of the whole dump, or being collected
	surveying bool
	leaned    map[setID]bool // tables to which rows refer that were not judged by it
	late      bool           // keys came behind the rows: another pass can know more
	watcher   *worker        // reads rows of which others must know
	undecided *Watch         // notes what the policy does not decide; nil: the run stops
}

// A tableID is a table in its database: two databases of one PostgreSQL dump can
// have tables of one name.
type tableID struct {
	database string
	name     schema.Name
}

// A seenTable is a table of the stream.
type seenTable struct {
	entry    *entry
	declared bool
	columns  map[string]bool // named by column lists, where there is no DDL
	bound    []*TablePlan    // of its rows, cut to columns
	whole    bool            // rows of it passed uncut
	fold     bool            // names of columns have no case
	// foldsName: its own has none.
	foldsName bool
}

// name gives a column's name as columns has it.
func (s *seenTable) name(column string) string {
	if s.fold {
		return schema.FoldASCII(column)
	}
	return column
}

func newRun(p *Plan, partial bool) *run {
	return &run{
		plan: p, partial: partial,
		audit: &Audit{Tables: map[string]*TableAudit{}, KeyID: p.keyID, PolicyID: p.policy.ID, Policy: p.policy.Digest, Audience: p.policy.Audience, Warnings: slices.Clone(p.warnings)},
		bound: map[*dialects.Rows]*TablePlan{}, met: map[*entry]bool{}, tables: map[tableID]*seenTable{},
		joins: newJoiner(p), leaned: map[setID]bool{}, watcher: newWorker(),
	}
}

// maxBound bounds the cache of plans. A plan that was forgotten is made again.
const maxBound = 4096

// bind is dialects.ScanOptions.Bind. The scanner asks it while it reads a chunk,
// when the statements before the head have not been judged yet: what depends on
// them is meet's.
func (r *run) bind(rows *dialects.Rows) (whole bool, err error) {
	t, err := r.tablePlan(rows)
	if err != nil {
		return false, err
	}
	switch {
	case r.extending():
		return t.reach == nil || !r.survey.part.judges(t.reach.node), nil
	case r.surveying:
		return t.whole || !r.watched(t), nil
	}
	return t.whole, nil
}

// tablePlan lines the plan up with rows, once.
func (r *run) tablePlan(rows *dialects.Rows) (*TablePlan, error) {
	if t := r.bound[rows]; t != nil {
		return t, nil
	}
	t, err := r.plan.Bind(rows)
	if err != nil {
		return nil, err
	}
	if err := r.tie(t); err != nil {
		return nil, err
	}
	if err := r.spare(t); err != nil {
		return nil, err
	}
	if err := r.within(t); err != nil {
		return nil, err
	}
	if t.ranks() {
		if r.survey.listed && !r.surveying {
			return nil, &Error{Table: t.name, Err: ErrSurvey, Hint: "name the dump as a FILE, which is read twice"}
		}
		t.places = &r.survey.places
	}
	if len(r.bound) >= maxBound {
		clear(r.bound)
	}
	r.bound[rows] = t
	return t, nil
}

// meet notes rows in their place in the stream.
func (r *run) meet(rows *dialects.Rows) (*TablePlan, error) {
	t, err := r.tablePlan(rows)
	if err != nil || t.entry == nil {
		return t, err
	}
	if err := r.hold(); err != nil {
		return nil, err
	}
	s, err := r.see(rows.Table, t.entry, rows.Columns)
	if err != nil {
		return nil, err
	}
	r.settle(t)
	if r.surveying {
		r.survey.note(r.database, rows.Table)
	}
	s.whole = s.whole || t.whole && !t.drop
	if !t.whole && len(s.bound) < maxBound && !slices.Contains(s.bound, t) {
		s.bound = append(s.bound, t)
	}
	return t, nil
}

// see records that an entry met a table, and refuses columns that are gone.
func (r *run) see(t *schema.Table, e *entry, listed []*schema.Column) (*seenTable, error) {
	r.met[e] = true
	a := r.audit.table(t.Name.String())
	a.Open, a.Reason, a.Owner = e.Keep, e.Reason, e.Owner
	id := tableID{r.database, t.Name}
	s := r.tables[id]
	if s == nil {
		s = &seenTable{entry: e, columns: map[string]bool{}, fold: t.FoldsColumns(), foldsName: t.FoldsTables()}
		r.tables[id] = s
	}
	if !t.Declared {
		for _, c := range listed {
			s.columns[s.name(c.Name)] = true
		}
		return s, nil
	}
	s.declared = true
	if gone := e.vanished(t); gone != nil {
		return nil, &Error{Table: t.Name.String(), Err: &UnmetError{Rules: gone}, Hint: "the policy names columns that the table does not have"}
	}
	return s, nil
}

// keys holds the rules of rows that have passed against the keys of their table:
// pg_dump declares keys behind the rows.
func (r *run) keys(t *schema.Table) error {
	s := r.tables[tableID{r.database, t.Name}]
	if s == nil {
		return nil
	}
	for _, bound := range s.bound {
		if repeats := bound.repeats(t.Keys); repeats != nil {
			repeats[0].Hint += "; with --schema they are found before the first row"
			return repeats[0]
		}
	}
	return r.bonds(s, t)
}

// join holds the rules of a table that has become known against those of the
// tables at the other ends of its foreign keys.
func (r *run) join(t *schema.Table) error {
	if t.Server || !t.Declared {
		return nil
	}
	if apart := r.joins.declare(r.database, t); apart != nil {
		return apart[0]
	}
	return nil
}

// foresee judges what is known before the first byte.
func (r *run) foresee(s *schema.Schema) error {
	if s == nil {
		return nil
	}
	for _, t := range s.Tables() {
		if err := r.join(t); err != nil {
			return err
		}
	}
	return nil
}

// cover judges a base table that DDL declares, with or without rows.
func (r *run) cover(t *schema.Table) error {
	if t.Server || t.Placeholder {
		return nil
	}
	if err := r.refers(t); err != nil {
		return err
	}
	e, err := r.plan.find(t)
	if err != nil {
		return err
	}
	if e == nil {
		if t.Foreign {
			return nil // its rows are elsewhere; where a dump has them all the same, Bind asks
		}
		return &Error{Table: t.Name.String(), Err: &UncoveredError{Table: t.Name.String()}, Hint: tableHint}
	}
	for _, c := range t.Columns {
		if _, err := e.arms(c, t.FoldsColumns()); err != nil {
			return &Error{Table: t.Name.String(), Column: c.Name, Err: err}
		}
	}
	if missing := e.uncovered(t); missing != nil {
		return &Error{Table: t.Name.String(), Err: &UncoveredError{Table: t.Name.String(), Columns: missing}, Hint: columnHint}
	}
	_, err = r.see(t, e, nil)
	return err
}

// finish judges the whole stream: what the policy names must have been there.
func (r *run) finish() error {
	var unmet []string
	for _, e := range r.plan.entries {
		if r.met[e] || !e.named() {
			continue
		}
		if r.partial {
			r.audit.Absent = append(r.audit.Absent, e.Pattern)
			continue
		}
		unmet = append(unmet, e.Pattern)
	}
	if !r.partial {
		unmet = append(unmet, r.unreferred()...)
	}
	if unmet != nil {
		hint := "correct the names, or say --partial if the dump holds a part of the tables"
		if slices.ContainsFunc(unmet, func(name string) bool { return strings.ContainsAny(name, "\"`") }) {
			hint = "names stand in a policy without the quotes of SQL"
		}
		return &Error{Err: &UnmetError{Rules: unmet}, Hint: hint}
	}
	for id, s := range r.tables {
		if s.declared || s.entry.Keep || s.entry.Drop {
			continue
		}
		for i := range s.entry.Table.Columns {
			if c := s.entry.Table.Columns[i].Name; c != "*" && !s.columns[s.name(c)] {
				unmet = append(unmet, id.name.String()+"."+c)
			}
		}
	}
	if unmet != nil {
		slices.Sort(unmet)
		return &Error{Err: &UnmetError{Rules: unmet}, Hint: "no column list of the dump names these columns"}
	}
	return r.unconfirmed()
}

// A verdict says what becomes of a statement without rows.
type verdict struct {
	drop  bool
	edits []edit
}

// An edit replaces a span of a statement.
type edit struct {
	span dialects.Span
	text string
}

// What stands in the place of accounts and of the word that arms an event, in
// all dialects.
const (
	neutralAccount = "CURRENT_USER"
	disarmed       = "DISABLE"
)

// statement decides what becomes of a statement without rows.
func (r *run) statement(s *dialects.Statement, b []byte) (verdict, error) {
	if s.Ours {
		return r.dropped(s), nil
	}
	if s.Declares {
		if err := r.cover(s.Table); err != nil {
			return verdict{}, err
		}
	}
	if s.Class == dialects.Definition && s.Table != nil {
		if r.surveying {
			r.survey.note(r.database, s.Table)
		}
		if err := r.keys(s.Table); err != nil {
			return verdict{}, err
		}
		if err := r.join(s.Table); err != nil {
			return verdict{}, err
		}
	}
	if s.Class == dialects.Change {
		return r.change(s)
	}
	if r.plan.policy.DDL == SafeDDL {
		return r.inert(s, b)
	}
	if s.Enters {
		r.database, r.server = s.Database, s.OfServer
	}
	return verdict{}, nil
}

// inert decides under "ddl: safe" what becomes of a statement that changes no rows.
func (r *run) inert(s *dialects.Statement, b []byte) (verdict, error) {
	if s.Class == dialects.Note {
		return r.note(s, b), nil
	}
	if s.Class == dialects.Database {
		return r.enter(s, b), nil
	}
	if r.server || s.Table != nil && s.Table.Server && s.NamesDatabase() {
		return r.dropped(s), nil
	}
	switch s.Class {
	case dialects.Access, dialects.Statistics, dialects.Server, dialects.Foreign:
		return r.dropped(s), nil
	case dialects.LargeObject:
		switch r.plan.policy.LargeObjects {
		case DropLargeObjects:
			return r.dropped(s), nil
		case UndecidedLargeObjects:
			return verdict{}, &Error{Err: ErrLargeObject, Hint: "say large_objects: drop or large_objects: keep in the policy"}
		case KeepLargeObjects:
		}
	case dialects.Definition, dialects.View, dialects.Routine, dialects.Event, dialects.Comment, dialects.Counter:
		if err := r.hold(); err != nil {
			return verdict{}, err
		}
	case dialects.Session, dialects.Database, dialects.Change, dialects.Note:
	}
	return r.neutral(s, b)
}

// neutral replaces what the marks of a statement point at.
func (r *run) neutral(s *dialects.Statement, b []byte) (verdict, error) {
	var v verdict
	for _, m := range s.Marks {
		switch m.Role {
		case dialects.DatabaseName:
			e, err := r.rename(m.Span, b)
			if err != nil {
				return v, err
			}
			v.edits = append(v.edits, e)
		case dialects.Qualifier:
			e, err := r.requalify(m.Span, b)
			if err != nil {
				return v, err
			}
			v.edits = append(v.edits, e...)
		case dialects.Definer, dialects.Grantee:
			v.edits = append(v.edits, edit{m.Span, neutralAccount})
		case dialects.Schedule:
			text := disarmed
			if m.Span.Len() == 0 {
				text += " "
			}
			v.edits = append(v.edits, edit{m.Span, text})
		case dialects.Secret:
			return v, &Error{Err: ErrSecret}
		case dialects.Tally:
			if s.Recount == "" {
				addCounts(&r.audit.Counters, map[string]int64{s.Words: 1})
				continue
			}
			v.edits = append(v.edits, edit{m.Span, s.Recount})
		case dialects.Literal, dialects.Remark:
			edits, err := r.examine(s, m.Span, b)
			if err != nil {
				return v, err
			}
			v.edits = append(v.edits, edits...)
		}
	}
	if v.edits != nil {
		slices.SortFunc(v.edits, func(a, b edit) int { return cmp.Compare(a.span.Start, b.span.Start) })
		addCounts(&r.audit.Changed, map[string]int64{s.Words: 1})
	}
	return v, nil
}

// rename replaces the name of a database beside that of a table: rows would go
// there, whatever the current one is.
func (r *run) rename(at dialects.Span, b []byte) (edit, error) {
	name := at.Of(b)
	to, ok := r.plan.policy.Databases[string(bytes.Trim(name, "`\""))]
	if !ok {
		if r.undecided != nil {
			r.undecided.qualifier(name)
			return edit{at, string(name)}, nil
		}
		return edit{}, &Error{Err: ErrQualified, Hint: "say databases: {from: to} in the policy"}
	}
	return edit{at, quotedLike(name, to)}, nil
}

// requalify renames a database inside of a view or body: it would be the one that the
// dump came from.
func (r *run) requalify(at dialects.Span, b []byte) ([]edit, error) {
	name := string(bytes.Trim(at.Of(b), "`\""))
	if to, ok := r.plan.policy.Databases[name]; ok {
		return []edit{{at, quotedLike(at.Of(b), to)}}, nil
	}
	if name == r.source || name == r.database {
		if r.undecided != nil {
			r.undecided.database(name, true)
			return nil, nil
		}
		return nil, &Error{Err: ErrQualified, Hint: "a view or routine names it: say databases: {from: to} in the policy"}
	}
	return nil, nil
}

// head renames the database that a head names.
func (r *run) head(it *dialects.Item, data []byte) ([]edit, error) {
	if it.Rows.Database.Len() == 0 || r.plan.policy.DDL == KeepDDL {
		return nil, nil
	}
	e, err := r.rename(it.Rows.Database, data[it.Start:it.End])
	return []edit{e}, err
}

func (r *run) dropped(s *dialects.Statement) verdict {
	addCounts(&r.audit.Dropped, map[string]int64{s.Words: 1})
	return verdict{drop: true}
}

// change lets a statement pass that changes rows only where its table stays whole.
func (r *run) change(s *dialects.Statement) (verdict, error) {
	if s.Table == nil {
		return verdict{}, &Error{Err: ErrChange}
	}
	name := s.Table.Name.String()
	if s.Table.Server {
		if r.plan.policy.DDL == SafeDDL {
			return r.dropped(s), nil
		}
		return verdict{}, nil
	}
	e, err := r.plan.find(s.Table)
	if err != nil {
		return verdict{}, err
	}
	if e == nil {
		return verdict{}, &Error{Table: name, Err: &UncoveredError{Table: name}, Hint: tableHint}
	}
	r.met[e] = true
	switch {
	case e.Drop:
		return r.dropped(s), nil
	case r.survey != nil && r.survey.part.outside(s.Table):
		return r.dropped(s), nil
	case r.survey != nil && r.survey.part.divides(s.Table):
		return verdict{}, &Error{Table: name, Err: ErrChange, Hint: "a part of its rows is kept: leave them out with rows: drop, or keep all of them with --keep"}
	case !e.Keep:
		return verdict{}, &Error{Table: name, Err: ErrChange, Hint: "only keep or rows: drop for the whole table lets " + s.Words + " be decided"}
	}
	if r.plan.policy.DDL == KeepDDL {
		return verdict{}, nil
	}
	if s.NamesDatabase() { // and may name it again, where nothing marks it
		return verdict{}, &Error{Table: name, Err: ErrQualified, Hint: "leave the table's rows out with rows: drop, or say ddl: keep"}
	}
	return verdict{}, r.hold()
}

// enter follows the statements that create or enter a database. Under "ddl:
// safe" none is carried over: where a dump is restored is not its business.
func (r *run) enter(s *dialects.Statement, b []byte) verdict {
	if s.Enters {
		r.database, r.server = s.Database, s.OfServer
		if to, ok := r.plan.policy.Databases[s.Database]; ok && !r.server {
			for _, m := range s.Marks {
				if m.Role == dialects.DatabaseName {
					addCounts(&r.audit.Changed, map[string]int64{s.Words: 1})
					return verdict{edits: []edit{{m.Span, quotedLike(m.Span.Of(b), to)}}}
				}
			}
			if s.Marks == nil {
				return verdict{} // the end of one that was renamed
			}
		}
	}
	return r.dropped(s)
}

// quotedLike writes a name with the quotes of the one that it replaces. Compile
// lets no name through that has quotes itself.
func quotedLike(like []byte, name string) string {
	if q := string(like[:1]); q == "`" || q == `"` {
		return q + name + q
	}
	return name
}

// hold notes that the current database holds something. A second one stops the
// run, unless the policy says where each goes.
func (r *run) hold() error {
	if r.plan.policy.DDL == KeepDDL || r.server {
		return nil
	}
	_, mapped := r.plan.policy.Databases[r.database]
	if mapped || len(r.plan.policy.Databases) > 0 && r.database == "" {
		return nil
	}
	if r.undecided != nil {
		r.undecided.database(r.database, false)
		return nil
	}
	// Where one is missing in the policy, its content would go where the one before went.
	if len(r.plan.policy.Databases) > 0 || r.holds && r.holding != r.database {
		return &Error{Err: ErrDatabases, Hint: "say databases: {from: to} in the policy, or mask one database at a time"}
	}
	r.holding, r.holds = r.database, true
	return nil
}
