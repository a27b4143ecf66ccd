// Command customlocale writes fixtures of people who do not exist, in a locale of
// its own. The same names go in and the same people come out, on every machine.
//
//	customlocale 100 >people.csv
//
// A program that masks hands the locale to builtin.Set in the same way.
package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/migawari-dev/migawari/fake"
)

func main() {
	if err := run(os.Args, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "customlocale:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: %s NUMBER", args[0])
	}
	n, err := strconv.Atoi(args[1])
	if err != nil || n < 0 {
		return fmt.Errorf("usage: %s NUMBER", args[0])
	}
	if err := Australia.Validate(); err != nil { // a test has looked deeper
		return err
	}
	return people(n, out)
}

// people writes n people, two to a household.
func people(n int, out io.Writer) error {
	w := csv.NewWriter(out)
	seed := fake.TestSeed("people")
	household, domains := seed.Sub("household"), seed.Sub("domains")
	if err := w.Write([]string{"name", "email", "phone", "postcode"}); err != nil {
		return err
	}
	for i := range n {
		person, home := seed.Nth(i), household.Nth(i/2)
		p := fake.NewPersona(person, home, Australia)
		phone, _ := p.AppendPhone(nil, []byte("0400 000 000"), 0) // in this notation
		postcode, _ := Australia.AppendPostalCode(nil, home, []byte("2000"), 0)
		email := p.AppendEmail(nil, domains, nil, 0)
		if err := w.Write([]string{p.Name(), string(email), string(phone), string(postcode)}); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
