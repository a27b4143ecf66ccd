// Package approval binds the word of a person to what a run of mask may do.
//
// A [Statement] says by which policy, key and edition a dump of which tables may be masked,
// for what and until when. Others sign it. Whose signature counts, and how many there must
// be, stands in a file of the machine, a [Machine], which nobody who runs migawari can
// write.
//
//	approval.go  statements, and what they are held against
//	machine.go   the file of the machine
package approval

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask/audit"
)

// Namespace is that of signatures of approvals: ssh-keygen -Y sign -n migawari-approval.
const Namespace = "migawari-approval"

// Ephemeral stands for the ID of a key that is not drawn yet.
const Ephemeral = "ephemeral"

// Terms are what a run goes by, as far as it is approved.
type Terms struct {
	Policy   string `json:"policy_sha256"`
	Schema   string `json:"schema_sha256"`
	Key      string `json:"key_id"` // or "ephemeral"
	Audience string `json:"audience"`
	DDL      string `json:"ddl"`
	Locale   string `json:"locale"`
	Edition  int    `json:"edition"`
}

// A Statement is what people approve by their signatures.
type Statement struct {
	Version int `json:"approval"`
	Terms
	Purpose   string    `json:"purpose"`
	Requester string    `json:"requester"`
	Made      time.Time `json:"made"`
	Expires   time.Time `json:"expires"`
}

// What is wrong with an approval.
var (
	ErrStatement = errors.New("it is not an approval of migawari")
	ErrUnsigned  = errors.New("nobody has signed it")
	ErrSignature = sshsig.ErrSignature
	ErrSigner    = errors.New("it is signed with a key that is not allowed on this machine")
	ErrRequester = errors.New("who asked for the copy has approved it")
	ErrTooFew    = errors.New("it has fewer signatures than this machine demands")

	ErrExpired = errors.New("the approval has expired")
	ErrFuture  = errors.New("the approval was made in the future: the clock of this machine was set back")

	ErrPolicy     = errors.New("another policy was approved")
	ErrSchema     = errors.New("the tables of the dump are not those that were approved")
	ErrKey        = errors.New("another key was approved")
	ErrAudience   = errors.New("another audience was approved")
	ErrDDL        = errors.New("another ddl was approved")
	ErrEdition    = errors.New("other fakes were approved: of another locale or edition")
	ErrPurpose    = errors.New("another purpose was approved")
	ErrNotAsked   = errors.New("somebody else has asked for what was approved")
	ErrIncomplete = errors.New("it lacks a purpose, a requester or an expiry")
)

// Text is what is signed.
func (s *Statement) Text() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		panic("approval: internal error: " + err.Error()) // all of it is plain data
	}
	return b.Bytes()
}

// Sign signs a statement.
func Sign(key ed25519.PrivateKey, text []byte) []byte { return sshsig.Sign(key, Namespace, text) }

// Parse reads a statement. Each word must be known: what a signer has read is what counts.
func Parse(text []byte) (*Statement, error) {
	s := &Statement{}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(s); err != nil || s.Version != 1 || s.Policy == "" || s.Schema == "" || s.Key == "" {
		return nil, ErrStatement
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, ErrStatement
	}
	if strings.TrimSpace(s.Purpose) == "" || strings.TrimSpace(s.Requester) == "" || s.Expires.IsZero() || s.Made.IsZero() {
		return nil, ErrIncomplete
	}
	return s, nil
}

// A Signed is a statement with its signatures.
type Signed struct {
	Text       []byte
	Signatures []byte
}

// An Approval is one that counts.
type Approval struct {
	Statement
	Signers []audit.Signer
}

// Approve holds signed statements against the file of the machine and the clock. All of
// them must hold, and all that sign count together.
func (m *Machine) Approve(now time.Time, all ...Signed) ([]Approval, error) {
	var approved []Approval
	var who []string
	for _, s := range all {
		a, err := m.approve(now, s)
		if err != nil {
			return nil, err
		}
		for _, signer := range a.Signers {
			if !slices.Contains(who, signer.Name) {
				who = append(who, signer.Name)
			}
		}
		approved = append(approved, *a)
	}
	if len(who) < m.Signers {
		return nil, ErrTooFew
	}
	return approved, nil
}

// slack is by how much the clocks of two machines may differ.
const slack = time.Minute

func (m *Machine) approve(now time.Time, s Signed) (*Approval, error) {
	st, err := Parse(s.Text)
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(s.Signatures)) == 0 {
		return nil, ErrUnsigned
	}
	keys, err := sshsig.Verify(s.Signatures, Namespace, s.Text)
	if err != nil {
		return nil, err
	}
	a := &Approval{Statement: *st}
	for _, key := range keys {
		i := slices.IndexFunc(m.Allowed, func(a audit.Signer) bool { return a.Key.Equal(key) })
		switch {
		case i < 0:
			return nil, ErrSigner
		case strings.EqualFold(strings.TrimSpace(m.Allowed[i].Name), strings.TrimSpace(st.Requester)):
			return nil, ErrRequester
		}
		a.Signers = append(a.Signers, m.Allowed[i])
	}
	switch {
	case st.Made.After(now.Add(slack)):
		return nil, ErrFuture
	case now.After(st.Expires):
		return nil, ErrExpired
	}
	return a, nil
}

// Covers says why a run is not what was approved. An empty schema is not known yet.
func (a *Approval) Covers(run Terms, use audit.Use) error {
	switch {
	case a.Policy != run.Policy:
		return ErrPolicy
	case run.Schema != "" && a.Schema != run.Schema:
		return ErrSchema
	case a.Key != run.Key:
		return ErrKey
	case a.Audience != run.Audience:
		return ErrAudience
	case a.DDL != run.DDL:
		return ErrDDL
	case a.Locale != run.Locale || a.Edition != run.Edition:
		return ErrEdition
	case use.Purpose != "" && use.Purpose != a.Purpose:
		return ErrPurpose
	case use.Requester != "" && use.Requester != a.Requester:
		return ErrNotAsked
	}
	return nil
}

// Records are what an audit says of an approval.
func (a *Approval) Records() []audit.Approval {
	var all []audit.Approval
	for _, s := range a.Signers {
		all = append(all, audit.Approval{Signer: s.Name, Key: sshsig.Fingerprint(s.Key), Made: a.Made, Expires: a.Expires})
	}
	return all
}
