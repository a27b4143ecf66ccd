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
	"github.com/migawari-dev/migawari/mask"
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
		return said(p.Number, p.Of, err)
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
	in, src, err := j.input(ctx, p.Input)
	if err != nil {
		return Done{}, err
	}
	defer func() { _ = in.Close() }() // it was only read
	out, err := j.output(ctx)
	if err != nil {
		return Done{}, err
	}
	defer func() { _ = out.Close() }() // what is written has been closed
	done := Done{Number: p.Number, Of: p.Of, Name: p.Name, Object: j.attempt(p.Name)}
	o, err := j.create(ctx, out, done.Object)
	if err != nil {
		return Done{}, err
	}
	defer o.discard()
	r := &reading{worker: f.worker, Record: audit.Record{Started: time.Now().UTC()}, raw: f.worker.plan.InputDigest()}
	if p.Index != nil {
		err = r.stretch(ctx, j, o, src, p)
	} else {
		err = r.whole(ctx, j, o, src)
	}
	if err == nil {
		err = o.close()
	}
	if err != nil {
		return Done{}, err
	}
	finished(ctx, r.Audit)
	done.Bytes, done.SHA256 = o.bytes, hexSum(o.packed)
	r.Digests = audit.Digests{SHA256: hexSum(o.plain), Input: hexSum(r.raw)}
	done.Audit, err = r.text()
	return done, err
}

// A reading is what becomes of one part.
type reading struct {
	*worker
	audit.Record
	tables *schema.Schema // at the end of the dump
	raw    hash.Hash
}

// grammar has the tables noted of the dump that is read.
func (r *reading) grammar(d dialects.Dialect) dialects.Dialect {
	r.Dialect = d.Name()
	return dialects.AtEnd(d, func(s *schema.Schema, l *dialects.Listed) error {
		r.tables = l.With(s)
		return nil
	})
}

// stretch masks a part of a dump.
func (r *reading) stretch(ctx context.Context, j *Job, dst io.Writer, src split.Source, p Part) error {
	x, err := split.ReadIndex(bytes.NewReader(p.Index))
	if err != nil {
		return err
	}
	r.Shard = &audit.Shard{Number: p.Number, Of: p.Of, Index: p.Digest}
	r.Audit, err = split.Copy(ctx, dst, src, split.Job{
		Index: x, Number: p.Number, Of: p.Of, Dialect: r.grammar(grammar(x.Dialect)), Plan: r.plan,
		Scan: j.scan(), Options: append(j.options(), observe(ctx)), Raw: r.raw,
	})
	return err
}

// whole masks a dump.
func (r *reading) whole(ctx context.Context, j *Job, dst io.Writer, src split.Source) error {
	d, err := j.dialect(ctx, src)
	if err != nil {
		return err
	}
	open := func() (io.ReadCloser, error) { return split.Text(ctx, src) }
	opts := append(j.options(), mask.Scan(j.scan()), observe(ctx))
	if mask.Unsurveyed(r.plan, opts...) {
		known, err := mask.NewSurvey(ctx, open, d, r.plan, opts...)
		if err != nil {
			return err
		}
		opts = append(opts, mask.Surveyed(known))
	}
	text, err := open()
	if err != nil {
		return err
	}
	defer func() { _ = text.Close() }() // it was only read
	r.Audit, err = mask.Copy(ctx, dst, io.TeeReader(text, r.raw), r.grammar(d), r.plan, opts...)
	return err
}

// text completes the audit, and gives it as JSON.
func (r *reading) text() ([]byte, error) {
	r.Format, r.Migawari, r.Schema = audit.Format, version(), r.tables.Digest()
	r.Locale, r.Edition, r.DDL, r.Mode = r.locale.Tag, r.locale.Edition, r.plan.DDL().String(), audit.Managed
	r.Approvals, r.Seconds = []audit.Approval{}, time.Since(r.Started).Seconds()
	r.Judge(r.plan, r.tables)
	var text bytes.Buffer
	err := r.Write(&text)
	return text.Bytes(), err
}

// attempt is a name for the object of a part that nobody else has, this job's other attempts
// included.
func (j *Job) attempt(name string) string { return j.aside() + name + "." + NewID() }

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

func hexSum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }
