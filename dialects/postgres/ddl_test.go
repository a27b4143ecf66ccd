package postgres_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// TestTypes: every type of the server, with its length and family.
func TestTypes(t *testing.T) {
	for in, want := range map[string]schema.Type{
		"smallint": {Kind: schema.Integer, Bits: 16}, "integer": {Kind: schema.Integer, Bits: 32}, "bigint": {Kind: schema.Integer, Bits: 64}, "INT4": {Kind: schema.Integer, Bits: 32, Name: "int4"},
		"oid": {Kind: schema.Integer, Bits: 32, Unsigned: true}, "numeric": {Kind: schema.Decimal}, "numeric(40,20)": {Kind: schema.Decimal, Length: 40, Scale: 20, Name: "numeric"},
		"numeric(3,-2)": {Kind: schema.Decimal, Length: 3, Scale: -2, Name: "numeric"}, "real": {Kind: schema.Float}, "double precision": {Kind: schema.Float}, "float(5)": {Kind: schema.Float, Name: "float"},
		"money": {Kind: schema.Other}, "boolean": {Kind: schema.Bool}, "bytea": {Kind: schema.Binary}, "uuid": {Kind: schema.UUID}, "xml": {Kind: schema.XML}, "json": {Kind: schema.JSON}, "jsonb": {Kind: schema.JSON},
		"character varying(50)": {Kind: schema.Text, Length: 50, Name: "varchar"}, "character varying": {Kind: schema.Text, Name: "varchar"}, "varchar(5)": {Kind: schema.Text, Length: 5, Name: "varchar"},
		"character(10)": {Kind: schema.Text, Length: 10, FixedSize: true, Name: "char"}, "char": {Kind: schema.Text, Length: 1, FixedSize: true}, `"char"`: {Kind: schema.Text, Bytes: 1},
		"national character varying(3)": {Kind: schema.Text, Length: 3, Name: "varchar"}, "nchar(3)": {Kind: schema.Text, Length: 3, FixedSize: true, Name: "char"}, "bpchar": {Kind: schema.Text},
		"text": {Kind: schema.Text}, "name": {Kind: schema.Text, Bytes: 63}, "public.citext": {Kind: schema.Text},
		"date": {Kind: schema.Date}, "time(6) without time zone": {Kind: schema.Time, Scale: 6, Name: "time"}, "time with time zone": {Kind: schema.Time, Timezone: true, Name: "timetz"},
		"timestamp without time zone": {Kind: schema.DateTime, Name: "timestamp"}, "timestamp(3) with time zone": {Kind: schema.DateTime, Scale: 3, Timezone: true, Name: "timestamptz"}, "timestamptz": {Kind: schema.DateTime, Timezone: true},
		"interval": {Kind: schema.Interval}, "interval year to month": {Kind: schema.Interval, Name: "interval"}, "interval second(3)": {Kind: schema.Interval, Scale: 3, Name: "interval"}, "interval(2)": {Kind: schema.Interval, Scale: 2, Name: "interval"},
		"bit(8)": {Kind: schema.Bit, Bits: 8, FixedSize: true, Name: "bit"}, "bit": {Kind: schema.Bit, Bits: 1, FixedSize: true}, "bit varying(20)": {Kind: schema.Bit, Bits: 20, Name: "varbit"}, "bit varying": {Kind: schema.Bit, Name: "varbit"},
		"inet": {Kind: schema.IP}, "cidr": {Kind: schema.IP}, "macaddr": {Kind: schema.MAC}, "macaddr8": {Kind: schema.MAC}, "point": {Kind: schema.Geometry}, "circle": {Kind: schema.Geometry},
		"public.geometry(Point,4326)": {Kind: schema.Geometry, Name: "public.geometry"}, "tsvector": {Kind: schema.Other}, "int4range": {Kind: schema.Other}, "pg_lsn": {Kind: schema.Other}, "public.hstore": {Kind: schema.Other},
		"integer[]": {Kind: schema.Integer, Bits: 32, Array: true, Name: "integer"}, "text[][]": {Kind: schema.Text, Array: true, Name: "text"}, "int array[3]": {Kind: schema.Integer, Bits: 32, Array: true, Name: "int"},
		"character varying(5)[]": {Kind: schema.Text, Length: 5, Array: true, Name: "varchar"}, "bytea[]": {Kind: schema.Binary, Array: true, Name: "bytea"}, "pg_catalog.int4": {Kind: schema.Integer, Bits: 32, Name: "int4"},
		`pg_catalog."char"`: {Kind: schema.Text, Bytes: 1, Name: `"char"`}, "timestamp with time zone[]": {Kind: schema.DateTime, Timezone: true, Array: true, Name: "timestamptz"},
		"serial": {Kind: schema.Integer, Bits: 32}, "bigserial": {Kind: schema.Integer, Bits: 64}, "none_such": {Kind: schema.Other}, `"Odd Type"(1,'x')`: {Kind: schema.Other, Name: "Odd Type"},
	} {
		if want.Name == "" {
			want.Name = in
		}
		s := declared(t, "CREATE TABLE t (a "+in+" NOT NULL DEFAULT 'x', b int);")
		table := s.Table(schema.Name{Name: "t"})
		require.Len(t, table.Columns, 2, in)
		require.Equal(t, want, table.Columns[0].Type, in)
		require.True(t, table.Columns[0].NotNull, in)
		require.True(t, table.Columns[0].HasDef, in)
		require.Equal(t, strings.HasSuffix(in, "serial"), table.Columns[0].Auto, in)
	}
}

func TestNamedTypes(t *testing.T) {
	s := declared(t, `
CREATE TYPE public.mood AS ENUM ('sad', 'it''s; ok', 'back\slash', '');
CREATE TYPE "Sales"."Mixed" AS ENUM (E'a\'b');
CREATE TYPE public.pair AS (a integer, "B" character varying(5)[]);
CREATE DOMAIN public.code AS character varying(8) COLLATE "C" DEFAULT 'x' NOT NULL CHECK (VALUE <> ')');
CREATE DOMAIN public.code2 AS public.code CHECK (VALUE <> '');
CREATE DOMAIN public.moods AS public.mood[];
CREATE DOMAIN public.mail AS public.citext;
ALTER TYPE public.mood ADD VALUE IF NOT EXISTS 'new' AFTER 'sad';
ALTER TYPE public.mood RENAME VALUE 'sad' TO 'glad';
CREATE TABLE public.t (m public.mood, n "Sales"."Mixed", c public.code2, ms public.moods, e public.mail, p public.pair);
CREATE TABLE public.typed OF public.pair (a NOT NULL, PRIMARY KEY (a));
SET search_path = public;
CREATE TABLE u (m mood, c code[]);
`)
	cols := s.Table(schema.Name{Schema: "public", Name: "t"}).Columns
	require.Equal(t, schema.Type{Kind: schema.Enum, Name: "public.mood", Labels: []string{"glad", "it's; ok", `back\slash`, "", "new"}}, cols[0].Type)
	require.Equal(t, schema.Type{Kind: schema.Enum, Name: "Sales.Mixed", Labels: []string{"a'b"}}, cols[1].Type)
	not := func(text string) schema.Check {
		return schema.Check{Columns: []string{"value"}, Expr: &schema.Expr{Op: "<>", Args: []*schema.Expr{{Op: "column", Text: "value"}, {Op: "text", Text: text}}}}
	}
	require.Equal(t, schema.Type{Kind: schema.Text, Name: "public.code2", Length: 8, NotNull: true, Checks: []schema.Check{not(")"), not("")}}, cols[2].Type)
	require.Equal(t, schema.Enum, cols[3].Type.Kind)
	require.True(t, cols[3].Type.Array)
	require.Equal(t, schema.Type{Kind: schema.Text, Name: "public.mail"}, cols[4].Type)
	require.Equal(t, schema.Type{Kind: schema.Other, Name: "public.pair"}, cols[5].Type)
	typed := s.Table(schema.Name{Schema: "public", Name: "typed"})
	require.Len(t, typed.Columns, 2)
	require.True(t, typed.Column("a").NotNull)
	require.Equal(t, 5, typed.Column("B").Type.Length)
	u := s.Table(schema.Name{Schema: "public", Name: "u"})
	require.Equal(t, schema.Enum, u.Columns[0].Type.Kind)
	require.Equal(t, 8, u.Columns[1].Type.Length)
	require.True(t, u.Columns[1].Type.Array)
}

// TestSchemaOnly reads the DDL of a real database with a table of every kind.
func TestSchemaOnly(t *testing.T) {
	s := declared(t, string(sample(t, "schema-only.sql")))
	require.Len(t, s.Tables(), 39)
	table := func(schemaName, name string) *schema.Table {
		tab := s.Table(schema.Name{Schema: schemaName, Name: name})
		require.NotNil(t, tab, name)
		require.True(t, tab.Declared, name)
		return tab
	}
	c := table("public", "customers")
	require.Equal(t, "customers' table; contains \"PII\"\nsecond line -- not comment\n\\. $$", c.Comment)
	require.Len(t, c.Columns, 22)
	require.Equal(t, &schema.Column{Name: "id", Type: schema.Type{Kind: schema.Integer, Name: "bigint", Bits: 64}, NotNull: true, Auto: true, Sequence: schema.Name{Schema: "public", Name: "customers_id_seq"}}, c.Columns[0])
	require.Equal(t, &schema.Column{Name: "full_name", Type: schema.Type{Kind: schema.Text, Name: "varchar", Length: 120}, NotNull: true, Comment: "氏名"}, c.Columns[1])
	require.Equal(t, `フリガナ\ソ`, c.Column("kana").Comment)
	require.Equal(t, &schema.Column{Name: "email", Type: schema.Type{Kind: schema.Text, Name: "varchar", Length: 255}, NotNull: true, HasDef: true}, c.Column("email"))
	require.Equal(t, []string{"sad", "it's; ok", `ha"ppy`, "日本", "with space", `back\slash`, ""}, c.Column("mood").Type.Labels)
	require.Equal(t, &schema.Column{Name: "email_domain", Type: schema.Type{Kind: schema.Text, Name: "text"}, Generated: schema.Stored, From: []string{"email"}}, c.Column("email_domain"))
	require.Equal(t, []schema.Key{
		{Kind: schema.Unique, Name: "customers_email_key", Parts: []schema.Part{{Column: "email"}}},
		{Kind: schema.Primary, Name: "customers_pkey", Parts: []schema.Part{{Column: "id"}}},
	}, c.Keys)

	child := table("public", "child_inh")
	var names []string
	for _, col := range child.Columns {
		names = append(names, col.Name)
	}
	require.Equal(t, []string{"id", "email", "created", "extra"}, names)
	require.True(t, child.Column("id").NotNull)

	fk := table("public", "fk_child")
	require.Equal(t, schema.Key{
		Kind: schema.Foreign, Name: "fk_child_parent_email_fkey", Parts: []schema.Part{{Column: "parent_email"}},
		RefTable: schema.Name{Schema: "public", Name: "fk_parent"}, RefColumns: []string{"email"}, Deferrable: true,
	}, fk.Keys[len(fk.Keys)-1])
	require.True(t, table("audit", "log").Column("id").Auto, "a sequence is its default")
	require.Empty(t, table("public", "no_cols").Columns)
	require.Len(t, table("public", "wide").Columns, 121)
	require.Equal(t, schema.Text, table("public", "all_types").Column("em").Type.Kind, "a domain over citext")
	require.True(t, table("public", "all_types").Column("moa").Type.Array)
	require.Equal(t, "顧客マスタ;", table("二", "顧客").Comment)
	require.Nil(t, s.Table(schema.Name{Schema: "public", Name: "v_customers"}))
}

func TestTables(t *testing.T) {
	s := declared(t, `
CREATE TABLE IF NOT EXISTS a (
    id int GENERATED ALWAYS AS IDENTITY (START WITH 5) PRIMARY KEY,
    n int DEFAULT nextval('a_n_seq'::regclass) UNIQUE,
    r int REFERENCES b (x) ON DELETE CASCADE,
    d text DEFAULT NULL::text COLLATE pg_catalog."C",
    arr text[] DEFAULT ARRAY['x,'::text, 'y)'::text] NOT NULL,
    v text GENERATED ALWAYS AS ((upper(d) || "Weird;") || 'n'),
    w text GENERATED ALWAYS AS (lower(d)) VIRTUAL,
    "Weird;" text STORAGE external COMPRESSION pglz CONSTRAINT x CHECK ("Weird;" <> 'DEFAULT') NO INHERIT
) WITH (fillfactor=70) TABLESPACE x;
CREATE TABLE l (LIKE a INCLUDING DEFAULTS INCLUDING INDEXES, own int);
CREATE TABLE la (LIKE a INCLUDING ALL);
CREATE TEMP TABLE pa (LIKE a) ON COMMIT DROP;
CREATE TABLE p (k int NOT NULL, region text) PARTITION BY LIST (region);
CREATE TABLE p1 PARTITION OF p (k DEFAULT 1, CONSTRAINT pk PRIMARY KEY (k)) FOR VALUES IN ('東京') PARTITION BY HASH (k);
CREATE TABLE i1 (c text, k bigint NOT NULL) INHERITS (p, a);
CREATE UNIQUE INDEX ux ON ONLY public.a USING btree (d COLLATE "C" DESC NULLS LAST, lower(d), n) INCLUDE (arr) NULLS NOT DISTINCT WHERE (n > 0);
CREATE UNIQUE INDEX CONCURRENTLY ON a (d);
CREATE INDEX ix ON a (n);
`)
	a := s.Table(schema.Name{Name: "a"})
	require.Len(t, a.Columns, 8)
	id := a.Column("id")
	require.True(t, id.Auto && id.NotNull)
	require.True(t, a.Column("n").Auto && a.Column("n").HasDef)
	require.False(t, a.Column("d").HasDef, "NULL is no default")
	require.Equal(t, "C", a.Column("d").Collation)
	require.True(t, a.Column("arr").NotNull && a.Column("arr").HasDef && a.Column("arr").Type.Array)
	require.Equal(t, schema.Virtual, a.Column("v").Generated)
	require.Equal(t, []string{"d", "Weird;"}, a.Column("v").From)
	require.Equal(t, schema.Virtual, a.Column("w").Generated)
	require.False(t, a.Column("Weird;").HasDef)
	require.Equal(t, []schema.Key{
		{Kind: schema.Primary, Parts: []schema.Part{{Column: "id"}}},
		{Kind: schema.Unique, Parts: []schema.Part{{Column: "n"}}},
		{Kind: schema.Foreign, Parts: []schema.Part{{Column: "r"}}, RefTable: schema.Name{Name: "b"}, RefColumns: []string{"x"}},
		{Kind: schema.Unique, Name: "ux", Parts: []schema.Part{{Column: "d"}, {From: []string{"d"}}, {Column: "n"}}, NullsAlike: true},
		{Kind: schema.Unique, Parts: []schema.Part{{Column: "d"}}},
	}, a.Keys)

	l := s.Table(schema.Name{Name: "l"})
	require.Len(t, l.Columns, 9)
	require.True(t, l.Column("arr").HasDef && l.Column("id").NotNull)
	require.False(t, l.Column("id").Auto)
	require.Equal(t, schema.NotGenerated, l.Column("v").Generated)
	require.NotEmpty(t, l.Keys)
	require.Equal(t, schema.Virtual, s.Table(schema.Name{Name: "la"}).Column("v").Generated)
	require.True(t, s.Table(schema.Name{Name: "la"}).Column("id").Auto)
	pa := s.Table(schema.Name{Name: "pa"})
	require.False(t, pa.Column("arr").HasDef)
	require.Empty(t, pa.Keys)

	p1 := s.Table(schema.Name{Name: "p1"})
	require.Len(t, p1.Columns, 2)
	require.True(t, p1.Column("k").HasDef && p1.Column("k").NotNull)
	require.NotNil(t, p1.PrimaryKey())
	i1 := s.Table(schema.Name{Name: "i1"})
	require.Equal(t, "k", i1.Columns[0].Name)
	require.Equal(t, "bigint", i1.Columns[0].Type.Name)
	require.Equal(t, "c", i1.Columns[len(i1.Columns)-1].Name)
	require.Len(t, i1.Columns, 2+8+1)
}

func TestAlterTable(t *testing.T) {
	s := declared(t, `
CREATE TABLE public.t (a int, b text, c text GENERATED ALWAYS AS (b || a) STORED);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS d varchar(5) DEFAULT 'x' NOT NULL, ADD e int, ADD COLUMN IF NOT EXISTS a text;
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE (b, d), ADD CONSTRAINT f FOREIGN KEY (e) REFERENCES public.t(a) NOT VALID, ADD CONSTRAINT n NOT NULL e NOT VALID;
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL, ALTER b SET DEFAULT 'q', ALTER COLUMN d TYPE varchar(9) USING d::text, ALTER d DROP DEFAULT, ALTER COLUMN e SET STATISTICS 500;
ALTER TABLE public.t ALTER COLUMN a ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.s
    START WITH 1
);
ALTER TABLE public.t RENAME COLUMN b TO "B b";
ALTER TABLE public.t RENAME CONSTRAINT u TO uu;
ALTER TABLE IF EXISTS public.t DROP COLUMN IF EXISTS e CASCADE, DROP CONSTRAINT IF EXISTS none;
ALTER TABLE public.t RENAME TO tt;
ALTER TABLE public.tt SET SCHEMA other;
ALTER TABLE other.tt ATTACH PARTITION x FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE other.tt ALTER COLUMN "B b" SET (n_distinct=-0.5, x=1), SET (a=1, b=2), ENABLE ALWAYS TRIGGER y;
ALTER TABLE none ADD COLUMN x int;
ALTER TABLE other.tt INHERIT none;
`)
	require.Nil(t, s.Table(schema.Name{Schema: "public", Name: "t"}))
	require.Nil(t, s.Table(schema.Name{Name: "none"}))
	tt := s.Table(schema.Name{Schema: "other", Name: "tt"})
	require.Equal(t, []*schema.Column{
		{Name: "a", Type: schema.Type{Kind: schema.Integer, Name: "int", Bits: 32}, NotNull: true, Auto: true, Sequence: schema.Name{Schema: "public", Name: "s"}},
		{Name: "B b", Type: schema.Type{Kind: schema.Text, Name: "text"}, NotNull: true, HasDef: true},
		{Name: "c", Type: schema.Type{Kind: schema.Text, Name: "text"}, Generated: schema.Stored, From: []string{"B b", "a"}},
		{Name: "d", Type: schema.Type{Kind: schema.Text, Name: "varchar", Length: 9}, NotNull: true},
	}, tt.Columns)
	require.Equal(t, []schema.Key{
		{Kind: schema.Primary, Name: "t_pkey", Parts: []schema.Part{{Column: "a"}}},
		{Kind: schema.Unique, Name: "u", Parts: []schema.Part{{Column: "B b"}, {Column: "d"}}},
	}, tt.Keys)
}

// TestExclusion: which part is compared by = and which by another operator.
func TestExclusion(t *testing.T) {
	s := declared(t, `CREATE TABLE t (room int, during tsrange, c circle, EXCLUDE USING gist (c WITH &&) WHERE (room > 1));
ALTER TABLE ONLY t ADD CONSTRAINT e EXCLUDE USING gist (room WITH =, during WITH &&) DEFERRABLE;
ALTER TABLE ONLY t ADD CONSTRAINT f EXCLUDE USING gist (((room + 1)) WITH =, c circle_ops WITH OPERATOR(public.&&));
ALTER TABLE ONLY t ADD CONSTRAINT g EXCLUDE (room WITH =);
`)
	require.Equal(t, []schema.Key{
		{Kind: schema.Exclude, Parts: []schema.Part{{Column: "c", Other: true}}},
		{Kind: schema.Exclude, Name: "e", Parts: []schema.Part{{Column: "room"}, {Column: "during", Other: true}}},
		{Kind: schema.Exclude, Name: "f", Parts: []schema.Part{{From: []string{"room"}}, {Column: "c", Other: true}}},
		{Kind: schema.Exclude, Name: "g", Parts: []schema.Part{{Column: "room"}}},
	}, s.Table(schema.Name{Name: "t"}).Keys)
}

// TestOldView: up to 9.6 a view can first be written as a table.
func TestOldView(t *testing.T) {
	s := declared(t, string(sample(t, "hand-9.5.sql")))
	require.Nil(t, s.Table(schema.Name{Schema: "public", Name: "v_account"}))
	require.Len(t, s.Tables(), 2)
	all := statements(t, string(sample(t, "hand-9.5.sql")))
	for _, st := range all {
		if st.Declares {
			require.Equal(t, st.Table.Name.Name == "v_account", st.Table.Placeholder, st.Table.Name)
		}
	}
}

// TestInheritedNotNull: a table can say of a column that it inherits.
func TestInheritedNotNull(t *testing.T) {
	s := declared(t, "CREATE TABLE p (a int, b int, c int);\nCREATE TABLE t (\n    d int,\n    CONSTRAINT n NOT NULL a NO INHERIT,\n    NOT NULL d,\n    PRIMARY KEY (c)\n)\nINHERITS (p);\n")
	for name, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true} {
		require.Equal(t, want, s.Table(schema.Name{Name: "t"}).Column(name).NotNull, name)
	}
	require.False(t, s.Table(schema.Name{Name: "p"}).Column("a").NotNull)
}

// TestSharedColumns: what changes one column, or none, does not copy the others:
// a table may have 1,600, and as many comments.
func TestSharedColumns(t *testing.T) {
	all := statements(t, "CREATE TABLE t (a int, b int);\nCOMMENT ON COLUMN t.a IS 'x';\nALTER TABLE ONLY t ALTER COLUMN a SET STATISTICS 5;\nALTER TABLE t CLUSTER ON i;\nALTER TABLE t ALTER a SET (n_distinct=1), ALTER a SET STORAGE MAIN;\nALTER TABLE t ALTER a SET NOT NULL;\n")
	require.NotSame(t, all[0].Table.Columns[0], all[1].Table.Columns[0])
	require.Same(t, all[0].Table.Columns[1], all[1].Table.Columns[1])
	for _, s := range all[2:5] {
		require.Same(t, all[1].Table, s.Table)
	}
	require.True(t, all[5].Table.Columns[0].NotNull)
	require.False(t, all[1].Table.Columns[0].NotNull)
}

// TestPlaceholder: a table that stands in for a view has neither keys nor defaults,
// and only older programs write one.
func TestPlaceholder(t *testing.T) {
	const alter = "\n\nALTER TABLE ONLY v REPLICA IDENTITY NOTHING;\n"
	for in, want := range map[string]bool{
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int);" + alter:                                                           true,
		"-- Dumped by pg_dump version 10.23\nCREATE TABLE v (a int);" + alter:                                                            false,
		"CREATE TABLE v (a int);" + alter:                                                                                                false,
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int NOT NULL);" + alter:                                                  false,
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int DEFAULT 1);" + alter:                                                 false,
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int, UNIQUE (a));" + alter:                                               false,
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int);\nALTER TABLE ONLY u REPLICA IDENTITY NOTHING;\n":                   false,
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int);\nALTER TABLE ONLY v REPLICA IDENTITY FULL;\n":                      false,
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int);\nCOPY v (a) FROM stdin;\n\\.\n":                                    false,
		"-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int);":                                                                   false,
		"-- PostgreSQL database dump\n-- Dumped by pg_dump version 9.6.24\n-- PostgreSQL database dump\nCREATE TABLE v (a int);" + alter: false,
	} {
		s := statements(t, in)[0]
		require.True(t, s.Declares)
		require.Equal(t, want, s.Table.Placeholder, in)
		require.Equal(t, want, declared(t, in).Table(s.Table.Name).Placeholder, in)
	}
	_, _, err := pieces("-- Dumped by pg_dump version 9.6.24\nCREATE TABLE v (a int);\nALTER TABLE ONLY v", dialects.ScanOptions{})
	require.ErrorIs(t, err, dialects.ErrTruncated)
}

// TestTypeNamedLikeAttribute: a type may have the name of a word that is none.
func TestTypeNamedLikeAttribute(t *testing.T) {
	s := declared(t, "CREATE TYPE stored AS ENUM ('x');\nCREATE TABLE t (a stored DEFAULT 'x'::stored, b int GENERATED ALWAYS AS (1) STORED NOT NULL, c int GENERATED ALWAYS AS (1) NOT NULL);\n")
	table := s.Table(schema.Name{Name: "t"})
	require.Equal(t, []schema.Generation{schema.NotGenerated, schema.Stored, schema.Virtual}, []schema.Generation{table.Columns[0].Generated, table.Columns[1].Generated, table.Columns[2].Generated})
	require.True(t, table.Column("b").NotNull && table.Column("c").NotNull)
}

// TestTornDDL: a definition that does not parse stops the scan where it begins.
func TestTornDDL(t *testing.T) {
	const before = "CREATE TABLE known (a int, b int);\n"
	for _, in := range []string{
		"CREATE TABLE 1 (a int);", "CREATE TABLE t a int;", "CREATE TABLE t (a);", "CREATE TABLE t (1 int);", "CREATE TABLE t (a int, );",
		"CREATE TABLE t (CONSTRAINT x);", "CREATE TABLE t (PRIMARY KEY a);", "CREATE TABLE t (FOREIGN KEY (a) b);", "CREATE TABLE t (FOREIGN KEY (a) REFERENCES (b));",
		"CREATE TABLE t (LIKE 1);", "CREATE TABLE t OF 1;", "CREATE TABLE t PARTITION OF 1;", "CREATE TABLE t (a int) INHERITS (1);", "CREATE TABLE t OF known (CONSTRAINT x);",
		"CREATE TYPE 1 AS ENUM ();", "CREATE TYPE t AS (a);", "CREATE DOMAIN 1 AS int;", "CREATE DOMAIN d AS 1;", "CREATE SCHEMA 1;", "CREATE SCHEMA s AUTHORIZATION 1;",
		"ALTER TABLE 1 ADD a int;", "ALTER TABLE known ADD;", "ALTER TABLE known ADD COLUMN a;", "ALTER TABLE known ADD CONSTRAINT c;", "ALTER TABLE known RENAME TO 1;",
		"ALTER TABLE known RENAME a b;", "ALTER TABLE known ALTER a TYPE 1;", "ALTER TABLE known SET LOGGED);", "INSERT INTO 1 SELECT 2;", "INSERT t SELECT 1;",
	} {
		_, _, err := pieces(before+in, dialects.ScanOptions{})
		require.ErrorIs(t, err, dialects.ErrSyntax, in)
		require.EqualValues(t, len(before), position(t, err), in)
	}
}

func TestSmallPrint(t *testing.T) {
	s := declared(t, `
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a + 1) STORED, d int DEFAULT pg_catalog.nextval('s'));
CREATE TABLE u (LIKE t EXCLUDING ALL INCLUDING GENERATED);
CREATE UNIQUE INDEX s.ix ON t (a);
CREATE UNIQUE INDEX ON none (a);
CREATE INDEX;
ALTER TABLE t ALTER a DROP NOT NULL, ALTER b ADD GENERATED ALWAYS AS IDENTITY, ALTER c SET EXPRESSION AS (b * 2), ALTER CONSTRAINT x DEFERRABLE;
ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX ix, ADD CONSTRAINT f FOREIGN KEY (a, PERIOD b) REFERENCES t (a, PERIOD b);
CREATE TYPE mood AS ENUM ();
ALTER TYPE mood OWNER TO x;
ALTER TYPE mood RENAME TO humor;
ALTER TYPE none ADD VALUE 'x';
CREATE TYPE huge AS (a numeric(99999999999999999999));
COMMENT ON COLUMN none.a IS 'x';
COMMENT ON TABLE t IS NULL;
DROP TABLE IF EXISTS;
;;
SET search_path TO DEFAULT;
SELECT set_config('standard_conforming_strings', 'off', false);
INSERT INTO u (a) VALUES ('\'');
`)
	table := s.Table(schema.Name{Name: "t"})
	require.True(t, table.Column("d").Auto)
	require.True(t, table.Column("b").Auto)
	require.Equal(t, []string{"b"}, table.Column("c").From)
	require.Equal(t, schema.Stored, s.Table(schema.Name{Name: "u"}).Column("c").Generated)
	require.Equal(t, []schema.Part{{Column: "a"}, {Column: "b"}}, table.Keys[len(table.Keys)-1].Parts)
	require.Equal(t, "ix", table.Keys[0].Name)
}
