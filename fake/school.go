package fake

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Schools is what names of schools are made of.
type Schools struct {
	// Names are proper parts that match no school's. Where a locale has none, its
	// municipalities take their place.
	Names List
	// Words say of what kind a school is, and stay. Words in Latin letters are
	// compared without case and whole; others wherever they stand.
	Words []string
	// Endings are words that stay only at the end of a name: 小, 中, 高.
	Endings []string
	// Founders are words before which a municipality or a region stands: 市立.
	Founders []string
}

// AppendSchool appends the name of a school that does not exist, in the form of
// like: what says of what kind it is and who founded it stays (小学校, 市立,
// Elementary School), as does a region of the locale before its founder; everything
// else becomes a place or a proper name of a closed list, in the same script. It is
// not longer than like. It says false and appends nothing where like has no letter
// but in such words.
func (l *Locale) AppendSchool(dst []byte, s Seed, like []byte) ([]byte, bool) {
	w := addressWriter{l: l, places: l.use(), draws: s.Sub("school").Stream()}
	return w.appendSchool(dst, like)
}

func (w *addressWriter) appendSchool(dst, like []byte) ([]byte, bool) {
	l, v := w.l, bytes.TrimSpace(like)
	names := w.places.schools
	if len(names) == 0 {
		names = w.places.municipalities
	}
	start, replaced := len(dst), false
	for len(v) > 0 {
		part := l.cutSchool(v)
		text := v[:part.size]
		v = v[part.size:]
		switch part.sort {
		case schoolWord:
			dst = w.appendSchoolWord(dst, text)
		case schoolNumber:
			digits := bytes.TrimPrefix(text, []byte("第"))
			dst = w.appendNumbers(append(dst, text[:len(text)-len(digits)]...), digits)
			replaced = replaced || w.at.l != nil && len(digits) < len(text)
		default:
			k, face := lookAt(text, w.places.own), faceOfText(text, w.places.own)
			room := w.less(runeCount(text))
			replaced = true
			switch {
			case part.sort != schoolPlace:
				dst = w.appendPlace(dst, names, face, room, k)
			case l.isRegion(text, v):
				dst = w.appendRegionStem(dst, text)
			default:
				dst = w.appendStem(dst, face, room, k)
			}
		}
	}
	if !replaced {
		return dst[:start], false
	}
	return dst, true
}

// appendRegionStem writes a region without its last character, which the founder
// begins with: 東京 before 都立.
func (w *addressWriter) appendRegionStem(dst, text []byte) []byte {
	if w.at.l == nil {
		return append(dst, text...)
	}
	own := stem(w.at.Region())
	w.excess = max(0, utf8.RuneCountInString(own)-runeCount(text))
	return append(dst, own...)
}

// appendSchoolWord writes a word that stays. A founder that is a region begins as
// that of the place ends: 県立 becomes 都立 in Tokyo.
func (w *addressWriter) appendSchoolWord(dst, text []byte) []byte {
	if w.at.l != nil {
		if _, n := utf8.DecodeRune(text); w.l.isRegionFounder(text, n) {
			own := w.at.Region()
			return append(append(dst, own[len(stem(own)):]...), text[n:]...)
		}
	}
	return append(dst, text...)
}

// isRegionFounder says whether a word is a founder whose first character, of n bytes,
// ends a region.
func (l *Locale) isRegionFounder(text []byte, n int) bool {
	founder := false
	for _, f := range l.Schools.Founders {
		founder = founder || string(text) == f
	}
	if !founder {
		return false
	}
	for _, r := range l.Address.Regions {
		if strings.HasSuffix(r, string(text[:n])) {
			return true
		}
	}
	return false
}

// A schoolPart is a piece of a school's name.
type schoolPart struct {
	size int
	sort schoolSort
}

type schoolSort uint8

const (
	schoolName   schoolSort = iota // a proper part
	schoolPlace                    // stands before a founder
	schoolWord                     // stays
	schoolNumber                   // 第三
)

// cutSchool finds the first piece of a school's name.
func (l *Locale) cutSchool(v []byte) schoolPart {
	if n := l.schoolWord(v, true); n > 0 {
		return schoolPart{n, schoolWord}
	}
	if n, kanji := digitsSize(v); n > 0 && !kanji {
		return schoolPart{n, schoolNumber}
	}
	size := 0
	for size < len(v) {
		r, n := utf8.DecodeRune(v[size:])
		if classOf(r) == otherChar && r != '・' {
			if size == 0 {
				return schoolPart{n, schoolWord} // spaces and brackets
			}
			break
		}
		// A word of Latin letters is looked for where one can begin.
		if size > 0 && l.schoolWord(v[size:], false) > 0 {
			break
		}
		if d, _ := digitsSize(v[size:]); size > 0 && d > 0 && r < utf8.RuneSelf {
			break
		}
		size += n
		if rest := v[size:]; begins(v[size-n:], "第") {
			if d, kanji := digitsSize(rest); kanji && d > 0 {
				if size > n {
					return schoolPart{size - n, schoolName}
				}
				return schoolPart{size + d, schoolNumber}
			}
		}
	}
	sort := schoolName
	for _, f := range l.Schools.Founders {
		if begins(v[size:], f) {
			sort = schoolPlace
		}
	}
	return schoolPart{size, sort}
}

// schoolWord gives the size of the longest word with which v begins. begin says
// that a word of Latin letters may begin there.
func (l *Locale) schoolWord(v []byte, begin bool) int {
	longest := 0
	for _, w := range l.use().schoolWords.of(v) {
		if len(w) <= longest || len(v) < len(w) {
			continue
		}
		if w[0] >= utf8.RuneSelf {
			if begins(v, w) {
				longest = len(w)
			}
			continue
		}
		if begin && strings.EqualFold(string(v[:len(w)]), w) {
			if r, _ := utf8.DecodeRune(v[len(w):]); len(v) == len(w) || !classOf(r).latin() {
				longest = len(w)
			}
		}
	}
	if longest == 0 {
		for _, w := range l.Schools.Endings {
			if string(v) == w {
				return len(w)
			}
		}
	}
	return longest
}

// isRegion says whether text and the first character behind it are a region of the
// locale: 東京 before 都立.
func (l *Locale) isRegion(text, rest []byte) bool {
	_, n := utf8.DecodeRune(rest)
	for _, r := range l.Address.Regions {
		if len(r) == len(text)+n && begins(text, r[:len(text)]) && begins(rest, r[len(text):]) {
			return true
		}
	}
	return false
}

// appendStem writes a municipality without the character that says what it is.
func (w *addressWriter) appendStem(dst []byte, face Face, room int, k look) []byte {
	if face != Written {
		return w.appendPlace(dst, w.places.municipalities, face, room, k)
	}
	at := len(dst)
	list := w.places.municipalities
	first := w.first(list)
	for i := range list {
		dst = append(dst[:at], stem(list[(first+i)%len(list)].written)...)
		if runeCount(dst[at:]) <= room {
			return dst
		}
	}
	return appendFirst(dst[:at], stem(list[first].written), room)
}

func stem(place string) string {
	_, n := utf8.DecodeLastRuneInString(place)
	return place[:len(place)-n]
}

// faceOfText is the face of the letters of a text.
func faceOfText(text []byte, own charClass) Face {
	switch k := lookAt(text, own); {
	case k.own:
		return Written
	case k.half:
		return HalfKatakana
	case k.kata:
		return Katakana
	case k.kana:
		return Hiragana
	case k.latin:
		return Latin
	}
	return Written
}

// isSchool says whether a name is one of [Locale.AppendSchool]: every proper part
// is of the closed lists, and there is one.
func (l *Locale) isSchool(value []byte) Answer {
	x := l.use()
	v := bytes.TrimSpace(value)
	proper := 0
	for len(v) > 0 {
		part := l.cutSchool(v)
		text, rest := v[:part.size], v[part.size:]
		v = rest
		if part.sort != schoolName && part.sort != schoolPlace || part.sort == schoolPlace && l.isRegion(text, rest) {
			continue
		}
		if proper++; !inLists(text, x.schools, x.municipalities) && !isStem(text, x.municipalities) {
			return NotOurs
		}
	}
	if proper == 0 {
		return CannotTell
	}
	return Ours
}

// inLists says whether a text is a name of one of the lists in any face; where all
// of a list are longer, the beginning of one.
func inLists(text []byte, lists ...[]name) bool {
	for _, list := range lists {
		for f := range faces {
			if isOneOf(text, list, func(dst []byte, n *name) []byte { return n.appendTo(dst, f) }) {
				return true
			}
		}
	}
	return false
}

// isStem says the same of municipalities without their last character.
func isStem(text []byte, places []name) bool {
	return isOneOf(text, places, func(dst []byte, n *name) []byte { return append(dst, stem(n.written)...) })
}

func isOneOf(text []byte, list []name, form func(dst []byte, n *name) []byte) bool {
	var tmp [maxAlias]byte
	size, begun, shorter := runeCount(text), false, false
	for i := range list {
		b := form(tmp[:0], &list[i])
		n := runeCount(b)
		shorter = shorter || n <= size
		if n == size && bytes.EqualFold(b, text) {
			return true
		}
		begun = begun || len(b) > len(text) && bytes.EqualFold(b[:len(text)], text)
	}
	return begun && !shorter
}

// A SchoolCode is a school code of the Ministry of Education (MEXT), 13 characters:
// kind, prefecture, founder, number, check digit. Numbers of schools have seven
// digits of which the first is not 0.
type SchoolCode struct {
	text [13]byte
}

const (
	// SchoolCodeNumbers is how many codes of no school one kind, prefecture and
	// founder have.
	SchoolCodeNumbers = 1_000_000
	// schoolRun is how many numbers with one first digit have an index. Numbers are
	// given out in sequence behind the first digit, and there are far fewer schools.
	schoolRun = SchoolCodeNumbers / 9
	// Where the prefecture, the founder and the number stand.
	schoolRegion, schoolFounder, schoolNumberFrom, schoolNumberTo = 2, 4, 5, 12
)

// ParseSchoolCode reads a code that a school can have.
func ParseSchoolCode(value []byte) (SchoolCode, bool) {
	v := bytes.TrimSpace(value)
	if len(v) != 13 || !SchoolCheck.Valid(v) || v[schoolNumberFrom] == '0' || v[schoolFounder] < '1' || v[schoolFounder] > '3' {
		return SchoolCode{}, false
	}
	c := SchoolCode{[13]byte(v)}
	return c, c.rest() < schoolRun
}

// rest is the number behind its first digit.
func (c *SchoolCode) rest() int {
	n := 0
	for _, d := range c.text[schoolNumberFrom+1 : schoolNumberTo] {
		n = n*10 + int(d-'0')
	}
	return n
}

// Group appends what the fake of a code shares with it: kind, prefecture and
// founder.
func (c *SchoolCode) Group(dst []byte) []byte {
	return append(append(dst, c.text[0]&^0x20), c.text[1:schoolNumberFrom]...)
}

// Index numbers the code in its group, from 0 to below [SchoolCodeNumbers].
func (c *SchoolCode) Index() int {
	return int(c.text[schoolNumberFrom]-'1')*schoolRun + c.rest()
}

// AppendFake appends the code of no school in the same group: its number is 0 and
// the six digits of index, and the check digit is right. Different indexes give
// different codes.
func (c *SchoolCode) AppendFake(dst []byte, index int) []byte {
	t := c.text
	t[schoolNumberFrom] = '0'
	for i := schoolNumberTo - 1; i > schoolNumberFrom; i-- {
		t[i] = '0' + byte(index%10)
		index /= 10
	}
	SchoolCheck.Set(t[:])
	return append(dst, t[:]...)
}

// AppendSchoolCode appends the code of no school in the group of like, which is one;
// see [SchoolCode.AppendFake]. It says false and appends nothing where like is none.
func AppendSchoolCode(dst []byte, s Seed, like []byte) ([]byte, bool) {
	c, ok := ParseSchoolCode(like)
	if !ok {
		return dst, false
	}
	return c.AppendFake(dst, s.Sub("school code").N(SchoolCodeNumbers)), true
}

// A School is one made-up school whose parts agree with each other: the name, whole
// or short, with the code, the domain with the code and the e-mail address, and all
// of them with the place where it stands. It is a value, cheap to make and to copy.
type School struct {
	Place
	number int // of the code
}

// NewSchool makes the school of a seed.
func NewSchool(s Seed, l *Locale) School {
	return School{Place: NewPlace(s, l), number: s.Sub("school code").N(SchoolCodeNumbers)}
}

// AppendName appends the name in the form of like, which may be short (番町小); see
// [Locale.AppendSchool]. A region before its founder becomes the school's, and 第三中 is
// a name.
func (s School) AppendName(dst, like []byte) ([]byte, bool) {
	w := s.writer("school numbers")
	start := len(dst)
	dst, ok := w.appendSchool(dst, like)
	return s.fit(dst, start, like), ok
}

// AppendCode appends the school's code: kind and founder are those of like, the
// prefecture is the place's, and the number that of no school. It says false and
// appends nothing where like is no code.
func (s School) AppendCode(dst, like []byte) ([]byte, bool) {
	c, ok := ParseSchoolCode(like)
	if !ok {
		return dst, false
	}
	if s.l.numbersRegions() {
		s.setRegion(c.text[schoolRegion:schoolFounder])
	}
	return c.AppendFake(dst, s.number), true
}

// SchoolDomainLength and SchoolEmailLength are the lengths of the longest domain and
// address of a school.
const (
	SchoolDomainLength = len("www.sch000000.example.ed.jp")
	SchoolEmailLength  = len("office@sch000000.example.ed.jp")
)

// AppendDomain appends the school's domain under a reserved one in the class of like,
// with the number of the code: sch004571.example.ed.jp. A www. before it stays. It
// says false and appends nothing where like is no domain.
func (s School) AppendDomain(dst, like []byte) ([]byte, bool) {
	v := bytes.TrimSpace(like)
	if !isDomain(v) || bytes.IndexByte(v, '.') < 0 {
		return dst, false
	}
	start := len(dst)
	if len(v) > len("www.") && bytes.EqualFold(v[:len("www.")], []byte("www.")) {
		dst, v = append(dst, "www."...), v[len("www."):]
	}
	if dst = s.appendDomain(dst, v); allUpper(like) {
		toUpper(dst[start:])
	}
	return dst, true
}

func (s School) appendDomain(dst, domain []byte) []byte {
	dst = append(dst, "sch"...)
	for n := SchoolCodeNumbers / 10; n > 0; n /= 10 {
		dst = append(dst, '0'+byte(s.number/n%10))
	}
	var tmp [64]byte
	return append(append(dst, '.'), reservedBase(appendFold(tmp[:0], domain), s.seed)...)
}

// AppendEmail appends the address of the school's office, under its domain. It says
// false and appends nothing where like is no single address.
func (s School) AppendEmail(dst, like []byte) ([]byte, bool) {
	a, ok := parseEmail(like)
	if !ok {
		return dst, false
	}
	start := len(dst)
	dst = s.appendDomain(append(dst, "office@"...), a.domain)
	if a.upper {
		toUpper(dst[start:])
	}
	return dst, true
}

// AppendClass appends the name of another class of the grade in the form of like; see
// [AppendClass]. Each grade of each school permutes its classes in its own way.
func (s School) AppendClass(dst, like []byte) ([]byte, bool) {
	return AppendClass(dst, s.seed.of("class", bytes.TrimSpace(like)), s.seed.Sub("classes"), like)
}
