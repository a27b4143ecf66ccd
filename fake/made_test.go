package fake_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// TestThingVectors holds the fakes of what is no person against a file, as
// TestVectors does for persons.
func TestThingVectors(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "# Editions ja %d, en %d. Seeds are TestSeed(\"vector\").Nth(n), domains, folders and labels TestSeed(\"domains\").\n", ja.Locale.Edition, en.Locale.Edition)
	line := func(kind string, n int, value string, got []byte, ok bool) {
		if ok {
			fmt.Fprintf(&b, "%s\t%d\t%q\t%q\n", kind, n, value, got)
		}
	}
	for n := range 4 {
		s := fake.TestSeed("vector").Nth(n)
		for _, kind := range []string{"bank_account", "city", "code", "geo", "my_number", "payment_card", "school", "school_code", "url"} {
			for _, like := range recognisables[kind].likes {
				got, ok := recognisables[kind].draw(s, like)
				line(kind, n, like, got, ok)
			}
		}
		for _, like := range []string{"1年A組", "3-2", "302", "ひまわり組", "二年三組"} {
			got, ok := fake.AppendClass(nil, s, domains, []byte(like))
			line("class", n, like, got, ok)
		}
		for _, like := range []string{"東京都", "東京", "01"} {
			got, ok := ja.Locale.AppendRegion(nil, s, []byte(like))
			line("region", n, like, got, ok)
		}
		for _, like := range []string{"Springfield High School", "UNIVERSITY OF SPRINGFIELD"} {
			got, ok := en.Locale.AppendSchool(nil, s, []byte(like))
			line("school en", n, like, got, ok)
		}
		got, ok := fake.AppendMAC(nil, s, []byte("00:1B:44:11:3A:B7"))
		line("mac", n, "00:1B:44:11:3A:B7", got, ok)
		got, ok = fake.AppendFilename(nil, s, domains, []byte("photos/2023/1A.jpg"), 0)
		line("filename", n, "photos/2023/1A.jpg", got, ok)
		for _, number := range []int{1, 20, 45} {
			line("in order", n, fmt.Sprint(number), []byte(fake.NewPersona(s, s, ja.Locale).InOrder(number).Name()), true)
		}
	}
	file := filepath.Join("testdata", "vectors", "things.txt")
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String())
}

// userAgents: what browsers send, and what anybody with the same one sends.
var userAgents = map[string]string{
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.71 Safari/537.36":                                                      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.71 Safari/537.36 Edg/120.0.2210.61":                                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
	"Mozilla/5.0 (Linux; Android 13; SM-T510 Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.6045.163 Mobile Safari/537.36 ClassPad/1 (u=123)": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36",
	"Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1":                                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
	"Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:109.0) Gecko/20100101 Firefox/115.0":                                                                                     "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7; rv:115.0) Gecko/20100101 Firefox/115.0",
	"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Safari/605.1.15":                                                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15",
	"Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko":                                                                                                     "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Trident/7.0; rv:11.0) like Gecko",
	"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)":                                                                                                 "Mozilla/5.0 (compatible; example/1.0)",
	"Mozilla/5.0 (X11; Linux x86_64)": "Mozilla/5.0 (X11; Linux x86_64)",
	"curl/7.68.0":                     "Mozilla/5.0 (compatible; example/1.0)",
	"":                                "Mozilla/5.0 (compatible; example/1.0)",
}

func TestUserAgents(t *testing.T) {
	for value, want := range userAgents {
		got := string(fake.AppendUserAgent(nil, []byte(value)))
		require.Equal(t, want, got)
		require.LessOrEqual(t, len(got), fake.UserAgentLength)
		require.Equal(t, got, string(fake.AppendUserAgent(nil, []byte(got))), "it stays what it is")
	}
}

func TestURLs(t *testing.T) {
	s := fake.TestSeed(t.Name())
	for value, want := range map[string]string{
		"https://twitter.com/taro?x=1": `^https://[a-z][a-z0-9]{4}\.example\.com/[a-z][a-z0-9]{12}$`, "http://www.school.ed.jp/a/b.JPG": `^http://www\.[a-z0-9]{5}\.example\.ed\.jp/[a-z0-9]{13}\.JPG$`,
		"HTTPS://u:p@Host.CO.JP:80": `^https://[a-z0-9]{5}\.example\.co\.jp/[a-z0-9]{13}$`, "https://[2001:db8::1]:1/": `^https://[a-z0-9]{5}\.example\.(com|net|org)/`,
	} {
		for limit := fake.URLLeast; limit < 70; limit++ {
			got, ok := fake.AppendURL(nil, s, domains, []byte(value), limit)
			require.True(t, ok)
			require.LessOrEqual(t, len(got), limit)
			require.Equal(t, fake.Ours, fake.Recognise("url", got))
		}
		got, _ := fake.AppendURL(nil, s, domains, []byte(value), 0)
		require.Regexp(t, want, string(got))
		require.LessOrEqual(t, len(got), fake.URLLength)
	}
	require.Equal(t, "https://host.jp/A?B", string(fake.AppendURLKey(nil, []byte("HTTPS://Host.JP/A?B"))))
}

func TestFilenames(t *testing.T) {
	s := fake.TestSeed(t.Name())
	for value, want := range map[string]string{
		"1A_山田太郎.jpg": `^[a-z][a-z0-9]{12}\.jpg$`, "a/b/c.pdf": `^[a-z0-9]{5}/[a-z0-9]{5}/[a-z0-9]{13}\.pdf$`, `C:\Users\taro\x.docx`: `^C:\\[a-z0-9]{5}\\[a-z0-9]{5}\\[a-z0-9]{13}\.docx$`,
		"/img/../x": `^/[a-z0-9]{5}/\.\./[a-z0-9]{13}$`, ".bashrc": `^[a-z0-9]{13}$`, "v1.2": `^[a-z0-9]{13}$`, "archive.tar.gz": `^[a-z0-9]{13}\.gz$`,
	} {
		got, ok := fake.AppendFilename(nil, s, domains, []byte(value), 0)
		require.True(t, ok)
		require.Regexp(t, want, string(got))
		for limit := fake.FilenameLeast; limit < 70; limit++ {
			got, ok := fake.AppendFilename(nil, s, domains, []byte(value), limit)
			require.True(t, ok)
			require.LessOrEqual(t, len(got), limit)
		}
	}
	a, _ := fake.AppendFilename(nil, s, domains, []byte("photos/a.jpg"), 0)
	b, _ := fake.AppendFilename(nil, s.Nth(1), domains, []byte("photos/b.jpg"), 0)
	require.Equal(t, string(a[:6]), string(b[:6]), "a folder is one folder")
}

// FuzzThings: what parsers take, they answer safely.
func FuzzThings(f *testing.F) {
	seeds := 0
	for _, r := range recognisables {
		for _, v := range append(r.likes, r.real...) {
			f.Add(v)
			seeds++
		}
	}
	seeded(f, seeds)
	s := fake.TestSeed("fuzz")
	f.Fuzz(func(t *testing.T, value string) {
		for _, kind := range fake.Kinds() {
			if kind == "host" {
				continue // which is a part of a URL
			}
			if b, ok := recognisables[kind].draw(s, value); ok && fake.Recognise(kind, b, ja.Locale) == fake.NotOurs {
				t.Fatalf("%s %q became %q", kind, value, b)
			}
		}
		_ = fake.AppendUserAgent(nil, []byte(value))
		if b, ok := fake.AppendClass(nil, s, s, []byte(value)); ok && len([]rune(string(b))) > len([]rune(value)) {
			t.Fatalf("%q became %q", value, b)
		}
	})
}
