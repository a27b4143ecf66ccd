package fake_test

import (
	"flag"
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

var update = flag.Bool("update", false, "write the vectors anew, after raising the edition")

// TestVectors holds every kind of fake against files. A changed line is a changed
// product: what was masked before no longer joins with what is masked now. So the
// locale's edition must be raised with it, and the changelog say so.
func TestVectors(t *testing.T) {
	for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
		file := filepath.Join("testdata", "vectors", l.Tag+".txt")
		got := vectors(l)
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), got)
	}
}

// vectors lists fakes, one a line: kind, seed, value, fake, separated by tabs.
func vectors(l *fake.Locale) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Locale %s, edition %d. Seeds are TestSeed(\"vector\").Nth(n), domains TestSeed(\"vector domains\").\n", l.Tag, l.Edition)
	seed, domains := fake.TestSeed("vector"), fake.TestSeed("vector domains")
	line := func(kind string, n int, value string, got []byte) {
		fmt.Fprintf(&b, "%s\t%d\t%q\t%q\n", kind, n, value, got)
	}
	for n := range 6 {
		s := seed.Nth(n)
		p := fake.NewPersona(s, seed.Nth(n/2+100), l)
		line("sex", n, "", []byte(p.Sex().String()))
		for f := fake.Written; f <= fake.Passport; f++ {
			line(fmt.Sprintf("family %d", f), n, "", p.AppendFamily(nil, f))
			line(fmt.Sprintf("given %d", f), n, "", p.AppendGiven(nil, f))
		}
		for _, v := range []string{"山田 太郎", "YAMADA, Taro K.", "Dr. T. Yamada", "山田太郎（ヤマダ　タロウ）様", "ﾔﾏﾀﾞ ﾀﾛｳ"} {
			shape, _ := l.ParseShape([]byte(v))
			name, _ := p.AppendName(nil, shape, 0)
			line("name", n, v, name)
		}
		line("person's e-mail", n, "", p.AppendEmail(nil, domains, nil, 0))
		line("person's e-mail", n, "a@x.ed.jp", p.AppendEmail(nil, domains, []byte("a@x.ed.jp"), 30))
		line("person's username", n, "a_b", p.AppendUsername(nil, []byte("a_b"), 0))
		for _, v := range []string{"", "03-1234-5678", "090-1234-5678"} {
			phone, _ := p.AppendPhone(nil, []byte(v), 0)
			line("person's phone", n, v, phone)
		}
		d := p.Birth(fake.Date{Year: 2012, Month: 4, Day: 2})
		line("birth", n, "2012-04-02", fmt.Appendf(nil, "%04d-%02d-%02d", d.Year, d.Month, d.Day))
		byValue(l, s, domains, func(kind, value string, got []byte) { line(kind, n, value, got) })
	}
	return b.String()
}

func byValue(l *fake.Locale, s, domains fake.Seed, line func(kind, value string, got []byte)) {
	for _, v := range []string{"a@x.ed.jp", "A@X.COM", "山田 <a@x.org>", "a@firma.de"} {
		got, _ := l.AppendEmail(nil, s, domains, []byte(v), 0)
		line("e-mail", v, got)
	}
	for _, v := range []string{"03-1234-5678", "０９０−１２３４−５６７８", "+81 (0)90-1234-5678", "(202) 555-0143", "9012345678", "1234"} {
		got, _ := l.AppendPhone(nil, s, []byte(v), 0)
		line("phone", v, got)
	}
	for _, v := range []string{"〒100-0001", "62701", "100"} {
		got, _ := l.AppendPostalCode(nil, s, []byte(v), 0)
		line("postal code", v, got)
	}
	for _, v := range []string{"東京都千代田区千代田１丁目１番１号 千代田ビル101号室", "123 Main Street, Springfield, IL 62701", "ﾁﾖﾀﾞｸ ﾁﾖﾀﾞ"} {
		got, _ := l.AppendAddress(nil, s, []byte(v))
		line("address", v, got)
	}
	for _, v := range []string{"203.0.113.7", "10.1.2.0/24", "2001:4860::8888", "[fe80::1]:80", "134744072"} {
		got, _ := fake.AppendIP(nil, s, []byte(v), 0)
		line("ip", v, got)
	}
	for _, v := range []string{"たろう", "taro99", "TARO", "12345678", "taro@x.jp"} {
		line("nickname", v, l.AppendNickname(nil, s, domains, []byte(v), 0))
		line("username", v, l.AppendUsername(nil, s, domains, []byte(v), 0))
		line("own shape", v, l.AppendLike(nil, s, domains, []byte(v), 0))
	}
	for _, v := range []string{"体調不良のため欠席。\n保護者から連絡があった。", "Absent because of a cold.", "なし"} {
		line("text", v, l.AppendText(nil, s, []byte(v), 0))
	}
}
