// Package locales lists the locales that this module has. Who needs only some of
// them imports those instead: each is a package of its own, with its data.
package locales

import (
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
