package verify

import (
	"crypto/rand"
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf16"
	"unicode/utf8"
)

// Needles are the values that are looked for, as fingerprints under a key that is drawn
// for the run and written nowhere. A fingerprint has 40 bits, of which the table stores 24
// for each different value. A filter of at most 16 MiB has the beginnings of all, as they
// are, reversed and in ROT13, so that a place in a text costs one look; only where something
// begins alike is the table asked, once for each length that occurs.
//
// Several goroutines may add; then settle; then several may search.
type needles struct {
	marks
	base, times, stir, other uint64
	begin                    [5]uint64
	filter                   []uint64
	shift                    int
	bytes                    atomic.Bool      // some are no UTF-8
	rare                     atomic.Bool      // some have characters beyond the first 65,536
	letters                  alphabet         // that they consist of
	sets                     []charset        // in which these are read
	lengths                  [2]atomic.Uint64 // of needles, as bits, by the window of their beginning
}

const (
	filterBits    = 27
	emptyBits     = 8  // the filter is settled where at most one bit of so many is set
	longestNeedle = 63 // characters; a longer value is looked for by its beginning
	narrowWindow  = 3
	broadWindow   = 6
	longWindow    = 12 // the longer ones are in the filter by this beginning, too
)

// newNeedles makes room for needles, with a filter of so many bits, as a power of two.
func newNeedles(width int) *needles {
	s := &needles{base: drawn() | 1, times: drawn() | 1, stir: drawn() | 1, other: drawn() | 1, filter: make([]uint64, 1<<(width-6)), shift: 64 - width + 6}
	for i := range s.begin {
		s.begin[i] = drawn() | 1
	}
	return s
}

// drawn is a number that nobody can foresee.
func drawn() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return binary.LittleEndian.Uint64(b[:])
}

// An identity is a value by two hashes under keys of the run: 128 bits that nobody else
// can make, so that what has them is the value.
type identity struct{ mark, other uint64 }

// identity gives that of a value in its canonical form, as cutNeedle has it.
func (s *needles) identity(canonical []rune) identity {
	h, other := uint64(0), s.other
	for _, r := range canonical {
		h = h*s.base + uint64(r)*s.times
		hi, lo := bits.Mul64(other^uint64(r), s.begin[4])
		other = hi ^ lo
	}
	return identity{s.mark(h, len(canonical)), other}
}

// mark is the fingerprint of what has a hash and a length.
func (s *needles) mark(hash uint64, n int) uint64 {
	hi, lo := bits.Mul64(hash^uint64(n)<<56, s.stir)
	return hi ^ lo
}

// cutNeedle cuts what is too long.
func cutNeedle(canonical []rune) []rune { return canonical[:min(len(canonical), longestNeedle)] }

// isBroad says whether a needle is looked for by its first six characters, and not by three:
// three letters of ASCII stand everywhere.
func isBroad(needle []rune) bool {
	return len(needle) >= broadWindow && (needle[0] < utf8.RuneSelf || needle[1] < utf8.RuneSelf || needle[2] < utf8.RuneSelf)
}

// Where three characters are one number.
func packed(a, b, c rune) uint64 { return uint64(a) | uint64(b)<<21 | uint64(c)<<42 }

func (s *needles) narrow(a uint64) uint64 {
	hi, lo := bits.Mul64(a^s.begin[0], s.begin[1])
	return hi ^ lo
}

func (s *needles) broad(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^s.begin[2], b^s.begin[3])
	return hi ^ lo
}

// A beginning sets two bits of one word of the filter, and one for its way.
func bitsOf(h uint64) uint64 { return 1<<(h&63) | 1<<(h>>6&63) }

func bitOf(h uint64, w way) uint64 { return 1 << (h >> (12 + 6*w) & 63) }

// begins says in which ways something can begin so, as bits.
func (s *needles) begins(h uint64) (could uint8) {
	want, word := bitsOf(h), s.filter[h>>s.shift]
	if word&want != want {
		return 0
	}
	for w := range ways {
		if word&bitOf(h, w) != 0 {
			could |= 1 << w
		}
	}
	return could
}

// note puts a beginning into the filter, of what has this length.
func (s *needles) note(needle []rune, w way) {
	class, h := 0, uint64(0)
	if isBroad(needle) {
		class, h = 1, s.broad(packed(needle[0], needle[1], needle[2]), packed(needle[3], needle[4], needle[5]))
	} else {
		h = s.narrow(packed(needle[0], needle[1], needle[2]))
	}
	s.set(h, w)
	if len(needle) >= longWindow {
		begin := uint64(0)
		for _, r := range needle[:longWindow] {
			begin = begin*s.base + uint64(r)*s.times
		}
		s.set(s.mark(begin, longWindow), w)
	}
	if length := uint64(1) << len(needle); s.lengths[class].Load()&length == 0 {
		s.lengths[class].Or(length)
	}
}

func (s *needles) set(h uint64, w way) {
	if word, want := &s.filter[h>>s.shift], bitsOf(h)|bitOf(h, w); atomic.LoadUint64(word)&want != want {
		atomic.OrUint64(word, want)
	}
}

// add takes a value in its canonical form that tells of somebody, as cutNeedle has it.
func (s *needles) add(canonical []rune) {
	if !s.marks.add(s.identity(canonical).mark) {
		return
	}
	s.note(canonical, straight)
	var other [longestNeedle]rune
	n := copy(other[:], canonical)
	slices.Reverse(other[:n])
	s.note(other[:n], backwards)
	letters := false
	for i, r := range canonical {
		other[i] = rot13(r)
		letters = letters || other[i] != r
		switch {
		case r >= broken:
			s.bytes.Store(true)
		case r > 0xffff:
			s.rare.Store(true)
		case !s.letters.has(r):
			atomic.OrUint64(&s.letters[r>>6], 1<<(r&63))
		}
	}
	if letters {
		s.note(other[:n], turned)
	}
}

func rot13(r rune) rune {
	switch {
	case 'a' <= r && r <= 'm':
		return r + 13
	case 'n' <= r && r <= 'z':
		return r - 13
	}
	return r
}

// settle makes the filter as small as it can be: what fits into a processor's cache is
// asked faster.
func (s *needles) settle() {
	set := 0
	for _, word := range s.filter {
		set += bits.OnesCount64(word)
	}
	for len(s.filter) > 1<<8 && len(s.filter)*64/2 >= emptyBits*set {
		half := s.filter[:len(s.filter)/2]
		for i := range half {
			half[i] = s.filter[2*i] | s.filter[2*i+1]
		}
		s.filter = half
		s.shift++
	}
	s.filter = slices.Clone(s.filter)
	s.sets = charsets(s.written())
}

// written are the characters in which the letters of needles can be written, and those that
// can stand between them.
func (s *needles) written() *alphabet {
	all, forms := new(alphabet), theForms()
	for r := range rune(1 << 16) {
		form := rune(forms[r])
		switch {
		case utf16.IsSurrogate(r):
			if s.rare.Load() {
				all.put(r)
			}
		case form <= halfVoices, s.letters.has(form), s.letters.has(rot13(form)), 'ア' <= form && form <= 'ヴ':
			all.put(r)
		}
	}
	return all
}

// A way is how a value can be written that is found without reading the text again.
type way uint8

const (
	straight way = iota
	backwards
	turned // in ROT13
	ways
)

// search calls found for each place of a canonical text at which something stands that has
// the mark of a needle. Of each length, since a mark can be that of something else.
func (s *needles) search(text []rune, found func(from, to int, w way)) {
	n := len(text)
	if n < leastRunes {
		return
	}
	skip := broken // no needle has such characters
	if s.bytes.Load() {
		skip = divider
	}
	a := packed(0, text[0], text[1])
	for i := 0; i+narrowWindow <= n; i++ {
		x, y, z := text[i], text[i+1], text[i+2]
		a = a>>21 | uint64(z)<<42
		if z >= skip {
			if i += 2; i+narrowWindow < n {
				a = packed(0, text[i+1], text[i+2])
			}
			continue
		}
		if x < utf8.RuneSelf || y < utf8.RuneSelf || z < utf8.RuneSelf {
			if i+broadWindow <= n {
				if ways := s.begins(s.broad(a, packed(text[i+3], text[i+4], text[i+5]))); ways != 0 {
					s.lookUp(text, i, 1, ways, found)
				}
			}
			if x < utf8.RuneSelf && y < utf8.RuneSelf && z < utf8.RuneSelf {
				continue
			}
		}
		if ways := s.begins(s.narrow(a)); ways != 0 {
			s.lookUp(text, i, 0, ways, found)
		}
	}
}

// lookUp asks the table for all that can begin at a place, in some ways.
func (s *needles) lookUp(text []rune, i, class int, could uint8, found func(from, to int, w way)) {
	if i > 0 && isDigit(text[i]) && isDigit(text[i-1]) && onlyDigits(text[i:min(len(text), i+broadWindow)]) {
		return // inside a number
	}
	lengths := s.lengths[class].Load()
	for w := range ways {
		if could>>w&1 == 0 {
			continue
		}
		hash, power, same := uint64(0), uint64(1), w == turned
		begin := uint64(0)
		for k := 0; i+k < len(text) && lengths>>(k+1) != 0; k++ {
			r := text[i+k]
			if k < longWindow {
				if begin = begin*s.base + uint64(r)*s.times; k == longWindow-1 && s.begins(s.mark(begin, longWindow))>>w&1 == 0 {
					break
				}
			}
			switch w {
			case straight:
				hash = hash*s.base + uint64(r)*s.times
			case backwards:
				hash += uint64(r) * s.times * power
				power *= s.base
			case turned:
				t := rot13(r)
				same = same && t == r
				hash = hash*s.base + uint64(t)*s.times
			}
			if lengths>>(k+1)&1 != 0 && !same && s.has(s.mark(hash, k+1)) && !cutsNumber(text, i, i+k+1) {
				found(i, i+k+1, w)
			}
		}
	}
}

// write gives what was found as the value is written.
func (w way) write(dst, found []rune) []rune {
	dst = append(dst[:0], found...)
	switch w {
	case backwards:
		slices.Reverse(dst)
	case turned:
		for i, r := range dst {
			dst[i] = rot13(r)
		}
	}
	return dst
}

func onlyDigits(runes []rune) bool {
	return !slices.ContainsFunc(runes, func(r rune) bool { return !isDigit(r) })
}

// cutsNumber says whether what stands there is a number that is part of a longer one.
func cutsNumber(text []rune, from, to int) bool {
	return to < len(text) && isDigit(text[to]) && isDigit(text[to-1]) && onlyDigits(text[from:to])
}

// Marks are a set of fingerprints, of which 24 bits each are stored.
type marks struct {
	locks  [256]sync.Mutex
	shards [1 << shardBits][]byte // sorted, of 3 bytes each
	n      atomic.Int64
}

const (
	shardBits = 16
	entry     = 3
)

// len is how many there are.
func (m *marks) len() int { return int(m.n.Load()) }

func keyOf(mark uint64) uint32 { return uint32(mark>>24) & 0xffffff }

// add says whether a mark is new.
func (m *marks) add(mark uint64) bool {
	at := mark >> (64 - shardBits)
	lock := &m.locks[at>>8]
	lock.Lock()
	defer lock.Unlock()
	shard := &m.shards[at]
	key := keyOf(mark)
	place, ok := find(*shard, key)
	if ok {
		return false
	}
	m.n.Add(1)
	if len(*shard)+entry > cap(*shard) {
		grown := make([]byte, len(*shard), len(*shard)+len(*shard)/(8*entry)*entry+2*entry)
		copy(grown, *shard)
		*shard = grown
	}
	*shard = slices.Insert(*shard, entry*place, byte(key>>16), byte(key>>8), byte(key))
	return true
}

func (m *marks) has(mark uint64) bool {
	_, ok := find(m.shards[mark>>(64-shardBits)], keyOf(mark))
	return ok
}

// find gives the place of a key among sorted ones.
func find(shard []byte, key uint32) (at int, ok bool) {
	lo, hi := 0, len(shard)/entry
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		k := shard[entry*mid : entry*mid+entry]
		switch got := uint32(k[0])<<16 | uint32(k[1])<<8 | uint32(k[2]); {
		case got == key:
			return mid, true
		case got < key:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return lo, false
}
