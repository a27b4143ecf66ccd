package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/internal/spelling"
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
			docs := builtin.Docs(locales.All()[0])
			if len(args) == 0 {
				return a.show(allMaskers(docs))
			}
			i := slices.IndexFunc(docs, func(d builtin.Doc) bool { return d.Name == args[0] })
			if i < 0 {
				return &usageError{reason: "there is no masker " + quoted(args[0]), hint: cmp.Or(spelling.DidYouMean(args[0], names(docs)), "migawari maskers lists them")}
			}
			return a.show(oneMasker(docs[i]))
		},
	}
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var offered []string // made when a shell asks: it takes as long as all else at a start
		for _, d := range builtin.Docs(locales.All()[0]) {
			offered = append(offered, d.Name+"\t"+d.Does)
		}
		return offered, cobra.ShellCompDirectiveNoFileComp
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
		{"longest", d.Longest}, {"column types", d.Types},
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
	fmt.Fprintf(&b, "\nexample\n  column: %s\n", d.Rule())
	return b.String()
}
