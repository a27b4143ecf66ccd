package manual

import (
	"regexp"
	"strings"
	"time"
)

// Document makes a page of a document. Of Markdown it knows what this project's documents
// are written in: headings, paragraphs, lists, tables, code, and comments.
func Document(name string, section int, does, markdown string, day time.Time) Page {
	w := begin(name, section, does, day)
	w.macro("Sh DESCRIPTION")
	d := &document{writer: w, lines: strings.Split(strings.TrimRight(markdown, "\n"), "\n")}
	for len(d.lines) > 0 {
		d.block()
	}
	w.seeAlso("migawari 1")
	return Page{Name: name, Section: section, Text: w.text.String()}
}

// A document is one of which some lines are written.
type document struct {
	*writer
	lines []string
	after bool // something stands before that a text has to be parted from
}

// block writes what the next lines are.
func (d *document) block() {
	line := d.lines[0]
	switch {
	case line == "", strings.HasPrefix(line, "<!--"), strings.HasPrefix(line, "# "):
		d.lines = d.lines[1:] // the title is the page's name
	case strings.HasPrefix(line, "## "):
		d.heading("Sh", strings.ToUpper(line[3:]))
	case strings.HasPrefix(line, "### "):
		d.heading("Ss", line[4:])
	case strings.HasPrefix(line, "```"):
		d.lines = d.lines[1:]
		d.code(d.take(func(l string) bool { return !strings.HasPrefix(l, "```") }))
		d.lines = d.lines[1:]
	case strings.HasPrefix(line, "    "):
		code := d.take(func(l string) bool { return strings.HasPrefix(l, "    ") })
		for i := range code {
			code[i] = code[i][4:]
		}
		d.code(code)
	case strings.HasPrefix(line, "|"):
		d.table(d.take(func(l string) bool { return strings.HasPrefix(l, "|") }))
	case strings.HasPrefix(line, "- "):
		d.list(d.take(func(l string) bool { return strings.HasPrefix(l, "- ") || strings.HasPrefix(l, "  ") }))
	default:
		if d.after {
			d.macro("Pp")
		}
		d.sentences(strings.Join(d.take(isText), " "), inline)
		d.after = true
	}
}

// take takes the lines for which something holds.
func (d *document) take(holds func(string) bool) []string {
	n := 0
	for n < len(d.lines) && holds(d.lines[n]) {
		n++
	}
	taken := d.lines[:n:n]
	d.lines = d.lines[n:]
	return taken
}

// isText says whether a line goes on with a paragraph.
func isText(line string) bool {
	for _, other := range []string{"<!--", "#", "```", "|", "- "} {
		if strings.HasPrefix(line, other) {
			return false
		}
	}
	return line != ""
}

func (d *document) heading(macro, title string) {
	d.macro("%s %s", macro, escape(strings.ReplaceAll(title, "`", "")))
	d.lines, d.after = d.lines[1:], false
}

func (d *document) code(lines []string) {
	d.literal(lines)
	d.after = true
}

// list writes its items. One of links into the document is its table of contents, and left out.
func (d *document) list(lines []string) {
	var items []string
	contents := true
	for _, l := range lines {
		if item, first := strings.CutPrefix(l, "- "); first {
			items = append(items, item)
		} else {
			items[len(items)-1] += " " + strings.TrimSpace(l)
		}
		contents = contents && strings.HasPrefix(l, "- [") && strings.HasSuffix(l, ")") && strings.Contains(l, "](#")
	}
	if contents {
		return
	}
	d.macro("Bl -bullet")
	for _, item := range items {
		d.macro("It")
		d.sentences(item, inline)
	}
	d.macro("El")
	d.after = true
}

// table writes each row as a word and what it means. Its head says nothing that they do not.
func (d *document) table(rows []string) {
	d.macro("Bl -tag -width Ds")
	for _, row := range rows[2:] {
		row = strings.ReplaceAll(strings.Trim(row, "|"), `\|`, "\x00")
		var means []string
		cells := strings.Split(row, "|")
		for i, cell := range cells {
			cells[i] = strings.ReplaceAll(strings.TrimSpace(cell), "\x00", "|")
			if i > 0 && cells[i] != "" {
				means = append(means, cells[i])
			}
		}
		d.macro("It %s", inline(cells[0]))
		if len(means) > 0 {
			d.sentences(strings.Join(means, "; "), inline)
		}
	}
	d.macro("El")
	d.after = true
}

var (
	linked = regexp.MustCompile(`\[([^\]]+)\]\(([^)]*)\)`)
	code   = regexp.MustCompile("`` ?(.*?) ?``|`([^`]+)`")
	strong = regexp.MustCompile(`\*\*(.+?)\*\*`)
)

// inline is a text with its code in bold letters, and the addresses of its links where they
// lead out of the project.
func inline(text string) string {
	text = linked.ReplaceAllStringFunc(text, func(link string) string {
		m := linked.FindStringSubmatch(link)
		if strings.Contains(m[2], "://") {
			return m[1] + " <" + m[2] + ">"
		}
		return m[1]
	})
	var b strings.Builder
	at := 0
	plain := func(s string) string { return strong.ReplaceAllString(escape(s), `\fB$1\fR`) }
	for _, m := range code.FindAllStringSubmatch(text, -1) {
		i := at + strings.Index(text[at:], m[0])
		b.WriteString(plain(text[at:i]) + `\fB` + escape(m[1]+m[2]) + `\fR`)
		at = i + len(m[0])
	}
	return b.String() + plain(text[at:])
}
