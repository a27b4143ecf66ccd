package faketest_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/faketest"
	"github.com/migawari-dev/migawari/fake/ja"
)

// japan is a copy of the Japanese locale that can be changed.
func japan(change func(l *fake.Locale)) *fake.Locale {
	o := ja.Locale
	l := &fake.Locale{
		Tag: o.Tag, Edition: o.Edition, Charsets: o.Charsets, Family: o.Family, Male: o.Male, Female: o.Female,
		Order: o.Order, Separator: o.Separator, Titles: o.Titles, Honorifics: o.Honorifics, Nicknames: o.Nicknames,
		Phone: o.Phone, Postal: o.Postal, Address: o.Address, Text: o.Text,
	}
	change(l)
	return l
}

// Every check finds the fault that it is for.
func TestFaults(t *testing.T) {
	require.Empty(t, faketest.Faults(japan(func(*fake.Locale) {})))
	classes := func(fakes ...string) []fake.PhoneClass { return []fake.PhoneClass{{Name: "x", Fakes: fakes}} }
	for _, tt := range []struct {
		check  string
		change func(l *fake.Locale)
	}{
		{"valid: ", func(l *fake.Locale) { l.Edition = 0 }},
		{"valid: ", func(l *fake.Locale) { l.Male = "太郎\tタロウ\n" }},
		{"sizes: ", func(l *fake.Locale) { l.Nicknames = "こねこ\tコネコ\n" }},
		{"duplicates: ", func(l *fake.Locale) { l.Family += "佐藤\tサトウ\n" }},
		{"duplicates: ", func(l *fake.Locale) { l.Female += "太郎\tフトロウ\n" }},
		{"order: ", func(l *fake.Locale) { l.Family += "山先\tヤマサキ\n" }},
		{"artefacts: ", func(l *fake.Locale) { l.Male += "{{name}}\tナマエ\n" }},
		{"artefacts: ", func(l *fake.Locale) { l.Nicknames += "NULL\n" }},
		{"charsets: ", func(l *fake.Locale) { l.Family += "髙橋\tタカハシ\n" }},
		{"charsets: ", func(l *fake.Locale) { l.Family += "𠮷田\tヨシダ\n" }},
		{"charsets: ", func(l *fake.Locale) { l.Charsets = []string{"klingon"} }},
		{"latin: ", func(l *fake.Locale) { l.Family += fake.List("長長\tカ" + strings.Repeat("キャ", 12) + "\n") }},
		{"regions: ", func(l *fake.Locale) { l.Address.Municipalities += "千葉市\tチバシ\n" }},
		{"phones: ", func(l *fake.Locale) { l.Phone.Classes = classes("080-0###-####") }},
		{"phones: ", func(l *fake.Locale) { l.Phone.Classes = classes("03-2###-####") }},
		{"phones: ", func(l *fake.Locale) { l.Phone.Country, l.Phone.Source = "999", "" }},
		{"postal codes: ", func(l *fake.Locale) { l.Postal = []string{"100####"} }},
	} {
		faults := faketest.Faults(japan(tt.change))
		require.Contains(t, strings.Join(faults, "\n"), tt.check, "the check %q", tt.check)
	}
}
