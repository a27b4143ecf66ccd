package server

import (
	"bytes"
	"context"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
)

// definitions are queries that give statements of pg_dump's, in its order: one for
// each line, which the dialect reads as it does in a dump. Extensions and what belongs
// to the server are left out, as there.
var definitions = []string{
	// The types that columns name: labels, and domains with their conditions.
	`SELECT format('CREATE TYPE %I.%I AS ENUM (%s);', n.nspname, t.typname,
	        (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))
	   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
	  WHERE t.typtype = 'e' AND ` + own("n.nspname", "pg_type", "t.oid") + ` ORDER BY t.oid`,
	`SELECT format('CREATE DOMAIN %I.%I AS %s%s%s;', n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
	        (SELECT string_agg(format(E'\n\tCONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid)), '' ORDER BY c.conname)
	           FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c'))
	   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
	  WHERE t.typtype = 'd' AND ` + own("n.nspname", "pg_type", "t.oid") + ` ORDER BY t.oid`,

	// Tables with their columns. A partition has the columns of its parent, and is
	// attached to it below.
	`SELECT format(E'CREATE %sTABLE %I.%I (%s\n)%s%s;', CASE WHEN c.relkind = 'f' THEN 'FOREIGN ' ELSE '' END, n.nspname, c.relname,
	        (SELECT string_agg(line, ',' ORDER BY place, line) FROM (
	           SELECT a.attnum::int AS place, format(E'\n    %I %s', a.attname, format_type(a.atttypid, a.atttypmod))
	                  || CASE WHEN a.attcollation <> t.typcollation AND l.collname IS NOT NULL THEN format(' COLLATE %I.%I', ln.nspname, l.collname) ELSE '' END
	                  || CASE WHEN a.attgenerated <> '' THEN format(' GENERATED ALWAYS AS (%s) %s', pg_get_expr(d.adbin, d.adrelid), CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END)
	                          WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END
	                  || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS line
	             FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
	             LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
	             LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
	            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
	           UNION ALL
	           SELECT 100000, format(E'\n    CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid))
	             FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conislocal) lines),
	        CASE WHEN c.relkind = 'p' THEN E'\nPARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END,
	        CASE WHEN c.relkind = 'f' THEN ' SERVER ' || quote_ident(s.srvname) ELSE '' END)
	   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	   LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver
	  WHERE ` + table + ` ORDER BY n.nspname, c.relname`,
	`SELECT format('ALTER TABLE ONLY %s ATTACH PARTITION %I.%I %s;', i.inhparent::regclass, n.nspname, c.relname, pg_get_expr(c.relpartbound, c.oid))
	   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid
	  WHERE c.relispartition AND ` + table + ` ORDER BY n.nspname, c.relname`,

	// What the server numbers: identities, and sequences that columns own.
	`SELECT format('ALTER TABLE %I.%I ALTER COLUMN %I ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %s);', n.nspname, c.relname, a.attname,
	        CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname))
	   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	  WHERE a.attidentity <> '' AND a.attnum > 0 AND NOT a.attisdropped AND ` + table + ` ORDER BY n.nspname, c.relname, a.attnum`,
	`SELECT format('ALTER SEQUENCE %s OWNED BY %I.%I.%I;', d.objid::regclass, n.nspname, c.relname, a.attname)
	   FROM pg_depend d JOIN pg_class q ON q.oid = d.objid AND q.relkind = 'S' JOIN pg_class c ON c.oid = d.refobjid
	   JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
	  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a' AND ` + table + ` ORDER BY n.nspname, c.relname, a.attnum`,

	// Comments.
	`SELECT format('COMMENT ON %s %I.%I IS %L;', CASE WHEN c.relkind = 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, n.nspname, c.relname, d.description)
	   FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
	  WHERE d.classoid = 'pg_class'::regclass AND d.objsubid = 0 AND ` + table + ` ORDER BY n.nspname, c.relname`,
	`SELECT format('COMMENT ON COLUMN %I.%I.%I IS %L;', n.nspname, c.relname, a.attname, d.description)
	   FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
	   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
	  WHERE d.classoid = 'pg_class'::regclass AND d.objsubid > 0 AND ` + table + ` ORDER BY n.nspname, c.relname, a.attnum`,

	// Keys: constraints, then indexes that stand for none, then those that refer to others.
	constraints(`k.contype IN ('p', 'u', 'x')`),
	`SELECT pg_get_indexdef(x.indexrelid) || ';'
	   FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
	    AND ` + table + ` ORDER BY n.nspname, i.relname`,
	constraints(`k.contype = 'f'`),
}

// constraints gives those of some kinds.
func constraints(kinds string) string {
	return `SELECT format('ALTER TABLE ONLY %I.%I ADD CONSTRAINT %I %s;', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
	   FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	  WHERE ` + kinds + ` AND ` + table + ` ORDER BY n.nspname, c.relname, k.conname`
}

// table says that c is a table of a user, in the schema n.
var table = `c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND c.relname NOT IN ('` + schema.Marker + `', '` + schema.Record + `') AND ` +
	own("n.nspname", "pg_class", "c.oid")

// own says that an object of a schema is neither the server's nor an extension's.
func own(schema, catalog, oid string) string {
	return schema + ` !~ '^pg_' AND ` + schema + ` <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend e
	         WHERE e.classid = '` + catalog + `'::regclass AND e.objid = ` + oid + ` AND e.deptype = 'e')`
}

// Tables implements [server.Server].
func (s *Server) Tables(ctx context.Context) (*schema.Schema, error) {
	tx, err := s.db.BeginTx(ctx, readOnly)
	if err != nil {
		return nil, reduced(err)
	}
	defer func() { _ = tx.Rollback() }() // it has only read
	if _, err := tx.ExecContext(ctx, "SET LOCAL search_path = ''; SET LOCAL statement_timeout = '60s'"); err != nil {
		return nil, reduced(err)
	}
	var ddl bytes.Buffer
	ddl.WriteString("SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n")
	for _, query := range definitions {
		rows, err := tx.QueryContext(ctx, query)
		if err != nil {
			return nil, reduced(err)
		}
		for rows.Next() {
			var line string
			if err := rows.Scan(&line); err != nil {
				return nil, reduced(err)
			}
			ddl.WriteString(line + "\n")
		}
		if err := rows.Err(); err != nil {
			return nil, reduced(err)
		}
	}
	return server.Read(s.Dialect(), &ddl)
}
