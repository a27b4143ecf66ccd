package sqlite_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

// TestSamples runs the kit on dumps of the shell and on every input of the
// tables below. Of the samples' customers, eight of 150 are left.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("testdata/*.sql")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var dumps []dialecttest.Dump
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		dumps = append(dumps, dialecttest.Dump{Name: filepath.Base(f), Data: data})
	}
	for i, text := range inputs() {
		dumps = append(dumps, dialecttest.Dump{Name: fmt.Sprintf("input %d", i), Data: []byte(text)})
	}
	dialecttest.Run(t, sqlite.Dialect, dumps)
}

// inputs are all texts of this package's tables that are complete dumps.
func inputs() []string {
	var all []string
	for _, c := range rowTests {
		all = append(all, c.in)
	}
	for _, c := range statementTests {
		all = append(all, c.in)
	}
	for _, c := range tableTests {
		all = append(all, c.ddl)
	}
	return all
}

// read gives the rows of a text: each as table, column names and values, where
// values are shown as form and text.
func read(t testing.TB, in string, o dialects.ScanOptions) (rows []string, statements []*dialects.Statement, err error) {
	t.Helper()
	var fields []dialects.Field
	for it, err := range dialects.Items(sqlite.Dialect, strings.NewReader(in), o) {
		if err != nil {
			return rows, statements, err
		}
		switch it.Kind {
		case dialects.Stmt:
			statements = append(statements, it.Stmt)
		case dialects.Row:
			row := it.Chunk.Data[it.Body:it.End]
			fields, err = it.Rows.Codec.Fields(fields[:0], row)
			if err != nil {
				return rows, statements, err
			}
			s := it.Rows.Table.Name.String()
			for i, f := range fields {
				name := "?"
				if i < len(it.Rows.Columns) {
					name = it.Rows.Columns[i].Name
				}
				v, err := it.Rows.Codec.Decode(nil, row, f, i)
				if err != nil {
					v = []byte(err.Error())
				}
				s += fmt.Sprintf(" %s=%s:%s", name, f.Form, v)
			}
			rows = append(rows, s)
		}
	}
	return rows, statements, nil
}

const (
	ab     = "CREATE TABLE t (a int, b varchar(20), c blob);\n"
	header = "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n"
	row1   = "INSERT INTO t VALUES(1,'x','');\n"
)

// rowTests are rows in every layout and literal.
var rowTests = []struct {
	name, in string
	want     []string
}{
	{".dump", header + ab + "INSERT INTO t VALUES(1,'x',NULL);\nINSERT INTO t VALUES(2,'y',X'7a');\nCOMMIT;\n", []string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=hex:z"}},
	{"S3 a row a line", ab + "INSERT INTO t VALUES\n(1,'x',NULL),\n(2,'y','z');\n", []string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"S3 comments between rows", ab + "INSERT INTO t VALUES -- one\n(1,'x',NULL), /* two */\n(2,'y','z') /* end */;\n",
		[]string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"blanks and tabs", ab + "INSERT INTO t (\"a\", [b], `c`) VALUES\n(1,\t'x',\tNULL),\n( 2 , 'y' , 'z' );\n",
		[]string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"C5 permuted list", ab + "INSERT INTO t (c,A) VALUES ('z',1);\n", []string{"t c=quoted:z a=number:1"}},
	{"words", ab + "insert or ignore into \"t\"(a,b)values(1,'x'),(2,'y');\nREPLACE INTO main.t VALUES (3,'x','');\nINSERT OR REPLACE INTO [T] AS u ('a') VALUES (4) ON CONFLICT DO NOTHING;\n",
		[]string{"t a=number:1 b=quoted:x", "t a=number:2 b=quoted:y", "t a=number:3 b=quoted:x c=quoted:", "t a=number:4"}},
	{"V11 quotes and backslashes", ab + `INSERT INTO t VALUES(1,'\','''');INSERT INTO t VALUES(2,'\''',"it's");INSERT INTO t VALUES(3,'a''b',"a""b\");` + "\n",
		[]string{`t a=number:1 b=quoted:\ c=quoted:'`, `t a=number:2 b=quoted:\' c=quoted:it's`, `t a=number:3 b=quoted:a'b c=quoted:a"b\`}},
	{"C9 values that look like SQL", ab + "INSERT INTO t VALUES(1,'),(2,''x'');\nINSERT INTO t VALUES(3,','/* -- ; COMMIT;\n.read x\ngo\n/\n');\n",
		[]string{"t a=number:1 b=quoted:),(2,'x');\nINSERT INTO t VALUES(3, c=quoted:/* -- ; COMMIT;\n.read x\ngo\n/\n"}},
	{"S10 CR LF", "CREATE TABLE t (\r\n  a int,\r\n  b text\r\n);\r\nINSERT INTO t VALUES (1,'x'),\r\n(2,'raw\r\n');\r\n", []string{"t a=number:1 b=quoted:x", "t a=number:2 b=quoted:raw\r\n"}},
	{"S9 many empty lines", ab + "INSERT INTO t VALUES(1,'" + strings.Repeat("\n", 100) + "',NULL);" + strings.Repeat("\n", 100) + "INSERT INTO t VALUES(2,'','');\n",
		[]string{"t a=number:1 b=quoted:" + strings.Repeat("\n", 100) + " c=null:", "t a=number:2 b=quoted: c=quoted:"}},
	{"3.22: replace", ab + `INSERT INTO t VALUES(1,replace('a\012b\nc','\012',char(10)),replace(replace('\r''\n','\r',char(13)),'\n',char(10)));` + "\n",
		[]string{"t a=number:1 b=wrapped:a\nb\\nc c=wrapped:\r'\n"}},
	{"a marker of the last resort", ab + `INSERT INTO t VALUES(1,replace('\n\012(\n0)x(\n1)','(\n1)',char(10)),Replace ( 'ab' , 'b' , CHAR( 9 ) ));` + "\n",
		[]string{"t a=number:1 b=wrapped:\\n\\012(\\n0)x\n c=wrapped:a\t"}},
	{"3.53: unistr", ab + `INSERT INTO t VALUES(1,unistr('a\u000ab\\nc''\0041\+01F600\U0001F600'),x'00ff');` + "\n", []string{"t a=number:1 b=wrapped:a\nb\\nc'A😀😀 c=hex:\x00\xff"}},
	{"unistr that SQLite refuses", "INSERT INTO t(a) VALUES(unistr('a\\')),(unistr('\\x')),(unistr('\\u00')),(unistr('\\ud83d'));\n", []string{
		"t a=wrapped:value is not written as a literal", "t a=wrapped:value is not written as a literal", "t a=wrapped:value is not written as a literal", "t a=wrapped:value is not written as a literal"}},
	{"a zero byte", ab + "INSERT INTO t VALUES(1,CAST(X'610062' AS TEXT),cast( x'00' as text ));\n", []string{"t a=number:1 b=wrapped:a\x00b c=wrapped:\x00"}},
	{"calls that are none of the shell's", "INSERT INTO t(a) VALUES(replace('a','b','c')),(replace(a,'b',char(10))),(replace('a','',char(10))),(replace('a','b',char(200))),(upper('a')),(CAST('1' AS TEXT)),(char(10)||'x'),(unistr(X'00'))," +
		"(replace('a','b',char(10))||'x'),(replace(replace(replace(replace(replace('a','b',char(1)),'b',char(1)),'b',char(1)),'b',char(1)),'b',char(1)));\n",
		exprs(10)},
	{"V10 odd tokens", "INSERT INTO t (a) VALUES (-0),(1e-5),(+1.5E+10),(.5),(1.),(Inf),(-inf),(1e999),(-9.0e+999),(TRUE),(false),(null);\n", []string{
		"t a=number:-0", "t a=number:1e-5", "t a=number:+1.5E+10", "t a=number:.5", "t a=number:1.", "t a=number:Inf", "t a=number:-inf", "t a=number:1e999", "t a=number:-9.0e+999",
		"t a=bool:TRUE", "t a=bool:false", "t a=null:"}},
	{"expressions", "INSERT INTO t (a) VALUES ('a' 'b'),(CURRENT_TIMESTAMP),(1+1),(- 1),(1e),(0x1F),(1_000),(DEFAULT),(a),(X'0'),(x'0g'),((1)),('a'||'b'),(N'x'),('x' COLLATE nocase),(f(',',')'));\n", exprs(16)},
	{"V15 numbers keep their text", "INSERT INTO t (a,b,c) VALUES (-9223372036854775808,1.7976931348623156223e+308,-9.9998886718268300563e-321);\n",
		[]string{"t a=number:-9223372036854775808 b=number:1.7976931348623156223e+308 c=number:-9.9998886718268300563e-321"}},
	{"bytes and text", "CREATE TABLE t (a blob, b text, c);\nINSERT INTO t VALUES(X'ff','\xff','\xff');\nINSERT INTO t VALUES('\xff',X'ff',X'ff');\n", []string{
		"t a=hex:\xff b=quoted:text is not valid in its character set c=quoted:text is not valid in its character set", "t a=quoted:\xff b=hex:\xff c=hex:\xff"}},
	{"L11 names", "CREATE TABLE \"a\"\"b\" (\"x\"\"y\" int, [-- d] int, `(p),` int, 'it''s' int, \"\n;\" int);\nINSERT INTO [a\"b] VALUES(1,2,3,4,5);\n",
		[]string{"a\"b x\"y=number:1 -- d=number:2 (p),=number:3 it's=number:4 \n;=number:5"}},
	{"C8 INSERT in a body", ab + "CREATE TEMP TRIGGER IF NOT EXISTS g AFTER INSERT ON t BEGIN\n INSERT INTO t VALUES (1,';','');\n -- it's\n SELECT CASE WHEN 1 THEN 2 END;\nEND ;\nINSERT INTO t (a) VALUES (1);\n", []string{"t a=number:1"}},
	{"C1 computed columns are left out", "CREATE TABLE t (g int AS (a+1), a int, h text GENERATED ALWAYS AS (a||';''') STORED, b int);\nINSERT INTO t VALUES(1,2);\n", []string{"t a=number:1 b=number:2"}},
	{"--preserve-rowids", ab + "INSERT INTO t(rowid,a,b,c) VALUES(7,1,'x','');\n", []string{"t rowid=number:7 a=number:1 b=quoted:x c=quoted:"}},
	{"a column that is called rowid", "CREATE TABLE t (ROWID text);\nINSERT INTO t(rowid) VALUES('x');\n", []string{"t ROWID=quoted:x"}},
	{"a table that was altered", "CREATE TABLE t (a int, b int);\nALTER TABLE t ADD COLUMN c int;\nALTER TABLE t DROP b;\nALTER TABLE t RENAME a TO d;\nALTER TABLE t RENAME TO u;\nINSERT INTO u VALUES(1,2);\n", []string{"u d=number:1 c=number:2"}},
	{"a temporary table hides another", ab + "CREATE TEMP TABLE t (x int);\nINSERT INTO t VALUES(1);\nDROP TABLE t;\n" + row1, []string{"temp.t x=number:1", "t a=number:1 b=quoted:x c=quoted:"}},
	{"a full-text table", "CREATE VIRTUAL TABLE f USING fts5(subject, body UNINDEXED, content='', tokenize = 'porter ascii');\nINSERT INTO f VALUES('s','b');\n", []string{"f subject=quoted:s body=quoted:b"}},
	{"no definition", "INSERT INTO t VALUES(1,'x');\n", []string{"t ?=number:1 ?=quoted:x"}},
}

// exprs is what n rows of one expression read as.
func exprs(n int) []string {
	var out []string
	for range n {
		out = append(out, "t a=expression:value is not written as a literal")
	}
	return out
}

func TestRows(t *testing.T) {
	for _, c := range rowTests {
		t.Run(c.name, func(t *testing.T) {
			got, _, err := read(t, c.in, dialects.ScanOptions{})
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

// refusedTests end with an error at the mark §, which is not part of the input.
var refusedTests = []struct {
	name, in string
	want     error
}{
	{"an unknown word", "§FROBNICATE t;\n", dialects.ErrStatement},
	{"a query", "§SELECT * FROM t WHERE a='x';\n", dialects.ErrStatement},
	{"a function of an extension", "§SELECT load_extension('x');\n", dialects.ErrStatement},
	{"another database", "§ATTACH DATABASE 'x' AS aux;\n", dialects.ErrStatement},
	{"another file", "§VACUUM INTO 'x';\n", dialects.ErrStatement},
	{"a plan", "§EXPLAIN INSERT INTO t VALUES(1,'x','');\n", dialects.ErrStatement},
	{"a common table", "§WITH u(a) AS (VALUES('x')) INSERT INTO t SELECT a FROM u;\n", dialects.ErrStatement},
	{"more than COMMIT", "§COMMIT WORK;\n", dialects.ErrStatement},
	{"a command of the shell", "§.mode insert\n", dialects.ErrStatement},
	{"a command behind rows", ab + row1 + "§.read x.sql\n", dialects.ErrStatement},
	{"a line that only the shell takes for a comment", "§# 'x'\n", dialects.ErrStatement},
	{"an order of a name", "§CREATE SEQUENCE s;\n", dialects.ErrStatement},
	{"the shell's go", "CREATE VIEW v AS SELECT 1\n§go\nINSERT INTO t VALUES(1,'x','');\n", dialects.ErrSyntax},
	{"the shell's slash", "CREATE VIEW v AS SELECT 1 -- y\n  §/  \nINSERT INTO t VALUES(1,'x','');\n", dialects.ErrSyntax},
	{"the shell's go with a comment", "CREATE VIEW v AS SELECT 1\n\t§go -- x\nINSERT INTO t VALUES(1,'x','');\n", dialects.ErrSyntax},
	{"the shell's slash with a comment", "CREATE VIEW v AS SELECT 1\n§/ /* x */\nINSERT INTO t VALUES(1,'x','');\n", dialects.ErrSyntax},
	{"go behind a table", "CREATE TABLE t (a int)\n§GO\nINSERT INTO t VALUES('x');\n", dialects.ErrSyntax},
	{"a word behind a table", "§CREATE TABLE t (a int) ENGINE;\n", dialects.ErrSyntax},
	{"a trigger without a body", "CREATE TRIGGER g AFTER INSERT ON t§; INSERT INTO t VALUES(1,'x',''); END;\n", dialects.ErrSyntax},
	{"a table from a query", "§CREATE TABLE t AS SELECT 'x' AS a;\n", dialects.ErrSyntax},
	{"a table of nothing", "§CREATE TABLE t ();\n", dialects.ErrSyntax},
	{"a column twice in a table", "§CREATE TABLE t (a int, A int);\n", dialects.ErrSyntax},
	{"an INSERT without a table", "§INSERT INTO 5 VALUES(1);\n", dialects.ErrSyntax},
	{"an INSERT without INTO", "§INSERT t VALUES(1);\n", dialects.ErrSyntax},
	{"a column that is not there", ab + "§INSERT INTO t (a,x) VALUES (1,2);\n", dialects.ErrColumns},
	{"a column twice", ab + "§INSERT INTO t (a,A) VALUES (1,2);\n", dialects.ErrColumns},
	{"a computed column", "CREATE TABLE t (a int, g AS (a));\n§INSERT INTO t (a,g) VALUES (1,2);\n", dialects.ErrColumns},
	{"a comment inside a row", ab + "INSERT INTO t VALUES (1,§/* x */'y',NULL);\n", dialects.ErrRow},
	{"a line comment inside a row", ab + "INSERT INTO t VALUES (1§-- x)\n,'y',NULL);\n", dialects.ErrRow},
	{"a statement's end inside a row", ab + "INSERT INTO t VALUES (1§;\n", dialects.ErrRow},
	{"a name inside a row", ab + "INSERT INTO t VALUES (1,§[it's],'');\n", dialects.ErrRow},
	{"a name in backquotes inside a row", ab + "INSERT INTO t VALUES (1,§`it's`,'');\n", dialects.ErrRow},
	{"a zero byte in a value", ab + "INSERT INTO t VALUES(1,'x§\x00y','');\n", dialects.ErrSyntax},
	{"a zero byte in a row", ab + "INSERT INTO t VALUES(1,§\x00'x','');\n", dialects.ErrSyntax},
	{"a zero byte in a definition", "CREATE TABLE t (a text DEFAULT 'x§\x00');\n", dialects.ErrSyntax},
	{"a zero byte in a head", "§INSERT INTO \"t\x00\" VALUES(1);\n", dialects.ErrSyntax},
	{"no comma between rows", ab + "INSERT INTO t VALUES (1,'x','') §(2,'y','');\n", dialects.ErrSyntax},
	{"two commas", ab + "INSERT INTO t VALUES (1,'x',''),§,(2,'y','');\n", dialects.ErrSyntax},
	{"a comma at the end", ab + "INSERT INTO t VALUES (1,'x',''),§;\n", dialects.ErrSyntax},
	{"literals behind the rows", ab + "INSERT INTO t VALUES (1,'x','') ON CONFLICT §(a) DO UPDATE SET b='y';\n", dialects.ErrSyntax},
	{"half a clause behind the rows", ab + "INSERT INTO t VALUES (1,'x','') ON CONFLICT§;\n", dialects.ErrSyntax},
	{"a row of the schema", "§INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','t','t',0,'CREATE TABLE t(a)');\n", dialects.ErrStatement},
	{"a trigger in the schema", "§INSERT INTO sqlite_master VALUES('trigger','g','t',0,'CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT ''x''; END');\n", dialects.ErrStatement},
	{"a virtual table under another name", "§INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','t','t',0,'CREATE VIRTUAL TABLE u USING fts5(a)');\n", dialects.ErrStatement},
	{"a virtual table that belongs to another", "§INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','t','u',0,'CREATE VIRTUAL TABLE t USING fts5(a)');\n", dialects.ErrStatement},
	{"a virtual table with pages", "§INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','t','t',7,'CREATE VIRTUAL TABLE t USING fts5(a)');\n", dialects.ErrStatement},
	{"two rows of the schema", "§INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','t','t',0,'CREATE VIRTUAL TABLE t USING fts5(a)'),('x','x','x','x','x');\n", dialects.ErrStatement},
	{"a change of the schema", "§UPDATE sqlite_schema SET sql='x';\n", dialects.ErrStatement},
	{"a counter that counts nothing", "§INSERT INTO sqlite_sequence VALUES('t','x');\n", dialects.ErrStatement},
	{"a counter without a name", "§INSERT INTO sqlite_sequence VALUES(X'00',1);\n", dialects.ErrStatement},
	{"a counter of a query", "§INSERT INTO sqlite_sequence SELECT 'x', 1;\n", dialects.ErrStatement},
	{"a counter with more", "§INSERT INTO sqlite_sequence VALUES('t',1,'x');\n", dialects.ErrStatement},
	{"a table of SQLite's own that nobody knows", "§INSERT INTO sqlite_other VALUES('x');\n", dialects.ErrStatement},
	{"another way to change a table", ab + "§ALTER TABLE t ALTER COLUMN a SET NOT NULL;\n", dialects.ErrStatement},
	{"a constraint added", ab + "§ALTER TABLE t ADD CONSTRAINT c CHECK (b <> 'x');\n", dialects.ErrSyntax},
	{"cut in a row", ab + "INSERT INTO t VALUES (1,'x§", dialects.ErrTruncated},
	{"cut between rows", ab + "INSERT INTO t VALUES (1,'x','')§", dialects.ErrTruncated},
	{"cut behind a comma", ab + "INSERT INTO t VALUES (1,'x',''),§", dialects.ErrTruncated},
	{"cut in a comment", ab + "/* x§", dialects.ErrTruncated},
	{"cut in a head", ab + "INSERT INTO t§", dialects.ErrTruncated},
	{"cut in a name", "CREATE TABLE [t§", dialects.ErrTruncated},
	{"cut in a definition", "CREATE TABLE t (a int§", dialects.ErrTruncated},
	{"cut in a trigger", "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 'x'; END§", dialects.ErrTruncated},
	{"nothing", "§", dialects.ErrEmpty},
	{"COMMIT is missing", header + ab + row1 + "§", dialects.ErrEndMark},
	{"COMMIT of the first of two is missing", header + ab + row1 + "PRAGMA foreign_keys=OFF;\n§BEGIN TRANSACTION;\nCOMMIT;\n", dialects.ErrEndMark},
	{"a damaged database", header + ab + row1 + "§ROLLBACK; -- due to errors\n", dialects.ErrEndMark},
	{"a damaged table", header + ab + row1 + "§/****** CORRUPTION ERROR *******/\nCOMMIT;\n", dialects.ErrEndMark},
	{"a table that could not be read", header + "§/**** ERROR: (11) database disk image is malformed 'x' *****/\nCOMMIT;\n", dialects.ErrEndMark},
	{"a schema that could not be read", header + "§/****** ERROR: 'x' ******/\nCOMMIT;\n", dialects.ErrEndMark},
}

func TestRefused(t *testing.T) {
	for _, c := range refusedTests {
		t.Run(c.name, func(t *testing.T) {
			at := strings.Index(c.in, "§")
			in := strings.Replace(c.in, "§", "", 1)
			_, _, err := read(t, in, dialects.ScanOptions{})
			require.ErrorIs(t, err, c.want)
			var e *dialects.Error
			require.ErrorAs(t, err, &e)
			if !errors.Is(c.want, dialects.ErrTruncated) {
				require.Equal(t, int64(at), e.Pos.Offset)
			}
			require.Equal(t, int64(1+strings.Count(in[:e.Pos.Offset], "\n")), e.Pos.Line)
			for _, size := range []int{1, 2, 3, 7} {
				_, _, again := read(t, in, dialects.ScanOptions{ChunkSize: size})
				require.EqualError(t, again, err.Error(), "chunks of %d bytes", size)
			}
		})
	}
}

// TestRefusedDefinitions: a statement that begins as a known one and does not go
// on as SQLite has it is not understood.
func TestRefusedDefinitions(t *testing.T) {
	for _, in := range []string{
		"CREATE TABLE (a);", "CREATE TABLE t;", "CREATE TABLE t (a,);", "CREATE TABLE t (a b) c;", "CREATE TABLE t (a) STRICT STRICT;", "CREATE TABLE t (a", "CREATE TABLE t (a, PRIMARY KEY);",
		"CREATE TABLE t (a, FOREIGN KEY (a));", "CREATE TABLE t (a, CHECK);", "CREATE TABLE t (5 int);", "CREATE TABLE t (PRIMARY KEY (a));", "CREATE TABLE t (a, not int);",
		"CREATE INDEX i (a);", "CREATE INDEX ON t (a);", "CREATE INDEX i ON;", "CREATE VIRTUAL TABLE f;", "CREATE VIRTUAL TABLE f USING;", "CREATE VIRTUAL TABLE f USING fts5(a", "CREATE VIRTUAL TABLE f USING fts5(a) b;",
		"CREATE VIRTUAL VIEW v;", "CREATE UNIQUE TABLE t (a);", "DROP TABLE;", "DROP TABLE t, u;", "DROP SEQUENCE s;", "ALTER VIEW v;", "ALTER TABLE;", "ALTER TABLE t RENAME TO;", "ALTER TABLE t RENAME a b;",
		"ALTER TABLE t RENAME a TO;", "ALTER TABLE t DROP;", "ALTER TABLE t DROP a b;", "ALTER TABLE t ADD;", "PRAGMA;", "PRAGMA a b;", "PRAGMA a =;", "PRAGMA a(1;", "PRAGMA a = 1 2;", "UPDATE;", "DELETE FROM;",
		"INSERT INTO t (a b) VALUES (1);", "INSERT INTO t (5) VALUES (1);", "INSERT INTO t AS VALUES (1);", "INSERT INTO t x VALUES (1);", "INSERT INTO t VALUES x (1);", "ANALYZE main.;",
		"INSERT INTO sqlite_sequence VALUES 1;", "INSERT INTO sqlite_sequence VALUES(('t'),1);", "INSERT INTO sqlite_sequence VALUES('t',1) ON CONFLICT DO NOTHING;", "INSERT INTO sqlite_sequence(name) VALUES('t');",
	} {
		_, _, err := read(t, in, dialects.ScanOptions{})
		var e *dialects.Error
		require.ErrorAs(t, err, &e, in)
	}
}

// TestRefusedWhole: what hides a second statement stops where the table stays
// whole, too.
func TestRefusedWhole(t *testing.T) {
	keep := dialects.ScanOptions{Bind: func(*dialects.Rows) (bool, error) { return true, nil }}
	for _, in := range []string{
		"INSERT INTO t VALUES(1)\ngo\nINSERT INTO u VALUES('x');\n", "INSERT INTO t VALUES(1,/* x */2);\n", "INSERT INTO t VALUES(1;\n",
		"INSERT INTO t VALUES(1,'x\x00y');\n", "INSERT INTO t VALUES([it's]);\n", "INSERT INTO t VALUES(1),;\n", "INSERT INTO t VALUES(1", "INSERT INTO t VALUES('x",
	} {
		for _, size := range []int{1, 1 << 20} {
			keep.ChunkSize = size
			_, _, err := read(t, in, keep)
			require.Error(t, err, in)
		}
	}
	_, _, err := read(t, "INSERT INTO t VALUES(1,'x') ON CONFLICT (a) DO UPDATE SET b='y' RETURNING b;\n", keep)
	require.NoError(t, err)
}

func TestEndMark(t *testing.T) {
	for _, in := range []string{
		header + ab + row1 + "COMMIT;\n", header + ab + row1 + "COMMIT;", header + ab + row1 + "END TRANSACTION;\n",
		header + ab, // no rows, no demand
		ab + row1, "PRAGMA foreign_keys=OFF;\n" + ab + row1, "PRAGMA foreign_keys=OFF;\n" + ab + row1 + "BEGIN TRANSACTION;\n",
		"BEGIN;\nCOMMIT;\n" + ab + row1,
		header + ab + row1 + "COMMIT;\n" + header + "DROP TABLE t;\n" + ab + row1 + "COMMIT;\n",
		header + "/****** ERRORS we made ******/\n/**** ERROR ****/\nCOMMIT;\n",
	} {
		_, _, err := read(t, in, dialects.ScanOptions{})
		require.NoError(t, err, in)
	}
	// Other programs write no PRAGMA first, or another.
	for _, in := range []string{
		"BEGIN TRANSACTION;\n" + ab + row1, "BEGIN;\n" + ab + row1, "PRAGMA foreign_keys=ON;\nBEGIN TRANSACTION;\n" + ab + row1, ab + "BEGIN IMMEDIATE;\n" + row1,
		"BEGIN;\n" + ab + row1 + "COMMIT;\nBEGIN;\n" + row1,
	} {
		_, _, err := read(t, in, dialects.ScanOptions{})
		require.ErrorIs(t, err, dialects.ErrEndMark, in)
	}
	waived := dialects.ScanOptions{NoEndMark: true}
	_, _, err := read(t, header+ab+row1, waived)
	require.NoError(t, err)
	for _, in := range []string{"ROLLBACK;\n", "/****** CORRUPTION ERROR *******/\nCOMMIT;\n"} {
		_, _, err := read(t, header+ab+row1+in, waived)
		require.ErrorIs(t, err, dialects.ErrEndMark, "what the dump says of itself cannot be waived")
	}
}

// statementTests are one statement each, with its class and what is marked.
var statementTests = []struct {
	in    string
	class dialects.Class
	words string
	marks string // marked spans, joined by |
}{
	{"PRAGMA foreign_keys=OFF;", dialects.Session, "pragma", ""},
	{"PRAGMA main.user_version = -5;", dialects.Session, "pragma", ""},
	{"pragma encoding('UTF-8');", dialects.Session, "pragma", "'UTF-8'"},
	{"PRAGMA writable_schema=ON;", dialects.Definition, "pragma", ""},
	{"PRAGMA key = 'x';", dialects.Session, "pragma", "'x'"},
	{"BEGIN IMMEDIATE TRANSACTION;", dialects.Session, "begin", ""},
	{"END TRANSACTION;", dialects.Session, "end", ""},
	{"SAVEPOINT s;", dialects.Session, "savepoint", ""},
	{"RELEASE SAVEPOINT 's';", dialects.Session, "release", ""},
	{"ANALYZE sqlite_schema;", dialects.Session, "analyze", ""},
	{"VACUUM;", dialects.Session, "vacuum", ""},
	{"REINDEX main.t;", dialects.Session, "reindex", ""},
	{"CREATE TABLE t (a text DEFAULT 'x', b DEFAULT \"y\", c \"d\" CHECK (a <> 'z;') /* it's */ -- one\n);", dialects.Definition, "create table", "'x'|\"y\"|'z;'|/* it's */|-- one\n"},
	{"CREATE TEMPORARY TABLE IF NOT EXISTS t (a);", dialects.Definition, "create table", ""},
	{"CREATE UNIQUE INDEX i ON t (a) WHERE b LIKE '%x;';", dialects.Definition, "create index", "'%x;'"},
	{"CREATE TEMP VIEW v (a) AS SELECT 'x' FROM t -- y\n;", dialects.View, "create view", "'x'|-- y\n"},
	{"CREATE VIEW v AS SELECT 4\n/ 2,\ngo, /* x */\n/ 2 AS go\n;", dialects.View, "create view", "/* x */"},
	{"CREATE TRIGGER g AFTER INSERT ON t WHEN new.a <> 'a;b' BEGIN INSERT INTO t VALUES ('x'); END;", dialects.Routine, "create trigger", "'a;b'|'x'"},
	{"CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; ; SELECT 3; end\n;", dialects.Routine, "create trigger", ""},
	{"CREATE VIRTUAL TABLE f USING fts4(a, b, content=\"t\");", dialects.Definition, "create virtual table", ""},
	{"ALTER TABLE t ADD COLUMN c text NOT NULL DEFAULT 'x';", dialects.Definition, "alter table", "'x'"},
	{"DROP TABLE IF EXISTS main.t;", dialects.Definition, "drop table", ""},
	{"DROP VIEW v;", dialects.View, "drop view", ""},
	{"DROP TRIGGER IF EXISTS g;", dialects.Routine, "drop trigger", ""},
	{"DROP INDEX i;", dialects.Definition, "drop index", ""},
	{"DELETE FROM sqlite_sequence;", dialects.Definition, "delete", ""},
	{"DELETE FROM t WHERE a='x';", dialects.Change, "delete", "'x'"},
	{"UPDATE OR IGNORE t SET a='x';", dialects.Change, "update", "'x'"},
	{"INSERT INTO t DEFAULT VALUES;", dialects.Change, "insert", ""},
	{"REPLACE INTO t SELECT 'x';", dialects.Change, "replace", "'x'"},
	{"INSERT INTO t (a) SELECT a FROM (VALUES('x'));", dialects.Change, "insert", "'x'"},
	{"INSERT INTO sqlite_sequence VALUES('gone',150),('more',1);", dialects.Counter, "insert counter", "'gone'|150|'more'|1"},
	{"INSERT INTO sqlite_sequence(rowid,name,seq) VALUES(1,replace('a\\nb','\\n',char(10)),150);", dialects.Counter, "insert counter", "replace('a\\nb','\\n',char(10))|150"},
	{"INSERT INTO \"main\".[sqlite_sequence] VALUES(NULL,NULL);", dialects.Counter, "insert counter", ""},
	{"INSERT INTO sqlite_stat1 VALUES('t','i','1 1');", dialects.Statistics, "insert statistics", "'t'|'i'|'1 1'"},
	{"INSERT INTO sqlite_stat4(rowid,tbl,idx,neq,nlt,ndlt,sample) VALUES(1,'t','i','1','0','0',X'0378');", dialects.Statistics, "insert statistics", "'t'|'i'|'1'|'0'|'0'|X'0378'"},
	{"INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','f','f',0,'CREATE VIRTUAL TABLE f USING fts4(a, tokenize=''x'')');", dialects.Definition, "insert virtual table",
		"'CREATE VIRTUAL TABLE f USING fts4(a, tokenize=''x'')'"},
}

func TestStatements(t *testing.T) {
	for _, c := range statementTests {
		_, got, err := read(t, c.in, dialects.ScanOptions{})
		require.NoError(t, err, c.in)
		require.Len(t, got, 1, c.in)
		require.Equal(t, c.class, got[0].Class, c.in)
		require.Equal(t, c.words, got[0].Words, c.in)
		var marks []string
		for _, m := range got[0].Marks {
			marks = append(marks, string(m.Span.Of([]byte(c.in))))
		}
		require.Equal(t, c.marks, strings.Join(marks, "|"), c.in)
	}
}

// TestRoles: what is a secret, and which names a counter may have unmarked.
func TestRoles(t *testing.T) {
	roles := func(in string) (out []dialects.Role) {
		_, got, err := read(t, in, dialects.ScanOptions{})
		require.NoError(t, err)
		for _, m := range got[len(got)-1].Marks {
			out = append(out, m.Role)
		}
		return out
	}
	require.Equal(t, []dialects.Role{dialects.Secret}, roles("PRAGMA rekey('x');"))
	require.Equal(t, []dialects.Role{dialects.Literal, dialects.Remark}, roles("CREATE VIEW v AS SELECT 'x' /* y */;"))
	require.Equal(t, []dialects.Role{dialects.Literal, dialects.Tally}, roles(ab+"INSERT INTO sqlite_sequence VALUES('u',5);"))
	require.Equal(t, []dialects.Role{dialects.Tally}, roles(ab+"INSERT INTO sqlite_sequence VALUES('T',5);"))
}

// TestOwnTables: no policy names them, so they must be known as SQLite's, and
// what they hold is never handed out as rows.
func TestOwnTables(t *testing.T) {
	rows, got, err := read(t, "CREATE TABLE sqlite_stat1(tbl,idx,stat);\nDELETE FROM sqlite_stat1;\nUPDATE sqlite_sequence SET seq=1;\nINSERT INTO sqlite_stat1 VALUES('x','y','1');\n", dialects.ScanOptions{})
	require.NoError(t, err)
	require.Empty(t, rows)
	for _, s := range got[:3] {
		require.True(t, s.Table.Server, s.Words)
	}
}

func TestSchemaFromOutside(t *testing.T) {
	s := dialecttest.Columns(schema.Fold{Tables: true, Columns: true}, "t", "a", "b")
	got, _, err := read(t, "INSERT INTO T VALUES(1,2);\n", dialects.ScanOptions{Schema: s})
	require.NoError(t, err)
	require.Equal(t, []string{"t a=number:1 b=number:2"}, got)
}

// TestForcedCharset: SQLite holds no text to UTF-8, and what an application has
// put there in another set can be said.
func TestForcedCharset(t *testing.T) {
	in := "CREATE TABLE \"\x8c\xda\x8b\x71\" (\"\x8e\x81\x96\xbc\" text, b blob);\nINSERT INTO \"\x8c\xda\x8b\x71\" VALUES('\x95\x5c','\x95\x5c');\n"
	got, _, err := read(t, in, dialects.ScanOptions{Charset: "sjis"})
	require.NoError(t, err)
	require.Equal(t, []string{"顧客 氏名=quoted:表 b=quoted:\x95\x5c"}, got)
	for it, err := range dialects.Items(sqlite.Dialect, strings.NewReader(in), dialects.ScanOptions{Charset: "sjis"}) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		fields, err := it.Rows.Codec.Fields(nil, row)
		require.NoError(t, err)
		text, err := it.Rows.Codec.AppendValue(nil, []byte("能's"), row, fields[0], 0)
		require.NoError(t, err)
		require.Equal(t, "'\x94\x5c''s'", string(text))
		_, err = it.Rows.Codec.AppendValue(nil, []byte("👩"), row, fields[0], 0)
		require.ErrorIs(t, err, dialects.ErrEncode)
		text, err = it.Rows.Codec.AppendNull(nil, row, fields[0], 0)
		require.NoError(t, err)
		require.Equal(t, "NULL", string(text))
	}
	got, _, err = read(t, in, dialects.ScanOptions{Charset: "no such set"})
	require.NoError(t, err)
	require.Contains(t, got[0], "text is not valid in its character set")
}

// TestHeadsAreShared: heads that mean the same have one pointer, until
// something changes what they mean.
func TestHeadsAreShared(t *testing.T) {
	in := ab + row1 + row1 + "INSERT INTO t(a) VALUES(3);\n" + row1 + "ALTER TABLE t ADD d int;\nINSERT INTO t VALUES(5,'y','',1);\n"
	var heads []*dialects.Rows
	for it, err := range dialects.Items(sqlite.Dialect, strings.NewReader(in), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind == dialects.Head {
			heads = append(heads, it.Rows)
		}
	}
	require.Len(t, heads, 5)
	require.Same(t, heads[0], heads[1])
	require.NotSame(t, heads[0], heads[2])
	require.Same(t, heads[0], heads[3])
	require.NotSame(t, heads[0], heads[4])
}

func TestEvidence(t *testing.T) {
	require.Equal(t, "sqlite", sqlite.Dialect.Name())
	for _, in := range []string{
		header, "PRAGMA defer_foreign_keys=TRUE;\n", "PRAGMA foreign_keys = off;\n", "/* WARNING: Script requires that SQLITE_DBCONFIG_DEFENSIVE be disabled */\nINSERT INTO t VALUES(1);\n",
		"CREATE TABLE t (id integer not null\n  primary key autoincrement);\n", "ANALYZE sqlite_schema;\n",
	} {
		require.Equal(t, dialects.Sure, sqlite.Dialect.Evidence([]byte(in)), in)
	}
	for _, in := range []string{
		ab + row1 + header, "INSERT INTO t VALUES('\nPRAGMA foreign_keys=OFF;\n');\n", "-- PRAGMA foreign_keys=OFF;\n",
		"CREATE TABLE `t` (\n  `a` int COMMENT 'primary key autoincrement'\n);\n", "-- PRIMARY KEY AUTOINCREMENT\n", "BEGIN TRANSACTION;\n",
		"COPY t FROM stdin;\nPRAGMA foreign_keys=OFF;\n",
	} {
		require.Equal(t, dialects.Possible, sqlite.Dialect.Evidence([]byte(in)), in)
	}
}

// TestErrorsAreSilent puts canaries into every place of a broken dump.
func TestErrorsAreSilent(t *testing.T) {
	for _, c := range refusedTests {
		in := strings.NewReplacer("§", "", "'x'", "'canary'", "'y'", "'canary'", "FROBNICATE", "CANARY", "it's", "canary's").Replace(c.in)
		for n := range len(in) + 1 {
			_, _, err := read(t, in[:n], dialects.ScanOptions{})
			if err != nil {
				require.NotContains(t, strings.ToLower(fmt.Sprintf("%v %+v %q", err, err, err)), "canary")
			}
		}
	}
}

func FuzzDialect(f *testing.F) {
	seeds := inputs()
	for _, c := range refusedTests {
		seeds = append(seeds, strings.Replace(c.in, "§", "", 1))
	}
	dialecttest.Fuzz(f, sqlite.Dialect, seeds)
}
