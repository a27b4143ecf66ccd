package job

import (
	"errors"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// Compile makes a policy ready to run, with the maskers and fakes of this module. The error may
// be [mask.Faults].
func Compile(policy []byte, k mask.Key) (*mask.Plan, *fake.Locale, error) {
	var locale *fake.Locale
	plan, err := policyfile.Compile(policy, k, func(tag string) (mask.Set, error) {
		if locale = locales.Find(tag); locale == nil {
			return builtin.Set(locales.All()[0]), errors.New("there are no fakes for this language")
		}
		return builtin.Set(locale), nil
	})
	return plan, locale, err
}
