package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/csv"
)

// csvFlags say how a file with the rows of one table is written.
type csvFlags struct {
	table     string
	delimiter character
	escape    character
}

func (f *csvFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.table, "table", "", "csv: `name` of the table; else that of the file")
	fs.Var(&f.delimiter, "delimiter", "csv: between fields; else a comma, or a tab for a name in .tsv or .txt")
	fs.Var(&f.escape, "escape", "csv: before what is meant otherwise; else a backslash if the file has it so, or none")
}

// A character is one that divides or escapes; its name may be tab or none.
type character struct {
	value byte
	given bool
}

func (c *character) String() string {
	switch {
	case !c.given:
		return ""
	case c.value == 0:
		return "none"
	case c.value == '\t':
		return "tab"
	}
	return string(rune(c.value))
}

func (c *character) Type() string { return "character" }

func (c *character) Set(s string) error {
	named := map[string]byte{"none": 0, "tab": '\t', `\t`: '\t'}
	v, ok := named[s]
	if !ok && (len(s) != 1 || s[0] < ' ' || s[0] >= 0x7f) {
		return errors.New("it is one character of ASCII, tab or none")
	}
	if !ok {
		v = s[0]
	}
	c.value, c.given = v, true
	return nil
}

// csvNames are how names of such files end.
var csvNames = []string{".csv", ".tsv", ".txt"}

// grammar gives the dialect of a dump, by the flags, the name or the first bytes.
func (f *readFlags) grammar(in *input, otherwise dialects.Dialect) (dialects.Dialect, error) {
	base := filepath.Base(in.path)
	for _, packed := range []string{".age", ".gz", ".gzip", ".zst", ".zstd", ".lz4", ".xz"} {
		base = strings.TrimSuffix(base, packed)
	}
	suffix := strings.ToLower(filepath.Ext(base))
	byName := f.dialect.value == "auto" && (suffix == ".csv" || suffix == ".tsv") && in.folder == nil && in.archive == nil
	if f.dialect.value != csvName && !byName {
		return in.grammar(f.dialect.value, otherwise)
	}
	table := f.table
	for _, s := range csvNames {
		if table == "" && suffix == s {
			table = base[:len(base)-len(s)]
		}
	}
	if table == "" {
		return nil, &usageError{reason: "csv: nobody says which table the rows are of", hint: "--table NAME, or a file that is named NAME.csv"}
	}
	format := csv.Comma
	if suffix == ".tsv" || suffix == ".txt" {
		format.Terminated, format.Escaped = "\t", '\\'
	}
	if f.delimiter.given {
		format.Terminated = string(rune(f.delimiter.value))
	}
	format = format.Guess(in.head)
	if f.escape.given {
		format.Escaped = f.escape.value
	}
	return csv.File{Format: format, Table: table}, nil
}

const csvName = "csv"
