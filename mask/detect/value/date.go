package value

import (
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
)

// eras are those of the Japanese calendar, with the letters that stand for them.
var eras = [...]struct {
	name   string
	letter byte
	first  int // the year before its first
}{{"令和", 'R', 2018}, {"平成", 'H', 1988}, {"昭和", 'S', 1925}, {"大正", 'T', 1911}, {"明治", 'M', 1867}}

// dateNumber reads up to four digits of either width.
func dateNumber(b []byte) (v, digits, size int) {
	for size < len(b) && digits < 5 {
		c, n := b[size], 1
		if c == 0xef && size+3 <= len(b) && isWideDigit(b[size:]) {
			c, n = b[size+2]-0x90+'0', 3
		}
		if !isDigit(c) {
			break
		}
		v = v*10 + int(c-'0')
		digits++
		size += n
	}
	return v, digits, size
}

// dateMark reads what stands behind a part of a date.
func dateMark(b []byte) (rune, int) {
	r, n := utf8.DecodeRune(b)
	switch r {
	case '-', '/', '.', '年', '月', '日':
		return r, n
	case '－', '−', '‐':
		return '-', n
	case '／':
		return '/', n
	case '．':
		return '.', n
	}
	return 0, 0
}

// date judges what begins with a digit: 2012-04-02, 2012/4/2, 2012年4月2日, 4/2/2012,
// and with an era before it 平成24年4月2日. It gives the end, or 0.
func (f *finder) date(i int) int {
	var v, n [3]int
	var marks [3]rune
	j := i
	for k := range v {
		var size int
		v[k], n[k], size = dateNumber(f.text[j:])
		if n[k] == 0 || n[k] > 4 {
			return 0
		}
		j += size
		if marks[k], size = dateMark(f.text[j:]); size == 0 && k < 2 {
			return 0
		}
		if k < 2 || marks[k] == '日' {
			j += size
		}
		if marks[k] == '年' || marks[k] == '月' {
			for j < len(f.text) && f.text[j] == ' ' {
				j++
			}
		}
	}
	kanji := marks[0] == '年'
	if kanji && (marks[1] != '月' || marks[2] != '日') || !kanji && (marks[1] != marks[0] || marks[0] == '月' || marks[0] == '日' || marks[2] == marks[0] && isDigit(f.after(j+1))) {
		return 0
	}
	start, year := f.era(i, v[0])
	d := fake.Date{Year: year, Month: v[1], Day: v[2]}
	if n[2] == 4 && n[0] <= 2 && marks[0] != '.' {
		d = fake.Date{Year: v[2], Month: v[0], Day: v[1]}
		if !d.Valid() {
			d.Month, d.Day = d.Day, d.Month
		}
	} else if n[1] > 2 || n[2] > 2 || n[0] != 4 && start == i {
		return 0
	}
	return f.addDate(start, j, d)
}

// addDate adds a date if there is such a day in the lifetime of people and records.
func (f *finder) addDate(start, end int, d fake.Date) int {
	if !d.Valid() || d.Year < 1868 || d.Year > 2199 || start < f.free {
		return 0
	}
	if c := f.before(start); isLetter(c) || isDigit(c) || isDigit(f.after(end)) || isLetter(f.after(end)) && f.after(end) != 'T' {
		return 0
	}
	rest := end
	for rest < len(f.text) && f.text[rest] == ' ' {
		rest++
	}
	if f.hasLabel(start, birthLabels[:]) || f.endsLabelled(rest, birthEndings[:]) {
		return f.add(start, end, BirthDate, Certain, false)
	}
	return f.add(start, end, Date, Likely, false)
}

// era finds the era before a year, and gives where the date begins and the year.
func (f *finder) era(i, year int) (start, gregorian int) {
	j := i
	for j > f.free && f.text[j-1] == ' ' {
		j--
	}
	for _, e := range eras {
		k := j - len(e.name)
		switch {
		case k >= f.free && string(f.text[k:j]) == e.name:
			return k, year + e.first
		case i > f.free && lower(f.text[i-1]) == lower(e.letter) && (i < 2 || !isLetter(f.text[i-2]) && !isDigit(f.text[i-2])) && year < 100:
			return i - 1, year + e.first
		}
	}
	return i, year
}

// letterDate judges a word that begins with the letter of an era: H24.4.2.
func (f *finder) letterDate(i int) int {
	if i+1 < len(f.text) && isDigit(f.text[i+1]) {
		return f.date(i + 1)
	}
	return 0
}

var months = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthBegins are the first letters of months.
var monthBegins = func() (t [256]bool) {
	for _, m := range months {
		t[m[0]], t[m[0]-'a'+'A'] = true, true
	}
	return t
}()

// monthDate judges a word that is the name of a month: April 2, 2012 and 2 April
// 2012.
func (f *finder) monthDate(i, end int) int {
	w := f.text[i:end]
	if !monthBegins[w[0]] {
		return 0
	}
	if n := len(w); w[n-1] == '.' {
		w = w[:n-1]
	}
	if len(w) < 3 || len(w) > 9 {
		return 0
	}
	month := 0
	for m, name := range months {
		if lower(w[0]) == name[0] && (foldsTo(w, name) || foldsTo(w, name[:3])) {
			month = m + 1
			break
		}
	}
	if month == 0 {
		return 0
	}
	skip := func(j int) int {
		for j < len(f.text) && (f.text[j] == ' ' || f.text[j] == ',') {
			j++
		}
		return j
	}
	j := skip(end)
	v, n, size := dateNumber(f.text[j:])
	j += size
	if n == 1 || n == 2 { // April 2, 2012
		for _, s := range [...]string{"st", "nd", "rd", "th"} {
			if begins(f.text[j:], s) {
				j += len(s)
			}
		}
		k := skip(j)
		year, n, size := dateNumber(f.text[k:])
		if n != 4 || k == j {
			return 0
		}
		return f.addDate(i, k+size, fake.Date{Year: year, Month: month, Day: v})
	}
	if n != 4 {
		return 0
	}
	k := i // 2 April 2012
	for k > f.free && f.text[k-1] == ' ' {
		k--
	}
	day, unit := 0, 1
	for k > f.free && unit <= 10 && isDigit(f.text[k-1]) {
		k--
		day += unit * int(f.text[k]-'0')
		unit *= 10
	}
	return f.addDate(k, j, fake.Date{Year: v, Month: month, Day: day})
}
