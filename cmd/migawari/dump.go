package main

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects/server"
)

// dumpFlags are those of the verb dump.
type dumpFlags struct {
	maskFlags
	productionFlags
	rate    byteSize
	timeout time.Duration
}

// dump masks what the server's own program reads of a live database.
func (a *app) dump() *cobra.Command {
	f := &dumpFlags{}
	cmd := &cobra.Command{
		Use:   "dump -p POLICY [flags] TARGET",
		Short: "writes a masked dump of a live database",
		Long: `dump runs mysqldump, mariadb-dump or pg_dump on a database and masks what they
write, in a pipe: nothing raw lies on a disk. TARGET is

  mysql://USER@HOST:PORT/DATABASE?option-file=FILE&socket=FILE&tls=true&ssl-ca=FILE
  postgres://USER@HOST:PORT/DATABASE?service=NAME&host=DIRECTORY&passfile=FILE&sslmode=MODE

of which all but the database can be left out. A password is never part of it: it
comes from the option file, the password file, MYSQL_PWD, PGPASSWORD or the terminal.

The database is read as of one moment and without locks that writers would wait for.
Name a replica where there is one.`,
		Example: `  migawari dump -p policy.yaml --key-file key -o dev/shop.sql.zst mysql://backup@replica.shop.test/shop
  migawari dump -p policy.yaml --key-file key --rate 20MiB 'postgres:///shop?service=replica' | psql shop_dev`,
		Args: oneTarget,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runDump(cmd.Context(), f, args[0]) },
	}
	fs := cmd.Flags()
	fs.Var(&f.rate, "rate", "bytes a second to read at most, such as 20MiB")
	fs.DurationVar(&f.timeout, "timeout", 0, "stop a dump that takes longer, such as 2h")
	fs.StringVar(&f.yes, "yes-production", "", "the `database` once more, if it is a production's and is meant")
	fs.Var(&f.log, "run-log", "`file` to which reading a production is added")
	f.maskFlags.add(cmd)
	return cmd
}

// oneTarget takes the name of a database.
func oneTarget(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return &usageError{reason: cmd.Name() + " takes one TARGET", hint: "migawari " + cmd.Name() + " --help"}
	}
	return nil
}

func (a *app) runDump(ctx context.Context, f *dumpFlags, target string) error {
	t, err := parseTarget("dump", target)
	if err != nil {
		return err
	}
	p, err := a.prepare(&f.maskFlags)
	if err != nil {
		return err
	}
	g, err := readGuard("dump", string(f.policy))
	if err != nil {
		return err
	}
	if f.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, f.timeout, errTimeout)
		defer cancel()
	}
	f.dialect.value = t.Dialect
	return a.maskDump(ctx, &f.maskFlags, p, func() (*input, error) { return a.openTarget(ctx, f, g, t) })
}

// openTarget starts the dump of a target.
func (a *app) openTarget(ctx context.Context, f *dumpFlags, g *guard, t *server.Target) (*input, error) {
	asked := g.IsProduction(t, nil)
	if asked {
		if err := f.ask(t, g.policy); err != nil {
			return nil, err
		}
	}
	s, err := a.connect(ctx, t)
	if err != nil {
		return nil, err
	}
	if !asked {
		if err := f.allowed(ctx, g, t, s); err != nil {
			_ = s.Close() // nothing was asked of it but what it is
			return nil, err
		}
	}
	in := &input{name: place(t), free: func() { _ = s.Close() }} // it was only read
	if err := in.begin(ctx, s, int64(f.rate)); err != nil {
		in.close()
		return nil, failed(in.name, why(ctx, err))
	}
	return in, nil
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
