package draft

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/mask"
)

// head says how a draft is read.
const head = `# A draft, made by migawari scan: nobody has looked at it yet.
#
# What a rule with "draft: true" masks is masked. A "keep" with it stops the run until
# somebody has looked at the column and taken the word away, or chosen a masker. Behind
# each rule stands what was found: the kind of data, how sure that is, and by what.
`

// YAML writes the draft as a policy file, with what was found behind each rule.
func (d *Draft) YAML() []byte {
	var b strings.Builder
	b.WriteString(head + "version: 1\nlocale: " + word(d.Policy.Locale) + "\n")
	if d.Policy.LargeObjects == mask.DropLargeObjects {
		b.WriteString("large_objects: drop" + comment("they lie outside of any table, and nobody knows what is in them"))
	}
	b.WriteString(d.databasesYAML() + d.definitionsYAML())
	if len(d.tables) == 0 {
		b.WriteString("tables: {}" + comment("there are none yet"))
		return []byte(b.String())
	}
	b.WriteString("tables:\n")
	for _, t := range d.tables {
		b.WriteString(t.yaml())
	}
	return []byte(b.String())
}

// databasesYAML says where each database of the dump goes.
func (d *Draft) databasesYAML() string {
	if len(d.Policy.Databases) == 0 {
		return ""
	}
	text := "databases:" + comment("to where each is restored: not to where it came from")
	for _, from := range slices.Sorted(maps.Keys(d.Policy.Databases)) {
		text += "  " + word(from) + ": " + word(d.Policy.Databases[from]) + "\n"
	}
	return text
}

// definitionsYAML has texts overwritten that look like data.
func (d *Draft) definitionsYAML() string {
	if len(d.definitions) == 0 {
		return ""
	}
	text := "definitions:" + comment("texts in comments, defaults, labels and bodies that look like data; keep what is none")
	for _, o := range d.definitions {
		text += "  " + word(o.Name) + ": mask" + comment("looks like "+o.Kind)
	}
	return text
}

// yaml writes the entry of a table.
func (t *table) yaml() string {
	var b strings.Builder
	name := "  " + word(t.entry.Pattern) + ":"
	switch {
	case t.entry.Keep:
		return name + " keep" + comment(t.why)
	case t.entry.Drop:
		return name + " {rows: drop}" + comment(t.why)
	case t.Persons:
		b.WriteString(name + comment("persons"))
	default:
		b.WriteString(name + "\n")
	}
	if p := t.entry.Person; p != nil {
		who := "whom the row goes with"
		switch {
		case len(t.Key) == 0:
			who = "nothing says whom the row goes with, so each is somebody else"
		case t.Of == t.Table.Table:
			who = "each row is one"
		case t.Of != nil:
			who = "one of " + t.Of.Name.String()
		}
		b.WriteString("    person: " + personText(p) + comment(who))
	}
	b.WriteString("    columns:\n")
	written := map[string]bool{}
	for _, c := range t.columns {
		if written[c.name()] {
			continue
		}
		written[c.name()] = true
		b.WriteString("      " + word(c.name()) + ": " + ruleText(&t.entry.Columns[len(written)-1].Arms[0].Rule) + comment(c.found()))
	}
	return b.String()
}

// flow writes the value of a table's entry in braces.
func (t *table) flow() string {
	switch {
	case t.entry.Keep:
		return mask.Keep
	case t.entry.Drop:
		return "{rows: drop}"
	}
	var columns []string
	for i := range t.entry.Columns {
		c := &t.entry.Columns[i]
		columns = append(columns, word(c.Name)+": "+ruleText(&c.Arms[0].Rule))
	}
	text := "columns: {" + strings.Join(columns, ", ") + "}"
	if p := t.entry.Person; p != nil {
		text = "person: " + personText(p) + ", " + text
	}
	return "{" + text + "}"
}

func personText(p *mask.Person) string {
	home := ""
	if p.Household != "" {
		home = ", household: " + word(p.Household)
	}
	return fmt.Sprintf("{by: %s, domain: %s%s, else: value}", words(p.By), word(p.Domain), home)
}

// found says what was found about a column.
func (c *column) found() string {
	switch {
	case c.numbered():
		return "a number that the server gives"
	case !c.Personal():
		return fmt.Sprintf("%s %.2f: %s", c.Kind, c.Confidence, c.Reason)
	}
	return fmt.Sprintf("%s %.2f (%s): %s", c.Kind, c.Confidence, c.Evidence, c.Reason)
}

func comment(text string) string { return " # " + mask.Printable(text) + "\n" }

// ruleText writes a rule, in the short form if that says it all.
func ruleText(r *mask.Rule) string {
	if r.Mask == mask.Keep && !r.Draft {
		return mask.Keep
	}
	parts := []string{"mask: " + word(r.Mask)}
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		parts = append(parts, name+": "+argument(r.Params[name]))
	}
	if r.Domain != "" {
		parts = append(parts, "domain: "+word(r.Domain))
	}
	if r.Max > 0 {
		parts = append(parts, "max: "+strconv.Itoa(r.Max))
	}
	if r.Else != nil {
		parts = append(parts, "else: "+ruleText(r.Else))
	}
	if r.Draft {
		parts = append(parts, "draft: true")
	}
	if len(parts) == 1 {
		return word(r.Mask)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// argument writes a parameter of one of the drafted rules.
func argument(v any) string {
	rules, ok := v.(mask.Rules)
	if !ok {
		return word(fmt.Sprint(v))
	}
	var paths []string
	for i := range rules {
		paths = append(paths, word(rules[i].Name)+": "+ruleText(&rules[i].Rule))
	}
	return "{" + strings.Join(paths, ", ") + "}"
}

func words(list []string) string {
	if len(list) == 1 {
		return word(list[0])
	}
	all := make([]string, len(list))
	for i, w := range list {
		all[i] = word(w)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// word writes a text, in quotes where YAML could take it for something else.
func word(s string) string {
	plain := s != ""
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r >= 0x3041 && r <= 0x9fff
		if !letter && (i == 0 || r != '.' && r != '-' && (r < '0' || r > '9')) {
			plain = false
		}
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		plain = false
	}
	if plain || s != "" && strings.Trim(strings.TrimSuffix(s, "w"), "0123456789") == "" {
		return s
	}
	return quoted(s)
}

// quoted writes a text in double quotes, with everything escaped that is not plain.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r == 0x7f || r >= 0x80 && !strconv.IsPrint(r):
			if r > 0xffff {
				fmt.Fprintf(&b, `\U%08X`, r)
			} else {
				fmt.Fprintf(&b, `\u%04X`, r)
			}
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
