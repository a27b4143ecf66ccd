package job

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/split"
)

// A Part is what a worker is told of one part: a stretch of a dump, or one of many dumps.
type Part struct {
	Number int    // from 1 on
	Of     int    // so many
	Input  string // object that is read, behind the prefix of the input
	Name   string // object that is written
	Index  []byte // of the dump, as far as the part asks for it; nil: all of it is the part
	Digest string // of the whole index
}

// planFn finds out where the dump can be cut, in one pass, unless an index says it.
type planFn struct{ Job Job }

// ProcessElement gives all parts.
func (f *planFn) ProcessElement(ctx context.Context, _ []byte, emit func(Part)) (err error) {
	defer guard(&err)
	if err := f.Job.plan(ctx, emit); err != nil {
		return fmt.Errorf("planning: %s", err.Error())
	}
	return nil
}

func (j *Job) plan(ctx context.Context, emit func(Part)) error {
	at, err := bucket.Parse(j.Input)
	if err != nil {
		return fmt.Errorf("the input: %w", err)
	}
	if at.Object() == "" {
		return j.shards(ctx, at, emit)
	}
	x, err := j.index(ctx, at)
	if err != nil {
		return err
	}
	policy, _, err := Compile(j.Policy, mask.EphemeralKey()) // where cuts are does not hang on the key
	if err != nil {
		return fmt.Errorf("the policy: %w", err)
	}
	digest := x.Digest()
	for n := 1; n <= j.Parts; n++ {
		part, err := x.Part(n, j.Parts, policy, j.options()...)
		if err != nil {
			return err
		}
		own := x
		if !mask.Unsurveyed(policy, j.options()...) {
			own = x.Only(part)
		}
		var text bytes.Buffer
		if err := own.Write(&text); err != nil {
			return err
		}
		emit(Part{n, j.Parts, at.Object(), j.name(n), text.Bytes(), digest})
	}
	return nil
}

// shards gives a part for each object of a prefix.
func (j *Job) shards(ctx context.Context, at bucket.Place, emit func(Part)) error {
	b, err := bucket.Open(ctx, at)
	if err != nil {
		return fmt.Errorf("the input: %w", err)
	}
	defer func() { _ = b.Close() }() // it was only read
	names, err := b.Names(ctx, "")
	if err != nil {
		return fmt.Errorf("the input: %w", err)
	}
	if len(names) == 0 {
		return errors.New("the input: there is no object")
	}
	var written []string
	for i, name := range names {
		plain := name
		if k := archive.KindOf(name); k != archive.Plain {
			plain = strings.TrimSuffix(name, path.Ext(name))
		}
		plain += strings.TrimPrefix(j.Suffix, ".sql")
		if slices.Contains(written, plain) || plain == AuditName || plain == ManifestName {
			return fmt.Errorf("the input: object %d of %d: another one would be written under its name", i+1, len(names))
		}
		written = append(written, plain)
	}
	for i, name := range names {
		emit(Part{Number: i + 1, Of: len(names), Input: name, Name: written[i]})
	}
	return nil
}

// index is that of the dump.
func (j *Job) index(ctx context.Context, at bucket.Place) (*split.Index, error) {
	if j.Index != "" {
		return readIndex(ctx, j.Index)
	}
	b, src, err := j.input(ctx, at.Object())
	if err != nil {
		return nil, err
	}
	defer func() { _ = b.Close() }() // it was only read
	d, err := j.dialect(ctx, src)
	if err != nil {
		return nil, err
	}
	return split.Make(ctx, src, d, split.Options{Scan: j.scan()})
}

// readIndex reads an index that was made before.
func readIndex(ctx context.Context, url string) (*split.Index, error) {
	p, err := bucket.Parse(url)
	if err != nil {
		return nil, fmt.Errorf("the index: %w", err)
	}
	b, err := bucket.Open(ctx, p)
	if err != nil {
		return nil, fmt.Errorf("the index: %w", err)
	}
	defer func() { _ = b.Close() }() // it was only read
	text, err := b.Read(ctx, p.Object())
	if err != nil {
		return nil, fmt.Errorf("the index: %w", err)
	}
	x, err := split.ReadIndex(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("the index: %w", err)
	}
	return x, nil
}

// dialect is that of the job, or what the first bytes of the dump tell.
func (j *Job) dialect(ctx context.Context, src split.Source) (dialects.Dialect, error) {
	if d := grammar(j.Dialect); d != nil {
		return d, nil
	}
	r, err := split.Text(ctx, src)
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }() // it was only read
	head, err := io.ReadAll(io.LimitReader(r, dialects.DetectSize))
	if err != nil {
		return nil, err
	}
	return dialects.Detect(head, Grammars()...)
}

// grammar is the dialect of a name, or nil.
func grammar(name string) dialects.Dialect {
	for _, d := range Grammars() {
		if d.Name() == name {
			return d
		}
	}
	return nil
}
