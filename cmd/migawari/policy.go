package main

import (
	"errors"
	"os"
	"strings"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// locales are the languages of fakes. The first is that of a policy that names none.
func locales() []*fake.Locale { return []*fake.Locale{en.Locale, ja.Locale} }

// A policy is a policy file that was read.
type policy struct {
	file   string
	text   []byte
	said   *mask.Policy
	locale *fake.Locale
	faults mask.Faults // besides those that compile finds
}

// readPolicy reads a policy file. The error has all of its faults.
func readPolicy(verb, file string) (*policy, error) {
	if file == "" {
		return nil, &usageError{reason: verb + " needs a policy: -p FILE", hint: "migawari " + verb + " --help"}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, usage("%s: %s", named(file), reason(err))
	}
	p := &policy{file: file, text: text}
	if p.said, err = policyfile.Parse(text); err != nil {
		return nil, p.wrong(err)
	}
	p.locale = findLocale(p.said.Locale)
	if p.locale == nil {
		p.locale = locales()[0]
		p.faults = mask.Faults{{Path: "locale", Reason: "there are no fakes for this language", Hint: "there are for " + strings.Join(tags(), " and ")}}
	}
	return p, nil
}

// findLocale gives the fakes for a language tag: its own, or those of the
// language without region and script. No tag stands for the first locale.
func findLocale(tag string) *fake.Locale {
	if tag == "" {
		return locales()[0]
	}
	language, _, _ := strings.Cut(tag, "-")
	var found *fake.Locale
	for _, l := range locales() {
		switch {
		case strings.EqualFold(l.Tag, tag):
			return l
		case strings.EqualFold(l.Tag, language):
			found = l
		}
	}
	return found
}

func tags() []string {
	var out []string
	for _, l := range locales() {
		out = append(out, l.Tag)
	}
	return out
}

// compile makes the policy ready to run. The error has all faults.
func (p *policy) compile(k mask.Key) (*mask.Plan, error) {
	plan, err := mask.Compile(p.said, k, builtin.Set(p.locale))
	if err == nil && p.faults != nil {
		err = mask.Faults{}
	}
	if err != nil {
		return nil, p.wrong(err)
	}
	return plan, nil
}

// wrong names the file beside its faults.
func (p *policy) wrong(err error) error {
	var faults mask.Faults
	if !errors.As(err, &faults) {
		return usage("%s: %s", named(p.file), err)
	}
	return &policyError{file: p.file, text: p.text, faults: append(p.faults, faults...)}
}
