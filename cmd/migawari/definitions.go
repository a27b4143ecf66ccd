package main

import (
	"bytes"
	"context"

	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/fixture"
)

// define prepares what the file of --schema defines, inert and without its rows, and where the
// rows go.
func (a *app) define(ctx context.Context, p *production) error {
	in, err := p.f.openSchema(ctx)
	if err != nil {
		return err
	}
	defer in.close()
	plan, err := mask.Compile(&mask.Policy{LargeObjects: mask.DropLargeObjects, Tables: []mask.Table{{Pattern: "*", Drop: true}}},
		mask.EphemeralKey(), builtin.Set(locales.All()[0]))
	if err != nil {
		return err
	}
	o := p.f.scanOptions()
	o.NoEndMark = true
	var ddl bytes.Buffer
	if _, err = mask.Copy(ctx, &ddl, in, in.grammar, plan, mask.Scan(o), mask.Workers(1)); err != nil {
		return failed(in.name, why(ctx, err))
	}
	if p.ddl, p.behind, p.tables, err = fixture.Divide(ctx, in.grammar, ddl.Bytes(), p.tables); err != nil {
		return failed(in.name, why(ctx, err))
	}
	return nil
}
