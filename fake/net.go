package fake

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"strconv"
)

// An ipValue is a value that was read as an IP address.
type ipValue struct {
	addr   [16]byte // of IPv4, the last four
	v6     bool     // and not ::ffff:192.0.2.1
	mapped bool     // ::ffff:192.0.2.1
	prefix int      // of a network: its bits; -1 for none
	port   bool
	square bool // in square brackets
	number bool // as a number, as INET_ATON gives it
}

const (
	// IPLength is the longest address that [AppendIP] writes.
	IPLength = len("[2001:db8:111:2222:3333:4444:5555:6666]:65535")
	// IPLeast is its least limit.
	IPLeast = len("198.19.255.255") + 1
)

// AppendIPKey appends the form under which equal addresses are equal: 4 or 16
// bytes, with the length of the prefix behind them. A value that is none is left
// as it is, which is the same form where it is the bytes of an address.
func AppendIPKey(dst, value []byte) []byte {
	ip, ok := parseIP(value)
	switch {
	case !ok:
		return append(dst, value...)
	case ip.v6:
		dst = append(dst, ip.addr[:]...)
	default:
		dst = append(dst, ip.addr[12:]...)
	}
	if ip.prefix >= 0 {
		dst = append(dst, '/', byte(ip.prefix))
	}
	return dst
}

// AppendIP appends an IP address of nobody in the form of like: with the length
// of its prefix or a port, in brackets, or as the number that INET_ATON makes of
// one. Public addresses go to 198.18.0.0/15 (RFC 2544) and 2001:db8::/32 (RFC
// 3849). Private ones stay in their range, in a part of it. Loopback and
// unspecified addresses stay; they are everybody's. It says false and appends
// nothing where like is no address.
//
// limit is the greatest number of characters, at least [IPLeast], or 0 for
// [IPLength].
func AppendIP(dst []byte, s Seed, like []byte, limit int) ([]byte, bool) {
	ip, ok := parseIP(like)
	if !ok {
		return dst, false
	}
	if limit == 0 {
		limit = IPLength
	}
	s = s.Sub("ip")
	ip.fake(s)
	if ip.number {
		return strconv.AppendUint(dst, uint64(binary.BigEndian.Uint32(ip.addr[12:])), 10), true
	}
	start, groups := len(dst), 6
	for {
		dst = ip.appendTo(dst[:start], s)
		switch {
		case len(dst)-start <= limit:
			return dst, true
		case ip.port || ip.square:
			ip.port, ip.square = false, false
		case ip.prefix >= 0:
			ip.prefix = -1
		case ip.mapped:
			ip.mapped = false
		default:
			groups-- // of the six that were drawn
			clear(ip.addr[4 : 16-2*groups])
		}
	}
}

// AppendIPBytes is [AppendIP] for an address of 4 or 16 bytes, as INET6_ATON
// gives it.
func AppendIPBytes(dst []byte, s Seed, like []byte) ([]byte, bool) {
	ip := ipValue{prefix: -1, v6: len(like) == 16}
	switch len(like) {
	case 4:
		copy(ip.addr[12:], like)
	case 16:
		copy(ip.addr[:], like)
		ip.settleMapped()
	default:
		return dst, false
	}
	ip.fake(s.Sub("ip"))
	return append(dst, ip.addr[16-len(like):]...), true
}

// settleMapped finds an IPv4 address in an IPv6 one.
func (ip *ipValue) settleMapped() {
	if begins(ip.addr[:], "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff") {
		ip.v6, ip.mapped = false, true
	}
}

// appendTo writes the address.
func (ip *ipValue) appendTo(dst []byte, s Seed) []byte {
	if ip.square {
		dst = append(dst, '[')
	}
	if ip.v6 || ip.mapped {
		a := ip.addr
		if ip.mapped {
			a[10], a[11] = 0xff, 0xff
		}
		dst = netip.AddrFrom16(a).AppendTo(dst)
	} else {
		dst = netip.AddrFrom4([4]byte(ip.addr[12:])).AppendTo(dst)
	}
	if ip.square {
		dst = append(dst, ']')
	}
	if ip.prefix >= 0 {
		dst = strconv.AppendInt(append(dst, '/'), int64(ip.prefix), 10)
	}
	if ip.port { // an ephemeral one (RFC 6335)
		dst = strconv.AppendInt(append(dst, ':'), int64(49152+s.Sub("port").N(16384)), 10)
	}
	return dst
}

// A corner is a range of addresses and the part of it that fakes take.
type corner struct {
	net  [4]byte
	bits int
	to   [4]byte
	part int // bits that are the same in the part
}

// corners are the ranges of IPv4 that keep their class (RFC 1918, 3927, 6598),
// and multicast, which goes to MCAST-TEST-NET (RFC 6676).
var corners = [...]corner{
	{[4]byte{10}, 8, [4]byte{10, 198}, 15},
	{[4]byte{172, 16}, 12, [4]byte{172, 30}, 15},
	{[4]byte{192, 168}, 16, [4]byte{192, 168, 198}, 23},
	{[4]byte{169, 254}, 16, [4]byte{169, 254, 198}, 23},
	{[4]byte{100, 64}, 10, [4]byte{100, 126}, 15},
	{[4]byte{224}, 4, [4]byte{233, 252}, 24},
}

// fake replaces the address. Zero bits behind a prefix stay zero.
func (ip *ipValue) fake(s Seed) {
	if ip.v6 {
		ip.fake6(s)
		return
	}
	n := binary.BigEndian.Uint32(ip.addr[12:])
	if first := n >> 24; first == 127 || first == 0 || n == 1<<32-1 {
		return // loopback, this network, broadcast
	}
	c := corner{to: [4]byte{198, 18}, part: 15}
	for _, k := range corners {
		if n>>(32-k.bits) == binary.BigEndian.Uint32(k.net[:])>>(32-k.bits) {
			c = k
			break
		}
	}
	out := binary.BigEndian.Uint32(c.to[:]) | uint32(s.Uint64())>>c.part
	if ip.prefix >= 0 && ip.prefix < 32 {
		host := uint32(1)<<(32-ip.prefix) - 1
		ip.prefix = max(ip.prefix, c.part)
		if n&host == 0 {
			out &^= uint32(1)<<(32-ip.prefix) - 1
		}
	}
	binary.BigEndian.PutUint32(ip.addr[12:], out)
}

func (ip *ipValue) fake6(s Seed) {
	a := ip.addr
	var fixed int // bytes that stay
	switch addr := netip.AddrFrom16(a); {
	case addr.IsLoopback(), addr.IsUnspecified():
		return
	case addr.IsLinkLocalUnicast():
		ip.addr, fixed = [16]byte{0xfe, 0x80}, 8
	case addr.IsPrivate(): // fc00::/7 (RFC 4193)
		ip.addr, fixed = [16]byte{0xfd, 0, 0x0d, 0xb8}, 4
	default:
		ip.addr, fixed = [16]byte{0x20, 0x01, 0x0d, 0xb8}, 4
	}
	copy(ip.addr[fixed:], s[:])
	ip.addr[fixed] &= 0x0f // the longest address then has as many characters as INET6_ADDRSTRLEN leaves
	if ip.prefix < 0 || ip.prefix >= 128 {
		return
	}
	zero := hostIsZero(a, ip.prefix)
	if ip.prefix = max(ip.prefix, 8*fixed); zero {
		clearHost(&ip.addr, ip.prefix)
	}
}

// hostIsZero says whether the bits behind a prefix are zero.
func hostIsZero(a [16]byte, prefix int) bool {
	b := a
	clearHost(&b, prefix)
	return a == b
}

func clearHost(a *[16]byte, prefix int) {
	for i := range a {
		if keep := min(max(prefix-8*i, 0), 8); keep < 8 {
			a[i] &= ^byte(0xff >> keep)
		}
	}
}

// parseIP reads an address. It is no use of netip.ParseAddr, whose errors quote
// what they were given and which wants a string.
func parseIP(value []byte) (ip ipValue, ok bool) {
	v := bytes.TrimSpace(value)
	ip.prefix = -1
	if n, digits := decimal(v, 10); digits > 0 && digits == len(v) {
		// An IPv4 address as a number. Those below 1.0.0.0 are of nobody.
		if n < 1<<24 || n >= 1<<32 {
			return ip, false
		}
		ip.number = true
		binary.BigEndian.PutUint32(ip.addr[12:], uint32(n))
		return ip, true
	}
	if len(v) > 0 && v[0] == '[' {
		end := bytes.IndexByte(v, ']')
		if end < 0 {
			return ip, false
		}
		ip.square = true
		rest := v[end+1:]
		if v = v[1:end]; !ip.parse6(v) {
			return ip, false
		}
		return ip, ip.parseTail(rest, 128)
	}
	end := len(v)
	if i := bytes.IndexByte(v, '/'); i >= 0 {
		end = i
	}
	if bytes.IndexByte(v, '.') >= 0 && bytes.Count(v, []byte{':'}) <= 1 {
		if i := bytes.IndexByte(v[:end], ':'); i >= 0 {
			end = i
		}
		return ip, parse4(v[:end], ip.addr[12:]) && ip.parseTail(v[end:], 32)
	}
	return ip, ip.parse6(v[:end]) && ip.parseTail(v[end:], 128)
}

// parseTail reads what stands behind an address: nothing, /prefix or :port.
func (ip *ipValue) parseTail(v []byte, bits int) bool {
	if len(v) == 0 {
		return true
	}
	n, digits := decimal(v[1:], 5)
	if digits == 0 || digits != len(v)-1 {
		return false
	}
	switch {
	case v[0] == '/' && n <= uint64(bits):
		ip.prefix = int(n)
	case v[0] == ':' && n < 1<<16:
		ip.port = true
	default:
		return false
	}
	return true
}

// decimal reads at most so many digits.
func decimal(v []byte, most int) (n uint64, digits int) {
	for digits < len(v) && digits < most && '0' <= v[digits] && v[digits] <= '9' {
		n = n*10 + uint64(v[digits]-'0')
		digits++
	}
	return n, digits
}

// parse4 reads four numbers with dots between them.
func parse4(v, addr []byte) bool {
	for i := range 4 {
		if i > 0 {
			if len(v) == 0 || v[0] != '.' {
				return false
			}
			v = v[1:]
		}
		n, digits := decimal(v, 3)
		if digits == 0 || n > 255 {
			return false
		}
		addr[i], v = byte(n), v[digits:]
	}
	return len(v) == 0
}

// parse6 reads an IPv6 address (RFC 4291, 2.2).
func (ip *ipValue) parse6(v []byte) bool {
	at, gap := 0, -1
	if begins(v, "::") {
		gap, v = 0, v[2:]
	}
	for len(v) > 0 {
		if at == 16 {
			return false
		}
		end := bytes.IndexByte(v, ':')
		last := end < 0
		if last {
			end = len(v)
		}
		if last && bytes.IndexByte(v, '.') >= 0 {
			if at > 12 || !parse4(v, ip.addr[at:at+4]) {
				return false
			}
			at, v = at+4, nil
			break
		}
		if end == 0 || end > 4 || !hexGroup(v[:end], ip.addr[at:]) {
			return false
		}
		at += 2
		if last {
			v = nil
			break
		}
		if v = v[end+1:]; len(v) == 0 {
			return false // ends in one colon
		}
		if v[0] == ':' {
			if gap >= 0 {
				return false
			}
			gap, v = at, v[1:]
		}
	}
	if gap >= 0 && at < 16 {
		tail := at - gap
		copy(ip.addr[16-tail:], ip.addr[gap:at])
		clear(ip.addr[gap : 16-tail])
		at = 16
	}
	ip.v6 = true
	ip.settleMapped()
	return at == 16
}

func hexGroup(v, addr []byte) bool {
	n := 0
	for _, c := range v {
		switch {
		case '0' <= c && c <= '9':
			n = n<<4 | int(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			n = n<<4 | int(c|0x20-'a'+10)
		default:
			return false
		}
	}
	binary.BigEndian.PutUint16(addr, uint16(n))
	return true
}
