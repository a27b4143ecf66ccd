package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// A load is how long the machine and this process have worked.
type load struct {
	machine, own time.Duration
	known        bool
}

// busy reads the load, where the system is Linux.
func busy() load {
	l := load{own: ownTime()}
	data, err := os.ReadFile("/proc/stat")
	if err != nil {
		return l
	}
	line, _, _ := strings.Cut(string(data), "\n")
	for i, f := range strings.Fields(line)[1:] {
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return l
		}
		if i != 3 && i != 4 && i < 8 { // idle, waiting; guests are counted twice
			l.machine += time.Duration(n) * 10 * time.Millisecond
		}
	}
	l.known = true
	return l
}

// foreign is the part of the machine that was used between two loads, but by programs that
// took a time and by this process. The kernel's clock is too coarse for short runs.
func (l load) foreign(now load, programs, wall time.Duration) float64 {
	if !l.known || wall < 100*time.Millisecond {
		return 0
	}
	others := now.machine - l.machine - (now.own - l.own) - programs
	return max(0, others.Seconds()/wall.Seconds()/float64(runtime.NumCPU()))
}
