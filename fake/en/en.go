// Package en has the names, numbers and places of made-up people in the United
// States.
//
// The names are those of faker and gofakeit, and more compiled by hand; the program
// in gen puts them together. The places do not exist.
package en

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

// Locale is the United States.
var Locale = &fake.Locale{
	Tag:     "en",
	Edition: 2,

	Family:    fake.List(family),
	Male:      fake.List(male),
	Female:    fake.List(female),
	Order:     fake.GivenFirst,
	Separator: fake.Space,
	Titles:    []string{"Mr.", "Ms.", "Mrs.", "Miss", "Dr.", "Prof."},

	Nicknames: fake.List(nicknames),
	Phone: fake.Phones{
		// In every area, 555-0100 to 555-0199 are kept for fiction (North American
		// Numbering Plan).
		Source:  "555 NXX Assignment Guidelines, ATIS-0300115",
		Country: "1",
		Classes: []fake.PhoneClass{{Name: "any", Fakes: []string{
			"201-555-01##", "202-555-01##", "203-555-01##", "205-555-01##", "206-555-01##", "207-555-01##", "208-555-01##", "209-555-01##",
			"212-555-01##", "213-555-01##", "214-555-01##", "215-555-01##", "216-555-01##", "217-555-01##", "218-555-01##", "219-555-01##",
			"301-555-01##", "302-555-01##", "303-555-01##", "304-555-01##", "305-555-01##", "307-555-01##", "308-555-01##", "309-555-01##",
			"312-555-01##", "313-555-01##", "314-555-01##", "315-555-01##", "316-555-01##", "317-555-01##", "318-555-01##", "319-555-01##",
			"401-555-01##", "402-555-01##", "404-555-01##", "405-555-01##", "406-555-01##", "407-555-01##", "408-555-01##", "409-555-01##",
			"412-555-01##", "413-555-01##", "414-555-01##", "415-555-01##", "416-555-01##", "417-555-01##", "418-555-01##", "419-555-01##",
			"501-555-01##", "502-555-01##", "503-555-01##", "504-555-01##", "505-555-01##", "507-555-01##", "508-555-01##", "509-555-01##",
			"601-555-01##", "602-555-01##", "603-555-01##", "605-555-01##", "606-555-01##", "607-555-01##", "608-555-01##", "609-555-01##",
		}}},
		Parts: []string{"555", "01##", "555-01##"},
	},
	// The lowest ZIP code is 00501; prefixes 000 to 004 are not in use.
	Postal: []string{"000##", "000##-####", "####"},
	Address: fake.Places{
		Municipalities: fake.List(municipalities),
		Streets:        fake.List(streets),
		Buildings:      fake.List(buildings),
		StreetFirst:    true,
	},
	Schools: schools,
	Text:    fake.Filler{Tag: "[fake] ", Stub: "x", Sentences: fake.List(sentences)},
}
