package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/mask"
)

// loadFlags are those of the verb load.
type loadFlags struct {
	readFlags
	policy   filePath
	manifest filePath
	replace  string
	partial  bool
	log      runLog
	purpose  string
	expires  moment
}

// load restores a masked dump into a database that is no production.
func (a *app) load() *cobra.Command {
	f := &loadFlags{}
	cmd := &cobra.Command{
		Use:   "load -p POLICY --manifest AUDIT [flags] TARGET [FILE]",
		Short: "restores a masked dump, but into no production",
		Long: `load reads a masked dump from FILE or standard input and restores it with the
server's own client, mariadb, mysql or psql, which stops at the first error. TARGET
is what migawari dump takes. A dump in FILE is read through before its first
statement is run, and PostgreSQL takes it whole or not at all. So does a file of SQLite,
which is made anew and comes in the place of the old one.

The policy names the databases that may be loaded into, under targets, and those that
never may be, under production. AUDIT is what --audit wrote beside the dump: its digest
must be the dump's. A database that says of itself that it is a production, or whose
tables no load has put there, is refused.`,
		Example: `  migawari load -p policy.yaml --manifest audit.json mysql://dev@localhost/shop_dev dev/shop.sql.zst`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return oneTarget(cmd, args)
			}
			return oneFile(cmd, args[1:])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runLoad(cmd.Context(), f, args[0], args[1:])
		},
	}
	fs := cmd.Flags()
	fs.VarP(&f.policy, "policy", "p", "`file` with the targets and the productions")
	fs.Var(&f.manifest, "manifest", "the audit of the dump, a JSON `file`")
	fs.StringVar(&f.replace, "replace", "", "the `database` once more, where tables may go that no load has put there")
	fs.BoolVar(&f.partial, "partial", false, "load a dump of which the audit says that something personal may stay")
	fs.Var(&f.log, "run-log", "`file` to which the load is added, and what was forced")
	fs.StringVar(&f.purpose, "purpose", "", "what the copy is for, for its record")
	fs.Var(&f.expires, "expires", "`day` with which the copy ends, such as 2030-01-31, or a number of days, such as 90d")
	f.add(cmd)
	f.identityFlags.add(cmd)
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	completeFiles(cmd, "manifest", "json")
	return cmd
}

func (a *app) runLoad(ctx context.Context, f *loadFlags, target string, args []string) error {
	t, err := parseTarget("load", target)
	if err != nil {
		return err
	}
	if err := f.check(a.ui); err != nil {
		return err
	}
	if f.manifest == "" {
		return &usageError{reason: "load needs the audit of the dump: --manifest FILE", hint: "mask, dump, subset and generate write it with --audit FILE"}
	}
	if (f.replace != "" || f.partial) && f.log.filePath == "" {
		return &usageError{reason: "--replace and --partial force a load, and that is written down", hint: "--run-log FILE"}
	}
	g, err := readGuard("load", string(f.policy))
	if err != nil {
		return err
	}
	if err := g.Name(t); err != nil {
		return &usageError{reason: place(t) + ": " + err.Error(), hint: guardHint(err, t)}
	}
	in, err := a.open(ctx, f.keys, args)
	if err != nil {
		return err
	}
	defer in.close()
	if err := in.loadable(); err != nil {
		return err
	}
	return a.loadFrom(ctx, f, g, t, in)
}

// loadFrom loads a dump. One that can be read twice is held against its manifest first;
// of a pipe, the manifest is looked for at its end.
func (a *app) loadFrom(ctx context.Context, f *loadFlags, g *guard, t *server.Target, in *input) error {
	var m *manifest
	if in.again != nil {
		first, err := in.again()
		if err != nil {
			return failed(in.name, err)
		}
		sum := sha256.New()
		if _, err = readThrough(ctx, f, t, io.Discard, io.TeeReader(first, sum)); err == nil {
			m, err = readManifest(f, sum)
		}
		if _ = first.Close(); err != nil {
			return blameManifest(f, in, why(ctx, err))
		}
	}
	s, err := a.connect(ctx, t)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }() // all was waited for
	state, err := s.State(ctx)
	if err != nil {
		return failed(place(t), why(ctx, err))
	}
	a.stale(t, &state)
	if err := g.Database(t, &state, m.source(), f.replace == t.Database); err != nil {
		return refusedBy(err, t)
	}
	return f.logged(g, t, &state, func() (*mask.Audit, *manifest, error) { return a.restore(ctx, f, t, s, &state, in, m) })
}

func refusedBy(guard error, t *server.Target) error {
	return &failure{file: place(t), err: guard, hint: guardHint(guard, t)}
}

// restore runs the client. The database says from the beginning that it is not whole.
func (a *app) restore(ctx context.Context, f *loadFlags, t *server.Target, s server.Server, state *server.State, in *input, m *manifest) (*mask.Audit, *manifest, error) {
	broken := func(err error) (*mask.Audit, *manifest, error) { return nil, nil, failed(place(t), why(ctx, err)) }
	if err := s.Keep(ctx, m.record(f, false)); err != nil {
		return broken(err)
	}
	client, err := s.Load(ctx)
	if err != nil {
		return broken(err)
	}
	defer func() { _ = client.Close() }() // where it was not waited for
	sum, to := sha256.New(), &sink{Writer: client}
	shown := newProgress(a.ui, f.progress.value, in)
	read, err := readThrough(ctx, f, t, to, io.TeeReader(in, sum), shown.option()...)
	shown.stop()
	if to.err != nil {
		return broken(to.err)
	}
	if err == nil {
		m, err = readManifest(f, sum)
	}
	if err != nil {
		return nil, nil, blameManifest(f, in, why(ctx, err))
	}
	if m.source() == state.Identity { // of a pipe it was not known before
		return nil, nil, refusedBy(server.ErrSource, t)
	}
	if err := client.Commit(); err != nil {
		return broken(err)
	}
	if err := s.Keep(ctx, m.record(f, true)); err != nil {
		return broken(err)
	}
	a.sayf("%s in %s loaded into %s", count(read.Rows(), "row"), count(int64(len(read.Tables)), "table"), place(t))
	return read, m, nil
}

// readThrough copies a dump as it is, but for the bounds of transactions, and stops at what is not understood, not whole, or
// leads out of the database.
func readThrough(ctx context.Context, f *loadFlags, t *server.Target, to io.Writer, from io.Reader, opts ...mask.Option) (*mask.Audit, error) {
	d, err := (&input{}).grammar(t.Dialect, nil)
	if err != nil {
		return nil, err
	}
	if t.Dialect == "postgres" { // whose client takes the dump in one
		d = server.OneTransaction(d)
	}
	opts = append(opts, mask.Scan(f.scanOptions()), mask.Workers(f.workers()))
	return mask.Copy(ctx, to, from, server.Confine(d), keepAll(), opts...)
}

// keepAll is the plan that gives back what it reads.
func keepAll() *mask.Plan {
	p, err := mask.Compile(&mask.Policy{DDL: mask.KeepDDL, LargeObjects: mask.KeepLargeObjects, Tables: []mask.Table{{Pattern: "*", Keep: true}}}, mask.EphemeralKey(), nil)
	if err != nil {
		panic("migawari: internal error: " + err.Error())
	}
	return p
}

func hexSum(sum hash.Hash) string { return hex.EncodeToString(sum.Sum(nil)) }
