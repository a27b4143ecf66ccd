package sshsig

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"strings"
)

const (
	keyKind  = "ssh-ed25519"
	keyMagic = "openssh-key-v1\x00"
	keyBlock = "OPENSSH PRIVATE KEY"
)

// What is wrong with a key.
var (
	ErrKey       = errors.New("it is no key of OpenSSH")
	ErrEncrypted = errors.New("the key is locked with a passphrase")
)

// ParsePublic reads a line of a file of public keys: "ssh-ed25519 AAAA… comment".
func ParsePublic(line string) (key ed25519.PublicKey, comment string, err error) {
	kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	text, comment, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if kind != keyKind {
		if strings.HasPrefix(kind, "ssh-") || strings.HasPrefix(kind, "ecdsa-") || strings.HasPrefix(kind, "sk-") {
			return nil, "", ErrKind
		}
		return nil, "", ErrKey
	}
	raw, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, "", ErrKey
	}
	key, err = parseBlob(string(raw))
	return key, strings.TrimSpace(comment), err
}

// Public writes such a line.
func Public(key ed25519.PublicKey, comment string) string {
	return strings.TrimSpace(keyKind+" "+base64.StdEncoding.EncodeToString([]byte(blob(key)))+" "+comment) + "\n"
}

// Fingerprint names a key as ssh-keygen -l does.
func Fingerprint(key ed25519.PublicKey) string {
	sum := sha256.Sum256([]byte(blob(key)))
	return "SHA256:" + base64.RawStdEncoding.EncodeToString(sum[:])
}

func blob(key ed25519.PublicKey) string {
	var b writer
	b.text(keyKind)
	b.text(string(key))
	return string(b)
}

func parseBlob(raw string) (ed25519.PublicKey, error) {
	r := reader{b: []byte(raw)}
	kind, key := r.text(), r.text()
	switch {
	case !r.failed && kind != keyKind:
		return nil, ErrKind
	case r.failed || len(r.b) > 0 || len(key) != ed25519.PublicKeySize:
		return nil, ErrKey
	}
	return ed25519.PublicKey(key), nil
}

// Private writes the file of a private key, without a passphrase.
func Private(key ed25519.PrivateKey, comment string) []byte {
	public := key.Public().(ed25519.PublicKey)
	var in writer
	in.number(0) // twice the same number: the passphrase was right
	in.number(0)
	in.text(keyKind)
	in.text(string(public))
	in.text(string(key))
	in.text(comment)
	for pad := byte(1); len(in)%8 != 0; pad++ {
		in = append(in, pad)
	}
	var b writer
	b.raw(keyMagic)
	b.text("none")
	b.text("none")
	b.text("")
	b.number(1)
	b.text(blob(public))
	b.text(string(in))
	return pem.EncodeToMemory(&pem.Block{Type: keyBlock, Bytes: b})
}

// ParsePrivate reads one.
func ParsePrivate(text []byte) (ed25519.PrivateKey, error) {
	b, _ := pem.Decode(text)
	if b == nil || b.Type != keyBlock {
		return nil, ErrKey
	}
	r := reader{b: b.Bytes}
	ok := r.raw(len(keyMagic)) == keyMagic
	cipher, _, _, n, _, inside := r.text(), r.text(), r.text(), r.number(), r.text(), r.text()
	switch {
	case !ok || r.failed || n != 1:
		return nil, ErrKey
	case cipher != "none":
		return nil, ErrEncrypted
	}
	in := reader{b: []byte(inside)}
	a, c := in.number(), in.number()
	kind := in.text()
	if !in.failed && kind != keyKind {
		return nil, ErrKind
	}
	public, key := in.text(), in.text()
	if in.failed || a != c || len(key) != ed25519.PrivateKeySize {
		return nil, ErrKey
	}
	private := ed25519.NewKeyFromSeed([]byte(key[:ed25519.SeedSize]))
	if !bytes.Equal(private, []byte(key)) || public != string(private.Public().(ed25519.PublicKey)) {
		return nil, ErrKey
	}
	return private, nil
}
