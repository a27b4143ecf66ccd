package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask"
)

// mask is the main job: a dump in, a masked dump out.
func (a *app) mask() *cobra.Command {
	f := &maskFlags{}
	cmd := &cobra.Command{
		Use:   "mask -p POLICY [flags] [FILE]",
		Short: "masks a dump by a policy",
		Long: `mask reads a dump from FILE or standard input and writes it masked to standard
output or to the file of -o, which appears only when the run has succeeded.

The input may be compressed with gzip, zstd, lz4 or xz. The output is compressed
if the name behind -o ends in .gz, .zst or .lz4. FILE may be a directory that
mydumper, MySQL Shell or mysqldump --tab wrote; then -o names one too.`,
		Example: `  mysqldump shop | migawari mask -p policy.yaml --key-file key | mysql shop_dev
  migawari mask -p policy.yaml -o dev/shop.sql.zst raw/shop.sql.gz`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runMask(cmd.Context(), f, args) },
	}
	f.add(cmd)
	f.addFile(cmd)
	f.splitFlags.add(cmd)
	return cmd
}

func (a *app) runMask(ctx context.Context, f *maskFlags, args []string) error {
	p, err := a.prepare(f)
	if err != nil {
		return err
	}
	return a.maskDump(ctx, f, p, func() (*input, error) { return a.open(ctx, f.keys, args) })
}

// maskDump ends with a line on which the client fails, whatever stops it once
// the dump is asked for: an empty stream would look like an empty dump.
func (a *app) maskDump(ctx context.Context, f *maskFlags, p *policy, open func() (*input, error)) error {
	said := false
	defer func() {
		if !said && !f.dry && !f.toFile() {
			_, _ = io.WriteString(a.stdout, "\n"+mask.Incomplete+"\n") // the exit status says it too
		}
	}()
	rec := newRecorder(f, p)
	err := a.maskFrom(ctx, f, p, rec, open)
	var bad *usageError
	var fail *failure
	said = err == nil || errors.As(err, &bad) || errors.As(err, &fail) && fail.ended
	return err
}

// toFile says that the dump goes to a file, and not to standard output.
func (f *maskFlags) toFile() bool { return f.output != "" && f.output != "-" }

func (a *app) maskFrom(ctx context.Context, f *maskFlags, p *policy, rec *recorder, open func() (*input, error)) (err error) {
	listed, err := leaveOut(p.Plan, f.gone)
	if err != nil {
		return err
	}
	in, err := open()
	if err != nil {
		return err
	}
	defer in.close()
	in.readAhead(f.workers())
	if err := rec.begin(f); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, rec.stopped(f))
		}
	}()
	d, options, err := a.scan(ctx, f, in, p.Plan)
	if err != nil {
		return err
	}
	if err := f.fits(in, p); err != nil {
		return err
	}
	d = rec.grammar(f, p, d)
	part, err := a.job(ctx, f, in, d, options, p.Plan, listed)
	if err != nil {
		return err
	}
	surveyed := in.again != nil && (p.Surveys() || listed != nil || f.part != nil)
	r, err := a.openResults(f, in, f.run(p, surveyed))
	if err != nil {
		return err
	}
	r.safe = p.DDL() == mask.SafeDDL
	defer r.discard()
	if err := r.database(f, in, d); err != nil {
		return err
	}

	known := listed
	opts := append(f.options(in, options), mask.Surveyed(known))
	if surveyed {
		if known, err = f.survey(ctx, in, d, p.Plan, opts); err != nil {
			return r.blame(in, why(ctx, err))
		}
		opts = append(opts, mask.Surveyed(known))
	}
	if in.archive != nil {
		if err := r.contents(ctx, in, d, p.Plan, opts); err != nil {
			return err
		}
	}
	labelled, err := f.label(r, in, d)
	if err != nil {
		return failed(r.name, err)
	}
	check, err := a.checker(ctx, f, p, in, r, d, options, known)
	if err != nil {
		return err
	}
	defer check.passed()
	shown := newProgress(a.ui, f.progress.value, in)
	counts, err := part.copy(ctx, check.writes(r), check.reads(rec.reader(in)), rec, d, p.Plan, append(opts, shown.option()...))
	shown.stop()
	if err != nil {
		var found findings
		if errors.As(err, &found) {
			a.say(inTable(placed(p.Plan, found, nil)))
		}
		return r.blame(in, why(ctx, err))
	}
	counts.BytesOut += labelled
	rec.done = rec.record(f, p, d, in, counts)
	rec.done.Shard = part.about()
	rec.done.Reused = r.reused()
	if f.audit != "" { // who asks for none does not wait for it
		rec.done.Judge(p.Plan, rec.schema)
	}
	check.passed()
	r.check = func() (err error) {
		rec.done.Verified, err = check.judge(ctx)
		return err
	}
	r.before = func() error { return rec.ended(f, r.audit) }
	if err := r.finish(rec.done); err != nil {
		return err
	}
	a.summarise(rec.done)
	return nil
}
