// Program licences lists what others have written that is in the command, on every platform
// for which it is released, and under what licence. It knows the licences that go together
// with ours; another one, or a module without any, is an error.
//
//	go run ./internal/licences            the table of THIRD_PARTY.md
//	go run ./internal/licences -notices   the texts, which go along with every binary
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("licences: ")
	texts := flag.Bool("notices", false, "write the texts of the licences")
	flag.Parse()
	all, err := modules("github.com/migawari-dev/migawari/cmd/migawari")
	if err != nil {
		log.Fatal(err)
	}
	text := table(all)
	if *texts {
		text = notices(all)
	}
	if _, err := os.Stdout.WriteString(text); err != nil {
		log.Fatal(err)
	}
}

// table gives a line for each module, and what their licences ask of whoever passes them on.
func table(all []module) string {
	var b strings.Builder
	b.WriteString("| module | version | licence |\n|---|---|---|\n")
	found := map[string]bool{}
	for _, m := range all {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", m.path, m.version, strings.Join(m.licences, ", "))
		for _, l := range m.licences {
			found[l] = true
		}
	}
	b.WriteString("\n| licence | asks |\n|---|---|\n")
	for _, l := range known {
		if found[l.id] {
			fmt.Fprintf(&b, "| %s | %s |\n", l.id, l.asks)
		}
	}
	return b.String()
}

// notices gives each text once, under all modules that have it.
func notices(all []module) string {
	of := map[string][]string{}
	var texts []string
	for _, m := range all {
		for _, text := range m.texts {
			if of[text] == nil {
				texts = append(texts, text)
			}
			of[text] = append(of[text], strings.TrimSpace(m.path+" "+m.version))
		}
	}
	var b strings.Builder
	for _, text := range texts {
		fmt.Fprintf(&b, "%s\n%s\n\n%s\n\n", strings.Repeat("=", 80), strings.Join(of[text], "\n"), text)
	}
	return b.String()
}
