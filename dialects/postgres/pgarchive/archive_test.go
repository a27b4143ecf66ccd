package pgarchive_test

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/dialects/postgres/pgarchive"
	"github.com/migawari-dev/migawari/internal/corpora"
)

// samples are archives in one file that pg_dump has written.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	files, err := filepath.Glob("testdata/pg_dump-*.*")
	require.NoError(t, err)
	require.Greater(t, len(files), 5)
	for _, pattern := range []string{"tools/*/*.dump", "tools/*/*/*.dump", "tools/*/*/tar.tar", "tools/*/tar.tar.gz"} {
		files = append(files, found(t, pattern)...)
	}
	for _, f := range files {
		if info, err := os.Stat(f); err == nil && info.Mode().IsRegular() {
			all[f] = unpacked(t, f)
		}
	}
	return all
}

// found are files of the corpora, if they are there.
func found(t testing.TB, pattern string) []string {
	t.Helper()
	if corpora.Root() == "" {
		return nil
	}
	files, err := filepath.Glob(filepath.Join(corpora.Root(), pattern))
	require.NoError(t, err)
	require.NotEmpty(t, files, pattern)
	return files
}

func unpacked(t testing.TB, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer func() { _ = f.Close() }()
	r, _, err := archive.Decompress(f)
	require.NoError(t, err)
	b, err := io.ReadAll(r)
	require.NoError(t, err)
	return b
}

// directories are archives that pg_dump has written as directories.
func directories(t testing.TB) []string {
	t.Helper()
	all := append([]string{"testdata/pg_dump-15.18"}, found(t, "tools/*/dir-[gn]*")...)
	for _, packed := range found(t, "tools/*/dir-*.tar.gz") {
		root := t.TempDir()
		members := tar.NewReader(bytes.NewReader(unpacked(t, packed)))
		for {
			h, err := members.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err)
			name := filepath.Join(root, filepath.Base(filepath.Dir(packed)), filepath.Base(h.Name))
			if h.Typeflag != tar.TypeReg {
				continue
			}
			require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
			b, err := io.ReadAll(members)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(name, b, 0o600))
		}
		inside, err := filepath.Glob(filepath.Join(root, "*"))
		require.NoError(t, err)
		all = append(all, inside...)
	}
	return all
}

// text reads an archive as text, without the marks.
func text(t testing.TB, in io.Reader) string {
	t.Helper()
	a, err := pgarchive.Open(in)
	require.NoError(t, err)
	defer func() { require.NoError(t, a.Close()) }()
	all, err := io.ReadAll(a.Text())
	require.NoError(t, err)
	return unmarked(string(all), a.Marker())
}

func unmarked(s, marker string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if !strings.Contains(line, marker) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// copied writes an archive as edit has its text; with a nil edit, as it is.
func copied(ctx context.Context, in io.Reader, out io.Writer, edit func(string) string) error {
	a, err := pgarchive.Open(in)
	if err != nil {
		return err
	}
	defer func() { _ = a.Close() }()
	c := a.NewContents(false)
	if err := pass(c, a.Definitions(), edit); err != nil {
		return err
	}
	w, err := c.Archive(out)
	if err != nil {
		return err
	}
	if err := pass(w, a.Text(), edit); err != nil {
		return err
	}
	return w.Close()
}

func pass(w io.Writer, r io.Reader, edit func(string) string) error {
	if edit == nil {
		_, err := io.Copy(struct{ io.Writer }{w}, r)
		return err
	}
	all, err := io.ReadAll(r)
	if err == nil {
		_, err = io.WriteString(w, edit(string(all)))
	}
	return err
}

// A file in memory, in which can be sought.
type file struct {
	b  []byte
	at int
}

func (f *file) Write(b []byte) (int, error) {
	n := copy(f.b[f.at:], b)
	f.b = append(f.b, b[n:]...)
	f.at += len(b)
	return len(b), nil
}

func (f *file) Seek(n int64, whence int) (int64, error) {
	f.at = int(n) + map[int]int{io.SeekCurrent: f.at, io.SeekEnd: len(f.b)}[whence]
	return int64(f.at), nil
}

// TestIdentity writes every archive again. An archive that is not compressed has the same
// bytes; the others the same text.
func TestIdentity(t *testing.T) {
	for name, in := range samples(t) {
		t.Run(name, func(t *testing.T) {
			var again file
			require.NoError(t, copied(t.Context(), iotest.HalfReader(bytes.NewReader(in)), &again, nil))
			require.Equal(t, text(t, bytes.NewReader(in)), text(t, bytes.NewReader(again.b)))

			var pipe bytes.Buffer
			require.NoError(t, copied(t.Context(), bytes.NewReader(in), &pipe, nil))
			require.Equal(t, len(again.b), pipe.Len())

			var third file
			require.NoError(t, copied(t.Context(), &pipe, &third, nil))
			require.True(t, bytes.Equal(again.b, third.b), "what is written is written alike")
			if strings.Contains(name, "15.18/custom-none") || strings.Contains(name, "15.18-none") {
				require.True(t, bytes.Equal(in, again.b), "the same bytes")
			}
		})
	}
}

// TestDirectories writes every directory again: the same files, those that are not compressed
// with the same bytes, and the same text.
func TestDirectories(t *testing.T) {
	for _, in := range directories(t) {
		t.Run(in, func(t *testing.T) {
			a, err := pgarchive.OpenDirectory(in)
			require.NoError(t, err)
			require.Equal(t, pgarchive.Directory, a.Kind())
			out := filepath.Join(t.TempDir(), "out")
			d, err := partial.Begin(out, a.Run(""))
			require.NoError(t, err)
			c := a.NewContents(false)
			require.NoError(t, pass(c, a.Definitions(), nil))
			w, err := c.Directory(d)
			require.NoError(t, err)
			require.NoError(t, pass(w, a.Text(), nil))
			require.NoError(t, w.Close())
			require.NoError(t, d.Commit())
			require.NoError(t, a.Close())

			require.Equal(t, textOf(t, in), textOf(t, out))
			files, err := os.ReadDir(in)
			require.NoError(t, err)
			again, err := os.ReadDir(out)
			require.NoError(t, err)
			require.Len(t, again, len(files))
			for i, f := range files {
				require.Equal(t, f.Name(), again[i].Name())
				want, err := os.ReadFile(filepath.Join(in, f.Name()))
				require.NoError(t, err)
				got, err := os.ReadFile(filepath.Join(out, f.Name()))
				require.NoError(t, err)
				if archive.Recognise(want) == archive.Plain || f.Name() == "toc.dat" {
					require.True(t, bytes.Equal(want, got), f.Name())
				}
			}
		})
	}
}

func textOf(t testing.TB, dir string) string {
	t.Helper()
	a, err := pgarchive.OpenDirectory(dir)
	require.NoError(t, err)
	defer func() { require.NoError(t, a.Close()) }()
	all, err := io.ReadAll(a.Text())
	require.NoError(t, err)
	return unmarked(string(all), a.Marker())
}

// TestErrorsAreSilent damages archives and looks at the errors: none holds a word of them.
func TestErrorsAreSilent(t *testing.T) {
	for _, name := range []string{"testdata/pg_dump-15.18-none.dump", "testdata/pg_dump-15.18.tar"} {
		in := unpacked(t, name)
		for i := 0; i < len(in); i += 23 {
			bad := bytes.Clone(in)
			bad[i] ^= 0x55
			if err := copied(t.Context(), bytes.NewReader(bad), io.Discard, nil); err != nil {
				for _, word := range []string{"corp", "users", "logs", "carol"} {
					require.NotContains(t, fmt.Sprintf("%v %+v %q", err, err, err), word)
				}
			}
		}
	}
}

// TestCut reads every prefix of an archive: none is taken for a whole.
func TestCut(t *testing.T) {
	in, err := os.ReadFile("testdata/pg_dump-15.18-sjis.dump")
	require.NoError(t, err)
	for n := 0; n < len(in); n += 1 + n%7 {
		err := copied(t.Context(), bytes.NewReader(in[:n]), io.Discard, nil)
		require.Error(t, err, n)
		var e *pgarchive.Error
		require.ErrorAs(t, err, &e, fmt.Sprint(n))
	}
	require.Error(t, copied(t.Context(), bytes.NewReader(append(bytes.Clone(in), 0)), io.Discard, nil))
}
