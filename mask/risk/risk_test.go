package risk_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/risk"
)

func plan(t *testing.T, policy string) *mask.Plan {
	p, err := policyfile.Compile([]byte(policy), masktest.Key(t), func(string) (mask.Set, error) { return builtin.Set(ja.Locale), nil })
	require.NoError(t, err)
	return p
}

func open(text string) risk.Open {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

func masked(t *testing.T, p *mask.Plan, dump string) string {
	var out strings.Builder
	_, err := mask.Copy(context.Background(), &out, strings.NewReader(dump), mysql.Dialect, p)
	require.NoError(t, err)
	return out.String()
}

func measure(t *testing.T, p *mask.Plan, raw, masked string, sets ...risk.Set) *risk.Report {
	r, err := risk.Measure(context.Background(), open(raw), open(masked), mysql.Dialect, p, risk.Options{Sets: sets})
	require.NoError(t, err)
	return r
}

// table is a dump of rows of (id, v), by two functions.
func table(n int, v func(i int) string) string {
	var b strings.Builder
	b.WriteString("CREATE TABLE `t` (`id` int PRIMARY KEY, `v` varchar(90));\nINSERT INTO `t` VALUES ")
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "(%d,'%s')", i, v(i))
	}
	return b.String() + ";\n"
}

const oneColumn = "{version: 1, tables: {t: {columns: {id: keep, v: shape}}}}"

// surname has some names more often than others.
func surname(i int) string {
	rank := 0
	for n := i % 1000; n > 400/(rank+1); n -= 400 / (rank + 1) {
		rank++
	}
	return fmt.Sprintf("Name%02d", rank)
}

func TestColumns(t *testing.T) {
	const n = 20_000
	raw := table(n, surname)
	letter := func(i int) string { // another name for each, of the same length
		var rank int
		_, err := fmt.Sscanf(surname(i), "Name%d", &rank)
		require.NoError(t, err)
		return fmt.Sprintf("Word%02d", (rank*7+3)%100)
	}
	for name, c := range map[string]struct {
		fake func(i int) string
		by   string
		rank bool // it follows that of the values
	}{
		"one fake for a value": {letter, "", true},
		"one for a row":        {func(i int) string { return fmt.Sprintf("fake %d", i) }, "", false},
		"one for a person":     {func(i int) string { return fmt.Sprintf("Word%02d", (i*2654435761)%97) }, "", false},
		"a hash":               {func(i int) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(surname(i)))) }, "sha256", true},
		"a hash of the small":  {func(i int) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(strings.ToLower(surname(i))))) }, "sha256", true},
		"turned round": {func(i int) string {
			b := []byte(surname(i))
			for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
				b[i], b[j] = b[j], b[i]
			}
			return string(b)
		}, "reversed", true},
		"capitals": {func(i int) string { return strings.ToUpper(surname(i)) }, "case", true},
	} {
		t.Run(name, func(t *testing.T) {
			r := measure(t, plan(t, oneColumn), raw, table(n, c.fake))
			col := r.Columns[0]
			require.EqualValues(t, n, col.Values)
			require.Zero(t, col.Same)
			require.Equal(t, c.by, col.By)
			if c.by != "" {
				require.EqualValues(t, n, col.Undone)
			}
			if c.rank {
				require.InDelta(t, 1, *col.Rank, 0.05)
				require.Greater(t, col.Guessed, 0.6)
			} else {
				require.Less(t, col.Guessed, 0.15)
				require.True(t, col.Rank == nil || *col.Rank < 0.5, "%v", col.Rank)
			}
			require.EqualValues(t, n, r.Tables[0].KeysKept)
			require.Equal(t, 1, len(r.Tables))
		})
	}
}

func TestLengths(t *testing.T) {
	raw := table(500, func(i int) string { return strings.Repeat("x", 1+i%40) })
	r := measure(t, plan(t, oneColumn), raw, table(500, func(i int) string { return strings.Repeat("y", 1+i%40) }))
	require.InDelta(t, 1, *r.Columns[0].Length, 0.001)
	require.InDelta(t, 1, r.Columns[0].SameLength, 0.001)
	r = measure(t, plan(t, oneColumn), raw, table(500, func(int) string { return "yyy" }))
	require.Nil(t, r.Columns[0].Length)
	require.Less(t, r.Columns[0].SameLength, 0.1)
}

// Values that few have, and groups that are known by their size.
func TestRareAndSizes(t *testing.T) {
	value := func(i int) string { // 100 a, 50 b, 50 c, and 3 that are alone
		switch {
		case i < 100:
			return "a"
		case i < 150:
			return "b"
		case i < 200:
			return "c"
		}
		return fmt.Sprint(i)
	}
	r := measure(t, plan(t, oneColumn), table(203, value), table(203, func(i int) string { return "f" + value(i) }), risk.Set{Table: "t", Columns: []string{"v"}})
	g := r.Sets[0]
	require.InDelta(t, 3./203, g.Before.Few, 1e-9)
	require.InDelta(t, 3./203, g.After.Few, 1e-9)
	require.InDelta(t, 100./203, g.Before.Known, 1e-9, "b and c are of one size, and so are the three")
}

const pupils = "CREATE TABLE `pupils` (`id` int PRIMARY KEY, `school_id` int, `class_name` varchar(9), `attendance_no` int, `birth_date` date, `gender` char(1), `name` varchar(90), `updated_at` datetime);\n"

// school has 4 schools of 5 classes of 40.
func school(birth func(i int) string) string {
	var b strings.Builder
	b.WriteString(pupils + "INSERT INTO `pupils` VALUES ")
	for i := range 800 {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "(%d,%d,'%d',%d,'%s','%s','Hanako %d','2026-01-02 03:04:05')", i, i/200, i/40%5, i%40+1, birth(i), []string{"m", "f"}[i%2], i)
	}
	return b.String() + ";\n"
}

func day(i int) string { return fmt.Sprintf("20%02d-%02d-%02d", i%3+10, i%12+1, i%28+1) }

func TestGroups(t *testing.T) {
	p := plan(t, "{version: 1, tables: {pupils: {person: id, columns: {id: keep, school_id: keep, class_name: keep, attendance_no: keep, birth_date: {mask: date, to: year}, gender: keep, name: person.name, updated_at: keep}}}}")
	raw := school(day)
	r := measure(t, p, raw, masked(t, p, raw), risk.Set{Table: "pupils", Columns: []string{"gender"}})
	by := map[string]risk.Groups{}
	for _, s := range r.Sets {
		by[strings.Join(s.Columns, " ")] = s
	}
	list := by["school_id class_name attendance_no"]
	require.EqualValues(t, 800, list.Before.Groups)
	require.InDelta(t, 1, list.Before.Unique, 1e-9)
	require.InDelta(t, 1, list.After.Unique, 1e-9, "nothing of it is masked")
	require.InDelta(t, 1, list.Linked, 1e-9)
	days := by["school_id birth_date"]
	require.Greater(t, days.Before.Few, 0.9)
	require.Zero(t, days.After.Few, "years are no days")
	require.Zero(t, days.Linked)
	require.EqualValues(t, 2, by["gender"].Before.Groups)
	require.Equal(t, []string{"updated_at"}, r.Tables[0].TimesKept)
	require.Len(t, r.Names, 1)
	require.Zero(t, r.Names[0].Real, "raw names are Latin, and fakes are not")
	require.Greater(t, r.Names[0].Pairs, int64(700))
}

// A fake name that is, in the same school, a real one.
func TestNames(t *testing.T) {
	p := plan(t, "{version: 1, tables: {pupils: {person: id, columns: {id: keep, name: person.name, \"*\": keep}}}}")
	raw := school(day)
	turned := raw
	for i := range 40 { // each in the first class has the name of the next
		turned = strings.Replace(turned, fmt.Sprintf("'Hanako %d'", i), fmt.Sprintf("'Hanako  %d'", i+1), 1)
	}
	turned = strings.ReplaceAll(turned, "Hanako  ", "Hanako ")
	for i := 40; i < 800; i++ {
		turned = strings.Replace(turned, fmt.Sprintf("(%d,%d,'%d',%d,'%s','%s','Hanako %d'", i, i/200, i/40%5, i%40+1, day(i), []string{"m", "f"}[i%2], i),
			fmt.Sprintf("(%d,%d,'%d',%d,'%s','%s','Taro %d'", i, i/200, i/40%5, i%40+1, day(i), []string{"m", "f"}[i%2], i), 1)
	}
	r := measure(t, p, raw, turned)
	require.Len(t, r.Names, 1)
	require.Equal(t, []string{"name", "school_id"}, r.Names[0].Columns)
	require.EqualValues(t, 800, r.Names[0].Pairs)
	require.EqualValues(t, 40, r.Names[0].Real)
}

// Rows that the policy leaves out are of the population, and of nothing else.
func TestRowsLeftOut(t *testing.T) {
	raw := school(day)
	const columns = "columns: {id: %s, school_id: keep, class_name: keep, attendance_no: keep, birth_date: keep, gender: keep, name: person.name, updated_at: keep}"
	for name, rule := range map[string]string{"key kept": "keep", "key masked": "{mask: integer, min: 0, max: 9999}"} {
		t.Run(name, func(t *testing.T) {
			p := plan(t, "{version: 1, tables: {pupils: {person: id, rows: {where: \"school_id != 2\"}, "+fmt.Sprintf(columns, rule)+"}}}")
			r := measure(t, p, raw, masked(t, p, raw))
			require.Len(t, r.Tables, 1)
			require.EqualValues(t, 600, r.Tables[0].Rows)
			require.EqualValues(t, 800, r.Tables[0].Source)
			require.False(t, r.Tables[0].Unpaired)
			for _, s := range r.Sets {
				if strings.Join(s.Columns, " ") == "school_id class_name attendance_no" {
					require.EqualValues(t, 800, s.Before.Groups)
					require.EqualValues(t, 600, s.After.Groups)
					require.InDelta(t, 1, s.Linked, 1e-9)
					require.InDelta(t, 1, s.Sure, 1e-9)
				}
			}
			for _, c := range r.Columns {
				require.EqualValues(t, 600, c.Values, c.Column)
			}
		})
	}
	p := plan(t, "{version: 1, tables: {pupils: {rows: drop}}}")
	require.Equal(t, []risk.Table{{Table: "pupils", Source: 800, TimesKept: []string{}}}, measure(t, p, raw, masked(t, p, raw)).Tables)
}

// A part of a dump is held against the rows that it is of. Where the key does not stay, nobody
// knows which these are.
func TestPart(t *testing.T) {
	const n = 100
	raw := "CREATE TABLE `s` (`id` int PRIMARY KEY, `v` varchar(9));\nINSERT INTO `s` VALUES (1,'a'),(2,'b');\n" + table(n, func(i int) string { return fmt.Sprint("v", i/2) })
	rows := func(of func(i int) bool, id func(i int) int) string { // every raw row has its number as its fake
		var all []string
		for i := range n {
			if of(i) {
				all = append(all, fmt.Sprintf("(%d,'f%d')", id(i), i))
			}
		}
		return "CREATE TABLE `s` (`id` int PRIMARY KEY, `v` varchar(9));\nCREATE TABLE `t` (`id` int PRIMARY KEY, `v` varchar(90));\nINSERT INTO `t` VALUES " + strings.Join(all, ",") + ";\n"
	}
	third := func(i int) bool { return i%3 == 0 }
	part := func(p *mask.Plan, masked string, sets ...risk.Set) *risk.Report {
		r, err := risk.Measure(context.Background(), open(raw), open(masked), mysql.Dialect, p, risk.Options{Subset: true, Sets: sets})
		require.NoError(t, err)
		return r
	}
	const policy = "{version: 1, tables: {s: keep, t: {columns: {id: %s, v: shape}}}}"
	p := plan(t, fmt.Sprintf(policy, "keep"))
	_, err := risk.Measure(context.Background(), open(raw), open(rows(third, func(i int) int { return i })), mysql.Dialect, p, risk.Options{})
	require.ErrorIs(t, err, risk.ErrPairs, "nobody has said that it is a part")
	r := part(p, rows(third, func(i int) int { return i }), risk.Set{Table: "t", Columns: []string{"id"}})
	require.Equal(t, []risk.Table{
		{Table: "s", Source: 2, TimesKept: []string{}}, {Table: "t", Rows: 34, Source: n, KeysKept: 34, TimesKept: []string{}},
	}, r.Tables)
	require.EqualValues(t, n, r.Sets[0].Before.Groups)
	require.EqualValues(t, 34, r.Sets[0].After.Groups)
	require.InDelta(t, 1, r.Sets[0].Sure, 1e-9)
	require.EqualValues(t, 34, r.Columns[0].Values)

	// Alone in the part, and not in the whole.
	kept := plan(t, "{version: 1, tables: {s: keep, t: {columns: {id: keep, v: keep}}}}")
	own := strings.NewReplacer("'f0'", "'v0'", "'f3'", "'v1'").Replace(rows(func(i int) bool { return i == 0 || i == 3 }, func(i int) int { return i }))
	r = part(kept, own, risk.Set{Table: "t", Columns: []string{"v"}})
	require.InDelta(t, 1, r.Sets[0].Linked, 1e-9)
	require.Zero(t, r.Sets[0].Sure)

	r = part(plan(t, fmt.Sprintf(policy, "integer")), rows(third, func(i int) int { return 1000 + i }), risk.Set{Table: "t", Columns: []string{"v"}})
	require.True(t, r.Tables[1].Unpaired)
	require.False(t, r.Pairs("t"))
	require.Empty(t, r.Columns)
	require.EqualValues(t, 50, r.Sets[0].Before.Groups)
	require.EqualValues(t, 34, r.Sets[0].After.Groups)
	r = part(plan(t, fmt.Sprintf(policy, "integer")), rows(func(int) bool { return true }, func(i int) int { return 1000 + i }))
	require.True(t, r.Pairs("t"), "all of them are there")
}

// Memory is bounded, and what is then a sample is near the truth.
func TestManyGroups(t *testing.T) {
	const n = 120_000
	raw := table(n, func(i int) string { return fmt.Sprint(i / 2 * (i % 3 / 2)) }) // some alone, many alike
	other := table(n, func(i int) string { return fmt.Sprintf("f%d", i) })
	r := measure(t, plan(t, oneColumn), raw, other, risk.Set{Table: "t", Columns: []string{"v"}})
	require.InEpsilon(t, 120_000, r.Sets[0].After.Groups, 0.05)
	require.InDelta(t, 1, r.Sets[0].After.Unique, 1e-9)
	require.InEpsilon(t, 40_000, r.Sets[0].Before.Groups, 0.05)
}

func TestRefused(t *testing.T) {
	p := plan(t, oneColumn)
	raw := table(10, surname)
	run := func(p *mask.Plan, masked string, sets ...risk.Set) error {
		_, err := risk.Measure(context.Background(), open(raw), open(masked), mysql.Dialect, p, risk.Options{Sets: sets})
		return err
	}
	require.ErrorIs(t, run(p, table(9, surname)), risk.ErrPairs)
	require.ErrorIs(t, run(p, strings.ReplaceAll(raw, "`t`", "`u`")), mask.ErrUncovered)
	require.ErrorIs(t, run(p, raw, risk.Set{Table: "t", Columns: []string{"no"}}), risk.ErrSet)
	require.ErrorIs(t, run(plan(t, "{version: 1, tables: {t: {rows: {where: \"id > 3\"}, columns: {id: keep, v: shape}}}}"), raw), risk.ErrPairs, "rows are there that the policy leaves out")
	_, err := risk.Measure(context.Background(), open(table(9, surname)), open(raw), mysql.Dialect, p, risk.Options{Subset: true})
	require.ErrorIs(t, err, risk.ErrPairs, "the part is the greater one")
	var broken *risk.ReadError
	require.ErrorAs(t, run(p, raw[:len(raw)-9]), &broken)
	require.False(t, broken.Source)
}

// The sample, masked by the policy beside it: nothing can be undone, and no value shows.
func TestClasspad(t *testing.T) {
	policy, err := os.ReadFile("../../examples/classpad/policy.yaml")
	require.NoError(t, err)
	raw, err := os.ReadFile("../../testdata/classpad/mariadb.sql")
	require.NoError(t, err)
	p := plan(t, string(policy))
	r, err := risk.Measure(context.Background(), open(string(raw)), open(masked(t, p, string(raw))), mysql.Dialect, p, risk.Options{})
	require.NoError(t, err)
	text, err := json.Marshal(r)
	require.NoError(t, err)
	for _, canary := range []string{"霧島", "navy.test", "corp"} {
		require.NotContains(t, string(text), canary)
	}
	for _, c := range r.Columns {
		require.Zero(t, c.Undone, "%s.%s: %s", c.Table, c.Column, c.By)
	}
}

func TestTrace(t *testing.T) {
	policy := "{version: 1, audience: %s, tables: {pupils: {person: id, columns: {id: keep, name: person.name, \"*\": keep}}}}"
	dev, test := plan(t, fmt.Sprintf(policy, "dev")), plan(t, fmt.Sprintf(policy, "test"))
	leak := masked(t, test, school(day))
	found, err := risk.Trace(context.Background(), open(leak), mysql.Dialect, dialects.ScanOptions{}, risk.Candidate{Audience: "dev", Plan: dev}, risk.Candidate{Audience: "test", Plan: test})
	require.NoError(t, err)
	require.False(t, found[0].Made())
	require.True(t, found[1].Made())
	require.EqualValues(t, 800, found[1].Same)
	require.Less(t, found[0].Same, int64(20))
}

// Another salt draws all persons anew, and nothing else.
func TestSalt(t *testing.T) {
	policy := "{version: 1, %stables: {pupils: {person: id, columns: {id: keep, name: person.name, \"*\": keep}}}}"
	raw := school(day)
	report := func(words string) (string, *risk.Report) {
		p := plan(t, fmt.Sprintf(policy, words))
		out := masked(t, p, raw)
		return out, measure(t, p, raw, out)
	}
	names := func(dump string) []string {
		var all []string
		for _, row := range strings.Split(dump, "),(") {
			all = append(all, strings.Split(row, "','")[2:][0])
		}
		return all
	}
	plain, _ := report("")
	again, _ := report("")
	salted, _ := report("names: {salt: 7}, ")
	require.Equal(t, plain, again)
	require.NotEqual(t, plain, salted)
	same := 0
	a, b := names(plain), names(salted)
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	require.Less(t, same, len(a)/10)
}
