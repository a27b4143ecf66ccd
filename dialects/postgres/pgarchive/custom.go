package pgarchive

import (
	"bytes"
	"errors"
	"io"
)

// What begins a block of data.
const (
	blockRows    = 1
	blockObjects = 3
)

// A customSource reads the blocks of a custom archive, which pg_dump writes in the order of
// the table of contents.
type customSource struct{ *decoder }

func (s *customSource) rows(e *entry) (io.ReadCloser, error) {
	if err := s.begin(e, blockRows); err != nil {
		return nil, err
	}
	return s.block()
}

// begin reads what stands before a block.
func (s *customSource) begin(e *entry, kind byte) error {
	k, id := s.byte(), s.int()
	if s.err == nil && (k != kind || id != e.id) {
		s.err = ErrOrder
		if k != blockRows && k != blockObjects {
			s.err = ErrDamaged
		}
	}
	return s.err
}

// block reads chunks to the one without length.
func (s *customSource) block() (io.ReadCloser, error) {
	chunks := &chunkReader{decoder: s.decoder}
	r, err := s.compression.unpacked(chunks, true)
	if err != nil {
		return nil, err
	}
	return &blockReader{r, chunks}, nil
}

func (s *customSource) objects(e *entry) (objects, error) {
	return &customObjects{s}, s.begin(e, blockObjects)
}

// end sees that the file ends. Where pg_dump was told to append to a file, the table of
// contents with the places of data in it stands here a second time, and nobody reads it.
func (s *customSource) end() error {
	if _, err := s.r.Peek(1); errors.Is(err, io.EOF) {
		return nil
	}
	again := &decoder{header: s.header, r: s.r, limit: MaxContents}
	if _, err := again.entries(); err != nil {
		return ErrDamaged
	}
	if _, err := s.r.Peek(1); !errors.Is(err, io.EOF) {
		return ErrDamaged
	}
	return nil
}

func (*customSource) Close() error { return nil }

type customObjects struct{ *customSource }

func (o *customObjects) next() (uint32, io.ReadCloser, error) {
	oid := o.oid()
	switch {
	case o.err != nil:
		return 0, nil, o.err
	case oid == 0:
		return 0, nil, io.EOF
	}
	data, err := o.block()
	return oid, data, err
}

// oid reads a number of an object: of 32 bits without a sign, stored with one.
func (o *customObjects) oid() uint32 {
	negative := o.byte() != 0
	n := o.magnitude(o.intSize)
	if n > 1<<32-1 {
		o.fail(ErrDamaged)
	}
	if negative {
		return uint32(-int64(n))
	}
	return uint32(n)
}

// A chunkReader reads the chunks of a block.
type chunkReader struct {
	*decoder
	left int
	done bool
}

func (c *chunkReader) Read(b []byte) (n int, err error) {
	for n < len(b) && !c.done && c.err == nil {
		if c.left == 0 {
			c.left = c.int()
			if c.left < 0 {
				c.fail(ErrDamaged)
			}
			c.done = c.left == 0
			continue
		}
		k, err := io.ReadFull(c.r, b[n:min(len(b), n+c.left)])
		n, c.left = n+k, c.left-k
		if err != nil {
			c.fail(cut(err))
		}
	}
	switch {
	case c.err != nil:
		return n, c.err
	case n == 0 && c.done && len(b) > 0:
		return 0, io.EOF
	}
	return n, nil
}

// A blockReader sees that a compressed stream ends where its block does.
type blockReader struct {
	io.ReadCloser
	chunks *chunkReader
}

func (r *blockReader) Read(b []byte) (int, error) {
	n, err := r.ReadCloser.Read(b)
	if errors.Is(err, io.EOF) {
		var more [1]byte
		k, end := r.chunks.Read(more[:])
		if k > 0 {
			return n, ErrDamaged
		}
		return n, end
	}
	return n, err
}

// A customSink writes a custom archive.
type customSink struct {
	header *header
	w      io.Writer
	at     int64
	all    []*entry
	places map[*entry]int64 // of their blocks
	buffer []byte           // for the block that is open
}

func newCustomSink(w io.Writer, h *header, all []*entry) (*customSink, error) {
	s := &customSink{header: h, w: w, all: all, places: map[*entry]int64{}}
	for _, e := range all {
		state := byte(offsetNone)
		if e.data() {
			state = offsetUnset
		}
		e.offset = offset{state: state}
	}
	return s, s.contents(w)
}

func (s *customSink) contents(w io.Writer) error {
	c := &encoder{header: s.header}
	c.contents(s.all)
	s.at = int64(len(c.b))
	_, err := w.Write(c.b)
	return err
}

func (s *customSink) put(c *encoder) error {
	n, err := s.w.Write(c.b)
	s.at += int64(n)
	return err
}

// begin writes what stands before a block.
func (s *customSink) begin(e *entry, kind byte) error {
	s.places[e] = s.at
	c := &encoder{header: s.header, b: []byte{kind}}
	c.int(e.id)
	return s.put(c)
}

func (s *customSink) rows(e *entry) (io.WriteCloser, error) {
	if err := s.begin(e, blockRows); err != nil {
		return nil, err
	}
	return s.block(e.copy.s != "")
}

// block begins a block, which Close ends.
func (s *customSink) block(lines bool) (io.WriteCloser, error) {
	w := &chunkWriter{sink: s, lines: lines && s.header.compression == uncompressed, buffer: s.buffer[:0]}
	if s.header.compression == uncompressed {
		return w, nil
	}
	z, err := s.header.compression.packed(w, s.header.level, true)
	return &joinedWriter{z, w}, err
}

func (s *customSink) object(e *entry, oid uint32) (io.WriteCloser, error) {
	if _, begun := s.places[e]; !begun {
		if err := s.begin(e, blockObjects); err != nil {
			return nil, err
		}
	}
	c := &encoder{header: s.header}
	c.int(int(int32(oid)))
	if err := s.put(c); err != nil {
		return nil, err
	}
	return s.block(false)
}

func (s *customSink) endObjects(e *entry) error {
	if _, begun := s.places[e]; !begun {
		if err := s.begin(e, blockObjects); err != nil {
			return err
		}
	}
	c := &encoder{header: s.header}
	c.int(0)
	return s.put(c)
}

// Close writes the table of contents anew where places can be written into it.
func (s *customSink) Close() error {
	file, ok := s.w.(io.WriteSeeker)
	if !ok {
		return nil
	}
	for e, at := range s.places {
		e.offset = offset{offsetSet, at}
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := s.contents(file); err != nil {
		return err
	}
	_, err := file.Seek(0, io.SeekEnd)
	return err
}

// A chunkWriter writes the chunks of a block. Rows of COPY that are not compressed get a
// chunk each, as pg_dump has them.
type chunkWriter struct {
	sink   *customSink
	lines  bool
	buffer []byte
	out    encoder
}

// chunkSize is the length of the other chunks.
const chunkSize = objectSize

// longestChunk is where a row is divided.
const longestChunk = 1 << 20

func (w *chunkWriter) Write(b []byte) (int, error) {
	w.out.header, w.out.b = w.sink.header, w.out.b[:0]
	for rest := b; len(rest) > 0; {
		n := min(len(rest), chunkSize-min(chunkSize, len(w.buffer)))
		if w.lines {
			if n = bytes.IndexByte(rest, '\n') + 1; n == 0 {
				n = len(rest)
			}
		}
		whole := n > 0 && w.lines && rest[n-1] == '\n'
		if len(w.buffer) == 0 && (whole && string(rest[:n]) != "\\.\n" || !w.lines && n == chunkSize) {
			w.chunk(rest[:n])
		} else {
			w.buffer = append(w.buffer, rest[:n]...)
			switch {
			case string(w.buffer) == "\\.\n":
				w.lines = false // what stands behind the rows is one chunk
			case whole || len(w.buffer) >= longestChunk || !w.lines && len(w.buffer) >= chunkSize:
				w.chunk(w.buffer)
				w.buffer = w.buffer[:0]
			}
		}
		rest = rest[n:]
	}
	return len(b), w.sink.put(&w.out)
}

func (w *chunkWriter) chunk(b []byte) {
	w.out.int(len(b))
	w.out.b = append(w.out.b, b...)
}

// Close implements [io.Closer].
func (w *chunkWriter) Close() error {
	w.out.header, w.out.b = w.sink.header, w.out.b[:0]
	if len(w.buffer) > 0 {
		w.chunk(w.buffer)
	}
	w.out.int(0)
	w.sink.buffer = w.buffer
	return w.sink.put(&w.out)
}

// A joinedWriter closes what it writes to.
type joinedWriter struct {
	io.WriteCloser
	below io.Closer
}

func (w *joinedWriter) Close() error { return errors.Join(w.WriteCloser.Close(), w.below.Close()) }
