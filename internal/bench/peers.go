package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// A peer is another program that masks the workload.
type peer struct{ work, name, command string }

// servedPeer is the work of peers that dump a server.
const servedPeer = "server"

// A task is what peers that read a file do.
type task struct {
	work, title string
	layout      workload.Layout
	policy      string
}

var tasks = []task{
	{"mysql", layoutNames[workload.MySQL], workload.MySQL, "mask.yaml"},
	{"json", layoutNames[workload.MySQL] + ", and two parts of JSON", workload.MySQL, "parts.yaml"},
	{"mariadb", layoutNames[workload.MariaDB], workload.MariaDB, "mask.yaml"},
	{"postgres", layoutNames[workload.Postgres], workload.Postgres, "mask.yaml"},
}

// peers are what the flags name.
type peers []peer

func (p *peers) String() string { return "" }

func (p *peers) Set(s string) error {
	work, rest, _ := strings.Cut(s, ":")
	name, line, found := strings.Cut(rest, "=")
	if !found || work != servedPeer && !slices.ContainsFunc(tasks, func(t task) bool { return t.work == work }) {
		return errors.New("it is written LAYOUT:NAME=COMMAND")
	}
	*p = append(*p, peer{work, name, line})
	return nil
}

// slow is how many seconds a peer may take for the workload; a slower one is measured on
// a twentieth of it.
const slow = 8

// peers measures other programs on the workload.
func (b *bench) peers(w io.Writer) error {
	if len(b.rivals) == 0 {
		return errors.New("no peer is named: -peer")
	}
	for _, t := range tasks {
		var here peers
		for _, p := range b.rivals {
			if p.work == t.work {
				here = append(here, p)
			}
		}
		if len(here) == 0 {
			continue
		}
		rest, err := b.against(w, t, b.size, here, true)
		if err == nil && len(rest) > 0 {
			_, err = b.against(w, t, b.size/20, rest, false)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// against measures peers on one file, and gives those that are too slow for it.
func (b *bench) against(w io.Writer, t task, about int64, rivals peers, limited bool) (rest peers, err error) {
	file, size, sum, err := b.generate("workload.sql", workload.Options{Layout: t.layout, Size: about})
	if err != nil {
		return nil, err
	}
	ours := &subject{name: "migawari, 1 worker", pipe: pipeline{b.mask(b.path(t.policy), 1, file)}, check: masked(t.layout, sum), note: b.left(0, sum)}
	two := &subject{name: "migawari, 2 workers", pipe: pipeline{b.mask(b.path(t.policy), 2, file)}, check: masked(t.layout, sum), note: b.left(0, sum)}
	subjects := []*subject{ours, two}
	for _, p := range rivals {
		s := &subject{name: p.name, pipe: pipeline{program("sh", "-c", p.command+" <"+file)}}
		u, err := s.pipe.run(nil, func(r io.Reader) error {
			left, err := inspect(r, t.layout, sum)
			s.note = b.left(left, sum)
			if err != nil {
				s.note += "; " + err.Error()
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		if limited && u.wall.Seconds() > slow {
			rest = append(rest, p)
			continue
		}
		subjects = append(subjects, s)
	}
	if len(subjects) == 2 {
		return rest, nil
	}
	for _, s := range subjects {
		s.size = size
	}
	turns, err := measure(b.runs, subjects...)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(w, "%s, %s, %s:\n\n", t.title, megabytes(size), turns)
	against := func(head string, of *subject) column {
		return column{head, func(s *subject) string { return fmt.Sprintf("%.2f", s.ratio(of)) }}
	}
	table(w, subjects, nameColumn, wallColumn, rateColumn, against("times our wall, 1 worker", ours), against("2 workers", two), cpuColumn, peakColumn,
		column{"originals left", func(s *subject) string { return s.note }})
	return rest, nil
}

func (b *bench) left(n int, s *workload.Summary) string {
	return fmt.Sprintf("%d of %d", n, len(s.Originals))
}
