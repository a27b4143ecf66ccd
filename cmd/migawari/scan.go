package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// scanFlags are those of scan.
type scanFlags struct {
	readFlags
	databaseFlags
	format  choice
	profile choice
	words   filePath
	locale  string
	update  filePath
	fail    bool
}

// scan finds what is personal in a dump.
func (a *app) scanVerb() *cobra.Command {
	f := &scanFlags{}
	cmd := &cobra.Command{
		Use:   "scan [flags] [FILE]",
		Short: "finds the personal data of a dump",
		Long: `scan reads a dump and says which columns hold personal data, by their names,
types, comments and values. It shows no value. With --schema and no FILE it reads
that file alone, and with --database a live database. What it does not find may be
personal all the same: the policy is for a person to decide.

The exit status is 3 if --fail-on-found is given and it has found something, and if a
database that is no production has no record of a load, or one that has expired.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runScan(cmd.Context(), f, args) },
	}
	f.readFlags.add(cmd)
	f.databaseFlags.add(cmd)
	f.addInput(cmd)
	f.format = choice{value: "table", of: formats()}
	f.profile = choice{value: "all", of: []string{"all"}}
	for _, p := range detect.Profiles {
		f.profile.of = append(f.profile.of, p.Name)
	}
	fs := cmd.Flags()
	f.format.add(cmd, "format", "how to show it")
	f.profile.add(cmd, "profile", "which kinds count")
	fs.Var(&f.words, "words", "`file` with words of your own for names of columns, a line each: KIND: WORD, WORD")
	fs.StringVar(&f.locale, "locale", "", "`language` of the fakes of a policy; without it, Japanese or English as the dump has it")
	fs.Var(&f.update, "update", "a policy `file` to which the tables and columns are added that it does not decide")
	fs.BoolVar(&f.fail, "fail-on-found", false, "end with status 3 if something was found")
	completeFiles(cmd, "update", "yaml", "yml")
	completeLanguages(cmd, "locale")
	return cmd
}

func (a *app) runScan(ctx context.Context, f *scanFlags, args []string) error {
	if err := f.check(a.ui); err != nil {
		return err
	}
	o := detect.Options{Profile: detect.FindProfile(f.profile.value)}
	if f.words != "" {
		list, err := os.Open(string(f.words))
		if err != nil {
			return usage("--words: %s", reason(err))
		}
		defer func() { _ = list.Close() }() // it was only read
		if o.Words, err = detect.Builtin().With(list); err != nil {
			return usage("--words: %s: %s", named(string(f.words)), err)
		}
	}
	var old *policy
	if f.update != "" {
		var err error
		if old, err = readPolicy("scan --update", string(f.update), mask.EphemeralKey()); err != nil {
			return err
		}
	}
	ctx, cancel := f.limit(ctx)
	defer cancel()
	watch, err := watchFor(old)
	if err != nil {
		return err
	}
	o.Watch = watch.Item
	found, bad, err := a.sampled(ctx, f, o, args)
	if err != nil {
		return err
	}
	if old != nil {
		return a.updatePolicy(old, found, watch.Undecided(), string(f.update))
	}
	var shown string
	if f.format.value == "policy" {
		shown, err = drafted(found, watch.Undecided(), f.locale)
	} else {
		shown, err = render(found.Tables, f.format.value, wantsColour(a.stdout))
	}
	if err != nil {
		return err
	}
	if err := a.show(shown); err != nil {
		return err
	}
	n := personal(found.Tables)
	a.sayf("found %s in %s", count(int64(n), "personal column"), count(int64(len(found.Tables)), "table"))
	if bad || n > 0 && f.fail {
		return errFound
	}
	return nil
}

// sampled judges the columns of the dump, and those of the file of --schema. bad says that
// a database is no valid copy.
func (a *app) sampled(ctx context.Context, f *scanFlags, o detect.Options, args []string) (found *detect.Result, bad bool, err error) {
	scan := f.scanOptions()
	var otherwise dialects.Dialect
	if f.schema != "" {
		known, err := f.openSchema(ctx)
		if err != nil {
			return nil, false, err
		}
		defer known.close()
		if len(args) == 0 && f.database == "" {
			r, err := schemaAlone(ctx, known, scan, o)
			return r, false, err
		}
		if scan.Schema, err = readTables(ctx, known.input, known.grammar, scan, func(*dialects.Rows) {}); err != nil {
			return nil, false, err
		}
		otherwise = known.grammar
	}
	in, err := a.openCopy(ctx, "scan", &f.databaseFlags, &f.readFlags, f.update, args)
	if err != nil {
		return nil, false, err
	}
	defer in.close()
	if otherwise == nil { // a proposal of rules does not hang on types
		otherwise, _ = dialects.DetectNames(in.head, grammars()...) // grammar tells what is wrong
	}
	d, err := f.grammar(in, otherwise)
	if err != nil {
		return nil, false, err
	}
	shown := newProgress(a.ui, f.progress.value, in)
	r, err := detect.Sample(ctx, in, d, scan, o)
	shown.stop()
	if err != nil {
		return nil, false, failed(in.name, why(ctx, err))
	}
	bad, err = a.record(ctx, in)
	return r, bad, err
}

// schemaAlone judges the columns of a file without looking at its rows.
func schemaAlone(ctx context.Context, known *ddl, scan dialects.ScanOptions, o detect.Options) (*detect.Result, error) {
	scan.NoEndMark = true // a schema has no rows that could be missing
	scan.Bind = func(*dialects.Rows) (bool, error) { return true, nil }
	r, err := detect.Sample(ctx, known.input, known.grammar, scan, o)
	if err != nil {
		return nil, failed(known.name, why(ctx, err))
	}
	return r, nil
}
