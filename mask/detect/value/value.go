// Package value finds values of known kinds in text: e-mail addresses, phone
// numbers, cards, secrets and the like. It knows what can be seen in the bytes
// themselves; names of persons and of places are not among it.
//
// [Find] is one pass over the text in linear time, without memory of its own. A
// byte on which no value can begin costs one look into a table; what a value
// looks like is judged where one can.
package value

import (
	"bytes"

	"github.com/migawari-dev/migawari/fake"
)

// A Kind is what a value is.
type Kind uint8

const (
	None Kind = iota
	Email
	URL
	Host
	IP
	MAC
	UUID
	Phone
	PostalCode
	Card
	MyNumber
	SSN // of the United States
	BankAccount
	SchoolCode
	Date
	BirthDate
	Secret
	PasswordHash
	Wallet // of a crypto-currency
)

var kinds = [...]struct{ word, class, fake string }{
	None: {"none", "none", ""}, Email: {"email", "email", "email"},
	URL: {"url", "url_profile", "url"}, Host: {"host", "url_profile", "host"},
	IP: {"ip", "ip_address", "ip_address"}, MAC: {"mac", "device_id", ""}, UUID: {"uuid", "account_id", ""},
	Phone: {"phone", "phone", "phone"}, PostalCode: {"postal_code", "postal_code", "postal_code"},
	Card: {"card", "payment_card", "payment_card"}, MyNumber: {"my_number", "national_id", "my_number"}, SSN: {"ssn", "national_id", ""},
	BankAccount: {"bank_account", "bank_account", "bank_account"}, SchoolCode: {"school_code", "organisation", "school_code"},
	Date: {"date", "none", ""}, BirthDate: {"birth_date", "birth_date", ""},
	Secret: {"secret", "secret_token", ""}, PasswordHash: {"password_hash", "password_hash", ""}, Wallet: {"wallet", "bank_account", ""},
}

// String is a word for the kind: mostly the name of the masker for it.
func (k Kind) String() string { return kinds[k].word }

// Class is the word of scans, audits and reports for the kind.
func (k Kind) Class() string { return kinds[k].class }

// A Sure says how far a value can be something else.
type Sure uint8

const (
	// Possible: as many other things look so. Eleven digits with a right check digit.
	Possible Sure = iota
	// Likely: few other things look so.
	Likely
	// Certain: nothing else does, or a word before it says so.
	Certain
)

// A Finding is a value in a text.
type Finding struct {
	Start, End int // bytes
	Kind       Kind
	Sure       Sure
	// Harmless: it reaches nobody and opens nothing. It is reserved for examples, not
	// assigned, or a fake of package fake.
	Harmless bool
}

// Find appends what is in a text, in its order; findings do not overlap. Phones and
// postal codes are also held against the fakes of the given locales.
func Find(dst []Finding, text []byte, locales ...*fake.Locale) []Finding {
	f := finder{text: text, locales: locales, found: dst}
	f.run()
	return f.found
}

// Whole says what a text is as a whole, without the white space round it.
func Whole(text []byte, locales ...*fake.Locale) (f Finding, ok bool) {
	if len(text) > longestValue {
		return f, false
	}
	v := bytes.TrimSpace(text)
	var tmp [4]Finding
	found := Find(tmp[:0], v, locales...)
	if len(found) != 1 || found[0].Start != 0 || found[0].End != len(v) {
		return f, false
	}
	return found[0], true
}

// longestValue is from how many bytes on a text is no single value.
const longestValue = 4096

// Somebodys says whether a text holds something that could be somebody's, and which
// kind the first such value is of. Guesses ([Possible]) count where strict is set;
// dates and UUIDs alone are nobody's.
func Somebodys(text []byte, strict bool, locales ...*fake.Locale) (kind Kind, found bool) {
	var tmp [16]Finding
	for _, f := range Find(tmp[:0], text, locales...) {
		if f.Kind != Date && f.Kind != UUID && !f.Harmless && (strict || f.Sure > Possible) {
			return f.Kind, true
		}
	}
	return None, false
}

// A finder is the state of one pass.
type finder struct {
	text    []byte
	locales []*fake.Locale
	found   []Finding
	free    int // where the last finding ended
	no      numbers
	wordTo  int   // where the word ends that was read last
	bits    uint8 // of that word
	// randomTo is the end of the run of letters, digits and signs of base64 that was
	// looked at last.
	randomTo int
}

// add appends a finding and gives its end.
func (f *finder) add(start, end int, k Kind, s Sure, harmless bool) int {
	if start < f.free { // grew backwards into what is found already
		return end
	}
	f.found = append(f.found, Finding{start, end, k, s, harmless})
	f.free = end
	return end
}

// ours asks package fake whether a value is one of its fakes.
func (f *finder) ours(k Kind, start, end int) bool {
	return kinds[k].fake != "" && fake.Recognise(kinds[k].fake, f.text[start:end], f.locales...) == fake.Ours
}

// A class says what can begin at a byte.
type class uint8

const (
	other class = iota
	letter
	digit
	opening // of a phone number: + and (
	assign  // = and : behind the word for a secret
	at
	dash
	dollar
	wide // the first byte of full-width digits and signs, of 〒 and は
)

var classes = func() (t [256]class) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		}
	}
	t['+'], t['('] = opening, opening
	t['='], t[':'] = assign, assign
	t['@'], t['-'], t['$'] = at, dash, dollar
	t["０"[0]], t["〒"[0]] = wide, wide
	return t
}()

// run walks through the text. Each case gives a place behind i, so it ends.
func (f *finder) run() {
	for i := 0; i < len(f.text); {
		switch classes[f.text[i]] {
		case other:
			i++
		case letter:
			i = f.word(i)
		case digit:
			i = f.digits(i)
		case opening:
			i = f.sign(i)
		case assign:
			i = f.assigned(i, i+1)
		case at:
			i = f.atSign(i)
		case dash:
			i = f.privateKey(i)
		case dollar:
			i = f.passwordHash(i)
		case wide:
			i = f.wide(i)
		}
	}
}

// sign judges a plus sign or a bracket, with which a number can begin.
func (f *finder) sign(i int) int {
	if c := f.after(i + 1); !isDigit(c) && c < 0x80 {
		return i + 1
	}
	if end := f.number(i); end > i {
		return end
	}
	return i + 1
}

// digits judges what begins with a digit: a number, or a word.
func (f *finder) digits(i int) int {
	alone := i // the end of the digits
	for alone < len(f.text) && isDigit(f.text[alone]) {
		alone++
	}
	if c := f.after(alone); alone-i < shortest && c < 0x80 && !goesOn[c] {
		return alone
	}
	end := f.wordEnd(i)
	if e := f.email(i, end); e > 0 {
		return e
	}
	if e := f.number(i); e > i {
		return e
	}
	if e := f.judgeWord(i, end); e > 0 {
		return e
	}
	return alone
}

// shortest is the number of digits of the shortest number that stands alone: of an
// account, behind a word for one.
const shortest = 4

// goesOn are the bytes with which what begins with digits goes on.
var goesOn = func() (t [256]bool) {
	for c := range t {
		t[c] = wordBits[c] != 0
	}
	for _, c := range "@:/ ()" {
		t[c] = true
	}
	return t
}()

// wide judges the signs of full width with which something begins.
func (f *finder) wide(i int) int {
	rest := f.text[i:]
	switch {
	case begins(rest, "〒"), begins(rest, "＋"), begins(rest, "（"):
		if end := f.number(i); end > i {
			return end
		}
	case begins(rest, "："), begins(rest, "＝"), begins(rest, "は"):
		return f.assigned(i, i+len("："))
	case len(rest) >= 3 && isWideDigit(rest):
		if end := f.number(i); end > i {
			return end
		}
		for i+3 <= len(f.text) && isWideDigit(f.text[i:]) {
			i += 3
		}
		return i
	}
	return min(i+3, len(f.text))
}

func isWideDigit(b []byte) bool {
	return b[0] == 0xef && b[1] == 0xbc && 0x90 <= b[2] && b[2] <= 0x99
}

func begins(b []byte, s string) bool { return len(b) >= len(s) && string(b[:len(s)]) == s }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// lower is the small ASCII letter.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	return c
}

// foldsTo compares without ASCII case.
func foldsTo(b []byte, lowered string) bool {
	if len(b) != len(lowered) {
		return false
	}
	for i, c := range b {
		if lower(c) != lowered[i] {
			return false
		}
	}
	return true
}

// before gives the byte before i, or a space.
func (f *finder) before(i int) byte {
	if i == 0 {
		return ' '
	}
	return f.text[i-1]
}

// after gives the byte at i, or a space at the end.
func (f *finder) after(i int) byte {
	if i >= len(f.text) {
		return ' '
	}
	return f.text[i]
}
