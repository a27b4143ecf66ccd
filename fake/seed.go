package fake

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
)

// A Seed is 128 bits that stand for one identity. Masking gets it from a keyed
// pseudorandom function of the person or value; fixtures from [TestSeed].
//
// What is drawn from a seed is published in the fake. So different attributes
// never draw from one seed: each takes a [Seed.Sub] of its own, and Sub is
// one-way. Who sees a fake e-mail address learns nothing about the shift of the
// same person's dates.
type Seed [16]byte

// Sub gives the seed of one attribute. Labels of up to 39 bytes cost one block
// of SHA-256.
func (s Seed) Sub(label string) Seed {
	var b [64]byte
	n := copy(b[:], s[:])
	n += copy(b[n:], label)
	if len(label) > len(b)-len(s) {
		return s.long(label)
	}
	h := sha256.Sum256(b[:n])
	return Seed(h[:16])
}

func (s Seed) long(label string) Seed {
	h := sha256.Sum256(append(s[:], label...))
	return Seed(h[:16])
}

// Nth gives the i-th seed of a family, in any order.
func (s Seed) Nth(i int) Seed {
	var b [25]byte
	copy(b[:], s[:])
	b[16] = '#'
	binary.BigEndian.PutUint64(b[17:], uint64(i))
	h := sha256.Sum256(b[:])
	return Seed(h[:16])
}

// Uint64 gives 64 bits of the seed. Calls do not advance anything: two draws
// from one seed are the same draw.
func (s Seed) Uint64() uint64 { return binary.BigEndian.Uint64(s[:]) }

// N gives a number in [0, n), with a bias below n/2^64.
func (s Seed) N(n int) int {
	if n <= 0 {
		panic("fake: N of a number that is not positive")
	}
	hi, _ := bits.Mul64(s.Uint64(), uint64(n))
	return int(hi)
}

// A Stream gives as many draws as a fake needs that has no fixed number of
// parts, such as a text.
type Stream struct {
	seed  Seed
	block [32]byte
	used  int
	n     uint64
	// rest is what N left of 64 bits, and room the number of values it can have.
	rest drawing
	room uint64
}

// Stream gives the draws of a seed from the beginning.
func (s Seed) Stream() Stream { return Stream{seed: s, used: len(Stream{}.block)} }

// Uint64 gives the next 64 bits.
func (s *Stream) Uint64() uint64 {
	if s.used == len(s.block) {
		var b [25]byte
		copy(b[:], s.seed[:])
		b[16] = '+'
		binary.BigEndian.PutUint64(b[17:], s.n)
		s.block, s.used = sha256.Sum256(b[:]), 0
		s.n++
	}
	v := binary.BigEndian.Uint64(s.block[s.used:])
	s.used += 8
	return v
}

// N gives the next number in [0, n), with a bias below 2⁻³². Small numbers share
// 64 bits.
func (s *Stream) N(n int) int {
	if n <= 0 {
		panic("fake: N of a number that is not positive")
	}
	if s.room>>32 < uint64(n) {
		s.rest, s.room = drawing(s.Uint64()), 1<<64-1
	}
	s.room /= uint64(n)
	return int(s.rest.next(uint64(n)))
}

// TestSeed makes a seed from a name, for fixtures. It is no secret and not for
// masking.
func TestSeed(name string) Seed {
	h := sha256.Sum256([]byte("migawari test seed\x00" + name))
	return Seed(h[:16])
}
