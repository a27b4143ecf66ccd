package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/internal/bench/workload"
	"github.com/migawari-dev/migawari/internal/dbtest"
)

// A served database is the workload in a private server that waits for no disk.
type served struct {
	server       *dbtest.Server
	layout       workload.Layout
	title        string
	dump, load   string // programs
	size         int64  // of the dump
	summary      *workload.Summary
	dumped       []string // arguments
	into         func(database string) []string
	drop, create []string // what makes the copy empty: arguments of the load program
	count        func(table string) []string
}

const (
	source = "school"
	copied = "school_copy"
)

// startServer starts a server of a layout and loads the workload.
func (b *bench) startServer(l workload.Layout) (s *served, err error) {
	s = &served{layout: l}
	var first []string
	switch l {
	case workload.Postgres:
		s.title, s.dump, s.load = "PostgreSQL", "pg_dump", "psql"
		s.server, err = dbtest.StartPostgres("shared_buffers=1GB")
		s.dumped = []string{"--dbname=" + source}
		s.into = func(database string) []string {
			return []string{"--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--dbname=" + database}
		}
		first = []string{"--dbname=postgres", "--command=CREATE DATABASE " + source}
		s.drop = []string{"--dbname=postgres", "--quiet", "--command=DROP DATABASE IF EXISTS " + copied}
		s.create = []string{"--dbname=postgres", "--quiet", "--command=CREATE DATABASE " + copied}
		s.count = func(t string) []string {
			return []string{"--dbname=" + copied, "--tuples-only", "--no-align", "--command=SELECT count(*) FROM " + t}
		}
	default:
		s.title, s.dump, s.load = "MariaDB", "mariadb-dump", "mariadb"
		s.server, err = dbtest.StartMariaDB("--innodb-buffer-pool-size=1G", "--innodb-log-file-size=512M")
		s.dumped = []string{"--single-transaction", source}
		s.into = func(database string) []string { return []string{"--default-character-set=utf8mb4", database} }
		first = []string{"--execute=CREATE DATABASE " + source}
		s.drop = []string{"--execute=DROP DATABASE IF EXISTS " + copied}
		s.create = []string{"--execute=CREATE DATABASE " + copied}
		s.count = func(t string) []string {
			return []string{"--skip-column-names", "--batch", "--execute=SELECT count(*) FROM " + t, copied}
		}
	}
	if err != nil {
		return nil, err
	}
	write := func(w io.Writer) error {
		s.summary, err = workload.Write(w, workload.Options{Layout: l, Size: b.size})
		return err
	}
	if _, err := (pipeline{s.client(s.load, first)}).run(nil, nil); err != nil {
		return s, err
	}
	if _, err := (pipeline{s.client(s.load, s.into(source))}).run(write, nil); err != nil {
		return s, err
	}
	_, err = (pipeline{s.client(s.dump, s.dumped)}).run(nil, func(r io.Reader) error {
		s.size, err = io.Copy(io.Discard, r)
		return err
	})
	return s, err
}

func (s *served) client(name string, args []string) command {
	return func() (*exec.Cmd, error) { return s.server.Program(name, args...) }
}

// empty makes the copy an empty database.
func (s *served) empty() error {
	for _, args := range [][]string{s.drop, s.create} {
		if _, err := (pipeline{s.client(s.load, args)}).run(nil, nil); err != nil {
			return err
		}
	}
	return nil
}

// complete checks that all rows are in the copy.
func (s *served) complete() error {
	for name, want := range s.summary.Rows {
		var out strings.Builder
		_, err := (pipeline{s.client(s.load, s.count(name))}).run(nil, func(r io.Reader) error {
			_, err := io.Copy(&out, r)
			return err
		})
		if err != nil {
			return err
		}
		if n, err := strconv.Atoi(strings.TrimSpace(out.String())); err != nil || n != want {
			return errors.New("the copy has other rows than the source in " + name)
		}
	}
	return nil
}

// servers measures the command between the programs of real servers.
func (b *bench) servers(w io.Writer) error {
	for _, l := range []workload.Layout{workload.MariaDB, workload.Postgres} {
		if err := b.between(w, l); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) between(w io.Writer, l workload.Layout) error {
	s, err := b.startServer(l)
	if s != nil && s.server != nil {
		defer s.server.Stop()
	}
	if err != nil {
		return err
	}
	dump, load := s.client(s.dump, s.dumped), s.client(s.load, s.into(copied))
	one, two := b.mask(b.path("mask.yaml"), 1), b.mask(b.path("mask.yaml"), 2)
	check := masked(l, s.summary)
	plain := &subject{name: "`" + s.dump + "`", pipe: pipeline{dump}}
	cat := &subject{name: "`" + s.dump + " \\| cat`", pipe: pipeline{dump, program("cat")}}
	ours := &subject{name: "`" + s.dump + " \\| migawari`", pipe: pipeline{dump, one}, check: check}
	restored := &subject{name: "`" + s.dump + " \\| " + s.load + "`", pipe: pipeline{dump, load}, before: s.empty, after: s.complete}
	subjects := []*subject{plain, cat, ours,
		{name: ours.name + ", 2 workers", pipe: pipeline{dump, two}, check: check},
		restored,
		{name: "`" + s.dump + " \\| migawari \\| " + s.load + "`", pipe: pipeline{dump, one, load}, before: s.empty, after: s.complete},
	}
	for _, p := range b.rivals {
		if p.work == servedPeer && l == workload.Postgres {
			subjects = append(subjects, &subject{name: p.name, pipe: pipeline{s.withServer(p.command)}})
		}
	}
	for _, x := range subjects {
		x.served, x.size = true, s.size
	}
	turns, err := b.measure(subjects...)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s %s, a database of %s as a dump, 1 worker unless said otherwise, %s. The CPU seconds are those of the programs, not of the server:\n\n",
		s.title, strings.Fields(s.server.Version())[0], megabytes(s.size), turns); err != nil {
		return err
	}
	table(w, subjects, nameColumn, wallColumn, rateColumn, times(plain), times(cat), times(ours), times(restored), cpuColumn, peakColumn)
	return nil
}

// withServer is a shell command that finds the server, and its programs, by its
// environment.
func (s *served) withServer(line string) command {
	return func() (*exec.Cmd, error) {
		c, err := s.server.Program(s.load)
		if err != nil {
			return nil, err
		}
		shell := exec.Command("sh", "-c", line)
		shell.Env = append(slices.Clip(c.Env), "PGDATABASE="+source, "PATH="+filepath.Dir(c.Path)+":"+os.Getenv("PATH"))
		return shell, nil
	}
}
