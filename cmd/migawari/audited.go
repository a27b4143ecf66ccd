package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"

	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask/audit"
)

// An auditFile is the audit that a run writes, and its signature beside it where it is
// asked for. nil: none is.
type auditFile struct {
	*pending
	signature *pending
	signer    ed25519.PrivateKey
	sum       string // SHA-256 of what was written
}

func createAudit(f *maskFlags) (*auditFile, error) {
	p, err := createPending(string(f.audit))
	if err != nil || f.signer == nil {
		return &auditFile{pending: p}, err
	}
	s, err := createPending(f.signature())
	return &auditFile{pending: p, signature: s, signer: f.signer}, err
}

// write writes both, and makes sure that all of them is on the disk.
func (f *auditFile) write(a *audit.Record) error {
	var text bytes.Buffer
	if err := a.Write(&text); err != nil {
		return failed(f.name, err)
	}
	sum := sha256.Sum256(text.Bytes())
	f.sum = hex.EncodeToString(sum[:])
	if _, err := f.Write(text.Bytes()); err != nil {
		return failed(f.name, err)
	}
	if f.signature != nil {
		if _, err := f.signature.Write(audit.Sign(f.signer, text.Bytes())); err != nil {
			return failed(f.signature.name, err)
		}
		if err := f.signature.seal(); err != nil {
			return err
		}
	}
	return f.seal()
}

// commit gives both their names, the audit last: where it is, its signature is.
func (f *auditFile) commit() error {
	if f.signature != nil {
		if err := f.signature.commit(); err != nil {
			return err
		}
	}
	return f.pending.commit()
}

// remove takes them back, where the dump did not get its name.
func (f *auditFile) remove() error {
	err := os.Remove(f.path)
	if f.signature != nil {
		err = errors.Join(err, os.Remove(f.signature.path))
	}
	return err
}

func (f *auditFile) discard() {
	if f != nil {
		f.pending.discard()
		f.signature.discard()
	}
}

// signature is the name of its file, where one is asked for.
func (f *maskFlags) signature() string {
	if f.signer == nil {
		return ""
	}
	return string(f.audit) + audit.SignatureSuffix
}

// readSigner reads the private key that signs.
func readSigner(flag string, file filePath) (ed25519.PrivateKey, error) {
	text, err := os.ReadFile(string(file))
	if err != nil {
		return nil, usage("%s: %s", flag, reason(err))
	}
	key, err := sshsig.ParsePrivate(text)
	switch {
	case errors.Is(err, sshsig.ErrEncrypted):
		return nil, &usageError{reason: flag + ": " + err.Error(), hint: "ssh-keygen -Y sign asks for it, or the agent, and signs in the same form"}
	case err != nil:
		return nil, &usageError{reason: flag + ": " + err.Error(), hint: "migawari keygen --signing -o FILE makes one, and so does ssh-keygen -t ed25519"}
	}
	return key, nil
}
