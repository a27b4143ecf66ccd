package fake

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths of e-mail addresses and account names, in characters.
const (
	// EmailLength is the longest address without a limit.
	EmailLength = 50
	// EmailLeast is the least limit.
	EmailLeast = 16
	// EmailDistinct is the least limit under which two addresses are the same
	// with a chance of 2⁻⁶⁶ only.
	EmailDistinct = tokenSize + 1 + len("example.com")
	// UsernameLength is the longest account name without a limit.
	UsernameLength = 30
	// UsernameLeast is the least limit.
	UsernameLeast = 4
	// UsernameDistinct is the least limit under which two names are the same with
	// a chance of 2⁻⁶⁶ only.
	UsernameDistinct = tokenSize

	tokenSize = 13
	maxDomain = 5 + 1 + len("example.ed.jp")
)

// An address is an e-mail address cut into its parts, which are parts of the value.
type address struct {
	display       []byte // the name before <…>, without quotes
	quoted        bool
	angle         bool
	local, domain []byte
	upper         bool // all letters are capitals
}

// parseEmail cuts an address, bare or as Name <addr>. It takes what real columns
// hold, and so addresses that break RFC 5321, such as the dots of old carrier
// addresses; lists and anything else with more than one @ it refuses.
func parseEmail(value []byte) (address, bool) {
	var a address
	addr := bytes.TrimSpace(value)
	if n := len(addr); n > 0 && addr[n-1] == '>' {
		open := bytes.IndexByte(addr, '<')
		if open < 0 {
			return a, false
		}
		a.angle = true
		a.display = bytes.TrimSpace(addr[:open])
		addr = addr[open+1 : n-1]
		if n := len(a.display); n > 1 && a.display[0] == '"' && a.display[n-1] == '"' {
			a.quoted, a.display = true, a.display[1:n-1]
		}
		if bytes.IndexByte(a.display, '@') >= 0 {
			return a, false
		}
	}
	at := bytes.IndexByte(addr, '@')
	if at <= 0 || at == len(addr)-1 || bytes.IndexByte(addr[at+1:], '@') >= 0 {
		return a, false
	}
	a.local, a.domain = addr[:at], bytes.TrimRight(addr[at+1:], ".")
	if !isLocal(a.local) || !isDomain(a.domain) {
		return a, false
	}
	a.upper = allUpper(addr)
	return a, true
}

// isLocal takes any visible character that does not end an address.
func isLocal(local []byte) bool {
	for i := 0; i < len(local); {
		if c := local[i]; isWordByte(c) {
			i++
			continue
		}
		r, n := utf8.DecodeRune(local[i:])
		if r <= ' ' || r == '<' || r == '>' || r == ',' || r == ';' || r == '(' || r == ')' || r == '\x7f' || r == '　' || r == utf8.RuneError && n == 1 {
			return false
		}
		i += n
	}
	return true
}

// isWordByte says whether a byte is what most addresses consist of.
func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || c == '.' || c == '-' || c == '_'
}

// isDomain takes letters of any script, digits, hyphens, underscores and dots.
func isDomain(domain []byte) bool {
	for i := 0; i < len(domain); {
		if c := domain[i]; isWordByte(c) {
			i++
			continue
		}
		r, n := utf8.DecodeRune(domain[i:])
		if !(r == '.' || r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)) || r == utf8.RuneError {
			return false
		}
		i += n
	}
	return len(domain) > 0
}

// allUpper says whether there are capitals and no small letters.
func allUpper(b []byte) bool {
	capitals := false
	for _, c := range b {
		if 'a' <= c && c <= 'z' {
			return false
		}
		capitals = capitals || 'A' <= c && c <= 'Z'
	}
	return capitals
}

func toUpper(b []byte) {
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - ('a' - 'A')
		}
	}
}

// appendFold appends text in lower case.
func appendFold(dst, text []byte) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			dst = append(dst, text[i])
		} else {
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += n
	}
	return dst
}

// isPlainEmail says whether a value is surely an address alone, of nothing but the
// usual characters.
func isPlainEmail(value []byte) bool {
	at := 0
	for i, c := range value {
		switch {
		case isWordByte(c):
		case c == '@' && at == 0 && i > 0:
			at = i
		default:
			return false
		}
	}
	return at > 0 && at < len(value)-1 && value[len(value)-1] != '.'
}

// AppendEmailKey appends the form under which equal addresses are equal: without
// case and without the name before it. What is no address is folded whole.
func AppendEmailKey(dst, value []byte) []byte {
	if isPlainEmail(value) {
		return appendFold(dst, value)
	}
	a, ok := parseEmail(value)
	if !ok {
		return appendFold(dst, value)
	}
	dst = append(appendFold(dst, a.local), '@')
	return appendFold(dst, a.domain)
}

// AppendEmail appends an e-mail address that reaches nobody, in the form of like:
// bare, or behind a name, which is then made up too. It says false and appends
// nothing where like is no single address.
//
// The part before the @ is a token of s, which begins with a letter and has 66
// bits in small letters and digits, so that collations without case keep two
// apart. The domain lies under one that is reserved (RFC 2606; under .jp JPRS
// reserves the label example in every type, notice of August 2005), in the class
// of like's domain: a school's is under example.ed.jp. Different domains get
// different labels, drawn from domains, which is one seed for all addresses.
//
// limit is the greatest number of characters, at least [EmailLeast], or 0 for
// [EmailLength].
func (l *Locale) AppendEmail(dst []byte, s, domains Seed, like []byte, limit int) ([]byte, bool) {
	a, ok := parseEmail(like)
	if !ok {
		return dst, false
	}
	room := emailRoom(limit)
	var tmp [maxDomain]byte
	domain := a.appendDomain(tmp[:0], domains, room)
	token := min(room-1-len(domain), tokenSize)
	size := token + 1 + len(domain)
	if a.angle = a.angle && size+2 <= room; a.angle {
		dst = append(l.appendDisplay(dst, s, &a, room-size-2), '<')
	}
	start := len(dst)
	dst = appendToken(dst, s.Sub("email"), token)
	dst = append(append(dst, '@'), domain...)
	if a.upper {
		toUpper(dst[start:])
	}
	if a.angle {
		dst = append(dst, '>')
	}
	return dst, true
}

// appendDisplay appends a made-up name in the shape of the one in a, and a
// space; nothing if it was none or does not fit in room characters.
func (l *Locale) appendDisplay(dst []byte, s Seed, a *address, room int) []byte {
	shape, ok := l.ParseShape(a.display)
	if a.quoted {
		room -= 2
	}
	if !ok || room < 2 {
		return dst
	}
	start := len(dst)
	if a.quoted {
		dst = append(dst, '"')
	}
	person := s.Sub("display name")
	dst, ok = NewPersona(person, person, l).AppendName(dst, shape, room-1)
	if !ok {
		return dst[:start]
	}
	if a.quoted {
		dst = append(dst, '"')
	}
	return append(dst, ' ')
}

func emailRoom(limit int) int {
	if limit == 0 {
		return EmailLength
	}
	return min(limit, EmailLength)
}

// appendDomain appends a reserved domain in the class of the address's own, as
// long as room leaves it beside a whole token.
func (a *address) appendDomain(dst []byte, domains Seed, room int) []byte {
	var tmp [64]byte
	domain := appendFold(tmp[:0], a.domain)
	key := domains.of("domain", domain)
	base := reservedBase(domain, key)
	room -= tokenSize + 1
	switch label := 5; {
	case label+1+len(base) <= room:
		dst = append(appendToken(dst, key, label), '.')
	case len(base) > room && strings.HasSuffix(base, ".jp"):
		base = "example.jp"
	}
	return append(dst, base...)
}

// reservedBases are the reserved domains by the end of the domain that they stand
// for. .jp has attribute types (JPRS, 属性型JPドメイン名), of which schools up to
// upper secondary have ed.jp.
var reservedBases = [...]struct{ end, base string }{
	{".ed.jp", "example.ed.jp"}, {".ac.jp", "example.ac.jp"}, {".lg.jp", "example.lg.jp"}, {".go.jp", "example.go.jp"},
	{".co.jp", "example.co.jp"}, {".ne.jp", "example.ne.jp"}, {".or.jp", "example.or.jp"}, {".gr.jp", "example.gr.jp"},
	{".ad.jp", "example.ad.jp"}, {".jp", "example.jp"}, {".com", "example.com"}, {".net", "example.net"}, {".org", "example.org"},
}

// reservedBase finds the class of a domain in lower case. Municipal schools that
// are not under ed.jp have a label of their own for them, as in
// edu.city.example.jp.
func reservedBase(domain []byte, key Seed) string {
	for _, r := range reservedBases {
		if !ends(domain, r.end) {
			continue
		}
		if r.base == "example.jp" {
			for _, label := range [...]string{"edu.", "school.", "ed."} {
				if i := bytes.Index(domain, []byte(label)); i == 0 || i > 0 && domain[i-1] == '.' {
					return "example.ed.jp"
				}
			}
		}
		return r.base
	}
	generic := [...]string{"example.com", "example.net", "example.org"}
	return generic[key.Sub("base").N(len(generic))]
}

// of gives the seed of one value of many under a label.
func (s Seed) of(label string, value []byte) Seed {
	var tmp [256]byte
	b := append(tmp[:0], s[:]...)
	b = append(append(b, label...), 0)
	h := sha256.Sum256(append(b, value...))
	return Seed(h[:16])
}

// appendToken appends n ≤ 13 small letters and digits, of which the first is a
// letter. All 13 have 26·36¹² ≈ 2^66.7 values.
func appendToken(dst []byte, s Seed, n int) []byte {
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	d := drawing(s.Uint64())
	for i := range n {
		base := uint64(36)
		if i == 0 {
			base = 26
		}
		if i == 7 {
			d = drawing(s.low())
		}
		dst = append(dst, digits[d.next(base)])
	}
	return dst
}

// IsEmail says whether a value is a single e-mail address, with or without a name
// before it.
func IsEmail(value []byte) bool {
	_, ok := parseEmail(value)
	return ok
}
