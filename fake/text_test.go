package fake_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

func TestText(t *testing.T) {
	s := fake.TestSeed(t.Name())
	for _, tt := range []struct{ value, ja, en string }{
		{"なし", `^仮仮$`, `^xx$`},
		{"欠席の連絡あり", `^【仮】[\p{Han}ぁ-ん、。]{4}$`, `^\[fake\]$|^x{7}$`},
		{"体調不良のため欠席。保護者から連絡があった。", `^【仮】[\p{Han}ぁ-ん、。]{14}$`, `^\[fake\] \w[\w ]+\w?\.?$`},
		{"A plain note in English, of some length.", `^\[fake\] [A-Z][a-z]+ [A-Za-z. ]+$`, `^\[fake\] [A-Z][A-Za-z,. ]+$`},
		{"ok", `^xx$`, `^xx$`},
		{"12:30", `^xxxx$`, `^xxxx$`},
		{"あ\nい\n\nう", `^仮\n[^\n]\n\n[^\n]$`, `^x\n[^\n]\n\n[^\n]$`},
		{"ﾒﾓ", `^xx$`, `^xx$`},
		{"", `^【仮】.{37}$`, `^\[fake\] .{20,33}$`},
		{"\n", `^\n仮$|^x$|^\nx$|^\n$`, `.`},
	} {
		for i := range 20 {
			require.Regexp(t, tt.ja, string(ja.Locale.AppendText(nil, s.Nth(i), []byte(tt.value), 0)), "%q", tt.value)
			require.Regexp(t, tt.en, string(en.Locale.AppendText(nil, s.Nth(i), []byte(tt.value), 0)), "%q", tt.value)
		}
	}
	long := strings.Repeat("保護者と面談した。\r\n", 40)
	got := string(ja.Locale.AppendText(nil, s, []byte(long), 0))
	require.Equal(t, 40, strings.Count(got, "\r\n"), "lines stay lines")
	require.True(t, strings.HasPrefix(got, "【仮】"))
	require.NotEqual(t, got, string(ja.Locale.AppendText(nil, s.Sub("other"), []byte(long), 0)))
}

// Filler is not longer than its text, nor than the limit, and tells of its length
// only the class.
func TestTextLength(t *testing.T) {
	line := rapid.StringMatching(`[あ-んア-ン一-龯a-zA-Z0-9、。 ｱ-ﾝ]{0,60}`)
	rapid.Check(t, func(t *rapid.T) {
		value := strings.Join(rapid.SliceOfN(line, 1, 5).Draw(t, "lines"), "\n")
		limit := rapid.IntRange(0, 80).Draw(t, "limit")
		s := anySeed().Draw(t, "seed")
		for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
			got := l.AppendText(nil, s, []byte(value), limit)
			require.True(t, utf8.Valid(got))
			if limit > 0 {
				require.LessOrEqual(t, utf8.RuneCount(got), limit)
			}
			if value != "" {
				require.LessOrEqual(t, utf8.RuneCount(got), utf8.RuneCountInString(value))
				require.LessOrEqual(t, len(got), len(value))
			}
		}
	})
	lengths := map[int]bool{}
	for n := 40; n < 61; n++ {
		lengths[utf8.RuneCount(ja.Locale.AppendText(nil, fake.TestSeed("x"), []byte(strings.Repeat("あ", n)), 0))] = true
	}
	require.Len(t, lengths, 1, "from 40 to 60 characters are one class")
}

var dateTests = []struct {
	value string
	date  fake.Date
	other string // 2005-11-09 in the same form
}{
	{"2012-04-02", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-09"},
	{"2012-10-12", fake.Date{Year: 2012, Month: 10, Day: 12}, "2005-11-09"},
	{"2012/4/2", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005/11/9"},
	{"2012/04/02", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005/11/09"},
	{"2012.4.2", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005.11.9"},
	{"20120402", fake.Date{Year: 2012, Month: 4, Day: 2}, "20051109"},
	{"２０１２０４０２", fake.Date{Year: 2012, Month: 4, Day: 2}, "２００５１１０９"},
	{"2012年4月2日", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005年11月9日"},
	{"2012年04月02日", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005年11月09日"},
	{"２０１２年４月２日", fake.Date{Year: 2012, Month: 4, Day: 2}, "２００５年１１月９日"},
	{"平成24年4月2日", fake.Date{Year: 2012, Month: 4, Day: 2}, "平成17年11月9日"},
	{"平成２４年４月２日", fake.Date{Year: 2012, Month: 4, Day: 2}, "平成１７年１１月９日"},
	{"昭和64年1月7日", fake.Date{Year: 1989, Month: 1, Day: 7}, "平成17年11月9日"},
	{"平成元年1月8日", fake.Date{Year: 1989, Month: 1, Day: 8}, "平成17年11月9日"},
	{"令和元年5月1日", fake.Date{Year: 2019, Month: 5, Day: 1}, "平成17年11月9日"},
	{"平成31年4月30日", fake.Date{Year: 2019, Month: 4, Day: 30}, "平成17年11月9日"},
	{"大正15年12月24日", fake.Date{Year: 1926, Month: 12, Day: 24}, "平成17年11月9日"},
	{"明治45年7月29日", fake.Date{Year: 1912, Month: 7, Day: 29}, "平成17年11月9日"},
	{"H24.4.2", fake.Date{Year: 2012, Month: 4, Day: 2}, "H17.11.9"},
	{"H24/04/02", fake.Date{Year: 2012, Month: 4, Day: 2}, "H17/11/09"},
	{"H24-04-02", fake.Date{Year: 2012, Month: 4, Day: 2}, "H17-11-09"},
	{"h24.4.2", fake.Date{Year: 2012, Month: 4, Day: 2}, "h17.11.9"},
	{"H240402", fake.Date{Year: 2012, Month: 4, Day: 2}, "H171109"},
	{"S5.12.3", fake.Date{Year: 1930, Month: 12, Day: 3}, "H17.11.9"},
	{"R05.01.02", fake.Date{Year: 2023, Month: 1, Day: 2}, "H17.11.09"},
	{"平24.4.2", fake.Date{Year: 2012, Month: 4, Day: 2}, "平17.11.9"},
	{"4240402", fake.Date{Year: 2012, Month: 4, Day: 2}, "4171109"},
	{"5010501", fake.Date{Year: 2019, Month: 5, Day: 1}, "4171109"},
	{"04/02/2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "11/09/2005"},
	{"4/2/2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "11/9/2005"},
	{"24/02/2012", fake.Date{Year: 2012, Month: 2, Day: 24}, "09/11/2005"},
	{"2.4.2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "9.11.2005"},
	{"2012-04-02 00:00:00", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-09 00:00:00"},
	{"2012-04-02 13:45:10.123", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-09 00:00:00.000"},
	{"2012-04-02T13:45:10+09:00", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-09T00:00:00+09:00"},
	{"2012-04-01T15:00:00Z", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-08T15:00:00Z"},
	{"2012-04-01 15:00:00+00", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-08 15:00:00+00"},
	{"平成二十四年四月二日", fake.Date{Year: 2012, Month: 4, Day: 2}, "平成十七年十一月九日"},
	{"平成二四年一二月一〇日", fake.Date{Year: 2012, Month: 12, Day: 10}, "平成一七年一一月九日"},
	{"二〇一二年四月二十日", fake.Date{Year: 2012, Month: 4, Day: 20}, "二〇〇五年十一月九日"},
	{"平成24年4月2日(月)", fake.Date{Year: 2012, Month: 4, Day: 2}, "平成17年11月9日(水)"},
	{"2012年4月2日（月）", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005年11月9日（水）"},
	{"2012年4月2日 月曜日", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005年11月9日 水曜日"},
	{"2012/04/02 (月) 00:00", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005/11/09 (水) 00:00"},
	{"2012年4月2日00時00分", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005年11月9日00時00分"},
	{"2012年4月2日 0時", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005年11月9日 0時"},
	{"Apr 2, 2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "Nov 9, 2005"},
	{"April 02, 2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "November 09, 2005"},
	{"Apr. 2, 2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "Nov. 9, 2005"},
	{"2 apr 2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "9 nov 2005"},
	{"12-APR-2012", fake.Date{Year: 2012, Month: 4, Day: 12}, "09-NOV-2005"},
	{"2012-Apr-02", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-Nov-09"},
	{"Mon, 2 Apr 2012 00:00:00 +0900", fake.Date{Year: 2012, Month: 4, Day: 2}, "Wed, 9 Nov 2005 00:00:00 +0900"},
	{"Mon, 02 Apr 2012 00:00:00 +0900 (JST)", fake.Date{Year: 2012, Month: 4, Day: 2}, "Wed, 09 Nov 2005 00:00:00 +0900 (JST)"},
	{"Monday, April 2, 2012", fake.Date{Year: 2012, Month: 4, Day: 2}, "Wednesday, November 9, 2005"},
	{"4/2/2012 12:00:00 AM", fake.Date{Year: 2012, Month: 4, Day: 2}, "11/9/2005 12:00:00 AM"},
	{"20120402000000", fake.Date{Year: 2012, Month: 4, Day: 2}, "20051109000000"},
	{"20120402T000000Z", fake.Date{Year: 2012, Month: 4, Day: 2}, "20051109T000000Z"},
	{"2012-04-02 00:00:00 JST", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-09 00:00:00 JST"},
	{"2012-04-02 00:00:00+09:30:15", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-09 00:00:00+09:30:15"},
	{"2012-04-02T15:00:00Z", fake.Date{Year: 2012, Month: 4, Day: 3}, "2005-11-08T15:00:00Z"},
	{"2012-04-02 00:00:00.000", fake.Date{Year: 2012, Month: 4, Day: 2}, "2005-11-09 00:00:00.000"},
	{"0044-03-15 BC", fake.Date{Year: -43, Month: 3, Day: 15}, "2005-11-09"},
	{"0044-03-15 00:00:00+00 BC", fake.Date{Year: -43, Month: 3, Day: 15}, "2005-11-09 00:00:00+00"},
	{"20120-04-02", fake.Date{Year: 20120, Month: 4, Day: 2}, "2005-11-09"},
	{"2016-02-29", fake.Date{Year: 2016, Month: 2, Day: 29}, "2005-11-09"},
	{"1899-12-31", fake.Date{Year: 1899, Month: 12, Day: 31}, "2005-11-09"},
	{"0000-00-00", fake.Date{}, "2005-11-09"},
	{"0000-00-00 00:00:00", fake.Date{}, "2005-11-09 00:00:00"},
	{"00000000", fake.Date{}, "20051109"},
	{"1900-01-01", fake.Date{Year: 1900, Month: 1, Day: 1}, "2005-11-09"},
	{"9999-12-31", fake.Date{Year: 9999, Month: 12, Day: 31}, "2005-11-09"},
	{"99999999", fake.Date{Year: 9999, Month: 99, Day: 99}, "20051109"},
}

var notDates = []string{
	"", "x", "2012", "2012-04", "2012-13-01", "2012-02-30", "2015-02-29", "2012-00-00", "12-04-02", "120402", "6240402", "0240402", "H24", "H24.4", "H123.4.5", "平成",
	"2012-04-02x", "2012-04-02 noon", "2012-04-02 1", "1333324800", "2012--04-02", "H24.4.2 00:00:00x",
	"4/2/12", "40/40/2012", "2012-4-2-1", "X24.4.2",
	"2012-04-02 0312345678", "2012-04-02 13:45:10 0312345678", "2012-04-02 25:00", "2012-04-02 12:60", "2012-04-02 12:00:00.1234567890", "2012-04-02 12:00 alice", "2012-04-02 12:00+09:00:00:00",
	"2012-04-02 13:00 PM", "2012-04-02 (x)", "2012-04-02 (月", "平成24年4月2日 月", "2012 04 02", "2 4 2012", "Apr 2012", "Foo 2, 2012", "2 Apr 12", "Mon,2 Apr 2012", "Mond 2 Apr 2012",
	"Mon, 2 Apr 2012 15:04:05 +0900 (alice)", "2012-Apr-Apr", "Apr Apr 2012", "H24.4.2 BC", "0000-01-01 BC", "20120402 BCE", "201204021304", "2012-W14-1", "2012-093", "2012年十十月2日", "2012年2十月2日", "13:45:10", "02012-04-02",
}

func TestDates(t *testing.T) {
	for _, tt := range dateTests {
		d, form, ok := fake.ParseDate([]byte(tt.value))
		require.True(t, ok, tt.value)
		require.Equal(t, tt.date, d, tt.value)
		if d.Valid() {
			same, ok := form.Append(nil, d)
			require.True(t, ok)
			if !strings.Contains(tt.value, "13:45") {
				require.Equal(t, tt.value, string(same))
			}
		} else {
			require.True(t, d.Sentinel())
		}
		other, ok := form.Append([]byte("x"), fake.Date{Year: 2005, Month: 11, Day: 9})
		require.True(t, ok)
		require.Equal(t, "x"+tt.other, string(other))
	}
	for _, v := range notDates {
		_, _, ok := fake.ParseDate([]byte(v))
		require.False(t, ok, "%q", v)
	}
	_, form, _ := fake.ParseDate([]byte("H24.4.2"))
	_, ok := form.Append(nil, fake.Date{Year: 1872, Month: 12, Day: 31})
	require.False(t, ok, "no era before the Gregorian calendar")
	_, form, _ = fake.ParseDate([]byte("平成24年4月2日"))
	first, _ := form.Append(nil, fake.Date{Year: 2019, Month: 5, Day: 1})
	require.Equal(t, "令和元年5月1日", string(first))
	for _, s := range []fake.Date{{}, {Year: 1, Month: 1, Day: 1}, {Year: 1753, Month: 1, Day: 1}, {Year: 9999, Month: 1, Day: 1}} {
		require.True(t, s.Sentinel())
	}
	require.False(t, fake.Date{Year: 1970, Month: 1, Day: 1}.Sentinel(), "somebody was born then")
}

// TestDatesAsWritten: a time of day stays, and its midnight is in its form.
func TestDatesAsWritten(t *testing.T) {
	for value, want := range map[string]string{
		"2012-04-02 13:45:10.123+09": "2012-04-02 23:59:59.000+09", "2012-04-02T15:00Z": "2012-04-02T23:59Z", "20120402134510": "20120402235959",
		"4/24/2012 3:04 PM": "4/24/2012 11:59 PM", "4/24/2012 11:04:05 am": "4/24/2012 11:59:59 pm", "2012年4月2日15時4分": "2012年4月2日23時59分",
		"2012年4月2日 5時": "2012年4月2日 23時", "20120402T1345+0900": "20120402T2359+0900", "2012-04-02": "2012-04-02",
	} {
		d, form, ok := fake.ReadDate([]byte(value), fake.CertainOrder)
		require.True(t, ok, value)
		form.LastSecond()
		last, _ := form.Append(nil, d)
		require.Equal(t, want, string(last))
	}
	for value, midnight := range map[string]string{
		"2012-04-02 13:45:10.123+09": "2012-04-02 00:00:00.000+09", "2012-04-02T15:00:00Z": "2012-04-02T00:00:00Z", "20120402134510": "20120402000000",
		"4/24/2012 3:04 PM": "4/24/2012 12:00 AM", "4/24/2012 11:04:05 pm": "4/24/2012 12:00:00 am", "2012年4月2日15時4分": "2012年4月2日00時0分", "2012/4/2 9:05": "2012/4/2 0:00",
		"20120402T134510+0900": "20120402T000000+0900", "Mon, 2 Apr 2012 13:45:10 GMT": "Mon, 2 Apr 2012 00:00:00 GMT", "0044-03-15 13:45:10 BC": "0044-03-15 00:00:00 BC",
	} {
		d, form, ok := fake.ReadDate([]byte(value), fake.CertainOrder)
		require.True(t, ok, value)
		same, ok := form.Append(nil, d)
		require.True(t, ok)
		require.Equal(t, value, string(same))
		form.Midnight()
		floor, _ := form.Append(nil, d)
		require.Equal(t, midnight, string(floor))
	}
	for value, want := range map[string][3]fake.Date{
		"4/2/2012":   {{}, {Year: 2012, Month: 4, Day: 2}, {Year: 2012, Month: 2, Day: 4}},
		"13/2/2012":  {{Year: 2012, Month: 2, Day: 13}, {Year: 2012, Month: 2, Day: 13}, {Year: 2012, Month: 2, Day: 13}},
		"2/13/2012":  {{Year: 2012, Month: 2, Day: 13}, {Year: 2012, Month: 2, Day: 13}, {Year: 2012, Month: 2, Day: 13}},
		"4.2.2012":   {{Year: 2012, Month: 2, Day: 4}, {Year: 2012, Month: 2, Day: 4}, {Year: 2012, Month: 2, Day: 4}},
		"4-Feb-2012": {{Year: 2012, Month: 2, Day: 4}, {Year: 2012, Month: 2, Day: 4}, {Year: 2012, Month: 2, Day: 4}},
	} {
		for o, date := range want {
			d, _, ok := fake.ReadDate([]byte(value), fake.DateOrder(o))
			require.Equal(t, date != fake.Date{}, ok, "%s %d", value, o)
			if ok {
				require.Equal(t, date, d, "%s %d", value, o)
			}
		}
	}
}

// FuzzDate: what is read as a date is written as the same date, and twice in the
// same way.
func FuzzDate(f *testing.F) {
	for _, tt := range dateTests {
		f.Add(tt.value)
	}
	for _, v := range notDates {
		f.Add(v)
	}
	seeded(f, min(len(dateTests), len(notDates)))
	f.Fuzz(func(t *testing.T, value string) {
		for _, o := range []fake.DateOrder{fake.CertainOrder, fake.MonthFirst, fake.DayFirst} {
			d, form, ok := fake.ReadDate([]byte(value), o)
			if !ok || d.Sentinel() {
				continue
			}
			got, ok := form.Append(nil, d)
			if !ok {
				t.Fatalf("%q is read and not written", value)
			}
			again, form, ok := fake.ReadDate(got, o)
			if !ok || again != d {
				t.Fatalf("%q is written as %q, which is %v and not %v", value, got, again, d)
			}
			twice, _ := form.Append(nil, d)
			if string(twice) != string(got) {
				t.Fatalf("%q is written as %q, and that as %q", value, got, twice)
			}
			birth, form, ok := fake.ParseDate([]byte(value))
			if first, last := form.Range(); ok && !birth.Before(first) && !last.Before(birth) {
				if _, ok := form.Append(nil, birth); !ok {
					t.Fatalf("%q is read and not written", value)
				}
			}
		}
	})
}

func TestSexes(t *testing.T) {
	for _, tt := range []struct {
		value, male, female string
		meaning             fake.Meaning
	}{
		{"1", "1", "2", fake.KnownSex}, {"2", "1", "2", fake.KnownSex}, {"M", "M", "F", fake.KnownSex}, {"f", "m", "f", fake.KnownSex},
		{"male", "male", "female", fake.KnownSex}, {"Female", "Male", "Female", fake.KnownSex}, {"MALE", "MALE", "FEMALE", fake.KnownSex},
		{"男", "男", "女", fake.KnownSex}, {"女性", "男性", "女性", fake.KnownSex}, {"女子", "男子", "女子", fake.KnownSex}, {" 男 ", "男", "女", fake.KnownSex},
		{"other", "male", "female", fake.KnownSex}, {"その他", "男", "女", fake.KnownSex}, {"X", "M", "F", fake.KnownSex},
		{"0", "", "", fake.UnsetSex}, {"9", "", "", fake.UnsetSex}, {"unspecified", "", "", fake.UnsetSex}, {"未回答", "", "", fake.UnsetSex},
		{"3", "", "", fake.NoSex}, {"", "", "", fake.NoSex}, {"yes", "", "", fake.NoSex},
	} {
		form, meaning := fake.ParseSex([]byte(tt.value))
		require.Equal(t, tt.meaning, meaning, tt.value)
		if meaning == fake.KnownSex {
			require.Equal(t, [2]string{tt.male, tt.female}, [2]string{form.Code(fake.Male), form.Code(fake.Female)}, tt.value)
			require.LessOrEqual(t, utf8.RuneCountInString(form.Code(fake.Female)), fake.SexLength)
		}
	}
	require.Equal(t, "female", fake.Female.String())
}

// The tag stands in the first line that has room for it.
func TestTagBehindShortLines(t *testing.T) {
	got := string(ja.Locale.AppendText(nil, fake.TestSeed("x"), []byte("○\n欠席の連絡が保護者からあった。"), 0))
	require.Regexp(t, "^仮\n【仮】", got)
}
