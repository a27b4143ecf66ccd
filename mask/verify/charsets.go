package verify

import (
	"bytes"
	"math/bits"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
)

// A decoding reads bytes in a character set, and gives a divider for what is not in it.
type decoding func(dst []rune, text []byte) []rune

// plainRunes reads UTF-8.
func plainRunes(dst []rune, text []byte) []rune {
	for i := 0; i < len(text); {
		r, n := decodeRune(text[i:])
		dst = append(dst, r)
		i += n
	}
	return dst
}

// A charset is read from each of its first places on, since what stands before a value in
// the same bytes can have any length.
type charset struct {
	read  decoding
	width int
	// may says of bytes whether there is anything in them to read.
	may func(text []byte) bool
	// size gives that of the first character, where they have several: then readings that
	// began at different places soon go on alike. Nil: they never do.
	size func(text []byte) int
}

// alike gives the place up to which a text that is read from a place on is to be read: where
// it has gone on as if it were read from the beginning for as long as any value is.
func (c *charset) alike(text []byte, from int) int {
	if c.size == nil || from == 0 {
		return len(text)
	}
	for first := 0; first != from; {
		if first < from {
			first += c.size(text[first:])
		} else {
			from += c.size(text[from:])
		}
		if max(first, from) >= len(text) {
			return len(text)
		}
	}
	return min(len(text), from+overlap)
}

// charsets are those in which texts are read that consist of an alphabet.
func charsets(in *alphabet) []charset {
	double, euc, euc3 := in.only(shiftJIS()), in.only(eucJP()), in.only(eucJP3())
	return []charset{
		{func(dst []rune, text []byte) []rune { return utf16Little(dst, text, in) }, 2, in.littleEndian, nil},
		{func(dst []rune, text []byte) []rune { return utf16Big(dst, text, in) }, 2, in.bigEndian, nil},
		{utf32Little, 4, fourth, nil}, {utf32Big, 4, fourth, nil},
		{func(dst []rune, text []byte) []rune { return cp932(dst, text, double) }, 2, hasHigh, double.size},
		{func(dst []rune, text []byte) []rune { return eucjp(dst, text, euc, euc3) }, 1, hasHigh, nil},
	}
}

// inAny reads bytes in each of some sets.
func inAny(sets []charset) decoding {
	return func(dst []rune, text []byte) []rune {
		for i := range sets {
			set := &sets[i]
			if !set.may(text) {
				continue
			}
			for from := range min(set.width, len(text)) {
				dst = set.read(dst, text[from:set.alike(text, from)])
			}
		}
		return dst
	}
}

// An alphabet has a bit for each character that can stand in a value that is looked for, or
// between its parts.
type alphabet [1 << 16 / 64]uint64

func (a *alphabet) has(r rune) bool { return a[r>>6]>>(r&63)&1 != 0 }

func (a *alphabet) put(r rune) { a[r>>6] |= 1 << (r & 63) }

// littleEndian says whether somewhere as many characters follow each other as the shortest
// value has.
func (a *alphabet) littleEndian(text []byte) bool { return a.follow(text, 0) }

func (a *alphabet) bigEndian(text []byte) bool { return a.follow(text, 8) }

// follow reads two bytes as a character from each place on, and counts how many there were at
// every second one.
func (a *alphabet) follow(text []byte, swap int) bool {
	if len(text) < 2 {
		return false
	}
	pair, before, last := uint16(text[0])<<8, uint64(0), uint64(0)
	for _, c := range text[1:] {
		pair = pair>>8 | uint16(c)<<8
		r := bits.RotateLeft16(pair, swap)
		is := a[r>>6] >> (r & 63) & 1
		before, last = last, (before+1)*is
		if last == leastRunes {
			return true
		}
	}
	return false
}

// fourth says whether somewhere every fourth byte is null, as they are in UTF-32.
func fourth(text []byte) bool {
	for i := 0; i+4*(leastRunes-1) < len(text); i++ {
		n := bytes.IndexByte(text[i:len(text)-4*(leastRunes-1)], 0)
		if n < 0 {
			return false
		}
		if i += n; text[i+4] == 0 && text[i+8] == 0 {
			return true
		}
	}
	return false
}

func hasHigh(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// only gives a table without the characters that are not in the alphabet.
func (a *alphabet) only(t *table) *table {
	own := new(table)
	for i, r := range t {
		if r != 0 && a.has(rune(r)) {
			own[i] = r
		}
	}
	return own
}

// divide ends a run of characters. One that is too short to hold a value is forgotten.
func divide(dst []rune, from int) []rune {
	if len(dst)-from < leastRunes {
		return dst[:from]
	}
	return append(dst, divider)
}

func utf16Little(dst []rune, text []byte, in *alphabet) []rune { return utf16From(dst, text, in, 0) }
func utf16Big(dst []rune, text []byte, in *alphabet) []rune    { return utf16From(dst, text, in, 1) }

// utf16From reads characters of two bytes, of which low is the place of the lower one.
func utf16From(dst []rune, text []byte, in *alphabet, low int) []rune {
	from := len(dst)
	for i := 0; i+1 < len(text); i += 2 {
		u := rune(text[i+low]) | rune(text[i+1-low])<<8
		if in.has(u) {
			dst = append(dst, u)
		} else if len(dst) > from {
			dst = divide(dst, from)
			from = len(dst)
		}
		if utf16.IsSurrogate(u) {
			dst = pair(dst, from)
		}
	}
	return divide(dst, from)
}

// pair makes a character of two surrogates.
func pair(dst []rune, from int) []rune {
	if n := len(dst); n-2 >= from {
		if r := utf16.DecodeRune(dst[n-2], dst[n-1]); r != utf8.RuneError {
			return append(dst[:n-2], r)
		}
	}
	return dst
}

func utf32Little(dst []rune, text []byte) []rune {
	from := len(dst)
	for i := 0; i+3 < len(text); i += 4 {
		if text[i+3]|text[i+2]&^3 != 0 {
			dst = divide(dst, from)
			from = len(dst)
			continue
		}
		dst = append(dst, rune(text[i])|rune(text[i+1])<<8|rune(text[i+2])<<16)
	}
	return divide(dst, from)
}

func utf32Big(dst []rune, text []byte) []rune {
	from := len(dst)
	for i := 0; i+3 < len(text); i += 4 {
		if text[i]|text[i+1]&^3 != 0 {
			dst = divide(dst, from)
			from = len(dst)
			continue
		}
		dst = append(dst, rune(text[i+3])|rune(text[i+2])<<8|rune(text[i+1])<<16)
	}
	return divide(dst, from)
}

// A table has the characters of two bytes; 0 is none.
type table [1 << 16]uint16

// first gives the character of two bytes with which a text begins; 0 is none.
func (t *table) first(text []byte) rune {
	if len(text) < 2 {
		return 0
	}
	return rune(t[int(text[0])<<8|int(text[1])])
}

// size gives the length of the first character of a text of CP932.
func (t *table) size(text []byte) int {
	if c := text[0]; c >= 0x80 && (c < 0xa1 || c > 0xdf) && t.first(text) != 0 {
		return 2
	}
	return 1
}

func tableOf(set encoding.Encoding, prefix ...byte) *table {
	t, decoder := new(table), set.NewDecoder()
	for lead := 0x80; lead < 0x100; lead++ {
		for trail := 0x40; trail < 0x100; trail++ {
			b, err := decoder.Bytes(append(append([]byte{}, prefix...), byte(lead), byte(trail)))
			if err != nil {
				continue
			}
			if r, n := utf8.DecodeRune(b); n == len(b) && r != utf8.RuneError && r < 1<<16 {
				t[lead<<8|trail] = uint16(r)
			}
		}
	}
	return t
}

var (
	shiftJIS = sync.OnceValue(func() *table { return tableOf(japanese.ShiftJIS) })
	eucJP    = sync.OnceValue(func() *table { return tableOf(japanese.EUCJP) })
	eucJP3   = sync.OnceValue(func() *table { return tableOf(japanese.EUCJP, 0x8f) })
)

const halfWidth = '･' - 0xa5 // from the bytes of CP932 and EUC to kana of half width

func cp932(dst []rune, text []byte, t *table) []rune {
	from, wide := len(dst), false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < 0x80:
			if c >= ' ' || c == '\n' || c == '\t' || c == '\r' {
				dst = append(dst, rune(c))
				continue
			}
		case 0xa1 <= c && c <= 0xdf:
			dst, wide = append(dst, rune(c)+halfWidth), true
			continue
		default:
			if r := t.first(text[i:]); r != 0 {
				dst, wide = append(dst, r), true
				i++
				continue
			}
		}
		if !wide { // as UTF-8 it is the same
			dst = dst[:from]
			continue
		}
		dst, wide = divide(dst, from), false
		from = len(dst)
	}
	return divide(dst, from)
}

// eucjp reads what stands behind each other in characters of EUC: three of them, or more.
func eucjp(dst []rune, text []byte, t, t3 *table) []rune {
	n := 0
	for i, c := range text {
		if c < 0x8e || c > 0x8f && c < 0xa1 {
			n = 0
			continue
		}
		if n++; n == 2*leastRunes {
			for from := i + 1 - n; from < i+3-n; from++ {
				dst = eucRun(dst, text[from:min(len(text), from+overlap)], t, t3)
			}
		}
		if n == overlap/2 { // the next part begins inside of this one
			n = 0
		}
	}
	return dst
}

func eucRun(dst []rune, text []byte, t, t3 *table) []rune {
	from := len(dst)
	for i := 0; i+1 < len(text); i++ {
		c, next, r := text[i], text[i+1], rune(0)
		switch {
		case c >= ' ' && c < 0x80:
			r = rune(c)
		case c == 0x8e && next >= 0xa1 && next <= 0xdf:
			r = rune(next) + halfWidth
			i++
		case c == 0x8f && i+2 < len(text):
			r = rune(t3[int(next)<<8|int(text[i+2])])
			i += 2
		case c >= 0x80:
			r = rune(t[int(c)<<8|int(next)])
			i++
		}
		if r == 0 {
			break
		}
		dst = append(dst, r)
	}
	return divide(dst, from)
}
