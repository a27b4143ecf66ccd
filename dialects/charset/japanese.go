package charset

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/transform"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// An extension is what servers know of a character set and golang.org/x/text
// does not: the characters that users define, which Unicode has from U+E000 in
// the order of their codes, and in EUC-JP the characters of IBM. Of those x/text
// knows only NEC's copy, in a place that servers give to users.
type extension struct {
	size func(b []byte) int   // of the character at the front of b
	odd  func(lead byte) bool // its code may be one of these
	from map[string]rune
	to   map[rune]string
}

func newExtension(size func([]byte) int, odd func(byte) bool) *extension {
	return &extension{size: size, odd: odd, from: map[string]rune{}, to: map[rune]string{}}
}

func (e *extension) add(code string, r rune) { e.from[code], e.to[r] = r, code }

// users adds a plane of codes for characters that users define, from r.
func (e *extension) users(prefix string, leadFrom, leadTo, trailFrom, trailTo int, r rune) rune {
	for lead := leadFrom; lead <= leadTo; lead++ {
		for trail := trailFrom; trail <= trailTo; trail++ {
			if trail == 0x7f {
				continue
			}
			e.add(prefix+string([]byte{byte(lead), byte(trail)}), r)
			r++
		}
	}
	return r
}

const firstUserDefined = 0xe000

var extendedCP932 = sync.OnceValue(func() *extension {
	e := newExtension(func(b []byte) int { return lex.CP932.Len(b, 0) }, func(lead byte) bool { return 0xf0 <= lead && lead <= 0xf9 })
	e.users("", 0xf0, 0xf9, 0x40, 0xfc, firstUserDefined)
	return e
})

// ibm are the characters of 8FF3F3 to 8FF4FE in eucJP-ms. The compatibility
// ideographs are escaped, or whoever normalises this file changes them.
const ibm = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ＇＂㈱№℡炻仼僴凬匇匤\ufa0e咊坙\ufa0f\ufa10增寬峵嵓\ufa11德悅愠敎昻晥" +
	"\ufa12\uf929栁\ufa13\ufa14橫櫢淸淲瀨\ufa15\ufa16甁皂皞\ufa17礰\ufa18\ufa19\ufa1a\ufa1b竧\ufa1c\ufa1d綠緖\ufa1e荢\ufa1f薰\ufa20\ufa21蠇\ufa22譿賴赶\ufa23\ufa24\ufa25郞\ufa26鄕\ufa27\ufa28閒\uf9dc\ufa29霻靍靑\ufa2a\ufa2b\ufa2c馞髙魲\ufa2d黑"

var extendedEUCJP = sync.OnceValue(func() *extension {
	e := newExtension(
		func(b []byte) int {
			switch c := b[0]; {
			case c == 0x8f:
				return min(3, len(b))
			case c == 0x8e || c >= 0xa1:
				return min(2, len(b))
			}
			return 1
		},
		func(lead byte) bool { return lead == 0x8f || lead >= 0xf5 },
	)
	r := e.users("", 0xf5, 0xfe, 0xa1, 0xfe, firstUserDefined)
	e.users("\x8f", 0xf5, 0xfe, 0xa1, 0xfe, r)
	lead, trail := byte(0xf3), byte(0xf3)
	for _, r := range ibm {
		e.from["\x8f"+string([]byte{lead, trail})] = r
		if trail++; trail == 0xff {
			lead, trail = lead+1, 0xa1
		}
	}
	e.from["\x8f\xa2\xc3"] = '￤'
	// What x/text would write as NEC's copy has another code: one of these, or one
	// in JIS X 0212.
	decoder, encoder := japanese.EUCJP.NewDecoder(), japanese.EUCJP.NewEncoder()
	for lead := 0xa1; lead <= 0xf4; lead++ {
		for trail := 0xa1; trail <= 0xfe; trail++ {
			code := "\x8f" + string([]byte{byte(lead), byte(trail)})
			r, ok := e.from[code]
			if !ok {
				text, err := decoder.String(code)
				if r, _ = utf8.DecodeRuneInString(text); err != nil || r == utf8.RuneError {
					continue
				}
			}
			if copied, err := encoder.String(string(r)); err != nil || copied[0] >= 0xf9 {
				e.to[r] = code
			}
		}
	}
	return e
})

// decode is apply for text with codes of the extension.
func (e *extension) decode(t transform.Transformer, dst, text []byte) ([]byte, error) {
	var err error
	from := 0
	for i := 0; i < len(text); {
		n := e.size(text[i:])
		if e.odd(text[i]) {
			if r, ok := e.from[string(text[i:i+n])]; ok {
				if dst, err = apply(t, dst, text[from:i]); err != nil {
					return dst, err
				}
				dst, from = utf8.AppendRune(dst, r), i+n
			}
		}
		i += n
	}
	return apply(t, dst, text[from:])
}

// encode is apply for text with characters of the extension.
func (e *extension) encode(t transform.Transformer, dst, text []byte) ([]byte, error) {
	var err error
	from := 0
	for i, r := range string(text) { // no copy is made for this loop
		if code, ok := e.to[r]; ok {
			if dst, err = apply(t, dst, text[from:i]); err != nil {
				return dst, err
			}
			dst, from = append(dst, code...), i+utf8.RuneLen(r)
		}
	}
	return apply(t, dst, text[from:])
}
