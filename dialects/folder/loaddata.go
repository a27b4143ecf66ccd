package folder

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/csv"
)

// With --load-data, mydumper writes the rows of a chunk to one file and the statement that
// loads them to another, of the same name but for its end:
//
//	/*!40101 SET NAMES binary*/;
//	LOAD DATA LOCAL INFILE 'shop.users.00000.dat' INTO TABLE `users` CHARACTER SET binary FIELDS TERMINATED BY '\t'
//	ENCLOSED BY '' ESCAPED BY '\\' LINES STARTING BY '' TERMINATED BY '\n' (`id`,@extra) SET `extra`=CONVERT(@extra USING UTF8MB4);

const loadRows = ".dat"

// loadData reads the statement beside a file with rows, and takes both in.
func (f *Folder) loadData(statement, rows, database, table string) error {
	naming := func(text []byte, o Outcome) ([]byte, error) {
		if name := o.database(database); name != database {
			text = bytes.Replace(text, []byte("INFILE '"+database+"."), []byte("INFILE '"+name+"."), 1)
		}
		return text, nil
	}
	if err := f.fact(statement, naming); err != nil {
		return err
	}
	f.Facts[len(f.Facts)-1].Database = database
	text, err := unpack(filepath.Join(f.path, statement))
	if err != nil {
		return at(statement, err)
	}
	l := layoutOf(text, rows)
	if l == nil || l.Table != table {
		return at(statement, ErrFact)
	}
	f.Parts = append(f.Parts, Part{File: rows, Database: database, Data: true, Rows: l, bytes: -1})
	return nil
}

// longestStatement is far more than such a file has.
const longestStatement = 1 << 20

// unpack reads a short file.
func unpack(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	plain, _, err := archive.Decompress(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = plain.Close() }() // likewise
	return io.ReadAll(io.LimitReader(plain, longestStatement))
}

const (
	textPattern = `'((?:[^'\\]|\\.|'')*)'`
	namePattern = "`((?:[^`]|``)*)`"
)

// statements are what mydumper writes into files that load others. They are compiled for the
// first such file: few dumps have one.
var statements = sync.OnceValue(func() (s struct{ setting, loadsFile, column, decodes *regexp.Regexp }) {
	s.setting = regexp.MustCompile(`^/\*!\d+ SET [\w=' +:@,]+\*/;?$`)
	s.loadsFile = regexp.MustCompile(`(?s)^LOAD DATA LOCAL INFILE ` + textPattern + ` (?:REPLACE |IGNORE )?INTO TABLE ` + namePattern +
		`\s+(?:CHARACTER SET (\w+) )?FIELDS TERMINATED BY ` + textPattern + ` (?:ENCLOSED BY ` + textPattern + ` )?(?:ESCAPED BY ` + textPattern +
		` )?LINES (?:STARTING BY '' )?TERMINATED BY ` + textPattern + ` \(([^()]*)\)\s*(?:SET (.*))?;$`)
	s.column = regexp.MustCompile("^(?:" + namePattern + `|@(.+))$`)
	s.decodes = regexp.MustCompile("^" + namePattern + `=(?:CONVERT\(@(.+) USING UTF8MB4\)|(UNHEX)\(@(.+)\))$`)
	return s
})

// layoutOf reads the statement that loads a file; nil: it is another, or not alone.
func layoutOf(text []byte, file string) *Layout {
	var found *Layout
	known := statements()
	for _, line := range strings.Split(string(bytes.TrimSpace(text)), ";\n") {
		line = strings.TrimSpace(strings.TrimSuffix(line, ";")) + ";"
		switch m := known.loadsFile.FindStringSubmatch(line); {
		case line == ";", known.setting.MatchString(line):
		case m == nil, found != nil, unpacked(literal(m[1])) != unpacked(file):
			return nil
		default:
			if found = layoutFrom(m); found == nil {
				return nil
			}
		}
	}
	return found
}

// layoutFrom takes in what a statement says.
func layoutFrom(m []string) *Layout {
	enclosed, escaped := literal(m[5]), literal(m[6])
	if len(enclosed) > 1 || len(escaped) > 1 {
		return nil
	}
	l := &Layout{Table: strings.ReplaceAll(m[2], "``", "`"), Columns: []string{}, Encoded: map[string]csv.Encoding{}}
	l.Format = csv.Format{Terminated: literal(m[4]), Lines: literal(m[7]), Charset: strings.ToLower(m[3]), Bytes: true}
	if enclosed != "" {
		l.Enclosed = enclosed[0]
	}
	if escaped != "" {
		l.Escaped = escaped[0]
	}
	variables := map[string]bool{} // of which a column is made
	for c := range strings.SplitSeq(m[8], ",") {
		switch c := statements().column.FindStringSubmatch(strings.TrimSpace(c)); {
		case c == nil:
			return nil
		case c[2] != "":
			variables[c[2]] = true
			l.Columns = append(l.Columns, c[2])
		default:
			l.Columns = append(l.Columns, strings.ReplaceAll(c[1], "``", "`"))
		}
	}
	for set := range strings.SplitSeq(m[9], ",") {
		s := statements().decodes.FindStringSubmatch(set)
		if set == "" {
			continue
		}
		if s == nil || s[1] != s[2]+s[4] || !variables[s[1]] {
			return nil
		}
		delete(variables, s[1])
		if s[3] != "" {
			l.Encoded[s[1]] = csv.Hex
		}
	}
	if len(variables) > 0 {
		return nil
	}
	return l
}

// literal gives the text of a literal without its quotes.
func literal(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r", `\0`, "\x00", `\'`, `'`, `''`, `'`, `\"`, `"`).Replace(s)
}
