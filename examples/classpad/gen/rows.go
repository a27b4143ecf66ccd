package main

import (
	"fmt"
	"strings"
)

// tables gives the rows of the sample, parents before children.
func (w *world) tables() []*table {
	return []*table{
		productRows(), w.schoolRows(), w.teacherRows(), w.classRows(), w.accountRows(), w.guardianRows(), w.studentRows(),
		w.orderRows(), w.licenceRows(), w.noteRows(), w.sessionRows(), w.documentRows(), w.logRows(),
	}
}

// text and number are NULL where nothing is set.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func productRows() *table {
	t := newTable("products", "id code title price licence_days")
	for i, p := range products {
		t.add(i+1, p.code, p.title, p.price, p.days)
	}
	return t
}

func (w *world) schoolRows() *table {
	t := newTable("schools", "id mext_code name short_name prefecture postal_code address phone mail_domain created_at")
	for i := range w.schools {
		s := &w.schools[i]
		t.add(s.id, s.code, s.name, s.short, s.prefecture, fmt.Sprintf("999-9%03d", below(1000, "school postal", s.id)),
			s.prefecture+s.town+street(s.id, -1), s.phone, s.domain, stamp("school", -850, -810, s.id))
	}
	return t
}

func (w *world) teacherRows() *table {
	t := newTable("teachers", "id school_id staff_no name name_kana email phone is_admin password_hash created_at")
	for i := range w.teachers {
		x := &w.teachers[i]
		t.add(x.id, x.school, x.no, x.family.kanji+" "+x.given.kanji, x.family.kana+" "+x.given.kana, x.email, text(x.phone), x.admin, x.passwordHash, x.createdAt)
	}
	return t
}

func (w *world) classRows() *table {
	t := newTable("classes", "id school_id school_year grade label homeroom_teacher_id owner_name")
	for i := range w.classes {
		c := &w.classes[i]
		owner := ""
		if c.homeroom != 0 {
			x := &w.teachers[c.homeroom-1]
			owner = x.family.kanji + x.given.kanji
		}
		t.add(c.id, c.school, schoolYear, c.grade, c.label, number(c.homeroom), text(owner))
	}
	return t
}

func (w *world) accountRows() *table {
	t := newTable("accounts", `id account_type school_id family_id login_id password_hash email name name_kana
		sns_provider sns_id sso_mail country reset_token profile created_at last_login_at`)
	for i := range w.accounts {
		a := &w.accounts[i]
		kind := "school"
		if a.school == 0 {
			kind = "casio"
		}
		t.add(a.id, kind, number(a.school), number(a.home), a.login, text(a.password), text(a.email), text(a.name), text(a.kana),
			text(a.provider), text(a.sns), text(a.sso), a.country, text(a.reset), a.profile, a.created, text(a.lastLogin))
	}
	return t
}

func (w *world) guardianRows() *table {
	t := newTable("guardians", "id family_id relation name name_kana email phone postal_code address emergency")
	for i := range w.guardians {
		g := &w.guardians[i]
		t.add(g.id, g.home, g.relation, g.family.kanji+" "+g.given.kanji, g.family.kana+" "+g.given.kana, text(g.email), g.phone, g.postal, g.address, g.emergency)
	}
	return t
}

func (w *world) studentRows() *table {
	t := newTable("students", `id account_id school_id class_id attendance_no student_no family_id family_name given_name name_kana name_half name_romaji
		gender birth_date email phone postal_code address memo enrolled_on`)
	for i := range w.students {
		p := &w.students[i]
		h := w.home(p.school, p.index%pupilHomes)
		t.add(p.id, accountID(p.school, p.index), p.school, number(p.class), number(p.attendance), p.no, p.home, p.family.kanji, p.given.kanji, p.kana(),
			halfWidth.Replace(p.kana()), p.given.romaji+" "+p.family.romaji, p.sex, p.birth, text(p.email), text(p.phone), h.postal, h.address, text(p.memo),
			fmt.Sprintf("20%s-04-07", strings.TrimPrefix(p.no, "J")[:2]))
	}
	return t
}

func (w *world) orderRows() *table {
	t := newTable("orders", "id order_no account_id family_id guardian_id buyer_name buyer_kana postal_code address payment_method installments amount ordered_at paid_at memo")
	for i := range w.orders {
		o := &w.orders[i]
		t.add(o.id, o.no, o.account, number(o.home), number(o.guardian), o.buyer, text(o.kana), text(o.postal), text(o.address),
			o.method, number(o.installments), o.amount, o.ordered, text(o.paid), text(o.memo))
	}
	return t
}

func (w *world) licenceRows() *table {
	t := newTable("licences", "id order_id account_id product_id licence_code starts_on expires_on activated_at")
	for i := range w.orders {
		o := &w.orders[i]
		t.add(o.id, o.id, o.account, o.product, o.code, o.starts, o.expires, text(o.activate))
	}
	return t
}

func (w *world) noteRows() *table {
	t := newTable("notes", "id account_id teacher_id teacher_name title body tags attachment thumbnail created_at updated_at")
	for i := range w.notes {
		n := &w.notes[i]
		var thumbnail any
		if n.thumbnail != nil {
			thumbnail = n.thumbnail
		}
		t.add(n.id, n.account, number(n.teacher), text(n.reader), n.title, n.body, list(n.tags), text(n.attachment), thumbnail, n.created, n.updated)
	}
	return t
}

var agents = []string{
	"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36",
	"Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1",
	"ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)",
}

// address gives an IP address that leads to nobody: of the range that carriers
// share, or a local one of version 6.
func address(purpose string, place ...int) string {
	if below(5, purpose+" family", place...) == 0 {
		return fmt.Sprintf("fd12:3456:789a:%x::%x", below(65536, purpose, place...), 1+below(65535, purpose+" host", place...))
	}
	return fmt.Sprintf("100.%d.%d.%d", 64+below(64, purpose, place...), below(256, purpose+" net", place...), 1+below(254, purpose+" host", place...))
}

func (w *world) sessionRows() *table {
	t := newTable("sessions", "id account_id token device_id ip user_agent created_at expires_at")
	for i := range w.accounts {
		a := &w.accounts[i]
		if i%3 != 0 || a.lastLogin == "" {
			continue
		}
		t.add(len(t.rows)+1, a.id, w.token(a), device(a), address("session", a.id), pick(agents, "agent", a.id), a.lastLogin, "2023-08-16 00:00:00")
	}
	return t
}

func (w *world) token(a *account) string { return spell(hexDigits, 64, "token", a.id) }

// device gives a UUID of version 4.
func device(a *account) string {
	x := spell(hexDigits, 32, "device", a.id)
	return x[:8] + "-" + x[8:12] + "-4" + x[13:16] + "-a" + x[17:20] + "-" + x[20:]
}

// firstObject is the number of the first large object.
const firstObject = 70001

func (w *world) documentRows() *table {
	t := newTable("documents", "id account_id title content")
	for i := range w.students {
		if p := &w.students[i]; p.canary || p.index == 10 {
			n := len(t.rows)
			t.add(n+1, accountID(p.school, p.index), "指導要録の写し", object{firstObject + n, []byte("指導要録\n" + w.everyFace(p))})
		}
	}
	return t
}

func (w *world) logRows() *table {
	t := newTable("access_logs", "id account_id at ip user_agent line")
	for i := range w.accounts {
		a := &w.accounts[i]
		if a.lastLogin == "" || i%2 == 1 {
			continue
		}
		ip, path := address("log", a.id), fmt.Sprintf("/notes?page=%d", 1+i%3)
		if a.student != nil && a.student.canary {
			path = "/search?q=" + a.student.family.kanji + a.student.given.kanji + "&mail=" + a.email
		}
		t.add(len(t.rows)+1, a.id, a.lastLogin, ip, pick(agents, "agent", a.id),
			fmt.Sprintf("%s - %s [%s +0000] \"GET %s HTTP/1.1\" 200", ip, a.login, strings.ReplaceAll(a.lastLogin, " ", ":"), path))
	}
	return t
}

// canaries are the strings that tell of the canary, of whom nothing may be left
// in a masked dump. In which encodings to look for them is left to the test.
func (w *world) canaries() []string {
	p := w.canaryPupil()
	h, a := w.home(1, canaryPupil), &w.accounts[accountID(1, canaryPupil)-1]
	found := []string{
		p.family.kanji, p.given.kanji, hiragana(p.family.kana), p.family.kana, halfWidth.Replace(p.family.kana), p.family.romaji,
		strings.ToUpper(p.family.romaji), strings.ToLower(p.family.romaji),
		p.no, p.email, a.sso, h.phone, strings.ReplaceAll(h.phone, "-", ""), h.postal, strings.TrimPrefix(h.address, w.school(1).prefecture),
		a.password, a.reset, w.token(a), device(a), address("session", a.id), address("log", a.id),
	}
	for i := range w.guardians {
		if g := &w.guardians[i]; g.home == h.id && g.email != "" {
			found = append(found, g.email)
		}
	}
	for i := range w.orders {
		if o := &w.orders[i]; o.account == a.id {
			found = append(found, o.no, o.code)
		}
	}
	return found
}
