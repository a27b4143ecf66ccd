package main

import (
	"html/template"
	"strings"
	"sync"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/report"
)

// page is what a scan found as a page that needs nothing else.
var page = sync.OnceValue(func() *template.Template { return report.Page(pageBody) })

const pageBody = `{{define "title"}}Personal data{{end}}

{{define "style"}}
.r31 td:nth-child(4) { color: var(--bad); font-weight: 600 }
.r33 td:nth-child(4) { color: var(--warn); font-weight: 600 }
.found thead th:nth-child(5), .found thead th:nth-child(8), .persons thead th:nth-child(2) { text-align: right }
.found td:nth-child(2), .found td:nth-child(3) { min-width: 8.5em }
.found td:nth-child(6) { white-space: nowrap }
@media screen and (max-width: 44rem) {
  .found td:nth-child(5)::before { content: "Sure" }
  .found td:nth-child(8)::before, .persons td::before { content: "Rows" }
}
{{end}}

{{define "main"}}<h1>Personal data</h1>
<p class="lead">{{len .Found}} of {{.Columns}} columns in {{.Tables}} tables look personal. What is not listed may be personal all the same.</p>
<table class="found">
<thead><tr><th scope="col">Table</th><th scope="col">Column</th><th scope="col">Type</th><th scope="col">Kind</th><th scope="col">Sure</th><th scope="col">Evidence</th><th scope="col">Why</th><th scope="col">Rows</th></tr></thead>
<tbody>
{{range .Found}}<tr class="r{{.Risk}}"><th scope="row">{{.Table}}</th><td>{{.Column}}</td><td>{{.Type}}</td><td>{{.Kind}}</td><td class="n">{{printf "%.2f" .Confidence}}</td><td>{{.Evidence}}</td><td>{{.Reason}}</td><td class="n">{{.Rows}}</td></tr>
{{end}}</tbody>
</table>
{{if .Persons}}<h2>Persons</h2>
<table class="persons">
<thead><tr><th scope="col">Table</th><th scope="col">Rows</th></tr></thead>
<tbody>
{{range .Persons}}<tr><th scope="row">{{.Name}}</th><td class="n">{{.Rows}}</td></tr>
{{end}}</tbody>
</table>
{{end}}{{end}}
`

// Risk is the class of the line's kind.
func (l line) Risk() string { return colourOf(l.Kind) }

func asHTML(tables []detect.Table) (string, error) {
	type persons struct{ Name, Rows string }
	v := struct {
		Lang            string
		Found           []line
		Columns, Tables int
		Persons         []persons
	}{Lang: "en", Found: byRisk(tables), Tables: len(tables)}
	for _, t := range tables {
		v.Columns += len(t.Columns)
		if t.Persons && personal([]detect.Table{t}) > 0 {
			v.Persons = append(v.Persons, persons{mask.Printable(t.Name.String()), counted(t.Rows)})
		}
	}
	var b strings.Builder
	err := page().Execute(&b, v)
	return b.String(), err
}
