package mask

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/internal/spelling"
)

// Keep is the word for a column that stays. It is part of the policy's grammar
// and not a masker: what is kept is never decoded.
const Keep = "keep"

// A Plan is a policy whose names are resolved, whose factories have run and
// whose domain keys are derived. It is immutable and safe for concurrent use.
type Plan struct {
	keyID    string
	warnings []string // for the audit of every run
	policy   *Policy
	entries  []*entry
	leaves   bool      // entries leave rows out, which take others along
	keeps    bool      // persons are kept
	ranks    bool      // maskers give places in groups
	links    DomainKey // of the rows that are left out
	input    func() hash.Hash

	sketchKey sketchKey
	// The same, as a table finds its entry: names without ASCII case, and patterns.
	named    map[string][]*entry
	patterns []*entry
}

// DDL says what the policy has become of definitions.
func (p *Plan) DDL() DDL { return p.policy.DDL }

// Database says where the policy has a database of the dump go: by its own name, unless
// it says otherwise.
func (p *Plan) Database(name string) string {
	if to, ok := p.policy.Databases[name]; ok {
		return to
	}
	return name
}

// Entry gives the entry of the policy that applies to a table; nil if none does.
func (p *Plan) Entry(t *schema.Table) (*Table, error) {
	e, err := p.find(t)
	if err != nil || e == nil {
		return nil, err
	}
	return e.Table, nil
}

// InputDigest gives a keyed hash for the input of a run. Who holds the key can tell the
// dump again, and nobody else can try dumps until one fits.
func (p *Plan) InputDigest() hash.Hash { return p.input() }

// Policy is what the plan was made of. Do not change it.
func (p *Plan) Policy() *Policy { return p.policy }

// KeyID names the key; see [Key.ID].
func (p *Plan) KeyID() string { return p.keyID }

// An entry is the compiled form of a Table.
type entry struct {
	*Table
	person  *person
	columns map[string][]arm // by name as written
	star    []arm
}

type arm struct {
	when  Condition
	rule  *rule // nil: keep
	draft bool  // keep, and nobody has decided it
}

// A rule is the compiled form of a Rule.
type rule struct {
	name   string
	masker Masker
	spec   Spec
	keying Keying
	key    DomainKey
	domain string
	person *person
	null   bool
	empty  bool
	max    int
	or     *rule   // else
	ranker Ranker  // the masker, if it is one
	group  *person // of a ranker: what its rows have in common
	spare  *keySet // of whom or what it keeps, where that is not the row's person
	// parts are the rules inside it, in the order in which its factory asked for
	// them; nil: keep. at is for messages.
	parts []*rule
	at    Location
	// column is what it is bound to.
	column *schema.Column
	// fitsIn says whether the masker can do with a max.
	fitsIn func(max int) bool
}

// each visits the rule, those behind its else and those inside.
func (r *rule) each(visit func(*rule)) {
	for ; r != nil; r = r.or {
		visit(r)
		for _, p := range r.parts {
			p.each(visit)
		}
	}
}

// A person is the compiled form of a Person, or of a rule's own by.
type person struct {
	by        []source
	household *source
	number    *source
	elseValue bool
	group     bool // no person: parts may be missing
	key       DomainKey
	domain    string
	homeKey   DomainKey
}

// A source is where a part of a person key comes from: a column, or a path
// inside a JSON column.
type source struct {
	column string
	path   []string
}

// parseSource reads "column" or "column->$.a.b", the way MySQL and SQLite write
// a path.
func parseSource(s string) (source, error) {
	col, path, inside := strings.Cut(s, "->")
	if !inside {
		return source{column: s}, nil
	}
	path, ok := strings.CutPrefix(strings.TrimSpace(path), "$.")
	if !ok || path == "" || strings.ContainsAny(path, "[]*\"") {
		return source{}, errors.New(`a path inside JSON is written column->$.key.key`)
	}
	return source{column: strings.TrimSpace(col), path: strings.Split(path, ".")}, nil
}

// Domains that are not a masker's kind.
const (
	personDomain    = "person"
	householdDomain = "household"
	linkDomain      = "rows left out"
	groupDomain     = "group"
)

// Compile resolves names, runs factories and derives domain keys. The error is
// [Faults] and holds everything that is wrong with the policy, not the first.
func Compile(p *Policy, k Key, s Set) (*Plan, error) {
	if k.IsZero() {
		return nil, fmt.Errorf("%w: there is none", ErrKey)
	}
	c := &compiler{policy: p, key: k, set: s, domains: map[string]DomainKey{}, first: map[string]built{}}
	plan := &Plan{keyID: k.ID(), policy: p, named: map[string][]*entry{}}
	c.households, c.numbered = households(p), numbered(p)
	for _, from := range slices.Sorted(maps.Keys(p.Databases)) {
		if !isDatabaseName(p.Databases[from]) {
			c.fault(Location{}, "databases."+from, "the new name has more than letters of ASCII, digits, _ and -", "")
		}
	}
	for i := range p.Tables {
		e := c.table(&p.Tables[i])
		if twice := plan.add(e); twice {
			c.fault(e.At, "tables."+e.Pattern, "stands twice", "")
		}
	}
	plan.leaves = slices.ContainsFunc(plan.entries, func(e *entry) bool { return e.Where != nil })
	plan.keeps = slices.ContainsFunc(plan.entries, func(e *entry) bool { return e.Person != nil && e.Person.Keep != nil })
	plan.ranks, plan.links = c.ranks, c.domain(linkDomain)
	plan.input, plan.sketchKey = k.input, newSketchKey(k.derive(labelSketch, p.Audience, "", 16))
	plan.warnings = c.strangers(plan.entries)
	if len(c.faults) > 0 {
		slices.SortStableFunc(c.faults, func(a, b Fault) int {
			return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
		})
		return nil, c.faults
	}
	return plan, nil
}

// isDatabaseName says whether a name stands in USE and \connect as it is.
func isDatabaseName(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', c == '_':
		case i > 0 && ('0' <= c && c <= '9' || c == '-'):
		default:
			return false
		}
	}
	return 0 < len(s) && len(s) <= 63 // of PostgreSQL; MySQL has one more
}

// households tells for each kind of person whether it lives in households. A
// rule that names another person than the row's takes the row's household with
// it, unless that kind of person has a table of its own without one: guardians
// follow their pupil's family name, teachers do not.
func households(p *Policy) map[string]bool {
	h := map[string]bool{}
	for _, t := range p.Tables {
		if t.Person != nil {
			d := cmp.Or(t.Person.Domain, personDomain)
			h[d] = h[d] || t.Person.Household != ""
		}
	}
	return h
}

// numbered tells which kinds of person are ordered by a number. A table that lacks
// it cannot name them.
func numbered(p *Policy) map[string]bool {
	n := map[string]bool{}
	for _, t := range p.Tables {
		if t.Person != nil && t.Person.Number != "" {
			n[cmp.Or(t.Person.Domain, personDomain)] = true
		}
	}
	return n
}

// strangers warns of rules that know a person without the household that it has
// in another table: the person has one name there and another here, and no map
// of what was seen could join them.
func (c *compiler) strangers(entries []*entry) []string {
	var warnings []string
	for _, e := range entries {
		for _, col := range e.Table.Columns {
			arms := e.columns[col.Name]
			if col.Name == "*" {
				arms = e.star
			}
			for _, a := range arms {
				a.rule.each(func(r *rule) {
					if r.keying == ByPerson && r.spec.Household && r.person != nil && r.person.household == nil && c.households[r.person.domain] {
						warnings = append(warnings, fmt.Sprintf("table %s: column %s: a person of the domain %s has a household in another table and none here, so that its names differ: say household: COLUMN in both, or in neither",
							Printable(e.Pattern), Printable(col.Name), quoteWord(r.person.domain)))
					}
				})
			}
		}
	}
	return warnings
}

type compiler struct {
	policy     *Policy
	key        Key
	set        Set
	domains    map[string]DomainKey
	households map[string]bool
	numbered   map[string]bool
	first      map[string]built   // the first rule of a masker in a domain
	usuals     map[[2]string]Rule // the same, by masker and domain as the policy has them
	ranks      bool
	faults     Faults
}

func (c *compiler) fault(at Location, path, reason, hint string) {
	c.faults = append(c.faults, Fault{At: at, Path: path, Reason: reason, Hint: hint})
}

func (c *compiler) domain(name string) DomainKey {
	d, ok := c.domains[name]
	if !ok {
		d = c.key.Domain(c.policy.Audience, name)
		c.domains[name] = d
	}
	return d
}

// persons gives the keys of a kind of person, or of household, as the policy's salt has
// them drawn.
func (c *compiler) persons(name string) DomainKey {
	if c.policy.Salt != 0 {
		name = fmt.Sprintf("%s\x00salt %d", name, c.policy.Salt)
	}
	return c.domain(name)
}

func (c *compiler) table(t *Table) *entry {
	e := &entry{Table: t, columns: map[string][]arm{}}
	path := "tables." + t.Pattern
	if t.Pattern == "" {
		c.fault(t.At, "tables", "an entry without a name", "")
	}
	if t.Keep && (t.Drop || t.Where != nil || len(t.Columns) > 0) {
		c.fault(t.At, path, "keeps all and says more", "")
	}
	if !t.Keep && !t.Drop && len(t.Columns) == 0 {
		c.fault(t.At, path, "decides nothing", "say keep, rows: drop, or give columns")
	}
	if t.Person != nil {
		e.person = c.person(t.Person, path+".person")
	}
	for i := range t.Columns {
		col := &t.Columns[i]
		p := path + ".columns." + col.Name
		if _, twice := e.columns[col.Name]; twice {
			c.fault(col.At, p, "stands twice", "")
		}
		arms := c.arms(e, col, p)
		if col.Name == "*" {
			e.star = arms
		} else {
			e.columns[col.Name] = arms
		}
	}
	return e
}

func (c *compiler) person(p *Person, path string) *person {
	out := &person{elseValue: p.ElseValue, domain: cmp.Or(p.Domain, personDomain)}
	out.key = c.persons(out.domain)
	if len(p.By) == 0 {
		c.fault(p.At, path, "names no column", "say by: COLUMN")
	}
	for _, by := range p.By {
		out.by = append(out.by, c.source(by, p.At, path))
	}
	if p.Household != "" {
		s := c.source(p.Household, p.At, path)
		out.household, out.homeKey = &s, c.persons(householdDomain)
	}
	if p.Number != "" {
		s := c.source(p.Number, p.At, path)
		out.number = &s
	}
	return out
}

func (c *compiler) source(s string, at Location, path string) source {
	src, err := parseSource(s)
	if err != nil {
		c.fault(at, path, err.Error(), "")
	}
	return src
}

func (c *compiler) arms(e *entry, col *Column, path string) []arm {
	if len(col.Arms) == 0 {
		c.fault(col.At, path, "has no rule", "")
	}
	var arms []arm
	for i, a := range col.Arms {
		last := i == len(col.Arms)-1
		switch {
		case a.When == nil && !last:
			c.fault(a.Rule.At, path, "an arm without a condition that is not the last", "")
		case a.When != nil && last:
			c.fault(a.Rule.At, path, "the last arm must have no condition", "add an arm for all other rows")
		}
		arms = append(arms, arm{when: a.When, rule: c.rule(e, &a.Rule, path), draft: a.Rule.Mask == Keep && a.Rule.Draft})
	}
	return arms
}

// rule compiles a rule. It gives nil for keep, and for a rule at fault.
func (c *compiler) rule(e *entry, r *Rule, path string) *rule {
	if r.Mask == Keep {
		if len(r.Params) > 0 || r.Domain != "" || len(r.By) > 0 || r.Max != 0 || r.Else != nil || r.Null || r.Empty {
			c.fault(r.At, path, "keep takes no parameters", "")
		}
		return nil
	}
	factory, ok := c.set[r.Mask]
	if !ok {
		c.fault(r.At, path, "unknown masker "+quoteWord(r.Mask), cmp.Or(spelling.DidYouMean(r.Mask, append(slices.Sorted(maps.Keys(c.set)), Keep)), "migawari maskers lists them"))
		return nil
	}
	out := &rule{name: r.Mask, null: r.Null, empty: r.Empty, max: r.Max, at: r.At}
	if r.Max < 0 {
		c.fault(r.At, path, "max must be positive", "")
	}
	b := &Build{Name: r.Mask, Max: r.Max, Unsafe: r.Unsafe != "", Else: r.Else != nil, Numbered: e.person != nil && e.person.number != nil, params: r.Params}
	b.Key = func(kind string) DomainKey { return c.domain(cmp.Or(r.Domain, kind)) }
	b.nested = func(name string, n Rule) (Nested, error) {
		inner, err := c.nested(e, r, n, path+"."+name)
		out.parts = append(out.parts, inner)
		return Nested{inner, len(out.parts) - 1}, err
	}
	b.usual = func(masker string) Rule { return c.usual(masker, r.Domain) }
	m, err := factory(b)
	out.fitsIn = func(max int) bool {
		again := *r
		again.Max = max
		m, err := c.tried(&again)
		d, described := m.(Describer)
		return err == nil && described && d.Spec().Output.Chars <= max
	}
	var faults Faults
	switch {
	case errors.Is(err, errInside):
		return nil
	case errors.As(err, &faults): // of parameters that are long
		for _, f := range faults {
			c.fault(f.At, path+"."+f.Path, f.Reason, f.Hint)
		}
		return nil
	}
	if err != nil {
		c.fault(r.At, path, fmt.Sprintf("%s: %v", r.Mask, err), "")
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		if !b.used[name] {
			c.fault(r.At, path, fmt.Sprintf("%s has no parameter %s", r.Mask, quoteWord(name)), spelling.DidYouMean(name, slices.Concat(slices.Sorted(maps.Keys(b.used)), ruleWords)))
		}
	}
	out.masker = m
	if d, ok := m.(Describer); ok {
		out.spec = d.Spec()
	}
	c.settleKeys(e, built{r, b}, out, path)
	if k, ok := m.(Ranker); ok {
		c.ranks = true
		out.group = c.person(&Person{At: r.At, By: k.Group(), Domain: groupDomain}, path)
		out.group.group = true
	}
	if r.Else != nil {
		out.or = c.rule(e, r.Else, path+".else")
		if out.or == nil && r.Else.Mask == Keep {
			c.fault(r.At, path, "else: keep would let a value pass that was not understood", "say why a value may stay by an arm with when")
		}
	}
	return out
}

// tried makes a masker to see what it says of itself; it masks nothing.
func (c *compiler) tried(r *Rule) (Masker, error) {
	factory, ok := c.set[r.Mask]
	if !ok {
		return nil, errInside
	}
	return factory(&Build{
		Name: r.Mask, Max: r.Max, Unsafe: true, Else: r.Else != nil, params: r.Params,
		Key:   func(kind string) DomainKey { return c.key.Domain(c.policy.Audience, kind) },
		usual: func(masker string) Rule { return c.usual(masker, r.Domain) },
		nested: func(_ string, n Rule) (Nested, error) {
			if n.Mask == Keep {
				return Nested{}, nil
			}
			_, err := c.tried(&n)
			return Nested{}, err
		},
	})
}

// settleKeys settles what a rule is keyed by.
func (c *compiler) settleKeys(e *entry, r built, out *rule, path string) {
	out.keying = out.spec.Keying
	out.person = e.person
	kind := cmp.Or(out.spec.Kind, r.Mask)
	if len(r.By) > 0 {
		p := &Person{At: r.At, By: r.By, Domain: cmp.Or(r.Domain, out.spec.Subject)}
		if e.Person != nil {
			p.ElseValue = e.Person.ElseValue
			own, has := c.households[cmp.Or(p.Domain, personDomain)]
			if own || !has {
				p.Household = e.Person.Household
			}
		}
		out.person = c.person(p, path)
	}
	switch out.keying {
	case ByPerson:
		if out.person == nil {
			c.fault(r.At, path, r.Mask+" is keyed by the person, and nothing says who the row is about", "give the table a person:, or the rule a by:")
			return
		}
		out.domain = out.person.domain
		if s := out.spec.Subject; s != "" && r.Domain == "" && out.domain != s {
			c.fault(r.At, path, r.Mask+" is about a "+s+", and the rows are about others", "say by: COLUMN, the "+s+"'s key; the table of each "+s+" has person: {by: COLUMN, domain: "+s+"}")
		}
		if r.Domain != "" && len(r.By) == 0 && r.Domain != out.domain {
			moved := *out.person
			moved.domain, moved.key = r.Domain, c.persons(r.Domain)
			out.person, out.domain = &moved, r.Domain
		}
		out.key = out.person.key
		if out.spec.Named && out.person.number == nil && c.numbered[out.domain] {
			c.fault(r.At, path, "names of persons of the domain "+quoteWord(out.domain)+" are ordered by a number in another table, and this rule knows none: they would differ",
				"give the table's person number: COLUMN, or take number: from the other")
		}
	case ByRow:
		if r.Domain != "" && len(r.By) == 0 {
			out.keying = ByValue
		}
		out.domain = cmp.Or(r.Domain, kind)
		out.key = c.domain(out.domain)
	case ByValue:
		out.domain = cmp.Or(r.Domain, kind)
		out.key = c.domain(out.domain)
	case ByNothing:
	}
	switch out.keying {
	case ByValue:
		c.sameParams(r, out, path)
	case ByPerson:
		c.sameMax(r, out, path)
	}
}

// sameParams holds that the rules of one masker in one domain have the same
// parameters, max among them: otherwise equal values would get different fakes.
func (c *compiler) sameParams(r built, out *rule, path string) {
	first := c.firstOf(r, out)
	if p, q := first.params(), r.params(); first.Max != r.Max || !reflect.DeepEqual(p, q) {
		c.fault(r.At, path, fmt.Sprintf("its parameters differ from those of another %s in the domain %s (line %d): equal values would get different fakes",
			r.Mask, quoteWord(out.domain), first.At.Line), "give both the same parameters, or one of them a domain of its own")
	}
}

// sameMax holds the same of max where fakes are keyed by the person.
func (c *compiler) sameMax(r built, out *rule, path string) {
	if first := c.firstOf(r, out); first.Max != r.Max {
		c.fault(r.At, path, fmt.Sprintf("its max differs from that of another %s of the domain %s (line %d): one person would get different fakes",
			r.Mask, quoteWord(out.domain), first.At.Line), "give both the smaller max")
	}
}

// firstOf gives the first rule of a masker in a domain.
func (c *compiler) firstOf(r built, out *rule) built {
	id := r.build.Name + "\x00" + out.domain
	if _, ok := c.first[id]; !ok {
		c.first[id] = r
	}
	return c.first[id]
}

// A built is a rule and what its factory looked at.
type built struct {
	*Rule
	build *Build
}

// params are the parameters on which fakes depend.
func (r built) params() map[string]any {
	params := map[string]any{}
	for name, v := range r.Params {
		if !r.build.placed[name] {
			params[name] = v
		}
	}
	return params
}

// usual finds the first rule of a masker in a domain and gives its parameters. All such
// rules are looked up at once: a policy can ask for each of its columns.
func (c *compiler) usual(masker, domain string) Rule {
	if c.usuals == nil {
		c.usuals = map[[2]string]Rule{}
		for i := range c.policy.Tables {
			for _, col := range c.policy.Tables[i].Columns {
				for k := range col.Arms {
					for r := &col.Arms[k].Rule; r != nil; r = r.Else {
						if _, ok := c.usuals[[2]string{r.Mask, r.Domain}]; !ok {
							c.usuals[[2]string{r.Mask, r.Domain}] = Rule{Mask: r.Mask, Params: r.Params, Max: r.Max}
						}
					}
				}
			}
		}
	}
	if found, ok := c.usuals[[2]string{masker, domain}]; ok {
		return found
	}
	return Rule{Mask: masker}
}

func (c *compiler) nested(e *entry, outer *Rule, n Rule, path string) (*rule, error) {
	if n.At == (Location{}) {
		n.At = outer.At
	}
	if n.Mask == Keep && n.Draft {
		c.fault(n.At, path, ErrDraft.Error(), draftHint)
	}
	if n.Mask != Keep {
		if len(n.By) == 0 {
			n.By = outer.By
		}
		n.Domain = cmp.Or(n.Domain, outer.Domain)
	}
	before := len(c.faults)
	out := c.rule(e, &n, path)
	if out != nil && out.group != nil {
		return nil, errors.New("a masker that gives places in a group cannot stand inside a rule")
	}
	if out != nil && out.group != nil {
		c.fault(n.At, path, n.Mask+" gives places in a group of rows, and a part of a value has none", "")
	}
	if len(c.faults) > before {
		return out, errInside
	}
	return out, nil
}

// errInside says that a nested rule is at fault, which has been reported.
var errInside = errors.New("mask: a rule inside it is at fault")

// ruleWords are the words of every rule, whatever its masker.
var ruleWords = []string{"mask", "domain", "by", "max", "null", "empty", "else", "reason", "owner", "draft", "unsafe"}

// quoteWord shows a word of the policy, which is no data.
func quoteWord(s string) string { return "\"" + Printable(s) + "\"" }

// lookup finds the value at a path inside a JSON text.
func lookup(text []byte, path []string) ([]byte, error) {
	var raw json.RawMessage = text
	for _, key := range path {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(raw, &object); err != nil {
			return nil, ErrUnfit
		}
		raw = object[key]
		if raw == nil {
			return nil, nil
		}
	}
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return []byte(s), nil
	}
	if len(raw) > 0 && (raw[0] == '{' || raw[0] == '[' || raw[0] == 'n') {
		return nil, nil
	}
	return raw, nil
}

// add takes an entry in. twice says that there is one of the same name.
func (p *Plan) add(e *entry) (twice bool) {
	p.entries = append(p.entries, e)
	same := func(other *entry) bool { return other.Pattern == e.Pattern }
	if !e.named() {
		twice = slices.ContainsFunc(p.patterns, same)
		p.patterns = append(p.patterns, e)
		return twice
	}
	name := schema.FoldASCII(e.Pattern)
	twice = slices.ContainsFunc(p.named[name], same)
	p.named[name] = append(p.named[name], e)
	return twice
}

// candidates are the entries that may apply to a table.
func (p *Plan) candidates(n schema.Name) []*entry {
	found := slices.Concat(p.patterns, p.named[schema.FoldASCII(n.Name)])
	if n.Schema != "" {
		found = append(found, p.named[schema.FoldASCII(n.String())]...)
	}
	return found
}

// find gives the entry that applies to a table, or nil.
func (p *Plan) find(t *schema.Table) (*entry, error) {
	var best, tie *entry
	for _, e := range p.candidates(t.Name) {
		if !e.matches(t.Name, t.FoldsTables()) {
			continue
		}
		switch {
		case best == nil || e.specificity() > best.specificity():
			best, tie = e, nil
		case e.specificity() == best.specificity():
			tie = e
		}
	}
	if tie != nil {
		return nil, &Error{
			Table: t.Name.String(), Err: ErrAmbiguous,
			Hint: "they are " + quoteWord(best.Pattern) + " and " + quoteWord(tie.Pattern) + ": make one more specific, or name the table",
		}
	}
	return best, nil
}
