package builtin

import (
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// placeMaskers are the maskers of homes and of schools: what they write of one home, or
// of one school, agrees.
//
// A school is a person of another kind: what school.* writes hangs on the key of the
// school alone, by: school_id. So it repeats: a column of codes that is unique takes
// school_code, by the value.
func placeMaskers(l *fake.Locale) mask.Set {
	// What they can write is asked of the locale when a rule has one of them: it reads its
	// lists then.
	region := func() mask.Output {
		return mask.Output{Chars: l.RegionLength(), Alphabet: l.RegionAlphabet(), Kinds: []schema.Kind{schema.Integer}}
	}
	city := func() mask.Output {
		return mask.Output{Chars: l.CityLength(), Alphabet: l.CityAlphabet(), Kinds: []schema.Kind{schema.Integer}}
	}
	address := func() mask.Output { return mask.Output{Alphabet: l.AddressAlphabet() + l.RegionAlphabet()} }
	number := func() mask.Output { return mask.Output{Kinds: []schema.Kind{schema.Integer}} }
	school := func() mask.Output { return mask.Output{Alphabet: l.SchoolAlphabet() + l.RegionAlphabet()} }
	class := func() mask.Output {
		return mask.Output{Alphabet: fake.ClassAlphabet(), Kinds: []schema.Kind{schema.Integer}}
	}
	upTo := func(chars int) func() mask.Output { return func() mask.Output { return mask.Output{Chars: chars} } }
	return mask.Set{
		"person.prefecture":  homeFactory(l, "prefecture", region, fake.Place.AppendRegion),
		"person.city":        homeFactory(l, "city", city, fake.Place.AppendCity),
		"person.address":     homeFactory(l, "address", address, fake.Place.AppendAddress),
		"person.postal_code": splitting(homeFactory(l, "postal_code", number, postalCodeOf), 0),

		"school.name":        atSchoolFactory(l, "school", school, fake.School.AppendName),
		"school.code":        atSchoolFactory(l, "school_code", upTo(13), fake.School.AppendCode),
		"school.domain":      atSchoolFactory(l, "host", upTo(fake.SchoolDomainLength), fake.School.AppendDomain),
		"school.email":       atSchoolFactory(l, "email", upTo(fake.SchoolEmailLength), fake.School.AppendEmail),
		"school.class":       atSchoolFactory(l, "class_name", class, fake.School.AppendClass),
		"school.phone":       splitting(atSchoolFactory(l, "phone", number, ofSchool(phoneOf)), l.PhonePart()),
		"school.prefecture":  atSchoolFactory(l, "prefecture", region, ofSchool(fake.Place.AppendRegion)),
		"school.city":        atSchoolFactory(l, "city", city, ofSchool(fake.Place.AppendCity)),
		"school.address":     atSchoolFactory(l, "address", address, ofSchool(fake.Place.AppendAddress)),
		"school.postal_code": splitting(atSchoolFactory(l, "postal_code", number, ofSchool(postalCodeOf)), 0),
	}
}

func postalCodeOf(p fake.Place, dst, like []byte) ([]byte, bool) {
	return p.AppendPostalCode(dst, like, 0)
}

func phoneOf(p fake.Place, dst, like []byte) ([]byte, bool) { return p.AppendPhone(dst, like, 0) }

// ofSchool makes what a place has something that a school has.
func ofSchool(face func(p fake.Place, dst, like []byte) ([]byte, bool)) func(fake.School, []byte, []byte) ([]byte, bool) {
	return func(s fake.School, dst, like []byte) ([]byte, bool) { return face(s.Place, dst, like) }
}

// A placeMasker writes one face of a home or of a school, in the notation of the value.
// What is not of the kind it refuses.
type placeMasker struct {
	spec mask.Spec
	face func(in *mask.In, dst []byte) ([]byte, bool)
}

// homeFactory is that of maskers of the home of the person whom a row is about: that of
// the household, which its members share.
func homeFactory(l *fake.Locale, kind string, o func() mask.Output, face func(p fake.Place, dst, like []byte) ([]byte, bool)) mask.Factory {
	return placeFactory(o, placeMasker{
		spec: mask.Spec{Kind: kind, Keying: mask.ByPerson, Household: true},
		face: func(in *mask.In, dst []byte) ([]byte, bool) {
			return face(fake.NewPlace(in.Household(), l), dst, in.Value)
		},
	})
}

// atSchoolFactory is that of maskers of the school that the rule names.
func atSchoolFactory(l *fake.Locale, kind string, o func() mask.Output, face func(s fake.School, dst, like []byte) ([]byte, bool)) mask.Factory {
	return placeFactory(o, placeMasker{
		spec: mask.Spec{Kind: kind, Keying: mask.ByPerson, Subject: "school"},
		face: func(in *mask.In, dst []byte) ([]byte, bool) {
			return face(fake.NewSchool(in.Person(), l), dst, in.Value)
		},
	})
}

func placeFactory(output func() mask.Output, m placeMasker) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		o := output()
		switch {
		case b.Max == 0:
		case o.Chars > b.Max:
			return nil, atLeast(o.Chars)
		case o.Chars == 0:
			o.Chars = b.Max
		}
		m := m
		m.spec.Output = o
		return m, nil
	}
}

// Bind refuses columns of integers that some fake does not fit.
func (m placeMasker) Bind(c *schema.Column) (mask.Masker, error) {
	switch m.spec.Kind {
	case "phone":
		return m, phoneFits(c)
	case "class_name":
		return m, reaches(c, greatestClass)
	case "city":
		return m, reaches(c, greatestCity)
	}
	return m, nil
}

func (m placeMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.face(in, out.Begin())
	if !ok {
		return mask.ErrUnfit
	}
	if m.spec.Kind == "phone" || m.spec.Kind == "postal_code" {
		b = number(b, in)
	}
	out.End(cut(b, m.spec.Output.Chars))
	return nil
}

func (m placeMasker) Spec() mask.Spec { return m.spec }
