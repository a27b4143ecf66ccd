// Package mysql reads and writes dumps as SQL text of MySQL and MariaDB:
// mysqldump, mariadb-dump, phpMyAdmin, Adminer and what resembles them.
//
// Where a thing lives:
//
//	scan.go     the stream: statements, rows, delimiters, end marks
//	session.go  what SET changes: character set, sql_mode
//	head.go     INSERT and REPLACE up to their rows, and what follows the rows
//	ddl.go      CREATE TABLE and ALTER TABLE as a schema
//	statement.go  every other statement: its class and its marks
//	fields.go   one row: its fields and their forms
//	dynamic.go  statements in texts: PREPARE, EXECUTE IMMEDIATE
//	literal.go  one field: decoding and writing back
//
// A dump is a byte stream in more than one encoding: rows are in the
// connection's character set, CREATE TABLE usually in UTF-8. Text is never
// decoded to find its end; the scanner follows SET NAMES and
// character_set_client to know whether a trail byte can be a backslash.
package mysql

import (
	"bytes"
	"io"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Dialect is the grammar of MySQL and MariaDB dumps.
var Dialect dialects.Dialect = dialect{}

type dialect struct{}

func (dialect) Name() string { return "mysql" }

func (dialect) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	o = o.WithDefaults()
	c := newCutter(o)
	return &scanner{Scanner: lex.NewScanner(r, c, o), cutter: c}
}

type scanner struct {
	*lex.Scanner
	cutter *cutter
}

func (s *scanner) Schema() *schema.Schema { return s.cutter.schema }

// signs are how lines begin that only these producers write.
var signs = [][]byte{
	[]byte("-- MySQL dump "), []byte("-- MariaDB dump "), []byte("/*M!999999"), []byte("-- phpMyAdmin "),
	[]byte("/*!40101 SET "), []byte("/*!40014 SET "), []byte("/*!40000 "), []byte("/*!50503 SET "), []byte("LOCK TABLES `"), []byte(") ENGINE="),
	[]byte("DROP TABLE IF EXISTS `"), []byte("CREATE TABLE `"), []byte("INSERT INTO `"),
}

// Evidence implements [dialects.Dialect]. It looks at lines up to the first
// rows: behind them, a value can look like anything.
func (dialect) Evidence(head []byte) dialects.Evidence {
	for len(head) > 0 {
		line, rest, _ := bytes.Cut(head, []byte{'\n'})
		if bytes.HasPrefix(line, []byte("PRAGMA ")) {
			break // SQLite keeps the backquotes of a definition
		}
		for _, s := range signs {
			if bytes.HasPrefix(line, s) {
				return dialects.Sure
			}
		}
		if bytes.HasPrefix(line, []byte("-- Adminer ")) && (bytes.Contains(line, []byte("MySQL")) || bytes.Contains(line, []byte("MariaDB"))) {
			return dialects.Sure
		}
		word, _, _ := bytes.Cut(line, []byte{' '})
		if lex.Is(word, "insert") || lex.Is(word, "replace") || lex.Is(word, "copy") {
			break
		}
		head = rest
	}
	return dialects.Possible
}
