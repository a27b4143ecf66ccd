package main

import (
	"context"

	"github.com/spf13/cobra"
)

// dumpFlags are those of the verb dump.
type dumpFlags struct {
	maskFlags
	liveFlags
}

// dump masks what the server's own program reads of a live database.
func (a *app) dump() *cobra.Command {
	f := &dumpFlags{}
	cmd := &cobra.Command{
		Use:   "dump -p POLICY [flags] TARGET",
		Short: "writes a masked dump of a live database",
		Long: `dump runs mysqldump, mariadb-dump or pg_dump on a database and masks what they
write, in a pipe: nothing raw lies on a disk. Where they are not installed, the driver
reads. TARGET is

  mysql://USER@HOST:PORT/DATABASE?option-file=FILE&socket=FILE&tls=true&ssl-ca=FILE
  postgres://USER@HOST:PORT/DATABASE?service=NAME&host=DIRECTORY&passfile=FILE&sslmode=MODE
  sqlite:FILE

of which all but the database can be left out. A password is never part of it: it
comes from the option file, the password file, MYSQL_PWD, PGPASSWORD or the terminal.

The database is read as of one moment and without locks that writers would wait for.
Name a replica where there is one.`,
		Example: `  migawari dump -p policy.yaml --key-file key -o dev/shop.sql.zst mysql://backup@replica.shop.test/shop
  migawari dump -p policy.yaml --key-file key --rate 20MiB 'postgres:///shop?service=replica' | psql shop_dev`,
		Args: oneTarget,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runDump(cmd.Context(), f, args[0]) },
	}
	f.liveFlags.add(cmd)
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
	ctx, cancel := f.limit(ctx)
	defer cancel()
	f.dialect.value = t.Dialect
	f.place, f.maskFlags.log = place(t), f.liveFlags.log
	return a.maskDump(ctx, &f.maskFlags, p, func() (*input, error) { return a.openTarget(ctx, &f.liveFlags, g, t) })
}
