package fake

import (
	"bytes"
	"slices"
	"strings"
)

// An Answer says whether a value is a fake of this package.
type Answer uint8

const (
	// CannotTell: fakes of the kind look like real values.
	CannotTell Answer = iota
	Ours
	NotOurs
)

func (a Answer) String() string { return [...]string{"cannot tell", "ours", "not ours"}[a] }

// recognisers are the kinds of which a value shows whether it is ours. Their chance
// is that of a real value to be taken for ours.
var recognisers = map[string]struct {
	chance float64
	judge  func(value []byte, locales []*Locale) Answer
}{
	"email":        {0, isEmail},
	"host":         {0, isHost},
	"url":          {0, isURL},
	"ip_address":   {1. / 8, isIP},
	"phone":        {0, isPhone},
	"postal_code":  {0, isPostalCode},
	"payment_card": {0, isCard},
	"bank_account": {1. / 10_000, isBankAccount},
	"my_number":    {0, isMyNumber},
	"school_code":  {0, isSchoolCodeOurs},
	"school":       {0, isSchoolOurs},
	"city":         {0, isCity},
	"code":         {0, func(v []byte, _ []*Locale) Answer { return DefaultMark.Recognise(v) }},
	"geo":          {0, isGeo},
	"free_text":    {0, isFiller},
	"person_name":  {1. / 64, isPersonName},
}

// Kinds lists the words for kinds of which [Recognise] can tell something, in order.
// They are those of the maskers' Spec.
func Kinds() []string {
	var kinds []string
	for k := range recognisers {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	return kinds
}

// Chance is the chance with which a real value of a kind passes for ours; ok is
// false for kinds of which nobody can tell.
//
// It is 0 where no real value can be so: a reserved domain, a number that is not
// assigned. Of IP addresses, public ones have 0; the chance is that of a private
// one of 172.16.0.0/12, which has the fewest to choose from. A bank account without
// its bank passes if it begins with enough zeros. Full names have 1 in 64 if both
// parts are in a locale's lists, and in Latin letters, which leave open what
// is the family name and how it is read, up to 1 in 16; others have 0.
func Chance(kind string) (chance float64, ok bool) {
	r, ok := recognisers[kind]
	return r.chance, ok
}

// Recognise says, without any key, whether a value of a kind is a fake of this
// package. Phones, postal codes, schools, cities, texts and names are held against
// the given locales: those whose fakes may stand there. It answers [CannotTell] for
// other kinds, and for single values that a kind leaves as they are or has not room
// to mark: a loopback address, the piece of a split phone number, a family name
// alone.
//
// A code is held against [DefaultMark]; whoever gave codes another mark asks
// [Mark.Recognise].
func Recognise(kind string, value []byte, locales ...*Locale) Answer {
	r, ok := recognisers[kind]
	if !ok || len(bytes.TrimSpace(value)) == 0 {
		return CannotTell
	}
	return r.judge(value, locales)
}

// best is the answer of several locales: ours if one says so, not ours if all do.
func best(locales []*Locale, judge func(*Locale) Answer) Answer {
	answer := NotOurs
	for _, l := range locales {
		switch judge(l) {
		case Ours:
			return Ours
		case CannotTell:
			answer = CannotTell
		}
	}
	if len(locales) == 0 {
		return CannotTell
	}
	return answer
}

func ours(ok bool) Answer {
	if ok {
		return Ours
	}
	return NotOurs
}

func isEmail(value []byte, _ []*Locale) Answer {
	a, ok := parseEmail(value)
	return ours(ok && isReserved(a.domain))
}

func isHost(value []byte, _ []*Locale) Answer { return ours(isReserved(bytes.TrimSpace(value))) }

func isURL(value []byte, _ []*Locale) Answer {
	u, ok := parseURL(value)
	return ours(ok && isReserved(u.host))
}

// isReserved says whether a domain is one under which fakes stand: a reserved one
// (RFC 2606; JPRS for .jp), alone or behind a label.
func isReserved(domain []byte) bool {
	var tmp [64]byte
	if len(domain) > len(tmp) {
		return false
	}
	d := appendFold(tmp[:0], domain)
	for _, r := range reservedBases {
		if string(d) == r.base || ends(d, r.base) && d[len(d)-len(r.base)-1] == '.' {
			return true
		}
	}
	return false
}

func isIP(value []byte, _ []*Locale) Answer {
	ip, ok := parseIP(value)
	if !ok && (len(value) == 4 || len(value) == 16) {
		ip, ok = ipValue{prefix: -1, v6: len(value) == 16}, true
		copy(ip.addr[16-len(value):], value)
		if ip.v6 {
			ip.settleMapped()
		}
	}
	switch {
	case !ok:
		return NotOurs
	case ip.v6:
		return isIP6(ip.addr)
	}
	a := ip.addr[12:]
	if a[0] == 0 || a[0] == 127 || a[0]&a[1]&a[2]&a[3] == 255 {
		return CannotTell
	}
	if inCorner(a, [4]byte{198, 18}, 15) {
		return Ours
	}
	for _, c := range corners {
		if inCorner(a, c.to, c.part) {
			return Ours
		}
	}
	return NotOurs
}

func inCorner(a []byte, net [4]byte, bits int) bool {
	for i := range bits {
		if (a[i/8]^net[i/8])>>(7-i%8)&1 != 0 {
			return false
		}
	}
	return true
}

func isIP6(a [16]byte) Answer {
	switch {
	case a == [16]byte{} || a == [16]byte{15: 1}, a[0] == 0xfe && a[1]&0xc0 == 0x80:
		return CannotTell
	}
	return ours(begins(a[:], "\x20\x01\x0d\xb8") || begins(a[:], "\xfd\x00\x0d\xb8"))
}

func isPhone(value []byte, locales []*Locale) Answer {
	return best(locales, func(l *Locale) Answer {
		p, ok := l.parsePhone(value)
		switch {
		case !ok:
			return NotOurs
		case p.pieces:
			return CannotTell
		}
		return ours(l.isPhone(value))
	})
}

// isPhone holds the digits of a number against those that reach nobody.
func (l *Locale) isPhone(value []byte) bool {
	var tmp [64]byte
	d := l.AppendPhoneKey(tmp[:0], value)
	if begins(d, "+") { // a foreign number that was shorter than ours
		return begins(d, "+0")
	}
	for i := range l.Phone.Classes {
		for _, pattern := range l.Phone.Classes[i].Fakes {
			if matchesPattern(d, pattern) {
				return true
			}
		}
	}
	for _, pattern := range l.Address.Areas {
		if matchesPattern(d, pattern) {
			return true
		}
	}
	// The same without its sign.
	return len(d) > 8 && len(bytes.TrimLeft(d, "0")) <= 4
}

// matchesPattern holds digits against a pattern, whose hyphens do not count.
func matchesPattern(d []byte, pattern string) bool {
	for i := range len(pattern) {
		switch c := pattern[i]; {
		case c == '-':
			continue
		case len(d) == 0 || c != '#' && c != d[0]:
			return false
		}
		d = d[1:]
	}
	return len(d) == 0
}

func isPostalCode(value []byte, locales []*Locale) Answer {
	return best(locales, func(l *Locale) Answer {
		var digits [24]byte
		g, ok := scanDigits(bytes.TrimSpace(value), &digits, isPostalSeparator)
		if !ok {
			return NotOurs
		}
		for _, p := range l.Postal {
			if matchesPattern(digits[:g.n], p) {
				if g.n == l.PostalLeast() {
					return Ours
				}
				return CannotTell // a part
			}
		}
		if g.n < l.PostalLeast() {
			return CannotTell // leading zeros are lost, or it is a part
		}
		return NotOurs
	})
}

// digitsOf gives the digits of a number with separators.
func digitsOf(value []byte, digits *[24]byte) (grouped, bool) {
	return scanDigits(bytes.TrimSpace(value), digits, isCardMark)
}

func isCard(value []byte, _ []*Locale) Answer {
	var digits [24]byte
	g, ok := digitsOf(value, &digits)
	switch {
	case ok && g.n < cardLeast:
		return CannotTell
	case !ok || g.n > cardMost:
		return NotOurs
	}
	return ours(digits[0] == '0' && Luhn.Valid(digits[:g.n]))
}

func isBankAccount(value []byte, _ []*Locale) Answer {
	v := bytes.TrimSpace(value)
	if _, _, ok := IBAN.Places(v); ok {
		return ours(IBAN.Spoiled(v))
	}
	var digits [24]byte
	g, ok := digitsOf(v, &digits)
	switch {
	case ok && g.n < 4:
		return CannotTell
	case !ok:
		return NotOurs
	case g.n == 4 || hasBank(&g):
		return ours(begins(digits[:], noBank))
	}
	return ours(len(bytes.TrimLeft(digits[:g.n], "0")) <= 3)
}

func isMyNumber(value []byte, _ []*Locale) Answer {
	var digits [24]byte
	g, ok := digitsOf(value, &digits)
	return ours(ok && MyNumber.Spoiled(digits[:g.n]))
}

func isSchoolCodeOurs(value []byte, _ []*Locale) Answer {
	v := bytes.TrimSpace(value)
	return ours(len(v) == 13 && SchoolCheck.Valid(v) && v[schoolNumberFrom] == '0')
}

func isSchoolOurs(value []byte, locales []*Locale) Answer {
	return best(locales, func(l *Locale) Answer { return l.isSchool(value) })
}

func isCity(value []byte, locales []*Locale) Answer {
	v := bytes.TrimSpace(value)
	if allDigits(v) && (len(v) == 5 || len(v) == 6) {
		return ours(begins(v[2:], "999") && (len(v) == 5 || Municipality.Valid(v)))
	}
	return best(locales, func(l *Locale) Answer { return ours(inLists(v, l.use().municipalities)) })
}

func isGeo(value []byte, _ []*Locale) Answer {
	g, ok := parseGeo(value)
	switch {
	case !ok:
		return NotOurs
	case g.n == 1 || g.zero:
		return CannotTell
	}
	x, y := g.numbers[g.longitude], g.numbers[1-g.longitude]
	return ours(begins(value[x.from:], seaLongitude) && begins(value[y.from:], seaLatitude) && (y.scale == 0 || value[y.from+3] < '4'))
}

// isFiller looks for the tag, which stands in the first line that has room for it.
func isFiller(value []byte, locales []*Locale) Answer {
	return best(locales, func(l *Locale) Answer {
		v := bytes.TrimLeft(value, l.Text.Stub+latinText.stub+"\r\n")
		switch {
		case begins(v, l.Text.Tag), begins(v, latinText.tag):
			return Ours
		case len(v) == 0:
			return CannotTell
		}
		return NotOurs
	})
}

// classes are the classes of the pair check that a name can have, one bit for each:
// a text can be the face of several names.
type classes struct{ family, given uint64 }

func (x *index) newClasses() map[string]classes {
	m := make(map[string]classes, 4*(len(x.family)+len(x.male)+len(x.female)))
	var tmp [maxAlias]byte
	add := func(list []name, family bool) {
		for i := range list {
			n := &list[i]
			for f := range faces {
				key := foldName(tmp[:0], n.appendTo(nil, f), f)
				c := m[string(key)]
				if family {
					c.family |= 1 << n.class
				} else {
					c.given |= 1 << n.class
				}
				m[string(key)] = c
			}
		}
	}
	add(x.family, true)
	add(x.male, false)
	add(x.female, false)
	return m
}

// foldName appends a name in the form in which it is looked up: kana as katakana,
// Latin letters small and alone.
func foldName(dst, name []byte, f Face) []byte {
	switch f {
	case Written:
		return append(dst, bytes.ToLower(name)...)
	case Latin, Passport:
		for _, c := range string(name) {
			if '！' <= c && c <= '～' {
				c += '!' - '！'
			}
			if c < 0x80 {
				if b := lowerASCII(byte(c)); 'a' <= b && b <= 'z' {
					dst = append(dst, b)
				}
				continue
			}
			dst = append(dst, strings.ToLower(string(c))...)
		}
		return dst
	}
	return appendKatakana(dst, name)
}

func isPersonName(value []byte, locales []*Locale) Answer {
	return best(locales, func(l *Locale) Answer { return l.isName(value) })
}

// isName says whether a full name is one of the locale's that passes the pair
// check. What looks like an honorific at its end can be one, or not: フサマ.
func (l *Locale) isName(value []byte) Answer {
	var s Shape
	if len(value) > 4*maxWords*maxLetters {
		return NotOurs
	}
	plain := l.cutTitle(l.cutBracket(bytes.TrimSpace(value), &s), &s)
	answer := l.isPlainName(plain)
	if answer == Ours {
		return Ours
	}
	v := l.cutBracket(l.cutHonorific(bytes.TrimSpace(value), &s), &s)
	if v = l.cutTitle(l.cutHonorific(v, &s), &s); len(v) < len(plain) {
		return l.isPlainName(v)
	}
	return answer
}

// isPlainName says the same of a name with nothing before or behind it.
func (l *Locale) isPlainName(v []byte) Answer {
	var w words
	if !w.scan(v) {
		return CannotTell // no name, and what became of none
	}
	known := l.use().classes()
	find := func(text []byte) classes {
		var tmp [4 * maxLetters]byte
		return known[string(foldName(tmp[:0], text, w.face))]
	}
	passes := func(family, given classes) bool {
		for c := range uint8(pairClasses) {
			if given.given>>c&1 != 0 && family.family>>partnerClass(c)&1 != 0 {
				return true
			}
		}
		return false
	}
	first, last := find(w.word(v, 0)), find(w.word(v, w.n-1))
	switch {
	case w.n > 1 && w.initial(0), w.n > 1 && w.initial(w.n-1):
		return CannotTell
	case w.n > 1:
		if w.n == 3 && w.initial(1) && first.family != 0 && last.given != 0 && !passes(first, last) && !passes(last, first) {
			return CannotTell // the initial can be the given name, before a middle one
		}
		return ours(passes(first, last) || passes(last, first) || w.n > 2 && passes(first, find(w.word(v, 1))))
	}
	for i := range string(v) {
		if i > 0 && passes(find(v[:i]), find(v[i:])) {
			return Ours
		}
	}
	if first != (classes{}) {
		return CannotTell // a part of a name
	}
	return NotOurs
}
