package sshsig

import "encoding/binary"

// A writer writes what RFC 4251 calls uint32 and string.
type writer []byte

func (w *writer) raw(s string)    { *w = append(*w, s...) }
func (w *writer) number(n uint32) { *w = binary.BigEndian.AppendUint32(*w, n) }
func (w *writer) text(s string)   { w.number(uint32(len(s))); w.raw(s) }

// A reader reads them. Behind the first failure it gives nothing.
type reader struct {
	b      []byte
	failed bool
}

func (r *reader) raw(n int) string {
	if r.failed || n < 0 || n > len(r.b) {
		r.failed = true
		return ""
	}
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

func (r *reader) number() uint32 {
	s := r.raw(4)
	if r.failed {
		return 0
	}
	return binary.BigEndian.Uint32([]byte(s))
}

func (r *reader) text() string {
	n := r.number()
	if uint64(n) > uint64(len(r.b)) {
		r.failed = true
		return ""
	}
	return r.raw(int(n))
}
