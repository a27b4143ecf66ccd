package pgarchive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/partial"
)

// sampleFile is a small archive: two tables, a view, comments, grants, two large objects.
const sampleFile = "testdata/pg_dump-15.18-none.dump"

func openSample(t testing.TB) *Archive {
	t.Helper()
	b, err := os.ReadFile(sampleFile)
	require.NoError(t, err)
	a, err := Open(bytes.NewReader(b))
	require.NoError(t, err)
	return a
}

// reopened reads what an archive's writer has written.
func textOfArchive(t testing.TB, a *Archive) string {
	t.Helper()
	b, err := io.ReadAll(a.Text())
	require.NoError(t, err)
	require.NoError(t, a.Close())
	return strings.ReplaceAll(string(b), string(a.marker), "")
}

// copyInto has all text of an archive come back.
func copyInto(t testing.TB, a *Archive, open func(*Contents) (io.WriteCloser, error)) {
	t.Helper()
	c := a.NewContents(false)
	_, err := io.Copy(c, a.Definitions())
	require.NoError(t, err)
	w, err := open(c)
	require.NoError(t, err)
	_, err = io.Copy(w, a.Text())
	require.NoError(t, err)
	require.NoError(t, w.Close())
}

// TestVersions writes the sample in every version, compression and container, and reads it
// again.
func TestVersions(t *testing.T) {
	want := textOfArchive(t, openSample(t))
	for version := oldest; version <= newest; version++ {
		for c := range compression(len(kinds)) {
			if version < withAlgorithm && c > gzipped {
				continue
			}
			for _, kind := range []Kind{Custom, Directory, Tar} {
				if kind == Tar && c != uncompressed {
					continue
				}
				t.Run(fmt.Sprintf("%x/%d/%d", version, c, kind), func(t *testing.T) {
					a := openSample(t)
					a.header.version, a.header.compression, a.header.level, a.kind = version, c, int(min(c, 1))*-1, kind
					if kind != Custom {
						inFiles(a)
					}
					again := written(t, a)
					require.Equal(t, version, again.header.version)
					require.Equal(t, c, again.header.compression)
					require.Equal(t, kind, again.kind)
					require.Equal(t, want, textOfArchive(t, again))
				})
			}
		}
	}
}

// inFiles gives entries the files that they have in directories and tar files.
func inFiles(a *Archive) {
	a.header.format = formatTar
	for _, e := range a.all {
		if e.data() {
			e.file = textOf(fmt.Sprintf("%d.dat", e.id))
			if e.desc.s == blobs && a.kind == Directory {
				e.file = textOf("blobs.toc")
			}
		}
	}
}

// written writes an archive as its kind and opens what was written.
func written(t *testing.T, a *Archive) *Archive {
	t.Helper()
	if a.kind == Directory {
		dir := filepath.Join(t.TempDir(), "out")
		d, err := partial.Begin(dir, a.Run(""))
		require.NoError(t, err)
		copyInto(t, a, func(c *Contents) (io.WriteCloser, error) { return c.Directory(d) })
		require.NoError(t, d.Commit())
		again, err := OpenDirectory(dir)
		require.NoError(t, err)
		return again
	}
	var b bytes.Buffer
	copyInto(t, a, func(c *Contents) (io.WriteCloser, error) { return c.Archive(&b) })
	again, err := Open(&b)
	require.NoError(t, err)
	return again
}

// TestGroups reads large objects as PostgreSQL 17 groups them.
func TestGroups(t *testing.T) {
	a := openSample(t)
	a.header.version = newest
	for _, e := range a.all {
		if e.desc.s == "BLOB" && e.tag.s == "4242" {
			e.desc, e.tag, e.defn = textOf(blobMetadata), textOf("4242..4243"), textOf("4242\n4243\n")
		}
	}
	a.pieces = pieces(a.all)
	again := written(t, a)
	for _, e := range again.all {
		if e.desc.s == blobMetadata {
			require.Equal(t, "4242\n4243\n", e.defn.s)
		}
	}
	require.Contains(t, textOfArchive(t, again), "lo_create('4242');\nSELECT pg_catalog.lo_create('4243');\n")
}

// TestLeftOut has entries vanish whose statements do not come back, and what others need
// of them.
func TestLeftOut(t *testing.T) {
	a := openSample(t)
	without := func(r io.Reader) io.Reader {
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		text := string(b)
		for _, gone := range []string{"CREATE VIEW public.mails AS\n SELECT users.email\n   FROM public.users;", "COPY public.logs (at, line) FROM stdin;\n2024-01-02\tcarol@corp.test logged in\n\\.", "COPY public.logs (at, line) FROM stdin;\n\\."} {
			text = strings.ReplaceAll(text, gone, "")
		}
		return strings.NewReader(text)
	}
	for _, e := range a.all {
		if e.tag.s == "TABLE users" {
			e.needs = append(e.needs, textOf(number(a, "VIEW", "mails")), textOf("1"))
		}
	}
	c := a.NewContents(true)
	_, err := io.Copy(c, without(a.Definitions()))
	require.NoError(t, err)
	var b bytes.Buffer
	w, err := c.Archive(&b)
	require.NoError(t, err)
	_, err = io.Copy(w, without(a.Text()))
	require.NoError(t, err)
	require.NoError(t, w.Close())

	again, err := Open(bytes.NewReader(b.Bytes()))
	require.NoError(t, err)
	require.Len(t, again.all, len(a.all)-2)
	for _, e := range again.all {
		require.NotEqual(t, "VIEW", e.desc.s)
		require.Empty(t, e.owner.s)
		for _, need := range e.needs {
			require.NotEqual(t, number(a, "VIEW", "mails"), need.s)
		}
		if e.tag.s == "TABLE users" {
			require.Contains(t, e.needs, textOf("1"), "what never was an entry stays")
		}
	}
	require.Empty(t, again.header.database.s)
	require.NotContains(t, b.String(), "postgres\x00")
	require.NotContains(t, textOfArchive(t, again), "logged in")
}

func number(a *Archive, desc, tag string) string {
	for _, e := range a.all {
		if e.desc.s == desc && e.tag.s == tag {
			return fmt.Sprint(e.id)
		}
	}
	return ""
}

// TestUnlike has things come back that do not belong where they stand.
func TestUnlike(t *testing.T) {
	for name, edit := range map[string]func(string) string{
		"another statement":   func(s string) string { return strings.Replace(s, "CREATE VIEW", "CREATE OR REPLACE VIEW", 1) },
		"another head":        func(s string) string { return strings.Replace(s, "COPY public.users", "COPY public.others", 1) },
		"a mark less":         func(s string) string { return s[:strings.LastIndex(s, "\n-- part of")] },
		"more":                func(s string) string { return s + "DROP TABLE users;\n" },
		"a row for an object": func(s string) string { return strings.Replace(s, "SELECT pg_catalog.lo_close", "x", 1) },
		"no digits":           func(s string) string { return strings.Replace(s, `\x`, `\xzz`, 1) },
	} {
		t.Run(name, func(t *testing.T) {
			a := openSample(t)
			c := a.NewContents(false)
			_, err := io.Copy(c, a.Definitions())
			require.NoError(t, err)
			w, err := c.Archive(io.Discard)
			require.NoError(t, err)
			b, err := io.ReadAll(a.Text())
			require.NoError(t, err)
			_, err = io.WriteString(w, edit(string(b)))
			require.ErrorIs(t, errors.Join(err, w.Close()), ErrUnlike)
		})
	}
}

// encoded is a table of contents as its file has it.
func encoded(h header, all ...*entry) []byte {
	c := &encoder{header: &h}
	c.contents(all)
	return c.b
}

func customHeader() header {
	return header{version: newest, intSize: 4, offsetSize: 8, format: formatCustom, created: [7]int{3: 1, 5: 70}}
}

// TestBadContents reads tables of contents that are none.
func TestBadContents(t *testing.T) {
	good := encoded(customHeader(), &entry{id: 5, desc: textOf("TABLE"), offset: offset{state: offsetNone}})
	_, err := Open(bytes.NewReader(good))
	require.NoError(t, err)
	changed := func(at int, b byte) []byte {
		bad := bytes.Clone(good)
		bad[at] = b
		return bad
	}
	huge := customHeader()
	huge.intSize = 8
	for _, c := range []struct {
		in  []byte
		err error
	}{
		{nil, ErrTruncated},
		{[]byte("PGDMP"), ErrTruncated},
		{[]byte("hello, this is no archive"), ErrMagic},
		{changed(5, 2), ErrVersion},
		{changed(6, 0x11), ErrVersion},
		{changed(6, 0x0b), ErrVersion},
		{changed(8, 0), ErrDamaged},
		{changed(8, 9), ErrDamaged},
		{changed(9, 200), ErrDamaged},
		{changed(10, 7), ErrFormat},
		{changed(10, formatTar), ErrFormat},
		{changed(11, 4), ErrCompression},
		{good[:len(good)-1], ErrTruncated},
		{encoded(customHeader(), &entry{id: 0, offset: offset{state: offsetNone}}), ErrDamaged},
		{encoded(customHeader(), &entry{id: 5, offset: offset{state: 0}}), ErrDamaged},
		{encoded(customHeader(), &entry{id: 5, offset: offset{state: offsetNone}}, &entry{id: 5, offset: offset{state: offsetNone}}), ErrDamaged},
		{encoded(customHeader(), &entry{id: 5, needs: []text{textOf("x")}, offset: offset{state: offsetNone}}), ErrDamaged},
		{encoded(huge, &entry{id: 1 << 40, offset: offset{state: offsetNone}}), ErrDamaged},
	} {
		_, err := Open(bytes.NewReader(c.in))
		require.ErrorIs(t, err, c.err)
		var e *Error
		require.ErrorAs(t, err, &e)
	}
}

// TestAbsurdLengths announce gigabytes that are not there: nothing is allocated for them.
func TestAbsurdLengths(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	h := customHeader()
	c := &encoder{header: &h}
	c.contents(nil)
	whole := c.b[:len(c.b)-5]
	c.b = nil
	c.int(1<<31 - 1) // entries
	for _, n := range []int{5, 0, 1<<31 - 1} {
		c.int(n) // number, data, the length of a string
	}
	_, err := Open(bytes.NewReader(append(bytes.Clone(whole), c.b...)))
	require.ErrorIs(t, err, ErrSize)
	c.b = nil
	c.int(1)
	for _, n := range []int{5, 0, 1 << 29} {
		c.int(n)
	}
	_, err = Open(bytes.NewReader(append(bytes.Clone(whole), c.b...)))
	require.ErrorIs(t, err, ErrTruncated)
	runtime.ReadMemStats(&after)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(4<<20))
}

// TestContentsAreLimited holds the whole table to a size.
func TestContentsAreLimited(t *testing.T) {
	b := encoded(customHeader(), &entry{id: 5, tag: textOf(strings.Repeat("x", 5000)), offset: offset{state: offsetNone}})
	d, err := readHeader(bufio.NewReader(bytes.NewReader(b)))
	require.NoError(t, err)
	d.limit = 5000
	_, err = d.entries()
	require.ErrorIs(t, err, ErrSize)
}

// withRows is an archive of one table, with a block as given.
func withRows(block string) []byte {
	e := &entry{id: 5, hasData: 1, desc: textOf("TABLE DATA"), copy: textOf("COPY t (a) FROM stdin;\n"), offset: offset{state: offsetUnset}}
	return append(encoded(customHeader(), e), block...)
}

// TestBadBlocks reads data that are not what the table of contents says.
func TestBadBlocks(t *testing.T) {
	const begin, none = "\x01\x00\x05\x00\x00\x00", "\x00\x00\x00\x00\x00"
	for _, c := range []struct {
		block string
		err   error
	}{
		{begin + "\x00\x05\x00\x00\x001\n\\.\n" + none, nil},
		{begin + "\x00\x03\x00\x00\x00\\.\n" + none, nil},
		{"", ErrTruncated},
		{begin, ErrTruncated},
		{begin + "\x00\x05\x00\x00\x001\n\\.\n", ErrTruncated},
		{begin + "\x00\x05\x00\x00\x7f1\n\\.\n", ErrTruncated},
		{begin + "\x01\x05\x00\x00\x001\n\\.\n" + none, ErrDamaged},
		{begin + "\x00\x05\x00\x00\x001\n\\.\n" + none + "x", ErrDamaged},
		{begin + "\x00\x02\x00\x00\x001\n" + none, ErrTruncated}, // no end mark
		{begin + "\x00\x04\x00\x00\x001\\.\n" + none, ErrTruncated},
		{begin + "\x00\x04\x00\x00\x001\n\\." + none, ErrTruncated},
		{"\x01\x00\x06\x00\x00\x00" + none, ErrOrder},
		{"\x03\x00\x05\x00\x00\x00" + none, ErrOrder},
		{"\x07\x00\x05\x00\x00\x00" + none, ErrDamaged},
	} {
		a, err := Open(strings.NewReader(string(withRows(c.block))))
		require.NoError(t, err)
		_, err = io.ReadAll(a.Text())
		if c.err == nil {
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, c.err, "%q", c.block)
	}
}

// TestBombs expands a block to a thousand times its size: memory must not.
func TestBombs(t *testing.T) {
	const size = 128 << 20
	for c := gzipped; c <= zstandard; c++ {
		h := customHeader()
		h.compression = c
		e := &entry{id: 5, hasData: 1, desc: textOf("TABLE DATA"), copy: textOf("COPY t (a) FROM stdin;\n"), offset: offset{state: offsetUnset}}
		var b bytes.Buffer
		s, err := newCustomSink(&b, &h, []*entry{e})
		require.NoError(t, err)
		w, err := s.rows(e)
		require.NoError(t, err)
		zeros := make([]byte, 1<<20)
		for range size / len(zeros) {
			_, err = w.Write(zeros)
			require.NoError(t, err)
		}
		_, err = io.WriteString(w, "\n"+endOfCopy)
		require.NoError(t, err)
		require.NoError(t, w.Close())
		require.Less(t, b.Len(), size/100)

		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		a, err := Open(&b)
		require.NoError(t, err)
		n, err := io.Copy(io.Discard, a.Text())
		require.NoError(t, err)
		require.Greater(t, n, int64(size))
		runtime.ReadMemStats(&after)
		require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(24<<20), c)
	}
}

// TestBadDirectories has files that lead elsewhere, or are not there.
func TestBadDirectories(t *testing.T) {
	h := customHeader()
	h.format = formatTar
	table := func(name string) *entry {
		return &entry{id: 5, hasData: 1, desc: textOf("TABLE DATA"), copy: textOf("COPY t (a) FROM stdin;\n"), file: textOf(name)}
	}
	at := func(t *testing.T, toc []byte, files map[string]string) string {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, tocFile), toc, 0o600))
		for name, text := range files {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		}
		return dir
	}
	for _, name := range []string{"../5.dat", "/etc/passwd", "a/5.dat", "..", "toc.dat", "restore.sql", "5.dat.gz", "-5.dat", "5", "blobs_.toc", "blobs_x.toc", "5.toc", "blobs.dat", "+5.dat"} {
		_, err := OpenDirectory(at(t, encoded(h, table(name)), nil))
		require.ErrorIs(t, err, ErrFileName, name)
	}
	twice := table("5.dat")
	twice.id = 6
	_, err := OpenDirectory(at(t, encoded(h, table("5.dat"), twice), nil))
	require.ErrorIs(t, err, ErrFileName)
	_, err = OpenDirectory(at(t, append(encoded(h), 'x'), nil))
	require.ErrorIs(t, err, ErrDamaged)
	_, err = OpenDirectory(t.TempDir())
	require.Error(t, err)

	dir := at(t, encoded(h, table("5.dat")), nil)
	read := func() error {
		a, err := OpenDirectory(dir)
		require.NoError(t, err)
		defer func() { require.NoError(t, a.Close()) }()
		_, err = io.ReadAll(a.Text())
		return err
	}
	require.ErrorIs(t, read(), ErrMissing)
	require.NoError(t, os.Symlink("/etc/passwd", filepath.Join(dir, "5.dat")))
	require.ErrorIs(t, read(), ErrNotRegular)
	require.NoError(t, os.Remove(filepath.Join(dir, "5.dat")))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "5.dat"), 0o700))
	require.ErrorIs(t, read(), ErrNotRegular)
	require.NoError(t, os.Remove(filepath.Join(dir, "5.dat")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "5.dat"), []byte("1\n"), 0o600))
	require.ErrorIs(t, read(), ErrTruncated)
	require.NoError(t, os.Remove(filepath.Join(dir, tocFile)))
	require.NoError(t, os.Symlink("elsewhere", filepath.Join(dir, tocFile)))
	_, err = OpenDirectory(dir)
	require.ErrorIs(t, err, ErrNotRegular)
}

// FuzzArchive reads anything: no panic, no error without its place, and what is whole can be
// written again.
func FuzzArchive(f *testing.F) {
	files, err := filepath.Glob("testdata/pg_dump-*.*")
	require.NoError(f, err)
	for _, name := range files {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			b, err := os.ReadFile(name)
			require.NoError(f, err)
			f.Add(b)
		}
	}
	// Data that are announced, and none are there.
	f.Add(encoded(customHeader(), &entry{id: 5, hasData: 1, offset: offset{state: offsetNone}}))
	f.Add(withRows("\x01\x00\x05\x00\x00\x00\x00\x05\x00\x00\x001\n\\.\n\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, in []byte) {
		a, err := Open(bytes.NewReader(in))
		if err != nil {
			var e *Error
			require.ErrorAs(t, err, &e)
			return
		}
		text, err := io.ReadAll(io.LimitReader(a.Text(), 1<<22))
		if err != nil || len(text) == 1<<22 {
			return
		}
		c := a.NewContents(false)
		_, err = io.Copy(c, a.Definitions())
		require.NoError(t, err)
		var b bytes.Buffer
		w, err := c.Archive(&b)
		if err != nil {
			return // a definition is no statement, or holds a mark's beginning
		}
		if _, err = w.Write(text); err != nil || w.Close() != nil {
			return
		}
		again, err := Open(&b)
		require.NoError(t, err)
		text2, err := io.ReadAll(again.Text())
		require.NoError(t, err)
		require.Equal(t, len(text), len(text2))
	})
}
