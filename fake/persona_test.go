package fake_test

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/fake/locales"
)

func anyPersona(l *fake.Locale) *rapid.Generator[fake.Persona] {
	return rapid.Custom(func(t *rapid.T) fake.Persona {
		return fake.NewPersona(anySeed().Draw(t, "person"), anySeed().Draw(t, "household"), l)
	})
}

func anySeed() *rapid.Generator[fake.Seed] {
	return rapid.Custom(func(t *rapid.T) fake.Seed {
		return fake.Seed(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "seed"))
	})
}

// readings finds the readings of a written name in lists.
func readings(written string, lists ...fake.List) (out []fake.Name) {
	for _, l := range lists {
		for n := range l.All() {
			if n.Written == written {
				out = append(out, n)
			}
		}
	}
	return out
}

// The faces of one person agree: the reading of the kanji in the list is the
// katakana, and every other face follows from it.
func TestFacesAgree(t *testing.T) {
	domains := fake.TestSeed("domains")
	rapid.Check(t, func(t *rapid.T) {
		p := anyPersona(ja.Locale).Draw(t, "person")
		given := ja.Locale.Male
		if p.Sex() == fake.Female {
			given = ja.Locale.Female
		}
		f, g := readings(p.Family(), ja.Locale.Family), readings(p.Given(), given)
		require.Len(t, f, 1)
		require.Len(t, g, 1)
		check := func(n fake.Name, appendFace func([]byte, fake.Face) []byte) {
			kana := string(appendFace(nil, fake.Katakana))
			require.Equal(t, n.Reading, kana)
			require.Equal(t, string(fake.AppendHiragana(nil, kana)), string(appendFace(nil, fake.Hiragana)))
			require.Equal(t, string(fake.AppendHalfWidth(nil, kana)), string(appendFace(nil, fake.HalfKatakana)))
			latin := string(appendFace(nil, fake.Latin))
			if n.Latin == "" {
				require.Equal(t, string(fake.AppendHepburn(nil, kana)), latin)
			} else {
				require.Equal(t, n.Latin, latin)
			}
		}
		check(f[0], p.AppendFamily)
		check(g[0], p.AppendGiven)
		require.True(t, fake.PairCheck(f[0].Reading, g[0].Reading))

		alias := func(face func([]byte, fake.Face) []byte) string {
			return strings.ReplaceAll(strings.ToLower(string(face(nil, fake.Latin))), "'", "")
		}
		family, initial := alias(p.AppendFamily), alias(p.AppendGiven)[:1]
		email := string(p.AppendEmail(nil, domains, nil, 0))
		require.True(t, strings.HasPrefix(email, initial) && strings.Contains(email, "."+family+"."), email)
		require.True(t, strings.HasPrefix(string(p.AppendUsername(nil, nil, 0)), family))
	})
}

// Attributes do not depend on the household, except those that are shared.
func TestHousehold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		home, a, b := anySeed().Draw(t, "home"), anySeed().Draw(t, "a"), anySeed().Draw(t, "b")
		p, q := fake.NewPersona(a, home, ja.Locale), fake.NewPersona(b, home, ja.Locale)
		require.Equal(t, p.Family(), q.Family())
		phone := func(p fake.Persona, like string) string {
			n, ok := p.AppendPhone(nil, []byte(like), 0)
			require.True(t, ok)
			return string(n)
		}
		require.Equal(t, phone(p, "045-123-4567"), phone(q, "03-1234-5678"), "the home phone is the household's")
		require.Equal(t, phone(p, "090-1234-5678"), phone(fake.NewPersona(a, b, ja.Locale), "080-8765-4321"), "the mobile phone is the person's")
		if a != b {
			require.NotEqual(t, phone(p, "090-1234-5678")+string(p.AppendUsername(nil, nil, 0)), phone(q, "090-1234-5678")+string(q.AppendUsername(nil, nil, 0)))
		}
	})
}

// Both sexes and all names come up, none far more often than others of its class.
func TestDistribution(t *testing.T) {
	const n = 60_000
	family, sexes := map[string]int{}, [2]int{}
	seed := fake.TestSeed(t.Name())
	for i := range n {
		p := fake.NewPersona(seed.Nth(i), seed.Nth(i), ja.Locale)
		family[p.Family()]++
		sexes[p.Sex()]++
	}
	size := 0
	for range ja.Locale.Family.All() {
		size++
	}
	require.Len(t, family, size)
	require.InDelta(t, n/2, sexes[fake.Male], n/50)
	mean := float64(n) / float64(size)
	for name, k := range family {
		require.InDelta(t, mean, k, 6*math.Sqrt(mean), name) // six standard deviations
	}
}

// One pair of names in 64 passes the check, of those that it was not drawn for.
func TestPairCheck(t *testing.T) {
	for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
		pairs, passed := 0, 0
		for f := range l.Family.All() {
			for g := range l.Female.All() {
				pairs++
				if fake.PairCheck(key(f), key(g)) {
					passed++
				}
			}
		}
		require.InDelta(t, 1.0/64, float64(passed)/float64(pairs), 0.001, l.Tag)
	}
	// Computed with another implementation of SHA-256.
	for _, pair := range [][2]string{{"サトウ", "エリコ"}, {"スズキ", "ミユキ"}, {"タカハシ", "サチコ"}, {"smith", "jesse"}, {"SMITH", "Ned"}} {
		require.True(t, fake.PairCheck(pair[0], pair[1]))
	}
	for _, pair := range [][2]string{{"サトウ", "ミユキ"}, {"スズキ", "エリコ"}, {"エリコ", "サトウ"}, {"smith", "mary"}} {
		require.False(t, fake.PairCheck(pair[0], pair[1]))
	}
}

func key(n fake.Name) string {
	if n.Reading != "" {
		return n.Reading
	}
	return n.Written
}

func TestBirth(t *testing.T) {
	for _, tt := range []struct{ in, first, last fake.Date }{
		{fake.Date{Year: 2018, Month: 4, Day: 2}, fake.Date{Year: 2018, Month: 4, Day: 2}, fake.Date{Year: 2019, Month: 4, Day: 1}},
		{fake.Date{Year: 2018, Month: 4, Day: 1}, fake.Date{Year: 2017, Month: 4, Day: 2}, fake.Date{Year: 2018, Month: 4, Day: 1}},
		{fake.Date{Year: 2019, Month: 4, Day: 1}, fake.Date{Year: 2018, Month: 4, Day: 2}, fake.Date{Year: 2019, Month: 4, Day: 1}},
		{fake.Date{Year: 2016, Month: 2, Day: 29}, fake.Date{Year: 2015, Month: 4, Day: 2}, fake.Date{Year: 2016, Month: 4, Day: 1}},
		{fake.Date{Year: 1899, Month: 12, Day: 31}, fake.Date{Year: 1899, Month: 4, Day: 2}, fake.Date{Year: 1900, Month: 4, Day: 1}},
	} {
		days := map[fake.Date]bool{}
		for i := range 8000 {
			s := fake.TestSeed(t.Name()).Nth(i)
			days[fake.NewPersona(s, s, ja.Locale).Birth(tt.in)] = true
		}
		var all []fake.Date
		for d := range days {
			require.True(t, d.Valid())
			all = append(all, d)
		}
		slices.SortFunc(all, func(a, b fake.Date) int {
			return (a.Year-b.Year)*10000 + (a.Month-b.Month)*100 + a.Day - b.Day
		})
		require.Equal(t, []fake.Date{tt.first, tt.last}, []fake.Date{all[0], all[len(all)-1]}, "the cohort of %v", tt.in)
		require.GreaterOrEqual(t, len(all), 365, "every day comes up")
	}
	// The same day for every day of the cohort that is given.
	s := fake.TestSeed("one")
	p := fake.NewPersona(s, s, ja.Locale)
	require.Equal(t, p.Birth(fake.Date{Year: 2018, Month: 4, Day: 2}), p.Birth(fake.Date{Year: 2019, Month: 4, Day: 1}))
}

func TestPersonEmail(t *testing.T) {
	s, domains := fake.TestSeed(t.Name()), fake.TestSeed("domains")
	p := fake.NewPersona(s, s, ja.Locale)
	for limit := fake.EmailLeast; limit < 70; limit++ {
		e := p.AppendEmail(nil, domains, []byte("x@school.ed.jp"), limit)
		require.LessOrEqual(t, len(e), limit)
		require.Regexp(t, `^[a-z][a-z0-9.]*@(\w{5}\.)?example\.(ed\.)?jp$`, string(e))
	}
	require.True(t, bytes.HasSuffix(p.AppendEmail(nil, domains, []byte("X@Y.COM"), 0), []byte(".EXAMPLE.COM")))
	for limit := fake.UsernameLeast; limit < 40; limit++ {
		require.LessOrEqual(t, len(p.AppendUsername(nil, []byte("taro_y"), limit)), limit)
	}
	require.Contains(t, string(p.AppendUsername(nil, []byte("taro_y"), 0)), "_")
	require.Equal(t, strings.ToUpper(string(p.AppendUsername(nil, []byte("TARO"), 0))), string(p.AppendUsername(nil, []byte("TARO"), 0)))
}

// Appending into memory that is there costs none.
func TestAllocations(t *testing.T) {
	domains := fake.TestSeed("domains")
	dst := make([]byte, 0, 4096)
	seed, i := fake.TestSeed(t.Name()), 0
	kanji, bracket, latin := []byte("山田 太郎"), []byte("山田 太郎（ヤマダ タロウ）様"), []byte("YAMADA, Taro K.")
	accents, hanzi, hangul, all := []byte("GROß, Hélène"), []byte("王小明"), []byte("김 민수"), locales.All()
	single, halfKana, notName := []byte("さくら"), []byte("ﾔﾏﾀﾞ ﾀﾛｳ"), []byte("2-A 15番")
	email, display := []byte("Taro@school.ed.jp"), []byte(`"山田 太郎" <taro@school.ed.jp>`)
	phone, ip, postal := []byte("＋８１（０）９０−１２３４−５６７８"), []byte("[2001:4860::8888]:443"), []byte("〒100-0001")
	schoolName, domain := []byte("学校法人慶應義塾 慶應義塾高等学校附属小学校分校"), []byte("www.bancho.ed.jp")
	address, date, memo := []byte("東京都千代田区千代田１丁目１番１号 千代田ビル101号室"), []byte("平成24年4月2日"), bytes.Repeat([]byte("欠席。"), 50)
	for name, f := range map[string]func(s fake.Seed){
		"names": func(s fake.Seed) {
			p := fake.NewPersona(s, s, ja.Locale)
			for _, v := range [][]byte{kanji, bracket, latin, single, halfKana} {
				shape, ok := ja.Locale.ParseShape(v)
				if !ok {
					panic(string(v))
				}
				dst, _ = p.AppendName(dst[:0], shape, 12)
				dst, _ = p.AppendName(dst[:0], shape, 0)
			}
		},
		"faces": func(s fake.Seed) {
			p := fake.NewPersona(s, s, ja.Locale)
			dst = dst[:0]
			for f := fake.Written; f <= fake.Passport; f++ {
				dst = p.AppendGiven(p.AppendFamily(dst, f), f)
			}
		},
		"names in all languages": func(s fake.Seed) {
			for _, l := range all {
				for _, v := range [][]byte{latin, accents, hanzi, hangul} {
					shape, ok := l.ParseShape(v)
					if !ok {
						panic(string(v))
					}
					p := fake.NewPersona(s, s, l)
					dst, _ = p.AppendName(dst[:0], shape, 0)
					dst = p.AppendEmail(dst, domains, email, 0)
				}
			}
		},
		"person's e-mail":  func(s fake.Seed) { dst = fake.NewPersona(s, s, ja.Locale).AppendEmail(dst[:0], domains, email, 0) },
		"person's account": func(s fake.Seed) { dst = fake.NewPersona(s, s, ja.Locale).AppendUsername(dst[:0], email, 0) },
		"person's phone":   func(s fake.Seed) { dst, _ = fake.NewPersona(s, s, ja.Locale).AppendPhone(dst[:0], phone, 0) },
		"birth": func(s fake.Seed) {
			d, form, _ := fake.ParseDate(date)
			dst, _ = form.Append(dst[:0], fake.NewPersona(s, s, ja.Locale).Birth(d))
		},
		"e-mail":      func(s fake.Seed) { dst, _ = ja.Locale.AppendEmail(dst[:0], s, domains, email, 0) },
		"mailbox":     func(s fake.Seed) { dst, _ = ja.Locale.AppendEmail(dst[:0], s, domains, display, 0) },
		"phone":       func(s fake.Seed) { dst, _ = ja.Locale.AppendPhone(dst[:0], s, phone, 0) },
		"postal code": func(s fake.Seed) { dst, _ = ja.Locale.AppendPostalCode(dst[:0], s, postal, 0) },
		"address":     func(s fake.Seed) { dst, _ = ja.Locale.AppendAddress(dst[:0], s, address) },
		"ip":          func(s fake.Seed) { dst, _ = fake.AppendIP(dst[:0], s, ip, 0) },
		"nickname":    func(s fake.Seed) { dst = ja.Locale.AppendNickname(dst[:0], s, domains, single, 0) },
		"username":    func(s fake.Seed) { dst = ja.Locale.AppendUsername(dst[:0], s, domains, single, 0) },
		"own shape":   func(s fake.Seed) { dst = ja.Locale.AppendLike(dst[:0], s, domains, notName, 0) },
		"text":        func(s fake.Seed) { dst = ja.Locale.AppendText(dst[:0], s, memo, 0) },
		"school": func(s fake.Seed) {
			school := fake.NewSchool(s, ja.Locale)
			dst, _ = school.AppendName(dst[:0], schoolName)
			dst, _ = school.AppendAddress(dst, address)
			dst, _ = school.AppendPhone(dst, phone, 0)
			dst, _ = school.AppendEmail(dst, email)
			dst, _ = school.AppendDomain(dst, domain)
		},
		"keys": func(fake.Seed) {
			dst = fake.AppendEmailKey(dst[:0], display)
			dst = fake.AppendIPKey(dst, ip)
			dst = fake.AppendPostalCodeKey(dst, postal)
			dst = ja.Locale.AppendPhoneKey(dst, phone)
		},
	} {
		require.Zero(t, testing.AllocsPerRun(200, func() {
			i++
			f(seed.Nth(i))
		}), name)
	}
}
