package main

import (
	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask"
)

// maskFlags are those of the verb mask.
type maskFlags struct {
	readFlags
	keyFlags
	recipientFlags
	useFlags
	splitFlags
	policy  filePath
	output  filePath
	audit   filePath
	dry     bool
	partial bool
	noMark  bool
	strict  bool
	verify  bool
	force   bool
	gone    []string
	part    *mask.Subset // that is kept; nil: all of the dump
	raw     bool         // there is no policy
}

// addFile adds those of verbs that mask a file.
func (f *maskFlags) addFile(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.noMark, "no-end-mark", false, "the dump may lack its last line")
	cmd.Flags().Var(&f.log, "run-log", "`file` to which the run is added, and how it ended")
	cmd.Flags().BoolVar(&f.force, "force", false, "write a directory into or beside the raw one")
	f.readFlags.addInput(cmd)
}

// add adds the flags that all verbs have that mask.
func (f *maskFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.VarP(&f.policy, "policy", "p", "`file` with the rules")
	fs.VarP(&f.output, "output", "o", "`file` to write; a suffix .gz, .zst or .lz4 compresses")
	fs.Var(&f.audit, "audit", "JSON `file` to write, with what was done to each column")
	fs.BoolVar(&f.dry, "dry-run", false, "read all and write only the audit")
	fs.BoolVar(&f.partial, "partial", false, "the dump may lack tables that the policy names")
	fs.BoolVar(&f.verify, "verify", false, "look for values of the dump in what was written, which gets its name only if none is found")
	fs.BoolVar(&f.strict, "strict", false, "stop on what migawari check would report")
	fs.StringArrayVar(&f.gone, "drop-persons", nil, "`[DOMAIN=]FILE` with the keys of persons to leave out, one a line, values divided by tabs")
	f.keyFlags.add(cmd)
	f.recipientFlags.add(cmd)
	f.useFlags.add(cmd)
	f.readFlags.add(cmd)
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	completeFiles(cmd, "audit", "json")
}
