package fake_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/fake/locales"
)

// What must agree after masking, in each locale: the rows of the coherence matrix
// that are about names.

func everyLocale(t *testing.T, check func(t *rapid.T, l *fake.Locale)) {
	for _, l := range locales.All() {
		t.Run(l.Tag, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { check(t, l) })
		})
	}
}

// given is the list of given names of a person's sex.
func given(p fake.Persona) fake.List {
	if p.Sex() == fake.Female {
		return p.Locale().Female
	}
	return p.Locale().Male
}

// letters are the small ASCII letters of a name, as addresses have them.
func letters(name []byte) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(string(name)))
}

// The written name, its reading, its Latin form, the e-mail address, the account
// and the initials are of one person, whose sex the given name fits.
func TestOnePerson(t *testing.T) {
	domains := fake.TestSeed("domains")
	everyLocale(t, func(t *rapid.T, l *fake.Locale) {
		p := anyPersona(l).Draw(t, "person")
		f, g := readings(p.Family(), l.Family), readings(p.Given(), given(p))
		require.Len(t, f, 1)
		require.Len(t, g, 1)
		for _, n := range []struct {
			entry      fake.Name
			appendFace func([]byte, fake.Face) []byte
		}{{f[0], p.AppendFamily}, {g[0], p.AppendGiven}} {
			latin := n.entry.Latin
			switch {
			case latin != "":
			case n.entry.Reading != "":
				latin = string(fake.AppendHepburn(nil, n.entry.Reading))
			default:
				latin = n.entry.Written
			}
			require.Equal(t, latin, string(n.appendFace(nil, fake.Latin)))
			if n.entry.Reading != "" {
				require.Equal(t, n.entry.Reading, string(n.appendFace(nil, fake.Katakana)))
			} else {
				require.Equal(t, n.entry.Written, string(n.appendFace(nil, fake.Katakana)), "no reading, and no face of one")
			}
		}
		require.True(t, fake.PairCheck(key(f[0]), key(g[0])))

		family, own := letters(p.AppendFamily(nil, fake.Latin)), letters(p.AppendGiven(nil, fake.Latin))
		local, _, _ := strings.Cut(string(p.AppendEmail(nil, domains, nil, 0)), "@")
		parts := strings.Split(local, ".")
		require.Len(t, parts, 3, local)
		require.True(t, parts[0] == own || parts[0] == own[:1], "%s of %s", parts[0], own)
		require.Equal(t, family, parts[1])
		require.True(t, strings.HasPrefix(string(p.AppendUsername(nil, nil, 0)), family))

		initial := l.Shape()
		initial.Face, initial.Initial, initial.Order, initial.Sep = fake.Latin, true, fake.GivenFirst, fake.Space
		short, ok := p.AppendName(nil, initial, 0)
		require.True(t, ok)
		require.True(t, strings.HasPrefix(string(p.AppendGiven(nil, fake.Latin)), string(short[:1])), "initials are the name's")
	})
}

// In every shape that a value can have, the name is the same person's: what is
// written beside other tables' columns fits.
func TestOnePersonInAllShapes(t *testing.T) {
	values := []string{
		"山田 太郎", "ヤマダ　タロウ", "やまだ たろう", "ﾔﾏﾀﾞ ﾀﾛｳ", "YAMADA, Taro", "王 小明", "김 민수", "Hélène Dupont", "Jürgen GROß",
		"山田 太郎（ヤマダ タロウ）", "Dr. Anna Groß",
	}
	everyLocale(t, func(t *rapid.T, l *fake.Locale) {
		p := anyPersona(l).Draw(t, "person")
		v := rapid.SampledFrom(values).Draw(t, "value")
		shape, ok := l.ParseShape([]byte(v))
		require.True(t, ok, v)
		name, ok := p.AppendName(nil, shape, 0)
		require.True(t, ok)
		require.True(t, utf8.Valid(name))
		low := strings.ToLower(string(name))
		var family, own bool
		for f := fake.Written; f <= fake.Passport; f++ {
			family = family || strings.Contains(low, strings.ToLower(string(p.AppendFamily(nil, f))))
			own = own || strings.Contains(low, strings.ToLower(string(p.AppendGiven(nil, f))))
		}
		require.True(t, family && own, "%s for %s, %s", name, v, p.Name())
	})
}

// Brothers, sisters and guardians of a household share the family name, in every
// face, and the home phone; everything else is the person's own.
func TestOneHousehold(t *testing.T) {
	everyLocale(t, func(t *rapid.T, l *fake.Locale) {
		home, a, b := anySeed().Draw(t, "home"), anySeed().Draw(t, "a"), anySeed().Draw(t, "b")
		p, q, alone := fake.NewPersona(a, home, l), fake.NewPersona(b, home, l), fake.NewPersona(a, b, l)
		for f := fake.Written; f <= fake.Passport; f++ {
			require.Equal(t, string(p.AppendFamily(nil, f)), string(q.AppendFamily(nil, f)))
		}
		like := []byte(strings.ReplaceAll(l.Phone.Classes[0].Fakes[0], "#", "7"))
		phone := func(p fake.Persona) string {
			n, ok := p.AppendPhone(nil, like, 0)
			require.True(t, ok)
			return string(n)
		}
		require.Equal(t, phone(p), phone(q))
		require.Equal(t, p.Sex(), alone.Sex(), "the household says nothing of the person")
		require.Equal(t, p.Birth(fake.Date{Year: 2015, Month: 6, Day: 1}), alone.Birth(fake.Date{Year: 2015, Month: 6, Day: 1}))
		if a != b {
			require.NotEqual(t, string(p.AppendUsername(nil, nil, 0)), string(q.AppendUsername(nil, nil, 0)))
		}
	})
}

// Sorting the fakes by their kana gives one order in every collation, and the list
// of family names is in it.
func TestFamiliesInOrder(t *testing.T) {
	last := ""
	for n := range ja.Locale.Family.All() {
		folded := collate.Replace(n.Reading)
		require.LessOrEqual(t, last, folded, n.Written)
		last = folded
	}
}

// collate gives the first level of JIS X 4061.
var collate = strings.NewReplacer(
	"ガ", "カ", "ギ", "キ", "グ", "ク", "ゲ", "ケ", "ゴ", "コ", "ザ", "サ", "ジ", "シ", "ズ", "ス", "ゼ", "セ", "ゾ", "ソ",
	"ダ", "タ", "ヂ", "チ", "ヅ", "ツ", "デ", "テ", "ド", "ト", "バ", "ハ", "パ", "ハ", "ビ", "ヒ", "ピ", "ヒ", "ブ", "フ", "プ", "フ",
	"ベ", "ヘ", "ペ", "ヘ", "ボ", "ホ", "ポ", "ホ", "ッ", "ツ", "ャ", "ヤ", "ュ", "ユ", "ョ", "ヨ")

// One school is one tuple: the short name is in the whole one, the number of the code
// in the domain and in the address of the office, the prefecture in the code, in the
// municipality code, in the name of its founder, in the address and in the phone.
func TestOneSchool(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := fake.NewSchool(anySeed().Draw(t, "school"), ja.Locale)
		text := func(face func(dst, like []byte) ([]byte, bool), like string) string {
			got, ok := face(nil, []byte(like))
			require.True(t, ok, like)
			return string(got)
		}
		whole, short := text(s.AppendName, "千代田区立番町小学校"), text(s.AppendName, "番町小")
		require.Equal(t, whole, strings.TrimSuffix(text(s.AppendCity, "千代田区"), "市")+"区立"+strings.TrimSuffix(short, "小")+"小学校")
		require.Equal(t, fake.Ours, fake.Recognise("school", []byte(whole), ja.Locale))
		latin := text(s.AppendName, "Bancho Elementary School")
		require.Contains(t, latin, " Elementary School")

		code := text(s.AppendCode, "B101210000018")
		require.Equal(t, fake.Ours, fake.Recognise("school_code", []byte(code)))
		require.Equal(t, "B1", code[:2], "the kind stays")
		require.EqualValues(t, '2', code[4], "the founder stays")
		domain := text(s.AppendDomain, "www.bancho.ed.jp")
		require.Equal(t, "www.sch"+code[6:12]+".example.ed.jp", domain)
		require.Equal(t, "office@"+strings.TrimPrefix(domain, "www."), text(s.AppendEmail, "info@bancho.ed.jp"))
		require.Equal(t, fake.Ours, fake.Recognise("email", []byte(text(s.AppendEmail, "INFO@BANCHO.ED.JP"))))

		region := s.Region()
		require.Equal(t, region, text(s.AppendRegion, "東京都"))
		number := text(s.AppendRegion, "01")
		require.Equal(t, number, code[2:4])
		municipality := text(s.AppendCity, "131016")
		require.True(t, strings.HasPrefix(municipality, number+"999"))
		require.Equal(t, fake.Ours, fake.Recognise("city", []byte(municipality), ja.Locale))
		require.True(t, strings.HasPrefix(text(s.AppendName, "神奈川県立横浜翠嵐高等学校"), region+"立"))
		require.True(t, strings.HasPrefix(text(s.AppendAddress, "神奈川県横浜市中区日本大通1-1"), region+text(s.AppendCity, "横浜市")))

		phone := text(func(dst, like []byte) ([]byte, bool) { return s.AppendPhone(dst, like, 0) }, "03-1234-5678")
		area := areas(t)[region]
		require.Equal(t, area, phone[:len(area)])
		require.Equal(t, fake.Ours, fake.Recognise("phone", []byte(phone), ja.Locale))
		postal := text(func(dst, like []byte) ([]byte, bool) { return s.AppendPostalCode(dst, like, 0) }, "100-0001")
		require.True(t, strings.HasPrefix(postal, "000-"), "of no prefecture")

		// The list of classes: two of a grade stay two, and are the same wherever written.
		seen := map[string]bool{}
		for c := 'A'; c <= 'H'; c++ {
			seen[text(s.AppendClass, "3年"+string(c)+"組")] = true
		}
		require.Len(t, seen, 8)
		require.True(t, seen["3年A組"] && seen["3年H組"])
	})
}

// areas gives the beginning of the phone numbers of a prefecture.
func areas(t require.TestingT) map[string]string {
	m := map[string]string{}
	require.Len(t, ja.Locale.Address.Areas, len(ja.Locale.Address.Regions))
	for i, r := range ja.Locale.Address.Regions {
		area, rest, _ := strings.Cut(ja.Locale.Address.Areas[i], "-")
		require.EqualValues(t, '1', rest[0], "no exchange begins so")
		m[r] = area + "-1"
	}
	return m
}

// A household lives in one place: address, postal code, prefecture and home phone
// agree, for all of its members and in split columns.
func TestOneHome(t *testing.T) {
	everyLocale(t, func(t *rapid.T, l *fake.Locale) {
		home := anySeed().Draw(t, "home")
		p, q := fake.NewPersona(anySeed().Draw(t, "a"), home, l).Home(), fake.NewPersona(anySeed().Draw(t, "b"), home, l).Home()
		text := func(p fake.Place, like string) string {
			got, ok := p.AppendAddress(nil, []byte(like))
			require.True(t, ok)
			require.LessOrEqual(t, utf8.RuneCount(got), utf8.RuneCountInString(like))
			return string(got)
		}
		for _, like := range []string{"東京都千代田区千代田1-1 千代田ビル101", "12 Main Street, Springfield", "서울특별시 강남구 테헤란로 123"} {
			require.Equal(t, text(p, like), text(q, like))
		}
		like := []byte(strings.ReplaceAll(l.Phone.Classes[0].Fakes[0], "#", "7"))
		phone, ok := p.AppendPhone(nil, like, 0)
		require.True(t, ok)
		own, ok := fake.NewPersona(anySeed().Draw(t, "c"), home, l).AppendPhone(nil, like, 0)
		require.True(t, ok)
		require.Equal(t, string(phone), string(own))
		if l != ja.Locale {
			return
		}
		require.True(t, strings.HasPrefix(string(phone), areas(t)[p.Region()]))
		whole := text(p, "神奈川県横浜市中区日本大通1-1 横浜ビル101")
		require.True(t, strings.HasPrefix(whole, p.Region()))
		numbers := text(p, "1-1 横浜ビル101")
		require.True(t, strings.HasSuffix(whole, numbers), "%s ends in %s", whole, numbers)
	})
}

// aClass is any class of any school and year.
func aClass(l *fake.Locale) *rapid.Generator[fake.Class] {
	return rapid.Custom(func(t *rapid.T) fake.Class {
		stage := rapid.SampledFrom([]fake.Stage{fake.Elementary, fake.LowerSecondary, fake.UpperSecondary}).Draw(t, "stage")
		return fake.Class{
			School: fake.NewSchool(anySeed().Draw(t, "school"), l), Stage: stage, Year: rapid.IntRange(1950, 2100).Draw(t, "year"),
			Grade: rapid.IntRange(1, stage.Grades()).Draw(t, "grade"), Label: rapid.IntRange(1, 26).Draw(t, "label"),
		}
	})
}

// The date of birth of a pupil agrees with the grade, the year of entry, the age and
// the text of the era; the student number begins with the year of entry; and in the
// year after the same pupil is one grade higher.
func TestOnePupil(t *testing.T) {
	everyLocale(t, func(t *rapid.T, l *fake.Locale) {
		c := aClass(l).Draw(t, "class")
		p := c.Pupil(rapid.IntRange(1, 99).Draw(t, "number"))
		born := p.Born()
		before := map[fake.Stage]int{fake.Elementary: 0, fake.LowerSecondary: 6, fake.UpperSecondary: 9}[c.Stage]
		require.Equal(t, c.Grade+before, fake.Grade(born, c.Year))
		entry := c.Year - c.Grade + 1
		number := string(p.AppendStudentNumber(nil))
		require.Equal(t, strconv.Itoa(entry), number[:4], "the year of entry")
		require.True(t, fake.Luhn.Valid([]byte(number)))
		require.Equal(t, before+1, fake.Grade(born, entry))

		// On the first day of the school year a pupil of grade 1 is 6, born early
		// (早生まれ) or not.
		age := entry - born.Year
		if born.Month > 4 || born.Month == 4 && born.Day > 1 {
			age--
		}
		require.Equal(t, 6+before, age)
		early := born.Month < 4 || born.Month == 4 && born.Day == 1
		require.Equal(t, early, born.Year == fake.Cohort(born)+1)

		for _, like := range []string{"平成24年4月2日", "H24.4.2", "20120402", "2012/4/2"} {
			_, form, ok := fake.ParseDate([]byte(like))
			require.True(t, ok)
			text, ok := form.Append(nil, born)
			require.True(t, ok)
			again, _, ok := fake.ParseDate(text)
			require.True(t, ok)
			require.Equal(t, born, again, "%s", text)
		}

		domain, ok := c.School.AppendDomain(nil, []byte("x.ed.jp"))
		require.True(t, ok)
		require.Equal(t, "s"+number+"@"+string(domain), string(p.AppendEmail(nil)))
		if c.Grade < c.Stage.Grades() {
			next := c
			next.Year, next.Grade = c.Year+1, c.Grade+1
			q := next.Pupil(p.Number)
			require.Equal(t, p.Name(), q.Name())
			require.Equal(t, born, q.Born())
			require.Equal(t, number, string(q.AppendStudentNumber(nil)))
		}
	})
}

// In a class the numbers are unique and the names in their order; in a school the
// student numbers and addresses are unique.
func TestOneClass(t *testing.T) {
	everyLocale(t, func(t *rapid.T, l *fake.Locale) {
		c := aClass(l).Draw(t, "class")
		last, numbers := "", map[string]bool{}
		for n := 1; n <= 45; n++ {
			p := c.Pupil(n)
			numbers[string(p.AppendStudentNumber(nil))] = true
			if l == ja.Locale {
				kana := collate.Replace(string(p.AppendFamily(nil, fake.Katakana)))
				require.LessOrEqual(t, last, kana)
				last = kana
			}
		}
		other := c
		other.Label = c.Label%26 + 1
		for n := 1; n <= 45; n++ {
			numbers[string(other.Pupil(n).AppendStudentNumber(nil))] = true
		}
		require.Len(t, numbers, 90)
	})
}

// A class is one in all notations.
func TestClassNames(t *testing.T) {
	c := fake.Class{School: fake.NewSchool(fake.TestSeed(t.Name()), ja.Locale), Stage: fake.LowerSecondary, Year: 2025, Grade: 3, Label: 2}
	for like, want := range map[string]string{
		"1年A組": "3年B組", "1-1": "3-2", "101": "302", "A組": "B組", "１年Ａ組": "３年Ｂ組", "一年一組": "三年二組", "1年1組": "3年2組", "1年01組": "3年02組",
	} {
		require.Equal(t, want, string(c.Pupil(1).AppendClass(nil, []byte(like))), like)
	}
	require.Regexp(t, `^3年\p{Hiragana}+組$`, string(c.Pupil(1).AppendClass(nil, []byte("1年ひまわり組"))))
}
