package main

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
)

// A digested dump has its SHA-256 taken while it is read, as its audit has it.
type digested struct {
	in  *input
	sum string // once it was read to its end
}

// reader has the text of the dump hashed that is read, until it was once read to its end.
func (d *digested) reader(r io.Reader) io.Reader {
	if d == nil || d.sum != "" || d.in.container() {
		return r
	}
	return &hashing{r, sha256.New(), d}
}

// value gives the digest, or "" where there is none: of a database.
func (d *digested) value() (string, error) {
	if d == nil {
		return "", nil
	}
	if d.in.container() && d.in.path != "" {
		return digestOfDump(d.in.keys, d.in.path)
	}
	return d.sum, nil
}

// container says whether the text that is read is another than what lies in the file.
func (in *input) container() bool { return in.archive != nil || in.folder != nil || in.database != nil }

// A hashing reader hands its hash over at the end.
type hashing struct {
	io.Reader
	hash hash.Hash
	to   *digested
}

func (h *hashing) Read(b []byte) (int, error) {
	n, err := h.Reader.Read(b)
	h.hash.Write(b[:n]) // it never fails
	if errors.Is(err, io.EOF) {
		h.to.sum = hexSum(h.hash)
	}
	return n, err
}
