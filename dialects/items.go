package dialects

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Pos locates a byte of the input. It never carries content.
type Pos struct {
	Offset int64 // bytes before it, from 0
	Line   int64 // from 1
}

// A Span is a half-open range of bytes. What it counts from is said where it is used.
type Span struct{ Start, End int32 }

// Of cuts the span out of b.
func (s Span) Of(b []byte) []byte { return b[s.Start:s.End] }

// Len is the number of bytes in the span.
func (s Span) Len() int { return int(s.End - s.Start) }

// A Kind says what an Item is.
type Kind uint8

const (
	// Raw is text that is copied through and may be cut anywhere: white space,
	// comments, and the rows of a table that [ScanOptions.Bind] wants whole.
	Raw Kind = iota
	// Stmt is one whole statement without rows; Item.Stmt says what it is.
	Stmt
	// Head is what comes before the rows: "INSERT INTO t (a, b) VALUES ".
	Head
	// Row is one row of Item.Rows, with what separates it from the row before.
	Row
	// Tail ends a run of rows: ";\n", "\\.\n", "ON DUPLICATE KEY UPDATE ...;".
	Tail
)

// An Item is a piece of a Chunk. The items of a chunk follow each other
// without a gap and cover all of its data.
type Item struct {
	Kind  Kind
	Start int32 // where the item begins in Chunk.Data
	Body  int32 // for Row: where the row itself begins, behind the separator; else Start
	End   int32
	Rows  *Rows      // set for Head, Row and Tail, and for Raw that consists of rows
	Stmt  *Statement // set for Stmt
	N     int64      // for Row: 1-based ordinal within this run of rows; for Raw: how many rows end in it
}

// A Chunk is a run of whole items. Its memory belongs to whoever holds it; a
// [Scanner] that is given it again overwrites it.
type Chunk struct {
	Data  []byte
	Items []Item
	Pos   Pos // of Data[0]
}

// PosAt gives the position of Data[off]. It counts lines, so it is for errors.
func (c *Chunk) PosAt(off int32) Pos {
	return c.Pos.advance(c.Data[:off])
}

func (p Pos) advance(b []byte) Pos {
	return Pos{Offset: p.Offset + int64(len(b)), Line: p.Line + int64(bytes.Count(b, newline))}
}

var newline = []byte{'\n'}

// Advance gives the position behind b, where p is that of b's first byte.
func (p Pos) Advance(b []byte) Pos { return p.advance(b) }

// Rows is the head that a run of rows shares: an INSERT, a COPY, a CSV header.
// It is immutable, and a scanner hands out the same pointer for heads that
// mean the same (bounded by a cache), so the pointer can be a cache key.
type Rows struct {
	Table   *schema.Table    // a snapshot of what was known at this point of the stream
	Columns []*schema.Column // in the order in which these rows have them; nil if unknown
	Codec   Codec
	// Database is where the head names the database of its table, from the head's
	// first byte: rows go there whatever the current one is. Empty if it does not.
	Database Span
	// NeedsRow says that a head and a tail without a row between them are no
	// valid statement, as in INSERT; a COPY without rows is one.
	NeedsRow bool
}

// A Class says what a statement without rows does, in words that all dialects
// share. It decides what [mask] does with it under "ddl: safe".
type Class uint8

const (
	// Session statements set up or end a connection's state: SET, BEGIN, LOCK TABLES.
	Session Class = iota
	// Definition statements create, alter or drop tables, types, indexes, sequences.
	Definition
	// View statements create or drop views.
	View
	// Routine statements create or drop functions, procedures and triggers.
	Routine
	// Event statements create or drop what a scheduler would start.
	Event
	// Database statements create, drop, alter or enter a database: USE, \connect.
	Database
	// Access statements are about accounts, owners and rights: GRANT, CREATE ROLE, OWNER TO.
	Access
	// Statistics statements carry what a planner knows about column values.
	Statistics
	// Server statements concern the whole server or its replicas: SET GLOBAL, GTIDs,
	// binary log positions, publications and subscriptions.
	Server
	// Foreign statements reach out to other servers: foreign tables, servers, user mappings.
	Foreign
	// LargeObject statements carry data that lies outside any table.
	LargeObject
	// Counter statements set a sequence.
	Counter
	// Change statements change the rows of Table by other means than rows that
	// can be masked: UPDATE, DELETE, TRUNCATE, INSERT ... SELECT.
	Change
	// Comment statements attach a text to an object.
	Comment
	// Note is a comment of the dump itself, between statements: no server reads it. Its
	// mark is a Remark; without one, it tells of the server that was dumped.
	Note
)

// A Statement is what a dialect knows of one statement without rows. The
// dialect marks, mask decides.
type Statement struct {
	Class Class
	Words string        // its keywords, such as "create table"; never a byte of the input
	Table *schema.Table // what a Definition declares or alters, or a Change changes; a snapshot
	// Object is what it defines, alters or comments on, of a column its table, where
	// the dialect knows a name.
	Object schema.Name
	// Declares: a base table is complete in Table after this statement, so its
	// columns can be judged.
	Declares bool
	Database string // for Database: the one it creates, drops or enters; for Note: the one that was dumped
	Enters   bool   // for Database, and the Note before a part: what follows happens there
	OfServer bool   // for both: it belongs to the server itself
	Ours     bool   // it names a table that is ours, see [schema.Name.Ours]
	Marks    []Mark
	// Recount can stand in the place of the Tally and tells nothing: what the server
	// raises by itself, or an expression for the greatest number in the rows when the
	// statement is run.
	Recount string
}

// NamesDatabase says whether the statement names the database of a table.
func (s *Statement) NamesDatabase() bool {
	for _, m := range s.Marks {
		if m.Role == DatabaseName && s.Class != Database {
			return true
		}
	}
	return false
}

// A Mark is a span of a statement, from its first byte, that may have to be
// changed or looked at.
type Mark struct {
	Span Span
	Role Role
}

// A Role says what a marked span holds.
type Role uint8

const (
	// Definer is the account of a DEFINER clause, without the keyword.
	Definer Role = iota
	// Grantee is a role name in a statement that does more than granting.
	Grantee
	// DatabaseName is the name of a database, with its quotes: the one that a
	// Database statement is about, or that of a table.
	DatabaseName
	// Schedule is the keyword that arms an event; empty where it is left out.
	Schedule
	// Literal is a quoted text inside a definition: a default, a label, a body.
	Literal
	// Remark is a text that comments on an object, or a comment.
	Remark
	// Secret is a quoted text that gives access: a password, a connection string.
	Secret
	// Tally is a number that tells how many rows there were: AUTO_INCREMENT=n.
	Tally
	// Qualifier is a name with another behind a dot in a view or body, with its quotes: it
	// can be that of a database.
	Qualifier
)

// A Form says how a field was written, so that it can be written back alike.
type Form uint8

const (
	Null    Form = iota // NULL, \N
	Number              // bare numeric literal
	Quoted              // quoted text, or the text of a COPY or CSV field
	Hex                 // hexadecimal or binary literal of bytes
	Bits                // bit string literal
	Bool                // true, false
	Default             // DEFAULT
	Wrapped             // a call that the codec knows, round one literal
	Expr                // any other expression: stops in a masked column, passes in a kept one
)

var formNames = [...]string{"null", "number", "quoted", "hex", "bits", "bool", "default", "wrapped", "expression"}

func (f Form) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return "form?"
}

// A Field is one value of a row as it is written.
type Field struct {
	Span Span // inside the row
	Form Form
}
