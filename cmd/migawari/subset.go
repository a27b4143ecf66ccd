package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/subset"
)

// subsetFlags are those of the verb subset.
type subsetFlags struct {
	maskFlags
	partFlags
	spool filePath
}

// partFlags say which part of a dump is kept.
type partFlags struct {
	roots    []string
	percent  string
	children choice
	keep     []string
	most     []string
}

// subset cuts a part out of a dump.
func (a *app) subset() *cobra.Command {
	f := &subsetFlags{}
	cmd := &cobra.Command{
		Use:   "subset -p POLICY --root 'TABLE: CONDITION' [flags] [FILE]",
		Short: "keeps a part of a dump that holds together, and masks it",
		Long: `subset reads a dump from FILE and writes the part of it that belongs to the rows
of --root, masked by a policy: these rows, the rows that refer to them by foreign
keys (their children, and so on), and all rows to which rows of the part refer. No
foreign key of the part leads nowhere. Tables of which nothing belongs to the part
are empty; their names are said at the end.

FILE is read several times, and no row is written down in between. A pipe needs --spool,
a directory for an encrypted copy of which only this run has the key.`,
		Example: `  migawari subset -p policy.yaml --key-file key --root 'schools: id <= 20' -o dev/shop.sql.zst raw/shop.sql.gz
  migawari subset -p policy.yaml --key-file key --root students --percent 5 --children direct raw/shop.sql`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runSubset(cmd.Context(), f, args) },
	}
	f.maskFlags.add(cmd)
	f.maskFlags.addFile(cmd)
	f.partFlags.add(cmd)
	cmd.Flags().Var(&f.spool, "spool", "`directory` for an encrypted copy of what can be read only once, whose key ends with the run")
	cmd.Flags().BoolVar(&f.raw, "raw", false, "mask nothing; stands in the place of a policy")
	return cmd
}

func (f *partFlags) add(cmd *cobra.Command) {
	f.children = choice{value: "all", of: []string{"all", "direct", "none"}}
	fs := cmd.Flags()
	fs.StringArrayVar(&f.roots, "root", nil, "`'TABLE: CONDITION'` of rows to keep, or a table; can be given again")
	fs.StringVar(&f.percent, "percent", "", "keep this share of the rows of the roots, chosen by their primary keys")
	f.children.add(cmd, "children", "which rows come along since they refer to a row of a root")
	fs.StringArrayVar(&f.most, "max-rows", nil, "`[TABLE=]N` rows of a table at most, or of each; those to which others refer come in addition")
	fs.StringArrayVar(&f.keep, "keep", nil, "`table` of which every row is kept; can be given again")
}

func (a *app) runSubset(ctx context.Context, f *subsetFlags, args []string) error {
	switch {
	case f.raw && f.policy != "":
		return usage("--raw and -p exclude each other")
	case !f.raw && f.policy == "":
		return &usageError{reason: "subset needs a policy: -p FILE", hint: "--raw stands for the unmasked part"}
	}
	part, err := f.parse()
	if err != nil {
		return err
	}
	f.part = part
	if f.raw && part.Share == 0 && part.MaxRows == nil && f.file == "" && os.Getenv(keyVariable) == "" {
		f.ephemeral = true // nothing hangs on it
	}
	p, err := a.prepare(&f.maskFlags)
	if err != nil {
		return err
	}
	return a.maskDump(ctx, &f.maskFlags, p, func() (*input, error) { return a.openAgain(ctx, f.spool, f.keys, args) })
}

// parse reads what part is meant.
func (f *partFlags) parse() (*mask.Subset, error) {
	part := &mask.Subset{Keep: f.keep}
	if err := part.Children.UnmarshalText([]byte(f.children.value)); err != nil {
		return nil, usage("--children: %s", err)
	}
	if len(f.roots) == 0 && f.percent == "" {
		return nil, &usageError{reason: "subset needs a root: --root 'TABLE: CONDITION'", hint: "--percent N alone takes a share of everything"}
	}
	for _, text := range f.most {
		table, number, named := strings.Cut(text, "=")
		if !named {
			table, number = "", text
		}
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || named && table == "" {
			return nil, usage("--max-rows takes a number above 0, or TABLE=N")
		}
		part.MaxRows = append(part.MaxRows, mask.Limit{Table: table, Rows: n})
	}
	for _, text := range f.roots {
		r, err := subset.ParseRoot(text)
		if err != nil {
			return nil, rootError(r, err)
		}
		part.Roots = append(part.Roots, r)
	}
	if f.percent != "" {
		share, err := strconv.ParseFloat(f.percent, 64)
		if err != nil || !(0 < share && share <= 100) {
			return nil, usage("--percent takes a number above 0 and up to 100")
		}
		part.Share = share / 100
	}
	return part, nil
}

// rootError says what is wrong with a root, without its condition, which may hold data.
func rootError(r mask.Root, err error) error {
	var faults mask.Faults
	if !errors.As(err, &faults) {
		return &usageError{reason: "--root: " + err.Error(), hint: "such as --root 'schools: id <= 20'"}
	}
	first := faults[0]
	return &usageError{reason: fmt.Sprintf("--root %s: character %d of the condition: %s", quoted(r.Table), first.At.Column, first.Reason), hint: first.Hint}
}

// survey reads a dump for what a run must know of the whole of it.
func (f *maskFlags) survey(ctx context.Context, in *input, d dialects.Dialect, p *mask.Plan, opts []mask.Option) (*mask.Survey, error) {
	if f.part == nil {
		return mask.NewSurvey(ctx, in.again, d, p, opts...)
	}
	s, err := mask.NewSubset(ctx, in.again, d, p, f.part, opts...)
	var bad *mask.Error
	if errors.As(err, &bad) && errors.Is(err, mask.ErrRoot) {
		err = &usageError{reason: bad.Error(), hint: bad.Hint}
	}
	return s, err
}

// tellPart says how much of a dump was kept, and what is not in it.
func (u *ui) tellPart(p *mask.Part) {
	if p == nil {
		return
	}
	u.sayf("told by %s in %s of memory, after %s", count(int64(p.Keys), "key"), size(p.Bytes), count(int64(p.Readings), "reading"))
	if len(p.Apart) > 0 {
		u.sayf("%s that nothing of the part leads to %s empty: %s", count(int64(len(p.Apart)), "table"), isAre(len(p.Apart)), some(p.Apart))
	}
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
