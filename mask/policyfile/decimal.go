package policyfile

import (
	"bytes"
	"strconv"
)

// A decimal is a number as its digits: (-1)^negative · 0.whole part · 10^point,
// with no leading zero. It has any precision and points into the text that it
// was read from.
type decimal struct {
	negative    bool
	whole, part []byte // the digits before and behind the point
	exponent    int64  // as written
}

// greatest bounds exponents. What is beyond compares as if it were there.
const greatest = 1 << 48

// parseDecimal reads a decimal number: sign, digits, point, exponent. Spaces
// round it do not count.
func parseDecimal(text []byte) (decimal, bool) {
	text = bytes.Trim(text, " ")
	var d decimal
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		d.negative = text[0] == '-'
		text = text[1:]
	}
	d.whole, text = digits(text)
	if len(text) > 0 && text[0] == '.' {
		d.part, text = digits(text[1:])
	}
	if len(d.whole)+len(d.part) == 0 {
		return decimal{}, false
	}
	if len(text) > 1 && text[0]|0x20 == 'e' {
		negative := text[1] == '-'
		if text = text[1:]; negative || text[0] == '+' {
			text = text[1:]
		}
		var e []byte
		e, text = digits(text)
		if len(e) == 0 {
			return decimal{}, false
		}
		for _, c := range e {
			d.exponent = min(10*d.exponent+int64(c-'0'), greatest)
		}
		if negative {
			d.exponent = -d.exponent
		}
	}
	return d, len(text) == 0
}

// digits splits text behind its leading digits.
func digits(text []byte) (head, rest []byte) {
	i := 0
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return text[:i], text[i:]
}

// digit gives the i-th digit, and zeros behind the last.
func (d *decimal) digit(i int) byte {
	switch {
	case i < len(d.whole):
		return d.whole[i]
	case i < len(d.whole)+len(d.part):
		return d.part[i-len(d.whole)]
	}
	return '0'
}

// first gives the index of the first digit that is not zero, or the number of
// digits.
func (d *decimal) first() int {
	i := 0
	for i < len(d.whole)+len(d.part) && d.digit(i) == '0' {
		i++
	}
	return i
}

// sign is -1, 0 or 1.
func (d *decimal) sign() int {
	switch {
	case d.first() == len(d.whole)+len(d.part):
		return 0
	case d.negative:
		return -1
	}
	return 1
}

// compare gives -1, 0 or 1.
func (d *decimal) compare(e *decimal) int {
	sign, other := d.sign(), e.sign()
	switch {
	case sign < other:
		return -1
	case sign > other:
		return 1
	case sign == 0:
		return 0
	}
	i, j := d.first(), e.first()
	// The powers of ten of the first digits.
	m, n := int64(len(d.whole)-i)+d.exponent, int64(len(e.whole)-j)+e.exponent
	switch {
	case m < n:
		return -sign
	case m > n:
		return sign
	}
	for ; i < len(d.whole)+len(d.part) || j < len(e.whole)+len(e.part); i, j = i+1, j+1 {
		if a, b := d.digit(i), e.digit(j); a != b {
			if a < b {
				return -sign
			}
			return sign
		}
	}
	return 0
}

// canonical appends the number in a form that all its spellings share.
func (d *decimal) canonical(dst []byte) []byte {
	sign := d.sign()
	if sign == 0 {
		return append(dst, '0')
	}
	if sign < 0 {
		dst = append(dst, '-')
	}
	i, end := d.first(), len(d.whole)+len(d.part)
	power := int64(len(d.whole)-i) + d.exponent
	for d.digit(end-1) == '0' {
		end--
	}
	dst = append(dst, "0."...)
	for ; i < end; i++ {
		dst = append(dst, d.digit(i))
	}
	return strconv.AppendInt(append(dst, 'e'), power, 10)
}
