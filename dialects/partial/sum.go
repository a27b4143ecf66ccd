package partial

import (
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"
)

// A Sum tells whether a file is still the one that it was: by two cyclic checks and its
// length, which cost next to nothing. Who can write the files can write the sums as well, so
// it need not be harder.
type Sum struct {
	a, b hash.Hash32
	n    int64
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// NewSum is that of no bytes.
func NewSum() *Sum { return &Sum{a: crc32.NewIEEE(), b: crc32.New(castagnoli)} }

// Write implements [io.Writer]. It never fails.
func (s *Sum) Write(b []byte) (int, error) {
	_, _ = s.a.Write(b)
	_, _ = s.b.Write(b)
	s.n += int64(len(b))
	return len(b), nil
}

func (s *Sum) String() string { return fmt.Sprintf("%08x%08x %d", s.a.Sum32(), s.b.Sum32(), s.n) }

// SumOf reads a file.
func SumOf(file *os.File) (string, error) {
	s := NewSum()
	_, err := io.Copy(s, file)
	return s.String(), err
}

// sumOf is SumOf of a name.
func sumOf(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }() // it was only read
	return SumOf(file)
}
