package manual

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A Section stands behind what the command says of itself.
type Section struct {
	Title string
	Items []Item
}

// An Item is a word and what it means.
type Item struct{ Word, Means string }

// Verbs makes a page for the command and one for each of its verbs. The sections are those
// of the command's own page; more are other pages that it names.
func Verbs(root *cobra.Command, day time.Time, sections []Section, more ...Page) []Page {
	own := verb(root, day)
	for _, s := range sections {
		own.macro("Sh %s", s.Title)
		own.macro("Bl -tag -width Ds")
		for _, i := range s.Items {
			own.macro("It %s", escape(i.Word))
			own.prose(i.Means)
		}
		own.macro("El")
	}
	pages := []Page{{Name: root.Name(), Section: 1}}
	var refs []string
	for _, cmd := range verbs(root) {
		w := verb(cmd, day)
		w.seeAlso(reference(root))
		pages = append(pages, Page{Name: name(cmd), Section: 1, Text: w.text.String()})
		refs = append(refs, reference(cmd))
	}
	for _, p := range more {
		refs = append(refs, fmt.Sprintf("%s %d", p.Name, p.Section))
	}
	own.seeAlso(refs...)
	pages[0].Text = own.text.String()
	return append(pages, more...)
}

// verbs lists all below a command that somebody is to know, in the order of their names.
func verbs(cmd *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" {
			all = append(append(all, c), verbs(c)...)
		}
	}
	slices.SortFunc(all, func(a, b *cobra.Command) int { return strings.Compare(name(a), name(b)) })
	return all
}

func name(cmd *cobra.Command) string      { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }
func reference(cmd *cobra.Command) string { return name(cmd) + " 1" }

// verb writes the page of a verb up to what it refers to.
func verb(cmd *cobra.Command, day time.Time) *writer {
	w := begin(name(cmd), 1, cmd.Short, day)
	w.macro("Sh SYNOPSIS")
	w.macro("Nm %s", escape(cmd.CommandPath()))
	use := cmd.Use
	if cmd.HasSubCommands() {
		use += " VERB"
	}
	if _, rest, found := strings.Cut(use, " "); found {
		w.line(synopsis(rest))
	}
	w.macro("Sh DESCRIPTION")
	if cmd.Long != "" {
		w.prose(cmd.Long)
	} else {
		w.prose(cmd.CommandPath() + " " + cmd.Short + ".")
	}
	if cmd.HasSubCommands() {
		w.macro("Pp")
		w.line("The verbs are")
		w.macro("Bl -tag -width Ds")
		for _, c := range verbs(cmd) {
			if c.Parent() == cmd {
				w.macro("It Xr %s", reference(c))
				w.prose(c.Short)
			}
		}
		w.macro("El")
	}
	w.options(cmd)
	if cmd.Example != "" {
		w.macro("Sh EXAMPLES")
		w.prose(cmd.Example)
	}
	return w
}

// options writes the flags of a verb.
func (w *writer) options(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	w.macro("Sh OPTIONS")
	w.macro("Bl -tag -width Ds")
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		item := "Fl " + escape("-"+f.Name)
		if f.Shorthand != "" {
			item = "Fl " + f.Shorthand + " , " + item
		}
		if value != "" {
			item += " Ar " + argument(value)
		}
		w.macro("It %s", item)
		if !slices.Contains(unset, f.DefValue) {
			usage += " (default " + f.DefValue + ")"
		}
		w.prose(usage)
	})
	w.macro("El")
}

// unset are the defaults that say nothing.
var unset = []string{"", "0", "0s", "false", "[]"}

// prose writes paragraphs. Lines that are moved in are written as they are.
func (w *writer) prose(text string) {
	first := true
	for _, paragraph := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		lines := strings.Split(paragraph, "\n")
		if strings.HasPrefix(paragraph, "  ") {
			for i := range lines {
				lines[i] = strings.TrimPrefix(lines[i], "  ")
			}
			w.literal(lines)
			first = false
			continue
		}
		if !first {
			w.macro("Pp")
		}
		first = false
		w.sentences(strings.Join(lines, " "), words)
	}
}

// sentence is where one ends, behind which a source of mdoc begins a line.
var sentence = regexp.MustCompile(`([.!?]\)?) +([A-Z-])`)

// sentences writes one a line.
func (w *writer) sentences(text string, mark func(string) string) {
	for line := range strings.SplitSeq(sentence.ReplaceAllString(text, "$1\n$2"), "\n") {
		w.line(guarded(mark(line)))
	}
}

// flag is one in the middle of a text, and argumentWord what a user puts in its place.
var (
	flag         = regexp.MustCompile(`(^|[ ({\[|])(--?[a-z][a-z-]*)`)
	argumentWord = regexp.MustCompile(`[A-Z][A-Z_]+`)
)

// words is a text with its flags in bold letters.
func words(text string) string {
	return marked(flag, escape, text)
}

// synopsis is words, with what a user puts in its place in italic ones.
func synopsis(text string) string {
	return marked(flag, func(between string) string {
		return argumentWord.ReplaceAllString(escape(between), `\fI$0\fR`)
	}, text)
}

// marked writes the second group of what the expression finds in bold letters.
func marked(find *regexp.Regexp, between func(string) string, text string) string {
	var b strings.Builder
	at := 0
	for _, m := range find.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(between(text[at:m[4]]) + `\fB` + escape(text[m[4]:m[5]]) + `\fR`)
		at = m[1]
	}
	return b.String() + between(text[at:])
}
