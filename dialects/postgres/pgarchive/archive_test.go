package pgarchive_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/postgres/pgarchive"
	"github.com/migawari-dev/migawari/internal/corpora"
)

// samples are archives that pg_dump has written.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	files, err := filepath.Glob("testdata/*.dump")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	if root := corpora.Root(); root != "" {
		for _, pattern := range []string{"tools/*/*.dump", "tools/*/*/*.dump"} {
			more, err := filepath.Glob(filepath.Join(root, pattern))
			require.NoError(t, err)
			files = append(files, more...)
		}
	}
	for _, f := range files {
		all[f], err = os.ReadFile(f)
		require.NoError(t, err)
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
	f.b = append(f.b[:f.at], append(bytes.Clone(b), f.b[min(len(f.b), f.at+len(b)):]...)...)
	f.at += len(b)
	return len(b), nil
}

func (f *file) Seek(n int64, whence int) (int64, error) {
	f.at = int(n)
	if whence == io.SeekEnd {
		f.at += len(f.b)
	}
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
			if strings.Contains(name, "15.18/custom-none") {
				require.True(t, bytes.Equal(in, again.b), "the same bytes")
			}
		})
	}
}

// TestCut reads every prefix of an archive: none is taken for a whole.
func TestCut(t *testing.T) {
	in, err := os.ReadFile("testdata/pg_dump-15.18-sjis.dump")
	require.NoError(t, err)
	for n := range len(in) {
		err := copied(t.Context(), bytes.NewReader(in[:n]), io.Discard, nil)
		require.Error(t, err, n)
		var e *pgarchive.Error
		require.ErrorAs(t, err, &e, fmt.Sprint(n))
	}
	require.Error(t, copied(t.Context(), bytes.NewReader(append(bytes.Clone(in), 0)), io.Discard, nil))
}
