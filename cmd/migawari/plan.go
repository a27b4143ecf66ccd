package main

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask/split"
)

// planFlags are those of the verb plan.
type planFlags struct {
	readFlags
	output filePath
	noMark bool
	parts  int
	format choice
}

// planVerb says where a dump can be cut.
func (a *app) planVerb() *cobra.Command {
	f := &planFlags{format: choice{value: "text", of: []string{"text", "json"}}}
	cmd := &cobra.Command{
		Use:   "plan [flags] FILE",
		Short: "says where a dump can be cut into parts",
		Long: `plan reads a dump once and lists the parts that migawari mask --part would mask, each
on a machine of its own. With -o it writes the index of the dump, so that no part has to
read all of it: --plan takes that. The index has places and the names of tables, and no
row.

The parts are those for a policy that leaves out no rows. One that does cuts no INSERT.`,
		Example: `  migawari plan -o shop.index.json --parts 16 raw/shop.sql
  migawari mask -p policy.yaml --key-file key --plan shop.index.json --part 1/16 -o dev/shop.sql.01 raw/shop.sql`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runPlan(cmd.Context(), f, args) },
	}
	fs := cmd.Flags()
	fs.VarP(&f.output, "output", "o", "`file` for the index")
	fs.IntVar(&f.parts, "parts", 8, "how many parts to list")
	fs.Var(&f.format, "format", "how to list them: "+list(f.format.of))
	fs.BoolVar(&f.noMark, "no-end-mark", false, "the dump may lack its last line")
	f.readFlags.addInput(cmd)
	f.readFlags.add(cmd)
	complete(cmd, "format", f.format.of...)
	return cmd
}

func (a *app) runPlan(ctx context.Context, f *planFlags, args []string) error {
	if err := f.readFlags.check(a.ui); err != nil {
		return err
	}
	if f.parts < 1 {
		return usage("--parts: a number of parts is at least 1")
	}
	in, err := a.open(ctx, f.keys, args)
	if err != nil {
		return err
	}
	defer in.close()
	if f.output != "" {
		if err := apart([]role{{word: "-o", path: string(f.output)}}, []role{{word: "the input", info: in.info}}); err != nil {
			return err
		}
	}
	list := a.planFile
	if in.isDirectory() {
		list = a.planDirectory
	}
	text, err := list(ctx, f, in)
	if err != nil {
		return err
	}
	return a.show(text)
}

// planFile makes the index of a file and lists its parts.
func (a *app) planFile(ctx context.Context, f *planFlags, in *input) (string, error) {
	src, err := in.splits(false)
	if err != nil {
		return "", err
	}
	d, scan, err := a.grammarOf(ctx, &f.readFlags, in)
	if err != nil {
		return "", err
	}
	scan.NoEndMark = f.noMark
	x, err := a.planned(ctx, &f.readFlags, in, src, d, scan)
	if err != nil {
		return "", err
	}
	if f.output != "" {
		var text bytes.Buffer
		if err := x.Write(&text); err != nil {
			return "", failed(named(string(f.output)), err)
		}
		if err := replacePrivate(string(f.output), text.Bytes()); err != nil {
			return "", err
		}
	}
	parts := make([]split.Part, f.parts)
	for i := range parts {
		if parts[i], err = x.Part(i+1, f.parts, nil); err != nil {
			return "", failed(in.name, err)
		}
	}
	return planText(parts, f.format.value)
}

// planDirectory lists which files of a directory belong to which part.
func (a *app) planDirectory(_ context.Context, f *planFlags, in *input) (string, error) {
	if f.output != "" {
		return "", &usageError{reason: "-o: the parts of a directory are its files, and need no index", hint: "leave it out, and --plan of migawari mask too"}
	}
	divide := in.archive.Shares
	if in.folder != nil {
		divide = in.folder.Shares
	}
	shares, _, err := divide(f.parts)
	if err != nil {
		return "", failed(in.name, err)
	}
	if f.format.value == "json" {
		b, err := json.MarshalIndent(shares, "", "  ")
		return string(b) + "\n", err
	}
	var g grid
	g.add("PART", "BYTES", "FILES")
	for i, files := range shares {
		bytes := int64(0)
		var names []string
		for _, file := range files {
			bytes += file.Bytes
			names = append(names, file.Name)
		}
		g.add(strconv.Itoa(i+1), grouped(bytes), some(names))
	}
	return g.String(), nil
}

// planText lists parts.
func planText(parts []split.Part, format string) (string, error) {
	if format == "json" {
		b, err := json.MarshalIndent(parts, "", "  ")
		return string(b) + "\n", err
	}
	var g grid
	g.add("PART", "FROM", "BYTES", "BEGINS", "TABLES")
	for _, p := range parts {
		begins := "between statements"
		switch {
		case p.From == p.To:
			begins = "empty"
		case p.Inside:
			begins = "inside a statement"
		}
		g.add(strconv.Itoa(p.Number), grouped(p.From), grouped(p.To-p.From), begins, some(p.Tables))
	}
	return g.String(), nil
}
