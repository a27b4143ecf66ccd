package verify

// Known are texts in which there was nothing where they stood before, by a hash under a key of
// the run: most columns say the same again and again. What was seen last takes the place of
// what was seen earlier.
type known [1 << knownBits]uint64

const knownBits = 13

func (k *known) has(hash uint64) bool { return k[hash>>(64-knownBits)] == hash }

func (k *known) put(hash uint64) { k[hash>>(64-knownBits)] = hash }
