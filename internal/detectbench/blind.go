package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/migawari-dev/migawari/mask/detect"
)

// readBlind reads DDL in which the kind of each column stands behind it, and judges its
// columns. A line "-- source: NAME" begins the tables of another project.
func readBlind(file string, o detect.Options) ([]*label, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all []*label
	for part := range strings.SplitSeq(string(text), "-- source: ") {
		source, ddl, _ := strings.Cut(part, "\n")
		var labels []*label
		for line := range strings.Lines(ddl) {
			if m := labelled.FindStringSubmatch(line); m != nil {
				l := &label{source: source, sqlType: m[1], kind: detect.Kind(m[2]), low: m[4] != "", japanese: strings.Contains(source, "Japanese")}
				for _, k := range strings.Fields(m[3]) {
					l.also = append(l.also, detect.Kind(k))
				}
				labels = append(labels, l)
			}
		}
		if labels == nil { // what stands before the first source
			continue
		}
		s, err := declared(ddl)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", source, err)
		}
		found := detect.Columns(s, o)
		if len(found) != len(labels) {
			return nil, fmt.Errorf("%s: %d labels for %d columns", source, len(labels), len(found))
		}
		for i, l := range labels {
			l.table, l.column, l.Finding = found[i].Table.Name.Name, found[i].Column.Name, found[i].Finding
		}
		all = append(all, labels...)
	}
	return all, nil
}

// labelled is a column with its type, its kind, what may be said as well, and a doubt.
var labelled = regexp.MustCompile(`^  \S+ (.*?),? -- ([a-z_]+)(?: / ([a-z_ ]+?))?( \?)?\n?$`)
