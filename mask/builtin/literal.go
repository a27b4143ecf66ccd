package builtin

import (
	"errors"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// harmless refuses literals of a policy that could be somebody's: they would
// stand in every masked row. The rule's "unsafe: REASON" allows them.
func harmless(b *mask.Build, literals ...string) error {
	if b.Unsafe {
		return nil
	}
	for _, l := range literals {
		if kind, found := value.Somebodys([]byte(l), true); found {
			return errors.New(literalFaults[kind])
		}
	}
	return nil
}

// literalFaults say what is wrong with a literal.
var literalFaults = func() map[value.Kind]string {
	const otherwise = "; say unsafe: REASON if it is not"
	m := map[value.Kind]string{
		value.Email:      "a literal holds a mail address that somebody can own; use a domain such as example.com, or say unsafe: REASON",
		value.URL:        "a literal holds a web address that somebody can own; use a domain such as example.com, or say unsafe: REASON",
		value.Host:       "a literal holds the name of a host that somebody can own; use a domain such as example.com, or say unsafe: REASON",
		value.IP:         "a literal holds an IP address that somebody can have; use one such as 192.0.2.1 or 2001:db8::1, or say unsafe: REASON",
		value.SchoolCode: "a literal holds a school code that a school can have; begin its number with 0, or say unsafe: REASON",
		value.BirthDate:  "a literal holds a date of birth that could be somebody's" + otherwise,
		value.MAC:        "a literal holds the address of a device that could be somebody's" + otherwise,
		value.Phone:      "a literal holds a number that could be somebody's phone; use 202-555-0123 or the like, or say unsafe: REASON",
		value.PostalCode: "a literal holds a postal code that could be somebody's; use one that begins with 000, or say unsafe: REASON",
	}
	for _, k := range []value.Kind{value.Card, value.MyNumber, value.SSN, value.BankAccount} {
		m[k] = "a literal holds a number that could be somebody's card, account or national number" + otherwise
	}
	for _, k := range []value.Kind{value.Secret, value.PasswordHash, value.Wallet} {
		m[k] = "a literal holds a key, a password or a wallet that could be somebody's" + otherwise
	}
	return m
}()
