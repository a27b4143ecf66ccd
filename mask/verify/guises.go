package verify

import (
	"bytes"
	"crypto/md5"  //nolint:gosec // what is in columns of tokens, not what protects anything
	"crypto/sha1" //nolint:gosec // the same
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
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
	reversed
	inROT13
	hashed
)

var guiseWords = [...]string{"", "escapes", "URL encoding", "quoted-printable", "HTML entities", "hex", "base64", "another character set", "reversed", "ROT13", "hash"}

func (g guise) String() string { return guiseWords[g] }

// deepest is how many guises lie in each other at most.
const deepest = 2

// A reader takes texts out of their guises: whatever can be read in another way is read
// in it, too.
type reader struct {
	see    func(text []byte, as decoding, g guise) // nil: UTF-8
	digest func(sum []byte)                        // called for what may be a hash, in bytes
	any    decoding                                // of bytes, in every character set
	room   [deepest + 1]struct{ text, run, part []byte }
}

// A sign is what a byte can begin, or be part of.
type sign uint8

const (
	backslash  sign = 1 << iota
	percentage      // of URLs
	equals          // of quoted-printable
	ampersand       // of an entity
	high            // beyond ASCII
	null
	base64Sign // of hex, too
	hexSign
)

var signs = func() (t [256]sign) {
	for c := range t {
		switch b := byte(c); {
		case isDigit(b), 'a' <= b|0x20 && b|0x20 <= 'f':
			t[c] = base64Sign | hexSign
		case 'a' <= b|0x20 && b|0x20 <= 'z', b == '+', b == '/', b == '-', b == '_':
			t[c] = base64Sign
		case b >= utf8.RuneSelf:
			t[c] = high
		}
	}
	t['\\'], t['%'], t['='], t['&'], t[0] = backslash, percentage, equals, ampersand, null
	return t
}()

func (r *reader) look(text []byte, as decoding, g guise) {
	if r.see != nil {
		r.see(text, as, g)
	}
}

// has says which signs are in a text, and whether a run of base64 is.
func has(text []byte) (all sign, run bool) {
	n := 0
	for _, c := range text {
		s := signs[c]
		all |= s
		if s&base64Sign == 0 {
			n = 0
			continue
		}
		if n++; n == leastRun {
			run = true
		}
	}
	return all, run
}

// read gives a text as it stands and in each guise that it can have. Binary says that it may
// be text in any character set, or none.
func (r *reader) read(text []byte, binary bool) { r.level(text, plain, 0, binary) }

func (r *reader) level(text []byte, g guise, depth int, binary bool) {
	all, run := has(text)
	if depth > 0 && binary && !legible(text) {
		r.sum(text)
		r.look(text, r.any, otherCharset)
		return
	}
	r.look(text, nil, g)
	switch valid := all&high == 0 || utf8.Valid(text); {
	case binary || !valid:
		r.sum(text)
		r.look(text, r.any, otherCharset)
	case all&null != 0: // in UTF-16 and the like there are some
		r.look(text, r.any, otherCharset)
	}
	if depth >= deepest {
		return
	}
	for _, e := range escapes {
		if all&e.sign != 0 {
			r.undo(text, &e, depth)
		}
	}
	if run {
		r.runs(text, depth)
	}
}

// An escape is a guise that begins with a sign. The signs that are left out of the canonical
// form, as the backslash before a quote is, need no reading again.
type escape struct {
	sign sign
	byte byte
	g    guise
	// is says whether what begins at the sign is written so.
	is   func(text []byte) bool
	undo func(dst, text []byte) []byte
}

var escapes = [...]escape{
	{backslash, '\\', escaped, isEscape, appendUnescaped},
	{percentage, '%', percent, func(text []byte) bool { return isHex(text, 1, 2) }, func(dst, text []byte) []byte { return appendUnpercent(dst, text, '%') }},
	{equals, '=', quotedPrintable, isQuoted, func(dst, text []byte) []byte { return appendUnpercent(dst, text, '=') }},
	{ampersand, '&', entities, func(text []byte) bool { return len(text) > 3 && text[1] == '#' }, appendUnentity},
}

// next gives the place of the next escape, or the end.
func (e *escape) next(text []byte, from int) int {
	for i := from; i < len(text); i++ {
		n := bytes.IndexByte(text[i:], e.byte)
		if n < 0 {
			break
		}
		if i += n; e.is(text[i:]) {
			return i
		}
	}
	return len(text)
}

// undo reads what stands round escapes as they mean it.
func (r *reader) undo(text []byte, e *escape, depth int) {
	for first := e.next(text, 0); first < len(text); {
		last, next := first, e.next(text, first+1)
		for next < len(text) && next-last <= overlap {
			last, next = next, e.next(text, next+1)
		}
		room := &r.room[depth]
		room.text = e.undo(room.text[:0], text[max(0, first-overlap):min(len(text), last+overlap)])
		r.level(room.text, e.g, depth+1, false)
		first = next
	}
}

// isEscape says whether an escape of JSON, C or SQL stands for something else than what
// is behind the backslash.
func isEscape(text []byte) bool {
	if len(text) < 2 {
		return false
	}
	switch c := text[1]; {
	case c == 'u':
		return isHex(text, 2, 4)
	case c == 'x':
		return isHex(text, 2, 2)
	case '0' <= c && c <= '3':
		return len(text) > 3 && isOctal(text[2]) && isOctal(text[3])
	default:
		return c == 'n' || c == 'r' || c == 't'
	}
}

// isQuoted says whether an escape of quoted-printable begins a text, or a line that goes on.
func isQuoted(text []byte) bool {
	return isHex(text, 1, 2) || len(text) > 1 && (text[1] == '\n' || text[1] == '\r')
}

// isHex says whether n digits stand at a place.
func isHex(text []byte, at, n int) bool {
	if len(text) < at+n {
		return false
	}
	for _, c := range text[at : at+n] {
		if signs[c]&hexSign == 0 {
			return false
		}
	}
	return true
}

// sum takes bytes for a hash that are as long as one.
func (r *reader) sum(b []byte) {
	switch len(b) {
	case md5.Size, sha1.Size, sha256.Size224, sha256.Size, sha512.Size384, sha512.Size:
		r.digest(b)
	}
}

// appendUnescaped reads the escapes of JSON, C and SQL.
func appendUnescaped(out, text []byte) []byte {
	var units [64]uint16
	n := 0
	flush := func() {
		if n > 0 {
			out = append(out, string(utf16.Decode(units[:n]))...)
			n = 0
		}
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
				units[n] = uint16(b[0])<<8 | uint16(b[1])
				n++
				if n == len(units) || n == len(units)-1 && !utf16.IsSurrogate(rune(units[n-1])) {
					flush()
				}
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
			out = append(out, (c-'0')<<6|(text[i+1]-'0')<<3|(text[i+2]-'0'))
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

// appendUnpercent reads bytes that are written as two digits behind a sign: % in URLs, = in
// quoted-printable, where the sign also ends a line that goes on.
func appendUnpercent(out, text []byte, sign byte) []byte {
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

// appendUnentity reads the numeric entities of HTML and XML.
func appendUnentity(out, text []byte) []byte {
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

// The length of the shortest run of letters that is read as base64, and of digits as hex: as
// long as the shortest value.
const (
	leastRun = 8
	leastHex = 12
)

// runs reads runs of letters and digits as hex and as base64, however their bytes lie in
// the groups of these.
func (r *reader) runs(text []byte, depth int) {
	for i := 0; i < len(text); {
		if signs[text[i]]&base64Sign == 0 {
			if text[i] == '$' && isBcrypt(text[i:]) {
				i += bcryptSize
			} else {
				i++
			}
			continue
		}
		end, digits := i, 0
		for end < len(text) && (signs[text[end]]&base64Sign != 0 || wraps(text, i, end)) {
			if signs[text[end]]&hexSign != 0 {
				digits++
			}
			end++
		}
		if end-i >= leastRun {
			r.run(text[i:end], depth, digits >= leastHex)
		}
		i = end
	}
}

// bcryptSize is the length of a hash of bcrypt: $2y$10$, and 22 letters of salt and 31 of the
// hash, in base64 of an alphabet of its own. It is no guise, and nobody can make it again from
// a value without its salt.
const bcryptSize = 60

func isBcrypt(text []byte) bool {
	const head = len("$2y$10$")
	if len(text) < bcryptSize || text[1] != '2' || text[3] != '$' || !isDigit(text[4]) || !isDigit(text[5]) || text[6] != '$' {
		return false
	}
	for _, c := range text[head:bcryptSize] {
		if signs[c]&base64Sign == 0 && c != '.' || c == '+' || c == '-' || c == '_' {
			return false
		}
	}
	return len(text) == bcryptSize || signs[text[bcryptSize]]&base64Sign == 0
}

// wraps says whether a line of base64 ends there that goes on.
func wraps(text []byte, from, at int) bool {
	return (text[at] == '\n' || text[at] == '\r') && at-from >= 60 && at+2 < len(text) && (signs[text[at+1]]|signs[text[at+2]])&base64Sign != 0
}

func (r *reader) run(run []byte, depth int, hexadecimal bool) {
	if hexadecimal {
		r.hex(run, depth)
	}
	if !mixed(run) {
		return
	}
	room := &r.room[depth]
	room.run = append(room.run[:0], run...)
	joined := room.run
	if bytes.IndexByte(joined, '\n') >= 0 || bytes.IndexByte(joined, '\r') >= 0 {
		joined = bytes.ReplaceAll(bytes.ReplaceAll(joined, []byte("\n"), nil), []byte("\r"), nil)
	}
	room.run = joined
	room.part = appendBase64(room.part[:0], joined)
	r.level(room.part, inBase64, depth+1, true)
	room.part = room.part[:0]
	for from := 1; from < 4 && len(joined)-from >= leastRun; from++ {
		room.part = append(appendBase64(room.part, joined[from:]), noText)
	}
	r.look(room.part, nil, inBase64)
	for i, c := range joined[:len(joined)-1] { // what stands before a hash: sha256-…
		if c == '-' || c == '_' || c == '/' || c == '+' {
			r.base64Sum(joined[i+1:], depth)
		}
	}
}

func (r *reader) base64Sum(run []byte, depth int) {
	switch len(run) {
	case 22, 27, 38, 43, 64, 86:
		room := &r.room[depth]
		room.part = appendBase64(room.part[:0], run)
		r.sum(room.part)
	}
}

// noText is a byte that no text of UTF-8 has.
const noText = 0xff

// legible says whether somewhere in bytes stands as much text as the shortest value has.
func legible(b []byte) bool {
	for i, from := 0, 0; i < len(b); {
		n := 1
		switch c := b[i]; {
		case c >= utf8.RuneSelf:
			if n = sequence(b[i:]); n == 0 {
				n, from = 1, i+1
			}
		case c < ' ' && c != '\n' && c != '\t' && c != '\r', c == 0x7f:
			from = i + 1
		}
		if i += n; i-from >= leastLetters {
			return true
		}
	}
	return false
}

// sequence gives the length of what begins like a character of UTF-8, or 0.
func sequence(b []byte) int {
	n := 0
	switch c := b[0]; {
	case 0xc2 <= c && c <= 0xdf:
		n = 2
	case c>>4 == 0xe:
		n = 3
	case 0xf0 <= c && c <= 0xf4:
		n = 4
	}
	if n > len(b) {
		return 0
	}
	for i := 1; i < n; i++ {
		if b[i]>>6 != 2 {
			return 0
		}
	}
	return n
}

func (r *reader) hex(run []byte, depth int) {
	room := &r.room[depth]
	if len(run) == 36 && run[8] == '-' && run[13] == '-' && run[18] == '-' && run[23] == '-' { // a hash in a column of UUIDs
		room.part = append(room.part[:0], run[:8]...)
		digits := room.part
		for _, at := range [...][2]int{{9, 13}, {14, 18}, {19, 23}, {24, 36}} {
			digits = append(digits, run[at[0]:at[1]]...)
		}
		room.part = digits
		if _, err := hex.Decode(digits, digits); err == nil {
			r.sum(digits[:md5.Size])
		}
		return
	}
	for i := 0; i < len(run); {
		end := i
		for end < len(run) && signs[run[end]]&hexSign != 0 {
			end++
		}
		if end-i >= leastHex {
			for from := range 2 {
				digits := run[i+from : end]
				room.part = append(room.part[:0], digits[:len(digits)/2*2]...)
				if n, err := hex.Decode(room.part, room.part); err == nil {
					r.level(room.part[:n], inHex, depth+1, true)
				}
			}
		}
		i = end + 1
	}
}

// mixed says whether a run can be base64: letters of both cases, and not as in a name, or
// letters and digits that are not those of hex.
func mixed(run []byte) bool {
	var small, large, digits, beyond bool
	for i, c := range run {
		switch {
		case isDigit(c):
			digits = true
		case 'a' <= c && c <= 'z':
			small = true
		case 'A' <= c && c <= 'Z' && i > 0:
			large = true
		}
		if signs[c]&hexSign == 0 {
			beyond = true
		}
		if small && large || digits && beyond {
			return true
		}
	}
	return false
}

// base64Values are those of the letters, in both alphabets.
var base64Values = func() (t [256]uint8) {
	for i, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" {
		t[c] = uint8(i)
	}
	t['-'], t['_'] = 62, 63
	return t
}()

func appendBase64(dst, run []byte) []byte {
	for ; len(run) >= 4; run = run[4:] {
		n := uint32(base64Values[run[0]])<<18 | uint32(base64Values[run[1]])<<12 | uint32(base64Values[run[2]])<<6 | uint32(base64Values[run[3]])
		dst = append(dst, byte(n>>16), byte(n>>8), byte(n))
	}
	switch len(run) {
	case 2:
		dst = append(dst, base64Values[run[0]]<<2|base64Values[run[1]]>>4)
	case 3:
		dst = append(dst, base64Values[run[0]]<<2|base64Values[run[1]]>>4, base64Values[run[1]]<<4|base64Values[run[2]]>>2)
	}
	return dst
}
