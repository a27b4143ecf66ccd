package fake

import (
	"encoding/binary"
	"math/bits"
)

// low gives the 64 bits of the seed that Uint64 does not.
func (s Seed) low() uint64 { return binary.BigEndian.Uint64(s[8:]) }

// A drawing draws several small numbers from 64 bits: each takes the bits that
// the one before left. The product of their ranges must stay far below 2⁶⁴, or
// the last ones are not even.
type drawing uint64

// next gives a number in [0, n).
func (d *drawing) next(n uint64) uint64 {
	hi, lo := bits.Mul64(uint64(*d), n)
	*d = drawing(lo)
	return hi
}

// digit gives a digit.
func (d *drawing) digit() byte { return '0' + byte(d.next(10)) }
