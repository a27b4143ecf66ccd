package mask

import (
	"bytes"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
)

// Undecided is what a policy would have to say of a dump besides its tables, for a run
// under "ddl: safe" not to stop.
type Undecided struct {
	// Definitions are the objects whose texts look like data, each with a word for what
	// the first of them looks like.
	Definitions []Object
	// Databases are those that the dump goes to by name; none where it holds one alone.
	Databases []string
}

// An Object is something that a dump defines.
type Object struct {
	Name string // as a line of the policy has it; * where the dialect knows none
	Kind string // what a text of it looks like
}

// A Watch follows the items of a dump as a run does, and notes what its policy does not
// decide instead of stopping. It judges no row. It is for whoever drafts policies; see
// [Plan.Watch].
type Watch struct {
	run       *run
	found     Undecided
	held      []string // databases that hold something
	qualified bool     // one is named beside a table
}

// Watch begins to follow a dump. detector is that of [Detect], or nil.
func (p *Plan) Watch(detector Detector) *Watch {
	w := &Watch{run: newRun(p, true)}
	w.run.detector, w.run.undecided = detector, w
	return w
}

// Item follows one item of a chunk with the chunk's data.
func (w *Watch) Item(it *dialects.Item, data []byte) {
	r := w.run
	switch it.Kind {
	case dialects.Stmt:
		if r.plan.policy.DDL == SafeDDL && it.Stmt.Class != dialects.Change && !it.Stmt.Ours {
			_, _ = r.inert(it.Stmt, data[it.Start:it.End]) // what stops a run here is noted, or no policy decides it
		}
	case dialects.Head:
		if !it.Rows.Table.Server && r.hold() == nil {
			_, _ = r.head(it, data) // likewise
		}
	case dialects.Row, dialects.Tail, dialects.Raw:
	}
}

// Undecided is what was noted.
func (w *Watch) Undecided() Undecided {
	u := w.found
	if len(w.held) > 1 || w.qualified {
		u.Databases = w.held
	}
	return u
}

// definition notes an object of which a text looks like data.
func (w *Watch) definition(s *dialects.Statement, kind string) {
	name := object(s).String()
	if name == "" {
		name = "*"
	}
	if !slices.ContainsFunc(w.found.Definitions, func(o Object) bool { return o.Name == name }) {
		w.found.Definitions = append(w.found.Definitions, Object{name, kind})
	}
}

// database notes one that holds something, or that is named where it is not current.
func (w *Watch) database(name string, qualified bool) {
	w.qualified = w.qualified || qualified
	if !slices.Contains(w.held, name) && name != "" {
		w.held = append(w.held, name)
	}
}

// qualifier notes a database that is named beside something.
func (w *Watch) qualifier(name []byte) { w.database(string(bytes.Trim(name, "`\"")), true) }
