package workload

import (
	_ "embed"
	"io"
)

// Options say which dump is written.
type Options struct {
	Layout    Layout
	Size      int64 // bytes, about
	Statement int   // bytes of an INSERT, about; 0: as the programs do
	Seed      uint64
}

// A Summary is what a masked dump can be checked by.
type Summary struct {
	Rows map[string]int // by table
	// Originals are some of the values that must not be left, as they stand in a dump:
	// whole values of ASCII letters, digits and "-.@".
	Originals []string
}

// Policy masks eight columns of three tables: numbers, names in three scripts, e-mail
// addresses and codes.
//
//go:embed policy.yaml
var Policy []byte

// Parts also masks two parts of a JSON value.
//
//go:embed parts.yaml
var Parts []byte

// References keeps all, and says how the tables hang together.
//
//go:embed references.yaml
var References []byte

// Masked names the columns that Policy masks.
var Masked = map[string][]string{
	"orders":   {"licence_code"},
	"students": {"student_number", "name", "name_kana", "name_romaji", "email"},
	"teachers": {"name", "email"},
}

// Write writes the dump of a school application.
func Write(w io.Writer, o Options) (*Summary, error) {
	s := newSchool(o.Size)
	return s.summary, write(w, o.Layout, o.Statement, o.Seed, s.tables())
}
