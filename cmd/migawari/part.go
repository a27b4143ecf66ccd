package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
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
	src   split.Source // nil: it is a share of the files of a directory
	shard audit.Shard
	// elsewhere says what of the stream another part writes.
	elsewhere func(offset int64) bool
}

// job settles how a part is masked; nil: all of the dump is. listed are persons who are left out.
func (a *app) job(ctx context.Context, f *maskFlags, in *input, d dialects.Dialect, scan dialects.ScanOptions, p *mask.Plan, listed *mask.Survey) (*job, error) {
	if f.share.of == 0 {
		return nil, nil
	}
	j := &job{shard: audit.Shard{Number: f.share.number, Of: f.share.of}}
	defer func() {
		in.raw.Store(0)
		in.read = in.size() / int64(f.share.of)
	}()
	if in.isDirectory() {
		if f.splitFlags.plan != "" {
			return nil, usage("--plan: the parts of a directory are its files, and need no index")
		}
		return j, j.share(in, p, listed)
	}
	var err error
	if j.src, err = in.splits(f.toDatabase(in, d)); err != nil {
		return nil, err
	}
	x, err := a.index(ctx, f, in, j.src, d, scan)
	if err != nil {
		return nil, err
	}
	in.again = func() (io.ReadCloser, error) { return x.Open(ctx, split.At(in.file, in.info.Size())), nil }
	j.Job = split.Job{Index: x, Number: f.share.number, Of: f.share.of, Dialect: d, Plan: p, Scan: scan}
	j.shard.Index = x.Digest()
	return j, nil
}

// share has a directory read and written as far as it is the part's.
func (j *job) share(in *input, p *mask.Plan, listed *mask.Survey) (err error) {
	if in.folder == nil {
		j.elsewhere = in.archive.Elsewhere
		j.shard.Index, err = in.archive.Share(j.shard.Number, j.shard.Of)
	} else {
		losing := mask.Loses(p, mask.Surveyed(listed)) || slices.ContainsFunc(p.Policy().Tables, func(t mask.Table) bool { return t.Drop })
		j.elsewhere = in.folder.Elsewhere
		in.again = func() (io.ReadCloser, error) { return in.folder.JoinAll(), nil }
		j.shard.Index, err = in.folder.Share(j.shard.Number, j.shard.Of, losing)
	}
	if err != nil {
		return &failure{file: in.name, err: err, hint: "mask it in one run"}
	}
	return nil
}

// copy masks the part, or all of the dump where j is nil.
func (j *job) copy(ctx context.Context, dst io.Writer, src io.Reader, rec *recorder, d dialects.Dialect, p *mask.Plan, opts []mask.Option) (*mask.Audit, error) {
	switch {
	case j == nil:
		return mask.Copy(ctx, dst, src, d, p, opts...)
	case j.src == nil:
		return mask.Copy(ctx, dst, src, d, p, append(opts, mask.Uncounted(j.elsewhere))...)
	}
	j.Options = opts
	if rec.input != nil {
		j.Raw = rec.input
	}
	return split.Copy(ctx, dst, j.src, j.Job)
}

// about says in an audit which part it is of.
func (j *job) about() *audit.Shard {
	if j == nil {
		return nil
	}
	return &j.shard
}
