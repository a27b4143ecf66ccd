// Command detectbench measures package mask/detect on columns that somebody has labelled
// by hand (testdata/detection): by names, types and comments alone, or by values as well.
//
// Where a public dump of the same schema has rows, values are its own; elsewhere they are
// made by gofakeit or of lists written by hand, for the kind that the label names, and by
// nothing that the detectors know. Made values say how far names and values together
// reach; that real ones are as plain, they do not say.
//
// Of labels.csv, columns of public schemas, the rules were written with one half of the
// sources at hand, divided by a hash of their names; the other half says how they do on
// schemas that they have not seen. The blind sets were labelled before anything was run
// on them.
//
// -words judges by another list of words. With the list as it was before a set was run on
// for the first time, it says what rules that have come since do on schemas of whose words
// they know nothing more.
//
//	go run ./internal/detectbench [-values] [-nameless] [-words FILE] [-errors developed|held-out|blind-1]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/migawari-dev/migawari/mask/detect"
)

func main() {
	errs := flag.String("errors", "", "list what is wrong in a `part`: developed, held-out or the name of a blind set")
	root := flag.String("root", ".", "the project's `folder`")
	values := flag.Bool("values", false, "judge by values, too: those of public dumps, and made ones")
	nameless := flag.Bool("nameless", false, "judge by types and values alone")
	corpora := flag.String("corpora", "../shared/corpora", "the `folder` of the public dumps")
	words := flag.String("words", "", "judge by the words of a `file` and by no others")
	flag.Parse()
	o, err := options(*words)
	var judged func([]*label, string) error
	if *values || *nameless {
		judged = func(labels []*label, corpora string) error { return withRows(labels, corpora, *nameless, o) }
	}
	if err == nil {
		err = run(*root, *errs, *corpora, o, judged)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "detectbench:", err)
		os.Exit(1)
	}
}

// options reads another list of words in place of the one that is built in.
func options(words string) (detect.Options, error) {
	if words == "" {
		return detect.Options{}, nil
	}
	f, err := os.Open(words)
	if err != nil {
		return detect.Options{}, err
	}
	defer func() { _ = f.Close() }() // it was only read
	w, err := (&detect.Words{}).With(f)
	return detect.Options{Words: w}, err
}

// run reports on all sets, judged again if there is a way.
func run(root, errs, corpora string, o detect.Options, judged func(labels []*label, corpora string) error) error {
	labels, err := read(root, o)
	if err != nil {
		return err
	}
	if judged != nil {
		if err := judged(labels, corpora); err != nil {
			return err
		}
	}
	report(os.Stdout, labels)
	parts := map[string][]*label{}
	for _, l := range labels {
		part := "held-out"
		if l.developed() {
			part = "developed"
		}
		parts[part] = append(parts[part], l)
	}
	for _, name := range blind {
		if parts[name], err = readBlind(filepath.Join(root, "testdata", "detection", name+".sql"), o); err != nil {
			return err
		}
		if judged != nil {
			if err := judged(parts[name], ""); err != nil {
				return err
			}
		}
		reportBlind(os.Stdout, name, parts[name])
	}
	for _, l := range parts[errs] {
		if !l.low && (!l.tolerates(l.Kind) || (l.kind == detect.None) == l.Personal()) {
			fmt.Printf("%s %s.%s %s: %s for %s (%.2f %s: %s)\n", l.source, l.table, l.column, l.sqlType, l.Kind, l.kind, l.Confidence, l.Evidence, l.Reason)
		}
	}
	return nil
}
