package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// scaling measures the part of the work that one goroutine does for all workers, reading,
// cutting and writing, and tells from it what more cores bring: Amdahl's law.
func (b *bench) scaling(w io.Writer) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for _, l := range []workload.Layout{workload.MySQL, workload.Postgres} {
		file, size, sum, err := b.generate("workload.sql", workload.Options{Layout: l, Size: b.size})
		if err != nil {
			return err
		}
		serial := &subject{name: "reading, cutting and writing alone", pipe: pipeline{program(self, "-serial", "-file", file)}}
		one := &subject{name: "masked, 1 worker", pipe: pipeline{b.mask(b.path("mask.yaml"), 1, file)}, check: masked(l, sum)}
		two := &subject{name: "masked, 2 workers", pipe: pipeline{b.mask(b.path("mask.yaml"), 2, file)}, check: masked(l, sum)}
		subjects := []*subject{serial, one, two}
		if err := b.onFile(w, layoutNames[l], size, subjects); err != nil {
			return err
		}
		share := serial.work(one)
		if _, err := fmt.Fprintf(w, "The serial share is %.1f %% of the processor time. With 2 workers the law gives %.3f s, and %.3f s were measured.\n\n", share*100, one.wall()*amdahl(share, 2), two.wall()); err != nil {
			return err
		}
		heads, lines, cells := []string{"cores"}, []string{"---"}, []string{"MB/s"}
		faster := []string{"times as fast as 1"}
		for _, n := range []int{1, 2, 4, 8, 16, 32, 64} {
			heads, lines = append(heads, fmt.Sprint(n)), append(lines, "---")
			faster = append(faster, fmt.Sprintf("%.1f", 1/amdahl(share, n)))
			cells = append(cells, rate(size, one.cpu()*amdahl(share, n)))
		}
		for _, cells := range [][]string{heads, lines, faster, cells} {
			row(w, cells...)
		}
		_, _ = fmt.Fprintln(w) // to a buffer or a terminal
	}
	return nil
}

// amdahl is the part of the time that n cores take, where a share of the work is serial.
func amdahl(serial float64, n int) float64 { return serial + (1-serial)/float64(n) }

// scanAndWrite cuts a file as a masked run has it cut, and writes it to standard output.
func scanAndWrite(file string) (err error) {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	head := make([]byte, dialects.DetectSize)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	d, err := dialects.Detect(head[:n], dialectOf(workload.MySQL), dialectOf(workload.Postgres))
	if err != nil {
		return err
	}
	s := d.NewScanner(f, dialects.ScanOptions{NoEndMark: true, Bind: func(r *dialects.Rows) (whole bool, err error) {
		return workload.Masked[r.Table.Name.Name] == nil, nil
	}})
	var c dialects.Chunk
	for {
		if err := s.Scan(&c); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if _, err := os.Stdout.Write(c.Data); err != nil {
			return err
		}
	}
}
