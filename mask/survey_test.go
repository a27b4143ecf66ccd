package mask_test

import (
	"bytes"
	"context"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/mask"
)

// twice masks a dump that is surveyed first.
func twice(d dialects.Dialect, p *mask.Plan, in string, opts ...mask.Option) (string, *mask.Audit, error) {
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(in)), nil }
	s, err := mask.NewSurvey(context.Background(), open, d, p, opts...)
	if err != nil {
		return "", nil, err
	}
	var out bytes.Buffer
	a, err := mask.Copy(context.Background(), &out, strings.NewReader(in), d, p, append(opts, mask.Surveyed(s))...)
	return out.String(), a, err
}

// left are the rows of an output that stand in brackets or between tabs: the first
// value of each.
func left(out, table string) string {
	var ids []string
	for line := range strings.Lines(out) {
		rest, ok := strings.CutPrefix(line, "INSERT INTO `"+table+"` VALUES ")
		if !ok {
			continue
		}
		for row := range strings.SplitSeq(strings.TrimSuffix(strings.TrimSpace(rest), ";"), "),(") {
			id, _, _ := strings.Cut(strings.TrimLeft(row, "("), ",")
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, "")
}

const school = "CREATE TABLE `pupils` (`id` int NOT NULL, `gone` int, PRIMARY KEY (`id`));\n" +
	"INSERT INTO `pupils` VALUES (1,0),(2,1),(3,0),(4,1);\n"

const marks = "CREATE TABLE `marks` (`no` int NOT NULL, `pupil` int);\n" +
	"INSERT INTO `marks` VALUES (1,1),(2,2),(3,3),(4,4),(5,NULL),(6,2);\n"

const orders = "CREATE TABLE `orders` (`id` int NOT NULL, `pupil` int, `also` int, PRIMARY KEY (`id`), UNIQUE KEY (`also`), CONSTRAINT `c` FOREIGN KEY (`pupil`) REFERENCES `pupils` (`id`));\n" +
	"INSERT INTO `orders` VALUES (1,1,11),(2,2,12),(3,3,13),(4,4,14),(5,NULL,NULL);\n"

const items = "CREATE TABLE `items` (`id` int NOT NULL, `order` int, PRIMARY KEY (`id`), FOREIGN KEY (`order`) REFERENCES `orders` (`also`) ON DELETE CASCADE);\n" +
	"INSERT INTO `items` VALUES (1,11),(2,12),(3,12),(4,13),(5,14);\n"

const notes = "CREATE TABLE `notes` (`id` int NOT NULL, `item` int, PRIMARY KEY (`id`), FOREIGN KEY (`item`) REFERENCES `items` (`id`) ON DELETE SET NULL);\n" +
	"INSERT INTO `notes` VALUES (1,1),(2,2),(3,4),(4,NULL);\n"

var pupilsStay = where{"gone", func(s string) bool { return s == "0" }}

func schoolPlan(t *testing.T) *mask.Plan {
	return compile(t,
		mask.Table{Pattern: "pupils", Person: &mask.Person{By: []string{"id"}}, Where: pupilsStay, Columns: cols("*:keep")},
		mask.Table{Pattern: "marks", Person: &mask.Person{By: []string{"pupil"}}, Columns: cols("*:keep")},
		mask.Table{Pattern: "*", Keep: true},
	)
}

// What is left out takes along the rows of the same person and those that refer to it,
// in whatever order the dump has them.
func TestLeftOutWithOthers(t *testing.T) {
	tables := []string{school, marks, orders, items, notes}
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 4, 0, 3, 1}, {3, 0, 2, 1, 4}} {
		var in strings.Builder
		for _, i := range order {
			in.WriteString(tables[i])
		}
		for _, o := range []mask.Option{mask.Workers(1), mask.Workers(3), chunk(1), chunk(50)} {
			out, a, err := twice(mysql.Dialect, schoolPlan(t), in.String(), o)
			require.NoError(t, err)
			require.Equal(t, "13", left(out, "pupils"))
			require.Equal(t, "135", left(out, "marks"))
			require.Equal(t, "135", left(out, "orders"))
			require.Equal(t, "14", left(out, "items"))
			require.Contains(t, out, "INSERT INTO `notes` VALUES (1,1),(2,NULL),(3,4),(4,NULL);")
			require.EqualValues(t, 2, a.Tables["orders"].Dropped)
			require.EqualValues(t, 1, a.Tables["notes"].Columns["item"].Masked)
			require.NotEmpty(t, a.LeftOut)
			require.Equal(t, 2, a.LeftOut[0].Keys)
		}
	}
}

// On a pipe, rows go with those before them; rows that are left out behind such as
// have to go with them stop the run.
func TestLeftOutOnAPipe(t *testing.T) {
	out, a, err := run(schoolPlan(t), school+marks+orders+items+notes)
	require.NoError(t, err)
	want, b, err := twice(mysql.Dialect, schoolPlan(t), school+marks+orders+items+notes)
	require.NoError(t, err)
	require.Equal(t, want, out)
	require.Equal(t, b.LeftOut, a.LeftOut, "what was left out is the same input, however it was found")
	for _, in := range []string{marks + school, orders + school, school + items + orders} {
		for _, w := range []int{1, 3} {
			out, _, err := run(schoolPlan(t), in, mask.Workers(w), mask.Partial())
			require.ErrorIs(t, err, mask.ErrLate)
			require.Contains(t, out, mask.Incomplete)
		}
	}
}

// Keys that pg_dump declares behind the rows are known in a second pass, and stop a
// pipe.
func TestLeftOutByKeysBehind(t *testing.T) {
	in := "CREATE TABLE a.pupils (id integer, gone integer);\nCREATE TABLE a.orders (id integer, pupil integer);\nCREATE TABLE a.items (id integer, o integer);\n" +
		"COPY a.items (id, o) FROM stdin;\n1\t1\n2\t2\n3\t\\N\n\\.\n" +
		"COPY a.orders (id, pupil) FROM stdin;\n1\t1\n2\t2\n\\.\n" +
		"COPY a.pupils (id, gone) FROM stdin;\n1\t0\n2\t1\n\\.\n" +
		"ALTER TABLE ONLY a.pupils ADD CONSTRAINT p PRIMARY KEY (id);\nALTER TABLE ONLY a.orders ADD CONSTRAINT q PRIMARY KEY (id);\n" +
		"ALTER TABLE ONLY a.items ADD CONSTRAINT r FOREIGN KEY (o) REFERENCES a.orders(id);\nALTER TABLE ONLY a.orders ADD CONSTRAINT s FOREIGN KEY (pupil) REFERENCES a.pupils;\n"
	out, _, err := twice(postgres.Dialect, schoolPlan(t), in, mask.Partial())
	require.NoError(t, err)
	require.Contains(t, out, "stdin;\n1\t1\n3\t\\N\n\\.\n")
	require.Contains(t, out, "stdin;\n1\t1\n\\.\n")
	require.Contains(t, out, "stdin;\n1\t0\n\\.\n")
	var b bytes.Buffer
	_, err = mask.Copy(context.Background(), &b, strings.NewReader(in), postgres.Dialect, schoolPlan(t), mask.Partial())
	require.ErrorIs(t, err, mask.ErrLate)
	p := compile(t, mask.Table{Pattern: "pupils", Where: pupilsStay, Columns: cols("*:keep")}, mask.Table{Pattern: "*", Keep: true})
	_, err = mask.Copy(context.Background(), &b, strings.NewReader(in), postgres.Dialect, p)
	require.ErrorIs(t, err, mask.ErrLate)
}

// On a pipe from pg_dump it is guessed which table is the persons' own, and the keys
// behind the rows confirm it or stop the run.
func TestGuessedHome(t *testing.T) {
	p := compile(t,
		mask.Table{Pattern: "pupils", Person: &mask.Person{By: []string{"pupil_id"}}, Where: pupilsStay, Columns: cols("*:keep")},
		mask.Table{Pattern: "works", Person: &mask.Person{By: []string{"pupil"}}, Columns: cols("*:keep")},
	)
	rows := "CREATE TABLE a.pupils (pupil_id integer, gone integer);\nCREATE TABLE a.works (id integer, pupil integer);\n" +
		"COPY a.pupils (pupil_id, gone) FROM stdin;\n1\t0\n2\t1\n\\.\nCOPY a.works (id, pupil) FROM stdin;\n7\t1\n8\t2\n\\.\n"
	alone := compile(t, mask.Table{Pattern: "pupils", Person: &mask.Person{By: []string{"pupil_id"}}, Where: pupilsStay, Columns: cols("*:keep")}, mask.Table{Pattern: "*", Keep: true})
	_, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(rows+"ALTER TABLE ONLY a.pupils ADD CONSTRAINT p PRIMARY KEY (pupil_id);\n"), postgres.Dialect, alone)
	require.NoError(t, err, "nobody else knows these persons")
	link := "ALTER TABLE ONLY a.works ADD CONSTRAINT s FOREIGN KEY (pupil) REFERENCES a.pupils(pupil_id);\n"
	for keys, want := range map[string]error{
		"ALTER TABLE ONLY a.pupils ADD CONSTRAINT p PRIMARY KEY (pupil_id);\n" + link: nil,
		"ALTER TABLE ONLY a.pupils ADD CONSTRAINT p PRIMARY KEY (pupil_id, gone);\n":  mask.ErrLate,
		link: mask.ErrSurvey,
		"ALTER TABLE ONLY a.pupils ADD CONSTRAINT p PRIMARY KEY (pupil_id);\nALTER TABLE ONLY a.works ADD CONSTRAINT s FOREIGN KEY (id) REFERENCES a.pupils(pupil_id);\n": mask.ErrLate,
	} {
		var b bytes.Buffer
		_, err := mask.Copy(context.Background(), &b, strings.NewReader(rows+keys), postgres.Dialect, p)
		require.ErrorIs(t, err, want, keys)
		if want == nil {
			require.Contains(t, b.String(), "stdin;\n7\t1\n\\.\n")
			require.Contains(t, b.String(), "stdin;\n1\t0\n\\.\n")
		}
	}
}

// A dump that is read twice needs no guess: the rows come before the keys that say whose
// table it is, and the first reading is to be done again.
func TestHomeBehindTheRows(t *testing.T) {
	p := compile(t,
		mask.Table{Pattern: "users", Person: &mask.Person{By: []string{"uid"}}, Where: pupilsStay, Columns: cols("*:keep")},
		mask.Table{Pattern: "notes", Person: &mask.Person{By: []string{"about"}}, Columns: cols("*:keep")},
	)
	out, _, err := twice(postgres.Dialect, p, "CREATE TABLE a.notes (id integer, about integer);\nCREATE TABLE a.users (uid integer, gone integer);\n"+
		"COPY a.notes (id, about) FROM stdin;\n7\t1\n8\t2\n\\.\nCOPY a.users (uid, gone) FROM stdin;\n1\t0\n2\t1\n\\.\n"+
		"ALTER TABLE ONLY a.users ADD CONSTRAINT p PRIMARY KEY (uid);\n")
	require.NoError(t, err)
	require.Contains(t, out, "stdin;\n7\t1\n\\.\n")
	require.Contains(t, out, "stdin;\n1\t0\n\\.\n")
}

// A row that refers to one of its own table, and keys of several columns in another
// order.
func TestLeftOutByKeysOfSeveralColumns(t *testing.T) {
	in := "CREATE TABLE `pupils` (`a` int, `b` varchar(9), `upA` int, `upB` varchar(9), `gone` int, PRIMARY KEY (`b`,`a`), FOREIGN KEY (`upA`,`upB`) REFERENCES `pupils` (`a`,`b`));\n" +
		"INSERT INTO `pupils` VALUES (3,'x',2,'x',0),(2,'x',1,'x',0),(1,'x',NULL,NULL,1),(4,'x',1,'y',0),(5,'x',1,NULL,0);\n"
	p := compile(t, mask.Table{Pattern: "pupils", Where: pupilsStay, Columns: cols("*:keep")})
	out, _, err := twice(mysql.Dialect, p, in)
	require.NoError(t, err)
	require.Equal(t, "45", left(out, "pupils"))
	_, _, err = run(p, in)
	require.ErrorIs(t, err, mask.ErrLate)
}

// A list of persons stands for what a pipe cannot know.
func TestPersonsLeftOutByAList(t *testing.T) {
	p := schoolPlan(t)
	survey := func(keys ...[]string) *mask.Survey {
		s, err := p.LeaveOut(mask.Persons{Keys: slices.Values(keys)})
		require.NoError(t, err)
		return s
	}
	s := survey([]string{"2"}, []string{"004"})
	for range 2 { // a survey is used, and not used up
		out, _, err := run(p, marks+school, mask.Surveyed(s))
		require.NoError(t, err)
		require.Equal(t, "135", left(out, "marks"))
		require.Equal(t, "13", left(out, "pupils"))
	}
	_, _, err := run(p, marks+school, mask.Surveyed(survey([]string{"2"})))
	require.ErrorIs(t, err, mask.ErrLate, "the list lacks somebody whom the policy leaves out")
	out, _, err := twice(mysql.Dialect, p, marks+school, mask.Surveyed(survey([]string{"1"})))
	require.NoError(t, err)
	require.Equal(t, "35", left(out, "marks"), "a list and conditions add up")
	require.Equal(t, "3", left(out, "pupils"))
	_, err = p.LeaveOut(mask.Persons{Domain: "nobody"})
	require.ErrorContains(t, err, "nobody")
	_, err = p.LeaveOut(mask.Persons{Keys: slices.Values([][]string{{"canary", "x"}})})
	require.ErrorContains(t, err, "1 values")
	require.NotContains(t, err.Error(), "canary")
	_, _, err = run(schoolPlan(t), school, mask.Surveyed(s))
	require.ErrorContains(t, err, "another plan")
}

// A table of which a condition leaves rows out is not the persons' own where they have
// several rows in it.
func TestRowsLeftOutAreNoPersons(t *testing.T) {
	p := compile(t,
		mask.Table{Pattern: "pupils", Person: &mask.Person{By: []string{"id"}}, Columns: cols("*:keep")},
		mask.Table{Pattern: "marks", Person: &mask.Person{By: []string{"pupil"}}, Where: where{"no", func(s string) bool { return s < "3" }}, Columns: cols("*:keep")},
	)
	out, _, err := twice(mysql.Dialect, p, school+marks)
	require.NoError(t, err)
	require.Equal(t, "1234", left(out, "pupils"))
	require.Equal(t, "12", left(out, "marks"))
}

// A dump that changes between its readings is not masked by what it was.
func TestDumpThatChanges(t *testing.T) {
	p := schoolPlan(t)
	s, err := mask.NewSurvey(context.Background(), func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(school + marks)), nil }, mysql.Dialect, p)
	require.NoError(t, err)
	_, _, err = run(p, school+marks+" ", mask.Surveyed(s))
	require.ErrorIs(t, err, mask.ErrChanged)
}

// Audits of runs that left out different persons are not of one copy.
func TestAuditsOfDifferentPersons(t *testing.T) {
	_, a, err := run(schoolPlan(t), school+marks)
	require.NoError(t, err)
	_, b, err := run(schoolPlan(t), strings.Replace(school, "(3,0)", "(3,1)", 1)+marks)
	require.NoError(t, err)
	require.Error(t, a.Add(b))
	require.Equal(t, []string{"marks", "pupils"}, slices.Sorted(maps.Keys(a.Tables)))
}

// Persons who are kept stay in all tables, as do the values by which their rows join,
// and nobody else does.
func TestPersonsWhoAreKept(t *testing.T) {
	p := compile(t,
		mask.Table{Pattern: "users", Person: &mask.Person{By: []string{"id"}, Keep: where{"role", func(s string) bool { return s == "staff" }}}, Columns: cols("id:keep", "role:keep", "name:person", "mail:hash")},
		mask.Table{Pattern: "orders", Person: &mask.Person{By: []string{"user"}}, Columns: append(cols("user:keep", "buyer:person", "friend:keep", "phone:hash"), mask.Column{
			Name: "friend_name", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "person", By: []string{"friend"}}}},
		})},
		mask.Table{Pattern: "mails", Columns: cols("sent:hash", "subject:row")},
	)
	in := "CREATE TABLE `mails` (`sent` varchar(99), `subject` text);\nINSERT INTO `mails` VALUES ('staff@x','Ann'),('guest@x','Bob'),('call','Cid');\n" +
		"CREATE TABLE `orders` (`user` int, `buyer` text, `friend` int, `friend_name` text, `phone` varchar(99));\nINSERT INTO `orders` VALUES (1,'Ann',2,'Bob','call'),(2,'Bob',1,'Ann','quiet');\n" +
		"CREATE TABLE `users` (`id` int, `role` text, `name` text, `mail` varchar(99), PRIMARY KEY (`id`));\nINSERT INTO `users` VALUES (1,'staff','Ann','staff@x'),(2,'guest','Bob','guest@x');\n"
	out, a, err := twice(mysql.Dialect, p, in)
	require.NoError(t, err)
	require.NotContains(t, out, "Bob")
	require.NotContains(t, out, "guest@x")
	require.NotContains(t, out, "quiet")
	require.NotContains(t, out, "Cid")
	require.Contains(t, out, "(1,'staff','Ann','staff@x')")
	require.Regexp(t, `\(1,'Ann',2,'[0-9a-f]{32}','call'\)`, out)
	require.Regexp(t, `\(2,'[0-9a-f]{32}',1,'Ann','[0-9a-f]{32}'\)`, out)
	require.Regexp(t, `\('staff@x','[0-9a-f]{32}'\)`, out)
	require.Regexp(t, `\('call','[0-9a-f]{32}'\)`, out, "a number of hers, found in another row about her")
	require.Len(t, a.Spared, 2)
	require.EqualValues(t, 1, a.Tables["users"].Columns["name"].Kept)
	_, _, err = run(p, in)
	require.ErrorIs(t, err, mask.ErrSurvey)
	_, err = p.Row("orders", []string{"user", "buyer", "friend", "phone", "friend_name"})
	require.ErrorIs(t, err, mask.ErrSurvey)
}
