package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/migawari-dev/migawari/mask"
)

// again says whether the input can be read twice: it is a file, named or standard input.
func (in *input) again() bool { return in.size() > 0 }

// reopen opens a file that is read already once more.
func (a *app) reopen(ctx context.Context, in *input, args []string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		if in.file {
			again, err := openFile(ctx, args[0])
			if err != nil {
				return nil, err
			}
			return again, nil
		}
		again := &input{name: in.name, info: in.info, free: func() {}}
		f := a.stdin.(*os.File)
		if err := again.unpack(ctx, io.NewSectionReader(f, in.from, in.size()-in.from)); err != nil {
			again.close()
			return nil, err
		}
		return again, nil
	}
}

// leaveOut reads the lists of persons to leave out; without one it gives nil.
func leaveOut(p *mask.Plan, lists []string) (*mask.Survey, error) {
	if len(lists) == 0 {
		return nil, nil
	}
	var all []mask.Persons
	var broken error
	for _, l := range lists {
		domain, path, ok := strings.Cut(l, "=")
		if !ok {
			domain, path = "", l
		}
		file, err := os.Open(path)
		if err != nil {
			return nil, failed(named(path), err)
		}
		defer func() { _ = file.Close() }() // it was only read
		all = append(all, mask.Persons{Domain: domain, Keys: personKeys(file, func(err error) { broken = failed(named(path), err) })})
	}
	s, err := p.LeaveOut(all...)
	if broken != nil {
		return nil, broken
	}
	if err != nil {
		return nil, &usageError{reason: fmt.Sprintf("--drop-persons: %v", err)}
	}
	return s, nil
}

// personKeys reads a key a line. Empty lines are none.
func personKeys(r io.Reader, fail func(error)) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		lines := bufio.NewScanner(r)
		for lines.Scan() {
			line := strings.TrimSuffix(lines.Text(), "\r")
			if line != "" && !yield(strings.Split(line, "\t")) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			if errors.Is(err, bufio.ErrTooLong) {
				err = errors.New("a line is too long for the key of a person")
			}
			fail(err)
		}
	}
}
