package ja

import (
	_ "embed"

	"github.com/migawari-dev/migawari/fake"
)

//go:embed schools.txt
var schoolNames string

var schools = fake.Schools{
	Names: fake.List(schoolNames),
	Words: []string{
		"学校法人", "国立大学法人", "公立大学法人", "大学院", "短期大学", "大学", "高等専門学校", "専門学校", "専修学校", "各種学校",
		"高等学校", "中等教育学校", "義務教育学校", "中学校", "小学校", "特別支援学校", "支援学校", "養護学校", "盲学校", "聾学校", "ろう学校",
		"高等部", "中等部", "初等部", "中学部", "小学部", "幼稚部", "幼稚園", "認定こども園", "こども園", "保育園", "保育所", "高校", "学園", "学院",
		"附属", "付属", "分校", "分教室", "分室", "本校", "教育委員会", "教育学部", "全日制", "定時制", "通信制", "女子", "男子", "私立",
		"School", "Elementary", "Primary", "Junior", "Senior", "High", "Middle", "Secondary", "University", "College", "Academy",
		"Kindergarten", "Nursery", "Institute", "of", "for", "and", "the", "No.", "Board", "Education", "Municipal", "Prefectural", "Public", "Private",
	},
	Endings:  []string{"小", "中", "高", "義", "大", "園", "校"},
	Founders: []string{"市立", "区立", "町立", "村立", "県立", "都立", "府立", "道立", "組合立", "市教育委員会", "区教育委員会", "町教育委員会", "村教育委員会", "県教育委員会", "都教育委員会", "府教育委員会"},
}
