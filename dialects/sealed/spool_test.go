package sealed

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// TestSpool: a stream comes back as often as it is asked for, and nothing of it is on the
// disk, nor a name.
func TestSpool(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("a canary in a row\n", 20000)
	s, err := NewSpool(dir, iotest.OneByteReader(strings.NewReader(text)))
	require.NoError(t, err)
	names, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Equal(t, s.named, len(names) > 0)

	stored := make([]byte, s.Size())
	_, err = s.file.ReadAt(stored, 0)
	require.NoError(t, err)
	require.Greater(t, len(stored), len(text))
	require.NotContains(t, string(stored), "canary")
	for range 2 {
		r, err := s.Open()
		require.NoError(t, err)
		got, err := io.ReadAll(r)
		require.NoError(t, err)
		require.True(t, bytes.Equal(got, []byte(text)))
	}
	require.NoError(t, s.Close())
	names, err = os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, names)
}

// TestSpoolChanged: what was cut or changed on the disk stops whoever reads it.
func TestSpoolChanged(t *testing.T) {
	read := func(change func(*Spool)) error {
		s, err := NewSpool(t.TempDir(), strings.NewReader(strings.Repeat("row\n", 60000)))
		require.NoError(t, err)
		defer func() { require.NoError(t, s.Close()) }()
		change(s)
		r, err := s.Open()
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, r)
		return err
	}
	require.NoError(t, read(func(*Spool) {}))
	for _, at := range []int64{1, 200, 70000, 200000} {
		require.Error(t, read(func(s *Spool) { require.NoError(t, s.file.Truncate(at)) }), "cut at %d", at)
		require.Error(t, read(func(s *Spool) {
			_, err := s.file.WriteAt([]byte("none"), at)
			require.NoError(t, err)
		}), "changed at %d", at)
	}
}

// TestSpoolStops: a stream that breaks off leaves no file.
func TestSpoolStops(t *testing.T) {
	dir, broken := t.TempDir(), errors.New("broken")
	_, err := NewSpool(dir, io.MultiReader(strings.NewReader("row\n"), iotest.ErrReader(broken)))
	require.ErrorIs(t, err, broken)
	names, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, names)
	_, err = NewSpool(dir+"/none", strings.NewReader(""))
	require.Error(t, err)
}
