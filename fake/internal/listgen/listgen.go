// Package listgen is what the generators of name lists share: reading what the
// packages of others ship, and writing lists.
package listgen

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/migawari-dev/migawari/fake"
)

// Names are the given and family names of one locale of @faker-js/faker.
type Names struct {
	Family, Male, Female, Both []string
}

// Faker reads a locale of @faker-js/faker, which this writes as JSON:
//
//	node -e "import('@faker-js/faker').then(m => console.log(JSON.stringify(m.LOCALE)))"
func Faker(file string) (Names, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return Names{}, err
	}
	type bySex struct{ Generic, Female, Male []string }
	var locale struct {
		Person struct {
			First bySex `json:"first_name"`
			Last  bySex `json:"last_name"`
		}
	}
	err = json.Unmarshal(data, &locale)
	p := &locale.Person
	return Names{Family: p.Last.Generic, Male: p.First.Male, Female: p.First.Female, Both: p.First.Generic}, err
}

// Read reads a list.
func Read(file string) ([]fake.Name, error) {
	data, err := os.ReadFile(file)
	return slices.Collect(fake.List(data).All()), err
}

// Write writes a list under comments that say where it is from. The names are in
// the order in which they are to stand.
func Write(file, comment string, names []fake.Name) error {
	var b strings.Builder
	for line := range strings.Lines(comment) {
		b.WriteString("# " + strings.TrimSpace(line) + "\n")
	}
	for _, n := range names {
		b.WriteString(strings.TrimRight(n.Written+"\t"+n.Reading+"\t"+n.Latin, "\t") + "\n")
	}
	return os.WriteFile(file, []byte(b.String()), 0o600)
}

// Sorted gives the words of lists once each, in the order of their bytes.
func Sorted(lists ...[]string) []string {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

// Written gives the written forms of names.
func Written(names []fake.Name) []string {
	var out []string
	for _, n := range names {
		out = append(out, n.Written)
	}
	return out
}

// Latin gives words in Latin letters as names, each with its form in ASCII where
// it has other letters: without accents, but for the letters that special says.
func Latin(words []string, special ...string) []fake.Name {
	fold := strings.NewReplacer(special...)
	var out []fake.Name
	for _, w := range words {
		n := fake.Name{Written: w}
		if ascii := unaccented(fold.Replace(w)); ascii != w {
			n.Latin = ascii
		}
		out = append(out, n)
	}
	return out
}

func unaccented(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// Pairs joins each first part with each last one that is another, and gives the
// n of them that come first in an order by chance, which is always the same.
func Pairs(first, last []string, n int) []string {
	var all []string
	for _, f := range first {
		for _, l := range last {
			if f != l {
				all = append(all, f+l)
			}
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Compare(Lot(a), Lot(b)) })
	all = slices.Compact(all)
	return Sorted(all[:min(n, len(all))])
}

// Lot gives what orders words by chance, and always alike.
func Lot(word string) string {
	h := sha256.Sum256([]byte(word))
	return string(h[:])
}
