package lex

import (
	"bytes"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects"
)

// A Cutter is the part of a scanner that a dialect writes.
type Cutter interface {
	// Cut appends the items at the front of b and says how many bytes they
	// cover; they follow each other without a gap. If b holds no whole item, it
	// returns More or no bytes. Only bytes that it has covered may have changed
	// its state: the others come again, with more behind them. eof says that no
	// more will come. An error is that of the byte behind the covered ones,
	// unless it is an At.
	Cut(items []dialects.Item, b []byte, eof bool) ([]dialects.Item, int, error)
	// Close judges the end of the input, once all bytes are covered.
	Close() error
}

// An At is an error of the byte b[Off].
type At struct {
	Off int
	Err error
}

func (e *At) Error() string { return e.Err.Error() }
func (e *At) Unwrap() error { return e.Err }

// A Scanner carries what one chunk leaves over into the next, keeps the
// position, the limits and the sticky error. It is the only code that reads.
//
//	rest ──┐ (the start of an item that was not whole)
//	       ▼
//	[ rest | read … ] ── Cut ──▶ [ items … | new rest ]
type Scanner struct {
	r    io.Reader
	c    Cutter
	o    dialects.ScanOptions
	rest []byte
	pos  dialects.Pos
	mark int   // bytes of a byte order mark
	rerr error // what the reader said last; io.EOF at the end
	err  error // what Scan says from now on
}

// NewScanner scans r with c. The options have their defaults.
func NewScanner(r io.Reader, c Cutter, o dialects.ScanOptions) *Scanner {
	return &Scanner{r: r, c: c, o: o, pos: dialects.Pos{Line: 1}}
}

// Scan implements [dialects.Scanner].
func (s *Scanner) Scan(c *dialects.Chunk) error {
	c.Items, c.Data, c.Pos = c.Items[:0], c.Data[:0], s.pos
	if s.err != nil {
		return s.err
	}
	if s.pos.Offset == 0 && s.byteOrderMark(c) {
		return nil
	}
	want := s.o.ChunkSize
	if len(s.rest) > want/2 {
		want = grown(len(s.rest)) // an item that did not fit a chunk before
	}
	buf := append(sized(c.Data, want), s.rest...)
	s.rest = s.rest[:0]
	for {
		buf = s.fill(buf, want)
		items, n, err := s.c.Cut(c.Items[:0], buf, errors.Is(s.rerr, io.EOF))
		if errors.Is(err, More) {
			err = nil
		}
		if size := oversized(items, s.o.MaxRow); size >= 0 {
			items, n, err = items[:size], int(items[size].Start), dialects.ErrRowSize
		} else if err == nil && len(buf)-n > s.o.MaxRow {
			err = dialects.ErrRowSize
		}
		if n == 0 && err == nil && s.rerr == nil {
			want = grown(len(buf))
			continue
		}
		c.Items, c.Data = items, buf[:n]
		s.keep(buf[n:])
		s.finish(buf, n, err)
		s.pos = s.pos.Advance(buf[:n])
		if n == 0 {
			return s.err
		}
		return nil
	}
}

// byteOrderMark hands out the mark that editors put before UTF-8, if the input
// begins with it. The servers' clients skip it.
func (s *Scanner) byteOrderMark(c *dialects.Chunk) bool {
	const mark = "\xef\xbb\xbf"
	if s.mark > 0 {
		return false
	}
	s.rest = s.fill(s.rest, len(mark))
	if string(s.rest) != mark {
		return false
	}
	s.mark = len(mark)
	c.Data = append(c.Data, mark...)
	c.Items = Raw(c.Items, 0, len(mark))
	s.rest = s.rest[:0]
	s.pos = s.pos.Advance(c.Data)
	return true
}

// grown is the next size of a buffer that did not hold a whole item. An item
// is read again at each step, three times its length in all.
func grown(n int) int { return n + n/2 + 1 }

// sized gives b room for exactly n bytes in all: append would add a quarter.
func sized(b []byte, n int) []byte {
	if cap(b) >= n {
		return b
	}
	return append(make([]byte, 0, n), b...)
}

// keep carries b over to the next chunk, in a buffer that does not stay large.
func (s *Scanner) keep(b []byte) {
	if cap(s.rest) > 4*s.o.ChunkSize && len(b) <= s.o.ChunkSize {
		s.rest = nil
	}
	s.rest = append(sized(s.rest[:0], len(b)), b...)
}

// finish settles what Scan says after the n bytes that are covered.
func (s *Scanner) finish(buf []byte, n int, err error) {
	pos := func(off int) dialects.Pos { return s.pos.Advance(buf[:off]) }
	var at *At
	switch {
	case errors.As(err, &at):
		s.err = &dialects.Error{Pos: pos(at.Off), Err: at.Err}
	case err != nil:
		s.err = &dialects.Error{Pos: pos(n), Err: err}
	case s.rerr == nil:
	case !errors.Is(s.rerr, io.EOF):
		s.err = s.rerr // the reader's own error, as it is
	case n < len(buf):
		s.err = &dialects.Error{Pos: pos(len(buf)), Err: dialects.ErrTruncated}
	case pos(n).Offset == int64(s.mark):
		s.err = &dialects.Error{Pos: pos(0), Err: dialects.ErrEmpty}
	default:
		if err := s.c.Close(); err != nil {
			s.err = &dialects.Error{Pos: pos(n), Err: err}
			return
		}
		s.err = io.EOF
	}
}

// fill reads until buf holds want bytes or the reader has no more.
func (s *Scanner) fill(buf []byte, want int) []byte {
	buf = sized(buf, want)
	for empty := 0; len(buf) < want && s.rerr == nil; {
		n, err := s.r.Read(buf[len(buf):want])
		buf = buf[:len(buf)+n]
		s.rerr = err
		if n > 0 || err != nil {
			empty = 0
		} else if empty++; empty == 100 {
			s.rerr = io.ErrNoProgress
		}
	}
	return buf
}

// oversized gives the index of the first item that is longer than limit, or -1.
func oversized(items []dialects.Item, limit int) int {
	if len(items) == 0 || int(items[len(items)-1].End) <= limit {
		return -1
	}
	for i := range items {
		if items[i].Kind != dialects.Raw && int(items[i].End-items[i].Start) > limit {
			return i
		}
	}
	return -1
}

// TrimLine cuts the line ending off b.
func TrimLine(b []byte) []byte {
	b = bytes.TrimSuffix(b, []byte{'\n'})
	return bytes.TrimSuffix(b, []byte{'\r'})
}
