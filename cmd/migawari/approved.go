package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/mask/approval"
	"github.com/migawari-dev/migawari/mask/audit"
)

// machine is where it stands who may approve on this machine, and to whom that file has to
// belong. No flag and no variable says otherwise; tests of this package do.
var machine = struct {
	file  string
	owner int
}{approval.MachineFile, 0}

// approvals are what a run goes by.
type approvals struct {
	files    []string
	approved []approval.Approval
	// lacking says that this machine knows who could have approved, and nobody has.
	lacking bool
}

// terms are those of the run, but for its tables.
func (f *keyFlags) terms(p *policy) approval.Terms {
	policy := p.Policy()
	t := approval.Terms{
		Policy: policy.Digest, Key: p.KeyID(), Audience: policy.Audience, DDL: policy.DDL.String(),
		Locale: p.locale.Tag, Edition: p.locale.Edition,
	}
	if f.ephemeral {
		t.Key = approval.Ephemeral
	}
	return t
}

// approve demands the approvals that the machine asks for. A dry run makes no copy, and
// needs none.
func (a *app) approve(f *maskFlags, p *policy) error {
	m, err := approval.ReadMachine(machine.file, machine.owner)
	if err != nil {
		return usage("%s: %s", named(machine.file), reason(err))
	}
	switch {
	case m == nil && len(f.approvals.files) > 0:
		return &usageError{reason: "--require-approval: nothing on this machine says who may approve", hint: "the administrator writes it into " + machine.file}
	case len(f.approvals.files) == 0 && m != nil && m.Required && !f.dry:
		return &usageError{reason: "this machine demands an approval", hint: "migawari approve asks for one; then say --require-approval FILE"}
	case len(f.approvals.files) == 0:
		if f.lacking = m != nil && !f.dry; f.lacking {
			a.warn("this run is NOT APPROVED")
		}
		return nil
	}
	var all []approval.Signed
	for _, name := range f.approvals.files {
		s, err := readApproval(name)
		if err != nil {
			return err
		}
		if _, err := m.Approve(time.Now(), *s); err != nil && !errors.Is(err, approval.ErrTooFew) {
			return usage("%s: %s", named(name), err)
		}
		all = append(all, *s)
	}
	if f.approved, err = m.Approve(time.Now(), all...); err != nil {
		return &usageError{reason: "--require-approval: " + err.Error(), hint: count(int64(m.Signers), "person") + " must sign"}
	}
	for i := range f.approved {
		one := &f.approved[i]
		if err := one.Covers(f.terms(p), f.use()); err != nil {
			return usage("%s: %s", named(f.approvals.files[i]), err)
		}
		f.purpose, f.requester = one.Purpose, one.Requester
		if f.expires.IsZero() || one.Expires.Before(f.expires.Time) {
			f.expires.Time = one.Expires
		}
	}
	return nil
}

// readApproval reads a statement and the signatures beside it.
func readApproval(name string) (*approval.Signed, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, usage("%s: %s", named(name), reason(err))
	}
	signatures, err := os.ReadFile(name + audit.SignatureSuffix)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, usage("%s: %s", named(name+audit.SignatureSuffix), reason(err))
	}
	return &approval.Signed{Text: text, Signatures: signatures}, nil
}

// cover holds the tables of the dump against the approvals.
func (f *maskFlags) cover(p *policy, tables *schema.Schema) error {
	if len(f.approved) == 0 {
		return nil
	}
	t := f.terms(p)
	t.Schema = tables.Digest()
	for i := range f.approved {
		if err := f.approved[i].Covers(t, f.use()); err != nil {
			return err
		}
	}
	return nil
}

// records are what the audit and the run log say of the approvals.
func (a *approvals) records() (all []audit.Approval, who []string) {
	all = []audit.Approval{}
	for i := range a.approved {
		for _, r := range a.approved[i].Records() {
			all, who = append(all, r), append(who, r.Signer)
		}
	}
	return all, who
}

// notApproved stands on top of a dump that nobody has approved, where somebody could have.
const notApproved = "-- migawari: NOT APPROVED\n"

// commented are the dialects in which that is a comment.
var commented = []string{mysql.Dialect.Name(), postgres.Dialect.Name(), sqlite.Dialect.Name()}

// label writes that on top of a dump of SQL.
func (a *approvals) label(r *results, in *input, d dialects.Dialect) (written int64, err error) {
	if !a.lacking || in.archive != nil || in.folder != nil || !slices.Contains(commented, d.Name()) {
		return 0, nil
	}
	n, err := r.Write([]byte(notApproved))
	return int64(n), err
}
