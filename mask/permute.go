package mask

import (
	"crypto/cipher"
	"encoding/binary"
	"math/big"
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

const (
	// FF1Limit is the number of values from which on a permutation is FF1.
	FF1Limit = 1_000_000

	ff1Rounds   = 10
	smallRounds = 24
	// maxWord is the greatest number of bits whose halves fit a word.
	maxWord = 126
)

// A Permutation maps a range onto itself, one to one. It is immutable and safe
// for concurrent use.
type Permutation struct {
	n    *big.Int // the size of the range
	word bool     // n has at most maxWord bits
	hi   uint64   // n as a word pair, if word
	lo   uint64
	net  network
}

// Permutation makes the permutation of the numbers from 0 to n-1. n is at
// least 2. Permutations of different tweaks have nothing to do with each other.
func (k DomainKey) Permutation(n *big.Int, tweak []byte) *Permutation {
	if n.Cmp(big.NewInt(2)) < 0 {
		panic("mask: a permutation needs two values at least")
	}
	last := new(big.Int).Sub(n, big.NewInt(1))
	size := max(last.BitLen(), 2)
	p := &Permutation{n: new(big.Int).Set(n), word: size <= maxWord}
	if p.word {
		p.lo = new(big.Int).And(n, maxUint64).Uint64()
		p.hi = new(big.Int).Rsh(n, 64).Uint64()
	}
	rounds := ff1Rounds
	if n.Cmp(big.NewInt(FF1Limit)) < 0 {
		rounds = smallRounds
	}
	p.net = newNetwork(k.d.ff1, 2, size, rounds, tweak)
	return p
}

var maxUint64 = new(big.Int).SetUint64(1<<64 - 1)

// Method names the construction for audits: "FF1" or "keyed permutation".
func (p *Permutation) Method() string {
	if p.net.rounds == ff1Rounds {
		return "FF1"
	}
	return "keyed permutation"
}

// Size is the number of values.
func (p *Permutation) Size() *big.Int { return new(big.Int).Set(p.n) }

// A PermutationState is the scratch of one computation. It must not be shared
// between goroutines; its zero value is ready.
type PermutationState struct {
	block, round [16]byte
}

// Apply maps the number hi·2⁶⁴+lo, which must be in the range. It is for ranges
// that fit; see [Permutation.Fits].
func (p *Permutation) Apply(s *PermutationState, hi, lo uint64) (uint64, uint64) {
	if !p.word || !less(hi, lo, p.hi, p.lo) {
		panic("mask: a number outside of a permutation's range")
	}
	v := uint(p.net.v)
	for {
		a := hi<<(64-v) | lo>>v
		b := lo & (1<<v - 1)
		a, b = p.net.run(s, a, b)
		lo = b | a<<v
		hi = a >> (64 - v)
		if less(hi, lo, p.hi, p.lo) {
			return hi, lo
		}
	}
}

// Fits says whether Apply can be used, and not only ApplyBig.
func (p *Permutation) Fits() bool { return p.word }

func less(ahi, alo, bhi, blo uint64) bool { return ahi < bhi || ahi == bhi && alo < blo }

// ApplyBig is Apply for a range of any size. It changes x.
func (p *Permutation) ApplyBig(s *PermutationState, x *big.Int) *big.Int {
	if x.Sign() < 0 || x.Cmp(p.n) >= 0 {
		panic("mask: a number outside of a permutation's range")
	}
	if p.word {
		lo := new(big.Int).And(x, maxUint64).Uint64()
		hi := new(big.Int).Rsh(x, 64).Uint64()
		hi, lo = p.Apply(s, hi, lo)
		x.SetUint64(hi)
		return x.Or(x.Lsh(x, 64), new(big.Int).SetUint64(lo))
	}
	mask := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(p.net.v)), big.NewInt(1))
	for {
		a := new(big.Int).Rsh(x, uint(p.net.v))
		b := new(big.Int).And(x, mask)
		a, b = p.net.runBig(s, a, b)
		x.Or(x.Lsh(a, uint(p.net.v)), b)
		if x.Cmp(p.n) < 0 {
			return x
		}
	}
}

// A network is the Feistel network of FF1 for strings of n numerals.
type network struct {
	block  cipher.Block
	rounds int
	u, v   int    // lengths of the halves
	modU   uint64 // radixᵘ and radixᵛ, where they fit a word
	modV   uint64
	bigU   *big.Int
	bigV   *big.Int
	bytes  int // b of the standard: bytes of the right half
	size   int // d of the standard: bytes of a round's output
	// first is the CBC-MAC of P and Q up to the block in which Q has its round
	// number, with what that block begins with: the same in every round.
	first [16]byte
}

func newNetwork(block cipher.Block, radix uint32, n, rounds int, tweak []byte) network {
	f := network{block: block, rounds: rounds, u: n / 2, v: n - n/2}
	r := new(big.Int).SetUint64(uint64(radix))
	f.bigU = new(big.Int).Exp(r, big.NewInt(int64(f.u)), nil)
	f.bigV = new(big.Int).Exp(r, big.NewInt(int64(f.v)), nil)
	if f.bigV.IsUint64() {
		f.modU, f.modV = f.bigU.Uint64(), f.bigV.Uint64()
	}
	f.bytes = (new(big.Int).Sub(f.bigV, big.NewInt(1)).BitLen() + 7) / 8
	f.size = 4*((f.bytes+3)/4) + 4

	p := [16]byte{1, 2, 1, byte(radix >> 16), byte(radix >> 8), byte(radix), 10, byte(f.u)}
	binary.BigEndian.PutUint32(p[8:], uint32(n))
	binary.BigEndian.PutUint32(p[12:], uint32(len(tweak)))
	fixed := append(p[:], tweak...)
	for (len(fixed)+1+f.bytes)%16 != 0 {
		fixed = append(fixed, 0)
	}
	for len(fixed) >= 16 {
		for j, v := range fixed[:16] {
			f.first[j] ^= v
		}
		block.Encrypt(f.first[:], f.first[:])
		fixed = fixed[16:]
	}
	for j, v := range fixed {
		f.first[j] ^= v
	}
	return f
}

// run is the network for halves that fit a word.
func (f *network) run(s *PermutationState, a, b uint64) (uint64, uint64) {
	for i := range f.rounds {
		// What is left of Q: the round number and the right half, in one block.
		s.block = f.first
		s.block[15-f.bytes] ^= byte(i)
		var num [8]byte
		binary.BigEndian.PutUint64(num[:], b)
		for j := range f.bytes {
			s.block[16-f.bytes+j] ^= num[8-f.bytes+j]
		}
		f.block.Encrypt(s.block[:], s.block[:])
		// y is the first d bytes, 8 or 12 of them.
		var y uint64
		m := f.modU
		if i&1 == 1 {
			m = f.modV
		}
		if f.size == 8 {
			y = binary.BigEndian.Uint64(s.block[:]) % m
		} else {
			hi := uint64(binary.BigEndian.Uint32(s.block[:])) % m
			y = bits.Rem64(hi, binary.BigEndian.Uint64(s.block[4:]), m)
		}
		c := a + y
		if c >= m || c < a {
			c -= m
		}
		a, b = b, c
	}
	return a, b
}

// runBig is the network for halves of any length.
func (f *network) runBig(s *PermutationState, a, b *big.Int) (*big.Int, *big.Int) {
	q := make([]byte, (f.bytes+1+15)/16*16) // what is left of Q
	out := make([]byte, (f.size+15)/16*16)
	y := new(big.Int)
	for i := range f.rounds {
		clear(q)
		q[len(q)-f.bytes-1] = byte(i)
		b.FillBytes(q[len(q)-f.bytes:])
		s.block = f.first
		for at := 0; at < len(q); at += 16 {
			for j, v := range q[at : at+16] {
				s.block[j] ^= v
			}
			f.block.Encrypt(s.block[:], s.block[:])
		}
		for at := 0; at < len(out); at += 16 {
			s.round = s.block
			if at > 0 {
				binary.BigEndian.PutUint32(s.round[12:], binary.BigEndian.Uint32(s.round[12:])^uint32(at/16))
				f.block.Encrypt(s.round[:], s.round[:])
			}
			copy(out[at:], s.round[:])
		}
		y.SetBytes(out[:f.size])
		m := f.bigU
		if i&1 == 1 {
			m = f.bigV
		}
		c := new(big.Int).Add(a, y)
		a, b = b, c.Mod(c, m)
	}
	return a, b
}
