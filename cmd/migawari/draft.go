package main

import (
	"strings"

	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/draft"
)

// drafted gives a policy for what a scan found.
func drafted(found *detect.Result, u mask.Undecided, locale string) (string, error) {
	if locale == "" {
		locale = draft.Language(found)
	}
	l := locales.Find(locale)
	if l == nil {
		return "", &usageError{reason: "--locale: there are no fakes for " + quoted(locale), hint: "there are some for " + strings.Join(tags(), ", ")}
	}
	d, err := draft.New(found, u, l.Tag, builtin.Set(l))
	if err != nil {
		return "", err
	}
	return string(d.YAML()), nil
}

// watchFor follows a dump for what a policy does not decide besides its tables; without a
// policy, nothing is decided.
func watchFor(old *policy) (*mask.Watch, error) {
	if old != nil {
		return old.Watch(detect.NamesOfPersons), nil
	}
	all := &mask.Policy{Tables: []mask.Table{{Pattern: "*", Keep: true}}}
	p, err := mask.Compile(all, mask.EphemeralKey(), nil)
	if err != nil {
		return nil, err
	}
	return p.Watch(detect.NamesOfPersons), nil
}

// updatePolicy adds to a policy file what it does not decide.
func (a *app) updatePolicy(old *policy, found *detect.Result, u mask.Undecided, file string) error {
	d, err := draft.New(found, u, old.locale.Tag, builtin.Set(old.locale))
	if err != nil {
		return err
	}
	text, added, err := d.Update(old.text, found.Schema, func(text []byte) (*mask.Plan, error) {
		p, err := compilePolicy(file, text, mask.EphemeralKey())
		if err != nil {
			return nil, err
		}
		return p.Plan, nil
	})
	if err != nil {
		return &failure{file: named(file), err: err}
	}
	if added == (draft.Addition{}) {
		a.sayf("%s: nothing is new", named(file))
		return nil
	}
	if err := replaceFile(file, text); err != nil {
		return err
	}
	more := ""
	if added.Lines > 0 {
		more = ", and " + count(int64(added.Lines), "line") + " for databases and definitions"
	}
	a.sayf("%s: added %s and %s%s", named(file), count(int64(added.Tables), "table"), count(int64(added.Columns), "column"), more)
	return nil
}
