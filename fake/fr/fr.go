// Package fr has the names, numbers and places of made-up people in France.
//
// The names are written with their accents, which their Latin form lacks. They are
// compiled by hand, and given names from faker's too. The places do not exist.
package fr

import (
	_ "embed"

	"github.com/migawari-dev/migawari/fake"
)

//go:embed family.txt
var family string

//go:embed male.txt
var male string

//go:embed female.txt
var female string

//go:embed nicknames.txt
var nicknames string

//go:embed municipalities.txt
var municipalities string

//go:embed streets.txt
var streets string

//go:embed buildings.txt
var buildings string

//go:embed sentences.txt
var sentences string

// Locale is France.
var Locale = &fake.Locale{
	Tag:      "fr",
	Edition:  1,
	Charsets: []string{"latin9", "cp1252"},

	Family:    fake.List(family),
	Male:      fake.List(male),
	Female:    fake.List(female),
	Order:     fake.GivenFirst,
	Separator: fake.Space,
	Titles:    []string{"M.", "Mme", "Mlle", "Dr", "Pr", "Me"},

	Nicknames: fake.List(nicknames),
	Phone: fake.Phones{
		// The regulator keeps these for works of fiction.
		Source:  "Arcep, décision n° 2018-0881",
		Country: "33",
		Trunk:   "0",
		Classes: []fake.PhoneClass{
			{Name: "fixed", Fakes: []string{"01-99-00-##-##", "02-61-91-##-##", "03-53-01-##-##", "04-65-71-##-##", "05-36-49-##-##"}},
			{Name: "mobile", Prefixes: []string{"06", "07"}, Fakes: []string{"06-39-98-##-##"}},
		},
	},
	// There is no département 96.
	Postal: []string{"96###"},
	Address: fake.Places{
		Municipalities: fake.List(municipalities),
		Streets:        fake.List(streets),
		Buildings:      fake.List(buildings),
		StreetFirst:    true,
	},
	Text: fake.Filler{Tag: "[fictif] ", Stub: "x", Sentences: fake.List(sentences)},
}
