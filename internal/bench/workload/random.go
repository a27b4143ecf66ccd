package workload

// random is splitmix64: small, fast, and the same in every version of Go.
type random struct{ state uint64 }

// randomOf gives each table its own numbers, so that the size of one does not move those
// of another.
func randomOf(seed uint64, table string) *random {
	h := seed*0x100000001b3 + 0xcbf29ce484222325
	for i := range len(table) {
		h = (h ^ uint64(table[i])) * 0x100000001b3
	}
	return &random{h}
}

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

func (r *random) below(n int) int { return int((r.next() >> 33) % uint64(n)) }

func (r *random) chance(perMille int) bool { return r.below(1000) < perMille }

func pick[T any](r *random, all []T) T { return all[r.below(len(all))] }

// letters appends n of the given letters.
func (r *random) letters(dst []byte, n int, of string) []byte {
	for range n {
		dst = append(dst, of[r.below(len(of))])
	}
	return dst
}
