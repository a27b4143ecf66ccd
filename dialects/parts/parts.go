// Package parts turns a dump that lies in several places, such as the entries of an
// archive or the files of a directory, into one stream of text and back: comments mark
// where a part begins. What reads the stream sees the whole dump at once, definitions and
// rows, and needs to know nothing of where they lay.
package parts

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// A Marker is what the comments of one stream have in common. It is drawn, so that no
// data can hold it.
type Marker string

// NewMarker draws a marker.
func NewMarker() Marker { return Marker("part of " + rand.Text() + " ") }

// Comment is what stands before a part: a line of SQL in every dialect.
func (m Marker) Comment(number int) string { return fmt.Sprintf("\n-- %s%d\n", m, number) }

// A Part is a piece of a dump. It must end where a statement does.
type Part struct {
	Number int // by which the written part is known
	Open   func() (io.ReadCloser, error)
}

// Join reads parts one behind the other. An error of the sequence or of a part is the
// reader's.
func (m Marker) Join(parts iter.Seq2[Part, error]) *Joined {
	next, stop := iter.Pull2(parts)
	return &Joined{marker: m, next: next, stop: stop}
}

// Joined are parts that are read one behind the other.
type Joined struct {
	marker Marker
	next   func() (Part, error, bool)
	stop   func()
	line   []byte // what is left of a comment
	part   io.ReadCloser
	err    error
	begun  []begin
	read   begin // so far
	ahead  int
	queue  []*coming // parts that are read ahead
	last   error     // behind the queue
}

// Ahead has that many parts read before their turn, at the same time. It comes before the first
// Read.
func (j *Joined) Ahead(parts int) { j.ahead = parts }

// A begin is where a part begins.
type begin struct {
	number      int
	bytes, ends int64 // before it, and of them ends of lines
}

// Place gives the number of the part that holds a byte of the stream, and how many bytes
// and ends of lines stand before the part. It may be asked when reading has stopped.
func (j *Joined) Place(offset int64) (number int, before, ends int64, ok bool) {
	i, exact := slices.BinarySearchFunc(j.begun, offset, func(b begin, at int64) int { return cmp.Compare(b.bytes, at) })
	if !exact {
		i--
	}
	if i < 0 {
		return 0, 0, 0, false
	}
	b := j.begun[i]
	return b.number, b.bytes, b.ends, true
}

// Read implements [io.Reader].
func (j *Joined) Read(b []byte) (int, error) {
	n, err := j.fill(b)
	j.read.bytes += int64(n)
	j.read.ends += int64(bytes.Count(b[:n], []byte{'\n'}))
	return n, err
}

func (j *Joined) fill(b []byte) (int, error) {
	for len(b) > 0 {
		switch {
		case len(j.line) > 0:
			n := copy(b, j.line)
			j.line = j.line[n:]
			return n, nil
		case j.err != nil:
			return 0, j.err
		case j.part == nil:
			j.begin()
			continue
		}
		n, err := j.part.Read(b)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				j.err = err
			}
			j.err = errors.Join(j.err, j.part.Close())
			j.part = nil
		}
		if n > 0 {
			return n, nil
		}
	}
	return 0, nil
}

func (j *Joined) begin() {
	var number int
	if number, j.part, j.err = j.open(); j.err != nil {
		return
	}
	line := j.marker.Comment(number)
	j.line = []byte(line)
	j.begun = append(j.begun, begin{number, j.read.bytes + int64(len(line)), j.read.ends + int64(strings.Count(line, "\n"))})
}

// open gives the next part, or what is behind the last.
func (j *Joined) open() (number int, part io.ReadCloser, err error) {
	if j.ahead == 0 {
		p, err := j.following()
		if err != nil {
			return 0, nil, err
		}
		part, err = p.Open()
		return p.Number, part, err
	}
	for j.last == nil && len(j.queue) <= j.ahead {
		var p Part
		if p, j.last = j.following(); j.last == nil {
			j.queue = append(j.queue, read(p))
		}
	}
	if len(j.queue) == 0 {
		return 0, nil, j.last
	}
	c := j.queue[0]
	j.queue = j.queue[1:]
	if err := <-c.opened; err != nil {
		return 0, nil, err
	}
	return c.number, c, nil
}

// following is the next part of the sequence.
func (j *Joined) following() (Part, error) {
	p, err, ok := j.next()
	if !ok {
		err = io.EOF
	}
	return p, err
}

// Close implements [io.Closer].
func (j *Joined) Close() error {
	j.stop()
	for _, c := range j.queue {
		_ = c.Close() // it was only read
	}
	j.queue = nil
	if j.part == nil {
		return nil
	}
	err := j.part.Close()
	j.part = nil
	return err
}

// ErrOutside says that something stands before the first part.
var ErrOutside = errors.New("parts: text before the first part")

// Until says how many bytes at the front of b, which lies in a part, belong to it, and
// whether they are the rest of it. eof says that nothing comes behind b.
func (m Marker) Until(b []byte, eof bool) (n int, rest bool) {
	mark := m.mark()
	if i := bytes.Index(b, mark); i >= 0 {
		return i, true
	}
	if eof {
		return len(b), true
	}
	return len(b) - overlap(b, mark), false
}

// Begin reads the comment at the front of b, of n bytes, and says which part begins
// behind it. n is 0 where b does not hold all of it.
func (m Marker) Begin(b []byte) (number, n int, err error) {
	mark := m.mark()
	end := bytes.IndexByte(b[min(len(b), len(mark)):], '\n')
	switch {
	case !bytes.HasPrefix(b, mark[:min(len(b), len(mark))]):
		return 0, 0, ErrOutside
	case end < 0:
		return 0, 0, nil
	}
	number, err = strconv.Atoi(string(b[len(mark) : len(mark)+end]))
	if err != nil {
		return 0, 0, errNoNumber
	}
	return number, len(mark) + end + 1, nil
}

// mark is how a comment begins, with the end of line that Join has put before it.
func (m Marker) mark() []byte { return []byte("\n-- " + string(m)) }

var errNoNumber = errors.New("parts: a mark without a number")

// Split writes each part of a stream that Join has made to a writer of its own. open is
// called in the order of the stream, when the part before is closed. Close closes the
// last.
func (m Marker) Split(open func(number int) (io.WriteCloser, error)) io.WriteCloser {
	return &splitter{mark: []byte("-- " + string(m)), open: open}
}

type splitter struct {
	mark []byte
	open func(int) (io.WriteCloser, error)
	part io.WriteCloser
	held []byte // may be the beginning of a mark, or is one whose line has no end yet
	err  error
}

// longestNumber is how many bytes a mark's line can have behind the mark.
const longestNumber = 20

func (s *splitter) Write(b []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	all := b
	if len(s.held) > 0 {
		s.held = append(s.held, b...)
		all = s.held
	}
	for {
		i := bytes.Index(all, s.mark)
		if i < 0 {
			n := len(trimmed(all[:len(all)-overlap(all, s.mark)]))
			s.put(all[:n])
			s.held = append(s.held[:0], all[n:]...)
			break
		}
		s.put(trimmed(all[:i]))
		all = all[i:]
		end := bytes.IndexByte(all[len(s.mark):], '\n')
		if end < 0 && len(all) < len(s.mark)+longestNumber {
			s.held = append(s.held[:0], all...)
			break
		}
		number, err := strconv.Atoi(string(all[len(s.mark):max(len(s.mark), len(s.mark)+end)]))
		if err != nil {
			s.err = errors.Join(s.err, errNoNumber)
			break
		}
		s.begin(number)
		all = all[len(s.mark)+end+1:]
	}
	if s.err != nil {
		return 0, s.err
	}
	return len(b), nil
}

// trimmed is b without the end of line that stands before a mark, which Join wrote.
func trimmed(b []byte) []byte { return bytes.TrimSuffix(b, []byte("\n")) }

// overlap is how many bytes at the end of b a mark can begin with.
func overlap(b, mark []byte) int {
	for n := min(len(b), len(mark)-1); n > 0; n-- {
		if bytes.HasSuffix(b, mark[:n]) {
			return n
		}
	}
	return 0
}

func (s *splitter) put(b []byte) {
	if len(b) == 0 || s.err != nil {
		return
	}
	if s.part == nil {
		s.err = ErrOutside
		return
	}
	_, s.err = s.part.Write(b)
}

func (s *splitter) begin(number int) {
	s.finish()
	if s.err == nil {
		s.part, s.err = s.open(number)
	}
}

func (s *splitter) finish() {
	if s.part != nil {
		s.err = errors.Join(s.err, s.part.Close())
		s.part = nil
	}
}

// Close implements [io.Closer].
func (s *splitter) Close() error {
	s.put(s.held)
	s.held = nil
	s.finish()
	return s.err
}
