package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// outcome tells the files of a directory what has become of the rows.
func outcome(r *audit.Record, safe bool) folder.Outcome {
	all := len(r.Reused) == 0 && r.Shard == nil
	return folder.Outcome{Safe: safe, Whole: all && untouched(r.Audit), Rows: func(table string) (int64, bool) {
		t := r.Tables[table]
		if t == nil || !all {
			return 0, false
		}
		return t.Rows - t.Dropped, true
	}}
}

// untouched says that a dump left as it came.
func untouched(a *mask.Audit) bool {
	for _, t := range a.Tables {
		if t.Dropped > 0 {
			return false
		}
		for _, c := range t.Columns {
			if c.Masked > 0 {
				return false
			}
		}
	}
	return len(a.Dropped) == 0 && len(a.Changed) == 0
}

// summarise says in a line what a run has done, and warns of what the user
// should look at.
func (u *ui) summarise(a *audit.Record) {
	var masked, dropped int64
	var open []string
	for _, name := range slices.Sorted(maps.Keys(a.Tables)) {
		t := a.Tables[name]
		dropped += t.Dropped
		if t.Open {
			open = append(open, name)
		}
		for _, c := range t.Columns {
			masked += c.Masked
		}
	}
	line := fmt.Sprintf("%s in %s, %s masked", count(a.Rows(), "row"), count(int64(len(a.Tables)), "table"), count(masked, "value"))
	if dropped > 0 {
		line += ", " + count(dropped, "row") + " left out"
	}
	if a.DryRun {
		line += " (dry run, nothing was written)"
	}
	u.say(line)
	u.tellPart(a.Part)
	for _, w := range a.Warnings {
		u.warn("%s", w)
	}
	if n := total(a.Counters); n > 0 {
		u.warn("%s that may tell how many rows there were %s kept: %s", count(n, "counter"), wasWere(n), strings.Join(slices.Sorted(maps.Keys(a.Counters)), ", "))
	}
	if n := total(a.Dropped); n > 0 {
		u.sayf("%s left out: %s", count(n, "statement"), strings.Join(slices.Sorted(maps.Keys(a.Dropped)), ", "))
	}
	if len(open) > 0 {
		u.sayf("%s kept whole, columns to come included: %s", count(int64(len(open)), "table"), some(open))
	}
	if len(a.Absent) > 0 {
		u.sayf("%s of the policy not met: %s", count(int64(len(a.Absent)), "table"), some(a.Absent))
	}
}

func total(counts map[string]int64) int64 {
	var n int64
	for _, c := range counts {
		n += c
	}
	return n
}

func wasWere(n int64) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// some lists names, but not hundreds of them.
func some(names []string) string {
	const most = 6
	var shown []string
	for _, n := range names[:min(most, len(names))] {
		shown = append(shown, mask.Printable(n))
	}
	if more := len(names) - most; more > 0 {
		shown = append(shown, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(shown, ", ")
}
