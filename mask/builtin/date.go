package builtin

import (
	"bytes"
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// date moves a date, or makes it coarser; the notation stays, those of
// [fake.DateForm].
//
//   - shift: Nw moves it by whole weeks, up to N either way and never by none, so
//     that the day of the week stays. All dates of a person move alike, so that
//     their order stays. The time of day and its zone stay as they are written: an
//     instant with an offset moves by whole weeks too, one without by an hour more or
//     less where summer time begins or ends between.
//   - to: month, quarter, year gives the first day of that; age_band the 1st of
//     January of five years that begin with one divisible by five; school_year the
//     2nd of April on or before it, which keeps a birth date in its school-year
//     cohort. A time of day becomes midnight.
//   - order: month or day says what stands first in 4/2/2012, which is not read
//     without it.
//   - unit: s, ms or us reads a number of those since 1970.
//
// A date that would leave the range of its notation or column becomes the first or
// last second of that, so that the order stays there too.
//
// Dates that stand for no date stay: 0000-00-00, 0001-01-01, 1753-01-01, 1900-01-01,
// 2999-12-31, 9999-01-01, 9999-12-31, infinity and -infinity, 1970-01-01 at midnight,
// the second behind it, or midnight in UTC as it is in Japan; of numbers 0, -1 and
// the greatest of 32 and 64 bits. What is no date, or a date of which a part is zero,
// is not of this kind.
type dateMasker struct {
	weeks int
	to    string
	order fake.DateOrder
	dateLimits
}

// dateLimits are what the column of a date can hold. They have no part in which
// fake is drawn.
type dateLimits struct {
	chars       int
	first, last fake.Date
}

// longestDate is the longest date in any notation.
const longestDate = len("Wednesday, September 30, 2012 12:00:00.000000000 AM +09:00:00 (JST)")

func newDateLimits(most int) dateLimits {
	l := dateLimits{chars: longestDate, first: fake.Date{Year: -4712, Month: 1, Day: 1}, last: fake.Date{Year: 294276, Month: 12, Day: 31}}
	if most > 0 {
		l.chars = min(l.chars, most)
	}
	return l
}

// bind takes the width of the column for the promise of how long fakes are: in
// each notation dates are as long as others, or a column could not hold them.
func (l dateLimits) bind(t schema.Type) dateLimits {
	if t.Kind == schema.Text && t.Length > 0 {
		l.chars = min(l.chars, t.Length)
	}
	// MySQL's TIMESTAMP holds four bytes of seconds. Its dumps are in UTC, but
	// need not be.
	if t.Kind == schema.DateTime && t.Name == "timestamp" && t.Timezone {
		l.first, l.last = fake.Date{Year: 1970, Month: 1, Day: 2}, fake.Date{Year: 2038, Month: 1, Day: 18}
	}
	return l
}

// write writes a date in its form, or the nearest that form and column can hold:
// midnight of the first day or the last second of the last, so that times of these
// days keep their order too.
func (l dateLimits) write(out *mask.Out, f *fake.DateForm, d fake.Date) error {
	first, last := f.Range()
	if first.Before(l.first) {
		first = l.first
	}
	if l.last.Before(last) {
		last = l.last
	}
	if d.Before(first) {
		d = first
		f.Midnight()
	}
	if last.Before(d) {
		d = last
		f.LastSecond()
	}
	b, ok := f.Append(out.Begin(), d)
	if !ok {
		return mask.ErrUnfit
	}
	if characters(b) > l.chars {
		return mask.ErrWidth
	}
	out.End(b)
	return nil
}

func (l dateLimits) output() mask.Output {
	return mask.Output{Chars: l.chars, Kinds: []schema.Kind{schema.Date, schema.DateTime, schema.Integer}}
}

func dateFactory(b *mask.Build) (mask.Masker, error) {
	m := dateMasker{dateLimits: newDateLimits(b.Max)}
	shift, err := b.String("shift", "")
	if err != nil {
		return nil, err
	}
	if m.to, err = b.String("to", ""); err != nil {
		return nil, err
	}
	if (shift == "") == (m.to == "") {
		return nil, errors.New("say shift: Nw or to: month | quarter | year | school_year | age_band")
	}
	switch m.to {
	case "", "month", "quarter", "year", "school_year", "age_band":
	default:
		return nil, errors.New("to: want month, quarter, year, school_year or age_band")
	}
	if shift != "" {
		n, err := strconv.ParseUint(strings.TrimSuffix(shift, "w"), 10, 16)
		if err != nil || !strings.HasSuffix(shift, "w") || n < 1 || n > 520 {
			return nil, errors.New("shift: want whole weeks, from 1w to 520w")
		}
		m.weeks = int(n)
	}
	if b.Has("unit") {
		return epochFactory(b, m.weeks)
	}
	m.order, err = dateOrder(b)
	return m, err
}

// dateOrder reads what stands first in 4/2/2012.
func dateOrder(b *mask.Build) (fake.DateOrder, error) {
	order, err := b.String("order", "")
	switch {
	case err != nil:
		return 0, err
	case order == "month":
		return fake.MonthFirst, nil
	case order == "day":
		return fake.DayFirst, nil
	case order != "":
		return 0, errors.New("order: want month or day")
	}
	return fake.CertainOrder, nil
}

func (m dateMasker) Bind(c *schema.Column) (mask.Masker, error) {
	m.dateLimits = m.bind(c.Type)
	return m, nil
}

func (m dateMasker) Mask(out *mask.Out, in *mask.In) error {
	if endless(in.Value) {
		out.Keep()
		return nil
	}
	d, form, ok := fake.ReadDate(in.Value, m.order)
	if !ok {
		return mask.ErrUnfit
	}
	if standsForNone(d, &form) {
		out.Keep()
		return nil
	}
	if m.to == "" {
		return m.write(out, &form, d.AddWeeks(weeks(in.Person(), m.weeks)))
	}
	if m.to == "school_year" || m.to == "age_band" { // of a day of somebody's life
		d = form.Day(d)
	} else {
		form.Midnight()
	}
	return m.write(out, &form, floorDate(d, m.to))
}

func (m dateMasker) Spec() mask.Spec {
	s := mask.Spec{Kind: "date", Keying: mask.ByPerson, Output: m.output(), Apart: mask.Budgeted}
	if m.to != "" {
		s.Keying, s.Apart = mask.ByNothing, mask.Repeats
	}
	return s
}

// weeks draws a number of weeks from -most to most that is not zero. It is the
// same for all dates of a person.
func weeks(person fake.Seed, most int) int {
	n := person.Sub("date shift").N(2*most) - most
	if n >= 0 {
		n++
	}
	return n
}

// endless recognises the ends of time, as PostgreSQL writes them.
func endless(v []byte) bool {
	return bytes.EqualFold(bytes.TrimPrefix(v, []byte("-")), []byte("infinity"))
}

// standsForNone recognises the dates that applications write for "none" or "for
// ever".
func standsForNone(d fake.Date, f *fake.DateForm) bool {
	if d == (fake.Date{Year: 1970, Month: 1, Day: 1}) {
		has, none := f.Clock()
		return has && none
	}
	return d.Sentinel()
}

// floorDate gives the first day of a period.
func floorDate(d fake.Date, period string) fake.Date {
	switch period {
	case "school_year":
		if d.Before(fake.Date{Year: d.Year, Month: 4, Day: 2}) {
			d.Year--
		}
		return fake.Date{Year: d.Year, Month: 4, Day: 2}
	case "quarter":
		d.Month -= (d.Month - 1) % 3
	case "year":
		d.Month = 1
	case "age_band":
		const years = 5
		d.Year, d.Month = d.Year-(d.Year%years+years)%years, 1
	}
	d.Day = 1
	return d
}

// epoch is date with shift for a number of seconds, milliseconds or microseconds
// since 1970.
type epochMasker struct {
	weeks int
	week  int64 // in the unit
	// least and most are what the column holds.
	least, most int64
}

func epochFactory(b *mask.Build, weeks int) (mask.Masker, error) {
	unit, err := b.String("unit", "")
	if err != nil {
		return nil, err
	}
	if weeks == 0 {
		return nil, errors.New("unit goes with shift: a number does not say in which zone its day begins")
	}
	const second = 7 * 24 * 60 * 60
	units := map[string]int64{"s": second, "ms": second * 1e3, "us": second * 1e6}
	m := epochMasker{weeks: weeks, week: units[unit], least: math.MinInt64, most: math.MaxInt64}
	if m.week == 0 {
		return nil, errors.New("unit: want s, ms or us")
	}
	return m, nil
}

func (m epochMasker) Bind(c *schema.Column) (mask.Masker, error) {
	if lo, hi, ok := integerRange(c.Type); ok {
		if lo.IsInt64() {
			m.least = lo.Int64()
		}
		if hi.IsInt64() {
			m.most = hi.Int64()
		}
		if c.Type.Unsigned {
			m.least = 1 // 0 stands for none
		}
	}
	return m, nil
}

func (m epochMasker) Mask(out *mask.Out, in *mask.In) error {
	whole, fraction := in.Value, []byte(nil)
	if i := bytes.IndexByte(whole, '.'); i >= 0 {
		whole, fraction = whole[:i], whole[i:]
	}
	n, ok := parseInteger(whole)
	if !ok || len(fraction) == 1 || len(fraction) > 1 && !allDigits(fraction[1:]) {
		return mask.ErrUnfit
	}
	switch n {
	case 0, -1, math.MaxInt32, math.MaxUint32, math.MaxInt64, math.MinInt64:
		out.Keep()
		return nil
	}
	if n > math.MaxInt64/2 || n < math.MinInt64/2 {
		return mask.ErrUnfit
	}
	n = min(max(n+int64(weeks(in.Person(), m.weeks))*m.week, m.least), m.most)
	out.End(append(strconv.AppendInt(out.Begin(), n, 10), fraction...))
	return nil
}

func (m epochMasker) Spec() mask.Spec {
	o := mask.Output{Kinds: []schema.Kind{schema.Integer, schema.Decimal, schema.Float}}
	return mask.Spec{Kind: "date", Keying: mask.ByPerson, Output: o, Apart: mask.Budgeted}
}

func allDigits(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return true
}
