package verify

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// A picker takes from the rows of the raw dump what is to be looked for.
type picker struct {
	forms     *forms
	canonical []rune
	found     []value.Finding
	// The parts of a name in this row, and the column of the first.
	family, given []byte
	named         int
}

// value gives what is looked for of a value: itself, if it tells of anybody, and what is in
// it of known kinds. ok says whether there is anything.
func (p *picker) value(col *column, as *schema.Column, v []byte, see func(canonical []rune)) (ok bool) {
	switch kind := as.Type.Kind; {
	case col.few, kind == schema.Bool, kind == schema.Enum, kind == schema.Set, isTime(kind), kind == schema.Integer && !col.decision.Masked:
		return false
	}
	if mayBeDate(v) && p.isMoment(v) {
		return false
	}
	one := func(part []byte) {
		p.canonical = cutNeedle(p.forms.append(p.canonical[:0], part[:min(len(part), longestPart)]))
		if tellsOf(p.canonical) {
			see(p.canonical)
			ok = true
		}
	}
	if !col.leaves {
		one(v)
	}
	if col.inner && len(v) > shortestText {
		p.found = value.Find(p.found[:0], v)
		for _, f := range p.found {
			if tells(f) && (f.Start > 0 || f.End < len(v)) {
				one(v[f.Start:f.End])
			}
		}
	}
	return ok
}

// longestPart is as much of a value as is read for its canonical form.
const longestPart = 16 * longestNeedle

// mayBeDate says whether a value has a digit and no more letters than a date.
func mayBeDate(v []byte) bool {
	if len(v) > longestDate {
		return false
	}
	letters, digits := 0, 0
	for _, c := range v {
		switch {
		case isDigit(c):
			digits++
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			letters++
		case c == '@':
			return false
		}
	}
	return letters <= longestMonth && digits > 0
}

// isMoment says whether a value is a date, or one with a time of day behind it.
func (p *picker) isMoment(v []byte) bool {
	p.found = value.Find(p.found[:0], v)
	if len(p.found) == 0 || p.found[0].Start > 0 || p.found[0].Kind != value.Date && p.found[0].Kind != value.BirthDate {
		return false
	}
	for _, c := range v[p.found[0].End:] {
		if !isDigit(c) && !strings.ContainsRune(" T:.+-Z", rune(c)) {
			return false
		}
	}
	return true
}

const (
	longestDate  = 48
	longestMonth = 12 // with the day of the week
)

// name notes the parts of a person's name in a row. One alone is a word that many have, and
// stands in titles and streets; both beside each other are the person.
func (p *picker) name(col *column, v []byte) {
	if col.family {
		p.family, p.named = append(p.family[:0], v...), col.number
	}
	if col.given {
		p.given = append(p.given[:0], v...)
	}
}

const (
	familyName = "family_name"
	givenName  = "given_name"
)

// names gives the whole names of a row that is read, in both orders.
func (p *picker) names(see func(canonical []rune)) {
	if len(p.family) > 0 && len(p.given) > 0 {
		for _, parts := range [...][2][]byte{{p.family, p.given}, {p.given, p.family}} {
			p.canonical = cutNeedle(p.forms.append(p.forms.append(p.canonical[:0], parts[0]), parts[1]))
			if tellsOf(p.canonical) {
				see(p.canonical)
			}
		}
	}
	p.family, p.given = p.family[:0], p.given[:0]
}

// shortestText is how long a value is that is looked into.
const shortestText = 16

// isCommon says whether values of a kind are so few that they stand everywhere. They are
// held against their own place alone.
func isCommon(kind string) bool {
	switch kind {
	case "date", "birth_date", "gender", "number", "integer", "choice", "prefecture", "city", "class_name", "attendance_no", "postal_code", "user_agent":
		return true
	}
	return false
}

// isWhole are the kinds whose values are one thing, in which nothing of another kind stands.
func isWhole(kind string) bool {
	switch kind {
	case "email", "phone", "person_name", "family_name", "given_name", "kana_name", "ip_address", "mac", "uuid", "payment_card", "bank_account", "my_number", "school_code", "password":
		return true
	}
	return false
}

// isTime are the types whose values are moments: nothing else can stand there.
func isTime(k schema.Kind) bool {
	switch k {
	case schema.Date, schema.Time, schema.DateTime, schema.Year, schema.Interval:
		return true
	}
	return false
}
