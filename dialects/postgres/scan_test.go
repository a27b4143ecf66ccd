package postgres_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// strangers are statements and commands that no dump program writes, or that
// would do more than a reader can follow. § stands where the error is.
var strangers = []string{
	"§SELECT 1;", "§SELECT now();", "§SELECT pg_catalog.pg_read_file('x');", "§SELECT setval('s', 1), 2;", "§SELECT public.setval('s', 1);",
	"§SELECT * FROM t;", "§SELECT * INTO u FROM t;", "§SELECT pg_catalog.lo_import('x.txt');", "§SELECT cron.schedule('x', 'y');",
	"§SELECT pg_catalog.set_config('search_path', 'x', true);", "§SELECT pg_catalog.setval;", "§(SELECT 1);", "§VALUES (1);", "§TABLE t;",
	"§WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x;", "§EXPLAIN ANALYZE INSERT INTO t VALUES (1);", "§MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE;",
	"§DO $$ BEGIN INSERT INTO t VALUES (1); END $$;", "§CALL p();", "§PREPARE p AS INSERT INTO t VALUES (1);", "§EXECUTE p;", "§DECLARE c CURSOR FOR SELECT 1;",
	"§CREATE TABLE t AS SELECT 1;", "§CREATE TABLE t (a) AS VALUES (1);", "§CREATE TEMP TABLE t AS TABLE u;", "§CREATE TABLE t;", "§CREATE TABLE t (a int",
	"§CREATE TABLE t (a int) AS SELECT 1;",
	"§CREATE SCHEMA s CREATE TABLE t (a int);", "§CREATE THING x;", "§CREATE;", "§ALTER THING x;", "§DROP THING x;", "§DROP COLUMN x;", "§COMMENT ON THING x IS 'y';", "§COMMENT 'x';",
	"§ROLLBACK;", "§ABORT;", "§DISCARD ALL;", "§LOAD 'x';", "§NOTIFY x;", "§LISTEN x;", "§SET LOCAL search_path = a;", "§SET LOCAL client_encoding = 'SJIS';",
	"§SET client_encoding = 'NONE_SUCH';", "§IMPORT x;", "§SECURITY x;", "§SHOW x;", "§FETCH x;",
	"§ALTER TABLE ALL IN TABLESPACE x SET TABLESPACE y;", "§UPDATE 1 SET a = 1;", "§DELETE t;",
	"§COPY t FROM 'x.txt';", "§COPY t FROM PROGRAM 'x';", "§COPY t TO stdout;", "§COPY (SELECT 1) TO stdout;", "§COPY BINARY t FROM stdin;\n", "§COPY t FROM stdout;\n",
	"§COPY t FROM stdin WITH (FORMAT csv);\n", "§COPY t FROM stdin (FORMAT binary);\n", "§COPY t FROM stdin WITH CSV;\n", "§COPY t FROM stdin WITH (HEADER);\n",
	"§COPY t FROM stdin WITH (ENCODING 'UTF8');\n", "§COPY t FROM stdin WITH (DELIMITER 'ab');\n", "§COPY t FROM stdin DELIMITER 'a';\n", "§COPY t FROM stdin DELIMITER '\\';\n",
	"§COPY t FROM stdin WITH (DELIMITER ',', NULL ',');\n", "§COPY t FROM stdin NULL E'\\n';\n", "§COPY t FROM stdin WHERE a > 1;\n", "COPY t FROM stdin WITH (FORMAT text§;\n",
	"§COPY t (a, a) FROM stdin;\n", "§COPY t (a, ) FROM stdin;\n", "§COPY t (a FROM stdin);\n", "COPY t (a) FROM stdin; §SELECT 1;\n",
	"§\\i file.sql\n", "§\\! rm\n", "§\\copy t from x\n", "§\\set x y\n", "§\\if true\n", "§\\gexec\n", "§\\.\n", "§\\\n", "§\\restrict a b\n", "§\\restrict\n", "§\\encoding\n",
	"§\\restrict a \\! rm\n", "§\\restrict `x`\n", "§\\encoding :x\n", "§\\encoding NONE_SUCH\n", "§\\connect\n", "§\\connect `x`\n", "§\\connect :x\n", "§\\connect \"x\n",
	"§\\connect 'a\\'b'\n", "§\\connect -reuse-previous=on \"dbname='x' host=y\"\n", "§\\connect \"host=y dbname=x\"\n", "§\\connect postgres://x/y\n", "§\\connect x \\! rm\n",
	"§\\connect -reuse-previous=on\n", "§\\connect \"dbname='x\"\n", "§\\connect dbname=\n",
	"SET x = 1 §\\g\n;", "CREATE VIEW v AS SELECT 1 §\\gexec\n;", "COMMENT ON TABLE t IS E'a'\n§'b\\'';",
	"§1;", "§'x';", "§\"x\";", "§$$x$$;", "§(1);", "§);", "§x;", "§日本;",
}

func TestRefused(t *testing.T) {
	for _, s := range strangers {
		at := strings.Index(s, "§")
		in := strings.Replace(s, "§", "", 1)
		const before = "-- x\nSET a = 1;\n"
		_, _, err := pieces(before+in, dialects.ScanOptions{})
		require.Error(t, err, s)
		require.EqualValues(t, len(before)+at, position(t, err), s)
		for _, word := range []string{"secret", "stdin", "rm", "host"} {
			require.NotContains(t, err.Error(), word)
		}
		// What the options say of rows is no way round.
		_, _, err = pieces(before+in, dialects.ScanOptions{NoEndMark: true, Bind: func(*dialects.Rows) (bool, error) { return true, nil }})
		if !strings.Contains(s, "(a, a)") {
			require.Error(t, err, s)
		}
	}
}

func TestTruncated(t *testing.T) {
	for _, in := range []string{
		"COPY t (a) FROM stdin;\n", "COPY t (a) FROM stdin;", "COPY t (a) FROM stdin;\n1", "COPY t (a) FROM stdin;\n1\n", "COPY t (a) FROM stdin;\n1\n\\", "COPY t (a) FROM stdin;\n1\n\\.",
		"COPY t (a) FROM stdin;\n1\n\\.\r", "INSERT INTO t VALUES", "INSERT INTO t VALUES (1", "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1),", "INSERT INTO t VALUES ('a",
		"INSERT INTO t VALUES ($x$ $", "SET a = 1", "SET a = 'x", "CREATE FUNCTION f() AS $$ ;", "/* /* */", "\\restrict x", "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;",
		`COPY "t`, "SET a = E'x\\';",
	} {
		for _, whole := range []bool{false, true} {
			_, _, err := pieces(in, dialects.ScanOptions{Bind: func(*dialects.Rows) (bool, error) { return whole, nil }})
			require.ErrorIs(t, err, dialects.ErrTruncated, "%s (whole %t)", in, whole)
			require.LessOrEqual(t, position(t, err), int64(len(in)))
		}
	}
	_, _, err := pieces("", dialects.ScanOptions{})
	require.ErrorIs(t, err, dialects.ErrEmpty)
}

// TestS7EndMarks (a cut dump goes unnoticed).
func TestS7EndMarks(t *testing.T) {
	const (
		header  = "--\n-- PostgreSQL database dump\n--\n\n"
		footer  = "--\n-- PostgreSQL database dump complete\n--\n\n"
		cluster = "--\n-- PostgreSQL database cluster dump\n--\n\n"
		end     = "--\n-- PostgreSQL database cluster dump complete\n--\n\n"
		rows    = "COPY t (a) FROM stdin;\n1\n\\.\n"
		insert  = "INSERT INTO t VALUES (1);\n"
	)
	for in, want := range map[string]bool{
		rows: true, header: true, header + footer: true, header + rows + footer: true, header + rows: false, header + insert: false,
		header + rows + footer + header: true, header + rows + header + footer: false, footer: true,
		header + "INSERT INTO t SELECT 1;\n": false, header + "INSERT INTO t DEFAULT VALUES;\n": false,
		cluster + header + rows + footer + header + footer + end: true, cluster + header + rows + footer: false, cluster + header + rows + end: false,
		cluster + header + footer: true, cluster + header + rows + footer + end + cluster: true, cluster + header + rows + footer + cluster + end: false,
		header + rows + "-- PostgreSQL database dump": false, strings.ReplaceAll(header+rows+footer, "\n", "\r\n"): true,
		header + rows + "-- PostgreSQL database dump complet": false, header + rows + "-- PostgreSQL database dump complete": true,
		header + rows + "COMMENT ON TABLE t IS '\n" + footer + "';\n": false,
	} {
		_, _, err := pieces(in, dialects.ScanOptions{})
		if want {
			require.NoError(t, err, in)
		} else {
			require.ErrorIs(t, err, dialects.ErrEndMark, in)
		}
		_, _, err = pieces(in, dialects.ScanOptions{NoEndMark: true})
		require.NoError(t, err, in)
	}
}

// TestC5ColumnLists (the column list is ignored): a list that does not fit its table stops, unless the
// table stays whole; a table that no DDL declares is known by its list.
func TestC5ColumnLists(t *testing.T) {
	const ddl = "CREATE TABLE t (a int, b text);\n"
	for _, in := range []string{"COPY t (a, c) FROM stdin;\n1\t2\n\\.\n", "INSERT INTO t (a, a) VALUES (1, 2);\n", "COPY t (a, a, b) FROM stdin;\n\\.\n"} {
		_, _, err := pieces(ddl+in, dialects.ScanOptions{})
		require.ErrorIs(t, err, dialects.ErrColumns)
		require.EqualValues(t, len(ddl), position(t, err))
		ps, _, err := pieces(ddl+in, dialects.ScanOptions{Bind: func(r *dialects.Rows) (bool, error) {
			require.Nil(t, r.Columns)
			return true, nil
		}})
		require.NoError(t, err)
		require.Contains(t, kinds(ps), dialects.Tail)
	}
	ps := understood(t, "COPY t (b, a) FROM stdin;\n1\t2\n\\.\nCOPY u FROM stdin;\n1\t2\t3\n\\.\n")
	require.False(t, ps[0].Rows.Table.Declared)
	require.Equal(t, []*schema.Column{{Name: "b"}, {Name: "a"}}, ps[0].Rows.Columns)
	last := ps[len(ps)-2]
	require.Nil(t, last.Rows.Columns)
	fields, err := last.Rows.Codec.Fields(nil, []byte(last.text))
	require.NoError(t, err)
	require.Len(t, fields, 3)
}

func TestBind(t *testing.T) {
	in := "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\nCOPY b (x) FROM stdin;\n1\n\\.\nCOPY b (x) FROM stdin;\n\\.\nSET a = 1;\nINSERT INTO a VALUES (3);\n"
	var bound []*dialects.Rows
	ps, _, err := pieces(in, dialects.ScanOptions{Bind: func(r *dialects.Rows) (bool, error) {
		bound = append(bound, r)
		return r.Table.Name.Name == "b", nil
	}})
	require.NoError(t, err)
	require.Len(t, bound, 3, "once for each head that means the same, and again after SET")
	require.Equal(t, bound[0], ps[0].Rows)
	require.Same(t, bound[0], ps[4].Rows)
	require.True(t, bound[0].NeedsRow)
	require.False(t, bound[1].NeedsRow)
	stop := errors.New("stop")
	_, _, err = pieces(in, dialects.ScanOptions{Bind: func(r *dialects.Rows) (bool, error) {
		if r.Table.Name.Name == "b" {
			return false, stop
		}
		return false, nil
	}})
	require.ErrorIs(t, err, stop)
	require.EqualValues(t, strings.Index(in, "COPY"), position(t, err))
}

// TestOrdinals: rows are counted within their run, cut or whole.
func TestOrdinals(t *testing.T) {
	in := "COPY t (a) FROM stdin;\n1\n2\n\\.\nINSERT INTO t VALUES (1), (2),\n(3);\n"
	var n []int64
	for _, p := range understood(t, in) {
		if p.Kind == dialects.Row {
			n = append(n, p.N)
			require.Equal(t, p.Kind, dialects.Row)
		}
	}
	require.Equal(t, []int64{1, 2, 1, 2, 3}, n)
	ps, _, err := pieces(in, dialects.ScanOptions{Bind: func(*dialects.Rows) (bool, error) { return true, nil }})
	require.NoError(t, err)
	var texts []string
	for _, p := range ps {
		if p.Kind == dialects.Raw && p.Rows != nil {
			texts = append(texts, p.text)
			n = append(n, p.N)
		}
	}
	require.Equal(t, []string{"1\n2\n", "(1), (2),\n(3)"}, texts)
	require.Equal(t, []int64{2, 3}, n[5:])
}

// TestSeparators: what stands before a row of an INSERT is not part of it, and
// a line of COPY has its line end.
func TestSeparators(t *testing.T) {
	ps := understood(t, "INSERT INTO t VALUES\n\t(1) ,\n\t(2) ;\nCOPY t (a) FROM stdin;\nx\n\\.\n")
	var out []string
	for _, p := range ps {
		out = append(out, p.text[:p.Body-p.Start]+"|"+p.text[p.Body-p.Start:])
	}
	require.Equal(t, []string{"|INSERT INTO t VALUES\n\t", "|(1)", " ,\n\t|(2)", "| ;", "|\n", "|COPY t (a) FROM stdin;\n", "|x\n", "|\\.\n"}, out)
}

func TestByteOrderMark(t *testing.T) {
	for size := range 5 {
		ps, _, err := pieces("\xef\xbb\xbfINSERT INTO t VALUES (1);", dialects.ScanOptions{ChunkSize: size + 1})
		require.NoError(t, err)
		require.Equal(t, []dialects.Kind{dialects.Raw, dialects.Head, dialects.Row, dialects.Tail}, func() (k []dialects.Kind) {
			for _, p := range ps {
				k = append(k, p.Kind)
			}
			return k
		}())
	}
	_, _, err := pieces("SET a = 1;\n\xef\xbb\xbfSET b = 2;", dialects.ScanOptions{})
	require.ErrorIs(t, err, dialects.ErrStatement)
}

// TestEncodings: client_encoding decides which byte is a backslash, and what a
// text means.
func TestEncodings(t *testing.T) {
	const rows = "COPY t (a) FROM stdin;\n\x95\x5c\n\\.\n"
	for in, want := range map[string]string{
		"SET client_encoding = 'SJIS';\n" + rows: "表", "SET client_encoding TO sjis;\n" + rows: "表", "SET NAMES 'SJIS';\n" + rows: "表",
		"SELECT pg_catalog.set_config('client_encoding', 'SJIS', false);\n" + rows: "表", "\\encoding SJIS\n" + rows: "表",
		"SET SESSION client_encoding = 'SHIFT_JIS_2004';\n" + rows:                                         "表",
		"SET client_encoding = 'EUC_JP';\nCOPY t (a) FROM stdin;\n\xc9\xbd\n\\.\n":                         "表",
		"SET client_encoding = 'LATIN1';\nCOPY t (a) FROM stdin;\n\xe9\n\\.\n":                             "é",
		"SET client_encoding = 'WIN1252';\nCOPY t (a) FROM stdin;\n\x80\n\\.\n":                            "€",
		"SET client_encoding = 'GBK';\nCOPY t (a) FROM stdin;\n\x81\x5c\n\\.\n":                            "乗",
		"SET client_encoding = 'GB18030';\nCOPY t (a) FROM stdin;\n\x81\x30\x81\x30\n\\.\n":                "\u0080",
		"SET client_encoding = 'UHC';\nCOPY t (a) FROM stdin;\n\x81\x41\n\\.\n":                            "갂",
		"SET client_encoding = 'SJIS';\nRESET client_encoding;\nCOPY t (a) FROM stdin;\n表\n\\.\n":          "表",
		"SET client_encoding = 'SJIS';\nSET client_encoding TO DEFAULT;\nCOPY t (a) FROM stdin;\n表\n\\.\n": "表",
		"SET client_encoding = 'SJIS';\n\\connect x\nCOPY t (a) FROM stdin;\n表\n\\.\n":                     "表",
		"SET client_encoding = 'SQL_ASCII';\nCOPY t (a) FROM stdin;\na\\\\\n\\.\n":                         `a\`,
		"SET client_encoding = 'EUC_TW';\nCOPY t (a) FROM stdin;\na\\\\\n\\.\n":                            `a\`,
	} {
		require.Equal(t, want, one(t, in), in)
	}
	for _, in := range []string{
		"SET client_encoding = 'SQL_ASCII';\nCOPY t (a) FROM stdin;\n表\n\\.\n", "SET client_encoding = 'EUC_TW';\nCOPY t (a) FROM stdin;\n\xa4\xa1\n\\.\n",
		"SET client_encoding = 'SJIS';\nCOPY t (a) FROM stdin;\n\x95\n\\.\n", "COPY t (a) FROM stdin;\n\xff\n\\.\n",
		"SET client_encoding = 'SJIS';\nCOPY t (a) FROM stdin;\n\\225\\134\n\\.\n", "SET client_encoding = 'SJIS';\nINSERT INTO t (a) VALUES (E'\\x95\\x5c');\n",
	} {
		ps := understood(t, in)
		for _, p := range ps {
			if p.Kind == dialects.Row {
				row := []byte(p.text)
				fields, err := p.Rows.Codec.Fields(nil, row)
				require.NoError(t, err)
				_, err = p.Rows.Codec.Decode(nil, row, fields[0], 0)
				require.ErrorIs(t, err, dialects.ErrCharset, in)
			}
		}
	}
}

// TestCharsetOption: a given character set overrides a declared one. Where the
// dump declares SQL_ASCII, the server escaped byte by byte all the same.
func TestCharsetOption(t *testing.T) {
	sjis := dialects.ScanOptions{Charset: "sjis"}
	read := func(in string) string {
		return records(t, []byte(in), sjis)["t"][0]["a"].(string)
	}
	require.Equal(t, "表", read("COPY t (a) FROM stdin;\n\x95\x5c\n\\.\n"))
	require.Equal(t, "表", read("SET client_encoding = 'UTF8';\nCOPY t (a) FROM stdin;\n\x95\x5c\n\\.\n"))
	require.Equal(t, "表", read("SET client_encoding = 'SQL_ASCII';\nCOPY t (a) FROM stdin;\n\x95\x5c\x5c\n\\.\n"))
	require.Equal(t, "表'", read("SET client_encoding = 'SQL_ASCII';\nINSERT INTO t (a) VALUES ('\x95\x5c''');\n"))
	require.Equal(t, "表", read("SET client_encoding = 'NONE_SUCH';\n\\connect x\nCOPY t (a) FROM stdin;\n\x95\x5c\n\\.\n"))
	_, _, err := pieces("SET a = 1;", dialects.ScanOptions{Charset: "none such"})
	require.ErrorIs(t, err, dialects.ErrNoCharset)

	rows := records(t, sample(t, "sql_ascii.sql"), dialects.ScanOptions{Charset: "latin1"})["public.people"]
	require.Equal(t, "José", rows[1]["name"])
}

// TestSchemaOption: rows find tables that were given, however they are written.
func TestSchemaOption(t *testing.T) {
	given := dialecttest.Columns(schema.Fold{}, "t", "a", "b")
	for _, in := range []string{
		"COPY t FROM stdin;\n1\t2\n\\.\n", "COPY public.t FROM stdin;\n1\t2\n\\.\n", "SET search_path = public, pg_catalog;\nINSERT INTO t VALUES (1, 2);\n",
		"\\connect x\nCOPY public.t FROM stdin;\n1\t2\n\\.\n",
	} {
		for table, rows := range records(t, []byte(in), dialects.ScanOptions{Schema: given}) {
			require.Contains(t, []string{"t", "public.t"}, table)
			require.Equal(t, []dialecttest.Record{{"a": "1", "b": "2"}}, rows)
		}
	}
	ps, _, err := pieces("COPY other.t FROM stdin;\n\\.\n", dialects.ScanOptions{Schema: given})
	require.NoError(t, err)
	require.Nil(t, ps[0].Rows.Columns, "a table of another schema is another table")
	require.Len(t, given.Tables(), 1, "what is given does not change")
}

// TestDatabases: two databases of one dump may have tables of one name.
func TestDatabases(t *testing.T) {
	got := records(t, []byte("\\connect a\nCREATE TABLE public.t (x bytea);\nCOPY public.t FROM stdin;\n\\\\x41\n\\.\n"+
		"SET standard_conforming_strings = off;\n\\connect b\nCOPY public.t (y) FROM stdin;\n\\\\x41\n\\.\nINSERT INTO public.t (y) VALUES ('\\');\n"), dialects.ScanOptions{})
	require.Equal(t, []dialecttest.Record{{"x": "A"}, {"y": `\x41`}, {"y": `\`}}, got["public.t"])
}

// TestWithOIDs: the hidden column comes first and is one that a policy can name.
func TestWithOIDs(t *testing.T) {
	got := records(t, sample(t, "hand-9.5.sql"), dialects.ScanOptions{})
	require.Equal(t, []dialecttest.Record{{"oid": "16390", "id": "1", "login": "taro", "mood": "sad"}, {"oid": "16391", "id": "2", "login": nil, "mood": nil}}, got["public.account"])
	require.Equal(t, []dialecttest.Record{{"login": "taro", "mood": "ok"}}, got["audit.log"])

	for _, ddl := range []string{"", "CREATE TABLE t (a int);\n", "CREATE TABLE t (a int) WITH OIDS;\n", "CREATE TABLE t (a int) WITH (fillfactor=70, oids=true);\n"} {
		ps := understood(t, ddl+"COPY t (a) WITH OIDS FROM stdin;\n7\t1\n\\.\nINSERT INTO t (a) VALUES (1);\n")
		for _, p := range ps {
			if p.Kind == dialects.Head && strings.HasPrefix(p.text, "COPY") {
				require.Equal(t, "oid", p.Rows.Columns[0].Name, ddl)
				require.Equal(t, "a", p.Rows.Columns[1].Name)
				if ddl != "" {
					require.Same(t, p.Rows.Table.Column("oid"), p.Rows.Columns[0])
					require.Same(t, p.Rows.Table.Column("a"), p.Rows.Columns[1])
				}
			}
		}
	}
	table := declared(t, "CREATE TABLE t (a int) WITH OIDS;").Table(schema.Name{Name: "t"})
	require.True(t, table.Column("oid").Invisible)
	require.NotEqual(t, schema.NotGenerated, table.Column("oid").Generated, "needs no rule until a dump writes it")
	require.Nil(t, declared(t, "CREATE TABLE t (a int) WITH (oids=false);").Table(schema.Name{Name: "t"}).Column("oid"))
	require.Nil(t, declared(t, "SET default_with_oids = true;\nCREATE TABLE t (a int) WITHOUT OIDS;").Table(schema.Name{Name: "t"}).Column("oid"))
}

func TestEvidence(t *testing.T) {
	for head, want := range map[string]dialects.Evidence{
		"--\n-- PostgreSQL database dump\n":                      dialects.Sure,
		"--\r\n-- PostgreSQL database cluster dump\r\n":          dialects.Sure,
		"\\restrict abc\n":                                       dialects.Sure,
		"SET client_encoding = 'UTF8';\n":                        dialects.Sure,
		"SELECT pg_catalog.setval('s', 1);\n":                    dialects.Sure,
		"CREATE TABLE t (a int);\nCOPY t (a) FROM stdin;\n":      dialects.Sure,
		"copy t from STDIN;\r\n":                                 dialects.Sure,
		"CREATE TABLE t (a int);\nALTER TABLE ONLY t ADD x;\n":   dialects.Sure,
		"CREATE TABLE t (a int);\n":                              dialects.Possible,
		"INSERT INTO t VALUES (1);\nSET client_encoding = 'x';":  dialects.Possible,
		"INSERT INTO t VALUES ('\n-- PostgreSQL database dump\n": dialects.Possible,
		"-- MySQL dump 10.13\n":                                  dialects.Possible,
		"PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n":         dialects.Possible,
		"": dialects.Possible,
	} {
		require.Equal(t, want, postgres.Dialect.Evidence([]byte(head)), head)
	}
	require.Equal(t, "postgres", postgres.Dialect.Name())
}

// TestWhole: every kind of text passes in a table that stays whole, wherever a
// chunk ends.
func TestWhole(t *testing.T) {
	in := `INSERT INTO t VALUES ('a''b', "x"")", $$ ' $$, $a$ $$ ) $a$, a$b, (1, (2)), E'\'', E'\\' , e'x''\')', '\', $1, -1, 1/2), (E'a', 'b') RETURNING 'x;';
COPY t (a, b, c) FROM stdin;
one
two\	x
\N	\.x
\\.
\.
`
	for size := 1; size < 80; size++ {
		for _, r := range []int{1, 1 << 20} {
			s := postgres.Dialect.NewScanner(&slow{b: []byte(in), n: r}, dialects.ScanOptions{ChunkSize: size, Bind: func(*dialects.Rows) (bool, error) { return true, nil }})
			var c dialects.Chunk
			var out []byte
			rows := int64(0)
			err := s.Scan(&c)
			for ; err == nil; err = s.Scan(&c) {
				out = append(out, c.Data...)
				for _, it := range c.Items {
					if it.Rows != nil && it.Kind == dialects.Raw {
						rows += it.N
					}
				}
			}
			require.EqualError(t, err, "EOF", "chunks of %d", size)
			require.Equal(t, in, string(out))
			require.EqualValues(t, 2+4, rows)
		}
	}
}

// slow gives n bytes at a time.
type slow struct {
	b []byte
	n int
}

func (s *slow) Read(p []byte) (int, error) {
	if len(s.b) == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), s.n)], s.b)
	s.b = s.b[n:]
	return n, nil
}

// TestSilent: no error holds a byte of the input.
func TestSilent(t *testing.T) {
	const canary = "CANARY"
	for _, in := range []string{
		"SELECT CANARY;", "CREATE TABLE CANARY (CANARY;", "COPY CANARY (CANARY, CANARY) FROM stdin;\n", "INSERT INTO CANARY VALUES (CANARY;", "\\CANARY\n", "SET client_encoding = 'CANARY';",
		"COPY CANARY (a) FROM stdin;\nCANARY", "INSERT INTO t VALUES ('CANARY", "CANARY",
	} {
		_, _, err := pieces(in, dialects.ScanOptions{})
		require.Error(t, err)
		require.NotContains(t, err.Error(), canary)
	}
	var all bytes.Buffer
	for _, d := range dumps(t) {
		for it, err := range dialects.Items(postgres.Dialect, bytes.NewReader(d.Data), d.Options) {
			require.NoError(t, err)
			if it.Stmt != nil {
				all.WriteString(it.Stmt.Words + "\n")
			}
		}
	}
	require.NotContains(t, all.String(), "people", "words are keywords")
	require.Regexp(t, `^[a-z_ \n]+$`, all.String())
}
