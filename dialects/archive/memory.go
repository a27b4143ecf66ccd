package archive

import (
	"bytes"
	"io"
)

// A Memory keeps a stream that passes by once, packed, so that it can be read again; nothing
// of it lies on a disk. It has a limit, beyond which it keeps nothing. Not for several
// goroutines.
type Memory struct {
	kept pieces
	pack io.WriteCloser // nil: it is over
	err  error
}

// NewMemory keeps at most so many packed bytes, and takes a few MiB more to pack them.
func NewMemory(limit int) *Memory {
	m := &Memory{kept: pieces{room: limit}}
	m.pack, m.err = Compress(&m.kept, Zstd, 1)
	return m
}

// Write implements [io.Writer]. It never fails: what has no room is forgotten, with all
// that was kept.
func (m *Memory) Write(b []byte) (int, error) {
	if m.err == nil {
		_, m.err = m.pack.Write(b)
	}
	if m.err != nil {
		m.kept.forget()
	}
	return len(b), nil
}

// Seal ends what is kept. It says whether it is all there.
func (m *Memory) Seal() bool {
	if m.pack != nil {
		if err := m.pack.Close(); m.err == nil {
			m.err = err
		}
		m.pack = nil
	}
	if m.err != nil {
		m.kept.forget()
	}
	return m.err == nil
}

// Open reads what is kept from its beginning, as often as it is asked for, behind Seal.
func (m *Memory) Open() (io.ReadCloser, error) {
	if m.err != nil {
		return nil, m.err
	}
	var all []io.Reader
	for _, p := range m.kept.of {
		all = append(all, bytes.NewReader(p))
	}
	r, _, err := Decompress(io.MultiReader(all...))
	return r, err
}

// Pieces are bytes in pieces of one size, which grow without being copied.
type pieces struct {
	of   [][]byte
	room int // for more bytes
}

const pieceSize = 1 << 20

func (p *pieces) Write(b []byte) (n int, err error) {
	if len(b) > p.room {
		return 0, ErrForgotten
	}
	p.room -= len(b)
	n = len(b)
	for len(b) > 0 {
		if k := len(p.of); k == 0 || len(p.of[k-1]) == pieceSize {
			p.of = append(p.of, make([]byte, 0, pieceSize))
		}
		last := &p.of[len(p.of)-1]
		some := min(len(b), pieceSize-len(*last))
		*last = append(*last, b[:some]...)
		b = b[some:]
	}
	return n, nil
}

func (p *pieces) forget() { p.of, p.room = nil, 0 }
