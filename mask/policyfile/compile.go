package policyfile

import (
	"errors"
	"strings"

	"github.com/migawari-dev/migawari/mask"
)

// Compile is [Parse] and [mask.Compile] in one, and so finds everything that is
// wrong with a policy, in the order of its file: who corrects a word need not
// meet the next fault a run later.
//
// maskers gives the set for a locale, which is empty if the policy names none.
// Where there are no fakes for it, the error says so and becomes a fault; the set
// then serves to find what else is wrong.
func Compile(data []byte, k mask.Key, maskers func(locale string) (mask.Set, error)) (*mask.Plan, error) {
	r, policy, f := read(data)
	if f != nil {
		return nil, mask.Faults{*f}
	}
	set, err := maskers(policy.Locale)
	if err != nil && !follows("locale", r.faults) {
		r.fault(r.top["locale"], (*path)(nil).to("locale"), err.Error(), "")
	}
	if len(r.faults) == 0 {
		identify(policy)
	}
	plan, err := mask.Compile(policy, k, set)
	var found mask.Faults
	if err != nil && !errors.As(err, &found) {
		return nil, err
	}
	read := r.faults
	for _, f := range found {
		if follows(f.Path, read) {
			continue
		}
		if f.At.Line == 0 {
			word, _, _ := strings.Cut(f.Path, ".")
			f.At = r.top[word]
		}
		r.faults = append(r.faults, f)
	}
	if len(r.faults) > 0 {
		return nil, r.sorted()
	}
	return plan, nil
}

// follows says whether a fault at a place may come of what could not be read
// there, above it or below it. A condition that cannot be read has none.
func follows(place string, read mask.Faults) bool {
	for _, f := range read {
		if f.Path == "" || strings.HasSuffix(f.Path, ".when") || strings.HasSuffix(f.Path, ".where") {
			continue
		}
		if below(place, f.Path) || below(f.Path, place) {
			return true
		}
	}
	return false
}

// below says whether a path is another or lies below it.
func below(path, above string) bool {
	rest, ok := strings.CutPrefix(path, above)
	return ok && (rest == "" || rest[0] == '.')
}
