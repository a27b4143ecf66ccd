package builtin

import (
	"fmt"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// fakeMaskers are the maskers of made-up people, addresses and texts.
func fakeMaskers(l *fake.Locale) mask.Set {
	return mask.Set{
		"person.name":        personFactory(l, fake.FullName, anyFace),
		"person.family":      personFactory(l, fake.FamilyPart, anyFace),
		"person.given":       personFactory(l, fake.GivenPart, anyFace),
		"person.kana":        personFactory(l, fake.FullName, kanaFace),
		"person.family_kana": personFactory(l, fake.FamilyPart, kanaFace),
		"person.given_kana":  personFactory(l, fake.GivenPart, kanaFace),
		"person.romaji":      personFactory(l, fake.FullName, latinFace),
		"person.email":       personEmailFactory(l),
		"person.phone":       splitting(personPhoneFactory(l), l.PhonePart()),
		"person.username":    personUsernameFactory(l),
		"person.birth_date":  birthDateFactory,
		"person.gender":      genderFactory(l),
		"nickname":           nicknameFactory(l),
		"username":           usernameFactory(l),
		"email":              emailFactory(l),
		"phone":              splitting(phoneFactory(l), l.PhonePart()),
		"postal_code":        splitting(postalCodeFactory(l), 0),
		"address":            addressFactory(l),
		"ip":                 ipFactory,
		"text":               textFactory(l),
	}
}

// domainSeed is the seed from which the maskers of e-mail addresses draw domains:
// one for all addresses of a domain of the policy, so that two addresses that
// shared a domain share one again.
func domainSeed(b *mask.Build) fake.Seed {
	return b.Key("email").Seed([]byte("domains of e-mail addresses"))
}

// persona is the person whom a row is about.
func persona(in *mask.In, l *fake.Locale) *fake.Persona {
	p := &in.Scratch().Persona
	if person, household, number := in.Person(), in.Household(), in.Number(); !p.Is(person, household, l, number) {
		*p = fake.NewPersona(person, household, l).InOrder(number)
	}
	return p
}

// atLeast is the error for a max below which there is no fake.
func atLeast(n int) error { return fmt.Errorf("max: want at least %d", n) }

// A faces says in which scripts a masker of names writes.
type faces uint8

const (
	anyFace   faces = iota // that of the value
	kanaFace               // kana, and Latin letters where the value has those
	latinFace              // Latin letters
)

// person writes the name of the person whom the row is about, or a part of it:
// person.name, .family, .given, .kana, .family_kana, .given_kana and .romaji. All
// of them, and all columns of a person, agree with each other.
//
// A name is written as the value was: order, separator, script, case, width,
// honorific, reading in brackets. person.name writes the parts that the value
// has, the others their own. A value that is no name gets a fake of its own shape
// in person.name, .family and .given where the rule has no else, and is not of
// the kind of the others.
//
// Where max, or without it 20 characters and the length of the value, do not hold
// all that, the brackets go first, then honorific and title, then the given name,
// and what is still too long is cut.
type personMasker struct {
	l       *fake.Locale
	part    fake.Part
	faces   faces
	chars   int
	limited bool // by max: a longer value makes no room
	strict  bool // what is no name is not of this kind
	domains fake.Seed
}

// fullNameLength is the length of full names without max. Of a few in a
// thousand in Latin letters it does not hold both parts.
const fullNameLength = 20

// nameLeast is the least max of a name.
const nameLeast = 3

func personFactory(l *fake.Locale, part fake.Part, f faces) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		m := personMasker{l: l, part: part, faces: f, strict: f != anyFace || b.Else, domains: domainSeed(b)}
		if m.chars = b.Max; b.Max == 0 {
			m.chars = m.longest()
			return m, nil
		}
		if b.Max < nameLeast {
			return nil, atLeast(nameLeast)
		}
		m.limited = true
		return m, nil
	}
}

// scripts are the faces in which the masker writes.
func (m *personMasker) scripts() []fake.Face {
	switch m.faces {
	case kanaFace:
		return []fake.Face{fake.Katakana, fake.Hiragana, fake.HalfKatakana, fake.Latin}
	case latinFace:
		return []fake.Face{fake.Latin}
	}
	return []fake.Face{fake.Written, fake.Katakana, fake.Hiragana, fake.HalfKatakana, fake.Latin}
}

// longest is the number of characters of the longest fake for a value that is
// not longer.
func (m *personMasker) longest() int {
	if m.part == fake.FullName {
		return fullNameLength
	}
	n := 0
	for _, f := range m.scripts() {
		n = max(n, m.l.Longest(m.part, f))
	}
	return n
}

// room is the greatest number of characters of the fake of a value.
func (m *personMasker) room(value []byte) int {
	if m.limited {
		return m.chars
	}
	return max(m.chars, characters(value))
}

// bare is the shape of a name when no other fits: one part, in the face of the value.
func (m *personMasker) bare(s fake.Shape) fake.Shape {
	bare := m.l.Shape()
	bare.Part, bare.Face, bare.Case = m.part, s.Face, s.Case
	if bare.Part == fake.FullName {
		bare.Part = fake.FamilyPart
	}
	return bare
}

func (m personMasker) Mask(out *mask.Out, in *mask.In) error {
	shape := m.l.Shape()
	if len(in.Value) > 0 {
		var ok bool
		if shape, ok = m.l.ParseShape(in.Value); !ok {
			if m.strict {
				return mask.ErrUnfit
			}
			like := m.l.AppendLike(out.Begin(), in.Person().Sub("no name"), m.domains, in.Value, m.room(in.Value))
			// Without its signs it can look like a name, and nobody could tell whose.
			if shape, ok = m.l.ParseShape(like); !ok {
				out.End(like)
				return nil
			}
		}
	}
	m.fit(&shape)
	p := persona(in, m.l)
	room := m.room(in.Value)
	b, ok := p.AppendName(out.Begin(), shape, room)
	if !ok {
		b, _ = p.AppendName(b, m.bare(shape), 0)
		b = cut(b, room)
	}
	out.End(b)
	return nil
}

// fit gives a shape the part and the face that the masker writes.
func (m *personMasker) fit(s *fake.Shape) {
	if m.part != fake.FullName {
		s.Part = m.part
		s.BracketPart = m.part
		s.Middle = fake.NoMiddle
		s.Initial = false
	}
	switch m.faces {
	case kanaFace:
		if s.Bracket = fake.NoBracket; s.Face == fake.Written {
			s.Face = fake.Katakana
		}
	case latinFace:
		s.Bracket = fake.NoBracket
		if s.Face != fake.Latin && !m.l.Latin() {
			s.Honorific = 0
			if s.Part == fake.FullName {
				s.Order, s.Sep = fake.GivenFirst, fake.Space
			}
		}
		s.Face = fake.Latin
	}
}

func (m personMasker) Spec() mask.Spec {
	kind := [...]string{fake.FullName: "person_name", fake.FamilyPart: "family_name", fake.GivenPart: "given_name"}[m.part]
	if m.faces == kanaFace {
		kind = "kana_name"
	}
	return mask.Spec{
		Kind: kind, Keying: mask.ByPerson, Household: true, Named: true,
		Output: mask.Output{Chars: m.chars, Alphabet: m.l.NameAlphabet(m.scripts()...)},
	}
}

// birth_date of a person draws another day of the same Japanese school year,
// which runs from 2 April to 1 April: the grade stays right. The notation stays,
// one of [fake.DateForm]. A time of day becomes midnight, unless it is midnight in
// Japan written in UTC. Dates that stand for none stay, as in date. A day that form
// and column have no place for becomes the nearest that they have.
type birthDateMasker struct {
	order fake.DateOrder
	dateLimits
}

func birthDateFactory(b *mask.Build) (mask.Masker, error) {
	order, err := dateOrder(b)
	return birthDateMasker{order, newDateLimits(b.Max)}, err
}

func (m birthDateMasker) Bind(c *schema.Column) (mask.Masker, error) {
	m.dateLimits = m.bind(c.Type)
	return m, nil
}

func (m birthDateMasker) Mask(out *mask.Out, in *mask.In) error {
	return m.mask(out, in, in.Person())
}

// mask writes the day that a seed draws.
func (m birthDateMasker) mask(out *mask.Out, in *mask.In, s fake.Seed) error {
	if endless(in.Value) {
		out.Keep()
		return nil
	}
	d, form, ok := fake.ReadDay(in.Value, m.order)
	if !ok {
		return mask.ErrUnfit
	}
	if d.Sentinel() {
		out.Keep()
		return nil
	}
	return m.write(out, &form, s.Birth(d))
}

func (m birthDateMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "birth_date", Keying: mask.ByPerson, Output: m.output()}
}

// characters counts the characters of UTF-8.
func characters(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// gender writes the sex of the made-up person, which fits its given name, in the
// notation of the value: 1/2 (ISO/IEC 5218), M/F, male/female, 男/女 and the like.
// Codes for a third sex become one of the two, and codes for none (0, 9,
// unspecified, 未回答) stay. Other codes are not of this kind.
type genderMasker struct {
	l     *fake.Locale
	limit int // the width of the column; see dateLimits
}

func genderFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		m := genderMasker{l: l, limit: fake.SexLength}
		if b.Max > 0 {
			m.limit = min(m.limit, b.Max)
		}
		return m, nil
	}
}

// Bind refuses an enum that has the code of one sex and lacks the other's.
func (m genderMasker) Bind(c *schema.Column) (mask.Masker, error) {
	labels := map[string]bool{}
	for _, l := range c.Type.Labels {
		labels[l] = true
	}
	for _, l := range c.Type.Labels {
		form, meaning := fake.ParseSex([]byte(l))
		if meaning == fake.KnownSex && !(labels[form.Code(fake.Male)] && labels[form.Code(fake.Female)]) {
			return nil, &mask.Error{Err: mask.ErrType, Hint: "the column must have both codes of a pair such as male and female"}
		}
	}
	if c.Type.Kind == schema.Text && c.Type.Length > 0 {
		m.limit = min(m.limit, c.Type.Length)
	}
	return m, nil
}

func (m genderMasker) Mask(out *mask.Out, in *mask.In) error {
	return m.mask(out, in, persona(in, m.l).Sex())
}

// mask writes the code of a sex.
func (m genderMasker) mask(out *mask.Out, in *mask.In, sex fake.Sex) error {
	form, meaning := fake.ParseSex(in.Value)
	switch meaning {
	case fake.UnsetSex:
		out.Keep()
		return nil
	case fake.NoSex:
		return mask.ErrUnfit
	}
	code := form.Code(sex)
	if characters([]byte(code)) > m.limit {
		return mask.ErrWidth
	}
	out.SetString(code)
	return nil
}

// Spec names no alphabet: a character set that has one code of a pair has the
// other.
func (m genderMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "gender", Keying: mask.ByPerson,
		Output: mask.Output{Chars: m.limit, Kinds: []schema.Kind{schema.Integer, schema.Enum}},
	}
}
