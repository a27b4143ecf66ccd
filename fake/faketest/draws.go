package faketest

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
)

// draws is how many fakes of each kind are looked at.
const draws = 2000

// reserved are addresses under domains that belong to nobody, with a local part
// that begins with a letter.
var reserved = regexp.MustCompile(`^[a-z][a-z0-9.]*@([a-z][a-z0-9]{4}\.)?example\.(com|net|org|jp|(ac|ad|co|ed|go|gr|lg|ne|or)\.jp)$`)

// keys gives the forms of a list's names that take part in the pair check.
func keys(lists ...fake.List) map[string]string {
	m := map[string]string{}
	for _, l := range lists {
		for n := range l.All() {
			m[n.Written] = n.Written
			if n.Reading != "" {
				m[n.Written] = n.Reading
			}
		}
	}
	return m
}

func people(l *fake.Locale) (faults []string) {
	fault := func(format string, args ...any) {
		if len(faults) < 20 {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	family, given := keys(l.Family), [2]map[string]string{keys(l.Male), keys(l.Female)}
	seed, longest := fake.TestSeed("faketest people "+l.Tag), l.NameLength()
	for i := range draws {
		s := seed.Nth(i)
		p := fake.NewPersona(s, s, l)
		f, g := family[p.Family()], given[p.Sex()][p.Given()]
		if f == "" || g == "" {
			fault("%s is not made of the lists", p.Name())
		}
		if !fake.PairCheck(f, g) {
			fault("%s does not pass the pair check", p.Name())
		}
		if e := p.AppendEmail(nil, seed, nil, 0); !reserved.Match(e) || len(e) > fake.EmailLength {
			fault("%s has the address %s", p.Name(), e)
		}
		if u := string(p.AppendUsername(nil, nil, 0)); strings.Trim(u, "abcdefghijklmnopqrstuvwxyz0123456789") != "" || u[0] < 'a' {
			fault("%s has the account %s", p.Name(), u)
		}
		if n := utf8.RuneCountInString(p.Name()); n > longest {
			fault("%s has %d characters, more than %d", p.Name(), n, longest)
		}
	}
	return faults
}

func values(l *fake.Locale) (faults []string) {
	fault := func(what string, fake []byte) {
		if len(faults) < 20 {
			faults = append(faults, what+" "+string(fake))
		}
	}
	seed := fake.TestSeed("faketest values " + l.Tag)
	phones := numbers(l)
	first, _, _ := strings.Cut(l.Phone.Classes[0].Fakes[0], "-")
	for i := range draws {
		s := seed.Nth(i)
		if e, ok := l.AppendEmail(nil, s, seed, fmt.Appendf(nil, "a@d%d.test", i), 0); !ok || !reserved.Match(e) {
			fault("e-mail", e)
		}
		for _, c := range l.Phone.Classes {
			like := []byte(strings.ReplaceAll(c.Fakes[0], "#", "7"))
			if p, ok := l.AppendPhone(nil, s, like, 0); !ok || !phones.Match(p) {
				fault("phone number in the form of "+string(like), p)
			}
		}
		for _, like := range []string{first + first + first + "12345", "+4420123456789", "+999999999999999"} {
			p, ok := l.AppendPhone(nil, s, []byte(like), 0)
			national := strings.TrimPrefix(string(p), "+"+l.Phone.Country)
			if national != string(p) {
				national = l.Phone.Trunk + national
			}
			if ok && !phones.MatchString(national) {
				fault("phone number in the form of "+like, p)
			}
		}
		if text := l.AppendText(nil, s, []byte(strings.Repeat("あ ", 100)), 0); !strings.HasPrefix(string(text), l.Text.Tag) {
			fault("text without its tag", text)
		}
	}
	return append(faults, places(l, seed)...)
}

// numbers matches the phone numbers of a locale.
func numbers(l *fake.Locale) *regexp.Regexp {
	var patterns []string
	for _, c := range l.Phone.Classes {
		for _, p := range c.Fakes {
			patterns = append(patterns, strings.ReplaceAll(strings.ReplaceAll(p, "-", "-?"), "#", `\d`))
		}
	}
	return regexp.MustCompile("^(" + strings.Join(patterns, "|") + ")$")
}

// places checks that addresses are made of the lists: with those taken out,
// nothing is left but numbers.
func places(l *fake.Locale, seed fake.Seed) (faults []string) {
	like := "Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, Yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
	var known []string
	for _, list := range []fake.List{l.Address.Municipalities, l.Address.Streets, l.Address.Buildings} {
		for n := range list.All() {
			form := n.Latin
			if form == "" {
				form = string(fake.AppendHepburn(nil, n.Reading))
			}
			known = append(known, n.Written, form)
		}
	}
	slices.SortFunc(known, func(a, b string) int { return cmp.Compare(len(b), len(a)) }) // one can begin with another
	var pairs []string
	for _, form := range known {
		if form != "" {
			pairs = append(pairs, form, "")
		}
	}
	without := strings.NewReplacer(pairs...)
	for i := range draws {
		a, ok := l.AppendAddress(nil, seed.Nth(i), []byte(like))
		if rest := without.Replace(string(a)); !ok || strings.Trim(rest, ", ") != "" {
			return append(faults, fmt.Sprintf("address %s is not made of the lists", a))
		}
	}
	return nil
}
