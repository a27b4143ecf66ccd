package builtin

import (
	"bytes"
	"errors"
	"os"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// password replaces a password or its hash by a hash of the same form that
// nothing matches: the algorithm and its cost stay, salt and digest are drawn.
// What has no known form, such as a password in clear, becomes a text that no
// library takes for a hash.
//
// With hash_file: FILE, the first line of that file is written instead: the hash
// of a documented test password, for the rows that an arm with when chooses.
type passwordMasker struct {
	hash  string
	chars int // of what is no hash
}

const (
	passwordLength = 21
	passwordLeast  = 4
)

func passwordFactory(b *mask.Build) (mask.Masker, error) {
	name, err := b.String("hash_file", "")
	if err != nil {
		return nil, err
	}
	if name == "" {
		chars, err := limited(b, passwordLeast, passwordLength)
		return passwordMasker{chars: chars}, err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, errors.New("hash_file: cannot be read")
	}
	line, _, _ := bytes.Cut(data, []byte{'\n'})
	line = bytes.TrimSpace(line)
	if len(line) < 16 {
		return nil, errors.New("hash_file: its first line is no hash")
	}
	if b.Max > 0 && len(line) > b.Max {
		return nil, errors.New("hash_file: its first line is longer than max")
	}
	return passwordMasker{hash: string(line), chars: len(line)}, nil
}

func (m passwordMasker) Mask(out *mask.Out, in *mask.In) error {
	if m.hash != "" {
		out.SetString(m.hash)
		return nil
	}
	s := in.Seed().Sub("password").Stream()
	b := out.Begin()
	v := in.Value
	if body := hashBody(v); body >= 0 {
		b = append(b, v[:body]...)
		b = appendDrawn(b, v[body:], &s)
		if last := body + bcryptSalt - 1; v[0] == '$' && v[1] == '2' && last < len(b) {
			b[last] = ".Oeu"[s.N(4)] // 128 bits end two bits into this character; strict libraries look
		}
		out.End(b)
		return nil
	}
	if isHexHash(v) {
		out.End(appendDrawn(b, v, &s))
		return nil
	}
	// "!" begins no hash of any library; Django and passwd(5) use it for accounts without a password.
	b = append(b, '!')
	for range m.chars - 1 {
		b = append(b, lower[s.N(26)])
	}
	out.End(b)
	return nil
}

// hashForms are the beginnings of hashes, each up to where the salt begins or,
// for those with parameters, the number of $ signs before it.
var hashForms = []struct {
	prefix  string
	dollars int // that stand before the salt, those of the prefix among them
}{
	{"$2a$", 3}, {"$2b$", 3}, {"$2x$", 3}, {"$2y$", 3}, // bcrypt: $2y$10$salt+digest
	{"$argon2id$", 4}, {"$argon2i$", 4}, {"$argon2d$", 4}, // $argon2id$v=19$m=…$salt$digest
	{"$scrypt$", 3}, {"$7$", 2}, {"$y$", 3}, {"$gy$", 3}, // yescrypt
	{"$1$", 2}, {"$apr1$", 2}, {"$5$", 2}, {"$6$", 2}, // crypt(5)
	{"$P$", 2}, {"$H$", 2}, {"$S$", 2}, // phpass, Drupal
	{"$wp$2y$", 4}, // WordPress 6.8
	{"$pbkdf2-sha256$", 3}, {"$pbkdf2-sha512$", 3}, {"$pbkdf2$", 3},
	{"pbkdf2_sha256$", 2}, {"pbkdf2_sha1$", 2}, {"bcrypt_sha256$", 1}, {"argon2$", 1}, {"scrypt$", 1}, {"sha1$", 1}, {"md5$", 1}, // Django
	{"scrypt:", 0}, {"pbkdf2:", 0}, {"sha1:", 0}, {"sha256:", 0}, // werkzeug and others
	{"SCRAM-SHA-256$", 1}, {"{SSHA}", 0}, {"{SHA}", 0}, {"{SSHA256}", 0}, {"{SSHA512}", 0}, {"{CRYPT}", 0}, {"{bcrypt}", 0}, {"{MD5}", 0},
}

// bcryptSalt is the number of characters of a bcrypt salt.
const bcryptSalt = 22

// hashBody says where salt and digest of a hash of a known form begin, or -1.
func hashBody(v []byte) int {
	for _, f := range hashForms {
		if !bytes.HasPrefix(v, []byte(f.prefix)) {
			continue
		}
		i := len(f.prefix)
		for n := bytes.Count(v[:i], []byte{'$'}); n < f.dollars; n++ {
			k := bytes.IndexByte(v[i:], '$')
			if k < 0 {
				break
			}
			i += k + 1
		}
		// Parameters before the salt: rounds=…$, m=…,t=…,p=…$.
		for {
			k := bytes.IndexByte(v[i:], '$')
			if k < 0 || bytes.IndexByte(v[i:i+k], '=') < 0 {
				break
			}
			i += k + 1
		}
		return i
	}
	return -1
}

// isHexHash recognises an MD5, SHA-1 or SHA-2 digest in hexadecimal, perhaps
// behind MySQL's *.
func isHexHash(v []byte) bool {
	if len(v) == 41 && v[0] == '*' {
		v = v[1:]
	}
	switch len(v) {
	case 32, 40, 56, 64, 96, 128:
	default:
		return false
	}
	for _, c := range v {
		if !isDigit(c) && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') {
			return false
		}
	}
	return true
}

// appendDrawn draws a character for each letter or digit: hexadecimal where all
// are, else of base 64. Other characters stay.
func appendDrawn(dst, like []byte, s *fake.Stream) []byte {
	hexLower, hexUpper := true, true
	for _, c := range like {
		switch {
		case 'a' <= c && c <= 'f':
			hexUpper = false
		case 'A' <= c && c <= 'F':
			hexLower = false
		case isLetter(c):
			hexLower, hexUpper = false, false
		}
	}
	chars := digits + lower + upper
	switch {
	case hexLower:
		chars = digits + "abcdef"
	case hexUpper:
		chars = digits + "ABCDEF"
	}
	for _, c := range like {
		if isDigit(c) || isLetter(c) {
			c = chars[s.N(len(chars))]
		} else if c >= 0x80 {
			c = 'x'
		}
		dst = append(dst, c)
	}
	return dst
}

func (m passwordMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "password", Output: mask.Output{Chars: m.chars}}
}
