package server

import "github.com/migawari-dev/migawari/dialects/schema"

// A kind is a kind of objects that statements make, by a query that gives for each the
// catalog and the number by which the server knows it, its name and the statements.
type kind = string

// before are the kinds that rows need, in the order in which pg_dump makes them, and
// behind those that are made when the rows are there. What an object depends on comes
// before it, whatever its kind.
var (
	before = []kind{schemas, extensions, enums, domains, composites, functions, sequences, relations, identities, owners, defaults, checks, partitions}
	behind = []kind{keys, indexes, attached, views, statistics, foreign, rules, triggers, fresh, comments}
)

var (
	schemas = `SELECT 'pg_namespace'::regclass::oid, n.oid, quote_ident(n.nspname), format('CREATE SCHEMA %I;', n.nspname)
	  FROM pg_namespace n WHERE n.nspname <> 'public' AND ` + own("n.nspname", "pg_namespace", "n.oid") + ` ORDER BY n.nspname`

	extensions = `SELECT 'pg_extension'::regclass::oid, e.oid, quote_ident(e.extname), format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I;', e.extname, n.nspname)
	  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql' ORDER BY e.oid`

	enums = `SELECT 'pg_type'::regclass::oid, t.oid, t.oid::regtype::text, format('CREATE TYPE %s AS ENUM (%s);', t.oid::regtype,
	       (SELECT string_agg(E'\n    ' || quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) || E'\n' FROM pg_enum e WHERE e.enumtypid = t.oid))
	  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND ` + own("n.nspname", "pg_type", "t.oid") + ` ORDER BY t.oid`

	domains = `SELECT 'pg_type'::regclass::oid, t.oid, t.oid::regtype::text, format('CREATE DOMAIN %s AS %s%s%s%s%s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
	       (SELECT format(' COLLATE %I.%I', ln.nspname, l.collname) FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace, pg_type b
	         WHERE l.oid = t.typcollation AND b.oid = t.typbasetype AND b.typcollation <> t.typcollation),
	       ' DEFAULT ' || coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault), CASE WHEN t.typnotnull THEN ' NOT NULL' END,
	       (SELECT string_agg(format(E'\n\tCONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid)), '' ORDER BY c.conname) FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c'))
	  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND ` + own("n.nspname", "pg_type", "t.oid") + ` ORDER BY t.oid`

	composites = `SELECT 'pg_type'::regclass::oid, t.oid, t.oid::regtype::text, format(E'CREATE TYPE %s AS (%s\n);', t.oid::regtype,
	       (SELECT string_agg(format(E'\n\t%I %s%s', a.attname, format_type(a.atttypid, a.atttypmod), ` + collation + `), ',' ORDER BY a.attnum)
	          FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped))
	  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid
	  WHERE t.typtype = 'c' AND c.relkind = 'c' AND ` + own("n.nspname", "pg_type", "t.oid") + ` ORDER BY t.oid`

	functions = `SELECT 'pg_proc'::regclass::oid, p.oid, p.oid::regprocedure::text, rtrim(pg_get_functiondef(p.oid), E'\n') || ';'
	  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND ` + own("n.nspname", "pg_proc", "p.oid") + ` ORDER BY p.oid`

	sequences = `SELECT 'pg_class'::regclass::oid, c.oid, c.oid::regclass::text, format('CREATE %sSEQUENCE %s AS %s%s;', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' END, c.oid::regclass, format_type(q.seqtypid, NULL), ` + counting + `)
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence q ON q.seqrelid = c.oid
	 WHERE c.relpersistence <> 't' AND ` + own("n.nspname", "pg_class", "c.oid") + `
	   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i') ORDER BY n.nspname, c.relname`

	// A partition has all of its columns and is attached below; who inherits has its own.
	relations = `SELECT 'pg_class'::regclass::oid, c.oid, c.oid::regclass::text, format(E'CREATE %sTABLE %s (%s\n)%s%s%s%s;%s', CASE WHEN c.relkind = 'f' THEN 'FOREIGN ' WHEN c.relpersistence = 'u' THEN 'UNLOGGED ' END, c.oid::regclass,
	       (SELECT string_agg(format(E'\n    %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), ` + collation + `,
	               CASE WHEN a.attgenerated <> '' THEN format(' GENERATED ALWAYS AS (%s) %s', pg_get_expr(d.adbin, d.adrelid), CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END) END,
	               CASE WHEN a.attnotnull THEN ' NOT NULL' END), ',' ORDER BY a.attnum)
	          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
	         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND (a.attislocal OR c.relispartition)),
	       (SELECT E'\nINHERITS (' || string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) || ')' FROM pg_inherits i WHERE i.inhrelid = c.oid AND NOT c.relispartition),
	       CASE WHEN c.relkind = 'p' THEN E'\nPARTITION BY ' || pg_get_partkeydef(c.oid) END,
	       (SELECT format(' SERVER %I', s.srvname) FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid),
	       E'\nWITH (' || (SELECT string_agg(format('%s=%L', split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)), ', ') FROM unnest(c.reloptions) o) || ')',
	       (SELECT string_agg(format(E'\nALTER TABLE ONLY %s ALTER COLUMN %I SET NOT NULL;', c.oid::regclass, a.attname), '' ORDER BY a.attnum)
	          FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.attislocal AND NOT c.relispartition))
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ` + table + ` ORDER BY n.nspname, c.relname`

	identities = `SELECT 'pg_class'::regclass::oid, s.oid, s.oid::regclass::text, format('ALTER TABLE %s ALTER COLUMN %I ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %s%s);', c.oid::regclass, a.attname,
	       CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, s.oid::regclass, ` + counting + `)
	  FROM pg_depend d JOIN pg_class s ON s.oid = d.objid JOIN pg_sequence q ON q.seqrelid = s.oid JOIN pg_class c ON c.oid = d.refobjid
	  JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
	 WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i' AND a.attidentity <> '' AND ` + table + ` ORDER BY n.nspname, c.relname, a.attnum`

	owners = `SELECT 0, s.oid, s.oid::regclass::text, format('ALTER SEQUENCE %s OWNED BY %s.%I;', s.oid::regclass, c.oid::regclass, a.attname)
	  FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_class c ON c.oid = d.refobjid
	  JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
	 WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a' AND ` + table + ` ORDER BY n.nspname, c.relname, a.attnum`

	defaults = `SELECT 'pg_attrdef'::regclass::oid, d.oid, c.oid::regclass::text, format('ALTER TABLE ONLY %s ALTER COLUMN %I SET DEFAULT %s;', c.oid::regclass, a.attname, pg_get_expr(d.adbin, d.adrelid))
	  FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
	 WHERE a.attgenerated = '' AND ` + table + ` ORDER BY n.nspname, c.relname, a.attnum`

	checks = `SELECT 'pg_constraint'::regclass::oid, k.oid, c.oid::regclass::text, format('ALTER TABLE %s ADD CONSTRAINT %I %s;', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid))
	  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE k.contype = 'c' AND (k.conislocal OR c.relispartition) AND ` + table + ` ORDER BY n.nspname, c.relname, k.conname`

	partitions = `SELECT 0, c.oid, c.oid::regclass::text, format('ALTER TABLE ONLY %s ATTACH PARTITION %s %s;', i.inhparent::regclass, c.oid::regclass, pg_get_expr(c.relpartbound, c.oid))
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid WHERE c.relispartition AND ` + table + ` ORDER BY n.nspname, c.relname`

	indexes = `SELECT 'pg_class'::regclass::oid, i.oid, i.oid::regclass::text, pg_get_indexdef(x.indexrelid) || ';'
	  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')) AND x.indisvalid
	   AND c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND ` + notOurs + ` AND ` + own("n.nspname", "pg_class", "c.oid") + ` ORDER BY n.nspname, i.relname`

	attached = `SELECT 0, i.oid, i.oid::regclass::text, format('ALTER INDEX %s ATTACH PARTITION %s;', h.inhparent::regclass, i.oid::regclass)
	  FROM pg_inherits h JOIN pg_class i ON i.oid = h.inhrelid AND i.relkind IN ('i', 'I') JOIN pg_namespace n ON n.oid = i.relnamespace
	 WHERE ` + own("n.nspname", "pg_class", "i.oid") + ` ORDER BY n.nspname, i.relname`

	views = `SELECT 'pg_class'::regclass::oid, c.oid, c.oid::regclass::text, format(E'CREATE %sVIEW %s%s AS\n%s%s;', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' END, c.oid::regclass,
	       ' WITH (' || (SELECT string_agg(format('%s=%L', split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)), ', ') FROM unnest(c.reloptions) o) || ')',
	       rtrim(pg_get_viewdef(c.oid), ';'), CASE c.relkind WHEN 'm' THEN E'\n  WITH NO DATA' END)
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND ` + own("n.nspname", "pg_class", "c.oid") + ` ORDER BY n.nspname, c.relname`

	statistics = `SELECT 'pg_statistic_ext'::regclass::oid, s.oid, quote_ident(s.stxname), pg_get_statisticsobjdef(s.oid) || ';'
	  FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE ` + own("n.nspname", "pg_statistic_ext", "s.oid") + ` ORDER BY s.oid`

	rules = `SELECT 'pg_rewrite'::regclass::oid, r.oid, quote_ident(r.rulename), pg_get_ruledef(r.oid)
	  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE r.rulename <> '_RETURN' AND ` + own("n.nspname", "pg_class", "c.oid") + ` ORDER BY r.oid`

	triggers = `SELECT 'pg_trigger'::regclass::oid, t.oid, quote_ident(t.tgname), pg_get_triggerdef(t.oid) || ';'
	       || CASE t.tgenabled WHEN 'O' THEN '' ELSE format(E'\nALTER TABLE %s %s TRIGGER %I;', c.oid::regclass, CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE REPLICA' END, t.tgname) END
	  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE NOT t.tgisinternal AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid AND d.refclassid = 'pg_trigger'::regclass)
	   AND ` + own("n.nspname", "pg_class", "c.oid") + ` ORDER BY n.nspname, c.relname, t.tgname`

	fresh = `SELECT 0, c.oid, c.oid::regclass::text, format('REFRESH MATERIALIZED VIEW %s;', c.oid::regclass)
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'm' AND c.relispopulated AND ` + own("n.nspname", "pg_class", "c.oid") + ` ORDER BY c.oid`

	// A comment names what it is on as the catalog does.
	comments = `SELECT 0, d.objoid, i.identity, format('COMMENT ON %s %s IS %L;', CASE WHEN i.type LIKE '%column' THEN 'COLUMN' WHEN i.type LIKE '%constraint' THEN 'CONSTRAINT' ELSE upper(i.type) END, i.identity, d.description)
	  FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
	 WHERE d.objoid >= 16384 AND i.type IN ('schema', 'type', 'table', 'table column', 'foreign table', 'foreign table column', 'view', 'view column', 'materialized view', 'materialized view column',
	       'sequence', 'index', 'function', 'procedure', 'trigger', 'rule', 'table constraint', 'domain constraint')
	   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e') ORDER BY d.classoid, i.identity COLLATE "C"`

	keys    = constraintsOf("k.contype IN ('p', 'u', 'x')")
	foreign = constraintsOf("k.contype = 'f' AND k.conparentid = 0")
)

// constraintsOf gives keys and exclusions, or references, which partitioned tables hand on.
func constraintsOf(which string) kind {
	return `SELECT 'pg_constraint'::regclass::oid, k.oid, c.oid::regclass::text, format('ALTER TABLE %s%s ADD CONSTRAINT %I %s;',
	       CASE WHEN k.contype = 'f' AND c.relkind = 'p' THEN '' ELSE 'ONLY ' END, c.oid::regclass, k.conname, pg_get_constraintdef(k.oid))
	  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
	 WHERE ` + which + ` AND ` + table + ` ORDER BY n.nspname, c.relname, k.conname`
}

// collation is that of a column a, where its type has another.
const collation = `(SELECT format(' COLLATE %I.%I', ln.nspname, l.collname) FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace, pg_type y
	         WHERE l.oid = a.attcollation AND y.oid = a.atttypid AND y.typcollation <> a.attcollation)`

// counting is how a sequence q counts.
const counting = `format(' START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s', q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, CASE WHEN q.seqcycle THEN ' CYCLE' END)`

// notOurs says that c is no table of ours.
const notOurs = `c.relname NOT IN ('` + schema.Marker + `', '` + schema.Record + `')`

// table says that c is a table of a user, in the schema n.
var table = `c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND ` + notOurs + ` AND ` + own("n.nspname", "pg_class", "c.oid")

// own says that an object of a schema is neither the server's nor an extension's.
func own(schema, catalog, oid string) string {
	return schema + ` !~ '^pg_' AND ` + schema + ` <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend e
	         WHERE e.classid = '` + catalog + `'::regclass AND e.objid = ` + oid + ` AND e.deptype = 'e')`
}

// readable are the tables whose rows lie here, with their columns and how these are read: as
// COPY writes them, which for three types is not as a cast to text does.
var readable = `SELECT c.oid::regclass::text, coalesce('(' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')', ''), coalesce(string_agg(CASE b.name
	         WHEN 'boolean' THEN format('textin(boolout(%I))', a.attname) WHEN 'character' THEN format('textin(bpcharout(%I))', a.attname)
	         WHEN 'inet' THEN format('textin(inet_out(%I))', a.attname) ELSE format('%I::text', a.attname) END, ', ' ORDER BY a.attnum), '')
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
	  LEFT JOIN LATERAL (WITH RECURSIVE base AS (SELECT a.atttypid AS t UNION ALL SELECT y.typbasetype FROM base JOIN pg_type y ON y.oid = base.t WHERE y.typtype = 'd')
	         SELECT y.oid::regtype::text AS name FROM base JOIN pg_type y ON y.oid = base.t WHERE y.typtype <> 'd') b ON true
	 WHERE c.relkind = 'r' AND ` + table + ` GROUP BY n.nspname, c.relname, c.oid ORDER BY n.nspname, c.relname`

// counted are the sequences, those of identities included.
var counted = `SELECT 'pg_class'::regclass::oid, c.oid, c.oid::regclass::text, quote_literal(c.oid::regclass::text)
	  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND ` + own("n.nspname", "pg_class", "c.oid") + ` ORDER BY n.nspname, c.relname`
