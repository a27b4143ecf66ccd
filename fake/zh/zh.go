// Package zh has the names, numbers and places of made-up people in China.
//
// The names are written in simplified characters; their Latin form is pinyin
// without tones, as in passports. Given names are faker's, and joined from
// characters that are usual in names. The places do not exist.
package zh

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

// Locale is China.
var Locale = &fake.Locale{
	Tag:      "zh",
	Edition:  1,
	Charsets: []string{"gbk"},

	Family:     fake.List(family),
	Male:       fake.List(male),
	Female:     fake.List(female),
	Order:      fake.FamilyFirst,
	Separator:  fake.NoSeparator,
	Honorifics: []string{"先生", "女士", "小姐", "老师", "同学", "教授", "博士", "医生"},
	Titles:     []string{"Mr.", "Ms.", "Mrs.", "Dr.", "Prof."},

	Nicknames: fake.List(nicknames),
	Phone: fake.Phones{
		// No number is kept for fiction. A local number never begins with 0, which is
		// the trunk, so the fixed ones can't be. All mobile prefixes but a few are in
		// use; 154 is none's, and no carrier has it. Never 11 and 12, which call for help.
		Source:  "电信网编号计划（2017年版）",
		Country: "86",
		Classes: []fake.PhoneClass{
			{Name: "fixed", Fakes: []string{"010-0###-####", "021-0###-####"}},
			{Name: "mobile", Prefixes: []string{"13", "14", "15", "16", "17", "18", "19"}, Fakes: []string{"154-0###-####"}},
		},
	},
	// Codes begin with 01, of Inner Mongolia.
	Postal: []string{"00####"},
	Address: fake.Places{
		Regions: []string{
			"北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省",
			"山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省",
			"内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区", "香港特别行政区", "澳门特别行政区",
		},
		Municipalities: fake.List(municipalities),
		Streets:        fake.List(streets),
		Buildings:      fake.List(buildings),
	},
	Text: fake.Filler{Tag: "【假】", Stub: "假", Sentences: fake.List(sentences)},
}
