package report

import (
	"embed"
	"html/template"
	"sync"

	"github.com/migawari-dev/migawari/mask"
)

var (
	//go:embed frame.html
	frame string
	//go:embed report.html leaks.html risk.html
	bodies embed.FS
	//go:embed style.css
	style string
)

// page is that of a report. It is parsed for the first report: most runs make none.
var page = sync.OnceValue(func() *template.Template { return template.Must(Page("").ParseFS(bodies, "*.html")) })

// Page makes a template of the body of a page, in the frame and style that all pages
// have. The body defines "title", "style" and "main"; what it is executed with has a field Lang.
// Names of a dump go through the function data: it escapes what cannot be seen.
func Page(body string) *template.Template {
	t := template.New("page").Funcs(template.FuncMap{
		"data":  mask.Printable,
		"nth":   func(i int) int { return i + 1 },
		"style": func() template.CSS { return template.CSS(style) }, //nolint:gosec // it is ours
	})
	return template.Must(template.Must(t.Parse(frame)).Parse(body))
}
