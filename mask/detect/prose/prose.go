// Package prose finds what is personal in running text: the values of package value
// and the names and addresses of package name. What it finds may be replaced; what it
// does not find is not free of persons. docs/text.md says how much it finds.
package prose

import (
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask/detect/name"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// A Finding is something personal in a text: Value, or Name where that is none.
type Finding struct {
	Start, End int // bytes
	Value      value.Kind
	Name       name.Kind
	Family     int // see [name.Finding]
}

// Kind is a word for what was found.
func (f Finding) Kind() string {
	if f.Value == value.None {
		return f.Name.String()
	}
	return f.Value.String()
}

// Find appends what is in a text, in its order. Findings do not overlap: a value
// outweighs a name. Dates are left out unless they are somebody's birthday, and what
// is as likely something else, but for numbers that may be phones.
func Find(dst []Finding, text []byte, locales ...*fake.Locale) []Finding {
	var valueRoom [16]value.Finding
	var nameRoom [16]name.Finding
	names := name.Find(nameRoom[:0], text)
	passed := 0 // names that end before what comes
	free := 0   // where the last value ends
	add := func(until int) {
		for ; passed < len(names) && names[passed].End <= until; passed++ {
			if f := names[passed]; f.Start >= free {
				dst = append(dst, Finding{Start: f.Start, End: f.End, Name: f.Kind, Family: f.Family})
			}
		}
	}
	for _, f := range value.Find(valueRoom[:0], text, locales...) {
		if f.Kind == value.Date || f.Sure == value.Possible && f.Kind != value.Phone && f.Kind != value.MyNumber {
			continue
		}
		add(f.Start)
		dst = append(dst, Finding{Start: f.Start, End: f.End, Value: f.Kind})
		for free = f.End; passed < len(names) && names[passed].Start < free; {
			passed++ // it overlaps
		}
	}
	add(len(text))
	return dst
}
