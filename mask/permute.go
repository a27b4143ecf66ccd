package mask

import (
	"crypto/cipher"
	"encoding/binary"
	"math/bits"
)

// Permutations of ranges and of strings under a pattern: what a column needs
// whose fakes must be unique, since no two values get the same fake.
//
// The construction is FF1 (NIST SP 800-38G, Algorithm 7) with AES-256 over
// bits: a range of N numbers is taken as strings of ⌈log₂ N⌉ bits, and a
// result outside of it is encrypted again (cycle walking). SP
// 800-38G Rev. 1 wants at least a million values. Below that the same network
// runs with more rounds and is called what it is: a keyed permutation. It keeps
// values apart; that somebody with a list of all values tries them out, no
// permutation of so few can prevent.
//
// Nothing is kept from one value to the next: what a tweak costs is two or three
// blocks of AES, and patterns can be as many as values.

const (
	// FF1Limit is the number of values from which on a permutation is FF1.
	FF1Limit = 1_000_000

	ff1Rounds   = 10
	smallRounds = 24
	// maxHalf is the greatest number of bits of a half that fits a word.
	maxHalf = 63
)

// PermutationMethod names the construction for a range of n numbers, for audits:
// "FF1" or "keyed permutation". n is as in [DomainKey.Permute].
func PermutationMethod(n []uint64) string {
	if permutationRounds(n) == ff1Rounds {
		return "FF1"
	}
	return "keyed permutation"
}

func permutationRounds(n []uint64) int {
	if less(n, []uint64{FF1Limit}) {
		return smallRounds
	}
	return ff1Rounds
}

// A PermutationState is the scratch of one computation. It must not be shared
// between goroutines; its zero value is ready.
type PermutationState struct {
	block [16]byte
	last  [16]byte
	// For halves of more than a word:
	a, b []uint64
	text []byte
}

// Permute maps the number x to another below n, in place: for each n and tweak
// it is a permutation of the numbers from 0 to n-1, and those of different n or
// tweaks have nothing to do with each other. Numbers are words, the lowest first;
// x has as many as n. n is at least 2. x must be below n.
func (k DomainKey) Permute(s *PermutationState, x, n []uint64, tweak []byte) {
	if len(x) != len(n) || !less(x, n) || bitLen(n) < 2 {
		panic("mask: a number outside of a permutation's range")
	}
	size := bitLen(n)
	if powerOfTwo(n) {
		size-- // the greatest number is one bit shorter
	}
	f := network{block: k.d.ff1, rounds: permutationRounds(n)}
	f.begin(s, max(size, 2), tweak)
	for {
		if f.v <= maxHalf {
			f.words(s, x)
		} else {
			f.wide(s, x)
		}
		if less(x, n) {
			return
		}
	}
}

// A network is the Feistel network of FF1 for strings of bits: radix 2.
type network struct {
	block  cipher.Block
	rounds int
	u, v   int // lengths of the halves
	bytes  int // b of the standard: bytes of the right half
	size   int // d of the standard: bytes of a round's output
	// first is the CBC-MAC of P and Q up to the block in which Q has its round
	// number, with what that block begins with: the same in every round.
	first [2]uint64
}

// begin settles what depends on the length of the strings and the tweak alone.
func (f *network) begin(s *PermutationState, n int, tweak []byte) {
	f.u, f.v = n/2, n-n/2
	f.bytes = (f.v + 7) / 8
	f.size = 4*((f.bytes+3)/4) + 4

	s.block = [16]byte{1, 2, 1, 0, 0, 2, 10, byte(f.u)}
	binary.BigEndian.PutUint32(s.block[8:], uint32(n))
	binary.BigEndian.PutUint32(s.block[12:], uint32(len(tweak)))
	f.block.Encrypt(s.block[:], s.block[:])
	// Behind the tweak, Q has zeros until its last byte ends a block.
	length := len(tweak) + (15-f.bytes-len(tweak))&15
	for at := 0; at < length; at += 16 {
		if at < len(tweak) {
			for j, c := range tweak[at:min(at+16, len(tweak))] {
				s.block[j] ^= c
			}
		}
		if at+16 <= length {
			f.block.Encrypt(s.block[:], s.block[:])
		}
	}
	f.first = [2]uint64{binary.BigEndian.Uint64(s.block[:]), binary.BigEndian.Uint64(s.block[8:])}
}

// words is the network for halves that fit a word each.
func (f *network) words(s *PermutationState, x []uint64) {
	lo, hi := x[0], uint64(0)
	if len(x) > 1 {
		hi = x[1]
	}
	a, b := hi<<(64-f.v)|lo>>f.v, lo&(1<<f.v-1)
	masks := [2]uint64{1<<f.u - 1, 1<<f.v - 1}
	for i := range f.rounds {
		// What is left of Q: the round number and the right half, in one block.
		h, l := f.first[0], f.first[1]^b
		if f.bytes == 8 {
			h ^= uint64(i)
		} else {
			l ^= uint64(i) << (8 * f.bytes)
		}
		binary.BigEndian.PutUint64(s.block[:], h)
		binary.BigEndian.PutUint64(s.block[8:], l)
		f.block.Encrypt(s.block[:], s.block[:])
		// The sum is taken modulo a power of two, so the last 8 of d bytes do.
		y := binary.BigEndian.Uint64(s.block[f.size-8:])
		a, b = b, (a+y)&masks[i&1]
	}
	x[0] = b | a<<f.v
	if len(x) > 1 {
		x[1] = a >> (64 - f.v)
	}
}

// wide is the network for halves of any length.
func (f *network) wide(s *PermutationState, x []uint64) {
	s.a, s.b = sized(s.a, (f.v+63)/64), sized(s.b, (f.v+63)/64)
	a, b := s.a, s.b
	for i := range b {
		b[i] = x[i]
		a[i] = word(x, f.v/64+i)>>(f.v%64) | word(x, f.v/64+i+1)<<(64-f.v%64)
	}
	truncate(a, f.u)
	truncate(b, f.v)
	for i := range f.rounds {
		y := f.round(s, i, b)
		carry := uint64(0)
		for j := range a {
			a[j], carry = bits.Add64(a[j], littleWord(y, j), carry)
		}
		if i%2 == 0 {
			truncate(a, f.u)
		} else {
			truncate(a, f.v)
		}
		a, b = b, a
	}
	clear(x)
	copy(x, b)
	for i := f.v / 64; i < len(x); i++ {
		x[i] |= word(a, i-f.v/64)<<(f.v%64) | word(a, i-f.v/64-1)>>(64-f.v%64)
	}
}

// round gives the d bytes of a round's output.
func (f *network) round(s *PermutationState, i int, b []uint64) []byte {
	q := (f.bytes + 1 + 15) / 16 * 16 // what is left of Q
	out := (f.size + 15) / 16 * 16
	s.text = sized(s.text, max(q, out))
	text := s.text[:q]
	clear(text)
	text[q-f.bytes-1] = byte(i)
	for j := range f.bytes {
		text[q-1-j] = byte(b[j/8] >> (j % 8 * 8))
	}
	binary.BigEndian.PutUint64(s.block[:], f.first[0])
	binary.BigEndian.PutUint64(s.block[8:], f.first[1])
	for at := 0; at < q; at += 16 {
		for j, c := range text[at : at+16] {
			s.block[j] ^= c
		}
		f.block.Encrypt(s.block[:], s.block[:])
	}
	for at := 0; at < out; at += 16 {
		s.last = s.block
		if at > 0 {
			s.last[15] ^= byte(at / 16)
			s.last[14] ^= byte(at / 16 >> 8)
			f.block.Encrypt(s.last[:], s.last[:])
		}
		copy(s.text[at:out], s.last[:])
	}
	return s.text[:f.size]
}

// littleWord gives the i-th word of a number of bytes, the lowest word being 0.
func littleWord(b []byte, i int) uint64 {
	end := len(b) - 8*i
	if end >= 8 {
		return binary.BigEndian.Uint64(b[end-8:])
	}
	var w uint64
	for _, c := range b[:max(end, 0)] {
		w = w<<8 | uint64(c)
	}
	return w
}

// word gives the i-th word of a number, beyond which there are zeros.
func word(x []uint64, i int) uint64 {
	if 0 <= i && i < len(x) {
		return x[i]
	}
	return 0
}

// truncate takes a number modulo 2ⁿ.
func truncate(x []uint64, n int) {
	for i := range x {
		if left := n - 64*i; left < 64 {
			x[i] &= 1<<max(left, 0) - 1
		}
	}
}

func bitLen(x []uint64) int {
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != 0 {
			return 64*i + bits.Len64(x[i])
		}
	}
	return 0
}

func powerOfTwo(x []uint64) bool {
	ones := 0
	for _, w := range x {
		ones += bits.OnesCount64(w)
	}
	return ones == 1
}

// less compares numbers of any lengths.
func less(a, b []uint64) bool {
	for i := max(len(a), len(b)) - 1; i >= 0; i-- {
		if x, y := word(a, i), word(b, i); x != y {
			return x < y
		}
	}
	return false
}
