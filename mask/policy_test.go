package mask_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// TestFailClosed: what is not decided stops the run, before the row that it is
// about, with an error that names it.
func TestFailClosed(t *testing.T) {
	two := "CREATE TABLE a (x int, y varchar(9));\nCREATE TABLE b (x int);\n"
	for name, c := range map[string]struct {
		tables []mask.Table
		in     string
		want   error
		text   string
	}{
		"a table without an entry": {
			[]mask.Table{{Pattern: "a", Keep: true}}, two, mask.ErrUncovered, "line 2 (byte 38): table b: the policy has no rule for it",
		},
		"an empty table without an entry": {
			[]mask.Table{{Pattern: "b", Keep: true}}, two, mask.ErrUncovered, "line 1 (byte 0): table a: the policy has no rule for it",
		},
		"a column without a rule": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep")}, {Pattern: "b", Keep: true}}, two, mask.ErrUncovered,
			"line 1 (byte 0): table a: the policy has no rule for it: y",
		},
		"a column that a migration added": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}},
			two + "ALTER TABLE a ADD COLUMN mail varchar(99);\n", mask.ErrUncovered, "line 3 (byte 62): table a: the policy has no rule for it: mail",
		},
		"a keep that nobody has decided": {
			[]mask.Table{{Pattern: "a", Columns: []mask.Column{{Name: "*", Arms: []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep, Draft: true}}}}}}, {Pattern: "b", Keep: true}},
			two + "INSERT INTO a VALUES (1,'p');\n", mask.ErrDraft, "table a: column x: it would be kept by a draft",
		},
		"a table that is not there": {
			[]mask.Table{{Pattern: "*", Keep: true}, {Pattern: "studnets", Keep: true}}, two, mask.ErrUnmet, "the dump has nothing of this name: studnets",
		},
		"a column that is not there": {
			[]mask.Table{{Pattern: "*", Keep: true}, {Pattern: "a", Columns: cols("x:keep", "y:x", "emial:x")}}, two, mask.ErrUnmet,
			"line 1 (byte 0): table a: the dump has nothing of this name: emial",
		},
		"a column that no list names": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}}, "INSERT INTO a (x) VALUES (1);\n", mask.ErrUnmet,
			"the dump has nothing of this name: a.y",
		},
		"rows without names": {
			[]mask.Table{{Pattern: "a", Columns: cols("*:x")}}, "INSERT INTO a VALUES (1);\n", mask.ErrNoColumns, "line 1 (byte 0): table a:",
		},
		"entries that are equally specific": {
			[]mask.Table{{Pattern: "a*", Keep: true}, {Pattern: "*a", Keep: true}, {Pattern: "b", Keep: true}}, two, mask.ErrAmbiguous, "table a:",
		},
		"two rules for a column without case": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x", "X:x")}, {Pattern: "b", Keep: true}}, two, mask.ErrAmbiguous, "line 1 (byte 0): table a: column x: two entries",
		},
		"two rules for a column without DDL": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "X:x")}}, "INSERT INTO a (x) VALUES (1);\n", mask.ErrAmbiguous, "line 1 (byte 0): table a: column x: two entries",
		},
		"a row that is too short": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (1,'p'),(2),(3,'q');\n",
			dialects.ErrFields, "line 3 (byte 91): table a: row does not have",
		},
		"a row that is too long": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (1,'p','r');\n",
			dialects.ErrFields, "table a:",
		},
		"an expression in a masked column": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (1,concat('p','q'));\n",
			dialects.ErrForm, "table a: column y: rule x: value is not written as a literal",
		},
		"two literals side by side": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (1,'p' 'q');\n", dialects.ErrForm, "column y",
		},
		"text that is invalid in its charset": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (1,'\xff');\n", dialects.ErrCharset, "column y",
		},
		"an unknown statement": {
			[]mask.Table{{Pattern: "*", Keep: true}}, two + "FROBNICATE a;\n", dialects.ErrStatement, "line 3 (byte 62): statement of unknown kind",
		},
		"an UPDATE of a masked table": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}}, two + "UPDATE a SET y='p' WHERE x=1;\n", mask.ErrChange, "table a:",
		},
		"values behind ON DUPLICATE KEY": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:x")}, {Pattern: "b", Keep: true}},
			two + "INSERT INTO a VALUES (1,'p') ON DUPLICATE KEY UPDATE y='q';\n", dialects.ErrSyntax, "line 3",
		},
		"a fake that is too long": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:hash")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (1,'p');\n", mask.ErrWidth, "column y: rule hash",
		},
		"a masker that says it is too long": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:keep", "y:wide")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (1,NULL);\n",
			mask.ErrWidth, "column y: rule wide: a fake can be longer than the column: 32 characters into varchar(9)",
		},
		"text in a column of numbers": {
			[]mask.Table{{Pattern: "a", Columns: cols("x:wide", "y:x")}, {Pattern: "b", Keep: true}}, two + "INSERT INTO a VALUES (NULL,NULL);\n", mask.ErrType, "column x: rule wide",
		},
		"NULL in a column that refuses it": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:null")}}, "CREATE TABLE c (z int NOT NULL);\nINSERT INTO c VALUES (1);\n", mask.ErrNotNull, "column z",
		},
		"characters that the column lacks": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:kanji")}},
			"CREATE TABLE c (z varchar(9) CHARACTER SET latin1);\nINSERT INTO c VALUES ('p');\n", mask.ErrAlphabet, "column z: rule kanji",
		},
		"a masker that repeats in a unique column": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:kanji")}}, "CREATE TABLE c (z varchar(9), UNIQUE KEY (z));\nINSERT INTO c VALUES ('p');\n", mask.ErrUnique, "column z",
		},
		"two rules for one column": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:keep", "Z:x")}}, "CREATE TABLE c (z varchar(9));\nINSERT INTO c VALUES ('p');\n", mask.ErrAmbiguous, "table c: column z",
		},
		"a key that is declared behind the rows": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:kanji")}},
			"CREATE TABLE c (z varchar(90));\nINSERT INTO c VALUES ('p');\nALTER TABLE c ADD UNIQUE KEY (z);\n", mask.ErrUnique, "line 3 (byte 60): table c: column z",
		},
		"an index that is declared behind the rows": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:kanji")}},
			"CREATE TABLE c (z varchar(90));\nINSERT INTO c VALUES ('p');\nCREATE UNIQUE INDEX i ON c (z);\n", mask.ErrUnique, "table c: column z",
		},
		"a generated column of a masked one": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:x", "g:keep")}},
			"CREATE TABLE c (z varchar(9), g varchar(9) GENERATED ALWAYS AS (upper(`z`)) STORED);\nINSERT INTO c VALUES ('p','P');\n", mask.ErrGenerated, "line 2 (byte 106): table c: column g",
		},
		"a generated column without a rule": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:x")}},
			"CREATE TABLE c (z varchar(9), g varchar(9) GENERATED ALWAYS AS (upper(`z`)) STORED);\nINSERT INTO c VALUES ('p','P');\n", mask.ErrUncovered, "column g",
		},
		"a value that no masker knows": {
			[]mask.Table{{Pattern: "c", Columns: cols("z:picky")}}, "INSERT INTO c (z) VALUES ('fits'),('canary');\n", mask.ErrUnfit, "column z: rule picky",
		},
	} {
		t.Run(name, func(t *testing.T) {
			out, _, err := run(compile(t, c.tables...), c.in)
			require.ErrorIs(t, err, c.want)
			require.Contains(t, err.Error(), c.text)
			require.True(t, strings.HasSuffix(out, "\n"+mask.Incomplete+"\n"), "the output must end with the mark: %q", out)
			for _, value := range []string{"'q'", "concat(", "canary"} {
				require.NotContains(t, out, value)
				require.NotContains(t, err.Error(), value)
			}
		})
	}
}

// TestGeneratedByTheServer: where a dump writes DEFAULT or nothing, a rule of "*"
// does not stand in the way.
func TestGeneratedByTheServer(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "c", Columns: cols("z:x", "*:keep")})
	ddl := "CREATE TABLE c (z varchar(9), g varchar(9) GENERATED ALWAYS AS (upper(`z`)) STORED);\n"
	require.Equal(t, ddl+"INSERT INTO c VALUES ('x',DEFAULT),('x',NULL);\n", masked(t, p, ddl+"INSERT INTO c VALUES ('p',DEFAULT),('p',NULL);\n"))
}

func TestQuotedNames(t *testing.T) {
	_, _, err := run(compile(t, mask.Table{Pattern: "*", Keep: true}, mask.Table{Pattern: "`a`", Keep: true}), "CREATE TABLE a (x int);\n")
	var e *mask.Error
	require.ErrorAs(t, err, &e)
	require.ErrorIs(t, e, mask.ErrUnmet)
	require.Equal(t, "names stand in a policy without the quotes of SQL", e.Hint)
}

func TestPartial(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "a", Keep: true}, mask.Table{Pattern: "gone", Columns: cols("x:keep")})
	_, _, err := run(p, "CREATE TABLE a (x int);\n")
	require.ErrorIs(t, err, mask.ErrUnmet)
	_, a, err := run(p, "CREATE TABLE a (x int);\n", mask.Partial())
	require.NoError(t, err)
	require.Equal(t, []string{"gone"}, a.Absent)
	q := compile(t, mask.Table{Pattern: "a", Columns: cols("x:keep", "y:x")})
	_, _, err = run(q, "CREATE TABLE a (x int);\n", mask.Partial())
	require.ErrorIs(t, err, mask.ErrUnmet, "a column of a present table is never optional")
}

func TestWhatNeedsNoRule(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Columns: cols("a:x")})
	masked(t, p, "CREATE TABLE t (a varchar(9), g varchar(9) AS (upper(a)) VIRTUAL);\nINSERT INTO t (a) VALUES ('p');\nINSERT INTO t VALUES ('p',DEFAULT);\n"+
		"/*!50001 CREATE TABLE `v` (`a` tinyint NOT NULL) ENGINE=MyISAM */;\n/*!50001 DROP TABLE `v`*/;\n/*!50001 CREATE VIEW `v` AS SELECT a FROM t */;\n")
}

func TestMostSpecificEntry(t *testing.T) {
	p := compilePolicy(t, &mask.Policy{DDL: mask.KeepDDL, Tables: []mask.Table{
		{Pattern: "*", Columns: cols("*:row")},
		{Pattern: "log_*", Keep: true},
		{Pattern: "log_mail*", Columns: cols("*:x")},
		{Pattern: "users", Columns: cols("*:x")},
		{Pattern: "shop.users", Keep: true},
		{Pattern: "dot.ted", Keep: true},
	}})
	out := masked(t, p, "INSERT INTO log_x (a) VALUES ('p');\nINSERT INTO log_mails (a) VALUES ('p');\nINSERT INTO users (a) VALUES ('p');\n"+
		"INSERT INTO shop.users (a) VALUES ('p');\nINSERT INTO `dot.ted` (a) VALUES ('p');\n")
	require.Equal(t, "INSERT INTO log_x (a) VALUES ('p');\nINSERT INTO log_mails (a) VALUES ('x');\nINSERT INTO users (a) VALUES ('x');\n"+
		"INSERT INTO shop.users (a) VALUES ('p');\nINSERT INTO `dot.ted` (a) VALUES ('p');\n", out)
}

// TestNamedDatabases: a table that stands with its database would be restored
// there, so the policy must say where it goes instead.
func TestNamedDatabases(t *testing.T) {
	in := "DROP TABLE IF EXISTS `shop`.`a`, shop.b;\nCREATE TABLE `shop`.`a` (`x` varchar(9));\n" +
		"INSERT INTO `shop`.`a` (x) VALUES ('p'),('q');\nINSERT IGNORE INTO shop.b (x) VALUES ('p');\nALTER TABLE shop.a ADD KEY (x);\n"
	tables := []mask.Table{{Pattern: "shop.a", Columns: cols("x:x")}, {Pattern: "b", Keep: true}}
	p := compilePolicy(t, &mask.Policy{Databases: map[string]string{"shop": "dev"}, Tables: tables})
	want := strings.NewReplacer("`shop`", "`dev`", "shop.", "dev.", "'p'),('q'", "'x'),('x'").Replace(in)
	require.Equal(t, want, masked(t, p, in))

	for _, statement := range strings.SplitAfter(strings.TrimSuffix(in, "\n"), "\n") {
		_, _, err := run(compile(t, tables...), statement, mask.Partial())
		require.ErrorIs(t, err, mask.ErrQualified, statement)
	}
	where := []mask.Table{{Pattern: "a", Where: where{"x", func(s string) bool { return s == "q" }}, Columns: cols("x:x")}}
	p = compilePolicy(t, &mask.Policy{Databases: map[string]string{"shop": "dev"}, Tables: where})
	require.Equal(t, "INSERT INTO `dev`.`a` (x) VALUES ('x');\n", masked(t, p, "INSERT INTO `shop`.`a` (x) VALUES ('p'),('q');\n"))
	_, _, err := run(compilePolicy(t, &mask.Policy{Databases: map[string]string{"shop": "dev"}, Tables: tables}),
		"UPDATE shop.b SET x = 'p' WHERE shop.b.x = 'q';\n", mask.Partial())
	require.ErrorIs(t, err, mask.ErrQualified, "it may name the database more than once")
	dropped := compile(t, mask.Table{Pattern: "a", Drop: true})
	require.Empty(t, masked(t, dropped, "INSERT INTO `shop`.`a` (x) VALUES ('p'),('q');"))
}

func TestColumnsFoldCase(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Columns: cols("email:x", "ID:keep")})
	require.Equal(t, "CREATE TABLE t (Id int, EMail varchar(9));\nINSERT INTO t VALUES (1,'x');\n",
		masked(t, p, "CREATE TABLE t (Id int, EMail varchar(9));\nINSERT INTO t VALUES (1,'p');\n"))
	require.Equal(t, "INSERT INTO t (Id, EMail) VALUES (1,'x');\n", masked(t, p, "INSERT INTO t (Id, EMail) VALUES (1,'p');\n"), "without DDL")
	q := compile(t, mask.Table{Pattern: "t", Person: &mask.Person{By: []string{"ID"}}, Columns: cols("id:keep", "v:person")})
	masked(t, q, "INSERT INTO t (id, v) VALUES (1,'p');\n")
}

// fakes masks values of column v, beside keys, and gives what stands there.
func fakes(t *testing.T, p *mask.Plan, rows ...string) []string {
	t.Helper()
	in := "CREATE TABLE t (id varchar(99), home varchar(99), v varchar(99), w varchar(99));\nINSERT INTO t VALUES (" + strings.Join(rows, "),(") + ");\n"
	out := masked(t, p, in)
	var got []string
	_, out, _ = strings.Cut(out, "VALUES (")
	for _, row := range strings.Split(strings.TrimSuffix(out, ");\n"), "),(") {
		got = append(got, strings.Split(row, ",")[2])
	}
	return got
}

func TestPersonKey(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Person: &mask.Person{By: []string{"id"}}, Columns: cols("id:keep", "home:keep", "v:person", "w:person")})
	same := fakes(t, p, "42,1,'a','b'", "'42',2,'c','d'", "042,3,'e','f'", "'+42',1,'a','b'", "42.0,1,'a','b'", "'42.00',1,'a','b'")
	for _, f := range same[1:] {
		require.Equal(t, same[0], f, "42 is one person in every spelling")
	}
	other := fakes(t, p, "43,1,'a','b'", "-42,1,'a','b'", "'4 2',1,'a','b'", "420,1,'a','b'", "4.2,1,'a','b'", "'x42',1,'a','b'", "'0x2a',1,'a','b'")
	for i, f := range other {
		require.NotEqual(t, same[0], f, "row %d is somebody else", i)
	}
	_, _, err := run(p, "INSERT INTO t (id,home,v,w) VALUES (NULL,1,'canary','b');\n")
	require.ErrorIs(t, err, mask.ErrPersonKey)
	_, _, err = run(p, "INSERT INTO t (id,home,v,w) VALUES ('',1,'canary','b');\n")
	require.ErrorIs(t, err, mask.ErrPersonKey)
	masked(t, p, "INSERT INTO t (id,home,v,w) VALUES (NULL,1,NULL,'');\n")

	byValue := compile(t, mask.Table{Pattern: "t", Person: &mask.Person{By: []string{"id"}, ElseValue: true}, Columns: cols("id:keep", "home:keep", "v:person", "w:person")})
	f := fakes(t, byValue, "NULL,1,'a','b'", "'',2,'a','b'", "NULL,1,'c','b'", "42,1,'a','b'")
	require.Equal(t, f[0], f[1])
	require.NotEqual(t, f[0], f[2])
	require.Equal(t, same[0], f[3])
}

// TestNamesAreNoPartOfKeys: the same person behind other names and in another
// table has the same fake; in another domain or audience, another.
func TestNamesAreNoPartOfKeys(t *testing.T) {
	one := func(audience string, table mask.Table, in string) string {
		p := compilePolicy(t, &mask.Policy{Audience: audience, Tables: []mask.Table{table}})
		out := masked(t, p, in)
		return out[strings.LastIndex(out, ",'")+2 : strings.LastIndex(out, "'")]
	}
	students := mask.Table{Pattern: "students", Person: &mask.Person{By: []string{"id"}}, Columns: cols("id:keep", "name:person")}
	orders := mask.Table{Pattern: "orders", Person: &mask.Person{By: []string{"student_id"}}, Columns: cols("student_id:keep", "buyer:person")}
	teachers := mask.Table{Pattern: "students", Person: &mask.Person{By: []string{"id"}, Domain: "teacher"}, Columns: cols("id:keep", "name:person")}
	a := one("", students, "INSERT INTO students (id,name) VALUES (42,'a');\n")
	require.Equal(t, a, one("", orders, "INSERT INTO orders (student_id,buyer) VALUES (42,'b');\n"))
	require.NotEqual(t, a, one("", teachers, "INSERT INTO students (id,name) VALUES (42,'a');\n"))
	require.NotEqual(t, a, one("vendor", students, "INSERT INTO students (id,name) VALUES (42,'a');\n"))
}

func TestComposedPersonKey(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Person: &mask.Person{By: []string{"id", "home"}}, Columns: cols("id:keep", "home:keep", "v:person", "w:keep")})
	f := fakes(t, p, "1,23,'a','b'", "12,3,'a','b'", "01,'23','c','b'", "23,1,'a','b'")
	require.NotEqual(t, f[0], f[1], "parts do not run into each other")
	require.Equal(t, f[0], f[2])
	require.NotEqual(t, f[0], f[3], "the order of the parts counts")
}

func TestPersonKeyInsideJSON(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Person: &mask.Person{By: []string{"home->$.user.id"}}, Columns: cols("id:keep", "home:keep", "v:person", "w:keep")})
	q := compile(t, mask.Table{Pattern: "t", Person: &mask.Person{By: []string{"id"}}, Columns: cols("id:keep", "home:keep", "v:person", "w:keep")})
	in := `CREATE TABLE t (id int, home text, v varchar(99), w int);` + "\n" + `INSERT INTO t VALUES (7,'{\"user\":{\"id\":7}}','a',1);` + "\n"
	require.Equal(t, masked(t, q, in), masked(t, p, in))
	_, _, err := run(p, strings.Replace(in, `{\"user`, `{\"canary`, 1))
	require.ErrorIs(t, err, mask.ErrPersonKey)
	_, _, err = run(p, strings.Replace(in, `{\"user`, `canary`, 1))
	require.ErrorIs(t, err, mask.ErrUnfit)
	require.NotContains(t, err.Error(), "canary")
}

// TestRowKey: equal values of different rows get different fakes, by person or
// by primary key; a domain makes them equal.
func TestRowKey(t *testing.T) {
	in := "CREATE TABLE t (id int, v varchar(99), PRIMARY KEY (id));\nINSERT INTO t VALUES (1,'a'),(2,'a'),(1,'a'),(1,'b');\n"
	get := func(table mask.Table) []string {
		out := masked(t, compile(t, table), in)
		var f []string
		for _, part := range strings.Split(out, ",'")[1:] {
			f = append(f, part[:32])
		}
		return f
	}
	for _, person := range []*mask.Person{nil, {By: []string{"id"}}} {
		f := get(mask.Table{Pattern: "t", Person: person, Columns: cols("id:keep", "v:row")})
		require.NotEqual(t, f[0], f[1])
		require.Equal(t, f[0], f[2])
		require.NotEqual(t, f[0], f[3])
	}
	table := mask.Table{Pattern: "t", Columns: cols("id:keep", "v:row")}
	table.Columns[1].Arms[0].Rule.Domain = "shared"
	f := get(table)
	require.Equal(t, f[0], f[1])
}

func TestCanonicalForm(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Columns: cols("id:keep", "home:keep", "v:folded", "w:keep")})
	f := fakes(t, p, "1,1,'Ab',1", "1,1,'aB',1", "1,1,'ac',1")
	require.Equal(t, f[0], f[1])
	require.NotEqual(t, f[0], f[2])
}

func TestArms(t *testing.T) {
	table := mask.Table{Pattern: "t", Columns: append(cols("id:keep", "home:keep", "w:keep"), mask.Column{Name: "v", Arms: []mask.Arm{
		{When: where{"id", func(s string) bool { return s == "staff" }}, Rule: mask.Rule{Mask: "keep"}},
		{When: where{"v", func(s string) bool { return s == "short" }}, Rule: mask.Rule{Mask: "null"}},
		{Rule: mask.Rule{Mask: "x"}},
	}})}
	require.Equal(t, []string{"'short'", "NULL", "'x'"}, fakes(t, compile(t, table), "'staff',1,'short',1", "'pupil',1,'short',1", "'pupil',1,'long',1"))
}

// TestConditionsSeeTheOriginal: what stands before a condition's column in the
// row, and is masked itself, is judged as it was.
func TestConditionsSeeTheOriginal(t *testing.T) {
	table := mask.Table{Pattern: "t", Where: where{"id", func(s string) bool { return s != "x" }}, Columns: append(cols("id:x", "home:x", "w:keep"), mask.Column{Name: "v", Arms: []mask.Arm{
		{When: where{"id", func(s string) bool { return s == "staff" }}, Rule: mask.Rule{Mask: "null"}},
		{When: where{"v", func(s string) bool { return s == "x" }}, Rule: mask.Rule{Mask: "keep"}},
		{Rule: mask.Rule{Mask: "x"}},
	}})}
	require.Equal(t, []string{"NULL", "'x'"}, fakes(t, compile(t, table), "'staff','h','a','b'", "'x','h','a','b'", "'pupil','h','a','b'"))
}

// TestPatterns: a pattern takes in what it says, from its first letter to its
// last; nothing in it but * has a meaning.
func TestPatterns(t *testing.T) {
	for pattern, tables := range map[string]map[string]bool{
		"users":   {"users": true, "Users": false, "users2": false, "old_users": false, "shop.users": true, "users.log": false, "userz": false},
		"shop.*":  {"shop.users": true, "shop.x.y": true, "shops.users": false, "users": false, "`shop.users`": true},
		"log_*":   {"log_": true, "log_x": true, "logx": false, "a_log_x": false, "d.log_x": true},
		"*_log":   {"a_log": true, "_log": true, "a_log2": false},
		"a*b*c":   {"abc": true, "aXbYc": true, "acb": false, "abbc": true, "ab": false},
		"u_er?":   {"user1": false, "u_er?": true},
		"[a-z]":   {"a": false, "[a-z]": true},
		"*":       {"users": true, "a.b": true},
		"shop.u*": {"shop.users": true, "shop.x": false, "other.users": false},
	} {
		for table, want := range tables {
			name := table
			if schema, rest, qualified := strings.Cut(table, "."); qualified && table[0] != '`' {
				name = "`" + schema + "`.`" + rest + "`"
			} else if table[0] != '`' {
				name = "`" + table + "`"
			}
			p := compilePolicy(t, &mask.Policy{DDL: mask.KeepDDL, Tables: []mask.Table{{Pattern: pattern, Columns: cols("x:x")}}})
			_, _, err := run(p, "INSERT INTO "+name+" (x) VALUES ('p');\n", mask.Partial())
			require.Equal(t, want, err == nil, "%s for %s: %v", pattern, table, err)
			if !want {
				require.ErrorIs(t, err, mask.ErrUncovered)
			}
		}
	}
}

func TestElse(t *testing.T) {
	table := mask.Table{Pattern: "t", Columns: append(cols("id:keep", "home:keep", "w:keep"), mask.Column{Name: "v", Arms: []mask.Arm{
		{Rule: mask.Rule{Mask: "picky", Else: &mask.Rule{Mask: "x"}}},
	}})}
	require.Equal(t, []string{"'picked'", "'x'"}, fakes(t, compile(t, table), "1,1,'fits',1", "1,1,'not',1"))
}

func TestNullAndEmpty(t *testing.T) {
	table := mask.Table{Pattern: "t", Columns: cols("id:keep", "home:keep", "v:x", "w:keep")}
	require.Equal(t, []string{"NULL", "''", "'x'"}, fakes(t, compile(t, table), "1,1,NULL,1", "1,1,'',1", "1,1,'p',1"))
	table.Columns[2].Arms[0].Rule.Null = true
	require.Equal(t, []string{"'x'", "''", "'x'"}, fakes(t, compile(t, table), "1,1,NULL,1", "1,1,'',1", "1,1,'p',1"))
	table.Columns[2].Arms[0].Rule.Empty = true
	require.Equal(t, []string{"'x'", "'x'", "'x'"}, fakes(t, compile(t, table), "1,1,NULL,1", "1,1,'',1", "1,1,'p',1"))
}

func TestFakesAreEscaped(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Columns: cols("v:quotes")})
	require.Equal(t, "INSERT INTO t (v) VALUES ('a\\'b\\\\c\\\"d\\n\\0\t\\r\\Z`;--)');\n", masked(t, p, "INSERT INTO t (v) VALUES ('p');\n"))
}

func TestPolicyFaults(t *testing.T) {
	_, err := mask.Compile(&mask.Policy{Tables: []mask.Table{
		{Pattern: "a", At: mask.Location{Line: 1, Column: 1}, Columns: cols("x:hsah", "y:person")},
		{Pattern: "b", At: mask.Location{Line: 2, Column: 1}},
		{Pattern: "c", Keep: true, Drop: true, At: mask.Location{Line: 3, Column: 1}},
		{Pattern: "d", Columns: []mask.Column{{Name: "x", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "keep", Domain: "d"}}, {Rule: mask.Rule{Mask: "hash", Params: map[string]any{"size": 3}}}}}}},
		{Pattern: "b", Keep: true, At: mask.Location{Line: 4, Column: 1}},
		{Pattern: "e", Columns: cols("x:hash"), Person: &mask.Person{}},
		{Pattern: "f", Columns: []mask.Column{{Name: "x", Arms: []mask.Arm{{When: where{}, Rule: mask.Rule{Mask: "hash", Max: 8}}}}}},
		{Pattern: "g", Person: &mask.Person{By: []string{"id"}}, Columns: []mask.Column{
			{Name: "x", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "person", Max: 8}}}}, {Name: "y", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "person"}}}},
		}},
	}}, masktest.Key(t), testMaskers)
	var f mask.Faults
	require.ErrorAs(t, err, &f)
	text := err.Error()
	for _, want := range []string{
		`tables.a.columns.x: unknown masker "hsah"`,
		`tables.a.columns.y: person is keyed by the person, and nothing says who the row is about`,
		`2:1: tables.b: decides nothing`,
		`3:1: tables.c: keeps all and says more`,
		`tables.d.columns.x: an arm without a condition that is not the last`,
		`tables.d.columns.x: keep takes no parameters`,
		`tables.d.columns.x: hash has no parameter "size"`,
		`4:1: tables.b: stands twice`,
		`tables.e.person: names no column`,
		`tables.f.columns.x: the last arm must have no condition`,
		`tables.f.columns.x: its parameters differ from those of another hash in the domain "hash"`,
		`tables.g.columns.y: its max differs from that of another person of the domain "person" (line 0): one person would get different fakes`,
	} {
		require.Contains(t, text, want)
	}
	require.Equal(t, "did you mean hash?", f[0].Hint)
}

func TestDDLSafe(t *testing.T) {
	in := "CREATE DATABASE `prod`;\nUSE `prod`;\nCREATE TABLE t (x int);\n" +
		"/*!50003 CREATE*/ /*!50017 DEFINER=`tanaka.jiro`@`192.0.2.7`*/ /*!50003 TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @x = 'lit' */;\n" +
		"CREATE DEFINER=`a`@`b` EVENT e ON SCHEDULE EVERY 1 DAY ENABLE DO DELETE FROM t;\n" +
		"CREATE EVENT e ON SCHEDULE EVERY 1 DAY COMMENT 'x' DO DELETE FROM t;\n" +
		"GRANT ALL ON t TO `tanaka`;\nSET @@GLOBAL.GTID_PURGED='abc';\n/*!80002 ANALYZE TABLE t UPDATE HISTOGRAM ON x WITH 3 BUCKETS */;\n" +
		"CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (PASSWORD 'canary');\nUSE mysql;\nCREATE TABLE user (h text);\nINSERT INTO user VALUES ('canary');\n"
	want := "\n\nCREATE TABLE t (x int);\n" +
		"/*!50003 CREATE*/ /*!50017 DEFINER=CURRENT_USER*/ /*!50003 TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @x = 'lit' */;\n" +
		"CREATE DEFINER=CURRENT_USER EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM t;\n" +
		"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE COMMENT 'x' DO DELETE FROM t;\n\n\n\n\n"
	tables := []mask.Table{{Pattern: "*", Keep: true}}
	for _, w := range []int{1, 2} {
		out, a, err := run(compilePolicy(t, &mask.Policy{Tables: tables}), in, mask.Workers(w), chunk(16))
		require.NoError(t, err)
		require.Equal(t, want, out)
		require.Equal(t, map[string]int64{
			"create database": 1, "use": 2, "grant": 1, "set gtid_purged": 1, "update histogram": 1, "create server": 1, "create table": 1,
		}, a.Dropped)
		require.Equal(t, map[string]int64{"create trigger": 1, "create event": 2}, a.Changed)
		require.Equal(t, map[string]int64{"create trigger": 1, "create event": 1}, a.Examined)
	}
	out, _, err := run(compilePolicy(t, &mask.Policy{DDL: mask.KeepDDL, Tables: tables}), in)
	require.NoError(t, err)
	require.Equal(t, in, out)
}

// TestForeignTables: rows of another server need no rule where they go with their
// table, and one where they stay.
func TestForeignTables(t *testing.T) {
	in := "CREATE TABLE t (x int);\nCREATE TABLE f (x int) ENGINE=FEDERATED CONNECTION='mysql://u:canary@h/d/t';\nINSERT INTO f VALUES (1);\nINSERT INTO t VALUES (1);\n"
	tables := []mask.Table{{Pattern: "t", Columns: cols("x:keep")}}
	out, a, err := run(compilePolicy(t, &mask.Policy{Tables: tables}), in)
	require.NoError(t, err)
	require.Equal(t, "CREATE TABLE t (x int);\n\n\nINSERT INTO t VALUES (1);\n", out)
	require.EqualValues(t, 1, a.Rows()-a.Tables["t"].Rows)
	var e *mask.UncoveredError
	_, _, err = run(compilePolicy(t, &mask.Policy{DDL: mask.KeepDDL, Tables: tables}), in)
	require.ErrorAs(t, err, &e)
	require.Equal(t, "f", e.Table)
	named := append(tables, mask.Table{Pattern: "f", Columns: cols("x:keep")})
	masked(t, compilePolicy(t, &mask.Policy{Tables: named}), in)
	require.Equal(t, in, masked(t, compilePolicy(t, &mask.Policy{DDL: mask.KeepDDL, Tables: named}), in))
}

func TestSeveralDatabases(t *testing.T) {
	for _, rows := range []string{"", "INSERT INTO t VALUES (1);\n"} {
		one, two := "USE `one`;\nCREATE TABLE t (x int);\n"+rows, "USE `two`;\nCREATE TABLE t (x int);\n"+rows
		for _, tables := range [][]mask.Table{{{Pattern: "*", Keep: true}}, {{Pattern: "t", Columns: cols("x:keep")}}} {
			p := compilePolicy(t, &mask.Policy{Tables: tables})
			_, _, err := run(p, one+two)
			require.ErrorIs(t, err, mask.ErrDatabases)
			masked(t, p, "SET NAMES utf8mb4;\nCREATE DATABASE `one`;\n"+one)
			masked(t, p, one+"USE `two`;\n-- nothing\n")
			masked(t, p, one+"USE `mysql`;\nCREATE TABLE user (x int);\nINSERT INTO user VALUES (1);\nUSE `one`;\n"+rows)
			q := compilePolicy(t, &mask.Policy{Tables: tables, Databases: map[string]string{"one": "dev_1", "two": "dev-2"}})
			require.Equal(t, strings.NewReplacer("`one`", "`dev_1`", "`two`", "`dev-2`").Replace(one+two), masked(t, q, one+two))
			// A database that is left out of the list would go where the one before goes.
			q = compilePolicy(t, &mask.Policy{Tables: tables, Databases: map[string]string{"one": "dev_1"}})
			for _, in := range []string{one + two, two, two + one} {
				_, _, err := run(q, in)
				require.ErrorIs(t, err, mask.ErrDatabases)
			}
			masked(t, q, one+"USE `two`;\n-- nothing\n")
		}
	}
}

func TestRowMasker(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "t", Person: &mask.Person{By: []string{"id"}}, Columns: cols("id:keep", "home:keep", "v:person", "w:keep")})
	want := strings.Trim(fakes(t, p, "42,1,'a',NULL")[0], "'")
	m, err := p.Row("t", []string{"w", "v", "id", "home"})
	require.NoError(t, err)
	vals := []any{nil, "a", int64(42), []byte("1")}
	keep, err := m.Mask(vals)
	require.NoError(t, err)
	require.True(t, keep)
	require.Equal(t, []any{nil, want, int64(42), []byte("1")}, vals)
	v, id := "a", 42
	_, err = m.Mask([]any{nil, &v, &id, nil})
	require.NoError(t, err)
	require.Equal(t, want, v)
	_, err = m.Mask([]any{nil})
	require.ErrorIs(t, err, dialects.ErrFields)
	_, err = m.Mask([]any{nil, "canary", nil, nil})
	require.ErrorIs(t, err, mask.ErrPersonKey)
	require.NotContains(t, err.Error(), "canary")
	_, err = p.Row("t", []string{"id", "home", "v", "w", "mail"})
	require.ErrorIs(t, err, mask.ErrUncovered)
	_, err = p.Row("t", []string{"id", "home", "v"})
	require.ErrorIs(t, err, mask.ErrUnmet)
	_, err = p.Row("u", []string{"id"})
	require.ErrorIs(t, err, mask.ErrUncovered)
}

type user struct {
	ID    int64   `mask:"keep,person"`
	Home  int64   `mask:"keep,household"`
	Name  string  `mask:"person"`
	Mail  *string `mask:"hash"`
	Note  []byte  `mask:"x,null"`
	Plain float64 `mask:"keep"`
	inner int
}

func TestStruct(t *testing.T) {
	s, err := mask.NewStruct[user](masktest.Key(t), testMaskers)
	require.NoError(t, err)
	mail := "a@example.com"
	in := user{ID: 42, Name: "a", Mail: &mail, Plain: 1.5, inner: 3}
	out, err := s.Mask(in)
	require.NoError(t, err)
	require.Equal(t, "a@example.com", *in.Mail)
	require.Equal(t, int64(42), out.ID)
	require.Len(t, out.Name, 32)
	require.Len(t, *out.Mail, 32)
	require.Equal(t, []byte("x"), out.Note)
	require.Equal(t, 3, out.inner)
	again, err := s.Mask(user{ID: 42, Name: "other"})
	require.NoError(t, err)
	require.Equal(t, out.Name, again.Name)
	require.Nil(t, again.Mail)

	_, err = mask.NewStruct[struct{ A string }](masktest.Key(t), testMaskers)
	require.ErrorContains(t, err, "field A has no mask tag")
	_, err = mask.NewStruct[struct {
		A map[string]string `mask:"x"`
	}](masktest.Key(t), testMaskers)
	require.ErrorContains(t, err, "a masker cannot take its type")
	_, err = mask.NewStruct[struct {
		A string `mask:"hsah"`
	}](masktest.Key(t), testMaskers)
	require.ErrorContains(t, err, "unknown masker")
}

type embedded struct {
	A string `mask:"keep"`
}

// A masked copy shares nothing that is masked with its original.
func TestStructEmbedsNoPointer(t *testing.T) {
	_, err := mask.NewStruct[struct{ *embedded }](masktest.Key(t), testMaskers)
	require.ErrorContains(t, err, "embedded pointer")
	_, err = mask.NewStruct[struct{ embedded }](masktest.Key(t), testMaskers)
	require.NoError(t, err)
}

// What stands behind = is what a policy would have there.
func TestStructParameters(t *testing.T) {
	seen := map[string]any{}
	set := mask.Set{"integer": func(b *mask.Build) (mask.Masker, error) {
		for _, name := range []string{"min", "max", "scale", "text", "word"} {
			seen[name], _ = b.String(name, "")
		}
		lo, err := b.Int("min", 0)
		if err != nil {
			return nil, err
		}
		scale, err := b.Float("scale", 0)
		seen["lo"], seen["real"] = lo, scale
		return mask.Func(func(out *mask.Out, _ *mask.In) error { out.Keep(); return nil }), err
	}}
	_, err := mask.NewStruct[struct {
		A int `mask:"integer,min=-5,max=9,scale=0.5,text=007,word=26w"`
	}](masktest.Key(t), set)
	require.NoError(t, err)
	require.Equal(t, map[string]any{"min": "-5", "max": "9", "scale": "0.5", "text": "007", "word": "26w", "lo": int64(-5), "real": 0.5}, seen)
}

func TestCompileNeedsKey(t *testing.T) {
	_, err := mask.Compile(&mask.Policy{}, mask.Key{}, testMaskers)
	require.ErrorIs(t, err, mask.ErrKey)
}

func TestPrintable(t *testing.T) {
	require.Equal(t, "顧客", mask.Printable("顧客"))
	require.Equal(t, `a\u{1b}[31m\u{202e}\xff`, mask.Printable("a\x1b[31m\u202e\xff"))
	e := &mask.Error{Table: "\x1b[2J", Column: "\r", Err: errors.New("x")}
	require.Equal(t, `table \u{1b}[2J: column \u{d}: x`, e.Error())
}

func TestCheck(t *testing.T) {
	p := compile(t,
		mask.Table{Pattern: "a", Columns: append(cols("id:kanji", "gone:x", "mail:hash", "n:wide", "nn:null"), mask.Column{Name: "c", Arms: []mask.Arm{
			{When: where{column: "nowhere"}, Rule: mask.Rule{Mask: "x"}}, {Rule: mask.Rule{Mask: "x"}},
		}})},
		mask.Table{Pattern: "unmet", Keep: true}, mask.Table{Pattern: "log*", Keep: true}, mask.Table{Pattern: "none*", Keep: true})
	s := mysql.Dialect.NewScanner(strings.NewReader("CREATE TABLE a (id varchar(9) PRIMARY KEY, mail varchar(20), n int, c text, extra int, nn int NOT NULL, g int AS (n) VIRTUAL);\n"+
		"CREATE TABLE logs (x int);\nCREATE TABLE other (x int);\n"), dialects.ScanOptions{})
	var c dialects.Chunk
	require.NoError(t, s.Scan(&c))
	var got []string
	for _, f := range p.Check(s.Schema()) {
		got = append(got, f.Table+"."+f.Column+" "+f.Rule+": "+f.Err.Error())
	}
	require.Equal(t, []string{
		"a.extra : the policy has no rule for it",
		"a.gone : the dump has nothing of this name",
		"a.n wide: a fake does not fit the column's type int",
		"a.c : the condition cannot be judged",
		"a.nn null: the column refuses NULL",
		"a.id kanji: the column is unique, and the masker can give two values one fake",
		"other. : the policy has no rule for it",
		"unmet. : the dump has nothing of this name",
	}, got)
}

// TestUnique: what can give two rows one fake is refused where a key forbids it,
// and nothing else.
func TestUnique(t *testing.T) {
	ddl := func(keys string) string {
		return "CREATE TABLE t (id int NOT NULL, home int, v varchar(90), w varchar(90)" + keys + ");\nINSERT INTO t VALUES (1,2,'p','q');\n"
	}
	id, home := &mask.Person{By: []string{"id"}}, &mask.Person{By: []string{"home"}}
	for _, tt := range []struct {
		keys   string
		person *mask.Person
		rule   mask.Rule
		hint   string // empty: it fits
	}{
		{", UNIQUE KEY (v)", id, mask.Rule{Mask: "hash"}, ""},
		{", UNIQUE KEY (v)", id, mask.Rule{Mask: "hash", Null: true}, "leave null: mask out"},
		{", UNIQUE KEY (v)", id, mask.Rule{Mask: "null"}, ""},
		{", UNIQUE KEY (v)", id, mask.Rule{Mask: "hash", Else: &mask.Rule{Mask: "kanji"}}, "which maskers keep values apart"},
		{", UNIQUE KEY (v)", id, mask.Rule{Mask: "hash", Else: &mask.Rule{Mask: "short"}}, ""},
		{", UNIQUE KEY (home, v)", id, mask.Rule{Mask: "kanji"}, "which maskers keep values apart"},
		{", PRIMARY KEY (id), UNIQUE KEY (v)", id, mask.Rule{Mask: "alias"}, ""},
		{", PRIMARY KEY (id), UNIQUE KEY (v)", home, mask.Rule{Mask: "alias"}, "a person can have several rows here"},
		{", PRIMARY KEY (id), UNIQUE KEY (v), UNIQUE KEY (home)", home, mask.Rule{Mask: "alias"}, ""},
		{", PRIMARY KEY (id, home), UNIQUE KEY (v)", id, mask.Rule{Mask: "alias"}, "a person can have several rows here"},
		{", PRIMARY KEY (id, home), UNIQUE KEY (v)", &mask.Person{By: []string{"HOME", "ID"}}, mask.Rule{Mask: "alias"}, ""},
		{", UNIQUE KEY (v)", id, mask.Rule{Mask: "alias"}, ""}, // nobody can say
		{", UNIQUE KEY (w, v, home)", home, mask.Rule{Mask: "shift"}, ""},
		{", UNIQUE KEY (v, home)", home, mask.Rule{Mask: "shift", Else: &mask.Rule{Mask: "kanji"}}, "which maskers keep values apart"},
		{", UNIQUE KEY (v, home)", id, mask.Rule{Mask: "shift"}, "which maskers keep values apart"},
		{", UNIQUE KEY (v, home)", &mask.Person{By: []string{"home", "id"}}, mask.Rule{Mask: "shift"}, "which maskers keep values apart"},
		{", PRIMARY KEY (id), UNIQUE KEY (v)", id, mask.Rule{Mask: "shift"}, "which maskers keep values apart"},
		{", UNIQUE KEY (v(8))", id, mask.Rule{Mask: "short"}, "the key compares the first 8 characters only"},
		{", UNIQUE KEY (v(8))", id, mask.Rule{Mask: "hash"}, "the key compares the first 8 characters only"},
		{", UNIQUE KEY (v(16))", id, mask.Rule{Mask: "short"}, ""},
		{", UNIQUE KEY (v(40))", id, mask.Rule{Mask: "hash"}, ""},
		{", KEY (v)", id, mask.Rule{Mask: "kanji"}, ""},
		{", UNIQUE KEY ((lower(v)))", id, mask.Rule{Mask: "kanji"}, "which maskers keep values apart"},
		{", UNIQUE KEY ((lower(w)))", id, mask.Rule{Mask: "kanji"}, ""},
	} {
		keep := cols("id:keep", "home:keep", "w:keep")
		p := compile(t, mask.Table{Pattern: "t", Person: tt.person, Columns: append(keep, mask.Column{Name: "v", Arms: []mask.Arm{{Rule: tt.rule}}})})
		_, _, err := run(p, ddl(tt.keys))
		if tt.hint == "" {
			require.NoError(t, err, "%s %+v", tt.keys, tt.rule)
			continue
		}
		var e *mask.Error
		require.ErrorAs(t, err, &e, "%s %+v", tt.keys, tt.rule)
		require.ErrorIs(t, err, mask.ErrUnique)
		require.Equal(t, "v", e.Column)
		require.Contains(t, e.Hint, tt.hint)
	}
}

// TestUniqueComputed: a unique column that the server computes is as good as what
// it is computed from.
func TestUniqueComputed(t *testing.T) {
	ddl := "CREATE TABLE t (v varchar(90), g varchar(90) AS (lower(v)) STORED UNIQUE);\nINSERT INTO t (v) VALUES ('p');\n"
	_, _, err := run(compile(t, mask.Table{Pattern: "t", Columns: cols("v:kanji")}), ddl)
	require.ErrorIs(t, err, mask.ErrUnique)
	_, _, err = run(compile(t, mask.Table{Pattern: "t", Columns: cols("v:hash")}), ddl)
	require.NoError(t, err)
}

// TestExclusion: what = compares must stay apart, and what overlaps is kept.
func TestExclusion(t *testing.T) {
	ddl := "CREATE TABLE t (room text, during tsrange);\nCOPY t (room, during) FROM stdin;\na\t\\N\n\\.\nALTER TABLE ONLY t ADD CONSTRAINT e EXCLUDE USING gist (room WITH =, during WITH &&);\n"
	for rules, hint := range map[[2]string]string{
		{"hash", "keep"}: "", {"keep", "null"}: "", {"kanji", "keep"}: "which maskers keep values apart", {"keep", "x"}: "another operator than =",
	} {
		p := compile(t, mask.Table{Pattern: "t", Columns: cols("room:"+rules[0], "during:"+rules[1])})
		_, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(ddl), postgres.Dialect, p)
		if hint == "" {
			require.NoError(t, err, rules)
			continue
		}
		var e *mask.Error
		require.ErrorAs(t, err, &e, rules)
		require.ErrorIs(t, err, mask.ErrUnique)
		require.Contains(t, e.Hint, hint)
	}
}

// TestStrangers: who has a household in one table and none in another has two
// names, which the audit says.
func TestStrangers(t *testing.T) {
	p := compile(t,
		mask.Table{Pattern: "a", Person: &mask.Person{By: []string{"id"}, Household: "home"}, Columns: cols("id:keep", "home:keep", "v:named")},
		mask.Table{Pattern: "b", Person: &mask.Person{By: []string{"id"}}, Columns: cols("id:keep", "v:named", "w:person")},
		mask.Table{Pattern: "c", Person: &mask.Person{By: []string{"id"}, Domain: "teacher"}, Columns: cols("id:keep", "v:named")},
	)
	_, a, err := run(p, "INSERT INTO a (id, home, v) VALUES (1,2,'p');\nINSERT INTO b (id, v, w) VALUES (1,'p','q');\nINSERT INTO c (id, v) VALUES (1,'p');\n")
	require.NoError(t, err)
	require.Equal(t, []string{`table b: column v: a person of the domain "person" has a household in another table and none here, so that its names differ: say household: COLUMN in both, or in neither`}, a.Warnings)
}

// TestStructOfUnsigned: numbers beyond int64 are persons like others, and what a
// field cannot hold is an error.
func TestStructOfUnsigned(t *testing.T) {
	type account struct {
		ID   uint64 `mask:"keep,person"`
		Name string `mask:"person"`
		Code uint16 `mask:"fixed65535"`
		Tiny uint8  `mask:"keep"`
	}
	set := mask.Set{"person": testMaskers["person"], "fixed65535": fixed("65535"), "fixed65536": fixed("65536")}
	s, err := mask.NewStruct[account](masktest.Key(t), set)
	require.NoError(t, err)
	a, err := s.Mask(account{ID: 1<<64 - 1, Name: "a", Code: 7, Tiny: 3})
	require.NoError(t, err)
	b, err := s.Mask(account{ID: 1<<64 - 2, Name: "a", Code: 7})
	require.NoError(t, err)
	require.NotEqual(t, a.Name, b.Name)
	require.Equal(t, uint16(65535), a.Code)
	require.Equal(t, uint8(3), a.Tiny)
	small, err := mask.NewStruct[struct {
		Code uint16 `mask:"fixed65536"`
	}](masktest.Key(t), set)
	require.NoError(t, err)
	_, err = small.Mask(struct {
		Code uint16 `mask:"fixed65536"`
	}{7})
	require.ErrorIs(t, err, mask.ErrType)
}

// TestWidthInBytes: what a column holds in bytes, it holds in those of its
// character set.
func TestWidthInBytes(t *testing.T) {
	set := mask.Set{
		"ascii": spec(mask.Spec{Kind: "ascii", Output: mask.Output{Chars: 100}}),
		"kanji": spec(mask.Spec{Kind: "kanji", Output: mask.Output{Chars: 100, Alphabet: "山"}}),
	}
	for charset, fits := range map[string][2]bool{
		"utf8mb4": {true, false}, "utf8mb3": {true, false}, "cp932": {true, true}, "ucs2": {true, true}, "utf16": {true, false}, "utf32": {false, false},
	} {
		for i, masker := range []string{"ascii", "kanji"} {
			plan, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "c", Columns: cols("z:" + masker)}}}, masktest.Key(t), set)
			require.NoError(t, err)
			found := plan.Check(tablesOf(t, mysql.Dialect, "CREATE TABLE c (z tinytext CHARACTER SET "+charset+");\n"))
			require.Equal(t, fits[i], len(found) == 0, "%s in %s", masker, charset)
			for _, f := range found {
				require.ErrorIs(t, f.Err, mask.ErrWidth)
			}
		}
	}
}

// TestPartitions: a row that is loaded into its partition by name must still belong
// there; one that is loaded through the whole table finds another.
func TestPartitions(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "*", Columns: cols("day:x", "region:hash", "v:hash")})
	kept := compile(t, mask.Table{Pattern: "*", Columns: cols("day:keep", "region:keep", "v:hash")})
	columns := " (day date, region text, v text)"
	attached := "CREATE TABLE whole" + columns + "\nPARTITION BY RANGE (day);\nCREATE TABLE part" + columns + ";\nALTER TABLE ONLY whole ATTACH PARTITION part FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');\n"
	of := "CREATE TABLE whole" + columns + " PARTITION BY LIST (lower(region));\nCREATE TABLE part PARTITION OF whole FOR VALUES IN ('a') PARTITION BY HASH (day);\n" +
		"CREATE TABLE leaf PARTITION OF part FOR VALUES WITH (modulus 2, remainder 0);\n"
	rows := func(table string) string { return "COPY " + table + " (day, region, v) FROM stdin;\n\\N\ta\tb\n\\.\n" }
	for sql, column := range map[string]string{
		attached + rows("part"): "day", attached + rows("whole"): "", of + rows("part"): "region", of + rows("leaf"): "day",
	} {
		_, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(sql), postgres.Dialect, kept)
		require.NoError(t, err, sql)
		_, err = mask.Copy(context.Background(), io.Discard, strings.NewReader(sql), postgres.Dialect, p)
		if column == "" {
			require.NoError(t, err, sql)
			continue
		}
		var e *mask.Error
		require.ErrorAs(t, err, &e, sql)
		require.ErrorIs(t, err, mask.ErrPartition)
		require.Equal(t, column, e.Column)
	}
}
