package verify

import (
	"encoding/binary"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask/detect/name"
)

// Letters are a canonical text as bytes, in which it is held against filters: eight of them
// are one number. A character beyond ASCII has three or four, which may be those of another
// one, and letters of ASCII are what they have in common with their ROT13. What no needle has
// is left out, and what stands between such is, too, if it is too short for one.
type letters struct {
	forms *forms
	bytes bool   // needles have some that are no UTF-8
	text  []byte // with room for padding behind n
	n     int
	runes int // of the canonical text
	// Where words of letters and digits of ASCII begin, and characters beyond ASCII.
	words, wides []int32
	inWord       bool // at the end
	last         rune // beyond ASCII; 0: the last one is not
	pieces       []piece
}

// A piece is what has nothing left out inside.
type piece struct{ letter, rune, words, wides int }

// padding is what may be read behind the text.
const padding = 16

// What is known of a character of ASCII, above its letter.
const (
	letterKept = 0x100 // it is not skipped
	letterWord = 0x200 // it is part of a word
)

// asciiLetters are those of ASCII.
var asciiLetters = func() (t [utf8.RuneSelf]uint16) {
	for c := range t {
		form := formOf(rune(c))
		if form == skipped {
			continue
		}
		t[c] = uint16(turnless(form)) | letterKept
		if isWordRune(form) {
			t[c] |= letterWord
		}
	}
	return t
}()

// turnless gives what a letter has in common with its ROT13.
func turnless(r rune) rune { return min(r, rot13(r)) }

func isWordRune(r rune) bool { return isDigit(r) || 'a' <= r && r <= 'z' }

// sizeOf is the number of bytes of a canonical character.
func sizeOf(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		return 1
	case r <= 0xffff:
		return 3
	}
	return 4
}

func (l *letters) reset() {
	l.n, l.runes, l.words, l.wides, l.inWord, l.last = 0, 0, l.words[:0], l.wides[:0], false, 0
	l.pieces = append(l.pieces[:0], piece{})
}

// cut leaves out a character that no needle has.
func (l *letters) cut() {
	l.inWord, l.last = false, 0
	l.runes++
	p := &l.pieces[len(l.pieces)-1]
	if l.n-p.letter >= leastLetters {
		l.pieces = append(l.pieces, piece{})
		p = &l.pieces[len(l.pieces)-1]
		*p = piece{l.n, l.runes, len(l.words), len(l.wides)}
		return
	}
	l.n, l.words, l.wides = p.letter, l.words[:p.words], l.wides[:p.wides]
	p.rune = l.runes
}

// place gives the place of a letter in the canonical text, or that nearest to it from which
// on nothing is left out.
func (l *letters) place(at int) (letter, rune int) {
	i, _ := slices.BinarySearchFunc(l.pieces, at+1, func(p piece, at int) int { return p.letter - at })
	p := l.pieces[i-1]
	return p.letter, p.rune
}

// grow makes room for so many more characters.
func (l *letters) grow(n int) {
	if need := l.n + 4*n + padding; need > len(l.text) {
		l.text = append(l.text, make([]byte, need-len(l.text))...)
	}
}

// write appends a text of UTF-8.
func (l *letters) write(text []byte) {
	l.grow(len(text))
	for i := 0; i < len(text); {
		if text[i] >= utf8.RuneSelf {
			r, n := decodeRune(text[i:])
			l.put(r)
			i += n
			continue
		}
		i += l.ascii(text[i:])
	}
}

// ascii appends what a text begins with that is ASCII, and gives its length.
func (l *letters) ascii(text []byte) int {
	words := l.words
	if need := len(words) + len(text) + 1; need > cap(words) {
		words = append(make([]int32, 0, 2*need), words...)
	}
	to, w, n, before := words[:cap(words)], len(words), l.n, uint16(0)
	if l.inWord {
		before = 1
	}
	i := 0
	for ; i < len(text) && text[i] < utf8.RuneSelf; i++ {
		e := asciiLetters[text[i]]
		l.text[n], to[w] = byte(e), int32(n)
		word := e >> 9
		w += int(word &^ before)
		n += int(e >> 8 & 1)
		before = word
	}
	if n > l.n {
		l.last = 0
	}
	l.runes += n - l.n
	l.words, l.n, l.inWord = words[:w], n, before != 0
	return i
}

// put appends one character.
func (l *letters) put(r rune) {
	switch {
	case r >= broken:
		if !l.bytes {
			l.cut()
			return
		}
	case r > 0xffff:
		r = name.Fold(unicode.ToLower(r))
	default:
		switch to := l.forms[r]; to {
		case skipped:
			l.inWord = false
			return
		case voices, halfVoices:
			if one := [...]rune{l.last}; l.last != 0 {
				voice(one[:], rune(to))
				l.n -= sizeOf(l.last)
				l.wide(one[0])
			}
			return
		default:
			r = rune(to)
		}
	}
	l.runes++
	if r >= utf8.RuneSelf {
		l.inWord = false
		l.wides = append(l.wides, int32(l.n))
		l.wide(r)
		return
	}
	word := isWordRune(r)
	if word && !l.inWord {
		l.words = append(l.words, int32(l.n))
	}
	l.text[l.n] = byte(turnless(r))
	l.n++
	l.inWord, l.last = word, 0
}

// wide appends a character beyond ASCII.
func (l *letters) wide(r rune) {
	l.last = r
	first, second := 0x80|byte(r&0x7f), byte(r>>7)
	l.text[l.n], l.text[l.n+1], l.text[l.n+2] = first, second, first
	if l.n += 3; r > 0xffff {
		l.text[l.n] = byte(r >> 15)
		l.n++
	}
}

// at gives eight letters as a number.
func (l *letters) at(i int) uint64 { return binary.LittleEndian.Uint64(l.text[i:]) }
