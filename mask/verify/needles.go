package verify

import (
	"crypto/rand"
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// Needles are the values that are looked for, as fingerprints under a key that is drawn
// for the run and written nowhere. A fingerprint has 40 bits, of which the table stores 24
// for each different value; beside it are one bit for the beginning of each, in a filter of
// 8 MiB, and the lengths that occur. So a place in a text costs two looks into the filter,
// and only where something begins alike, one into the table for each length.
type needles struct {
	base, stir uint64
	bytes      [256]uint64
	seed       maphash.Seed
	powers     [longestNeedle + 1]uint64 // of base
	shards     [][]byte                  // sorted, of 3 bytes each
	begins     []uint64
	lengths    [2][]int // of needles, by the window of their beginning
	n          int
}

const (
	shardBits     = 16
	entry         = 3
	beginBits     = 26
	longestNeedle = 96 // a longer value is looked for by its beginning
	shortWindow   = 6
	longWindow    = 12
)

func newNeedles() *needles {
	s := &needles{base: drawn() | 1, stir: drawn() | 1, seed: maphash.MakeSeed(), shards: make([][]byte, 1<<shardBits), begins: make([]uint64, 1<<(beginBits-6))}
	for i := range s.bytes {
		s.bytes[i] = drawn()
	}
	s.powers[0] = 1
	for i := 1; i <= longestNeedle; i++ {
		s.powers[i] = s.powers[i-1] * s.base
	}
	return s
}

// drawn is a number that nobody can foresee.
func drawn() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return binary.LittleEndian.Uint64(b[:])
}

// hashes gives for each place of a text the hash of what stands before it.
func (s *needles) hashes(dst []uint64, text []byte) []uint64 {
	h := uint64(0)
	dst = append(dst[:0], 0)
	for _, c := range text {
		h = h*s.base + s.bytes[c]
		dst = append(dst, h)
	}
	return dst
}

// mark is the fingerprint of n bytes from i on.
func (s *needles) mark(hashes []uint64, i, n int) uint64 {
	h := hashes[i+n] - hashes[i]*s.powers[n]
	hi, lo := bits.Mul64(h^uint64(n)<<56, s.stir)
	return hi ^ lo
}

func window(n int) (int, int) {
	if n >= longWindow {
		return 1, longWindow
	}
	return 0, shortWindow
}

// cutNeedle cuts what is too long, between characters.
func cutNeedle(canonical []byte) []byte {
	if len(canonical) <= longestNeedle {
		return canonical
	}
	n := longestNeedle
	for n > longestNeedle-utf8.UTFMax && !utf8.RuneStart(canonical[n]) {
		n--
	}
	return canonical[:n]
}

// add takes a value in its canonical form, as cutNeedle has it.
func (s *needles) add(canonical []byte, hashes []uint64) {
	class, w := window(len(canonical))
	if at, ok := slices.BinarySearch(s.lengths[class], len(canonical)); !ok {
		s.lengths[class] = slices.Insert(s.lengths[class], at, len(canonical))
	}
	begin := s.mark(hashes, 0, w) >> (64 - beginBits)
	s.begins[begin>>6] |= 1 << (begin & 63)
	m := s.mark(hashes, 0, len(canonical))
	shard := &s.shards[m>>(64-shardBits)]
	key := [entry]byte{byte(m >> 40), byte(m >> 32), byte(m >> 24)}
	at, ok := find(*shard, key)
	if ok {
		return
	}
	s.n++
	if len(*shard)+entry > cap(*shard) {
		grown := make([]byte, len(*shard), len(*shard)+len(*shard)/(8*entry)*entry+2*entry)
		copy(grown, *shard)
		*shard = grown
	}
	*shard = slices.Insert(*shard, entry*at, key[:]...)
}

// find gives the place of a key among sorted ones.
func find(shard []byte, key [entry]byte) (at int, ok bool) {
	want := uint32(key[0])<<16 | uint32(key[1])<<8 | uint32(key[2])
	lo, hi := 0, len(shard)/entry
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		k := shard[entry*mid:]
		switch got := uint32(k[0])<<16 | uint32(k[1])<<8 | uint32(k[2]); {
		case got == want:
			return mid, true
		case got < want:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return lo, false
}

func (s *needles) has(mark uint64) bool {
	_, ok := find(s.shards[mark>>(64-shardBits)], [entry]byte{byte(mark >> 40), byte(mark >> 32), byte(mark >> 24)})
	return ok
}

// An identity is a value by two hashes under keys of the run: 128 bits that nobody else
// can make, so that what has them is the value.
type identity struct{ mark, hash uint64 }

func (s *needles) identity(canonical []byte, mark uint64) identity {
	return identity{mark, maphash.Bytes(s.seed, canonical)}
}

// search calls found for each place of a canonical text at which something stands that has
// the mark of a needle. Of each length, since a mark can be that of something else.
func (s *needles) search(text []byte, hashes []uint64, found func(id identity, from, to int)) {
	for i := 0; i+shortWindow <= len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf && !utf8.RuneStart(c) {
			continue
		}
		if i > 0 && isDigit(text[i]) && isDigit(text[i-1]) && onlyDigits(text[i:min(len(text), i+shortWindow)]) {
			continue // inside a number
		}
		for class, w := range [...]int{shortWindow, longWindow} {
			if i+w > len(text) {
				break
			}
			begin := s.mark(hashes, i, w) >> (64 - beginBits)
			if s.begins[begin>>6]>>(begin&63)&1 == 0 {
				continue
			}
			for _, n := range s.lengths[class] {
				if i+n > len(text) {
					break
				}
				if m := s.mark(hashes, i, n); s.has(m) && !cutsNumber(text, i, i+n) {
					found(s.identity(text[i:i+n], m), i, i+n)
				}
			}
		}
	}
}

func onlyDigits(b []byte) bool {
	return !slices.ContainsFunc(b, func(c byte) bool { return !isDigit(c) })
}

// cutsNumber says whether what stands there is a number that is part of a longer one.
func cutsNumber(text []byte, from, to int) bool {
	return to < len(text) && isDigit(text[to]) && isDigit(text[to-1]) && onlyDigits(text[from:to])
}
