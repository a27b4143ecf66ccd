// Package subset keeps a part of a dump: the rows of its roots, the rows to which rows that
// are kept refer, and such that refer to them. It needs no server. Package mask does the
// work; here is what a person says of a part.
//
//	root, err := subset.ParseRoot("schools: id <= 20")
//	part := &mask.Subset{Roots: []mask.Root{root}}
//	audit, err := subset.Copy(ctx, dst, open, mysql.Dialect, plan, part)
package subset

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// ParseRoot reads "TABLE: CONDITION", or a table alone for all of its rows. What is wrong
// with a condition is [mask.Faults], whose columns count from its first character.
func ParseRoot(text string) (mask.Root, error) {
	table, condition, chosen := strings.Cut(text, ":")
	r := mask.Root{Table: strings.TrimSpace(table)}
	switch {
	case r.Table == "":
		return r, errors.New("it names no table")
	case strings.Contains(r.Table, "*"):
		return r, errors.New("it is a pattern, and a root is one table")
	case !chosen:
		return r, nil
	}
	var err error
	r.Where, err = policyfile.ParseCondition(strings.TrimSpace(condition))
	return r, err
}

// Copy masks a part of a dump into dst. open opens the dump at its beginning; that is
// done some times.
func Copy(ctx context.Context, dst io.Writer, open func() (io.ReadCloser, error), d dialects.Dialect, p *mask.Plan, part *mask.Subset, opts ...mask.Option) (*mask.Audit, error) {
	s, err := mask.NewSubset(ctx, open, d, p, part, opts...)
	if err != nil {
		return nil, err
	}
	src, err := open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = src.Close() }() // it was only read
	return mask.Copy(ctx, dst, src, d, p, append(opts, mask.Surveyed(s))...)
}
