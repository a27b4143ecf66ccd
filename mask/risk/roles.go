package risk

import (
	"slices"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// A role is what a column is for an attacker.
type role string

const (
	noRole role = ""
	school role = "school"
	class  role = "class"
	number role = "number" // in a class
	birth  role = "birth"
	sex    role = "sex"
	postal role = "postal"
	name   role = "name" // of a person
	family role = "family"
	given  role = "given"
)

// kindRoles are the roles of kinds of data, in the words of maskers and of detectors.
var kindRoles = map[string]role{
	"school": school, "school_code": school, "class_name": class, "attendance_no": number, "birth_date": birth, "gender": sex, "postal_code": postal,
	"person_name": name, "family_name": family, "given_name": given,
}

// thingRoles are things after which columns are named, which say so where no kind does.
var thingRoles = map[string]role{
	"school": school, "gakko": school, "gakkou": school, "学校": school, "学校名": school,
	"class": class, "homeroom": class, "kumi": class, "学級": class, "クラス": class, "組": class, "年組": class,
	"rollno": number, "出席番号": number,
}

// numberedRoles are things of which the number says it.
var numberedRoles = map[string]role{"attendance": number, "roll": number, "seat": number, "shusseki": number, "syusseki": number, "出席": number}

// named gives the role that the name of a column says: that of the thing which it is named
// after, and not of whatever stands before or behind it. A year of a school is a year.
func named(column string) role {
	words, refers := detect.Builtin().Thing(column)
	if len(words) == 0 {
		return noRole
	}
	thing := words[len(words)-1]
	if r := numberedRoles[thing]; refers && r != noRole {
		return r
	}
	return thingRoles[thing]
}

// togethers are roles that identify together: class lists hang on kitchen walls, and most
// people are alone with their day of birth, sex and postal code.
var togethers = [][]role{{school, class, number}, {birth, sex, postal}, {school, birth}, {school, class, birth, sex}, {school}, {postal}, {birth}}

// rolesOf gives the roles of the columns of rows: by the masker, by what the column is taken
// for, or by its name.
func rolesOf(t *schema.Table, columns []*schema.Column, decisions []mask.Decision) []role {
	alone := schema.New(schema.Fold{})
	own := t.Clone()
	if !own.Declared {
		own.Columns = columns
	}
	alone.Put(own)
	kinds := map[string]string{}
	for _, c := range detect.Columns(alone, detect.Options{}) {
		kinds[c.Column.Name] = string(c.Kind)
	}
	roles := make([]role, len(columns))
	for i, c := range columns {
		for _, k := range append(decisions[i].Kinds(), kinds[c.Name]) {
			if roles[i] == noRole {
				roles[i] = kindRoles[k]
			}
		}
		if r := named(c.Name); r != noRole && (roles[i] == noRole || roles[i] == name) {
			roles[i] = r
		}
	}
	return roles
}

// sets are the columns of a table that identify together: each set of roles of which the
// table has two at least, or the one there is.
func sets(roles []role) [][]int {
	var all [][]int
	for _, together := range togethers {
		var set []int
		for _, r := range together {
			if i := slices.Index(roles, r); i >= 0 {
				set = append(set, i)
			}
		}
		if (len(set) >= 2 || len(together) == 1 && len(set) == 1) && !slices.ContainsFunc(all, func(other []int) bool { return slices.Equal(other, set) }) {
			all = append(all, set)
		}
	}
	return all
}
