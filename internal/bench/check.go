package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/internal/bench/workload"
)

func dialectOf(l workload.Layout) dialects.Dialect {
	if l == workload.Postgres {
		return postgres.Dialect
	}
	return mysql.Dialect
}

// masked checks a masked workload: it reads to its end, all rows are there, and no
// original is left.
func masked(l workload.Layout, s *workload.Summary) func(io.Reader) error {
	return func(r io.Reader) error {
		left, err := inspect(r, l, s)
		if err == nil && left > 0 {
			err = fmt.Errorf("%d of %d originals are left", left, len(s.Originals))
		}
		return err
	}
}

// inspect counts the originals that are left, and compares the rows. What does not read
// is looked through all the same.
func inspect(r io.Reader, l workload.Layout, s *workload.Summary) (left int, err error) {
	f := newFinder(s.Originals)
	r = io.TeeReader(r, f)
	rows := map[string]int{}
	for it, e := range dialects.Items(dialectOf(l), r, dialects.ScanOptions{NoEndMark: true}) {
		if e != nil {
			err = fmt.Errorf("the output does not read: %w", e)
			break
		}
		if it.Kind == dialects.Row {
			rows[it.Rows.Table.Name.Name]++
		}
	}
	if _, e := io.Copy(io.Discard, r); e != nil {
		return 0, e
	}
	if err == nil && !maps.Equal(rows, s.Rows) {
		err = errors.New("the output has other rows than the input")
	}
	return len(f.found), err
}

// A finder looks for values in what is written to it: for whole runs of ASCII letters,
// digits and "-.@".
type finder struct {
	wanted map[string]bool
	found  map[string]bool
	carry  []byte // the beginning of a run that was cut
}

func newFinder(values []string) *finder {
	f := &finder{wanted: map[string]bool{}, found: map[string]bool{}}
	for _, v := range values {
		f.wanted[v] = true
	}
	return f
}

var inside = func() (of [256]bool) {
	for c := range of {
		of[c] = c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' && c < 0x80 || c == '-' || c == '.' || c == '@'
	}
	return of
}()

func (f *finder) Write(b []byte) (int, error) {
	from := 0
	for i, c := range b {
		if inside[c] {
			continue
		}
		if i > from || len(f.carry) > 0 {
			f.look(b[from:i])
		}
		from = i + 1
	}
	if rest := b[from:]; len(rest) < 1<<10 {
		f.carry = append(f.carry, rest...)
	}
	return len(b), nil
}

func (f *finder) look(run []byte) {
	if len(f.carry) > 0 {
		f.carry = append(f.carry, run...)
		run = f.carry
	}
	if len(run) >= 8 && f.wanted[string(run)] {
		f.found[string(run)] = true
	}
	f.carry = f.carry[:0]
}

// same checks that an output is a file, byte for byte.
func same(file string) func(io.Reader) error {
	return func(r io.Reader) (err error) {
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		const size = 1 << 20
		a, b := bufio.NewReaderSize(r, size), bufio.NewReaderSize(f, size)
		for {
			x, errA := a.Peek(size)
			y, errB := b.Peek(size)
			if !bytes.Equal(x, y) {
				return errors.New("the output is not the input")
			}
			if errA != nil || errB != nil {
				return nil // both are at their end, since the rest is equal
			}
			if _, err := a.Discard(len(x)); err != nil {
				return err
			}
			if _, err := b.Discard(len(y)); err != nil {
				return err
			}
		}
	}
}
