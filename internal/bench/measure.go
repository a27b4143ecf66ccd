package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"time"
)

// A subject is what is measured.
type subject struct {
	name   string
	pipe   pipeline
	in     func(io.Writer) error // what the first program reads; nil: nothing
	before func() error          // what is done before each run and not measured
	check  func(io.Reader) error // of the first run's output
	after  func() error          // another check of the first run
	served bool                  // a server works too, so the machine is not ours
	size   int64                 // bytes of input
	runs   []usage
	note   string // such as what a check found
}

// disturbed is the part of the machine that others may use during a run.
const disturbed = 0.15

// measure runs subjects in turn. It says of how many turns the figures are, and in how
// many of them others had to be put up with.
func (b *bench) measure(subjects ...*subject) (turns string, err error) {
	n, bad := b.runs, 0
	for _, s := range subjects {
		if _, err := s.run(true); err != nil {
			return "", fmt.Errorf("%s: %w", s.name, err)
		}
	}
	for turn, good := 0, 0; good < n; turn++ {
		used := make([]usage, len(subjects))
		worst := 0.0
		for i, s := range subjects {
			if used[i], err = s.run(false); err != nil {
				return "", fmt.Errorf("%s: %w", s.name, err)
			}
			if !s.served {
				worst = max(worst, used[i].foreign)
			}
		}
		if worst > disturbed {
			if turn-good < b.again {
				fmt.Fprintf(os.Stderr, "bench: others used %.0f %% of the machine: again\n", worst*100)
				quiet()
				continue
			}
			bad++
		}
		good++
		for i, s := range subjects {
			s.runs = append(s.runs, used[i])
		}
	}
	turns = fmt.Sprintf("%d runs", n)
	if n == 1 {
		turns = "1 run"
	}
	if bad > 0 {
		turns += fmt.Sprintf(", %d of them beside other work", bad)
	}
	return turns, nil
}

// quiet waits for a second in which others leave the machine alone, for a minute at most.
func quiet() {
	for range 60 {
		before := busy()
		time.Sleep(time.Second)
		if before.foreign(busy(), 0, time.Second) <= disturbed {
			return
		}
	}
}

func (s *subject) run(first bool) (usage, error) {
	if s.before != nil {
		if err := s.before(); err != nil {
			return usage{}, err
		}
	}
	if !first {
		return s.pipe.run(s.in, nil)
	}
	u, err := s.pipe.run(s.in, s.check)
	if err == nil && s.after != nil {
		err = s.after()
	}
	return u, err
}

func (s *subject) wall() float64 { return s.median(func(u usage) float64 { return u.wall.Seconds() }) }
func (s *subject) cpu() float64  { return s.median(func(u usage) float64 { return u.cpu.Seconds() }) }

// peak is the greatest size in memory. To the system, a program begins with that of the
// process that starts it, so less than ours cannot be told.
func (s *subject) peak() string {
	m := s.median(func(u usage) float64 { return float64(u.peak) / (1 << 20) })
	if floor := float64(ownPeak()) / (1 << 20); m <= floor {
		return fmt.Sprintf("< %.0f", math.Ceil(floor))
	}
	return fmt.Sprintf("%.1f", m)
}

// ratio is how many times as long as another subject it took, turn by turn.
func (s *subject) ratio(of *subject) float64 {
	return s.ratios(of, func(u usage) float64 { return u.wall.Seconds() })
}

// work is how many times as much processor time it took.
func (s *subject) work(of *subject) float64 {
	return s.ratios(of, func(u usage) float64 { return u.cpu.Seconds() })
}

func (s *subject) ratios(of *subject, in func(usage) float64) float64 {
	var all []float64
	for i, u := range s.runs {
		all = append(all, in(u)/in(of.runs[i]))
	}
	return median(all)
}

func (s *subject) median(of func(usage) float64) float64 {
	var all []float64
	for _, u := range s.runs {
		all = append(all, of(u))
	}
	return median(all)
}

func median(all []float64) float64 {
	slices.Sort(all)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}

// A column is one of a table: its head and what stands in it.
type column struct {
	head string
	of   func(*subject) string
}

// The columns that tables have.
var (
	nameColumn = column{"", func(s *subject) string { return s.name }}
	wallColumn = column{"wall s", func(s *subject) string { return fmt.Sprintf("%.3f", s.wall()) }}
	cpuColumn  = column{"CPU s", func(s *subject) string { return fmt.Sprintf("%.3f", s.cpu()) }}
	rateColumn = column{"MB/s", func(s *subject) string { return rate(s.size, s.wall()) }}
	workColumn = column{"MB per CPU s", func(s *subject) string { return rate(s.size, s.cpu()) }}
	peakColumn = column{"peak MiB", (*subject).peak}
)

// times compares with one subject throughout.
func times(of *subject) column {
	return column{"times " + of.name, func(s *subject) string { return fmt.Sprintf("%.2f", s.ratio(of)) }}
}

func rate(size int64, seconds float64) string {
	r := float64(size) / 1e6 / max(seconds, 1e-3)
	if r < 10 {
		return fmt.Sprintf("%.1f", r)
	}
	return fmt.Sprintf("%.0f", r)
}

// table writes subjects as a table.
func table(w io.Writer, subjects []*subject, columns ...column) {
	var heads, lines []string
	for _, c := range columns {
		heads, lines = append(heads, c.head), append(lines, "---")
	}
	row(w, heads...)
	row(w, lines...)
	for _, s := range subjects {
		var cells []string
		for _, c := range columns {
			cells = append(cells, c.of(s))
		}
		row(w, cells...)
	}
	_, _ = fmt.Fprintln(w) // to a buffer or a terminal
}

func row(w io.Writer, cells ...string) { _, _ = fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | ")) }

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }
