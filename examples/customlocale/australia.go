package main

import (
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
)

// Australia is a locale of one's own. A locale is data and nothing else: lists of
// names, places and texts, and the numbers that belong to nobody. People are named
// as in the locale en here, so it borrows the names; what differs stands below.
var Australia = &fake.Locale{
	Tag:     "en-AU",
	Edition: 1, // to be raised with every change of a list: fakes change with it

	Family:    en.Locale.Family,
	Male:      en.Locale.Male,
	Female:    en.Locale.Female,
	Order:     fake.GivenFirst,
	Separator: fake.Space,
	Titles:    en.Locale.Titles,
	Nicknames: en.Locale.Nicknames,

	Phone: fake.Phones{
		Source:  "ACMA, phone numbers for use in TV shows, films and creative works",
		Country: "61",
		Trunk:   "0",
		Classes: []fake.PhoneClass{ // the first takes what no other does
			{Name: "fixed", Fakes: []string{
				"02-5550-####", "02-7010-####", "03-5550-####", "03-7010-####", "07-5550-####", "07-7010-####", "08-5550-####", "08-7010-####",
			}},
			{Name: "mobile", Prefixes: []string{"04"}, Fakes: []string{
				"0491-570-006", "0491-570-156", "0491-570-157", "0491-570-158", "0491-570-159", "0491-570-110", "0491-570-313", "0491-570-737",
			}},
		},
		Parts: []string{"5550", "7010"},
	},
	// The lowest postcode in use is 0200.
	Postal: []string{"00##"},

	Address: fake.Places{
		// No region: one stays where an address begins with it, and here it stands last.
		Municipalities: "Barrawonga\nCoolibah Flat\nDunnerup\nEmu Reach\nGalah Springs\nKurrabilla\nMulga Dells\nNarrabundle\nQuoll Bay\nWattle Ferry\nYarramba\n",
		Streets:        "Banksia Crescent\nBilby Street\nBoronia Parade\nBottlebrush Lane\nGumnut Road\nIronbark Avenue\nKookaburra Close\nLyrebird Drive\nMagpie Terrace\nWaratah Court\n",
		Buildings:      "Bandicoot House\nBluegum Towers\nBoobook Lodge\nCoral Court\nGoanna Flats\nJarrah Mansions\nNumbat Chambers\nPaperbark Place\nQuokka House\nWombat Lodge\n",
		StreetFirst:    true,
	},
	Text: fake.Filler{
		Tag: "[fake] ", Stub: "x", // so that nobody takes it for real
		Sentences: "The verandah needs another coat of paint. \nThe esky is in the back of the ute. \nIt should rain by the weekend. \n" +
			"Both keys are at the office. \nThe gate stays shut after dark. \nThe meeting moves to next week. \nNobody has seen the ladder since. \n" +
			"There is tea in the kitchen. \nThe bus comes every second hour. \nThe list hangs beside the door. \n",
	},
}
