package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/fixture"
)

// fits holds the flags about what is written against each other.
func (f *generateFlags) fits(d dialects.Writer, s *schema.Schema) error {
	_, copies := d.(dialects.Copier)
	switch {
	case d == nil:
		return &usageError{reason: "--to: the schema is of no dialect that is written", hint: "say which: --to " + strings.Join(f.to.of[1:], ", ")}
	case f.format.value == "copy" && !copies:
		return usage("--format copy: %s has no COPY", d.Name())
	case f.ddl && (f.format.value == "csv" || f.format.value == "jsonl"):
		return usage("--with-schema: definitions are SQL, and --format is %s", f.format.value)
	case f.ddl && f.database != "":
		return usage("--with-schema: a live database has its definitions already")
	case f.ddl && d.Name() != s.Dialect:
		return usage("--with-schema: definitions of %s are not translated to %s", s.Dialect, d.Name())
	}
	return nil
}

// writerOf finds the dialect to write: that of a name, or the schema's own.
func writerOf(name string, s *schema.Schema) dialects.Writer {
	if name == "schema" {
		name = s.Dialect
	}
	for _, d := range grammars() {
		if w, ok := d.(dialects.Writer); ok && d.Name() == name {
			return w
		}
	}
	return nil
}

// produce writes the rows in the format that is wanted.
func (a *app) produce(ctx context.Context, f *generateFlags, set *fixture.Set, d dialects.Writer) error {
	switch f.format.value {
	case "csv":
		return a.exportFixtures(ctx, f, set, fixture.CSV)
	case "jsonl":
		return a.exportFixtures(ctx, f, set, fixture.JSONLines)
	}
	return a.writeFixtures(ctx, f, func(w io.Writer) error {
		if f.ddl {
			if err := a.definitions(ctx, f, w); err != nil {
				return err
			}
		}
		if c, ok := d.(dialects.Copier); ok && f.format.value == "copy" {
			return set.WriteCopy(ctx, w, c)
		}
		return set.Write(ctx, w, d)
	})
}

// writeFixtures has rows written to a file or to standard output.
func (a *app) writeFixtures(ctx context.Context, f *generateFlags, write func(io.Writer) error) error {
	if f.output == "" || f.output == "-" {
		err := write(a.stdout)
		if err != nil {
			_, _ = io.WriteString(a.stdout, "\n"+mask.Incomplete+"\n") // the exit status says it too
			return failed("stdout", why(ctx, err))
		}
		return nil
	}
	out, err := createPending(string(f.output))
	if err != nil {
		return err
	}
	defer out.discard()
	pack, err := archive.Compress(out, archive.KindOf(string(f.output)), f.workers())
	if err != nil {
		return failed(out.name, err)
	}
	if err := errors.Join(write(pack), pack.Close()); err != nil {
		return failed(out.name, why(ctx, err))
	}
	if err := out.seal(); err != nil {
		return err
	}
	return out.commit()
}

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

// exportFixtures writes a file for each table into a directory, or one table to standard
// output.
func (a *app) exportFixtures(ctx context.Context, f *generateFlags, set *fixture.Set, format fixture.Format) error {
	tables, err := set.Tables()
	if err != nil {
		return unmakeable(err)
	}
	if f.output == "" || f.output == "-" {
		if len(tables) > 1 {
			return &usageError{reason: "--format " + f.format.value + ": there are several tables", hint: "name a directory for their files: -o DIR"}
		}
		return a.writeFixtures(ctx, f, func(w io.Writer) error {
			return set.Export(ctx, format, func(schema.Name) (io.Writer, error) { return w, nil })
		})
	}
	dir := string(f.output)
	if err := os.MkdirAll(dir, 0o777); err != nil { //nolint:gosec // G301: the umask decides
		return failed(named(dir), err)
	}
	var files []*pending
	defer func() {
		for _, p := range files {
			p.discard()
		}
	}()
	err = set.Export(ctx, format, func(n schema.Name) (io.Writer, error) {
		p, err := createPending(filepath.Join(dir, filepath.Base(n.String())+"."+f.format.value))
		if err == nil {
			files = append(files, p)
		}
		return p, err
	})
	if err != nil {
		return failed(named(dir), why(ctx, err))
	}
	for _, p := range files {
		if err := p.seal(); err != nil {
			return err
		}
	}
	for _, p := range files {
		if err := p.commit(); err != nil {
			return err
		}
	}
	return nil
}
