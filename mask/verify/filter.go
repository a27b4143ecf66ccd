package verify

import (
	"math/bits"
	"slices"
	"sync/atomic"
)

// A filter says of a hash that it is not among those that were set, or that it may be: each
// sets two bits of one word.
type filter struct {
	words []uint64
	shift int
	any   atomic.Bool
}

// newFilter makes one of so many bits, as a power of two.
func newFilter(width int) *filter {
	return &filter{words: make([]uint64, 1<<(width-6)), shift: 64 - width + 6}
}

func bitsOf(h uint64) uint64 { return 1<<(h&63) | 1<<(h>>6&63) }

func (f *filter) has(h uint64) bool {
	want := bitsOf(h)
	return f.words[h>>f.shift]&want == want
}

// set sets hashes. Several goroutines may.
func (f *filter) set(hashes []uint64) {
	for some := range slices.Chunk(hashes, 64) {
		missing := uint64(0)
		for _, h := range some { // on their way from memory at the same time
			missing |= bitsOf(h) &^ atomic.LoadUint64(&f.words[h>>f.shift])
		}
		if missing == 0 {
			continue
		}
		f.any.Store(true)
		for _, h := range some {
			if word, want := &f.words[h>>f.shift], bitsOf(h); atomic.LoadUint64(word)&want != want {
				atomic.OrUint64(word, want)
			}
		}
	}
}

// settle makes a filter as small as it can be with at most one bit of so many set: what fits
// into a processor's cache is asked faster.
func (f *filter) settle(empty int) {
	set := 0
	for _, word := range f.words {
		set += bits.OnesCount64(word)
	}
	for len(f.words) > 1<<8 && len(f.words)*64/2 >= empty*set {
		half := f.words[:len(f.words)/2]
		for i := range half {
			half[i] = f.words[2*i] | f.words[2*i+1]
		}
		f.words = half
		f.shift++
	}
	f.words = slices.Clone(f.words)
}
