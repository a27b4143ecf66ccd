package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// keep is a rule that stays, decided or as a draft.
func keep(draft bool) mask.Rule { return mask.Rule{Mask: mask.Keep, Draft: draft} }

// rule drafts one by the name of a masker and pairs of parameters. What is not of the
// masker's kind goes to the rules that follow it.
func rule(name string, params ...any) mask.Rule {
	r := mask.Rule{Mask: name, Draft: true}
	for i := 0; i+1 < len(params); i += 2 {
		if r.Params == nil {
			r.Params = map[string]any{}
		}
		r.Params[params[i].(string)] = params[i+1]
	}
	return r
}

// or gives a rule another for values that are not of its masker's kind.
func or(r mask.Rule, others ...mask.Rule) mask.Rule {
	if len(others) > 0 {
		other := or(others[0], others[1:]...)
		other.Draft = false
		r.Else = &other
	}
	return r
}

// parts masks all parts of a value alike.
func parts(name string, with mask.Rule) mask.Rule {
	with.Draft = false
	return rule(name, "paths", mask.Rules{{Name: "*", Rule: with}})
}

// candidates are the rules for a group, the best first. The last one keeps it.
func (g *group) candidates() []mask.Rule {
	if g.numbered() {
		return []mask.Rule{keep(false), keep(true)}
	}
	if len(g.columns) > 1 {
		return append(g.joined(), keep(true))
	}
	c := g.columns[0]
	if slices.Contains(c.t.Bounds(), c.Column.Column.Name) { // a fake could belong to no partition
		return []mask.Rule{keep(true)}
	}
	if c.Type().Kind == schema.Bool && !c.Personal() {
		return []mask.Rule{keep(false), keep(true)}
	}
	if !c.Personal() {
		return append(c.plain(), c.last()...)
	}
	return append(c.personal(), c.last()...)
}

// Type is that of the column.
func (c *column) Type() schema.Type { return c.Column.Column.Type }

// numbered says whether the group is the number that the server gives rows, with what
// refers to it.
func (g *group) numbered() bool {
	auto := false
	for _, c := range g.columns {
		if k := c.Type().Kind; k != schema.Integer && k != schema.Decimal || c.Personal() {
			return false
		}
		auto = auto || c.Column.Column.Auto
	}
	return auto
}

// joined are rules under which equal values stay equal, for columns that are joined.
func (g *group) joined() []mask.Rule {
	best := g.columns[0]
	for _, c := range g.columns {
		if c.Personal() && (!best.Personal() || c.Confidence > best.Confidence) {
			best = c
		}
	}
	if !best.Personal() {
		return nil
	}
	switch best.Type().Kind {
	case schema.Text, schema.Unknown:
		hash := rule("hash", "length", g.hashLength())
		if best.Kind == detect.Email {
			return []mask.Rule{or(rule("email"), hash), rule("email"), hash}
		}
		return []mask.Rule{or(rule("format"), hash), rule("format"), hash}
	case schema.Integer:
		return []mask.Rule{best.integer()}
	case schema.UUID:
		return []mask.Rule{rule("uuid")}
	}
	return nil
}

// hashLength is how many digits of a hash the narrowest of the columns holds, as far as
// they are of use.
func (g *group) hashLength() int {
	n := 32
	for _, c := range g.columns {
		if l := c.Type().Length; l > 0 {
			n = min(n, l)
		}
	}
	return n
}

// integer permutes the numbers that the column can hold, in the domain of its kind.
func (c *column) integer() mask.Rule {
	greatest := map[int]int{8: 127, 16: 32767, 24: 8388607, 32: 2147483647}[c.Type().Bits]
	if greatest == 0 {
		greatest = 999_999_999_999
	}
	r := rule("integer", "min", 0, "max", greatest)
	r.Domain = fmt.Sprintf("%s_%d", c.Kind, c.Type().Bits)
	return r
}

// plain are rules for a column in which nothing personal was found. A date moves with the
// person whom it goes with, since it can be known from elsewhere.
func (c *column) plain() []mask.Rule {
	if k := c.Type().Kind; (k == schema.Date || k == schema.DateTime) && c.t.entry.Person != nil && !c.Type().Array {
		return []mask.Rule{or(rule("date", "shift", "26w"), c.any()...), rule("date", "shift", "26w")}
	}
	if c.Column.Column.Generated != schema.NotGenerated { // kept only where nothing that it is made of is masked
		return append([]mask.Rule{keep(true)}, c.byType()...)
	}
	return nil
}

// last are the rules that are left where none fits better.
func (c *column) last() []mask.Rule {
	if c.Personal() && !c.Column.Column.NotNull {
		return []mask.Rule{rule("null"), keep(true)}
	}
	return []mask.Rule{keep(true)}
}

// personal are the rules for a column in which something personal was found.
func (c *column) personal() []mask.Rule {
	var rules []mask.Rule
	for _, r := range c.byKind() {
		if strings.HasPrefix(r.Mask, "person.") && c.t.entry.Person == nil {
			continue
		}
		rules = append(rules, r)
	}
	return append(rules, c.byType()...)
}

// any is the rule that takes whatever a column of the type holds.
func (c *column) any() []mask.Rule {
	switch kind := c.Type().Kind; {
	case kind == schema.Text || kind == schema.Unknown:
		return []mask.Rule{rule("redact")}
	case !c.Column.Column.NotNull:
		return []mask.Rule{rule("null")}
	case kind == schema.Date || kind == schema.DateTime:
		return []mask.Rule{rule("fixed", "value", "1970-01-01")}
	case kind == schema.Integer || kind == schema.Decimal || kind == schema.Float:
		return []mask.Rule{rule("fixed", "value", "0")}
	}
	return nil
}

// code replaces a number or code; where there is no room for a mark, without one.
func (c *column) code() []mask.Rule {
	name := "code"
	if c.Type().Length > 0 { // the mark makes a fake longer than its value
		name = "format"
	}
	var rules []mask.Rule
	for _, others := range [][]mask.Rule{{rule("shape"), rule("redact")}, {rule("shape")}, {rule("redact")}} {
		r := or(rule(name), others...)
		r.Domain = string(c.Kind)
		rules = append(rules, r)
	}
	return rules
}

// byKind are rules that make the kind of data again.
func (c *column) byKind() []mask.Rule {
	if c.Type().Array {
		return []mask.Rule{parts("array", or(rule("shape"), rule("redact")))}
	}
	text := c.Type().Kind == schema.Text || c.Type().Kind == schema.Unknown
	if !text {
		return c.byKindOfOther()
	}
	each := func(name string) []mask.Rule {
		return []mask.Rule{or(rule(name), rule("shape"), rule("redact")), or(rule(name), rule("shape")), or(rule(name), rule("redact"))}
	}
	switch c.Kind {
	case detect.PersonName:
		if isLatin(c) {
			return []mask.Rule{rule("person.romaji")}
		}
		return []mask.Rule{rule("person.name")}
	case detect.FamilyName:
		return []mask.Rule{rule("person.family")}
	case detect.GivenName:
		return []mask.Rule{rule("person.given")}
	case detect.KanaName:
		return each(kanaMasker(c.Column.Column.Name))
	case detect.Nickname:
		return []mask.Rule{rule("nickname")}
	case detect.Email:
		return each("email")
	case detect.Phone:
		return each("phone")
	case detect.PostalCode:
		return each("postal_code")
	case detect.Address:
		return append(each("address"), rule("text"))
	case detect.City:
		return each("city")
	case detect.Region:
		return each("prefecture")
	case detect.BirthDate:
		return append(each("person.birth_date"), each("birth_date")...)
	case detect.Gender:
		return append(each("person.gender"), each("gender")...)
	case detect.NationalID, detect.OrderOrLicence, detect.AccountID, detect.StudentID:
		return c.code()
	case detect.PasswordHash:
		return []mask.Rule{or(rule("password"), rule("token"), rule("shape")), or(rule("token"), rule("redact"))}
	case detect.SecretToken:
		return each("token")
	case detect.IPAddress:
		return each("ip")
	case detect.UserAgent:
		return each("user_agent")
	case detect.DeviceID:
		return each("format")
	case detect.Geo:
		return each("geo")
	case detect.URLProfile:
		return each("url")
	case detect.PaymentCard:
		return each("card")
	case detect.BankAccount:
		return each("bank_account")
	case detect.FreeText:
		return []mask.Rule{rule("text")}
	case detect.PhotoBlob:
		return each("filename")
	case detect.JSONContainer:
		return []mask.Rule{or(parts("json", or(rule("shape"), rule("redact"))), parts("php", or(rule("shape"), rule("redact"))), rule("text"))}
	}
	return nil
}

// byKindOfOther are those for columns that hold no text.
func (c *column) byKindOfOther() []mask.Rule {
	switch c.Type().Kind {
	case schema.Integer:
		switch c.Kind {
		case detect.Phone, detect.PostalCode, detect.PaymentCard, detect.BankAccount, detect.NationalID:
			return []mask.Rule{or(rule("number"), c.any()...), c.integer()}
		case detect.StudentID, detect.AccountID, detect.OrderOrLicence:
			return []mask.Rule{or(c.integer(), rule("number")), c.integer()}
		case detect.Gender:
			return []mask.Rule{or(rule("person.gender"), rule("number"))}
		case detect.Region:
			return []mask.Rule{or(rule("prefecture"), rule("number"))}
		}
	case schema.Date, schema.DateTime:
		if c.Kind == detect.BirthDate {
			others := append([]mask.Rule{rule("date", "to", "year")}, c.any()...)
			return []mask.Rule{or(rule("person.birth_date"), others...), or(rule("birth_date"), others...)}
		}
	case schema.Enum, schema.Set:
		if c.Kind == detect.Gender {
			return []mask.Rule{or(rule("person.gender"), rule("choice"))}
		}
	}
	return nil
}

// byType are rules that fit a type, whatever stands in it.
func (c *column) byType() []mask.Rule {
	if c.Type().Array {
		return []mask.Rule{parts("array", or(rule("shape"), rule("redact"))), parts("array", rule("number"))}
	}
	switch c.Type().Kind {
	case schema.Text, schema.Unknown:
		if c.Type().Labels != nil {
			return []mask.Rule{rule("choice")}
		}
		return []mask.Rule{or(rule("shape"), rule("redact")), rule("shape"), or(rule("format"), rule("redact")), rule("redact")}
	case schema.Integer:
		return []mask.Rule{or(rule("number"), c.any()...), rule("number"), c.integer()}
	case schema.Decimal, schema.Float:
		if c.Kind == detect.Geo {
			return []mask.Rule{or(rule("geo"), c.any()...), or(rule("number"), c.any()...)}
		}
		return []mask.Rule{or(rule("number"), c.any()...)}
	case schema.Date, schema.DateTime:
		return []mask.Rule{or(rule("date", "to", "year"), c.any()...)}
	case schema.Enum, schema.Set:
		return []mask.Rule{rule("choice")}
	case schema.JSON:
		return []mask.Rule{or(parts("json", or(rule("shape"), rule("redact"))), c.any()...), parts("json", or(rule("shape"), rule("redact")))}
	case schema.XML:
		return []mask.Rule{or(parts("xml", rule("text")), c.any()...), parts("xml", rule("text"))}
	case schema.UUID:
		return []mask.Rule{rule("uuid")}
	case schema.IP:
		return []mask.Rule{or(rule("ip"), c.any()...), rule("ip")}
	case schema.MAC:
		return []mask.Rule{or(rule("mac"), c.any()...), rule("mac")}
	case schema.Binary:
		return []mask.Rule{rule("blob", "placeholder", "png")}
	}
	return nil
}

// isLatin says whether a name is written in Latin letters beside another.
func isLatin(c *column) bool {
	name := strings.ToLower(c.Column.Column.Name)
	return strings.Contains(name, "roma") || strings.Contains(c.Column.Column.Comment, "ローマ字")
}

// kanaMasker says which part of a name's reading a column has.
func kanaMasker(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '_' || r == '-' || r == ' ' })
	for _, w := range words {
		switch w {
		case "sei", "last", "family", "kana01", "kana1", "姓":
			return "person.family_kana"
		case "mei", "first", "given", "kana02", "kana2", "名":
			return "person.given_kana"
		}
	}
	return "person.kana"
}
