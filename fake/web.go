package fake

import (
	"bytes"
)

// Lengths of what programs pass to each other, in characters.
const (
	// URLLength is the longest URL without a limit.
	URLLength = len("https://www.") + maxDomain + 1 + tokenSize + maxExtension
	// URLLeast is the least limit.
	URLLeast = len("https://example.com/") + 4
	// URLDistinct is the least limit under which two URLs are the same with a
	// chance of 2⁻⁶⁶ only.
	URLDistinct = len("https://example.com/") + tokenSize

	// FilenameLength is the longest file name without a limit, but for values that
	// are longer.
	FilenameLength = 64
	// FilenameLeast is the least limit.
	FilenameLeast = 4 + maxExtension
	// FilenameDistinct is the least limit under which two names are the same with a
	// chance of 2⁻⁶⁶ only.
	FilenameDistinct = tokenSize + maxExtension

	maxExtension = 6 // with its dot
)

// AppendURL appends a URL of nothing in the form of like: http or https and www.
// stay, the host is one of those of [Locale.AppendEmail], for which domains is the
// same; the path is a token of s with the extension of the value's. User, port,
// query and fragment fall away. Two URLs keep apart by the token. It says false
// and appends nothing where like is no URL of the web.
//
// limit is the greatest number of characters, at least [URLLeast], or 0 for
// [URLLength].
func AppendURL(dst []byte, s, domains Seed, like []byte, limit int) ([]byte, bool) {
	u, ok := parseURL(like)
	if !ok {
		return dst, false
	}
	if limit == 0 || limit > URLLength {
		limit = URLLength
	}
	room := limit - len(u.scheme) - len("://")
	a := address{domain: u.host}
	var tmp [maxDomain]byte
	domain := a.appendDomain(tmp[:0], domains, room)
	room -= len(domain) + 1
	token := min(room, tokenSize)
	room -= token
	for _, c := range u.scheme {
		dst = append(dst, lowerASCII(c))
	}
	dst = append(dst, "://"...)
	if u.www && room >= len("www.") {
		dst = append(dst, "www."...)
		room -= len("www.")
	}
	dst = append(append(dst, domain...), '/')
	dst = appendToken(dst, s.Sub("url"), token)
	if ext := extension(u.path); len(ext) <= room {
		dst = append(dst, ext...)
	}
	return dst, true
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// A webAddress is a URL cut into the parts that a fake has too.
type webAddress struct {
	scheme, host, path []byte
	www                bool
}

func parseURL(value []byte) (u webAddress, ok bool) {
	v := bytes.TrimSpace(value)
	i := bytes.Index(v, []byte("://"))
	if i < 0 || !foldsTo(v[:i], "http") && !foldsTo(v[:i], "https") {
		return u, false
	}
	u.scheme, v = v[:i], v[i+len("://"):]
	u.host = v
	if i = bytes.IndexAny(v, "/?#"); i >= 0 {
		u.host = v[:i]
		u.path = v[i:]
		if i = bytes.IndexAny(u.path, "?#"); i >= 0 {
			u.path = u.path[:i]
		}
	}
	if i = bytes.LastIndexByte(u.host, '@'); i >= 0 {
		u.host = u.host[i+1:]
	}
	if len(u.host) > 0 && u.host[0] == '[' {
		u.host = bytes.Trim(u.host[:bytes.IndexByte(u.host, ']')+1], "[]")
	} else if i = bytes.LastIndexByte(u.host, ':'); i >= 0 {
		u.host = u.host[:i]
	}
	u.host = bytes.TrimRight(u.host, ".")
	if len(u.host) > 4 && foldsTo(u.host[:4], "www.") {
		u.www, u.host = true, u.host[4:]
	}
	return u, len(u.host) > 0 && !bytes.ContainsAny(u.host, " \t\r\n<>\"@")
}

// foldsTo compares without ASCII case.
func foldsTo(b []byte, lower string) bool {
	if len(b) != len(lower) {
		return false
	}
	for i, c := range b {
		if lowerASCII(c) != lower[i] {
			return false
		}
	}
	return true
}

// AppendURLKey appends the form under which equal URLs are equal: scheme and host
// without case (RFC 3986, 6.2.2.1).
func AppendURLKey(dst, value []byte) []byte {
	u, ok := parseURL(value)
	if !ok {
		return append(dst, value...)
	}
	v := bytes.TrimSpace(value)
	host := len(u.scheme) + len("://")
	for host < len(v) && v[host] != '/' && v[host] != '?' && v[host] != '#' {
		host++
	}
	return append(appendFold(dst, v[:host]), v[host:]...)
}

// extension is the end of a name behind its last dot, with the dot: up to five
// letters and digits of ASCII, of which one is a letter.
func extension(name []byte) []byte {
	i := bytes.LastIndexByte(name, '.')
	if i <= 0 || len(name)-i > maxExtension || len(name)-i < 2 {
		return nil
	}
	letter := false
	for _, c := range name[i+1:] {
		c = lowerASCII(c)
		if !isDecimal(c) && (c < 'a' || c > 'z') {
			return nil
		}
		letter = letter || !isDecimal(c)
	}
	if !letter {
		return nil
	}
	return name[i:]
}

// AppendFilename appends the name of a file in the form of like: its extension and
// its folders stay in number, so that a tree stays a tree; what they are called
// does not. The name is a token of s, each folder a token drawn from folders,
// which is one seed for all names. It says false and appends nothing where like
// is a URL or no name.
//
// limit is the greatest number of characters, at least [FilenameLeast], or 0 for
// [FilenameLength] and the length of like. Where it does not hold the folders,
// they fall away.
func AppendFilename(dst []byte, s, folders Seed, like []byte, limit int) ([]byte, bool) {
	v := bytes.TrimSpace(like)
	cut := bytes.LastIndexAny(v, `/\`) + 1
	if name := v[cut:]; bytes.Contains(v, []byte("://")) || len(name) == 0 || string(name) == "." || string(name) == ".." {
		return dst, false
	}
	if limit == 0 {
		limit = max(FilenameLength, runeCount(v))
	}
	ext := extension(v[cut:])
	token := min(limit-len(ext), tokenSize)
	start := len(dst)
	if dst = appendFolders(dst, folders, v[:cut]); len(dst)-start > limit-token-len(ext) {
		dst = dst[:start]
	}
	dst = appendToken(dst, s.Sub("filename"), token)
	return append(dst, ext...), true
}

func appendFolders(dst []byte, folders Seed, v []byte) []byte {
	for len(v) > 0 {
		i := bytes.IndexAny(v, `/\`)
		switch name := v[:i]; {
		case len(name) == 0, string(name) == ".", string(name) == "..", string(name) == "~", len(name) == 2 && name[1] == ':':
			dst = append(dst, name...)
		default:
			dst = appendToken(dst, folders.of("folder", name), 5)
		}
		dst = append(dst, v[i])
		v = v[i+1:]
	}
	return dst
}

// AppendMAC appends a MAC address that no maker has given out, of 48 or 64 bits, in the notation of
// like: it is one of those that are administered locally, by their second bit (IEEE 802).
// The addresses of none and of all stay. It says false and appends nothing where
// like is no MAC address.
func AppendMAC(dst []byte, s Seed, like []byte) ([]byte, bool) {
	mac, ok := parseMAC(like)
	if !ok {
		return dst, false
	}
	mac.fake(s)
	upper := bytes.ContainsAny(like, "ABCDEF")
	n := 0
	for _, c := range bytes.TrimSpace(like) {
		if _, ok := hexDigit(c); !ok {
			dst = append(dst, c)
			continue
		}
		d := "0123456789abcdef"[mac.b[n/2]>>(4-n%2*4)&15]
		if upper && d >= 'a' {
			d -= 'a' - 'A'
		}
		dst = append(dst, d)
		n++
	}
	return dst, true
}

// AppendMACBytes is [AppendMAC] for an address of 6 or 8 bytes.
func AppendMACBytes(dst []byte, s Seed, like []byte) ([]byte, bool) {
	if len(like) != 6 && len(like) != 8 {
		return dst, false
	}
	mac := macAddress{n: len(like)}
	copy(mac.b[:], like)
	mac.fake(s)
	return append(dst, mac.b[:mac.n]...), true
}

// AppendMACKey appends the form under which equal addresses are equal: 6 bytes, or 8 where
// those are not 6 with ff:fe between them, as servers widen them. A value that is none is left
// as it is.
func AppendMACKey(dst, value []byte) []byte {
	mac, ok := parseMAC(value)
	switch {
	case !ok:
		return append(dst, value...)
	case mac.widened():
		return append(append(dst, mac.b[:3]...), mac.b[5:]...)
	}
	return append(dst, mac.b[:mac.n]...)
}

type macAddress struct {
	b [8]byte
	n int // 6 or 8
}

// widened says whether an address of 8 bytes stands for one of 6.
func (m *macAddress) widened() bool { return m.n == 8 && m.b[3] == 0xff && m.b[4] == 0xfe }

func (m *macAddress) fake(s Seed) {
	none, all := true, true
	for _, b := range m.b[:m.n] {
		none, all = none && b == 0, all && b == 255
	}
	if none || all {
		return
	}
	wide := m.widened()
	seed := s.Sub("mac")
	copy(m.b[:m.n], seed[:])
	m.b[0] = m.b[0]&^3 | 2 // administered locally, of one station
	switch {
	case wide:
		copy(m.b[5:], seed[3:6])
		m.b[3], m.b[4] = 0xff, 0xfe
	case m.widened():
		m.b[4] = 0xfd
	}
}

// parseMAC reads 12 or 16 hexadecimal digits, in pairs, in groups of four or together.
func parseMAC(value []byte) (m macAddress, ok bool) {
	v := bytes.TrimSpace(value)
	n := 0
	for i, c := range v {
		d, ok := hexDigit(c)
		switch {
		case ok && n < 16:
			m.b[n/2] = m.b[n/2]<<4 | d
			n++
		case ok || i == 0 || i == len(v)-1 || c != ':' && c != '-' && c != '.' || n%2 != 0:
			return m, false
		}
	}
	m.n = n / 2
	switch n {
	case 12:
		return m, len(v) == 12 || len(v) == 14 || len(v) == 17
	case 16:
		return m, len(v) == 16 || len(v) == 19 || len(v) == 23
	}
	return m, false
}

func hexDigit(c byte) (byte, bool) {
	switch c = lowerASCII(c); {
	case isDecimal(c):
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	}
	return 0, false
}

// UserAgentLength is the longest user agent that [AppendUserAgent] writes.
const UserAgentLength = 140

// Parts of user agents. Browsers write the same for everybody, which is why
// nobody is behind it.
const (
	geckoEnd  = " Gecko/20100101 Firefox/"
	webKit    = ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
	appleKit  = " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/"
	noBrowser = "Mozilla/5.0 (compatible; example/1.0)"
)

// AppendUserAgent appends the user agent that any user of the same browser, its
// major version and system has: device, build and minor version fall away, as
// does what an app adds of its own. What is no browser becomes one word for all.
func AppendUserAgent(dst, like []byte) []byte {
	version := func(word string) string {
		i := bytes.Index(like, []byte(word))
		if i < 0 {
			return ""
		}
		n, digits := decimal(like[i+len(word):], 3)
		if digits == 0 || n == 0 {
			return ""
		}
		return string(like[i+len(word) : i+len(word)+digits])
	}
	has := func(word string) bool { return bytes.Contains(like, []byte(word)) }
	system, mobile := "", ""
	switch {
	case !has("Mozilla/") || has("compatible;") && !has("MSIE"):
		return append(dst, noBrowser...)
	case has("iPhone"), has("iPad"):
		return appendAppleMobile(dst, has("iPad"), version("Version/"), version(" OS "))
	case has("Android"):
		system, mobile = "Linux; Android 10; K", " Mobile"
	case has("Windows"):
		system = "Windows NT 10.0; Win64; x64"
	case has("Macintosh"):
		system = "Macintosh; Intel Mac OS X 10_15_7"
	case has("CrOS"):
		system = "X11; CrOS x86_64 14541.0.0"
	default:
		system = "X11; Linux x86_64"
	}
	dst = append(append(dst, "Mozilla/5.0 ("...), system...)
	switch {
	case version("Firefox/") != "":
		v := version("Firefox/")
		dst = append(append(append(dst, "; rv:"...), v...), ".0)"...)
		return append(append(append(dst, geckoEnd...), v...), ".0"...)
	case version("Chrome/") != "":
		dst = append(append(append(dst, webKit...), version("Chrome/")...), ".0.0.0"...)
		if !has("Mobile") {
			mobile = ""
		}
		dst = append(append(dst, mobile...), " Safari/537.36"...)
		if v := version("Edg/"); v != "" {
			dst = append(append(append(dst, " Edg/"...), v...), ".0.0.0"...)
		}
		return dst
	case version("Version/") != "" && has("Safari"):
		dst = append(dst, ") AppleWebKit/605.1.15 (KHTML, like Gecko) Version/"...)
		return append(append(dst, version("Version/")...), ".0 Safari/605.1.15"...)
	case has("Trident/"), has("MSIE"):
		return append(dst, "; Trident/7.0; rv:11.0) like Gecko"...)
	}
	return append(dst, ')')
}

func appendAppleMobile(dst []byte, tablet bool, browser, system string) []byte {
	if system == "" {
		system = "17"
	}
	if browser == "" {
		browser = system
	}
	device := "iPhone; CPU iPhone OS "
	if tablet {
		device = "iPad; CPU OS "
	}
	dst = append(append(append(append(dst, "Mozilla/5.0 ("...), device...), system...), "_0"...)
	return append(append(append(dst, appleKit...), browser...), ".0 Mobile/15E148 Safari/604.1"...)
}

// An Axis is what a single coordinate measures.
type Axis uint8

const (
	// AnyAxis: a number beyond 90 is a longitude, any other a latitude.
	AnyAxis Axis = iota
	Latitude
	Longitude
)

// The fakes of coordinates lie in the open sea, north of Wake Island and a
// thousand kilometres from any shore: 34.0 to 34.4 N, 165 to 166 E. A latitude
// that stands for a longitude, since a column does not say which it is, gives a
// place in the sea between Cyprus and Lebanon.
const (
	seaLatitude  = "34"
	seaLongitude = "165"
)

// AppendGeo appends coordinates of a place in the open sea, in the form of like: a
// latitude or longitude as a decimal number, both of them with a comma or space
// between, or POINT(longitude latitude). The places behind the point stay in
// number. Coordinates that are all zero stand for none and stay. It says false
// and appends nothing where like is none of these.
func AppendGeo(dst []byte, s Seed, like []byte, axis Axis) ([]byte, bool) {
	g, ok := parseGeo(like)
	if !ok || g.n == 2 && axis != AnyAxis {
		return dst, false
	}
	if g.zero {
		return append(dst, like...), true
	}
	s = s.Sub("geo")
	from := 0
	for i := range g.n {
		c := g.numbers[i]
		longitude := axis == Longitude || axis == AnyAxis && g.n == 1 && c.far
		if g.n == 2 {
			longitude = g.longitude == i
		}
		dst = append(dst, like[from:c.from]...)
		d := drawing(s.Uint64())
		whole, first := seaLatitude, uint64(4)
		if longitude {
			d, whole, first = drawing(s.low()), seaLongitude, 10
		}
		dst = append(dst, whole...)
		for k := range c.scale {
			switch {
			case k == 0:
				dst = append(dst, '.', '0'+byte(d.next(first)))
			case k < 12:
				dst = append(dst, d.digit())
			default:
				dst = append(dst, '0')
			}
		}
		from = c.to
	}
	return append(dst, like[from:]...), true
}

type coordinate struct {
	from, to, scale int
	far             bool // beyond 90
}

type geoValue struct {
	numbers   [2]coordinate
	n         int
	longitude int // which of two
	zero      bool
}

// parseGeo finds the numbers in a value that has nothing else but what stands
// round them in the forms of [AppendGeo].
func parseGeo(like []byte) (g geoValue, ok bool) {
	i, point := 0, false
	if begins(like, "SRID=4326;") {
		i = len("SRID=4326;")
	}
	if begins(like[i:], "POINT") {
		i += len("POINT")
		point = true
	}
	g.zero = true
	for i < len(like) {
		c := like[i]
		switch {
		case c == ' ' || c == ',' || c == '(' || c == ')' || c == ';' || c == '/':
			i++
			continue
		case !isDecimal(c) && c != '-' && c != '+', g.n == 2, g.n == 1 && i == g.numbers[0].to:
			return g, false
		}
		number := coordinate{from: i}
		if !isDecimal(c) {
			i++
		}
		whole, digits := decimal(like[i:], 3)
		if digits == 0 || whole > 180 {
			return g, false
		}
		i += digits
		g.zero = g.zero && whole == 0
		if i+1 < len(like) && like[i] == '.' && isDecimal(like[i+1]) {
			for i++; i < len(like) && isDecimal(like[i]); i++ {
				number.scale++
				g.zero = g.zero && like[i] == '0'
			}
		}
		if i < len(like) && isDecimal(like[i]) {
			return g, false
		}
		number.to, number.far = i, whole > 90
		g.numbers[g.n] = number
		g.n++
	}
	g.longitude = 1
	if point || g.numbers[0].far {
		g.longitude = 0
	}
	return g, g.n == 1 && !point || g.n == 2 && !(g.numbers[0].far && g.numbers[1].far) && !(point && g.numbers[1].far)
}
