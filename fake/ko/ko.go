// Package ko has the names, numbers and places of made-up people in Korea.
//
// The names are written in Hangul; their Latin form is the Revised Romanization,
// and for family names what is usual. Given names are faker's, and joined from
// their syllables. The places do not exist.
package ko

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

// Locale is Korea.
var Locale = &fake.Locale{
	Tag:      "ko",
	Edition:  1,
	Charsets: []string{"euc-kr"},

	Family:    fake.List(family),
	Male:      fake.List(male),
	Female:    fake.List(female),
	Order:     fake.FamilyFirst,
	Separator: fake.NoSeparator,
	// Not 양 and 군: names end so too.
	Honorifics: []string{"씨", "님", "선생님", "교수님", "박사님", "선생", "귀하"},
	Titles:     []string{"Mr.", "Ms.", "Mrs.", "Dr.", "Prof."},

	Nicknames: fake.List(nicknames),
	Phone: fake.Phones{
		// No number is reserved for fiction in the plan. An exchange never begins with
		// 0 or 1, so these can't be; behind 010 neither.
		Source:  "전기통신번호관리세칙 (과학기술정보통신부 고시)",
		Country: "82",
		Trunk:   "0",
		Classes: []fake.PhoneClass{
			{Name: "fixed", Fakes: []string{"02-0###-####"}},
			{Name: "mobile", Prefixes: []string{"010", "011", "016", "017", "018", "019"}, Fakes: []string{"010-0###-####"}},
		},
	},
	// Codes begin with 01, of Seoul.
	Postal: []string{"00###"},
	Address: fake.Places{
		Regions: []string{
			"서울특별시", "부산광역시", "대구광역시", "인천광역시", "광주광역시", "대전광역시", "울산광역시", "세종특별자치시", "경기도", "강원특별자치도", "강원도",
			"충청북도", "충청남도", "전북특별자치도", "전라북도", "전라남도", "경상북도", "경상남도", "제주특별자치도",
		},
		Municipalities: fake.List(municipalities),
		Streets:        fake.List(streets),
		Buildings:      fake.List(buildings),
	},
	Text: fake.Filler{Tag: "[가짜] ", Stub: "가", Sentences: fake.List(sentences)},
}
