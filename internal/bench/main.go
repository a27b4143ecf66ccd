// Command bench measures the command migawari as a whole process, beside the limits of
// the machine, and prints the tables of BENCHMARKS.md.
//
//	go run ./internal/bench [flags] [TABLE…]
//	go run ./internal/bench -size 200000000 -dump mysql >FILE     the workload itself
//
// The tables, all of them if none is named:
//
//	speed      the workload at -size bytes, beside cat, wc and zstd
//	large      the same at -large bytes, beside cat and wc
//	servers    beside the dump and load programs of real servers
//	memory     peak memory of long streams, long statements and long values
//	growth     cost by size, statement, columns, tables, values and workers
//	scaling    the part that one goroutine does, and what follows for many cores
//	subset     parts of a dump of 1 GB, beside passing it through
//	sample     the sample of testdata, repeated: every column decided
//	scan       looking for personal data: in values, and by names of many tables
//	beam       the module beam beside one run: parts by Prism, at half of -large bytes
//	peers      beside other programs, each given by -peer
//	file       one dump of your own: -file and -policy
//
// Commands run in turn, after one run that does not count and whose output is checked;
// figures are medians. Ratios are taken between two runs of one turn. A turn that other
// processes disturbed is repeated. -write puts the tables into BENCHMARKS.md.
//
// Where a thing lives:
//
//	main.go      flags and tables
//	commands.go  a pipeline of programs, and what it takes
//	measure.go   subjects in turn; medians; tables
//	elsewhere.go dumps written by another process
//	check.go     whether an output is what it should be
//	document.go  BENCHMARKS.md
//	repeat.go    a small dump made large
//	workload/    the workload
//	speed.go …   a file for each table
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// A tableOf writes one of the tables as Markdown.
type tableOf struct {
	name  string
	write func(*bench, io.Writer) error
	asked bool // only when named
}

func all() []tableOf {
	return []tableOf{
		{name: "speed", write: (*bench).speed},
		{name: "large", write: (*bench).atLarge},
		{name: "servers", write: (*bench).servers},
		{name: "memory", write: (*bench).memory},
		{name: "growth", write: (*bench).growth},
		{name: "scaling", write: (*bench).scaling},
		{name: "subset", write: (*bench).subset},
		{name: "sample", write: (*bench).sample},
		{name: "scan", write: (*bench).scan},
		{name: "beam", write: (*bench).beam},
		{name: "peers", write: (*bench).peers},
		{name: "file", write: (*bench).file, asked: true},
	}
}

type bench struct {
	runs, again  int
	size, large  int64
	dump, policy string
	rivals       peers
	dir          string // temporary
}

func main() {
	b := &bench{}
	flag.IntVar(&b.runs, "n", 5, "runs of each command that count")
	flag.IntVar(&b.again, "again", 5, "turns of a table that may be repeated since others disturbed them")
	flag.Int64Var(&b.size, "size", 200e6, "bytes of the workload, about")
	flag.Int64Var(&b.large, "large", 4e9, "bytes of the workload of the table large, about")
	flag.StringVar(&b.dump, "file", "", "the dump of the table file")
	flag.StringVar(&b.policy, "policy", "", "its policy")
	flag.Var(&b.rivals, "peer", "`LAYOUT:NAME=COMMAND`: a shell command that masks the workload from standard input to standard output;\nLAYOUT is mysql, mariadb or postgres; json: mysql, and two parts of JSON are masked;\nserver: what dumps the server that PGHOST, PGUSER and PGDATABASE name; it for each peer")
	layout := flag.String("dump", "", "write the workload in this `LAYOUT` and measure nothing")
	written := flag.String("write-dump", "", "write the dump that these `options` describe in JSON; the tables start this")
	write := flag.Bool("write", false, "put the tables into BENCHMARKS.md")
	serial := flag.Bool("serial", false, "scan and write the file of -file, as one goroutine does it; the table scaling measures this")
	flag.Parse()
	var err error
	switch {
	case *layout != "":
		_, err = workload.Write(os.Stdout, workload.Options{Layout: workload.Layout(*layout), Size: b.size})
	case *written != "":
		err = writeDump(*written)
	case *serial:
		err = scanAndWrite(b.dump)
	default:
		err = b.in(func() error { return b.tables(flag.Args(), *write) })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// tables makes the tables that are named.
func (b *bench) tables(names []string, write bool) error {
	known := map[string]bool{}
	for _, t := range all() {
		known[t.name] = true
	}
	chosen := map[string]bool{}
	for _, name := range names {
		if !known[name] {
			return fmt.Errorf("no table %q", name)
		}
		chosen[name] = true
	}
	for _, t := range all() {
		if !chosen[t.name] && (len(names) > 0 || t.asked) {
			continue
		}
		var text strings.Builder
		if err := t.write(b, &text); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		fmt.Printf("%s\n", text.String())
		if write && !t.asked {
			if err := document(t.name, text.String()); err != nil {
				return err
			}
		}
	}
	return nil
}

// in runs f with the command built, and the policies and a key at hand.
func (b *bench) in(f func() error) (err error) {
	if b.dir, err = os.MkdirTemp("", "migawari-bench"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.dir)) }()
	build := exec.Command("go", "build", "-o", b.dir, "./cmd/migawari")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // one file, as releases are built
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	for name, policy := range map[string]string{
		"none.yaml":  `{version: 1, ddl: keep, tables: {"*": keep}}`,
		"keep.yaml":  `{version: 1, ddl: keep, tables: {"*": {columns: {"*": keep}}}}`,
		"mask.yaml":  string(workload.Policy),
		"parts.yaml": string(workload.Parts),
	} {
		if err := b.put(name, policy); err != nil {
			return err
		}
	}
	if err := exec.Command(b.path("migawari"), "keygen", "-o", b.path("key")).Run(); err != nil {
		return err
	}
	return f()
}

func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }

func (b *bench) put(name, text string) error {
	return os.WriteFile(b.path(name), []byte(text), 0o600)
}

// mask is the command that masks with a number of workers.
func (b *bench) mask(policy string, workers int, file ...string) command {
	args := []string{"mask", "-p", policy, "--key-file", b.path("key"), "--jobs", fmt.Sprint(workers), "--progress", "never", "--no-end-mark"}
	return program(b.path("migawari"), append(args, file...)...)
}

// generate writes the workload to a file and gives its size.
func (b *bench) generate(name string, o workload.Options) (file string, size int64, s *workload.Summary, err error) {
	file = b.path(name)
	size, err = create(file, func(w io.Writer) error {
		s, err = workload.Write(w, o)
		return err
	})
	return file, size, s, err
}

// create makes a file of what f writes, and gives its size.
func create(file string, f func(io.Writer) error) (size int64, err error) {
	w, err := os.Create(file)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if err := f(w); err != nil {
		return 0, err
	}
	info, err := w.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
