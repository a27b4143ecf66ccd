package builtin

import (
	"errors"
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/mask"
)

// harmless refuses literals of a policy that could be somebody's: they would
// stand in every masked row. The rule's "unsafe: REASON" allows them.
func harmless(b *mask.Build, literals ...string) error {
	if b.Unsafe {
		return nil
	}
	for _, l := range literals {
		for _, m := range mailAddress.FindAllStringSubmatch(l, -1) {
			if !reservedDomain(m[1]) {
				return errors.New("a literal holds a mail address that somebody can own; use a domain such as example.com, or say unsafe: REASON")
			}
		}
		for _, m := range webAddress.FindAllStringSubmatch(l, -1) {
			if !reservedDomain(m[1]) {
				return errors.New("a literal holds a web address that somebody can own; use a domain such as example.com, or say unsafe: REASON")
			}
		}
		for _, m := range ipAddress.FindAllStringSubmatch(l, -1) {
			if couldBeReached(m[1]) {
				return errors.New("a literal holds an IP address that somebody can have; use one such as 192.0.2.1 or 2001:db8::1, or say unsafe: REASON")
			}
		}
		for _, digits := range longNumber.FindAllString(l, -1) {
			if couldBeDialled(digits) || luhn(digits) || myNumber(digits) {
				return errors.New("a literal holds a number that could be somebody's phone, card or My Number; say unsafe: REASON if it is not")
			}
		}
	}
	return nil
}

var (
	// A domain that somebody can own has a dot (RFC 5321, 2.3.5).
	mailAddress = regexp.MustCompile(`[^\s@<>"']+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)`)
	webAddress  = regexp.MustCompile(`(?i)\bhttps?://(?:[^\s/@]*@)?([^\s/:?#]+)`)
	ipAddress   = regexp.MustCompile(`(?:^|[\s,;="'\[(])([0-9a-fA-F:]*[.:][0-9a-fA-F.:]+)`) // not the version behind Chrome/
	longNumber  = regexp.MustCompile(`\+?[0-9][0-9 ()./-]{8,}[0-9]`)
)

// reservedDomain says whether a domain is set aside for examples: RFC 2606,
// RFC 6761, and the EXAMPLE labels of JPRS.
func reservedDomain(d string) bool {
	d = strings.ToLower(strings.TrimSuffix(d, "."))
	labels := strings.Split(d, ".")
	n := len(labels)
	switch labels[n-1] {
	case "test", "example", "invalid", "localhost":
		return true
	}
	if n >= 2 && labels[n-2] == "example" {
		switch labels[n-1] {
		case "com", "net", "org", "jp":
			return true
		}
	}
	if labels[n-1] != "jp" {
		return false
	}
	for _, l := range labels[:n-1] {
		if rest, ok := strings.CutPrefix(l, "example"); ok && (rest == "" || len(rest) == 1 && rest[0] >= '0' && rest[0] <= '9') {
			return true
		}
	}
	return false
}

// couldBeReached says whether a text is an address of the public internet.
func couldBeReached(s string) bool {
	a, err := netip.ParseAddr(strings.TrimRight(s, ".:"))
	if err != nil || !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	return !slices.ContainsFunc(reservedNetworks, func(n netip.Prefix) bool { return n.Contains(a.Unmap()) })
}

// reservedNetworks are set aside for documentation (RFC 5737, 3849, 9637), for
// measuring (RFC 2544) and for carriers (RFC 6598).
var reservedNetworks = []netip.Prefix{
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("3fff::/20"),
}

// myNumber says whether a text has the twelve digits of a Japanese My Number
// with the right check digit.
func myNumber(s string) bool {
	var d []int
	for _, c := range s {
		if c >= '0' && c <= '9' {
			d = append(d, int(c-'0'))
		}
	}
	if len(d) != 12 {
		return false
	}
	sum := 0
	for n := 1; n <= 11; n++ { // from the right, without the check digit
		q := n + 1
		if n > 6 {
			q = n - 5
		}
		sum += d[11-n] * q
	}
	check := 11 - sum%11
	if sum%11 <= 1 {
		check = 0
	}
	return d[11] == check
}

// couldBeDialled says whether a Japanese or international number stands there
// that is not one of those that cannot be assigned.
func couldBeDialled(s string) bool {
	var d strings.Builder
	for _, c := range s {
		if c >= '0' && c <= '9' {
			d.WriteRune(c)
		}
	}
	n := d.String()
	if strings.HasPrefix(s, "+") {
		n, _ = strings.CutPrefix(n, "81")
		if n == d.String() {
			return len(n) >= 9
		}
		n = "0" + n
	}
	if len(n) != 10 && len(n) != 11 || n[0] != '0' || n[1] == '0' {
		return false
	}
	switch {
	case len(n) == 11:
		return n[3] != '0' // 090-0…: no number of this kind is assigned
	case n[1] == '3' || n[1] == '6':
		return n[2] != '0' && n[2] != '1' // 03-1…: no exchange begins so
	}
	return true
}

// luhn says whether 13 to 19 digits have the check digit of a payment card.
func luhn(s string) bool {
	sum, n := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		d := int(s[i] - '0')
		if n%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
		n++
	}
	return n >= 13 && n <= 19 && sum%10 == 0
}
