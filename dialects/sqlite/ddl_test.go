package sqlite_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

// show writes a table as one line, so that a difference is seen.
func show(t *schema.Table) string {
	var b strings.Builder
	b.WriteString(t.Name.String() + ":")
	for _, c := range t.Columns {
		fmt.Fprintf(&b, " %s=%s", c.Name, c.Type.Kind)
		if c.Type.Name != "" {
			b.WriteString("/" + c.Type.Name)
		}
		if c.Type.Length > 0 {
			fmt.Fprintf(&b, "(%d", c.Type.Length)
			if c.Type.Scale > 0 {
				fmt.Fprintf(&b, ",%d", c.Type.Scale)
			}
			b.WriteString(")")
		}
		if c.Type.Bits > 0 && c.Type.Bits != 64 {
			fmt.Fprintf(&b, "#%d", c.Type.Bits)
		}
		if c.NotNull {
			b.WriteString("!")
		}
		if c.Type.Unsigned {
			b.WriteString("u")
		}
		if c.Auto {
			b.WriteString("a")
		}
		if c.HasDef {
			b.WriteString("d")
		}
		if c.Generated != schema.NotGenerated {
			fmt.Fprintf(&b, "=%d%v", c.Generated, c.From)
		}
		if c.Collation != "" {
			b.WriteString("@" + c.Collation)
		}
	}
	for _, k := range t.Keys {
		kind := []string{"index", "primary", "unique", "foreign"}[k.Kind]
		fmt.Fprintf(&b, " %s", kind)
		for _, p := range k.Parts {
			b.WriteString("[" + p.Column)
			if p.Column == "" {
				fmt.Fprintf(&b, "=%v", p.From)
			}
			b.WriteString("]")
		}
		if k.Kind == schema.Foreign {
			fmt.Fprintf(&b, "->%s%v", k.RefTable, k.RefColumns)
			if k.SetsNull {
				b.WriteString("null")
			}
		}
	}
	return b.String()
}

var tableTests = []struct{ name, ddl, want string }{
	{"C3 minimal", "CREATE TABLE t(a);", "t: a=unknown"},
	{"affinities", "CREATE TABLE t (a INT, b unsigned big int, c CHARACTER(20), d CLOB, e BLOB, f REAL, g double precision, h FLOATING POINT, i STRING, j charint, k TEXT(50), l any);",
		"t: a=integer/int b=integer/unsigned big intu c=text/character(20) d=text/clob e=binary/blob f=float/real g=float/double precision h=integer/floating point i=unknown/string j=integer/charint k=text/text(50) l=unknown/any"},
	{"words of applications", "CREATE TABLE t (a DATE, b datetime, c TIMESTAMP WITH TIME ZONE, d BOOLEAN, e JSON, f UUID, g DECIMAL(10,2), h numeric, i time, j POINT, k tinyint, l smallint unsigned);",
		"t: a=date/date b=timestamp/datetime c=timestamp/timestamp with time zone d=boolean/boolean e=json/json f=uuid/uuid g=decimal/decimal(10,2) h=decimal/numeric i=time/time j=geometry/point k=integer/tinyint#8 l=integer/smallint unsigned#16u"},
	{"texts", "CREATE TABLE t (a VARCHAR(255) COLLATE NOCASE, b NATIVE CHARACTER (70), c nvarchar( 100 ), d BLOB SUB_TYPE TEXT, e 'TEXT', f \"long text\");",
		"t: a=text/varchar(255)@nocase b=text/native character(70) c=text/nvarchar(100) d=text/blob sub_type text e=text/text f=text/long text"},
	{"the number of the row", "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);\nCREATE TABLE u (id INTEGER, PRIMARY KEY(ID DESC));\nCREATE TABLE v (id INT PRIMARY KEY);",
		"t: id=integer/integer!a primary[id]\nu: id=integer/integer!a primary[ID]\nv: id=integer/int primary[id]"},
	{"WITHOUT ROWID", "CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY(A,b)) WITHOUT ROWID;\nCREATE TABLE u (a TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;", "t: a=text/text! b=text/text! primary[A][b]\nu: a=text/text! primary[a]"},
	{"constraints of columns", "CREATE TABLE t (a text CONSTRAINT nn NOT NULL ON CONFLICT FAIL CONSTRAINT u UNIQUE ON CONFLICT IGNORE DEFAULT 'x,)' CHECK (a <> '),') COLLATE \"RTRIM\", b DEFAULT -1, c DEFAULT (1+1) NULL, d DEFAULT NULL, " +
		"e int REFERENCES p(q) ON DELETE SET NULL ON UPDATE CASCADE MATCH FULL DEFERRABLE INITIALLY DEFERRED NOT NULL, f REFERENCES \"p\");",
		"t: a=text/text!d@rtrim b=unknownd c=unknownd d=unknown e=integer/int! f=unknown unique[a] foreign[e]->p[q]null foreign[f]->p[]"},
	{"C4 clauses are no columns", "CREATE TABLE t (\"key\" int, [constraint] int, 'primary' int, a int, CONSTRAINT c PRIMARY KEY (\"key\" ASC, a COLLATE nocase DESC) ON CONFLICT ABORT, UNIQUE (lower(a)), CHECK (a > 1), " +
		"FOREIGN KEY (a, \"key\") REFERENCES o (q, r) NOT DEFERRABLE CONSTRAINT d UNIQUE (a) CHECK (a <> 'x,)'));",
		"t: key=integer/int constraint=integer/int primary=integer/int a=integer/int primary[key][a] unique[=[a]] foreign[a][key]->o[q r] unique[a]"},
	{"C2 words in comments", "CREATE TABLE t (a int -- generated always as (x), PRIMARY KEY ('b') );\n, b int /* , c text */, \"-- d\" text);", "t: a=integer/int b=integer/int -- d=text/text"},
	{"C1 computed", "CREATE TABLE t (g text GENERATED ALWAYS AS (a || ';''' || B || a) VIRTUAL, a text, h AS (1) STORED NOT NULL, b text, generated int);", "t: g=text/text=1[a b] a=text/text h=unknown!=2[] b=text/text generated=integer/int"},
	{"JSON as applications say it", "CREATE TABLE t (a text CHECK ((JSON_VALID(\"a\") OR \"a\" IS NULL)), b int CHECK (json_valid(b)));", "t: a=json/text b=integer/int"},
	{"names", "CREATE TABLE IF NOT EXISTS \"a\"\"b;\" ('sq' int, `gr``oup` text, [from] int, コラム, \"\n\" int);", "a\"b;: sq=integer/int gr`oup=text/text from=integer/int コラム=unknown \n=integer/int"},
	{"the main database", "CREATE TABLE main.t (a int);\nCREATE TABLE TEMP.u (a int);", "t: a=integer/int\nTEMP.u: a=integer/int"},
	{"a unique index", "CREATE TABLE t (a int, b int);\nCREATE UNIQUE INDEX i ON T (a COLLATE nocase, b) WHERE a > 1;\nCREATE UNIQUE INDEX j ON t (lower(a));\nCREATE INDEX k ON t (b);", "t: a=integer/int b=integer/int unique[a][b] unique[=[a]]"},
	{"altered", "CREATE TABLE t (a int PRIMARY KEY, b int AS (a), c int);\nALTER TABLE \"t\" RENAME COLUMN a TO d;\nALTER TABLE t ADD e text UNIQUE;\nALTER TABLE t DROP COLUMN C;\nALTER TABLE t RENAME TO u;",
		"u: d=integer/int b=integer/int=1[d] e=text/text primary[d] unique[e]"},
	{"renamed in an expression", "CREATE TABLE t (a int, b int);\nCREATE UNIQUE INDEX i ON t (a || b);\nALTER TABLE t RENAME a TO c;", "t: c=integer/int b=integer/int unique[=[c b]]"},
	{"dropped", "CREATE TABLE t (a int);\nCREATE TABLE u (a int);\nDROP TABLE IF EXISTS T;", "u: a=integer/int"},
	{"virtual tables", "CREATE VIRTUAL TABLE IF NOT EXISTS f USING fts5(a, \"b c\" UNINDEXED, content='', prefix='2 3');\nCREATE VIRTUAL TABLE g USING FTS3(title TEXT, tokenize porter);\nCREATE VIRTUAL TABLE r USING rtree(id, minX, maxX, +label TEXT);\n" +
		"CREATE VIRTUAL TABLE c USING csv(filename='x');\nCREATE VIRTUAL TABLE e USING fts4;",
		"f: a=text b c=text\ng: title=text\nr: id=unknown minX=unknown maxX=unknown label=unknown\nc:\ne:"},
	{"a virtual table in the schema", "INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql) VALUES('table','f','f',0,'CREATE VIRTUAL TABLE f USING fts4(subject, \"b''dy\")');", "f: subject=text b'dy=text"},
}

func TestTables(t *testing.T) {
	for _, c := range tableTests {
		t.Run(c.name, func(t *testing.T) {
			s := sqlite.Dialect.NewScanner(strings.NewReader(c.ddl+"\n"), dialects.ScanOptions{})
			var ch dialects.Chunk
			require.NoError(t, s.Scan(&ch))
			require.Error(t, s.Scan(new(dialects.Chunk)))
			var got []string
			for _, table := range s.Schema().Tables() {
				got = append(got, show(table))
			}
			require.Equal(t, c.want, strings.Join(got, "\n"))
		})
	}
}

// TestDeclares: every table whose columns are known can be judged, and only those.
func TestDeclares(t *testing.T) {
	for in, want := range map[string]bool{
		ab: true, "CREATE VIRTUAL TABLE f USING fts5(a);": true, "CREATE VIRTUAL TABLE f USING csv(a);": false, "ALTER TABLE t ADD a int;": false, "CREATE VIEW v AS SELECT 1;": false,
	} {
		_, got, err := read(t, in, dialects.ScanOptions{})
		require.NoError(t, err)
		require.Equal(t, want, got[0].Declares, in)
	}
}

// TestManyColumns is C10: a peer stopped at 128. SQLite allows 2,000 by default.
func TestManyColumns(t *testing.T) {
	var ddl, row strings.Builder
	ddl.WriteString("CREATE TABLE t (")
	row.WriteString("INSERT INTO t VALUES(")
	for i := range 2000 {
		if i > 0 {
			ddl.WriteString(",")
			row.WriteString(",")
		}
		fmt.Fprintf(&ddl, "c%d int", i)
		fmt.Fprintf(&row, "%d", i)
	}
	got, _, err := read(t, ddl.String()+");\n"+row.String()+");\n", dialects.ScanOptions{})
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(got[0], "c1999=number:1999"))
}
