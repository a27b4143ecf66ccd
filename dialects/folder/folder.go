// Package folder reads and writes dumps that are directories: those of mydumper, of
// MySQL Shell and of mysqldump --tab.
//
// Where a thing lives:
//
//	folder.go    what a directory holds, and who wrote it
//	mydumper.go  the files of mydumper
//	shell.go     those of MySQL Shell; json.go writes values of JSON anew
//	tab.go       those of mysqldump --tab
//	loaddata.go  files with rows of mydumper, and the statements that load them
//	rename.go    databases that get other names
//	rows.go      rows that are no SQL
//	scan.go      the dialect of all files as one stream
//	share.go     the files that one of several runs reads and writes
//	write.go     the masked directory, which grows beside its name
//
// All files are read as one stream, definitions before rows, by package parts: who masks
// it sees the whole dump. Each file gets its own name and its own compression back. What
// files tell of others, such as how many rows these have, is written anew.
//
// A directory is read closed: a file that is not known, or that another one names and is
// not there, stops the run.
package folder

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/dialects/parts"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Folder is a dump that lies in a directory.
type Folder struct {
	Parts []Part // in the order in which they are read: definitions before rows
	Facts []Fact
	path  string
	mark  parts.Marker
	cut   error
	ours  map[string]bool // files of tables that are ours, which are left out
	// byName: files are named after their databases.
	byName bool
	ahead  int // files that are read before their turn
	rename func(database string) string
	share  *partial.Share // of several runs

	mu     sync.Mutex
	joined *parts.Joined       // the stream that was read last
	read   map[string]*reading // of the files that this run reads
	reused map[string]bool     // finished by an earlier run
}

// A Part is a file with a part of the dump.
type Part struct {
	File     string
	Database string  // to which its tables belong; empty: as it says itself
	Data     bool    // it has rows and nothing but rows: nobody need read it to read another
	Rows     *Layout // nil: it is SQL text
	View     bool    // its table stands in for a view while the dump is loaded
	bytes    int64   // that it must have, unpacked; negative: nobody says
}

// A Fact is a file that tells of others.
type Fact struct {
	File string
	// Database is the one that it is named after, if it is.
	Database string
	text     []byte
	edit     func(text []byte, o Outcome) ([]byte, error) // gives nil to leave the file out
	// counts: it tells how many bytes others have.
	counts bool
}

// An Outcome is what has become of a dump.
type Outcome struct {
	Safe  bool // facts about the server are left out
	Whole bool // nothing was changed or left out: checksums of the rows still hold
	// Rows says how many rows of a table were written, by its name as the dump has it.
	Rows  func(table string) (n int64, known bool)
	bytes map[string]int64 // of each file, unpacked
	// tables are the bytes of the rows of each table.
	tables map[string]int64
	// database says what a database is called.
	database func(string) string
}

// total is how many bytes all rows have.
func (o Outcome) total() (n int64) {
	for _, t := range o.tables {
		n += t
	}
	return n
}

// What stops the reading of a directory.
var (
	ErrUnknown = errors.New("the directory is no dump of a known kind")
	ErrFile    = errors.New("this file belongs to no dump of this kind")
	ErrNoFile  = errors.New("only regular files belong to a dump: no link, no directory")
	ErrCut     = errors.New("the dump was not finished")
	ErrMissing = errors.New("a file is missing that another one names")
	ErrLength  = errors.New("it does not have the length that another file says")
	ErrFact    = errors.New("not understood")
)

// An Error says at which file it stopped. It quotes nothing of what is in it.
type Error struct {
	File string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("%q: %v", e.File, e.Err) }
func (e *Error) Unwrap() error { return e.Err }

// at names the file of an error.
func at(file string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return &Error{File: file, Err: err}
}

// Open reads what a directory holds.
func Open(path string) (*Folder, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	return read(path, entries)
}

// read reads what the files of a directory are.
func read(path string, entries []fs.DirEntry) (f *Folder, err error) {
	files := map[string]bool{}
	for _, e := range entries {
		if !e.Type().IsRegular() {
			return nil, at(e.Name(), ErrNoFile)
		}
		files[e.Name()] = true
	}
	f = &Folder{path: path, mark: parts.NewMarker(), ours: map[string]bool{}, read: map[string]*reading{}, reused: map[string]bool{}}
	switch {
	case files["@.json"]:
		err = f.shell(entries)
	case files["metadata"] || files["metadata.partial"]:
		f.byName, err = true, f.mydumper(entries)
	case isTab(files):
		f.tab(entries)
	default:
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// isOurs says whether a table is ours. Neither its files nor what others tell of it are written.
func isOurs(table string) bool { return schema.Name{Name: table}.Ours() }

// Whole says whether the dump was finished, as its own files have it.
func (f *Folder) Whole() error { return f.cut }

// fact takes a file in that tells of others.
func (f *Folder) fact(name string, edit func([]byte, Outcome) ([]byte, error)) error {
	text, err := os.ReadFile(filepath.Join(f.path, name))
	if err != nil {
		return at(name, err)
	}
	f.Facts = append(f.Facts, Fact{File: name, text: text, edit: edit})
	return nil
}

// Marker is that of the stream.
func (f *Folder) Marker() parts.Marker { return f.mark }

// Ahead has that many files read and unpacked before their turn, at the same time.
func (f *Folder) Ahead(files int) { f.ahead = files }

// Join reads all parts as one stream, but those that an earlier run has finished or another
// one writes, and counts the bytes as they lie in the files.
func (f *Folder) Join(count *atomic.Int64) io.ReadCloser {
	return f.join(count, func(file string) bool { return f.reused[file] || f.share.Lacks(file) })
}

func (f *Folder) join(count *atomic.Int64, skips func(file string) bool) io.ReadCloser {
	joined := f.mark.Join(func(yield func(parts.Part, error) bool) {
		for i, p := range f.Parts {
			if skips(p.File) {
				continue
			}
			if !yield(parts.Part{Number: i, Open: func() (io.ReadCloser, error) { return f.open(p, count) }}, nil) {
				return
			}
		}
	})
	joined.Ahead(f.ahead)
	return &stream{joined, f}
}

// A stream is the one that is read now: several can be joined before any is.
type stream struct {
	*parts.Joined
	folder *Folder
}

// Read implements [io.Reader].
func (s *stream) Read(b []byte) (int, error) {
	s.folder.mu.Lock()
	s.folder.joined = s.Joined
	s.folder.mu.Unlock()
	return s.Joined.Read(b)
}

// Locate finds the file of a place in the stream that was read last, and the place in
// that file. It may be asked when reading has stopped.
func (f *Folder) Locate(p dialects.Pos) (file string, in dialects.Pos) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.joined == nil {
		return "", p
	}
	number, before, ends, ok := f.joined.Place(p.Offset)
	if !ok {
		return "", p
	}
	return f.Parts[number].File, dialects.Pos{Offset: p.Offset - before, Line: p.Line - ends}
}

// has says whether a file is a part with rows.
func (f *Folder) has(file string) bool {
	return slices.ContainsFunc(f.Parts, func(p Part) bool { return p.File == file && p.Data })
}

// database is that of a part's file.
func (f *Folder) database(file string) string {
	return f.Parts[slices.IndexFunc(f.Parts, func(p Part) bool { return p.File == file })].Database
}

// reuse has a file neither read nor written.
func (f *Folder) reuse(file string) { f.reused[file] = true }

// A reading is what is known of a file that was opened, and of all of it once it was read
// to its end.
type reading struct {
	kind archive.Kind // as its bytes say: mydumper 0.10 gives names in .gz to files that are not
	sum  *partial.Sum // of it as it lies
	n    int64        // bytes, unpacked
}

// of gives the reading of a file.
func (f *Folder) of(file string) *reading {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.read[file]
}

// open opens a file, unpacked.
func (f *Folder) open(p Part, count *atomic.Int64) (io.ReadCloser, error) {
	name := p.File
	root, err := os.OpenRoot(f.path)
	if err != nil {
		return nil, at(name, err)
	}
	defer func() { _ = root.Close() }() // what is open stays open
	file, err := root.Open(name)
	if err != nil {
		return nil, at(name, err)
	}
	sum := partial.NewSum()
	plain, kind, err := archive.Decompress(&counter{io.TeeReader(file, sum), count})
	if err == nil && !kind.Writable() {
		err = archive.ErrUnwritable
	}
	if err != nil {
		_ = file.Close() // it was only read
		return nil, at(name, err)
	}
	r := &reading{kind: kind, sum: sum}
	f.mu.Lock()
	f.read[name] = r
	f.mu.Unlock()
	return &opened{plain, file, p, r}, nil
}

// An opened is a file that is being read.
type opened struct {
	plain io.ReadCloser
	file  *os.File
	part  Part
	*reading
}

func (o *opened) Read(b []byte) (int, error) {
	n, err := o.plain.Read(b)
	o.n += int64(n)
	switch {
	case err == nil:
	case !errors.Is(err, io.EOF):
		err = at(o.part.File, err)
	case o.part.bytes >= 0 && o.n != o.part.bytes:
		err = at(o.part.File, ErrLength)
	}
	return n, err
}

func (o *opened) Close() error { return errors.Join(o.plain.Close(), o.file.Close()) }

// A counter counts what is read.
type counter struct {
	r io.Reader
	n *atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// Size is how many bytes the parts have, as they lie in the files.
func (f *Folder) Size() (n int64) {
	for _, p := range f.Parts {
		if info, err := os.Stat(filepath.Join(f.path, p.File)); err == nil {
			n += info.Size()
		}
	}
	return n
}
