package fake_test

import (
	"testing"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/fake/locales"
)

// Each benchmark takes a new seed per round, which costs one Nth (about a Sub).

func benchmark(b *testing.B, f func(dst []byte, s fake.Seed) []byte) {
	b.Helper()
	b.ReportAllocs()
	seed, dst, i := fake.TestSeed(b.Name()), make([]byte, 0, 512), 0
	for b.Loop() {
		i++
		dst = f(dst[:0], seed.Nth(i))
	}
}

func BenchmarkSeedOnly(b *testing.B) {
	benchmark(b, func(dst []byte, s fake.Seed) []byte { return append(dst, s[:]...) })
}

func BenchmarkPersona(b *testing.B) {
	benchmark(b, func(dst []byte, s fake.Seed) []byte {
		return append(dst, byte(fake.NewPersona(s, s, ja.Locale).Sex()))
	})
}

// BenchmarkPersonaFaces makes a coherent person: kanji, kana, romaji, e-mail.
func BenchmarkPersonaFaces(b *testing.B) {
	domains := fake.TestSeed("domains")
	benchmark(b, func(dst []byte, s fake.Seed) []byte {
		p := fake.NewPersona(s, s, ja.Locale)
		dst = p.AppendGiven(p.AppendFamily(dst, fake.Written), fake.Written)
		dst = p.AppendGiven(p.AppendFamily(dst, fake.Katakana), fake.Katakana)
		dst = p.AppendGiven(p.AppendFamily(dst, fake.Latin), fake.Latin)
		return p.AppendEmail(dst, domains, []byte("taro@school.ed.jp"), 0)
	})
}

func BenchmarkNameInShape(b *testing.B) {
	for _, v := range []string{"山田 太郎", "ﾔﾏﾀﾞ ﾀﾛｳ", "YAMADA, Taro", "山田 太郎（ヤマダ タロウ）様"} {
		b.Run(v, func(b *testing.B) {
			value := []byte(v)
			benchmark(b, func(dst []byte, s fake.Seed) []byte {
				shape, _ := ja.Locale.ParseShape(value)
				dst, _ = fake.NewPersona(s, s, ja.Locale).AppendName(dst, shape, 0)
				return dst
			})
		})
	}
}

func BenchmarkPersonEmail(b *testing.B) {
	domains := fake.TestSeed("domains")
	benchmark(b, func(dst []byte, s fake.Seed) []byte {
		return fake.NewPersona(s, s, ja.Locale).AppendEmail(dst, domains, []byte("taro@school.ed.jp"), 0)
	})
}

func BenchmarkPersonOthers(b *testing.B) {
	for _, face := range []struct {
		name   string
		append func(p fake.Persona, dst []byte) []byte
	}{
		{"username", func(p fake.Persona, dst []byte) []byte { return p.AppendUsername(dst, []byte("taro_y"), 0) }},
		{"home phone", func(p fake.Persona, dst []byte) []byte {
			dst, _ = p.AppendPhone(dst, []byte("03-1234-5678"), 0)
			return dst
		}},
		{"home address", func(p fake.Persona, dst []byte) []byte {
			dst, _ = p.Home().AppendAddress(dst, []byte("東京都千代田区千代田1-1 千代田ビル101"))
			return dst
		}},
		{"in order", func(p fake.Persona, dst []byte) []byte { return p.InOrder(17).AppendFamily(dst, fake.Written) }},
	} {
		b.Run(face.name, func(b *testing.B) {
			benchmark(b, func(dst []byte, s fake.Seed) []byte { return face.append(fake.NewPersona(s, s, ja.Locale), dst) })
		})
	}
}

// BenchmarkSchool makes one face of a school, and all that the row of a school has.
func BenchmarkSchool(b *testing.B) {
	faces := []struct {
		name   string
		append func(s fake.School, dst, like []byte) ([]byte, bool)
		like   string
	}{
		{"name", fake.School.AppendName, "千代田区立番町小学校"},
		{"code", fake.School.AppendCode, "B101210000018"},
		{"domain", fake.School.AppendDomain, "www.bancho.ed.jp"},
		{"email", fake.School.AppendEmail, "info@bancho.ed.jp"},
		{"class", fake.School.AppendClass, "1年A組"},
		{"address", func(s fake.School, dst, like []byte) ([]byte, bool) { return s.AppendAddress(dst, like) }, "東京都千代田区千代田1-1"},
		{"phone", func(s fake.School, dst, like []byte) ([]byte, bool) { return s.AppendPhone(dst, like, 0) }, "03-1234-5678"},
	}
	likes := map[string][]byte{}
	for _, face := range faces {
		likes[face.name] = []byte(face.like)
	}
	for _, face := range faces {
		b.Run(face.name, func(b *testing.B) {
			benchmark(b, func(dst []byte, s fake.Seed) []byte {
				dst, _ = face.append(fake.NewSchool(s, ja.Locale), dst, likes[face.name])
				return dst
			})
		})
	}
	b.Run("all", func(b *testing.B) {
		benchmark(b, func(dst []byte, s fake.Seed) []byte {
			school := fake.NewSchool(s, ja.Locale)
			for _, face := range faces {
				dst, _ = face.append(school, dst, likes[face.name])
			}
			return dst
		})
	})
}

func BenchmarkPupil(b *testing.B) {
	c := fake.Class{School: fake.NewSchool(fake.TestSeed(b.Name()), ja.Locale), Year: 2025, Grade: 3, Label: 2}
	number := 0
	benchmark(b, func(dst []byte, _ fake.Seed) []byte {
		number = number%45 + 1
		p := c.Pupil(number)
		return p.AppendEmail(p.AppendClass(append(dst, byte(p.Born().Day)), []byte("1年A組")))
	})
}

func BenchmarkBirth(b *testing.B) {
	value := []byte("平成24年4月2日")
	benchmark(b, func(dst []byte, s fake.Seed) []byte {
		d, form, _ := fake.ParseDate(value)
		dst, _ = form.Append(dst, fake.NewPersona(s, s, ja.Locale).Birth(d))
		return dst
	})
}

func BenchmarkByValue(b *testing.B) {
	domains := fake.TestSeed("domains")
	for name, f := range map[string]func(dst []byte, s fake.Seed) []byte{
		"email": func(dst []byte, s fake.Seed) []byte {
			dst, _ = ja.Locale.AppendEmail(dst, s, domains, []byte("taro@school.ed.jp"), 0)
			return dst
		},
		"phone": func(dst []byte, s fake.Seed) []byte {
			dst, _ = ja.Locale.AppendPhone(dst, s, []byte("090-1234-5678"), 0)
			return dst
		},
		"phone en": func(dst []byte, s fake.Seed) []byte {
			dst, _ = en.Locale.AppendPhone(dst, s, []byte("(202) 456-1111"), 0)
			return dst
		},
		"postal": func(dst []byte, s fake.Seed) []byte {
			dst, _ = ja.Locale.AppendPostalCode(dst, s, []byte("100-0001"), 0)
			return dst
		},
		"address": func(dst []byte, s fake.Seed) []byte {
			dst, _ = ja.Locale.AppendAddress(dst, s, []byte("東京都千代田区千代田1-1 千代田ビル101"))
			return dst
		},
		"ip": func(dst []byte, s fake.Seed) []byte {
			dst, _ = fake.AppendIP(dst, s, []byte("203.0.113.7"), 0)
			return dst
		},
		"ip6": func(dst []byte, s fake.Seed) []byte {
			dst, _ = fake.AppendIP(dst, s, []byte("2001:4860:4860::8888"), 0)
			return dst
		},
		"nickname": func(dst []byte, s fake.Seed) []byte {
			return ja.Locale.AppendNickname(dst, s, domains, []byte("たろう"), 0)
		},
		"username": func(dst []byte, s fake.Seed) []byte {
			return ja.Locale.AppendUsername(dst, s, domains, []byte("taro_y"), 0)
		},
		"text": func(dst []byte, s fake.Seed) []byte {
			return ja.Locale.AppendText(dst, s, []byte("体調不良のため欠席。保護者から連絡があった。"), 0)
		},
		"like": func(dst []byte, s fake.Seed) []byte {
			return ja.Locale.AppendLike(dst, s, domains, []byte("2-A 15"), 0)
		},
	} {
		b.Run(name, func(b *testing.B) { benchmark(b, f) })
	}
}

// BenchmarkStart makes the first person of a locale, which computes its index: what
// every run of the command pays.
func BenchmarkStart(b *testing.B) {
	for _, l := range locales.All() {
		b.Run(l.Tag, func(b *testing.B) {
			b.ReportAllocs()
			s := fake.TestSeed(b.Name())
			for b.Loop() {
				fake.NewPersona(s, s, copyOf(l, func(*fake.Locale) {}))
			}
		})
	}
}
