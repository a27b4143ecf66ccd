package value

import (
	"bytes"
	"net/netip"
	"slices"

	"github.com/migawari-dev/migawari/fake"
)

// Reserved says whether a domain is set aside for examples (RFC 2606, RFC 6761, and
// the EXAMPLE labels of JPRS), so that nobody can own it.
func Reserved(domain []byte) bool {
	for len(domain) > 0 && domain[len(domain)-1] == '.' {
		domain = domain[:len(domain)-1]
	}
	top, rest := cutLabel(domain)
	if among(top, reservedTops[:]) {
		return true
	}
	second, _ := cutLabel(rest)
	if foldsTo(second, "example") && among(top, exampleTops[:]) {
		return true
	}
	if !foldsTo(top, "jp") {
		return false
	}
	for len(rest) > 0 {
		var l []byte
		l, rest = cutLabel(rest)
		if n := len("example"); len(l) >= n && foldsTo(l[:n], "example") && (len(l) == n || len(l) == n+1 && isDigit(l[n])) {
			return true
		}
	}
	return false
}

var (
	reservedTops = [...]string{"test", "example", "invalid", "localhost"}
	exampleTops  = [...]string{"com", "net", "org", "jp"}
)

// cutLabel gives the last label of a domain and what stands before it.
func cutLabel(domain []byte) (label, rest []byte) {
	for i := len(domain) - 1; i >= 0; i-- {
		if domain[i] == '.' {
			return domain[i+1:], domain[:i]
		}
	}
	return domain, nil
}

// cannotBeReached says whether an address is none of the public internet.
func cannotBeReached(a netip.Addr) bool {
	return !a.IsGlobalUnicast() || a.IsPrivate() ||
		slices.ContainsFunc(reservedNetworks[:], func(n netip.Prefix) bool { return n.Contains(a.Unmap()) })
}

// unreachable says the same of the host of a URL.
func unreachable(host []byte) bool {
	if len(host) == 0 || !isDigit(host[0]) && host[0] != ':' && !isHex(host[0]) {
		return false
	}
	a, ok := address(host)
	return ok && cannotBeReached(a)
}

// address reads an IP address, without memory of its own.
func address(v []byte) (netip.Addr, bool) {
	var tmp [64]byte
	key := fake.AppendIPKey(tmp[:0], v)
	if bytes.Equal(key, v) { // it is none
		return netip.Addr{}, false
	}
	return netip.AddrFromSlice(key)
}

// reservedNetworks are set aside for documentation (RFC 5737, 3849, 9637), for
// measuring (RFC 2544) and for carriers (RFC 6598).
var reservedNetworks = [...]netip.Prefix{
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("3fff::/20"),
}

// cannotBeDialled says whether a Japanese number, with its leading zero, is one that
// cannot be assigned: no exchange of 03 and 06 begins with 0 or 1, and 090-0, 070-0,
// 060-0 and 050-0 are given to nobody. 080-0 is freephone.
func cannotBeDialled(national []byte) bool {
	switch n := national; {
	case len(n) == 11 && n[0] == '0':
		return n[3] == '0' && n[1] != '8'
	case len(n) == 10 && n[0] == '0' && (n[1] == '3' || n[1] == '6'):
		return n[2] == '0' || n[2] == '1'
	default:
		return len(n) > 1 && n[0] == '0' && n[1] == '0'
	}
}

// fictitious says whether a number of North America, ten digits, is of the ones for
// fiction: 555-0100 to 555-0199.
func fictitious(ten []byte) bool { return begins(ten[3:], "55501") }
