// Package manual makes manual pages, in the language mdoc: of the tree of verbs, and of
// documents in the Markdown of this project. What the command says of itself is the only
// source, so that no page can be of another version.
package manual

import (
	"fmt"
	"path"
	"strings"
	"time"
)

// A Page is one manual page.
type Page struct {
	Name    string
	Section int
	Text    string // ASCII alone: what else there is stands as escapes
}

// File is where the page belongs, below a directory in which man looks for pages.
func (p Page) File() string {
	return path.Join(fmt.Sprintf("man%d", p.Section), fmt.Sprintf("%s.%d", p.Name, p.Section))
}

// A writer writes a page.
type writer struct{ text strings.Builder }

// begin writes what every page begins with.
func begin(name string, section int, does string, day time.Time) *writer {
	w := &writer{}
	w.macro("Dd %s", day.UTC().Format("January 2, 2006"))
	w.macro("Dt %s %d", strings.ToUpper(name), section)
	w.macro("Os")
	w.macro("Sh NAME")
	w.macro("Nm %s", escape(name))
	w.macro("Nd %s", escape(does))
	return w
}

// macro writes a line that is a command of mdoc.
func (w *writer) macro(format string, args ...any) {
	w.line(fmt.Sprintf("."+format, args...))
}

// line writes a line as it is in the source.
func (w *writer) line(text string) { w.text.WriteString(text + "\n") }

// literal writes lines as they are.
func (w *writer) literal(lines []string) {
	w.macro("Bd -literal -offset indent")
	for _, line := range lines {
		w.line(guarded(escape(line)))
	}
	w.macro("Ed")
}

// seeAlso writes the last section.
func (w *writer) seeAlso(pages ...string) {
	if len(pages) == 0 {
		return
	}
	w.macro("Sh SEE ALSO")
	for i, p := range pages {
		comma := " ,"
		if i == len(pages)-1 {
			comma = ""
		}
		w.macro("Xr %s%s", p, comma)
	}
}

// escape writes text so that it is nothing else: no escape, no character beyond ASCII, and
// hyphens that can be copied into a terminal.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r > '~':
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// guarded is a line that no macro begins.
func guarded(line string) string {
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		return `\&` + line
	}
	return line
}

// argument is text as one argument of a macro.
func argument(text string) string {
	return `"` + strings.ReplaceAll(escape(text), `"`, `""`) + `"`
}
