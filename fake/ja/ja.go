// Package ja has the names, numbers and places of made-up people in Japan.
//
// The names are taken from dictionaries and lists by the program in gen, with the
// reading that is usual for each. Readings that differ only in voicing marks or
// small kana (中島 Nakajima and Nakashima) are not both there, so that every
// collation sorts the fakes alike. Names have no variant characters (髙, 﨑). The
// places do not exist.
package ja

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

// Locale is Japan.
var Locale = &fake.Locale{
	Tag:      "ja",
	Edition:  3,
	Charsets: []string{"cp932", "euc-jp", "jis-x-0208"},

	Family:     fake.List(family),
	Male:       fake.List(male),
	Female:     fake.List(female),
	Order:      fake.FamilyFirst,
	Separator:  fake.Space,
	Honorifics: []string{"先生", "教諭", "様", "さま", "殿", "さん", "くん", "君", "ちゃん", "氏", "サン", "サマ", "ｻﾏ"},
	Titles:     []string{"Mr.", "Ms.", "Mrs.", "Dr."},

	Nicknames: fake.List(nicknames),
	Phone: fake.Phones{
		// The numbering plan of the Ministry of Internal Affairs and Communications. No number is reserved for fiction, so these are ones that
		// cannot be: an exchange never begins with 0 or 1, and 090-0 is not assigned.
		// 080-0 is out of the question: 0800 is freephone.
		Source:  "電気通信番号計画",
		Country: "81",
		Trunk:   "0",
		Classes: []fake.PhoneClass{
			{Name: "fixed", Fakes: []string{"03-1###-####", "06-1###-####"}},
			{Name: "mobile", Prefixes: []string{
				"090", "070", "060", "0801", "0802", "0803", "0804", "0805", "0806", "0807", "0808", "0809",
			}, Fakes: []string{"090-0###-####"}},
		},
	},
	// Codes begin with 001; 000 is no place's. The shorter ones are the columns of
	// a code that is split.
	Postal: []string{"000####", "000", "####"},
	Address: fake.Places{
		Regions: []string{
			"北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県",
			"東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県",
			"滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県",
			"香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
		},
		// Exchanges that begin with 1, as none does, in an area code of each prefecture;
		// no longer area code begins with that and 1.
		Areas: []string{
			"011-1##-####", "017-1##-####", "0197-1#-####", "022-1##-####", "018-1##-####", "023-1##-####", "0248-1#-####", "0297-1#-####",
			"0285-1#-####", "027-1##-####", "048-1##-####", "043-1##-####", "03-1###-####", "045-1##-####", "025-1##-####", "0766-1#-####",
			"0761-1#-####", "0770-1#-####", "0556-1#-####", "0265-1#-####", "0574-1#-####", "054-1##-####", "052-1##-####", "0598-1#-####",
			"0749-1#-####", "075-1##-####", "06-1###-####", "078-1##-####", "0745-1#-####", "073-1##-####", "0858-1#-####", "0855-1#-####",
			"086-1##-####", "082-1##-####", "083-1##-####", "0883-1#-####", "087-1##-####", "089-1##-####", "0887-1#-####", "092-1##-####",
			"0954-1#-####", "0957-1#-####", "096-1##-####", "097-1##-####", "0982-1#-####", "0993-1#-####", "0980-1#-####",
		},
		Municipalities: fake.List(municipalities),
		Streets:        fake.List(streets),
		Buildings:      fake.List(buildings),
	},
	Schools: schools,
	Text:    fake.Filler{Tag: "【仮】", Stub: "仮", Sentences: fake.List(sentences)},
}
