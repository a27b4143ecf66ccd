package postgres_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// classes holds the statements that pg_dump and pg_dumpall write, by what they
// are. The marks of a statement stand in [brackets] there: the first letter of
// the role and the text.
var classes = []struct {
	class dialects.Class
	words string
	in    string
}{
	{dialects.Session, "set", "SET statement_timeout = 0;"},
	{dialects.Session, "set", "SET default_tablespace = '';"},
	{dialects.Session, "set", "SET xmloption = content;"},
	{dialects.Session, "set", "SET default_table_access_method = heap;"},
	{dialects.Session, "set", "SET app.api_key = [L'secret'];"},
	{dialects.Session, "set", "SET TIME ZONE 'UTC';"},
	{dialects.Session, "set", "SET CONSTRAINTS ALL DEFERRED;"},
	{dialects.Session, "set", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;"},
	{dialects.Session, "reset", "RESET ALL;"},
	{dialects.Session, "select set_config", "SELECT pg_catalog.set_config('search_path', '', false);"},
	{dialects.Session, "begin", "BEGIN;"},
	{dialects.Session, "commit", "COMMIT;"},
	{dialects.Session, "start", "START TRANSACTION;"},
	{dialects.Session, "lock", "LOCK TABLE t IN EXCLUSIVE MODE;"},
	{dialects.Session, "refresh", "REFRESH MATERIALIZED VIEW public.mv;"},
	{dialects.Session, "analyze", "ANALYZE t;"},
	{dialects.Session, "create extension", "CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;"},
	{dialects.Session, "comment on extension", "COMMENT ON EXTENSION plpgsql IS [R'PL/pgSQL procedural language'];"},
	{dialects.Session, "restrict", "\\restrict abc\n"},
	{dialects.Session, "unrestrict", "\\unrestrict abc\n"},
	{dialects.Session, "encoding", "\\encoding SQL_ASCII\n"},

	{dialects.Access, "set session authorization", "SET SESSION AUTHORIZATION 'app';"},
	{dialects.Access, "set session authorization", "SET SESSION AUTHORIZATION DEFAULT;"},
	{dialects.Access, "reset session", "RESET SESSION AUTHORIZATION;"},
	{dialects.Access, "set role", "SET ROLE app;"},
	{dialects.Access, "create role", "CREATE ROLE app;"},
	{dialects.Access, "alter role", "ALTER ROLE app WITH LOGIN PASSWORD [S'md5abc'] VALID UNTIL [S'2030-01-01'];"},
	{dialects.Access, "alter role", "ALTER ROLE app IN DATABASE d SET work_mem TO [S'64MB'];"},
	{dialects.Access, "create user", "CREATE USER app PASSWORD [S'x'];"},
	{dialects.Access, "create group", "CREATE GROUP g;"},
	{dialects.Access, "drop role", "DROP ROLE IF EXISTS app;"},
	{dialects.Access, "drop owned", "DROP OWNED BY app;"},
	{dialects.Access, "reassign", "REASSIGN OWNED BY a TO b;"},
	{dialects.Access, "comment on role", "COMMENT ON ROLE app IS [R'x'];"},
	{dialects.Access, "grant", "GRANT SELECT(id) ON TABLE public.t TO app;"},
	{dialects.Access, "grant", "GRANT app TO b WITH ADMIN OPTION, INHERIT TRUE GRANTED BY postgres;"},
	{dialects.Access, "revoke", "REVOKE ALL ON FUNCTION public.f(a text) FROM PUBLIC;"},
	{dialects.Access, "alter default privileges", "ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA audit GRANT SELECT ON TABLES  TO app;"},
	{dialects.Access, "security label", "SECURITY LABEL FOR anon ON COLUMN public.t.a IS [L'MASKED'];"},
	{dialects.Access, "alter owner", "ALTER TABLE public.t OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER TABLE IF EXISTS ONLY public.t OWNER TO \"App\";"},
	{dialects.Access, "alter owner", "ALTER SCHEMA audit OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER FUNCTION public.f(a text, OUT b integer) OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER OPERATOR public.=== (integer, integer) OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER OPERATOR CLASS public.c USING btree OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER PROCEDURAL LANGUAGE plperl OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER LARGE OBJECT 42 OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER EVENT TRIGGER e OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER FOREIGN TABLE f OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER PUBLICATION p OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER DATABASE d OWNER TO app;"},
	{dialects.Access, "alter owner", "ALTER MATERIALIZED VIEW v OWNER TO app;"},

	{dialects.Database, "create database", "CREATE DATABASE [D\"A b\"] WITH TEMPLATE = template0 ENCODING = [L'UTF8'] LOCALE = [L'C'];"},
	{dialects.Database, "alter database", "ALTER DATABASE [Dd] SET \"app.api_key\" TO [L'secret'];"},
	{dialects.Database, "alter database", "ALTER DATABASE [Dd] IS_TEMPLATE = true;"},
	{dialects.Database, "drop database", "DROP DATABASE IF EXISTS [Dd];"},
	{dialects.Database, "comment on database", "COMMENT ON DATABASE [Dd] IS [R'x'];"},
	{dialects.Database, "update", "UPDATE pg_catalog.pg_database SET datistemplate = false WHERE datname = 'd';"},
	{dialects.Database, "connect", "\\connect [Dd]\n"},
	{dialects.Database, "connect", "\\connect [D\"A b\"]\n"},
	{dialects.Database, "connect", "\\connect -reuse-previous=on [D\"dbname='we\\'ird = db\\\\x'\"]\n"},
	{dialects.Database, "connect", "\\connect [D'd'  user] \r\n"},
	{dialects.Database, "connect", "\\connect -reuse-previous=off [D\"d\" - db.example.com 5432]\n"},

	{dialects.Server, "create tablespace", "CREATE TABLESPACE fast OWNER app LOCATION [L'/srv'];"},
	{dialects.Server, "set", "SET default_tablespace = fast;"},
	{dialects.Server, "set", "SET default_tablespace TO 'fast';"},
	{dialects.Session, "set", "SET default_tablespace = \"\";"},
	{dialects.Server, "alter tablespace", "ALTER TABLESPACE fast SET (random_page_cost=1.1);"},
	{dialects.Server, "comment on tablespace", "COMMENT ON TABLESPACE fast IS [R'x'];"},
	{dialects.Server, "create publication", "CREATE PUBLICATION p FOR TABLE t WHERE ((a = [L'x'])) WITH (publish = [L'insert']);"},
	{dialects.Server, "alter publication", "ALTER PUBLICATION p ADD TABLE ONLY public.t;"},
	{dialects.Server, "create subscription", "CREATE SUBSCRIPTION s CONNECTION [S'host=x password=y'] PUBLICATION p;"},
	{dialects.Server, "alter subscription", "ALTER SUBSCRIPTION s ENABLE;"},
	{dialects.Server, "alter system", "ALTER SYSTEM SET x = [L'y'];"},
	{dialects.Server, "create event trigger", "CREATE EVENT TRIGGER e ON ddl_command_start WHEN TAG IN ([L'CREATE TABLE']) EXECUTE FUNCTION f();"},
	{dialects.Server, "alter event trigger", "ALTER EVENT TRIGGER e DISABLE;"},
	{dialects.Server, "comment on event trigger", "COMMENT ON EVENT TRIGGER e IS [R'x'];"},
	{dialects.Server, "select pg_replication_origin_create", "SELECT pg_catalog.pg_replication_origin_create('x');"},
	{dialects.Server, "select binary_upgrade", "SELECT pg_catalog.binary_upgrade_set_next_pg_type_oid('1'::pg_catalog.oid);"},
	{dialects.Server, "select binary_upgrade", "SELECT pg_catalog.binary_upgrade_add_sub_rel_state('s', 1, 'r', NULL);"},

	{dialects.Foreign, "create foreign data wrapper", "CREATE FOREIGN DATA WRAPPER fdw;"},
	{dialects.Foreign, "create server", "CREATE SERVER srv FOREIGN DATA WRAPPER fdw OPTIONS (host [S'h;''x']);"},
	{dialects.Foreign, "create user mapping", "CREATE USER MAPPING FOR app SERVER srv OPTIONS (password [S'sec''ret;'], \"user\" [S'bob']);"},
	{dialects.Foreign, "drop user mapping", "DROP USER MAPPING IF EXISTS FOR app SERVER srv;"},
	{dialects.Foreign, "create foreign table", "CREATE FOREIGN TABLE f (a integer OPTIONS (column_name [L'A'])) SERVER srv OPTIONS (table_name [L'f']);"},
	{dialects.Foreign, "alter foreign table", "ALTER FOREIGN TABLE ONLY f ALTER COLUMN a OPTIONS (SET column_name [L'B']);"},
	{dialects.Foreign, "comment on foreign table", "COMMENT ON FOREIGN TABLE f IS [R'x'];"},
	{dialects.Foreign, "comment on column", "COMMENT ON COLUMN f.a IS [R'x'];"},
	{dialects.Foreign, "alter table", "ALTER TABLE ONLY f ALTER COLUMN a SET DEFAULT [L'x'];"},
	{dialects.Foreign, "alter table", "ALTER TABLE ONLY t ATTACH PARTITION f FOR VALUES IN ([L'x']);"},
	{dialects.Foreign, "create trigger", "CREATE TRIGGER g BEFORE UPDATE OF a, b ON f FOR EACH ROW EXECUTE FUNCTION h();"},
	{dialects.Foreign, "create statistics", "CREATE STATISTICS st (dependencies) ON a, b FROM public.f;"},
	{dialects.Foreign, "create rule", "CREATE RULE r AS ON INSERT TO f DO INSTEAD NOTHING;"},
	{dialects.Foreign, "comment on trigger", "COMMENT ON TRIGGER g ON f IS [R'x'];"},
	{dialects.Foreign, "comment on constraint", "COMMENT ON CONSTRAINT g ON f IS [R'x'];"},
	{dialects.Foreign, "comment on server", "COMMENT ON SERVER srv IS [R'x'];"},
	{dialects.Foreign, "import foreign schema", "IMPORT FOREIGN SCHEMA s FROM SERVER srv INTO public;"},

	{dialects.LargeObject, "select lo_create", "SELECT pg_catalog.lo_create('42');"},
	{dialects.LargeObject, "select lo_open", "SELECT pg_catalog.lo_open('42', 131072);"},
	{dialects.LargeObject, "select lowrite", "SELECT pg_catalog.lowrite(0, [L'\\x00ff']);"},
	{dialects.LargeObject, "select loread", "SELECT loread(0, 10);"},
	{dialects.LargeObject, "select lo_close", "SELECT pg_catalog.lo_close(0);"},
	{dialects.LargeObject, "select lo_unlink", "SELECT pg_catalog.lo_unlink('42');"},
	{dialects.LargeObject, "select lo_unlink", "SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata WHERE oid = '42';"},
	{dialects.LargeObject, "comment on large object", "COMMENT ON LARGE OBJECT 42 IS [R'lo''s'];"},

	{dialects.Statistics, "select pg_restore_relation_stats", "SELECT * FROM pg_catalog.pg_restore_relation_stats([L'relname'], [L't'], [L'relpages'], [L'1']::integer);"},
	{dialects.Statistics, "select pg_restore_attribute_stats", "SELECT * FROM pg_catalog.pg_restore_attribute_stats([L'most_common_vals'], [L'{sato}']::text);"},
	{dialects.Statistics, "select pg_restore_extended_stats", "SELECT * FROM pg_catalog.pg_restore_extended_stats([L'x'], [L'{sato}']::text);"},
	{dialects.Statistics, "select pg_set_attribute_stats", "SELECT pg_catalog.pg_set_attribute_stats([L'x'], [L'y']);"},

	{dialects.Counter, "select setval", "SELECT pg_catalog.setval('public.s', [T91921], true);"},
	{dialects.Counter, "select setval", "SELECT pg_catalog.setval('public.\"s,1\"', [T-5], false);"},
	{dialects.Counter, "select setval", "SELECT setval('s', (SELECT max(id) FROM t));"},
	{dialects.Counter, "alter sequence", "ALTER SEQUENCE s RESTART WITH [T91921];"},

	{dialects.Definition, "create schema", "CREATE SCHEMA \"Sales\";"},
	{dialects.Definition, "create schema", "CREATE SCHEMA IF NOT EXISTS s AUTHORIZATION [G\"App\"];"},
	{dialects.Definition, "create policy", "CREATE POLICY \"p;1\" ON public.t AS RESTRICTIVE FOR SELECT TO [Gapp], PUBLIC, [G\"Mixed Role\"] USING ((a = [L'it''s'])) WITH CHECK (true);"},
	{dialects.Definition, "alter policy", "ALTER POLICY p ON t TO CURRENT_USER, [Gb];"},
	{dialects.Definition, "alter table", "ALTER TABLE t ADD COLUMN b text, OWNER TO [Gapp], SET LOGGED;"},
	{dialects.Definition, "alter table", "ALTER TABLE public.t DISABLE TRIGGER ALL;"},
	{dialects.Definition, "alter table", "ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;"},
	{dialects.Definition, "alter table", "ALTER TABLE public.t CLUSTER ON t_pkey;"},
	{dialects.Definition, "alter table", "ALTER TABLE ONLY public.t REPLICA IDENTITY USING INDEX ix;"},
	{dialects.Definition, "alter table", "ALTER TABLE ONLY public.m ATTACH PARTITION public.m1 FOR VALUES IN ([L'東京'], [L'it''s;'], NULL);"},
	{dialects.Definition, "alter index", "ALTER INDEX public.a ATTACH PARTITION public.b;"},
	{dialects.Definition, "create index", "CREATE INDEX ix ON public.t USING btree (lower(a)) WHERE (a ~~ [L'%VIP;''%']::text);"},
	{dialects.Definition, "create type", "CREATE TYPE public.mood AS ENUM ([L'佐藤先生'], [L'it''s']);"},
	{dialects.Definition, "create type", "CREATE TYPE public.r AS RANGE (subtype = double precision);"},
	{dialects.Definition, "create type", "CREATE TYPE public.shell;"},
	{dialects.Definition, "alter type", "ALTER TYPE public.mood ADD VALUE [L'x'] BEFORE [L'y'];"},
	{dialects.Definition, "create domain", "CREATE DOMAIN public.d AS text DEFAULT [L'x']::text CHECK ((VALUE <> [L';']::text));"},
	{dialects.Definition, "create sequence", "CREATE SEQUENCE s START WITH 5 INCREMENT BY -3 CACHE 7 CYCLE;"},
	{dialects.Definition, "alter sequence", "ALTER SEQUENCE s OWNED BY t.id;"},
	{dialects.Definition, "create statistics", "CREATE STATISTICS public.st (dependencies) ON a, b FROM public.t;"},
	{dialects.Definition, "create extension", "CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;"},
	{dialects.Definition, "create language", "CREATE OR REPLACE TRUSTED PROCEDURAL LANGUAGE plperl;"},
	{dialects.Definition, "create collation", "CREATE COLLATION public.coll (provider = libc, locale = [L'C']);"},
	{dialects.Definition, "create conversion", "CREATE DEFAULT CONVERSION c FOR [L'LATIN1'] TO [L'UTF8'] FROM f;"},
	{dialects.Definition, "create cast", "CREATE CAST (public.mood AS public.citext) WITH INOUT;"},
	{dialects.Definition, "create operator", "CREATE OPERATOR public.=== (FUNCTION = int4eq, LEFTARG = integer);"},
	{dialects.Definition, "create operator class", "CREATE OPERATOR CLASS c FOR TYPE integer USING btree AS OPERATOR 1 <(integer,integer);"},
	{dialects.Definition, "alter operator family", "ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 <(bigint,bigint);"},
	{dialects.Definition, "create text search dictionary", "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, stopwords = [L'english']);"},
	{dialects.Definition, "create access method", "CREATE ACCESS METHOD am TYPE INDEX HANDLER h;"},
	{dialects.Definition, "create transform", "CREATE TRANSFORM FOR hstore LANGUAGE plperl (FROM SQL WITH FUNCTION f(internal));"},
	{dialects.Definition, "drop table", "DROP TABLE IF EXISTS public.a, public.b;"},
	{dialects.Definition, "drop schema", "DROP SCHEMA IF EXISTS x;"},
	{dialects.Definition, "truncate", "TRUNCATE TABLE ONLY a, b;"},
	{dialects.Definition, "delete", "DELETE FROM ONLY public.a;"},

	{dialects.View, "create view", "CREATE OR REPLACE VIEW v AS SELECT [L'日本;']::text AS lit;"},
	{dialects.View, "create materialized view", "CREATE MATERIALIZED VIEW v AS SELECT 1 WITH NO DATA;"},
	{dialects.View, "create rule", "CREATE RULE \"_RETURN\" AS ON SELECT TO v DO INSTEAD SELECT 1;"},
	{dialects.View, "drop view", "DROP VIEW v;"},

	{dialects.Routine, "create function", "CREATE FUNCTION f(a text DEFAULT [L'x']::text) RETURNS text LANGUAGE plpgsql AS [L$_$ 'x' $_$];"},
	{dialects.Routine, "create procedure", "CREATE PROCEDURE p() BEGIN ATOMIC SELECT [L'a']; END;"},
	{dialects.Routine, "create aggregate", "CREATE AGGREGATE a(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = [L'0']);"},
	{dialects.Routine, "create trigger", "CREATE TRIGGER t BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f([L'arg']);"},
	{dialects.Routine, "create trigger", "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"},
	{dialects.Routine, "create rule", "CREATE RULE r AS ON DELETE TO t WHERE (old.a = [L'x']) DO INSTEAD (DELETE FROM u; DELETE FROM w;);"},
	{dialects.Routine, "drop function", "DROP FUNCTION IF EXISTS f(integer[]);"},

	{dialects.Comment, "comment on schema", "COMMENT ON SCHEMA s IS [R'x'];"},
	{dialects.Comment, "comment on table", "COMMENT ON TABLE public.t IS [RE'x\\n'];"},
	{dialects.Comment, "comment on column", "COMMENT ON COLUMN public.t.a IS NULL;"},
	{dialects.Comment, "comment on constraint", "COMMENT ON CONSTRAINT c ON t IS [R'x'];"},
	{dialects.Comment, "comment on function", "COMMENT ON FUNCTION f(a text, OUT \"c\"\"d\" text) IS [R'x'];"},
	{dialects.Comment, "comment on extension", "COMMENT ON EXTENSION citext IS [R'x'];"},
	{dialects.Comment, "comment on materialized view", "COMMENT ON MATERIALIZED VIEW v IS [R'x'];"},

	{dialects.Change, "insert", "INSERT INTO t SELECT [L'x'] FROM u;"},
	{dialects.Change, "insert", "INSERT INTO t (a) (SELECT 1);"},
	{dialects.Change, "insert default values", "INSERT INTO unknown DEFAULT VALUES;"},
	{dialects.Change, "insert default values", "INSERT INTO t DEFAULT VALUES;"},
	{dialects.Definition, "insert default values", "INSERT INTO none DEFAULT VALUES;"},
	{dialects.Definition, "insert default values", "INSERT INTO computed DEFAULT VALUES;"},
	{dialects.Definition, "insert default values", "INSERT INTO none DEFAULT VALUES ON CONFLICT DO NOTHING;"},
	{dialects.Change, "insert default values", "INSERT INTO none DEFAULT VALUES RETURNING 1;"},
	{dialects.Change, "update", "UPDATE ONLY public.t SET a = [L'x'] WHERE b = 1;"},
	{dialects.Change, "delete", "DELETE FROM t WHERE a = [L'x'];"},
	{dialects.Change, "update", "UPDATE pg_catalog.pg_class SET relfrozenxid = [L'1'];"},
}

// split takes the marks out of a statement.
func split(in string) (text string, marks []string) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(in, "[")
		if !ok || strings.HasPrefix(rest, "]") { // an array
			b.WriteString(in)
			return b.String(), marks
		}
		m, after, _ := strings.Cut(rest, "]")
		b.WriteString(before + m[1:])
		marks = append(marks, m)
		in = after
	}
}

const roles = "?GD?LRST" // definer and schedule are not PostgreSQL's

func TestClasses(t *testing.T) {
	const before = "CREATE TABLE t (a text);\nCREATE TABLE none ();\nCREATE FOREIGN TABLE f (a text) SERVER s;\nCREATE TABLE computed (a int GENERATED ALWAYS AS (1) STORED);\n"
	for _, c := range classes {
		in, want := split(c.in)
		all := statements(t, before+in)
		require.Len(t, all, 5, in)
		s := all[4]
		require.Equal(t, c.class, s.Class, in)
		require.Equal(t, c.words, s.Words, in)
		var marks []string
		for _, m := range s.Marks {
			marks = append(marks, string(roles[m.Role])+in[m.Span.Start:m.Span.End])
		}
		require.ElementsMatch(t, want, marks, in)
		if s.Class == dialects.Change {
			require.NotNil(t, s.Table, in)
		}
	}
}

// TestCustomSetting: what an application sets may be anything.
func TestCustomSetting(t *testing.T) {
	s := statements(t, "SELECT set_config('app.key', 'secret', true);")[0]
	require.Equal(t, dialects.Session, s.Class)
	require.Len(t, s.Marks, 2)
}

func TestDatabaseNames(t *testing.T) {
	for in, want := range map[string]string{
		"\\connect tricky\n": "tricky", "\\c \"A \"\"b\"\n": `A "b`, "\\connect -reuse-previous=on \"dbname='we\\'ird = db\\\\x'\"\n": `we'ird = db\x`,
		"\\connect -reuse-previous=on \"dbname=plain\"\n": "plain", "CREATE DATABASE \"X\";": "X", "DROP DATABASE IF EXISTS x;": "x", "ALTER DATABASE Y SET a = 1;": "y",
		"\\connect 'a''b' user\n": "a'b", "\\connect template1\n": "template1",
	} {
		s := statements(t, in)[0]
		require.Equal(t, want, s.Database, in)
		require.Equal(t, strings.HasPrefix(in, `\c`), s.Enters, in)
		require.False(t, s.OfServer)
	}
	s := statements(t, "\\connect - user\n")[0]
	require.Empty(t, s.Marks)
	require.False(t, s.Enters)
}

// TestServerTables: "*" never takes in the server's own tables, nor those that
// would start something.
func TestServerTables(t *testing.T) {
	for name, want := range map[string]bool{
		"pg_catalog.pg_class": true, "information_schema.x": true, "cron.job": true, "cron.other": false, "pgagent.pga_job": true, "timetable.chain": true, "dbms_job.all_scheduled_jobs": true, "public.job": false, "t": false,
	} {
		ps := understood(t, "COPY "+name+" (a) FROM stdin;\n1\n\\.\n")
		require.Equal(t, want, ps[0].Rows.Table.Server, name)
	}
}

// TestDeclares: a base table is judged when it is declared, and when its
// columns change.
func TestDeclares(t *testing.T) {
	for in, want := range map[string]bool{
		"CREATE TABLE t (a int);": true, "CREATE UNLOGGED TABLE t (a int);": true, "CREATE FOREIGN TABLE t (a int) SERVER s;": true, "CREATE VIEW t AS SELECT 1;": false,
		"CREATE MATERIALIZED VIEW t AS SELECT 1;": false, "CREATE TABLE t (LIKE unknown);": false, "CREATE TABLE t () INHERITS (unknown);": false, "CREATE TABLE t OF unknown;": false,
		"CREATE TABLE t PARTITION OF known DEFAULT;": true, "CREATE TABLE t PARTITION OF unknown DEFAULT;": false,
		"ALTER TABLE known ADD COLUMN b int;": true, "ALTER TABLE known DROP COLUMN a;": true, "ALTER TABLE known RENAME a TO b;": true, "ALTER TABLE known RENAME TO u;": true,
		"ALTER TABLE known SET SCHEMA x;": true, "ALTER TABLE known ALTER a SET NOT NULL;": false, "ALTER TABLE known ADD PRIMARY KEY (a);": false,
		"ALTER TABLE unknown ADD COLUMN b int;": false, "ALTER TABLE known ALTER a TYPE text;": false, "ALTER TABLE known ALTER a DROP EXPRESSION;": false,
	} {
		all := statements(t, "CREATE TABLE known (a int);\n"+in)
		require.Equal(t, want, all[1].Declares, in)
		if want {
			require.NotNil(t, all[1].Table, in)
			require.True(t, all[1].Table.Declared)
		}
	}
}

// TestSnapshots: what was handed out does not change with later statements.
func TestSnapshots(t *testing.T) {
	all := statements(t, "CREATE TABLE t (a int);\nCOMMENT ON COLUMN t.a IS 'x';\nALTER TABLE t ADD COLUMN b int;\nCOMMENT ON TABLE t IS 'y';\nDROP TABLE t;\n")
	require.Len(t, all[0].Table.Columns, 1)
	require.Empty(t, all[0].Table.Columns[0].Comment)
	require.Equal(t, "x", all[1].Table.Columns[0].Comment)
	require.Len(t, all[2].Table.Columns, 2)
	require.Empty(t, all[2].Table.Comment)
	require.Equal(t, "y", all[3].Table.Comment)
	require.Nil(t, declared(t, "CREATE TABLE t (a int);\nDROP TABLE IF EXISTS x, t;").Table(schema.Name{Name: "t"}))
}

// TestObjectRemark: pg_dump names the owner of each object in a comment too, and
// objects that mask drops have names of accounts in theirs.
func TestObjectRemark(t *testing.T) {
	for in, want := range map[string]struct {
		class dialects.Class
		owner string
	}{
		"-- Name: t; Type: TABLE; Schema: public; Owner: tanaka.jiro\r\n":                         {dialects.Session, "tanaka.jiro"},
		"-- Data for Name: a; Owner: b; Type: TABLE DATA; Schema: public; Owner: x y\n":           {dialects.Session, "x y"},
		"-- Statistics for Name: t; Type: STATISTICS DATA; Schema: public; Owner: app\n":          {dialects.Statistics, "app"},
		"-- Name: USER MAPPING bob SERVER s; Type: USER MAPPING; Schema: -; Owner: bob\n":         {dialects.Foreign, "bob"},
		"-- Name: USER MAPPING bob SERVER s; Type: USER MAPPING; Schema: -; Owner: -\n":           {dialects.Foreign, ""},
		"-- Name: t; Type: FOREIGN TABLE; Schema: public; Owner: -\n":                             {dialects.Foreign, ""},
		"-- Name: TABLE t; Type: ACL; Schema: public; Owner: -\n":                                 {dialects.Access, ""},
		"-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: public; Owner: bob\n": {dialects.Access, "bob"},
		"-- Name: TABLE t; Type: SECURITY LABEL; Schema: public; Owner: -\n":                      {dialects.Access, ""},
		"-- Name: s; Type: SUBSCRIPTION TABLE; Schema: public; Owner: -\n":                        {dialects.Server, ""},
		"-- Name: p t; Type: PUBLICATION TABLE; Schema: public; Owner: -\n":                       {dialects.Server, ""},
		"-- Name: p s; Type: PUBLICATION TABLES IN SCHEMA; Schema: s; Owner: -\n":                 {dialects.Server, ""},
		"-- Name: d; Type: DATABASE PROPERTIES; Schema: -; Owner: bob\n":                          {dialects.Database, "bob"},
		"-- User Config \"bob\"\n": {dialects.Access, ""},
	} {
		ps := understood(t, in+"--\n")
		s := ps[0].Stmt
		require.NotNil(t, s, in)
		require.Equal(t, want.class, s.Class, in)
		owner := ""
		for _, m := range s.Marks {
			require.Equal(t, dialects.Definer, m.Role)
			owner = string(m.Span.Of([]byte(in)))
		}
		require.Equal(t, want.owner, owner, in)
	}
	for _, in := range []string{
		"-- Name: t; Type: TABLE; Schema: public; Owner: -\n", "-- Name: plpgsql; Type: EXTENSION; Schema: -; Owner: \n", "-- Name: t; Type: TABLE; Schema: public; Owner: -; Tablespace: \n", "-- Owner: z\n", "-- Name: t\n", "-- User Configurations\n", "-- Name: COLUMN t.a; Type: COMMENT; Schema: public; Owner: -\n",
	} {
		require.Equal(t, dialects.Note, understood(t, in)[0].Stmt.Class, in)
	}
}
