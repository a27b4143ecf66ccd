package fake

import (
	"hash/maphash"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// words is what a scan of a name finds.
type words struct {
	n       int
	at, end [maxWords]int16 // spans of the words
	letters [maxWords]uint8
	capital [maxWords]uint8 // capitals among the letters
	latin   [maxWords]bool  // begins with a Latin letter
	sep     Separator       // the first one, unless there is a comma
	dot     bool            // a full stop behind an initial
	face    Face
	wide    bool
	cased   bool // there are Latin letters in both cases, or capitals
}

// scan cuts a name into words. It fails where there is anything but letters
// and separators. v is no longer than a shape takes.
func (w *words) scan(v []byte) bool {
	var seen [letterChar + 1]uint8
	inWord := false
	for i := 0; i < len(v); {
		r, n := rune(v[i]), 1
		if r >= utf8.RuneSelf {
			if r, n = utf8.DecodeRune(v[i:]); r == utf8.RuneError {
				return false
			}
		}
		class := classOf(r)
		next := i + n
		switch {
		case class >= lowerChar:
			if !inWord {
				if w.n == maxWords {
					return false
				}
				w.at[w.n], w.latin[w.n] = int16(i), class.latin()
				w.n++
				inWord = true
			}
			if r != 'ー' { // the long mark is of both kana
				seen[class] = 1
			}
			if !w.letter(r, class) {
				return false
			}
			w.end[w.n-1] = int16(next)
		case class == markChar && inWord, isInner(r) && inWord && next < len(v):
			w.end[w.n-1] = int16(next)
		default:
			sep, ok := separatorOf(r)
			switch {
			case !ok:
				return false
			case sep == FullStop && inWord && (next == len(v) || v[next] == ' ' || v[next] == ','):
				w.dot = w.dot || w.initial(w.n-1) // an abbreviation
			default:
				w.separate(sep, v[next:])
			}
			inWord = false
		}
		i = next
	}
	w.face, w.wide = faceOf(&seen)
	w.cased = seen[upperChar]+seen[wideUpper]+seen[latinChar] > 0
	return w.n > 0
}

// word gives the i-th word of v.
func (w *words) word(v []byte, i int) []byte { return v[w.at[i]:w.end[i]] }

// letter counts a letter of the last word.
func (w *words) letter(r rune, class charClass) bool {
	i := w.n - 1
	w.letters[i]++
	if class == upperChar || class == wideUpper || class == latinChar && unicode.IsUpper(r) {
		w.capital[i]++
	}
	return w.letters[i] <= maxLetters
}

// separate notes a separator between words. A comma outweighs what else there is.
func (w *words) separate(sep Separator, rest []byte) {
	if w.n == 0 || len(rest) == 0 {
		return // it stands at an end
	}
	comma := sep == Comma || sep == WideComma
	if sep == Comma && rest[0] == ' ' {
		sep = CommaSpace
	}
	if w.sep == NoSeparator || comma {
		w.sep = sep
	}
}

// initial says whether a word is one Latin letter.
func (w *words) initial(i int) bool { return w.letters[i] == 1 && w.latin[i] }

// upper says whether a word is in capitals.
func (w *words) upper(i int) bool { return w.letters[i] > 1 && w.capital[i] == w.letters[i] }

// isInner says whether a character can stand inside of a word.
func isInner(r rune) bool {
	return r == '\'' || r == '’' || r == '-' || r == '‐' || r == '`' || r == 'ʼ'
}

// faceOf decides the face of a whole name. Kanji make it the written form; kana
// beside Latin letters make it kana; letters of scripts that no face stands for
// become Latin ones.
func faceOf(seen *[letterChar + 1]uint8) (face Face, wide bool) {
	switch {
	case seen[hanChar] > 0:
		return Written, false
	case seen[katakanaChar] > 0:
		return Katakana, false
	case seen[hiraganaChar] > 0:
		return Hiragana, false
	case seen[halfKanaChar] > 0:
		return HalfKatakana, false
	}
	return Latin, seen[wideLower]+seen[wideUpper] > 0
}

// settle decides what the words of a name are.
func (l *Locale) settle(s *Shape, v []byte, w *words) {
	x := l.use()
	if x.own == letterChar && w.face == Latin && !w.latin[0] {
		w.face = Written // hangul
	}
	s.Face, s.Wide, s.Dot = w.face, w.wide, w.dot
	s.Order = l.Order
	if w.n == 1 {
		s.Part = l.partOf(w.word(v, 0), w, s.Honorific != 0)
	} else {
		s.Sep = w.sep
		l.settleOrder(s, v, w)
	}
	switch {
	case x.readings:
	case x.latin() && s.Face != Latin:
		// Another script, which the locale has no face for.
		s.Face, s.Order = Written, l.Order
		if s.Sep == NoSeparator {
			s.Sep = l.Separator
		}
	case !x.latin() && s.Face != Latin, x.latin() && !s.Wide:
		s.Face = Written
	}
	if s.Face == Latin || x.latin() {
		settleCase(s, w)
	}
}

// partOf decides what a name of one word is.
func (l *Locale) partOf(word []byte, w *words, honoured bool) Part {
	k := l.known(word, w.face)
	switch {
	case k == knownFamily, k == knownFamily|knownGiven && honoured:
		return FamilyPart
	case k == knownGiven:
		return GivenPart
	}
	n := w.letters[0]
	switch w.face {
	case Written:
		if l.use().shortFamily {
			switch {
			case n == 1:
				return FamilyPart
			case n == 2 && !l.splits(word, w.face):
				return GivenPart
			}
			return FullName
		}
		if n <= 2 || n == 3 && (honoured || k != 0) {
			return FamilyPart
		}
		return FullName
	case Latin:
		return GivenPart
	}
	switch {
	case n > 5 || l.splits(word, w.face):
		return FullName
	case n > 3 || honoured:
		return FamilyPart
	}
	return GivenPart
}

// settleOrder decides which of several words is the family name.
func (l *Locale) settleOrder(s *Shape, v []byte, w *words) {
	first, last := w.word(v, 0), w.word(v, w.n-1)
	comma := s.Sep == Comma || s.Sep == CommaSpace || s.Sep == WideComma
	switch {
	case comma:
		s.Order = FamilyFirst
	case w.face == Latin && w.upper(0) != w.upper(w.n-1):
		s.Order = GivenFirst
		if w.upper(0) {
			s.Order = FamilyFirst
		}
	case w.face == Latin, s.Sep == MiddleDot, s.Sep == HalfMiddleDot, s.Sep == Equals, s.Sep == WideEquals:
		// A Latin name, or a foreign one: マリア・サントス.
		s.Order = GivenFirst
		f, g := l.known(first, w.face), l.known(last, w.face)
		if f&knownFamily != 0 && !(f&knownGiven != 0 && g&knownFamily != 0) {
			s.Order = FamilyFirst
		}
	}
	if w.face != Latin {
		return
	}
	given, middle := 0, 1
	if s.Order == FamilyFirst {
		given, middle = 1, 2
	}
	s.Initial = w.initial(given)
	switch {
	case w.n < 3:
	case w.initial(middle):
		s.Middle = MiddleInitial
	default:
		s.Middle = MiddleName
	}
}

func settleCase(s *Shape, w *words) {
	uppers, others := 0, 0
	for i := range w.n {
		switch {
		case w.initial(i):
		case w.upper(i):
			uppers++
		default:
			others++
		}
	}
	switch {
	case !w.cased:
		if w.latin[0] {
			s.Case = Lower
		}
	case uppers > 0 && others == 0:
		s.Case = Upper
	case uppers > 0:
		s.Case = FamilyUpper
	}
}

// known says in which lists a name stands.
type known uint8

const (
	knownFamily known = 1 << iota
	knownGiven
)

// A nameTable has the faces of the names of a locale, each with the lists in which it
// stands. A map takes nearly three times as long to make, and small dumps wait for it.
type nameTable struct {
	seed  maphash.Seed
	slots []uint32 // by hash: the place in all, counted from 1
	all   []nameFace
}

type nameFace struct {
	text string
	of   known
}

// newNameTable makes room for the faces of n names, of which each has four at most.
func newNameTable(n int) *nameTable {
	return &nameTable{seed: maphash.MakeSeed(), slots: make([]uint32, 1<<bits.Len(uint(4*n))), all: make([]nameFace, 0, 2*n)}
}

func (t *nameTable) add(text string, of known) {
	i := t.start(maphash.String(t.seed, text))
	for t.slots[i] != 0 && t.all[t.slots[i]-1].text != text {
		i = t.next(i)
	}
	if t.slots[i] == 0 {
		t.all = append(t.all, nameFace{text: text})
		t.slots[i] = uint32(len(t.all))
	}
	t.all[t.slots[i]-1].of |= of
}

// of gives the lists in which a face stands.
func (t *nameTable) of(text []byte) known {
	i := t.start(maphash.Bytes(t.seed, text))
	for t.slots[i] != 0 && t.all[t.slots[i]-1].text != string(text) {
		i = t.next(i)
	}
	if t.slots[i] == 0 {
		return 0
	}
	return t.all[t.slots[i]-1].of
}

func (t *nameTable) start(hash uint64) int { return int(hash & uint64(len(t.slots)-1)) }
func (t *nameTable) next(i int) int        { return (i + 1) & (len(t.slots) - 1) }

// newLookup makes the table of the faces of names. It is made when the first name is
// read that has one word.
func (x *index) newLookup() *nameTable {
	n := len(x.family) + len(x.male) + len(x.female)
	t := newNameTable(n)
	// The faces that are no part of a list lie in one text.
	var text []byte
	ends := make([]int, 0, 2*n)
	each := func(f func(n *name, k known)) {
		for k, list := range [...][]name{x.family, x.male, x.female} {
			for i := range list {
				f(&list[i], [...]known{knownFamily, knownGiven, knownGiven}[k])
			}
		}
	}
	var tmp [maxAlias]byte
	each(func(n *name, _ known) {
		text = n.appendAlias(text)
		ends = append(ends, len(text))
		text = appendFold(text, AppendPassport(tmp[:0], n.reading))
		ends = append(ends, len(text))
	})
	made, start := string(text), 0
	each(func(n *name, k known) {
		t.add(n.written, k)
		if n.reading != "" {
			t.add(n.reading, k)
		}
		for _, end := range ends[:2] {
			if end > start {
				t.add(made[start:end], k)
			}
			start = end
		}
		ends = ends[2:]
	})
	return t
}

// known looks a name up, in whatever face it is.
func (l *Locale) known(name []byte, f Face) known {
	var tmp [4 * maxLetters]byte
	b := tmp[:0]
	switch f {
	case Written:
		b = name
	case Latin:
		for _, c := range name {
			if c |= 0x20; 'a' <= c && c <= 'z' {
				b = append(b, c)
			}
		}
	default:
		b = appendKatakana(b, name)
	}
	return l.use().lookup().of(b)
}

// splits says whether a word is a family name and a given name of the lists,
// written together.
func (l *Locale) splits(word []byte, f Face) bool {
	for i := range string(word) {
		if i > 0 && l.known(word[:i], f)&knownFamily != 0 && l.known(word[i:], f)&knownGiven != 0 {
			return true
		}
	}
	return false
}

// AppendName appends the name in a shape. limit is the greatest number of
// characters, 0 for none: what is too long loses its bracket, its honorific and
// title, its middle name, and then its given name. It says false and appends
// nothing if even the family name is too long; see [Locale.Longest].
func (p Persona) AppendName(dst []byte, s Shape, limit int) ([]byte, bool) {
	start := len(dst)
	for {
		dst = p.render(dst[:start], &s)
		switch {
		case limit == 0 || len(dst)-start <= limit || runeCount(dst[start:]) <= limit:
			return dst, true
		case s.Bracket != NoBracket:
			s.Bracket = NoBracket
		case s.Honorific != 0 || s.Title != 0:
			s.Honorific, s.Title = 0, 0
		case s.Middle != NoMiddle:
			s.Middle = NoMiddle
		case s.Part == FullName:
			s.Part = FamilyPart
		default:
			return dst[:start], false
		}
	}
}

// render appends the name in a shape as it is.
func (p Persona) render(dst []byte, s *Shape) []byte {
	if n := int(s.Title); n > 0 && n <= len(p.l.Titles) {
		dst = append(append(dst, p.l.Titles[n-1]...), ' ')
	}
	dst = p.renderParts(dst, s)
	if !s.HonorificLast {
		dst = p.appendHonorific(dst, s)
	}
	if b := int(s.Bracket); b > 0 && b < len(brackets) {
		inner := Shape{Part: s.BracketPart, Order: s.Order, Sep: s.InnerSep, Face: s.BracketFace}
		dst = append(append(dst, s.BracketSep.String()...), brackets[b][0]...)
		dst = append(p.renderParts(dst, &inner), brackets[b][1]...)
	}
	if s.HonorificLast {
		dst = p.appendHonorific(dst, s)
	}
	return dst
}

func (p Persona) appendHonorific(dst []byte, s *Shape) []byte {
	if n := int(s.Honorific); n > 0 && n <= len(p.l.Honorifics) {
		dst = append(append(dst, s.HonorificSep.String()...), p.l.Honorifics[n-1]...)
	}
	return dst
}

func (p Persona) renderParts(dst []byte, s *Shape) []byte {
	sep := s.Sep.String()
	switch {
	case s.Part == FamilyPart:
		return p.appendPart(dst, s, true)
	case s.Part == GivenPart:
		return p.appendPart(dst, s, false)
	case s.Order == FamilyFirst:
		dst = append(p.appendPart(dst, s, true), sep...)
		dst = p.appendPart(dst, s, false)
		return p.appendMiddlePart(dst, s)
	}
	dst = p.appendMiddlePart(p.appendPart(dst, s, false), s)
	return p.appendPart(append(dst, sep...), s, true)
}

// appendPart appends the family or the given name, in the case and width of the
// shape.
func (p Persona) appendPart(dst []byte, s *Shape, family bool) []byte {
	at := len(dst)
	n := p.given
	if family {
		n = p.family
	}
	dst = n.appendTo(dst, s.Face)
	if s.Face != Latin && s.Face != Passport && !p.l.use().latin() {
		return dst
	}
	if !family && s.Initial {
		dst = dst[:at+firstSize(dst[at:])]
	}
	return s.dress(dst, at, family, !family && s.Initial && s.Dot)
}

// appendMiddlePart appends the middle name and the space before it.
func (p Persona) appendMiddlePart(dst []byte, s *Shape) []byte {
	if s.Middle == NoMiddle {
		return dst
	}
	dst = append(dst, ' ')
	at := len(dst)
	dst = p.appendMiddle(dst, s.Face)
	if s.Middle == MiddleInitial {
		dst = dst[:at+firstSize(dst[at:])]
	}
	return s.dress(dst, at, false, s.Middle == MiddleInitial && s.Dot)
}

// dress gives the Latin letters from at on the case and width of the shape.
func (s *Shape) dress(dst []byte, at int, family, dot bool) []byte {
	switch {
	case s.Case == Upper, s.Case == FamilyUpper && family:
		dst = recase(dst, at, unicode.ToUpper)
	case s.Case == Lower:
		dst = recase(dst, at, unicode.ToLower)
	}
	if dot {
		dst = append(dst, '.')
	}
	if s.Wide {
		letters := dst[:at]
		for _, c := range dst[at:] {
			if c != '\'' { // its wide form is in no JIS set
				letters = append(letters, c)
			}
		}
		dst = widen(letters, at)
	}
	return dst
}

// recase changes the case of the letters from at on. The letter ß has no capital
// that a legacy character set holds, and stays.
func recase(dst []byte, at int, to func(rune) rune) []byte {
	var tmp [2 * maxAlias]byte
	text := append(tmp[:0], dst[at:]...)
	dst = dst[:at]
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		text = text[n:]
		if r != 'ß' {
			r = to(r)
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// firstSize is the size of the first character.
func firstSize(b []byte) int {
	_, n := utf8.DecodeRune(b)
	return n
}

// NameLength is the number of characters of the longest name with a separator
// and an honorific or title.
func (l *Locale) NameLength() int {
	longest := 0
	for f := range faces {
		longest = max(longest, l.Longest(FamilyPart, f)+l.Longest(GivenPart, f))
	}
	extra := 0
	for _, words := range [...][]string{l.Titles, l.Honorifics} {
		for _, w := range words {
			extra = max(extra, utf8.RuneCountInString(w)+1)
		}
	}
	return longest + len(", ") + extra
}
