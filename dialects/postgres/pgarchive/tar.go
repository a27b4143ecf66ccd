package pgarchive

import (
	"archive/tar"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

func openTar(b *bufio.Reader) (*Archive, error) {
	s := &tarSource{raw: b, members: tar.NewReader(b)}
	name, err := s.next()
	if err != nil || name != tocFile {
		return nil, at(nil, ErrMagic)
	}
	a, err := newArchive(bufio.NewReader(s.members), Tar, func(d *decoder) source {
		s.version = d.version
		return s
	})
	if err == nil && a.header.compression != uncompressed {
		err = at(nil, ErrCompression)
	}
	return a, err
}

// A tarSource reads the members of a tar file, which pg_dump writes in the order of the
// table of contents.
type tarSource struct {
	raw     io.Reader
	members *tar.Reader
	version int
}

// listFile is the name of the member that lists the large objects of an entry. In a tar
// file the entry does not say it.
func listFile(version int, e *entry) string {
	if version < newest {
		return "blobs.toc"
	}
	return fmt.Sprintf("blobs_%d.toc", e.id)
}

// next goes to the next member and gives its name, or io.EOF.
func (s *tarSource) next() (string, error) {
	h, err := s.members.Next()
	switch {
	case errors.Is(err, io.EOF):
		return "", io.EOF
	case errors.Is(err, tar.ErrHeader):
		return "", ErrDamaged
	case err != nil:
		return "", cut(err)
	case h.Typeflag != tar.TypeReg:
		return "", ErrNotRegular
	}
	return h.Name, nil
}

func (s *tarSource) rows(e *entry) (io.ReadCloser, error) {
	name, err := s.next()
	if err != nil {
		return nil, cut(err)
	}
	if name != e.file.s {
		return nil, ErrOrder
	}
	return io.NopCloser(member{s.members}), nil
}

// A member sees that a member is whole.
type member struct{ io.Reader }

func (m member) Read(b []byte) (int, error) {
	n, err := m.Reader.Read(b)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = ErrTruncated
	}
	return n, err
}

func (s *tarSource) objects(e *entry) (objects, error) { return &tarObjects{s, e, nil}, nil }

// tarObjects are members before the one that lists them.
type tarObjects struct {
	source *tarSource
	entry  *entry
	seen   []byte // what the list must say
}

func (o *tarObjects) next() (uint32, io.ReadCloser, error) {
	name, err := o.source.next()
	if err != nil {
		return 0, nil, cut(err)
	}
	if name == listFile(o.source.version, o.entry) {
		list, err := io.ReadAll(io.LimitReader(o.source.members, int64(len(o.seen))+1))
		if err == nil && !bytes.Equal(list, o.seen) {
			err = ErrOrder
		}
		if err == nil {
			err = io.EOF
		}
		return 0, nil, err
	}
	number := strings.TrimSuffix(strings.TrimPrefix(name, "blob_"), ".dat")
	oid, err := newObjectList(strings.NewReader(number + " " + name)).next()
	if err != nil {
		return 0, nil, ErrOrder
	}
	if o.seen = append(o.seen, objectLine(oid)...); len(o.seen) > MaxContents {
		return 0, nil, ErrSize
	}
	return oid, io.NopCloser(member{o.source.members}), nil
}

func (*tarObjects) Close() error { return nil }

// end reads on to the end of the input, past the script that pg_dump writes for people, and
// what fills the last record.
func (s *tarSource) end() error {
	name, err := s.next()
	if err == nil && name == scriptFile {
		_, err = s.next()
	}
	switch {
	case err == nil:
		return ErrDamaged
	case !errors.Is(err, io.EOF):
		return err
	}
	_, err = io.Copy(io.Discard, s.raw)
	return err
}

func (*tarSource) Close() error { return nil }

// A tarSink writes a tar file. The size of a member stands before it: in a file it is filled
// in, else the member lies in a temporary file until it is whole.
type tarSink struct {
	w      io.Writer
	header *header
	script []byte
	list   strings.Builder // of large objects
}

func newTarSink(w io.Writer, h *header, all []*entry, script []byte) (*tarSink, error) {
	c := &encoder{header: h}
	c.contents(all)
	s := &tarSink{w: w, header: h, script: script}
	return s, s.write(tocFile, c.b)
}

func (s *tarSink) write(name string, b []byte) error {
	if err := s.head(name, int64(len(b))); err != nil {
		return err
	}
	if _, err := s.w.Write(b); err != nil {
		return err
	}
	return s.pad(int64(len(b)))
}

// largest is the length of members that the older header can say.
const largest = 1 << 33

func (s *tarSink) head(name string, size int64) error {
	h := &tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o600, Size: size, ModTime: time.Unix(0, 0), Format: tar.FormatUSTAR}
	if size >= largest {
		h.Format = tar.FormatGNU
	}
	return tar.NewWriter(s.w).WriteHeader(h)
}

const tarBlock = 512

func (s *tarSink) pad(size int64) error {
	_, err := s.w.Write(make([]byte, -size&(tarBlock-1)))
	return err
}

func (s *tarSink) member(name string) (io.WriteCloser, error) {
	m := &tarMember{sink: s, name: name}
	if file, ok := s.w.(io.WriteSeeker); ok {
		at, err := file.Seek(0, io.SeekCurrent)
		if err != nil {
			return nil, err
		}
		m.file, m.at, m.Writer = file, at, s.w
		return m, s.head(name, 0)
	}
	spool, err := os.CreateTemp("", "migawari-*.tmp")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(spool.Name()) // where an open file can lose its name, none stays behind whatever happens
	m.spool, m.Writer = spool, spool
	return m, nil
}

// A tarMember is a member whose size is not known yet.
type tarMember struct {
	io.Writer
	sink  *tarSink
	name  string
	size  int64
	file  io.WriteSeeker // where its head stands at at
	at    int64
	spool *os.File // or what holds it
}

func (m *tarMember) Write(b []byte) (int, error) {
	n, err := m.Writer.Write(b)
	m.size += int64(n)
	return n, err
}

func (m *tarMember) Close() error {
	if m.spool != nil {
		err := errors.Join(m.copy(), m.spool.Close())
		_ = os.Remove(m.spool.Name()) // where it still has one
		return err
	}
	if err := m.sink.pad(m.size); err != nil {
		return err
	}
	if _, err := m.file.Seek(m.at, io.SeekStart); err != nil {
		return err
	}
	if err := m.sink.head(m.name, m.size); err != nil {
		return err
	}
	_, err := m.file.Seek(0, io.SeekEnd)
	return err
}

func (m *tarMember) copy() error {
	if _, err := m.spool.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := m.sink.head(m.name, m.size); err != nil {
		return err
	}
	if _, err := io.Copy(m.sink.w, m.spool); err != nil {
		return err
	}
	return m.sink.pad(m.size)
}

func (s *tarSink) rows(e *entry) (io.WriteCloser, error) { return s.member(e.file.s) }

func (s *tarSink) object(_ *entry, oid uint32) (io.WriteCloser, error) {
	s.list.WriteString(objectLine(oid))
	return s.member(objectFile(oid))
}

func (s *tarSink) endObjects(e *entry) error {
	defer s.list.Reset()
	return s.write(listFile(s.header.version, e), []byte(s.list.String()))
}

// Close writes the script, and two empty blocks.
func (s *tarSink) Close() error {
	if err := s.write(scriptFile, s.script); err != nil {
		return err
	}
	_, err := s.w.Write(make([]byte, 2*tarBlock))
	return err
}

// script is what stands in a tar file for people: the statements that make what is in the
// database, with COPY from files.
func (c *Contents) script(kept map[int]*entry) []byte {
	b := []byte("--\n-- Put the path of the unpacked files in the place of $$PATH$$.\n--\n")
	for i := range c.archive.pieces {
		p := &c.archive.pieces[i]
		e, back := kept[p.entry.id], c.back[i].String()
		if e == nil || e.desc.s == "DATABASE" || e.desc.s == "DATABASE PROPERTIES" {
			continue
		}
		switch p.kind {
		case aside, definition:
			b = append(b, back+"\n"...)
		case rows:
			if head, ok := strings.CutSuffix(back, "stdin;\n"+endOfCopy); ok {
				b = append(b, head+"'$$PATH$$/"+e.file.s+"';\n\n"...)
			}
		case removal, largeObject:
		}
	}
	return b
}
