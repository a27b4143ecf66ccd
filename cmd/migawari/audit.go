package main

import (
	"bytes"
	"context"
	"os"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask/audit"
)

// auditVerb has the verbs that read audits.
func (a *app) auditVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "adds up audits, checks them, and lists what they are of",
		Long: `audit has the verbs that read what --audit and --run-log have written, and those that
measure a masked dump. None of them needs the key of the dump, but for trace.`,
		Args: func(cmd *cobra.Command, args []string) error { return a.noSuchVerb(cmd, args) },
		RunE: func(*cobra.Command, []string) error {
			return &usageError{reason: "audit: what is to be done is missing", hint: "migawari audit --help"}
		},
	}
	cmd.AddCommand(a.auditVerify(), a.auditMerge(), a.auditStatus(), a.auditRisk(), a.auditTrace())
	return cmd
}

// auditMerge adds audits.
func (a *app) auditMerge() *cobra.Command {
	var output, joined filePath
	cmd := &cobra.Command{
		Use:   "merge [-o FILE] AUDIT...",
		Short: "adds the audits of the shards of one dump",
		Long: `merge adds the audits of runs that masked parts of one dump, and shows the sum or
writes it to a new FILE. They must be of one key, policy, edition and purpose. The sum
has the digests of all parts, and the worst of their verdicts.`,
		Args: atLeastOne("AUDIT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var all []*audit.Record
			for _, name := range args {
				r, err := readAudit(name)
				if err != nil {
					return err
				}
				all = append(all, r)
			}
			sum, err := audit.Merge(all...)
			if err != nil {
				return &failure{file: "audit merge", err: err}
			}
			if joined != "" {
				if err := joins(cmd.Context(), sum, string(joined)); err != nil {
					return err
				}
			}
			var text bytes.Buffer
			if err := sum.Write(&text); err != nil {
				return failed("audit merge", err)
			}
			if output == "" || output == "-" {
				return a.show(text.String())
			}
			return writeNew(string(output), text.String())
		},
	}
	cmd.Flags().VarP(&output, "output", "o", "new `file` to write")
	cmd.Flags().Var(&joined, "dump", "`file` that the parts join to; it is held against them, and its digest is noted")
	return cmd
}

// joins holds a file against the parts of a sum.
func joins(ctx context.Context, sum *audit.Record, file string) error {
	in, err := openFile(ctx, nil, file)
	if err != nil {
		return err
	}
	defer in.close()
	if in.isDirectory() || in.archive != nil || in.database != nil {
		return usage("--dump: %s is no dump in one stream", in.name)
	}
	if err := sum.Joined(in); err != nil {
		return failed(in.name, why(ctx, err))
	}
	return nil
}

// atLeastOne demands arguments.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return &usageError{reason: cmd.CommandPath()[len("migawari "):] + ": " + what + " is missing", hint: cmd.CommandPath() + " --help"}
		}
		return nil
	}
}

// readAudit reads an audit by the name of its file.
func readAudit(name string) (*audit.Record, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, failed(named(name), err)
	}
	r, err := audit.Read(text)
	if err != nil {
		return nil, failed(named(name), err)
	}
	return r, nil
}
