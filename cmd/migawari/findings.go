package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// formats are how findings can be shown.
func formats() []string { return []string{"table", "csv", "json", "policy", "html"} }

// list joins words for a text.
func list(words []string) string { return strings.Join(words, ", ") }

// render shows what a scan found.
func render(tables []detect.Table, format string, colour bool) (string, error) {
	switch format {
	case "csv":
		return asCSV(tables)
	case "json":
		return asJSON(tables)
	case "html":
		return asHTML(tables)
	}
	return asTable(tables, colour), nil
}

// personal counts the columns that are.
func personal(tables []detect.Table) int {
	n := 0
	for _, t := range tables {
		for _, c := range t.Columns {
			if c.Personal() {
				n++
			}
		}
	}
	return n
}

// A line is a column as it is shown. Names have their control characters escaped.
type line struct {
	Table      string  `json:"table"`
	Column     string  `json:"column"`
	Type       string  `json:"type"`
	Kind       string  `json:"kind"`
	Confidence float64 `json:"confidence"`
	Evidence   string  `json:"evidence"`
	Reason     string  `json:"reason"`
	Rows       int64   `json:"rows"`
}

func lines(tables []detect.Table) []line {
	all := []line{}
	for _, t := range tables {
		for _, c := range t.Columns {
			all = append(all, line{mask.Printable(t.Name.String()), mask.Printable(c.Column.Name), typeWord(c.Column.Type),
				string(c.Kind), c.Confidence, c.Evidence.String(), mask.Printable(c.Reason), t.Rows})
		}
	}
	return all
}

// typeWord writes a type with its length.
func typeWord(t schema.Type) string {
	word := mask.Printable(t.Name)
	switch {
	case t.Length > 0 && t.Scale > 0:
		word += fmt.Sprintf("(%d,%d)", t.Length, t.Scale)
	case t.Length > 0:
		word += fmt.Sprintf("(%d)", t.Length)
	}
	if t.Array {
		word += "[]"
	}
	return word
}

func asCSV(tables []detect.Table) (string, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write([]string{"table", "column", "type", "kind", "confidence", "evidence"}) // Error says what went wrong
	for _, l := range lines(tables) {
		_ = w.Write([]string{l.Table, l.Column, l.Type, l.Kind, strconv.FormatFloat(l.Confidence, 'f', 2, 64), l.Evidence})
	}
	w.Flush()
	return b.String(), w.Error()
}

func asJSON(tables []detect.Table) (string, error) {
	b, err := json.MarshalIndent(lines(tables), "", "  ")
	return string(b) + "\n", err
}

// byRisk gives the personal columns, what names or opens something first.
func byRisk(tables []detect.Table) []line {
	all := slices.DeleteFunc(lines(tables), func(l line) bool { return l.Kind == string(detect.None) })
	slices.SortStableFunc(all, func(a, b line) int {
		if d := slices.Index(detect.Kinds, detect.Kind(a.Kind)) - slices.Index(detect.Kinds, detect.Kind(b.Kind)); d != 0 {
			return d
		}
		return int(100*b.Confidence) - int(100*a.Confidence)
	})
	return all
}

// colourOf gives a colour: kinds that open something, kinds that name somebody, and others.
func colourOf(kind string) string {
	switch i := slices.Index(detect.Kinds, detect.Kind(kind)); {
	case i <= slices.Index(detect.Kinds, detect.SecretToken):
		return "31"
	case i <= slices.Index(detect.Kinds, detect.AccountID):
		return "33"
	}
	return ""
}

func asTable(tables []detect.Table, colour bool) string {
	found := byRisk(tables)
	if len(found) == 0 {
		return ""
	}
	var g grid
	g.add("TABLE", "COLUMN", "TYPE", "KIND", "SURE", "EVIDENCE", "WHY")
	for _, l := range found {
		g.add(l.Table, l.Column, l.Type, l.Kind, fmt.Sprintf("%.0f%%", 100*l.Confidence), l.Evidence, l.Reason)
		if colour {
			g.paint(colourOf(l.Kind))
		}
	}
	out := g.String()
	if persons := asPersons(tables); persons != "" {
		out += "\n" + persons
	}
	return out
}

// counted is a number of rows. A schema alone has none to count.
func counted(rows int64) string {
	if rows == 0 {
		return "unknown"
	}
	return grouped(rows)
}

// asPersons gives the tables whose rows are persons, with how many there are.
func asPersons(tables []detect.Table) string {
	var g grid
	g.add("PERSONS IN", "ROWS", "PERSONAL COLUMNS")
	for _, t := range tables {
		if n := personal([]detect.Table{t}); t.Persons && n > 0 {
			g.add(mask.Printable(t.Name.String()), counted(t.Rows), strconv.Itoa(n))
		}
	}
	if len(g.rows) == 1 {
		return ""
	}
	return g.String()
}
