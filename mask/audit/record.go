// Package audit writes down what became of a dump: a [Record] that others can check
// without the key, sign, and add up over the shards of a dump, and a run log whose lines
// hold together.
//
//	record.go    the record: what --audit writes, and what is added up
//	shard.go     the records of parts of one dump
//	verdict.go   masked, partial or raw, and why
//	verify.go    a record against its signature, its dump and the run log
//	runlog.go    the run log
//	schema.go    the JSON Schema of records
package audit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/migawari-dev/migawari/mask"
)

// Format is the version of what a record looks like.
const Format = 1

// A Mode says what became of the key.
type Mode string

const (
	// Managed: somebody keeps the key, and the same value gets the same fake next time.
	Managed Mode = "managed"
	// Ephemeral: the key was drawn for the run, and nobody knows it.
	Ephemeral Mode = "ephemeral"
	// FromSeed: there was no dump and nothing to hide; the key is made of a seed that anybody can try.
	FromSeed Mode = "seed"
)

// Verified says what became of looking for raw values in the masked dump. A dump in which
// one was found has no audit.
type Verified string

const (
	// Clean: what was written was read again, and held against the raw dump.
	Clean Verified = "clean"
	// InPart: each value was judged by what it shows itself, as it passed.
	InPart Verified = "partial: one pass"
)

// A Record is the audit of one run, or of the shards of a dump. It holds no value.
type Record struct {
	Format   int    `json:"audit"`
	Migawari string `json:"migawari"` // the version
	Dialect  string `json:"dialect"`
	Locale   string `json:"locale"`
	Edition  int    `json:"edition"` // of the locale's fakes
	DDL      string `json:"ddl"`
	Mode     Mode   `json:"mode"`
	Schema   string `json:"schema_sha256,omitempty"` // see schema.Schema.Digest

	Verdict Verdict  `json:"verdict"`
	Reasons []Reason `json:"reasons"` // why it is not masked
	// Verified says what mask --verify has found; empty: nobody has asked it.
	Verified Verified `json:"verified,omitempty"`
	Use

	Approvals []Approval `json:"approvals"`
	Started   time.Time  `json:"started"`
	Seconds   float64    `json:"seconds"`

	DryRun bool `json:"dry_run,omitempty"`
	// Reused are files that an earlier run had finished; their rows are not counted here.
	Reused []string `json:"reused_files,omitempty"`
	Source string   `json:"source,omitempty"` // the server that was dumped, by a digest
	Parts  []Part   `json:"parts,omitempty"`  // of which it is the sum; each has the digests of its own
	Shard  *Shard   `json:"shard,omitempty"`  // the part of a dump that it is about; nil: all of it
	Digests
	*mask.Audit
}

// Digests are those of one dump, unpacked.
type Digests struct {
	SHA256 string `json:"sha256,omitempty"`       // of the masked dump
	Input  string `json:"input_digest,omitempty"` // of the raw one, keyed: see mask.Plan.InputDigest
}

// A Part is one of the shards whose audits were added.
type Part struct {
	Digests
	BytesOut int64  `json:"bytes_out"`
	Shard    *Shard `json:"shard,omitempty"`
}

// A Use is what a copy is for, who asked for it and when it has to be gone.
type Use struct {
	Purpose   string     `json:"purpose,omitempty"`
	Requester string     `json:"requester,omitempty"`
	Expires   *time.Time `json:"expires,omitempty"`
}

// An Approval is one that a run went by.
type Approval struct {
	Signer  string    `json:"signer"`
	Key     string    `json:"key"` // its fingerprint
	Made    time.Time `json:"made"`
	Expires time.Time `json:"expires"`
}

// Write writes a record as JSON.
func (r *Record) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// ErrRecord says that something is no audit.
var ErrRecord = errors.New("it is not an audit of migawari")

// Read reads a record.
func Read(text []byte) (*Record, error) {
	r := &Record{Audit: &mask.Audit{}}
	d := json.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(r); err != nil || r.KeyID == "" || r.Tables == nil {
		return nil, ErrRecord // what is wrong with it would be shown with what it holds
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, ErrRecord
	}
	for _, t := range r.Tables {
		if t == nil || hasNil(t.Persons) || hasNil(t.Columns) || !possible(t) {
			return nil, ErrRecord
		}
	}
	if r.Shard != nil && (r.Shard.Number < 1 || r.Shard.Number > r.Shard.Of) {
		return nil, ErrRecord
	}
	if r.Format > Format {
		return nil, fmt.Errorf("%w: it is of a later version", ErrRecord)
	}
	return r, nil
}

// possible says whether the counts of a table can be those of a run.
func possible(t *mask.TableAudit) bool {
	for _, c := range t.Columns {
		if min(c.Masked, c.Kept, c.Nulls, c.Empty, c.Unchanged) < 0 || c.Unchanged > c.Masked {
			return false
		}
	}
	return t.Dropped >= 0 && t.Rows >= t.Dropped
}

func hasNil[T any](m map[string]*T) bool {
	for _, v := range m {
		if v == nil {
			return true
		}
	}
	return false
}

// Why records cannot be added.
var (
	ErrKeys     = errors.New("they are of two keys")
	ErrPolicies = errors.New("they are of two policies")
	ErrEditions = errors.New("they are of two editions of the fakes")
	ErrRuns     = errors.New("they are of runs with different words: dialect, mode, purpose, requester, expiry or approvals")
	ErrTwice    = errors.New("one of them is there twice")
	ErrDry      = errors.New("one of them is of a dry run, which wrote no dump")
)

// Merge adds the records of the shards of one dump. Of one that was masked in parts, all of
// them have to be there.
func Merge(all ...*Record) (*Record, error) {
	all, err := inOrder(all)
	if err != nil {
		return nil, err
	}
	sum := *all[0]
	sum.Audit = &mask.Audit{Tables: map[string]*mask.TableAudit{}, KeyID: sum.KeyID, PolicyID: sum.PolicyID, Policy: sum.Policy, Audience: sum.Audience, LeftOut: sum.LeftOut, Spared: sum.Spared}
	sum.Digests, sum.Parts, sum.Shard, sum.Seconds, sum.Reasons, sum.Reused = Digests{}, nil, nil, 0, nil, nil
	for _, r := range all {
		if err := alike(&sum, r); err != nil {
			return nil, err
		}
		if err := sum.Add(r.Audit); err != nil {
			return nil, err
		}
		for _, p := range r.parts() {
			if slices.ContainsFunc(sum.Parts, func(other Part) bool { return p.Shard == nil && other.Digests == p.Digests }) {
				return nil, ErrTwice
			}
			sum.Parts = append(sum.Parts, p)
		}
		switch {
		case r.Verified == "" || sum.Verified == "":
			sum.Verified = ""
		case r.Verified == InPart:
			sum.Verified = InPart
		}
		sum.Seconds += r.Seconds
		sum.Reused = append(sum.Reused, r.Reused...)
		if r.Started.Before(sum.Started) {
			sum.Started = r.Started
		}
		if r.Source != sum.Source {
			sum.Source = ""
		}
		if r.Schema != sum.Schema {
			sum.Schema = ""
		}
		sum.Verdict = worse(sum.Verdict, r.Verdict)
		for _, why := range r.Reasons {
			if !slices.Contains(sum.Reasons, why) {
				sum.Reasons = append(sum.Reasons, why)
			}
		}
	}
	if all[0].Shard != nil {
		sum.rejudge()
	}
	if sum.Reasons == nil {
		sum.Reasons = []Reason{}
	}
	return &sum, nil
}

// parts are the dumps that a record is about.
func (r *Record) parts() []Part {
	if r.Parts != nil {
		return r.Parts
	}
	return []Part{{r.Digests, r.BytesOut, r.Shard}}
}

// alike says why two records are not of one dump.
func alike(a, b *Record) error {
	switch {
	case a.KeyID != b.KeyID || a.Audience != b.Audience:
		return ErrKeys
	case a.PolicyID != b.PolicyID || a.Policy != b.Policy || a.DDL != b.DDL:
		return ErrPolicies
	case a.Locale != b.Locale || a.Edition != b.Edition:
		return ErrEditions
	case b.DryRun:
		return ErrDry
	case a.Dialect != b.Dialect || a.Mode != b.Mode || !a.same(b.Use) || !slices.EqualFunc(a.Approvals, b.Approvals, Approval.same):
		return ErrRuns
	}
	return nil
}

func (u Use) same(o Use) bool {
	return u.Purpose == o.Purpose && u.Requester == o.Requester &&
		(u.Expires == nil) == (o.Expires == nil) && (u.Expires == nil || u.Expires.Equal(*o.Expires))
}

func (a Approval) same(b Approval) bool {
	return a.Signer == b.Signer && a.Key == b.Key && a.Made.Equal(b.Made) && a.Expires.Equal(b.Expires)
}
