package main

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
)

// draw gives 64 bits for a purpose and a place. There is no sequence of draws:
// one more somewhere changes nothing elsewhere, and no edition of Go or of a
// library can move them.
func draw(purpose string, place ...int) uint64 {
	b := append([]byte("classpad/1 "), purpose...)
	for _, n := range place {
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(n), 10)
	}
	h := sha256.Sum256(b)
	return binary.BigEndian.Uint64(h[:])
}

// below gives a number in [0, limit).
func below(limit int, purpose string, place ...int) int {
	return int(draw(purpose, place...) % uint64(limit))
}

// pick gives one of a list.
func pick[T any](list []T, purpose string, place ...int) T {
	return list[below(len(list), purpose, place...)]
}

const (
	hexDigits    = "0123456789abcdef"
	base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	bcryptDigits = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	codeDigits   = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // no I, L, O, U
)

// spell gives a text of an alphabet.
func spell(alphabet string, length int, purpose string, place ...int) string {
	b := make([]byte, length)
	for i := range b {
		b[i] = alphabet[below(len(alphabet), purpose, append(place, i)...)]
	}
	return string(b)
}
