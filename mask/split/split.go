// Package split masks a dump in parts, on machines that share nothing but the key and
// the policy. What they write, one part behind the other, is byte for byte what one run
// over the whole dump would have written.
//
// [Make] reads a dump once, without a policy, and gives an [Index]: where it can be cut, and
// where what every part has to know lies. [Index.Part] chooses the cuts for a number of parts.
// [Copy] masks one. It reads its own bytes and, of the others, the definitions and the first
// row of each run of rows: so each part sees the whole dump as far as it is no row, and stops
// where one run would have stopped for it. All parts succeed, or the dump is not whole.
//
// Where a thing lives:
//
//	split.go   sources
//	index.go   what is known of a dump, and its JSON
//	make.go    the pass that finds it out
//	part.go    which cuts
//	stream.go  the bytes that a part reads, as one stream
//	copy.go    one part
package split

import (
	"context"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects/archive"
)

// A Source is the file of a dump, as it lies: compressed, if it is. It is safe for
// concurrent use.
type Source interface {
	// Size is its length.
	Size() int64
	// Open reads from one offset up to another, in order. Whoever opens may close before the
	// end.
	Open(ctx context.Context, from, to int64) (io.ReadCloser, error)
}

// At is a source that can be read anywhere, as an [os.File] can.
func At(r io.ReaderAt, size int64) Source { return at{r, size} }

type at struct {
	io.ReaderAt
	size int64
}

func (a at) Size() int64 { return a.size }

func (a at) Open(_ context.Context, from, to int64) (io.ReadCloser, error) {
	return io.NopCloser(io.NewSectionReader(a, from, to-from)), nil
}

// Text reads all of a source, unpacked.
func Text(ctx context.Context, src Source) (io.ReadCloser, error) {
	return open(ctx, src, 0, src.Size(), nil)
}

// A text is what is inside a source, from the beginning of a frame on.
type text struct {
	io.ReadCloser
	kind archive.Kind
	raw  io.Closer
}

// open reads a source, unpacked. note is told of the frames.
func open(ctx context.Context, src Source, from, to int64, note func(archive.Frame)) (*text, error) {
	raw, err := src.Open(ctx, from, to)
	if err != nil {
		return nil, err
	}
	plain, kind, err := archive.DecompressFrames(raw, note)
	if err != nil {
		return nil, errors.Join(err, raw.Close())
	}
	return &text{plain, kind, raw}, nil
}

// Close implements [io.Closer].
func (t *text) Close() error { return errors.Join(t.ReadCloser.Close(), t.raw.Close()) }
