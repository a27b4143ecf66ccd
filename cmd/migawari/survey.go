package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/migawari-dev/migawari/mask"
)

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
