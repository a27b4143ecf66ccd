package mysql_test

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
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// TestSamples runs the kit on dumps of the real programs and on every input of
// the tables below.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("testdata/*.sql")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var dumps []dialecttest.Dump
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		require.Equal(t, dialects.Sure, mysql.Dialect.Evidence(data), f)
		dumps = append(dumps, dialecttest.Dump{Name: filepath.Base(f), Data: data})
	}
	for i, text := range inputs() {
		dumps = append(dumps, dialecttest.Dump{Name: fmt.Sprintf("input %d", i), Data: []byte(text)})
	}
	dialecttest.Run(t, mysql.Dialect, dumps)
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
	for _, c := range producerTests {
		all = append(all, c.in)
	}
	return all
}

// read gives the rows of a text: each as table, column names and values, where
// values are shown as form and text.
func read(t testing.TB, in string, o dialects.ScanOptions) (rows []string, statements []*dialects.Statement, err error) {
	t.Helper()
	var fields []dialects.Field
	for it, err := range dialects.Items(mysql.Dialect, strings.NewReader(in), o) {
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

const ab = "CREATE TABLE t (a int, b varchar(20), c blob);\n"

// rowTests are rows in every layout and literal.
var rowTests = []struct {
	name, in string
	want     []string
}{
	{"one line", ab + "INSERT INTO t VALUES (1,'x',NULL),(2,'y','z');\n", []string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"S3 a row a line", ab + "INSERT INTO t VALUES\n(1,'x',NULL),\n(2,'y','z');\n", []string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"comma first", ab + "INSERT INTO t VALUES(1,'x',NULL)\n,(2,'y','z')\n;\n", []string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"S3 comments between rows", ab + "INSERT INTO t VALUES -- one\n(1,'x',NULL), /* two */ # three\n(2,'y','z') /* end */;\n",
		[]string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"blanks and tabs", ab + "INSERT INTO t (`a`, `b`, `c`) VALUES\n(1,\t'x',\tNULL),\n( 2 , 'y' , 'z' );\n",
		[]string{"t a=number:1 b=quoted:x c=null:", "t a=number:2 b=quoted:y c=quoted:z"}},
	{"C5 permuted list", ab + "INSERT INTO t (c,a) VALUES ('z',1);\n", []string{"t c=quoted:z a=number:1"}},
	{"words", ab + "insert  ignore into `t`(`a`,`b`) values (1,'x'),(2,'y');\nREPLACE t VALUE (3,'x','');\nINSERT LOW_PRIORITY IGNORE INTO d.t PARTITION (p0) (a) VALUES (4);\n",
		[]string{"t a=number:1 b=quoted:x", "t a=number:2 b=quoted:y", "t a=number:3 b=quoted:x c=quoted:", "d.t a=number:4"}},
	{"insert delayed", ab + "INSERT DELAYED INTO t VALUES (1,'x','');\n", []string{"t a=number:1 b=quoted:x c=quoted:"}},
	{"a whole statement in a version comment", ab + "/*!40000 INSERT INTO t VALUES (1,'x',NULL) */;\n", []string{"t a=number:1 b=quoted:x c=null:"}},
	{"on duplicate key", ab + "INSERT INTO t (a,b) VALUES (1,'x') ON DUPLICATE KEY UPDATE `a` = VALUES(`a`), b=VALUES(b);\n", []string{"t a=number:1 b=quoted:x"}},
	{"V11 quotes", ab + `INSERT INTO t VALUES (1,'\\',''''),(2,'\'',"it's"),(3,'a''b',"a""b\"");` + "\n",
		[]string{`t a=number:1 b=quoted:\ c=quoted:'`, `t a=number:2 b=quoted:' c=quoted:it's`, `t a=number:3 b=quoted:a'b c=quoted:a"b"`}},
	{"V2 escapes", ab + `INSERT INTO t VALUES (1,'\0\b\n\r\t\Z\\\'\"\%\_\q','');` + "\n", []string{"t a=number:1 b=quoted:\x00\b\n\r\t\x1a\\'\"\\%\\_q c=quoted:"}},
	{"C9 values that look like SQL", ab + `INSERT INTO t VALUES (1,'),(2,\'x\');\nINSERT INTO t VALUES (3,','/* -- # ;');` + "\n",
		[]string{"t a=number:1 b=quoted:),(2,'x');\nINSERT INTO t VALUES (3, c=quoted:/* -- # ;"}},
	{"S10 CR LF", "CREATE TABLE t (\r\n  a int,\r\n  b text\r\n);\r\nINSERT INTO t VALUES (1,'x\\r\\n'),\r\n(2,'raw\r\n');\r\n",
		[]string{"t a=number:1 b=quoted:x\r\n", "t a=number:2 b=quoted:raw\r\n"}},
	{"S9 many empty lines", ab + "INSERT INTO t VALUES (1,'" + strings.Repeat("\n", 100) + "',NULL);" + strings.Repeat("\n", 100) + "INSERT INTO t VALUES (2,'','');\n",
		[]string{"t a=number:1 b=quoted:" + strings.Repeat("\n", 100) + " c=null:", "t a=number:2 b=quoted: c=quoted:"}},
	{"V6 hexadecimal and bits", "CREATE TABLE t (a binary(4), b blob, c bit(8), d varchar(9) CHARACTER SET cp932);\n" +
		"INSERT INTO t VALUES (0xDEADbeef,X'00ff',b'0101',_binary '\\0\xff'),(x'',0x,0b11,0x955c),('','',_binary '\x01',_utf8mb4'表');\n",
		[]string{"t a=hex:\xde\xad\xbe\xef b=hex:\x00\xff c=bits:\x05 d=quoted:text is not valid in its character set", "t a=hex: b=expression:value is not written as a literal c=bits:\x03 d=hex:表", "t a=quoted: b=quoted: c=quoted:\x01 d=quoted:表"}},
	{"introducers before hexadecimal", "CREATE TABLE t (a varchar(9) CHARACTER SET cp932, b blob);\nINSERT INTO t VALUES (_utf8mb4 0xE8A1A8,_binary 0xff),(_cp1250 x'9e',_latin1 X'00'),(_binary 0x955c,_foo 0xe9);\n",
		[]string{"t a=hex:表 b=hex:\xff", "t a=hex:ž b=hex:\x00", "t a=hex:表 b=hex:\xe9"}},
	{"Adminer's calls", "CREATE TABLE t (a blob, b bit(8), c point);\nINSERT INTO t VALUES (UNHEX('00FF'),CONVERT(b'101', UNSIGNED),ST_GeomFromText('POINT(1 2)', ST_SRID(c)));\n",
		[]string{"t a=wrapped:\x00\xff b=wrapped:\x05 c=expression:value is not written as a literal"}},
	{"V10 odd tokens", "INSERT INTO t (a) VALUES (DEFAULT),(-0),(1e-5),(+1.5E+10),(.5),('a' 'b'),(CURRENT_TIMESTAMP),(CURRENT_TIMESTAMP()),(1+1),(TRUE),(n'x'),(_latin1'x'),(\\N),(null),(`a`),(1e),(0x0g),(- 1);\n",
		[]string{"t a=default:value is not written as a literal", "t a=number:-0", "t a=number:1e-5", "t a=number:+1.5E+10", "t a=number:.5",
			"t a=expression:value is not written as a literal", "t a=expression:value is not written as a literal", "t a=expression:value is not written as a literal",
			"t a=expression:value is not written as a literal", "t a=bool:TRUE", "t a=quoted:x", "t a=quoted:x", "t a=null:", "t a=null:",
			"t a=expression:value is not written as a literal", "t a=expression:value is not written as a literal", "t a=expression:value is not written as a literal",
			"t a=expression:value is not written as a literal"}},
	{"V15 numbers keep their text", "INSERT INTO t (a,b,c) VALUES (18446744073709551615,-1.7976931348623157e308,0000000042);\n",
		[]string{"t a=number:18446744073709551615 b=number:-1.7976931348623157e308 c=number:0000000042"}},
	{"cp932: a trail byte is no backslash", "SET NAMES cp932;\nCREATE TABLE t (a varchar(9), b blob);\nINSERT INTO t VALUES ('\x83\x5c\x95\x5c\x94\x5c','\x83\x5c\x5c\x27\x81\x5c\x5c\x5c'),('\x5c\x83\\'','');\n",
		[]string{"t a=quoted:ソ表能 b=quoted:\x83\x5c\x27\x81\x5c\x5c", "t a=quoted:text is not valid in its character set b=quoted:"}},
	{"cp932 rows, UTF-8 DDL", "SET NAMES cp932;\nSET @saved_cs_client = @@character_set_client;\nSET character_set_client = utf8mb4;\nCREATE TABLE `顧客` (`氏名` text);\nSET character_set_client = @saved_cs_client;\n" +
		"INSERT INTO `\x8c\xda\x8b\x71` VALUES ('\x95\x5c');\n", []string{"顧客 氏名=quoted:表"}},
	{"cp932: a doubled trail byte in a name", "SET NAMES cp932;\nINSERT INTO t (`\x94\x5c\x81\x60\x60`) VALUES ('x');\n", []string{"t 能～=quoted:x"}},
	{"utf8mb4: a backslash before what is no character", "CREATE TABLE t (a blob);\nINSERT INTO t VALUES (_binary '\x5c\xc3\x28\\\xf0\x28\x8c\xbc');\n", []string{"t a=quoted:\xc3\x28\xf0\x28\x8c\xbc"}},
	{"the binary charset", "SET NAMES binary;\nCREATE TABLE t (a varchar(9) CHARACTER SET cp932, b varchar(9)) CHARSET=latin1;\nINSERT INTO t VALUES (_binary '\x83\x5c\x5c','\xe9');\n", []string{"t a=quoted:ソ b=quoted:é"}},
	{"no backslash escapes", "SET sql_mode='NO_BACKSLASH_ESCAPES';\nINSERT INTO t (a,b) VALUES ('C:\\','it''s');\nSET sql_mode='';\nINSERT INTO t (a,b) VALUES ('C:\\\\','it\\'s');\n",
		[]string{`t a=quoted:C:\ b=quoted:it's`, `t a=quoted:C:\ b=quoted:it's`}},
	{"modes that say nothing of quotes", "SET sql_mode=(SELECT REPLACE(@@sql_mode,'ONLY_FULL_GROUP_BY',''));\nINSERT INTO t (a) VALUES ('\\'');\nSET sql_mode='NO_BACKSLASH_ESCAPES';\nSET sql_mode=0;\nINSERT INTO t (a) VALUES ('\\'');\n", []string{"t a=quoted:'", "t a=quoted:'"}},
	{"HeidiSQL's saved modes", "SET @OLD=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES';\nSET SQL_MODE=IFNULL(@OLD, '');\nINSERT INTO t (a) VALUES ('\\'');\nSET SQL_MODE=IFNULL(@NONE, 'ANSI');\nINSERT INTO \"t\" (\"a\") VALUES (1);\n", []string{"t a=quoted:'", "t a=number:1"}},
	{"modes of the server", "SET GLOBAL time_zone='+00:00', sql_mode='NO_BACKSLASH_ESCAPES', @a=1, SESSION sql_mode='';\nSET @@GLOBAL.sql_mode='ANSI', @@character_set_client=cp932;\nINSERT INTO t (a,b) VALUES ('\\'',\"\x95\x5c\");\n", []string{"t a=quoted:' b=quoted:表"}},
	{"saved modes come back", "SET @OLD=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES,ANSI';\nSET SQL_MODE=@OLD;\nINSERT INTO t (a) VALUES ('\\'');\n", []string{"t a=quoted:'"}},
	{"ansi quotes", "SET sql_mode='ANSI_QUOTES';\nCREATE TABLE \"t x\" (\"a\"\"b\" int, \"b\" text);\nINSERT INTO \"t x\" VALUES (1,'a\\'b'),(2,\"b\");\n",
		[]string{"t x a\"b=number:1 b=quoted:a'b", "t x a\"b=number:2 b=expression:value is not written as a literal"}},
	{"L11 names", "CREATE TABLE `a``b` (`x``y` int, `-- d` int, `(p),` int);\nINSERT INTO `a``b` VALUES (1,2,3);\n", []string{"a`b x`y=number:1 -- d=number:2 (p),=number:3"}},
	{"C8 INSERT in a body", "DELIMITER ;;\nCREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN\n INSERT INTO t VALUES (1,';;');\n -- it's\nEND ;;\nDELIMITER ;\nINSERT INTO t (a) VALUES (1);\n", []string{"t a=number:1"}},
	{"a body whose mode is not said", "DELIMITER ;;\nCREATE PROCEDURE `nbe` ()\nBEGIN SELECT 'C:\\' AS a, 'it''s' AS b; INSERT INTO t VALUES ('\\', 'n;'); END;;\n\nDELIMITER ;\nINSERT INTO t (a) VALUES (1);\n", []string{"t a=number:1"}},
	{"a delimiter that sticks to a word", "DELIMITER $$ -- one word\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\nDELIMITER ;\nINSERT INTO t (a) VALUES (1);\n", []string{"t a=number:1"}},
	{"a body without a delimiter", "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN\n IF a THEN SET b = CASE c WHEN 1 THEN 2 END; END IF;\n LOOP x; END LOOP;\n FOR i IN 1..2 DO x; END FOR;\n INSERT INTO t VALUES (1);\nEND;\nINSERT INTO t (a) VALUES (1);\n", []string{"t a=number:1"}},
	{"no columns", "CREATE TABLE t (a int);\nINSERT INTO t () VALUES ();\n", []string{"t"}},
	{"generated columns left out", "CREATE TABLE t (a int, g int AS (a+1) VIRTUAL, b int);\nINSERT INTO t (`a`, `b`) VALUES (1,2);\n", []string{"t a=number:1 b=number:2"}},
	{"generated columns written", "CREATE TABLE t (a int, g int AS (a+1) STORED, b int);\nINSERT INTO t VALUES (1,2,3);\n", []string{"t a=number:1 g=number:2 b=number:3"}},
	{"invisible columns", "CREATE TABLE t (a int, h int DEFAULT 5 /*!80023 INVISIBLE */, b int);\nINSERT INTO t VALUES (1,3);\n", []string{"t a=number:1 b=number:3"}},
	{"history", "CREATE TABLE t (a int, b text) WITH SYSTEM VERSIONING;\nINSERT INTO t (a, b, row_start, row_end) VALUES (1,'x','2026-11-22','2038-01-19');\nINSERT INTO t VALUES (2,'y');\n",
		[]string{"t a=number:1 b=quoted:x row_start=quoted:2026-11-22 row_end=quoted:2038-01-19", "t a=number:2 b=quoted:y"}},
	{"big5: a lead byte begins at A1", "SET NAMES big5;\nINSERT INTO t (a,b) VALUES ('\xb3\x5c','\x81\x5c'\x5c\xa5');\n", []string{"t a=quoted:許 b=quoted:text is not valid in its character set"}},
	{"gb2312: no trail byte is a backslash", "SET NAMES gb2312;\nCREATE TABLE t (a varchar(9), b blob);\nINSERT INTO t VALUES ('\xd0\xed','\xd0\x5c'');\n", []string{"t a=quoted:许 b=quoted:\xd0'"}},
	{"a character set that is not known", "SET NAMES dec8;\nINSERT INTO t (a,b) VALUES ('x','\xe9');\n", []string{"t a=quoted:x b=quoted:character set is not known"}},
	{"keys and columns in one", "CREATE TABLE t (a int);\nALTER TABLE t DISABLE KEYS;\nALTER TABLE t DISABLE KEYS, ADD b int;\nINSERT INTO t VALUES (1,2);\n", []string{"t a=number:1 b=number:2"}},
	{"a table that was altered", "CREATE TABLE t (a int, b int);\nALTER TABLE t ADD COLUMN c int AFTER a, DROP COLUMN b, ADD d text FIRST;\nINSERT INTO t VALUES ('x',1,2);\n", []string{"t d=quoted:x a=number:1 c=number:2"}},
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
	{"a client command", "SELECT 1§", dialects.ErrTruncated},
	{"another file", "§source load_departments.dump ;\n", dialects.ErrStatement},
	{"a file of the server", "§LOAD DATA INFILE 'x' INTO TABLE t;\n", dialects.ErrStatement},
	{"a query", "§SELECT * FROM t;\n", dialects.ErrStatement},
	{"a backslash command", "§\\. other.sql\n", dialects.ErrStatement},
	{"a statement behind another in a version comment", "§/*!50001 CREATE VIEW v AS SELECT 1; INSERT INTO t VALUES (1) */;\n", dialects.ErrSyntax},
	{"an INSERT without a table", ab + "§INSERT INTO 'x' VALUES (1);\n", dialects.ErrSyntax},
	{"a table from a query", "§CREATE TABLE t (a int) SELECT 1 AS a;\n", dialects.ErrSyntax},
	{"a table from a query in brackets", "§CREATE TABLE t (a int) ENGINE=InnoDB AS (SELECT 1 AS a);\n", dialects.ErrSyntax},
	{"a table from a query behind partitions", "§CREATE TABLE t (a int) PARTITION BY HASH (a) SELECT 'x';\n", dialects.ErrSyntax},
	{"a table from values", "§CREATE TABLE t (a int) VALUES ROW('x');\n", dialects.ErrSyntax},
	{"a statement behind SET STATEMENT", "§SET STATEMENT max_statement_time=0 FOR INSERT INTO t VALUES ('x');\n", dialects.ErrSyntax},
	{"a statement behind ANALYZE", "§ANALYZE INSERT INTO t VALUES ('x');\n", dialects.ErrStatement},
	{"a compound statement", "DELIMITER $$\n§BEGIN NOT ATOMIC INSERT INTO t VALUES ('x'); END$$\n", dialects.ErrStatement},
	{"a condition", "DELIMITER |\n§IF current_user()='a' THEN SIGNAL SQLSTATE '45000'; INSERT INTO t VALUES ('x'); END IF|\n", dialects.ErrStatement},
	{"a statement behind another under DELIMITER", "DELIMITER $$\n§SET @a=1; INSERT INTO t VALUES ('x')$$\n", dialects.ErrSyntax},
	{"a statement behind rows under DELIMITER", ab + "DELIMITER $$\nINSERT INTO t VALUES (1,'x','')§; INSERT INTO t VALUES (2,'y','')$$\n", dialects.ErrSyntax},
	{"a statement behind the client's \\g", "§COMMIT\\g INSERT INTO t VALUES ('x');\n", dialects.ErrSyntax},
	{"a statement in a text", "§EXECUTE IMMEDIATE 'INSERT INTO t VALUES (1)';\n", dialects.ErrStatement},
	{"a statement in a text that is not known", "§PREPARE s FROM @x;\n", dialects.ErrStatement},
	{"a statement in a text of a variable", "SET @x = IF(@y, 'SET @z = 1', 'INSERT INTO t VALUES (1)');\n§PREPARE s FROM @x;\n", dialects.ErrStatement},
	{"a statement in a variable that was read from elsewhere", "SET @x = 'SET @z = 1';\nSELECT a INTO @x FROM mysql.t;\n§PREPARE s FROM @x;\n", dialects.ErrStatement},
	{"a statement in a variable that another text may have set", "SET @x = 'SET @z = 1';\nEXECUTE IMMEDIATE 'SET @x = @y';\n§PREPARE s FROM @x;\n", dialects.ErrStatement},
	{"a statement put together", "§EXECUTE IMMEDIATE CONCAT('INSERT INTO ', @x);\n", dialects.ErrStatement},
	{"data in a variable", "§SELECT a INTO @x FROM t;\n", dialects.ErrStatement},
	{"a mode that is not known", "§SET sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');\n", dialects.ErrSyntax},
	{"a mode by number", "§SET sql_mode = 4;\n", dialects.ErrSyntax},
	{"no assignment", "§SET a b;\n", dialects.ErrSyntax},
	{"an event without a body", "§CREATE EVENT e ON SCHEDULE EVERY 1 DAY;\n", dialects.ErrSyntax},
	{"a column that is not there", ab + "§INSERT INTO t (a,x) VALUES (1,2);\n", dialects.ErrColumns},
	{"a column twice", ab + "§INSERT INTO t (a,A) VALUES (1,2);\n", dialects.ErrColumns},
	{"a comment inside a row", ab + "INSERT INTO t VALUES (1,§/* x */'y',NULL);\n", dialects.ErrRow},
	{"a statement's end inside a row", ab + "INSERT INTO t VALUES (1§;\n", dialects.ErrRow},
	{"no comma between rows", ab + "INSERT INTO t VALUES (1,'x','') §(2,'y','');\n", dialects.ErrSyntax},
	{"two commas", ab + "INSERT INTO t VALUES (1,'x',''),§,(2,'y','');\n", dialects.ErrSyntax},
	{"a comma at the end", ab + "INSERT INTO t VALUES (1,'x',''),§;\n", dialects.ErrSyntax},
	{"literals behind the rows", ab + "INSERT INTO t VALUES (1,'x','') ON DUPLICATE KEY UPDATE b=§'y';\n", dialects.ErrSyntax},
	{"a version comment that stays open", ab + "/*!40000 INSERT INTO t VALUES (1,'x','')§;\n", dialects.ErrSyntax},
	{"cut in a row", ab + "INSERT INTO t VALUES (1,'x§", dialects.ErrTruncated},
	{"cut between rows", ab + "INSERT INTO t VALUES (1,'x','')§", dialects.ErrTruncated},
	{"cut behind a comma", ab + "INSERT INTO t VALUES (1,'x',''),§", dialects.ErrTruncated},
	{"cut in a comment", "SET NAMES utf8;\n/* x§", dialects.ErrTruncated},
	{"cut in a head", ab + "INSERT INTO t§", dialects.ErrTruncated},
	{"cut in a definition", "CREATE TABLE t (a int§", dialects.ErrTruncated},
	{"half a delimiter line", "DELIMITER ;§", dialects.ErrTruncated},
	{"nothing", "§", dialects.ErrEmpty},
	{"the end mark is missing", "-- MySQL dump 10.13\n" + ab + "INSERT INTO t VALUES (1,'x','');\n§", dialects.ErrEndMark},
	{"the end mark of the first of two is missing", "-- MariaDB dump 10\n" + ab + "INSERT INTO t VALUES (1,'x','');\n§-- MariaDB dump 10\n-- Dump completed\n", dialects.ErrEndMark},
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
		})
	}
}

func TestEndMark(t *testing.T) {
	rows := "-- MySQL dump 10.13\n" + ab + "INSERT INTO t VALUES (1,'x','');\n"
	for _, in := range []string{
		rows + "-- Dump completed on 2026-11-22\n", rows + "-- Dump completed",
		"-- MySQL dump 10.13\n" + ab, // no rows, no demand
		ab + "INSERT INTO t VALUES (1,'x','');\n",
		rows + "-- Dump completed\n" + rows + "-- Dump completed\n",
	} {
		_, _, err := read(t, in, dialects.ScanOptions{})
		require.NoError(t, err)
	}
	_, _, err := read(t, rows, dialects.ScanOptions{NoEndMark: true})
	require.NoError(t, err)
}

// statementTests are one statement each, with its class and what is marked.
var statementTests = []struct {
	in    string
	class dialects.Class
	words string
	marks string // marked spans, joined by |
}{
	{"SET NAMES utf8mb4;", dialects.Session, "set", ""},
	{"/*!40101 SET @OLD=@@SQL_MODE, SQL_MODE='' */;", dialects.Session, "set", ""},
	{"SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ 'a:1';", dialects.Server, "set gtid_purged", ""},
	{"SET @@SESSION.SQL_LOG_BIN= 0;", dialects.Server, "set sql_log_bin", ""},
	{"SET SESSION a=1, GLOBAL b=2, SESSION c=3;", dialects.Server, "set global", ""},
	{"SET GLOBAL TRANSACTION ISOLATION LEVEL READ COMMITTED;", dialects.Server, "set global", ""},
	{"SET GLOBAL event_scheduler=1;", dialects.Server, "set global", ""},
	{"SET PASSWORD FOR a = 'x';", dialects.Access, "set password", ""},
	{"USE `a``b`;", dialects.Database, "use", "`a``b`"},
	{"CREATE DATABASE /*!32312 IF NOT EXISTS*/ `d`;", dialects.Database, "create database", ""},
	{"DROP TABLE IF EXISTS `t`;", dialects.Definition, "drop table", ""},
	{"LOCK TABLES `t` WRITE;", dialects.Session, "lock", ""},
	{"/*!40000 ALTER TABLE `t` DISABLE KEYS */;", dialects.Definition, "alter table", ""},
	{"TRUNCATE TABLE `t`;", dialects.Definition, "truncate", ""},
	{"DELETE FROM t WHERE a='x';", dialects.Change, "delete", "'x'"},
	{"UPDATE `t` SET `a` = 1,`b` = 'x' WHERE `t`.`a` = 1;", dialects.Change, "update", "'x'"},
	{"INSERT INTO t SET a=1, b='x';", dialects.Change, "insert", "'x'"},
	{"REPLACE INTO t SELECT * FROM u;", dialects.Change, "replace", ""},
	{"/*!50001 CREATE VIEW `v` AS SELECT 1 AS `a`*/;", dialects.View, "create view", ""},
	{"/*!50001 CREATE ALGORITHM=UNDEFINED */\n/*!50013 DEFINER=`r`@`%` SQL SECURITY DEFINER */\n/*!50001 VIEW `v` AS select 'x' AS `a` */;", dialects.View, "create view", "`r`@`%`|'x'"},
	{"/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`h`*/ /*!50003 TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @a='x' */;", dialects.Routine, "create trigger", "`r`@`h`|'x'"},
	{"CREATE DEFINER=\"r\"@'h' SQL SECURITY INVOKER VIEW v AS SELECT \"x\" AS a, 'y' AS \"b\";", dialects.View, "create view", `"r"@'h'|"x"|'y'|"b"`},
	{"CREATE FUNCTION f() RETURNS int LANGUAGE JAVASCRIPT AS $$ return 'x;' $$;", dialects.Routine, "create function", "$$ return 'x;' $$"},
	{"CREATE DEFINER=CURRENT_USER() SQL SECURITY DEFINER PROCEDURE p() SELECT 1;", dialects.Routine, "create procedure", "CURRENT_USER()"},
	{"CREATE OR REPLACE AGGREGATE FUNCTION f(x int) RETURNS int RETURN 1;", dialects.Routine, "create function", ""},
	{"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE ON SLAVE DO SELECT 1;", dialects.Event, "create event", ""},
	{"CREATE DEFINER=enable EVENT enable ON SCHEDULE AT '2030-01-01' COMMENT 'x' DO SET @enable=1;", dialects.Event, "create event", "enable|'2030-01-01'|'x'|"},
	{"CREATE DEFINER=r EVENT e ON SCHEDULE EVERY 1 DAY ENABLE COMMENT 'x' DO SELECT 1;", dialects.Event, "create event", "r|'x'|ENABLE"},
	{"CREATE UNIQUE INDEX i ON t (a);", dialects.Definition, "create index", ""},
	{"CREATE SEQUENCE s START WITH 1;", dialects.Definition, "create sequence", ""},
	{"DO SETVAL(`s`, 10100, 0);", dialects.Counter, "do setval", ""},
	{"CREATE USER `a`@`b` IDENTIFIED BY 'x';", dialects.Access, "create user", "'x'"},
	{"GRANT SELECT ON *.* TO `a`;", dialects.Access, "grant", ""},
	{"CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (PASSWORD 'x');", dialects.Foreign, "create server", "'x'"},
	{"/*!80002 ANALYZE TABLE `t` UPDATE HISTOGRAM ON `a` WITH 100 BUCKETS */;", dialects.Statistics, "update histogram", ""},
	{"CHANGE MASTER TO MASTER_LOG_FILE='x', MASTER_LOG_POS=1;", dialects.Server, "change", ""},
	{"START TRANSACTION;", dialects.Session, "start", ""},
	{"CREATE TABLE t (a int DEFAULT 5 COMMENT 'x', b text DEFAULT 'y') AUTO_INCREMENT=7 COMMENT='z';", dialects.Definition, "create table", "'x'|'y'|'z'|7"},
	{"CREATE TABLE t (a int) ENGINE=FEDERATED CONNECTION='mysql://u:p@h/d/t';", dialects.Foreign, "create table", "'mysql://u:p@h/d/t'|'mysql://u:p@h/d/t'"},
	{"ALTER TABLE t ENGINE=InnoDB, CONNECTION='c';", dialects.Definition, "alter table", "'c'|'c'"},
	{"ALTER TABLE t MODIFY a int NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=100;", dialects.Definition, "alter table", "100"},
	{"/*!50001 CREATE TABLE `v` (`a` tinyint NOT NULL) ENGINE=MyISAM */;", dialects.View, "create view placeholder", ""},
	{"/*M!100301 CREATE TABLE t (a int) */;", dialects.Definition, "create table", ""},
	{"DELIMITER ;;\n", dialects.Session, "delimiter", ""},
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

// TestForcedCharset: an option overrides a declaration that is wrong.
func TestForcedCharset(t *testing.T) {
	in := "/*!40101 SET NAMES utf8mb4 */;\nCREATE TABLE `\x8c\xda\x8b\x71` (`\x8e\x81\x96\xbc` varchar(9) COMMENT '\x83\x5c\x95\x5c\x94\x5c');\nINSERT INTO `\x8c\xda\x8b\x71` VALUES ('\x95\x5c');\n"
	got, _, err := read(t, in, dialects.ScanOptions{Charset: "sjis"})
	require.NoError(t, err)
	require.Equal(t, []string{"顧客 氏名=quoted:表"}, got)
	_, _, err = read(t, in, dialects.ScanOptions{})
	require.Error(t, err)
}

// TestForcedCharsetOfRows: it is that of the rows where mysqldump declares UTF-8
// for the definitions only, as with --skip-set-charset.
func TestForcedCharsetOfRows(t *testing.T) {
	in := "/*!40101 SET @saved_cs_client     = @@character_set_client */;\n/*!50503 SET character_set_client = utf8mb4 */;\nCREATE TABLE `顧客` (`氏名` varchar(9) COMMENT 'ソ表能');\n" +
		"/*!40101 SET character_set_client = @saved_cs_client */;\nINSERT INTO `\x8c\xda\x8b\x71` (`\x8e\x81\x96\xbc`) VALUES ('\x95\x5c');\n"
	got, _, err := read(t, in, dialects.ScanOptions{Charset: "cp932"})
	require.NoError(t, err)
	require.Equal(t, []string{"顧客 氏名=quoted:表"}, got)
}

func TestSchemaFromOutside(t *testing.T) {
	s := dialecttest.Columns(schema.Fold{Columns: true}, "t", "a", "b")
	for _, in := range []string{"INSERT INTO t VALUES (1,2);\n", "USE d;\nINSERT INTO t VALUES (1,2);\n"} {
		got, _, err := read(t, in, dialects.ScanOptions{Schema: s})
		require.NoError(t, err)
		require.Equal(t, []string{"t a=number:1 b=number:2"}, got)
	}
}

// TestHeadsAreShared: heads that mean the same have one pointer, until
// something changes what they mean.
func TestHeadsAreShared(t *testing.T) {
	in := ab + "INSERT INTO t VALUES (1,'x','');\nINSERT INTO t VALUES (2,'y','');\nINSERT INTO t (a) VALUES (3);\nINSERT INTO t VALUES (4,'y','');\nALTER TABLE t ADD d int;\nINSERT INTO t VALUES (5,'y','',1);\n"
	var heads []*dialects.Rows
	for it, err := range dialects.Items(mysql.Dialect, strings.NewReader(in), dialects.ScanOptions{}) {
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

// TestErrorsAreSilent puts canaries into every place of a broken dump.
func TestErrorsAreSilent(t *testing.T) {
	for _, c := range refusedTests {
		in := strings.NewReplacer("§", "", "'x'", "'canary'", "'y'", "'canary'", "FROBNICATE", "CANARY").Replace(c.in)
		for n := range len(in) {
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
	dialecttest.Fuzz(f, mysql.Dialect, seeds)
}
