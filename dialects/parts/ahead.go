package parts

import (
	"errors"
	"io"
)

// A coming is a part that is read before its turn, as far as a few blocks hold.
type coming struct {
	number int
	opened chan error // is sent once
	blocks chan block
	free   chan []byte // of blocks that were read
	stop   chan struct{}
	ended  chan struct{}
	left   block  // what is left of the one that is being read
	block  []byte // all of it
}

// A block is a piece of a part, and how reading went on behind it.
type block struct {
	b   []byte
	err error
}

// The blocks of a part that wait, and how large they are.
const (
	waiting   = 4
	blockSize = 128 << 10
)

// read begins to read a part.
func read(p Part) *coming {
	c := &coming{number: p.Number, opened: make(chan error, 1), blocks: make(chan block, waiting), free: make(chan []byte, waiting), stop: make(chan struct{}), ended: make(chan struct{})}
	go func() {
		defer close(c.ended)
		part, err := p.Open()
		c.opened <- err
		if err == nil {
			c.pass(part)
		}
	}()
	return c
}

// pass hands on what a part has, and how it ends.
func (c *coming) pass(part io.ReadCloser) {
	for {
		own := block{b: c.buffer()}
		n := 0
		for n < blockSize && own.err == nil {
			var k int
			k, own.err = part.Read(own.b[n:])
			n += k
		}
		own.b = own.b[:n]
		if own.err != nil {
			if err := part.Close(); err != nil && errors.Is(own.err, io.EOF) {
				own.err = err
			}
		}
		select {
		case c.blocks <- own:
		case <-c.stop:
			if own.err == nil {
				_ = part.Close() // nobody wants more
			}
			return
		}
		if own.err != nil {
			return
		}
	}
}

// Read implements [io.Reader].
func (c *coming) Read(b []byte) (int, error) {
	for len(c.left.b) == 0 {
		if c.left.err != nil {
			return 0, c.left.err
		}
		c.left = <-c.blocks
		c.block = c.left.b
	}
	n := copy(b, c.left.b)
	if c.left.b = c.left.b[n:]; len(c.left.b) == 0 {
		select {
		case c.free <- c.block[:0]:
		default:
		}
	}
	return n, nil
}

// buffer is memory for a block.
func (c *coming) buffer() []byte {
	select {
	case b := <-c.free:
		return b[:blockSize]
	default:
		return make([]byte, blockSize)
	}
}

// Close implements [io.Closer].
func (c *coming) Close() error {
	close(c.stop)
	<-c.ended
	return nil
}
