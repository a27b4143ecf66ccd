package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// TestObjects dumps a database that has one object of every kind in every option
// of pg_dump that changes how objects are written. All pass unchanged where the
// policy keeps everything. Under ddl: safe what starts something or reaches another
// server is gone, with all that belongs to it, so that the rest loads.
func TestObjects(t *testing.T) {
	raw := newStore(t, "postgres")
	raw.load(t, readFile(t, "testdata/objects.sql"))
	t.Cleanup(func() { raw.load(t, []byte("DROP SUBSCRIPTION sub;")) }) // or the database stays
	keep := []mask.Table{{Pattern: "*", Keep: true}}
	all := compile(t, &mask.Policy{DDL: mask.KeepDDL, Tables: keep})
	safe := compile(t, &mask.Policy{LargeObjects: mask.KeepLargeObjects, Tables: keep})
	for _, args := range []string{
		"", "--inserts --verbose", "--column-inserts --quote-all-identifiers --disable-dollar-quoting", "--clean --if-exists", "--create", "--clean --create --if-exists",
		"--use-set-session-authorization", "--no-owner --no-privileges --no-comments", "--schema-only --binary-upgrade", "--data-only --disable-triggers",
		"--section=pre-data", "--section=data", "--section=post-data", "--load-via-partition-root --rows-per-insert=2",
	} {
		t.Run(args, func(t *testing.T) {
			dump := dumpOf(t, raw, args)
			require.Equal(t, string(dump), string(masked(t, dump, all)))
			out := masked(t, dump, safe)
			require.NotContains(t, string(out), "hunter2")
			if partOfDump[args] {
				return // it loads into a database that has the rest
			}
			dev := newStore(t, "postgres")
			dev.load(t, out)
			require.Equal(t, "3", count(t, dev, "SELECT count(*) FROM parent"))
			require.Equal(t, "3", count(t, dev, "SELECT count(*) FROM part"))
			for _, catalog := range []string{"pg_event_trigger", "pg_publication", "pg_foreign_table", "pg_foreign_server", "pg_user_mappings"} {
				require.Equal(t, "0", count(t, dev, "SELECT count(*) FROM "+catalog), catalog)
			}
			require.Equal(t, "0", count(t, dev, "SELECT count(*) FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()"))
		})
	}
}

// partOfDump are options that write no whole database.
var partOfDump = map[string]bool{
	"--schema-only --binary-upgrade": true, "--data-only --disable-triggers": true,
	"--section=pre-data": true, "--section=data": true, "--section=post-data": true,
}
