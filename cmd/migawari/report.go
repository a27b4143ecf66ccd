package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/report"
)

// reportFlags say what belongs to the audit, and in which language the page is.
type reportFlags struct {
	auditVerifyFlags
	verify   filePath
	risk     filePath
	output   filePath
	language choice
}

// report makes a page of an audit.
func (a *app) reportVerb() *cobra.Command {
	f := &reportFlags{language: choice{value: report.Languages[0].Tag}}
	for _, l := range report.Languages {
		f.language.of = append(f.language.of, l.Tag)
	}
	cmd := &cobra.Command{
		Use:   "report [flags] AUDIT [DUMP]",
		Short: "makes an HTML page of an audit",
		Long: `report makes a page of an audit that needs nothing else: the verdict and why, what was
decided of each column, what was left out, and what was checked of the audit itself, as
audit verify does. With --verify and --risk it also shows what was found in the dump. It
goes to standard output or to the file of -o.

The exit status is 3 if the audit does not hold; the page says so.`,
		Args: auditAndDump,
		RunE: func(_ *cobra.Command, args []string) error { return a.runReport(f, args) },
	}
	f.add(cmd)
	fs := cmd.Flags()
	fs.Var(&f.verify, "verify", "`file` that migawari verify --format json has written about the dump")
	fs.Var(&f.risk, "risk", "`file` that migawari audit risk --format json has written about the dump")
	fs.VarP(&f.output, "output", "o", "`file` to write")
	f.language.add(cmd, "lang", "language of the page")
	completeFiles(cmd, "output", "html")
	return cmd
}

func (a *app) runReport(f *reportFlags, args []string) error {
	name := named(args[0])
	text, ev, err := f.open(a.ui, args)
	if err != nil {
		return err
	}
	r, err := report.Read(text, ev)
	if err != nil {
		return failed(name, err)
	}
	if err := addFile(f.verify, r.AddVerify); err != nil {
		return err
	}
	if err := addFile(f.risk, r.AddRisk); err != nil {
		return err
	}
	var page strings.Builder
	if err := r.Write(&page, report.Find(f.language.value)); err != nil {
		return failed(name, err)
	}
	if err := a.place(f, args, page.String()); err != nil {
		return err
	}
	if r.Expired() {
		a.warn("%s: the copy has expired", name)
	}
	var wrong error
	for _, fault := range r.Faults() {
		a.sayf("%s: %s: %s", name, fault.Of, mask.Printable(fault.Err.Error()))
		wrong = errFound
	}
	return wrong
}

// addFile adds what others have written about the dump.
func addFile(file filePath, add func([]byte) error) error {
	if file == "" {
		return nil
	}
	text, err := os.ReadFile(string(file))
	if err == nil {
		err = add(text)
	}
	if err != nil {
		return failed(named(string(file)), err)
	}
	return nil
}

// place writes the page where it belongs.
func (a *app) place(f *reportFlags, args []string, page string) error {
	if f.output == "" || f.output == "-" {
		return a.show(page)
	}
	read := []role{{word: "the run log", path: string(f.log)}, {word: "--signer", path: string(f.signer)}, {word: "--verify", path: string(f.verify)}, {word: "--risk", path: string(f.risk)}}
	for _, name := range args {
		read = append(read, role{word: named(name), path: name})
	}
	if err := apart([]role{{word: "-o", path: string(f.output)}}, read); err != nil {
		return err
	}
	return replaceFile(string(f.output), []byte(page))
}
