package builtin

import "github.com/migawari-dev/migawari/mask"

// A Doc describes one masker for users: "migawari maskers" and docs/maskers.md
// are made from it.
type Doc struct {
	Name   string
	Does   string // one line
	More   string // what else one must know; may be empty
	Params []Param
	// Example is a rule that compiles.
	Example mask.Rule
}

// A Param is a parameter of a masker's own. Those that every rule has (domain,
// by, max, null, empty, else, reason, owner, unsafe) are not listed.
type Param struct{ Name, Does string }

// Docs describes the maskers of [Set], and keep, in the order in which a reader
// wants them.
func Docs() []Doc {
	return []Doc{
		{
			Name: mask.Keep, Does: "leaves the value, byte for byte as it is written",
			More:    "What is kept is never decoded. Give a reason where a reader may ask.",
			Example: mask.Rule{Mask: mask.Keep, Reason: "holds no person"},
		},
		{
			Name: "null", Does: "writes NULL",
			More:    "Refused where the column is NOT NULL.",
			Example: mask.Rule{Mask: "null"},
		},
		{
			Name: "fixed", Does: "writes one text for every value",
			Params:  []Param{{"value", "the text; an address, phone or card number that could be somebody's needs unsafe: REASON"}},
			Example: mask.Rule{Mask: "fixed", Params: map[string]any{"value": "-"}},
		},
		{
			Name: "redact", Does: "overwrites the characters, but those at the ends that the rule names",
			More:    "The number of characters stays, so it is for values whose length says nothing. A value that would stay readable as a whole is overwritten as a whole.",
			Params:  []Param{{"with", "the character to write; *"}, {"first", "characters that stay at the beginning; 0"}, {"last", "characters that stay at the end; 0"}},
			Example: mask.Rule{Mask: "redact", Params: map[string]any{"last": 4}},
		},
		{
			Name: "hash", Does: "writes hexadecimal digits that follow from key and value",
			More:    "A keyed pseudorandom function: without the key, a list of possible values does not help. A column of bytes gets bytes.",
			Params:  []Param{{"length", "digits, 8 to 64; 32. From 16 on, two values get one fake with a chance of 2⁻⁶⁴ or less"}},
			Example: mask.Rule{Mask: "hash", Params: map[string]any{"length": 16}},
		},
		{
			Name: "format", Does: "replaces ASCII letters and digits and keeps length, separators and letter case",
			More:    "FF1 (NIST SP 800-38G) for patterns of a million values and more, below that a keyed permutation. Other characters, and a value with nothing to replace, are refused or go to else:.",
			Example: mask.Rule{Mask: "format", Domain: "student_no", Else: &mask.Rule{Mask: "shape"}},
		},
		{
			Name: "token", Does: "replaces a secret by another of the same alphabet and length",
			More:    "Hexadecimal digits stay hexadecimal, base 62 stays base 62; other ASCII characters keep their place.",
			Example: mask.Rule{Mask: "token"},
		},
		{
			Name: "integer", Does: "permutes the integers of a range: a key stays a key",
			More:    "A value outside of the range is refused or goes to else:. The range does not follow the column, so that keys and what refers to them agree.",
			Params:  []Param{{"min", "1"}, {"max", "2147483647"}},
			Example: mask.Rule{Mask: "integer", Params: map[string]any{"min": 1, "max": 99999999}},
		},
		{
			Name: "number", Does: "draws a number, with as many digits as the value or between two bounds",
			Params:  []Param{{"min", "with max: the least number"}, {"max", "with min: the greatest number"}},
			Example: mask.Rule{Mask: "number", Params: map[string]any{"min": 0, "max": 100}},
		},
		{
			Name: "uuid", Does: "replaces a UUID by one of the same version and spelling",
			More:    "The nil and the max UUID stay. A column of 16 bytes has the bytes.",
			Example: mask.Rule{Mask: "uuid"},
		},
		{
			Name: "date", Does: "moves a date by whole weeks, or makes it coarser; the notation stays",
			More:    "All dates of a person move alike, so their order stays. 0000-00-00, 0001-01-01, 1900-01-01, 9999-12-31 and infinity stay. ISO, slashes, eight digits and Japanese eras are read; a time of day stays under shift and becomes midnight under to.",
			Params:  []Param{{"shift", "Nw: up to N weeks either way, never none; needs a person"}, {"to", "month, quarter, year or school_year (the 2nd of April on or before it)"}},
			Example: mask.Rule{Mask: "date", Params: map[string]any{"shift": "26w"}},
		},
		{
			Name: "choice", Does: "draws one of a list, or one of the labels of an enum",
			Params:  []Param{{"of", "the list"}},
			Example: mask.Rule{Mask: "choice", Params: map[string]any{"of": []any{"red", "green", "blue"}}},
		},
		{
			Name: "password", Does: "writes a hash of the same form that nothing matches",
			More:    "Algorithm and cost stay. What has no known form, such as a password in clear, becomes a text that is no hash.",
			Params:  []Param{{"hash_file", "a file whose first line is the hash of a test password, for chosen rows"}},
			Example: mask.Rule{Mask: "password"},
		},
		{
			Name: "regex", Does: "writes a text that matches a pattern",
			Params:  []Param{{"pattern", "RE2 syntax"}},
			Example: mask.Rule{Mask: "regex", Params: map[string]any{"pattern": "[A-Z]{2}-[0-9]{6}"}},
		},
		{
			Name: "template", Does: "writes a text with fakes of other maskers in it",
			Params:  []Param{{"text", "{NAME key=value} stands for the fake of that masker for the same value; {{ and }} are braces"}},
			Example: mask.Rule{Mask: "template", Params: map[string]any{"text": "user-{hash length=12}"}, Domain: "user"},
		},
		{
			Name: "shape", Does: "treats each value as what it looks like: e-mail, UUID, code; anything else becomes a handle",
			More:    "For columns that hold different things, such as a login name. Equal values stay equal and different ones different.",
			Example: mask.Rule{Mask: "shape"},
		},
	}
}
