package builtin

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// The rows of the coherence matrix that only masking can show; the others are in
// package fake, and those of homes and schools in place_test.go.

// columns make a table whose columns have rules, in order.
func columns(pattern string, p *mask.Person, names string, rules ...mask.Rule) mask.Table {
	t := mask.Table{Pattern: pattern, Person: p}
	for i, name := range strings.Fields(names) {
		t.Columns = append(t.Columns, mask.Column{Name: name, Arms: []mask.Arm{{Rule: rules[i]}}})
	}
	return t
}

// rowsOf compiles tables and gives the masker of each, by name.
func rowsOf(t testing.TB, tables ...mask.Table) map[string]*mask.RowMasker {
	p, err := mask.Compile(&mask.Policy{Tables: tables}, masktest.Key(t), Set(ja.Locale))
	require.NoError(t, err)
	maskers := map[string]*mask.RowMasker{}
	for _, table := range tables {
		var names []string
		for _, c := range table.Columns {
			names = append(names, c.Name)
		}
		maskers[table.Pattern], err = p.Row(table.Pattern, names)
		require.NoError(t, err)
	}
	return maskers
}

// masked masks a row.
func masked(t require.TestingT, m *mask.RowMasker, values ...any) []any {
	_, err := m.Mask(values)
	require.NoError(t, err)
	return values
}

var kept = mask.Rule{Mask: mask.Keep}

// A login id equals the e-mail address or the student number where it did before, and
// nowhere else; an address is one in all tables, without regard to case.
func TestLoginAgrees(t *testing.T) {
	m := rowsOf(t,
		columns("users", nil, "login mail no", rule("shape"), rule("email"), rule("format")),
		columns("orders", nil, "mail", rule("email")),
	)
	address := rapid.StringMatching(`[a-zA-Z][a-zA-Z0-9.]{0,8}@[a-z]{2,8}\.(ed\.jp|com|co\.jp)`)
	number := rapid.StringMatching(`[a-z]?20[0-9]{6}`)
	rapid.Check(t, func(t *rapid.T) {
		mail, no := address.Draw(t, "mail"), number.Draw(t, "number")
		login := rapid.SampledFrom([]string{mail, no, strings.ToUpper(mail), strings.ToLower(mail), address.Draw(t, "other"), number.Draw(t, "other number")}).Draw(t, "login")
		u := masked(t, m["users"], login, mail, no)
		require.Equal(t, strings.EqualFold(login, mail), strings.EqualFold(u[0].(string), u[1].(string)))
		require.Equal(t, login == no, u[0] == u[2])
		for _, again := range []string{mail, strings.ToUpper(mail), strings.ToLower(mail)} {
			o := masked(t, m["orders"], again)
			require.True(t, strings.EqualFold(o[0].(string), u[1].(string)))
		}
	})
}

// Dates of one person keep their order and their distances, in all notations and
// tables: start and end, created and updated, a payment inside its licence.
func TestDatesAgree(t *testing.T) {
	shift := rule("date", "shift", "26w")
	m := rowsOf(t,
		columns("licences", &mask.Person{By: []string{"id"}}, "id starts paid ends", kept, shift, shift, shift),
		columns("payments", &mask.Person{By: []string{"buyer"}}, "buyer paid", kept, shift),
	)
	day := time.Date(1950, 1, 1, 0, 0, 0, 0, time.UTC)
	layouts := []string{"2006-01-02", "2006/01/02", "20060102", "2006-01-02 15:04:05"}
	rapid.Check(t, func(t *rapid.T) {
		var days [3]int
		for i := range days {
			days[i] = rapid.IntRange(0, 50_000).Draw(t, "day")
		}
		slices.Sort(days[:])
		id, row := rapid.Int64().Draw(t, "id"), []any{nil}
		var used [3]string
		for i, d := range days {
			used[i] = rapid.SampledFrom(layouts).Draw(t, "layout")
			row = append(row, day.AddDate(0, 0, d).Format(used[i]))
		}
		row[0] = id
		out := masked(t, m["licences"], row...)
		var got [3]time.Time
		for i := range got {
			var err error
			got[i], err = time.Parse(used[i], out[1+i].(string))
			require.NoError(t, err)
			require.Zero(t, int(got[i].Sub(day).Hours()/24-float64(days[i]))%7, "the weekday stays")
		}
		require.EqualValues(t, days[1]-days[0], got[1].Sub(got[0]).Hours()/24)
		require.EqualValues(t, days[2]-days[1], got[2].Sub(got[1]).Hours()/24)
		p := masked(t, m["payments"], id, day.AddDate(0, 0, days[1]).Format("2006-01-02"))
		require.Equal(t, got[1].Format("2006-01-02"), p[1])
	})
}

// A made-up date of birth has the grade of the true one in every school year, and so
// the age at its beginning and the year of entry, which a student number keeps where
// its rule says so; it is one day in all notations, of the right era.
func TestBirthAgrees(t *testing.T) {
	m := rowsOf(t, columns("pupils", &mask.Person{By: []string{"id"}}, "id born era no", kept, rule("person.birth_date"), rule("person.birth_date"), rule("format", "keep", 4)))
	rapid.Check(t, func(t *rapid.T) {
		born := time.Date(1930, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 36_000).Draw(t, "day"))
		real := fake.Date{Year: born.Year(), Month: int(born.Month()), Day: born.Day()}
		entry := fake.Cohort(real) + 7
		_, form, _ := fake.ParseDate([]byte("平成24年4月2日"))
		era, ok := form.Append(nil, real)
		require.True(t, ok)
		out := masked(t, m["pupils"], rapid.Int64().Draw(t, "id"), born.Format("2006-01-02"), string(era), fmt.Sprintf("%d%04d", entry, rapid.IntRange(0, 9999).Draw(t, "number")))
		got, _, ok := fake.ParseDate([]byte(out[1].(string)))
		require.True(t, ok)
		again, _, ok := fake.ParseDate([]byte(out[2].(string)))
		require.True(t, ok)
		require.Equal(t, got, again)
		year := rapid.IntRange(1930, 2050).Draw(t, "year")
		require.Equal(t, fake.Grade(real, year), fake.Grade(got, year))
		require.Equal(t, fmt.Sprint(fake.Cohort(got)+7), out[3].(string)[:4])
	})
}

// Class and attendance number are unique together where they were.
func TestSeatsAgree(t *testing.T) {
	school := rule("school.class")
	school.By = []string{"school_id"}
	for _, class := range []mask.Rule{rule("class_name"), school} {
		m := rowsOf(t, columns("seats", nil, "school_id class number", kept, class, rule("attendance_no")))
		seat := rapid.Custom(func(t *rapid.T) [3]string {
			return [3]string{
				fmt.Sprint(rapid.IntRange(1, 3).Draw(t, "school")),
				fmt.Sprintf("%d年%c組", rapid.IntRange(1, 3).Draw(t, "grade"), rapid.IntRange('A', 'Z').Draw(t, "label")),
				fmt.Sprint(rapid.IntRange(1, 60).Draw(t, "number")),
			}
		})
		rapid.Check(t, func(t *rapid.T) {
			seats := rapid.SliceOfNDistinct(seat, 1, 50, rapid.ID[[3]string]).Draw(t, "seats")
			seen := map[[3]any]bool{}
			for _, s := range seats {
				out := masked(t, m["seats"], s[0], s[1], s[2])
				seen[[3]any(out)] = true
				require.Equal(t, s[1][:len("1年")], out[1].(string)[:len("1年")], "the grade stays")
			}
			require.Len(t, seen, len(seats))
		})
	}
}

// Guardians are named, and live, as their pupils do.
func TestGuardiansAgree(t *testing.T) {
	of := func(name string) mask.Rule {
		r := rule(name)
		r.By, r.Domain = []string{"guardian_id"}, "guardian"
		return r
	}
	m := rowsOf(t, columns("pupils", &mask.Person{By: []string{"id"}, Household: "home"}, "id home guardian_id family guardian address guardian_address tel guardian_tel",
		kept, kept, kept, rule("person.family"), of("person.family"), rule("person.address"), of("person.address"), rule("person.phone"), of("person.phone")))
	rapid.Check(t, func(t *rapid.T) {
		out := masked(t, m["pupils"], rapid.Int64().Draw(t, "id"), rapid.Int64().Draw(t, "home"), rapid.Int64().Draw(t, "guardian"),
			"山田", "山田", "東京都千代田区千代田1-1", "東京都千代田区千代田1-1", "03-1234-5678", "03-1234-5678")
		for i := 3; i < len(out); i += 2 {
			require.Equal(t, out[i], out[i+1])
		}
	})
}

// As many rows come out as go in, in their order, and what is NULL or empty stays so.
func TestRowsAgree(t *testing.T) {
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{columns("t", &mask.Person{By: []string{"id"}}, "id name mail tel memo",
		kept, rule("person.name"), rule("email"), rule("person.phone"), rule("text"))}}, masktest.Key(t), Set(ja.Locale))
	require.NoError(t, err)
	likes := []string{"山田 太郎", "taro@school.ed.jp", "03-1234-5678", "欠席。"}
	rapid.Check(t, func(t *rapid.T) {
		var in strings.Builder
		in.WriteString("CREATE TABLE `t` (`id` int, `name` varchar(40), `mail` varchar(60), `tel` varchar(20), `memo` text);\nINSERT INTO `t` VALUES\n")
		rows := rapid.IntRange(1, 40).Draw(t, "rows")
		shape := func(line string) (out string) { // of the values: NULL, empty or not
			for i, v := range strings.Split(strings.Trim(line, "(),;"), ",") {
				if v == "NULL" || v == "''" || i == 0 {
					out += v
				}
				out += "|"
			}
			return out
		}
		for i := range rows {
			fmt.Fprintf(&in, "(%d", rapid.IntRange(1, 99).Draw(t, "id"))
			for _, like := range likes {
				fmt.Fprintf(&in, ",%s", rapid.SampledFrom([]string{"NULL", "''", "'" + like + "'"}).Draw(t, "value"))
			}
			in.WriteString(map[bool]string{true: ");\n", false: "),\n"}[i == rows-1])
		}
		var out bytes.Buffer
		_, err := mask.Copy(t.Context(), &out, strings.NewReader(in.String()), mysql.Dialect, p)
		require.NoError(t, err)
		before, after := strings.Split(in.String(), "\n"), strings.Split(out.String(), "\n")
		require.Len(t, after, len(before))
		for i := range before[:2] {
			require.Equal(t, before[i], after[i])
		}
		for i := 2; i < len(before); i++ {
			require.Equal(t, shape(before[i]), shape(after[i]))
		}
	})
}
