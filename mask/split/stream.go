package split

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/mask"
)

// A stream is what one part reads, in the order of the dump:
//
//	definitions before it
//	the head of the statement in which it begins, with the first row
//	the part
//	the tail of the statement in which it ends
//	definitions behind it
//
// Whatever reads it sees a whole dump with fewer rows.
type stream struct {
	ctx    context.Context
	src    Source
	x      *Index
	part   Part
	pieces []piece
	places []place
	read   int64 // of the stream, and ends of lines in it
	ends   int64

	next int           // piece
	done int64         // bytes of it that were read
	in   io.ReadCloser // open at a byte of the text; nil: nothing is
	at   int64         // that byte
	all  *partial.Sum  // of the definitions
	sum  *partial.Sum  // of the stretch
	raw  io.Writer     // is given the bytes of the part, if it is not nil
}

// A piece is a range of the text of which all bytes are alike. One that does not go on behind
// the piece before it knows its line.
type piece struct {
	Range
	definition bool
	stretch    int // of the part: the number of the point before it
}

// outside is the stretch of what belongs to no part.
const outside = -1

// A place is where the stream begins to be a stretch of the dump.
type place struct {
	read, ends int64 // of the stream, before it
	dump       dialects.Pos
}

// ErrChanged says that a dump is not the one of which an index was made.
var ErrChanged = errors.New("the dump is not the one of which the index was made")

func newStream(ctx context.Context, src Source, x *Index, part Part) *stream {
	return &stream{ctx: ctx, src: src, x: x, part: part, pieces: x.pieces(part), all: partial.NewSum(), sum: partial.NewSum()}
}

// pieces are those that a part reads.
func (x *Index) pieces(part Part) (all []piece) {
	add := func(r Range, definition bool, stretch int) {
		if r.From < r.To {
			all = append(all, piece{r, definition, stretch})
		}
	}
	for _, d := range x.definitionsIn(0, part.From) {
		add(d, true, outside)
	}
	if in := x.inside(part.first); in != nil && (len(all) == 0 || all[len(all)-1].To < in.Head.To) {
		add(in.Head, false, outside)
	}
	for k := part.first; k < part.last; k++ {
		at, end, line := x.Points[k].Offset, x.offset(k+1), x.Points[k].Line
		for _, d := range x.definitionsIn(at, end) {
			add(Range{at, d.From, line}, false, k)
			add(Range{d.From, d.To, line}, true, k)
			at = d.To
		}
		add(Range{at, end, line}, false, k)
	}
	at := part.To
	if in := x.inside(part.last); in != nil && len(x.definitionsIn(in.Tail.From, in.Tail.To)) == 0 {
		add(in.Tail, false, outside)
		at = in.Tail.To
	}
	for _, d := range x.definitionsIn(at, x.Size) {
		add(d, true, outside)
	}
	return all
}

// inside is the statement in which a point lies.
func (x *Index) inside(point int) *Inside {
	if point == len(x.Points) {
		return nil
	}
	return x.Points[point].Inside
}

// definitionsIn are those of a range of the text.
func (x *Index) definitionsIn(from, to int64) (all []Range) {
	i, _ := slices.BinarySearchFunc(x.Definitions, from+1, func(d Range, at int64) int { return cmp.Compare(d.To, at) })
	for ; i < len(x.Definitions) && x.Definitions[i].From < to; i++ {
		d := x.Definitions[i]
		d.From, d.To = max(d.From, from), min(d.To, to)
		all = append(all, d)
	}
	return all
}

// window is where the part lies in the stream.
func (s *stream) window() mask.Window {
	w := mask.Window{Place: s.place}
	for _, p := range s.pieces {
		if p.To <= s.part.From {
			w.From += p.To - p.From
		}
	}
	w.To = w.From + s.part.To - s.part.From
	if in := s.x.inside(s.part.first); in != nil {
		w.Rows = in.Rows - 1
	}
	return w
}

// place says where in the dump a position of the stream is that was read.
func (s *stream) place(p dialects.Pos) dialects.Pos {
	i, exact := slices.BinarySearchFunc(s.places, p.Offset, func(at place, offset int64) int { return cmp.Compare(at.read, offset) })
	if !exact {
		i--
	}
	if i < 0 {
		return p
	}
	at := s.places[i]
	return dialects.Pos{Offset: at.dump.Offset + p.Offset - at.read, Line: at.dump.Line + p.Line - 1 - at.ends}
}

// Read implements [io.Reader]. At its end, what was read is the dump of the index.
func (s *stream) Read(b []byte) (int, error) {
	if s.next == len(s.pieces) {
		if s.all.String() != s.x.Sum {
			return 0, ErrChanged
		}
		return 0, io.EOF
	}
	p := &s.pieces[s.next]
	if err := s.seek(p); err != nil {
		return 0, err
	}
	n, err := s.in.Read(b[:min(int64(len(b)), p.To-s.at)])
	s.take(b[:n], p)
	if s.raw != nil && p.stretch != outside {
		if _, err := s.raw.Write(b[:n]); err != nil {
			return 0, err
		}
	}
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return n, err
	case s.at == p.To:
		return n, s.behind(p)
	case err != nil:
		return n, ErrChanged // it is shorter
	}
	return n, nil
}

// take takes bytes of a piece into the sums.
func (s *stream) take(b []byte, p *piece) {
	if p.definition {
		_, _ = s.all.Write(b) // a sum takes all
	}
	if p.stretch != outside {
		_, _ = s.sum.Write(b) // likewise
	}
	n := int64(len(b))
	s.at += n
	s.done += n
	s.read += n
	s.ends += int64(bytes.Count(b, []byte{'\n'}))
}

// behind goes on to the next piece.
func (s *stream) behind(p *piece) error {
	s.next++
	s.done = 0
	if p.stretch == outside || s.next < len(s.pieces) && s.pieces[s.next].stretch == p.stretch {
		return nil
	}
	sum := s.sum.String()
	s.sum = partial.NewSum()
	if sum != s.x.Points[p.stretch].Sum {
		return ErrChanged
	}
	return nil
}

// near is how much is read that nobody wants, where another opening would take longer.
const near = 64 << 10

// seek has the next byte be the next one of a piece.
func (s *stream) seek(p *piece) error {
	if s.done > 0 {
		return nil
	}
	if s.next == 0 || s.pieces[s.next-1].To != p.From {
		s.places = append(s.places, place{s.read, s.ends, dialects.Pos{Offset: p.From, Line: p.Line}})
	}
	if s.in == nil || !s.reaches(s.at, p.From) {
		if err := s.open(p.From); err != nil {
			return err
		}
	}
	n, err := io.CopyN(io.Discard, s.in, p.From-s.at)
	s.at += n
	if errors.Is(err, io.EOF) {
		return ErrChanged
	}
	return err
}

// reaches says whether reading on from one byte of the text to another costs less than
// opening the file anew.
func (s *stream) reaches(from, to int64) bool {
	return to-from <= near || s.frame(to).Plain <= from
}

// frame is the place nearest before a byte of the text from which it can be read.
func (s *stream) frame(offset int64) archive.Frame {
	if s.x.Packed == archive.Plain {
		return archive.Frame{Packed: offset, Plain: offset}
	}
	i, exact := slices.BinarySearchFunc(s.x.Frames, offset, func(f archive.Frame, at int64) int { return cmp.Compare(f.Plain, at) })
	if !exact {
		i--
	}
	return s.x.Frames[i]
}

// open opens the source at a byte of the text, as far as it will be read in one go.
func (s *stream) open(from int64) error {
	end := s.pieces[s.next].To
	for _, p := range s.pieces[s.next+1:] {
		if !s.reaches(end, p.From) {
			break
		}
		end = p.To
	}
	if err := s.Close(); err != nil {
		return err
	}
	f := s.frame(from)
	s.at = f.Plain
	if s.x.Packed == archive.Plain {
		var err error
		s.in, err = s.src.Open(s.ctx, from, end)
		return err
	}
	to := s.x.Stored
	if i := slices.IndexFunc(s.x.Frames, func(f archive.Frame) bool { return f.Plain >= end }); i >= 0 {
		to = s.x.Frames[i].Packed
	}
	in, err := open(s.ctx, s.src, f.Packed, to, nil)
	if err != nil {
		return err
	}
	s.in = in
	if in.kind != s.x.Packed {
		return ErrChanged
	}
	return nil
}

// Close implements [io.Closer].
func (s *stream) Close() error {
	if s.in == nil {
		return nil
	}
	in := s.in
	s.in = nil
	return in.Close()
}
