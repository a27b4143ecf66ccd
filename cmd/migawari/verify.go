package main

import (
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/verify"
)

// verifyFlags are those of verify.
type verifyFlags struct {
	readFlags
	databaseFlags
	policy filePath
	source filePath
	format choice
}

// verify looks for what should not be in a masked dump.
func (a *app) verify() *cobra.Command {
	f := &verifyFlags{}
	cmd := &cobra.Command{
		Use:   "verify -p POLICY [--source RAW] [flags] [FILE]",
		Short: "looks for real values in a masked dump",
		Long: `verify reads a masked dump and says which values in it are not ours: in masked
columns those that no rule writes, elsewhere those that are somebody's. It needs
no key and shows no value. Of some columns nobody can tell, since fakes look like
real values there; they are named, and count as unknown and not as clean.

With --source, verify also looks for each value of the raw dump that was to be
masked, everywhere in the masked one and in every guise: other columns, texts,
definitions, comments, hex, base64, escapes, character sets, hashes. Both files
are read twice.

With --database it reads a living copy, as migawari dump does, for a nightly job.

The exit status is 3 if it has found something, or could judge nothing, or if the
record that migawari load keeps in a database is missing or says that it has expired.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runVerify(cmd.Context(), f, args) },
	}
	f.readFlags.add(cmd)
	f.databaseFlags.add(cmd)
	f.addInput(cmd)
	f.format = choice{value: "table", of: []string{"table", "json"}}
	cmd.Flags().VarP(&f.policy, "policy", "p", "`file` with the rules by which it was masked")
	cmd.Flags().Var(&f.source, "source", "raw dump `file`, whose values must not be found")
	cmd.Flags().Var(&f.format, "format", "how to show it: "+list(f.format.of))
	complete(cmd, "format", f.format.of...)
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	return cmd
}

func (a *app) runVerify(ctx context.Context, f *verifyFlags, args []string) error {
	if err := f.check(a.ui); err != nil {
		return err
	}
	p, err := readPolicy("verify", string(f.policy), mask.EphemeralKey()) // what is ours does not depend on the key
	if err != nil {
		return err
	}
	ctx, cancel := f.limit(ctx)
	defer cancel()
	in, err := a.openCopy(ctx, "verify", &f.databaseFlags, &f.readFlags, f.policy, args)
	if err != nil {
		return err
	}
	defer in.close()
	v, err := a.judged(ctx, f, p, in)
	if err != nil {
		return err
	}
	shown, err := renderVerdict(v, f.format.value)
	if err != nil {
		return err
	}
	if err := a.show(shown); err != nil {
		return err
	}
	a.conclude(v)
	bad, err := a.record(ctx, in)
	if err != nil {
		return err
	}
	if bad || !v.Clean() {
		return errFound
	}
	return nil
}

// judged reads the masked dump, and the raw one if it is named.
func (a *app) judged(ctx context.Context, f *verifyFlags, p *policy, in *input) (*verify.Verdict, error) {
	d, scan, err := a.grammarOf(ctx, &f.readFlags, in)
	if err != nil {
		return nil, err
	}
	o := verify.Options{Locales: fakesOf(p), Scan: scan, Workers: f.workers()}
	shown := newProgress(a.ui, f.progress.value, in)
	defer shown.stop()
	if f.source == "" {
		v, err := verify.Run(ctx, in, d, p.Plan, o)
		if err != nil {
			return nil, failed(in.name, why(ctx, err))
		}
		return v, nil
	}
	raw, err := openFile(ctx, f.keys, string(f.source))
	if err != nil {
		return nil, err
	}
	defer raw.close()
	if in.again == nil || raw.again == nil {
		return nil, usage("--source: both dumps are read twice, so they must be files; of databases, PostgreSQL's can be")
	}
	if in.info != nil && os.SameFile(in.info, raw.info) {
		return nil, usage("--source: the masked dump is the raw one")
	}
	if own, err := f.grammar(raw, d); err != nil || own.Name() != d.Name() {
		return nil, usage("--source: %s is in another dialect than the masked dump", raw.name)
	}
	v, err := verify.Compare(ctx, reading(raw), reading(in), d, p.Plan, o)
	if err != nil {
		var broken *verify.ReadError
		name := in.name
		if errors.As(err, &broken) && broken.Source {
			name = raw.name
		}
		return nil, failed(name, why(ctx, err))
	}
	return v, nil
}

// reading opens a dump again.
func reading(in *input) verify.Open { return verify.Open(in.again) }

// fakesOf are the locales whose fakes can stand in a dump: that of the policy, and English,
// which writes what has another script.
func fakesOf(p *policy) []*fake.Locale {
	own := []*fake.Locale{p.locale}
	if english := findLocale("en"); p.locale != english {
		own = append(own, english)
	}
	return own
}
