package builtin

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/gofake"
	"github.com/migawari-dev/migawari/mask"
)

// A Doc describes one masker for users: "migawari maskers" and docs/maskers.md
// are made from it. What the masker says about itself is in words here.
type Doc struct {
	Name   string
	Does   string // one line
	More   string // what else one must know; may be empty
	Params []Param
	// Example is a rule that compiles.
	Example mask.Rule
	// Values are values of a column that the example is for.
	Values []string

	KeyedBy string // what a fake depends on, besides key, audience and domain
	Domain  string // where the rule names none; empty if a fake depends on nothing
	Equal   string // which values count as one
	Apart   string // whether different values stay different, but for a chance of 2⁻⁶⁴
	Longest string // the longest fake
	Types   string // of columns that can hold the fakes
}

// A Param is a parameter of a masker's own. Those that every rule has (domain,
// by, max, null, empty, else, reason, owner, draft, unsafe) are not listed.
type Param struct{ Name, Does string }

// Docs describes keep and the maskers of [Set], in the order in which a reader
// wants them. What the locale decides, such as the longest name, is that of l.
func Docs(l *fake.Locale) []Doc {
	docs := docs()
	for i := range docs {
		docs[i].describe(specOf(&docs[i], l))
	}
	return docs
}

// describe fills in what the masker says about itself, where the words are not
// there: they are where it depends on parameters, which the example has.
func (d *Doc) describe(s mask.Spec) {
	d.KeyedBy = cmp.Or(d.KeyedBy, map[mask.Keying]string{
		mask.ByValue: "the value", mask.ByPerson: "the person", mask.ByRow: "the person or row, and the value", mask.ByNothing: "nothing",
	}[s.Keying])
	d.Domain = cmp.Or(d.Domain, map[mask.Keying]string{
		mask.ByValue: s.Kind, mask.ByPerson: "the person's", mask.ByRow: s.Kind,
	}[s.Keying])
	if s.Keying == mask.ByValue || s.Keying == mask.ByRow {
		d.Equal = cmp.Or(d.Equal, "values of the same bytes")
	}
	d.Apart = cmp.Or(d.Apart, map[mask.Distinct]string{
		mask.Repeats: "no", mask.Budgeted: "yes", mask.Injective: "yes",
	}[s.Distinct])
	if s.Output.Chars > 0 {
		d.Longest = cmp.Or(d.Longest, fmt.Sprintf("%d characters", s.Output.Chars))
	}
	d.Longest = cmp.Or(d.Longest, "as the value")
	d.Types = cmp.Or(d.Types, types(s.Output))
}

// types lists the types of columns that can hold what a masker writes.
func types(o mask.Output) string {
	if o.AnyKind {
		return "any"
	}
	names := []string{schema.Text.String()}
	for _, k := range o.Kinds {
		names = append(names, k.String())
	}
	return strings.Join(names, ", ")
}

// specOf builds a masker from its example, to hear what it says about itself.
func specOf(d *Doc, l *fake.Locale) mask.Spec {
	if d.Name == mask.Keep { // which is no masker
		return mask.Spec{Keying: mask.ByNothing, Distinct: mask.Injective, Output: mask.Output{AnyKind: true}}
	}
	var s mask.Spec
	set := Set(l)
	factory := set[d.Example.Mask]
	set[d.Example.Mask] = func(b *mask.Build) (mask.Masker, error) {
		m, err := factory(b)
		if err != nil {
			return nil, err
		}
		s = m.(mask.Describer).Spec()
		return m, nil
	}
	column := mask.Column{Name: "column", Arms: []mask.Arm{{Rule: d.Example}}}
	table := mask.Table{Pattern: "table", Person: &mask.Person{By: []string{"id"}}, Columns: []mask.Column{column}}
	if _, err := mask.Compile(&mask.Policy{Tables: []mask.Table{table}}, mask.EphemeralKey(), set); err != nil {
		panic("builtin: the example of " + d.Name + " does not compile: " + err.Error()) // a test compiles them all
	}
	return s
}

// Rule gives the example as a policy has it, in the flow style of YAML.
func (d *Doc) Rule() string { return ruleText(&d.Example) }

func ruleText(r *mask.Rule) string {
	words := []string{"mask: " + r.Mask}
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		words = append(words, name+": "+scalarText(r.Params[name]))
	}
	if len(r.By) > 0 {
		words = append(words, "by: "+strings.Join(r.By, ", "))
	}
	for _, w := range []struct{ name, value string }{{"domain", r.Domain}, {"reason", r.Reason}, {"unsafe", r.Unsafe}} {
		if w.value != "" {
			words = append(words, w.name+": "+scalarText(w.value))
		}
	}
	if r.Else != nil {
		words = append(words, "else: "+ruleText(r.Else))
	}
	if len(words) == 1 {
		return r.Mask
	}
	return "{" + strings.Join(words, ", ") + "}"
}

// scalarText writes a value of a rule. Texts with anything but letters and digits
// are quoted, lists in brackets.
func scalarText(v any) string {
	switch v := v.(type) {
	case string:
		if strings.ContainsFunc(v, func(r rune) bool { return !isWord(r) }) || v == "" {
			return "'" + strings.ReplaceAll(v, "'", "''") + "'"
		}
		return v
	case []any:
		items := make([]string, len(v))
		for i := range v {
			items[i] = scalarText(v[i])
		}
		return "[" + strings.Join(items, ", ") + "]"
	case mask.Rule:
		return ruleText(&v)
	case mask.Rules:
		items := make([]string, len(v))
		for i := range v {
			items[i] = scalarText(v[i].Name) + ": " + ruleText(&v[i].Rule)
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	return fmt.Sprint(v)
}

func isWord(r rune) bool {
	return r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// What several maskers have in common.
const (
	textEqual = "texts that are alike in NFC"
	asRule    = "as the rule says"
	asParts   = "as the maskers inside"
	byHome    = "the household, or the person who has none"
	bySchool  = "the school, which by: or the table's person: names"
)

// nestedDoc fills in what all maskers that take a value apart have in common.
func nestedDoc(d Doc) Doc {
	d.Params = []Param{
		{"paths", "a map of rules by path, keep among them; \"*\" speaks for what no path finds, and is required"},
		{"of", "the rule for every part, short for paths with \"*\" alone"},
	}
	if slices.Contains([]string{"json", "php", "yaml"}, d.Name) {
		d.Params = append(d.Params, Param{"numbers", "the rule for numbers that no path finds; that of \"*\""}, Param{"booleans", "the same for true and false"})
	}
	d.KeyedBy, d.Domain, d.Equal, d.Apart, d.Longest = asParts, asParts, asParts, "no", asParts
	return d
}

// pathRules gives rules by path that are the names of maskers.
func pathRules(pairs ...string) mask.Rules {
	var rules mask.Rules
	for pair := range slices.Chunk(pairs, 2) {
		rules = append(rules, mask.NamedRule{Name: pair[0], Rule: bare(pair[1])})
	}
	return rules
}

// splitParams are those of maskers of what can be split over several columns.
var splitParams = []Param{{"parts", "the columns of a value that is split, in their order: each gets its part of the fake of the whole"}}

// atSchool is a rule that is about the school that a column names.
func atSchool(name string) mask.Rule { return mask.Rule{Mask: name, By: []string{"id"}} }

// checks are the words for check characters.
var checks = strings.Join(fake.CheckNames(), ", ")

func bare(name string) mask.Rule { return mask.Rule{Mask: name} }

func with(name string, params map[string]any) mask.Rule { return mask.Rule{Mask: name, Params: params} }

func docs() []Doc {
	return []Doc{
		// What takes no notice of the value.
		{
			Name: mask.Keep, Does: "leaves the value, byte for byte as it is written",
			More:    "What is kept is never decoded. Give a reason where a reader may ask.",
			Example: mask.Rule{Mask: mask.Keep, Reason: "holds no person"}, Values: []string{"grade 3"},
		},
		{
			Name: "null", Does: "writes NULL",
			More:    "Refused where the column is NOT NULL.",
			Example: bare("null"), Values: []string{"a picture"},
		},
		{
			Name: "fixed", Does: "writes one text for every value",
			Params:  []Param{{"value", "the text; an address, phone or card number that could be somebody's needs unsafe: REASON"}},
			Example: with("fixed", map[string]any{"value": "-"}), Values: []string{"something"},
			Longest: asRule, Types: "those that can hold the text",
		},
		{
			Name: "redact", Does: "overwrites the characters, but those at the ends that the rule names",
			More:    "The number of characters stays, so it is for values whose length says nothing. A value that would stay readable as a whole is overwritten as a whole.",
			Params:  []Param{{"with", "the character to write; *"}, {"first", "characters that stay at the beginning; 0"}, {"last", "characters that stay at the end; 0"}},
			Example: with("redact", map[string]any{"last": 4}), Values: []string{"4242424242424242", "abc"},
		},

		// What keeps values apart, for keys and codes.
		{
			Name: "hash", Does: "writes hexadecimal digits that follow from key and value",
			More:    "A keyed pseudorandom function: without the key, a list of possible values does not help. A column of bytes gets bytes.",
			Params:  []Param{{"length", "digits, 8 to 64; 32"}},
			Example: with("hash", map[string]any{"length": 16}), Values: []string{"tanaka"},
			Equal: textEqual, Apart: "yes, from length 16 on", Longest: asRule,
		},
		{
			Name: "format", Does: "replaces ASCII letters and digits and keeps length, separators and letter case",
			More:    "FF1 (NIST SP 800-38G) for patterns of a million values and more, below that a keyed permutation. Other characters, a value with nothing to replace, and one with a wrong check character, are refused or go to else:.",
			Params:  []Param{{"keep", "characters that stay at the beginning, such as the year of entry of a student number; 0"}, {"check", "the rule by which the check character follows anew: " + checks}},
			Example: mask.Rule{Mask: "format", Domain: "student_no", Else: &mask.Rule{Mask: "shape"}}, Values: []string{"23001001", "S-2023/007", "23b1234"},
			Domain: "format", // not the example's
		},
		{
			Name: "code", Does: "does as format does, and marks the fake so that it opens nothing: for licences, orders, tokens, ids at other services",
			More:    "The mark is a prefix, by which the fake is longer than the value; or, as long as the value, a part that no code has, or a wrong check character. A part cannot keep codes apart: there are no more codes of a length than values. What format refuses is refused or goes to else:, as does, with check, a value whose own check character is wrong.",
			Params:  []Param{{"prefix", "the mark before it; FAKE-"}, {"part", "the mark in place of its first characters"}, {"check", "the rule that the fake breaks: " + checks}},
			Example: bare("code"), Values: []string{"ABCD-1234-EFGH", "20230401-0007"},
			Apart: "yes, but not with part", Longest: "as the value and the prefix",
		},
		{
			Name: "token", Does: "replaces a secret by another of the same alphabet and length",
			More:    "Hexadecimal digits stay hexadecimal, base 62 stays base 62; other ASCII characters keep their place.",
			Example: bare("token"), Values: []string{"9f86d081884c7d65", "sk_live_4eC39HqLyjWDarjtT1zdp7dc"},
		},
		{
			Name: "integer", Does: "permutes the integers of a range: a key stays a key",
			More:    "A value outside of the range is refused or goes to else:. The range does not follow the column, so that keys and what refers to them agree. A counter (AUTO_INCREMENT, a sequence) goes on behind the greatest fake: where new rows come, let max leave it room.",
			Params:  []Param{{"min", "1"}, {"max", "2147483647"}},
			Example: with("integer", map[string]any{"min": 1, "max": 99999999}), Values: []string{"42", "000042"},
			Longest: "as the longer bound",
		},
		{
			Name: "uuid", Does: "replaces a UUID by one of the same version and spelling",
			More:    "The nil and the max UUID stay. A column of 16 bytes has the bytes.",
			Example: bare("uuid"), Values: []string{"f81d4fae-7dec-41d0-a765-00a0c91e6bf6", "{F81D4FAE-7DEC-41D0-A765-00A0C91E6BF6}"},
			Equal: "spellings of one UUID",
		},
		{
			Name: "shape", Does: "treats each value as what it looks like: e-mail, UUID, code; anything else becomes a handle",
			More:    "For columns that hold different things, such as a login name. It does what email, uuid, format and username do, in their domains, so an address joins with those of an email column. With max below 16 an address becomes a handle too. There are too few phones, IP addresses, dates and names that belong to nobody to keep values apart, so these become handles. With distinct: false they become what they are, as phone, ip, postal_code, url, card, my_number, bank_account, mac, birth_date and token make it, in their domains; a name becomes another name by the value, and a text becomes filler. A unique column then refuses it.",
			Params:  []Param{{"distinct", "whether different values stay different; true"}},
			Example: bare("shape"), Values: []string{"taro@school.ed.jp", "23001001", "ひなた", "03-1234-5678"},
			KeyedBy: "the value", Domain: asParts, Equal: asParts,
		},

		// Made-up persons.
		{
			Name: "person.name", Does: "writes the name of the made-up person whom the row is about",
			More:    "All person.* of one person agree. A name is written as the value was: order, separator, script, case, width, honorific, reading in brackets; the parts are those that the value has. A value that is no name goes to else:, or becomes something of its own shape. Where max, or without it 20 characters and the length of the value, do not hold it all, the brackets go first, then honorific and title, then the given name, and what is still too long is cut.",
			Example: bare("person.name"), Values: []string{"山田太郎", "YAMADA, Taro", "山田 太郎（ヤマダ タロウ）様", "★"},
		},
		{
			Name: "person.family", Does: "writes the family name of the same person",
			More:    "What is no name goes to else:, or becomes something of its own shape.",
			Example: bare("person.family"), Values: []string{"山田", "Yamada"},
		},
		{
			Name: "person.given", Does: "writes the given name of the same person",
			More:    "What is no name goes to else:, or becomes something of its own shape.",
			Example: bare("person.given"), Values: []string{"太郎", "Taro"},
		},
		{
			Name: "person.kana", Does: "writes the reading of the same person's name",
			More:    "Katakana, hiragana, half-width katakana or Latin letters, as the value is. What is no name is refused or goes to else:.",
			Example: bare("person.kana"), Values: []string{"ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ", "やまだ　たろう"},
		},
		{
			Name: "person.family_kana", Does: "writes the reading of the family name",
			More:    "What is no name is refused or goes to else:.",
			Example: bare("person.family_kana"), Values: []string{"ヤマダ"},
		},
		{
			Name: "person.given_kana", Does: "writes the reading of the given name",
			More:    "What is no name is refused or goes to else:.",
			Example: bare("person.given_kana"), Values: []string{"タロウ"},
		},
		{
			Name: "person.romaji", Does: "writes the same person's name in Latin letters",
			More:    "What is no name is refused or goes to else:.",
			Example: bare("person.romaji"), Values: []string{"Taro YAMADA", "yamada taro"},
		},
		{
			Name: "person.email", Does: "writes an e-mail address that fits the person's name, under a domain that belongs to nobody",
			More:    "All addresses of a person in one domain are one. For a column by which tables are joined, take email. What is no address is refused or goes to else:.",
			Example: bare("person.email"), Values: []string{"taro@school.ed.jp", "TARO@CORP.COM"},
			Apart: "persons, unless max is below 25",
		},
		{
			Name: "person.phone", Does: "writes the person's phone number, which reaches nobody, in the notation of the value",
			More:    "The mobile phone is the person's, the home phone the household's, of the area of person.address. What is no number is refused or goes to else:.",
			Params:  splitParams,
			Example: bare("person.phone"), Values: []string{"090-1234-5678", "+81 3 1234 5678"},
		},
		{
			Name: "person.username", Does: "writes an account name that fits the person's name",
			More:    "Separator and case are the value's.",
			Example: bare("person.username"), Values: []string{"taro_y", "TARO"},
			Apart: "persons, unless max is below 13",
		},
		{
			Name: "person.birth_date", Does: "draws another day of the same Japanese school year, the same for all dates of birth of a person",
			More:    "A school year runs from 2 April to 1 April, so grade and age stay right. The notation stays, one of those of date. A time of day becomes midnight. Dates that stand for none stay. What is no date is refused or goes to else:.",
			Params:  []Param{{"order", "month or day: what stands first in 4/2/2012"}},
			Example: bare("person.birth_date"), Values: []string{"2012-04-02", "平成24年4月2日", "20120402"},
		},
		{
			Name: "person.gender", Does: "writes the sex that fits the made-up given name, in the notation of the value",
			More:    "1/2, M/F, male/female, 男/女 and the like; a code for a third sex becomes one of the two, codes for none stay. What is no such code is refused or goes to else:.",
			Example: bare("person.gender"), Values: []string{"M", "female", "2", "0"},
		},
		{
			Name: "person.address", Does: "writes the address of the made-up household, which its members share",
			More:    "A prefecture at the beginning becomes the household's; the rest is as in address. All person.prefecture, .city, .postal_code and home phones of a household agree with it, in whatever columns they stand.",
			KeyedBy: byHome, Example: bare("person.address"), Values: []string{"東京都千代田区千代田1-1", "1-1 Chiyoda, Tokyo"},
		},
		{
			Name: "person.postal_code", Does: "writes the postal code of the same address",
			More:    "It is of no place, and so of no prefecture. Codes of other countries are refused or go to else:.",
			Params:  splitParams,
			KeyedBy: byHome, Example: bare("person.postal_code"), Values: []string{"100-0001", "〒1000001"},
		},
		{
			Name: "person.prefecture", Does: "writes the prefecture of the same address, in the notation of the value",
			More:    "Name with or without 都, 府 or 県, or number. Codes for none and for abroad stay. Other values are refused or go to else:.",
			KeyedBy: byHome, Example: bare("person.prefecture"), Values: []string{"東京都", "東京", "13"},
		},
		{
			Name: "person.city", Does: "writes the municipality of the same address, in the script of the value",
			More:    "A municipality code gets the prefecture of the household and the number 999, which none has. A value without letters is refused or goes to else:.",
			KeyedBy: byHome, Example: bare("person.city"), Values: []string{"千代田区", "131016"},
		},
		{
			Name: "nickname", Does: "writes a word by which people call themselves and which has nothing to do with the person",
			More:    "In the script and case of the value. A value without letters becomes something of its own shape.",
			Example: bare("nickname"), Values: []string{"たろう", "taro99"}, Equal: textEqual,
		},

		// Made-up ways to reach somebody.
		{
			Name: "username", Does: "writes an account name in the shape of the value",
			More:    "An e-mail address stays one, digits stay digits, kana and kanji become kana, everything else small letters and digits. The length is not the value's.",
			Example: bare("username"), Values: []string{"taro_y", "20250315", "ひなた"},
			Equal: "texts that are alike in NFC and without case", Apart: "yes, unless max is below 13",
		},
		{
			Name: "email", Does: "writes an e-mail address under a domain that belongs to nobody",
			More:    "Two domains stay two, and keep their class: schools are under example.ed.jp, .com under example.com. A name before the address becomes another. What is no address, or more than one, is refused or goes to else:.",
			Example: bare("email"), Values: []string{"taro@school.ed.jp", "Taro@School.ED.JP", "山田 太郎 <taro@corp.co.jp>"},
			Equal: "addresses that differ in case only", Apart: "yes, unless max is below 25",
		},
		{
			Name: "phone", Does: "writes a phone number that reaches nobody, in the notation of the value",
			More:    "Mobile numbers stay mobile. A number split over several columns becomes pieces that are no number together, unless parts names them; in a column of integers the leading zero stays lost. There are too few numbers that belong to nobody to keep values apart. What is no number is refused or goes to else:.",
			Params:  splitParams,
			Example: bare("phone"), Values: []string{"090-1234-5678", "(03) 1234-5678", "０９０１２３４５６７８"},
			Equal: "notations of one number",
		},
		{
			Name: "postal_code", Does: "writes a postal code of no place, in the notation of the value",
			More:    "000-xxxx in the locale ja, 000xx in en. There are too few to keep values apart. Codes of other countries are refused or go to else:.",
			Params:  splitParams,
			Example: bare("postal_code"), Values: []string{"100-0001", "〒1000001"}, Equal: "notations of one code",
		},
		{
			Name: "address", Does: "writes an address of no place",
			More:    "A prefecture at the beginning stays; municipality, town and building are of a closed list of names that no place has; numbers become others. Not longer than the value. A value without letters is refused or goes to else:.",
			Example: bare("address"), Values: []string{"東京都千代田区千代田1-1", "1-1 Chiyoda, Tokyo"}, Equal: textEqual,
		},
		{
			Name: "ip", Does: "writes an IP address of nobody, in the notation of the value",
			More:    "Public addresses become such of 198.18.0.0/15 and 2001:db8::/32, private ones others of their range; loopback stays. A network stays one. An address is the same as text, number and bytes. There are too few of version 4 to keep values apart. Lists are refused or go to else:.",
			Example: bare("ip"), Values: []string{"8.8.8.8", "10.1.2.3", "2001:4860::8888"}, Equal: "notations of one address",
		},

		{
			Name: "mac", Does: "writes a MAC address that no maker has given out, in the notation of the value",
			More:    "By its second bit it is administered locally. One of 64 bits (macaddr8) joins with the one of 48 that it is made of. The addresses of none and of all stay. What is no address is refused or goes to else:.",
			Example: bare("mac"), Values: []string{"00:1B:44:11:3A:B7", "001b.4411.3ab7"}, Equal: "notations of one address",
		},
		{
			Name: "url", Does: "writes a URL of nothing, under a host that belongs to nobody",
			More:    "http or https and www. stay, and the extension of a file; the path becomes a token, user, port, query and fragment fall away. A host is the same as in email. What is no URL of the web is refused or goes to else:.",
			Example: bare("url"), Values: []string{"https://twitter.com/taro", "http://www.school.ed.jp/photo/1.jpg?size=2"},
			Equal: "URLs that differ in the case of scheme and host only", Apart: "yes, unless max is below 33",
		},
		{
			Name: "user_agent", Does: "writes what every user of the same browser, major version and system sends",
			More:    "Device, build and what an app adds fall away; what is no browser becomes one word for all. Nothing is drawn.",
			Example: bare("user_agent"), Values: []string{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1", "ClassPad/1.2 (SM-T510; user 123)"},
		},
		{
			Name: "geo", Does: "writes coordinates of a place in the open sea, with as many places behind the point",
			More:    "A latitude or longitude, both with a comma or space between, POINT(longitude latitude), or a column of geometry that holds a point of longitude and latitude. A single number beyond 90 is a longitude, any other a latitude unless axis says otherwise. Zero stands for none and stays. Anything else is refused or goes to else:.",
			Params:  []Param{{"axis", "latitude or longitude, for columns of one number"}},
			Example: bare("geo"), Values: []string{"35.6895", "139.6917", "35.6895,139.6917"},
		},
		{
			Name: "filename", Does: "writes a name that says nothing and keeps its extension",
			More:    "Folders become other folders, so that a tree stays a tree; where max, or without it 64 characters and the length of the value, do not hold them, they go. A URL is refused or goes to else:.",
			Example: bare("filename"), Values: []string{"1A_山田太郎.jpg", "uploads/2023/report.pdf"},
			Equal: textEqual, Apart: "yes, unless max is below 19",
		},

		// What schools know.
		{
			Name: "school", Does: "writes the name of a school that does not exist",
			More:    "What says of what kind it is and who founded it stays, as does a prefecture before its founder; the rest is of closed lists, in the script of the value. Not longer than the value. A value with nothing else than such words is refused or goes to else:.",
			Example: bare("school"), Values: []string{"千代田区立番町小学校", "東京都立日比谷高等学校", "Tokyo High School"}, Equal: textEqual,
		},
		{
			Name: "school_code", Does: "writes a MEXT school code that no school has and whose check digit is right",
			More:    "Kind of school, prefecture and founder stay; the number begins with 0, as no school's does. What is no code that a school can have is refused or goes to else:.",
			Example: bare("school_code"), Values: []string{"B101210000018", "F112310102342"},
		},
		{
			Name: "school.name", Does: "writes the name of the made-up school that a row names, whole or short",
			More:    "All school.* of one school agree, wherever they stand: by: COLUMN is the school's key, and the table of schools has person: {by: COLUMN, domain: school}. Kind and founder stay as in school, a prefecture before its founder becomes the school's, and 第三中 counts as a name. Not longer than the value, so that a short name can be another than the whole one's where there is room for one character only.",
			Example: atSchool("school.name"), Values: []string{"千代田区立番町小学校", "番町小", "東京都立日比谷高等学校"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.code", Does: "writes a MEXT school code that no school has, of the school's prefecture",
			More:    "Kind and founder stay. One of a million for each of them: a unique column takes school_code, by the value. What is no code that a school can have is refused or goes to else:.",
			Example: atSchool("school.code"), Values: []string{"B101210000018"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.domain", Does: "writes the school's domain, which belongs to nobody and has the number of the code",
			More:    "Its class stays: .ed.jp becomes sch004571.example.ed.jp; so does a www. before it. What is no domain is refused or goes to else:.",
			Example: atSchool("school.domain"), Values: []string{"www.bancho.ed.jp", "BANCHO.ED.JP"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.email", Does: "writes the address of the school's office, under its domain",
			More:    "One for each school. What is no address is refused or goes to else:.",
			Example: atSchool("school.email"), Values: []string{"info@bancho.ed.jp"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.phone", Does: "writes the school's phone number, which reaches nobody, of the area of its prefecture",
			More:    "In the notation of the value. What is no number is refused or goes to else:.",
			Params:  splitParams,
			Example: atSchool("school.phone"), Values: []string{"03-1234-5678", "+81 3 1234 5678"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.address", Does: "writes the address of the school",
			More:    "As person.address does for a household: prefecture, municipality, postal code and phone agree with it.",
			Example: atSchool("school.address"), Values: []string{"東京都千代田区千代田1-1"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.postal_code", Does: "writes the postal code of the same address",
			More:    "It is of no place, and so of no prefecture.",
			Params:  splitParams,
			Example: atSchool("school.postal_code"), Values: []string{"100-0001"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.prefecture", Does: "writes the prefecture of the same address, in the notation of the value",
			More:    "Codes for none and for abroad stay. Other values are refused or go to else:.",
			Example: atSchool("school.prefecture"), Values: []string{"東京都", "13"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.city", Does: "writes the municipality of the same address, in the script of the value",
			More:    "A municipality code gets the school's prefecture and the number 999, which none has.",
			Example: atSchool("school.city"), Values: []string{"千代田区", "131016"},
			KeyedBy: bySchool, Domain: "school",
		},
		{
			Name: "school.class", Does: "writes the name of another class of the grade, permuted anew for each school",
			More:    "As class_name does, whose permutation is one for the whole domain.",
			Example: atSchool("school.class"), Values: []string{"1年A組", "3-2"},
			KeyedBy: bySchool, Domain: "school", Apart: "classes of a school: letters and numbers yes, words no",
		},
		{
			Name: "class_name", Does: "writes the name of another class of the grade",
			More:    "The grade stays. Letters and numbers are permuted inside it and keep apart, words become flowers and do not: a class for special needs looks like any other. Not longer than the value. A value without a label is refused or goes to else:.",
			Example: bare("class_name"), Values: []string{"1年A組", "3-2", "302", "ひまわり組"}, Equal: textEqual,
			Apart: "letters and numbers yes, words no",
		},
		{
			Name: "attendance_no", Does: "permutes attendance numbers, or has them and the made-up names in one order",
			More:    "permute takes 1 to 45, 46 to 99 and so on up to 999 among themselves, and names sorted by kana do not follow. With order_by_number the number stays and the names follow it, for which the table's person says number: COLUMN. renumber counts the pupils of a class from 1 on in the order of their made-up names; class: names the columns that a class has in common, and the dump must be a file, since it is read twice. 0 stays. Who has the list of a class can try so few numbers out: school, class and names must be masked too.",
			Params:  []Param{{"policy", "permute, order_by_number or renumber. permute"}, {"class", "with renumber: the column that pupils of one class have in common, or a list of columns"}},
			Example: bare("attendance_no"), Values: []string{"7", "07", "45"}, Equal: "spellings of one number",
		},
		{
			Name: "prefecture", Does: "draws another prefecture, in the notation of the value",
			More:    "Name with or without 都, 府 or 県, or number. Codes for none and for abroad stay. All are as likely. Other values are refused or go to else:.",
			Example: bare("prefecture"), Values: []string{"東京都", "東京", "13", "01"}, Equal: textEqual,
		},
		{
			Name: "city", Does: "draws a municipality that does not exist, in the script of the value",
			More:    "A municipality code keeps its prefecture and gets the number 999, which none has, and the right check digit. A value without letters is refused or goes to else:.",
			Example: bare("city"), Values: []string{"千代田区", "Chiyoda-ku", "131016"}, Equal: textEqual,
		},
		{
			Name: "birth_date", Does: "draws another day of the same Japanese school year by the value",
			More:    "What person.birth_date does, for rows that are about nobody. A day has the same fake in all notations.",
			Params:  []Param{{"order", "month or day: what stands first in 4/2/2012"}},
			Example: bare("birth_date"), Values: []string{"2012-04-02", "平成24年4月2日", "20120402"}, Equal: "notations of one day",
		},
		{
			Name: "gender", Does: "draws one of the two sexes, in the notation of the value",
			More:    "It fits no name; for that there is person.gender. Codes for none stay. What is no such code is refused or goes to else:.",
			Example: bare("gender"), Values: []string{"M", "female", "2", "0"},
		},

		// Numbers with which one pays or is registered.
		{
			Name: "card", Does: "writes the number of a payment card under which none is issued: 0 at the front, a right check digit",
			More:    "Groups and width stay. Last digits alone, or behind stars, become others. There are too few to keep values apart. What is no card is refused or goes to else:.",
			Example: bare("card"), Values: []string{"4111 1111 1111 1111", "378282246310005", "1234"}, Equal: "notations of one card",
		},
		{
			Name: "bank_account", Does: "writes a bank account of nobody, in the notation of the value",
			More:    "An IBAN keeps its country and has the check digits 00; a Japanese account with its bank has the bank code 9999; any other number is of zeros but for the last three digits. There are too few to keep values apart. Numbers of one and two digits, which are kinds of account, and what is no account, are refused or go to else:.",
			Example: bare("bank_account"), Values: []string{"1234567", "0001-123-1234567", "DE89370400440532013000"}, Equal: "notations of one account",
		},
		{
			Name: "my_number", Does: "writes an individual number (マイナンバー) with a wrong check digit",
			More:    "The law forbids to hold a right one. What is no number with a right check digit is refused or goes to else:.",
			Example: bare("my_number"), Values: []string{"123456789018", "1234-5678-9018"},
		},

		// Dates, numbers, labels.
		{
			Name: "date", Does: "moves a date by whole weeks, or makes it coarser; the notation stays",
			More: "All dates of a person move alike, so their order stays. ISO 8601, slashes, dots, eight digits, month names in English, RFC 2822, Japanese eras and years (also with the day of the week, wide digits or kanji) and BC are read; 4/2/2012 only with order. " +
				"A time of day and its zone stay as written under shift, weeks being those of the local calendar, and become midnight under to. What would leave the range of the column or notation becomes its first or last day. " +
				"Dates that stand for none stay: 0000-00-00, 0001-01-01, 1753-01-01, 1900-01-01, 2999-12-31, 9999-01-01, 9999-12-31, infinity, -infinity, and 1970-01-01 with the time 00:00:00, 00:00:01 or 09:00:00; with unit 0, -1 and the greatest number of 32 or 64 bits. " +
				"Dates with a part that is zero, two digits for the year, weeks or days of the year, and a time alone are not of this kind. " +
				"Two dates of one person stay two, unless one of them stands for none or is at an end of the range.",
			Params: []Param{
				{"shift", "Nw: up to N weeks either way, never none; needs a person"},
				{"to", "month, quarter, year, school_year (the 2nd of April on or before it) or age_band (five years, from one divisible by five)"},
				{"order", "month or day: what stands first in 4/2/2012"},
				{"unit", "s, ms or us, with shift: the value is a number of them since 1970"},
			},
			Example: with("date", map[string]any{"shift": "26w"}), Values: []string{"2023-04-07", "2023-04-07 09:10:11", "令和5年4月7日", "Fri, 7 Apr 2023 09:10:11 +0900"},
			KeyedBy: "the person; with to: nothing", Apart: "with shift, those of a person: a unique key may hold them beside the person's columns",
		},
		{
			Name: "number", Does: "draws a number, with as many digits as the value or between two bounds",
			Params:  []Param{{"min", "with max: the least number"}, {"max", "with min: the greatest number"}},
			Example: with("number", map[string]any{"min": 0, "max": 100}), Values: []string{"73", "4.5"},
			Equal: "spellings of one number", Longest: asRule,
		},
		{
			Name: "choice", Does: "draws one of a list, or one of the labels of an enum or of what a CHECK lists",
			Params:  []Param{{"of", "the list; without it, the labels of the column or what its CHECK lists"}},
			Example: with("choice", map[string]any{"of": []any{"red", "green", "blue"}}), Values: []string{"violet"},
			Longest: asRule, Types: "those that can hold the texts",
		},

		// Secrets and texts.
		{
			Name: "password", Does: "writes a hash of the same form that nothing matches",
			More:    "Algorithm and cost stay. What has no known form, such as a password in clear, becomes a text that is no hash.",
			Params:  []Param{{"hash_file", "a file whose first line is the hash of a test password, for chosen rows"}},
			Example: bare("password"), Values: []string{"$2y$10$4PgwtJN0ZWbUxd9ibZ2Iqzvnt/bvA8KsTl6wLuJyom2AKNB60hXJG", "secret"},
			Longest: "as the value, or 21 characters",
		},
		{
			Name: "blob", Does: "writes an empty file of the type that the first bytes of the value are of",
			More: "PNG, JPEG, GIF, WebP, BMP, ICO, SVG, PDF, docx, xlsx, pptx, odt, ods, odp, other zips and gzip; what is of another type is not of this kind. Nothing of the value passes, and nothing is unpacked. In a column of text only SVG is.",
			Params: []Param{
				{"placeholder", "the type to write whatever the value: png, jpg, gif, webp, bmp, ico, svg, pdf, docx, xlsx, pptx, odt, ods, odp, zip or gz"},
				{"size", "class: as long as the greatest power of two that the value has bytes, up to 1 MiB"},
			},
			Example: bare("blob"), Values: []string{"<svg><text>Alice</text></svg>"},
			Longest: "as the value, or 2184 bytes", Types: "binary, text",
		},
		{
			Name: "text", Does: "writes filler of the same script that says of itself that it is none",
			More:    "As many lines; not longer than the value, and only the class of its length shows. Two rows with the same text get different fillers, unless the rule names a domain. With mode: substitute the text stays, but for what can be found in it: what other columns of the row hold gets their fakes, addresses, phones, cards and the like get those of email, phone and so on, and names become other names. It misses names: see text.md before you use it. There the longest fake is max, or 16383 characters; a text that would be longer becomes filler.",
			Params:  []Param{{"mode", "filler, or substitute; filler"}},
			Example: bare("text"), Values: []string{"体調不良のため欠席。\n保護者から連絡。", "Absent because of a cold, says the mother."}, Equal: textEqual,
		},
		{
			Name: "regex", Does: "writes a text that matches a pattern",
			More:    "A repetition without an upper bound goes to at most 8 more than its lower bound.",
			Params:  []Param{{"pattern", "RE2 syntax"}},
			Example: with("regex", map[string]any{"pattern": "[A-Z]{2}-[0-9]{6}"}), Values: []string{"AB-123456"},
			Equal: textEqual, Apart: "if the pattern has 64 bits of choice", Longest: asRule,
		},
		{
			Name: "template", Does: "writes a text with fakes of other maskers in it",
			Params:  []Param{{"text", "{NAME key=value} stands for the fake of that masker for the same value; {{ and }} are braces"}},
			Example: mask.Rule{Mask: "template", Params: map[string]any{"text": "user-{hash length=12}"}, Domain: "user"}, Values: []string{"tanaka"},
			KeyedBy: asParts, Domain: asParts, Equal: asParts, Apart: asParts, Longest: asRule,
		},

		// What has parts, each with a rule of its own.
		nestedDoc(Doc{
			Name: "json", Does: "masks the parts of JSON, each by the rule of its path; every other byte stays",
			More:    "Key order, white space, the spelling of numbers and repeated keys stay. A number or boolean goes to its rule as text, and stays one where the fake is. NUL, half of a surrogate pair and more than 1000 levels are refused, as is what is no JSON, or go to else:.",
			Example: with("json", map[string]any{"paths": pathRules("$.tel", "phone", "$.plan", "keep", "*", "shape")}),
			Values:  []string{`{"tel": "03-1234-5678", "plan": "free", "login": "taro@school.ed.jp"}`},
		}),
		nestedDoc(Doc{
			Name: "php", Does: "masks the parts of what PHP's serialize() wrote, and counts lengths anew",
			More:    "Sessions, name|value, are read too. A private property has the name without its class; an array's element is found by its name or index. Lengths are those of UTF-8; where they are not, and where a class serialised itself, the value is refused or goes to else:. What is serialised twice takes php as the rule of a part.",
			Example: with("php", map[string]any{"paths": pathRules("$.name", "nickname", "$.level", "keep", "*", "text")}),
			Values:  []string{`a:3:{s:4:"name";s:6:"太郎";s:5:"level";i:3;s:4:"memo";s:15:"引っ越した";}`},
		}),
		nestedDoc(Doc{
			Name: "array", Does: "masks the elements of an array of PostgreSQL",
			More:    "The rules are held against the type of the elements. Bounds, dimensions and NULL stay.",
			Example: with("array", map[string]any{"of": bare("email")}),
			Values:  []string{`{taro@school.ed.jp,NULL,hana@school.ed.jp}`},
			Types:   "text, arrays",
		}),
		nestedDoc(Doc{
			Name: "xml", Does: "masks the texts, attributes, comments and instructions of XML",
			More:    "Paths are $.student.name for the text of an element, $.student['@id'] for an attribute, '#comment' and '?target' for the others. Tags, the white space between them and declarations of name spaces stay. A DOCTYPE that could declare entities is refused, as is what is not well-formed, or goes to else:.",
			Example: with("xml", map[string]any{"paths": pathRules("$.student['@grade']", "keep", "*", "text")}),
			Values:  []string{`<student grade="3"><memo>転校した &amp; 戻った</memo></student>`},
		}),
		nestedDoc(Doc{
			Name: "yaml", Does: "masks the scalars of YAML, as programs write it into columns",
			More:    "Tags, anchors and indentation stay; a text that is masked stands in double quotes. Refused, or sent to else:, are comments, plain scalars over several lines and more than one document.",
			Example: with("yaml", map[string]any{"paths": pathRules("$[':hide_mail']", "keep", "*", "shape")}),
			Values:  []string{"---\n:hide_mail: '1'\n:gtalk: taro@school.ed.jp\n"},
		}),
		nestedDoc(Doc{
			Name: "base64", Does: "masks what is written in base64",
			More:    "Alphabet, padding and lines stay. The rule may be json, php or any other.",
			Example: with("base64", map[string]any{"of": with("json", map[string]any{"of": bare("shape")})}),
			Values:  []string{"eyJsb2dpbiI6InRhcm9Ac2Nob29sLmVkLmpwIn0="},
		}),
		nestedDoc(Doc{
			Name: "hstore", Does: "masks the values of PostgreSQL's hstore",
			Example: with("hstore", map[string]any{"paths": pathRules("$.tel", "phone", "*", "shape")}),
			Values:  []string{`"tel"=>"03-1234-5678", "fax"=>NULL`},
		}),
		nestedDoc(Doc{
			Name: "composite", Does: "masks the fields of a composite of PostgreSQL",
			More:    "The value does not name its fields: paths count them from 0.",
			Example: with("composite", map[string]any{"paths": pathRules("$[0]", "postal_code", "*", "text")}),
			Values:  []string{`(100-0001,"千代田区, 千代田")`},
		}),
		nestedDoc(Doc{
			Name: "range", Does: "masks the bounds of a range or multirange of PostgreSQL",
			More:    "The bounds are $[0] and $[1]; those of a multirange have the number of their range before them. What the fakes would turn round is turned back, since the server refuses such a range.",
			Example: with("range", map[string]any{"of": with("date", map[string]any{"shift": "26w"})}),
			Values:  []string{"[2023-04-01,2023-04-15)"},
		}),
		nestedDoc(Doc{
			Name: "query", Does: "masks the values of a URL's query, or of a form",
			More:    "With or without the question mark. What stands without = is masked too. A whole URL is refused or goes to else:.",
			Example: with("query", map[string]any{"paths": pathRules("$.page", "keep", "*", "shape")}),
			Values:  []string{"mail=taro%40school.ed.jp&page=2"},
		}),
		{
			Name: "gofakeit.FUNCTION", Does: "writes what a function of gofakeit makes up, by the value",
			More:    "Every function of gofakeit " + gofake.Version + " by its name, such as firstname or FirstName, with its own parameters: English, without regard to what else the row holds. Nothing tells such a fake from a real value. Functions that depend on more than the seed are refused, and those whose results could be somebody's address, number or code need unsafe: REASON. For a column with a limit say max: longer texts are cut.",
			Params:  []Param{{"those of the function", "as gofakeit calls them"}},
			Example: mask.Rule{Mask: "gofakeit.color", Max: 20}, Values: []string{"violet"},
			Domain: "gofakeit.FUNCTION", Equal: textEqual, Longest: "max", Types: "numbers, for functions that give numbers",
		},
	}
}
