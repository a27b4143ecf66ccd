package main

import (
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A table is the rows of one table, in the order of their ids.
type table struct {
	name    string
	columns []string
	rows    [][]any // nil, bool, int, string, []byte, list or object
}

func newTable(name, columns string) *table {
	return &table{name: name, columns: strings.Fields(columns)}
}

func (t *table) add(values ...any) {
	if len(values) != len(t.columns) {
		panic(fmt.Sprintf("gen: %d values for the %d columns of %s", len(values), len(t.columns), t.name))
	}
	t.rows = append(t.rows, values)
}

// column gives the values of one column.
func (t *table) column(name string) []any {
	i := slices.Index(t.columns, name)
	if i < 0 {
		panic("gen: " + t.name + " has no column " + name)
	}
	values := make([]any, len(t.rows))
	for k, row := range t.rows {
		values[k] = row[i]
	}
	return values
}

// A list is an array where the server has arrays, else words with commas.
type list []string

// An object is a large object where the server has them, else a blob.
type object struct {
	oid  int
	data []byte
}

// A dialect is the SQL of one server.
type dialect struct {
	name   string
	schema string // what stands before the rows
	after  string // what stands after them
	insert string // between the columns and the rows
	// backslashes: a backslash escapes in a literal.
	backslashes bool
	binary      func(data []byte) string
	boolean     [2]string // false, true
	// large prepares a large object and gives what stands in the row; nil makes it a blob.
	large func(o object) (statement, value string)
	list  func(words []string) string
}

var (
	//go:embed schema/mariadb.sql
	mariadbSchema string
	//go:embed schema/postgres.sql
	postgresSchema string
	//go:embed schema/sqlite.sql
	sqliteSchema string
)

var dialects = []dialect{
	{
		name: "mariadb", schema: mariadbSchema, insert: "VALUES", backslashes: true, boolean: [2]string{"0", "1"},
		binary: hexLiteral, list: commas,
	},
	{
		name: "postgres", insert: "OVERRIDING SYSTEM VALUE VALUES", boolean: [2]string{"false", "true"},
		schema: before(postgresSchema), after: behind(postgresSchema),
		binary: func(data []byte) string { return `'\x` + hex.EncodeToString(data) + "'" },
		large: func(o object) (string, string) {
			oid := strconv.Itoa(o.oid)
			return "SELECT lo_from_bytea(" + oid + `, '\x` + hex.EncodeToString(o.data) + "');\nGRANT SELECT ON LARGE OBJECT " + oid + " TO classpad_app;\n", oid
		},
		list: func(words []string) string { return `{"` + strings.Join(words, `","`) + `"}` },
	},
	{
		name: "sqlite", schema: sqliteSchema, insert: "VALUES", boolean: [2]string{"0", "1"},
		binary: hexLiteral, list: commas,
	},
}

// rowsHere is the line of a schema file at which the rows stand.
const rowsHere = "-- rows --\n"

func before(schema string) string { s, _, _ := strings.Cut(schema, rowsHere); return s }
func behind(schema string) string { _, s, _ := strings.Cut(schema, rowsHere); return s }

func hexLiteral(data []byte) string { return "X'" + hex.EncodeToString(data) + "'" }
func commas(words []string) string  { return strings.Join(words, ",") }

// write writes schema and rows.
func (d *dialect) write(w io.Writer, tables []*table) error {
	var out strings.Builder
	out.WriteString(d.schema)
	for _, t := range tables {
		var rows strings.Builder
		for i, row := range t.rows {
			if i > 0 {
				rows.WriteString(",\n")
			}
			for k, v := range row {
				rows.WriteString([]string{"(", ", "}[min(k, 1)])
				if o, ok := v.(object); ok && d.large != nil {
					statement, value := d.large(o)
					out.WriteString(statement)
					rows.WriteString(value)
					continue
				}
				rows.WriteString(d.literal(v))
			}
			rows.WriteString(")")
		}
		fmt.Fprintf(&out, "\nINSERT INTO %s (%s) %s\n%s;\n", t.name, strings.Join(t.columns, ", "), d.insert, rows.String())
	}
	out.WriteString(d.after)
	_, err := io.WriteString(w, out.String())
	return err
}

func (d *dialect) literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case bool:
		if v {
			return d.boolean[1]
		}
		return d.boolean[0]
	case int:
		return strconv.Itoa(v)
	case string:
		return d.text(v)
	case list:
		return d.text(d.list(v))
	case []byte:
		return d.binary(v)
	case object:
		return d.binary(v.data)
	}
	panic(fmt.Sprintf("gen: a value of type %T", v))
}

var (
	doubled   = strings.NewReplacer("'", "''")
	backslash = strings.NewReplacer("'", `\'`, `\`, `\\`, "\n", `\n`, "\r", `\r`)
)

func (d *dialect) text(s string) string {
	if d.backslashes {
		return "'" + backslash.Replace(s) + "'"
	}
	return "'" + doubled.Replace(s) + "'"
}
