package job

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask/split"
)

// planFn finds out where the dump can be cut, in one pass, unless an index says it.
type planFn struct{ Job Job }

// ProcessElement gives the index, and the numbers of the parts.
func (f *planFn) ProcessElement(ctx context.Context, _ []byte, index func([]byte), number func(int)) (err error) {
	defer guard(&err)
	text, err := f.Job.index(ctx)
	if err != nil {
		return fmt.Errorf("planning: %s", err)
	}
	index(text)
	for n := 1; n <= f.Job.Parts; n++ {
		number(n)
	}
	return nil
}

// index is that of the dump, as JSON.
func (j *Job) index(ctx context.Context) ([]byte, error) {
	if j.Index != "" {
		return readIndex(ctx, j.Index)
	}
	b, src, err := j.input(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = b.Close() }() // it was only read
	d, err := j.dialect(ctx, src)
	if err != nil {
		return nil, err
	}
	x, err := split.Make(ctx, src, d, split.Options{Scan: dialects.ScanOptions{Charset: j.Charset, MaxRow: j.MaxRow, NoEndMark: j.NoEndMark}})
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	err = x.Write(&text)
	return text.Bytes(), err
}

// readIndex reads an index that was made before.
func readIndex(ctx context.Context, url string) ([]byte, error) {
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
	if _, err := split.ReadIndex(bytes.NewReader(text)); err != nil {
		return nil, fmt.Errorf("the index: %w", err)
	}
	return text, nil
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
