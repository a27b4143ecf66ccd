package folder

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/csv"
)

// A dump of MySQL Shell is described by JSON files: @.json names the schemas and how
// their files begin, SCHEMA.json the tables, SCHEMA@TABLE.json how their rows are written,
// and @.done.json how many bytes there are. A file beside each chunk of rows has its
// length, unpacked.

// shellDump is what is read of @.json.
type shellDump struct {
	Schemas   []string          `json:"schemas"`
	Basenames map[string]string `json:"basenames"`
}

// shellDone is what is read of @.done.json.
type shellDone struct {
	Chunks map[string]int64 `json:"chunkFileBytes"`
}

// shellSchema is what is read of SCHEMA.json.
type shellSchema struct {
	Tables    []string          `json:"tables"`
	Views     []string          `json:"views"`
	Basenames map[string]string `json:"basenames"`
}

// shellTable is what is read of SCHEMA@TABLE.json.
type shellTable struct {
	Options struct {
		Schema     string            `json:"schema"`
		Table      string            `json:"table"`
		Columns    []string          `json:"columns"`
		Decode     map[string]string `json:"decodeColumns"`
		Charset    string            `json:"defaultCharacterSet"`
		Terminated string            `json:"fieldsTerminatedBy"`
		Enclosed   string            `json:"fieldsEnclosedBy"`
		Optionally bool              `json:"fieldsOptionallyEnclosed"`
		Escaped    string            `json:"fieldsEscapedBy"`
		Lines      string            `json:"linesTerminatedBy"`
	} `json:"options"`
	Extension string            `json:"extension"`
	Basenames map[string]string `json:"basenames"` // of partitions
}

// The places of a dump's files in the order in which they are read.
const (
	shellBegin = iota
	shellSchemas
	shellPlaceholders
	shellTables
	shellRows
	shellTriggers
	shellViews
	shellEnd
	shellUsers
)

// A shell is a dump of MySQL Shell that is being listed.
type shell struct {
	*Folder
	left  map[string]bool // files that nobody has named yet
	place map[string]int
	done  *shellDone
	// charset is what names in JSON are in, where that is not UTF-8.
	charset *charset.Charset
}

// shell lists the files of a dump of MySQL Shell.
func (f *Folder) shell(entries []fs.DirEntry) error {
	s := &shell{Folder: f, left: map[string]bool{}, place: map[string]int{}}
	for _, e := range entries {
		s.left[e.Name()] = true
	}
	if err := s.list(); err != nil {
		return err
	}
	for _, e := range entries {
		if s.left[e.Name()] {
			return at(e.Name(), ErrFile)
		}
	}
	slices.SortStableFunc(f.Parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(s.place[a.File], s.place[b.File]), strings.Compare(a.File, b.File))
	})
	return nil
}

func (s *shell) list() error {
	var dump shellDump
	if err := s.describe("@.json", &dump, shellFacts); err != nil {
		return err
	}
	if s.left["@.done.json"] {
		s.done = &shellDone{}
		if err := s.describe("@.done.json", s.done, s.sizes); err != nil {
			return err
		}
	} else {
		s.cut = at("@.json", ErrCut)
	}
	if s.left["@.checksums.json"] {
		if err := s.describe("@.checksums.json", &struct{}{}, shellChecksums); err != nil {
			return err
		}
	}
	s.sql("@.sql", "", shellBegin)
	s.sql("@.post.sql", "", shellEnd)
	s.sql("@.users.sql", "", shellUsers)
	for _, name := range dump.Schemas {
		if err := s.schema(name, cmp.Or(dump.Basenames[name], name)); err != nil {
			return err
		}
	}
	return s.chunksNamed()
}

// describe reads a JSON file.
func (s *shell) describe(name string, into any, edit func([]byte, Outcome) ([]byte, error)) error {
	if !s.left[name] {
		return at(name, ErrMissing)
	}
	delete(s.left, name)
	if err := s.fact(name, edit); err != nil {
		return err
	}
	f := &s.Facts[len(s.Facts)-1]
	f.counts = true
	text := f.text
	if found := shellCharset.FindSubmatch(text); found != nil && s.charset == nil {
		s.charset = charset.MySQL(string(found[1])) // @.json comes first
	}
	if !utf8.Valid(text) {
		var err error
		if text, err = s.decoded(text); err != nil {
			return at(name, ErrFact)
		}
		f.edit = func(_ []byte, o Outcome) ([]byte, error) {
			out, err := edit(text, o)
			if err != nil || out == nil {
				return nil, err
			}
			return s.charset.Encode(nil, out)
		}
	}
	if json.Unmarshal(text, into) != nil {
		return at(name, ErrFact) // the reason may quote the file
	}
	return nil
}

// shellCharset is what a file says of its own character set.
var shellCharset = regexp.MustCompile(`"defaultCharacterSet"\s*:\s*"([A-Za-z0-9_]+)"`)

// decoded is the text of a file that is not UTF-8. It must be the same when it is written
// back, which characters that have two codes are not.
func (s *shell) decoded(raw []byte) ([]byte, error) {
	if s.charset == nil {
		return nil, ErrFact
	}
	text, err := s.charset.Decode(nil, raw)
	if err != nil {
		return nil, err
	}
	if back, err := s.charset.Encode(nil, text); err != nil || !bytes.Equal(back, raw) {
		return nil, ErrFact
	}
	return text, nil
}

// sql takes a file with SQL text in, where it is there.
func (s *shell) sql(name, database string, place int) {
	if !s.left[name] {
		return
	}
	delete(s.left, name)
	s.place[name] = place
	s.Parts = append(s.Parts, Part{File: name, Database: database, bytes: -1})
}

func (s *shell) schema(name, base string) error {
	var schema shellSchema
	if err := s.describe(base+".json", &schema, shellNames); err != nil {
		return err
	}
	s.sql(base+".sql", name, shellSchemas)
	for _, view := range schema.Views {
		base := cmp.Or(schema.Basenames[view], base+"@"+view)
		s.sql(base+".pre.sql", name, shellPlaceholders)
		s.sql(base+".sql", name, shellViews)
	}
	for _, table := range schema.Tables {
		if isOurs(table) {
			s.leave(cmp.Or(schema.Basenames[table], base+"@"+table))
			continue
		}
		if err := s.table(name, cmp.Or(schema.Basenames[table], base+"@"+table)); err != nil {
			return err
		}
	}
	return nil
}

// leave leaves out the files of a table that is ours.
func (s *shell) leave(base string) {
	for name := range s.left {
		if rest, ok := strings.CutPrefix(name, base); ok && (rest[0] == '.' || rest[0] == '@') {
			delete(s.left, name)
			s.ours[name] = true
		}
	}
}

func (s *shell) table(schema, base string) error {
	var table shellTable
	if err := s.describe(base+".json", &table, shellNames); err != nil {
		return err
	}
	s.sql(base+".sql", schema, shellTables)
	s.sql(base+".triggers.sql", schema, shellTriggers)
	layout, err := table.layout()
	if err != nil {
		return at(base+".json", err)
	}
	bases := []string{base}
	for _, partition := range table.Basenames {
		bases = append(bases, partition)
	}
	for _, base := range bases {
		if err := s.chunks(schema, base, "."+table.Extension, layout); err != nil {
			return err
		}
	}
	return nil
}

// layout says how the rows of a table are written.
func (t *shellTable) layout() (*Layout, error) {
	o := t.Options
	l := &Layout{Table: o.Table, Columns: o.Columns, Encoded: map[string]csv.Encoding{}}
	if len(o.Enclosed) > 1 || len(o.Escaped) > 1 || len(o.Columns) == 0 {
		return nil, ErrFact
	}
	l.Format = csv.Format{Terminated: o.Terminated, Lines: o.Lines, Optionally: o.Optionally, Charset: o.Charset, Bytes: true}
	if o.Enclosed != "" {
		l.Enclosed = o.Enclosed[0]
	}
	if o.Escaped != "" {
		l.Escaped = o.Escaped[0]
	}
	for column, function := range o.Decode {
		switch function {
		case "FROM_BASE64":
			l.Encoded[column] = csv.Base64
		case "UNHEX":
			l.Encoded[column] = csv.Hex
		default:
			return nil, ErrFact
		}
	}
	return l, nil
}

// chunks takes the files with rows in whose names begin alike: BASE.tsv alone, or
// BASE@0.tsv, BASE@1.tsv and so on up to the last, BASE@@2.tsv.
func (s *shell) chunks(schema, base, extension string, l *Layout) error {
	last, n := -1, 0
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range s.left {
			if !yield(name) {
				return
			}
		}
	}) {
		of, ok := strings.CutSuffix(name, extension)
		number, found := strings.CutPrefix(of, base)
		if !ok || !found {
			continue
		}
		if number != "" {
			digits, isLast := strings.CutPrefix(number, "@@")
			if !isLast {
				if digits, found = strings.CutPrefix(number, "@"); !found {
					continue
				}
			}
			i, err := strconv.Atoi(digits)
			if err != nil {
				continue
			}
			if isLast {
				last = i
			}
		} else {
			last = 0
		}
		n++
		if err := s.chunk(name, schema, l); err != nil {
			return err
		}
	}
	if n > 0 && last != n-1 && s.cut == nil {
		return at(base, ErrMissing)
	}
	return nil
}

func (s *shell) chunk(name, schema string, l *Layout) error {
	delete(s.left, name)
	s.place[name] = shellRows
	p := Part{File: name, Database: schema, Data: true, Rows: l, bytes: -1}
	index := name + ".idx"
	if s.left[index] {
		text, err := os.ReadFile(filepath.Join(s.path, index))
		if err != nil {
			return at(index, err)
		}
		if len(text) != 8 {
			return at(index, ErrFact)
		}
		p.bytes = int64(binary.BigEndian.Uint64(text))
		delete(s.left, index)
		s.Facts = append(s.Facts, Fact{File: index, text: text, edit: func(_ []byte, o Outcome) ([]byte, error) {
			return binary.BigEndian.AppendUint64(nil, uint64(o.bytes[name])), nil
		}})
	}
	if s.done != nil && s.done.Chunks != nil {
		size, known := s.done.Chunks[name]
		if !known || p.bytes >= 0 && p.bytes != size {
			return at(name, ErrFile)
		}
		p.bytes = size
	}
	s.Parts = append(s.Parts, p)
	return nil
}

// chunksNamed misses chunks that only @.done.json names.
func (s *shell) chunksNamed() error {
	if s.done == nil {
		return nil
	}
	for name := range s.done.Chunks {
		if s.place[name] != shellRows && !s.ours[name] {
			return at(name, ErrMissing)
		}
	}
	return nil
}

// shellFacts writes @.json: who made the dump, and where its server was, is left out.
func shellFacts(text []byte, o Outcome) ([]byte, error) {
	return rewrite(text, o.namesIn("basenames"), func(path []string) (change, error) {
		neutral, known := shellKeys[path[0]]
		switch {
		case len(path) == 1 && path[0] == "schemas":
			return o.inList, nil
		case len(path) == 1 && path[0] == "checksum" && !o.Whole:
			return always("false"), nil
		case len(path) > 1 || !o.Safe:
			return nil, nil
		case !known:
			return nil, ErrFact
		case neutral != "":
			return always(neutral), nil
		}
		return nil, nil
	})
}

// shellKeys are what stands in @.json, and what stands for it where it tells of the
// server, its accounts or the conditions of the dump.
var shellKeys = map[string]string{
	"dumper": "", "version": "", "origin": "", "options": "{}", "schemas": "", "basenames": "", "users": "[]", "defaultCharacterSet": "",
	"tzUtc": "", "bytesPerChunk": "", "user": `""`, "hostname": `""`, "server": `""`, "serverVersion": "", "binlogFile": `""`,
	"binlogPosition": "0", "gtidExecuted": `""`, "gtidExecutedInconsistent": "", "consistent": "", "partialRevokes": "",
	"compatibilityOptions": "", "capabilities": "", "checksum": "", "targetVersion": "", "begin": "", "lowerCaseTableNames": "",
}

// shellNames holds SCHEMA.json and SCHEMA@TABLE.json, which have names and how rows are
// written, to that.
func shellNames(text []byte, o Outcome) ([]byte, error) {
	return rewrite(text, nil, func(path []string) (change, error) {
		if len(path) == 2 && path[0] == "basenames" && isOurs(path[1]) {
			return remove, nil
		}
		if len(path) == 1 && path[0] == "tables" {
			return withoutOurs, nil
		}
		if path[len(path)-1] == "schema" && (len(path) == 1 || len(path) == 2 && path[0] == "options") {
			return o.inText, nil
		}
		if o.Safe && len(path) == 1 && !shellNamed[path[0]] {
			return nil, ErrFact
		}
		return nil, nil
	})
}

// withoutOurs takes the tables that are ours out of a list.
func withoutOurs(raw json.RawMessage) ([]byte, error) {
	var names []string
	if json.Unmarshal(raw, &names) != nil {
		return nil, ErrFact
	}
	if !slices.ContainsFunc(names, isOurs) {
		return raw, nil
	}
	return json.Marshal(slices.DeleteFunc(names, isOurs))
}

var shellNamed = map[string]bool{
	"schema": true, "includesDdl": true, "includesViewsDdl": true, "includesData": true, "tables": true, "views": true, "events": true,
	"functions": true, "procedures": true, "libraries": true, "basenames": true, "options": true, "triggers": true, "histograms": true,
	"extension": true, "chunking": true, "compression": true, "primaryIndex": true, "partitions": true, "includesTablesDdl": true,
}

// sizes writes @.done.json.
func (s *shell) sizes(text []byte, o Outcome) ([]byte, error) {
	return rewrite(text, o.namesIn("tableDataBytes"), func(path []string) (change, error) {
		number := func(n int64) change { return always(strconv.FormatInt(n, 10)) }
		switch {
		case len(path) == 1 && path[0] == "dataBytes":
			return number(o.total()), nil
		case len(path) == 3 && isOurs(path[2]), len(path) == 2 && s.ours[path[1]]:
			return remove, nil
		case len(path) == 3 && path[0] == "tableDataBytes":
			n, known := o.tables[path[1]+"."+path[2]]
			if !known {
				return nil, ErrFact
			}
			return number(n), nil
		case len(path) == 2 && path[0] == "chunkFileBytes":
			n, known := o.bytes[path[1]]
			if !known {
				return nil, ErrFact
			}
			return number(n), nil
		case len(path) == 1 && !slices.Contains([]string{"end", "tableDataBytes", "chunkFileBytes"}, path[0]) && o.Safe:
			return nil, ErrFact
		}
		return nil, nil
	})
}

// shellChecksums leaves @.checksums.json out where rows were written anew: they are those
// of the server, of the raw rows.
func shellChecksums(text []byte, o Outcome) ([]byte, error) {
	if !o.Whole {
		return nil, nil
	}
	return text, nil
}
