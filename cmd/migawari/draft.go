package main

import (
	"strings"

	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/draft"
)

// drafted gives a policy for what a scan found.
func drafted(found *detect.Result, locale string) (string, error) {
	if locale == "" {
		locale = draft.Language(found)
	}
	l := findLocale(locale)
	if l == nil {
		return "", &usageError{reason: "--locale: there are no fakes for " + quoted(locale), hint: "there are some for " + strings.Join(tags(), ", ")}
	}
	d, err := draft.New(found, l.Tag, builtin.Set(l))
	if err != nil {
		return "", err
	}
	return string(d.YAML()), nil
}
