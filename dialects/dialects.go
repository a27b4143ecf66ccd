// Package dialects is the syntax floor: it knows the bytes of dumps and no rules.
//
// A [Dialect] is one dump grammar. Its [Scanner] cuts a stream into chunks of
// whole items; the [Codec] that stands on each run of rows splits a row into
// fields, decodes them and writes them back. Three properties hold for every
// dialect and are checked by package dialecttest:
//
//   - Lossless: the data of all chunks, end to end, is the input.
//   - Independent of buffering: how a reader cuts its bytes and how large a
//     chunk is change neither items nor verdict nor error position.
//   - Closed: what is not understood is an [*Error] with a position; it never
//     passes, and no error quotes the input.
//
// A dialect is passed as a value; nothing is registered.
package dialects

import (
	"errors"
	"io"
	"iter"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Dialect is one dump grammar. It is immutable and safe for concurrent use;
// everything that changes lives in its Scanner.
type Dialect interface {
	Name() string
	NewScanner(r io.Reader, o ScanOptions) Scanner
	// Evidence judges the first bytes of a stream; see [Detect].
	Evidence(head []byte) Evidence
}

// A Scanner cuts a dump into chunks, in order.
type Scanner interface {
	// Scan replaces the content of c with the next whole items. It returns
	// io.EOF, with c empty, only when the input was complete. After an error it
	// keeps returning it.
	Scan(c *Chunk) error
	// Schema is what the statements so far have declared. It belongs to the
	// scanner and changes with the next call of Scan.
	Schema() *schema.Schema
}

// A Codec reads and writes the fields of one row format. All its methods are
// pure functions, called from many goroutines at once. col is the index of the
// field's column in [Rows.Columns].
type Codec interface {
	// Fields appends the fields of row to dst. It fails if the row is torn.
	Fields(dst []Field, row []byte) ([]Field, error)
	// Decode appends the value: UTF-8 for text, raw bytes for binary columns,
	// nothing for Null. It fails with ErrForm for Default and Expr and with
	// ErrCharset for text that is not valid in its charset.
	Decode(dst, row []byte, f Field, col int) ([]byte, error)
	// AppendNull writes NULL in the place of f.
	AppendNull(dst, row []byte, f Field, col int) ([]byte, error)
	// AppendValue writes value, which is as Decode gives it, in the form of f
	// and the charset of the dump. A value that the form cannot hold is
	// ErrForm, a text that dump or column cannot encode ErrCharset.
	AppendValue(dst, value, row []byte, f Field, col int) ([]byte, error)
	// Incomplete gives a line on which a client fails that has read rows of
	// this codec; mark is the text to show in it.
	Incomplete(mark string) string
}

// A Peeker is a Codec that finds the first fields of a row without a look at what stands behind
// them: a row that is left out by these is read no further.
type Peeker interface {
	Codec
	// Peek appends the first n fields of row to dst, or all where there are fewer.
	Peek(dst []Field, row []byte, n int) ([]Field, error)
}

// ScanOptions say how to scan; none of them changes what an item is.
type ScanOptions struct {
	ChunkSize int    // aim for chunks of this many bytes; default 256 KiB
	MaxRow    int    // refuse rows and statements of more bytes; default 64 MiB
	Charset   string // overrides the dump's own declaration
	NoEndMark bool   // accept a dump whose header promises an end mark that is missing
	// Schema is what is known before the first byte. The scanner works on a copy.
	Schema *schema.Schema
	// Bind is called once for each new head, before the head is handed out.
	// Whole rows are handed out as Raw, cut anywhere, without a limit on their
	// length. An error stops the scan at the head.
	Bind func(*Rows) (whole bool, err error)
}

// Defaults of [ScanOptions].
const (
	DefaultChunkSize = 256 << 10
	DefaultMaxRow    = 64 << 20
	maxMaxRow        = 1 << 30
)

// WithDefaults fills in what is not set.
func (o ScanOptions) WithDefaults() ScanOptions {
	if o.ChunkSize <= 0 {
		o.ChunkSize = DefaultChunkSize
	}
	if o.MaxRow <= 0 {
		o.MaxRow = DefaultMaxRow
	}
	o.MaxRow = min(o.MaxRow, maxMaxRow)
	o.ChunkSize = min(o.ChunkSize, o.MaxRow)
	return o
}

// Items walks a dump one item at a time. The chunk is valid until the next
// step; the last pair may be an error.
func Items(d Dialect, r io.Reader, o ScanOptions) iter.Seq2[ChunkItem, error] {
	return func(yield func(ChunkItem, error) bool) {
		s := d.NewScanner(r, o)
		var c Chunk
		for {
			err := s.Scan(&c)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(ChunkItem{}, err)
				return
			}
			for i := range c.Items {
				if !yield(ChunkItem{Chunk: &c, Item: c.Items[i]}, nil) {
					return
				}
			}
		}
	}
}

// A ChunkItem is an item beside the chunk that holds its bytes.
type ChunkItem struct {
	Chunk *Chunk
	Item
}

// Bytes gives the bytes of the item, valid as long as its chunk.
func (i ChunkItem) Bytes() []byte { return i.Chunk.Data[i.Start:i.End] }

// Pos gives the position of the item's body.
func (i ChunkItem) Pos() Pos { return i.Chunk.PosAt(i.Body) }
