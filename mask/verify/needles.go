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
// for each different value. Filters of at most 24 MiB have what all begin with, as they
// are and reversed, so that a place in a text costs one look or none; only where something
// begins alike is the table asked, once for each length that occurs.
//
// Several goroutines may add, each with an adder; then settle; then several may search.
type needles struct {
	marks
	base, times, stir, other, part uint64
	keys                           [anchors][2]uint64
	long, short, begins            *filter
	bytes                          atomic.Bool          // some are no UTF-8
	rare                           atomic.Bool          // some have characters beyond the first 65,536
	letters                        alphabet             // that they consist of
	any                            decoding             // of bytes, in every character set
	lengths                        atomic.Uint64        // of needles, as bits
	anchored                       [anchors]atomic.Bool // some are looked for there
}

// An anchor is where a needle is looked for, by the letters with which it begins. Long ones are
// found at every stride-th place, since as many of their windows are in the filter.
type anchor uint8

const (
	sampled   anchor = iota
	word             // where a word of ASCII begins: so short, it must stand alone
	wide             // at any character beyond ASCII
	anywhere         // at any place
	beginning        // no anchor: the first characters, once a needle may begin there
	anchors
)

const (
	longestNeedle = 63 // characters; a longer value is looked for by its beginning
	window        = 8  // letters
	stride        = 4
	leastSampled  = window + stride - 1
	shortWindow   = 6 // of short needles
	longerWindow  = 9 // of those that are longer
	beginsWith    = 6 // characters
)

func newNeedles() *needles {
	s := &needles{base: drawn() | 1, times: drawn() | 1, stir: drawn() | 1, other: drawn() | 1, part: drawn() | 1, long: newFilter(27), short: newFilter(25), begins: newFilter(25)}
	for i := range s.keys {
		s.keys[i] = [2]uint64{drawn(), drawn() | 1}
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
		hi, lo := bits.Mul64(other^uint64(r), s.part)
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

// hash is that of a window.
func (s *needles) hash(a anchor, letters uint64) uint64 {
	hi, lo := bits.Mul64(letters^s.keys[a][0], s.keys[a][1])
	return hi ^ lo
}

// Of a short needle two hashes are in the filter: of its first letters, and of as many as it is
// looked for by.
func (s *needles) shortHash(a anchor, l *letters, i int) uint64 {
	return s.hash(a, l.at(i)&(1<<(8*shortWindow)-1))
}

func (s *needles) longerHash(a anchor, l *letters, i int) uint64 {
	return s.hash(a, l.at(i)+uint64(l.text[i+longerWindow-1])*s.part)
}

func (s *needles) shortestHash(a anchor, l *letters, i int) uint64 {
	return s.hash(a, l.at(i)&(1<<(8*shortWindow)-1)+s.part)
}

// An adder is what one goroutine adds. What goes into the filters goes there many at a time:
// then memory is asked for all of it at once.
type adder struct {
	*needles
	toLong, toShort, toBegins []uint64
}

// flush puts into the filters what was added.
func (s *adder) flush() {
	s.long.set(s.toLong)
	s.short.set(s.toShort)
	s.begins.set(s.toBegins)
	s.toLong, s.toShort, s.toBegins = s.toLong[:0], s.toShort[:0], s.toBegins[:0]
}

// note takes the beginning of a needle for the filters, as it is written some way.
func (s *adder) note(needle []rune, w way) {
	var room [4*longestNeedle + padding]byte
	l := letters{text: room[:]}
	alone, begin := true, uint64(0)
	for i, r := range needle {
		if i >= beginsWith && l.n >= leastSampled {
			break
		}
		alone = alone && isWordRune(r)
		if r < utf8.RuneSelf {
			l.text[l.n] = byte(turnless(r))
			l.n++
		} else {
			l.wide(r)
		}
		if i < beginsWith {
			begin = begin*s.base + uint64(turnless(r))*s.times
		}
	}
	if len(needle) >= beginsWith {
		s.toBegins = append(s.toBegins, s.hash(beginning, begin+uint64(w)))
	}
	a := anywhere
	switch {
	case l.n >= leastSampled:
		for i := range stride {
			s.toLong = append(s.toLong, s.hash(sampled, l.at(i)))
		}
		return
	case alone:
		a = word
	case needle[0] >= utf8.RuneSelf:
		a = wide
	}
	exact := s.shortestHash(a, &l, 0)
	if l.n >= longerWindow {
		exact = s.longerHash(a, &l, 0)
	}
	s.toShort = append(s.toShort, s.shortHash(a, &l, 0), exact)
	if !s.anchored[a].Load() {
		s.anchored[a].Store(true)
	}
}

// add takes a value in its canonical form that tells of somebody, as cutNeedle has it.
func (s *adder) add(canonical []rune) {
	if !s.marks.add(s.identity(canonical).mark) {
		return
	}
	if length := uint64(1) << len(canonical); s.lengths.Load()&length == 0 {
		s.lengths.Or(length)
	}
	s.note(canonical, straight)
	var other [longestNeedle]rune
	n := copy(other[:], canonical)
	slices.Reverse(other[:n])
	s.note(other[:n], backwards)
	for _, r := range canonical {
		switch {
		case r >= broken:
			s.bytes.Store(true)
		case r > 0xffff:
			s.rare.Store(true)
		case !s.letters.has(r):
			atomic.OrUint64(&s.letters[r>>6], 1<<(r&63))
		}
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

// settle ends the adding.
func (s *needles) settle() {
	s.long.settle(4) // what is wrongly found by one window is not by the next
	s.short.settle(12)
	s.begins.settle(8)
	s.any = inAny(charsets(s.written()))
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

// search calls look for each place of a text, by its letters, at which a needle can begin:
// a short one, or one that is not.
func (s *needles) search(l *letters, look func(at int, short bool)) {
	if l.n < leastLetters {
		return
	}
	if l.n >= leastSampled && s.long.any.Load() {
		for i := 0; i+window <= l.n; i += stride {
			if !s.long.has(s.hash(sampled, l.at(i))) {
				continue
			}
			for from := max(0, i-stride+1); from <= i; from++ {
				if s.sampledAt(l, from) {
					look(from, false)
				}
			}
		}
	}
	s.searchAt(l, word, l.words, look)
	s.searchAt(l, wide, l.wides, look)
	if s.anchored[anywhere].Load() {
		for i := range l.n {
			if s.shortAt(l, i, anywhere) {
				look(i, true)
			}
		}
	}
}

// sampledAt says whether a long needle can begin at a place.
func (s *needles) sampledAt(l *letters, from int) bool {
	if from+leastSampled > l.n {
		return false
	}
	for i := range stride {
		if !s.long.has(s.hash(sampled, l.at(from+i))) {
			return false
		}
	}
	return true
}

func (s *needles) searchAt(l *letters, a anchor, places []int32, look func(at int, short bool)) {
	if !s.anchored[a].Load() {
		return
	}
	for _, i := range places {
		if s.shortAt(l, int(i), a) {
			look(int(i), true)
		}
	}
}

// shortAt says whether a short needle can begin at a place.
func (s *needles) shortAt(l *letters, i int, a anchor) bool {
	if i+shortWindow > l.n || !s.short.has(s.shortHash(a, l, i)) {
		return false
	}
	return i+longerWindow <= l.n && s.short.has(s.longerHash(a, l, i)) || s.short.has(s.shortestHash(a, l, i))
}

// lookUp asks the table for all that can begin at a place of a canonical text, and calls found
// for each: for short ones, or for all others. Of each length, since a mark can be that of
// something else.
func (s *needles) lookUp(text []rune, i int, short bool, found func(from, to int, w way)) {
	if i > 0 && isDigit(text[i]) && isDigit(text[i-1]) && onlyDigits(text[i:min(len(text), i+beginsWith)]) {
		return // inside a number
	}
	lengths := s.lengths.Load()
	var hash, back, turn, begin uint64
	power, size, letters, forth, reverse := uint64(1), 0, false, true, true
	for k := 0; i+k < len(text) && lengths>>(k+1) != 0; k++ {
		r := text[i+k]
		t := rot13(r)
		value := uint64(r) * s.times
		hash, turn = hash*s.base+value, turn*s.base+uint64(t)*s.times
		back += value * power
		power *= s.base
		letters = letters || t != r
		if k < beginsWith {
			if begin = begin*s.base + uint64(min(r, t))*s.times; k == beginsWith-1 {
				forth, reverse = s.begins.has(s.hash(beginning, begin+uint64(straight))), s.begins.has(s.hash(beginning, begin+uint64(backwards)))
				if !forth && !reverse {
					return
				}
			}
		}
		size += sizeOf(r)
		switch isShort := size < leastSampled; {
		case short && !isShort:
			return
		case lengths>>(k+1)&1 == 0, short != isShort:
			continue
		}
		if forth && s.marks.has(s.mark(hash, k+1)) && !cutsNumber(text, i, i+k+1) {
			found(i, i+k+1, straight)
		}
		if reverse && s.marks.has(s.mark(back, k+1)) && !cutsNumber(text, i, i+k+1) {
			found(i, i+k+1, backwards)
		}
		if forth && letters && s.marks.has(s.mark(turn, k+1)) && !cutsNumber(text, i, i+k+1) {
			found(i, i+k+1, turned)
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
	likely [1 << (likelyBits - 6)]uint64 // a bit for each: most that are asked for are not there
}

const (
	shardBits = 16
	entry     = 3
	// likelyBits is the width of the part of a mark that has a bit.
	likelyBits = 23
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
	atomic.OrUint64(&m.likely[mark&(1<<likelyBits-1)>>6], 1<<(mark&63))
	if len(*shard)+entry > cap(*shard) {
		grown := make([]byte, len(*shard), len(*shard)+len(*shard)/(8*entry)*entry+2*entry)
		copy(grown, *shard)
		*shard = grown
	}
	*shard = slices.Insert(*shard, entry*place, byte(key>>16), byte(key>>8), byte(key))
	return true
}

func (m *marks) has(mark uint64) bool {
	if m.likely[mark&(1<<likelyBits-1)>>6]>>(mark&63)&1 == 0 {
		return false
	}
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
