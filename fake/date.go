package fake

import (
	"bytes"
	"strconv"
	"time"
	"unicode/utf8"
)

// A Date is a day of the Gregorian calendar.
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

// An eraStyle is how an era is written.
type eraStyle uint8

const (
	noEra     eraStyle = iota
	eraName            // 平成
	eraKanji           // 平
	eraLetter          // H
	eraSmall           // h
	eraDigit           // 4
)

// A dateOrder is the order of the parts of a date.
type dateOrder uint8

const (
	yearFirst dateOrder = iota
	monthFirst
	dayFirst
)

// A DateForm is how a date is written: 2012-04-02, 20120402, 2012/4/2,
// 平成24年4月2日, H24.4.2, 4240402, 04/02/2012, with or without a time of day. It
// points into the value that it was read from.
type DateForm struct {
	era     eraStyle
	order   dateOrder
	compact bool
	gannen  bool // the first year of an era is 元年
	padYear bool // of an era
	pad     bool // months and days have two digits
	wide    bool
	seps    [3]rune // behind the first, second and third number
	tail    []byte  // the time of day and its zone
	zone    int     // where the zone begins in it
	shifted bool    // it is midnight in Japan, written in UTC: 15:00 of the day before
}

// dateReader reads the parts of a date.
type dateReader struct {
	rest []byte
	wide bool
}

// number reads digits of either width.
func (r *dateReader) number() (n, digits int, zero bool) {
	for len(r.rest) > 0 && digits < 9 {
		c, size := utf8.DecodeRune(r.rest)
		d, ok := asciiDigit(c)
		if !ok {
			break
		}
		r.wide = r.wide || size > 1
		zero = zero || digits == 0 && d == '0'
		n = n*10 + int(d-'0')
		digits++
		r.rest = r.rest[size:]
	}
	return n, digits, zero
}

// ParseDate reads a date. It takes days that do not exist only where they are
// sentinels.
func ParseDate(value []byte) (Date, DateForm, bool) {
	var f DateForm
	r := dateReader{rest: bytes.TrimSpace(value)}
	e := r.era(&f)
	first, digits, zero := r.number()
	var d Date
	switch {
	case digits == 0 && f.era != noEra && begins(r.rest, "元"):
		r.rest, first, f.gannen = r.rest[len("元"):], 1, true
		d = r.split(&f, first)
	case digits == 8 && f.era == noEra:
		f.compact = true
		d = Date{first / 10000, first / 100 % 100, first % 100}
	case digits == 7 && f.era == noEra && 1 <= first/1000000 && first/1000000 <= len(eras):
		f.compact, f.era = true, eraDigit
		e = &eras[len(eras)-first/1000000]
		d = Date{first / 10000 % 100, first / 100 % 100, first % 100}
	case digits == 6 && f.era != noEra:
		f.compact = true
		d = Date{first / 10000, first / 100 % 100, first % 100}
	case digits == 4 && f.era == noEra || f.era != noEra && (digits == 1 || digits == 2):
		f.padYear = zero && f.era != noEra
		d = r.split(&f, first)
	case digits == 1 || digits == 2:
		d = r.splitYearLast(&f, first, digits, zero)
	default:
		return d, f, false
	}
	f.wide = r.wide
	if f.era != noEra {
		d.Year += e.first.Year - 1
	}
	if !f.setTail(r.rest) {
		return d, f, false
	}
	if f.shifted && d.Valid() {
		d = d.add(1)
	}
	return d, f, d.Sentinel() || d.Valid()
}

// era reads an era.
func (r *dateReader) era(f *DateForm) *era {
	for i := range eras {
		e := &eras[i]
		switch {
		case begins(r.rest, e.name):
			f.era, r.rest = eraName, r.rest[len(e.name):]
		case begins(r.rest, e.kanji):
			f.era, r.rest = eraKanji, r.rest[len(e.kanji):]
		case len(r.rest) > 0 && r.rest[0] == e.letter:
			f.era, r.rest = eraLetter, r.rest[1:]
		case len(r.rest) > 0 && r.rest[0] == e.letter|0x20:
			f.era, r.rest = eraSmall, r.rest[1:]
		default:
			continue
		}
		r.rest = bytes.TrimLeft(r.rest, " ")
		return e
	}
	return nil
}

// split reads month and day behind a year. An impossible date says that it
// failed.
func (r *dateReader) split(f *DateForm, year int) Date {
	var d [2]int
	zeros, short := false, false
	f.seps[0] = r.separator()
	for i := range d {
		n, digits, zero := r.number()
		if f.seps[i] == 0 || digits == 0 || digits > 2 {
			return Date{Month: 13}
		}
		d[i], zeros, short = n, zeros || zero, short || digits == 1
		f.seps[i+1] = r.separator()
	}
	if f.seps[2] != 0 && f.seps[2] != '日' {
		return Date{Month: 13}
	}
	f.pad = zeros || !short && f.era == noEra && f.seps[0] != '年'
	return Date{year, d[0], d[1]}
}

// splitYearLast reads 04/02/2012: month first, unless that is impossible.
func (r *dateReader) splitYearLast(f *DateForm, first, digits int, zero bool) Date {
	f.order = monthFirst
	f.seps[0] = r.separator()
	second, secondDigits, secondZero := r.number()
	f.seps[1] = r.separator()
	year, yearDigits, _ := r.number()
	if f.seps[0] == 0 || f.seps[1] == 0 || f.seps[0] > 0x7f || secondDigits == 0 || secondDigits > 2 || yearDigits != 4 {
		return Date{Month: 13}
	}
	f.pad = zero || secondZero || digits == 2 && secondDigits == 2
	if first > 12 || f.seps[0] == '.' { // 2.4.2012 is the day first
		f.order = dayFirst
		return Date{year, second, first}
	}
	return Date{year, first, second}
}

// separator reads one of the characters between the parts. It leaves the rest if
// there is none.
func (r *dateReader) separator() rune {
	c, size := utf8.DecodeRune(r.rest)
	switch c {
	case '-', '/', '.', '年', '月', '日', '／', '．', '－':
		r.rest = r.rest[size:]
		return c
	}
	return 0
}

// setTail reads the time of day.
func (f *DateForm) setTail(tail []byte) bool {
	if len(tail) == 0 {
		return true
	}
	if f.compact && f.era != noEra || tail[0] != ' ' && tail[0] != 'T' {
		return false
	}
	f.tail, f.zone = tail, len(tail)
	digits, clock := 0, 0
	for i, c := range tail[1:] {
		switch {
		case '0' <= c && c <= '9':
			if digits++; digits <= 6 {
				clock = clock*10 + int(c-'0')
			}
		case c == ':' || c == '.' && i > 0:
		case c == '+' || c == '-' || c == 'Z' || c == ' ':
			f.zone = i + 1
		default:
			return false
		}
		if f.zone < len(tail) {
			break
		}
	}
	for _, c := range tail[f.zone:] {
		if !('0' <= c && c <= '9' || c == '+' || c == '-' || c == ':' || c == 'Z' || c == ' ') {
			return false
		}
	}
	if digits < 4 {
		return false
	}
	f.shifted = digits >= 6 && clock == 150000 || digits == 4 && clock == 1500
	return true
}

// Append appends a date in the form. It fails for eras where the date is of the
// lunar calendar.
func (f *DateForm) Append(dst []byte, d Date) ([]byte, bool) {
	if f.shifted {
		d = d.add(-1)
	}
	year := d.Year
	if f.era != noEra {
		if d.before(gregorian) {
			return dst, false
		}
		e := &eras[len(eras)-1]
		for i := range eras {
			if !d.before(eras[i].first) {
				e = &eras[i]
				break
			}
		}
		year = d.Year - e.first.Year + 1
		dst = f.appendEra(dst, e)
	}
	if !f.compact {
		return f.appendTail(f.appendParts(dst, year, d)), true
	}
	width := 4
	if f.era != noEra {
		width = 2
	}
	dst = f.number(f.number(f.number(dst, year, width), d.Month, 2), d.Day, 2)
	return f.appendTail(dst), true
}

func (f *DateForm) appendEra(dst []byte, e *era) []byte {
	switch f.era {
	case eraName:
		return append(dst, e.name...)
	case eraKanji:
		return append(dst, e.kanji...)
	case eraSmall:
		return append(dst, e.letter|0x20)
	case eraDigit:
		return append(dst, e.digit)
	}
	return append(dst, e.letter)
}

func (f *DateForm) appendParts(dst []byte, year int, d Date) []byte {
	width := 1
	if f.pad {
		width = 2
	}
	parts := [3]int{year, d.Month, d.Day}
	switch f.order {
	case monthFirst:
		parts = [3]int{d.Month, d.Day, year}
	case dayFirst:
		parts = [3]int{d.Day, d.Month, year}
	}
	for i, n := range parts {
		isYear := i == 0 && f.order == yearFirst || i == 2 && f.order != yearFirst
		switch {
		case isYear && f.era == noEra:
			dst = f.number(dst, n, 4)
		case isYear && n == 1 && (f.gannen || f.era == eraName && f.seps[0] == '年' && !f.padYear):
			dst = append(dst, "元"...)
		case isYear && f.padYear:
			dst = f.number(dst, n, 2)
		case isYear:
			dst = f.number(dst, n, 1)
		default:
			dst = f.number(dst, n, width)
		}
		if f.seps[i] != 0 {
			dst = utf8.AppendRune(dst, f.seps[i])
		}
	}
	return dst
}

// number appends a number of at least so many digits.
func (f *DateForm) number(dst []byte, n, width int) []byte {
	var tmp [20]byte
	text := strconv.AppendInt(tmp[:0], int64(n), 10)
	for range width - len(text) {
		dst = appendDigit(dst, '0', f.wide)
	}
	for _, c := range text {
		dst = appendDigit(dst, c, f.wide)
	}
	return dst
}

// appendTail writes midnight in the form of the time of day, and the zone.
func (f *DateForm) appendTail(dst []byte) []byte {
	for i, c := range f.tail {
		if !f.shifted && i < f.zone && '0' <= c && c <= '9' {
			c = '0'
		}
		dst = append(dst, c)
	}
	return dst
}
