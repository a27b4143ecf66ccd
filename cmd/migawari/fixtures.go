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
	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
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
func (a *app) produce(ctx context.Context, p *production) error {
	f := p.f
	switch f.format.value {
	case "csv":
		return a.exportFixtures(ctx, p, fixture.CSV)
	case "jsonl":
		return a.exportFixtures(ctx, p, fixture.JSONLines)
	}
	return a.writeFixtures(ctx, p, func(w io.Writer) error {
		if _, err := w.Write(p.ddl); err != nil {
			return err
		}
		rows := func() error { return p.set.Write(ctx, w, p.to) }
		if c, ok := p.to.(dialects.Copier); ok && f.format.value == "copy" {
			rows = func() error { return p.set.WriteCopy(ctx, w, c) }
		}
		if err := rows(); err != nil {
			return err
		}
		_, err := w.Write(p.behind)
		return err
	})
}

// writeFixtures has rows written to a file or to standard output.
func (a *app) writeFixtures(ctx context.Context, p *production, write func(io.Writer) error) error {
	f := p.f
	if f.output == "" || f.output == "-" {
		to := newDigester(a.stdout)
		err := write(to)
		if err == nil {
			var record *auditFile
			if record, err = p.record(hexSum(to.sum), to.size); err == nil {
				return p.commit(record, func() error { return nil })
			}
		}
		_, _ = io.WriteString(a.stdout, "\n"+mask.Incomplete+"\n") // the exit status says it too
		return failed("stdout", why(ctx, err))
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
	to := newDigester(pack)
	if err := errors.Join(write(to), pack.Close()); err != nil {
		return failed(out.name, why(ctx, err))
	}
	if err := out.seal(); err != nil {
		return err
	}
	record, err := p.record(hexSum(to.sum), to.size)
	if err != nil {
		return err
	}
	return p.commit(record, out.commit)
}

// exportFixtures writes a file for each table into a directory, or one table to standard
// output.
func (a *app) exportFixtures(ctx context.Context, p *production, format fixture.Format) error {
	f := p.f
	tables, err := p.set.Tables()
	if err != nil {
		return unmakeable(err)
	}
	if f.output == "" || f.output == "-" {
		if len(tables) > 1 {
			return &usageError{reason: "--format " + f.format.value + ": there are several tables", hint: "name a directory for their files: -o DIR"}
		}
		return a.writeFixtures(ctx, p, func(w io.Writer) error {
			return p.set.Export(ctx, format, func(schema.Name) (io.Writer, error) { return w, nil })
		})
	}
	dir := string(f.output)
	if err := os.MkdirAll(dir, 0o777); err != nil { //nolint:gosec // G301: the umask decides
		return failed(named(dir), err)
	}
	var files []*pending
	defer func() {
		for _, file := range files {
			file.discard()
		}
	}()
	var size int64
	err = p.set.Export(ctx, format, func(n schema.Name) (io.Writer, error) {
		file, err := createPending(filepath.Join(dir, filepath.Base(n.String())+"."+f.format.value))
		if err == nil {
			files = append(files, file)
		}
		return file, err
	})
	if err != nil {
		return failed(named(dir), why(ctx, err))
	}
	for _, file := range files {
		if info, err := file.Stat(); err == nil {
			size += info.Size()
		}
		if err := file.seal(); err != nil {
			return err
		}
	}
	for _, file := range files {
		if err := file.commit(); err != nil {
			return err
		}
	}
	sum, err := partial.DigestOfFiles(dir)
	if err != nil {
		return failed(named(dir), err)
	}
	record, err := p.record(sum, size)
	if err != nil {
		return err
	}
	return p.commit(record, func() error { return nil })
}
