package detect

import (
	"maps"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Column is a column with what it is taken for.
type Column struct {
	Table  *schema.Table
	Column *schema.Column
	Finding
	// Live says that values name hosts, addresses or secrets that are not reserved.
	Live bool
	// Clock says that it is no date and tells all the same when the row came about: a time
	// as a number, or a counter of rows.
	Clock bool
}

// A Table is a table with its columns.
type Table struct {
	*schema.Table
	Columns []Column
	Rows    int64 // that were counted; 0 where no dump was read
	// Persons says that its rows are persons.
	Persons bool
	// Key names the columns that say which person a row goes with, and Of the table of
	// those persons, where it is known; no columns: nobody knows.
	Key []string
	Of  *schema.Table
	// Household names the column that numbers households of persons; empty: there is none.
	Household string
	// Passing says that its rows are on their way or of the moment: a queue, an outbox,
	// sessions. A copy for tests does not need them.
	Passing bool
}

// A Detector brings evidence of somebody else. It gives the zero Finding where it has
// none; of several findings the most confident counts.
type Detector interface {
	Detect(t *schema.Table, c *schema.Column) Finding
}

// A ValueDetector looks at values of rows, too, where a dump is sampled. It keeps none of
// them and is asked by one goroutine.
type ValueDetector interface {
	Detector
	// Value says of which kind a value is; none if it does not know.
	Value(v []byte) Kind
}

// Options say by what columns are judged. The zero value is what the package brings.
type Options struct {
	Words     *Words     // nil: Builtin
	Detectors []Detector // those that are ValueDetectors are asked for values, too
	Profile   *Profile   // which kinds count; nil: all
	// Watch is shown the statements of a dump that is sampled and the heads of its rows, in
	// their order, each with the chunk's data; nil: nobody.
	Watch func(it *dialects.Item, data []byte)
}

// Columns judges every column of a schema by names, types, comments and keys, in the
// order of the schema. Tables of the server itself are left out.
func Columns(s *schema.Schema, o Options) []Column {
	var all []Column
	for _, t := range Tables(s, o) {
		all = append(all, t.Columns...)
	}
	return all
}

// Tables is Columns by table.
func Tables(s *schema.Schema, o Options) []Table { return judgeTables(s, o, nil) }

// judgeTables judges by values too, where a sampler has seen some.
func judgeTables(s *schema.Schema, o Options, values *sampler) []Table {
	w := o.Words
	if w == nil {
		w = Builtin()
	}
	var declared []*schema.Table
	for _, t := range s.Tables() {
		if !t.Server && !t.Placeholder {
			declared = append(declared, t)
		}
	}
	var tables []*table
	prefix := prefixOf(declared, w)
	for _, t := range declared {
		tables = append(tables, newTable(t, prefix, w))
	}
	natural := naturalKeys(tables)
	people := map[string]*table{} // by the word for one of them
	for _, t := range tables {
		if t.persons() && t.named() {
			people[singular(t.first())] = t
		}
	}
	found := make([][]Finding, len(tables))
	for i, t := range tables {
		found[i] = make([]Finding, len(t.columns))
		for range 2 { // what is found first says what the others are
			t.findAll(found[i], natural, values)
			t.learn(found[i])
		}
	}
	follow(s, tables)
	maps.Copy(natural, sharedKeys(tables, found))
	var all []Table
	for i, t := range tables {
		found := found[i]
		t.findAll(found, natural, values)
		out := Table{Table: t.Table, Persons: t.persons(), Passing: t.name.has("passing")}
		out.Key, out.Of = t.goesWith(s, people)
		out.Household = t.household(out.Key)
		for i, c := range t.Table.Columns {
			for _, d := range o.Detectors {
				if f := d.Detect(t.Table, c); f.Confidence > found[i].Confidence {
					found[i] = f
				}
			}
			out.Columns = append(out.Columns, Column{t.Table, c, o.Profile.apply(found[i]), values.stats(t.Table, c).isLive(), t.columns[i].isClock()})
		}
		all = append(all, out)
	}
	return all
}

// findAll judges all columns, each with what was found about the others before.
func (t *table) findAll(found []Finding, natural map[string]Kind, values *sampler) {
	for i := range t.columns {
		found[i] = t.judge(&t.columns[i], found, natural)
	}
	t.neighbours(found)
	t.company(found)
	for i := range t.columns {
		found[i] = t.weigh(&t.columns[i], found[i], values)
	}
}

// judge combines what name, comment and type of a column say.
func (t *table) judge(c *column, found []Finding, natural map[string]Kind) Finding {
	j := &judge{t: t, c: c, found: found}
	comment := j.words(c.comment)
	if c.name.last(0).is("number") && comment.kind == Organisation { // the number of one
		comment = verdict{}
	}
	f := combine(j.words(c.name), comment)
	if k := natural[schema.FoldASCII(c.Name)]; k != "" && !c.primary && !c.Auto && (k != Username || c.Type.Kind == schema.Text) {
		return Finding{k, likely, ByName, "a number that persons have besides the key of their row"}
	}
	if f.Evidence == 0 {
		f = t.unknown(c)
	}
	if f.Kind == None && f.Confidence < sure && f.Evidence != ByComment && t.mayBePersonal(c) {
		f = Finding{otherwise(c), doubtful, f.Evidence, "a text in a table of persons: " + f.Reason}
	}
	return fit(f, c, t)
}

// weigh holds a finding against the values of the column.
func (t *table) weigh(c *column, f Finding, values *sampler) Finding {
	if c.primary && c.Type.Kind == schema.Integer || c.foreign && f.Kind == None && c.Type.Kind == schema.Integer || c.Auto {
		return f
	}
	return values.stats(t.Table, c.Column).weigh(f, t.personal())
}

// combine weighs the name against the comment. The comment is mostly the more exact of
// the two; a name that says nothing, or something else in a weak voice, gives way.
func combine(name, comment verdict) Finding {
	byName := Finding{name.kind, name.confidence, ByName, name.why}
	byComment := Finding{comment.kind, comment.confidence, ByComment, comment.why}
	switch {
	case name.kind == "" && comment.kind == "":
		return Finding{None, perhaps, 0, "nothing speaks for data of a person"}
	case comment.kind == "":
		return byName
	case name.kind == "":
		return byComment
	case name.kind == comment.kind:
		byName.Evidence |= ByComment
		byName.Confidence = max(name.confidence, comment.confidence)
		if name.kind != None && byName.Confidence < sure && byName.Confidence > doubtful {
			byName.Confidence = likely
		}
		return byName
	case name.kind == None:
		if name.confidence >= sure {
			return byName
		}
		return byComment
	case comment.kind == None:
		if comment.confidence >= likely && (name.confidence < perhaps || name.confidence == perhaps && (name.kind == PersonName || name.kind == OtherPII)) {
			return byComment
		}
		return byName
	case isName(comment.kind) && (name.kind == KanaName || comment.kind == PersonName && isName(name.kind)): // "name" of a column that says which
		byName.Evidence |= ByComment
		return byName
	case comment.confidence >= name.confidence:
		return byComment
	}
	return byName
}

// naturalKeys are the names of columns that look like references and hold a number that
// persons have themselves: a table of theirs has such a column beside its own key.
func naturalKeys(tables []*table) map[string]Kind {
	natural := map[string]Kind{}
	for _, t := range tables {
		if t.subject != person || !t.named() {
			continue
		}
		own := false
		for _, c := range t.columns {
			own = own || len(c.name.units) == 1 && c.name.last(0).text == "id"
		}
		for _, c := range t.columns {
			who := c.name.last(1)
			if own && !c.foreign && c.name.last(0).is("key") && who.is("person") && who.text == singular(t.first()) && len(c.name.units) == 2 {
				k := AccountID
				if isPupil(who.text) {
					k = StudentID
				}
				natural[schema.FoldASCII(c.Name)] = k
			}
		}
	}
	return natural
}

// sharedKeys are the names of texts by which tables of persons know them beside the number
// of the row: other tables have them to say whom they are about.
func sharedKeys(tables []*table, found [][]Finding) map[string]Kind {
	shared := map[string]Kind{}
	for i, t := range tables {
		for k, c := range t.columns {
			name := schema.FoldASCII(c.Name)
			if f := found[i][k]; t.persons() && c.Type.Kind == schema.Text && !c.primary && c.name.last(0).is("key") && name != "id" && !isHash(c.Type) && f.Kind == Username && f.Confidence >= perhaps {
				shared[name] = f.Kind
			}
		}
	}
	return shared
}

// named says whether the table's name is one word, perhaps behind a prefix.
func (t *table) named() bool {
	n := len(t.name.units)
	return n == 1 || n == 2 && len(t.name.units[0].text) <= 4
}

func singular(word string) string {
	if s := singulars(word); len(s) > 0 {
		return s[len(s)-1]
	}
	return word
}

// neighbours judges columns that are parts of one value: name01 and name02, or a name
// beside a family name.
func (t *table) neighbours(found []Finding) {
	if t.hasKind(found, FamilyName) && !t.hasKind(found, GivenName) {
		for i := range t.columns {
			if n := t.columns[i].name; found[i].Kind == PersonName && n.number < 0 && n.bareName() {
				found[i].Kind, found[i].Reason = GivenName, "a name beside a family name"
			}
		}
	}
	for i := range t.columns {
		a := &t.columns[i]
		if found[i].Kind != PersonName || a.name.number != 1 || !a.name.last(0).is("name") {
			continue
		}
		for k := range t.columns {
			b := &t.columns[k]
			if found[k].Kind == PersonName && b.name.number == 2 && sameUnits(a.name, b.name) && (t.hasKind(found, KanaName) || a.Name[len(a.Name)-2] == '0') {
				found[i].Kind, found[i].Reason = FamilyName, "the first of two columns of a name"
				found[k].Kind, found[k].Reason = GivenName, "the second of two columns of a name"
			}
		}
	}
}

func sameUnits(a, b parsed) bool {
	if len(a.units) != len(b.units) {
		return false
	}
	for i := range a.units {
		if a.units[i].text != b.units[i].text {
			return false
		}
	}
	return true
}
