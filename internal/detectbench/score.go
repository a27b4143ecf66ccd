package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/migawari-dev/migawari/mask/detect"
)

// A score counts how findings compare with labels.
type score struct {
	hit, missed, alarms int // columns that are personal or not
	exact               int // hits whose kind is right, too
}

func (s score) recall() float64    { return ratio(s.hit, s.hit+s.missed) }
func (s score) precision() float64 { return ratio(s.hit, s.hit+s.alarms) }
func (s score) f1() float64        { return ratio(2*s.hit, 2*s.hit+s.missed+s.alarms) }
func (s score) kinds() float64     { return ratio(s.exact, s.hit) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// count scores the labels that a filter lets through. Labels on which readers differ are
// left out, and, unless it is strict, columns that may be taken either way.
func count(labels []*label, strict bool, filter func(*label) bool) score {
	var s score
	for _, l := range labels {
		if l.low || !strict && l.open() || !filter(l) {
			continue
		}
		switch is := l.kind != detect.None; {
		case is && l.Personal():
			s.hit++
			if l.tolerates(l.Kind) {
				s.exact++
			}
		case is:
			s.missed++
		case l.Personal():
			s.alarms++
		}
	}
	return s
}

// byKind scores each kind by itself: a column counts for the kind that its label names,
// and as an alarm for the kind that it is wrongly taken for.
func byKind(labels []*label) map[detect.Kind]*score {
	all := map[detect.Kind]*score{}
	of := func(k detect.Kind) *score {
		if all[k] == nil {
			all[k] = &score{}
		}
		return all[k]
	}
	for _, l := range labels {
		if l.low {
			continue
		}
		right := l.tolerates(l.Kind)
		switch {
		case right && l.kind != detect.None && l.Personal():
			of(l.kind).hit++
		case !right:
			if l.kind != detect.None {
				of(l.kind).missed++
			}
			if l.Personal() {
				of(l.Kind).alarms++
			}
		}
	}
	return all
}

const heading = "%-34s %4s %9s %9s %9s %9s\n"

// line prints a score.
func line(w io.Writer, name string, s score) {
	_, _ = fmt.Fprintf(w, "%-34s %4d %9.3f %9.3f %9.3f %9.3f\n", name, s.hit+s.missed, s.recall(), s.precision(), s.f1(), s.kinds())
}

func everyLabel(*label) bool { return true }

// reportBlind prints the scores of a blind set, and those of its sources.
func reportBlind(w io.Writer, name string, labels []*label) {
	_, _ = fmt.Fprintf(w, "\n"+heading, name, "n", "recall", "precision", "F1", "kind")
	line(w, "all", count(labels, false, everyLabel))
	line(w, "  either way counts as labelled", count(labels, true, everyLabel))
	line(w, "  of Japanese sources", count(labels, false, func(l *label) bool { return l.japanese }))
	for i, l := range labels {
		if i == 0 || labels[i-1].source != l.source {
			line(w, l.source[:min(len(l.source), 34)], count(labels, false, func(o *label) bool { return o.source == l.source }))
		}
	}
}

// report prints all scores.
func report(w io.Writer, labels []*label) {
	line := func(name string, s score) { line(w, name, s) }
	_, _ = fmt.Fprintf(w, heading, "columns", "n", "recall", "precision", "F1", "kind")
	line("held out", count(labels, false, func(l *label) bool { return !l.developed() }))
	line("  of them at the natural rate", count(labels, false, func(l *label) bool { return !l.developed() && !l.chosen }))
	line("  either way counts as labelled", count(labels, true, func(l *label) bool { return !l.developed() }))
	line("developed with", count(labels, false, (*label).developed))
	line("all", count(labels, false, everyLabel))
	line("  at the natural rate", count(labels, false, func(l *label) bool { return !l.chosen }))
	line("  of Japanese sources", count(labels, false, func(l *label) bool { return l.japanese }))
	if slices.ContainsFunc(labels, func(l *label) bool { return l.real }) {
		line("  with values of a public dump", count(labels, false, func(l *label) bool { return l.real }))
		line("  with values that were made", count(labels, false, func(l *label) bool { return !l.real }))
	}
	sources := map[string]bool{}
	for _, l := range labels {
		sources[l.source] = l.developed()
	}
	_, _ = fmt.Fprintln(w) // to a buffer or a terminal
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		part := "held out: "
		if sources[name] {
			part = "developed: "
		}
		line(part+name[:min(len(name), 23)], count(labels, false, func(l *label) bool { return l.source == name }))
	}
	_, _ = fmt.Fprintf(w, "\n%-34s %4s %9s %9s %9s\n", "kind (held out)", "n", "recall", "precision", "F1")
	var held []*label
	for _, l := range labels {
		if !l.developed() {
			held = append(held, l)
		}
	}
	kinds := byKind(held)
	for _, k := range detect.Kinds {
		if s := kinds[k]; s != nil {
			_, _ = fmt.Fprintf(w, "%-34s %4d %9.3f %9.3f %9.3f\n", k, s.hit+s.missed, s.recall(), s.precision(), s.f1())
		}
	}
	_, _ = fmt.Fprintf(w, "\n%-34s %4s %9s\n", "confidence (all)", "n", "right")
	levels := map[float64][2]int{}
	for _, l := range labels {
		if l.low || !l.Personal() {
			continue
		}
		n := levels[l.Confidence]
		n[0]++
		if l.tolerates(l.Kind) {
			n[1]++
		}
		levels[l.Confidence] = n
	}
	for _, c := range slices.Sorted(maps.Keys(levels)) {
		_, _ = fmt.Fprintf(w, "%-34.2f %4d %9.3f\n", c, levels[c][0], ratio(levels[c][1], levels[c][0]))
	}
}
