package fake

import (
	"crypto/sha256"
	"strings"
)

// pairClasses is the number of classes of names; one pair in so many passes.
const pairClasses = 64

// PairCheck is the public check that every full name of this package passes and
// one real name in 64 passes by chance. A name is ours if its family and given
// name are in the locale's lists and pass; anybody can compute that without a
// key.
//
// Names go in under the form that all their faces share: the reading in katakana
// where the language has one, and otherwise the written form, in which letter
// case does not count. Each name has a class from 0 to 63, the first byte of
//
//	SHA-256("migawari pair" 0 "family" 0 name)   modulo 64
//	SHA-256("migawari pair" 0 "given" 0 name)    modulo 64
//
// and a pair passes if its classes add up to 0 modulo 64. Made of two halves,
// the check costs nothing when a name is drawn: given names lie sorted by class.
func PairCheck(family, given string) bool {
	return partnerClass(givenClass(strings.ToLower(given))) == familyClass(strings.ToLower(family))
}

func familyClass(key string) uint8 { return pairClass("family", key) }
func givenClass(key string) uint8  { return pairClass("given", key) }

// partnerClass is the class with which a class passes.
func partnerClass(c uint8) uint8 { return (pairClasses - c) % pairClasses }

func pairClass(kind, key string) uint8 {
	h := sha256.Sum256([]byte("migawari pair\x00" + kind + "\x00" + key))
	return h[0] % pairClasses
}
