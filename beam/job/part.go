package job

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"time"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/split"
)

// maskFn masks parts.
type maskFn struct {
	Job    Job
	worker *worker // once it was possible to make one
}

// ProcessElement masks one part. It streams from the bucket and to it; nothing is written down here.
func (f *maskFn) ProcessElement(ctx context.Context, p Part, emit func(Done)) (err error) {
	defer guard(&err)
	done, err := f.mask(ctx, p)
	if e, ok := errors.AsType[*split.Error](err); ok {
		err = e.Err // said says it
	}
	if err != nil {
		return f.Job.said(p.Number, err)
	}
	emit(done)
	return nil
}

func (f *maskFn) mask(ctx context.Context, p Part) (Done, error) {
	j := &f.Job
	if f.worker == nil {
		w, err := j.worker(ctx)
		if err != nil {
			return Done{}, err
		}
		f.worker = w
	}
	x, err := split.ReadIndex(bytes.NewReader(p.Index))
	if err != nil {
		return Done{}, err
	}
	in, src, err := j.input(ctx)
	if err != nil {
		return Done{}, err
	}
	defer func() { _ = in.Close() }() // it was only read
	out, err := j.output(ctx)
	if err != nil {
		return Done{}, err
	}
	defer func() { _ = out.Close() }() // what is written has been closed
	done := Done{Number: p.Number, Object: j.attempt(p.Number)}
	o, err := j.create(ctx, out, done.Object)
	if err != nil {
		return Done{}, err
	}
	defer o.discard()
	started := time.Now().UTC()
	var tables *schema.Schema
	d := dialects.AtEnd(grammar(x.Dialect), func(s *schema.Schema, l *dialects.Listed) error {
		tables = l.With(s)
		return nil
	})
	raw := f.worker.plan.InputDigest()
	counts, err := split.Copy(ctx, o, src, split.Job{
		Index: x, Number: p.Number, Of: j.Parts, Dialect: d, Plan: f.worker.plan,
		Scan: dialects.ScanOptions{MaxRow: j.MaxRow}, Options: append(j.options(), observe(ctx)), Raw: raw,
	})
	if err == nil {
		err = o.close()
	}
	if err != nil {
		return Done{}, err
	}
	done.Bytes, done.SHA256 = o.bytes, hexSum(o.packed)
	done.Audit, err = f.worker.audit(audit.Record{
		Dialect: d.Name(), Schema: tables.Digest(), Started: started,
		Shard:   &audit.Shard{Number: p.Number, Of: j.Parts, Index: p.Digest},
		Digests: audit.Digests{SHA256: hexSum(o.plain), Input: hexSum(raw)}, Audit: counts,
	}, tables)
	finished(ctx, counts)
	return done, err
}

// attempt is a name for the object of a part that nobody else has, this job's other attempts
// included.
func (j *Job) attempt(number int) string { return j.aside() + j.Name(number) + "." + NewID() }

// An object is the object of a part, while it is written.
type object struct {
	io.Writer // the text
	packer    io.WriteCloser
	upload    *bucket.Upload
	plain     hash.Hash // of the text
	packed    hash.Hash // of what is stored
	bytes     int64
}

func (j *Job) create(ctx context.Context, out *bucket.Bucket, name string) (*object, error) {
	upload, err := out.Create(ctx, name)
	if err != nil {
		return nil, err
	}
	o := &object{upload: upload, packed: sha256.New()}
	if o.packer, err = archive.Compress(stored{o}, j.packing(), j.workers()); err != nil {
		upload.Discard()
		return nil, err
	}
	o.Writer, o.plain = o.packer, o.packed
	if j.packing() != archive.Plain {
		o.plain = sha256.New()
		o.Writer = io.MultiWriter(o.packer, o.plain)
	}
	return o, nil
}

// stored takes what goes into the bucket.
type stored struct{ o *object }

// Write implements [io.Writer].
func (s stored) Write(p []byte) (int, error) {
	n, err := s.o.upload.Write(p)
	s.o.bytes += int64(n)
	s.o.packed.Write(p[:n])
	return n, err
}

// close gives the object its name.
func (o *object) close() error {
	err := o.packer.Close()
	if err != nil {
		return err
	}
	upload := o.upload
	o.upload = nil
	return upload.Close()
}

// discard forgets it, unless it has its name.
func (o *object) discard() {
	if o.upload != nil {
		o.upload.Discard()
		_ = o.packer.Close() // its goroutines end; it has nowhere to write
	}
}

// audit completes the audit of one part, and gives it as JSON.
func (w *worker) audit(r audit.Record, tables *schema.Schema) ([]byte, error) {
	r.Format, r.Migawari = audit.Format, version()
	r.Locale, r.Edition, r.DDL, r.Mode = w.locale.Tag, w.locale.Edition, w.plan.DDL().String(), audit.Managed
	r.Approvals, r.Seconds = []audit.Approval{}, time.Since(r.Started).Seconds()
	r.Judge(w.plan, tables)
	var text bytes.Buffer
	err := r.Write(&text)
	return text.Bytes(), err
}

func hexSum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }
