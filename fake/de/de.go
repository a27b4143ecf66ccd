// Package de has the names, numbers and places of made-up people in Germany.
//
// The names are written with umlauts and ß, which are ae, oe, ue and ss in their
// Latin form. They are faker's, and family names compiled by hand. The places do
// not exist.
package de

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

// Locale is Germany.
var Locale = &fake.Locale{
	Tag:      "de",
	Edition:  1,
	Charsets: []string{"latin1", "latin9", "cp1252"},

	Family:    fake.List(family),
	Male:      fake.List(male),
	Female:    fake.List(female),
	Order:     fake.GivenFirst,
	Separator: fake.Space,
	Titles:    []string{"Herr", "Herrn", "Frau", "Dr.", "Prof."},

	Nicknames: fake.List(nicknames),
	Phone: fake.Phones{
		// The regulator keeps these for films. It has mobile numbers too, but so few
		// that fakes would repeat: a mobile number becomes one of these.
		Source:  "Bundesnetzagentur, Rufnummern für Film- und Fernsehproduktionen (Drama Numbers)",
		Country: "49",
		Trunk:   "0",
		Classes: []fake.PhoneClass{{Name: "any", Fakes: []string{
			"030-23125-###", "040-66969-###", "069-90009-###", "0221-4710-###", "089-99998-###",
		}}},
	},
	// Codes begin with 01.
	Postal: []string{"00###"},
	Address: fake.Places{
		Municipalities: fake.List(municipalities),
		Streets:        fake.List(streets),
		Buildings:      fake.List(buildings),
		StreetFirst:    true,
	},
	Text: fake.Filler{Tag: "[Attrappe] ", Stub: "x", Sentences: fake.List(sentences)},
}
