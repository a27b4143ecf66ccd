// Command bench measures the command migawari as a whole process, beside cat and
// wc -l of the same file, and prints the tables of BENCHMARKS.md. Commands run in
// turn, after one run that does not count; figures are medians.
//
//	go run ./internal/bench                                   the sample, repeated
//	go run ./internal/bench -dump FILE -policy POLICY         any dump
//	go run ./internal/bench -memory                           1 GiB in one INSERT, a stream of 10 GiB
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	sample = "testdata/classpad/mariadb.sql"
	policy = "examples/classpad/policy.yaml"
	keep   = `{version: 1, ddl: keep, tables: {"*": keep}}`
)

func main() {
	b := &bench{}
	flag.IntVar(&b.runs, "n", 5, "runs of each command that count")
	flag.Int64Var(&b.size, "size", 200<<20, "bytes of the dump that is made of the sample, about")
	flag.StringVar(&b.dump, "dump", "", "measure this dump instead")
	flag.StringVar(&b.policy, "policy", policy, "with this policy")
	memory := flag.Bool("memory", false, "measure peak memory on long input instead of time")
	flag.Parse()
	what := b.time
	if *memory {
		what = b.memory
	}
	if err := b.in(what); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type bench struct {
	runs         int
	size         int64
	dump, policy string
	dir          string // temporary
}

// in runs f with the commands built and a key at hand.
func (b *bench) in(f func() error) (err error) {
	if b.dir, err = os.MkdirTemp("", "migawari-bench"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.dir)) }()
	for _, p := range []string{"./cmd/migawari", "./internal/bigdump"} {
		build := exec.Command("go", "build", "-o", b.dir, p)
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return err
		}
	}
	if err := os.WriteFile(b.path("keep.yaml"), []byte(keep), 0o600); err != nil {
		return err
	}
	if err := exec.Command(b.path("migawari"), "keygen", "-o", b.path("key")).Run(); err != nil {
		return err
	}
	return f()
}

func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }

// mask is the command line that masks with a number of workers.
func (b *bench) mask(policy, jobs string, more ...string) []string {
	return append([]string{b.path("migawari"), "mask", "-p", policy, "--key-file", b.path("key"), "--jobs", jobs, "--progress", "never", "--no-end-mark"}, more...)
}

// A subject is a command that is measured.
type subject struct {
	name string
	args []string
	runs []usage
}

// A usage is what one run took.
type usage struct {
	wall, cpu time.Duration
	peak      int64 // bytes
}

// time measures how long commands take on one file.
func (b *bench) time() error {
	file := b.dump
	if file == "" {
		file = b.path("dump.sql")
		if err := b.make(file); err != nil {
			return err
		}
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	subjects := []*subject{
		{name: "`cat FILE`", args: []string{"cat", file}},
		{name: "`wc -l FILE`", args: []string{"wc", "-l", file}},
		{name: "everything kept, 1 worker", args: b.mask(b.path("keep.yaml"), "1", file)},
		{name: "masked, 1 worker", args: b.mask(b.policy, "1", file)},
		{name: "masked, 2 workers", args: b.mask(b.policy, "2", file)},
	}
	for range b.runs + 1 {
		for _, s := range subjects {
			u, err := run(s.args, nil)
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			s.runs = append(s.runs, u)
		}
	}
	mb := float64(info.Size()) / 1e6
	fmt.Printf("%.1f MB, %d runs\n\n| | wall s | times `cat` | CPU s | MB per CPU s | peak MiB |\n|---|---|---|---|---|---|\n", mb, b.runs)
	for _, s := range subjects {
		s.runs = s.runs[1:] // the first warms up
		wall, cpu := s.median(func(u usage) float64 { return u.wall.Seconds() }), s.median(func(u usage) float64 { return u.cpu.Seconds() })
		var ratios []float64
		for i, u := range s.runs {
			ratios = append(ratios, u.wall.Seconds()/subjects[0].runs[i].wall.Seconds())
		}
		fmt.Printf("| %s | %.3f | %.1f | %.3f | %.0f | %.1f |\n", s.name, wall, median(ratios), cpu, mb/max(cpu, 1e-3),
			s.median(func(u usage) float64 { return float64(u.peak) / (1 << 20) }))
	}
	return nil
}

// make writes the dump that is measured.
func (b *bench) make(file string) (err error) {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	c := exec.Command(b.path("bigdump"), "-size", fmt.Sprint(b.size), sample)
	c.Stdout, c.Stderr = f, os.Stderr
	return c.Run()
}

// memory measures how much memory long input takes, through a pipe.
func (b *bench) memory() error {
	fmt.Printf("| input | wall s | peak MiB, 2 workers |\n|---|---|---|\n")
	for _, in := range []struct {
		name string
		args []string
	}{
		{"one INSERT of 64 MiB", []string{"-size", fmt.Sprint(64 << 20), "-table", "students", "-statement", "0"}},
		{"one INSERT of 1 GiB", []string{"-size", fmt.Sprint(1 << 30), "-table", "students", "-statement", "0"}},
		{"a stream of 1 GiB", []string{"-size", fmt.Sprint(1 << 30)}},
		{"a stream of 10 GiB", []string{"-size", fmt.Sprint(10 << 30)}},
	} {
		source := exec.Command(b.path("bigdump"), append(in.args, sample)...)
		source.Stderr = os.Stderr
		out, err := source.StdoutPipe()
		if err != nil {
			return err
		}
		if err := source.Start(); err != nil {
			return err
		}
		u, err := run(b.mask(policy, "2"), out)
		if err != nil {
			return err
		}
		if err := source.Wait(); err != nil {
			return err
		}
		fmt.Printf("| %s | %.1f | %.1f |\n", in.name, u.wall.Seconds(), float64(u.peak)/(1<<20))
	}
	return nil
}

// run runs a command with its output thrown away.
func run(args []string, in io.Reader) (usage, error) {
	c := exec.Command(args[0], args[1:]...)
	c.Stdin = in // nil is the null device, and so is Stdout
	var said strings.Builder
	c.Stderr = &said
	start := time.Now()
	if err := c.Run(); err != nil {
		return usage{}, fmt.Errorf("%w: %s", err, said.String())
	}
	s := c.ProcessState
	return usage{wall: time.Since(start), cpu: s.UserTime() + s.SystemTime(), peak: peak(s)}, nil
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
