package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/term"

	"github.com/migawari-dev/migawari/mask"
)

// When progress is shown. A run that ends before shows nothing, unless the user
// wants it always.
const (
	barAfter  = 500 * time.Millisecond // on a terminal
	barEvery  = 100 * time.Millisecond
	lineEvery = 10 * time.Second // elsewhere
)

// A progress shows how far a run has come: on a terminal a bar that is erased
// in the end, elsewhere a line from time to time. It draws in a goroutine, so
// that a dump that does not flow is seen to stand still.
type progress struct {
	ui     *ui
	always bool
	bar    bool
	width  func() int // of the terminal
	total  int64      // bytes of the file, 0 if unknown
	raw    func() int64
	began  time.Time

	bytes, rows atomic.Int64
	told        atomic.Bool // a run tells how far it is

	stopped chan struct{}
	ended   chan struct{}
}

// newProgress begins to show the progress of reading in.
func newProgress(u *ui, when string, in *input) *progress {
	if when == "never" {
		return nil
	}
	p := &progress{ui: u, always: when == "always", total: cmp.Or(in.read, in.size()), raw: in.raw.Load}
	if f, ok := u.stderr.(*os.File); ok && isTerminal(f) && !isTerminal(u.stdout) && os.Getenv("TERM") != "dumb" {
		p.bar = true
		p.width = func() int {
			w, _, err := term.GetSize(int(f.Fd()))
			if err != nil {
				return 80
			}
			return w
		}
	}
	p.start()
	return p
}

func (p *progress) start() {
	p.began = time.Now()
	p.stopped, p.ended = make(chan struct{}), make(chan struct{})
	go p.run()
}

// option has a run tell how far it is, if anybody is shown it.
func (p *progress) option() []mask.Option {
	if p == nil {
		return nil
	}
	p.told.Store(true)
	return []mask.Option{mask.Observe(p.observe)}
}

// observe is for [mask.Observe].
func (p *progress) observe(now mask.Progress) {
	p.told.Store(true)
	p.bytes.Store(now.BytesIn)
	p.rows.Store(now.Rows)
}

// read tells how many bytes were read, where nothing is masked.
func (p *progress) read(bytes int64) {
	if p != nil {
		p.observe(mask.Progress{BytesIn: bytes})
	}
}

// stop ends the showing. What is written to stderr after it stands on a line of
// its own.
func (p *progress) stop() {
	if p == nil {
		return
	}
	close(p.stopped)
	<-p.ended
}

func (p *progress) run() {
	defer close(p.ended)
	first, every := lineEvery, lineEvery
	if p.bar {
		first, every = barAfter, barEvery
	}
	timer := time.NewTimer(first)
	defer timer.Stop()
	drawn := false
	for {
		select {
		case <-timer.C:
			p.draw()
			drawn = true
			timer.Reset(every)
		case <-p.stopped:
			switch {
			case p.bar && drawn:
				_, _ = io.WriteString(p.ui.stderr, eraseLine)
			case !p.bar && p.always:
				p.draw()
			}
			return
		}
	}
}

// eraseLine goes back to the beginning of the line and clears it.
const eraseLine = "\r\x1b[K"

func (p *progress) draw() {
	if !p.bar {
		p.ui.say(p.text(0))
		return
	}
	line := prefix + p.text(24)
	if w := p.width(); len(line) >= w { // all of it is ASCII
		line = line[:max(0, w-1)]
	}
	_, _ = io.WriteString(p.ui.stderr, eraseLine+line)
}

// text says how far the run has come, with a bar of some cells.
func (p *progress) text(cells int) string {
	passed := time.Since(p.began)
	done := p.bytes.Load()
	if p.raw != nil && !p.told.Load() {
		done = p.raw()
	}
	var parts []string
	part := p.part()
	if part > 0 {
		if cells > 0 {
			full := int(part * float64(cells))
			parts = append(parts, "["+strings.Repeat("#", full)+strings.Repeat("-", cells-full)+"]")
		}
		parts = append(parts, fmt.Sprintf("%3.0f%%", part*100))
	}
	parts = append(parts, size(done), count(p.rows.Load(), "row"))
	if s := passed.Seconds(); s > 0 {
		parts = append(parts, size(int64(float64(done)/s))+"/s")
	}
	if part > 0 && part < 1 {
		left := time.Duration(float64(passed) * (1 - part) / part)
		parts = append(parts, clock(left)+" left")
	}
	return strings.Join(parts, "  ")
}

// part is how much of the input was read, 0 if nobody knows. Of a compressed
// file only the compressed size is known, so that is what counts.
func (p *progress) part() float64 {
	if p.total == 0 {
		return 0
	}
	return min(1, float64(p.raw())/float64(p.total))
}

// clock writes a span of time: 0:05, 12:34, 1:02:03.
func clock(d time.Duration) string {
	s := int64(d.Round(time.Second) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
