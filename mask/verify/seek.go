package verify

import (
	"crypto/md5"  //nolint:gosec // what is in columns of tokens, not what protects anything
	"crypto/sha1" //nolint:gosec // the same
	"crypto/sha256"
	"crypto/sha512"
	"hash/maphash"
	"math/bits"
	"slices"
	"sync"

	"github.com/migawari-dev/migawari/dialects"
)

// maxHits bounds the different values that are noted. What is above is counted.
var maxHits = 1 << 20

// A hit is where and how a value was found.
type hit struct {
	at place
	as guise
}

// hits are the places of what was found, by what it is. Several goroutines note.
type hits struct {
	mu     sync.Mutex
	values map[identity]map[hit]*spots
	more   int64 // that there was no room for
	likely *filter
}

func newHits() *hits { return &hits{values: map[identity]map[hit]*spots{}} }

// Spots are where a value was found at one place, in one guise.
type spots struct {
	sight
	items []int64 // where the first of the rows and texts begin
}

// maxItems is how many are noted of each.
const maxItems = 8

func (h *hits) note(id identity, at hit, first dialects.Pos) {
	h.mu.Lock()
	defer h.mu.Unlock()
	places := h.values[id]
	if places == nil {
		if len(h.values) >= maxHits {
			h.more++
			return
		}
		places = map[hit]*spots{}
		h.values[id] = places
	}
	s := places[at]
	if s == nil {
		s = &spots{}
		places[at] = s
	}
	s.add(first, 1)
	if len(s.items) < maxItems {
		s.items = append(s.items, first.Offset)
	}
}

// settle ends the noting: most values that are asked for from here on are not among them.
func (h *hits) settle() {
	h.likely = newFilter(6 + bits.Len(uint(len(h.values))))
	for id := range h.values {
		h.likely.set([]uint64{id.mark})
	}
}

func (h *hits) has(id identity) bool { return h.likely.has(id.mark) && h.values[id] != nil }

// together says whether two values were found in one row or text.
func (h *hits) together(a, b identity) bool {
	for _, x := range h.values[a] {
		for _, y := range h.values[b] {
			if slices.ContainsFunc(x.items, func(at int64) bool { return slices.Contains(y.items, at) }) {
				return true
			}
		}
	}
	return false
}

// sums are what could be hashes in the masked dump: 4 bytes for each that is different.
type sums struct {
	seeds [2]maphash.Seed
	mu    sync.Mutex
	marks *marks
	sizes [sha512.Size + 1]bool
}

func newSums() *sums { return &sums{seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}} }

func (s *sums) identity(sum []byte) identity {
	return identity{maphash.Bytes(s.seeds[0], sum), maphash.Bytes(s.seeds[1], sum)}
}

func (s *sums) add(sum []byte) {
	s.mu.Lock()
	if s.marks == nil {
		s.marks = new(marks)
	}
	s.sizes[len(sum)] = true
	s.mu.Unlock()
	s.marks.add(maphash.Bytes(s.seeds[0], sum))
}

// of calls see for the hashes of a value that could be there.
func (s *sums) of(value []byte, see func(id identity)) {
	one := func(sum []byte) {
		if s.marks.has(maphash.Bytes(s.seeds[0], sum)) {
			see(s.identity(sum))
		}
	}
	if s.sizes[md5.Size] {
		sum := md5.Sum(value) //nolint:gosec // see above
		one(sum[:])
	}
	if s.sizes[sha1.Size] {
		sum := sha1.Sum(value) //nolint:gosec // see above
		one(sum[:])
	}
	if s.sizes[sha256.Size224] {
		sum := sha256.Sum224(value)
		one(sum[:])
	}
	if s.sizes[sha256.Size] {
		sum := sha256.Sum256(value)
		one(sum[:])
	}
	if s.sizes[sha512.Size384] {
		sum := sha512.Sum384(value)
		one(sum[:])
	}
	if s.sizes[sha512.Size] {
		sum := sha512.Sum512(value)
		one(sum[:])
	}
}

// A seeker looks for needles in texts, and for what could be a hash; or only for hashes that
// are known to be there.
type seeker struct {
	needles *needles
	sums    *sums
	hits    *hits
	forms   *forms
	reader  reader
	wanted  map[identity]*origin // hashes; nil: values are looked for
	pos     func() dialects.Pos
	at      place
	seen    []identity // in this text: a guise inside another shows a value again
	hit     bool       // something was noted of this text

	found []rune
	look  func(at int, short bool)
	note  func(from, to int, w way)
	// What is being searched: its letters, and its characters once they are needed.
	part    []byte
	as      decoding
	g       guise
	letters letters
	raw     []rune
	runes   []rune
	done    bool // runes are those of the part
}

func newSeeker(s *search, pos func() dialects.Pos) *seeker {
	k := &seeker{needles: s.needles, sums: s.sums, hits: s.hits, wanted: s.wanted, forms: theForms(), pos: pos}
	k.reader.digest, k.reader.any = k.digest, s.needles.any
	if k.wanted == nil {
		k.reader.see = k.see
	}
	k.letters.bytes = s.needles.bytes.Load()
	k.letters.forms, k.look, k.note = k.forms, k.lookAt, k.noted
	return k
}

// text looks in a text, and says whether it noted anything. A value counts once, in the
// first guise.
func (k *seeker) text(at place, text []byte, binary bool) (found bool) {
	k.at, k.seen, k.hit = at, k.seen[:0], false
	k.reader.read(text, binary)
	return k.hit
}

// A long text is searched in parts, each of which has room for a value of the next.
const (
	partSize = 1 << 14
	overlap  = 4 * 2 * longestNeedle // with what is left out between characters
)

func (k *seeker) see(text []byte, as decoding, g guise) {
	for from := 0; ; from += partSize {
		k.part, k.as, k.g = text[from:min(len(text), from+partSize+overlap)], as, g
		k.done = false
		k.letters.reset()
		if as == nil {
			k.letters.write(k.part)
		} else {
			k.raw = as(k.raw[:0], k.part)
			k.letters.grow(len(k.raw))
			for _, r := range k.raw {
				k.letters.put(r)
			}
		}
		k.needles.search(&k.letters, k.look)
		if from+partSize+overlap >= len(text) {
			return
		}
	}
}

// lookAt looks for what begins at a place of the letters, if that is one of a character.
func (k *seeker) lookAt(at int, short bool) {
	if !k.done {
		if k.runes = k.runes[:0]; k.as == nil {
			k.runes = k.forms.append(k.runes, k.part)
		} else {
			k.runes = k.forms.fold(append(k.runes, k.raw...))
		}
		k.done = true
	}
	letter, rune := k.letters.place(at)
	for ; letter < at; rune++ {
		letter += sizeOf(k.runes[rune])
	}
	if letter == at {
		k.needles.lookUp(k.runes, rune, short, k.note)
	}
}

// noted takes what was found in the part that is being searched.
func (k *seeker) noted(from, to int, w way) {
	if to-from < sureLetters && isWord(k.runes[from:to]) && !k.standsAlone(from, to) {
		return
	}
	k.found = w.write(k.found, k.runes[from:to])
	id := k.needles.identity(k.found)
	if slices.Contains(k.seen[max(0, len(k.seen)-maxSeen):], id) {
		return
	}
	k.seen = append(k.seen, id)
	g := k.g
	switch {
	case g != plain:
	case w == backwards:
		g = reversed
	case w == turned:
		g = inROT13
	}
	k.take(id, g)
}

func (k *seeker) take(id identity, g guise) {
	k.hit = true
	k.hits.note(id, hit{k.at, g}, k.pos())
}

// maxSeen is how many of the values that were found last in a text count once.
const maxSeen = 256

// sureLetters is from how many letters and digits of ASCII on a value is no accident in what
// was drawn at random: shorter ones must stand alone, as words.
const sureLetters = 12

func isWord(canonical []rune) bool {
	for _, r := range canonical {
		if !isDigit(r) && (r < 'a' || r > 'z') {
			return false
		}
	}
	return true
}

// standsAlone says whether what begins and ends at these places of the canonical form has
// no letter or digit of ASCII beside it in the text itself.
func (k *seeker) standsAlone(from, to int) bool {
	as := k.as
	if as == nil {
		as = plainRunes
	}
	beside := func(r rune) bool { return isDigit(r) || 'a' <= r && r <= 'z' }
	var canonical []rune
	gap := true
	for _, r := range as(nil, k.part) {
		n := len(canonical)
		canonical = k.forms.put(canonical, r)
		if len(canonical) == n { // it is left out
			gap = true
			continue
		}
		switch {
		case n == from && !gap && beside(canonical[n-1]):
			return false
		case n == to:
			return gap || !beside(canonical[n])
		}
		gap = false
	}
	return true
}

func (k *seeker) digest(sum []byte) {
	if k.wanted == nil {
		k.sums.add(sum)
		return
	}
	if id := k.sums.identity(sum); k.wanted[id] != nil {
		k.take(id, hashed)
	}
}
