package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/risk"
)

// riskFlags are those of audit risk.
type riskFlags struct {
	readFlags
	policy filePath
	source filePath
	sets   []string
	subset bool
	gone   []string
	format choice
}

// auditRisk measures what a masked dump tells of the raw one.
func (a *app) auditRisk() *cobra.Command {
	f := &riskFlags{}
	cmd := &cobra.Command{
		Use:   "risk -p POLICY --source RAW [flags] [FILE]",
		Short: "measures what a masked dump tells of the raw one",
		Long: `risk reads the raw dump and the masked one beside each other and plays the attacker:
how often fakes give their values away by how often they occur, by their length, or since
they are a hash that anybody can make; how many rows are alone with their school, class and
number, or their day of birth, sex and postal code, before and after; which groups are known
by their size; whether keys and the order of rows stay; and how many fake names are, with
the school that stays beside them, somebody real. It needs no key and shows no value.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runRisk(cmd.Context(), f, args) },
	}
	f.add(cmd)
	f.addInput(cmd)
	f.format = choice{value: "table", of: []string{"table", "json"}}
	fs := cmd.Flags()
	fs.VarP(&f.policy, "policy", "p", "`file` with the rules by which it was masked")
	fs.Var(&f.source, "source", "raw dump `file`")
	fs.BoolVar(&f.subset, "subset", false, "the masked dump has a part of the rows, as migawari subset makes it")
	fs.StringArrayVar(&f.gone, "drop-persons", nil, "`[DOMAIN=]FILE` with the keys of persons whom the masked dump leaves out, as for mask")
	fs.StringArrayVar(&f.sets, "identify", nil, "`TABLE:COLUMN,...`: columns that identify together; can be given again")
	f.format.add(cmd, "format", "how to show it")
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	return cmd
}

func (a *app) runRisk(ctx context.Context, f *riskFlags, args []string) error {
	if err := f.check(a.ui); err != nil {
		return err
	}
	if f.source == "" {
		return &usageError{reason: "audit risk needs the raw dump: --source RAW", hint: "migawari audit risk --help"}
	}
	p, err := readPolicy("audit risk", string(f.policy), mask.EphemeralKey()) // what is told does not depend on the key
	if err != nil {
		return err
	}
	o, err := f.options(p)
	if err != nil {
		return err
	}
	in, err := a.open(ctx, f.keys, args)
	if err != nil {
		return err
	}
	defer in.close()
	r, err := a.measured(ctx, f, p, in, o)
	if err != nil {
		return err
	}
	for _, t := range r.Tables {
		if t.Unpaired {
			a.sayf("table %s: rows are missing of which nobody can tell which they are, as no primary key stays; of single rows nothing is said", t.Table)
		}
	}
	text, err := renderRisk(r, f.format.value)
	if err != nil {
		return err
	}
	return a.show(text)
}

// options are what the flags say.
func (f *riskFlags) options(p *policy) (o risk.Options, err error) {
	o.Subset = f.subset
	if o.LeftOut, err = leaveOut(p.Plan, f.gone); err != nil {
		return o, err
	}
	for _, s := range f.sets {
		table, columns, ok := strings.Cut(s, ":")
		if !ok || columns == "" {
			return o, usage("--identify takes TABLE:COLUMN,...")
		}
		o.Sets = append(o.Sets, risk.Set{Table: table, Columns: strings.Split(columns, ",")})
	}
	return o, nil
}

// measured reads the raw dump and the masked one.
func (a *app) measured(ctx context.Context, f *riskFlags, p *policy, in *input, o risk.Options) (*risk.Report, error) {
	raw, err := openFile(ctx, f.keys, string(f.source))
	if err != nil {
		return nil, err
	}
	defer raw.close()
	if raw.again == nil {
		return nil, usage("--source: it is read more than once, so it must be a file")
	}
	var d dialects.Dialect
	if d, o.Scan, err = a.grammarOf(ctx, &f.readFlags, in); err != nil {
		return nil, err
	}
	if o.Source, err = f.grammar(raw, d); err != nil || o.Source.Name() != d.Name() {
		return nil, usage("--source: %s is in another dialect than the masked dump", raw.name)
	}
	shown := newProgress(a.ui, f.progress.value, in)
	defer shown.stop()
	var sum *digested
	if f.format.value == "json" {
		sum = &digested{in: in}
	}
	r, err := risk.Measure(ctx, raw.again, once(sum.reader(in)), d, p.Plan, o)
	if err != nil {
		return nil, riskError(raw, in, why(ctx, err))
	}
	r.SHA256, err = sum.value()
	return r, err
}

func renderRisk(r *risk.Report, format string) (string, error) {
	if format == "json" {
		b, err := json.MarshalIndent(r, "", "  ")
		return string(b) + "\n", err
	}
	var columns, groups, tables, names grid
	columns.add("TABLE", "COLUMN", "RULE", "VALUES", "SAME", "UNDONE BY", "RANK", "GUESSED", "LENGTH")
	for _, c := range r.Columns {
		by := ""
		if c.Undone > 0 {
			by = c.By + " (" + grouped(c.Undone) + ")"
		}
		columns.add(c.Table, c.Column, c.Rule, grouped(c.Values), grouped(c.Same), by, decimal(c.Rank), percent(c.Guessed), decimal(c.Length))
	}
	groups.add("TABLE", "TOGETHER", "GROUPS", "ALONE", fmt.Sprintf("FEWER THAN %d", risk.Few), "KNOWN BY SIZE", "FOUND AGAIN", "FOR SURE")
	for _, g := range r.Sets {
		again, sure := percent(g.Linked), percent(g.Sure)
		if !r.Pairs(g.Table) {
			again, sure = "unknown", "unknown"
		}
		groups.add(g.Table, strings.Join(g.Columns, ", "), grouped(g.Before.Groups)+" > "+grouped(g.After.Groups),
			change([2]float64{g.Before.Unique, g.After.Unique}), change([2]float64{g.Before.Few, g.After.Few}), change([2]float64{g.Before.Known, g.After.Known}), again, sure)
	}
	tables.add("TABLE", "ROWS", "OF", "KEY AND PLACE KEPT", "TIMES KEPT")
	for _, t := range r.Tables {
		tables.add(t.Table, grouped(t.Rows), grouped(t.Source), grouped(t.KeysKept), strings.Join(t.TimesKept, ", "))
	}
	names.add("TABLE", "NAME AND SCHOOL", "PAIRS", "REAL ONES")
	for _, n := range r.Names {
		names.add(n.Table, strings.Join(n.Columns, ", "), grouped(n.Pairs), grouped(n.Real))
	}
	var shown []string
	for _, g := range []*grid{&columns, &groups, &tables, &names} {
		if len(g.rows) > 1 {
			shown = append(shown, g.String())
		}
	}
	return strings.Join(shown, "\n"), nil
}

func decimal(f *float64) string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf("%.2f", *f)
}

func percent(f float64) string { return fmt.Sprintf("%.1f%%", 100*f) }

func change(f [2]float64) string { return percent(f[0]) + " > " + percent(f[1]) }
