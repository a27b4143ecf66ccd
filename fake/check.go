package fake

// A Check is a rule by which a code checks itself: characters of it follow from
// the others. Values are read with the separators that people put into codes;
// letters count without case.
type Check uint8

const (
	// NoCheck has no check character.
	NoCheck Check = iota
	// Luhn is that of payment cards and of many order numbers: the last of the
	// digits.
	Luhn
	// Mod11 has the weights 2 to 7 from the right and 0 for the remainders 0 and 1
	// (モジュラス11): the last of the digits.
	Mod11
	// JAN is that of JAN, EAN, UPC and ISBN-13: the last of 8, 12, 13 or 14 digits.
	JAN
	// ISBN is that of ISBN-10: the last of ten characters, which may be X.
	ISBN
	// MyNumber is that of Japanese individual numbers: the last of 12 digits.
	MyNumber
	// Corporate is that of Japanese corporate numbers: the first of 13 digits.
	Corporate
	// IBAN is that of international bank account numbers (ISO 13616): the third and
	// fourth character.
	IBAN
	// SchoolCheck is that of MEXT school codes: the last of 13 characters.
	SchoolCheck
	// Municipality is that of Japanese municipality codes (全国地方公共団体コード):
	// the last of six digits.
	Municipality
)

var checkNames = [...]string{
	Luhn: "luhn", Mod11: "mod11", JAN: "jan", ISBN: "isbn", MyNumber: "my_number", Corporate: "corporate",
	IBAN: "iban", SchoolCheck: "school", Municipality: "municipality",
}

// CheckNames lists the words for checks.
func CheckNames() []string { return append([]string(nil), checkNames[1:]...) }

// CheckNamed finds a check by its word.
func CheckNamed(word string) (Check, bool) {
	for c, name := range checkNames {
		if name != "" && name == word {
			return Check(c), true
		}
	}
	return NoCheck, false
}

// String is the word for the check.
func (c Check) String() string { return checkNames[c] }

// maxCode is the greatest number of letters and digits of a code that is checked.
const maxCode = 64

// A checked is the letters and digits of a code, and where they stand.
type checked struct {
	chars [maxCode]byte // capitals and digits
	at    [maxCode]int
	n     int
}

func readChecked(value []byte) (k checked, ok bool) {
	for i, c := range value {
		switch {
		case 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		case 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		case c == ' ' || c == '-' || c == '.' || c == '/' || c == '_':
			continue
		default:
			return k, false
		}
		if k.n == maxCode {
			return k, false
		}
		k.chars[k.n], k.at[k.n] = c, i
		k.n++
	}
	return k, k.n > 0
}

// right computes the check characters of a code: how many there are, which is the
// first, and what they ought to be. It fails where the code is not of the form.
func (c Check) right(k *checked) (first, n int, want [2]byte, ok bool) {
	v := k.chars[:k.n]
	body := v[:len(v)-1]
	one := func(first, digit int) (int, int, [2]byte, bool) { return first, 1, [2]byte{'0' + byte(digit)}, true }
	switch c {
	case Luhn:
		if len(v) > 1 && allDigits(v) {
			return one(len(v)-1, luhnDigit(body))
		}
	case Mod11:
		if len(v) > 1 && allDigits(v) {
			sum := 0
			for i := range body {
				sum += digitAt(body, len(body)-1-i) * (2 + i%6)
			}
			return one(len(v)-1, (11-sum%11)%11%10)
		}
	case JAN:
		if n := len(v); (n == 8 || n >= 12 && n <= 14) && allDigits(v) {
			sum := 0
			for i := range body {
				sum += digitAt(body, len(body)-1-i) * (3 - i%2*2)
			}
			return one(n-1, (10-sum%10)%10)
		}
	case ISBN:
		if len(v) == 10 && allDigits(body) && (isDecimal(v[9]) || v[9] == 'X') {
			sum := 0
			for i := range body {
				sum += digitAt(body, i) * (10 - i)
			}
			if d := (11 - sum%11) % 11; d < 10 {
				return one(9, d)
			}
			return 9, 1, [2]byte{'X'}, true
		}
	case MyNumber:
		if len(v) == 12 && allDigits(v) {
			return one(11, myNumberDigit(body))
		}
	case Corporate:
		if len(v) == 13 && allDigits(v) {
			sum := 0
			for n := 1; n <= 12; n++ {
				sum += digitAt(v, 13-n) * (2 - n%2)
			}
			return one(0, 9-sum%9)
		}
	case IBAN:
		if len(v) >= 15 && len(v) <= 34 && !isDecimal(v[0]) && !isDecimal(v[1]) && allDigits(v[2:4]) {
			d := 98 - ibanRemainder(v)
			return 2, 2, [2]byte{'0' + byte(d/10), '0' + byte(d%10)}, true
		}
	case SchoolCheck:
		if len(v) == 13 && isSchoolCode(v) {
			return one(12, schoolDigit(v))
		}
	case Municipality:
		if len(v) == 6 && allDigits(v) {
			sum := 0
			for i := range body {
				sum += digitAt(body, i) * (6 - i)
			}
			return one(5, (11-sum%11)%10)
		}
	}
	return 0, 0, want, false
}

func isDecimal(c byte) bool { return '0' <= c && c <= '9' }

func allDigits(v []byte) bool {
	for _, c := range v {
		if !isDecimal(c) {
			return false
		}
	}
	return true
}

func digitAt(v []byte, i int) int { return int(v[i] - '0') }

// luhnDigit is the check digit behind a number.
func luhnDigit(body []byte) int {
	sum := 0
	for i := range body {
		d := digitAt(body, len(body)-1-i)
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return (10 - sum%10) % 10
}

// myNumberDigit is the check digit of an individual number (行政手続における特定の個人を識別するための番号の利用等に関する法律施行規則, art. 5).
func myNumberDigit(eleven []byte) int {
	sum := 0
	for n := 1; n <= 11; n++ {
		q := n + 1
		if n >= 7 {
			q = n - 5
		}
		sum += digitAt(eleven, 11-n) * q
	}
	if rest := sum % 11; rest > 1 {
		return 11 - rest
	}
	return 0
}

// ibanRemainder is the number of an IBAN with zeros for check digits, modulo 97.
func ibanRemainder(v []byte) int {
	rest := 0
	add := func(c byte) {
		if isDecimal(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	for _, c := range v[4:] {
		add(c)
	}
	add(v[0])
	add(v[1])
	return rest * 100 % 97
}

// isSchoolCode says whether 13 characters are of the form of a MEXT school code.
func isSchoolCode(v []byte) bool {
	return 'A' <= v[0] && v[0] <= 'H' && allDigits(v[1:])
}

// schoolDigit is the check digit of a MEXT school code: the letter counts as two
// digits, A as 01; the weights are 1 and 2 in turn.
func schoolDigit(v []byte) int {
	sum := 0 + (int(v[0]-'A')+1)*2
	if sum > 9 {
		sum -= 9
	}
	for i := 1; i <= 11; i++ {
		d := digitAt(v, i) * (1 + (i+1)%2)
		if d > 9 {
			d -= 9
		}
		sum += d
	}
	return (10 - sum%10) % 10
}

// Valid says whether a value is of the form and its check characters are right.
func (c Check) Valid(value []byte) bool {
	k, first, n, want, ok := c.judge(value)
	for i, c := range want[:n] {
		ok = ok && k.chars[first+i] == c
	}
	return ok
}

func (c Check) judge(value []byte) (k checked, first, n int, want [2]byte, ok bool) {
	if k, ok = readChecked(value); ok {
		first, n, want, ok = c.right(&k)
	}
	return k, first, n, want, ok
}

// Places says between which bytes of a value its check characters stand. It fails
// where the value is not of the form.
func (c Check) Places(value []byte) (from, to int, ok bool) {
	k, first, n, _, ok := c.judge(value)
	if !ok {
		return 0, 0, false
	}
	return k.at[first], k.at[first+n-1] + 1, true
}

// Set writes the right check characters into a value. It fails where the value is
// not of the form.
func (c Check) Set(value []byte) bool {
	k, first, n, want, ok := c.judge(value)
	for i := range n {
		value[k.at[first+i]] = want[i]
	}
	return ok
}

// Spoil writes wrong check characters into a value: those of [Check.Spoiled]. It
// fails where the value is not of the form.
func (c Check) Spoil(value []byte) bool {
	k, first, n, want, ok := c.judge(value)
	wrong := c.wrong(want)
	for i := range n {
		value[k.at[first+i]] = wrong[i]
	}
	return ok
}

// wrong gives the wrong check characters of fakes. Those of an IBAN are 00, which
// no account has, valid or not.
func (c Check) wrong(right [2]byte) [2]byte {
	switch {
	case c == IBAN:
		return [2]byte{'0', '0'}
	case c == Corporate: // 1 to 9
		return [2]byte{'1' + (right[0]-'0')%9}
	case right[0] == 'X':
		return [2]byte{'0'}
	}
	return [2]byte{'0' + (right[0]-'0'+1)%10}
}

// Spoiled says whether a value is of the form and bears the wrong check
// characters that fakes have: the right one and one more. A real code never does;
// of mistyped ones, every tenth may.
func (c Check) Spoiled(value []byte) bool {
	k, first, n, want, ok := c.judge(value)
	wrong := c.wrong(want)
	for i, c := range wrong[:n] {
		ok = ok && k.chars[first+i] == c
	}
	return ok
}
