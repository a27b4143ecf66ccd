package main

import (
	"cmp"
	"errors"
	"os"
	"strings"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// A policy is a policy file that was read and compiled.
type policy struct {
	*mask.Plan
	text   []byte
	locale *fake.Locale
}

// prepare does all that can be done before anything is read. What is wrong with
// the policy is said whether there is a key or not.
func (a *app) prepare(f *maskFlags) (*policy, error) {
	if err := f.readFlags.check(a.ui); err != nil {
		return nil, err
	}
	if f.audit == "-" {
		return nil, usage("--audit: standard output is the dump's")
	}
	if err := f.recipientFlags.read(string(f.output)); err != nil {
		return nil, err
	}
	if kind := f.packing(); !kind.Writable() {
		return nil, &usageError{reason: "-o: " + kind.String() + " is not written", hint: "a name that ends in .gz, .zst or .lz4 compresses"}
	}
	if err := f.prepareUse(); err != nil {
		return nil, err
	}
	if err := f.checkPart(); err != nil {
		return nil, err
	}
	k, keyErr := f.key(a.ui)
	if keyErr != nil {
		k = mask.EphemeralKey()
	}
	if f.raw {
		p, err := compilePolicy("--raw", []byte(rawPolicy), k)
		return p, cmp.Or(err, keyErr)
	}
	p, err := readPolicy("mask", string(f.policy), k)
	if err = cmp.Or(err, keyErr); err == nil {
		err = a.approve(f, p)
	}
	return p, err
}

// rawPolicy is the policy of --raw: it keeps everything.
const rawPolicy = `{version: 1, ddl: keep, large_objects: keep, tables: {"*": keep}}`

// readPolicy reads a policy file and makes it ready to run. The error has all of
// its faults.
func readPolicy(verb, file string, k mask.Key) (*policy, error) {
	if file == "" {
		return nil, noPolicy(verb)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, usage("%s: %s", named(file), reason(err))
	}
	return compilePolicy(file, text, k)
}

// compilePolicy makes the text of a policy file ready to run.
func compilePolicy(file string, text []byte, k mask.Key) (*policy, error) {
	p := &policy{text: text}
	var err error
	p.Plan, err = policyfile.Compile(text, k, func(tag string) (mask.Set, error) {
		if p.locale = locales.Find(tag); p.locale != nil {
			return builtin.Set(p.locale), nil
		}
		return builtin.Set(locales.All()[0]), errors.New("there are no fakes for this language, but for " + strings.Join(tags(), ", "))
	})
	var faults mask.Faults
	switch {
	case errors.As(err, &faults):
		return nil, &policyError{file: file, text: text, faults: faults}
	case err != nil:
		return nil, usage("%s: %s", named(file), err)
	}
	return p, nil
}

func noPolicy(verb string) error {
	return &usageError{reason: verb + " needs a policy: -p FILE", hint: "migawari " + verb + " --help"}
}

func tags() []string {
	var out []string
	for _, l := range locales.All() {
		out = append(out, l.Tag)
	}
	return out
}
