package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A command makes a program ready to be started; a program can be started once.
type command func() (*exec.Cmd, error)

func program(name string, args ...string) command {
	return func() (*exec.Cmd, error) { return exec.Command(name, args...), nil }
}

// A pipeline is programs each of which reads what the one before writes.
type pipeline []command

// A usage is what one run took: of all programs of a pipeline, but not of this process
// nor of servers.
type usage struct {
	wall, cpu time.Duration
	peak      int64   // bytes, of the largest program
	foreign   float64 // the part of the machine that others used
}

// run runs a pipeline. in writes to the first program, out reads what the last one
// writes; where they are nil the null device stands.
func (p pipeline) run(in func(io.Writer) error, out func(io.Reader) error) (u usage, err error) {
	programs := make([]*exec.Cmd, len(p))
	said := make([]strings.Builder, len(p))
	for i, c := range p {
		if programs[i], err = c(); err != nil {
			return u, err
		}
		programs[i].Stderr = &said[i]
	}
	var ours []*os.File // ends of pipes that this process holds until all programs have theirs
	defer func() {
		for _, f := range ours {
			_ = f.Close() // the programs have ended
		}
	}()
	join := func() (r, w *os.File, err error) {
		if r, w, err = os.Pipe(); err == nil {
			ours = append(ours, r, w)
		}
		return r, w, err
	}
	var source, sink *os.File
	if in != nil {
		r, w, err := join()
		if err != nil {
			return u, err
		}
		programs[0].Stdin, source = r, w
	}
	for i := 1; i < len(programs); i++ {
		r, w, err := join()
		if err != nil {
			return u, err
		}
		programs[i-1].Stdout, programs[i].Stdin = w, r
	}
	if out != nil {
		r, w, err := join()
		if err != nil {
			return u, err
		}
		programs[len(programs)-1].Stdout, sink = w, r
	}
	before := busy()
	start := time.Now()
	for _, c := range programs {
		if err := c.Start(); err != nil {
			return u, err
		}
	}
	for _, f := range ours {
		if f != source && f != sink {
			_ = f.Close() // theirs now
		}
	}
	ours = ours[:0]
	ends := make(chan error, 2)
	waiting := 0
	if in != nil {
		waiting++
		go func() { ends <- errors.Join(in(source), source.Close()) }()
	}
	if out != nil {
		waiting++
		go func() {
			err := out(sink)
			_, _ = io.Copy(io.Discard, sink) // a program that cannot write would wait
			ends <- errors.Join(err, sink.Close())
		}()
	}
	for i, c := range programs {
		if e := c.Wait(); e != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w: %s", c.Path, e, strings.TrimSpace(said[i].String())))
		}
		s := c.ProcessState
		u.cpu += s.UserTime() + s.SystemTime()
		u.peak = max(u.peak, peak(s))
	}
	u.wall = time.Since(start)
	for range waiting {
		err = errors.Join(err, <-ends)
	}
	u.foreign = before.foreign(busy(), u.cpu, u.wall)
	return u, err
}
