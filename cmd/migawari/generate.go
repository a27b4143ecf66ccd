package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/fixture"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// generateFlags are those of generate.
type generateFlags struct {
	readFlags
	policy    filePath
	output    filePath
	audit     filePath
	database  string
	rows      []string
	seed      int64
	to        choice
	format    choice
	ddl       bool
	locale    string
	unchecked bool
	edge      bool
	shape     filePath
	like      filePath
	least     int
}

// generate makes rows for the tables of a schema.
func (a *app) generate() *cobra.Command {
	f := &generateFlags{}
	cmd := &cobra.Command{
		Use:   "generate --schema FILE --rows TABLE=NUMBER,… [flags]",
		Short: "makes rows for the tables of a schema",
		Long: `generate reads what a file declares, or a live database, and writes rows that a
server takes with all its constraints on, in an order in which it takes them. It
needs no dump and no key: the same seed gives the same bytes everywhere, and more
rows of a table begin with the ones that there were.

What a column holds is decided by the policy of -p, in the words of masking, or
by what scan would find. Tables to which others must refer are filled with as few
rows as serve, which is said. A constraint that is not understood stops the run
before its first row.`,
		Example: `  migawari generate --schema schema.sql --rows students=1000,orders=3/students -o fixtures.sql
  migawari generate -p policy.yaml --schema schema.sql --rows '*=20' | mysql shop_test
  migawari generate --schema schema.sql --with-schema --rows '*=20' --audit made.json |
      migawari load -p policy.yaml --manifest made.json mysql://dev@localhost/shop_dev`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return a.runGenerate(cmd.Context(), f) },
	}
	f.maxRow = dialects.DefaultMaxRow
	f.addInput(cmd)
	f.to = choice{value: "schema", of: []string{"schema"}}
	for _, d := range grammars() {
		if _, ok := d.(dialects.Writer); ok {
			f.to.of = append(f.to.of, d.Name())
		}
	}
	fs := cmd.Flags()
	fs.IntVarP(&f.jobs, "jobs", "j", 0, "workers; 0 takes one for each processor")
	fs.VarP(&f.policy, "policy", "p", "`file` with the rules; without it, what is detected decides")
	fs.VarP(&f.output, "output", "o", "`file` to write; a suffix .gz, .zst or .lz4 compresses")
	fs.Var(&f.audit, "audit", "JSON `file` to write, with what was made in each column; migawari load asks for it")
	fs.StringVar(&f.database, "database", "", "`target` whose tables are read in the place of a file; see migawari dump")
	fs.StringArrayVar(&f.rows, "rows", nil, "`numbers` of rows: TABLE=NUMBER, or TABLE=NUMBER/TABLE for each row of another; *=NUMBER is at least so many of every other table")
	fs.Int64Var(&f.seed, "seed", 0, "which rows: every `number` gives others")
	f.to.add(cmd, "to", "the dialect to write")
	f.format = choice{value: "sql", of: []string{"sql", "copy", "csv", "jsonl"}}
	f.format.offer(cmd, "format", "how rows are written: sql, copy (postgres), csv or jsonl, for several tables into the directory of -o")
	fs.BoolVar(&f.ddl, "with-schema", false, "write the definitions of the schema before the rows")
	fs.StringVar(&f.locale, "locale", "", "`language` of the fakes; without it, that of the policy, or Japanese or English as the schema has it")
	fs.BoolVar(&f.unchecked, "unchecked", false, "go on where a constraint is not understood, and say which")
	fs.BoolVar(&f.edge, "edge", false, "put what is seldom met into the first rows: longest and shortest values, emoji, rare characters, 29 February")
	fs.Var(&f.shape, "shape", "`file` that says how values are distributed")
	fs.Var(&f.like, "like", "masked dump, a `file`, of which numbers of rows and distributions are taken; it can stand for --schema")
	fs.IntVar(&f.least, "least", 5, "with --like: nothing is taken that fewer rows have")
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	completeLanguages(cmd, "locale")
	completeFiles(cmd, "audit", "json")
	return cmd
}

func (a *app) runGenerate(ctx context.Context, f *generateFlags) error {
	if err := f.check(a.ui); err != nil {
		return err
	}
	if err := f.apart(); err != nil {
		return err
	}
	p, err := a.fixtures(ctx, f)
	if err != nil {
		return err
	}
	notes, err := p.set.Check()
	if err != nil {
		return unmakeable(err)
	}
	for _, n := range notes {
		a.say(n)
	}
	if err := a.produce(ctx, p); err != nil {
		return err
	}
	rows, tables, err := p.set.Size()
	if err == nil {
		a.sayf("made %s in %s", count(rows, "row"), count(int64(tables), "table"))
	}
	return err
}

// fixtures prepares a set by the flags, and the dialect to write it in.
func (a *app) fixtures(ctx context.Context, f *generateFlags) (*production, error) {
	requests, err := f.requests()
	if err != nil {
		return nil, err
	}
	o := fixture.Options{Unchecked: f.unchecked, Edge: f.edge, Workers: f.jobs}
	if f.locale != "" {
		if o.Locale = locales.Find(f.locale); o.Locale == nil {
			return nil, &usageError{reason: "--locale: there are no fakes for " + quoted(f.locale), hint: "there are some for " + strings.Join(tags(), ", ")}
		}
	}
	if f.policy != "" {
		p, err := readPolicy("generate", string(f.policy), mask.EphemeralKey()) // shows all of its faults
		if err != nil {
			return nil, err
		}
		if o.Policy, err = policyfile.Parse(p.text); err != nil {
			return nil, err
		}
		if o.Locale == nil {
			o.Locale = p.locale
		}
	}
	tables, err := a.shapes(ctx, f, &o)
	if err != nil {
		return nil, err
	}
	p := &production{f: f, tables: tables, to: writerOf(f.to.value, tables), started: time.Now().UTC()}
	if err := f.fits(p.to, tables); err != nil {
		return nil, err
	}
	if f.ddl {
		if err := a.define(ctx, p); err != nil {
			return nil, err
		}
	}
	o.Dialect = p.to.Name()
	p.set = fixture.New(p.tables, f.seed, o).Request(requests...)
	return p, nil
}

// requests reads --rows, without which a shape says how many there are.
func (f *generateFlags) requests() (all []fixture.Request, err error) {
	for _, text := range f.rows {
		list, err := fixture.ParseRequests(text)
		if err != nil {
			return nil, &usageError{reason: "--rows: " + mask.Printable(err.Error()), hint: "such as --rows students=1000,orders=3/students"}
		}
		all = append(all, list...)
	}
	if all == nil && f.shape == "" && f.like == "" {
		return nil, &usageError{reason: "generate needs numbers of rows: --rows TABLE=NUMBER", hint: "migawari generate --help"}
	}
	return all, nil
}

// unmakeable says why no row is made: nothing was written.
func unmakeable(err error) error {
	var own *fixture.Error
	if errors.As(err, &own) {
		return usage("%s", err)
	}
	return err
}
