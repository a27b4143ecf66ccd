// Package csv reads and writes rows as delimited text: CSV with a header, and what
// MySQL's SELECT INTO OUTFILE, mysqldump --tab and MySQL Shell write.
//
// Where a thing lives:
//
//	format.go  how fields and rows are divided
//	row.go     one row: where it ends, its fields
//	value.go   one field: decoding and writing back
//	scan.go    the rows of one table as a stream
//	file.go    a file with a header, or of which the schema is known
package csv

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Format says how fields and rows are divided, in the words of LOAD DATA.
type Format struct {
	Terminated string // behind each field but the last
	Enclosed   byte   // round fields; 0: none is
	Escaped    byte   // before what is meant otherwise; 0: an enclosing character is doubled
	Lines      string // behind each row
	// Optionally: fields that are no text are not enclosed. It says how to write; all is read.
	Optionally bool
	Charset    string // by MySQL's name; "binary": each column is in its own
	// Bytes: the writer has escaped bytes, and not characters of two bytes.
	Bytes bool
	// Bits: those of BIT columns are written as they are, with nothing escaped.
	Bits bool
}

// Comma is RFC 4180: fields between commas, in double quotes where they must be, which
// are doubled inside.
var Comma = Format{Terminated: ",", Enclosed: '"', Lines: "\n"}

// Outfile is what SELECT INTO OUTFILE writes by default.
var Outfile = Format{Terminated: "\t", Escaped: '\\', Lines: "\n", Bits: true}

// ErrFormat says that a format leaves open what a byte means.
var ErrFormat = errors.New("the separators of fields and rows are not told apart")

// raw is how many bytes a field has in which nothing is escaped; 0: it is no such field.
func (l *layout) raw(field int) int {
	if field < len(l.bits) {
		return l.bits[field]
	}
	return 0
}

// multibyte knows the characters of a field that are two bytes.
func (l *layout) multibyte(field int) *lex.Multibyte {
	if field < len(l.own) {
		return l.own[field]
	}
	return l.all
}

// ownSet is the character set of a column, or nil if it is not known or not text.
func ownSet(c *schema.Column) *charset.Charset {
	switch {
	case c.Type.Kind == schema.JSON && c.Charset == "":
		return charset.UTF8
	case c.Charset == "" || stays(c.Type.Kind):
		return nil
	}
	return charset.MySQL(c.Charset)
}

// stays says whether a column has bytes, and not text.
func stays(k schema.Kind) bool {
	return k == schema.Binary || k == schema.Bit || k == schema.Geometry
}

// A layout is a format, ready for reading.
type layout struct {
	Format
	terminated, lines []byte
	special           [256]bool // bytes at which a field is more than text
	unsafe            [256]bool // bytes that are escaped, or for which a field is enclosed
	charset           *charset.Charset
	all               *lex.Multibyte   // of the whole file
	own               []*lex.Multibyte // of each column, where each is in its own set
	bits              []int            // bytes of each column that has nothing escaped, else 0
	bare              bool             // a row ends at the first end of line that is not escaped
}

// layout holds a format against what would leave open what a byte means.
func (f Format) layout(cols []*schema.Column) (*layout, error) {
	l := &layout{Format: f, terminated: []byte(f.Terminated), lines: []byte(f.Lines), charset: charset.UTF8}
	marks := []byte{f.Enclosed, f.Escaped}
	switch {
	case f.Terminated == "" || f.Lines == "",
		f.Enclosed != 0 && f.Enclosed == f.Escaped,
		bytes.ContainsAny(marks, f.Terminated+f.Lines),
		strings.Contains(f.Lines, f.Terminated) || strings.Contains(f.Terminated, f.Lines),
		lex.IsWord(f.Terminated[0]) || lex.IsWord(f.Lines[0]):
		return nil, ErrFormat
	}
	if f.Charset != "" {
		l.charset = charset.MySQL(f.Charset)
	}
	switch {
	case f.Bytes || l.charset == nil:
	case l.charset.Binary():
		for _, col := range cols {
			l.own = append(l.own, ownSet(col).Multibyte())
		}
	default:
		l.all = l.charset.Multibyte()
	}
	for _, col := range cols {
		if n := 0; f.Bits {
			if col.Type.Kind == schema.Bit {
				n = (max(col.Type.Bits, 1) + 7) / 8
			}
			l.bits = append(l.bits, n)
		}
	}
	for c := range l.special {
		for _, m := range append(l.own, l.all) {
			l.special[c] = l.special[c] || m.Lead(byte(c))
		}
	}
	for _, c := range []byte{f.Enclosed, f.Escaped} {
		if c != 0 {
			l.special[c], l.unsafe[c] = true, true
		}
	}
	for _, c := range []byte{f.Terminated[0], f.Lines[0]} {
		l.special[c], l.unsafe[c] = true, true
	}
	multibyte := slices.ContainsFunc(l.own, func(m *lex.Multibyte) bool { return m != nil }) || l.all != nil
	raw := slices.ContainsFunc(l.bits, func(n int) bool { return n > 0 })
	l.bare = f.Enclosed == 0 && len(f.Lines) == 1 && !multibyte && !raw
	l.unsafe['\n'], l.unsafe['\r'], l.unsafe[0] = true, true, true
	return l, nil
}
