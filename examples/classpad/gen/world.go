package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A world is the sample before it is tables.
type world struct {
	schools   []school
	teachers  []teacher
	classes   []class
	homes     []home
	guardians []guardian
	students  []student
	accounts  []account
	orders    []order
	notes     []note
}

const (
	maxSchools = 999
	schoolYear = 2023 // April to March

	pupils      = 18 // of a school
	classSize   = 9
	pupilHomes  = 15 // the last three pupils have a brother or sister in the class below
	demoNo      = 18 // the account that a machine issued and nobody uses
	casioNo     = 19 // the first of the accounts without a school
	accountsPer = 27
	teachersPer = 3
	canaryPupil = 6 // of the first school
)

// newWorld makes the sample. Everything of a school depends on its number only,
// so more schools leave the first ones as they are.
func newWorld(schools int) *world {
	w := &world{}
	for s := 1; s <= schools; s++ {
		w.addSchool(s)
		w.addHomes(s)
		w.addPupils(s)
		w.addAccounts(s)
		w.addOrders(s)
		w.addNotes(s)
	}
	return w
}

// A school and where it lies. Prefectures are real, towns are not.
type school struct {
	id                        int
	code, name, short, domain string
	prefecture, town, phone   string
}

var schoolKinds = []struct {
	code, name, short string
	grade             int // of its first class
	firstGradeAge     int // in the year in which the first grade begins
	labels            [2]string
}{
	{"C1", "中学校", "中", 1, 12, [2]string{"1年A組", "2年B組"}},
	{"D1", "高等学校", "高", 1, 15, [2]string{"普通科1年B組", "2-2"}},
	{"B1", "小学校", "小", 3, 6, [2]string{"3年2組", "たんぽぽ"}},
	{"C2", "義務教育学校", "義", 6, 6, [2]string{"6-A", "7年1組"}},
}

var towns = []struct{ prefecture, town, quarter, romaji string }{
	{"石川県", "霧坂市", "汐見台", "kirisaka-shiomidai"},
	{"新潟県", "白羽根市", "夕月", "shirohane-yuzuki"},
	{"長野県", "鷺ノ原市", "青磁台", "saginohara-seijidai"},
	{"福井県", "花鶏町", "風待", "atori-kazemachi"},
}

func (w *world) addSchool(s int) {
	kind, place := schoolKinds[(s-1)%len(schoolKinds)], towns[(s-1)%len(towns)]
	proper, domain := place.quarter, place.romaji+".test"
	if s > len(towns) {
		proper, domain = fmt.Sprintf("%s第%d", proper, s), fmt.Sprintf("%s%d.test", place.romaji, s)
	}
	// No prefecture has the number 49, so no school has such a code.
	code := fmt.Sprintf("%s492%07d", kind.code, 1000000+s*137)
	w.schools = append(w.schools, school{
		id: s, code: code + mextCheckDigit(code), name: place.town + "立" + proper + kind.name, short: proper + kind.short,
		domain: domain, prefecture: place.prefecture, town: place.town, phone: landline(s, -1),
	})
	for i := range teachersPer {
		w.addTeacher(s, i)
	}
	for i, label := range kind.labels {
		c := class{id: 2*s - 1 + i, school: s, grade: kind.grade + i, label: label, homeroom: teachersPer*(s-1) + 1 + i}
		if s%4 == 3 && i == 1 {
			c.homeroom = 0 // nobody yet
		}
		w.classes = append(w.classes, c)
	}
}

// mextCheckDigit computes the last character of a MEXT school code from the
// first twelve: the letter as two digits, weights 1 and 2 by turns from the
// left, the sum of the digits of the products, and what is missing to ten.
func mextCheckDigit(code string) string {
	digits := fmt.Sprintf("%02d%s", code[0]-'A'+1, code[1:])
	sum := 0
	for i, d := range digits {
		product := int(d-'0') * (1 + i%2)
		sum += product/10 + product%10
	}
	return fmt.Sprint((10 - sum%10) % 10)
}

type teacher struct {
	id, school    int
	no            string
	family, given name
	email, phone  string
	admin         bool
	passwordHash  string
	createdAt     string
}

func (w *world) addTeacher(s, i int) {
	t := teacher{
		id: teachersPer*(s-1) + 1 + i, school: s, no: fmt.Sprintf("T%06d", 410000+1000*s+7*i),
		family: families[(s*29+i*11)%len(families)], given: pick(givens[pick([]string{"F", "M"}, "teacher sex", s, i)], "teacher", s, i),
		admin: i == teachersPer-1, createdAt: stamp("teacher created", -800, 0, s, i),
	}
	t.email = mailbox(t.family, t.given) + "@staff." + w.school(s).domain
	if i != 1 {
		t.phone = mobile("teacher", s, i)
	}
	t.passwordHash = "pbkdf2_sha256$260000$" + spell(bcryptDigits[2:], 12, "salt", s, i) + "$" + spell(base64Digits, 43, "pbkdf2", s, i) + "="
	w.teachers = append(w.teachers, t)
}

type class struct {
	id, school, grade, homeroom int
	label                       string
}

// A home is a household: what brothers, sisters and guardians share.
type home struct {
	id, school             int
	family                 name
	phone, postal, address string
}

func (w *world) addHomes(s int) {
	for f := range pupilHomes {
		h := home{id: homeID(s, f), school: s, family: families[((s-1)*17+f*5)%len(families)], phone: landline(s, f)}
		switch {
		case s == 1 && f == canaryPupil:
			h.family = canaryFamily
		case s == 2 && f == 3, s == 4 && f == 9: // two pupils with one name
			h.family = families[6]
		}
		h.postal = fmt.Sprintf("999-9%03d", below(1000, "postal", s, f))
		h.address = w.school(s).prefecture + w.school(s).town + street(s, f)
		w.homes = append(w.homes, h)
		w.addGuardians(s, f, &h)
	}
}

func homeID(s, f int) int { return 5000 + 20*s + f }

var quarters = []string{"汐風", "白鷺台", "夕月", "表参道前", "能面通", "十文字坂"}

// street writes a place in a town that does not exist, in one of the usual ways.
func street(s, f int) string {
	q, chome, block, house := pick(quarters, "quarter", s, f), 1+below(5, "chome", s, f), 1+below(30, "block", s, f), 1+below(20, "house", s, f)
	switch below(4, "street", s, f) {
	case 0:
		return fmt.Sprintf("%s%d-%d-%d", q, chome, block, house)
	case 1:
		return fmt.Sprintf("%s%s丁目%d番%d号", q, []string{"一", "二", "三", "四", "五"}[chome-1], block, house)
	case 2:
		return q + fullWidth(fmt.Sprintf("%d-%d-%d", chome, block, house))
	}
	return fmt.Sprintf("%s%d丁目%d-%d メゾン白鷺%d0%d", q, chome, block, house, 1+below(9, "floor", s, f), 1+below(6, "room", s, f))
}

// fullWidth writes ASCII in full width.
func fullWidth(s string) string {
	return strings.Map(func(r rune) rune { return r - '!' + '！' }, s)
}

type guardian struct {
	id, home                int
	relation                string
	family, given           name
	email                   string
	phone, postal, address  string
	emergency               bool
	number                  int // within the home
	pupilSchool, pupilIndex int
}

func (w *world) addGuardians(s, f int, h *home) {
	for i := range 1 + below(2, "guardians", s, f) {
		g := guardian{
			id: len(w.guardians) + 1, home: h.id, family: h.family, phone: h.phone, postal: h.postal, address: h.address,
			emergency: i == 0, number: i, pupilSchool: s, pupilIndex: f,
		}
		sex := "F"
		g.relation = "母"
		if i == 1 {
			sex, g.relation, g.phone = "M", "父", mobile("guardian", s, f)
		}
		if i == 1 && f%7 == 2 { // a grandmother of another name
			sex, g.relation, g.family = "F", "祖母", families[(f*3+s)%len(families)]
		}
		g.given = pick(givens[sex], "guardian given", s, f, i)
		switch {
		case s == 1 && f == 0 && i == 0:
			g.email = "..umi@keitai.example" // of the kind that carriers gave out against the standard
		case f%5 != 4:
			g.email = mailbox(g.family, g.given) + fmt.Sprint(below(90, "guardian mail", s, f, i)) + "@" + pick([]string{"mail.example", "keitai.example", "posteo.test"}, "provider", s, f, i)
		}
		w.guardians = append(w.guardians, g)
	}
}

type student struct {
	id, school, home, class, attendance int // class and attendance 0: unset
	no                                  string
	family, given                       name
	sex, birth, email, phone, memo      string
	canary                              bool
	index                               int // within the school
}

func (w *world) addPupils(s int) {
	first := len(w.students)
	for k := range pupils {
		w.students = append(w.students, w.pupil(s, k))
	}
	for c := range 2 {
		w.callRoll(w.students[first:], 2*s-1+c, s == 2 && c == 0)
	}
}

func (w *world) pupil(s, k int) student {
	h := w.home(s, k%pupilHomes)
	p := student{
		id: pupils*(s-1) + k + 1, school: s, home: h.id, class: 2*s - 1 + k/classSize, family: h.family, index: k,
		sex: pick([]string{"M", "F"}, "sex", s, k), canary: s == 1 && k == canaryPupil,
	}
	p.given = p.chooseGiven(s, k)
	grade := w.classes[p.class-1].grade
	p.no = studentNo(s, k, schoolYear-grade+1)
	p.birth = birthDate(schoolYear-schoolKinds[(s-1)%len(schoolKinds)].firstGradeAge-grade, s, k)
	if k%6 != 5 {
		p.email = mailbox(p.family, p.given) + "@" + w.school(s).domain
	}
	if k%5 != 3 {
		p.phone = h.phone
	}
	if k == 8 && s%2 == 1 {
		p.class = 0 // neither class nor number, which are optional
	}
	p.memo = memo(&p, h)
	return p
}

func (p *student) chooseGiven(s, k int) name {
	switch {
	case p.canary:
		p.sex = "M"
		return canaryGiven
	case s == 2 && k == 3, s == 4 && k == 9:
		p.sex = "F"
		return givens["F"][0]
	}
	list := givens[p.sex]
	i := below(len(list), "given", s, k)
	if k >= pupilHomes && list[i] == pick(givens[p.sex], "given", s, k-pupilHomes) {
		i = (i + 1) % len(list) // brothers have two names
	}
	return list[i]
}

// studentNo writes a student number as one of three kinds of schools do: eight
// digits, a letter before, a letter inside.
func studentNo(s, k, entry int) string {
	pattern := []string{"%02d%03d%03d", "J%02d-%03d%03d", "%02dB%03d%03d"}[(s-1)%3]
	return fmt.Sprintf(pattern, entry%100, s, 1+k*7)
}

// birthDate gives a date in the school year of a cohort, 2 April to 1 April,
// with the days on which such a year turns.
func birthDate(cohort, s, k int) string {
	day := below(365, "birth", s, k)
	switch k {
	case 1:
		day = 0 // 2 April
	case 2:
		day = 364 // 1 April, or in a leap year the day before
	}
	return time.Date(cohort, time.April, 2+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// callRoll numbers a class in the order of the readings. gap leaves out a
// number, as when a pupil has left.
func (w *world) callRoll(of []student, class int, gap bool) {
	var roll []*student
	for i := range of {
		if of[i].class == class {
			roll = append(roll, &of[i])
		}
	}
	slices.SortStableFunc(roll, func(a, b *student) int { return strings.Compare(a.order(), b.order()) })
	for i, p := range roll {
		p.attendance = i + 1
		if gap && i >= 4 {
			p.attendance++
		}
	}
}

func (p *student) order() string { return kanaOrder(p.family.kana, p.given.kana) }

func (p *student) kana() string { return p.family.kana + " " + p.given.kana }

func (w *world) school(s int) *school  { return &w.schools[s-1] }
func (w *world) home(s, f int) *home   { return &w.homes[pupilHomes*(s-1)+f] }
func (w *world) canaryPupil() *student { return &w.students[canaryPupil] }

// mailbox is the local part that schools and people make of a name.
func mailbox(family, given name) string {
	return strings.ReplaceAll(strings.ToLower(given.romaji+"."+family.romaji), "'", "")
}

// landline gives a number of Tokyo or Osaka whose exchange begins with 0, which
// none does, spelt in one of the usual ways.
func landline(s, f int) string {
	area := pick([]string{"03", "06"}, "area", s, f)
	exchange, rest := fmt.Sprintf("0%03d", below(1000, "exchange", s, f)), fmt.Sprintf("%04d", below(10000, "line", s, f))
	if s == 1 && f == canaryPupil {
		return area + "-" + exchange + "-" + rest
	}
	switch below(6, "spelling", s, f) {
	case 0:
		return area + exchange + rest
	case 1:
		return "(" + area + ")" + exchange + "-" + rest
	case 2:
		return fullWidth(area + "-" + exchange + "-" + rest)
	case 3:
		return "+81-" + area[1:] + "-" + exchange + "-" + rest
	}
	return area + "-" + exchange + "-" + rest
}

// mobile gives a number of the block 090-0, which is given to nobody.
func mobile(purpose string, place ...int) string {
	return fmt.Sprintf("090-0%03d-%04d", below(1000, purpose+" mobile", place...), below(10000, purpose+" mobile line", place...))
}

// registered is the last day on which the sample holds data.
var registered = time.Date(2023, time.July, 17, 0, 0, 0, 0, time.UTC)

// stamp gives a time between two days, counted from the last one.
func stamp(purpose string, from, to int, place ...int) string {
	t := registered.AddDate(0, 0, from+below(to-from, purpose, place...)).Add(time.Duration(below(24*60*60, purpose+" second", place...)) * time.Second)
	return t.Format(time.DateTime)
}

// day gives a date, counted from the last one.
func day(days int) string { return registered.AddDate(0, 0, days).Format(time.DateOnly) }
