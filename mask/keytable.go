package mask

import (
	"encoding/binary"
	"io"
	"math/bits"
	"slices"

	"github.com/migawari-dev/migawari/fake"
)

// A keyTable is a set of keys that is asked while it grows. It holds half of each keyed
// hash, in 11 to 16 bytes a key. Two keys that share it are taken for one, which happens
// to one of 10^19 pairs and keeps a row too many, with all that belongs to it.
type keyTable struct {
	slots []uint64 // 0: free
	n     int
	grown int64 // when the last key came
}

// half is what is held of a key.
func half(k fake.Seed) uint64 { return max(1, binary.BigEndian.Uint64(k[:])) }

// place gives where a key is, or would be.
func (t *keyTable) place(k uint64) int {
	hi, _ := bits.Mul64(k, uint64(len(t.slots)))
	for i := int(hi); ; i++ {
		if i == len(t.slots) {
			i = 0
		}
		if t.slots[i] == k || t.slots[i] == 0 {
			return i
		}
	}
}

func (t *keyTable) has(k uint64) bool { return t.n > 0 && t.slots[t.place(k)] == k }

// add says whether the key is new.
func (t *keyTable) add(k uint64) bool {
	if 4*(t.n+1) > 3*len(t.slots) {
		t.grow()
	}
	i := t.place(k)
	if t.slots[i] == k {
		return false
	}
	t.slots[i] = k
	t.n++
	return true
}

func (t *keyTable) grow() {
	old := t.slots
	t.slots = make([]uint64, max(16, len(old)+len(old)/2))
	for _, k := range old {
		if k != 0 {
			t.slots[t.place(k)] = k
		}
	}
}

// digest writes the keys in an order that is not that of their coming.
func (t *keyTable) digest(w io.Writer) {
	keys := make([]uint64, 0, t.n)
	for _, k := range t.slots {
		if k != 0 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	_ = binary.Write(w, binary.BigEndian, keys) // a hash takes all
	_ = binary.Write(w, binary.BigEndian, int64(len(keys)))
}
