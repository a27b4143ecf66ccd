// Command detectbench measures package mask/detect on columns of public schemas that
// somebody has labelled by hand (testdata/detection): names, types and comments alone.
//
// The rules were written with one half of the sources at hand, divided by a hash of
// their names; the other half says how they do on schemas that they have not seen.
//
//	go run ./internal/detectbench [-errors developed|held-out]
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/migawari-dev/migawari/mask/detect"
)

func main() {
	errs := flag.String("errors", "", "list what is wrong among the sources that are `developed` with, or held-out")
	root := flag.String("root", ".", "the project's `folder`")
	flag.Parse()
	labels, err := read(*root)
	if err != nil {
		fmt.Fprintln(os.Stderr, "detectbench:", err)
		os.Exit(1)
	}
	report(os.Stdout, labels)
	for _, l := range labels {
		if *errs != "" && l.developed() == (*errs == "developed") && !l.low && (!l.tolerates(l.Kind) || (l.kind == detect.None) == l.Personal()) {
			fmt.Printf("%s %s.%s %s: %s for %s (%.2f %s: %s)\n", l.source, l.table, l.column, l.sqlType, l.Kind, l.kind, l.Confidence, l.Evidence, l.Reason)
		}
	}
}
