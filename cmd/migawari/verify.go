package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/verify"
)

// verifyFlags are those of verify.
type verifyFlags struct {
	readFlags
	policy filePath
	format choice
}

// verify looks for what should not be in a masked dump.
func (a *app) verify() *cobra.Command {
	f := &verifyFlags{}
	cmd := &cobra.Command{
		Use:   "verify -p POLICY [flags] [FILE]",
		Short: "looks for real values in a masked dump",
		Long: `verify reads a masked dump and says which values in it are not ours: in masked
columns those that no rule writes, elsewhere those that are somebody's. It needs
no key and shows no value. Of some columns nobody can tell, since fakes look like
real values there; they are named, and count as unknown and not as clean.
The exit status is 3 if it has found something, or could judge nothing.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runVerify(cmd.Context(), f, args) },
	}
	f.add(cmd)
	f.addInput(cmd)
	f.format = choice{value: "table", of: []string{"table", "json"}}
	cmd.Flags().VarP(&f.policy, "policy", "p", "`file` with the rules by which it was masked")
	cmd.Flags().Var(&f.format, "format", "how to show it: "+list(f.format.of))
	complete(cmd, "format", f.format.of...)
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	return cmd
}

func (a *app) runVerify(ctx context.Context, f *verifyFlags, args []string) error {
	if err := f.check(); err != nil {
		return err
	}
	p, err := readPolicy("verify", string(f.policy), mask.EphemeralKey()) // what is ours does not depend on the key
	if err != nil {
		return err
	}
	v, err := a.judged(ctx, f, p, args)
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
	if !v.Clean() {
		return errFound
	}
	return nil
}

// judged reads the masked dump.
func (a *app) judged(ctx context.Context, f *verifyFlags, p *policy, args []string) (*verify.Verdict, error) {
	in, err := a.open(ctx, args)
	if err != nil {
		return nil, err
	}
	defer in.close()
	d, scan, err := a.grammarOf(ctx, &f.readFlags, in)
	if err != nil {
		return nil, err
	}
	shown := newProgress(a.ui, f.progress.value, in)
	v, err := verify.Run(ctx, in, d, p.Plan, verify.Options{Locales: fakesOf(p), Scan: scan, Workers: f.workers()})
	shown.stop()
	if err != nil {
		return nil, failed(in.name, why(ctx, err))
	}
	return v, nil
}

// fakesOf are the locales whose fakes can stand in a dump: that of the policy, and English,
// which writes what has another script.
func fakesOf(p *policy) []*fake.Locale {
	own := []*fake.Locale{p.locale}
	if english := findLocale("en"); p.locale != english {
		own = append(own, english)
	}
	return own
}

// conclude says in words what a verdict comes to.
func (a *app) conclude(v *verify.Verdict) {
	var values int64
	for _, c := range v.In(verify.Judged) {
		values += c.Values
	}
	a.sayf("%s in %s; %s of %s judged", count(int64(len(v.Findings)), "finding"), count(int64(len(v.Tables)), "table"),
		count(values, "value"), count(int64(len(v.In(verify.Judged))), "column"))
	unknown := len(v.In(verify.CannotTell)) + len(v.In(verify.PartlyJudged))
	if unknown > 0 {
		a.sayf("cannot tell of %s", count(int64(unknown), "masked column"))
	}
}

// A leakLine and a columnVerdict are what a verdict has, as it is shown.
type leakLine struct {
	What   string `json:"what"`
	Table  string `json:"table,omitempty"`
	Column string `json:"column,omitempty"`
	Kind   string `json:"kind,omitempty"`
	Line   int64  `json:"line"`
	Byte   int64  `json:"byte"`
	Count  int64  `json:"count"`
}

type columnVerdict struct {
	Table   string `json:"table"`
	Column  string `json:"column"`
	Rule    string `json:"rule"`
	State   string `json:"state"`
	Values  int64  `json:"values"`
	Ours    int64  `json:"ours"`
	NotOurs int64  `json:"not_ours"`
	Decided int64  `json:"decided,omitempty"`
}

func findingsOf(v *verify.Verdict) []leakLine {
	all := []leakLine{}
	for _, f := range v.Findings {
		all = append(all, leakLine{string(f.What), mask.Printable(f.Table), mask.Printable(f.Column), f.Kind, f.First.Line, f.First.Offset, f.Count})
	}
	return all
}

func renderVerdict(v *verify.Verdict, format string) (string, error) {
	if format == "json" {
		out := struct {
			Clean    bool            `json:"clean"`
			Findings []leakLine      `json:"findings"`
			Columns  []columnVerdict `json:"columns"`
		}{v.Clean(), findingsOf(v), []columnVerdict{}}
		for _, c := range v.Columns {
			out.Columns = append(out.Columns, columnVerdict{mask.Printable(c.Table), mask.Printable(c.Column), c.Rule, string(c.State), c.Values, c.Ours, c.NotOurs, c.Decided})
		}
		b, err := json.MarshalIndent(out, "", "  ")
		return string(b) + "\n", err
	}
	var b strings.Builder
	if len(v.Findings) > 0 {
		var g grid
		g.add("FOUND", "TABLE", "COLUMN", "KIND", "LINE", "COUNT")
		for _, f := range findingsOf(v) {
			g.add(f.What, f.Table, f.Column, f.Kind, fmt.Sprint(f.Line), grouped(f.Count))
		}
		b.WriteString(g.String())
	}
	unknown := slices.DeleteFunc(slices.Clone(v.Columns), func(c verify.Column) bool {
		return c.State != verify.CannotTell && c.State != verify.PartlyJudged
	})
	if len(unknown) > 0 {
		var g grid
		g.add("CANNOT TELL", "COLUMN", "RULE", "VALUES")
		for _, c := range unknown {
			g.add(mask.Printable(c.Table), mask.Printable(c.Column), c.Rule, grouped(c.Values-c.Ours-c.NotOurs))
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(g.String())
	}
	return b.String(), nil
}
