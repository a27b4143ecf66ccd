package pgarchive

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// objects are the large objects of an entry, one behind the other.
type objects interface {
	// next gives the number of the next one and its contents, or io.EOF. The one before
	// has been read to its end.
	next() (oid uint32, data io.ReadCloser, err error)
	io.Closer
}

// The statements with which pg_restore prints large objects.
const (
	openBefore       = "SELECT pg_catalog.lo_open('"
	openBehind       = "', 131072);\n"
	writeBefore      = `SELECT pg_catalog.lowrite(0, '\x`
	writeBehind      = "');\n"
	closeLargeObject = "SELECT pg_catalog.lo_close(0);\n"
)

func openLargeObject(oid uint32) string { return openBefore + fmt.Sprint(oid) + openBehind }

// objectSize is how much of a large object pg_dump reads, and we write, at once.
const objectSize = 16 << 10

// An objectText reads large objects as statements.
type objectText struct {
	objects objects
	data    io.ReadCloser // of the current one
	text    []byte        // that was not read yet
	buffer  [objectSize]byte
	line    []byte
}

func (o *objectText) Read(b []byte) (int, error) {
	for len(o.text) == 0 {
		if err := o.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(b, o.text)
	o.text = o.text[n:]
	return n, nil
}

func (o *objectText) fill() error {
	if o.data == nil {
		oid, data, err := o.objects.next()
		if err == nil {
			o.data, o.text = data, []byte(openLargeObject(oid))
		}
		return err
	}
	n, err := io.ReadFull(o.data, o.buffer[:])
	o.line = o.line[:0]
	if n > 0 {
		o.line = hex.AppendEncode(append(o.line, writeBefore...), o.buffer[:n])
		o.line = append(o.line, writeBehind...)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		o.line = append(o.line, closeLargeObject...)
		err = o.data.Close()
		o.data = nil
	}
	o.text = o.line
	return err
}

func (o *objectText) Close() error {
	if o.data != nil {
		_ = o.data.Close() // it was only read
	}
	return o.objects.Close()
}

// An objectWriter takes such statements apart.
type objectWriter struct {
	sink   sink
	entry  *entry
	object io.WriteCloser // the open one
	held   []byte         // the beginning of a line
	bytes  []byte
}

// longestLine is more than a statement has that was written here.
const longestLine = 2*objectSize + 100

func (w *objectWriter) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			if w.held = append(w.held, rest...); len(w.held) > longestLine {
				return 0, ErrUnlike
			}
			break
		}
		w.held = append(w.held, rest[:i+1]...)
		rest = rest[i+1:]
		if err := w.line(w.held); err != nil {
			return 0, err
		}
		w.held = w.held[:0]
	}
	return len(b), nil
}

func (w *objectWriter) line(b []byte) (err error) {
	switch {
	case len(bytes.TrimSpace(b)) == 0:
		return nil
	case w.object == nil:
		number, ok := between(b, openBefore, openBehind)
		oid, err := strconv.ParseUint(string(number), 10, 32)
		if !ok || err != nil {
			return ErrUnlike
		}
		w.object, err = w.sink.object(w.entry, uint32(oid))
		return err
	case string(b) == closeLargeObject:
		err = w.object.Close()
		w.object = nil
		return err
	}
	digits, ok := between(b, writeBefore, writeBehind)
	if !ok {
		return ErrUnlike
	}
	if w.bytes, err = hex.AppendDecode(w.bytes[:0], digits); err != nil {
		return ErrUnlike
	}
	_, err = w.object.Write(w.bytes)
	return err
}

func between(b []byte, before, behind string) ([]byte, bool) {
	b, ok := bytes.CutPrefix(b, []byte(before))
	b, ok2 := bytes.CutSuffix(b, []byte(behind))
	return b, ok && ok2
}

// Close implements [io.Closer].
func (w *objectWriter) Close() error {
	if w.object != nil || len(bytes.TrimSpace(w.held)) > 0 {
		return ErrUnlike
	}
	return w.sink.endObjects(w.entry)
}
