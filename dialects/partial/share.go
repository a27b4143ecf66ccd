package partial

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// A File is one of a directory that has rows.
type File struct {
	Name  string `json:"file"`
	Bytes int64  `json:"bytes"` // as it lies
}

// A Share is what one run of several writes of a directory: some of its files with rows and,
// if it is the first, all that is no row. nil: all of it.
type Share struct {
	number int
	others map[string]bool // files that are not of the share
}

// Divide divides files with rows into so many shares, in their order and as alike in size as
// that allows. The digest is that of what is divided, with that of what all runs read.
func Divide(files []File, definitions string, of int) (shares [][]File, digest string) {
	sum := sha256.New()
	_, _ = fmt.Fprintf(sum, "%s\n", definitions) // a hash takes all
	total := int64(0)
	for _, f := range files {
		_, _ = fmt.Fprintf(sum, "%q %d\n", f.Name, f.Bytes) // likewise
		total += f.Bytes
	}
	shares = make([][]File, of)
	before := int64(0)
	for _, f := range files {
		middle := float64(before) + float64(f.Bytes)/2
		i := min(of-1, int(middle/float64(max(1, total))*float64(of)))
		shares[i] = append(shares[i], f)
		before += f.Bytes
	}
	return shares, hex.EncodeToString(sum.Sum(nil))
}

// NewShare is one of shares, counted from 1.
func NewShare(number int, shares [][]File) *Share {
	s := &Share{number, map[string]bool{}}
	for i, files := range shares {
		for _, f := range files {
			s.others[f.Name] = i+1 != number
		}
	}
	return s
}

// Lacks says whether another run writes a file with rows.
func (s *Share) Lacks(file string) bool { return s != nil && s.others[file] }

// Later says whether another run writes what is no row.
func (s *Share) Later() bool { return s != nil && s.number > 1 }
