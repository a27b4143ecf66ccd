package main

import (
	"context"
	"io"
)

// An interruptible is a reader that a context ends even where the reader below
// waits for bytes that never come: a pipe nobody writes to. It reads ahead in a
// goroutine, which stays behind in that case.
type interruptible struct {
	ctx   context.Context
	r     io.Reader
	full  chan portion
	empty chan []byte
	now   portion // what is being given out
	rest  []byte
}

// A portion is what one Read gave.
type portion struct {
	b   []byte
	n   int
	err error
}

const (
	portions    = 2
	portionSize = 256 << 10 // as much as a chunk
)

func newInterruptible(ctx context.Context, r io.Reader) *interruptible {
	i := &interruptible{ctx: ctx, r: r, full: make(chan portion, portions), empty: make(chan []byte, portions)}
	for range portions {
		i.empty <- make([]byte, portionSize)
	}
	go i.ahead()
	return i
}

// ahead reads until an error. Its sends never wait: there is room for all portions.
func (i *interruptible) ahead() {
	for {
		select {
		case b := <-i.empty:
			n, err := i.r.Read(b)
			i.full <- portion{b, n, err}
			if err != nil {
				return
			}
		case <-i.ctx.Done():
			return
		}
	}
}

// Read implements [io.Reader].
func (i *interruptible) Read(p []byte) (int, error) {
	for len(i.rest) == 0 {
		if i.now.err != nil {
			return 0, i.now.err
		}
		if i.now.b != nil {
			i.empty <- i.now.b
			i.now.b = nil
		}
		select {
		case i.now = <-i.full:
			i.rest = i.now.b[:i.now.n]
		case <-i.ctx.Done():
			return 0, context.Cause(i.ctx)
		}
	}
	n := copy(p, i.rest)
	i.rest = i.rest[n:]
	return n, nil
}
