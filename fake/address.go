package fake

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// AppendAddress appends an address of no place in the form of like: a region of
// the locale at the beginning stays, places become made-up ones in the same
// script, numbers become other numbers with the same digits, hyphens and counters
// (丁目, 番地). It is not longer than like. It says false and appends nothing where
// like has no letter.
func (l *Locale) AppendAddress(dst []byte, s Seed, like []byte) ([]byte, bool) {
	w := addressWriter{l: l, places: l.use(), draws: s.Sub("address").Stream()}
	return w.appendAddress(dst, s, like)
}

func (w *addressWriter) appendAddress(dst []byte, s Seed, like []byte) ([]byte, bool) {
	v := bytes.TrimSpace(like)
	if k := lookAt(v, w.places.own); k.letters == 0 {
		return dst, false
	}
	w.start = len(dst)
	v = w.postalCode(&dst, s, v)
	dst, v = w.region(dst, v)
	for len(v) > 0 {
		piece := cutPiece(v)
		switch {
		case piece.number:
			w.numbers = true
			dst = w.appendNumbers(dst, v[:piece.size])
		case piece.separator:
			dst = w.separate(dst, v[:piece.size])
		default:
			dst = w.appendPlaces(dst, v[:piece.size])
		}
		v = v[piece.size:]
	}
	if w.open > w.start && len(dst) == w.open+w.openSize {
		dst = dst[:w.open] // a separator at the end
	}
	return dst, true
}

// An addressWriter turns the pieces of an address into those of another.
type addressWriter struct {
	l        *Locale
	places   *index
	at       Place // whose parts to write; if there is none, any
	draws    Stream
	excess   int // characters that a region of at has more than the value's
	start    int // of the address in the buffer
	texts    int // pieces of text so far
	numbers  bool
	open     int // where the last separator begins
	openSize int
}

// postalCode writes a postal code at the beginning.
func (w *addressWriter) postalCode(dst *[]byte, s Seed, v []byte) []byte {
	end := bytes.IndexAny(v, " \n　")
	if !begins(v, "〒") || end < 0 {
		return v
	}
	*dst, _ = w.l.AppendPostalCode(*dst, s, v[:end], 0)
	return v[end:]
}

// region keeps a region at the beginning.
func (w *addressWriter) region(dst, v []byte) (out, rest []byte) {
	lead := v[:len(v)-len(bytes.TrimLeft(v, " \n　"))]
	for _, r := range w.l.Address.Regions {
		if begins(v[len(lead):], r) {
			return w.appendRegion(append(dst, lead...), r), v[len(lead)+len(r):]
		}
	}
	return dst, v
}

// appendRegion writes a region of the value, or that of the place.
func (w *addressWriter) appendRegion(dst []byte, region string) []byte {
	if w.at.l == nil {
		return append(dst, region...)
	}
	own := w.at.Region()
	w.excess = max(0, utf8.RuneCountInString(own)-utf8.RuneCountInString(region))
	return append(dst, own...)
}

// less takes from the room of a piece what a region took too much.
func (w *addressWriter) less(room int) int {
	less := min(w.excess, room-1)
	w.excess -= less
	return room - less
}

// first says with which place of a list to begin: with the one of at, or any.
func (w *addressWriter) first(list []name) int {
	if w.at.l == nil {
		return w.draws.N(len(list))
	}
	return w.at.partOf(list)
}

// A piece of an address is of one sort.
type addressPiece struct {
	size      int // bytes
	number    bool
	separator bool
}

// cutPiece finds the first piece: numbers with what joins them, separators, or
// text up to the next of either. Spaces between Latin words are part of a text.
func cutPiece(v []byte) addressPiece {
	if n := numberSize(v); n > 0 {
		return addressPiece{size: n, number: true}
	}
	first, size := utf8.DecodeRune(v)
	p := addressPiece{size: size, separator: isAddressSeparator(first)}
	latin := classOf(first).latin()
	for p.size < len(v) {
		r, n := utf8.DecodeRune(v[p.size:])
		sep := isAddressSeparator(r)
		if sep && !p.separator && r == ' ' && latin && classOf(firstRune(v[p.size+n:])).latin() {
			sep = false
		}
		if sep != p.separator || !sep && numberSize(v[p.size:]) > 0 {
			break
		}
		latin = classOf(r).latin()
		p.size += n
	}
	return p
}

func firstRune(v []byte) rune {
	r, _ := utf8.DecodeRune(v)
	return r
}

func isAddressSeparator(r rune) bool {
	switch r {
	case ' ', '　', '\t', '\r', '\n', ',', '、', '，', '(', ')', '（', '）', '/', '／':
		return true
	}
	return false
}

// separate writes separators, of the first two characters at most. They go again
// if nothing follows, unless they close a bracket.
func (w *addressWriter) separate(dst, sep []byte) []byte {
	w.open = len(dst)
	if begins(sep, ")") || begins(sep, "）") {
		w.open = w.start
	}
	at := len(dst)
	n := 0
	for i := 0; i < len(sep) && n < 2; n++ {
		r, size := utf8.DecodeRune(sep[i:])
		dst = utf8.AppendRune(dst, r)
		i += size
	}
	w.openSize = len(dst) - at
	return dst
}

// Words that count in Japanese, Chinese and Korean addresses, and what joins
// numbers. The longer ones stand first.
var addressCounters = byFirst([]string{"丁目", "番地", "地割", "号室", "番", "号", "階", "条", "線", "F", "Ｆ",
	"单元", "栋", "幢", "楼", "层", "室", "弄", "번길", "번지", "동", "호", "층"})

const kanjiDigits = "一二三四五六七八九"

func isKanjiDigit(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '〇', '百', '千':
		return true
	}
	return false
}

// numberSize is the size of the numbers at the beginning of v, with joiners and
// counters between and behind them. A number in kanji is one only before a
// counter: 三田 is a place.
func numberSize(v []byte) int {
	size := 0
	for size < len(v) {
		digits, kanji := digitsSize(v[size:])
		if digits == 0 {
			break
		}
		joint := jointSize(v[size+digits:], kanji)
		if kanji && joint == 0 {
			break
		}
		size += digits + joint
		if joint == 0 {
			break
		}
	}
	return size
}

// digitsSize is the size of the digits at the beginning, of kanji of the first
// few: a longer number has no counter.
func digitsSize(v []byte) (size int, kanji bool) {
	const mostKanji = 8 * len("一")
	for size < len(v) && !(kanji && size > mostKanji) {
		r, n := utf8.DecodeRune(v[size:])
		_, digit := asciiDigit(r)
		isKanji := isKanjiDigit(r)
		if !digit && !isKanji || size > 0 && isKanji != kanji {
			break
		}
		kanji = isKanji
		size += n
	}
	return size, kanji
}

// jointSize is the size of the counters and joiners at the beginning. Behind
// kanji, の and a long mark join no numbers: 三ノ輪 is a place.
func jointSize(v []byte, kanji bool) int {
	size := 0
	for {
		n, counter := counterSize(v[size:])
		if n == 0 || kanji && size == 0 && !counter {
			return size
		}
		size += n
	}
}

// counterSize is the size of a counter or joiner at the beginning.
func counterSize(v []byte) (size int, counter bool) {
	for _, c := range addressCounters.of(v) {
		if begins(v, c) {
			return len(c), true
		}
	}
	switch r, n := utf8.DecodeRune(v); r {
	case '-', '‐', '‑', '‒', '–', '—', '―', '−', 'ー', 'ｰ', '－', 'の', 'ノ':
		return n, false
	}
	return 0, false
}

// appendNumbers writes other numbers in the same notation. A number of five
// digits or more is a code of some kind and begins with zeros.
func (w *addressWriter) appendNumbers(dst, v []byte) []byte {
	for len(v) > 0 {
		size, kanji := digitsSize(v)
		digits := v[:size]
		n := runeCount(digits)
		switch {
		case kanji:
			i := w.draws.N(9) * len("一")
			dst = append(dst, kanjiDigits[i:i+len("一")]...)
		default:
			for i := range n {
				r, size := utf8.DecodeRune(digits)
				digits = digits[size:]
				d := byte('0' + w.draws.N(10))
				switch {
				case n > 4 && i < n-2:
					d = '0'
				case i == 0 && n <= 4:
					d = byte('1' + w.draws.N(9))
				}
				dst = appendDigit(dst, d, r >= utf8.RuneSelf)
			}
		}
		joint := jointSize(v[size:], kanji)
		dst = append(dst, v[size:size+joint]...)
		v = v[size+joint:]
	}
	return dst
}

// appendPlaces writes made-up places for a piece of text, as many as fit.
func (w *addressWriter) appendPlaces(dst, v []byte) []byte {
	k := lookAt(v, w.places.own)
	if k.letters == 0 {
		return dst // symbols
	}
	room := w.less(runeCount(v))
	face := Written
	switch {
	case k.own:
	case k.half:
		face = HalfKatakana
	case k.kata:
		face = Katakana
	case k.kana:
		face = Hiragana
	case k.latin:
		face = Latin
	}
	text := w.texts
	w.texts++
	switch {
	case face == Latin && room <= 3:
		return w.appendLetters(dst, v) // the code of a state
	case face == Latin || w.places.own != hanChar:
		order := [...][]name{w.places.municipalities, w.places.streets, w.places.home}
		if w.l.Address.StreetFirst || w.numbers && text == 0 {
			order[0], order[1] = order[1], order[0]
		}
		return w.appendPlace(dst, order[min(text, len(order)-1)], face, room, k)
	case w.numbers:
		return w.appendPlace(dst, w.places.home, face, room, k)
	case text > 0:
		return w.appendPlace(dst, w.places.streets, face, room, k)
	}
	// Scripts without spaces write municipality and street in one piece.
	at := len(dst)
	dst = w.appendPlace(dst, w.places.municipalities, face, room, k)
	return w.appendIfFits(dst, w.places.streets, face, room-runeCount(dst[at:]), k)
}

// appendLetters writes letters in place of letters.
func (w *addressWriter) appendLetters(dst, v []byte) []byte {
	for len(v) > 0 {
		r, n := utf8.DecodeRune(v)
		if class := classOf(r); class.latin() {
			dst = w.places.appendLetter(dst, &w.draws, r, class, false)
		}
		v = v[n:]
	}
	return dst
}

// appendPlace writes a place; if it is too long, another one that fits, or the
// beginning of the first one.
func (w *addressWriter) appendPlace(dst []byte, list []name, face Face, room int, k look) []byte {
	at := len(dst)
	first := w.first(list)
	for i := range list {
		dst = w.appendFace(dst[:at], &list[(first+i)%len(list)], face, k)
		if runeCount(dst[at:]) <= room {
			return dst
		}
	}
	var tmp [maxAlias]byte
	short := w.appendFace(tmp[:0], &list[first], face, k)
	return appendFirst(dst[:at], string(short), room)
}

// appendIfFits writes a place if there is room.
func (w *addressWriter) appendIfFits(dst []byte, list []name, face Face, room int, k look) []byte {
	at := len(dst)
	dst = w.appendFace(dst, &list[w.first(list)], face, k)
	if runeCount(dst[at:]) > room {
		return dst[:at]
	}
	return dst
}

func (w *addressWriter) appendFace(dst []byte, n *name, face Face, k look) []byte {
	at := len(dst)
	if face != Latin {
		return n.appendTo(dst, face)
	}
	if w.places.latin() {
		face = Written
	}
	dst = n.appendTo(dst, face)
	if k.upper && !k.lower {
		dst = recase(dst, at, unicode.ToUpper)
	}
	return dst
}
