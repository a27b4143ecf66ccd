package server

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
)

// A reading reads a database by the driver, where pg_dump is not installed, and writes what
// pg_dump would: definitions from the catalog, and all rows as of one moment. Owners, rights,
// publications and subscriptions are left out. It stops at an object that it cannot
// describe.
type reading struct {
	ctx     context.Context
	tx      *sql.Tx
	w       *bufio.Writer
	objects map[objectID]*object
	needs   map[objectID][]objectID
}

func newReading(ctx context.Context, tx *sql.Tx, w *bufio.Writer) *reading {
	return &reading{ctx, tx, w, map[objectID]*object{}, map[objectID][]objectID{}}
}

// An objectID is how the catalog knows an object.
type objectID struct{ class, oid uint32 }

// An object is what statements make.
type object struct {
	id          objectID
	name, text  string
	begun, done bool
}

// objectsOf gives the objects of a kind.
func objectsOf(ctx context.Context, tx *sql.Tx, k kind) (all []*object, err error) {
	rows, err := tx.QueryContext(ctx, k)
	if err != nil {
		return nil, reduced(err)
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	for rows.Next() {
		o := &object{}
		if err := rows.Scan(&o.id.class, &o.id.oid, &o.name, &o.text); err != nil {
			return nil, reduced(err)
		}
		all = append(all, o)
	}
	return all, reduced(rows.Err())
}

// session is how a transaction reads: as pg_dump does, of the moment of a snapshot.
const session = `SET LOCAL search_path = ''; SET LOCAL extra_float_digits = 3; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex';
	SET LOCAL lock_timeout = '60s'; SET LOCAL row_security = off; SET LOCAL xmloption = content`

// read gives the text of a dump of a moment.
func (s *Server) read(ctx context.Context, snapshot string) io.ReadCloser {
	return server.Text(ctx, func(ctx context.Context, w *bufio.Writer) error {
		tx, err := s.db.BeginTx(ctx, readOnly)
		if err != nil {
			return reduced(err)
		}
		defer func() { _ = tx.Rollback() }() // it has only read
		for _, statement := range []string{"SET TRANSACTION SNAPSHOT '" + snapshot + "'", session, patient} {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return reduced(err)
			}
		}
		return newReading(ctx, tx, w).all()
	})
}

func (r *reading) all() error {
	version, err := r.known()
	if err != nil {
		return err
	}
	tables, err := r.tables()
	if err != nil {
		return err
	}
	first, err := r.list(before)
	if err != nil {
		return err
	}
	last, err := r.list(behind)
	if err != nil {
		return err
	}
	if err := r.depend(); err != nil {
		return err
	}
	r.printf(header, version)
	if err := r.make(first); err != nil {
		return err
	}
	for _, t := range tables {
		if err := r.rows(t); err != nil {
			return server.At(t.name, err)
		}
	}
	if err := r.counters(); err != nil {
		return err
	}
	if err := r.make(last); err != nil {
		return err
	}
	r.printf("%s", footer)
	return nil
}

// list gives the objects of some kinds.
func (r *reading) list(kinds []kind) (all []*object, err error) {
	for _, k := range kinds {
		found, err := objectsOf(r.ctx, r.tx, k)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	for _, o := range all {
		if o.id.class != 0 {
			r.objects[o.id] = o
		}
	}
	return all, nil
}

const header = `--
-- PostgreSQL database dump
--

-- Dumped from database version %s
-- Dumped by migawari

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

`

const footer = `
--
-- PostgreSQL database dump complete
--

`

// printf writes text. What went wrong is said when the writer is flushed.
func (r *reading) printf(format string, args ...any) { _, _ = fmt.Fprintf(r.w, format, args...) }

// make writes objects, each behind those that it depends on.
func (r *reading) make(all []*object) error {
	for _, o := range all {
		switch {
		case o.done:
			continue
		case o.begun:
			return server.Undescribed("an object that depends on itself", o.name)
		}
		o.begun = true
		var needed []*object
		for _, id := range r.needs[o.id] {
			if n := r.objects[id]; n != nil && n != o {
				needed = append(needed, n)
			}
		}
		if err := r.make(needed); err != nil {
			return err
		}
		o.done = true
		r.printf("%s\n\n", o.text)
	}
	return nil
}

// whose gives for objects that no statement of their own makes the one that makes them.
const whose = `SELECT 'pg_rewrite'::regclass::oid, oid, 'pg_class'::regclass::oid, ev_class FROM pg_rewrite WHERE rulename = '_RETURN'
	UNION ALL SELECT 'pg_type'::regclass::oid, t.oid, 'pg_class'::regclass::oid, c.oid FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c'
	UNION ALL SELECT 'pg_class'::regclass::oid, oid, 'pg_type'::regclass::oid, reltype FROM pg_class WHERE relkind = 'c'
	UNION ALL SELECT 'pg_attrdef'::regclass::oid, d.oid, 'pg_class'::regclass::oid, d.adrelid FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated <> ''
	UNION ALL SELECT 'pg_constraint'::regclass::oid, oid, 'pg_type'::regclass::oid, contypid FROM pg_constraint WHERE contypid <> 0
	UNION ALL SELECT 'pg_class'::regclass::oid, conindid, 'pg_constraint'::regclass::oid, oid FROM pg_constraint WHERE contype IN ('p', 'u', 'x')`

// arrays are the types of arrays, with those of their elements, which may be rows of tables.
const arrays = `SELECT 'pg_type'::regclass::oid, oid, 'pg_type'::regclass::oid, typelem FROM pg_type WHERE typelem <> 0 AND typlen = -1`

// depend reads what objects depend on.
func (r *reading) depend() error {
	makers := map[objectID]objectID{}
	for _, query := range []string{arrays, whose} {
		err := r.pairs(query, func(a, b objectID) { makers[a] = b })
		if err != nil {
			return err
		}
	}
	maker := func(id objectID) objectID {
		for range 3 { // an array of rows of a table
			if by, ok := makers[id]; ok {
				id = by
			}
		}
		return id
	}
	return r.pairs("SELECT classid, objid, refclassid, refobjid FROM pg_depend WHERE deptype IN ('n', 'a', 'i')", func(a, b objectID) {
		a = maker(a)
		r.needs[a] = append(r.needs[a], maker(b))
	})
}

// pairs gives what a query finds of pairs of objects.
func (r *reading) pairs(query string, each func(a, b objectID)) error {
	rows, err := r.tx.QueryContext(r.ctx, query)
	if err != nil {
		return reduced(err)
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	for rows.Next() {
		var a, b objectID
		if err := rows.Scan(&a.class, &a.oid, &b.class, &b.oid); err != nil {
			return reduced(err)
		}
		each(a, b)
	}
	return reduced(rows.Err())
}

// A relation is a table whose rows are read.
type relation struct{ name, columns, values string }

// tables locks the tables, so that they stay as the catalog describes them, and says how
// their rows are read.
func (r *reading) tables() (all []relation, err error) {
	rows, err := r.tx.QueryContext(r.ctx, readable)
	if err != nil {
		return nil, reduced(err)
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	var names []string
	for rows.Next() {
		var t relation
		if err := rows.Scan(&t.name, &t.columns, &t.values); err != nil {
			return nil, reduced(err)
		}
		all, names = append(all, t), append(names, "ONLY "+t.name)
	}
	if err := rows.Err(); err != nil || len(all) == 0 {
		return nil, reduced(err)
	}
	_, err = r.tx.ExecContext(r.ctx, "LOCK TABLE "+strings.Join(names, ", ")+" IN ACCESS SHARE MODE")
	return all, reduced(err)
}

// counters sets the sequences.
func (r *reading) counters() error {
	all, err := objectsOf(r.ctx, r.tx, counted)
	if err != nil {
		return err
	}
	for _, o := range all {
		var last, called string
		if err := r.tx.QueryRowContext(r.ctx, "SELECT last_value, is_called FROM "+o.name).Scan(&last, &called); err != nil {
			return server.At(o.name, reduced(err))
		}
		r.printf("SELECT pg_catalog.setval(%s, %s, %s);\n\n", o.text, last, called)
	}
	return nil
}

// rows writes the rows of a table as COPY does.
func (r *reading) rows(t relation) error {
	rows, err := r.tx.QueryContext(r.ctx, "SELECT "+t.values+" FROM ONLY "+t.name)
	if err != nil {
		return reduced(err)
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	columns, err := rows.Columns()
	if err != nil {
		return reduced(err)
	}
	values, into := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	r.printf("COPY %s %s FROM stdin;\n", t.name, t.columns)
	var line []byte
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return reduced(err)
		}
		line = appendRow(line[:0], values)
		if _, err := r.w.Write(line); err != nil {
			return err
		}
	}
	r.printf("\\.\n\n")
	return reduced(rows.Err())
}

// copier writes rows; the server has turned each value into text.
var (
	copier = postgres.Dialect.(dialects.Copier)
	asText = &schema.Column{}
)

// appendRow writes a line of COPY.
func appendRow(b []byte, values []sql.RawBytes) []byte {
	for i, v := range values {
		if i > 0 {
			b = append(b, '\t')
		}
		b = copier.AppendField(b, v, asText)
	}
	return append(b, '\n')
}
