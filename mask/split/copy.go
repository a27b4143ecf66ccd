package split

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// A Job is one part of a dump.
type Job struct {
	Index   *Index
	Number  int // of the part, from 1 on
	Of      int // so many
	Dialect dialects.Dialect
	Plan    *mask.Plan
	// Scan says how the dump is read, with the schema with which the index was made. What
	// the index says itself is its own.
	Scan    dialects.ScanOptions
	Options []mask.Option
	// Raw is given the bytes of the part before they are masked; nil: nobody is.
	Raw io.Writer
}

// An Error says in which part a run has stopped.
type Error struct {
	Number, Of int
	Err        error
}

func (e *Error) Error() string { return fmt.Sprintf("part %d of %d: %v", e.Number, e.Of, e.Err) }
func (e *Error) Unwrap() error { return e.Err }

// What does not fit together.
var (
	ErrDialect = errors.New("the index was made for another dialect")
	ErrSchema  = errors.New("the index was made with another schema")
)

// Copy masks one part into dst. What all parts write is what [mask.Copy] would have
// written, and the sum of their audits its audit. A policy that asks for it has the whole dump
// read before, by each part.
//
// Every part judges the whole dump as far as its definitions and the heads of its rows say.
// Only when all parts have come to their ends is the masked dump whole.
func Copy(ctx context.Context, dst io.Writer, src Source, j Job) (*mask.Audit, error) {
	a, err := j.copy(ctx, dst, src)
	if err != nil {
		err = &Error{j.Number, j.Of, err}
	}
	return a, err
}

func (j *Job) copy(ctx context.Context, dst io.Writer, src Source) (*mask.Audit, error) {
	x, scan := j.Index, j.Scan
	switch {
	case x.Dialect != j.Dialect.Name():
		return nil, ErrDialect
	case x.Stored != src.Size():
		return nil, ErrChanged
	case scan.Schema == nil && x.Schema != "" || scan.Schema != nil && x.Schema != scan.Schema.Digest():
		return nil, ErrSchema
	}
	scan.Charset, scan.NoEndMark = x.Charset, true // the index was made of a dump that has one
	opts := append(slices.Clone(j.Options), mask.Scan(scan))
	part, err := x.Part(j.Number, j.Of, j.Plan, opts...)
	if err != nil {
		return nil, err
	}
	if mask.Unsurveyed(j.Plan, opts...) {
		known, err := mask.NewSurvey(ctx, x.all(ctx, src), j.Dialect, j.Plan, opts...)
		if err != nil {
			return nil, err
		}
		opts = append(opts, mask.Surveyed(known))
	}
	s := newStream(ctx, src, x, part)
	s.raw = j.Raw
	defer func() { _ = s.Close() }() // it was only read
	return mask.Copy(ctx, dst, s, j.Dialect, j.Plan, append(opts, mask.Within(s.window()))...)
}

// all opens the whole dump.
func (x *Index) all(ctx context.Context, src Source) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return x.Open(ctx, src), nil }
}

// Open reads the whole dump, unpacked. Reading fails where it is not that of the index.
func (x *Index) Open(ctx context.Context, src Source) io.ReadCloser {
	return newStream(ctx, src, x, Part{To: x.Size, last: len(x.Points)})
}
