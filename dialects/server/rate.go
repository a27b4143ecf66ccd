package server

import (
	"io"
	"time"
)

// Limit reads no faster than a number of bytes in a second. A program whose output
// is read so stands still in between, and its server with it.
func Limit(r io.ReadCloser, perSecond int64) io.ReadCloser {
	return &limited{ReadCloser: r, rate: perSecond, began: time.Now()}
}

type limited struct {
	io.ReadCloser
	rate  int64
	began time.Time
	read  int64
}

// shares are how many reads a second is made of at least, so that bytes flow evenly.
const shares = 10

func (l *limited) Read(b []byte) (int, error) {
	due := time.Duration(float64(l.read) / float64(l.rate) * float64(time.Second))
	if wait := due - time.Since(l.began); wait > 0 {
		time.Sleep(wait)
	} else {
		l.began = l.began.Add(-wait) // time in which nobody read is not made up for
	}
	b = b[:min(int64(len(b)), max(1, l.rate/shares))]
	n, err := l.ReadCloser.Read(b)
	l.read += int64(n)
	return n, err
}
