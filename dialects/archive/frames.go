package archive

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"

	"github.com/klauspost/compress/zstd"
)

// A Frame is where a piece of a compressed stream begins that can be read without those
// before it: a member of gzip, as bgzip writes many, or a frame of zstd.
type Frame struct {
	Packed int64 // in the compressed stream
	Plain  int64 // in what is inside
}

// DecompressFrames is [Decompress] that says where frames begin, each before its first
// byte is given. Of lz4 and xz it says nothing.
func DecompressFrames(r io.Reader, note func(Frame)) (io.ReadCloser, Kind, error) {
	return decompress(r, note)
}

// zstdFrames decodes frames one by one.
type zstdFrames struct {
	*reader
	decoder *zstd.Decoder
	frame   *zstdFrame // nil before the first
}

func (z *zstdFrames) Read(p []byte) (int, error) {
	for {
		n, err := 0, io.EOF
		if z.frame != nil {
			n, err = z.decoder.Read(p)
		}
		z.plain += int64(n)
		if errors.Is(err, io.EOF) {
			err = z.next()
		}
		if n > 0 || err != nil || len(p) == 0 {
			return n, err
		}
	}
}

// next begins the next frame that holds something. It gives io.EOF if there is none.
func (z *zstdFrames) next() error {
	if z.frame != nil && z.frame.place != behindFrame {
		return io.ErrUnexpectedEOF
	}
	for {
		head, err := z.buffer.Peek(8)
		if len(head) == 0 {
			return err
		}
		if len(head) == 8 && head[0]&0xf0 == 0x50 && string(head[1:4]) == skippable {
			n := 8 + int64(binary.LittleEndian.Uint32(head[4:]))
			if _, err := io.CopyN(io.Discard, z.buffer, n); err != nil {
				return notYet(err)
			}
			continue
		}
		z.begins()
		z.frame = &zstdFrame{buffer: z.buffer}
		return z.decoder.Reset(z.frame)
	}
}

// A zstdFrame is the bytes of one frame, by RFC 8878, section 3.1.1: what lies behind it
// belongs to the next.
type zstdFrame struct {
	buffer *bufio.Reader
	place  framePlace
	sum    bool // a checksum ends it
	left   int  // bytes of the piece that is being read
}

type framePlace uint8

const (
	atHeader framePlace = iota
	atBlock
	atSum
	behindFrame
)

func (f *zstdFrame) Read(p []byte) (int, error) {
	if f.left == 0 {
		if err := f.piece(); err != nil {
			return 0, err
		}
	}
	n, err := f.buffer.Read(p[:min(len(p), f.left)])
	f.left -= n
	if f.left > 0 {
		err = notYet(err)
	}
	return n, err
}

// piece finds out how long the next one is.
func (f *zstdFrame) piece() error {
	switch f.place {
	case atHeader:
		return f.header()
	case atBlock:
		b, err := f.buffer.Peek(3)
		if err != nil {
			return notYet(err)
		}
		head := int(b[0]) | int(b[1])<<8 | int(b[2])<<16
		f.left = 3 + head>>3
		if kind := head >> 1 & 3; kind == 1 { // one byte that is repeated
			f.left = 3 + 1
		}
		if head&1 == 1 {
			f.place = atSum
		}
		return nil
	case atSum:
		f.place = behindFrame
		if f.sum {
			f.left = 4
			return nil
		}
	case behindFrame:
	}
	return io.EOF
}

func (f *zstdFrame) header() error {
	b, err := f.buffer.Peek(5)
	if err != nil {
		return notYet(err)
	}
	descriptor := b[4]
	single := descriptor >> 5 & 1
	f.left = 5 + int(1-single) + [4]int{0, 1, 2, 4}[descriptor&3] + [4]int{int(single), 2, 4, 8}[descriptor>>6]
	f.sum, f.place = descriptor>>2&1 == 1, atBlock
	return nil
}
