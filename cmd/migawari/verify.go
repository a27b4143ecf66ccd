package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/verify"
)

// verifyFlags are those of verify.
type verifyFlags struct {
	readFlags
	databaseFlags
	policy filePath
	source sourceFlags
	gone   []string
	format choice
}

// verify looks for what should not be in a masked dump.
func (a *app) verify() *cobra.Command {
	f := &verifyFlags{}
	cmd := &cobra.Command{
		Use:   "verify -p POLICY [--source RAW | --source-command COMMAND] [flags] [FILE]",
		Short: "looks for real values in a masked dump",
		Long: `verify reads a masked dump and says which values in it are not ours: in masked
columns those that no rule writes, elsewhere those that are somebody's. It needs
no key and shows no value. Of some columns nobody can tell, since fakes look like
real values there; they are named, and count as unknown and not as clean.

With --source, verify also looks for each value of the raw dump that was to be
masked, everywhere in the masked one and in every guise: other columns, texts,
definitions, comments, hex, base64, escapes, character sets, hashes. Both are read
two or three times. RAW may be encrypted with age; --source-command names a program
that writes it, so that it need not lie on a disk at all.

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
	cmd.Flags().Var(&f.source.file, "source", "raw dump `file`, whose values must not be found")
	cmd.Flags().Var(&f.source.command, "source-command", "`program` with its arguments that writes the raw dump; it runs for each time of reading, and in no shell")
	cmd.Flags().StringArrayVar(&f.gone, "drop-persons", nil, "`[DOMAIN=]FILE` with the keys of persons whom the masked dump leaves out, as for mask")
	f.format.add(cmd, "format", "how to show it")
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
	var sum *digested
	if f.format.value == "json" && f.database == "" {
		sum = &digested{in: in}
	}
	v, err := a.judged(ctx, f, p, in, sum)
	if err != nil {
		return err
	}
	shown, err := renderVerdict(v, f.format.value, sum)
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
func (a *app) judged(ctx context.Context, f *verifyFlags, p *policy, in *input, sum *digested) (*verify.Verdict, error) {
	d, scan, err := a.grammarOf(ctx, &f.readFlags, in)
	if err != nil {
		return nil, err
	}
	o := verify.Options{Locales: fakesOf(p), Scan: scan, Workers: f.workers()}
	if o.LeftOut, err = leaveOut(p.Plan, f.gone); err != nil {
		return nil, err
	}
	if f.source.named() {
		return a.compared(ctx, f, p, in, sum, d, o)
	}
	shown := newProgress(a.ui, f.progress.value, in)
	defer shown.stop()
	v, err := verify.Run(ctx, sum.reader(in), d, p.Plan, o)
	if err != nil {
		return nil, failed(in.name, why(ctx, err))
	}
	return v, nil
}

// compared holds the masked dump against the raw one.
func (a *app) compared(ctx context.Context, f *verifyFlags, p *policy, in *input, sum *digested, d dialects.Dialect, o verify.Options) (*verify.Verdict, error) {
	raw, err := f.source.open(ctx, &f.readFlags)
	if err != nil {
		return nil, err
	}
	defer raw.close()
	if in.again == nil || raw.again == nil {
		return nil, usage("--source: both dumps are read more than once, so they must be files; of databases, PostgreSQL's can be")
	}
	if in.info != nil && raw.info != nil && os.SameFile(in.info, raw.info) {
		return nil, usage("--source: the masked dump is the raw one")
	}
	own, err := f.grammar(raw, d)
	if err != nil || own.Name() != d.Name() {
		return nil, usage("--source: %s is in another dialect than the masked dump", raw.name)
	}
	o.Source = own
	all := &input{} // whose size nobody knows: how often they are read depends on what is found
	shown := newProgress(a.ui, f.progress.value, all)
	defer shown.stop()
	v, err := verify.Compare(ctx, all.reading(raw, nil), all.reading(in, sum), d, p.Plan, o)
	if err != nil {
		file := in
		if broken, ok := errors.AsType[*verify.ReadError](err); ok && broken.Source {
			file = raw
		}
		name, err := file.locate(why(ctx, err))
		return nil, failed(name, err)
	}
	return v, nil
}

// reading opens another dump again, and counts what is read of it.
func (in *input) reading(other *input, sum *digested) verify.Open {
	return func() (io.ReadCloser, error) {
		r, err := other.again()
		if err != nil {
			return nil, err
		}
		return struct {
			io.Reader
			io.Closer
		}{&counter{sum.reader(r), &in.raw}, r}, nil
	}
}

// fakesOf are the locales whose fakes can stand in a dump: that of the policy, and English,
// which writes what has another script.
func fakesOf(p *policy) []*fake.Locale {
	own := []*fake.Locale{p.locale}
	if english := locales.Find("en"); p.locale != english {
		own = append(own, english)
	}
	return own
}
