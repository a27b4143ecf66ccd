package fake

import "time"

// A Date is a day of the Gregorian calendar. The year before the year 1 is 0.
type Date struct{ Year, Month, Day int }

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

const secondsOfDay = 24 * 60 * 60

func (d Date) days() int { return int(d.time().Unix() / secondsOfDay) }

func dateOf(days int) Date {
	y, m, d := time.Unix(int64(days)*secondsOfDay, 0).UTC().Date()
	return Date{y, int(m), d}
}

func (d Date) add(days int) Date { return dateOf(d.days() + days) }

// AddWeeks moves the date.
func (d Date) AddWeeks(n int) Date { return d.add(7 * n) }

// Before says whether the date is before another.
func (d Date) Before(e Date) bool { return d.before(e) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

func (d Date) before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	return d.Month < e.Month || d.Month == e.Month && d.Day < e.Day
}

// Valid says whether there is such a day.
func (d Date) Valid() bool {
	return 1 <= d.Month && d.Month <= 12 && 1 <= d.Day && d.Day <= 31 && dateOf(d.days()) == d
}

// Sentinel says whether the date is one that stands for none: the zero date, the
// ends of types, and what programs write for unknown.
func (d Date) Sentinel() bool {
	switch d {
	case Date{}, Date{0, 1, 1}, Date{1, 1, 1}, Date{1753, 1, 1}, Date{1900, 1, 1}, Date{2999, 12, 31}, Date{9999, 1, 1}, Date{9999, 12, 31}, Date{9999, 99, 99}:
		return true
	}
	return false
}

// Birth draws a date of birth in the Japanese school year of the given one, which
// runs from 2 April to 1 April: grade and age stay right, the day does not.
func (s Seed) Birth(like Date) Date {
	first := Date{like.Year, 4, 2}
	if like.before(first) {
		first.Year--
	}
	start := first.days()
	n := Date{first.Year + 1, 4, 2}.days() - start
	return dateOf(start + s.Sub("birth date").N(n))
}

// An era of the Japanese calendar: name, letter, the digit that municipal systems
// write, and first day.
type era struct {
	name, kanji string
	letter      byte
	digit       byte
	first       Date
}

// eras, the latest first. Dates before 1873 are of the lunar calendar.
var eras = [...]era{
	{"令和", "令", 'R', '5', Date{2019, 5, 1}},
	{"平成", "平", 'H', '4', Date{1989, 1, 8}},
	{"昭和", "昭", 'S', '3', Date{1926, 12, 25}},
	{"大正", "大", 'T', '2', Date{1912, 7, 30}},
	{"明治", "明", 'M', '1', Date{1868, 1, 25}},
}

var gregorian = Date{1873, 1, 1}
