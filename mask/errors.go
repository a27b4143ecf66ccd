package mask

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
)

// What stops a run, besides the errors of package dialects.
var (
	ErrUncovered   = errors.New("the policy has no rule for it")
	ErrDraft       = errors.New("it would be kept by a draft, which nobody has decided")
	ErrUnmet       = errors.New("the dump has nothing of this name")
	ErrNoColumns   = errors.New("rows of which neither DDL nor a column list names the columns need a rule for the whole table")
	ErrAmbiguous   = errors.New("two entries of the policy apply to it alike")
	ErrUnfit       = errors.New("value is not of the kind that the masker knows")
	ErrName        = errors.New("the name of a part could be somebody's address or number, and no path that ends with ~ decides it")
	ErrPersonKey   = errors.New("the person key is NULL or empty beside a value to be masked")
	ErrUnset       = errors.New("the masker gave no answer")
	ErrPanic       = errors.New("the masker panicked")
	ErrWidth       = errors.New("a fake can be longer than the column")
	ErrType        = errors.New("a fake does not fit the column's type")
	ErrCheck       = errors.New("a fake can break the CHECK that lists the column's values")
	ErrNotNull     = errors.New("the column refuses NULL")
	ErrUnique      = errors.New("the column is unique, and the masker can give two values one fake")
	ErrPartition   = errors.New("the column says in which partition the row is, and a fake may belong to another")
	ErrDangling    = errors.New("the column refers to a table whose rows are all dropped")
	ErrForeign     = errors.New("the column refers to another, and the two are not masked alike")
	ErrAlphabet    = errors.New("a fake has characters that the character set lacks")
	ErrGenerated   = errors.New("a column that the server computes from a masked one keeps the value written in the dump")
	ErrChange      = errors.New("statement changes rows of a table that does not stay whole")
	ErrDatabases   = errors.New("the dump holds several databases, and the policy does not say where each goes")
	ErrQualified   = errors.New("the dump names the database beside the table, where a restore would go")
	ErrPart        = errors.New("a part of the dump does not end where a statement does")
	ErrLargeObject = errors.New("large objects lie outside any table, and the policy does not decide them")
	ErrLiteral     = errors.New("a text in a definition looks like data")
	ErrSecret      = errors.New("definition holds a connection to another server")
	ErrCondition   = errors.New("the condition cannot be judged")
	ErrMasker      = errors.New("the masker failed")
	ErrSurvey      = errors.New("it takes the whole dump to be known before its first row")
	ErrLate        = errors.New("a row is left out behind rows that would have had to go with it")
	ErrRoot        = errors.New("the root of a subset does not fit the dump")
	ErrNoRoot      = errors.New("the root of a subset matches no row")
	ErrNoKeys      = errors.New("no foreign key leads to the root of a subset, or from it")
	ErrReference   = errors.New("it is not known to which rows a foreign key leads")
	ErrChanged     = errors.New("the dump is not the one that was read before")
	ErrRunning     = errors.New("the run has not come to its end")
)

// An Error says where masking stopped. Its text holds names and positions only.
type Error struct {
	Pos    dialects.Pos
	Table  string
	Column string // empty if the error is about the table or a statement
	Rule   string // the masker's name, if one was at work
	Row    int64  // 1-based within its run of rows; 0 if the error is not about a row
	Err    error  // a sentinel of this module
	Hint   string // what the user can do; fixed words and names only

	cause error
}

func (e *Error) Error() string {
	var b strings.Builder
	if e.Pos.Line > 0 {
		fmt.Fprintf(&b, "line %d (byte %d): ", e.Pos.Line, e.Pos.Offset)
	}
	if e.Table != "" {
		fmt.Fprintf(&b, "table %s: ", Printable(e.Table))
	}
	if e.Column != "" {
		fmt.Fprintf(&b, "column %s: ", Printable(e.Column))
	}
	if e.Rule != "" {
		fmt.Fprintf(&b, "rule %s: ", e.Rule)
	}
	b.WriteString(e.Err.Error())
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// Cause is what the masker said. It may quote data: do not print it.
func (e *Error) Cause() error { return e.cause }

// An UncoveredError names the columns of a table for which the policy has no
// rule. Without columns, it is the table that has no entry.
type UncoveredError struct {
	Table   string
	Columns []string
}

func (e *UncoveredError) Error() string {
	if len(e.Columns) == 0 {
		return ErrUncovered.Error()
	}
	names := make([]string, len(e.Columns))
	for i, c := range e.Columns {
		names[i] = Printable(c)
	}
	return fmt.Sprintf("%v: %s", ErrUncovered, strings.Join(names, ", "))
}

func (e *UncoveredError) Unwrap() error { return ErrUncovered }

// An UnmetError names the rules that met nothing in the dump.
type UnmetError struct{ Rules []string }

func (e *UnmetError) Error() string {
	names := make([]string, len(e.Rules))
	for i, r := range e.Rules {
		names[i] = Printable(r)
	}
	return fmt.Sprintf("%v: %s", ErrUnmet, strings.Join(names, ", "))
}

func (e *UnmetError) Unwrap() error { return ErrUnmet }

// Printable gives a name with its control, invisible and invalid characters
// escaped, so that a name in a dump cannot speak to a terminal.
func Printable(name string) string {
	ok := true
	for _, r := range name {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			ok = false
			break
		}
	}
	if ok {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(name); {
		r, n := utf8.DecodeRuneInString(name[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, name[i])
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u{%x}`, r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// A Location is a place in a policy file; both numbers count from 1.
type Location struct{ Line, Column int }

// A Fault is one thing that is wrong with a policy.
type Fault struct {
	At     Location
	Path   string // such as "tables.students.columns.name"
	Reason string
	Hint   string
}

func (f Fault) Error() string {
	var b strings.Builder
	if f.At.Line > 0 {
		fmt.Fprintf(&b, "%d:%d: ", f.At.Line, f.At.Column)
	}
	if f.Path != "" {
		fmt.Fprintf(&b, "%s: ", Printable(f.Path))
	}
	b.WriteString(f.Reason)
	return b.String()
}

// Faults are all that is wrong with a policy, in the order of the file.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, x := range f {
		lines[i] = x.Error()
	}
	return strings.Join(lines, "\n")
}
