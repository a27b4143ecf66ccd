package postgres

import (
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// types are the server's own types (documentation, chapter 8) and those of the
// extensions that dumps meet most. "char", in quotes, is one byte.
var types = map[string]schema.Type{
	"smallint": {Kind: schema.Integer, Bits: 16}, "int2": {Kind: schema.Integer, Bits: 16},
	"integer": {Kind: schema.Integer, Bits: 32}, "int": {Kind: schema.Integer, Bits: 32}, "int4": {Kind: schema.Integer, Bits: 32},
	"bigint": {Kind: schema.Integer, Bits: 64}, "int8": {Kind: schema.Integer, Bits: 64},
	"smallserial": {Kind: schema.Integer, Bits: 16}, "serial2": {Kind: schema.Integer, Bits: 16},
	"serial": {Kind: schema.Integer, Bits: 32}, "serial4": {Kind: schema.Integer, Bits: 32},
	"bigserial": {Kind: schema.Integer, Bits: 64}, "serial8": {Kind: schema.Integer, Bits: 64},
	"oid":     {Kind: schema.Integer, Bits: 32, Unsigned: true, Name: "oid"},
	"numeric": {Kind: schema.Decimal}, "decimal": {Kind: schema.Decimal}, "dec": {Kind: schema.Decimal},
	"real": {Kind: schema.Float}, "float4": {Kind: schema.Float}, "double precision": {Kind: schema.Float}, "float8": {Kind: schema.Float}, "float": {Kind: schema.Float},
	"boolean": {Kind: schema.Bool}, "bool": {Kind: schema.Bool},
	"char": {Kind: schema.Text, Length: 1, FixedSize: true}, "bpchar": {Kind: schema.Text}, "varchar": {Kind: schema.Text},
	"text": {Kind: schema.Text}, "citext": {Kind: schema.Text}, "name": {Kind: schema.Text, Bytes: 63}, `"char"`: {Kind: schema.Text, Bytes: 1},
	"bytea": {Kind: schema.Binary},
	"bit":   {Kind: schema.Bit, Bits: 1, FixedSize: true}, "varbit": {Kind: schema.Bit},
	"date": {Kind: schema.Date}, "time": {Kind: schema.Time}, "timetz": {Kind: schema.Time, Timezone: true},
	"timestamp": {Kind: schema.DateTime}, "timestamptz": {Kind: schema.DateTime, Timezone: true}, "interval": {Kind: schema.Interval},
	"json": {Kind: schema.JSON}, "jsonb": {Kind: schema.JSON}, "xml": {Kind: schema.XML}, "uuid": {Kind: schema.UUID},
	"inet": {Kind: schema.IP}, "cidr": {Kind: schema.IP}, "macaddr": {Kind: schema.MAC}, "macaddr8": {Kind: schema.MAC},
	"point": {Kind: schema.Geometry}, "line": {Kind: schema.Geometry}, "lseg": {Kind: schema.Geometry}, "box": {Kind: schema.Geometry},
	"path": {Kind: schema.Geometry}, "polygon": {Kind: schema.Geometry}, "circle": {Kind: schema.Geometry},
	"geometry": {Kind: schema.Geometry}, "geography": {Kind: schema.Geometry},
}

// columnType reads a type. What is not known is a type of no interest.
func (c *cutter) columnType(p *parser) (schema.Type, bool) {
	t, ok := c.scalarType(p)
	if !ok {
		return t, false
	}
	for p.IsPunct('[') {
		p.Brackets()
		t.Array = true
	}
	if p.Accept("array") {
		p.Brackets()
		t.Array = true
	}
	return t, true
}

func (c *cutter) scalarType(p *parser) (schema.Type, bool) {
	quoted := p.Peek().Kind == lex.Name
	parts := p.names()
	switch n := len(parts); {
	case n == 0:
		return schema.Type{}, false
	case n == 1 && quoted && parts[0] != "char":
		return c.namedType(p, schema.Name{Name: parts[0]}), true
	case n == 1 && quoted, n == 2 && parts[0] == "pg_catalog" && parts[1] == "char":
		return builtin(p, `"char"`), true
	case n == 1:
		if word := spelledOut(p, parts[0]); isBuiltin(word) {
			return builtin(p, word), true
		}
		return c.namedType(p, schema.Name{Name: parts[0]}), true
	case n == 2 && parts[0] == "pg_catalog" && isBuiltin(parts[1]):
		return builtin(p, parts[1]), true
	default:
		return c.namedType(p, schema.Name{Schema: parts[n-2], Name: parts[n-1]}), true
	}
}

func isBuiltin(word string) bool {
	_, ok := types[word]
	return ok
}

// spelledOut reads the types that have several words, and gives them their
// short names.
func spelledOut(p *parser, word string) string {
	switch word {
	case "double":
		if p.Accept("precision") {
			return "double precision"
		}
	case "national":
		if p.Accept("character") || p.Accept("char") {
			return spelledOut(p, "char")
		}
	case "character", "char", "nchar":
		if p.Accept("varying") {
			return "varchar"
		}
		return "char"
	case "bit":
		if p.Accept("varying") {
			return "varbit"
		}
	}
	return word
}

// builtin reads what may follow the name of a type that the server brings.
func builtin(p *parser, word string) schema.Type {
	t := types[word]
	t.Name = word
	if word == "interval" {
		for p.Accept("year") || p.Accept("month") || p.Accept("day") || p.Accept("hour") || p.Accept("minute") || p.Accept("second") || p.Accept("to") {
		}
	}
	if p.IsPunct('(') {
		arguments := p.Brackets()
		typeArguments(p, &t, arguments)
	}
	if word == "time" || word == "timestamp" {
		if p.Accept("with", "time", "zone") {
			t.Timezone = true
			t.Name = word + "tz"
		}
		p.Accept("without", "time", "zone")
	}
	return t
}

// typeArguments reads (20), (10,2) or (-2).
func typeArguments(p *parser, t *schema.Type, tokens []lex.Token) {
	var numbers []int
	for i, a := range tokens {
		if a.Kind != lex.Number {
			continue
		}
		n, err := strconv.Atoi(string(a.Of(p.B)))
		if err != nil {
			return
		}
		if i > 0 && p.B[tokens[i-1].Start] == '-' {
			n = -n
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 0 {
		return
	}
	switch t.Kind {
	case schema.Bit:
		t.Bits = numbers[0]
	case schema.Text:
		t.Length = numbers[0]
	case schema.Decimal:
		t.Length = numbers[0]
		if len(numbers) > 1 {
			t.Scale = numbers[1]
		}
	case schema.Time, schema.DateTime, schema.Interval:
		t.Scale = numbers[0]
	}
}

// namedType finds an enum, a domain or the type of an extension.
func (c *cutter) namedType(p *parser, n schema.Name) schema.Type {
	t, ok := c.findType(n)
	if !ok {
		t = schema.Type{Kind: schema.Other}
		if isBuiltin(n.Name) {
			t = types[n.Name] // citext and geometry live in some schema
		}
		t.Name = n.String()
	}
	if p.IsPunct('(') {
		arguments := p.Brackets()
		if t.Kind == schema.Other && len(arguments) == 1 {
			t.Length, _ = strconv.Atoi(string(arguments[0].Of(p.B))) // vector(768)
		}
	}
	return t
}

func (c *cutter) findType(n schema.Name) (schema.Type, bool) {
	if n.Schema != "" {
		return c.schema.Type(n)
	}
	for _, s := range c.session.path {
		if t, ok := c.schema.Type(schema.Name{Schema: s, Name: n.Name}); ok {
			return t, true
		}
	}
	t, ok := c.schema.Type(n)
	if !ok && !c.session.pathKnown {
		t, ok = c.schema.Type(schema.Name{Schema: "public", Name: n.Name})
	}
	return t, ok
}

// isSerial says whether a type numbers its column.
func isSerial(t schema.Type) bool {
	return strings.Contains(t.Name, "serial") && t.Kind == schema.Integer
}
