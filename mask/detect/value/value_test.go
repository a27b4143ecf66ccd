package value_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// Each line has what is to be found in braces, with its kind: {email:taro@corp.jp}.
// An exclamation mark behind the kind: it is harmless. Secrets are in two parts, so
// that nobody takes this file for a leak.
var found = []string{
	// addresses
	"{email:taro@corp.co.jp}", "連絡は{email:taro.yamada+x@mail.corp.co.jp}まで。", "<{email:taro@corp.com}>", "mailto:{email:t@a.io}",
	"{email:o'brien@corp.org}", "'{email:taro@corp.com}'", "To={email:taro@corp.com};", "{email:123@qq.com}", "{email:090-1234-5678@docomo.ne.jp}",
	"{email:taro..y.@docomo.ne.jp}", "{email:taro＠corp.jp}", "{email!:taro@example.com}", "{email!:k3x@a8d2x.example.ed.jp}", "q=x%40y&m={email:taro%40corp.com}",
	`{email:"taro yamada"@corp.com}`, "({email:a_b@c-d.museum}).", "{email:taro@corp.com}と{email:jiro@corp.com}",
	// web
	"{url:https://www.corp.co.jp/a/b?x=1&y=2#z}を見て", "(see {url:http://corp.com/a_(b)}).", "{url:postgres://u:p@db.corp.com:5432/x}", "{url!:https://example.jp/a}", "{url!:http://localhost:3000/x}",
	"{url!:http://192.168.0.1/x}", "{host:www.corp.co.jp}です", "{url:corp.co.jp/path}", "{host:db01.corp.com}:3306", "{host:corp.com}.", "{host!:a.example.net}",
	"{ip:8.8.8.8}", "ip={ip:133.11.0.5}, x", "{ip!:192.0.2.7}:443", "{ip!:10.0.0.1}", "{ip:2400:4050:1:2::3}", "[{ip!:2001:db8::1}]", "{ip:2606:4700:4700::1111}/48",
	"{mac:00:1B:44:11:3A:B7}", "{mac:00-1B-44-11-3A-B7}", "id {uuid:550e8400-e29b-41d4-a716-446655440000}",
	// phones
	"{phone:03-3581-4321}", "TEL:{phone:03(3581)4321}", "TEL{phone:0335814321}", "{phone:(03)3581-4321}", "{phone:090-2345-6789}に電話", "{phone:０９０－２３４５－６７８９}", "{phone:090ー2345ー6789}",
	"{phone:090−2345−6789}", "{phone:090‐2345‐6789}", "{phone:09023456789}", "{phone:090 2345 6789}", "{phone:0120-345-678}", "{phone:0120-34-5678}", "{phone:0467-22-3456}", "{phone:04992-2-3456}",
	"{phone:0800-234-5678}", "{phone:+81-90-2345-6789}", "{phone:+81 90 2345 6789}", "{phone:+819023456789}", "{phone:+81 (0)3-3581-4321}", "{phone:＋81-3-3581-4321}",
	"{phone:(415) 555-2671}", "{phone:415-555-2671}", "{phone:415.555.2671}", "{phone:1-415-555-2671}", "{phone:+1 415 555 2671}", "{phone:+44 20 7946 1234}", "{phone:020 7946 1234}", "{phone:+33 1 42 68 53 00}",
	"{phone!:03-1234-5678}", "{phone!:090-0123-4567}", "{phone!:202-555-0123}", "{phone!:+1 202 555 0123}", "{phone!:+81-90-0123-4567}", "{phone:080-0123-4567}", "{phone:03-3581-4321}、{phone:03-3581-4322}",
	"{phone:03-3581-4321} {phone:090-2345-6789}", "3 {phone:090-2345-6789}", "電話番号：{phone:0335814321}",
	// numbers
	"{postal_code:〒100-8111}東京", "{postal_code:100-8111}", "{postal_code:〒1008111}", "{postal_code:〒 100-8111}", "{postal_code:〒１００－８１１１}", "{postal_code!:000-1234}", "郵便番号は{postal_code:100-8111}",
	"{card:4111 1111 1111 1111}", "{card:4111-1111-1111-1111}", "{card:4111111111111111}", "{card:3782 822463 10005}", "{card:5555555555554444}", "{card:3530111333300000}", "{card!:0000000000000000}",
	"マイナンバーは{my_number:123456789018}", "{my_number:1234 5678 9018}", "{ssn:123-45-6789}", "{bank_account:GB82 WEST 1234 5698 7654 32}", "{bank_account:DE89370400440532013000}。", "普通 {bank_account:1234567}", "{school_code:B113210000014}",
	// dates
	"生年月日：{birth_date:2012-04-02}", "{birth_date:平成24年4月2日}生まれ", "born {birth_date:April 2, 2012}", "DOB: {birth_date:04/02/2012}", "{date:2012/4/2}", "{date:令和6年12月1日}は", "{date:H24.4.2}", "{date:2 April 2012}", "{date:2012年4月2日}", "{date:２０１２年４月２日}",
	"on {date:2012-04-02} 10:00", "{date:2012-04-02}T10:00:00Z",
	// secrets
	"key {secret:AKIA|IOSFODNN7EXAMPLE}", "{secret:ghp_|abcdefghijklmnopqrstuvwxyz0123456789}", "{secret:glpat-|abcdefghij0123456789}", "{secret:xoxb-|123456789012-abcdefABCDEF}", "{secret:sk_live_|abcdefghij0123456789}",
	"{secret:AIza|SyA0123456789abcdefghijklmnopqrstuv}", "{secret:sk-ant-|api03-abcdefghij0123456789}", "{secret:sk-proj-|abcdefghij0123456789}", "{secret:eyJ|hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123_-}",
	"password={secret:hunter2|!}", `"api_key": "{secret:abc123|def}"`, "パスワード：{secret:abc12345}です", "暗証番号は{secret:0123|abc}です", "Authorization: Bearer {secret:abcdef|123456}", "{secret:-----BEGIN RSA PRIVATE| KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----}",
	"{secret:q7Yt3Lk9Zx2Wv8Bn4Mc6|Pd1Rs5Gh0Jf7}", "{password_hash:$2y$10$|abcdefghijklmnopqrstuv0123456789012345678901234567890}", "{wallet:0x|52908400098527886E0F7030069857D2E4169EE7}",
}

// nothing has what is not to be found.
var nothing = []string{
	"", "text", "これはテストです", "1,234,567円", "12時30分", "12:34:56", "2024", "3.14", "1.2.3", "10%", "100-200人", "第123回", "A-123", "ABC1234567", "x-1234-5678-x", "２０名", "50.5", "1-1-1", "3丁目2-1",
	"令和6年度", "4月2日", "version 1.2.3", "index.html", "report.pdf", "Node.js", "icon@2x.png", "@taro", "a@b", "@", "a@", "Mr. A.", "e.g. this", "http://", "://", ":::", "12345678901234567890123456789012345678901234567890",
	"1234567890123456", "9999 9999 9999 9999", "1111 2222 3333 4444", "13:00-14:00", "パスワードは定期的に", "2024-99-99", "99/99/9999", "90-2345-6789", "ISBN 978-4-00-310101-8", "(1)(2)(3)", "+", "(", "〒", "１２３", "-----", "$100", "$2y$", "password: ",
	"the password is long", "token", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ThisIsALongNameOfAFunctionThatHas2Digits", "ORD-2024-123-4567", "a.b.c.d", "std::vector", "型番 XY-1234-5678",
}

// marked reads the notation of the tables.
func marked(line string) (text string, kinds, values []string) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), kinds, values
		}
		inside, after, _ := strings.Cut(rest, "}")
		kind, v, _ := strings.Cut(inside, ":")
		v = strings.ReplaceAll(v, "|", "")
		kinds, values = append(kinds, kind), append(values, v)
		b.WriteString(v)
		line = after
	}
}

func TestFind(t *testing.T) {
	all := locales.All()
	for _, line := range found {
		text, kinds, values := marked(line)
		var gotKinds, gotValues []string
		for _, f := range value.Find(nil, []byte(text), all...) {
			k := f.Kind.String()
			if f.Harmless {
				k += "!"
			}
			gotKinds, gotValues = append(gotKinds, k), append(gotValues, text[f.Start:f.End])
		}
		require.Equal(t, kinds, gotKinds, text)
		require.Equal(t, values, gotValues, text)
	}
	for _, text := range nothing {
		require.Empty(t, value.Find(nil, []byte(text), all...), text)
	}
}

// TestFindInContext: what stands round a value does not hide it.
func TestFindInContext(t *testing.T) {
	for _, line := range found {
		text, kinds, values := marked(line)
		for _, around := range []string{"\n%\n", "、%。", "「%」", "\t%\t"} {
			in := strings.Replace(around, "%", text, 1)
			var got []string
			for _, f := range value.Find(nil, []byte(in)) {
				got = append(got, in[f.Start:f.End])
			}
			require.Equal(t, values, got, "%s %v", in, kinds)
		}
	}
}

func TestWhole(t *testing.T) {
	f, ok := value.Whole([]byte(" taro@corp.com\n"))
	require.True(t, ok)
	require.Equal(t, value.Email, f.Kind)
	for _, text := range []string{"", "taro@corp.com, jiro@corp.com", "to taro@corp.com", "text", strings.Repeat("a", 5000) + "@corp.com"} {
		_, ok := value.Whole([]byte(text))
		require.False(t, ok, text)
	}
}

func TestSomebodys(t *testing.T) {
	k, ok := value.Somebodys([]byte("2012-04-02 taro@example.com, jiro@corp.com"), false)
	require.True(t, ok)
	require.Equal(t, "email", k.Class())
	_, ok = value.Somebodys([]byte("2012-04-02 taro@example.com"), true)
	require.False(t, ok)
	_, ok = value.Somebodys([]byte("0335814321"), false)
	require.False(t, ok)
	_, ok = value.Somebodys([]byte("0335814321"), true)
	require.True(t, ok)
}

// TestLinear: no text takes more than its share of time. What looks back or ahead
// without a limit takes minutes for these.
func TestLinear(t *testing.T) {
	for _, part := range []string{"1", "1.", "a.", "1-", "a1", "@", "a@", "a@b", "a@b.", "(1", "+", "1 ", "１", "１－", ":", "a:", "://", "a://", "-", "$2y$", "-----BEGIN PRIVATE KEY", "eyJ", "Ab1/", "AB12 ", "password=", "〒", "\"", "'a", "年", "1年"} {
		text := bytes.Repeat([]byte(part), 400_000/len(part))
		start := time.Now()
		value.Find(nil, text)
		require.Less(t, time.Since(start), time.Minute, part)
	}
}

func TestNoAllocation(t *testing.T) {
	var text []byte
	for _, line := range found {
		s, _, _ := marked(line)
		text = append(append(text, s...), '\n')
	}
	dst := value.Find(nil, text)
	require.Zero(t, testing.AllocsPerRun(10, func() { dst = value.Find(dst[:0], text) }))
}

func FuzzFind(f *testing.F) {
	for _, line := range append(slices.Clone(found), nothing...) {
		text, _, _ := marked(line)
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		end := 0
		for _, x := range value.Find(nil, text) {
			require.LessOrEqual(t, end, x.Start)
			require.Less(t, x.Start, x.End)
			require.LessOrEqual(t, x.End, len(text))
			require.NotEqual(t, value.None, x.Kind)
			end = x.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	ja := "本日は体調不良のため欠席いたします。保護者の者ですが、よろしくお願いいたします。明日の持ち物は筆箱と体操服です。"
	en := "Please find attached the minutes of the meeting. The order has been shipped and will arrive in three days.\n"
	row := "(42,'yamada','2024-04-02 10:11:12',NULL,3,'A-1042',0,'https://example.com/a/b','taro@example.com'),\n"
	values := "お電話は03-3581-4321、携帯は090-2345-6789、メールはtaro@corp.co.jpまで。〒100-8111 カード4111 1111 1111 1111\n"
	for _, c := range []struct{ name, text string }{{"ja", ja}, {"en", en}, {"rows", row}, {"values", values}} {
		text := bytes.Repeat([]byte(c.text), 100)
		b.Run(c.name, func(b *testing.B) {
			var dst []value.Finding
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = value.Find(dst[:0], text)
			}
		})
	}
}
