package main

import (
	"context"
	"io"

	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
)

// definitions writes what the file of --schema defines, inert and without its rows.
func (a *app) definitions(ctx context.Context, f *generateFlags, w io.Writer) error {
	in, err := f.openSchema(ctx)
	if err != nil {
		return err
	}
	defer in.close()
	plan, err := mask.Compile(&mask.Policy{LargeObjects: mask.DropLargeObjects, Tables: []mask.Table{{Pattern: "*", Drop: true}}},
		mask.EphemeralKey(), builtin.Set(locales.All()[0]))
	if err != nil {
		return err
	}
	o := f.scanOptions()
	o.NoEndMark = true
	if _, err = mask.Copy(ctx, w, in, in.grammar, plan, mask.Scan(o), mask.Workers(1)); err != nil {
		return failed(in.name, why(ctx, err))
	}
	return nil
}
