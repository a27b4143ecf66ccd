package builtin

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// date moves a date, or makes it coarser; the notation stays.
//
//   - shift: Nw moves it by whole weeks, up to N either way and never by none, so
//     that the day of the week stays. All dates of a person move alike, so that
//     their order stays.
//   - to: month, quarter, year gives the first day of that; school_year the 2nd of
//     April on or before it, which keeps a birth date in its school-year cohort.
//     A time of day becomes midnight.
//
// Dates that stand for no date stay: 0000-00-00, 0001-01-01, 1900-01-01,
// 9999-12-31, infinity and -infinity. What is no date, or a date of which a part
// is zero, is not of this kind.
type dateMasker struct {
	weeks int
	to    string
}

func dateFactory(b *mask.Build) (mask.Masker, error) {
	var m dateMasker
	shift, err := b.String("shift", "")
	if err != nil {
		return nil, err
	}
	if m.to, err = b.String("to", ""); err != nil {
		return nil, err
	}
	if (shift == "") == (m.to == "") {
		return nil, errors.New("say shift: Nw or to: month | quarter | year | school_year")
	}
	switch m.to {
	case "", "month", "quarter", "year", "school_year":
	default:
		return nil, errors.New("to: want month, quarter, year or school_year")
	}
	if shift != "" {
		n, err := strconv.ParseUint(strings.TrimSuffix(shift, "w"), 10, 16)
		if err != nil || !strings.HasSuffix(shift, "w") || n < 1 || n > 520 {
			return nil, errors.New("shift: want whole weeks, from 1w to 520w")
		}
		m.weeks = int(n)
	}
	return m, nil
}

func (m dateMasker) Mask(out *mask.Out, in *mask.In) error {
	if standsForNone(in.Value) {
		out.Keep()
		return nil
	}
	d, ok := parseDate(in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	if m.to != "" {
		d.floor(m.to)
	} else {
		d.shift(weeks(in.Person(), m.weeks))
	}
	out.End(d.append(out.Begin()))
	return nil
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

func (m dateMasker) Spec() mask.Spec {
	s := mask.Spec{Kind: "date", Keying: mask.ByPerson, Output: mask.Output{Kinds: []schema.Kind{schema.Date, schema.DateTime}}}
	if m.to != "" {
		s.Keying = mask.ByNothing
	}
	return s
}

// standsForNone recognises the dates that applications write for "none" or "for
// ever".
func standsForNone(v []byte) bool {
	s := string(v[:min(len(v), 10)]) // no copy: it is only compared
	switch s {
	case "0000-00-00", "0001-01-01", "1900-01-01", "9999-12-31", "infinity", "-infinity", "00000000", "99991231", "0000/00/00", "9999/12/31":
		return true
	}
	return false
}

// A civil is a date in one of the notations that parseDate reads.
type civil struct {
	year, month, day int
	era              *era // nil: Gregorian
	text             []byte
	parts            [3]span // where year, month and day stand in text
	hasTime          bool
	clock            span // where the time of day stands, if it does
}

type span struct{ from, to int }

// An era of the Japanese calendar. Its years count from 1.
type era struct {
	kanji, letter string
	start         int // year, month and day as one number
}

// eras from the latest: the days are those of the edicts, as the Cabinet Office
// publishes them.
var eras = []era{
	{"令和", "R", 20190501}, {"平成", "H", 19890108}, {"昭和", "S", 19261225}, {"大正", "T", 19120730}, {"明治", "M", 18680125},
}

// parseDate reads a date, with or without a time of day behind it: 2012-04-02,
// 2012/4/2, 2012.4.2, 20120402, 2012年4月2日, 平成24年4月2日, H24.4.2 and the
// like, and ISO 8601 times. It keeps a slice of v.
func parseDate(v []byte) (civil, bool) {
	d := civil{text: v}
	i := 0
	for e := range eras {
		for _, name := range []string{eras[e].kanji, eras[e].letter, eras[e].kanji[:3]} {
			if len(v) > len(name) && string(v[:len(name)]) == name {
				d.era, i = &eras[e], len(name)
				break
			}
		}
		if d.era != nil {
			break
		}
	}
	var n [3]int
	compact := d.era == nil && len(v) >= 8 && allDigits(v[:8]) && (len(v) == 8 || len(v) == 14 && allDigits(v))
	for k := range n {
		from := i
		most := []int{4, 2, 2}[k]
		for i < len(v) && isDigit(v[i]) && i-from < most {
			n[k] = n[k]*10 + int(v[i]-'0')
			i++
		}
		if k == 0 && d.era != nil && i == from && strings.HasPrefix(string(v[i:]), "元") {
			n[0], i = 1, i+len("元")
		}
		if i == from {
			return d, false
		}
		d.parts[k] = span{from, i}
		if compact || k == 2 {
			continue
		}
		size := separator(v[i:])
		if size == 0 {
			return d, false
		}
		i += size
	}
	if strings.HasPrefix(string(v[i:min(i+3, len(v))]), "日") {
		i += len("日")
	}
	d.year, d.month, d.day = n[0], n[1], n[2]
	if d.era != nil {
		d.year += d.era.start/10000 - 1
	}
	if d.era == nil && d.parts[0].to-d.parts[0].from != 4 || d.month < 1 || d.month > 12 || d.day < 1 || d.day > daysIn(d.year, d.month) || d.year < 1 {
		return d, false
	}
	if i < len(v) {
		d.hasTime, d.clock = true, span{i, len(v)}
		return d, isClock(v[i:], compact)
	}
	return d, true
}

func allDigits(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

// separator gives the length of what stands between the parts of a date.
func separator(v []byte) int {
	if len(v) == 0 {
		return 0
	}
	switch v[0] {
	case '-', '/', '.':
		return 1
	}
	for _, s := range []string{"年", "月", "／", "．"} {
		if len(v) >= len(s) && string(v[:len(s)]) == s {
			return len(s)
		}
	}
	return 0
}

// isClock accepts " 15:04:05.999", "T15:04Z", "+09:00" behind it, and six digits
// behind a compact date.
func isClock(v []byte, compact bool) bool {
	if compact {
		return len(v) == 6
	}
	if v[0] != ' ' && v[0] != 'T' && v[0] != 't' || len(v) < 5 || !isDigit(v[1]) {
		return false
	}
	for _, c := range v[1:] {
		if !isDigit(c) && strings.IndexByte(":.,+-Zz ", c) < 0 {
			return false
		}
	}
	return true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// shift moves the date by weeks. Where that would leave the years from 1 to
// 9999, it moves the other way.
func (d *civil) shift(weeks int) {
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	moved := t.AddDate(0, 0, 7*weeks)
	if y := moved.Year(); y < 1 || y > 9999 {
		moved = t.AddDate(0, 0, -7*weeks)
	}
	d.year, d.month, d.day = moved.Year(), int(moved.Month()), moved.Day()
}

// floor moves the date to the first day of a period, and its time to midnight.
func (d *civil) floor(period string) {
	switch period {
	case "month":
	case "quarter":
		d.month -= (d.month - 1) % 3
	case "year":
		d.month = 1
	case "school_year":
		if d.month < 4 || d.month == 4 && d.day < 2 {
			d.year--
		}
		d.month, d.day = 4, 2
		d.midnight()
		return
	}
	d.day = 1
	d.midnight()
}

// midnight writes zeros over the time of day, not over its zone.
func (d *civil) midnight() {
	if !d.hasTime {
		return
	}
	text := append([]byte(nil), d.text...)
	for i := d.clock.from; i < d.clock.to; i++ {
		if c := text[i]; c == '+' || c == '-' || c == 'Z' || c == 'z' {
			break
		} else if isDigit(c) {
			text[i] = '0'
		}
	}
	d.text = text
}

// append writes the date in the notation in which it was read. An era that had
// not begun, or was over, becomes the one of the day.
func (d *civil) append(dst []byte) []byte {
	year := d.year
	at := 0
	if d.era != nil {
		day := d.year*10000 + d.month*100 + d.day
		e := &eras[len(eras)-1]
		for k := range eras {
			if day >= eras[k].start {
				e = &eras[k]
				break
			}
		}
		year = max(d.year-e.start/10000+1, 1)
		at = d.parts[0].from
		switch at {
		case 1:
			dst = append(dst, e.letter...)
		case 3:
			dst = append(dst, e.kanji[:3]...)
		default:
			dst = append(dst, e.kanji...)
		}
	}
	// A month or day of one digit says that they are not padded.
	padded := d.parts[1].to-d.parts[1].from == 2 && d.parts[2].to-d.parts[2].from == 2
	for k, n := range [3]int{year, d.month, d.day} {
		p := d.parts[k]
		dst = append(dst, d.text[at:p.from]...)
		at = p.to
		switch {
		case !isDigit(d.text[p.from]) && n == 1:
			dst = append(dst, "元"...)
		case !isDigit(d.text[p.from]), !padded && (k > 0 || d.era != nil):
			dst = strconv.AppendInt(dst, int64(n), 10)
		default:
			dst = appendPadded(dst, n, p.to-p.from)
		}
	}
	return append(dst, d.text[at:]...)
}

// appendPadded writes n with at least width digits.
func appendPadded(dst []byte, n, width int) []byte {
	for p := pow10(width - 1); p > int64(n) && p > 1; p /= 10 {
		dst = append(dst, '0')
	}
	return strconv.AppendInt(dst, int64(n), 10)
}
