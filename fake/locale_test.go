package fake_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// copyOf is a copy of a locale that can be changed.
func copyOf(o *fake.Locale, change func(l *fake.Locale)) *fake.Locale {
	l := &fake.Locale{
		Tag: o.Tag, Edition: o.Edition, Charsets: o.Charsets, Family: o.Family, Male: o.Male, Female: o.Female,
		Order: o.Order, Separator: o.Separator, Titles: o.Titles, Honorifics: o.Honorifics, Nicknames: o.Nicknames,
		Phone: o.Phone, Postal: o.Postal, Address: o.Address, Text: o.Text,
	}
	change(l)
	return l
}

func TestValidate(t *testing.T) {
	require.NoError(t, ja.Locale.Validate())
	require.NoError(t, en.Locale.Validate())
	class := func(fakes ...string) func(l *fake.Locale) {
		return func(l *fake.Locale) { l.Phone.Classes = []fake.PhoneClass{{Name: "c", Fakes: fakes}} }
	}
	for _, tt := range []struct {
		want   string
		change func(l *fake.Locale)
	}{
		{"locale ja: the edition counts from 1", func(l *fake.Locale) { l.Edition = 0 }},
		{"locale : no tag", func(l *fake.Locale) { l.Tag = "" }},
		{"locale ja: no nicknames", func(l *fake.Locale) { l.Nicknames = "# none\n" }},
		{"locale ja: family names, entry 4001: a reading is in katakana", func(l *fake.Locale) { l.Family += "山山\tやまやま\n" }},
		{"locale ja: family names, entry 4001: neither a reading nor a Latin form", func(l *fake.Locale) { l.Family += "山山\n" }},
		{"locale ja: family names, entry 4001: no written form", func(l *fake.Locale) { l.Family += "\tヤマ\n" }},
		{"locale ja: family names, entry 4001: white space at an end", func(l *fake.Locale) { l.Family += "山 \tヤマ\n" }},
		{"locale ja: family names, entry 4001: a Latin form is in ASCII", func(l *fake.Locale) { l.Family += "山\tオオヤマ\tŌyama\n" }},
		{"locale ja: an empty title, honorific or region", func(l *fake.Locale) { l.Honorifics = []string{"様", ""} }},
		{"locale ja: postal codes: a pattern has digits, # and hyphens", func(l *fake.Locale) { l.Postal = []string{"AB1 2CD"} }},
		{"locale ja: no postal codes, or no phone numbers", func(l *fake.Locale) { l.Postal = nil }},
		{"locale ja: no postal codes, or no phone numbers", func(l *fake.Locale) { l.Phone.Classes = nil }},
		{"locale ja: phone class c has no fakes", class()},
		{"locale ja: phone class c: fakes are of one length and begin with the trunk", class("03-1###-####", "090-0###-####")},
		{"locale ja: phone class c: fakes are of one length and begin with the trunk", class("3-1###-####")},
		{"locale ja: phone class c: a pattern has digits, # and hyphens", class("03(1###)####")},
		{"locale ja: filler needs a tag, and a stub of one character", func(l *fake.Locale) { l.Text.Stub = "" }},
	} {
		require.EqualError(t, copyOf(ja.Locale, tt.change).Validate(), tt.want)
	}
	none := copyOf(ja.Locale, func(l *fake.Locale) { l.Male = "太郎\tタロウ\n" })
	require.ErrorContains(t, none.Validate(), "no male given name passes the pair check with family names of class ")
}

func TestList(t *testing.T) {
	var all []fake.Name
	for n := range fake.List("# a comment\n井上\tイノウエ\tInoue\r\n\nさくら\tサクラ\nSmith").All() {
		all = append(all, n)
	}
	require.Equal(t, []fake.Name{{Written: "井上", Reading: "イノウエ", Latin: "Inoue"}, {Written: "さくら", Reading: "サクラ"}, {Written: "Smith"}}, all)
	for n := range fake.List("a\nb").All() {
		require.Equal(t, "a", n.Written)
		break
	}
}

func TestAlphabets(t *testing.T) {
	require.Empty(t, en.Locale.NameAlphabet(fake.Written, fake.Latin, fake.Katakana)+en.Locale.TextAlphabet()+en.Locale.AddressAlphabet())
	require.Empty(t, ja.Locale.NameAlphabet(fake.Latin, fake.Passport))
	require.Contains(t, ja.Locale.NameAlphabet(fake.Written), "々")
	require.NotContains(t, ja.Locale.NameAlphabet(fake.Katakana), "々")
	require.Contains(t, ja.Locale.NameAlphabet(fake.HalfKatakana), "ﾞ")
	require.Contains(t, ja.Locale.AddressAlphabet(), "仮")
	require.Contains(t, ja.Locale.TextAlphabet(), "【")
	require.Contains(t, ja.Locale.NicknameAlphabet(), "ひ")
}
