// Package builtin has the maskers of the contract, one file a family.
//
// Each masker's documentation says what it takes, what its fakes look like, by
// what they are keyed and whether they keep values apart. The command shows it
// with "migawari maskers".
package builtin

import (
	"maps"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// Set gives the maskers for a locale. The result belongs to the caller, who may
// add to it.
func Set(l *fake.Locale) mask.Set {
	s := mask.Set{
		"null":     nullFactory,
		"fixed":    fixedFactory,
		"redact":   redactFactory,
		"hash":     hashFactory,
		"format":   formatFactory,
		"code":     codeFactory,
		"token":    tokenFactory,
		"integer":  integerFactory,
		"number":   numberFactory,
		"uuid":     uuidFactory,
		"blob":     blobFactory,
		"date":     dateFactory,
		"choice":   choiceFactory,
		"password": passwordFactory,
		"regex":    regexFactory,
		"template": templateFactory,
		"shape":    shapeFactory(l),
	}
	maps.Copy(s, fakeMaskers(l))
	maps.Copy(s, schoolMaskers(l))
	maps.Copy(s, placeMaskers(l))
	maps.Copy(s, moneyMaskers)
	maps.Copy(s, nestedMaskers)
	maps.Copy(s, webMaskers)
	maps.Copy(s, gofakeMaskers())
	return s
}
