package sqlite

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// typeWords are the words that tell a kind whatever affinity SQLite gives them:
// applications that write them read and write values of that kind.
var typeWords = map[string]schema.Kind{
	"date": schema.Date, "datetime": schema.DateTime, "timestamp": schema.DateTime, "timestamptz": schema.DateTime, "time": schema.Time,
	"bool": schema.Bool, "boolean": schema.Bool, "json": schema.JSON, "jsonb": schema.JSON, "uuid": schema.UUID, "guid": schema.UUID,
	"numeric": schema.Decimal, "decimal": schema.Decimal, "dec": schema.Decimal, "number": schema.Decimal, "money": schema.Decimal,
	"geometry": schema.Geometry, "point": schema.Geometry, "linestring": schema.Geometry, "polygon": schema.Geometry,
	"multipoint": schema.Geometry, "multilinestring": schema.Geometry, "multipolygon": schema.Geometry, "geometrycollection": schema.Geometry,
}

// integerBits are the widths of words that mean less than SQLite's 64 bits.
var integerBits = map[string]int{"tinyint": 8, "smallint": 16, "int2": 16, "mediumint": 24}

// columnType understands the words of a type, in lower case, and the numbers in
// its brackets. Behind the words of typeWords, the rules are those by which
// SQLite finds an affinity (https://www.sqlite.org/datatype3.html, section 3.1).
//
// Its last rule is not followed: a word that fits none of them, such as STRING or
// INET, has numeric affinity, but it is no number that applications keep there.
// Such a column is Unknown, as one without a type: it takes what a masker gives.
func columnType(words string, numbers []int) schema.Type {
	t := schema.Type{Name: words}
	first, _, _ := strings.Cut(words, " ")
	has := func(part string) bool { return strings.Contains(words, part) }
	switch kind, known := typeWords[first]; {
	case known:
		t.Kind = kind
	case has("int"):
		t.Kind, t.Bits, t.Unsigned = schema.Integer, 64, has("unsigned")
		if bits := integerBits[first]; bits > 0 {
			t.Bits = bits
		}
	case has("char"), has("clob"), has("text"):
		t.Kind = schema.Text
	case has("blob"):
		t.Kind = schema.Binary
	case has("real"), has("floa"), has("doub"):
		t.Kind = schema.Float
	}
	switch t.Kind {
	case schema.Text, schema.Binary, schema.Decimal:
		if len(numbers) > 0 {
			t.Length = max(numbers[0], 0)
		}
		if len(numbers) > 1 && t.Kind == schema.Decimal {
			t.Scale = max(numbers[1], 0)
		}
	default:
	}
	return t
}

// typeEnds are the keywords that follow a type: what is neither is one of its words.
var typeEnds = map[string]bool{
	"constraint": true, "primary": true, "not": true, "null": true, "unique": true, "check": true, "default": true,
	"collate": true, "references": true, "generated": true, "as": true, "autoincrement": true, "on": true, "deferrable": true,
}
