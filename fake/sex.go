package fake

import (
	"bytes"
)

// A SexForm says how a column writes sexes.
type SexForm uint8

// Meaning is what a code for a sex says.
type Meaning uint8

const (
	// NoSex: it is no code that this package knows.
	NoSex Meaning = iota
	// KnownSex: it names a sex, one of the two or another.
	KnownSex
	// UnsetSex: it says that nothing is said.
	UnsetSex
)

// sexForms are the ways to write male and female: numbers after ISO/IEC 5218,
// letters and words.
var sexForms = [...][2]string{
	{"1", "2"}, {"01", "02"}, {"M", "F"}, {"m", "f"},
	{"male", "female"}, {"Male", "Female"}, {"MALE", "FEMALE"},
	{"man", "woman"}, {"Man", "Woman"}, {"MAN", "WOMAN"},
	{"boy", "girl"}, {"Boy", "Girl"}, {"BOY", "GIRL"},
	{"男", "女"}, {"男性", "女性"}, {"男子", "女子"}, {"男児", "女児"}, {"男の子", "女の子"}, {"おとこ", "おんな"}, {"オトコ", "オンナ"},
}

// Other codes, and the form of those of their column.
var otherSexes = [...]struct {
	code string
	form int
}{
	{"other", 4}, {"Other", 5}, {"OTHER", 6}, {"nonbinary", 4}, {"non-binary", 4}, {"X", 2}, {"x", 3}, {"O", 2},
	{"その他", 13}, {"第三の性", 14}, {"Xジェンダー", 14},
}

// 0 and 9 are not known and not applicable in ISO/IEC 5218; unspecified is of
// OneRoster.
var unsetSexes = [...]string{"0", "9", "00", "09", "U", "u", "N", "n", "-", "unspecified", "unknown", "none", "n/a", "N/A", "Unspecified", "Unknown",
	"UNSPECIFIED", "UNKNOWN", "未設定", "未回答", "無回答", "回答しない", "不明", "未選択", "なし"}

// ParseSex reads a code for a sex. What it returns does not tell which.
func ParseSex(value []byte) (SexForm, Meaning) {
	v := string(bytes.TrimSpace(value))
	for i, f := range sexForms {
		if v == f[0] || v == f[1] {
			return SexForm(i), KnownSex
		}
	}
	for _, o := range otherSexes {
		if v == o.code {
			return SexForm(o.form), KnownSex
		}
	}
	for _, u := range unsetSexes {
		if v == u {
			return 0, UnsetSex
		}
	}
	return 0, NoSex
}

// Code is how a form writes a sex.
func (f SexForm) Code(s Sex) string { return sexForms[f][s&1] }

// SexLength is the number of characters of the longest code.
const SexLength = len("female")
