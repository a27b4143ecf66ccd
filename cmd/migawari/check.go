package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/review"
)

// check holds a policy against a schema and reports all that would stop a run.
func (a *app) check() *cobra.Command {
	f := &checkFlags{}
	cmd := &cobra.Command{
		Use:   "check -p POLICY [flags] [FILE]",
		Short: "holds a policy against the tables of a dump",
		Long: `check reads what a dump declares and reports all at once: tables and columns
without a rule, rules for what is not there, and rules that do not fit their
column; what is kept and looks personal, and what else a person should look at. A
reason in the policy says that somebody has. It needs no key and writes no dump.
With --schema and no FILE it reads that file alone, and with --database a live
database, of which it asks for no row. The exit status is 3 if it has found something.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runCheck(cmd.Context(), f, args) },
	}
	cmd.Flags().VarP(&f.policy, "policy", "p", "`file` with the rules")
	cmd.Flags().StringVar(&f.database, "database", "", "`target` whose tables are read in the place of a dump; see migawari dump")
	f.add(cmd)
	f.addInput(cmd)
	f.format = choice{value: "table", of: []string{"table", "json", "sarif", "github"}}
	f.format.add(cmd, "format", "how to show it")
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	return cmd
}

// checkFlags are those of check.
type checkFlags struct {
	readFlags
	policy   filePath
	database string
	format   choice
}

func (a *app) runCheck(ctx context.Context, f *checkFlags, args []string) error {
	if err := f.check(a.ui); err != nil {
		return err
	}
	p, err := readPolicy("check", string(f.policy), mask.EphemeralKey()) // what fits does not depend on the key
	if err != nil {
		return err
	}
	read, nameless, err := a.declared(ctx, f, p.Plan, args)
	if err != nil {
		return err
	}
	found := nameless
	for _, f := range p.Check(read.Schema) {
		same := func(n mask.Finding) bool { return n.Table == f.Table }
		if !errors.Is(f.Err, mask.ErrUnmet) || !slices.ContainsFunc(nameless, same) {
			found = append(found, f)
		}
	}
	found = append(found, review.Findings(p.Plan, read.Tables)...)
	all := append(placed(p.Plan, found, read.Schema.Tables()), p.texts()...)
	shown, err := checked(all, f.format.value, string(f.policy))
	if err != nil {
		return err
	}
	if err := a.show(shown); err != nil {
		return err
	}
	if len(all) == 0 {
		a.sayf("nothing found in %s", count(int64(len(read.Schema.Tables())), "table"))
		return nil
	}
	a.say(count(int64(len(all)), "finding"))
	return errFound
}

// declared gives the tables that are to be judged: of a live database, or of a dump.
func (a *app) declared(ctx context.Context, f *checkFlags, plan *mask.Plan, args []string) (*detect.Result, []mask.Finding, error) {
	if f.database == "" {
		return a.tables(ctx, &f.readFlags, plan, args)
	}
	if len(args) > 0 || f.schema != "" {
		return nil, nil, usage("--database, --schema and a FILE exclude each other")
	}
	live, err := a.liveTables(ctx, "check", f.database)
	if err != nil {
		return nil, nil, err
	}
	return &detect.Result{Schema: live, Tables: detect.Tables(live, detect.Options{})}, nil, nil
}

// tables reads what the dump and the file of --schema declare, and judges the
// rows of which nobody names the columns.
func (a *app) tables(ctx context.Context, f *readFlags, plan *mask.Plan, args []string) (*detect.Result, []mask.Finding, error) {
	var found []mask.Finding
	judge := func(r *dialects.Rows) (bool, error) {
		if _, err := plan.Bind(r); errors.Is(err, mask.ErrNoColumns) {
			var e *mask.Error
			errors.As(err, &e)
			found = append(found, mask.Finding{Table: e.Table, Err: e.Err, Hint: e.Hint})
		}
		return r.Columns == nil, nil
	}
	o, watch := f.scanOptions(), plan.Watch(detect.NamesOfPersons)
	var otherwise dialects.Dialect
	if f.schema != "" {
		known, err := f.openSchema(ctx)
		if err != nil {
			return nil, nil, err
		}
		defer known.close()
		if len(args) == 0 {
			read, err := schemaAlone(ctx, known, o, detect.Options{Watch: watch.Item})
			return read, undecided(watch.Undecided()), err
		}
		if o.Schema, err = readTables(ctx, known.input, known.grammar, o, func(*dialects.Rows) {}); err != nil {
			return nil, nil, err
		}
		otherwise = known.grammar
	}
	in, err := a.open(ctx, f.keys, args)
	if err != nil {
		return nil, nil, err
	}
	defer in.close()
	d, err := f.grammar(in, otherwise)
	if err != nil {
		return nil, nil, err
	}
	shown := newProgress(a.ui, f.progress.value, in)
	o.NoEndMark, o.Bind = true, judge // rows that are missing are no business of a policy
	read, err := detect.Sample(ctx, in, d, o, detect.Options{Watch: watch.Item})
	shown.stop()
	if err != nil {
		err = failed(in.name, why(ctx, err))
	}
	return read, append(found, undecided(watch.Undecided())...), err
}

// undecided says what of a dump stops a run besides its tables.
func undecided(u mask.Undecided) []mask.Finding {
	var found []mask.Finding
	for _, o := range u.Definitions {
		found = append(found, mask.Finding{Table: o.Name, Err: fmt.Errorf("%w: %s", mask.ErrLiteral, o.Kind), Hint: "look at it, and say under definitions: whether it is to be overwritten (mask) or may stay (keep)"})
	}
	if len(u.Databases) > 0 {
		found = append(found, mask.Finding{Err: mask.ErrDatabases, Hint: "say databases: {from: to} in the policy, or mask one database at a time"})
	}
	return found
}

// unmet says that a finding is about a table that did not come, which a run
// judges itself: it knows of tables without DDL, and of --partial.
func unmet(f mask.Finding) bool { return f.Column == "" && errors.Is(f.Err, mask.ErrUnmet) }
