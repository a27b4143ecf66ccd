package archive

import (
	"bufio"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
	"github.com/ulikunitz/xz"
	"github.com/ulikunitz/xz/lzma"
)

// MaxWindow is the largest window of a zstd stream that is read: that of
// zstd --long=31, the largest that the format's own program knows. Only streams
// written so need it.
const MaxWindow = 1 << 31

// bufferSize is what is read from the input at once.
const bufferSize = 64 << 10

// Decompress gives what is inside a compressed stream, and r itself, byte for
// byte, where Kind is Plain. The kind is told by the first bytes.
//
// Errors of r come back as they are; all others are an *[Error], and the reader
// keeps giving the first. Nothing runs in the background. Close frees memory and
// leaves r open.
func Decompress(r io.Reader) (io.ReadCloser, Kind, error) { return decompress(r, nil) }

// decompress tells note of each frame, if there is one.
func decompress(r io.Reader, note func(Frame)) (io.ReadCloser, Kind, error) {
	src := &source{r: r}
	br := bufio.NewReaderSize(src, bufferSize)
	head, err := br.Peek(longestMagic)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, Plain, err
	}
	kind := Recognise(head)
	if !kind.Readable() {
		kind = Plain
	}
	if kind == Plain {
		if k, ok := stub(head); ok && err != nil {
			return nil, k, &Error{Kind: k, Offset: int64(len(head)), Err: ErrTruncated}
		}
		return io.NopCloser(br), Plain, nil
	}
	d := &reader{kind: kind, src: src, buffer: br, note: note, close: func() {}}
	if err := d.open(); err != nil {
		return nil, kind, d.explain(notYet(err))
	}
	return d, kind, nil
}

// longestMagic is enough of the input to tell the kinds that can be read.
const longestMagic = 6

// A reader is a compressed stream being read.
type reader struct {
	kind    Kind
	src     *source
	buffer  *bufio.Reader
	decoder io.Reader
	note    func(Frame) // is told of each; nil: nobody is
	plain   int64       // bytes that were given
	close   func()
	err     error // what ended the stream
}

// begins tells of a frame that begins at the next byte of the input.
func (d *reader) begins() {
	if d.note != nil {
		d.note(Frame{Packed: d.at(), Plain: d.plain})
	}
}

// at is how many bytes of the input were taken in.
func (d *reader) at() int64 { return d.src.n - int64(d.buffer.Buffered()) }

// open makes the decoder. All of them work in the caller's goroutine.
func (d *reader) open() (err error) {
	switch d.kind {
	case Gzip:
		d.begins()
		d.decoder, err = newGzipReader(d)
	case Zstd:
		var in io.Reader = d.buffer
		if d.note != nil {
			in = nil // the frames come one by one
		}
		var z *zstd.Decoder
		z, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(MaxWindow))
		if err == nil {
			d.decoder, d.close = z, z.Close
		}
		if d.note != nil && err == nil {
			d.decoder = &zstdFrames{reader: d, decoder: z}
		}
	case LZ4:
		z := lz4.NewReader(d.buffer)
		d.decoder, err = z, z.Apply(lz4.ConcurrencyOption(1))
	case XZ:
		// The least dictionary: a stream says itself how much it needs.
		d.decoder, err = xz.ReaderConfig{DictCap: lzma.MinDictCap}.NewReader(d.buffer)
	default:
		panic("archive: internal error: no decoder for " + d.kind.String())
	}
	return err
}

// notYet turns an end where none may be into an error.
func notYet(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// A gzipReader walks the members of a gzip file. The library would do that too,
// but takes a member whose header is cut inside the file's name for the end.
type gzipReader struct {
	*reader
	member *gzip.Reader
}

func newGzipReader(d *reader) (*gzipReader, error) {
	z, err := gzip.NewReader(d.buffer)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &gzipReader{d, z}, nil
}

func (g *gzipReader) Read(p []byte) (int, error) {
	for {
		n, err := g.member.Read(p)
		g.plain += int64(n)
		if errors.Is(err, io.EOF) {
			err = g.next()
		}
		if n > 0 || err != nil || len(p) == 0 {
			return n, err
		}
	}
}

// next opens the next member. It gives io.EOF if there is none.
func (g *gzipReader) next() error {
	if _, err := g.buffer.Peek(1); err != nil {
		return err
	}
	g.begins()
	if err := g.member.Reset(g.buffer); err != nil {
		return notYet(err)
	}
	g.member.Multistream(false)
	return nil
}

// Read implements [io.Reader].
func (d *reader) Read(p []byte) (int, error) {
	if d.err != nil {
		return 0, d.err
	}
	n, err := d.decoder.Read(p)
	if err != nil {
		d.err = d.explain(err)
	}
	return n, d.err
}

// Close implements [io.Closer].
func (d *reader) Close() error {
	d.close()
	return nil
}

// explain tells what an error of a decoder means. Its own words are left out:
// they belong to whoever wrote the decoder, who made no promise about them.
func (d *reader) explain(err error) error {
	if d.src.err != nil {
		return d.src.err
	}
	e := &Error{Kind: d.kind, Offset: d.at(), Err: ErrDamaged}
	switch {
	case errors.Is(err, io.EOF) && !d.src.ended:
		// The decoder has seen an end where the input has none.
	case errors.Is(err, io.EOF) && d.kind == XZ && !d.src.tail.endsXZ():
		e.Err = ErrTruncated // the decoder takes a cut between two blocks for the end
	case errors.Is(err, io.EOF):
		return io.EOF
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Err = ErrTruncated
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		e.Err = ErrWindow
	case errors.Is(err, zstd.ErrUnknownDictionary):
		e.Err = ErrDictionary
	}
	return e
}

// A source counts what is read and remembers how that ended, since decoders
// give errors of their own for an error of their input.
type source struct {
	r     io.Reader
	n     int64
	tail  tail
	ended bool
	err   error // an error that is no end
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.n += int64(n)
	s.tail.add(p[:n])
	switch {
	case errors.Is(err, io.EOF):
		s.ended = true
	case err != nil:
		s.err = err
	}
	return n, err
}
