package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// scan measures how personal data is looked for: in values of the workload, and by the
// names of many tables alone.
func (b *bench) scan(w io.Writer) error {
	for _, l := range []workload.Layout{workload.MySQL, workload.MariaDB, workload.Postgres} {
		file, size, _, err := b.generate("workload.sql", workload.Options{Layout: l, Size: b.size})
		if err != nil {
			return err
		}
		found := &subject{name: "`scan FILE`, 1 worker", pipe: pipeline{b.look("--jobs", "1", file)}}
		if err := b.onFile(w, layoutNames[l]+", by names and values", size, append(b.limits(file), found)); err != nil {
			return err
		}
	}
	const many = 1000
	file := b.path("schema.sql")
	size, err := create(file, func(w io.Writer) error { return tablesOf(w, many) })
	if err != nil {
		return err
	}
	return b.onFile(w, fmt.Sprintf("%d tables of testdata/detection, by names and types alone", many), size,
		[]*subject{{name: "`scan --schema FILE`", pipe: pipeline{b.look("--dialect", "mysql", "--schema", file)}}})
}

// look is the command that looks for personal data.
func (b *bench) look(args ...string) command {
	return program(b.path("migawari"), append([]string{"scan", "--format", "json", "--progress", "never"}, args...)...)
}

// tableNamed is the beginning of a table in testdata/detection.
var tableNamed = regexp.MustCompile("(?m)^CREATE TABLE `?([^`\n]+?)`? \\(\n(?:.*\n)*?\\)[^\n]*;\n")

// tablesOf writes so many tables of testdata/detection, each under a name of its own.
func tablesOf(w io.Writer, n int) error {
	files, err := filepath.Glob("testdata/detection/*.sql")
	if err != nil {
		return err
	}
	var tables [][]byte
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		tables = append(tables, tableNamed.FindAll(text, -1)...)
	}
	if len(tables) == 0 {
		return fmt.Errorf("no tables in testdata/detection")
	}
	for i := range n {
		t := tables[i%len(tables)]
		name := tableNamed.FindSubmatch(t)[1]
		if _, err := fmt.Fprintf(w, "CREATE TABLE `%s_%d` (%s", name, i, t[bytes.IndexByte(t, '(')+1:]); err != nil {
			return err
		}
	}
	return nil
}
