package fake_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// A recognisable is a kind that [fake.Recognise] decides, with forms in which fakes
// are drawn, and real values: published examples of what somebody owns or could.
type recognisable struct {
	likes []string
	draw  func(s fake.Seed, like string) ([]byte, bool)
	real  []string
}

var domains = fake.TestSeed("domains")

func value(f func(dst []byte, s fake.Seed, like []byte) ([]byte, bool)) func(fake.Seed, string) ([]byte, bool) {
	return func(s fake.Seed, like string) ([]byte, bool) { return f(nil, s, []byte(like)) }
}

var recognisables = map[string]recognisable{
	"email": {
		[]string{"taro@school.ed.jp", "A@X.COM", "山田 太郎 <taro@corp.co.jp>", "x@firma.de", "a@edu.city.kobe.jp"},
		func(s fake.Seed, like string) ([]byte, bool) {
			return ja.Locale.AppendEmail(nil, s, domains, []byte(like), 0)
		},
		[]string{"info@casio.co.jp", "x@example.co", "x@notexample.com", "test@test.co.jp", "a@sample.jp", "x@example.com.evil.net", "taro"},
	},
	"url": {
		[]string{"https://twitter.com/taro", "http://www.school.ed.jp/a/b.jpg?x=1#y", "HTTPS://User:pw@Host.jp:8080"},
		func(s fake.Seed, like string) ([]byte, bool) { return fake.AppendURL(nil, s, domains, []byte(like), 0) },
		[]string{"https://twitter.com/taro", "https://example.com@evil.net/", "https://evil.net/example.com", "/img/1.png", "https://example.com.evil.net/"},
	},
	"host": {
		[]string{"https://twitter.com/", "https://www.school.ed.jp"},
		func(s fake.Seed, like string) ([]byte, bool) {
			b, ok := fake.AppendURL(nil, s, domains, []byte(like), 0)
			from := len("https://")
			if b[from+3] == '.' {
				from += 4
			}
			to := from
			for b[to] != '/' {
				to++
			}
			return b[from:to], ok
		},
		[]string{"twitter.com", "example.co", "myexample.com", "example", "192.0.2.1"},
	},
	"ip_address": {
		[]string{"8.8.8.8", "10.1.2.3", "172.20.1.1", "192.168.1.1", "8.8.8.0/24", "8.8.8.8:53", "134744072", "2001:4860::8888", "fd12:3456::1", "::ffff:8.8.8.8", "[2001:4860::1]:443"},
		func(s fake.Seed, like string) ([]byte, bool) { return fake.AppendIP(nil, s, []byte(like), 0) },
		[]string{"8.8.8.8", "10.1.2.3", "172.20.1.1", "192.168.1.1", "2001:4860:4860::8888", "198.17.0.1", "198.20.0.1", "134744072", "host"},
	},
	"phone": {
		[]string{"03-1234-5678", "0422-12-3456", "090-1234-5678", "+81 (0)90-1234-5678", "０９０−１２３４−５６７８", "9012345678", "312345678", "+67712345", "0120-123-456", "080-1234-5678", "050-1234-5678"},
		func(s fake.Seed, like string) ([]byte, bool) { return ja.Locale.AppendPhone(nil, s, []byte(like), 0) },
		[]string{"03-5334-4111", "0800-123-4567", "080-0123-4567", "0120-000-000", "090-1234-5678", "+81 3 5334 4111", "+1 202 456 1111", "045-234-5678", "x"},
	},
	"postal_code": {
		[]string{"100-0001", "〒1000001", "１００−０００１"},
		func(s fake.Seed, like string) ([]byte, bool) {
			return ja.Locale.AppendPostalCode(nil, s, []byte(like), 0)
		},
		[]string{"100-0001", "〒151-8543", "001-0000", "K1A 0B1"},
	},
	"payment_card": {
		[]string{"4111111111111111", "3782 822463 10005", "5555-5555-5555-4444", "４１１１１１１１１１１１１１１１", "6304000000000000"},
		value(fake.AppendCard),
		[]string{"4111111111111111", "3530 1113 3330 0000", "0000000000000001", "1234567890123"},
	},
	"bank_account": {
		[]string{"1234567", "0001-123-1234567", "00011231234567", "DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "12345678", "0005", "10120-12345671"},
		value(fake.AppendBankAccount),
		[]string{"1234567", "0001-123-1234567", "DE89370400440532013000", "0005", "x"},
	},
	"my_number": {
		[]string{"123456789018", "1234-5678-9018", "１２３４５６７８９０１８"},
		value(fake.AppendMyNumber),
		[]string{"123456789018", "000000000000", "1234", "x"},
	},
	"school_code": {
		[]string{"F112310102342", "B101210000018", "f139190110515"},
		value(fake.AppendSchoolCode),
		[]string{"F112310102342", "B101210000018", "F139190110515", "B113200000016"},
	},
	"school": {
		[]string{
			"千代田区立番町小学校", "東京都立日比谷高等学校", "学校法人慶應義塾 慶應義塾高等学校", "福島県立安積高等学校", "横浜市立第三中学校", "番町小", "ひかり幼稚園",
			"お茶の水女子大学附属中学校", "Tokyo High School", "横浜市教育委員会", "UNIVERSITY OF TOKYO", "トキワ松学園中学校", "国立市立国立第一中学校", "港区立赤羽小学校〇〇分校",
		},
		func(s fake.Seed, like string) ([]byte, bool) { return ja.Locale.AppendSchool(nil, s, []byte(like)) },
		[]string{"千代田区立番町小学校", "東京都立日比谷高等学校", "Tokyo High School", "見本市立番町小学校", "開成中"},
	},
	"city": {
		[]string{"千代田区", "ちよだく", "Chiyoda-ku", "13101", "131016", "札幌市"},
		func(s fake.Seed, like string) ([]byte, bool) { return ja.Locale.AppendCity(nil, s, []byte(like)) },
		[]string{"千代田区", "札幌市", "131016", "13101", "Chiyoda-ku"},
	},
	"code": {
		[]string{"ABCD-1234-EFGH", "20230401-0007", "U4af4980629a1b2c3d4e5f60718293a4b", "x"},
		func(s fake.Seed, like string) ([]byte, bool) {
			return fake.DefaultMark.AppendCode(nil, s, []byte(like))
		},
		[]string{"ABCD-1234-EFGH", "20230401-0007", "FAKE", "NOTFAKE-1"},
	},
	"geo": {
		[]string{"35.6895,139.6917", "(35.6895, 139.6917)", "POINT(139.6917 35.6895)", "SRID=4326;POINT(139.7 35.6)", "-33.8688 151.2093", "51.5/0.1"},
		func(s fake.Seed, like string) ([]byte, bool) {
			return fake.AppendGeo(nil, s, []byte(like), fake.AnyAxis)
		},
		[]string{"35.6895,139.6917", "POINT(139.6917 35.6895)", "34.5,165.1", "x"},
	},
	"free_text": {
		[]string{"体調不良のため欠席。保護者から連絡。", "Absent because of a cold, says the mother."},
		func(s fake.Seed, like string) ([]byte, bool) {
			return ja.Locale.AppendText(nil, s, []byte(like), 0), true
		},
		[]string{"体調不良のため欠席。", "Absent.", "仮の連絡先"},
	},
	"person_name": {
		[]string{
			"山田 太郎", "山田太郎", "山田　太郎", "Taro YAMADA", "YAMADA, Taro", "yamada taro", "ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ", "やまだたろう", "山田 太郎（ヤマダ タロウ）様",
			"山田太郎先生", "マリア・サントス", "Ｔａｒｏ　Ｙａｍａｄａ",
		},
		func(s fake.Seed, like string) ([]byte, bool) {
			p := fake.NewPersona(s, s, ja.Locale)
			shape, ok := ja.Locale.ParseShape([]byte(like))
			b, _ := p.AppendName(nil, shape, 0)
			return b, ok
		},
		[]string{"小鳥遊 六花凛", "Bartholomew Featherstone", "勅使河原 熊五郎"},
	},
}

// Every fake of a kind that can be decided is ours, real values are not.
func TestRecognise(t *testing.T) {
	draws := 1_000_000
	if testing.Short() {
		draws = 20_000
	}
	for kind, r := range recognisables {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			seed := fake.TestSeed("recognise " + kind)
			for i := range draws {
				like := r.likes[i%len(r.likes)]
				got, ok := r.draw(seed.Nth(i), like)
				if !ok {
					t.Fatalf("%q has no fake", like)
				}
				if a := fake.Recognise(kind, got, ja.Locale, en.Locale); a != fake.Ours {
					t.Fatalf("%q, a fake of %q: %v", got, like, a)
				}
			}
			for _, v := range r.real {
				require.Equal(t, fake.NotOurs, fake.Recognise(kind, []byte(v), ja.Locale), v)
			}
		})
	}
}

func TestRecognisableKinds(t *testing.T) {
	for _, kind := range fake.Kinds() {
		require.Contains(t, recognisables, kind)
		chance, ok := fake.Chance(kind)
		require.True(t, ok)
		require.Less(t, chance, 0.2)
		require.Equal(t, fake.CannotTell, fake.Recognise(kind, nil, ja.Locale))
	}
	require.Len(t, fake.Kinds(), len(recognisables))
	for _, kind := range []string{"family_name", "given_name", "format", "integer", "uuid", "date", "number", "choice", "gender", "birth_date", "nonsense"} {
		_, ok := fake.Chance(kind)
		require.False(t, ok, kind)
		require.Equal(t, fake.CannotTell, fake.Recognise(kind, []byte("x"), ja.Locale))
	}
}

// What a kind leaves as it is, or has no room to mark, nobody can tell.
func TestCannotTell(t *testing.T) {
	for kind, values := range map[string][]string{
		"ip_address": {"127.0.0.1", "::1", "0.0.0.0", "fe80::1"}, "phone": {"090", "1234"}, "postal_code": {"000", "100"}, "payment_card": {"1234", "**** 1234"},
		"bank_account": {"123"}, "geo": {"34.1", "0,0"}, "free_text": {"仮", "x"}, "person_name": {"山田", "太郎", "T. Yamada", "12345"}, "school": {"小学校"},
	} {
		for _, v := range values {
			require.Equal(t, fake.CannotTell, fake.Recognise(kind, []byte(v), ja.Locale), "%s %q", kind, v)
		}
	}
	require.Equal(t, fake.CannotTell, fake.Recognise("phone", []byte("03-5334-4111")), "without a locale")
	require.Equal(t, "cannot tell, ours, not ours", fmt.Sprintf("%v, %v, %v", fake.CannotTell, fake.Ours, fake.NotOurs))
}

// Of pairs of real names, those that are in the lists pass with the chance that
// [fake.Chance] states.
func TestChanceOfNames(t *testing.T) {
	chance, _ := fake.Chance("person_name")
	for _, latin := range []bool{false, true} {
		passed, all := 0, 0
		var families, givens []string
		text := func(n fake.Name) string {
			if latin {
				return string(fake.AppendHepburn(nil, n.Reading))
			}
			return n.Written
		}
		for n := range ja.Locale.Family.All() {
			families = append(families, text(n))
		}
		for n := range ja.Locale.Male.All() {
			givens = append(givens, text(n))
		}
		const step = 31
		for i, f := range families {
			for j := i % step; j < len(givens); j += step {
				all++
				if fake.Recognise("person_name", []byte(f+" "+givens[j]), ja.Locale) == fake.Ours {
					passed++
				}
			}
		}
		share := float64(passed) / float64(all)
		t.Logf("latin %v: %.4f of %d", latin, share, all)
		if latin {
			require.Less(t, share, 1./16)
		} else {
			require.InDelta(t, chance, share, 0.01)
		}
	}
}
