package fake

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// A Stage is a kind of school with grades of its own.
type Stage uint8

const (
	Elementary     Stage = iota // 小学校, grades 1 to 6
	LowerSecondary              // 中学校, 1 to 3
	UpperSecondary              // 高等学校, 1 to 3
)

// Grades is the number of grades of a stage.
func (s Stage) Grades() int { return [...]int{6, 3, 3}[s] }

// before is the number of grades of the stages before.
func (s Stage) before() int { return [...]int{0, 6, 9}[s] }

// Cohort gives the school year of birth of whoever was born on a day. It runs from 2
// April to 1 April: who is born on 1 April goes to school with those born before.
func Cohort(born Date) int {
	if born.before(Date{born.Year, 4, 2}) {
		return born.Year - 1
	}
	return born.Year
}

// Grade gives the grade in a school year of whoever was born on a day, from 1 through
// all stages: 7 is the first of lower secondary school. It is below 1 or above 12 for
// those who are too young or too old.
func Grade(born Date, year int) int { return year - Cohort(born) - 6 }

// A Class is one of a school in a school year. Its pupils are the same ones, one grade
// higher, in the year after.
type Class struct {
	School School
	Stage  Stage
	Year   int // that begins in April
	Grade  int // of the stage, from 1
	Label  int // 1 is A, up to 26
}

// entry is the school year in which the class came to the school.
func (c *Class) entry() int { return c.Year - c.Grade + 1 }

// A Pupil is one of a class, whose parts agree: the date of birth with the grade, the
// order of the names with the attendance numbers, the student number with the year of
// entry, and the e-mail address with both the student number and the school.
type Pupil struct {
	Persona
	Class  Class
	Number int // of attendance
}

// Pupil gives the pupil with an attendance number, from 1 to 99. Up to 45 the kana of
// the names are in the order of the numbers.
func (c Class) Pupil(number int) Pupil {
	seed := c.School.seed.Sub("pupils of " + strconv.Itoa(c.entry())).Nth(c.Label*100 + number)
	return Pupil{Persona: NewPersona(seed, seed, c.School.l).InOrder(number), Class: c, Number: number}
}

// Born is the date of birth.
func (p Pupil) Born() Date {
	return p.Birth(Date{p.Class.Year - p.Class.Grade - p.Class.Stage.before() - 6, 10, 1})
}

// AppendClass appends the name of the class in the notation of like: 1年A組, 3-2, 302,
// A組. A class that like calls by a word gets the name of a flower.
func (p Pupil) AppendClass(dst, like []byte) []byte {
	v := bytes.TrimSpace(like)
	size := gradeSize(v)
	grade := courseAndGrade(v[:size])
	i := bytes.IndexFunc(grade, func(r rune) bool { _, ok := asciiDigit(r); return ok || isKanjiDigit(r) })
	if i >= 0 {
		r, n := utf8.DecodeRune(grade[i:])
		dst = appendLabel(append(dst, grade[:i]...), r, p.Class.Grade, 1)
		grade = grade[i+n:]
	}
	dst = append(dst, grade...)
	label, rest := cutClassWord(v[size:])
	r, n := utf8.DecodeRune(label)
	switch class := classOf(r); {
	case n == len(label) && class.latin(), classNumber(label) > 0, kanjiDigit(label) > 0:
		dst = appendLabel(dst, r, p.Class.Label, runeCount(label))
	default:
		f := flowers[p.Class.Label%len(flowers)]
		dst = f.appendTo(dst, faceOfText(label, hanChar))
	}
	return append(dst, rest...)
}

// appendLabel appends a number as a letter or in digits of the width and kind of like.
func appendLabel(dst []byte, like rune, n, digits int) []byte {
	class := classOf(like)
	for _, first := range [...]rune{'A', 'a', 'Ａ', 'ａ'} {
		if class == classOf(first) {
			return utf8.AppendRune(dst, first+rune(n-1))
		}
	}
	if isKanjiDigit(like) && n < 10 {
		return append(dst, kanjiDigits[(n-1)*len("一"):n*len("一")]...)
	}
	text := strconv.Itoa(n)
	for range digits - len(text) {
		dst = appendDigit(dst, '0', class == wideDigit)
	}
	for i := range len(text) {
		dst = appendDigit(dst, text[i], class == wideDigit)
	}
	return dst
}

// AppendStudentNumber appends the student number: the year of entry, two digits of the
// class, two of attendance, and a check digit ([Luhn]).
func (p Pupil) AppendStudentNumber(dst []byte) []byte {
	start := len(dst)
	dst = strconv.AppendInt(dst, int64(p.Class.entry()), 10)
	for _, n := range [...]int{p.Class.Label, p.Number} {
		dst = append(dst, '0'+byte(n/10%10), '0'+byte(n%10))
	}
	dst = append(dst, '0')
	Luhn.Set(dst[start:])
	return dst
}

// AppendEmail appends the address that the school gives the pupil: s and the student
// number, under the school's domain.
func (p Pupil) AppendEmail(dst []byte) []byte {
	dst = append(p.AppendStudentNumber(append(dst, 's')), '@')
	return p.Class.School.appendDomain(dst, []byte("x.ed.jp"))
}
