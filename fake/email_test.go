package fake_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// reserved is what every fake address matches.
var reserved = regexp.MustCompile(`^[a-z][a-z0-9.]*@([a-z][a-z0-9]{4}\.)?example\.(com|net|org|jp|(ac|ad|co|ed|go|gr|lg|ne|or)\.jp)$`)

var emailTests = []struct{ value, base string }{
	{"taro@example.test", ""},
	{"taro@gmail.com", "example.com"},
	{"taro@provider.net", "example.net"},
	{"taro@ngo.org", "example.org"},
	{"taro@corp.jp", "example.jp"},
	{"taro@corp.co.jp", "example.co.jp"},
	{"s12345@sch.ed.jp", "example.ed.jp"},
	{"s12345@sch.pref.ed.jp.", "example.ed.jp"},
	{"x@edu.city.chiba.jp", "example.ed.jp"},
	{"x@chofu.school.city.chofu.tokyo.jp", "example.ed.jp"},
	{"x@city.chofu.tokyo.jp", "example.jp"},
	{"x@med.city.chofu.tokyo.jp", "example.jp"},
	{"x@u-tokyo.ac.jp", "example.ac.jp"},
	{"x@city.lg.jp", "example.lg.jp"},
	{"x@mext.go.jp", "example.go.jp"},
	{"x@docomo.ne.jp", "example.ne.jp"},
	{"x@kyokai.or.jp", "example.or.jp"},
	{"x@club.gr.jp", "example.gr.jp"},
	{"x@nic.ad.jp", "example.ad.jp"},
	{"x@uni.edu", ""},
	{"x@firma.de", ""},
	{"x@日本語.jp", "example.jp"},
	{"root@localhost", ""},
	{"a..b@docomo.ne.jp", "example.ne.jp"},
	{".a.@docomo.ne.jp", "example.ne.jp"},
	{"taro+tag@gmail.com", "example.com"},
	{" taro@gmail.com ", "example.com"},
	{"たろう@gmail.com", "example.com"},
}

var notEmails = []string{
	"", "@", "a@", "@b", "taro", "a@b@c", "a@b, c@d", "a@b;c@d", "a b@c", "a@b c", "a@b/c", "a\x00@b", "\xff@b", "a@\xffb", "x > y@z", "<a@b", "a@b>c", "a@c <b@d>", "(a)@b",
}

func TestEmail(t *testing.T) {
	s, domains := fake.TestSeed(t.Name()), fake.TestSeed("domains")
	for _, tt := range emailTests {
		got, ok := ja.Locale.AppendEmail([]byte("> "), s, domains, []byte(tt.value), 0)
		require.True(t, ok, tt.value)
		addr := strings.TrimPrefix(string(got), "> ")
		require.Regexp(t, reserved, addr, tt.value)
		require.Regexp(t, `^[a-z][a-z0-9]{12}@[a-z][a-z0-9]{4}\.`, addr)
		require.True(t, strings.HasSuffix(addr, tt.base), "%s: %s", tt.value, addr)
	}
	for _, v := range notEmails {
		got, ok := ja.Locale.AppendEmail([]byte("x"), s, domains, []byte(v), 0)
		require.False(t, ok, "%q", v)
		require.Equal(t, "x", string(got))
	}
}

func TestEmailForms(t *testing.T) {
	s, domains := fake.TestSeed(t.Name()), fake.TestSeed("domains")
	mail := func(value string, limit int) string {
		got, ok := ja.Locale.AppendEmail(nil, s, domains, []byte(value), limit)
		require.True(t, ok, value)
		return string(got)
	}
	bare := mail("taro@corp.com", 0)
	require.Equal(t, bare, mail("TARO@Corp.com", 0), "mixed case is none")
	require.Equal(t, strings.ToUpper(bare), mail("TARO@CORP.COM", 0))
	require.Equal(t, "<"+bare+">", mail("<taro@corp.com>", 0))
	require.Regexp(t, `^\p{Han}+ \p{Han}+ <`+regexp.QuoteMeta(bare)+`>$`, mail("山田 太郎 <taro@corp.com>", 0))
	whole := 0
	for i := range 20 {
		got, ok := ja.Locale.AppendEmail(nil, s.Nth(i), domains, []byte(`"Yamada, Taro" <taro@corp.com>`), 0)
		require.True(t, ok)
		require.Regexp(t, `^"[A-Z'a-z]+(, [A-Z'a-z]+)?" <\w+@jn2sl\.example\.com>$`, string(got), "a given name that does not fit goes")
		whole += strings.Count(string(got), ", ")
	}
	require.Greater(t, whole, 5)
	require.Equal(t, "<"+bare+">", mail("#1 <taro@corp.com>", 0), "what is no name goes")
	require.Equal(t, bare, mail("山田 太郎 <taro@corp.com>", len(bare)), "a name that does not fit goes")
	require.NotEqual(t, mail("taro@a.com", 0), mail("taro@b.com", 0), "domains stay several")
	require.Equal(t, bare[strings.Index(bare, "@"):], mail("hanako@CORP.COM.", 0)[strings.Index(bare, "@"):], "and one")
	for limit := fake.EmailLeast; limit <= 60; limit++ {
		for _, v := range []string{"taro@corp.com", "s@school.ed.jp", "x@a.org", "山田 太郎 <s@school.ed.jp>", "x@y.de"} {
			got := mail(v, limit)
			require.LessOrEqual(t, len([]rune(got)), limit)
			if !strings.Contains(got, "<") {
				require.Regexp(t, reserved, got)
			}
			if limit >= fake.EmailDistinct {
				require.Regexp(t, `[a-z][a-z0-9]{12}@`, got, "the whole token")
			}
		}
	}
}

// Different seeds have different addresses, however letter case counts.
func TestTokensDiffer(t *testing.T) {
	seen := map[string]bool{}
	seed, domains := fake.TestSeed(t.Name()), fake.TestSeed("domains")
	var b []byte
	const n = 100_000
	for i := range n {
		b, _ = en.Locale.AppendEmail(b[:0], seed.Nth(i), domains, []byte("a@b.com"), fake.EmailDistinct)
		seen[string(b)] = true
		b = ja.Locale.AppendUsername(b[:0], seed.Nth(i), domains, []byte("あ"), fake.UsernameDistinct)
		seen[string(b)] = true
		b = en.Locale.AppendUsername(b[:0], seed.Nth(i), domains, []byte("12345678"), 0)
		seen[string(b)] = true
		b = en.Locale.AppendUsername(b[:0], seed.Nth(i), domains, []byte("taro"), fake.UsernameDistinct)
		seen[string(b)] = true
	}
	require.Len(t, seen, 4*n)
}

func TestEmailKey(t *testing.T) {
	for value, want := range map[string]string{
		"Taro@Corp.COM": "taro@corp.com", "山田 <Taro@corp.com>": "taro@corp.com", " taro@corp.com. ": "taro@corp.com",
		"ÄRGER@x.de": "ärger@x.de", "No Mail": "no mail", "": "", "\xff@X": "\xff@x",
	} {
		require.Equal(t, want, string(fake.AppendEmailKey(nil, []byte(value))))
	}
}

func TestNicknames(t *testing.T) {
	s, domains := fake.TestSeed(t.Name()), fake.TestSeed("domains")
	for _, tt := range []struct{ value, ja, en string }{
		{"ひろ", `^[ぁ-んー]+$`, `^[A-Z][a-z]+$`},
		{"ヒロ", `^[ァ-ヶー]+$`, `^[A-Z][a-z]+$`},
		{"ﾋﾛ", `^[ｦ-ﾟ]+$`, ``},
		{"山田たろう", `^[\p{Han}ぁ-んァ-ヶー]+$`, ``},
		{"taro", `^[a-z]+$`, `^[a-z]+$`},
		{"Taro", `^[A-Z][a-z]+$`, `^[A-Z][a-z]+$`},
		{"TARO", `^[A-Z]+$`, `^[A-Z]+$`},
		{"taro99", `^[a-z]+\d\d$`, `^[a-z]+\d\d$`},
		{"12345", `^\d{5}$`, `^\d{5}$`},
		{"☆", `^[a-z]$`, `^[a-z]$`},
		{"", `.`, `.`},
		{"x@mail.test", `^[a-z-]+$`, `^[a-z-]+$`},
	} {
		for i := range 50 {
			require.Regexp(t, tt.ja, string(ja.Locale.AppendNickname(nil, s.Nth(i), domains, []byte(tt.value), 0)), tt.value)
			require.Regexp(t, tt.en, string(en.Locale.AppendNickname(nil, s.Nth(i), domains, []byte(tt.value), 0)), tt.value)
			for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
				for limit := l.NicknameLeast(); limit < 12; limit++ {
					got := l.AppendNickname(nil, s.Nth(i), domains, []byte(tt.value), limit)
					require.LessOrEqual(t, len([]rune(string(got))), limit)
				}
				require.LessOrEqual(t, len([]rune(string(l.AppendNickname(nil, s.Nth(i), domains, []byte(tt.value), 0)))), l.NicknameLength())
			}
		}
	}
}

func TestUsernames(t *testing.T) {
	s, domains := fake.TestSeed(t.Name()), fake.TestSeed("domains")
	for _, tt := range []struct{ value, ja, en string }{
		{"taro_y", `^[a-z][a-z0-9]{12}$`, `^[a-z][a-z0-9]{12}$`},
		{"TARO01", `^[A-Z][A-Z0-9]{12}$`, `^[A-Z][A-Z0-9]{12}$`},
		{"20250315", `^\d{20}$`, `^\d{20}$`},
		{"taro@school.ed.jp", `^[a-z][a-z0-9]{12}@([a-z0-9]{5}\.)?example\.ed\.jp$`, `example\.ed\.jp$`},
		{"たろう", `^[あ-ん]{12}$`, `^[a-z][a-z0-9]{12}$`},
		{"タロウ1", `^[ア-ン]{12}$`, ``},
		{"山田太郎", `^[ア-ン]{12}$`, ``},
		{"", `^[a-z][a-z0-9]{12}$`, ``},
	} {
		require.Regexp(t, tt.ja, string(ja.Locale.AppendUsername(nil, s, domains, []byte(tt.value), 0)), tt.value)
		require.Regexp(t, tt.en, string(en.Locale.AppendUsername(nil, s, domains, []byte(tt.value), 0)), tt.value)
		for limit := fake.UsernameLeast; limit < 40; limit++ {
			require.LessOrEqual(t, len([]rune(string(ja.Locale.AppendUsername(nil, s, domains, []byte(tt.value), limit)))), min(limit, fake.UsernameLength))
		}
	}
}

// A value of no kind keeps its shape, and never becomes an address or number
// that could be somebody's.
func TestLike(t *testing.T) {
	domains := fake.TestSeed("domains")
	for value, want := range map[string]string{
		"2-A 15":            `^\d-[A-Z] \d\d$`,
		"1年B組 7番":           `^\d\p{Han}[A-Z]\p{Han} \d\p{Han}$`,
		"ａＢ９":               `^[ａ-ｚ][Ａ-Ｚ][０-９]$`,
		"あア9ｱ":              `^[あ-ん][ア-ン]\d[ｱ-ﾝ]$`,
		"www.host.test/x":   `^[a-z]{3}-[a-z]{4}-[a-z]{4}/[a-z]$`,
		"taro@a@b":          `^[a-z]{6}$`,
		"taro@corp.com":     `^[a-z][a-z0-9]{12}@[a-z0-9]{5}\.example\.com$`,
		"090-1234-5678":     `^090-0\d{3}-\d{4}$`,
		"203.0.113.7":       `^198\.1[89]\.\d+\.\d+$`,
		"4111111111111111a": `^0{12}\d{4}[a-z]$`,
		"😀":                 `^[a-z]$`,
		"":                  `^[a-z]$`,
		"e\u0301Ж1":         `^[a-z]{2}\d$`,
	} {
		for i := range 20 {
			got := ja.Locale.AppendLike([]byte("x"), fake.TestSeed(t.Name()).Nth(i), domains, []byte(value), 0)
			require.Regexp(t, want, string(got[1:]), "%q", value)
		}
	}
	for limit := 1; limit < 40; limit++ {
		for _, v := range []string{"taro@corp.com", "090-1234-5678", "203.0.113.7", strings.Repeat("1年B組 ", 20)} {
			require.LessOrEqual(t, len([]rune(string(ja.Locale.AppendLike(nil, domains, domains, []byte(v), limit)))), limit)
		}
	}
}

func FuzzEmail(f *testing.F) {
	for _, tt := range emailTests {
		f.Add(tt.value)
		f.Add(fmt.Sprintf("山田 <%s>", tt.value))
	}
	for _, v := range notEmails {
		f.Add(v)
	}
	f.Add("0@0..")
	seeded(f, min(len(emailTests), len(notEmails)))
	s, domains := fake.TestSeed("fuzz"), fake.TestSeed("domains")
	f.Fuzz(func(t *testing.T, value string) {
		got, ok := ja.Locale.AppendEmail(nil, s, domains, []byte(value), 0)
		if !ok {
			return
		}
		addr := bytes.ToLower(got)
		if i := bytes.LastIndexByte(addr, '<'); i >= 0 {
			addr = bytes.TrimSuffix(addr[i+1:], []byte(">"))
		}
		if !reserved.Match(addr) || len([]rune(string(got))) > fake.EmailLength {
			t.Fatalf("%q", got)
		}
		key := fake.AppendEmailKey(nil, []byte(value))
		if again := fake.AppendEmailKey(nil, key); !bytes.Equal(key, again) {
			t.Fatalf("the key of %q is not its own key", key)
		}
	})
}
