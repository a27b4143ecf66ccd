package verify

import (
	"crypto/md5"  //nolint:gosec // what is in columns of tokens, not what protects anything
	"crypto/sha1" //nolint:gosec // the same
	"crypto/sha256"
	"crypto/sha512"
	"hash/maphash"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
)

// maxHits bounds the different values, and the hashes, that one goroutine notes. What is
// above is counted.
var maxHits = 1 << 18

// A hit is where and how a value was found.
type hit struct {
	at place
	as guise
}

// hits are the places of what was found, by what it is.
type hits struct {
	values  map[identity]map[hit]*sight
	digests map[uint64]map[hit]*sight // what could be a hash
	sizes   [sha512.Size + 1]bool     // of digests
	more    int64                     // that there was no room for
}

func newHits() *hits {
	return &hits{values: map[identity]map[hit]*sight{}, digests: map[uint64]map[hit]*sight{}}
}

func note[K comparable](m map[K]map[hit]*sight, key K, h hit, first dialects.Pos, n int64, more *int64) {
	places := m[key]
	if places == nil {
		if len(m) >= maxHits {
			*more += n
			return
		}
		places = map[hit]*sight{}
		m[key] = places
	}
	if places[h] == nil {
		places[h] = &sight{}
	}
	places[h].add(first, n)
}

func (h *hits) add(o *hits) {
	h.more += o.more
	for id, places := range o.values {
		for at, s := range places {
			note(h.values, id, at, s.first, s.count, &h.more)
		}
	}
	for sum, places := range o.digests {
		for at, s := range places {
			note(h.digests, sum, at, s.first, s.count, &h.more)
		}
	}
	for n, has := range o.sizes {
		h.sizes[n] = h.sizes[n] || has
	}
}

// A seeker looks for needles in texts.
type seeker struct {
	*needles
	hits      *hits
	canonical []byte
	hashes    []uint64
	reader    reader
	at        place
	pos       func() dialects.Pos
	seen      map[identity]bool // in this text: a guise inside another shows a value again
}

func newSeeker(s *needles) *seeker {
	k := &seeker{needles: s, hits: newHits(), seen: map[identity]bool{}}
	k.reader = reader{see: k.see, digest: k.digest}
	return k
}

// text looks in a text, whose place is pos. A value counts once, in the first guise.
func (k *seeker) text(at place, text []byte, pos func() dialects.Pos) {
	k.at, k.pos = at, pos
	clear(k.seen)
	k.reader.read(text, plain, 0)
}

func (k *seeker) see(text []byte, g guise) {
	k.canonical = appendCanonical(k.canonical[:0], text)
	k.hashes = k.needles.hashes(k.hashes, k.canonical)
	k.search(k.canonical, k.hashes, func(id identity, from, to int) {
		if to-from < sureLetters && isWord(k.canonical[from:to]) && !standsAlone(text, from, to) {
			return
		}
		if k.seen[id] {
			return
		}
		k.seen[id] = true
		note(k.hits.values, id, hit{k.at, g}, k.pos(), 1, &k.hits.more)
	})
}

// sureLetters is from how many letters and digits of ASCII on a value is no accident in what
// was drawn at random: shorter ones must stand alone, as words.
const sureLetters = 12

func isWord(canonical []byte) bool {
	for _, c := range canonical {
		if !isDigit(c) && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// standsAlone says whether what begins and ends at these places of the canonical form has
// no letter or digit of ASCII beside it in the text itself.
func standsAlone(text []byte, from, to int) bool {
	var canonical []byte
	beside := func(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' }
	at, last := 0, byte(' ')
	for i := 0; i < len(text); {
		_, n := utf8.DecodeRune(text[i:])
		canonical = appendCanonical(canonical[:0], text[i:i+n])
		if at == from && len(canonical) > 0 && beside(last) {
			return false
		}
		if at >= to {
			return !beside(text[i])
		}
		at += len(canonical)
		last = text[i]
		i += n
	}
	return true
}

func (k *seeker) digest(sum []byte) {
	k.hits.sizes[len(sum)] = true
	id := identity{hash: maphash.Bytes(k.seed, sum)}
	if k.seen[id] {
		return
	}
	k.seen[id] = true
	note(k.hits.digests, id.hash, hit{k.at, hashed}, k.pos(), 1, &k.hits.more)
}

// digests calls see for the hashes of a value of which there are some of that size.
func (h *hits) digestsOf(value []byte, see func(sum []byte)) {
	if h.sizes[md5.Size] {
		sum := md5.Sum(value) //nolint:gosec // see above
		see(sum[:])
	}
	if h.sizes[sha1.Size] {
		sum := sha1.Sum(value) //nolint:gosec // see above
		see(sum[:])
	}
	if h.sizes[sha256.Size224] {
		sum := sha256.Sum224(value)
		see(sum[:])
	}
	if h.sizes[sha256.Size] {
		sum := sha256.Sum256(value)
		see(sum[:])
	}
	if h.sizes[sha512.Size384] {
		sum := sha512.Sum384(value)
		see(sum[:])
	}
	if h.sizes[sha512.Size] {
		sum := sha512.Sum512(value)
		see(sum[:])
	}
}
