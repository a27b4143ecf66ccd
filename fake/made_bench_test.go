package fake_test

import (
	"slices"
	"testing"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
)

// BenchmarkThings makes each kind that can be recognised, in the first of its forms.
func BenchmarkThings(b *testing.B) {
	appends := map[string]func(dst []byte, s fake.Seed, like []byte) ([]byte, bool){
		"url": func(dst []byte, s fake.Seed, like []byte) ([]byte, bool) {
			return fake.AppendURL(dst, s, domains, like, 0)
		},
		"filename": func(dst []byte, s fake.Seed, like []byte) ([]byte, bool) {
			return fake.AppendFilename(dst, s, domains, like, 0)
		},
		"payment_card": fake.AppendCard, "bank_account": fake.AppendBankAccount, "my_number": fake.AppendMyNumber, "school_code": fake.AppendSchoolCode,
		"school": ja.Locale.AppendSchool, "city": ja.Locale.AppendCity, "prefecture": ja.Locale.AppendRegion, "code": fake.DefaultMark.AppendCode, "mac": fake.AppendMAC,
		"geo": func(dst []byte, s fake.Seed, like []byte) ([]byte, bool) {
			return fake.AppendGeo(dst, s, like, fake.AnyAxis)
		},
		"class": func(dst []byte, s fake.Seed, like []byte) ([]byte, bool) {
			return fake.AppendClass(dst, s, domains, like)
		},
	}
	likes := map[string]string{"filename": "photos/1A.jpg", "prefecture": "東京都", "mac": "00:1B:44:11:3A:B7", "class": "1年A組"}
	var names []string
	for name := range appends {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		like := []byte(likes[name])
		if len(like) == 0 {
			like = []byte(recognisables[name].likes[0])
		}
		b.Run(name, func(b *testing.B) {
			benchmark(b, func(dst []byte, s fake.Seed) []byte {
				dst, ok := appends[name](dst, s, like)
				if !ok {
					b.Fatal("no fake")
				}
				return dst
			})
		})
	}
}

// BenchmarkRecognise asks of each kind whether one fake is ours.
func BenchmarkRecognise(b *testing.B) {
	for _, kind := range fake.Kinds() {
		value, _ := recognisables[kind].draw(fake.TestSeed(kind), recognisables[kind].likes[0])
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if fake.Recognise(kind, value, ja.Locale) != fake.Ours {
					b.Fatal("not ours")
				}
			}
		})
	}
}
