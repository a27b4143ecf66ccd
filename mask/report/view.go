package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/verify"
)

// A state says how sure something is.
type state string

const (
	holds     state = "holds"
	fails     state = "fails"
	unchecked state = "unchecked"
	absent    state = "absent"
)

// A view is what the page shows, in the words of its language.
type view struct {
	T    *Language
	Lang string

	Verdict     audit.Verdict
	Name, Says  string
	Made, Audit string
	Notices     []notice
	Reasons     []reason // against a better one
	Decided     []reason // what is kept, as somebody has decided
	Facts       [][]fact
	Figures     []figure
	Bars        []*bar
	Classes     []class
	Tables      []table
	Opens       []string
	Limits      []string
	LeftOut     []leftOut
	Keys        []keys
	Definitions []definition
	Absent      []string
	Warnings    []string
	Verified    string // by the run itself
	Leaks       *leaks
	Risks       *risks
	Evidence    []evidence
	Approvals   []approval
}

// A notice is what the reader must not miss.
type notice struct{ Class, Text string }

// A reason is one for which a copy is not masked, with what it is about.
type reason struct {
	Class audit.Verdict
	Says  string
	About []about
	More  string
}

// An about is what something is about; Outside says that it is no table.
type about struct{ Table, Column, Kind, Outside string }

// A fact is a line about the copy.
type fact struct {
	Name, Value string
	Code        bool // an ID, a digest
	Ours        bool // words of the page and not of the audit
	Note        string
	Bad         bool // the note is one that the reader must not miss
}

type figure struct{ Number, Name string }

type leftOut struct {
	Table string
	Cells []cell
}

type keys struct{ Of, Keys, Digest string }

type definition struct {
	Name  string
	Words []string
}

type evidence struct {
	Name   string
	State  state
	Detail string
}

type approval struct{ Signer, Key, Made, Expires string }

// mostAbout is how many columns a reason names on top; all are marked further down.
const mostAbout = 12

func (r *Report) view(l *Language) *view {
	a := r.record
	v := &view{
		T: l, Lang: l.Tag, Verdict: a.Verdict, Name: l.Verdicts[a.Verdict].Name, Says: l.Verdicts[a.Verdict].Says,
		Made: fmt.Sprintf(l.Made, l.Moment(r.evidence.Now)), Audit: r.digest, Classes: classes, Absent: a.Absent, Warnings: a.Warnings,
	}
	if a.Verdict == audit.Masked || a.Verdict == audit.Partial {
		v.Limits = append(v.Limits, l.Pseudonymised)
	}
	if a.Verdict != audit.Generated { // whose copy has no raw dump
		v.Limits = append(v.Limits, l.LimitsList...)
	}
	columns, values := v.tables(l, a)
	for _, b := range []*bar{
		barOf(l, l.Facts["of columns"], "column", classes, l.Classes, columns),
		barOf(l, l.Facts["of values"], "value", []outcome{valueMasked, valueUnchanged, valueKept, valueNull, valueEmpty}, l.Outcomes, values),
	} {
		if b != nil {
			v.Bars = append(v.Bars, b)
		}
	}
	v.reasons(l, a)
	v.Facts = [][]fact{r.copyFacts(l), r.madeFacts(l), r.digests(l)}
	v.Figures = []figure{
		{l.Number(int64(len(a.Tables))), l.Facts["tables"]}, {l.Number(total(columns)), l.Facts["columns"]},
		{l.Number(a.Rows()), l.Facts["rows"]}, {l.Number(values[valueMasked] + values[valueUnchanged]), l.Facts["masked"]},
	}
	v.left(l, a)
	v.definitions(l, a)
	r.judge(l, v)
	for _, p := range a.Approvals {
		v.Approvals = append(v.Approvals, approval{p.Signer, p.Key, l.Moment(p.Made), l.Moment(p.Expires)})
	}
	v.Verified = l.Verified[a.Verified]
	v.Leaks, v.Risks = r.leaksView(l), r.risksView(l)
	v.Notices = r.notices(l)
	return v
}

func total[K comparable](counts map[K]int64) int64 {
	var n int64
	for _, c := range counts {
		n += c
	}
	return n
}

// reasons puts those of one kind together.
func (v *view) reasons(l *Language, a *audit.Record) {
	at := map[audit.What]int{}
	more := map[audit.What]int64{}
	for _, why := range a.Reasons {
		i, ok := at[why.What]
		if !ok {
			i = len(v.Reasons)
			at[why.What] = i
			v.Reasons = append(v.Reasons, reason{Class: why.What.Verdict(), Says: l.Reasons[why.What]})
		}
		switch {
		case why.Table == "":
		case len(v.Reasons[i].About) == mostAbout:
			more[why.What]++
			v.Reasons[i].More = fmt.Sprintf(l.more, l.Number(more[why.What]))
		default:
			v.Reasons[i].About = append(v.Reasons[i].About, l.at(why.Table, why.Column, why.Kind))
		}
	}
	// What makes it raw stands first.
	slices.SortStableFunc(v.Reasons, func(a, b reason) int { return severity(b.Class) - severity(a.Class) })
	against := slices.IndexFunc(v.Reasons, func(r reason) bool { return r.Class == audit.Masked })
	if against >= 0 {
		v.Reasons, v.Decided = v.Reasons[:against], v.Reasons[against:]
	}
}

func severity(v audit.Verdict) int {
	return slices.Index([]audit.Verdict{audit.Generated, audit.Masked, audit.Partial, audit.Raw}, v)
}

// copyFacts are about what the copy is for.
func (r *Report) copyFacts(l *Language) []fact {
	a := r.record
	expires := fact{Name: l.Facts["expires"], Value: l.NotGiven, Ours: true}
	if a.Expires != nil {
		expires.Value = l.Moment(*a.Expires)
		if r.Expired() {
			expires.Note, expires.Bad = l.Facts["expired"], true
		}
	}
	return []fact{
		l.given("purpose", a.Purpose), l.given("requester", a.Requester), l.given("audience", a.Audience), expires,
		{Name: l.Facts["started"], Value: l.Moment(a.Started), Ours: true},
		{Name: l.Facts["took"], Value: fmt.Sprintf(l.seconds, a.Seconds), Ours: true},
	}
}

// given is a fact that somebody has given, or not.
func (l *Language) given(name, value string) fact {
	if value == "" {
		return fact{Name: l.Facts[name], Value: l.NotGiven, Ours: true}
	}
	return fact{Name: l.Facts[name], Value: value}
}

// madeFacts are about how it was made.
func (r *Report) madeFacts(l *Language) []fact {
	a := r.record
	all := []fact{
		{Name: l.Facts["mode"], Value: l.Modes[a.Mode], Ours: true},
		{Name: l.Facts["key"], Value: a.KeyID, Code: true},
		{Name: l.Facts["policy"], Value: a.PolicyID, Code: true},
		{Name: l.Facts["ddl"], Value: l.DDL[a.DDL], Ours: true},
		{Name: l.Facts["dialect"], Value: a.Dialect, Code: true},
		{Name: l.Facts["fakes"], Value: fmt.Sprintf(l.edition, a.Locale, a.Edition)},
		{Name: l.Facts["version"], Value: "migawari " + a.Migawari},
	}
	if m := methods(a); m != "" {
		all = append(all, fact{Name: l.Facts["method"], Value: m})
	}
	if a.Source != "" {
		all = append(all, fact{Name: l.Facts["source"], Value: a.Source, Code: true})
	}
	return all
}

// methods are the constructions that maskers name.
func methods(a *audit.Record) string {
	all := map[string]bool{}
	for _, t := range a.Tables {
		for _, c := range t.Columns {
			if c.Method != "" {
				all[c.Method] = true
			}
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(all)), "; ")
}

// digests are those by which bytes are known.
func (r *Report) digests(l *Language) []fact {
	a := r.record
	add := func(all []fact, name, sum, note string) []fact {
		if sum == "" {
			return all
		}
		return append(all, fact{Name: name, Value: sum, Code: true, Note: note})
	}
	var all []fact
	parts := a.Parts
	if parts == nil {
		parts = []audit.Part{{Digests: a.Digests, BytesOut: a.BytesOut, Shard: a.Shard}}
	} else {
		all = add(all, l.Facts["dump"], a.SHA256, l.Count(a.BytesOut, "byte")) // what the parts join to, if that is known
	}
	for i, p := range parts {
		number := ""
		switch {
		case p.Shard != nil:
			number = fmt.Sprintf(" (%d/%d)", p.Shard.Number, p.Shard.Of)
		case len(parts) > 1:
			number = fmt.Sprintf(" (%d/%d)", i+1, len(parts))
		}
		all = add(all, l.Facts["dump"]+number, p.SHA256, l.Count(p.BytesOut, "byte"))
		all = add(all, l.Facts["raw"]+number, p.Input, "")
	}
	all = add(all, l.Facts["schema"], a.Schema, "")
	all = add(all, l.Facts["policy_sha256"], a.Policy, "")
	return add(all, l.Facts["audit"], r.digest, "")
}

// left lists rows that are not in the copy, and tables of which nobody has decided the
// columns.
func (v *view) left(l *Language, a *audit.Record) {
	for _, name := range slices.Sorted(maps.Keys(a.Tables)) {
		t := a.Tables[name]
		if t.Open {
			v.Opens = append(v.Opens, name)
		}
		if t.Dropped > 0 {
			v.LeftOut = append(v.LeftOut, leftOut{name, []cell{l.cell(t.Rows), l.cell(t.Dropped), l.cell(t.Rows - t.Dropped)}})
		}
	}
	for _, all := range [][]mask.Keys{a.LeftOut, a.Spared} {
		for _, k := range all {
			v.Keys = append(v.Keys, keys{k.Of, l.Number(int64(k.Keys)), k.Digest})
		}
	}
}

// definitions lists what became of statements without rows.
func (v *view) definitions(l *Language, a *audit.Record) {
	for _, d := range []struct {
		name   string
		counts map[string]int64
	}{{"dropped", a.Dropped}, {"changed", a.Changed}, {"examined", a.Examined}, {"decided", a.Decided}, {"counters", a.Counters}} {
		var words []string
		for _, w := range slices.Sorted(maps.Keys(d.counts)) {
			words = append(words, fmt.Sprintf(l.of, w, l.Number(d.counts[w])))
		}
		if len(words) > 0 {
			v.Definitions = append(v.Definitions, definition{l.Statements[d.name], words})
		}
	}
}

// judge says what was checked of the audit, and what was not.
func (r *Report) judge(l *Language, v *view) {
	ev := r.evidence
	of := map[string]audit.Finding{}
	for _, f := range r.found {
		of[f.Of] = f
	}
	add := func(what string, looked bool, otherwise state) {
		e := evidence{Name: l.evidence[what], State: holds}
		f, found := of[what]
		switch {
		case found && f.Err != nil:
			e.State, e.Detail = fails, l.fault(f.Err)
		case !looked:
			e.State, e.Detail = otherwise, l.unchecked[what]
		default:
			e.Detail = f.Detail
		}
		v.Evidence = append(v.Evidence, e)
	}
	add("signature", ev.Signature != nil || ev.Signers != nil, absent)
	if ev.Signature != nil && ev.Signers == nil && of["signature"].Err == nil {
		last := &v.Evidence[len(v.Evidence)-1]
		last.State, last.Detail = unchecked, fmt.Sprintf(l.unknownSigner, last.Detail)
	}
	add("dump", ev.Dump != nil, unchecked)
	add("run log", ev.Log != nil, unchecked)
	if _, wrong := of["time"]; wrong {
		add("time", true, unchecked)
	}
}

// notices are what the reader must not miss, the worst first.
func (r *Report) notices(l *Language) []notice {
	a := r.record
	var all []notice
	for _, f := range r.Faults() {
		all = append(all, notice{"bad", fmt.Sprintf(l.fails, l.evidence[f.Of], l.fault(f.Err))})
	}
	switch {
	case r.Expired():
		all = append(all, notice{"bad", fmt.Sprintf(l.expired, l.Moment(*a.Expires))})
	case a.Expires != nil:
		all = append(all, notice{"info", fmt.Sprintf(l.expires, l.Moment(*a.Expires), l.Count(days(a.Expires.Sub(r.evidence.Now)), "day"))})
	}
	if r.leaks != nil {
		class := "bad"
		switch {
		case r.leaks.Clean && len(r.leaks.Sources) > 0:
			class = "good"
		case r.leaks.Clean:
			class = "info"
		}
		all = append(all, notice{class, strings.TrimSpace(fmt.Sprintf(l.verified, l.found(r.leaks)) + " " + l.Likes[verify.Likeness(r.leaks.Like)])})
	}
	if known := l.Verified[a.Verified]; known != "" && r.leaks == nil {
		class := "good"
		if a.Verified != audit.Clean {
			class = "info"
		}
		all = append(all, notice{class, known})
	}
	all = append(all, r.riskNotices(l)...)
	if a.DryRun {
		all = append(all, notice{"info", l.dry})
	}
	if len(a.Approvals) == 0 && !a.DryRun {
		all = append(all, notice{"warn", l.unapproved})
	}
	if r.evidence.Signers == nil && len(r.Faults()) == 0 {
		all = append(all, notice{"info", l.unsigned})
	}
	slices.SortStableFunc(all, func(a, b notice) int {
		return strings.Index("bad warn good info", a.Class) - strings.Index("bad warn good info", b.Class)
	})
	return all
}

// days are those that are left, as people count them.
func days(d time.Duration) int64 { return int64(d / (24 * time.Hour)) }
