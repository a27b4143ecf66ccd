package pgarchive

import (
	"bufio"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/dialects/parts"
)

// An Archive is open for reading. Its table of contents has been read.
type Archive struct {
	header header
	pieces []piece
	all    []*entry
	kind   Kind
	source source
	marker parts.Marker
	joined *parts.Joined   // the text that was read last
	reused map[string]bool // files with rows that need not be read
	share  *partial.Share  // of several runs
}

// A Kind is the container of an archive.
type Kind uint8

// The kinds.
const (
	Custom Kind = iota
	Directory
	Tar
)

// A source gives the data of entries in the order of the table of contents.
type source interface {
	rows(*entry) (io.ReadCloser, error)
	objects(*entry) (objects, error)
	end() error // of it all: nothing may stand behind the last
	io.Closer
}

// Kind says what container it is, and so what kind is written.
func (a *Archive) Kind() Kind { return a.kind }

// Marker is the text by which the comments are known that divide the pieces, for
// mask.Marked.
func (a *Archive) Marker() string { return string(a.marker) }

// Close implements [io.Closer].
func (a *Archive) Close() error { return a.source.Close() }

// Open reads the table of contents of a custom archive or a tar file, and leaves r open. It
// reads no further than that, so r can be a pipe.
func Open(r io.Reader) (*Archive, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	if head, err := b.Peek(len(magic)); err == nil && string(head) != magic {
		return openTar(b)
	}
	return newArchive(b, Custom, func(d *decoder) source { return &customSource{decoder: d} })
}

func newArchive(b *bufio.Reader, kind Kind, open func(*decoder) source) (*Archive, error) {
	d, err := readHeader(b)
	if err != nil {
		return nil, at(nil, err)
	}
	if (d.format == formatCustom) != (kind == Custom) || kind != Custom && d.format != formatTar {
		return nil, at(nil, ErrFormat)
	}
	all, err := d.entries()
	if err == nil && kind != Custom {
		if err = checkFiles(all); err == nil {
			err = d.ended()
		}
	}
	if err != nil {
		return nil, at(nil, err)
	}
	a := &Archive{header: *d.header, all: all, kind: kind, pieces: pieces(all), marker: parts.NewMarker()}
	a.source = open(d)
	return a, nil
}

// at says where an error happened, unless it is known.
func at(e *entry, err error) error {
	var located *Error
	if err == nil || err == io.EOF || errors.As(err, &located) { //nolint:errorlint // an end, not why something else failed
		return err
	}
	id := 0
	if e != nil {
		id = e.id
	}
	return &Error{Entry: id, Err: err}
}
