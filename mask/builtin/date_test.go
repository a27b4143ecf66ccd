package builtin

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// oneIn masks a value of person id in a column of a type of MySQL.
func oneIn(t testing.TB, typ string, r mask.Rule, id int, v string) (string, error) {
	t.Helper()
	p, err := plan(t, r)
	require.NoError(t, err)
	var out bytes.Buffer
	dump := fmt.Sprintf("CREATE TABLE t (id int, home int, v %s);\nINSERT INTO t VALUES (%d,1,'%s');\n", typ, id, v)
	_, err = mask.Copy(context.Background(), &out, strings.NewReader(dump), mysql.Dialect, p, mask.Workers(1))
	_, f, _ := strings.Cut(out.String(), ",1,'")
	f, _, _ = strings.Cut(f, "'")
	return f, err
}

// TestDateNotations: a day moves alike in whatever notation, and stays in its own.
func TestDateNotations(t *testing.T) {
	notations := []string{"2012-04-02", "2012/4/2", "2012/04/02", "20120402", "2012.4.2", "2012年4月2日", "平成24年4月2日", "平成24年04月02日", "H24.4.2", "H24/04/02", "平24.4.2", "4240402",
		"2012-04-02 13:14:15", "2012-04-02T13:14:15.123456Z", "2012-04-02 13:14:15+09", "20120402131415", "平成二十四年四月二日", "２０１２年４月２日", "2012年4月2日(月)", "2.4.2012",
		"Mon, 2 Apr 2012 13:14:15 +0900", "April 2, 2012", "02-APR-2012", "2012-04-02 13:14:15 JST", "2012年4月2日 15時4分", "2012-04-02 24:00:00"}
	shift := rule("date", "shift", "26w")
	first, err := one(t, shift, 7, "2012-04-02")
	require.NoError(t, err)
	want, _, _ := fake.ReadDate([]byte(first.(string)), fake.CertainOrder)
	require.Equal(t, time.Monday, want.Weekday())
	for _, v := range notations {
		f, err := one(t, shift, 7, v)
		require.NoError(t, err, v)
		d, form, ok := fake.ReadDate([]byte(f.(string)), fake.CertainOrder)
		require.True(t, ok, "%s became %s", v, f)
		require.Equal(t, want, d, v)
		back, ok := form.Append(nil, fake.Date{Year: 2012, Month: 4, Day: 2})
		require.True(t, ok)
		if v != "02-APR-2012" { // 2-APR-2012 is as good
			require.Equal(t, v, string(back))
		}
	}
	for _, v := range []string{"2012-02-30", "2012-13-01", "2012-00-00", "2012-04-00", "x", "12-04-02", "2012-04", "2012-04-02x", "R99.13.1", "2012-4-", "明治5年1月1日", "4/2/2012", "13:14:15", "1333324800", "2012",
		"2012-04-02 0312345678", "2012-04-02 10:00 alice"} {
		_, err := one(t, shift, 7, v)
		require.ErrorIs(t, err, mask.ErrUnfit, v)
	}
	for _, v := range []string{"0000-00-00", "0000-00-00 00:00:00", "0001-01-01", "1900-01-01", "1753-01-01", "2999-12-31", "9999-12-31 23:59:59", "infinity", "-infinity", "Infinity",
		"1970-01-01 00:00:00", "1970-01-01 00:00:01", "1970-01-01T09:00:00+09:00"} {
		require.Equal(t, v, fakes(t, shift, v)[0])
	}
	for _, v := range []string{"1970-01-01", "1970-01-01 10:00:00"} {
		require.NotEqual(t, v, fakes(t, shift, v)[0], "somebody was born then")
	}
	require.Contains(t, []string{"4/9/2012", "3/26/2012"}, fakes(t, rule("date", "shift", "1w", "order", "month"), "4/2/2012")[0])
	require.Contains(t, []string{"11/2/2012", "28/1/2012"}, fakes(t, rule("date", "shift", "1w", "order", "day"), "4/2/2012")[0])
}

func TestDateShift(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		id, n := rapid.IntRange(0, 1<<20).Draw(rt, "id"), rapid.IntRange(1, 60).Draw(rt, "weeks")
		a, b := rapid.IntRange(0, 20000).Draw(rt, "a"), rapid.IntRange(0, 20000).Draw(rt, "b")
		r := rule("date", "shift", fmt.Sprintf("%dw", n))
		day := func(k int) string { return time.Date(1950, 1, 1+k, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) }
		x, err := one(t, r, id, day(a))
		require.NoError(t, err)
		y, err := one(t, r, id, day(b))
		require.NoError(t, err)
		number := func(s string) int {
			d, err := time.Parse(time.DateOnly, s)
			require.NoError(t, err)
			return int(d.Unix() / 86400)
		}
		dx, dy := number(x.(string))-number(day(a)), number(y.(string))-number(day(b))
		require.Equal(t, dx, dy, "the dates of a person keep their distance")
		require.Zero(t, dx%7)
		require.NotZero(t, dx)
		require.LessOrEqual(t, max(dx, -dx), 7*n)
	})
}

func TestDateTo(t *testing.T) {
	for _, c := range []struct{ to, value, want string }{
		{"month", "2012-04-30", "2012-04-01"}, {"quarter", "2012-06-30 23:59:59.5+09", "2012-04-01 00:00:00.0+09"}, {"year", "2012/12/31", "2012/01/01"},
		{"school_year", "2012-04-01", "2011-04-02"}, {"school_year", "2012-04-02", "2012-04-02"}, {"school_year", "2013-01-15", "2012-04-02"},
		{"school_year", "2012-04-01T15:00:00Z", "2012-04-01T15:00:00Z"}, // born on the 2nd, in Japan
		{"month", "2012-03-31T15:00:00Z", "2012-03-01T00:00:00Z"},
		{"month", "R1.5.31", "R1.5.1"}, {"year", "令和元年5月3日", "平成31年1月1日"}, {"month", "平成元年1月20日", "昭和64年1月1日"},
		{"age_band", "2014-12-31", "2010-01-01"}, {"age_band", "2010-01-01", "2010-01-01"}, {"age_band", "2009-04-02", "2005-01-01"}, {"age_band", "0002-01-01 BC", "0006-01-01 BC"},
		{"year", "Mon, 2 Apr 2012 13:14:15 +0900", "Sun, 1 Jan 2012 00:00:00 +0900"}, {"month", "2012年4月2日(月)", "2012年4月1日(日)"},
		{"month", "明治6年1月20日", "明治6年1月1日"}, {"school_year", "明治6年3月1日", "明治6年1月1日"}, {"month", "9999-12-31", "9999-12-31"}, {"year", "infinity", "infinity"},
	} {
		require.Equal(t, c.want, fakes(t, rule("date", "to", c.to), c.value)[0], "%s %s", c.to, c.value)
	}
}

// write writes a day in a layout of Go, or in Japanese years.
func write(day time.Time, layout string) string {
	if layout == "明治" {
		return fmt.Sprintf("明治%d年%d月%d日", day.Year()-1867, day.Month(), day.Day())
	}
	return day.Format(layout)
}

// TestDateOrder: who comes before whom stays, to the ends of what notations and
// columns hold, and what is written there the column takes.
func TestDateOrder(t *testing.T) {
	const date, timestamp, text = "date", "timestamp", "varchar(40)"
	for _, tt := range []struct {
		col         string
		first, last string
		write       string
	}{
		{date, "0001-01-01", "0003-01-01", time.DateOnly},
		{date, "9997-01-01", "9999-12-31", time.DateOnly},
		{timestamp, "1970-01-01", "1972-01-01", time.DateTime},
		{timestamp, "2037-01-01", "2038-01-19", time.DateTime},
		{text, "1873-01-01", "1875-01-01", "明治"},
	} {
		from, err := time.Parse(time.DateOnly, tt.first)
		require.NoError(t, err)
		to, err := time.Parse(time.DateOnly, tt.last)
		require.NoError(t, err)
		days := int(to.Sub(from).Hours() / 24)
		rapid.Check(t, func(rt *rapid.T) {
			r := rule("date", "shift", fmt.Sprintf("%dw", rapid.IntRange(1, 104).Draw(rt, "weeks")))
			if rapid.Bool().Draw(rt, "coarser") {
				r = rule("date", "to", rapid.SampledFrom([]string{"month", "quarter", "year", "school_year", "age_band"}).Draw(rt, "to"))
			}
			a := rapid.IntRange(0, days).Draw(rt, "a")
			b := rapid.IntRange(a, days).Draw(rt, "b")
			id := rapid.IntRange(0, 1<<20).Draw(rt, "id")
			day := func(n int) (fake.Date, string) {
				v := write(from.AddDate(0, 0, n), tt.write)
				d, form, ok := fake.ReadDate([]byte(v), fake.CertainOrder)
				require.True(t, ok, v)
				if has, none := form.Clock(); d.Sentinel() || d.Year == 1970 && d.Month == 1 && d.Day == 1 && has && none {
					rt.Skip()
				}
				f, err := oneIn(t, tt.col, r, id, v)
				require.NoError(t, err, v)
				d, _, ok = fake.ReadDate([]byte(f), fake.CertainOrder)
				require.True(t, ok, "%s became %s", v, f)
				return d, f
			}
			x, fx := day(a)
			y, fy := day(b)
			require.False(t, y.Before(x), "%s, %s", fx, fy)
			if tt.col == timestamp {
				for _, f := range []string{fx, fy} {
					require.True(t, "1970-01-01 00:00:01" <= f && f <= "2038-01-19 03:14:07", f)
				}
			}
		})
	}
}

// TestDateUnit: numbers since 1970 move by the weeks of dates.
func TestDateUnit(t *testing.T) {
	moved, err := one(t, rule("date", "shift", "26w"), 7, "2012-04-02")
	require.NoError(t, err)
	d, err := time.Parse(time.DateOnly, moved.(string))
	require.NoError(t, err)
	for unit, n := range map[string]int64{"s": 1, "ms": 1e3, "us": 1e6} {
		r := rule("date", "shift", "26w", "unit", unit)
		f, err := one(t, r, 7, fmt.Sprint(1333324800*n+42))
		require.NoError(t, err)
		require.Equal(t, fmt.Sprint(d.Unix()*n+42), f)
		require.Equal(t, []string{"0", "-1", "2147483647", "9223372036854775807"}, fakes(t, r, "0", "-1", "2147483647", "9223372036854775807"))
		_, err = one(t, r, 7, "2012-04-02")
		require.ErrorIs(t, err, mask.ErrUnfit)
		_, err = one(t, r, 7, "1333324800.x")
		require.ErrorIs(t, err, mask.ErrUnfit)
	}
	f, err := one(t, rule("date", "shift", "26w", "unit", "s"), 7, "1333324800.5")
	require.NoError(t, err)
	require.Equal(t, fmt.Sprint(d.Unix())+".5", f)
	for id := range 3 {
		f, err := oneIn(t, "int", rule("date", "shift", "26w", "unit", "s"), id, "2147483000")
		require.NoError(t, err)
		n, err := strconv.ParseInt(f, 10, 32)
		require.NoError(t, err)
		require.Positive(t, n)
	}
}

// TestBirthDateOrder: the cohort is that of the day that was meant.
func TestBirthDateOrder(t *testing.T) {
	for _, masker := range []string{"birth_date", "person.birth_date"} {
		_, err := one(t, rule(masker), 1, "4/1/2012")
		require.ErrorIs(t, err, mask.ErrUnfit)
		for order, meant := range map[string]fake.Date{"month": {Year: 2012, Month: 4, Day: 1}, "day": {Year: 2012, Month: 1, Day: 4}} {
			f, err := one(t, rule(masker, "order", order), 1, "4/1/2012")
			require.NoError(t, err)
			d, _, ok := fake.ReadDate([]byte(f.(string)), map[string]fake.DateOrder{"month": fake.MonthFirst, "day": fake.DayFirst}[order])
			require.True(t, ok)
			require.Equal(t, floorDate(meant, "school_year"), floorDate(d, "school_year"))
		}
		m, err := oneIn(t, "timestamp", rule(masker), 1, "1970-02-03 00:00:00")
		require.NoError(t, err)
		require.GreaterOrEqual(t, m, "1970-01-02", "what the column holds")
	}
}

// TestDatesStayApart: the days of one person stay as many as they were, for keys such as
// pupil and day.
func TestDatesStayApart(t *testing.T) {
	for id := range 3 {
		seen := map[string]bool{}
		for day := range 300 {
			fake, err := oneIn(t, "date", rule("date", "shift", "52w"), id, time.Date(2021, 1, 1+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
			require.NoError(t, err)
			seen[fake] = true
		}
		require.Len(t, seen, 300)
	}
}
