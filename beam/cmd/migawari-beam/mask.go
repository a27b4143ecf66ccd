package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/exec/optimized"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/dataflow"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/spark"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/beam/job"
	"github.com/migawari-dev/migawari/mask"
)

// mask runs a job.
func (f *flags) mask(ctx context.Context, stdout io.Writer) error {
	if err := f.prepare(ctx); err != nil {
		return err
	}
	out, err := bucket.OpenToWrite(ctx, f.output)
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	defer func() { _ = out.Close() }() // what is written has been closed
	if err := vacant(ctx, out); err != nil {
		return err
	}
	f.job.ID = job.NewID()
	result, err := f.engine(ctx)
	switch {
	case err != nil:
		err = errors.New(plain(err))
	case *jobopts.Async:
		_, _ = fmt.Fprintf(stdout, "started: %s will be there at its end\n", f.output.String()+job.ManifestName)
		return nil
	default:
		err = f.ended(ctx, out)
	}
	if err != nil {
		if e := f.job.Sweep(context.WithoutCancel(ctx), out); e != nil {
			err = fmt.Errorf("%w\nwhat the job has left in the output was not removed: %w", err, e)
		}
		return err
	}
	f.summarise(stdout, result)
	return nil
}

// engine runs the pipeline. Beam leaves an empty file for each job whose worker is this process;
// it does so in a directory that goes with the job.
func (f *flags) engine(ctx context.Context) (result beam.PipelineResult, err error) {
	dir, err := os.MkdirTemp("", "migawari-beam-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	before, set := os.LookupEnv("TMPDIR")
	if err := os.Setenv("TMPDIR", dir); err != nil {
		return nil, err
	}
	defer func() {
		if set {
			_ = os.Setenv("TMPDIR", before) // the name is good
		} else {
			_ = os.Unsetenv("TMPDIR") // likewise
		}
	}()
	return beam.Run(ctx, f.runner, f.job.Build())
}

// ended says whether the engine has done what it says.
func (f *flags) ended(ctx context.Context, out *bucket.Bucket) error {
	ended, err := f.job.Ended(ctx, out)
	if err == nil && !ended {
		err = errors.New("the engine has ended the job, and there is no manifest")
	}
	return err
}

// prepare does all that can be done before anything is read.
func (f *flags) prepare(ctx context.Context) (err error) {
	j := &f.job
	if j.Policy, err = os.ReadFile(f.policy); err != nil {
		return usage("--policy: %s", err)
	}
	key := mask.EphemeralKey()
	if j.KeyID == "" {
		if key, err = j.Key.Key(ctx); err != nil {
			return usage("%s", err)
		}
		j.KeyID = key.ID()
	}
	if j.Key.Holds(j.KeyID) {
		return usage("the flags say where the key is, and never what it is: everybody who sees the job would know it")
	}
	plan, _, err := job.Compile(j.Policy, key)
	if faults, ok := errors.AsType[mask.Faults](err); ok {
		return &policyError{f.policy, j.Policy, faults}
	}
	if err != nil {
		return usage("--policy: %s", err)
	}
	j.PolicyID = plan.Policy().ID
	return nil
}

// vacant refuses an output that has objects already: a listing would mix them up. What jobs
// have left that did not end is none.
func vacant(ctx context.Context, out *bucket.Bucket) error {
	names, err := out.Names(ctx, "")
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	for _, n := range names {
		if !strings.HasPrefix(n, job.Aside) {
			return errors.New("--output: there are objects already")
		}
	}
	return nil
}

// plain is what a worker has said of a failed job, without the places in the engine where it
// was said; what the engine says, where no worker has.
func plain(err error) string {
	text := err.Error()
	const before = "] failed:\n" // DoFn[…]
	if i := strings.LastIndex(text, before); i >= 0 {
		return text[i+len(before):]
	}
	return text
}

// log sets what the engine writes down. Prism's log says what the error says, and more often.
func (f *flags) log(stderr io.Writer) {
	level := slog.LevelInfo
	if f.runner == engines[0] && !f.verbose {
		level = slog.LevelError + 1
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: level})))
}

// summarise says what was done, as far as the engine has counted.
func (f *flags) summarise(w io.Writer, result beam.PipelineResult) {
	n := job.Counted(result)
	_, _ = fmt.Fprintf(w, "%d parts, %d rows, %d values masked: %s%s\n", n["parts"], n["rows"], n["masked_values"], f.output, job.ManifestName)
}
