package audit

import (
	"errors"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// A Verdict says in a word what a dump is.
type Verdict string

const (
	// Generated: rows that are made from the tables alone. Nobody is in it.
	Generated Verdict = "generated"
	// Masked: what looks personal is masked, and of every column somebody has decided.
	Masked Verdict = "masked"
	// Partial: something of the raw dump stays that its policy or its run has left there.
	Partial Verdict = "partial"
	// Raw: treat it as the raw dump.
	Raw Verdict = "raw"
)

func worse(a, b Verdict) Verdict {
	if a == Raw || b == Raw {
		return Raw
	}
	if a == Partial || b == Partial {
		return Partial
	}
	if a == Masked || b == Masked {
		return Masked
	}
	return Generated
}

// A What says why a dump is not masked, in words that programs can compare.
type What string

// Why a dump is raw.
const (
	DefinitionsKept What = "ddl: keep"
	PatternKept     What = "kept by a pattern"
	PersonalKept    What = "personal and kept"
	NothingMasked   What = "nothing masked"
	LargeObjects    What = "large_objects: keep"
)

// Why it is partial.
const (
	PersonsKept What = "persons kept"
	Unchanged   What = "no value changed"
	Earlier     What = "files of an earlier run"
)

// What a person has decided, and others may want to know: it makes no verdict worse.
const (
	TableKept    What = "table kept whole"
	ReasonedKept What = "personal and kept for a reason"
)

// Learned says of rows that were made that they have values of a dump: those that enough of its
// rows have. So they are no better than it.
const Learned What = "values of a dump"

var verdicts = map[What]Verdict{
	DefinitionsKept: Raw, PatternKept: Raw, PersonalKept: Raw, NothingMasked: Raw, LargeObjects: Raw,
	PersonsKept: Partial, Unchanged: Partial, Earlier: Partial,
	TableKept: Masked, ReasonedKept: Masked,
	Learned: Masked,
}

// A Reason is what a verdict rests on.
type Reason struct {
	What   What   `json:"what"`
	Table  string `json:"table,omitempty"`
	Column string `json:"column,omitempty"`
	Kind   string `json:"kind,omitempty"` // of data that the column looks like
}

// sureEnough is the confidence from which on a kept column counts as personal: that of
// what stops a build in package review.
const sureEnough = 0.85

// Judge says what a run has left in its dump. What a column holds is told by its name,
// type and comment, since the values of kept columns are never read; mask --strict,
// check and verify look at the same and at values.
func (r *Record) Judge(p *mask.Plan, s *schema.Schema) {
	j := judge{plan: p, record: r, reasons: []Reason{}}
	policy := p.Policy()
	if policy.DDL == mask.KeepDDL {
		j.add(Reason{What: DefinitionsKept})
	}
	if policy.LargeObjects == mask.KeepLargeObjects {
		j.add(Reason{What: LargeObjects})
	}
	for _, t := range detect.Tables(s, detect.Options{}) {
		if a := r.Tables[t.Name.String()]; a != nil && a.Rows > a.Dropped {
			j.table(t, a)
		}
	}
	if len(r.Spared) > 0 {
		j.add(Reason{What: PersonsKept})
	}
	if len(r.Reused) > 0 {
		j.add(Reason{What: Earlier})
	}
	if !j.masked && j.rows {
		j.add(Reason{What: NothingMasked})
	}
	r.Reasons = j.reasons
	r.Verdict, _ = r.verdict() // all of them are known
}

// JudgeMade says what rows are that no dump was read for, but for one from which their shape was
// learned.
func (r *Record) JudgeMade(learned bool) {
	r.Reasons = []Reason{}
	if learned {
		r.Reasons = append(r.Reasons, Reason{What: Learned})
	}
	r.Verdict, _ = r.verdict() // it is known
}

type judge struct {
	plan    *mask.Plan
	record  *Record
	reasons []Reason
	masked  bool // a value was
	rows    bool // there were some
}

func (j *judge) add(r Reason) {
	r.Table, r.Column = mask.Printable(r.Table), mask.Printable(r.Column)
	if !slices.Contains(j.reasons, r) {
		j.reasons = append(j.reasons, r)
	}
}

func (j *judge) table(t detect.Table, a *mask.TableAudit) {
	e, err := j.plan.Entry(t.Table)
	if err != nil || e == nil {
		return // the run would have stopped
	}
	j.rows = true
	name := t.Name.String()
	switch pattern := strings.Contains(e.Pattern, "*"); {
	case e.Keep && pattern:
		j.add(Reason{What: PatternKept, Table: name})
	case e.Keep:
		j.add(Reason{What: TableKept, Table: name})
	}
	for _, c := range t.Columns {
		j.column(e, c, a)
	}
}

func (j *judge) column(e *mask.Table, c detect.Column, a *mask.TableAudit) {
	name, table := c.Column.Name, c.Table.Name.String()
	counts := a.Columns[name]
	if counts != nil {
		j.masked = j.masked || counts.Masked > 0
		if counts.Masked >= mask.Few && counts.Unchanged == counts.Masked {
			j.add(Reason{What: Unchanged, Table: table, Column: name})
		}
	}
	rule := e.Column(name, c.Table.FoldsColumns())
	if e.Keep {
		rule = &mask.Column{Arms: []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}}
	}
	if rule == nil {
		return // the server computes it
	}
	for _, arm := range rule.Arms {
		if arm.Rule.Mask != mask.Keep {
			continue
		}
		if rule.Name == "*" {
			j.add(Reason{What: PatternKept, Table: table, Column: "*"})
		}
		if !c.Personal() || c.Confidence < sureEnough {
			continue
		}
		what := ReasonedKept
		if arm.Rule.Reason == "" && e.Reason == "" {
			what = PersonalKept
		}
		j.add(Reason{what, table, name, string(c.Kind)})
	}
}

// ErrVerdict says that a verdict is better than its reasons, or that one of them is unknown.
var ErrVerdict = errors.New("its verdict is better than its reasons: the audit was edited, or is of another version")

// CheckVerdict holds the verdict of a record against its reasons.
func (r *Record) CheckVerdict() error {
	v, known := r.verdict()
	switch {
	case !known, worse(v, r.Verdict) != r.Verdict:
		return ErrVerdict
	case r.Verdict != Generated && r.Verdict != Masked && r.Verdict != Partial && r.Verdict != Raw:
		return ErrVerdict
	}
	return nil
}

// verdict is that of the reasons, if all of them are known.
func (r *Record) verdict() (v Verdict, known bool) {
	if v = Masked; r.Mode == FromSeed {
		v = Generated
	}
	for _, why := range r.Reasons {
		own, ok := verdicts[why.What]
		if !ok {
			return Raw, false
		}
		v = worse(v, own)
	}
	return v, true
}

// Verdict is that of a dump for which there is no other reason.
func (w What) Verdict() Verdict { return verdicts[w] }
