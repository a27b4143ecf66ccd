package server

import (
	"database/sql"
	"errors"
	"strings"

	"github.com/migawari-dev/migawari/dialects/server"
)

// oldest is the first version whose catalog is read, and its number.
const oldest, oldestNumber = "PostgreSQL 12", 120000

// undescribed finds an object of a kind that no statement here makes.
var undescribed = strings.Join([]string{
	`SELECT 'an aggregate', p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind = 'a' AND ` + own("n.nspname", "pg_proc", "p.oid"),
	`SELECT CASE t.typtype WHEN 'r' THEN 'a type of ranges' ELSE 'a type' END, t.oid::regtype::text FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
	  WHERE (t.typtype IN ('r', 'p') OR t.typtype = 'b' AND t.typcategory <> 'A') AND ` + own("n.nspname", "pg_type", "t.oid"),
	`SELECT 'an operator', o.oid::regoperator::text FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE ` + own("n.nspname", "pg_operator", "o.oid"),
	named("an operator class", "pg_opclass", "opcname", "opcnamespace"), named("an operator family", "pg_opfamily", "opfname", "opfnamespace"),
	named("a collation", "pg_collation", "collname", "collnamespace"), named("a conversion", "pg_conversion", "conname", "connamespace"),
	named("a text search configuration", "pg_ts_config", "cfgname", "cfgnamespace"), named("a text search dictionary", "pg_ts_dict", "dictname", "dictnamespace"),
	named("a text search parser", "pg_ts_parser", "prsname", "prsnamespace"), named("a text search template", "pg_ts_template", "tmplname", "tmplnamespace"),
	global("a cast", "pg_cast", "x.castsource::regtype || ' to ' || x.casttarget::regtype"), global("a language", "pg_language", "x.lanname"), global("a transform", "pg_transform", "x.trftype::regtype::text"),
	global("an access method", "pg_am", "x.amname"), global("a foreign server", "pg_foreign_server", "x.srvname"), global("a foreign-data wrapper", "pg_foreign_data_wrapper", "x.fdwname"),
	global("an event trigger", "pg_event_trigger", "x.evtname"), global("a policy", "pg_policy", "x.polname"),
	`SELECT CASE WHEN c.relkind = 'f' THEN 'a foreign table' WHEN c.reloftype <> 0 THEN 'a table of a type' WHEN c.relrowsecurity THEN 'a table with row security' ELSE 'a table of another access method' END, c.oid::regclass::text
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am m ON m.oid = c.relam
	  WHERE (c.relkind = 'f' OR c.reloftype <> 0 OR c.relrowsecurity OR m.amname <> 'heap') AND ` + table,
	`SELECT 'a large object', oid::text FROM pg_largeobject_metadata`,
}, " UNION ALL ") + " LIMIT 1"

// named finds objects that lie in a schema.
func named(kind, catalog, name, schema string) string {
	return `SELECT '` + kind + `', x.` + name + `::text FROM ` + catalog + ` x JOIN pg_namespace n ON n.oid = x.` + schema + ` WHERE ` + own("n.nspname", catalog, "x.oid")
}

// global finds objects that lie in none. Those of the server have numbers below 16384.
func global(kind, catalog, name string) string {
	return `SELECT '` + kind + `', (` + name + `)::text FROM ` + catalog + ` x WHERE x.oid >= 16384 AND ` + own("''", catalog, "x.oid")
}

// known stops at kinds of objects that nothing here describes.
func (r *reading) known() (version string, err error) {
	var number int
	if err := r.tx.QueryRowContext(r.ctx, "SELECT current_setting('server_version'), current_setting('server_version_num')").Scan(&version, &number); err != nil {
		return "", reduced(err)
	}
	if number < oldestNumber {
		return "", server.Undescribed("a server before "+oldest, version)
	}
	var what, name string
	switch err := r.tx.QueryRowContext(r.ctx, undescribed).Scan(&what, &name); {
	case errors.Is(err, sql.ErrNoRows):
		return version, nil
	case err != nil:
		return "", reduced(err)
	}
	return "", server.Undescribed(what, name)
}
