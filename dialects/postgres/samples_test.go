package postgres_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/postgres"
)

// samples are the dumps in testdata.
func samples(t testing.TB) []dialecttest.Dump {
	paths, err := filepath.Glob("testdata/*.sql")
	require.NoError(t, err)
	var out []dialecttest.Dump
	for _, path := range paths {
		if filepath.Base(path) != "shapes.sql" { // no dump
			out = append(out, dialecttest.Dump{Name: filepath.Base(path), Data: sample(t, filepath.Base(path))})
		}
	}
	require.NotEmpty(t, out)
	return out
}

// people is a table for the inputs below.
const people = "CREATE TABLE people (id integer, name text, photo bytea, ok boolean);\n"

// inputs are small dumps written by hand, one idea each.
var inputs = []dialecttest.Dump{
	{Name: "rows of one INSERT", Data: []byte(people + "INSERT INTO people VALUES\n\t(1, 'a', '\\x00', true),\n\t(2, NULL, NULL, false);\n")},
	{Name: "comments between rows", Data: []byte(people + "INSERT INTO people VALUES -- one\n(1,'a',NULL,NULL) /* ; /* nested */ */, -- two\n(2,'b',NULL,NULL) -- end\n;\n")},
	{Name: "lower case", Data: []byte("insert into people(name,id)values('a',1),('b',2);insert into people(name,id)values('c',3);")},
	{Name: "an alias and OVERRIDING", Data: []byte("INSERT INTO people AS p (id) OVERRIDING SYSTEM VALUE VALUES (1) ON CONFLICT DO NOTHING;\n")},
	{Name: "escapes", Data: []byte(people + `INSERT INTO people VALUES (1, E'it\'s\n\\', E'\\x00ff', 't'), (2, e'\\', '', 'f'), (3, N'x', '\x', NULL);` + "\n")},
	{Name: "strings that are off", Data: []byte(people + "SET standard_conforming_strings = off;\nINSERT INTO people VALUES (1, 'C:\\\\dir\\\\', '\\\\x615c62', true), (2, 'it\\'s', '\\\\\\\\', true);\n")},
	{Name: "expressions", Data: []byte("INSERT INTO people VALUES (now(), 'x'::text, ARRAY['a,b', '('], ROW(1, ')')), (NULL::text, CAST('a,' AS text), $$it's (,$$, $q$ $$ $q$), (a$b, 'a' || 'b', -5::int, (-5));\n")},
	{Name: "bit strings", Data: []byte("CREATE TABLE b (a bit(4), c bit varying);\nINSERT INTO b VALUES (B'0101', B''), (b'1111', X'1F');\n")},
	{Name: "escapes of COPY", Data: []byte(people + "COPY people (id, name) FROM stdin;\n1\ta\\b\\f\\n\\r\\t\\v\\\\b\n2\t\\N\n3\t\\\\N\n4\t\\101\\x41\\q\\\tx\n5\t\n6\t\\\\.\n\\.\n")},
	{Name: "COPY with a delimiter", Data: []byte("COPY t (a, b) FROM stdin WITH (FORMAT text, DELIMITER ',', NULL 'nil');\n1,nil\n2,a\\,b\n3,\\nil\n\\.\nCOPY t (a, b) FROM stdin WITH DELIMITER AS '|' NULL AS '';\n1|\n|a\\|b\n\\.\n")},
	{Name: "CR LF", Data: []byte("-- one\r\nSET client_encoding = 'UTF8';\r\nCOPY t (a, b) FROM stdin;\r\n1\tx\r\n\t\\N\r\n\\.\r\n-- two\r\nINSERT INTO t VALUES\r\n\t(1, 'a\r\nb'),\r\n\t(2, 'c');\r\n")},
	{Name: "tables without columns", Data: []byte("CREATE TABLE n (\n);\nCOPY n  FROM stdin;\n\n\n\\.\nINSERT INTO n DEFAULT VALUES;\n")},
	{Name: "a routine's body", Data: []byte("CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); SELECT CASE WHEN a THEN b END; END;\nCREATE FUNCTION begin() RETURNS int LANGUAGE sql AS 'SELECT 1;';\n")},
	{Name: "semicolons in brackets", Data: []byte("CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b;);\nCOPY t (a) FROM stdin;\nx\n\\.\n")},
	{Name: "names", Data: []byte("COPY \"a\"\"b\".\"line\nbreak; COPY\" (\"x)\", \"y\"\"\") FROM stdin;\n1\t2\n\\.\n")},
	{Name: "dollar quotes", Data: []byte("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $a$ $b$ $$ '; $a $1 $a$;\nCOMMENT ON TABLE t IS $$a;$$;\nCREATE FUNCTION g() RETURNS text LANGUAGE sql AS $日$;$日$;\n")},
	{Name: "shift jis", Data: []byte("SET client_encoding = 'SJIS';\nCOPY t (a, b) FROM stdin;\n\x94\x5c\t\x95\x5c\\n\x94\x5c\n\x83\x5c\\\\\t\\\\\x83\x5c\n\\.\nINSERT INTO t VALUES ('\x83\x5c', '\x95\x5c'''), ('\x94\x5c\\', 'x');\n")},
	{Name: "escapes in shift jis", Data: []byte("SET client_encoding = 'SJIS';\nSET standard_conforming_strings = off;\nINSERT INTO t VALUES ('\x83\x5c\\\\', E'\x95\x5c\\'');\n")},
	{Name: "big5", Data: []byte("SET client_encoding = 'BIG5';\nCOPY t (a) FROM stdin;\n\xb3\x5c\n\\.\n")},
	{Name: "johab", Data: []byte("SET client_encoding = 'JOHAB';\nCOPY t (a, b) FROM stdin;\n\x88\x5c\ta\\tb\n\x88\x5c\\\\\tx\n\\.\nSET standard_conforming_strings = off;\nINSERT INTO t VALUES ('\x88\x5c', '\x88\x5c\\\\');\n")},
	{Name: "psql", Data: []byte("\\restrict abc\n\\unrestrict abc\n\\encoding SQL_ASCII\n\\connect -reuse-previous=on \"dbname='we\\'ird = db\\\\x'\"\n\\c other\n\\connect \"quo\"\"ted\"\nSET search_path = a;\n")},
	{Name: "DEFAULT", Data: []byte("CREATE TABLE g (a int, b int GENERATED ALWAYS AS (a * 2) STORED, c text);\nINSERT INTO g VALUES (1, DEFAULT, 'x');\nINSERT INTO g VALUES (2, DEFAULT, NULL);\n")},
}

func dumps(t testing.TB) []dialecttest.Dump {
	out := append(samples(t), inputs...)
	for i := range out {
		out[i].Options.ChunkSize = 4096 // the kit scans them thousands of times
	}
	return out
}

func TestDialect(t *testing.T) {
	dialecttest.Run(t, postgres.Dialect, dumps(t))
}

// TestSamplesAgree reads one small database from dumps in all forms: each
// value must be the same bytes (L6).
func TestSamplesAgree(t *testing.T) {
	plain := sample(t, "shapes-plain.sql")
	want := records(t, plain, dialects.ScanOptions{})
	require.Len(t, want["public.people"], 4)
	require.Equal(t, dialecttest.Record{
		"id": "1", "name": "O'Brien", "email": "o'brien@example.com", "active": "t", "photo": "\x00\xff'\\\n", "mood": "it's; ok",
		"code": "A", "flags": "0101", "mask": "1", "amount": "-1.500", "ratio": "NaN", "price": "-$1,234.50",
		"tags": `{a,"b,c"}`, "profile": `{"k": "v;' \\ \n"}`, "born": "2024-02-29", "seen": "2024-01-01 00:00:00+00",
	}, want["public.people"][0])
	require.Equal(t, "tab\tnl\ncr\rbs\\end", want["public.people"][1]["name"])
	require.Equal(t, strings.Repeat("\n", 60), want["public.one"][5]["v"])
	require.Len(t, want["public.none"], 2)
	paths, err := filepath.Glob("testdata/shapes-*.sql")
	require.NoError(t, err)
	require.Len(t, paths, 8)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			var o dialects.ScanOptions
			if strings.Contains(path, "data-only") {
				o.Schema = declared(t, string(plain))
			}
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			sameRecords(t, want, records(t, data, o), false)
		})
	}
}

// TestJapanese reads one database from dumps in three client encodings.
func TestJapanese(t *testing.T) {
	want := records(t, sample(t, "jp-E-EUC_JP.sql"), dialects.ScanOptions{})
	require.Len(t, want["public.社員"], 60)
	require.Equal(t, "能登 花子", want["public.社員"][0]["氏名"])
	require.Equal(t, "表\\n能", want["public.社員"][0]["備考"])
	require.Equal(t, "ソ'quote", want["public.社員"][2]["備考"])
	require.Equal(t, "ソ\\", want["public.社員"][7]["備考"])
	require.Equal(t, "\\.", want["public.社員"][12]["備考"])
	for _, name := range []string{"jp-E-SJIS.sql", "jp-E-SJIS-inserts.sql"} {
		sameRecords(t, want, records(t, sample(t, name), dialects.ScanOptions{}), false)
	}
}
