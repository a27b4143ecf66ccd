package job

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/mask/audit"
)

// A Done is a part that is masked.
type Done struct {
	Number int    // from 1 on
	Of     int    // so many
	Name   string // that its object gets
	Object string // where it lies until then
	Bytes  int64
	SHA256 string
	Audit  []byte
}

// The objects beside the parts.
const (
	AuditName    = "audit.json"
	ManifestName = "manifest.json"
)

// A Manifest lists the parts. It is written last: where it is, all of them are.
type Manifest struct {
	Format   int      `json:"manifest"`
	Job      string   `json:"job"`
	KeyID    string   `json:"key_id"`
	PolicyID string   `json:"policy_id"`
	Audit    string   `json:"audit_sha256"`
	Parts    []Listed `json:"parts"` // in their order
}

// ManifestFormat is the version of what a manifest looks like.
const ManifestFormat = 1

// Listed is a part in a manifest.
type Listed struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// checkFn sees that each part is there, and once, before one of them gets its name. It adds up
// their audits.
type checkFn struct{ Job Job }

// ProcessElement checks all parts.
func (f *checkFn) ProcessElement(ctx context.Context, _ int, all func(*Done) bool, emit func(Done)) (err error) {
	defer guard(&err)
	done, err := collect(all)
	if err != nil {
		return err
	}
	text, err := merge(done)
	if err != nil {
		return err
	}
	out, err := f.Job.output(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = out.Close() }() // what is written has been closed
	for _, d := range done {
		if err := f.Job.lies(ctx, out, d); err != nil {
			return said(d.Number, d.Of, err)
		}
	}
	if err := out.Write(ctx, f.Job.aside()+AuditName, text); err != nil {
		return fmt.Errorf("the audit: %w", err)
	}
	for _, d := range done {
		d.Audit = nil
		emit(d)
	}
	return nil
}

// collect puts the parts in their order: each is there, once.
func collect(all func(*Done) bool) ([]Done, error) {
	var done []Done
	for d := (Done{}); all(&d); d = (Done{}) {
		done = append(done, d)
	}
	slices.SortFunc(done, func(a, b Done) int { return a.Number - b.Number })
	for i, d := range done {
		switch {
		case d.Of != done[0].Of || d.Number < 1 || d.Number > d.Of:
			return nil, said(d.Number, d.Of, errors.New("there is no such part"))
		case d.Number < i+1:
			return nil, said(d.Number, d.Of, errors.New("it is there twice"))
		case d.Number > i+1:
			return nil, said(i+1, d.Of, errors.New("it is missing"))
		}
	}
	if n := len(done); n > 0 && n < done[0].Of {
		return nil, said(n+1, done[0].Of, errors.New("it is missing"))
	}
	return done, nil
}

// lies looks whether the object of a part is there, under its last name if a stage is done again.
func (j *Job) lies(ctx context.Context, out *bucket.Bucket, d Done) error {
	o, err := out.Object(ctx, d.Object)
	if bucket.IsMissing(err) {
		o, err = out.Object(ctx, d.Name)
	}
	if err == nil && o.Size() != d.Bytes {
		err = errors.New("its object has another length than was written")
	}
	return err
}

// merge adds up the audits of the parts.
func merge(done []Done) ([]byte, error) {
	var all []*audit.Record
	for _, d := range done {
		r, err := audit.Read(d.Audit)
		if err != nil {
			return nil, fmt.Errorf("the audit of part %d: %w", d.Number, err)
		}
		all = append(all, r)
	}
	sum, err := audit.Merge(all...)
	if err != nil {
		return nil, fmt.Errorf("the audits of the parts: %w", err)
	}
	var text bytes.Buffer
	err = sum.Write(&text)
	return text.Bytes(), err
}

// nameFn gives parts their last names.
type nameFn struct{ Job Job }

// ProcessElement names one part.
func (f *nameFn) ProcessElement(ctx context.Context, d Done, emit func(Done)) (err error) {
	defer guard(&err)
	out, err := f.Job.output(ctx)
	if err != nil {
		return said(d.Number, d.Of, err)
	}
	defer func() { _ = out.Close() }() // what is written has been closed
	if err := out.Move(ctx, d.Object, d.Name, d.Bytes); err != nil {
		return said(d.Number, d.Of, err)
	}
	emit(d)
	return nil
}

// listFn writes the manifest, which ends the job, and removes what is left of attempts.
type listFn struct{ Job Job }

// ProcessElement lists all parts.
func (f *listFn) ProcessElement(ctx context.Context, _ int, all func(*Done) bool) (err error) {
	defer guard(&err)
	j := &f.Job
	done, err := collect(all)
	if err != nil {
		return err
	}
	out, err := j.output(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = out.Close() }() // what is written has been closed
	m := Manifest{Format: ManifestFormat, Job: j.ID, KeyID: j.KeyID, PolicyID: j.PolicyID}
	for _, d := range done {
		m.Parts = append(m.Parts, Listed{d.Name, d.Bytes, d.SHA256})
	}
	if err := j.finish(ctx, out, m); err != nil {
		return err
	}
	return j.Sweep(ctx, out)
}

// Ended says whether the job has come to its end: the manifest is its own.
func (j *Job) Ended(ctx context.Context, out *bucket.Bucket) (bool, error) {
	text, err := out.Read(ctx, ManifestName)
	if bucket.IsMissing(err) {
		return false, nil
	}
	var m Manifest
	if err == nil && (json.Unmarshal(text, &m) != nil || m.Job != j.ID) {
		err = errors.New("it is of another job")
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", ManifestName, err)
	}
	return true, nil
}

// finish writes audit and manifest, unless an attempt before has.
func (j *Job) finish(ctx context.Context, out *bucket.Bucket, m Manifest) error {
	if ended, err := j.Ended(ctx, out); ended || err != nil {
		return err
	}
	text, err := out.Read(ctx, j.aside()+AuditName)
	if err != nil {
		return fmt.Errorf("the audit: %w", err)
	}
	sum := sha256.Sum256(text)
	m.Audit = hex.EncodeToString(sum[:])
	if err := out.Write(ctx, AuditName, text); err != nil {
		return fmt.Errorf("%s: %w", AuditName, err)
	}
	text, err = json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := out.WriteNew(ctx, ManifestName, append(text, '\n')); err != nil {
		return fmt.Errorf("%s: %w", ManifestName, err)
	}
	return nil
}

// Sweep removes what the job has left that has no last name.
func (j *Job) Sweep(ctx context.Context, out *bucket.Bucket) error {
	return out.RemoveAll(ctx, j.aside())
}
