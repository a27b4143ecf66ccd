package main

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"time"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/fixture"
)

// A production is rows that are made.
type production struct {
	f       *generateFlags
	tables  *schema.Schema
	set     *fixture.Set
	to      dialects.Writer
	ddl     []byte // definitions, before and behind the rows
	behind  []byte
	started time.Time
}

// A digester counts and hashes what is written.
type digester struct {
	io.Writer
	sum  hash.Hash
	size int64
}

func newDigester(w io.Writer) *digester { return &digester{Writer: w, sum: sha256.New()} }

func (d *digester) Write(b []byte) (int, error) {
	d.sum.Write(b) // it never fails
	d.size += int64(len(b))
	return d.Writer.Write(b)
}

// apart refuses to write over what is read.
func (f *generateFlags) apart() error {
	read := []role{{word: "the policy", path: string(f.policy)}, {word: "the schema", path: string(f.schema)}, {word: "--shape", path: string(f.shape)}, {word: "--like", path: string(f.like)}}
	written := []role{{word: "--audit", path: string(f.audit)}}
	if f.output != "-" {
		written = append(written, role{word: "-o", path: string(f.output)})
	}
	return apart(written, read)
}

// record writes the audit of what was made, and makes sure that it is on the disk; nil
// where none is asked for.
func (p *production) record(sum string, size int64) (*auditFile, error) {
	if p.f.audit == "" {
		return nil, nil
	}
	counts := *p.set.Audit()
	counts.BytesOut = size
	l := p.set.Locale()
	r := &audit.Record{
		Format: audit.Format, Migawari: moduleVersion(), Dialect: p.to.Name(), Locale: l.Tag, Edition: l.Edition,
		DDL: mask.SafeDDL.String(), Mode: audit.FromSeed, Schema: p.tables.Digest(), Approvals: []audit.Approval{},
		Started: p.started, Seconds: time.Since(p.started).Seconds(), Digests: audit.Digests{SHA256: sum}, Audit: &counts,
	}
	r.JudgeMade(p.f.like != "")
	file, err := createPending(string(p.f.audit))
	if err != nil {
		return nil, err
	}
	out := &auditFile{pending: file}
	if err := out.write(r); err != nil {
		out.discard()
		return nil, err
	}
	return out, nil
}

// commit gives an audit its name, where there is one, and then the rows theirs.
func (p *production) commit(a *auditFile, rows func() error) error {
	if a == nil {
		return rows()
	}
	defer a.discard()
	if err := a.commit(); err != nil {
		return err
	}
	if err := rows(); err != nil {
		return errors.Join(err, a.remove())
	}
	return nil
}
