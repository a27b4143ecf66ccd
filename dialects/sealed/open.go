package sealed

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"filippo.io/age"
	"filippo.io/age/agessh"
	"filippo.io/age/armor"
	"golang.org/x/crypto/ssh"
)

// Identities are the secret keys that open files.
type Identities []age.Identity

// maxKeys is how long a file with keys may be.
const maxKeys = 1 << 20

// Read adds the identities of a file: those of age-keygen, a line each, or a private key
// of ssh. The error is ErrNoIdentity, ErrPassphrase or one of r.
func (ids *Identities) Read(r io.Reader) error {
	text, err := io.ReadAll(io.LimitReader(r, maxKeys+1))
	switch {
	case err != nil:
		return err
	case len(text) > maxKeys:
		return ErrNoIdentity
	case Recognise(text):
		return ErrPassphrase // age-keygen itself writes no such file
	case bytes.HasPrefix(text, []byte("-----BEGIN ")):
		id, err := agessh.ParseIdentity(text)
		if _, locked := errors.AsType[*ssh.PassphraseMissingError](err); locked {
			return ErrPassphrase
		}
		if err != nil {
			return ErrNoIdentity
		}
		*ids = append(*ids, id)
		return nil
	}
	found, err := age.ParseIdentities(bytes.NewReader(text))
	if err != nil {
		return ErrNoIdentity // age's own words may quote it
	}
	*ids = append(*ids, found...)
	return nil
}

// What encrypted files begin with.
const (
	magic   = "age-encryption.org/"
	version = magic + "v1\n"
)

// Recognise tells by its first bytes, MagicSize of them, whether an input is encrypted.
func Recognise(head []byte) bool {
	return bytes.HasPrefix(head, []byte(magic)) || bytes.HasPrefix(head, []byte(armor.Header))
}

// MagicSize is how many bytes [Recognise] wants to see.
const MagicSize = len(armor.Header)

// bufferSize is what is read from the input at once.
const bufferSize = 64 << 10

// Open gives what is inside an encrypted input, and its bytes as they are where it is
// none. Errors of r come back as they are; all others are an *[Error], and the reader keeps
// giving the first.
func (ids Identities) Open(r io.Reader) (io.Reader, error) {
	o := &opened{src: &source{r: r}}
	b := bufio.NewReaderSize(o.src, bufferSize)
	head, err := b.Peek(MagicSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	cut := err != nil && len(head) > 0 && strings.HasPrefix(magic, string(head))
	switch {
	case cut:
		return nil, o.explain(io.ErrUnexpectedEOF)
	case !Recognise(head):
		return b, nil
	case len(ids) == 0:
		return nil, &Error{Err: ErrSealed}
	}
	var sealed io.Reader = b
	if bytes.HasPrefix(head, []byte(armor.Header)) {
		sealed = armor.NewReader(&lines{r: b})
	} else if !bytes.HasPrefix(head, []byte(version)) {
		if err != nil && strings.HasPrefix(version, string(head)) {
			return nil, o.explain(io.ErrUnexpectedEOF)
		}
		return nil, &Error{Err: ErrVersion}
	}
	if o.inside, err = age.Decrypt(sealed, ids...); err != nil {
		return nil, o.explain(notYet(err))
	}
	return o, nil
}

// notYet turns an end where none may be into an error.
func notYet(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// An opened is an encrypted input being read.
type opened struct {
	src    *source
	inside io.Reader
	err    error // what ended it
}

// Read implements [io.Reader].
func (o *opened) Read(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.inside.Read(p)
	if err != nil {
		o.err = o.explain(err)
	}
	return n, o.err
}

// explain tells what an error of age means, whose own words may quote the input.
func (o *opened) explain(err error) error {
	if o.src.err != nil {
		return o.src.err
	}
	e := &Error{Offset: o.src.n, Err: ErrDamaged}
	var none *age.NoIdentityMatchError
	switch {
	case errors.Is(err, io.EOF):
		return io.EOF
	case errors.As(err, &none):
		e.Offset, e.Err = 0, ErrIdentity
		if len(none.StanzaTypes) == 1 && none.StanzaTypes[0] == "scrypt" {
			e.Err = ErrPassphrase
		}
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Err = ErrTruncated
	}
	return e
}

// A source counts what is read and remembers an error that is no end, since decoders give
// errors of their own for it.
type source struct {
	r   io.Reader
	n   int64
	err error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.n += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// lines bounds what a line of an armoured file can hold: its reader wants whole ones.
type lines struct {
	r io.Reader
	n int // bytes since the last line end
}

const longestLine = 1 << 10 // the format has 64 characters, and white space round all

func (l *lines) Read(p []byte) (int, error) {
	n, err := l.r.Read(p[:min(len(p), longestLine)])
	if at := bytes.LastIndexByte(p[:n], '\n'); at >= 0 {
		l.n = n - at - 1
	} else if l.n += n; l.n > longestLine {
		return 0, ErrDamaged
	}
	return n, err
}
