package fake

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A DateOrder says in which order dates are read that have the year last and their
// month in digits: 4/2/2012.
type DateOrder uint8

const (
	// CertainOrder reads none that could be read either way. A day beyond 12
	// decides, and so do dots: 2.4.2012 has the day first.
	CertainOrder DateOrder = iota
	// MonthFirst reads the month first, unless it could be none.
	MonthFirst
	// DayFirst reads the day first, unless the month could be none.
	DayFirst
	yearFirst
)

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

// A digitStyle is how numbers are written.
type digitStyle uint8

const (
	asciiDigits digitStyle = iota
	wideDigits             // １２
	kanjiTens              // 十二
	kanjiEach              // 一二
)

// A wordStyle is how the name of a month or of a day of the week is written.
type wordStyle uint8

const (
	noWord    wordStyle = iota
	shortWord           // Apr
	longWord            // April
	japanese            // 月, of the days of the week
	upperWord wordStyle = 1 << 6
	lowerWord wordStyle = 1 << 7
)

// A DateForm is how a date is written: 2012-04-02, 20120402, 2012/4/2,
// 平成24年4月2日(月), 平成二十四年四月二日, H24.4.2, 4240402, 04/02/2012, 2-Apr-2012,
// April 2, 2012, Mon, 2 Apr 2012, 0044-03-15 BC, with or without a time of day. It
// points into the value that it was read from.
type DateForm struct {
	era     eraStyle
	order   DateOrder
	digits  digitStyle
	compact bool
	gannen  bool // the first year of an era is 元年
	padYear bool // of an era
	pad     bool // months and days have two digits
	long    bool // years may have more than four digits, or stand before the year 1
	month   wordStyle
	weekday wordStyle
	before  []byte    // between the weekday, where it stands in front, and the date
	seps    [3][]byte // behind the first, second and third part
	around  [2][]byte // what stands around the weekday behind the date
	clock   clock
	shifted bool // it is midnight in Japan, written in UTC: 15:00 of the day before
}

// ParseDate reads a day, as that of somebody's birth; 4/2/2012 has the month first.
// It takes days that do not exist only where they are sentinels. A time of day
// becomes midnight; where it is that of midnight in Japan, written in UTC, the day
// is the next.
func ParseDate(value []byte) (Date, DateForm, bool) { return ReadDay(value, MonthFirst) }

// ReadDay is ParseDate with a choice of what stands first.
func ReadDay(value []byte, o DateOrder) (Date, DateForm, bool) {
	d, f, ok := ReadDate(value, o)
	if !ok || !d.Valid() {
		f.Midnight()
		return d, f, ok
	}
	return f.Day(d), f, true
}

// Day gives the day that a date read in the form means where it is of somebody's
// life: see [ParseDate]. Append writes the day, with its midnight.
func (f *DateForm) Day(d Date) Date {
	if f.shifted = f.clock.midnightInJapan(); f.shifted {
		return d.add(1)
	}
	f.Midnight()
	return d
}

// ReadDate reads a date as it is written: Append writes its time of day again.
func ReadDate(value []byte, o DateOrder) (Date, DateForm, bool) {
	var f DateForm
	r := dateReader{rest: bytes.TrimSpace(value), order: o}
	d, ok := r.date(&f)
	f.digits = r.style()
	if !ok || !f.clock.read(r.rest, f.compact) || f.compact && f.era != noEra && f.clock.text != nil {
		return d, f, false
	}
	if f.clock.bc {
		f.long, d.Year = true, 1-d.Year
		return d, f, f.era == noEra && d.Year <= 0 && f.holds(d)
	}
	return d, f, d.Sentinel() || f.holds(d)
}

// Midnight has Append write midnight for the time of day, in its form.
func (f *DateForm) Midnight() { f.shifted, f.clock.written = false, midnight }

// LastSecond has Append write that of the day instead.
func (f *DateForm) LastSecond() { f.shifted, f.clock.written = false, lastSecond }

// Clock says whether there is a time of day, and whether it is one that programs
// write for none: midnight, the second behind it, or midnight in UTC as it is in
// Japan.
func (f *DateForm) Clock() (has, none bool) { return f.clock.text != nil, f.clock.none() }

// Range gives the first and the last date that can be written in the form.
func (f *DateForm) Range() (first, last Date) {
	switch {
	case f.era != noEra:
		return gregorian, Date{eras[0].first.Year + 98, 12, 31}
	case f.long:
		return Date{-4712, 1, 1}, Date{294276, 12, 31} // the timestamps of PostgreSQL
	}
	return Date{1, 1, 1}, Date{9999, 12, 31}
}

// holds says whether the form has a place for a date.
func (f *DateForm) holds(d Date) bool {
	first, last := f.Range()
	return d.Valid() && !d.before(first) && !last.before(d)
}

// A dateReader reads the parts of a date.
type dateReader struct {
	rest  []byte
	order DateOrder
	// What digits were met; run: two of kanji beside each other without 十.
	wide, kanji, run bool
}

func (r *dateReader) style() digitStyle {
	switch {
	case r.kanji && r.run:
		return kanjiEach
	case r.kanji:
		return kanjiTens
	case r.wide:
		return wideDigits
	}
	return asciiDigits
}

// take steps over a text, if it comes next.
func (r *dateReader) take(text string) bool {
	if !begins(r.rest, text) {
		return false
	}
	r.rest = r.rest[len(text):]
	return true
}

// A datePart is a number, or a month by its name.
type datePart struct {
	n, digits int
	zero      bool // begins with a zero
	named     bool
}

// short says whether a part can be a month or a day.
func (p datePart) short() bool { return p.named || p.digits == 1 || p.digits == 2 }

// part reads a number in digits of any kind.
func (r *dateReader) part() datePart {
	var p datePart
	for len(r.rest) > 0 && p.digits < 15 {
		c, size := utf8.DecodeRune(r.rest)
		d, ok := asciiDigit(c)
		if !ok {
			break
		}
		r.wide = r.wide || size > 1
		p.zero = p.zero || p.digits == 0 && d == '0'
		p.n = p.n*10 + int(d-'0')
		p.digits++
		r.rest = r.rest[size:]
	}
	if p.digits == 0 {
		p = r.kanjiPart()
	}
	return p
}

const kanjiNumbers = "〇一二三四五六七八九"

// kanjiPart reads a number in kanji: 二〇一二, 二十四, 二四. 二十 has two digits.
func (r *dateReader) kanjiPart() datePart {
	var p datePart
	ten, ones := false, false
	for p.digits < 5 {
		c, size := utf8.DecodeRune(r.rest)
		i := strings.IndexRune(kanjiNumbers, c)
		switch {
		case c == '十' && !ten && p.digits < 2:
			ten, p.n = true, max(p.n, 1)*10
		case i < 0 || ones && ten:
			return r.counted(p, ten)
		default:
			ones = ten
			if !ten {
				p.n *= 10
			}
			p.zero = p.zero || p.digits == 0 && i == 0
			p.n += i / len("〇")
		}
		p.digits++
		r.rest = r.rest[size:]
	}
	return r.counted(p, ten)
}

func (r *dateReader) counted(p datePart, ten bool) datePart {
	r.kanji = r.kanji || p.digits > 0
	switch {
	case ten:
		p.digits = 2
	case p.digits == 2:
		r.run = true
	}
	return p
}

// month reads the name of a month, or a number.
func (r *dateReader) month(f *DateForm) datePart {
	n, style := r.word(func(i int) string { return time.Month(i + 1).String() }, 12)
	if n < 0 {
		return r.part()
	}
	f.month = style
	return datePart{n: n + 1, named: true}
}

// word reads one of some names: whole, or the first three letters of it.
func (r *dateReader) word(name func(int) string, names int) (int, wordStyle) {
	n := 0
	for n < len(r.rest) && r.rest[n]|0x20 >= 'a' && r.rest[n]|0x20 <= 'z' {
		n++
	}
	if n < 3 {
		return -1, noWord
	}
	for i := range names {
		style := longWord
		full := name(i)
		switch {
		case n == 3 && bytes.EqualFold(r.rest[:3], []byte(full[:3])):
			style = shortWord
		case !bytes.EqualFold(r.rest[:n], []byte(full)):
			continue
		}
		switch {
		case r.rest[1] < 'a':
			style |= upperWord
		case r.rest[0] >= 'a':
			style |= lowerWord
		}
		r.rest = r.rest[n:]
		return i, style
	}
	return -1, noWord
}

// date reads weekday, era and the three parts.
func (r *dateReader) date(f *DateForm) (Date, bool) {
	if _, style := r.word(func(i int) string { return time.Weekday(i).String() }, 7); style != noWord {
		f.weekday, f.before = style, r.separator(", ", " ")
		if f.before == nil {
			return Date{}, false
		}
	}
	e := r.era(f)
	from := r.rest
	if e != nil && r.take("元") {
		f.gannen = true
		return r.split(f, e, datePart{n: 1, digits: 1})
	}
	first := r.month(f)
	n := first.n
	f.compact = !r.kanji
	switch {
	case !f.compact:
	case first.digits == 14 && e == nil && !r.wide: // the time of day follows without a separator
		r.rest, n = from[8:], n/1000000
		fallthrough
	case first.digits == 8 && e == nil:
		return Date{n / 10000, n / 100 % 100, n % 100}, true
	case first.digits == 7 && e == nil && 1 <= n/1000000 && n/1000000 <= len(eras):
		f.era, e = eraDigit, &eras[len(eras)-n/1000000]
		n %= 1000000
		fallthrough
	case first.digits == 6 && e != nil:
		return Date{e.first.Year - 1 + n/10000, n / 100 % 100, n % 100}, true
	}
	f.compact = false
	return r.split(f, e, first)
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
		case len(r.rest) > 1 && r.rest[0] == e.letter && !isLetter(r.rest[1]):
			f.era, r.rest = eraLetter, r.rest[1:]
		case len(r.rest) > 1 && r.rest[0] == e.letter|0x20 && !isLetter(r.rest[1]):
			f.era, r.rest = eraSmall, r.rest[1:]
		default:
			continue
		}
		r.rest = bytes.TrimLeft(r.rest, " ")
		return e
	}
	return nil
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// split reads what follows the first part, and finds out which part is which.
func (r *dateReader) split(f *DateForm, e *era, first datePart) (Date, bool) {
	parts := [3]datePart{0: first}
	for i := 1; i < 3; i++ {
		seps := dateSeparators
		if f.month != noWord || i == 1 && e == nil && first.digits < 3 {
			seps = wordSeparators
		}
		if f.seps[i-1] = r.separator(seps...); f.seps[i-1] == nil {
			return Date{}, false
		}
		if i == 1 && !first.named {
			parts[i] = r.month(f)
		} else {
			parts[i] = r.part()
		}
	}
	f.seps[2] = r.separator("日")
	r.weekday(f)
	if f.month == noWord && slices.ContainsFunc(wordSeparators[:spaced], func(s string) bool { return s == string(f.seps[0]) }) {
		return Date{}, false
	}
	return r.arrange(f, e, parts)
}

// Between the parts of a date stand these; with the name of a month, and only
// with it, spaces too.
var (
	dateSeparators = []string{"-", "/", ".", "年", "月", "／", "．", "－"}
	wordSeparators = append([]string{", ", ". ", " ", ","}, dateSeparators...)
)

const spaced = 4 // of wordSeparators

// separator reads one of some texts.
func (r *dateReader) separator(texts ...string) []byte {
	for _, s := range texts {
		if at := r.rest; r.take(s) {
			return at[:len(s):len(s)]
		}
	}
	return nil
}

// arrange says which part is year, month and day.
func (r *dateReader) arrange(f *DateForm, e *era, parts [3]datePart) (Date, bool) {
	a, b, c := parts[0], parts[1], parts[2]
	inOrder := a.digits == 4 || (a.digits == 5 || a.digits == 6) && !r.wide && !a.zero && string(f.seps[0]) == "-"
	switch {
	case e != nil && !a.named && a.short() || e == nil && inOrder:
		f.order, f.long, f.padYear = yearFirst, a.digits > 4, a.zero && e != nil
		f.pad = b.zero || c.zero || b.digits+c.digits == 4 && e == nil && !r.kanji && string(f.seps[0]) != "年"
		if e != nil {
			a.n += e.first.Year - 1
		}
		return Date{a.n, b.n, c.n}, b.short() && c.short() && !c.named
	case e != nil || c.digits != 4 || !a.short() || !b.short() || f.seps[2] != nil || f.seps[0][0] >= utf8.RuneSelf:
		return Date{}, false
	case a.named:
		f.order, f.pad = MonthFirst, b.zero
	case b.named:
		f.order, f.pad = DayFirst, a.zero || a.digits == 2 && string(f.seps[0]) == "-"
	default:
		f.pad = a.zero || b.zero || a.digits == 2 && b.digits == 2
		switch {
		case a.n > 12 || string(f.seps[0]) == ".":
			f.order = DayFirst
		case b.n > 12:
			f.order = MonthFirst
		default:
			f.order = r.order
		}
	}
	if f.order == DayFirst {
		a, b = b, a
	}
	return Date{c.n, a.n, b.n}, f.order != CertainOrder
}

const japaneseWeekdays = "日月火水木金土"

// weekday reads a day of the week behind the date: (月), （月曜日）, 月曜日.
func (r *dateReader) weekday(f *DateForm) {
	rest := r.rest
	n := len(rest)
	rest = bytes.TrimLeft(rest, " ")
	end := ""
	switch {
	case begins(rest, "("):
		rest, end = rest[1:], ")"
	case begins(rest, "（"):
		rest, end = rest[len("（"):], "）"
	}
	const size = len("月")
	if f.weekday != noWord || len(rest) < size || bytes.Index([]byte(japaneseWeekdays), rest[:size])%size != 0 {
		return
	}
	first := r.rest[:n-len(rest)]
	rest = rest[size:]
	at := rest
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("曜")), []byte("日"))
	if end == "" && len(rest) == len(at) || !begins(rest, end) {
		return
	}
	rest = rest[len(end):]
	f.weekday, f.around = japanese, [2][]byte{first, at[:len(at)-len(rest)]}
	r.rest = rest
}

// Append appends a date in the form. It fails for eras where the date is of the
// lunar calendar, and for years that the form has no place for.
func (f *DateForm) Append(dst []byte, d Date) ([]byte, bool) {
	if f.shifted {
		d = d.add(-1)
	}
	if !f.holds(d) {
		return dst, false
	}
	if f.weekday != noWord && f.weekday != japanese {
		dst = appendWord(dst, d.Weekday().String(), f.weekday)
		dst = append(dst, f.before...)
	}
	year := d.Year
	if f.era != noEra {
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
	if year <= 0 {
		year = 1 - year
	}
	dst = f.appendParts(dst, year, d)
	if f.weekday == japanese {
		const size = len("月")
		i := int(d.Weekday()) * size
		dst = append(append(append(dst, f.around[0]...), japaneseWeekdays[i:i+size]...), f.around[1]...)
	}
	dst = f.clock.append(dst)
	if d.Year <= 0 {
		dst = append(dst, beforeChrist...)
	}
	return dst, true
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

// appendWord writes the name of a month or of a day of the week.
func appendWord(dst []byte, name string, style wordStyle) []byte {
	n := len(dst)
	if style&^(upperWord|lowerWord) == shortWord {
		name = name[:3]
	}
	dst = append(dst, name...)
	for i := n; i < len(dst); i++ {
		switch {
		case style&upperWord != 0:
			dst[i] &^= 0x20
		case style&lowerWord != 0:
			dst[i] |= 0x20
		}
	}
	return dst
}

func (f *DateForm) appendParts(dst []byte, year int, d Date) []byte {
	if f.compact {
		width := 4
		if f.era != noEra {
			width = 2
		}
		return f.number(f.number(f.number(dst, year, width), d.Month, 2), d.Day, 2)
	}
	const y, m, day = 0, 1, 2
	order := [3]int{y, m, day}
	switch f.order {
	case MonthFirst:
		order = [3]int{m, day, y}
	case DayFirst:
		order = [3]int{day, m, y}
	}
	width := 1
	if f.pad {
		width = 2
	}
	for i, part := range order {
		switch {
		case part == y:
			dst = f.appendYear(dst, year)
		case part == m && f.month != noWord:
			dst = appendWord(dst, time.Month(d.Month).String(), f.month)
		case part == m:
			dst = f.number(dst, d.Month, width)
		default:
			dst = f.number(dst, d.Day, width)
		}
		dst = append(dst, f.seps[i]...)
	}
	return dst
}

func (f *DateForm) appendYear(dst []byte, year int) []byte {
	switch {
	case f.era == noEra:
		return f.number(dst, year, 4)
	case year == 1 && (f.gannen || f.era == eraName && string(f.seps[0]) == "年" && !f.padYear):
		return append(dst, "元"...)
	case f.padYear:
		return f.number(dst, year, 2)
	}
	return f.number(dst, year, 1)
}

// number appends a number of at least so many digits.
func (f *DateForm) number(dst []byte, n, width int) []byte {
	if f.digits == kanjiTens && n < 100 {
		if n >= 20 {
			dst = appendKanji(dst, n/10)
		}
		if n >= 10 {
			dst = append(dst, "十"...)
		}
		if n%10 > 0 {
			dst = appendKanji(dst, n%10)
		}
		return dst
	}
	var tmp [20]byte
	text := strconv.AppendInt(tmp[:0], int64(n), 10)
	for range width - len(text) {
		dst = f.digit(dst, '0')
	}
	for _, c := range text {
		dst = f.digit(dst, c)
	}
	return dst
}

func (f *DateForm) digit(dst []byte, c byte) []byte {
	if f.digits == kanjiTens || f.digits == kanjiEach {
		return appendKanji(dst, int(c-'0'))
	}
	return appendDigit(dst, c, f.digits == wideDigits)
}

func appendKanji(dst []byte, n int) []byte {
	const size = len("〇")
	return append(dst, kanjiNumbers[n*size:(n+1)*size]...)
}
