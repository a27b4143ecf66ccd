package main

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/beam/job"
)

// engines are the runners there are. All but the first need a service of their own.
var engines = []string{"prism", "flink", "spark", "dataflow"}

// flags are those of mask. The engine's own are passed on to it, and to its workers; ours are
// not.
type flags struct {
	*flag.FlagSet
	job           job.Job
	policy        string
	runner        string
	force         bool
	verbose       bool
	input, output bucket.Place
}

func newFlags() *flags {
	f := &flags{FlagSet: flag.NewFlagSet("mask", flag.ContinueOnError)}
	f.SetOutput(io.Discard) // report says what is wrong
	f.Usage = func() {}
	j := &f.job
	f.StringVar(&j.Input, "input", "", "`URL` of the dump, plain or compressed in blocks; or of a prefix, with a slash at its end, of dumps that are masked one by one")
	f.StringVar(&j.Output, "output", "", "`URL` of the prefix that the masked parts go to")
	f.StringVar(&f.policy, "policy", "", "`file` with the policy")
	f.StringVar(&j.Index, "index", "", "`URL` of an index that migawari plan has made; without it, the dump is read once before")
	f.StringVar(&f.runner, "runner", engines[0], "the engine: "+strings.Join(engines, ", "))
	f.IntVar(&j.Parts, "parts", 64, "`number` of parts")
	f.StringVar(&j.Suffix, "compress", "", "compress the parts: gz, zst or lz4")
	f.StringVar(&j.Key.Variable, "key-env", job.KeyVariable, "`variable` of each worker that has the key")
	f.StringVar(&j.Key.File, "key-file", "", "`file` on each worker that has the key")
	f.StringVar(&j.Key.Command, "key-command", "", "`command` that prints the key, for the shell of each worker")
	f.StringVar(&j.KeyID, "key-id", "", "`ID` of the key, where only the workers can get it")
	f.StringVar(&j.Dialect, "dialect", "auto", "of the dump: auto, mysql, postgres or sqlite")
	f.StringVar(&j.Charset, "charset", "", "`name` of the dump's character set, over a wrong declaration")
	f.IntVar(&j.MaxRow, "max-row", 0, "the longest row, in `bytes`")
	f.BoolVar(&j.NoEndMark, "no-end-mark", false, "the dump was cut on purpose before its end mark")
	f.BoolVar(&j.Partial, "partial", false, "tables that the policy names may be absent")
	f.IntVar(&j.Workers, "jobs", 0, "goroutines that mask one part; 0: one for each processor")
	f.BoolVar(&f.force, "force-same-prefix", false, "allow raw and masked objects in one prefix")
	f.BoolVar(&f.verbose, "verbose", false, "show the log of prism")
	flag.VisitAll(func(of *flag.Flag) {
		if f.Lookup(of.Name) == nil {
			f.Var(engineFlag{of}, of.Name, of.Usage)
		}
	})
	return f
}

// An engineFlag hands its value on to the flag of Beam.
type engineFlag struct{ of *flag.Flag }

// Set implements [flag.Value].
func (f engineFlag) Set(text string) error { return flag.Set(f.of.Name, text) }

// String implements [flag.Value].
func (f engineFlag) String() string {
	if f.of == nil {
		return "" // the flag package asks the zero value
	}
	return f.of.Value.String()
}

// IsBoolFlag says whether the flag stands alone.
func (f engineFlag) IsBoolFlag() bool {
	b, ok := f.of.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// usage lists the flags: ours, then those of the engines.
func (f *flags) usage(w io.Writer) {
	own, engine := flag.NewFlagSet("", flag.ContinueOnError), flag.NewFlagSet("", flag.ContinueOnError)
	f.VisitAll(func(of *flag.Flag) {
		if _, theirs := of.Value.(engineFlag); theirs {
			engine.Var(of.Value, of.Name, of.Usage)
		} else {
			own.Var(of.Value, of.Name, of.Usage)
		}
	})
	own.SetOutput(w)
	own.PrintDefaults()
	_, _ = io.WriteString(w, "\nFlags of the engines, which are passed on:\n\n")
	engine.SetOutput(w)
	engine.PrintDefaults()
}

// parse reads the command line and holds it together.
func (f *flags) parse(args []string) error {
	err := f.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return err
	case err != nil:
		return usage("%s", err)
	}
	j := &f.job
	switch {
	case f.NArg() > 0:
		return usage("mask takes flags alone: --input, --output and --policy say what is read and written")
	case j.Input == "" || j.Output == "" || f.policy == "":
		return usage("mask needs --input, --output and --policy")
	case j.Parts < 1 || j.Parts > 99999:
		return usage("--parts: there can be 1 to 99999")
	case !slices.Contains(engines, f.runner):
		return usage("--runner: there are %s", strings.Join(engines, ", "))
	case !slices.Contains([]string{"", "gz", "zst", "lz4"}, j.Suffix):
		return usage("--compress: there are gz, zst and lz4")
	case j.Key.File != "" && j.Key.Command != "":
		return usage("--key-file and --key-command exclude each other")
	case !slices.Contains(grammars(), j.Dialect):
		return usage("--dialect: there are %s", strings.Join(grammars(), ", "))
	case j.Workers < 0 || j.MaxRow < 0:
		return usage("--jobs and --max-row are not negative")
	}
	if j.Suffix != "" {
		j.Suffix = "." + j.Suffix
	}
	j.Suffix = ".sql" + j.Suffix
	return f.places()
}

func grammars() []string {
	names := []string{"auto"}
	for _, d := range job.Grammars() {
		names = append(names, d.Name())
	}
	return names
}

// places reads the URLs. Raw and masked dumps do not lie together: who may read the ones could
// read the others.
func (f *flags) places() (err error) {
	if f.input, err = bucket.Parse(f.job.Input); err != nil {
		return usage("--input: %s", err)
	}
	if f.output, err = bucket.Parse(f.job.Output); err != nil {
		return usage("--output: %s", err)
	}
	switch {
	case f.input.Object() == "" && (f.given("parts") || f.given("index")):
		return usage("--input: a prefix has dumps that are masked one by one, and takes neither --parts nor --index")
	case f.output.Object() != "":
		return usage("--output: it is a prefix, and ends in a slash")
	case !f.force && bucket.Overlap(f.input, f.output):
		return usage("--output: it lies in the prefix of the raw dump, or round it; --force-same-prefix allows that")
	}
	return nil
}

// given says whether a flag is on the command line.
func (f *flags) given(name string) (given bool) {
	f.Visit(func(of *flag.Flag) { given = given || of.Name == name })
	return given
}
