package main

import (
	"context"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/fixture"
)

// shapes reads the schema, and how its values are distributed.
func (a *app) shapes(ctx context.Context, f *generateFlags, o *fixture.Options) (tables *schema.Schema, err error) {
	switch {
	case f.shape != "" && f.like != "":
		return nil, usage("--shape and --like exclude each other")
	case f.least < 1:
		return nil, usage("--least: nothing can be told of fewer than 1 row")
	case f.shape != "":
		text, err := os.ReadFile(string(f.shape))
		if err != nil {
			return nil, usage("%s: %s", named(string(f.shape)), reason(err))
		}
		if o.Shape, err = fixture.ParseShape(text); err != nil {
			return nil, usage("%s: %s", named(string(f.shape)), mask.Printable(err.Error()))
		}
	case f.like != "":
		if o.Shape, tables, err = f.learn(ctx); err != nil || f.schema == "" && f.database == "" {
			return tables, err
		}
	}
	return a.declaredTables(ctx, f)
}

// declaredTables reads the schema of a file or a live database.
func (a *app) declaredTables(ctx context.Context, f *generateFlags) (*schema.Schema, error) {
	switch {
	case f.database != "" && f.schema != "":
		return nil, usage("--database and --schema exclude each other")
	case f.database != "":
		return a.liveTables(ctx, "generate", f.database)
	case f.schema == "":
		return nil, &usageError{reason: "generate needs a schema: --schema FILE, or --database TARGET", hint: "migawari generate --help"}
	}
	in, err := f.openSchema(ctx)
	if err != nil {
		return nil, err
	}
	defer in.close()
	return readTables(ctx, in.input, in.grammar, f.scanOptions(), func(*dialects.Rows) {})
}

// learn reads the shape of the file of --like.
func (f *generateFlags) learn(ctx context.Context) (*fixture.Shape, *schema.Schema, error) {
	in, err := openFile(ctx, f.keys, string(f.like))
	if err != nil {
		return nil, nil, err
	}
	d, err := in.grammar(f.dialect.value, nil)
	in.close()
	if err != nil {
		return nil, nil, err
	}
	open := func() (io.ReadCloser, error) {
		in, err := openFile(ctx, f.keys, string(f.like))
		if err != nil {
			return nil, err
		}
		return closing{in}, nil
	}
	s, tables, err := fixture.Learn(ctx, d, open, f.scanOptions(), f.least)
	if err != nil {
		return nil, nil, failed(named(string(f.like)), why(ctx, err))
	}
	return s, tables, nil
}

// closing is an input that is closed as a file is.
type closing struct{ *input }

func (c closing) Close() error { c.close(); return nil }
