package partial_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects/partial"
)

// run is one whose files are named as they are, with the digest of their name.
func run(id string) partial.Run {
	return partial.Run{
		ID: id, Definitions: func() (string, error) { return "definitions", nil },
		Input:   func(file string) (string, error) { return "raw " + file, nil },
		Written: func(file string) string { return file },
	}
}

// write finishes a file.
func write(t *testing.T, d *partial.Directory, name, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(d.Path(), name), []byte(text), 0o600))
	sum := partial.NewSum()
	_, err := sum.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, d.Finish(partial.Entry{File: name, Input: "raw " + name, Output: sum.String()}))
}

func begin(t *testing.T, path, id string) *partial.Directory {
	t.Helper()
	d, err := partial.Begin(path, run(id))
	require.NoError(t, err)
	return d
}

func finished(d *partial.Directory) (files []string) {
	for _, e := range d.Finished() {
		files = append(files, e.File)
	}
	return files
}

// TestResume: a run goes on behind what was finished, however the one before ended, and
// however often.
func TestResume(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	d := begin(t, path, "a")
	write(t, d, "1", "one")
	write(t, d, "2", "two")
	require.NoError(t, os.WriteFile(filepath.Join(d.Path(), "3"), []byte("cut"), 0o600))
	d.Discard()
	for _, id := range []string{"", "b"} {
		_, err := partial.Begin(path, run(id))
		require.Error(t, err)
	}

	// Killed while it wrote a line, and a file has changed since.
	state := filepath.Join(path+partial.Suffix, "migawari.state")
	text, err := os.ReadFile(state)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(state, append(text, `{"file":"3","inp`...), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(path+partial.Suffix, "1"), []byte("changed"), 0o600))
	d = begin(t, path, "a")
	require.Equal(t, []string{"2"}, finished(d))
	require.NoFileExists(t, filepath.Join(d.Path(), "3"))
	require.NoFileExists(t, filepath.Join(d.Path(), "1"))
	write(t, d, "1", "one again")
	d.Discard()

	d = begin(t, path, "a")
	require.Equal(t, []string{"2", "1"}, finished(d))
	_, err = partial.Begin(path, run("a"))
	require.ErrorIs(t, err, partial.ErrBusy)
	write(t, d, "3", "three")
	before, err := d.Digest()
	require.NoError(t, err)
	require.NoError(t, d.Commit())
	after, err := partial.DigestOfFiles(path)
	require.NoError(t, err)
	require.Equal(t, before, after)
	entries, err := os.ReadDir(path)
	require.NoError(t, err)
	require.Len(t, entries, 3)
	_, err = partial.Begin(path, run("a"))
	require.ErrorIs(t, err, partial.ErrExists)
}

// A run that was killed before its first line has left nothing that is in the way; what
// is of nobody is left alone.
func TestKilledEarly(t *testing.T) {
	for name, lay := range map[string]func(dir string) error{
		"no state":    func(string) error { return nil },
		"empty state": func(dir string) error { return os.WriteFile(filepath.Join(dir, "migawari.state"), nil, 0o600) },
		"cut state": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "migawari.state"), []byte(`{"run":"a","def`), 0o600)
		},
		"other files":  func(dir string) error { return os.WriteFile(filepath.Join(dir, "notes"), nil, 0o600) },
		"no more than": func(dir string) error { return os.Mkdir(filepath.Join(dir, "more"), 0o700) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "out")
			require.NoError(t, os.Mkdir(path+partial.Suffix, 0o700))
			require.NoError(t, lay(path+partial.Suffix))
			d, err := partial.Begin(path, run("a"))
			if name == "other files" || name == "no more than" {
				require.ErrorIs(t, err, partial.ErrNoRun)
				require.NoFileExists(t, filepath.Join(path+partial.Suffix, "migawari.state"))
				return
			}
			require.NoError(t, err)
			require.Empty(t, d.Finished())
			d.Discard()
			require.NoDirExists(t, path+partial.Suffix)
		})
	}
	path := filepath.Join(t.TempDir(), "out")
	require.NoError(t, os.Symlink(t.TempDir(), path+partial.Suffix))
	_, err := partial.Begin(path, run("a"))
	require.ErrorIs(t, err, partial.ErrNoFile)
}

// A run that was killed while it gave the directory its name has either not given it, and
// then all files are finished, or has left a state that nobody needs.
func TestKilledAtTheEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	state, aside := filepath.Join(path+partial.Suffix, "migawari.state"), path+partial.Suffix+".state"
	d := begin(t, path, "a")
	write(t, d, "1", "one")
	d.Discard()
	require.NoError(t, os.Rename(state, aside))
	d = begin(t, path, "a")
	require.Equal(t, []string{"1"}, finished(d))
	require.NoFileExists(t, aside)
	require.NoError(t, d.Commit())
	require.NoFileExists(t, aside)

	require.NoError(t, os.RemoveAll(path))
	require.NoError(t, os.WriteFile(aside, []byte(`{"run":"b","definitions":"other"}`), 0o600))
	d = begin(t, path, "a")
	require.Empty(t, finished(d))
	require.NoFileExists(t, aside)
	write(t, d, "1", "one")
	require.NoError(t, d.Commit())
}

// A run that cannot be taken up leaves nothing.
func TestEphemeral(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	d := begin(t, path, "")
	write(t, d, "1", "one")
	d.Discard()
	require.NoDirExists(t, path+partial.Suffix)
}

// TestDivide: shares have all files in their order, each once, and are as alike as files allow.
func TestDivide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var files []partial.File
		for i, n := range rapid.SliceOf(rapid.Int64Range(0, 1<<50)).Draw(t, "sizes") {
			files = append(files, partial.File{Name: fmt.Sprint(i), Bytes: n})
		}
		of := rapid.IntRange(1, 80).Draw(t, "shares")
		shares, digest := partial.Divide(files, "definitions", of)
		require.Len(t, shares, of)
		require.Equal(t, files, slices.Concat(shares...))
		_, again := partial.Divide(files, "definitions", of+1)
		require.Equal(t, digest, again)
		_, other := partial.Divide(files, "others", of)
		require.NotEqual(t, digest, other)
		for _, f := range files {
			owners := 0
			for n := 1; n <= of; n++ {
				s := partial.NewShare(n, shares)
				require.Equal(t, n > 1, s.Later())
				if !s.Lacks(f.Name) {
					owners++
				}
			}
			require.Equal(t, 1, owners)
		}
	})
	shares, _ := partial.Divide([]partial.File{{"a", 5}, {"b", 5}, {"c", 10}, {"d", 0}}, "", 2)
	require.Equal(t, [][]partial.File{{{"a", 5}, {"b", 5}}, {{"c", 10}, {"d", 0}}}, shares)
	var all *partial.Share
	require.False(t, all.Lacks("a") || all.Later())
}
