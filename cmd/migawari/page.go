package main

import (
	"html/template"
	"strings"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// page is what a scan found as a page that needs nothing else.
var page = template.Must(template.New("scan").Parse(`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Personal data</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em; color: #222; background: #fff }
table { border-collapse: collapse; width: 100%; margin: 0 0 2em }
th, td { text-align: left; padding: .3em .6em; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere }
th { position: sticky; top: 0; background: #fff }
.r31 td:nth-child(4) { color: #b00020; font-weight: 600 }
.r33 td:nth-child(4) { color: #8a5300; font-weight: 600 }
td.n { text-align: right }
</style>
<h1>Personal data</h1>
<p>{{len .Found}} of {{.Columns}} columns in {{.Tables}} tables look personal. What is not listed may be personal all the same.</p>
<table>
<thead><tr><th>Table<th>Column<th>Type<th>Kind<th>Sure<th>Evidence<th>Why<th>Rows</tr></thead>
<tbody>
{{range .Found}}<tr class="r{{.Risk}}"><td>{{.Table}}<td>{{.Column}}<td>{{.Type}}<td>{{.Kind}}<td class="n">{{printf "%.2f" .Confidence}}<td>{{.Evidence}}<td>{{.Reason}}<td class="n">{{.Rows}}</tr>
{{end}}</tbody>
</table>
{{if .Persons}}<h2>Persons</h2>
<table>
<thead><tr><th>Table<th>Rows</tr></thead>
<tbody>
{{range .Persons}}<tr><td>{{.Name}}<td class="n">{{.Rows}}</tr>
{{end}}</tbody>
</table>
{{end}}</html>
`))

// Risk is the class of the line's kind.
func (l line) Risk() string { return colourOf(l.Kind) }

func asHTML(tables []detect.Table) (string, error) {
	type persons struct{ Name, Rows string }
	v := struct {
		Found           []line
		Columns, Tables int
		Persons         []persons
	}{Found: byRisk(tables), Tables: len(tables)}
	for _, t := range tables {
		v.Columns += len(t.Columns)
		if t.Persons && personal([]detect.Table{t}) > 0 {
			v.Persons = append(v.Persons, persons{mask.Printable(t.Name.String()), counted(t.Rows)})
		}
	}
	var b strings.Builder
	err := page.Execute(&b, v)
	return b.String(), err
}
