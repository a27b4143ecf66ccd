package sealed

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"

	"filippo.io/age"
	"filippo.io/age/agessh"
)

// Recipients are the public keys to whose holders files are encrypted.
type Recipients []age.Recipient

// Add adds one recipient. The error is ErrRecipient, ErrSecret or ErrMixed.
func (rs *Recipients) Add(text string) error {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "AGE-SECRET-KEY-") || strings.HasPrefix(text, "-----BEGIN ") {
		return ErrSecret
	}
	var found []age.Recipient
	if strings.HasPrefix(text, "ssh-") {
		r, err := agessh.ParseRecipient(text)
		if err != nil {
			return ErrRecipient
		}
		found = append(found, r)
	} else {
		var err error
		if found, err = age.ParseRecipients(strings.NewReader(text)); err != nil || len(found) != 1 {
			return ErrRecipient
		}
	}
	all := append(*rs, found...)
	if _, err := age.Encrypt(io.Discard, all...); err != nil {
		return ErrMixed
	}
	*rs = all
	return nil
}

// Read adds the recipients of a file, a line each, as [Recipients.Add] does. Empty lines
// and those that begin with # do not count, but one recipient must be there.
func (rs *Recipients) Read(r io.Reader) error {
	n := len(*rs)
	s := bufio.NewScanner(io.LimitReader(r, maxKeys))
	for s.Scan() {
		line := bytes.TrimSpace(s.Bytes())
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		if err := rs.Add(string(line)); err != nil {
			return err
		}
	}
	if s.Err() == nil && len(*rs) == n {
		return ErrRecipient
	}
	return s.Err()
}

// A Writer encrypts what is written to it.
type Writer struct {
	io.WriteCloser
	key fileKey
}

// Seal gives a writer that encrypts into w to all of the recipients. The file is whole
// only when Close has given no error; Close leaves w open.
func (rs Recipients) Seal(w io.Writer) (*Writer, error) {
	s := &Writer{}
	rs = slices.Clone(rs)
	if len(rs) > 0 {
		rs[0] = witnessed{rs[0], &s.key}
	}
	var err error
	s.WriteCloser, err = age.Encrypt(w, rs...)
	return s, err
}

// Identities open what is written, and nothing else. They are nowhere in it: only who writes
// it has them, until its process ends.
func (w *Writer) Identities() Identities { return Identities{&w.key} }

// A fileKey is what age has drawn for one file.
type fileKey struct{ key []byte }

// Unwrap implements [age.Identity].
func (k *fileKey) Unwrap([]*age.Stanza) ([]byte, error) { return bytes.Clone(k.key), nil }

// A recipient that is witnessed shows the key of the file that is encrypted to it.
type witnessed struct {
	age.Recipient
	key *fileKey
}

// Wrap implements [age.Recipient].
func (r witnessed) Wrap(key []byte) ([]*age.Stanza, error) {
	s, _, err := r.WrapWithLabels(key)
	return s, err
}

// WrapWithLabels implements [age.RecipientWithLabels].
func (r witnessed) WrapWithLabels(key []byte) (s []*age.Stanza, labels []string, err error) {
	r.key.key = bytes.Clone(key)
	if own, ok := r.Recipient.(age.RecipientWithLabels); ok {
		return own.WrapWithLabels(key)
	}
	s, err = r.Recipient.Wrap(key)
	return s, nil, err
}

// piece is what age seals at once.
const piece = 64 << 10

// Break ends a file in the place of Close, so that nobody takes it for whole: whoever
// opens it reads all that was written, and blank lines, and then that it was cut.
func (w *Writer) Break() error {
	_, err := w.Write(bytes.Repeat([]byte{'\n'}, piece+1))
	return err
}
