package audit

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/migawari-dev/migawari/internal/sshsig"
)

// Namespace is that of signatures of audits: ssh-keygen -Y verify -n migawari-audit.
const Namespace = "migawari-audit"

// SignatureSuffix is what the file of the signature has behind the name of the audit's.
const SignatureSuffix = ".sig"

// Sign signs the file of an audit.
func Sign(key ed25519.PrivateKey, text []byte) []byte { return sshsig.Sign(key, Namespace, text) }

// What is wrong with an audit.
var (
	ErrSignature = sshsig.ErrSignature
	ErrUnsigned  = errors.New("it is not signed")
	ErrSigner    = errors.New("it is signed with a key that is not among those of --signer")
	ErrOther     = errors.New("it is the audit of another dump")
	ErrNoDump    = errors.New("it is the audit of a dry run, which wrote no dump")
	ErrUnlogged  = errors.New("the run log has no line of this audit: the log was cut, or the audit was edited")
	ErrGone      = errors.New("the copy has expired")
	ErrFuture    = errors.New("it was made in the future: the clock of this machine was set back")
)

// A Signer is somebody whose signature counts.
type Signer struct {
	Name string
	Key  ed25519.PublicKey
}

// ParseSigners reads a file of public keys, one a line; what stands behind a key is the
// name of its owner.
func ParseSigners(text string) ([]Signer, error) {
	var all []Signer
	for i, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, name, err := sshsig.ParsePublic(line)
		if err != nil {
			return nil, &LineError{i + 1, err}
		}
		all = append(all, Signer{name, key})
	}
	return all, nil
}

// Evidence is what an audit is held against. What is nil is not looked at.
type Evidence struct {
	Signature []byte   // the file beside the audit
	Signers   []Signer // who may have made it
	Dump      *string  // SHA-256 of the masked dump
	Log       []byte   // the run log
	Now       time.Time
}

// A Finding is what holds, or does not, of an audit.
type Finding struct {
	Of  string // such as "signature"
	Err error  // nil: it holds
	// Detail says more of what holds.
	Detail string
}

// Check holds the text of an audit against the evidence there is for it.
func Check(text []byte, ev Evidence) (*Record, []Finding, error) {
	r, err := Read(text)
	if err != nil {
		return nil, nil, err
	}
	var all []Finding
	if ev.Signature != nil || ev.Signers != nil {
		all = append(all, checkSignature(text, ev))
	}
	if ev.Dump != nil {
		all = append(all, checkDump(r, *ev.Dump))
	}
	if ev.Log != nil {
		all = append(all, checkLog(text, ev.Log))
	}
	switch {
	case r.Started.After(ev.Now.Add(slack)):
		all = append(all, Finding{Of: "time", Err: ErrFuture})
	case r.Expires != nil && ev.Now.After(*r.Expires):
		all = append(all, Finding{Of: "expiry", Err: ErrGone})
	}
	return r, all, nil
}

func checkSignature(text []byte, ev Evidence) Finding {
	f := Finding{Of: "signature"}
	if ev.Signature == nil {
		f.Err = ErrUnsigned
		return f
	}
	keys, err := sshsig.Verify(ev.Signature, Namespace, text)
	if err != nil {
		f.Err = err
		return f
	}
	var who []string
	for _, key := range keys {
		i := slices.IndexFunc(ev.Signers, func(s Signer) bool { return s.Key.Equal(key) })
		switch {
		case i >= 0 && ev.Signers[i].Name != "":
			who = append(who, ev.Signers[i].Name)
			continue
		case i < 0 && ev.Signers != nil:
			f.Err = ErrSigner
		}
		who = append(who, sshsig.Fingerprint(key))
	}
	f.Detail = strings.Join(who, ", ")
	return f
}

func checkDump(r *Record, sum string) Finding {
	f := Finding{Of: "dump"}
	part, of := r.PartOf(sum)
	switch {
	case r.DryRun:
		f.Err = ErrNoDump
	case part == 0:
		f.Err = ErrOther
	case of > 1:
		f.Detail = fmt.Sprintf("part %d of %d", part, of)
	}
	return f
}

// PartOf says which of the dumps that the record is of has this SHA-256, from 1 on, and how many
// there are: of 1 if it is all of them. It is 0 if none has.
func (r *Record) PartOf(sum string) (part, of int) {
	if sum != "" && sum == r.SHA256 {
		return 1, 1
	}
	all := r.parts()
	return 1 + slices.IndexFunc(all, func(p Part) bool { return p.SHA256 == sum }), len(all)
}

func checkLog(text, log []byte) Finding {
	f := Finding{Of: "run log"}
	all, err := ReadLog(log)
	if err != nil {
		f.Err = err
		return f
	}
	sum := digest(text)
	i := slices.IndexFunc(all, func(e Entry) bool { return e.Audit == sum })
	if i < 0 {
		f.Err = ErrUnlogged
		return f
	}
	f.Detail = fmt.Sprintf("line %d of %d", i+1, len(all))
	return f
}
