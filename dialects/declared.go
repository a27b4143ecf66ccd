package dialects

import (
	"context"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// ReadSchema reads a dump to its end for what it declares, and passes over its rows. A
// table that has rows and no DDL counts as declared by their column lists. o.Bind, which
// may be nil, is only told of the rows.
func ReadSchema(ctx context.Context, d Dialect, r io.Reader, o ScanOptions) (*schema.Schema, error) {
	var listed Listed
	tell := o.Bind
	o.NoEndMark = true // a schema has no rows that could be missing
	o.Bind = func(r *Rows) (bool, error) {
		listed.Add(r)
		if tell != nil {
			if _, err := tell(r); err != nil {
				return true, err
			}
		}
		return true, ctx.Err()
	}
	s := d.NewScanner(r, o)
	for {
		var c Chunk
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return listed.With(s.Schema()), nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
	}
}
