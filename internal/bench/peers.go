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

// A peer that would take more seconds than slow for the workload is measured on a part of it.
const (
	slow = 8
	part = 10
)

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
		fast, late, err := b.try(t, here)
		if err == nil && len(fast) > 0 {
			err = b.against(w, t, b.size, fast)
		}
		if err == nil && len(late) > 0 {
			err = b.against(w, t, b.size/part, late)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// try tells the slow peers from the others, by a part of the workload.
func (b *bench) try(t task, all peers) (fast, late peers, err error) {
	file, _, _, err := b.generate("workload.sql", workload.Options{Layout: t.layout, Size: b.size / part})
	if err != nil {
		return nil, nil, err
	}
	for _, p := range all {
		u, err := p.on(file).run(nil, nil)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", p.name, err)
		}
		if u.wall.Seconds()*part > slow {
			late = append(late, p)
		} else {
			fast = append(fast, p)
		}
	}
	return fast, late, nil
}

func (p peer) on(file string) pipeline { return pipeline{program("sh", "-c", p.command+" <"+file)} }

// against measures peers on one file.
func (b *bench) against(w io.Writer, t task, about int64, rivals peers) error {
	file, size, sum, err := b.generate("workload.sql", workload.Options{Layout: t.layout, Size: about})
	if err != nil {
		return err
	}
	none := leftOf(0, sum)
	ours := &subject{name: "migawari, 1 worker", pipe: pipeline{b.mask(b.path(t.policy), 1, file)}, check: masked(t.layout, sum), note: none}
	two := &subject{name: "migawari, 2 workers", pipe: pipeline{b.mask(b.path(t.policy), 2, file)}, check: masked(t.layout, sum), note: none}
	subjects := []*subject{ours, two}
	for _, p := range rivals {
		s := &subject{name: p.name, pipe: p.on(file)}
		s.check = func(r io.Reader) error {
			left, err := inspect(r, t.layout, sum)
			s.note = leftOf(left, sum)
			if err != nil {
				s.note += "; " + err.Error()
			}
			return nil
		}
		subjects = append(subjects, s)
	}
	for _, s := range subjects {
		s.size = size
	}
	turns, err := b.measure(subjects...)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s, %s, %s:\n\n", t.title, megabytes(size), turns); err != nil {
		return err
	}
	against := func(head string, of *subject) column {
		return column{head, func(s *subject) string { return fmt.Sprintf("%.2f", s.ratio(of)) }}
	}
	table(w, subjects, nameColumn, wallColumn, rateColumn, against("times our wall, 1 worker", ours), against("2 workers", two), cpuColumn,
		column{"times ours, 1 worker", func(s *subject) string { return fmt.Sprintf("%.2f", s.work(ours)) }}, peakColumn,
		column{"originals left", func(s *subject) string { return s.note }})
	return nil
}

func leftOf(n int, s *workload.Summary) string {
	return fmt.Sprintf("%d of %d", n, len(s.Originals))
}
