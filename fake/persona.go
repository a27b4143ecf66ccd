package fake

// A Persona is one made-up person whose parts agree with each other: the kanji
// with the kana, the kana with the Latin letters, and those with the e-mail
// address. It is a value, cheap to make and to copy.
type Persona struct {
	l                 *Locale
	family, given     *name
	person, household Seed
	sex               Sex
	number            int // see InOrder
}

// NewPersona makes the person of a seed. Who lives in one household has the
// family name and the home phone from its seed; everything else comes from the
// person's own. For somebody without a household, both are the same seed.
//
// Each attribute takes a [Seed.Sub] of its own; sex and given name, of which one
// tells the other, are one attribute.
func NewPersona(person, household Seed, l *Locale) Persona {
	x := l.use()
	p := Persona{l: l, person: person, household: household}
	p.family = &x.family[household.Sub("family").N(len(x.family))]
	given := person.Sub("given")
	p.sex = Sex(given[len(given)-1] & 1)
	p.given = x.given(given, p.sex, p.family)
	return p
}

// Is says whether p is the person whom [NewPersona] would make of the same, with
// the number of [Persona.InOrder].
func (p *Persona) Is(person, household Seed, l *Locale, number int) bool {
	return p.l == l && p.person == person && p.household == household && p.number == number
}

// given draws a given name that passes the pair check with a family name.
func (x *index) given(s Seed, sex Sex, family *name) *name {
	list := &x.male
	if sex == Female {
		list = &x.female
	}
	of := x.givenOf[sex][family.class]
	return &(*list)[of[s.N(len(of))]]
}

// Home is where the persona's household lives.
func (p Persona) Home() Place { return NewPlace(p.household, p.l) }

// Sex is the sex of a persona, which its given name fits.
func (p Persona) Sex() Sex { return p.sex }

// Locale is the persona's locale.
func (p Persona) Locale() *Locale { return p.l }

// A Sex is what given names go by.
type Sex uint8

const (
	Male Sex = iota
	Female
)

func (s Sex) String() string {
	if s == Female {
		return "female"
	}
	return "male"
}

// A Face is a way to write a name.
type Face uint8

const (
	// Written is the script of the locale: kanji and kana in Japanese.
	Written Face = iota
	Katakana
	Hiragana
	HalfKatakana
	// Latin is Hepburn in Japanese, and what the locale's lists say elsewhere.
	Latin
	// Passport is Hepburn after the rules of Japanese passports; see [AppendPassport].
	Passport
	faces
)

// appendTo appends a name in a face. A locale without readings has its written
// form in place of kana.
func (n *name) appendTo(dst []byte, f Face) []byte {
	switch f {
	case Katakana:
		if n.reading != "" {
			return append(dst, n.reading...)
		}
	case Hiragana:
		if n.reading != "" {
			return AppendHiragana(dst, n.reading)
		}
	case HalfKatakana:
		if n.reading != "" {
			return AppendHalfWidth(dst, n.reading)
		}
	case Latin, Passport:
		switch {
		case n.latin != "":
			return append(dst, n.latin...)
		case n.reading != "" && f == Passport:
			return AppendPassport(dst, n.reading)
		case n.reading != "":
			return AppendHepburn(dst, n.reading)
		}
	}
	return append(dst, n.written...)
}

// AppendFamily appends the family name.
func (p Persona) AppendFamily(dst []byte, f Face) []byte { return p.family.appendTo(dst, f) }

// AppendGiven appends the given name.
func (p Persona) AppendGiven(dst []byte, f Face) []byte { return p.given.appendTo(dst, f) }

// Family is the family name in the locale's script.
func (p Persona) Family() string { return p.family.written }

// Given is the given name in the locale's script.
func (p Persona) Given() string { return p.given.written }

// Name is the full name as the locale writes it.
func (p Persona) Name() string {
	dst, _ := p.AppendName(nil, p.l.Shape(), 0)
	return string(dst)
}

// appendAlias appends the letters of a name in lower case, for addresses and
// accounts.
func (n *name) appendAlias(dst []byte) []byte {
	start := len(dst)
	dst = n.appendTo(dst, Latin)
	out := dst[:start]
	for _, c := range dst[start:] {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if 'a' <= c && c <= 'z' {
			out = append(out, c)
		}
	}
	return out
}

// AppendEmail appends an e-mail address that fits the name. domains, like and
// limit are those of [Locale.AppendEmail]; like may be empty. The address holds a
// token, so that two persons share one only with a chance of 2⁻⁶⁶.
func (p Persona) AppendEmail(dst []byte, domains Seed, like []byte, limit int) []byte {
	a, _ := parseEmail(like)
	room := emailRoom(limit)
	var tmp [maxDomain]byte
	domain := a.appendDomain(tmp[:0], domains, room)
	local := room - 1 - len(domain)
	token := min(local, tokenSize)
	var names [2 * maxAlias]byte
	start := len(dst)
	dst = append(dst, p.appendEmailAlias(names[:0], local-token)...)
	dst = appendToken(dst, p.person.Sub("email"), token)
	dst = append(append(dst, '@'), domain...)
	if a.upper {
		toUpper(dst[start:])
	}
	return dst
}

// maxAlias is more than any name in Latin letters has.
const maxAlias = 64

// appendEmailAlias appends as much of the name as fits: taro.yamada. or
// t.yamada. or yamada. or nothing.
func (p Persona) appendEmailAlias(dst []byte, room int) []byte {
	dst = append(p.given.appendAlias(dst), '.')
	given := len(dst)
	dst = append(p.family.appendAlias(dst), '.')
	switch family := len(dst) - given; {
	case len(dst) <= room:
		return dst
	case family+2 <= room:
		dst[1] = '.'
		return append(dst[:2], dst[given:]...)
	case family <= room:
		return append(dst[:0], dst[given:]...)
	}
	return dst[:0]
}

// AppendUsername appends an account name of ASCII letters and digits that
// begins with a letter and fits the name. limit is the greatest number of
// characters, 0 for [UsernameLength]; from 13 on, two persons share a name only
// with a chance of 2⁻⁶⁶. From like it takes a separator and letter case.
func (p Persona) AppendUsername(dst, like []byte, limit int) []byte {
	sep, isUpper := usernameLook(like)
	room := limit
	if room == 0 {
		room = UsernameLength
	}
	token := min(room, tokenSize)
	start := len(dst)
	dst = p.family.appendAlias(dst)
	if sep != 0 {
		dst = append(dst, sep)
	}
	if len(dst)-start > room-token {
		dst = dst[:start]
	}
	dst = appendToken(dst, p.person.Sub("username"), token)
	if isUpper {
		toUpper(dst[start:])
	}
	return dst
}

// AppendPhone appends a phone number that reaches nobody, in the form of like;
// see [Locale.AppendPhone] for that and for limit. A number of the locale's first class, which is the
// home phone, is that of the [Persona.Home], others are the person's. Without like it is of
// the last class, as the locale writes it.
func (p Persona) AppendPhone(dst, like []byte, limit int) ([]byte, bool) {
	if len(like) == 0 {
		return p.l.Phone.appendPlain(dst, p.person.Sub("phone")), true
	}
	n, ok := p.l.parsePhone(like)
	if !ok {
		return dst, false
	}
	if n.class == 0 {
		return p.Home().appendPhone(dst, &n, limit), true
	}
	return p.l.appendPhone(dst, p.person.Sub("phone"), &n, limit, ""), true
}

// Birth gives a date of birth in the school year of the given one; see [Seed.Birth].
// The same person has the same day in all tables and notations.
func (p Persona) Birth(like Date) Date { return p.person.Birth(like) }

// appendMiddle appends a middle name: another given name of the sex.
func (p Persona) appendMiddle(dst []byte, f Face) []byte {
	x := p.l.use()
	s := p.person.Sub("middle")
	list := x.male
	if p.sex == Female {
		list = x.female
	}
	return list[s.N(len(list))].appendTo(dst, f)
}

// Longest is the number of characters of the longest family or given name in a
// face.
func (l *Locale) Longest(part Part, f Face) int {
	x := l.use()
	longest := 0
	var tmp [maxAlias]byte
	for _, list := range x.namesOf(part) {
		for i := range list {
			longest = max(longest, runeCount(list[i].appendTo(tmp[:0], f)))
		}
	}
	return longest
}

// namesOf gives the lists of a part of a name.
func (x *index) namesOf(part Part) [][]name {
	switch part {
	case FamilyPart:
		return [][]name{x.family}
	case GivenPart:
		return [][]name{x.male, x.female}
	}
	return [][]name{x.family, x.male, x.female}
}
