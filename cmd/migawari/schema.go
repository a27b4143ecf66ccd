package main

import (
	"context"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// A ddl is a file that was opened for the tables it declares.
type ddl struct {
	*input
	grammar dialects.Dialect
}

// openSchema opens the file of --schema. Its dialect stands in where the dump's
// cannot be told: rows alone may look alike in all.
func (f *readFlags) openSchema(ctx context.Context) (*ddl, error) {
	in, err := openFile(ctx, f.keys, string(f.schema))
	if err != nil {
		return nil, err
	}
	d, err := in.grammar(f.dialect.value, nil)
	if err != nil {
		in.close()
		return nil, err
	}
	return &ddl{in, d}, nil
}

// scanOptions are those of the flags.
func (f *readFlags) scanOptions() dialects.ScanOptions {
	return dialects.ScanOptions{MaxRow: int(f.maxRow), Charset: f.charset}
}

// scan settles how the dump is read that is to be masked.
func (a *app) scan(ctx context.Context, f *maskFlags, in *input, plan *mask.Plan) (dialects.Dialect, dialects.ScanOptions, error) {
	d, o, err := a.grammarOf(ctx, &f.readFlags, in)
	if err != nil {
		return nil, o, err
	}
	o.NoEndMark = f.noMark
	if f.strict {
		d = strict(d, plan)
	}
	return d, o, nil
}

// options are those of the engine.
func (f *maskFlags) options(in *input, scan dialects.ScanOptions) []mask.Option {
	opts := []mask.Option{mask.Scan(scan), mask.Workers(f.workers()), mask.Detect(detect.NamesOfPersons)}
	if f.partial {
		opts = append(opts, mask.Partial())
	}
	if in.archive != nil {
		opts = append(opts, mask.Marked(in.archive.Marker()))
	}
	if in.folder != nil {
		opts = append(opts, mask.Marked(string(in.folder.Marker())))
	}
	return opts
}

// grammarOf settles how a dump is read, with the file of --schema where there is one.
func (a *app) grammarOf(ctx context.Context, f *readFlags, in *input) (dialects.Dialect, dialects.ScanOptions, error) {
	o := f.scanOptions()
	if f.schema == "" {
		d, err := f.grammar(in, nil)
		return d, o, err
	}
	known, err := f.openSchema(ctx)
	if err != nil {
		return nil, o, err
	}
	defer known.close()
	d, err := f.grammar(in, known.grammar)
	if err != nil {
		return nil, o, err
	}
	if known.database != nil && d.Name() != csvName && d.Evidence(in.head) != dialects.Sure {
		d = known.grammar // rows alone may look alike in all
	}
	declares := d
	if d.Name() == csvName {
		declares = known.grammar
	}
	o.Schema, err = readTables(ctx, known.input, declares, o, func(*dialects.Rows) {})
	return d, o, err
}

// readTables reads a dump to its end for what it declares, and passes over its
// rows. A table that has rows and no DDL counts as declared by their column
// lists; tell is asked about each kind of row.
func readTables(ctx context.Context, in *input, d dialects.Dialect, o dialects.ScanOptions, tell func(*dialects.Rows)) (*schema.Schema, error) {
	o.Bind = func(r *dialects.Rows) (bool, error) { tell(r); return true, nil }
	s, err := dialects.ReadSchema(ctx, d, in, o)
	if err != nil {
		return nil, failed(in.name, why(ctx, err))
	}
	return s, nil
}
