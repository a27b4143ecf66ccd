package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// typed are types of columns, with literals of them.
type typed struct {
	name   string
	values []string
}

var mysqlTypes = []typed{
	{"tinyint", []string{"-128", "127", "0"}}, {"tinyint unsigned", []string{"255"}}, {"tinyint(1)", []string{"1", "0"}},
	{"smallint", []string{"-32768", "32767"}}, {"mediumint unsigned", []string{"16777215"}}, {"int", []string{"-2147483648", "2147483647"}},
	{"int(10) unsigned zerofill", []string{"42", "4294967295"}}, {"bigint", []string{"-9223372036854775808", "9223372036854775807"}},
	{"bigint unsigned", []string{"18446744073709551615"}},
	{"decimal(65,30)", []string{"-12345678901234567890123456789012345.123456789012345678901234567890", "0.000000000000000000000000000001"}},
	{"float", []string{"-3.40282e38", "1.5", "1e-30"}}, {"double", []string{"-1.7976931348623157e308", "2.2250738585072014e-308", "0.1"}},
	{"bit(1)", []string{"b'1'", "b'0'"}}, {"bit(7)", []string{"b'0100111'", "b'1011100'"}}, {"bit(64)", []string{"b'1111111111111111111111111111111111111111111111111111111111111111'", "b'0'"}},
	{"date", []string{"'2024-02-29'", "'9999-12-31'"}}, {"datetime", []string{"'2024-02-29 23:59:59'"}}, {"datetime(6)", []string{"'2024-02-29 23:59:59.123456'"}},
	{"timestamp NULL", []string{"'2024-02-29 23:59:59'"}}, {"time", []string{"'-838:59:59'", "'00:00:00'"}}, {"time(3)", []string{"'12:34:56.789'"}}, {"year", []string{"'1901'", "'0000'", "2155"}},
	{"char(10)", []string{"'it''s'", "'ソ表'"}}, {"varchar(10) CHARACTER SET cp932", []string{"'ソ表能'"}}, {"varchar(10) CHARACTER SET latin1", []string{"'é€'"}},
	{"varchar(10) CHARACTER SET ujis", []string{"'高橋'"}}, {"varchar(10) CHARACTER SET ucs2", []string{"'高橋'"}}, {"varchar(10) CHARACTER SET utf16", []string{"'高橋'"}},
	{"tinytext", []string{"'a\\nb'"}}, {"mediumtext", []string{"'\\\\'"}}, {"longtext COLLATE utf8mb4_bin", []string{"'x'"}},
	{"binary(4)", []string{"x'deadbeef'", "x'00'"}}, {"varbinary(9)", []string{"x'275c0a00'", "''"}}, {"tinyblob", []string{"x'ff'"}}, {"longblob", []string{"x'c328'"}},
	{"enum('a','it''s; x','表','ソ\\\\')", []string{"'a'", "'it''s; x'", "'表'", "'ソ\\\\'"}}, {"set('a','b''c','表')", []string{"'a,b''c'", "''", "'表'"}},
	{"json", []string{`'{"a": "b\\"c\\\\d", "n": 12345678901234567890.123, "u": "\\u3042"}'`, "'null'", "'[]'", "'\"x\"'"}},
	{"inet6", []string{"'2001:db8::ff00:42:8329'"}}, {"inet4", []string{"'192.0.2.1'"}}, {"uuid", []string{"'6ccd780c-baba-1026-9564-5b8c656024db'"}},
	{"point", []string{"ST_GeomFromText('POINT(1 2)')"}}, {"geometry", []string{"ST_GeomFromText('POLYGON((0 0,0 1,1 1,0 0))')"}},
	{"int INVISIBLE", []string{"7"}}, {"varchar(20) COMPRESSED", []string{"'pressed'"}},
}

var postgresTypes = []typed{
	{"smallint", []string{"-32768", "32767"}}, {"integer", []string{"-2147483648"}}, {"bigint", []string{"-9223372036854775808", "9223372036854775807"}},
	{"numeric", []string{"'NaN'", "'Infinity'", "-1234567890123456789012345678901234567890.000000000000000001"}}, {"numeric(65,30)", []string{"0.000000000000000000000000000001"}},
	{"real", []string{"'-Infinity'", "1e-30"}}, {"double precision", []string{"'NaN'", "0.1", "1e308"}}, {"money", []string{"'-$1,234.50'"}},
	{"boolean", []string{"true", "false"}}, {"char(10)", []string{"'it''s'"}}, {"varchar(10)", []string{"'a\tb'"}}, {"text", []string{"E'\\\\.'"}}, {`"char"`, []string{"'x'", `E'\\'`}}, {"name", []string{"'n'"}},
	{"bytea", []string{`'\x00ff275c0a'`, `''`}}, {"date", []string{"'2024-02-29'", "'infinity'", "'0044-03-15 BC'"}}, {"time", []string{"'24:00:00'"}}, {"time with time zone", []string{"'12:34:56.789+09'"}},
	{"timestamp", []string{"'2024-02-29 23:59:59.123456'", "'-infinity'"}}, {"timestamp with time zone", []string{"'2024-02-29 23:59:59+09'"}}, {"interval", []string{"'1 year 2 mons -3 days 04:05:06.7'"}},
	{"uuid", []string{"'6ccd780c-baba-1026-9564-5b8c656024db'"}}, {"inet", []string{"'192.0.2.1/24'", "'2001:db8::1'"}}, {"cidr", []string{"'192.0.2.0/24'"}}, {"macaddr", []string{"'08:00:2b:01:02:03'"}},
	{"json", []string{`'{"a": "b\"c\\d", "a": 1, "n": 12345678901234567890.123}'`}}, {"jsonb", []string{`'{"a": "\u3042\\", "n": 1e2}'`, "'null'", `'"x"'`}}, {"xml", []string{"'<a b=\"c\">it''s &amp; x</a>'"}},
	{"text[]", []string{`'{a,"b,c","NULL",NULL,"q\"\\"}'`, "'{}'"}}, {"integer[][]", []string{"'{{1,2},{3,NULL}}'"}}, {"bytea[]", []string{`ARRAY['\x00ff'::bytea]`}},
	{"point", []string{"'(1,2)'"}}, {"box", []string{"'((1,2),(0,0))'"}}, {"polygon", []string{"'((0,0),(1,1),(1,0))'"}}, {"circle", []string{"'<(1,2),3>'"}},
	{"bit(4)", []string{"B'0101'"}}, {"bit varying(9)", []string{"B'1'", "B''"}}, {"tsvector", []string{"'a:1 b:2'"}}, {"tsquery", []string{"'a & !b'"}},
	{"mood", []string{"'it''s; ok'", "'表'"}}, {"email", []string{"'a@example.com'"}}, {"pair", []string{`'("x,y",1)'`, `'(,)'`}}, {"int4range", []string{"'[1,10)'", "'empty'"}}, {"oid", []string{"4294967295"}}, {"regclass", []string{"'pg_class'"}},
	{"int4multirange", []string{"'{[1,3),[5,7)}'"}}, {"pg_lsn", []string{"'16/B374D848'"}}, {"jsonpath", []string{"'$.a[*]'"}},
}

const postgresOwnTypes = `CREATE TYPE mood AS ENUM ('it''s; ok', '表');
CREATE DOMAIN email AS text;
CREATE TYPE pair AS (a text, b int);
`

var sqliteTypes = []typed{
	{"INTEGER", []string{"-9223372036854775808", "9223372036854775807", "'text in it'"}}, {"REAL", []string{"1e999", "-1.5", "0.1", "1e300"}}, {"NUMERIC", []string{"12345678901234567890", "0.30000000000000004"}},
	{"TEXT", []string{"'a'||char(10)||'b'||char(13)", "'it''s'", "'表'"}}, {"BLOB", []string{"x'00ff27'", "x''"}}, {"BOOLEAN", []string{"1", "0"}}, {"", []string{"1", "'x'", "x'00'", "1.5"}},
}

// typesStore is a database with a table that has a column of each type.
func typesStore(t *testing.T, dialect string) store {
	t.Helper()
	types, before, after := mysqlTypes, "", " CHARSET=utf8mb4"
	switch dialect {
	case "postgres":
		types, before, after = postgresTypes, postgresOwnTypes, ""
	case "sqlite":
		types, before, after = sqliteTypes, "", ""
	}
	var create, insert strings.Builder
	rows := 0
	for i, c := range types {
		fmt.Fprintf(&create, ", c%d %s", i, c.name)
		rows = max(rows, len(c.values))
	}
	for k := range rows + 1 {
		names, values := "id", fmt.Sprint(k)
		for i, c := range types {
			if k < rows {
				names, values = fmt.Sprintf("%s, c%d", names, i), values+", "+c.values[k%len(c.values)]
			}
		}
		fmt.Fprintf(&insert, "INSERT INTO types (%s) VALUES (%s);\n", names, values)
	}
	s := newStore(t, dialect)
	s.load(t, []byte(before+"CREATE TABLE types (id integer PRIMARY KEY"+create.String()+")"+after+";\n"+insert.String()))
	return s
}

// TestEchoOfTypes decodes and writes values of every type in every form of dumps: what
// is restored is what was there, or what the raw dump restores where its encoding
// loses characters.
func TestEchoOfTypes(t *testing.T) {
	p := echoPlan(t, everyValue)
	for _, name := range []string{"mysql", "postgres", "sqlite"} {
		t.Run(name, func(t *testing.T) {
			raw := typesStore(t, name)
			for _, f := range forms(name) {
				t.Run(f.dump, func(t *testing.T) {
					dump, got := dumpOf(t, raw, f.dump), newStore(t, name)
					got.load(t, append([]byte(f.before), masked(t, dump, p)...), strings.Fields(f.load)...)
					want := raw
					if f.load != "" {
						want = newStore(t, name)
						want.load(t, append([]byte(f.before), dump...), strings.Fields(f.load)...)
					}
					require.Equal(t, everything(t, want), everything(t, got))
				})
			}
		})
	}
}
