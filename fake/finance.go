package fake

import (
	"bytes"
	"unicode/utf8"
)

// isCardSeparator takes what stands between the digits of a card, an account or
// an individual number.
func isCardSeparator(r rune) bool { return isPhoneSeparator(r) }

// isCardMark takes what shops write in place of digits that they do not keep.
func isCardMark(r rune) bool {
	switch r {
	case '*', 'x', 'X', '•', '＊', '●', '#':
		return true
	}
	return isCardSeparator(r)
}

const (
	cardLeast = 12 // digits of the shortest card (ISO/IEC 7812)
	cardMost  = 19
	// CardLeast is the least limit of [AppendCard].
	CardLeast = cardMost
)

// AppendCardKey appends the form under which equal cards are equal: the digits. A
// value that is none is left as it is.
func AppendCardKey(dst, value []byte) []byte {
	var digits [24]byte
	g, ok := scanDigits(bytes.TrimSpace(value), &digits, isCardMark)
	if !ok {
		return append(dst, value...)
	}
	return append(dst, digits[:g.n]...)
}

// AppendCard appends the number of a payment card of nobody, in the form of like:
// as many digits, its spaces, hyphens and width. Its first digit is 0, under
// which no card is issued (ISO/IEC 7812: not for cards of banks), and its last is
// the check digit of Luhn, so that what tests for that is content.
//
// The last digits of a card, alone or behind stars, become others. It says false
// and appends nothing where like is neither.
func AppendCard(dst []byte, s Seed, like []byte) ([]byte, bool) {
	var digits [24]byte
	like = bytes.TrimSpace(like)
	g, ok := scanDigits(like, &digits, isCardMark)
	if !ok || g.n > cardMost || g.n < cardLeast && g.n != 4 && !bytes.ContainsAny(like, "*xX•＊●#") {
		return dst, false
	}
	number := drawDigits(digits[:0], s.Sub("card"), g.n)
	if g.n >= cardLeast {
		number[0] = '0'
		number[g.n-1] = '0' + byte(luhnDigit(number[:g.n-1]))
	}
	return appendDigitsAs(dst, like, number), true
}

// drawDigits appends up to 24 digits.
func drawDigits(dst []byte, s Seed, n int) []byte {
	d := drawing(s.Uint64())
	for i := range n {
		if i == 12 {
			d = drawing(s.low())
		}
		dst = append(dst, d.digit())
	}
	return dst
}

// appendDigitsAs appends a value with other digits, in its width.
func appendDigitsAs(dst, like, digits []byte) []byte {
	for i := 0; i < len(like); {
		r, n := utf8.DecodeRune(like[i:])
		if _, ok := asciiDigit(r); ok {
			dst = appendDigit(dst, digits[0], r >= utf8.RuneSelf)
			digits = digits[1:]
		} else {
			dst = append(dst, like[i:i+n]...)
		}
		i += n
	}
	return dst
}

// noBank is a bank code that no Japanese bank has.
const noBank = "9999"

// AppendBankKey appends the form under which equal accounts are equal: letters and
// digits without what stands between them. A value that is none is left as it is.
func AppendBankKey(dst, value []byte) []byte {
	if _, _, ok := IBAN.Places(value); ok {
		k, _ := readChecked(value)
		return append(dst, k.chars[:k.n]...)
	}
	return AppendCardKey(dst, value)
}

// AppendBankAccount appends a bank account of nobody, in the form of like:
//
//   - an IBAN keeps its country and has the check digits 00, which no account has;
//   - a Japanese account with its bank, 4 digits before others or 14 digits
//     together, has the bank code 9999, which no bank has;
//   - a bank code alone is that, a branch code alone three digits;
//   - any other number is of zeros but for its last three digits.
//
// It says false and appends nothing where like is no account. Numbers of one and
// two digits are none: they are kinds of account.
func AppendBankAccount(dst []byte, s Seed, like []byte) ([]byte, bool) {
	s = s.Sub("bank account")
	like = bytes.TrimSpace(like)
	if from, to, ok := IBAN.Places(like); ok {
		return appendIBAN(dst, s, like, from, to), true
	}
	var digits [24]byte
	g, ok := scanDigits(like, &digits, isCardSeparator)
	if !ok || g.n < 3 {
		return dst, false
	}
	number := drawDigits(digits[:0], s, g.n)
	switch {
	case g.n == 4 || hasBank(&g):
		copy(number, noBank)
	case g.n > 3:
		for i := range number[:g.n-3] {
			number[i] = '0'
		}
	}
	return appendDigitsAs(dst, like, number), true
}

// hasBank says whether an account begins with the code of its bank.
func hasBank(g *grouped) bool { return g.groups > 1 && g.sizes[0] == 4 || g.groups == 1 && g.n == 14 }

// appendIBAN draws letters for letters and digits for digits behind the country.
func appendIBAN(dst []byte, s Seed, like []byte, from, to int) []byte {
	draws := s.Stream()
	dst = append(append(dst, like[:from]...), "00"...)
	for _, c := range like[to:] {
		switch {
		case isDecimal(c):
			c = '0' + byte(draws.N(10))
		case 'A' <= c && c <= 'Z':
			c = 'A' + byte(draws.N(26))
		case 'a' <= c && c <= 'z':
			c = 'a' + byte(draws.N(26))
		}
		dst = append(dst, c)
	}
	return dst
}

// AppendMyNumber appends a Japanese individual number of nobody, in the form of
// like: 12 digits with a wrong check digit, as the law forbids to make up right
// ones. It says false and appends nothing where like has not 12 digits.
func AppendMyNumber(dst []byte, s Seed, like []byte) ([]byte, bool) {
	var digits [24]byte
	like = bytes.TrimSpace(like)
	g, ok := scanDigits(like, &digits, isCardSeparator)
	if !ok || g.n != 12 {
		return dst, false
	}
	number := drawDigits(digits[:0], s.Sub("my number"), g.n)
	MyNumber.Spoil(number)
	return appendDigitsAs(dst, like, number), true
}
