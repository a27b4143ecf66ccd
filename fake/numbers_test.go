package fake_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// phoneTests: values and the forms of their fakes. key is that of the Japanese
// locale.
var phoneTests = []struct{ value, ja, en, key string }{
	{"03-1234-5678", `0[36]-1\d{3}-\d{4}`, `\d{3}-555-01\d\d`, "0312345678"},
	{"0422-12-3456", `0[36]-1\d{3}-\d{4}`, ``, "0422123456"},
	{"045-123-4567", `0[36]-1\d{3}-\d{4}`, ``, "0451234567"},
	{"0451234567", `0[36]1\d{7}`, ``, "0451234567"},
	{"(03)1234-5678", `\(0[36]\)1\d{3}-\d{4}`, ``, "0312345678"},
	{"03(1234)5678", `0[36]\(1\d{3}\)\d{4}`, ``, "0312345678"},
	{"03 1234 5678", `0[36] 1\d{3} \d{4}`, ``, "0312345678"},
	{"03-12345678", `0[36]-1\d{7}`, ``, "0312345678"},
	{"090-1234-5678", `090-0\d{3}-\d{4}`, `\d{3}-555-01\d\d`, "09012345678"},
	{"080-1234-5678", `090-0\d{3}-\d{4}`, ``, "08012345678"},
	{"070-1234-5678", `090-0\d{3}-\d{4}`, ``, "07012345678"},
	{"060-1234-5678", `090-0\d{3}-\d{4}`, ``, "06012345678"},
	{"09012345678", `0900\d{7}`, `\d{3}55501\d\d`, "09012345678"},
	{"9012345678", `900\d{7}`, `\d{3}55501\d\d`, "09012345678"},
	{"312345678", `[36]1\d{7}`, `0\d{8}`, "0312345678"},
	{"０９０−１２３４−５６７８", `０９０−０[０-９]{3}−[０-９]{4}`, ``, "09012345678"},
	{"０９０ー１２３４ー５６７８", `０９０ー０[０-９]{3}ー[０-９]{4}`, ``, "09012345678"},
	{"+81-90-1234-5678", `\+81-90-0\d{3}-\d{4}`, `\+1-\d{3}-555-01\d\d`, "09012345678"},
	{"+819012345678", `\+81900\d{7}`, `\+1\d{3}55501\d\d`, "09012345678"},
	{"+81 3 1234 5678", `\+81 [36] 1\d{3} \d{4}`, ``, "0312345678"},
	{"+81 (0)90-1234-5678", `\+81 90-0\d{3}-\d{4}`, ``, "09012345678"},
	{"+81(0)312345678", `\+81 [36]1\d{7}`, ``, "0312345678"},
	{"＋８１−９０−１２３４−５６７８", `＋８１−９０−０[０-９]{3}−[０-９]{4}`, ``, "09012345678"},
	{"+44 20 7946 0958", `\+81 [36] 1\d{3} \d{4}`, `\+1 \d{3} 555 01\d\d`, "+442079460958"},
	{"+1 202-555-0143", `\+81 [36]-1\d{3}-\d{4}`, `\+1 \d{3}-555-01\d\d`, "+12025550143"},
	{"+12025550143", `\+81[36]1\d{7}`, `\+1\d{3}55501\d\d`, "+12025550143"},
	{"+67712345", `\+0\d{7}`, `\+0\d{7}`, "+67712345"},
	{"0120-123-456", `0[36]-1\d{3}-\d{4}`, ``, "0120123456"},
	{"0800-123-4567", `0[36]-1\d{3}-\d{4}`, ``, "08001234567"},
	{"0570-012-345", `0[36]-1\d{3}-\d{4}`, ``, "0570012345"},
	{"050-1234-5678", `0[36]-1\d{3}-\d{4}`, ``, "05012345678"},
	{"(202) 555-0143", `\(0[36]\) 1\d{3}-\d{4}`, `\(\d{3}\) 555-01\d\d`, "2025550143"},
	{"1-202-456-1111", `0[36]-1\d{3}-\d{4}`, `1-\d{3}-555-01\d\d`, "12024561111"},
	{"202.456.1111", `0[36]\.1\d{3}\.\d{4}`, `\d{3}\.555\.01\d\d`, "2024561111"},
	{"800-456-1111", ``, `\d{3}-555-01\d\d`, "8004561111"},
	{"456-1111", `0\d\d-\d{4}`, `555-01\d\d`, "4561111"},
	{"1234-5678", `0\d{3}-\d{4}`, `0\d{3}-\d{4}`, "12345678"},
	{"090", `090`, `555`, "090"},
	{"080", `090`, ``, "080"},
	{"03", `0[36]`, `0\d`, "03"},
	{"0422", `0[36]`, `01\d\d`, "0422"},
	{"1234", `0\d{3}`, `01\d\d`, "1234"},
	{"12", `0\d`, `0\d`, "12"},
	{"110", `0\d\d`, `555`, "110"},
	{" 090-1234-5678 ", `090-0\d{3}-\d{4}`, ``, "09012345678"},
}

var notPhones = []string{
	"", "-", "5", "x", "なし", "03-1234-5678 内線 12", "090-1234-5678(母)", "03-1234-5678, 090-1234-5678", "tel:+81312345678", "12a34", "1-2-3-4-5-6-7-8-9-0",
	"1234567890123456789012345", "++81", "03–\xff1234", "090-1234-5678\n090-8765-4321",
}

func TestPhones(t *testing.T) {
	for _, tt := range phoneTests {
		require.Equal(t, tt.key, string(ja.Locale.AppendPhoneKey(nil, []byte(tt.value))), tt.value)
		for i := range 30 {
			s := fake.TestSeed(t.Name()).Nth(i)
			for _, want := range []struct {
				l       *fake.Locale
				pattern string
			}{{ja.Locale, tt.ja}, {en.Locale, tt.en}} {
				got, ok := want.l.AppendPhone([]byte("x"), s, []byte(tt.value), 0)
				require.True(t, ok, tt.value)
				require.Regexp(t, "^x"+want.pattern, string(got), "%s: %s", want.l.Tag, tt.value)
				if want.pattern != "" {
					require.Regexp(t, want.pattern+"$", string(got), "%s: %s", want.l.Tag, tt.value)
				}
				require.LessOrEqual(t, utf8.RuneCount(got[1:]), utf8.RuneCountInString(tt.value), "longer than %q", tt.value)
				require.NotContains(t, string(got), "080-0")
				for limit := want.l.PhoneLeast(); limit < 24; limit++ {
					short, ok := want.l.AppendPhone(nil, s, []byte(tt.value), limit)
					require.True(t, ok)
					require.LessOrEqual(t, utf8.RuneCount(short), limit)
					require.NotEmpty(t, short)
				}
			}
		}
	}
	for _, v := range notPhones {
		for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
			got, ok := l.AppendPhone([]byte("x"), fake.TestSeed("x"), []byte(v), 0)
			require.False(t, ok, "%q", v)
			require.Equal(t, "x", string(got))
		}
		require.Equal(t, v, string(ja.Locale.AppendPhoneKey(nil, []byte(v))[:len(ja.Locale.AppendPhoneKey(nil, []byte(v)))]), "%q", v)
	}
	// The American locale: with or without the calling code.
	for _, v := range []string{"202-456-1111", "+1 202 456 1111", "1 (202) 456-1111"} {
		require.Equal(t, "2024561111", string(en.Locale.AppendPhoneKey(nil, []byte(v))))
	}
	p := fake.NewPersona(fake.TestSeed("a"), fake.TestSeed("b"), ja.Locale)
	plain, ok := p.AppendPhone(nil, nil, 0)
	require.True(t, ok)
	require.Regexp(t, `^090-0\d{3}-\d{4}$`, string(plain))
	_, ok = p.AppendPhone(nil, []byte("none"), 0)
	require.False(t, ok)
}

// The columns of a split number make a number of nobody, whichever pieces meet.
func TestPhonePieces(t *testing.T) {
	impossible := regexp.MustCompile(`^(0900|0[36]0)`)
	for i := range 200 {
		s := fake.TestSeed(t.Name()).Nth(i)
		piece := func(v string, k int) string {
			got, ok := ja.Locale.AppendPhone(nil, s.Nth(k), []byte(v), 0)
			require.True(t, ok)
			return string(got)
		}
		for _, number := range [][3]string{{"090", "1234", "5678"}, {"03", "1234", "5678"}, {"0422", "12", "3456"}, {"045", "123", "4567"}, {"080", "0123", "0456"}} {
			got := piece(number[0], 0) + piece(number[1], 1) + piece(number[2], 2)
			require.Regexp(t, impossible, got)
		}
		digits := func(v string) string {
			got, _ := en.Locale.AppendPhone(nil, s, []byte(v), 0)
			return string(got)
		}
		require.Regexp(t, `^55555501\d\d$`, digits("202")+digits("456")+digits("1111"))
	}
}

func TestPostalCodes(t *testing.T) {
	for _, tt := range []struct{ value, ja, en string }{
		{"100-0001", `^000-\d{4}$`, ""},
		{"1000001", `^000\d{4}$`, `^\d{1,6}$`},
		{"〒100-0001", `^〒000-\d{4}$`, ""},
		{"〒 100-0001", `^〒 000-\d{4}$`, ""},
		{"１００−０００１", `^０００−[０-９]{4}$`, ""},
		{"１０００００１", `^０００[０-９]{4}$`, ""},
		{"100", `^000$`, `^\d{1,3}$`},
		{"0001", `^\d{4}$`, `^\d{4}$`},
		{"600001", `^\d{1,4}$`, `^\d{1,6}$`},
		{"62701", `^\d{1,4}$`, `^000\d\d$`},
		{"62701-1234", "", `^000\d\d-\d{4}$`},
		{"K1A 0B1", "", ""},
		{"SW1A 1AA", "", ""},
		{"", "", ""},
		{"100-00012345678", "", ""},
		{"１００", `^０００$`, ""},
		{"60-0001", "", ""},
	} {
		for i := range 20 {
			s := fake.TestSeed(t.Name()).Nth(i)
			for _, want := range []struct {
				l       *fake.Locale
				pattern string
			}{{ja.Locale, tt.ja}, {en.Locale, tt.en}} {
				got, ok := want.l.AppendPostalCode(nil, s, []byte(tt.value), 0)
				require.Equal(t, want.pattern != "", ok, "%s: %q", want.l.Tag, tt.value)
				if ok {
					require.Regexp(t, want.pattern, string(got), "%s: %q", want.l.Tag, tt.value)
					require.LessOrEqual(t, utf8.RuneCount(got), utf8.RuneCountInString(tt.value))
					for limit := want.l.PostalLeast(); limit < 12; limit++ {
						short, _ := want.l.AppendPostalCode(nil, s, []byte(tt.value), limit)
						require.LessOrEqual(t, utf8.RuneCount(short), limit)
					}
				}
			}
		}
	}
	for value, want := range map[string]string{"〒100-0001": "1000001", "１００−０００１": "1000001", "K1A 0B1": "K1A 0B1"} {
		require.Equal(t, want, string(fake.AppendPostalCodeKey(nil, []byte(value))))
	}
}

var addressTests = []struct{ value, ja string }{
	{"東京都千代田区千代田1-1", `^東京都\p{Han}+市\p{Han}+町\d-\d$`},
	{"東京都千代田区千代田１−１−１", `^東京都\p{Han}+市\p{Han}+町[０-９]−[０-９]−[０-９]$`},
	{"東京都 千代田区 千代田1-1", `^東京都 \p{Han}+市 \p{Han}{3}\d-\d$`},
	{"千代田区千代田1丁目1番1号", `^\p{Han}+市\p{Han}+町\d丁目\d番\d号$`},
	{"千代田区千代田一丁目一番一号", `^\p{Han}+市\p{Han}+町[一二三四五六七八九]丁目[一二三四五六七八九]番[一二三四五六七八九]号$`},
	{"千代田区千代田12番地の3", `^\p{Han}+市\p{Han}+町[1-9]\d番地の\d$`},
	{"千代田区千代田1-1 千代田ビル101号室", `^\p{Han}+市\p{Han}+町\d-\d .{1,5}[1-9]\d\d号室$`},
	{"港区三田1-2-3", `^\p{Han}{3}\d-\d-\d$|^\p{Han}{3,4}\d-\d-\d$`},
	{"台東区三ノ輪1-2", `^\p{Han}{3,4}市\p{Han}{0,3}\d-\d$|^\p{Han}{3,7}\d-\d$`},
	{"港区", `^\p{Han}{2}$`},
	{"東京都", `^東京都$`},
	{"〒100-0001 東京都千代田区千代田1-1", `^〒000-\d{4} 東京都\p{Han}+市\p{Han}+町\d-\d$`},
	{"ﾁﾖﾀﾞｸ ﾁﾖﾀﾞ 1-1", `^[ｦ-ﾟ]+ [ｦ-ﾟ]+ \d-\d$`},
	{"トウキョウト チヨダク チヨダ", `^[ァ-ヶー]+ [ァ-ヶー]+ [ァ-ヶー]+$`},
	{"とうきょうとちよだく", `^[ぁ-んー]+$`},
	{"1-1 Chiyoda, Chiyoda-ku, Tokyo", `^\d-\d [A-Za-z -]+, [A-Za-z -]+, [A-Za-z ]+$`},
	{"1-1 CHIYODA, TOKYO", `^\d-\d [A-Z -]+, [A-Z -]+$`},
	{"123 Main Street, Springfield, IL 62701", `^\d{3} [A-Za-z -]+, [A-Za-z -]+, [A-Z]{2} 000\d\d$`},
	{"京都市中京区寺町通御池上る上本能寺前町488", `^\p{Han}+市\p{Han}+町\d{3}$`},
	{"千代田区千代田1-1（千代田方）", `^\p{Han}+市\p{Han}+町\d-\d（.+）$`},
	{"千代田区、", `^\p{Han}+市$`},
	{"千代田区 ★", `^\p{Han}+市$`},
	{"千代田区千代田１−１\n千代田ビル", `^\p{Han}+市\p{Han}+町[０-９]−[０-９]\n.+$`},
	{"千代田区千代田1-1 電話 03-1234-5678", `^\p{Han}+市\p{Han}+町\d-\d \S{1,2} [1-9]\d-[1-9]\d{3}-[1-9]\d{3}$`},
}

func TestAddresses(t *testing.T) {
	for _, tt := range addressTests {
		for i := range 30 {
			s := fake.TestSeed(t.Name()).Nth(i)
			got, ok := ja.Locale.AppendAddress([]byte("x"), s, []byte(tt.value))
			require.True(t, ok, tt.value)
			require.Regexp(t, tt.ja, string(got[1:]), tt.value)
			require.LessOrEqual(t, utf8.RuneCount(got[1:]), utf8.RuneCountInString(tt.value), tt.value)
			require.NotContains(t, string(got), "千代田")
			foreign, ok := en.Locale.AppendAddress(nil, s, []byte(tt.value))
			require.True(t, ok)
			require.LessOrEqual(t, utf8.RuneCount(foreign), utf8.RuneCountInString(tt.value))
			require.NotContains(t, string(foreign), "千代田")
		}
	}
	for _, v := range []string{"", "1-1", "---", "★"} {
		_, ok := ja.Locale.AppendAddress(nil, fake.TestSeed("x"), []byte(v))
		require.False(t, ok, v)
	}
	got, _ := en.Locale.AppendAddress(nil, fake.TestSeed("x"), []byte("1600 Pennsylvania Avenue NW, Washington, DC 20500"))
	require.Regexp(t, `^\d{4} .* .*, .*, [A-Z]{2} 000\d\d$`, string(got))
}

var ipTests = []struct{ value, want string }{
	{"8.8.8.8", `^198\.1[89]\.\d+\.\d+$`},
	{"192.0.2.1", `^198\.1[89]\.\d+\.\d+$`},
	{"10.1.2.3", `^10\.19[89]\.\d+\.\d+$`},
	{"172.20.1.1", `^172\.3[01]\.\d+\.\d+$`},
	{"192.168.1.1", `^192\.168\.19[89]\.\d+$`},
	{"169.254.1.1", `^169\.254\.19[89]\.\d+$`},
	{"100.100.1.1", `^100\.12[67]\.\d+\.\d+$`},
	{"239.1.1.1", `^233\.252\.0\.\d+$`},
	{"127.0.0.1", `^127\.0\.0\.1$`},
	{"0.0.0.0", `^0\.0\.0\.0$`},
	{"255.255.255.255", `^255\.255\.255\.255$`},
	{"008.8.8.8", `^198\.1[89]\.\d+\.\d+$`},
	{"8.8.8.0/24", `^198\.1[89]\.\d+\.0/24$`},
	{"8.0.0.0/8", `^198\.18\.0\.0/15$`},
	{"8.8.8.8/32", `^198\.1[89]\.\d+\.\d+/32$`},
	{"8.8.8.8/8", `^198\.1[89]\.\d+\.\d+/15$`},
	{"8.8.8.8:53", `^198\.1[89]\.\d+\.\d+:\d{5}$`},
	{"134744072", `^33230\d{5}$|^3323[01]\d{5}$`},
	{"2001:4860:4860::8888", `^2001:db8:`},
	{"2001:4860:4860:0:0:0:0:8888", `^2001:db8:`},
	{"2001:4860::/32", `^2001:db8::/32$`},
	{"2001:4860:1::/48", `^2001:db8:[0-9a-f]{1,4}::/48$`},
	{"::1", `^::1$`},
	{"::", `^::$`},
	{"fe80::1", `^fe80::`},
	{"fd12:3456::1", `^fd00:db8:`},
	{"ff02::1", `^2001:db8:`},
	{"::ffff:8.8.8.8", `^::ffff:198\.1[89]\.\d+\.\d+$`},
	{"::8.8.8.8", `^2001:db8:`},
	{"[2001:4860::1]:443", `^\[2001:db8:[0-9a-f:]+\]:\d{5}$`},
	{"[2001:4860::1]", `^\[2001:db8:[0-9a-f:]+\]$`},
	{" 8.8.8.8 ", `^198\.1[89]\.\d+\.\d+$`},
}

var notIPs = []string{
	"", "x", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4/33", "1.2.3.4:99999", "1.2.3.4:", "1.2.3.4/", "12345", "4294967296", "1.2.3.4, 5.6.7.8",
	"fe80::1%eth0", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "[::1", "[::1]x", "::1/129", "1:2:3:4:5:6:7:1.2.3.4", ":1:2", "1:", "1.2.3.4\x00", "host",
}

func TestIPs(t *testing.T) {
	require.Equal(t, 45, fake.IPLength, "columns of addresses are varchar(45): INET6_ADDRSTRLEN without the NUL")
	for _, tt := range ipTests {
		for i := range 20 {
			s := fake.TestSeed(t.Name()).Nth(i)
			got, ok := fake.AppendIP([]byte("x"), s, []byte(tt.value), 0)
			require.True(t, ok, tt.value)
			require.Regexp(t, tt.want, string(got[1:]), tt.value)
			require.LessOrEqual(t, len(got)-1, fake.IPLength)
			for limit := fake.IPLeast; limit < 50; limit++ {
				short, ok := fake.AppendIP(nil, s, []byte(tt.value), limit)
				require.True(t, ok)
				require.LessOrEqual(t, len(short), limit, tt.value)
				_, ok = fake.AppendIP(nil, s, short, 0)
				require.True(t, ok, "%s is an address", short)
			}
		}
	}
	for _, v := range notIPs {
		_, ok := fake.AppendIP(nil, fake.TestSeed("x"), []byte(v), 0)
		require.False(t, ok, "%q", v)
		require.Equal(t, v, string(fake.AppendIPKey(nil, []byte(v))))
	}
	key := func(v string) string { return string(fake.AppendIPKey(nil, []byte(v))) }
	require.Equal(t, "\x08\x08\x08\x08", key("8.8.8.8"))
	for _, v := range []string{"8.8.8.8:53", "::ffff:8.8.8.8", "134744072", "\x08\x08\x08\x08"} {
		require.Equal(t, key("8.8.8.8"), key(v), "%q", v)
	}
	require.Equal(t, key("2001:0DB8:0:0::1"), key("[2001:db8::1]:80"))
	require.NotEqual(t, key("8.8.8.0"), key("8.8.8.0/24"))

	raw, ok := fake.AppendIPBytes(nil, fake.TestSeed("x"), []byte{8, 8, 8, 8})
	text, _ := fake.AppendIP(nil, fake.TestSeed("x"), []byte("8.8.8.8"), 0)
	require.True(t, ok)
	require.Equal(t, key(string(text)), string(raw))
	raw, ok = fake.AppendIPBytes(nil, fake.TestSeed("x"), make([]byte, 16))
	require.True(t, ok)
	require.Equal(t, make([]byte, 16), raw)
	_, ok = fake.AppendIPBytes(nil, fake.TestSeed("x"), []byte{1, 2, 3})
	require.False(t, ok)
}

// FuzzNumbers: what parsers of numbers take, they answer safely, and never with
// more characters than they got.
func FuzzNumbers(f *testing.F) {
	for _, tt := range phoneTests {
		f.Add(tt.value)
	}
	for _, tt := range addressTests {
		f.Add(tt.value)
	}
	for _, tt := range ipTests {
		f.Add(tt.value)
	}
	for _, list := range [][]string{notPhones, notIPs} {
		for _, v := range list {
			f.Add(v)
		}
		seeded(f, len(list))
	}
	seeded(f, min(len(phoneTests), len(addressTests), len(ipTests)))
	s := fake.TestSeed("fuzz")
	unsafePhone := regexp.MustCompile(`^(0800|0[1-9][2-9]|\+81[1-9][2-9])`)
	f.Fuzz(func(t *testing.T, value string) {
		n := utf8.RuneCountInString(value)
		if got, ok := ja.Locale.AppendPhone(nil, s, []byte(value), 0); ok {
			digits := strings.Map(func(r rune) rune {
				if '０' <= r && r <= '９' {
					return r - '０' + '0'
				}
				if '0' <= r && r <= '9' || r == '+' {
					return r
				}
				return -1
			}, string(got))
			if utf8.RuneCount(got) > n || len(digits) > 8 && unsafePhone.MatchString(digits) && !strings.HasPrefix(digits, "0900") {
				t.Fatalf("%q", got)
			}
		}
		if got, ok := ja.Locale.AppendAddress(nil, s, []byte(value)); ok && utf8.ValidString(value) && utf8.RuneCount(got) > n {
			t.Fatalf("%q is longer than %q", got, value)
		}
		if got, ok := ja.Locale.AppendPostalCode(nil, s, []byte(value), 0); ok && utf8.RuneCount(got) > n {
			t.Fatalf("%q is longer than %q", got, value)
		}
		if got, ok := fake.AppendIP(nil, s, []byte(value), 0); ok && len(got) > fake.IPLength {
			t.Fatalf("%q", got)
		}
		if got := ja.Locale.AppendText(nil, s, []byte(value), 0); value != "" && len(got) > len(value) {
			t.Fatalf("%q is longer than %q", got, value)
		}
	})
}
