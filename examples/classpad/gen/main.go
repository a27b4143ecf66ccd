// Command gen writes the sample database of this example as SQL: a school app
// with pupils, guardians, teachers, orders and logs, after the list of items of
// the incident that this project began with.
//
//	go run ./examples/classpad/gen -dialect mariadb | mariadb classpad
//
// Everyone in it is invented and nothing in it leads to anybody: mail addresses
// end in .test, .example or .invalid; phone numbers have an exchange that begins
// with 0; postal codes are above the last one in use; towns are made up; school
// codes name a prefecture that does not exist; IP addresses are of the range
// that carriers share (RFC 6598) or local ones. None of these are what migawari
// writes in their place, so that raw and masked can be told apart.
//
// The same flags give the same bytes, on every machine.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// defaultSchools is the size of the sample under testdata.
const defaultSchools = 4

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	into := flags.String("dialect", "mariadb", "write SQL for mariadb, postgres or sqlite")
	schools := flags.Int("schools", defaultSchools, "number of schools, from 1 to 999; each has about 120 rows")
	canaries := flags.Bool("canaries", false, "write the strings that must vanish, one per line, and no SQL")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *schools < 1 || *schools > maxSchools {
		return fmt.Errorf("-schools %d: from 1 to %d", *schools, maxSchools)
	}
	w := newWorld(*schools)
	if *canaries {
		_, err := io.WriteString(out, strings.Join(w.canaries(), "\n")+"\n")
		return err
	}
	for i := range dialects {
		if dialects[i].name == *into {
			return dialects[i].write(out, w.tables())
		}
	}
	return fmt.Errorf("-dialect %s: unknown", *into)
}
