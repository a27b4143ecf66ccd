package verify

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
)

// A guise is how a value was written where it was found.
type guise uint8

const (
	plain guise = iota
	escaped
	percent
	quotedPrintable
	entities
	inHex
	inBase64
	otherCharset
	hashed
)

var guiseWords = [...]string{"", "escapes", "URL encoding", "quoted-printable", "HTML entities", "hex", "base64", "another character set", "hash"}

func (g guise) String() string { return guiseWords[g] }

// deepest is how many guises lie in each other at most.
const deepest = 2

// A reader takes texts out of their guises: whatever can be read in another way is read
// in it, too.
type reader struct {
	see    func(text []byte, g guise)
	digest func(sum []byte) // called for what may be a hash, in bytes
}

// read gives a text as it stands and in each guise that it can have.
func (r *reader) read(text []byte, g guise, depth int) {
	r.see(text, g)
	if depth >= deepest || len(text) < 4 {
		return
	}
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		r.charsets(text)
		if n := len(text); n == 16 || n == 20 || n == 28 || n == 32 || n == 48 || n == 64 {
			r.digest(text)
		}
	}
	if bytes.IndexByte(text, '\\') >= 0 {
		r.again(text, unescape(text), escaped, depth)
	}
	if bytes.IndexByte(text, '%') >= 0 {
		r.again(text, unpercent(text, '%'), percent, depth)
	}
	if bytes.IndexByte(text, '=') >= 0 {
		r.again(text, unpercent(text, '='), quotedPrintable, depth)
	}
	if bytes.Contains(text, []byte("&#")) {
		r.again(text, unentity(text), entities, depth)
	}
	r.runs(text, depth)
}

// again reads a text that has come out of a guise, if it has changed.
func (r *reader) again(before, text []byte, g guise, depth int) {
	if !bytes.Equal(before, text) {
		r.read(text, g, depth+1)
	}
}

// charsets reads bytes that are no UTF-8 in the character sets that Japanese dumps hold.
func (r *reader) charsets(text []byte) {
	for from := range 2 {
		for _, big := range [...]bool{false, true} {
			r.wide(text[min(from, len(text)):], big)
		}
	}
	r.legacy(japanese.ShiftJIS, text)
	if high := longestRun(text, func(c byte) bool { return c >= 0xa1 }); high >= 2*leastRunes {
		r.legacy(japanese.EUCJP, text)
	}
}

// legacy reads a set whose characters have one byte or two: a byte before may be the first of
// two.
func (r *reader) legacy(set encoding.Encoding, text []byte) {
	for from := range 2 {
		if decoded, err := set.NewDecoder().Bytes(text[min(from, len(text)):]); err == nil {
			r.see(decoded, otherCharset)
		}
	}
}

func longestRun(text []byte, of func(byte) bool) int {
	longest, n := 0, 0
	for _, c := range text {
		if n++; !of(c) {
			n = 0
		}
		longest = max(longest, n)
	}
	return longest
}

// wide reads UTF-16, as far as it can be text: runs of ASCII, kana, kanji, full width.
func (r *reader) wide(text []byte, big bool) {
	var run []rune
	flush := func() {
		if len(run) >= leastRunes {
			r.see([]byte(string(run)), otherCharset)
		}
		run = run[:0]
	}
	for i := 0; i+1 < len(text); i += 2 {
		u := rune(text[i]) | rune(text[i+1])<<8
		if big {
			u = u&0xff<<8 | u>>8
		}
		switch {
		case ' ' <= u && u <= '~', 0xa0 <= u && u < 0x250, 0x2010 <= u && u <= 0x2015, u == 0x2212, 0x3000 <= u && u < 0x3100, 0x3400 <= u && u < 0xa000, 0xac00 <= u && u < 0xd7a4, 0xf900 <= u && u < 0xfb00, 0xff00 <= u && u < 0xfff0:
			run = append(run, u)
		default:
			flush()
		}
	}
	flush()
}

// unescape reads the escapes of JSON, C and SQL.
func unescape(text []byte) []byte {
	out := make([]byte, 0, len(text))
	var units []uint16
	flush := func() {
		out = append(out, string(utf16.Decode(units))...)
		units = units[:0]
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			flush()
			out = append(out, text[i])
			continue
		}
		i++
		var b [2]byte
		switch c := text[i]; {
		case c == 'u' && i+4 < len(text):
			if _, err := hex.Decode(b[:], text[i+1:i+5]); err == nil {
				units = append(units, uint16(b[0])<<8|uint16(b[1]))
				i += 4
				continue
			}
		case c == 'x' && i+2 < len(text):
			if _, err := hex.Decode(b[:1], text[i+1:i+3]); err == nil {
				flush()
				out = append(out, b[0])
				i += 2
				continue
			}
		case '0' <= c && c <= '3' && i+2 < len(text) && isOctal(text[i+1]) && isOctal(text[i+2]):
			flush()
			out = append(out, (c-'0')<<6|(text[i+1]-'0')<<3|text[i+2]-'0')
			i += 2
			continue
		case c == 'n' || c == 'r' || c == 't':
			flush()
			out = append(out, '\n')
			continue
		}
		flush()
		out = append(out, text[i])
	}
	flush()
	return out
}

func isOctal(c byte) bool { return '0' <= c && c <= '7' }

// unpercent reads bytes that are written as two digits behind a sign: % in URLs, = in
// quoted-printable, where the sign also ends a line that goes on.
func unpercent(text []byte, sign byte) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		var b [1]byte
		rest := text[i+1:]
		switch {
		case text[i] == '+' && sign == '%':
			out = append(out, ' ')
			continue
		case text[i] != sign:
		case len(rest) >= 2 && decodes(b[:], rest[:2]):
			out = append(out, b[0])
			i += 2
			continue
		case sign == '=' && bytes.HasPrefix(rest, []byte("\r\n")):
			i += 2
			continue
		case sign == '=' && bytes.HasPrefix(rest, []byte("\n")):
			i++
			continue
		}
		out = append(out, text[i])
	}
	return out
}

func decodes(dst, digits []byte) bool {
	_, err := hex.Decode(dst, digits)
	return err == nil
}

// unentity reads the numeric entities of HTML and XML.
func unentity(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if bytes.HasPrefix(text[i:], []byte("&#")) {
			if end := bytes.IndexByte(text[i:min(len(text), i+12)], ';'); end > 2 {
				digits, base := string(text[i+2:i+end]), 10
				if digits[0]|0x20 == 'x' {
					digits, base = digits[1:], 16
				}
				if n, err := strconv.ParseUint(digits, base, 21); err == nil {
					out = utf8.AppendRune(out, rune(n))
					i += end
					continue
				}
			}
		}
		out = append(out, text[i])
	}
	return out
}

// leastRun is the length of the shortest run of digits or letters that is read as hex or
// base64.
const leastRun = 8

// runs reads runs of letters and digits as hex and as base64, however their bytes lie in
// the groups of these.
func (r *reader) runs(text []byte, depth int) {
	for i := 0; i < len(text); {
		if !base64Sign(text[i]) {
			i++
			continue
		}
		end, digits := i, 0
		for end < len(text) && (base64Sign(text[end]) || wraps(text, i, end)) {
			if hexSign(text[end]) {
				digits++
			}
			end++
		}
		if end-i >= leastRun {
			r.run(text[i:end], depth, digits >= leastRun)
		}
		i = end
	}
}

// wraps says whether a line of base64 ends there that goes on.
func wraps(text []byte, from, at int) bool {
	return (text[at] == '\n' || text[at] == '\r') && at-from >= 60 && at+2 < len(text) && (base64Sign(text[at+1]) || base64Sign(text[at+2]))
}

func (r *reader) run(run []byte, depth int, hexadecimal bool) {
	for i := 0; hexadecimal && i < len(run); {
		end := i
		for end < len(run) && hexSign(run[end]) {
			end++
		}
		if end-i >= leastRun {
			for from := range 2 {
				digits := run[i+from : end]
				b := make([]byte, len(digits)/2)
				if _, err := hex.Decode(b, digits[:2*len(b)]); err == nil {
					r.read(b, inHex, depth+1)
				}
			}
		}
		i = end + 1
	}
	if !mixed(run) {
		return
	}
	plain := make([]byte, 0, len(run))
	for _, c := range run {
		switch c {
		case '-':
			c = '+'
		case '_':
			c = '/'
		case '\n', '\r':
			continue
		}
		plain = append(plain, c)
	}
	for from := 0; from < 4 && len(plain)-from >= leastRun; from++ {
		part := plain[from:]
		if len(part)%4 == 1 {
			part = part[:len(part)-1]
		}
		b := make([]byte, base64.RawStdEncoding.DecodedLen(len(part)))
		if n, err := base64.RawStdEncoding.Decode(b, part); err == nil {
			r.read(b[:n], inBase64, depth+1)
		}
	}
}

// mixed says whether a run can be base64: letters of both cases, and not as in a name, or
// letters and digits that are not those of hex.
func mixed(run []byte) bool {
	var small, large, digits, beyond int
	for i, c := range run {
		switch {
		case isDigit(c):
			digits++
		case 'a' <= c && c <= 'z':
			small++
		case 'A' <= c && c <= 'Z' && i > 0:
			large++
		}
		if !hexSign(c) {
			beyond++
		}
	}
	return small > 0 && large > 0 || digits > 0 && beyond > 0
}

func base64Sign(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '+' || c == '/' || c == '-' || c == '_'
}

func hexSign(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
