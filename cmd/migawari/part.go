package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sealed"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/split"
)

// splitFlags say which part of a dump a run masks.
type splitFlags struct {
	share partOf
	plan  filePath
}

func (f *splitFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.Var(&f.share, "part", "mask part I of N alone, counted from 1: `I/N`")
	fs.Var(&f.plan, "plan", "`file` with the index of the dump, which migawari plan has written")
	completeFiles(cmd, "plan", "json")
}

// A partOf is a number of a part, and how many there are. Zero: all of the dump.
type partOf struct{ number, of int }

func (p *partOf) String() string {
	if p.of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", p.number, p.of)
}

func (p *partOf) Type() string { return "part" }

func (p *partOf) Set(s string) error {
	i, n, _ := strings.Cut(s, "/")
	number, err := strconv.Atoi(i)
	of, err2 := strconv.Atoi(n)
	if err != nil || err2 != nil || number < 1 || number > of {
		return errors.New("it takes I/N, with I from 1 up to N")
	}
	p.number, p.of = number, of
	return nil
}

// checkPart refuses what a part cannot do.
func (f *maskFlags) checkPart() error {
	switch {
	case f.share.of == 0 && f.splitFlags.plan != "":
		return &usageError{reason: "--plan says where parts begin, and none is asked for", hint: "--part I/N"}
	case f.share.of == 0:
		return nil
	case f.ephemeral:
		return usage("--ephemeral-key: each part would draw its own, and nothing in them would join")
	case f.verify:
		return &usageError{reason: "--verify: a part is no dump", hint: "verify all parts as one: migawari verify --source FILE"}
	case len(f.to) > 0:
		return &usageError{reason: "--recipient: encrypted parts do not join to an encrypted dump", hint: "encrypt what they join to"}
	}
	return nil
}

// A job is one part of a dump, where that is asked for.
type job struct {
	split.Job
	src split.Source
}

// job settles how a part is masked; nil: all of the dump is.
func (a *app) job(ctx context.Context, f *maskFlags, in *input, d dialects.Dialect, scan dialects.ScanOptions, p *mask.Plan) (*job, error) {
	if f.share.of == 0 {
		return nil, nil
	}
	src, err := in.splits(f.toDatabase(in, d))
	if err != nil {
		return nil, err
	}
	x, err := a.index(ctx, f, in, src, d, scan)
	if err != nil {
		return nil, err
	}
	in.again = func() (io.ReadCloser, error) { return x.Open(ctx, src), nil }
	return &job{split.Job{Index: x, Number: f.share.number, Of: f.share.of, Dialect: d, Plan: p, Scan: scan}, src}, nil
}

// splits gives a dump as parts read it, or says why it cannot be split.
func (in *input) splits(toDatabase bool) (split.Source, error) {
	refuse := func(reason, hint string) (split.Source, error) {
		return nil, &usageError{reason: in.name + ": " + reason, hint: hint}
	}
	switch {
	case in.archive != nil:
		return refuse("an archive of pg_dump is not masked in parts", "dump as text with pg_dump -Fp, or mask it in one run")
	case in.database != nil || toDatabase:
		return refuse("a database file is not masked in parts", "dump it with sqlite3 FILE .dump")
	case in.folder != nil:
		return refuse("a directory is not masked in parts", "mask it in one run")
	case in.file == nil:
		return refuse("parts are read from a FILE", "name it")
	}
	head := make([]byte, sealed.MagicSize)
	if n, _ := in.file.ReadAt(head, 0); sealed.Recognise(head[:n]) { // what cannot be read is met again
		return refuse("an encrypted dump cannot be read from its middle", "decrypt it before")
	}
	return split.At(in.file, in.info.Size()), nil
}

// index reads the index of a dump, or makes it.
func (a *app) index(ctx context.Context, f *maskFlags, in *input, src split.Source, d dialects.Dialect, scan dialects.ScanOptions) (*split.Index, error) {
	if f.splitFlags.plan == "" {
		return a.planned(ctx, &f.readFlags, in, src, d, scan)
	}
	name := named(string(f.splitFlags.plan))
	file, err := os.Open(string(f.splitFlags.plan))
	if err != nil {
		return nil, failed(name, err)
	}
	defer func() { _ = file.Close() }() // it was only read
	x, err := split.ReadIndex(file)
	switch {
	case err != nil:
		return nil, failed(name, err)
	case x.NoEndMark && !f.noMark:
		return nil, &failure{file: name, err: dialects.ErrEndMark}
	case f.charset != "" && f.charset != x.Charset:
		return nil, &usageError{reason: "--charset: " + name + " was made with another one"}
	}
	return x, nil
}

// planned makes the index of a dump.
func (a *app) planned(ctx context.Context, f *readFlags, in *input, src split.Source, d dialects.Dialect, scan dialects.ScanOptions) (*split.Index, error) {
	shown := newProgress(a.ui, f.progress.value, in)
	x, err := split.Make(ctx, src, d, split.Options{Scan: scan, Observe: shown.read})
	shown.stop()
	if err != nil {
		return nil, failed(in.name, why(ctx, err))
	}
	return x, nil
}

// copy masks the part, or all of the dump where j is nil.
func (j *job) copy(ctx context.Context, dst io.Writer, src io.Reader, rec *recorder, d dialects.Dialect, p *mask.Plan, opts []mask.Option) (*mask.Audit, error) {
	if j == nil {
		return mask.Copy(ctx, dst, src, d, p, opts...)
	}
	j.Options = opts
	if rec.input != nil {
		j.Raw = rec.input
	}
	return split.Copy(ctx, dst, j.src, j.Job)
}

// shard says in an audit which part it is about.
func (j *job) shard() *audit.Shard {
	if j == nil {
		return nil
	}
	return &audit.Shard{Number: j.Number, Of: j.Of, Index: j.Index.Digest()}
}
