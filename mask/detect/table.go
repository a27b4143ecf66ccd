package detect

import (
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A subject is what the rows of a table are about.
type subject uint8

const (
	unknown      subject = iota
	person               // somebody
	deal                 // what somebody has entered into
	organisation         // a company, a school
	thing                // neither
)

// A table is a table with what its columns are judged by.
type table struct {
	*schema.Table
	name    parsed
	columns []column // in the order of the table's
	subject subject
	// mail: of e-mail addresses; message: of what persons have written; catalogue: of
	// what the operator has; log: of what happened; pairs: of keys and values.
	mail, message, catalogue, log, pairs bool
	// refers: a column says which person the row goes with.
	refers bool
	// holds: several columns were found to hold what names or reaches a person.
	holds bool
}

// A column is a column with its name and comment in words.
type column struct {
	*schema.Column
	name, comment parsed
	primary       bool // the primary key, by itself
	foreign       bool // refers to another table
}

// prefixOf is what the names of most tables begin with, if it is short or nobody knows it: it
// stands for the program.
func prefixOf(tables []*schema.Table, w *Words) string {
	const least, short = 4, 3
	begin := map[string]int{}
	for _, t := range tables {
		if i := strings.IndexByte(t.Name.Name, '_'); i > 0 {
			begin[t.Name.Name[:i+1]]++
		}
	}
	for prefix, n := range begin {
		if word := strings.ToLower(prefix[:len(prefix)-1]); n >= least && 2*n > len(tables) && (len(word) <= short || !w.knows(spelt(word))) {
			return prefix
		}
	}
	return ""
}

// newTable reads the names of a table, which begins with what stands for the program.
func newTable(t *schema.Table, prefix string, w *Words) *table {
	tb := &table{Table: t, name: w.parse(strings.TrimPrefix(t.Name.Name, prefix))}
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	in := w.initialsOf(t.Name.Name, names)
	for _, c := range t.Columns {
		own := column{Column: c, name: w.parseOf(in, c.Name), comment: w.parse(label(c.Comment))}
		if in := w.parse(bracketed(c.Comment)); in.last(0).kind() == KanaName { // 氏名（カナ）
			own.comment = in
		}
		tb.columns = append(tb.columns, own)
	}
	for _, k := range t.Keys {
		for _, p := range k.Parts {
			for i := range tb.columns {
				c := &tb.columns[i]
				if c.Name == p.Column {
					c.primary = c.primary || k.Kind == schema.Primary && len(k.Parts) == 1
					c.foreign = c.foreign || k.Kind == schema.Foreign
				}
			}
		}
	}
	tb.cutPrefix()
	tb.about(tb.name)
	if comment := w.parse(label(t.Comment)); tb.subject == unknown && len(comment.units) > 0 {
		tb.about(comment)
	}
	keyed, valued := false, false
	for _, c := range tb.columns {
		last, before := c.name.last(0), c.name.last(1)
		valued = valued || last.is("pair")
		keyed = keyed || last.is("key") && last.text == "key" || last.text == "name" || last.is("thing") && (last.text == "field" || last.text == "property" || last.text == "attribute")
		tb.message = tb.message || c.name.isReply() && c.Type.Kind != schema.Text
		tb.refers = tb.refers || (last.is("key") || last.is("number")) && before.is("person") ||
			last.is("person") && !strings.HasSuffix(last.text, "s") && len(c.name.units) == 1 && c.Type.Kind == schema.Integer && c.Type.Bits >= 32
	}
	tb.pairs = valued && (keyed || len(tb.columns) <= 6)
	return tb
}

// cutPrefix takes the words off with which most columns begin, if they stand for the table.
func (t *table) cutPrefix() {
	const least = 3
	for {
		begin, cut := map[string]int{}, false
		for _, c := range t.columns {
			if n := c.name.units; len(n) > 1 && t.isPrefix(n[0]) {
				begin[n[0].text]++
			}
		}
		for i := range t.columns {
			n := &t.columns[i].name
			if len(n.units) > 1 && begin[n.units[0].text] >= least && 2*begin[n.units[0].text] > len(t.columns) {
				n.units, cut = n.units[1:], true
			}
		}
		if !cut {
			return
		}
	}
}

// isPrefix says whether a word before others can stand for the table: nobody knows it, or it
// is short, or it names a thing as the table's name does.
func (t *table) isPrefix(u unit) bool {
	const short = 3
	return u.classes == nil || len(u.text) <= short || (u.is("thing") || u.is("message")) && u.kind() == "" && subjectOf(u) != person && subjectOf(u) != deal &&
		slices.ContainsFunc(t.name.units, func(n unit) bool { return n.text == u.text })
}

// about finds out what the rows are about: the last word of the table's name that says
// so, but for those that only carry what stands before them.
func (t *table) about(name parsed) {
	t.log = t.log || name.has("log")
	carried := unknown
	for i := len(name.units) - 1; i >= 0; i-- {
		u := name.units[i]
		t.message = t.message || t.subject == unknown && u.is("message")
		t.catalogue = t.catalogue || t.subject == unknown && i == len(name.units)-1 && u.is("catalogue")
		t.mail = t.mail || u.kind() == Email
		s := subjectOf(u)
		switch {
		case u.text == "contact" && i > 0 && name.units[i-1].is("organisation"): // whom to reach there
			t.subject = person
			return
		case u.is("carrier") || u.kind() != "" && s == unknown || u.is("log") || u.is("message"):
			if carried == unknown {
				carried = s
			}
		case s != unknown:
			t.subject = s
			return
		case t.subject == unknown && carried == unknown && u.classes == nil && !t.message && slices.ContainsFunc(name.units[:i], func(of unit) bool { return subjectOf(of) != unknown }):
			carried = thing // an unknown head: customer_widgets are widgets
		}
	}
	if !slices.ContainsFunc(name.units, func(u unit) bool { return u.classes != nil }) {
		carried = unknown
	}
	t.subject = carried
}

func subjectOf(u unit) subject {
	switch {
	case u.is("person"):
		return person
	case u.is("deal"):
		return deal
	case u.is("organisation"):
		return organisation
	case u.is("thing"):
		return thing
	}
	return unknown
}

// personal says whether a row goes with a person.
func (t *table) personal() bool { return t.subject == person || t.subject == deal || t.refers }

// persons says whether the rows are persons.
func (t *table) persons() bool {
	return t.subject == person && !t.catalogue && !t.message && !t.log && !t.name.has("passing")
}

// goesWith finds the columns that say which person a row goes with: the own key of a
// table of persons, or what refers to such a table, by a foreign key before a mere name.
func (t *table) goesWith(s *schema.Schema, people map[string]*table) ([]string, *schema.Table) {
	if k := t.PrimaryKey(); t.persons() && k != nil {
		var by []string
		for _, p := range k.Parts {
			if p.Column == "" {
				return nil, nil
			}
			by = append(by, p.Column)
		}
		if of := t.refersTo(s, people, by); of != nil && of != t.Table {
			return by, of // the profile of somebody
		}
		return by, t.Table
	}
	for i := range t.Keys {
		k := &t.Keys[i]
		if k.Kind != schema.Foreign || len(k.Parts) != 1 {
			continue
		}
		if of := t.refersTo(s, people, []string{k.Parts[0].Column}); of != nil {
			return []string{k.Parts[0].Column}, of
		}
	}
	for _, c := range t.columns {
		who := c.name.last(1)
		if !c.name.last(0).is("key") && !c.name.last(0).is("number") || !who.is("person") || c.Type.Kind == schema.Unknown {
			continue
		}
		if of := people[singular(who.text)]; of != nil && len(keyColumns(of.Table)) == 1 && of.Table.Column(keyColumns(of.Table)[0]).Type.Kind == c.Type.Kind {
			return []string{c.Name}, of.Table
		}
	}
	return nil, nil
}

// household finds the column that numbers who lives together: a reference to households
// that is not by what the rows are known. A number beside it is none: of family members.
func (t *table) household(key []string) string {
	if !t.personal() {
		return ""
	}
	for _, c := range t.columns {
		last, before := c.name.last(0), c.name.last(1)
		numbered := (last.is("key") || last.is("number")) && before.is("household") && len(c.name.units) == 2 || last.is("household") && last.kind() == AccountID
		if numbered && !slices.Contains(key, c.Name) && !c.primary {
			return c.Name
		}
	}
	return ""
}

// refersTo finds the table of persons that columns refer to by a foreign key.
func (t *table) refersTo(s *schema.Schema, people map[string]*table, columns []string) *schema.Table {
	for i := range t.Keys {
		k := &t.Keys[i]
		if k.Kind != schema.Foreign || !slices.EqualFunc(k.Parts, columns, func(p schema.Part, column string) bool { return p.Column == column }) {
			continue
		}
		for _, of := range people {
			if of.Table == s.Table(k.RefTable) {
				return of.Table
			}
		}
	}
	return nil
}

func keyColumns(t *schema.Table) []string {
	var names []string
	if k := t.PrimaryKey(); k != nil {
		for _, p := range k.Parts {
			names = append(names, p.Column)
		}
	}
	return names
}

// learn draws from the columns what the table is about, where its name did not say it:
// whatever has a birthday or a family name is a person.
func (t *table) learn(found []Finding) {
	var kinds []Kind
	for _, f := range found {
		if f.Confidence >= likely && !slices.Contains(kinds, f.Kind) {
			kinds = append(kinds, f.Kind)
		}
	}
	has := func(k Kind) bool { return slices.Contains(kinds, k) }
	contacts := 0
	for _, k := range [...]Kind{Email, Phone, Address, PostalCode, PasswordHash, Gender} {
		if has(k) {
			contacts++
		}
	}
	names := has(PersonName) || has(FamilyName) || has(GivenName) || has(KanaName)
	t.refers = t.refers || has(NationalID) || has(StudentID) || has(AccountID) || has(BankAccount) || has(PaymentCard) || has(Gender) || has(Username) || has(Nickname) || has(Email)
	many := 0
	for _, f := range found {
		if f.Confidence >= likely && f.Personal() && f.Kind != FreeText && f.Kind != JSONContainer && f.Kind != Organisation {
			many++
		}
	}
	t.holds = t.subject != organisation && (contacts >= 2 || names && contacts > 0 || many >= 3 && t.subject != thing)
	t.message = t.message || contacts > 0 && t.name.has("message")
	switch {
	case t.subject == person || t.subject == deal || t.subject == organisation:
	case has(FamilyName) || has(BirthDate) || has(GivenName) || has(StudentID) && contacts > 0:
		t.subject = person
	case contacts >= 2 && (t.subject == unknown || t.name.has("person")):
		t.subject = person
	}
}

// isClock says whether a column tells when its row came about without being a date: by a
// number for a time, or by one that counts rows as they come. The key of the row counts
// them, too, and has to stay for others to refer to.
func (c *column) isClock() bool {
	if c.Type.Kind != schema.Integer && c.Type.Kind != schema.Decimal || c.primary || c.foreign || c.Type.Bits > 0 && c.Type.Bits < 32 {
		return false
	}
	last := c.name.last(0)
	return c.Auto || last.is("clock") || last.is("date")
}

// hasKind says whether one of the columns was found to be of a kind.
func (t *table) hasKind(found []Finding, k Kind) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Kind == k })
}

// mostWords is how many words the label of a column has at most.
const mostWords = 7

// label is the part of a comment that says what a column is: up to the first sign.
func label(comment string) string {
	comment = strings.TrimSpace(comment)
	if i := strings.IndexAny(comment, "\n\t（(【[:：,、。;；/=＝「"); i > 0 {
		comment = comment[:i]
	}
	comment = strings.TrimSuffix(comment, ".")
	if strings.Count(comment, " ") >= mostWords { // a sentence, that names many things
		return ""
	}
	if len(comment) > 80 {
		return ""
	}
	return comment
}

// bracketed is what stands in the first brackets of a comment.
func bracketed(comment string) string {
	if i := strings.IndexAny(comment, "(（"); i >= 0 {
		rest := comment[i:]
		if k := strings.IndexAny(rest, ")）"); k > 0 && k < 40 {
			return rest[:k]
		}
	}
	return ""
}
