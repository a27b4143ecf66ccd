package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/risk"
)

// traceFlags are those of audit trace.
type traceFlags struct {
	readFlags
	policy    filePath
	keys      []string
	audiences []string
}

// auditTrace tells whom a copy was made for.
func (a *app) auditTrace() *cobra.Command {
	f := &traceFlags{}
	cmd := &cobra.Command{
		Use:   "trace -p POLICY --key-file FILE --audience NAME [flags] FILE",
		Short: "tells which audience a leaked copy was made for",
		Long: `trace makes the fakes of each key and audience for the persons in a masked copy, whose
keys have stayed, and compares them with those that stand there. It tells for whom a copy
was made that has turned up elsewhere. It reads the copy once for each of them, and needs
the policy and the keys. The audience of the policy is always one of those that are tried.

The exit status is 3 if the copy was made for one of them.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runTrace(cmd.Context(), f, args) },
	}
	f.add(cmd)
	f.addInput(cmd)
	fs := cmd.Flags()
	fs.VarP(&f.policy, "policy", "p", "`file` with the rules")
	fs.StringArrayVar(&f.keys, "key-file", nil, "`file` with a key; can be given again")
	fs.StringArrayVar(&f.audiences, "audience", nil, "`name` of an audience; can be given again")
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	return cmd
}

func (a *app) runTrace(ctx context.Context, f *traceFlags, args []string) error {
	if err := f.check(a.ui); err != nil {
		return err
	}
	candidates, err := a.candidates(f)
	if err != nil {
		return err
	}
	in, err := a.open(ctx, f.readFlags.keys, args)
	if err != nil {
		return err
	}
	defer in.close()
	if in.again == nil {
		return usage("audit trace reads a copy more than once, so it must be a file")
	}
	d, scan, err := a.grammarOf(ctx, &f.readFlags, in)
	if err != nil {
		return err
	}
	found, err := risk.Trace(ctx, in.again, d, scan, candidates...)
	if err != nil {
		return riskError(in, in, why(ctx, err))
	}
	var g grid
	g.add("AUDIENCE", "KEY", "FAKES", "THE SAME", "")
	var end error
	for _, m := range found {
		says := "no"
		switch {
		case m.Made():
			says, end = "made for it", errFound
		case m.Values == 0:
			says = "cannot tell: no fake hangs on a person whose key stays"
		}
		g.add(mask.Printable(m.Audience), m.Key, grouped(m.Values), grouped(m.Same), says)
	}
	if err := a.show(g.String()); err != nil {
		return err
	}
	return end
}

// candidates are all keys with all audiences.
func (a *app) candidates(f *traceFlags) ([]risk.Candidate, error) {
	if len(f.keys) == 0 {
		return nil, &usageError{reason: "audit trace needs the keys: --key-file FILE", hint: "migawari audit trace --help"}
	}
	var all []risk.Candidate
	for _, file := range f.keys {
		own := keyFlags{file: filePath(file)}
		k, err := own.key(a.ui)
		if err != nil {
			return nil, err
		}
		p, err := readPolicy("audit trace", string(f.policy), k)
		if err != nil {
			return nil, err
		}
		for _, audience := range append([]string{p.Policy().Audience}, f.audiences...) {
			policy := *p.Policy()
			policy.Audience, policy.Tables, policy.DDL = audience, leftIn(policy.Tables), mask.KeepDDL
			plan, err := mask.Compile(&policy, k, builtin.Set(p.locale))
			if err != nil {
				return nil, usage("%s: %s", named(string(f.policy)), err)
			}
			all = append(all, risk.Candidate{Audience: audience, Plan: plan})
		}
	}
	return all, nil
}

// leftIn are the tables of a policy without what leaves rows out or as they are, and with the
// rules for fakes of persons alone: all else has been done in a copy, and its fakes need not be
// values that a masker takes.
func leftIn(tables []mask.Table) []mask.Table {
	all := make([]mask.Table, len(tables))
	for i, t := range tables {
		t.Where = nil
		if t.Person != nil {
			p := *t.Person
			p.Keep = nil
			t.Person = &p
		}
		t.Columns = slices.Clone(t.Columns)
		for k := range t.Columns {
			arms := slices.Clone(t.Columns[k].Arms)
			for a := range arms {
				if rule := &arms[a].Rule; !strings.HasPrefix(rule.Mask, "person.") {
					*rule = mask.Rule{Mask: mask.Keep, At: rule.At}
				}
			}
			t.Columns[k].Arms = arms
		}
		all[i] = t
	}
	return all
}

// once gives an input that is read once.
func once(in io.Reader) risk.Open {
	return func() (io.ReadCloser, error) { return io.NopCloser(in), nil }
}

// riskError names the dump that could not be read.
func riskError(raw, masked *input, err error) error {
	if broken, ok := errors.AsType[*risk.ReadError](err); ok && broken.Source {
		return failed(raw.name, err)
	}
	if errors.Is(err, risk.ErrPairs) {
		return &failure{file: masked.name, err: err, hint: "of a part that migawari subset has made, say --subset; persons who were left out by a list, name with --drop-persons"}
	}
	return failed(masked.name, err)
}
