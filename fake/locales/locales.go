// Package locales lists the locales that this module has. Who needs only some of
// them imports those instead: each is a package of its own, with its data.
package locales

import (
	"strings"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/de"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/fr"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/fake/ko"
	"github.com/migawari-dev/migawari/fake/zh"
)

// All gives the locales. The first is that of a policy that names none.
func All() []*fake.Locale {
	return []*fake.Locale{en.Locale, ja.Locale, de.Locale, fr.Locale, ko.Locale, zh.Locale}
}

// Find gives the locale for a language tag: its own, or that of the language without
// region and script; nil if there is none. No tag stands for the first.
func Find(tag string) *fake.Locale {
	if tag == "" {
		return All()[0]
	}
	language, _, _ := strings.Cut(tag, "-")
	var found *fake.Locale
	for _, l := range All() {
		switch {
		case strings.EqualFold(l.Tag, tag):
			return l
		case strings.EqualFold(l.Tag, language):
			found = l
		}
	}
	return found
}
