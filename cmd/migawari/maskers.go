package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
)

// maskers shows what a policy can say about a column.
func (a *app) maskers() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "maskers [NAME]",
		Short: "lists the maskers, or describes one",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("maskers takes one name, and %d are given", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			docs := builtin.Docs(locales()[0])
			if len(args) == 0 {
				return a.show(allMaskers(docs))
			}
			i := slices.IndexFunc(docs, func(d builtin.Doc) bool { return d.Name == args[0] })
			if i < 0 {
				return &usageError{reason: "there is no masker " + quoted(args[0]), hint: cmp.Or(nearest(args[0], names(docs)), "migawari maskers lists them")}
			}
			return a.show(oneMasker(docs[i]))
		},
	}
	for _, d := range builtin.Docs(locales()[0]) {
		cmd.ValidArgs = append(cmd.ValidArgs, d.Name+"\t"+d.Does)
	}
	return cmd
}

func names(docs []builtin.Doc) []string {
	var all []string
	for _, d := range docs {
		all = append(all, d.Name)
	}
	return all
}

// allMaskers gives a table of the maskers.
func allMaskers(docs []builtin.Doc) string {
	var g grid
	g.add("MASKER", "DOES", "KEYED BY", "KEEPS VALUES APART", "LONGEST")
	for _, d := range docs {
		g.add(d.Name, d.Does, d.KeyedBy, d.Apart, d.Longest)
	}
	return g.String()
}

// oneMasker gives all that there is to know of a masker.
func oneMasker(d builtin.Doc) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", d.Name, d.Does)
	if d.More != "" {
		fmt.Fprintf(&b, "%s\n", d.More)
	}
	b.WriteString("\n")
	var traits grid
	for _, t := range []struct{ name, text string }{
		{"keyed by", d.KeyedBy}, {"domain", d.Domain}, {"equal", d.Equal}, {"keeps values apart", d.Apart},
		{"longest", d.Longest}, {"columns of text and", d.Types},
	} {
		if t.text != "" {
			traits.add(t.name, t.text)
		}
	}
	b.WriteString(traits.String())
	if len(d.Params) > 0 {
		b.WriteString("\nparameters\n")
		var g grid
		for _, p := range d.Params {
			g.add("  "+p.Name, p.Does)
		}
		b.WriteString(g.String())
	}
	fmt.Fprintf(&b, "\nexample\n  column: %s\n", ruleText(&d.Example))
	return b.String()
}

// ruleText writes a rule as a policy has it, in the flow style of YAML.
func ruleText(r *mask.Rule) string {
	words := []string{"mask: " + r.Mask}
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		words = append(words, name+": "+scalarText(r.Params[name]))
	}
	for _, w := range []struct{ name, value string }{{"domain", r.Domain}, {"reason", r.Reason}, {"unsafe", r.Unsafe}} {
		if w.value != "" {
			words = append(words, w.name+": "+scalarText(w.value))
		}
	}
	if r.Else != nil {
		words = append(words, "else: "+ruleText(r.Else))
	}
	if len(words) == 1 {
		return r.Mask
	}
	return "{" + strings.Join(words, ", ") + "}"
}

// scalarText writes a value of a rule. Texts with anything but letters and digits
// are quoted, lists in brackets.
func scalarText(v any) string {
	switch v := v.(type) {
	case string:
		if strings.ContainsFunc(v, func(r rune) bool { return !isWord(r) }) || v == "" {
			return "'" + strings.ReplaceAll(v, "'", "''") + "'"
		}
		return v
	case []any:
		items := make([]string, len(v))
		for i := range v {
			items[i] = scalarText(v[i])
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return fmt.Sprint(v)
}

func isWord(r rune) bool {
	return r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}
