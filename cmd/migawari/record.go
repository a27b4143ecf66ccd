package main

import (
	"crypto/ed25519"
	"hash"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// useFlags say what a copy is for.
type useFlags struct {
	approvals
	purpose   string
	requester string
	expires   moment
	sign      filePath
	signer    ed25519.PrivateKey // of sign
	log       runLog
	place     string // that is masked, in the run log; empty: it is a file
}

func (f *useFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.purpose, "purpose", "", "`text` for the audit: what the copy is for")
	fs.StringVar(&f.requester, "requester", "", "`name` for the audit: who asked for it")
	fs.StringArrayVar(&f.approvals.files, "require-approval", nil, "`statement` that was approved: migawari approve makes and signs it; can be given again")
	fs.Var(&f.sign, "sign", "`file` with the key that signs the audit: migawari keygen --signing makes one")
	fs.Var(&f.expires, "expires", "`day` for the audit: when it has to be gone, such as 2030-01-31, or a number of days, such as 90d")
}

// prepareUse reads what the flags name.
func (f *maskFlags) prepareUse() (err error) {
	if f.sign == "" {
		return nil
	}
	if f.audit == "" {
		return &usageError{reason: "--sign signs the audit, and none is asked for", hint: "--audit FILE"}
	}
	f.signer, err = readSigner("--sign", f.sign)
	return err
}

// use is what the flags say.
func (f *useFlags) use() audit.Use {
	u := audit.Use{Purpose: f.purpose, Requester: f.requester}
	if !f.expires.IsZero() {
		u.Expires = &f.expires.Time
	}
	return u
}

// A recorder notes of a run what its audit says besides the counts.
type recorder struct {
	entry   audit.Entry   // of the run log
	done    *audit.Record // once the run has succeeded
	started time.Time
	schema  *schema.Schema // at the end of the dump
	input   hash.Hash      // nil: no audit is asked for
}

func newRecorder(f *maskFlags, p *policy) *recorder {
	r := &recorder{started: time.Now().UTC()}
	r.entry = audit.Entry{
		Who: server.Name(), PID: os.Getpid(), Verb: f.verb(), Target: f.place, Output: "stdout",
		Policy: p.Policy().ID, Key: p.KeyID(), Audience: p.Policy().Audience, Use: f.use(),
	}
	_, r.entry.Approved = f.records()
	if f.toFile() {
		r.entry.Output = named(string(f.output))
	}
	if f.audit != "" {
		r.input = p.InputDigest()
	}
	return r
}

// verb is the verb that masks.
func (f *maskFlags) verb() string {
	switch {
	case f.place != "":
		return "dump"
	case f.part != nil:
		return "subset"
	}
	return "mask"
}

// begin writes down that the run begins. A dry run makes no copy.
func (r *recorder) begin(f *maskFlags) error {
	if f.dry {
		return nil
	}
	return f.log.write(r.entry)
}

// ended writes down what it has come to, before that gets its name.
func (r *recorder) ended(f *maskFlags, a *auditFile) error {
	if f.dry {
		return nil
	}
	e := r.entry
	e.Ended, e.Rows, e.SHA256 = audit.Done, r.done.Rows(), r.done.SHA256
	if a != nil {
		e.Audit = a.sum
	}
	return f.log.write(e)
}

// stopped writes down that it has failed.
func (r *recorder) stopped(f *maskFlags) error {
	if f.dry {
		return nil
	}
	e := r.entry
	e.Ended = audit.Stopped
	return f.log.write(e)
}

// grammar has the tables of the dump noted that is read, and held against the approvals.
func (r *recorder) grammar(f *maskFlags, p *policy, d dialects.Dialect) dialects.Dialect {
	return dialects.AtEnd(d, func(s *schema.Schema, l *dialects.Listed) error {
		r.schema = l.With(s)
		return f.cover(p, r.schema)
	})
}

// reader has the dump hashed that is read.
func (r *recorder) reader(in io.Reader) io.Reader {
	if r.input == nil {
		return in
	}
	return io.TeeReader(in, r.input)
}

// record says by what a run was done, and what it has come to.
func (r *recorder) record(f *maskFlags, p *policy, d dialects.Dialect, in *input, a *mask.Audit) *audit.Record {
	policy := p.Policy()
	rec := &audit.Record{
		Format: audit.Format, Migawari: moduleVersion(), Dialect: d.Name(),
		Locale: p.locale.Tag, Edition: p.locale.Edition, DDL: policy.DDL.String(), Mode: audit.Managed,
		Use: f.use(), Started: r.started, Seconds: time.Since(r.started).Seconds(),
		DryRun: f.dry, Source: in.source, Audit: a,
	}
	rec.Approvals, _ = f.records()
	if f.ephemeral {
		rec.Mode = audit.Ephemeral
	}
	if r.input != nil {
		rec.Input, rec.Schema = hexSum(r.input), r.schema.Digest()
	}
	return rec
}
