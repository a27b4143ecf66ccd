package archive

import (
	"fmt"
	"io"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/klauspost/pgzip"
	"github.com/pierrec/lz4/v4"
)

// gzipBlock is how much one worker compresses at a time; each takes about three
// times that of memory, so there are at most gzipWorkers of them.
const (
	gzipBlock   = 1 << 20
	gzipWorkers = 8
)

// Compress gives a writer that compresses into w. What it writes depends on
// what is written to it alone, and not on the number of workers, of which gzip
// makes use: it is by far the slowest of the three. The stream is whole only
// when Close has given no error; Close leaves w open. For Plain it is w itself.
//
// The error is ErrUnwritable for a kind that is not [Kind.Writable].
func Compress(w io.Writer, kind Kind, workers int) (io.WriteCloser, error) {
	switch kind {
	case Plain:
		return nopCloser{w}, nil
	case Gzip:
		return newGzip(w, min(max(workers, 1), gzipWorkers))
	case Zstd:
		return zstd.NewWriter(w, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true), zstd.WithWindowSize(zstdWindow))
	case LZ4:
		z := lz4.NewWriter(w)
		return z, z.Apply(lz4.ConcurrencyOption(1), lz4.ChecksumOption(true))
	default:
		return nil, fmt.Errorf("%s: %w", kind, ErrUnwritable)
	}
}

// zstdWindow is that of the zstd program at its default level.
const zstdWindow = 2 << 20

func newGzip(w io.Writer, workers int) (io.WriteCloser, error) {
	z := pgzip.NewWriter(w)
	z.ModTime = time.Unix(0, 0) // the format's word for "none"; the library's own zero is no time
	return z, z.SetConcurrency(gzipBlock, workers)
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
