package main

import (
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
			docs := builtin.Docs()
			if len(args) == 0 {
				return a.show(allMaskers(docs))
			}
			i := slices.IndexFunc(docs, func(d builtin.Doc) bool { return d.Name == args[0] })
			if i < 0 {
				return &usageError{reason: "there is no masker " + quoted(args[0]), hint: "migawari maskers lists them"}
			}
			return a.show(oneMasker(docs[i]))
		},
	}
	for _, d := range builtin.Docs() {
		cmd.ValidArgs = append(cmd.ValidArgs, d.Name+"\t"+d.Does)
	}
	return cmd
}

// allMaskers gives a table of the maskers.
func allMaskers(docs []builtin.Doc) string {
	specs := specsOf(docs)
	var g grid
	g.add("MASKER", "DOES", "KEYED BY", "KEEPS APART", "LONGEST")
	for _, d := range docs {
		by, apart, long := traits(specs[d.Name])
		g.add(d.Name, d.Does, by, apart, long)
	}
	return g.String() + "\nwhat depends on parameters is that of the example that migawari maskers NAME shows\n"
}

// oneMasker gives all that there is to know of a masker.
func oneMasker(d builtin.Doc) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", d.Name, d.Does)
	if d.More != "" {
		fmt.Fprintf(&b, "%s\n", d.More)
	}
	by, apart, long := traits(specsOf([]builtin.Doc{d})[d.Name])
	fmt.Fprintf(&b, "\nkeyed by     %s\nkeeps apart  %s\nlongest      %s\n", by, apart, long)
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

// specsOf has each masker built from its example, to hear what it says about
// itself. keep is no masker and has no spec.
func specsOf(docs []builtin.Doc) map[string]*mask.Spec {
	specs := map[string]*mask.Spec{}
	set := mask.Set{}
	described := "" // the masker whose example is being compiled; others may be nested in it
	for name, factory := range builtin.Set(locales()[0]) {
		set[name] = func(b *mask.Build) (mask.Masker, error) {
			m, err := factory(b)
			if d, ok := m.(mask.Describer); ok && err == nil && name == described {
				s := d.Spec()
				specs[name] = &s
			}
			return m, err
		}
	}
	for i := range docs {
		described = docs[i].Name
		column := mask.Column{Name: "column", Arms: []mask.Arm{{Rule: docs[i].Example}}}
		table := mask.Table{Pattern: "table", Person: &mask.Person{By: []string{"id"}}, Columns: []mask.Column{column}}
		// Whether it compiles is for the tests of package builtin to say.
		_, _ = mask.Compile(&mask.Policy{Tables: []mask.Table{table}}, mask.EphemeralKey(), set)
	}
	return specs
}

// traits puts a spec into words.
func traits(s *mask.Spec) (by, apart, long string) {
	if s == nil {
		return "nothing", "yes", "as the value"
	}
	by = map[mask.Keying]string{
		mask.ByValue: "the value", mask.ByPerson: "the person", mask.ByRow: "person or row, and value", mask.ByNothing: "nothing",
	}[s.Keying]
	apart = map[mask.Distinct]string{mask.Repeats: "no", mask.Budgeted: "all but 2⁻⁶⁴", mask.Injective: "yes"}[s.Distinct]
	if long = "as the value"; s.Output.Chars > 0 {
		long = count(int64(s.Output.Chars), "character")
	}
	return by, apart, long
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
