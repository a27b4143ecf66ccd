package value

import (
	"bytes"

	"github.com/migawari-dev/migawari/fake"
)

// leastSecret is the length of the shortest word that is looked at as a secret.
const leastSecret = 16

// A pattern is how the secrets of a service begin, and how many characters follow.
type pattern struct {
	prefix   string
	min, max int
	of       alphabet
	kind     Kind
	sure     Sure
}

type alphabet uint8

const (
	capitals alphabet = iota + 1 // and digits
	hexadecimal
	alphanumeric
	wordly // and _ - .
)

func (a alphabet) has(c byte) bool {
	switch a {
	case capitals:
		return 'A' <= c && c <= 'Z' || isDigit(c)
	case hexadecimal:
		return isHex(c)
	case alphanumeric:
		return isLetter(c) || isDigit(c)
	}
	return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.'
}

// patterns are public: services choose them so that their secrets are found.
var patterns = [...]pattern{
	{"AKIA", 16, 16, capitals, Secret, Certain}, {"ASIA", 16, 16, capitals, Secret, Certain}, {"ABIA", 16, 16, capitals, Secret, Certain}, {"ACCA", 16, 16, capitals, Secret, Certain},
	{"ghp_", 36, 255, alphanumeric, Secret, Certain}, {"gho_", 36, 255, alphanumeric, Secret, Certain}, {"ghu_", 36, 255, alphanumeric, Secret, Certain},
	{"ghs_", 36, 255, alphanumeric, Secret, Certain}, {"ghr_", 36, 255, alphanumeric, Secret, Certain}, {"github_pat_", 22, 255, wordly, Secret, Certain},
	{"glpat-", 20, 64, wordly, Secret, Certain}, {"gldt-", 20, 64, wordly, Secret, Certain}, {"glrt-", 20, 64, wordly, Secret, Certain}, {"glptt-", 20, 64, wordly, Secret, Certain},
	{"xoxb-", 10, 255, wordly, Secret, Certain}, {"xoxp-", 10, 255, wordly, Secret, Certain}, {"xoxa-", 10, 255, wordly, Secret, Certain},
	{"xoxr-", 10, 255, wordly, Secret, Certain}, {"xoxs-", 10, 255, wordly, Secret, Certain}, {"xoxe-", 10, 255, wordly, Secret, Certain}, {"xapp-", 10, 255, wordly, Secret, Certain},
	{"sk_live_", 10, 255, alphanumeric, Secret, Certain}, {"sk_test_", 10, 255, alphanumeric, Secret, Certain},
	{"rk_live_", 10, 255, alphanumeric, Secret, Certain}, {"rk_test_", 10, 255, alphanumeric, Secret, Certain}, {"whsec_", 10, 255, alphanumeric, Secret, Certain},
	{"AIza", 35, 35, wordly, Secret, Certain}, {"ya29.", 20, 2048, wordly, Secret, Certain}, {"GOCSPX-", 20, 64, wordly, Secret, Certain},
	{"sk-ant-", 20, 255, wordly, Secret, Certain}, {"sk-proj-", 20, 255, wordly, Secret, Certain}, {"sk-svcacct-", 20, 255, wordly, Secret, Certain}, {"sk-", 32, 64, alphanumeric, Secret, Certain},
	{"SG.", 40, 80, wordly, Secret, Certain}, {"npm_", 36, 36, alphanumeric, Secret, Certain}, {"pypi-", 50, 255, wordly, Secret, Certain},
	{"dop_v1_", 64, 64, hexadecimal, Secret, Certain}, {"hf_", 30, 64, alphanumeric, Secret, Certain}, {"glsa_", 30, 64, wordly, Secret, Certain}, {"dckr_pat_", 20, 64, wordly, Secret, Certain},
	{"shpat_", 32, 32, hexadecimal, Secret, Certain}, {"shpss_", 32, 32, hexadecimal, Secret, Certain}, {"shpca_", 32, 32, hexadecimal, Secret, Certain},
	{"sq0atp-", 20, 64, wordly, Secret, Certain}, {"sq0csp-", 20, 64, wordly, Secret, Certain}, {"EAACEdEose0cBA", 20, 255, alphanumeric, Secret, Certain},
	{"key-", 32, 32, hexadecimal, Secret, Likely}, {"SK", 32, 32, hexadecimal, Secret, Likely}, {"AC", 32, 32, hexadecimal, Secret, Likely},
	{"AGE-SECRET-KEY-1", 58, 58, capitals, Secret, Certain},
	{"bc1", 25, 60, alphanumeric, Wallet, Likely}, {"0x", 40, 40, hexadecimal, Wallet, Likely},
}

// patternsBy finds the patterns by their first byte.
var patternsBy = func() (t [256][]pattern) {
	for _, p := range patterns {
		t[p.prefix[0]] = append(t[p.prefix[0]], p)
	}
	return t
}()

// secret judges a long word with digits.
func (f *finder) secret(i, end int) int {
	w := f.text[i:end]
	for k := range patternsBy[w[0]] {
		p := &patternsBy[w[0]][k]
		if !begins(w, p.prefix) {
			continue
		}
		n := len(p.prefix)
		for n < len(w) && n-len(p.prefix) < p.max && p.of.has(w[n]) {
			n++
		}
		if n-len(p.prefix) >= p.min && (n == len(w) || !isLetter(w[n]) && !isDigit(w[n])) {
			return f.add(i, trimDots(f.text, i+n), p.kind, p.sure, false)
		}
	}
	if begins(w, "eyJ") {
		if k := bytes.IndexByte(w, '.'); k > 0 && begins(w[k+1:], "eyJ") {
			return f.add(i, trimDots(f.text, end), Secret, Certain, false)
		}
	}
	return f.random(i)
}

// trimDots cuts the full stops of a sentence.
func trimDots(text []byte, end int) int {
	for text[end-1] == '.' {
		end--
	}
	return end
}

// random judges what looks drawn: 32 characters and more in which letters of both
// cases and digits take turns. A longer run than a secret is data, such as a picture
// in base64.
func (f *finder) random(i int) int {
	if i < f.randomTo {
		return 0
	}
	end, turns, drawn, seen, last := i, 0, 0, uint8(0), uint8(0)
	for end < len(f.text) {
		c, k := f.text[end], uint8(0)
		switch {
		case 'a' <= c && c <= 'z':
			k = 1
		case 'A' <= c && c <= 'Z':
			k = 2
		case isDigit(c):
			k = 4
			drawn++
		case c == '+' || c == '/' || c == '_' || c == '-' || c == '=':
			end++
			continue
		}
		if k == 0 {
			break
		}
		if k != last && last != 0 {
			turns++
		}
		last, seen = k, seen|k
		end++
	}
	n := end - i
	f.randomTo = end
	switch {
	case n < 25 || n > 512:
	case n <= 35 && seen == 7 && (f.text[i] == '1' || f.text[i] == '3') && turns*100 > n*35:
		return f.add(i, end, Wallet, Possible, false)
	case n >= 32 && seen == 7 && turns*100 >= n*45 && drawn*100 >= n*8:
		return f.add(i, end, Secret, Likely, false)
	case (n == 32 || n == 40 || n == 64) && turns*100 >= n*20 && hexOnly(f.text[i:end]):
		return f.add(i, end, Secret, Possible, false)
	}
	return 0
}

func hexOnly(b []byte) bool {
	for _, c := range b {
		if !isHex(c) {
			return false
		}
	}
	return true
}

// code judges a word that checks itself: UUID, MAC address, IBAN, school code.
func (f *finder) code(i, end int) int {
	w := f.text[i:end]
	switch n := trimHost(f.text, i, end) - i; {
	case n == 36 && isUUID(w[:n]):
		return f.add(i, i+n, UUID, Certain, false)
	case n == 17 && isMAC(w[:n]):
		return f.add(i, i+n, MAC, Certain, false)
	case n == 13:
		if _, ok := fake.ParseSchoolCode(w[:n]); ok {
			return f.add(i, i+n, SchoolCode, Likely, false)
		}
		if f.ours(SchoolCode, i, i+n) {
			return f.add(i, i+n, SchoolCode, Likely, true)
		}
	}
	if len(w) >= 4 && isCapital(w[0]) && isCapital(w[1]) && isDigit(w[2]) && isDigit(w[3]) {
		return f.iban(i)
	}
	return 0
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

func isUUID(w []byte) bool {
	for i, c := range w {
		if dash := i == 8 || i == 13 || i == 18 || i == 23; dash != (c == '-') || !dash && !isHex(c) {
			return false
		}
	}
	return true
}

// iban judges an international account number, with or without spaces.
func (f *finder) iban(i int) int {
	var ends [12]int // of groups that a number could end behind
	n, j := 0, i
	for j < len(f.text) && j-i < 43 && n < len(ends) {
		for j < len(f.text) && j-i < 43 && (isCapital(f.text[j]) || isDigit(f.text[j])) {
			j++
		}
		ends[n] = j
		n++
		if f.after(j) != ' ' || (j-i-(n-1))%4 != 0 {
			break
		}
		j++
	}
	for ; n > 0; n-- {
		end := ends[n-1]
		if v := f.text[i:end]; wordBits[f.after(end)]&^dotBit == 0 {
			if fake.IBAN.Valid(v) {
				return f.add(i, end, BankAccount, Certain, false)
			}
			if fake.IBAN.Spoiled(v) {
				return f.add(i, end, BankAccount, Likely, true)
			}
		}
	}
	return 0
}

// secretWords stand before a secret and = or a colon.
var secretWords = [...]string{
	"password", "passwd", "passphrase", "pwd", "pass", "secret", "token", "apikey", "api_key", "api-key", "access_key", "accesskey",
	"private_key", "client_secret", "auth_token", "authorization", "bearer", "パスワード", "暗証番号", "合言葉",
}

// assigned judges what stands behind = or a colon at i, whose end is to: password=…
func (f *finder) assigned(i, to int) int {
	if f.text[i] == ':' && f.after(to) == ':' {
		if e := f.colons(i); e > 0 { // ::1
			return e
		}
	}
	key := i
	for key > 0 && i-key < 3 && bytes.IndexByte([]byte(" \"'"), f.text[key-1]) >= 0 {
		key--
	}
	found := false
	for _, w := range secretWords {
		if k := key - len(w); k >= 0 && foldsTo(f.text[k:key], w) {
			found = w[0] >= 0x80 || len(w) > 4 || k == 0 || !isLetter(f.text[k-1])
			break
		}
	}
	if !found {
		return to
	}
	for to < len(f.text) && bytes.IndexByte([]byte(" \"'"), f.text[to]) >= 0 {
		to++
	}
	if foldsTo(f.text[to:min(len(f.text), to+7)], "bearer ") {
		to += len("bearer ")
	}
	end := to
	for end < len(f.text) && end-to < 512 && f.text[end] > ' ' && f.text[end] < 0x7f && bytes.IndexByte([]byte("\"'<>,;&)"), f.text[end]) < 0 {
		end++
	}
	if end > to {
		end = max(to, trimDots(f.text, end))
	}
	n := end - to
	switch {
	case n < 4, f.text[to] == '$' && f.passwordHash(to) > to+1:
		return max(to, f.free)
	case n < 6 || !bytes.ContainsAny(f.text[to:end], "0123456789!@#$%^*+-_/"):
		return f.add(to, end, Secret, Possible, false) // "token: please"
	}
	return f.add(to, end, Secret, Likely, false)
}

// privateKey judges a hyphen: a private key begins with five of them.
func (f *finder) privateKey(i int) int {
	const mark, border, behind = "PRIVATE KEY", 64, "-----"
	if !begins(f.text[i:], "-----BEGIN ") {
		for i < len(f.text) && f.text[i] == '-' {
			i++
		}
		return i
	}
	head := f.text[i:min(len(f.text), i+border)]
	k := bytes.Index(head, []byte(mark))
	if k < 0 {
		return i + len(behind)
	}
	end := i + k + len(mark)
	for end < len(f.text) { // to the line of its end, or of what is none of its characters
		c := f.text[end]
		if begins(f.text[end:], "-----END ") {
			for end < len(f.text) && f.text[end] >= ' ' && f.text[end] < 0x7f {
				end++
			}
			break
		}
		if c >= 0x7f || c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			break
		}
		end++
	}
	return f.add(i, end, Secret, Certain, false)
}

// hashes are how the hashes of passwords begin (crypt, PHC).
var hashes = [...]string{"2y$", "2a$", "2b$", "2x$", "1$", "5$", "6$", "y$", "7$", "argon2", "scrypt$", "pbkdf2", "P$", "H$", "S$"}

// passwordHash judges a dollar sign.
func (f *finder) passwordHash(i int) int {
	for _, h := range hashes {
		if !begins(f.text[i+1:], h) {
			continue
		}
		end, dollars := i+1, 0
		for end < len(f.text) && end-i < 512 && (isLetter(f.text[end]) || isDigit(f.text[end]) || bytes.IndexByte([]byte("$./=,+-"), f.text[end]) >= 0) {
			if f.text[end] == '$' {
				dollars++
			}
			end++
		}
		if end-i >= 30 && dollars >= 1 {
			return f.add(i, end, PasswordHash, Certain, false)
		}
	}
	return i + 1
}
