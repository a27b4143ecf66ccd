package workload

import (
	"fmt"
	"strconv"
	"strings"
)

// A school is the application's database.
type school struct {
	rows    map[string]int
	summary *Summary
	mail    []byte
	image   []byte
}

// per100 is how many rows a table has in 100 MB of mariadb-dump, and the least.
var per100 = map[string]struct{ rows, least int }{
	"access_logs": {213000, 1},
	"classes":     {1800, 4},
	"notes":       {20000, 1},
	"orders":      {68000, 1},
	"schools":     {200, 3},
	"students":    {57000, 1},
	"submissions": {46000, 1},
	"teachers":    {9500, 5},
	"thumbnails":  {2100, 1},
}

func newSchool(size int64) *school {
	s := &school{rows: map[string]int{}, image: make([]byte, 6000)}
	for name, n := range per100 {
		s.rows[name] = max(n.least, int(float64(n.rows)*float64(size)/100e6))
	}
	s.summary = &Summary{Rows: s.rows}
	return s
}

// tables are the nine.
func (s *school) tables() []table {
	all := []table{
		{name: "access_logs", row: s.log, columns: []column{
			{"id", "bigint(20) NOT NULL", "bigint NOT NULL"},
			{"user_id", "int(11) DEFAULT NULL", "integer"},
			{"ip", "varchar(45) NOT NULL", "character varying(45) NOT NULL"},
			{"method", "varchar(8) NOT NULL", "character varying(8) NOT NULL"},
			{"path", "varchar(255) NOT NULL", "character varying(255) NOT NULL"},
			{"status", "smallint(6) NOT NULL", "smallint NOT NULL"},
			{"ms", "int(11) NOT NULL", "integer NOT NULL"},
			{"user_agent", "varchar(255) NOT NULL", "character varying(255) NOT NULL"},
			{"at", "datetime NOT NULL", "timestamp without time zone NOT NULL"},
		}},
		{name: "classes", row: s.class, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"school_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"name", "varchar(32) NOT NULL", "character varying(32) NOT NULL"},
			{"year", "smallint(6) NOT NULL", "smallint NOT NULL"},
		}},
		{name: "notes", row: s.note, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"student_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"title", "varchar(64) NOT NULL", "character varying(64) NOT NULL"},
			{"body", "mediumtext NOT NULL", "text NOT NULL"},
			{"created_at", "datetime NOT NULL", "timestamp without time zone NOT NULL"},
		}},
		{name: "orders", row: s.order, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"school_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"order_no", "varchar(16) NOT NULL", "character varying(16) NOT NULL"},
			{"licence_code", "varchar(32) NOT NULL", "character varying(32) NOT NULL"},
			{"product", "varchar(64) NOT NULL", "character varying(64) NOT NULL"},
			{"quantity", "int(11) NOT NULL", "integer NOT NULL"},
			{"amount", "decimal(12,2) NOT NULL", "numeric(12,2) NOT NULL"},
			{"status", "enum('new','paid','shipped','cancelled') NOT NULL", "character varying(16) NOT NULL"},
			{"memo", "text DEFAULT NULL", "text"},
			{"ordered_at", "datetime NOT NULL", "timestamp without time zone NOT NULL"},
		}},
		{name: "schools", row: s.school, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"code", "varchar(16) NOT NULL", "character varying(16) NOT NULL"},
			{"name", "varchar(128) NOT NULL", "character varying(128) NOT NULL"},
			{"prefecture", "varchar(16) DEFAULT NULL", "character varying(16)"},
			{"phone", "varchar(20) DEFAULT NULL", "character varying(20)"},
			{"created_at", "datetime NOT NULL", "timestamp without time zone NOT NULL"},
		}},
		{name: "students", row: s.student, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"school_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"class_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"student_number", "varchar(32) NOT NULL", "character varying(32) NOT NULL"},
			{"name", "varchar(64) NOT NULL", "character varying(64) NOT NULL"},
			{"name_kana", "varchar(64) NOT NULL", "character varying(64) NOT NULL"},
			{"name_romaji", "varchar(64) NOT NULL", "character varying(64) NOT NULL"},
			{"email", "varchar(128) DEFAULT NULL", "character varying(128)"},
			{"birthday", "date NOT NULL", "date NOT NULL"},
			{"password_hash", "char(60) NOT NULL", "character(60) NOT NULL"},
			{"profile", "longtext DEFAULT NULL", "jsonb"},
			{"gpa", "decimal(4,2) NOT NULL", "numeric(4,2) NOT NULL"},
			{"created_at", "datetime NOT NULL", "timestamp without time zone NOT NULL"},
			{"updated_at", "datetime DEFAULT NULL", "timestamp without time zone"},
		}},
		{name: "submissions", row: s.submission, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"student_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"problem_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"expression", "text NOT NULL", "text NOT NULL"},
			{"result", "longtext DEFAULT NULL", "jsonb"},
			{"delta", "double DEFAULT NULL", "double precision"},
			{"submitted_at", "datetime NOT NULL", "timestamp without time zone NOT NULL"},
		}},
		{name: "teachers", row: s.teacher, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"school_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"name", "varchar(64) NOT NULL", "character varying(64) NOT NULL"},
			{"name_kana", "varchar(64) DEFAULT NULL", "character varying(64)"},
			{"email", "varchar(128) NOT NULL", "character varying(128) NOT NULL"},
			{"phone", "varchar(20) DEFAULT NULL", "character varying(20)"},
			{"password_hash", "char(60) NOT NULL", "character(60) NOT NULL"},
			{"is_admin", "tinyint(1) NOT NULL", "smallint NOT NULL"},
			{"created_at", "datetime NOT NULL", "timestamp without time zone NOT NULL"},
		}},
		{name: "thumbnails", row: s.thumbnail, columns: []column{
			{"id", "int(11) NOT NULL", "integer NOT NULL"},
			{"student_id", "int(11) NOT NULL", "integer NOT NULL"},
			{"mime", "varchar(32) NOT NULL", "character varying(32) NOT NULL"},
			{"image", "mediumblob NOT NULL", "bytea NOT NULL"},
			{"digest", "varbinary(16) DEFAULT NULL", "bytea"},
		}},
	}
	for i := range all {
		all[i].rows = s.rows[all[i].name]
	}
	return all
}

// sampled says whether the originals of a row are remembered: about 100 rows of a table.
func (s *school) sampled(table string, i int) bool {
	return i%max(1, s.rows[table]/100) == 0
}

func (s *school) remember(original string) {
	s.summary.Originals = append(s.summary.Originals, original)
}

func (s *school) log(r *row, x *random, i int) {
	r.int(i)
	if x.chance(120) {
		r.null()
	} else {
		r.int(1 + x.below(s.rows["students"]))
	}
	r.text = strconv.AppendInt(r.text[:0], int64(10+x.below(200)), 10)
	for range 3 {
		r.text = strconv.AppendInt(append(r.text, '.'), int64(x.below(256)), 10)
	}
	r.value()
	r.plain(pick(x, methods))
	r.plain(pick(x, requests))
	r.int(pick(x, statuses))
	r.int(x.below(3000))
	r.string(pick(x, agents))
	r.stamp(x)
}

func (s *school) class(r *row, x *random, i int) {
	r.int(i)
	r.int(1 + x.below(s.rows["schools"]))
	r.string(fmt.Sprintf("%d年%d組", 1+x.below(3), 1+x.below(9)))
	r.int(2020 + x.below(6))
}

func (s *school) note(r *row, x *random, i int) {
	r.int(i)
	r.int(1 + x.below(s.rows["students"]))
	r.string("ノート" + strconv.Itoa(i))
	r.text = r.text[:0]
	for range 1 + x.below(5) {
		r.text = append(r.text, pick(x, sentences)...)
	}
	if x.chance(60) {
		r.text = append(r.text, pick(x, hostile)...)
	}
	if x.chance(20) {
		nul := byte(0)
		if r.layout == Postgres { // its texts cannot hold one
			nul = ' '
		}
		r.text = append(append(append(r.text, "nul:"...), nul), ':')
	}
	if x.chance(30) {
		r.text = r.text[:0]
	}
	r.value()
	r.stamp(x)
}

func (s *school) order(r *row, x *random, i int) {
	const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
	r.int(i)
	r.int(1 + x.below(s.rows["schools"]))
	r.text = digits(append(r.text[:0], "ORD-"...), i, 8)
	r.value()
	r.text = x.letters(append(r.text[:0], "CB"...), 4, letters)
	for range 3 {
		r.text = x.letters(append(r.text, '-'), 4, letters)
	}
	if s.sampled("orders", i) {
		s.remember(string(r.text))
	}
	r.value()
	r.plain(pick(x, products))
	r.int(1 + x.below(400))
	r.decimal(x.below(90000000), 2)
	r.plain(pick(x, states))
	if x.chance(600) {
		r.null()
	} else {
		r.string(pick(x, sentences))
	}
	r.stamp(x)
}

func (s *school) school(r *row, x *random, i int) {
	p := pick(x, prefectures)
	r.int(i)
	r.string(fmt.Sprintf("SC%06d", i))
	r.string(p + "立" + pick(x, surnames).kanji + "第" + strconv.Itoa(1+x.below(9)) + pick(x, schoolKinds))
	r.string(p)
	r.string(fmt.Sprintf("0%d-%04d-%04d", 3+x.below(7), x.below(10000), x.below(10000)))
	r.stamp(x)
}

func (s *school) student(r *row, x *random, i int) {
	family, given := pick(x, surnames), pick(x, givens)
	r.int(i)
	r.int(1 + x.below(s.rows["schools"]))
	r.int(1 + x.below(s.rows["classes"]))
	r.text = digits(append(r.text[:0], 'S'), 2020+x.below(6), 4)
	r.text = digits(r.text, i*7919%1000000, 6)
	if s.sampled("students", i) {
		s.remember(string(r.text))
	}
	r.value()
	if x.chance(5) { // with a wide space, and a former name
		r.text = append(append(append(r.text[:0], family.kanji...), "　"...), given.kanji...)
		r.text = append(append(append(r.text, "（"...), pick(x, surnames).kanji...), "）"...)
	} else {
		r.text = append(append(append(r.text[:0], family.kanji...), ' '), given.kanji...)
	}
	r.value()
	r.text = append(append(append(r.text[:0], family.kana...), ' '), given.kana...)
	r.value()
	r.text = r.text[:0]
	if !x.chance(50) {
		r.text = append(append(append(r.text, given.latin...), ' '), family.latin...)
	}
	r.value()
	s.address(x, family, given, i, "stu")
	if x.chance(80) {
		r.null()
	} else {
		s.email(r, "students", i)
	}
	r.day(x)
	s.password(r, x)
	s.profile(r, x)
	r.decimal(x.below(500), 2)
	r.stamp(x)
	if x.chance(200) {
		r.null()
	} else {
		r.stamp(x)
	}
}

// profile is JSON as jsonb writes it: short names first, spaces behind separators.
func (s *school) profile(r *row, x *random) {
	b := append(append(r.text[:0], `{"memo": "`...), pick(x, memos)...)
	b = append(append(b, `", "tags": ["`...), pick(x, subjects)...)
	b = strconv.AppendInt(append(b, `", "g`...), int64(x.below(99)), 10)
	b = strconv.AppendInt(append(b, `"], "prefs": {"font": `...), int64(10+x.below(8)), 10)
	b = append(append(b, `, "lang": "ja", "theme": "`...), pick(x, themes)...)
	b = append(append(b, `"}, "guardian": {"name": "`...), pick(x, surnames).kanji...)
	b = append(append(b, ' '), pick(x, givens).kanji...)
	b = digits(append(b, `", "phone": "080-`...), x.below(10000), 4)
	b = digits(append(b, '-'), x.below(10000), 4)
	b = append(b, `"}}`...)
	r.text = b
	r.value()
}

func (s *school) submission(r *row, x *random, i int) {
	r.int(i)
	r.int(1 + x.below(s.rows["students"]))
	r.int(1 + x.below(500))
	r.text = append(append(append(r.text[:0], pick(x, latex)...), " = "...), pick(x, latex)...)
	r.value()
	b := strconv.AppendInt(append(r.text[:0], `{"score": `...), int64(x.below(100)), 10)
	b = strconv.AppendInt(append(b, `, "steps": [{"t": `...), int64(x.below(9999)), 10)
	b = strconv.AppendInt(append(b, `, "ok": true}, {"t": `...), int64(x.below(9999)), 10)
	b = append(append(b, `, "ok": false}], "device": "tablet", "comment": "`...), pick(x, comments)...)
	b = append(b, `"}`...)
	r.text = b
	r.value()
	if x.chance(100) {
		r.null()
	} else {
		r.float(-float64(1+x.below(9999)) / 1e4)
	}
	r.stamp(x)
}

func (s *school) teacher(r *row, x *random, i int) {
	family, given := pick(x, surnames), pick(x, givens)
	r.int(i)
	r.int(1 + x.below(s.rows["schools"]))
	r.string(family.kanji + " " + given.kanji)
	r.string(family.kana + " " + given.kana)
	s.address(x, family, given, i, "staff")
	s.email(r, "teachers", i)
	if x.chance(300) {
		r.null()
	} else {
		r.string(fmt.Sprintf("090-%04d-%04d", x.below(10000), x.below(10000)))
	}
	s.password(r, x)
	r.int(x.below(2))
	r.stamp(x)
}

func (s *school) thumbnail(r *row, x *random, i int) {
	r.int(i)
	r.int(1 + x.below(s.rows["students"]))
	r.plain("image/jpeg")
	b := s.image[:500+x.below(5000)]
	for k := range b {
		b[k] = byte(x.next() >> 40)
	}
	copy(b, "\xff\xd8\xff\xe0\x00\x10JFIF\x00")
	r.binary(b)
	if x.chance(500) {
		r.null()
	} else {
		r.binary(b[20:36])
	}
}

// address makes an e-mail address of somebody.
func (s *school) address(x *random, family, given word, i int, at string) {
	b := s.mail[:0]
	b = append(b, strings.ToLower(strings.ReplaceAll(given.latin, "'", ""))...)
	b = append(append(b, '.'), strings.ToLower(family.latin)...)
	b = append(append(strconv.AppendInt(b, int64(i), 10), '@'), at...)
	s.mail = append(digits(b, x.below(200), 3), ".example.ed.jp"...)
}

func (s *school) email(r *row, table string, i int) {
	if s.sampled(table, i) {
		s.remember(string(s.mail))
	}
	r.text = append(r.text[:0], s.mail...)
	r.value()
}

func (s *school) password(r *row, x *random) {
	const letters = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	r.text = x.letters(append(r.text[:0], "$2y$10$"...), 53, letters)
	r.value()
}
