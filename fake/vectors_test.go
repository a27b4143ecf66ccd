package fake_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/locales"
)

var update = flag.Bool("update", false, "write the vectors anew, after raising the edition")

// TestVectors holds every kind of fake against files. A changed line is a changed
// product: what was masked before no longer joins with what is masked now. So the
// locale's edition must be raised with it, and the changelog say so.
func TestVectors(t *testing.T) {
	for _, l := range locales.All() {
		file := filepath.Join("testdata", "vectors", l.Tag+".txt")
		got := vectors(l)
		want, err := os.ReadFile(file)
		if *update {
			released := strings.HasPrefix(string(want), edition(l)) // with this edition
			require.False(t, released && string(want) != got, "%s: raise the edition first", l.Tag)
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
			continue
		}
		require.NoError(t, err)
		require.Equal(t, string(want), got)
	}
}

// edition is the first line of a file of vectors.
func edition(l *fake.Locale) string {
	return fmt.Sprintf("# Locale %s, edition %d. Seeds are TestSeed(\"vector\").Nth(n), domains TestSeed(\"vector domains\").\n", l.Tag, l.Edition)
}

// digest stands for all lists of a locale, of which the vectors show little.
func digest(l *fake.Locale) string {
	h := sha256.New()
	for _, list := range []fake.List{
		l.Family, l.Male, l.Female, l.Nicknames, l.Address.Municipalities, l.Address.Streets, l.Address.Buildings, l.Text.Sentences,
	} {
		for n := range list.All() {
			_, _ = fmt.Fprintf(h, "%s\t%s\t%s\n", n.Written, n.Reading, n.Latin)
		}
		_, _ = fmt.Fprintln(h)
	}
	_, _ = fmt.Fprintf(h, "%q %q %q %q %q %q", l.Titles, l.Honorifics, l.Postal, l.Address.Regions, l.Text.Tag, l.Text.Stub)
	_, _ = fmt.Fprintf(h, "%v %v %v %v", l.Order, l.Separator, l.Phone, l.Address.StreetFirst)
	for _, area := range l.Address.Areas {
		_, _ = fmt.Fprintln(h, area)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// vectors lists fakes, one a line: kind, seed, value, fake, separated by tabs.
func vectors(l *fake.Locale) string {
	var b strings.Builder
	b.WriteString(edition(l) + "# Lists: " + digest(l) + "\n")
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
		for _, v := range []string{"山田 太郎", "YAMADA, Taro K.", "Dr. T. Yamada", "山田太郎（ヤマダ　タロウ）様", "ﾔﾏﾀﾞ ﾀﾛｳ",
			"王小明", "王老师", "김민수", "김민수 씨", "M. Hélène DUPONT", "MÜLLER, Jürgen"} {
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
	for _, v := range []string{"03-1234-5678", "０９０−１２３４−５６７８", "+81 (0)90-1234-5678", "(202) 555-0143", "9012345678", "1234",
		"+86 138 0013 8000", "010-1234-5678", "06 12 34 56 78", "030/1234567"} {
		got, _ := l.AppendPhone(nil, s, []byte(v), 0)
		line("phone", v, got)
	}
	for _, v := range []string{"〒100-0001", "62701", "100", "100020"} {
		got, _ := l.AppendPostalCode(nil, s, []byte(v), 0)
		line("postal code", v, got)
	}
	for _, v := range []string{"東京都千代田区千代田１丁目１番１号 千代田ビル101号室", "123 Main Street, Springfield, IL 62701", "ﾁﾖﾀﾞｸ ﾁﾖﾀﾞ",
		"北京市朝阳区建国路88号5栋301室", "서울특별시 강남구 테헤란로 123, 101동 1203호", "12 rue de la Paix, 75002 PARIS", "Hauptstraße 12, 10115 Berlin"} {
		got, _ := l.AppendAddress(nil, s, []byte(v))
		line("address", v, got)
	}
	for _, v := range []string{"203.0.113.7", "10.1.2.0/24", "2001:4860::8888", "[fe80::1]:80", "134744072"} {
		got, _ := fake.AppendIP(nil, s, []byte(v), 0)
		line("ip", v, got)
	}
	for _, v := range []string{"たろう", "taro99", "TARO", "12345678", "taro@x.jp", "小猫", "고양이7", "Écureuil"} {
		line("nickname", v, l.AppendNickname(nil, s, domains, []byte(v), 0))
		line("username", v, l.AppendUsername(nil, s, domains, []byte(v), 0))
		line("own shape", v, l.AppendLike(nil, s, domains, []byte(v), 0))
	}
	for _, v := range []string{"体調不良のため欠席。\n保護者から連絡があった。", "Absent because of a cold.", "なし", "因病缺席，家长已来电。", "감기로 결석했습니다."} {
		line("text", v, l.AppendText(nil, s, []byte(v), 0))
	}
}

// TestSchoolVectors does the same for schools and places, in all locales.
func TestSchoolVectors(t *testing.T) {
	var b strings.Builder
	for _, l := range locales.All() {
		b.WriteString(edition(l))
		line := func(kind string, n int, like string, got []byte, ok bool) {
			if ok {
				fmt.Fprintf(&b, "%s\t%d\t%q\t%q\n", kind, n, like, got)
			}
		}
		for n := range 4 {
			s := fake.NewSchool(fake.TestSeed("vector").Nth(n), l)
			for _, face := range []struct {
				kind   string
				append func(dst, like []byte) ([]byte, bool)
				likes  []string
			}{
				{"name", s.AppendName, []string{"千代田区立番町小学校", "番町小", "東京都立日比谷高等学校", "県立千葉高校", "第三中", "Springfield High School"}},
				{"code", s.AppendCode, []string{"B101210000018", "F112310102342"}},
				{"domain", s.AppendDomain, []string{"www.bancho.ed.jp", "SPRINGFIELD.ORG"}},
				{"e-mail", s.AppendEmail, []string{"info@bancho.ed.jp", "INFO@SPRINGFIELD.ORG"}},
				{"class", s.AppendClass, []string{"1年A組", "3-2", "ひまわり組"}},
				{"region", s.AppendRegion, []string{"東京都", "東京", "01", "Springfield"}},
				{"city", s.AppendCity, []string{"千代田区", "131016", "Springfield"}},
				{"address", s.AppendAddress, []string{"〒100-0001 東京都千代田区千代田１丁目１番１号 千代田ビル101号室", "千代田区千代田", "1-1 千代田ビル101", "12 Main Street, Springfield"}},
				{"postal code", func(dst, like []byte) ([]byte, bool) { return s.AppendPostalCode(dst, like, 0) }, []string{"100-0001", "62701"}},
				{"phone", func(dst, like []byte) ([]byte, bool) { return s.AppendPhone(dst, like, 0) }, []string{"03-1234-5678", "+81 3 1234 5678", "(202) 555-0143"}},
			} {
				for _, like := range face.likes {
					got, ok := face.append(nil, []byte(like))
					line(face.kind, n, like, got, ok)
				}
			}
		}
	}
	file := filepath.Join("testdata", "vectors", "schools.txt")
	want, err := os.ReadFile(file)
	if *update {
		require.False(t, editions(string(want)) == editions(b.String()) && string(want) != b.String(), "raise the edition first")
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
		return
	}
	require.NoError(t, err)
	require.Equal(t, string(want), b.String())
}

// editions are the lines of vectors that say which they are of.
func editions(vectors string) (lines string) {
	for line := range strings.Lines(vectors) {
		if line[0] == '#' {
			lines += line
		}
	}
	return lines
}
