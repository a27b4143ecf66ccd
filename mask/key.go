package mask

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"

	"github.com/migawari-dev/migawari/fake"
)

// This file, permute.go and digest.go hold all cryptography of the package.
//
//   - Keys are derived with HKDF-SHA256 (RFC 5869), with labels that name the
//     version, the use, the audience and the domain. Two domains, two audiences
//     and two uses of one domain have independent keys.
//   - The pseudorandom function is AES-256-CMAC (NIST SP 800-38B, RFC 4493): a
//     standard with hardware support that needs no state per message. On the
//     machine of reference it took about half the time of HMAC-SHA256 for an
//     e-mail address, and a quarter for an id, which fits in one block; the
//     others that were faster are either no standard (SipHash) or give no
//     speed here (BLAKE3). Its 128 bits are the seed of a fake.
//   - Permutations are FF1 (NIST SP 800-38G), which is built on AES too.
//   - The input of a run is hashed with GMAC and HMAC-SHA256.

// labels of HKDF. A changed label changes every fake, so they carry a version.
const (
	labelID     = "migawari/v1 key id"
	labelPRF    = "migawari/v1 prf"
	labelFF1    = "migawari/v1 ff1"
	labelDigest = "migawari/v1 digest"
	labelSketch = "migawari/v1 sketch"
	labelInput  = "migawari/v1 input"
)

// MinKeySize is the least number of bytes of a key.
const MinKeySize = 32

// ErrKey says that a key cannot be used. What is wrong stands around it.
var ErrKey = errors.New("key refused")

// A Key is the secret that all fakes of a run come from. It does not print:
// every verb of fmt, slog and the marshalers give a placeholder or an error.
type Key struct{ secret []byte }

// NewKey makes a key from at least 32 bytes of a cryptographic random source.
// It keeps a copy.
func NewKey(secret []byte) (Key, error) {
	switch {
	case len(secret) < MinKeySize:
		return Key{}, fmt.Errorf("%w: it has %d bytes, and %d are the least", ErrKey, len(secret), MinKeySize)
	case bytes.Count(secret, secret[:1]) == len(secret):
		return Key{}, fmt.Errorf("%w: all of its bytes are alike", ErrKey)
	}
	return Key{bytes.Clone(secret)}, nil
}

// EphemeralKey draws a key that nobody will know after the run.
func EphemeralKey() Key {
	secret := make([]byte, MinKeySize)
	_, _ = rand.Read(secret) // never fails, says crypto/rand
	return Key{secret}
}

// GenerateKey draws a key and gives it as text that [ParseKey] reads.
func GenerateKey() string {
	secret := make([]byte, MinKeySize)
	_, _ = rand.Read(secret)
	return hex.EncodeToString(secret)
}

// ParseKey reads a key as text: hexadecimal if all characters are hexadecimal
// digits and even in number, else base64. White space round it does not count.
// A key that stands in this repository is refused.
func ParseKey(text []byte) (Key, error) {
	text = bytes.TrimSpace(text)
	if len(text) == 0 {
		return Key{}, fmt.Errorf("%w: it is empty", ErrKey)
	}
	secret := make([]byte, len(text))
	n, err := hex.Decode(secret, text)
	if err != nil {
		n, err = decodeBase64(secret, text)
	}
	if err != nil {
		return Key{}, fmt.Errorf("%w: it is neither hexadecimal nor base64", ErrKey)
	}
	digest := sha256.Sum256(secret[:n])
	if slices.Contains(publishedKeys, hex.EncodeToString(digest[:])) {
		return Key{}, fmt.Errorf("%w: it is published in the source of migawari", ErrKey)
	}
	return NewKey(secret[:n])
}

func decodeBase64(dst, text []byte) (n int, err error) {
	for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding, base64.RawURLEncoding} {
		if n, err = enc.Decode(dst, text); err == nil {
			return n, nil
		}
	}
	return 0, err
}

// ReadKey is ParseKey for a stream, of at most 64 KiB.
func ReadKey(r io.Reader) (Key, error) {
	text, err := io.ReadAll(io.LimitReader(r, 64<<10))
	if err != nil {
		return Key{}, err
	}
	return ParseKey(text)
}

// publishedKeys are the SHA-256 sums of the keys in tests and documents.
var publishedKeys = []string{
	"630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd", // 00 01 02 … 1f, of the vectors
	"b93c72b74bc8487d29827005f80d635918f91bc22b14d7ed05714d58f96702dd", // NIST SP 800-38B, AES-256
	"d5ed368092b265ff1aaa7b4c50480538435138d920e1ff6921f0481efd60661e", // NIST SP 800-38G, AES-256
	"67ba4d89f40443150c6de3b1b1a196d7c0d22c95f30706ce296e9ffaf79e6bea", // of the examples
}

// IsZero says whether the key was never set.
func (k Key) IsZero() bool { return len(k.secret) == 0 }

// ID names the key without telling it: 64 bits that anybody who holds the key
// can compute, so that audits and shards can be compared.
func (k Key) ID() string { return hex.EncodeToString(k.derive(labelID, "", "", 8)) }

// Domain gives the keys of one domain for one audience.
func (k Key) Domain(audience, name string) DomainKey {
	return DomainKey{&domain{
		prf: newCMAC(newAES(k.derive(labelPRF, audience, name, 32))),
		ff1: newAES(k.derive(labelFF1, audience, name, 32)),
	}}
}

// derive is HKDF with an info that names use, audience and domain, so that no
// two triples share one.
func (k Key) derive(label, audience, name string, size int) []byte {
	if k.IsZero() {
		panic("mask: a key is used that was never set")
	}
	info := fmt.Sprintf("%s\x00%d\x00%s\x00%s", label, len(audience), audience, name)
	key, err := hkdf.Key(sha256.New, k.secret, nil, info, size)
	if err != nil {
		panic("mask: internal error: HKDF refused a size") // it has constant sizes
	}
	return key
}

func newAES(key []byte) cipher.Block {
	b, err := aes.NewCipher(key)
	if err != nil {
		panic("mask: internal error: AES refused a key size") // it has constant sizes
	}
	return b
}

const redacted = "[key]"

// Format implements [fmt.Formatter] for every verb.
func (k Key) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, redacted) }

// String implements [fmt.Stringer].
func (k Key) String() string { return redacted }

// LogValue implements [slog.LogValuer].
func (k Key) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText refuses: a key is not written anywhere.
func (k Key) MarshalText() ([]byte, error) {
	return nil, errors.New("mask: a key is not written anywhere")
}

// A DomainKey is what maskers hold: the keys of one domain. Two domains cannot
// be linked. It is immutable, safe for concurrent use, and does not print.
type DomainKey struct{ d *domain }

type domain struct {
	prf cmac
	ff1 cipher.Block
}

// Format implements [fmt.Formatter] for every verb.
func (k DomainKey) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, redacted) }

// LogValue implements [slog.LogValuer].
func (k DomainKey) LogValue() slog.Value { return slog.StringValue(redacted) }

// Seed is the pseudorandom function: same key, audience, domain and message,
// same seed, on every machine. The engine computes it without allocation; this
// form is for use outside of it.
func (k DomainKey) Seed(message []byte) fake.Seed {
	s := new(cmacState)
	k.d.prf.write(s, message)
	return k.d.prf.sum(s)
}

// cmac is AES-CMAC under one key.
type cmac struct {
	block  cipher.Block
	k1, k2 [16]byte
}

// cmacState is one computation. It lives with a worker, since a block that is
// passed to a cipher moves to the heap. The last block of a message is treated
// apart, so a block is encrypted only when a further byte comes.
type cmacState struct {
	x [16]byte // the chain, with the pending bytes already in it
	n int      // how many bytes are pending, 0 to 16
}

func newCMAC(b cipher.Block) cmac {
	c := cmac{block: b}
	var l [16]byte
	b.Encrypt(l[:], l[:])
	c.k1 = double(l)
	c.k2 = double(c.k1)
	return c
}

// double multiplies by x in GF(2^128).
func double(b [16]byte) [16]byte {
	var out [16]byte
	var carry byte
	for i := 15; i >= 0; i-- {
		out[i] = b[i]<<1 | carry
		carry = b[i] >> 7
	}
	out[15] ^= carry * 0x87
	return out
}

// write adds bytes to the message.
func (c *cmac) write(s *cmacState, m []byte) {
	for len(m) > 0 {
		if s.n == 16 {
			c.block.Encrypt(s.x[:], s.x[:])
			s.n = 0
		}
		n := subtle.XORBytes(s.x[s.n:], s.x[s.n:], m[:min(len(m), 16-s.n)])
		s.n += n
		m = m[n:]
	}
}

// sum ends the message and makes the state ready for another.
func (c *cmac) sum(s *cmacState) fake.Seed {
	last := &c.k1
	if s.n < 16 {
		s.x[s.n] ^= 0x80
		last = &c.k2
	}
	subtle.XORBytes(s.x[:], s.x[:], last[:])
	c.block.Encrypt(s.x[:], s.x[:])
	out := s.x
	*s = cmacState{}
	return out
}
