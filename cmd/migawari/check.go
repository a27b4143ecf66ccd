package main

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// check holds a policy against a schema and reports all that would stop a run.
func (a *app) check() *cobra.Command {
	f := &readFlags{}
	var file filePath
	cmd := &cobra.Command{
		Use:   "check -p POLICY [flags] [FILE]",
		Short: "holds a policy against the tables of a dump",
		Long: `check reads what a dump declares and reports all at once: tables and columns
without a rule, rules for what is not there, and rules that do not fit their
column. It needs no key and writes no dump. With --schema and no FILE it reads
that file alone. The exit status is 3 if it has found something.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runCheck(cmd.Context(), f, string(file), args) },
	}
	cmd.Flags().VarP(&file, "policy", "p", "`file` with the rules")
	f.add(cmd)
	f.addInput(cmd)
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	return cmd
}

func (a *app) runCheck(ctx context.Context, f *readFlags, file string, args []string) error {
	if err := f.check(); err != nil {
		return err
	}
	p, err := readPolicy("check", file, mask.EphemeralKey()) // what fits does not depend on the key
	if err != nil {
		return err
	}
	tables, nameless, err := a.tables(ctx, f, p.Plan, args)
	if err != nil {
		return err
	}
	found := nameless
	for _, f := range p.Check(tables) {
		same := func(n mask.Finding) bool { return n.Table == f.Table }
		if !errors.Is(f.Err, mask.ErrUnmet) || !slices.ContainsFunc(nameless, same) {
			found = append(found, f)
		}
	}
	if len(found) == 0 {
		a.sayf("nothing found in %s", count(int64(len(tables.Tables())), "table"))
		return nil
	}
	if err := a.show(rendered(found)); err != nil {
		return err
	}
	a.say(count(int64(len(found)), "finding"))
	return errFound
}

// tables reads what the dump and the file of --schema declare, and judges the
// rows of which nobody names the columns.
func (a *app) tables(ctx context.Context, f *readFlags, plan *mask.Plan, args []string) (*schema.Schema, []mask.Finding, error) {
	var found []mask.Finding
	judge := func(r *dialects.Rows) {
		if _, err := plan.Bind(r); errors.Is(err, mask.ErrNoColumns) {
			var e *mask.Error
			errors.As(err, &e)
			found = append(found, mask.Finding{Table: e.Table, Err: e.Err, Hint: e.Hint})
		}
	}
	o := f.scanOptions()
	var otherwise dialects.Dialect
	if f.schema != "" {
		known, err := f.openSchema(ctx)
		if err != nil {
			return nil, nil, err
		}
		defer known.close()
		if o.Schema, err = readTables(ctx, known.input, known.grammar, o, func(*dialects.Rows) {}); err != nil || len(args) == 0 {
			return o.Schema, nil, err
		}
		otherwise = known.grammar
	}
	in, err := a.open(ctx, args)
	if err != nil {
		return nil, nil, err
	}
	defer in.close()
	d, err := f.grammar(in, otherwise)
	if err != nil {
		return nil, nil, err
	}
	shown := newProgress(a.ui, f.progress.value, in)
	tables, err := readTables(ctx, in, d, o, judge)
	shown.stop()
	return tables, found, err
}

// rendered gives findings as a table.
func rendered(found []mask.Finding) string {
	var g grid
	g.add("TABLE", "COLUMN", "RULE", "FINDING", "HINT")
	for _, f := range found {
		g.add(mask.Printable(f.Table), mask.Printable(f.Column), f.Rule, f.Err.Error(), f.Hint)
	}
	return g.String()
}

// unmet says that a finding is about a table that did not come, which a run
// judges itself: it knows of tables without DDL, and of --partial.
func unmet(f mask.Finding) bool { return f.Column == "" && errors.Is(f.Err, mask.ErrUnmet) }
