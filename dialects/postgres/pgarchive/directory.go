package pgarchive

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
)

// OpenDirectory reads the table of contents of a directory.
func OpenDirectory(path string) (*Archive, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	s := &directorySource{root: root}
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
type directorySource struct{ root *os.Root }

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

// file opens a file, which may be compressed. As pg_restore does, it goes by the suffix that
// is there: people compress the files of a directory later.
func (s *directorySource) file(name string) (io.ReadCloser, error) {
	for c, suffix := range suffixes {
		f, err := s.regular(name + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		r, err := compression(c).unpacked(f, false)
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		return &fileReader{r, f}, nil
	}
	return nil, ErrMissing
}

// A fileReader closes the file too.
type fileReader struct {
	io.ReadCloser
	file *os.File
}

func (r *fileReader) Close() error { return errors.Join(r.ReadCloser.Close(), r.file.Close()) }

func (s *directorySource) rows(e *entry) (io.ReadCloser, error) { return s.file(e.file.s) }

func (s *directorySource) objects(e *entry) (objects, error) {
	list, err := s.file(e.file.s)
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
	data, err := o.source.file(objectFile(oid))
	return oid, data, err
}

// Directory begins a new archive in a directory, which is there and empty, and takes what
// comes back for [Archive.Text]. The table of contents is written last.
func (c *Contents) Directory(path string) (io.WriteCloser, error) {
	all, kept, err := c.entries()
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return c.writer(&directorySink{root: root, header: c.header(), all: all}, kept), nil
}

// A directorySink writes the files of a directory.
type directorySink struct {
	root   *os.Root
	header *header
	all    []*entry
	list   strings.Builder // of large objects
}

// create makes a file for its owner alone.
func (s *directorySink) create(name string, c compression) (io.WriteCloser, error) {
	f, err := s.root.OpenFile(name+suffixes[c], os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	w, err := c.packed(f, s.header.level, false)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &joinedWriter{w, synced{f}}, nil
}

// synced has a file on the disk when it is closed.
type synced struct{ *os.File }

func (s synced) Close() error { return errors.Join(s.Sync(), s.File.Close()) }

func (s *directorySink) rows(e *entry) (io.WriteCloser, error) {
	return s.create(e.file.s, s.header.compression)
}

func (s *directorySink) object(_ *entry, oid uint32) (io.WriteCloser, error) {
	s.list.WriteString(objectLine(oid))
	return s.create(objectFile(oid), s.header.compression)
}

func (s *directorySink) endObjects(e *entry) error {
	defer s.list.Reset()
	return s.write(e.file.s, []byte(s.list.String()))
}

func (s *directorySink) write(name string, b []byte) error {
	f, err := s.create(name, uncompressed)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Close())
}

func (s *directorySink) Close() error {
	c := &encoder{header: s.header}
	c.contents(s.all)
	return errors.Join(s.write(tocFile, c.b), s.root.Close())
}
