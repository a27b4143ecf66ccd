// Package postgres reads and writes dumps as SQL text of PostgreSQL: pg_dump
// and pg_dumpall in their plain format, and what resembles them.
//
// Where a thing lives:
//
//	scan.go       the stream: statements, comments, end marks
//	session.go    what SET changes: client encoding, string syntax, search path
//	command.go    the lines that psql reads and the server does not
//	parser.go     the tokens of one whole statement
//	insert.go     INSERT up to its rows, what stands between them, what follows
//	row.go        the end of one row of an INSERT
//	copy.go       COPY up to its rows, its rows, their end
//	statement.go  every other statement: its class and its marks
//	object.go     the kinds of objects, and comments on them
//	select.go     the function calls that dumps hold, and statements that change rows
//	tables.go     which table a name means
//	ddl.go        CREATE TABLE, indexes and types as a schema
//	alter.go      ALTER TABLE on that schema
//	types.go      column types
//	value.go      what the two row formats share: one value and its column
//	fields.go     one row of an INSERT: its fields and their forms
//	literal.go    one field of an INSERT: decoding and writing back
//	copytext.go   one line of COPY data
//
// Statements end where psql ends them, so its lexer is the one followed here
// (PostgreSQL source, src/fe_utils/psqlscan.l); where it can be deceived, this
// package stops instead. Text is never decoded to find its end: the scanner
// follows client_encoding to know whether a trail byte can be a backslash, and
// standard_conforming_strings to know whether a backslash escapes.
package postgres

import (
	"bytes"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Dialect is the grammar of PostgreSQL dumps.
var Dialect dialects.Dialect = dialect{}

type dialect struct{}

func (dialect) Name() string { return "postgres" }

func (dialect) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	o = o.WithDefaults()
	c := newCutter(o)
	return &scanner{Scanner: lex.NewScanner(r, c, o), cutter: c}
}

type scanner struct {
	*lex.Scanner
	cutter *cutter
}

// Schema implements [dialects.Scanner]. It holds the tables of the database
// that the dump is in: another one, behind \connect, begins anew.
func (s *scanner) Schema() *schema.Schema { return s.cutter.schema }

// signs are how lines begin that only these producers write.
var signs = [][]byte{
	[]byte("-- PostgreSQL database dump"), []byte("-- PostgreSQL database cluster dump"),
	[]byte("-- Dumped from database version "), []byte("-- Dumped by pg_dump version "),
	[]byte(`\restrict `), []byte(`\connect `), []byte("SELECT pg_catalog."), []byte("SELECT * FROM pg_catalog."),
	[]byte("SET client_encoding "), []byte("SET standard_conforming_strings "), []byte("SET search_path "),
	[]byte("CREATE EXTENSION "), []byte("ALTER TABLE ONLY "), []byte("ALTER TABLE IF EXISTS ONLY "),
}

// casts are how defaults are written that the server has described.
var casts = [][]byte{[]byte("'::regclass)"), []byte("'::character varying"), []byte("'::text"), []byte("'::bpchar"), []byte("'::jsonb")}

// Evidence implements [dialects.Dialect]. It looks at lines up to the first
// rows: behind them, a value can look like anything.
func (dialect) Evidence(head []byte) dialects.Evidence {
	for len(head) > 0 {
		line, rest, _ := bytes.Cut(head, []byte{'\n'})
		for _, s := range signs {
			if bytes.HasPrefix(line, s) {
				return dialects.Sure
			}
		}
		for _, c := range casts {
			if bytes.Contains(line, c) && !bytes.ContainsAny(line, "#*") && !bytes.Contains(line, []byte("--")) {
				return dialects.Sure
			}
		}
		line = bytes.TrimRight(line, " \t\r")
		word, _, _ := bytes.Cut(line, []byte{' '})
		if lex.Is(word, "copy") && bytes.HasSuffix(bytes.ToLower(line), []byte(" from stdin;")) {
			return dialects.Sure
		}
		if lex.Is(word, "insert") || lex.Is(word, "replace") || lex.Is(word, "copy") {
			break
		}
		head = rest
	}
	return dialects.Possible
}
