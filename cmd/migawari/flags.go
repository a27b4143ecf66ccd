package main

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/internal/spelling"
	"github.com/migawari-dev/migawari/mask"
)

// readFlags are those of every verb that reads a dump.
type readFlags struct {
	csvFlags
	identityFlags
	dialect  choice
	charset  string
	schema   filePath
	jobs     int
	maxRow   byteSize
	progress choice
}

// add adds those of verbs that read a dump from wherever it comes.
func (f *readFlags) add(cmd *cobra.Command) {
	f.progress = choice{value: "auto", of: []string{"auto", "always", "never"}}
	f.maxRow = dialects.DefaultMaxRow
	fs := cmd.Flags()
	fs.IntVarP(&f.jobs, "jobs", "j", 0, "workers; 1 reads, masks and writes in one, 0 takes one for each processor")
	fs.Var(&f.maxRow, "max-row", "longest row or statement, such as 64MiB or 1G")
	f.progress.add(cmd, "progress", "how far the run has come")
}

// addInput adds those that say what is not known of a file.
func (f *readFlags) addInput(cmd *cobra.Command) {
	f.dialect = choice{value: "auto", of: []string{"auto"}}
	for _, d := range grammars() {
		f.dialect.of = append(f.dialect.of, d.Name())
	}
	f.dialect.of = append(f.dialect.of, csvName)
	fs := cmd.Flags()
	f.dialect.add(cmd, "dialect", "who wrote the dump")
	fs.StringVar(&f.charset, "charset", "", "`name` of the dump's character set, over what it declares")
	fs.Var(&f.schema, "schema", "`file` with the DDL that the dump lacks")
	f.csvFlags.add(cmd)
	f.identityFlags.add(cmd)
	complete(cmd, "charset", "utf8mb4", "cp932", "ujis", "latin1", "gbk", "big5", "euckr", "ascii")
}

// check holds the flags against what their types do not, and reads the keys that they name.
func (f *readFlags) check(u *ui) error {
	if f.jobs < 0 {
		return usage("--jobs: a number of workers is not negative")
	}
	if f.charset != "" && charset.Lookup(f.charset) == nil {
		return &usageError{reason: "--charset: unknown character set " + quoted(f.charset), hint: "such as utf8mb4, cp932, ujis or latin1"}
	}
	return f.read(u)
}

// workers is the number of goroutines that mask.
func (f *readFlags) workers() int {
	if f.jobs == 0 {
		return runtime.GOMAXPROCS(0)
	}
	return f.jobs
}

// completeLanguages gives a flag those that fakes have.
func completeLanguages(cmd *cobra.Command, flag string) {
	var tags []string
	for _, l := range locales.All() {
		tags = append(tags, l.Tag)
	}
	complete(cmd, flag, tags...)
}

// directories lets a shell offer directories in the place of arguments.
func directories(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// complete gives a flag the values that a shell offers.
func complete(cmd *cobra.Command, flag string, values ...string) {
	offer := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return values, cobra.ShellCompDirectiveNoFileComp
	}
	if err := cmd.RegisterFlagCompletionFunc(flag, offer); err != nil {
		panic("migawari: internal error: " + err.Error()) // the flag is not there
	}
}

// completeFiles gives a flag the suffixes of files that a shell offers.
func completeFiles(cmd *cobra.Command, flag string, suffixes ...string) {
	if err := cmd.MarkFlagFilename(flag, suffixes...); err != nil {
		panic("migawari: internal error: " + err.Error()) // the flag is not there
	}
}

// oneFile takes the name of a dump, or none.
func oneFile(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usage("%s takes one file, and %d are named", cmd.Name(), len(args))
	}
	return nil
}

// flagError says what is wrong with the flags, and what was meant. It does not
// repeat a value that may be a key.
func flagError(cmd *cobra.Command, err error) error {
	help := cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &value):
		name, given, why := value.GetFlag().Name, quoted(value.GetValue()), ""
		if strings.Contains(name, "key") && value.GetValue() != "" {
			given = "this value"
		}
		if _, number := errors.AsType[*strconv.NumError](err); !number && given != "this value" {
			why = ": " + value.Unwrap().Error()
		}
		return &usageError{reason: fmt.Sprintf("--%s does not take %s%s", name, given, why), hint: help}
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			return &usageError{reason: "unknown flag: -" + mask.Printable(name), hint: help}
		}
		return &usageError{reason: "unknown flag: --" + mask.Printable(name), hint: cmp.Or(spelling.DidYouMean("--"+name, flags(cmd)), help)}
	}
	return &usageError{reason: mask.Printable(err.Error()), hint: help}
}

// flags lists the flags of a verb as they are typed.
func flags(cmd *cobra.Command) []string {
	var all []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { all = append(all, "--"+f.Name) })
	return all
}
