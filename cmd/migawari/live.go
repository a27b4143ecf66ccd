package main

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects/server"
)

// liveFlags are those of verbs that read the rows of a live database.
type liveFlags struct {
	productionFlags
	rate    byteSize
	timeout time.Duration
}

func (f *liveFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.Var(&f.rate, "rate", "bytes a second to read at most, such as 20MiB")
	fs.DurationVar(&f.timeout, "timeout", 0, "stop reading a database that takes longer, such as 2h")
	fs.StringVar(&f.yes, "yes-production", "", "the `database` once more, if it is a production's and is meant")
	fs.Var(&f.log, "run-log", "`file` to which reading a production is added")
}

// limit gives the context in which a database is read.
func (f *liveFlags) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if f.timeout == 0 {
		return ctx, func() {}
	}
	return context.WithTimeoutCause(ctx, f.timeout, errTimeout)
}

// openTarget starts the dump of a target.
func (a *app) openTarget(ctx context.Context, f *liveFlags, g *guard, t *server.Target) (*input, error) {
	production := g.IsProduction(t, nil)
	if production {
		if err := f.ask(t, g); err != nil {
			return nil, err
		}
	}
	s, err := a.connect(ctx, t)
	if err != nil {
		return nil, err
	}
	in := &input{name: place(t), free: func() { _ = s.Close() }} // it was only read
	if !production {
		production, err = a.allowed(ctx, f, g, t, s)
	}
	if err != nil {
		in.close()
		return nil, err
	}
	if err := in.begin(ctx, s, int64(f.rate)); err != nil {
		in.close()
		return nil, failed(in.name, why(ctx, err))
	}
	if !production {
		in.live = s
	}
	return in, nil
}

// allowed judges a database that is connected by the mark that it may carry.
func (a *app) allowed(ctx context.Context, f *liveFlags, g *guard, t *server.Target, s server.Server) (production bool, err error) {
	state, err := s.State(ctx)
	if err != nil {
		return false, failed(place(t), why(ctx, err))
	}
	a.stale(t, &state)
	if g.IsProduction(t, &state) {
		return true, f.ask(t, g)
	}
	return false, nil
}

// stale warns of a mark that says nothing of the database that carries it.
func (a *app) stale(t *server.Target, state *server.State) {
	if state.Stale {
		a.warn("%s: its mark of a production names another server or database, and does not count", place(t))
	}
}

// begin opens a dump of a server, and lets it be opened again where that gives the same.
func (in *input) begin(ctx context.Context, s server.Server, rate int64) (err error) {
	if in.source, err = s.Identity(ctx); err != nil {
		return err
	}
	d, err := s.Dump(ctx)
	if err != nil {
		return err
	}
	in.also(func() { _ = d.Close() }) // it was only read
	open := func() (io.ReadCloser, error) {
		text, err := d.Open()
		if err == nil && rate > 0 {
			text = server.Limit(text, rate)
		}
		return text, err
	}
	if d.Again() {
		in.again = open
	}
	text, err := open()
	if err != nil {
		return err
	}
	in.also(func() { _ = text.Close() })
	return in.unpack(ctx, text)
}

// also frees something before what is freed already.
func (in *input) also(free func()) {
	before := in.free
	in.free = func() { free(); before() }
}

// databaseFlags are those of verbs that read a masked copy in the place of a dump.
type databaseFlags struct {
	liveFlags
	database string
}

func (f *databaseFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.database, "database", "", "`target` that is read in the place of a dump; see migawari dump")
	f.liveFlags.add(cmd)
}

// openCopy opens a dump or, where one is named, the dump of a database.
func (a *app) openCopy(ctx context.Context, verb string, f *databaseFlags, read *readFlags, policy filePath, args []string) (*input, error) {
	if f.database == "" {
		return a.open(ctx, read.keys, args)
	}
	if len(args) > 0 || read.schema != "" {
		return nil, usage("--database, --schema and a FILE exclude each other")
	}
	t, err := parseTarget(verb, f.database)
	if err != nil {
		return nil, err
	}
	g := &guard{}
	if policy != "" {
		if g, err = readGuard(verb, string(policy)); err != nil {
			return nil, err
		}
	}
	g.verb, read.dialect.value = verb, t.Dialect
	return a.openTarget(ctx, &f.liveFlags, g, t)
}

// record says what speaks against a database as a copy: its record of a load is missing, or
// says that it is not whole or has expired. A production has none, and a dump is judged by its audit.
func (a *app) record(ctx context.Context, in *input) (bad bool, err error) {
	if in.live == nil {
		return false, nil
	}
	kept, err := in.live.Kept(ctx)
	if err != nil {
		return false, failed(in.name, why(ctx, err))
	}
	fault := kept.Valid(time.Now())
	if fault != nil {
		a.sayf("%s: %s", in.name, fault)
	}
	return fault != nil, nil
}
