package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/internal/listgen"
)

// A candidate is a word with what speaks for it.
type candidate struct {
	word
	latin    string
	common   bool // in the list compiled by hand
	faker    bool // its written form is in faker's list
	sources  int  // that have it with this reading
	cost     int
	attested bool // each kanji is often read so
	place    bool // it is a place too
}

// rank orders names, the surest first.
func rank(a, b candidate) int {
	return cmp.Or(first(a.common, b.common), first(a.faker, b.faker), first(a.attested, b.attested), first(b.place, a.place), reading(a, b))
}

// reading orders readings of one name, the usual one first.
func reading(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(listgen.Lot(a.written+a.reading), listgen.Lot(b.written+b.reading)))
}

// first orders true before false.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// What a word costs that a dictionary does not have: more than what it has.
const (
	naistUnknown  = 9000
	unidicUnknown = 13000
)

// weigh says what speaks for a word of the dictionaries.
func (s *sources) weigh(w word, in kind) candidate {
	c := candidate{word: w, latin: latin(w), cost: naistUnknown + unidicUnknown}
	if cost, ok := s.naist[in][w]; ok {
		c.sources++
		c.cost += cost - naistUnknown
	}
	if cost, ok := s.unidic[in][w]; ok {
		c.sources++
		c.cost += cost - unidicUnknown
	}
	return c
}

// families gives the family names: those of the list of common names, and words
// on whose reading two sources agree, or one where faker has the written form.
func (s *sources) families() []candidate {
	all := map[word]candidate{}
	faker, segments := setOf(s.faker.Family), s.segments(family)
	consider := func(w word) {
		c := s.weigh(w, family)
		c.attested = segments.attest(w)
		_, c.place = s.places[w.written]
		c.faker = faker[w.written]
		if s.gimei[family][w] {
			c.sources++
		}
		oneKanji := utf8.RuneCountInString(w.written) == 1 && (c.faker || s.gimei[family][w]) && levelOf(w.written) > 0
		fits := oneKanji || isFamilyForm(w) || c.faker && levelOf(w.written) > 0
		if fits && isReading(w.reading) && (c.sources >= 2 || c.faker) && !isUnfit(w) && (c.faker || !s.isOther(w)) {
			all[w] = c
		}
	}
	for _, words := range [...]costs{s.naist[family], s.unidic[family]} {
		for w := range words {
			consider(w)
		}
	}
	return settle(all, s.common[family])
}

// isOther says whether a word is a noun, a place that everybody knows, or a given
// name, as stage names are, rather than a family name.
func (s *sources) isOther(w word) bool {
	_, noun := s.nouns[w.written]
	cost, place := s.places[w.written]
	_, naist := s.naist[given][w]
	_, unidic := s.unidic[given][w]
	return noun || place && cost < knownPlace || s.gimei[male][w] || s.gimei[female][w] || naist && unidic
}

// knownPlace is what the places that everybody knows cost less than.
const knownPlace = 4500

// A size is the length of a name in its faces.
type size struct{ written, kana, latin int }

func sizeOf(written, reading, latin string) size {
	if latin == "" {
		latin = string(fake.AppendHepburn(nil, reading))
	}
	return size{utf8.RuneCountInString(written), utf8.RuneCountInString(reading), len(latin)}
}

// settle chooses a reading for each written form, and of readings that
// collations do not tell apart the one that most names have. It drops names that
// are longer than all common ones, since they would need wider columns.
func settle(all map[word]candidate, common []fake.Name) []candidate {
	chosen := map[string]candidate{}
	var longest size
	for _, n := range common {
		s := sizeOf(n.Written, n.Reading, n.Latin)
		longest = size{max(longest.written, s.written), max(longest.kana, s.kana), max(longest.latin, s.latin)}
	}
	for _, c := range all {
		if s := sizeOf(c.written, c.reading, c.latin); s.written > longest.written || s.kana > longest.kana || s.latin > longest.latin {
			continue
		}
		if old, ok := chosen[c.written]; !ok || reading(c, old) < 0 {
			chosen[c.written] = c
		}
	}
	for _, n := range common {
		chosen[n.Written] = candidate{word: word{n.Written, n.Reading}, latin: n.Latin, common: true}
	}
	return oneReading(chosen)
}

// oneReading drops readings that differ from another only in marks.
func oneReading(chosen map[string]candidate) []candidate {
	weight := map[string]int{}
	for _, c := range chosen {
		weight[c.reading]++
		switch {
		case c.common:
			weight[c.reading] += 1000
		case c.faker:
			weight[c.reading] += 10
		}
	}
	best := map[string]string{}
	for _, c := range chosen {
		key := foldKana(c.reading)
		old := best[key]
		if w := weight[c.reading]; w > weight[old] || w == weight[old] && c.reading < old {
			best[key] = c.reading
		}
	}
	var out []candidate
	for _, c := range chosen {
		if best[foldKana(c.reading)] == c.reading {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, rank)
	times := map[string]int{}
	return slices.DeleteFunc(out, func(c candidate) bool {
		times[c.reading]++
		return times[c.reading] > mostSpellings && !c.common
	})
}

// mostSpellings is how many written forms of one reading a list takes.
const mostSpellings = 10

// givens gives the male and the female given names.
func (s *sources) givens() (men, women []candidate) {
	faker := [3]map[string]bool{male: setOf(s.faker.Male), female: setOf(s.faker.Female)}
	segments := s.segments(given)
	rare := s.rareKanji()
	shares := s.shares()
	words := map[word]bool{}
	for _, list := range [...]costs{s.naist[given], s.unidic[given]} {
		for w := range list {
			words[w] = true
		}
	}
	for _, sex := range [...]kind{male, female} {
		for w := range s.gimei[sex] {
			words[w] = true
		}
	}
	bySex := [3]map[word]candidate{male: {}, female: {}}
	for w := range words {
		if !isGivenForm(w) || isUnfit(w) || hasAny(w.written, rare) {
			continue
		}
		c := s.weigh(w, given)
		c.attested = segments.attest(w)
		for sex := range s.sexes(w, c, faker, shares) {
			c.faker = faker[sex][w.written]
			if s.gimei[sex][w] {
				c.sources++
			}
			bySex[sex][w] = c
		}
	}
	m, f := settle(bySex[male], s.common[male]), settle(bySex[female], s.common[female])
	return agree(m, f)
}

// unlikeFull drops the given names that are family names too, and those of three
// kanji that are a family name and a given name: 林太郎 is 林 太郎. Common ones stay.
func unlikeFull(names []candidate, families, givens map[string]bool) []candidate {
	return slices.DeleteFunc(names, func(c candidate) bool {
		if c.common || utf8.RuneCountInString(c.written) < 3 {
			return !c.common && families[c.written]
		}
		for i := range c.written {
			if i > 0 && families[c.written[:i]] && givens[c.written[i:]] {
				return true
			}
		}
		return false
	})
}

// sexes decides by which sexes a name is borne. Common names come from their own
// lists. What gimei has under a sex is that, unless its reading is the other
// sex's by far, or its ending; its reading must be in a dictionary, or made of
// readings that its kanji often have. What only the dictionaries have needs both
// of them, such readings, and an ending that tells the sex.
func (s *sources) sexes(w word, c candidate, faker [3]map[string]bool, shares map[string][2]float64) map[kind]bool {
	out := map[kind]bool{}
	ending := endingSex(w)
	share := shares[w.reading]
	for _, sex := range [...]kind{male, female} {
		other := male + female - sex
		own, others := share[sex-male], share[other-male]
		switch {
		case ending == other, others > 2*own, isOld(w):
		case faker[sex][w.written] && c.sources > 0, s.gimei[sex][w] && (c.sources > 0 || c.attested):
			out[sex] = true
		case ending == sex && c.sources == 2 && c.attested && own > 0:
			_, noun := s.nouns[w.written]
			out[sex] = !noun && levelOf(w.written) == 1
		}
		if !out[sex] {
			delete(out, sex)
		}
	}
	return out
}

// shares says how often each reading is borne by men and by women, as a part of
// the names of each.
func (s *sources) shares() map[string][2]float64 {
	out := map[string][2]float64{}
	for _, sex := range [...]kind{male, female} {
		unit := 1 / float64(len(s.gimei[sex])+len(s.common[sex]))
		count := func(reading string) {
			v := out[reading]
			v[sex-male] += unit
			out[reading] = v
		}
		for w := range s.gimei[sex] {
			count(w.reading)
		}
		for _, n := range s.common[sex] {
			count(n.Reading)
		}
	}
	return out
}

// rareKanji are those of level 2 that gimei has in fewer than three names.
func (s *sources) rareKanji() func(r rune) bool {
	seen := map[rune]int{}
	for _, sex := range [...]kind{male, female} {
		for w := range s.gimei[sex] {
			for _, r := range w.written {
				seen[r]++
			}
		}
	}
	return func(r rune) bool { return level(r) == 2 && seen[r] < 3 }
}

func hasAny(text string, is func(r rune) bool) bool { return strings.IndexFunc(text, is) >= 0 }

// segments count, for a kanji and a part of a reading, the names of two kanji in
// which it can be read so.
type segments struct {
	of    map[rune]map[string]int
	total map[rune]int
}

// segments learns from the names that both dictionaries have.
func (s *sources) segments(of kind) segments {
	g := segments{map[rune]map[string]int{}, map[rune]int{}}
	for w := range s.naist[of] {
		k := []rune(w.written)
		if _, ok := s.unidic[of][w]; !ok || len(k) != 2 || levelOf(w.written) == 0 {
			continue
		}
		for i := range w.reading {
			if i > 0 {
				g.add(k[0], w.reading[:i])
				g.add(k[1], w.reading[i:])
			}
		}
		g.total[k[0]]++
		g.total[k[1]]++
	}
	return g
}

func (g segments) add(r rune, part string) {
	if g.of[r] == nil {
		g.of[r] = map[string]int{}
	}
	g.of[r][part]++
}

// attest says whether a reading can be cut so that each kanji has a part that it
// has in at least four names and in one of twelve of its names.
func (g segments) attest(w word) bool {
	if levelOf(w.written) == 0 {
		return false
	}
	return g.cut([]rune(w.written), w.reading)
}

func (g segments) cut(kanji []rune, reading string) bool {
	if len(kanji) == 0 || reading == "" {
		return len(kanji) == 0 && reading == ""
	}
	often := func(part string) bool {
		n := g.of[kanji[0]][part]
		return n >= 4 && 12*n >= g.total[kanji[0]]
	}
	for i := range reading {
		if i > 0 && often(reading[:i]) && g.cut(kanji[1:], reading[i:]) {
			return true
		}
	}
	return often(reading) && len(kanji) == 1
}

// agree drops what would give one written form, or one place in the order of
// kana, two readings over both lists.
func agree(men, women []candidate) (m, f []candidate) {
	all := map[string]candidate{}
	for _, c := range slices.Concat(men, women) {
		if old, ok := all[c.written]; !ok || rank(c, old) < 0 {
			all[c.written] = c
		}
	}
	kept := map[word]bool{}
	for _, c := range oneReading(all) {
		kept[c.word] = true
	}
	not := func(c candidate) bool { return !kept[c.word] }
	return slices.DeleteFunc(men, not), slices.DeleteFunc(women, not)
}

func setOf(list []string) map[string]bool {
	m := map[string]bool{}
	for _, s := range list {
		m[s] = true
	}
	return m
}
