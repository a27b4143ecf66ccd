package pgarchive

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/migawari-dev/migawari/dialects/partial"
)

// OpenDirectory reads the table of contents of a directory.
func OpenDirectory(path string) (*Archive, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	s := &directorySource{root: root, sums: map[string]*partial.Sum{}}
	a, err := s.open()
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return a, nil
}

func (s *directorySource) open() (*Archive, error) {
	f, err := s.regular(tocFile)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return newArchive(bufio.NewReader(f), Directory, func(*decoder) source { return s })
}

// A directorySource reads the files of a directory.
type directorySource struct {
	root *os.Root
	mu   sync.Mutex
	sums map[string]*partial.Sum // of the files with rows that were read, as they lie
}

// regular opens a file that is no link.
func (s *directorySource) regular(name string) (*os.File, error) {
	info, err := s.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, ErrNotRegular
	}
	return s.root.Open(name)
}

// find opens a file and says how it is compressed. As pg_restore does, it goes by the suffix
// that is there: people compress the files of a directory later.
func (s *directorySource) find(name string) (*os.File, compression, error) {
	for c, suffix := range suffixes {
		if f, err := s.regular(name + suffix); !errors.Is(err, fs.ErrNotExist) {
			return f, compression(c), err
		}
	}
	return nil, 0, ErrMissing
}

// file opens a file, unpacked. What lies in it goes to sum as well, all of it.
func (s *directorySource) file(name string, sum io.Writer) (io.ReadCloser, error) {
	f, c, err := s.find(name)
	if err != nil {
		return nil, err
	}
	packed := io.TeeReader(f, sum)
	r, err := c.unpacked(packed, false)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &fileReader{r, packed, f}, nil
}

// A fileReader closes the file too.
type fileReader struct {
	io.ReadCloser
	packed io.Reader
	file   *os.File
}

func (r *fileReader) Close() error {
	_, rest := io.Copy(io.Discard, r.packed) // what stands behind the end is part of the file
	return errors.Join(r.ReadCloser.Close(), rest, r.file.Close())
}

func (s *directorySource) rows(e *entry) (io.ReadCloser, error) {
	sum := partial.NewSum()
	s.mu.Lock()
	s.sums[e.file.s] = sum
	s.mu.Unlock()
	return s.file(e.file.s, sum)
}

// read is the sum of a file that was read to its end.
func (s *directorySource) read(file string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sums[file].String()
}

func (s *directorySource) objects(e *entry) (objects, error) {
	list, err := s.file(e.file.s, io.Discard)
	if err != nil {
		return nil, err
	}
	return &directoryObjects{list, s, newObjectList(list)}, nil
}

func (*directorySource) end() error { return nil }

func (s *directorySource) Close() error { return s.root.Close() }

type directoryObjects struct {
	io.Closer
	source *directorySource
	list   *objectList
}

func (o *directoryObjects) next() (uint32, io.ReadCloser, error) {
	oid, err := o.list.next()
	if err != nil {
		return 0, nil, err
	}
	data, err := o.source.file(objectFile(oid), io.Discard)
	return oid, data, err
}

// Run says what decides what is written of a directory, beside id.
func (a *Archive) Run(id string) partial.Run {
	return partial.Run{ID: id, Definitions: a.definitions, Input: a.input, Written: func(file string) string { return file + suffixes[a.header.compression] }}
}

// definitions is the digest of the table of contents.
func (a *Archive) definitions() (string, error) {
	s, ok := a.source.(*directorySource)
	if !ok {
		return "", nil // it is read anew in any case
	}
	f, err := s.regular(tocFile)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // it was only read
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// input is the sum of a file with rows.
func (a *Archive) input(file string) (string, error) {
	if !slices.ContainsFunc(a.all, func(e *entry) bool { return e.data() && e.desc.s != blobs && e.file.s == file }) {
		return "", partial.ErrOther
	}
	s, ok := a.source.(*directorySource)
	if !ok {
		return "", partial.ErrOther
	}
	f, _, err := s.find(file)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // it was only read
	return partial.SumOf(f)
}

// Reuse has the rows in some files neither read nor written.
func (a *Archive) Reuse(finished []partial.Entry) {
	a.reused = map[string]bool{}
	for _, f := range finished {
		a.reused[f.File] = true
	}
}

// Directory begins a new archive in a directory, and takes what comes back for
// [Archive.Text]. The table of contents is written last.
func (c *Contents) Directory(d *partial.Directory) (io.WriteCloser, error) {
	all, kept, err := c.entries()
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(d.Path())
	if err != nil {
		return nil, err
	}
	return c.writer(&directorySink{root: root, into: d, archive: c.archive, header: c.header(), all: all}, kept), nil
}

// A directorySink writes the files of a directory.
type directorySink struct {
	root    *os.Root
	into    *partial.Directory
	archive *Archive
	header  *header
	all     []*entry
	list    strings.Builder // of large objects
}

// create makes a file, in a directory that is closed to others as long as it grows. What lies in it goes to sum as well.
func (s *directorySink) create(name string, c compression, sum io.Writer) (io.WriteCloser, error) {
	f, err := s.root.OpenFile(name+suffixes[c], os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	w, err := c.packed(io.MultiWriter(f, sum), s.header.level, false)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &joinedWriter{w, synced{f}}, nil
}

// synced has a file on the disk when it is closed.
type synced struct{ *os.File }

func (s synced) Close() error { return errors.Join(s.Sync(), s.File.Close()) }

func (s *directorySink) rows(e *entry) (io.WriteCloser, error) {
	if s.archive.skips(e.file.s) {
		return nopCloser{io.Discard}, nil
	}
	sum := partial.NewSum()
	w, err := s.create(e.file.s, s.header.compression, sum)
	return &rowFile{WriteCloser: w, sink: s, file: e.file.s, sum: sum}, err
}

// A rowFile is noted when it is whole.
type rowFile struct {
	io.WriteCloser
	sink *directorySink
	file string
	sum  *partial.Sum
	n    int64
}

func (f *rowFile) Write(b []byte) (int, error) {
	n, err := f.WriteCloser.Write(b)
	f.n += int64(n)
	return n, err
}

func (f *rowFile) Close() error {
	if err := f.WriteCloser.Close(); err != nil {
		return err
	}
	s, ok := f.sink.archive.source.(*directorySource)
	if !ok {
		return nil
	}
	return f.sink.into.Finish(partial.Entry{File: f.file, Input: s.read(f.file), Output: f.sum.String(), Bytes: f.n})
}

func (s *directorySink) object(_ *entry, oid uint32) (io.WriteCloser, error) {
	s.list.WriteString(objectLine(oid))
	return s.create(objectFile(oid), s.header.compression, io.Discard)
}

func (s *directorySink) endObjects(e *entry) error {
	defer s.list.Reset()
	return s.write(e.file.s, []byte(s.list.String()))
}

func (s *directorySink) write(name string, b []byte) error {
	f, err := s.create(name, uncompressed, io.Discard)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Close())
}

func (s *directorySink) Close() error {
	if s.archive.share.Later() {
		return s.root.Close()
	}
	c := &encoder{header: s.header}
	c.contents(s.all)
	return errors.Join(s.write(tocFile, c.b), s.root.Close())
}
