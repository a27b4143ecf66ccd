package value

import (
	"bytes"
	"net/netip"
	"strings"
)

// Bits of the bytes of a word, which tell what it can be.
const (
	inWord = 1 << iota
	dotBit
	digitBit
	percentBit
)

var wordBits = func() (t [256]uint8) {
	for c := range t {
		b := byte(c)
		switch {
		case isLetter(b), b == '_', b == '+', b == '~', b == '-':
			t[c] = inWord
		case isDigit(b):
			t[c] = inWord | digitBit
		}
	}
	t['.'], t['%'] = inWord|dotBit, inWord|percentBit
	return t
}()

// wordEnd gives the end of the word at i: letters, digits and what stands inside
// addresses and codes. A word is read once, wherever one begins to look at it.
func (f *finder) wordEnd(i int) int {
	if i < f.wordTo {
		return f.wordTo
	}
	j, bits := i, uint8(0)
	for j < len(f.text) && wordBits[f.text[j]] != 0 {
		bits |= wordBits[f.text[j]]
		j++
	}
	f.wordTo, f.bits = j, bits
	return j
}

// word judges what begins with a letter.
func (f *finder) word(i int) int {
	end := f.wordEnd(i)
	if e := f.email(i, end); e > 0 {
		return e
	}
	if e := f.url(i, end); e > 0 {
		return e
	}
	if e := f.judgeWord(i, end); e > 0 {
		return e
	}
	// Letters of other scripts and bytes that are no letters end a word, so a
	// number behind a letter is part of a code: ABC123. But for phones: TEL090….
	if f.bits&digitBit != 0 {
		for j := i; j < end; j++ {
			if isDigit(f.text[j]) {
				if f.labelled(j) {
					return j
				}
				break
			}
		}
	}
	return end
}

// judgeWord judges a word that is no address; 0 if it is nothing.
func (f *finder) judgeWord(i, end int) int {
	if f.after(end) == ':' {
		if e := f.colons(i); e > 0 {
			return e
		}
	}
	if f.bits&dotBit != 0 {
		if e := f.host(i, end); e > 0 {
			return e
		}
	}
	n := end - i
	switch {
	case n < 3 || f.middle(i):
		return 0
	case f.bits&digitBit == 0:
		return f.monthDate(i, end)
	}
	if e := f.code(i, end); e > 0 {
		return e
	}
	if n >= leastSecret {
		if e := f.secret(i, end); e > 0 {
			return e
		}
	}
	return f.letterDate(i)
}

// middle says whether i is inside a word.
func (f *finder) middle(i int) bool { return i > 0 && wordBits[f.text[i-1]]&^dotBit != 0 }

// longestLocal and longestDomain are the limits of RFC 5321.
const (
	longestLocal  = 64
	longestDomain = 255
)

// email judges a word before an @, of either width, or with %40 in it.
func (f *finder) email(i, end int) int {
	local, domain := end, end
	switch rest := f.text[end:]; {
	case len(rest) > 0 && rest[0] == '@':
		domain++
	case begins(rest, "＠"):
		domain += len("＠")
	case f.bits&percentBit != 0 && end-i <= longestLocal+longestDomain:
		k := bytes.Index(f.text[i:end], []byte("%40"))
		if k < 0 {
			return 0
		}
		local = i + k
		domain = local + len("%40")
	default:
		return 0
	}
	for i < local && (f.text[i] == '.' || f.text[i] == '-' || f.text[i] == '~') {
		i++
	}
	if i == local || local-i > longestLocal {
		return 0
	}
	return f.addressAt(f.growLocal(i), domain)
}

// growLocal takes in what may stand in the name of a mailbox and ends a word:
// o'brien.
func (f *finder) growLocal(i int) int {
	for i > f.free+1 && strings.IndexByte("'&!#*", f.text[i-1]) >= 0 && wordBits[f.text[i-2]]&^dotBit != 0 {
		i--
		for i > f.free && wordBits[f.text[i-1]] != 0 {
			i--
		}
	}
	return i
}

// atSign judges an @ that has no word before it: the name may stand in quotes.
func (f *finder) atSign(i int) int {
	if f.before(i) == '"' {
		from := max(f.free, i-longestLocal)
		if k := bytes.LastIndexByte(f.text[from:i-1], '"'); k >= 0 {
			if e := f.addressAt(from+k, i+1); e > 0 {
				return e
			}
		}
	}
	return i + 1
}

// addressAt judges what stands behind the @ of an address.
func (f *finder) addressAt(start, domain int) int {
	end := domain
	for end < len(f.text) && end-domain <= longestDomain && isHostByte(f.text[end]) {
		end++
	}
	end = trimHost(f.text, domain, end)
	d := f.text[domain:end]
	top := topLabel(d)
	if top == nil || !isLetter(top[0]) || isImage(top) || !labels(d) {
		return 0
	}
	sure := Likely
	if len(top) == 2 || isTop(top) || Reserved(d) {
		sure = Certain
	}
	return f.add(start, end, Email, sure, Reserved(d))
}

func isHostByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_' }

// trimHost cuts what ends a sentence and not a name.
func trimHost(text []byte, start, end int) int {
	for end > start && (text[end-1] == '.' || text[end-1] == '-' || text[end-1] == '_') {
		end--
	}
	return end
}

// topLabel is the last label of a domain that has a dot.
func topLabel(d []byte) []byte {
	k := bytes.LastIndexByte(d, '.')
	if k <= 0 || len(d)-k < 3 {
		return nil
	}
	return d[k+1:]
}

// labels says whether no label is empty.
func labels(d []byte) bool { return !bytes.Contains(d, []byte("..")) && d[0] != '.' && d[0] != '-' }

// isImage: icon@2x.png.
func isImage(top []byte) bool {
	for _, t := range [...]string{"png", "jpg", "jpeg", "gif", "svg", "webp"} {
		if foldsTo(top, t) {
			return true
		}
	}
	return false
}

// tops are the ends of names of hosts that are known as such without a scheme. Two
// labels with one of loose are as often code: user.name.
var (
	tops  = [...]string{"com", "net", "org", "info", "biz", "name", "io", "jp", "edu", "gov", "dev", "app", "me", "tv", "co", "us", "uk", "de", "fr", "cn", "kr", "eu", "tw", "ca", "au", "nl", "ch", "cloud", "online", "shop", "site", "xyz", "tokyo", "ai"}
	loose = [...]string{"name", "me", "app", "info", "co", "io", "dev", "ai", "shop", "site", "online", "cloud"}
)

func isTop(top []byte) bool   { return among(top, tops[:]) }
func isLoose(top []byte) bool { return among(top, loose[:]) }

func among(b []byte, words []string) bool {
	for _, w := range words {
		if foldsTo(b, w) {
			return true
		}
	}
	return false
}

// host judges a word with dots: the name of a host, with a path if one follows.
func (f *finder) host(i, end int) int {
	end = trimHost(f.text, i, end)
	d := f.text[i:end]
	if len(d) > longestDomain {
		return 0
	}
	top := topLabel(d)
	if top == nil || !isTop(top) && !Reserved(d) {
		return 0
	}
	for k := len(d) - 1; k >= 0; k-- { // what no host has begins before it: %, +, ~
		if !isHostByte(d[k]) {
			i += k + 1
			d = d[k+1:]
			break
		}
	}
	if len(d) <= len(top)+1 || !labels(d) {
		return 0
	}
	sure := Likely
	dots := bytes.Count(d, []byte("."))
	switch {
	case dots > 1 || begins(d, "www."):
		sure = Certain
	case isLoose(top):
		sure = Possible
	}
	if f.after(end) == '/' {
		if e := f.urlEnd(end); e > end+1 {
			return f.add(i, e, URL, sure, Reserved(d))
		}
	}
	return f.add(i, end, Host, sure, Reserved(d))
}

// url judges a word before "://".
func (f *finder) url(i, end int) int {
	if !begins(f.text[end:], "://") {
		return 0
	}
	start := end
	for start > i && end-start < 12 && (isLetter(f.text[start-1]) || f.text[start-1] == '+') {
		start--
	}
	from := end + len("://")
	to := f.urlEnd(from)
	host := f.text[from:to]
	if k := bytes.IndexAny(host, "/?#"); k >= 0 {
		host = host[:k]
	}
	if k := bytes.LastIndexByte(host, '@'); k >= 0 {
		host = host[k+1:]
	}
	if len(host) > 0 && host[0] != '[' {
		if k := bytes.IndexByte(host, ':'); k >= 0 {
			host = host[:k]
		}
	}
	if start == end || len(host) == 0 {
		return 0
	}
	return f.add(start, to, URL, Certain, Reserved(host) || f.ours(URL, start, to) || unreachable(bytes.Trim(host, "[]")))
}

// urlEnd gives the end of the URL that goes on at i. What stands behind one in a
// sentence is not part of it.
func (f *finder) urlEnd(i int) int {
	end, open := i, 0
	for end < len(f.text) {
		c := f.text[end]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"'<>`\\{}|^", c) >= 0 {
			break
		}
		switch c {
		case '(':
			open++
		case ')':
			if open == 0 {
				return f.trimURL(i, end)
			}
			open--
		}
		end++
	}
	return f.trimURL(i, end)
}

func (f *finder) trimURL(i, end int) int {
	for end > i && strings.IndexByte(".,;:!?*]", f.text[end-1]) >= 0 {
		end--
	}
	return end
}

// colons judges what has colons inside: IPv6 and MAC addresses.
func (f *finder) colons(i int) int {
	if f.middle(i) || f.before(i) == ':' {
		return 0
	}
	end, n, double := i, 0, false
	for end < len(f.text) && end-i < 46 {
		c := f.text[end]
		if c == ':' {
			n++
			double = double || end > i && f.text[end-1] == ':'
		} else if !isHex(c) && c != '.' {
			break
		}
		end++
	}
	for end > i && (f.text[end-1] == '.' || f.text[end-1] == ':' && !begins(f.text[end-2:], "::")) {
		end--
	}
	switch v := f.text[i:end]; {
	case wordBits[f.after(end)]&^dotBit != 0:
		return 0
	case n == 5 && isMAC(v):
		return f.add(i, end, MAC, Certain, false)
	case n < 2 || !double && n < 6:
		return 0
	default:
		a, ok := address(v)
		if !ok || len(v) < 4 {
			return 0
		}
		sure := Certain
		if n < 3 && len(v) < 8 {
			sure = Possible // ab::cd
		}
		return f.add(i, end, IP, sure, cannotBeReached(a))
	}
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// isMAC: six pairs of hexadecimal digits with colons or hyphens.
func isMAC(v []byte) bool {
	if len(v) != 17 || v[2] != ':' && v[2] != '-' {
		return false
	}
	for i, c := range v {
		if i%3 == 2 && c != v[2] || i%3 != 2 && !isHex(c) {
			return false
		}
	}
	return true
}

// ip4 judges an IPv4 address.
func (f *finder) ip4(start, end int) (Kind, Sure, bool) {
	var a [4]byte
	k, v := 0, 0
	for _, c := range f.text[start:end] {
		switch {
		case c == '.':
			a[k], v = byte(v), 0
			k++
		case isDigit(c):
			v = v*10 + int(c-'0')
		default:
			return None, 0, false // of full width
		}
	}
	a[3] = byte(v)
	sure := Certain
	if c := f.before(start); c == '/' && start > 1 && isLetter(f.text[start-2]) || isLetter(c) {
		sure = Possible // Chrome/120.0.0.0, v1.2.3.4
	}
	return IP, sure, cannotBeReached(netip.AddrFrom4(a)) || f.ours(IP, start, end)
}
