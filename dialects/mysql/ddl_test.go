package mysql_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// show writes a table as one line, so that a difference is seen.
func show(t *schema.Table) string {
	var b strings.Builder
	b.WriteString(t.Name.String() + ":")
	for _, c := range t.Columns {
		fmt.Fprintf(&b, " %s=%s/%s", c.Name, c.Type.Kind, c.Type.Name)
		if c.Type.Length > 0 {
			fmt.Fprintf(&b, "(%d", c.Type.Length)
			if c.Type.Scale > 0 {
				fmt.Fprintf(&b, ",%d", c.Type.Scale)
			}
			b.WriteString(")")
		}
		if c.Type.Bits > 0 {
			fmt.Fprintf(&b, "#%d", c.Type.Bits)
		}
		for word, on := range map[string]bool{"!": c.NotNull} {
			if on {
				b.WriteString(word)
			}
		}
		if c.Type.Unsigned {
			b.WriteString("u")
		}
		if c.Auto {
			b.WriteString("a")
		}
		if c.Generated != schema.NotGenerated {
			fmt.Fprintf(&b, "=%v", c.From)
		}
		if c.Charset != "" && c.Charset != "utf8mb4" {
			fmt.Fprintf(&b, "@%s", c.Charset)
		}
		if len(c.Type.Labels) > 0 {
			fmt.Fprintf(&b, "%q", c.Type.Labels)
		}
	}
	for _, k := range t.Keys {
		kind := []string{"index", "primary", "unique", "foreign"}[k.Kind]
		parts := make([]string, len(k.Parts))
		for i, p := range k.Parts {
			parts[i] = fmt.Sprintf("{%s %d}", p.Column, p.Prefix)
			if p.Column == "" {
				parts[i] = fmt.Sprintf("{=%v}", p.From)
			}
		}
		fmt.Fprintf(&b, " %s%v", kind, parts)
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
	{"C3 minimal", "CREATE TABLE `t` (`a` int);", "t: a=integer/int#32"},
	{"integers", "CREATE TABLE t (a tinyint(1), b smallint unsigned, c mediumint, d bigint(20) unsigned NOT NULL AUTO_INCREMENT, e int(10) unsigned zerofill, f bool, g serial);",
		"t: a=integer/tinyint#8 b=integer/smallint#16u c=integer/mediumint#24 d=integer/bigint#64!ua e=integer/int#32u f=integer/bool#8 g=integer/serial#64!ua"},
	{"numbers", "CREATE TABLE t (a decimal(65,30), b double(12,3), c float, d double precision, e numeric, f bit(8), g bit);",
		"t: a=decimal/decimal(65,30) b=float/double c=float/float d=float/double e=decimal/numeric(10) f=bit/bit#8 g=bit/bit#1"},
	{"texts", "CREATE TABLE t (a char, b varchar(50) CHARACTER SET cp932, c text COLLATE latin1_swedish_ci, d character varying(9), e national varchar(9), f longtext, g varchar(9) CHARACTER SET binary) CHARSET=utf8mb4;",
		"t: a=text/char(1) b=text/varchar(50)@cp932 c=text/text@latin1 d=text/varchar(9) e=text/varchar(9)@utf8mb3 f=text/longtext g=binary/varchar(9)"},
	{"bytes", "CREATE TABLE t (a binary(16), b varbinary(300), c blob, d point, e geometry NOT NULL);", "t: a=binary/binary(16) b=binary/varbinary(300) c=binary/blob d=geometry/point e=geometry/geometry!"},
	{"times", "CREATE TABLE t (a date, b time(6), c datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), d timestamp NULL, e year(4));",
		"t: a=date/date b=time/time c=timestamp/datetime! d=timestamp/timestamp e=year/year"},
	{"labels", "CREATE TABLE t (a enum('a','b''c','d,e',')','日本','') NOT NULL DEFAULT 'a', b set('x','y'));", `t: a=enum/enum!["a" "b'c" "d,e" ")" "日本" ""] b=set/set["x" "y"]`},
	{"C2 the word generated in a comment", "CREATE TABLE t (a int COMMENT 'generated always as (x), KEY ''b'' )', b int);", "t: a=integer/int#32 b=integer/int#32"},
	{"C1 generated", "CREATE TABLE t (g1 varchar(9) GENERATED ALWAYS AS (concat(`a`,_utf8mb4' \\'',`b`)) VIRTUAL, a varchar(9), g2 int AS (1+1) STORED NOT NULL, b int, g3 int AS (b) PERSISTENT);",
		"t: g1=text/varchar(9)=[a b] a=text/varchar(9) g2=integer/int#32!=[] b=integer/int#32 g3=integer/int#32=[b]"},
	{"system versioning", "CREATE TABLE t (a int, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED ALWAYS AS ROW END, PRIMARY KEY (a,e), PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;",
		"t: a=integer/int#32! s=timestamp/timestamp=[] e=timestamp/timestamp!=[] primary[{a 0} {e 0}]"},
	{"C4 keys are no columns", "CREATE TABLE t (`key` int, `constraint` int, `primary` int, a int, PRIMARY KEY (`key`), UNIQUE KEY `u` (`a`(10),`primary` DESC) USING BTREE, KEY k (a), FULLTEXT KEY f (a), " +
		"KEY e ((lower(`a`))), CONSTRAINT `c` FOREIGN KEY (`a`) REFERENCES `o`.`p` (`q`) ON DELETE CASCADE, CONSTRAINT `ck it's` CHECK ((a <> 'x,)')), CHECK (a > 1), SPATIAL INDEX (a));",
		"t: key=integer/int#32! constraint=integer/int#32 primary=integer/int#32 a=integer/int#32 primary[{key 0}] unique[{a 10} {primary 0}] index[{a 0}] index[{a 0}] index[{=[a]}] foreign[{a 0}]->o.p[q] index[{a 0}]"},
	{"inline keys", "CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int REFERENCES u (d));", "t: a=integer/int#32! b=integer/int#32 c=integer/int#32 primary[{a 0}] unique[{b 0}] foreign[{c 0}]->u[d]"},
	{"JSON", "CREATE TABLE t (a json, b longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin CHECK (json_valid(`b`)));", "t: a=json/json b=json/longtext"},
	{"HeidiSQL's collations", "CREATE TABLE t (a varchar(9) COLLATE 'latin1_bin', b text) COLLATE='cp932_japanese_ci';", "t: a=text/varchar(9)@latin1 b=text/text@cp932"},
	{"a collation without a set", "CREATE TABLE t (a varchar(9) COLLATE uca1400_ai_ci) CHARSET=latin2;", "t: a=text/varchar(9)@latin2"},
	{"JSON has a set of its own", "CREATE TABLE t (a json, b text) CHARSET=latin1;", "t: a=json/json b=text/text@latin1"},
	{"no column", "CREATE TABLE t (a int);\nALTER TABLE t ADD PARTITION (PARTITION p VALUES LESS THAN (5)), ADD SYSTEM VERSIONING, CONVERT TO CHARACTER SET utf8mb4;", "t: a=integer/int#32"},
	{"MariaDB's types", "CREATE TABLE t (a uuid, b inet6, c inet4, d varchar(200) /*M!100301 COMPRESSED*/, e vector(3));", "t: a=uuid/uuid b=ip address/inet6 c=ip address/inet4 d=text/varchar(200) e=other/vector"},
	{"types under ORACLE", "SET sql_mode='ORACLE';\nCREATE TABLE \"t\" (\"a\" mariadb_schema.date DEFAULT NULL, \"b\" varchar(9), \"c\" mariadb_schema.timestamp(3));", "t: a=date/date b=text/varchar(9) c=timestamp/timestamp"},
	{"an unknown type", "CREATE TABLE t (a frob(3) NOT NULL, b int);", "t: a=other/frob! b=integer/int#32"},
	{"defaults", "CREATE TABLE t (a varchar(9) DEFAULT 'x,y)' , b varchar(36) DEFAULT (uuid()), c decimal(5,2) NOT NULL DEFAULT -0.01, d timestamp DEFAULT current_timestamp() ON UPDATE current_timestamp());",
		"t: a=text/varchar(9) b=text/varchar(36) c=decimal/decimal(5,2)! d=timestamp/timestamp"},
	{"partitions", "CREATE TABLE t (a int, r varchar(20))\n/*!50500 PARTITION BY LIST  COLUMNS(r)\n(PARTITION p VALUES IN ('東京','it''s;') ENGINE = InnoDB) */;", "t: a=integer/int#32 r=text/varchar(20)"},
	{"names", "CREATE TABLE `d`.`a``b` (`x``y` int, `-- d` int, `/*c*/` int, `VALUES` int);", "d.a`b: x`y=integer/int#32 -- d=integer/int#32 /*c*/=integer/int#32 VALUES=integer/int#32"},
	{"unquoted names", "CREATE TABLE t (id int, full_name varchar(9), 顧客 int);", "t: id=integer/int#32 full_name=text/varchar(9) 顧客=integer/int#32"},
	{"altered later", "CREATE TABLE t (a int, b int);\nALTER TABLE `t`\n  ADD PRIMARY KEY (`a`),\n  ADD UNIQUE KEY `u` (`b`);\nALTER TABLE `t`\n  MODIFY `a` bigint UNSIGNED NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=9;",
		"t: a=integer/bigint#64!ua b=integer/int#32 primary[{a 0}] unique[{b 0}]"},
	{"renamed", "CREATE TABLE t (a int, b int);\nALTER TABLE t RENAME COLUMN a TO c, CHANGE b d text AFTER c, ADD (e int, f int);\nALTER TABLE t RENAME TO u;", "u: c=integer/int#32 d=text/text e=integer/int#32 f=integer/int#32"},
	{"checks", "CREATE TABLE t (a varchar(9) CHECK (`a` in ('x','y')), b int, CONSTRAINT c CHECK ((`b` in (1,2))));\nALTER TABLE t ADD CONSTRAINT d CHECK (a = 'x'), ADD e varchar(9) CHECK (length(e) < 5);",
		`t: a=text/varchar(9)["x"] b=integer/int#32["1" "2"] e=text/varchar(9)`},
	{"renamed in keys", "CREATE TABLE t (a int, b int AS (a + 1), UNIQUE KEY (A), UNIQUE KEY ((a + 1)));\nALTER TABLE t RENAME COLUMN a TO c;\nALTER TABLE t CHANGE c d bigint;",
		"t: d=integer/bigint#64 b=integer/int#32=[d] unique[{d 0}] unique[{=[d]}]"},
	{"keys dropped", "CREATE TABLE t (a int, b int, PRIMARY KEY (a), UNIQUE KEY u (b), UNIQUE KEY v (a), KEY w (a, b), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (q), UNIQUE KEY x (b));\n" +
		"ALTER TABLE t DROP PRIMARY KEY, DROP INDEX U, DROP FOREIGN KEY f, DROP CONSTRAINT v, DROP CHECK w;\nALTER TABLE t DROP COLUMN b;", "t: a=integer/int#32! index[{a 0}]"},
	{"converted", "CREATE TABLE t (a text, b text CHARACTER SET latin1, c binary(4), d json);\nALTER TABLE t CONVERT TO CHARACTER SET cp932 COLLATE cp932_bin;\nALTER TABLE t DEFAULT CHARACTER SET latin2, ADD e text;",
		"t: a=text/text@cp932 b=text/text@cp932 c=binary/binary(4) d=json/json e=text/text@latin2"},
	{"converted to the default", "CREATE DATABASE d CHARSET=sjis;\nUSE d;\nCREATE TABLE t (a text CHARACTER SET latin1);\nALTER TABLE t CONVERT TO CHARSET DEFAULT;", "d.t: a=text/text@sjis"},
	{"like has no foreign keys", "CREATE TABLE t (a int UNIQUE REFERENCES p (q));\nCREATE TABLE u LIKE t;", "t: a=integer/int#32 unique[{a 0}] foreign[{a 0}]->p[q]\nu: a=integer/int#32 unique[{a 0}]"},
	{"unique expressions", "CREATE TABLE t (a int, b varchar(9), UNIQUE KEY x ((lower(`b`)), a));\nCREATE UNIQUE INDEX i ON t ((a + length(b)));", "t: a=integer/int#32 b=text/varchar(9) unique[{=[b]} {a 0}] unique[{=[a b]}]"},
	{"a unique index", "CREATE TABLE t (a int);\nCREATE UNIQUE INDEX i ON t (a);", "t: a=integer/int#32 unique[{a 0}]"},
	{"the database's charset", "CREATE DATABASE /*!32312 IF NOT EXISTS*/ `d` /*!40100 DEFAULT CHARACTER SET cp932 */;\nUSE d;\nCREATE TABLE t (a text, b text CHARACTER SET latin1);", "d.t: a=text/text@cp932 b=text/text@latin1"},
	{"like", "CREATE TABLE t (a int);\nCREATE TABLE u LIKE t;\nDROP TABLE t;", "u: a=integer/int#32"},
}

func TestTables(t *testing.T) {
	for _, c := range tableTests {
		t.Run(c.name, func(t *testing.T) {
			s := mysql.Dialect.NewScanner(strings.NewReader(c.ddl+"\n"), dialects.ScanOptions{})
			var ch dialects.Chunk
			require.NoError(t, s.Scan(&ch))
			var got []string
			for _, table := range s.Schema().Tables() {
				got = append(got, show(table))
			}
			require.Equal(t, c.want, strings.Join(got, "\n"))
		})
	}
}

// TestManyColumns is C10: a peer stopped at 128.
func TestManyColumns(t *testing.T) {
	var ddl, row strings.Builder
	ddl.WriteString("CREATE TABLE t (")
	row.WriteString("INSERT INTO t VALUES (")
	for i := range 1017 {
		if i > 0 {
			ddl.WriteString(",")
			row.WriteString(",")
		}
		fmt.Fprintf(&ddl, "c%d int", i)
		fmt.Fprintf(&row, "%d", i)
	}
	got, _, err := read(t, ddl.String()+");\n"+row.String()+");\n", dialects.ScanOptions{})
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(got[0], "c1016=number:1016"))
}
