package pgarchive

import (
	"bufio"
	"errors"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"

	"github.com/migawari-dev/migawari/dialects/archive"
)

// A compression is how the data of an archive are compressed, by the number that its header has.
type compression byte

const (
	uncompressed compression = iota
	gzipped                  // zlib streams in custom archives
	lz4Framed
	zstandard
)

// kinds are the streams of the compressions. In files they are what their suffixes say.
var kinds = [...]archive.Kind{archive.Plain, archive.Gzip, archive.LZ4, archive.Zstd}

// suffixes are what the names of a directory's files end in.
var suffixes = [...]string{"", ".gz", ".lz4", ".zst"}

// unpacked reads what is compressed in r, which is a block of a custom archive or a file of
// a directory. Nothing at all is nothing.
func (c compression) unpacked(r io.Reader, block bool) (io.ReadCloser, error) {
	if c == uncompressed {
		return io.NopCloser(r), nil
	}
	b := bufio.NewReader(r)
	if _, err := b.Peek(1); errors.Is(err, io.EOF) {
		return io.NopCloser(b), nil
	}
	if c == gzipped && block {
		z, err := zlib.NewReader(b)
		if err != nil {
			return nil, explain(err)
		}
		return &zlibReader{z}, nil
	}
	d, kind, err := archive.Decompress(b)
	if err == nil && kind != kinds[c] {
		_ = d.Close()
		err = ErrDamaged
	}
	return d, err
}

// A zlibReader says what the library's errors mean. Its own words may hold data.
type zlibReader struct{ io.ReadCloser }

func (z *zlibReader) Read(b []byte) (int, error) {
	n, err := z.ReadCloser.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = explain(err)
	}
	return n, err
}

func explain(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return ErrTruncated
	case errors.As(err, &corrupt), errors.Is(err, zlib.ErrChecksum), errors.Is(err, zlib.ErrHeader), errors.Is(err, zlib.ErrDictionary):
		return ErrDamaged
	}
	return err
}

// packed compresses into w.
func (c compression) packed(w io.Writer, level int, block bool) (io.WriteCloser, error) {
	if c == gzipped && block {
		if level < 1 || level > 9 {
			level = zlib.DefaultCompression
		}
		return zlib.NewWriterLevel(w, level)
	}
	return archive.Compress(w, kinds[c], 1)
}
