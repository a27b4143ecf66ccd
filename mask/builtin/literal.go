package builtin

import (
	"errors"
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/fake"
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
		for _, number := range american.FindAllString(l, -1) {
			if !fictitious.MatchString(number) {
				return errors.New("a literal holds a number that could be somebody's phone; use 202-555-0123 or the like, or say unsafe: REASON")
			}
		}
		for _, host := range hostName.FindAllString(l, -1) {
			if !reservedDomain(host) {
				return errors.New("a literal holds the name of a host that somebody can own; use a domain such as example.com, or say unsafe: REASON")
			}
		}
		for _, ip := range dotted.FindAllString(l, -1) {
			if fake.Recognise("ip_address", []byte(ip)) == fake.NotOurs && !documentation(ip) {
				return errors.New("a literal holds an IP address that somebody can have; use one of 192.0.2.0/24, or say unsafe: REASON")
			}
		}
		for _, m := range codeLike.FindAllStringSubmatch(l, -1) {
			code := m[1]
			for _, c := range []fake.Check{fake.MyNumber, fake.IBAN} {
				if c.Valid([]byte(code)) {
					return errors.New("a literal holds a number that could be somebody's: its check digit is right; say unsafe: REASON if it is not")
				}
			}
			if _, ok := fake.ParseSchoolCode([]byte(code)); ok {
				return errors.New("a literal holds a school code that a school can have; begin its number with 0, or say unsafe: REASON")
			}
		}
		if wallet.MatchString(l) {
			return errors.New("a literal holds a wallet or a key that could be somebody's; say unsafe: REASON if it is not")
		}
	}
	return nil
}

// documentation says whether an address is of the ranges for documents (RFC 5737),
// or private.
func documentation(ip string) bool {
	a, err := netip.ParseAddr(ip)
	if err != nil {
		return true // 1.2.3.4 it is not
	}
	for _, r := range documents {
		if r.Contains(a) {
			return true
		}
	}
	return a.IsPrivate() || a.IsLoopback()
}

var documents = [...]netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24")}

var (
	// A domain that somebody can own has a dot (RFC 5321, 2.3.5).
	mailAddress = regexp.MustCompile(`[^\s@<>"']+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)`)
	webAddress  = regexp.MustCompile(`(?i)\bhttps?://(?:[^\s/@]*@)?([^\s/:?#]+)`)
	ipAddress   = regexp.MustCompile(`(?:^|[\s,;="'\[(])([0-9a-fA-F:]*[.:][0-9a-fA-F.:]+)`) // not the version behind Chrome/
	longNumber  = regexp.MustCompile(`\+?[0-9][0-9 ()./-]{8,}[0-9]`)
	american    = regexp.MustCompile(`\(?\b[2-9][0-9]{2}\)?[ .-] ?[2-9][0-9]{2}[ .-][0-9]{4}\b`)
	fictitious  = regexp.MustCompile(`555[ .-]01[0-9]{2}$`)
	hostName    = regexp.MustCompile(`(?i)\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|info|biz|name|io|jp|edu|gov|dev|app|me|tv|co|us|uk|de|fr|cn|kr)\b`)
	dotted      = regexp.MustCompile(`\b[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\b`)
	codeLike    = regexp.MustCompile(`(?:^|[^0-9A-Za-z-])([0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}|[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,4})?|[A-H][12][0-9]{11})(?:$|[^0-9A-Za-z-])`)
	wallet      = regexp.MustCompile(`\b(?:bc1[a-z0-9]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}|AKIA[0-9A-Z]{16})\b`)
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

// luhn says whether 13 to 19 digits have the check digit of a payment card. Under 0
// no card is issued.
func luhn(s string) bool {
	digits := strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
	return len(digits) >= 13 && len(digits) <= 19 && digits[0] != '0' && fake.Luhn.Valid([]byte(digits))
}
