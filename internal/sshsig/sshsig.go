// Package sshsig signs files and checks signatures in the form of OpenSSH, with ed25519
// keys alone: ssh-keygen -Y sign and ssh-keygen -Y verify do the same.
//
//	sshsig.go  signatures, as PROTOCOL.sshsig has them
//	key.go     the files of keys, as PROTOCOL.key has them
//	wire.go    what both are made of
package sshsig

import (
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/pem"
	"errors"
)

const (
	magic = "SSHSIG"
	block = "SSH SIGNATURE"
)

// What is wrong with a signature.
var (
	ErrForm      = errors.New("it is no signature of ssh-keygen")
	ErrKind      = errors.New("it is not made with an ed25519 key")
	ErrNamespace = errors.New("it was made for something else")
	ErrSignature = errors.New("the signature is not of this file")
)

// Sign gives the signature of a message, for one use: the namespace.
func Sign(key ed25519.PrivateKey, namespace string, message []byte) []byte {
	public := key.Public().(ed25519.PublicKey)
	var b writer
	b.raw(magic)
	b.number(1)
	b.text(blob(public))
	b.text(namespace)
	b.text("")
	b.text("sha512")
	b.text(string(signature(ed25519.Sign(key, signed(namespace, "sha512", message)))))
	return pem.EncodeToMemory(&pem.Block{Type: block, Bytes: b})
}

// Verify checks one signature or several, one behind the other, of one message, and gives
// the keys of those who signed. All must hold.
func Verify(text []byte, namespace string, message []byte) ([]ed25519.PublicKey, error) {
	var keys []ed25519.PublicKey
	for {
		b, rest := pem.Decode(text)
		if b == nil {
			break
		}
		key, err := verify(b, namespace, message)
		if err != nil {
			return nil, err
		}
		keys, text = append(keys, key), rest
	}
	if keys == nil {
		return nil, ErrForm
	}
	return keys, nil
}

func verify(b *pem.Block, namespace string, message []byte) (ed25519.PublicKey, error) {
	r := reader{b: b.Bytes}
	ok := b.Type == block && r.raw(len(magic)) == magic && r.number() == 1
	public, space, _, hash, sig := r.text(), r.text(), r.text(), r.text(), r.text()
	if !ok || r.failed || len(r.b) > 0 {
		return nil, ErrForm
	}
	key, err := parseBlob(public)
	if err != nil {
		return nil, err
	}
	if space != namespace {
		return nil, ErrNamespace
	}
	s := reader{b: []byte(sig)}
	kind, value := s.text(), s.text()
	if s.failed || len(s.b) > 0 || kind != keyKind || len(value) != ed25519.SignatureSize || hash != "sha512" && hash != "sha256" {
		return nil, ErrForm
	}
	if !ed25519.Verify(key, signed(namespace, hash, message), []byte(value)) {
		return nil, ErrSignature
	}
	return key, nil
}

// signed is what the key signs of a message.
func signed(namespace, hash string, message []byte) []byte {
	var sum []byte
	if hash == "sha256" {
		s := sha256.Sum256(message)
		sum = s[:]
	} else {
		s := sha512.Sum512(message)
		sum = s[:]
	}
	var b writer
	b.raw(magic)
	b.text(namespace)
	b.text("")
	b.text(hash)
	b.text(string(sum))
	return b
}

func signature(value []byte) []byte {
	var b writer
	b.text(keyKind)
	b.text(string(value))
	return b
}
