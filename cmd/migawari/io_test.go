package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// TestInterruptible gives what the reader below gives, however it gives it.
func TestInterruptible(t *testing.T) {
	text := strings.Repeat("0123456789", 30_000)
	broken := errors.New("broken")
	for name, r := range map[string]io.Reader{
		"at once":        strings.NewReader(text),
		"byte by byte":   iotest.OneByteReader(strings.NewReader(text)),
		"end with data":  iotest.DataErrReader(strings.NewReader(text)),
		"nothing":        strings.NewReader(""),
		"an error":       io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)),
		"error and data": iotest.DataErrReader(io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))),
	} {
		t.Run(name, func(t *testing.T) {
			i := newInterruptible(t.Context(), r)
			got, err := io.ReadAll(i)
			if strings.Contains(name, "error") {
				require.Equal(t, broken, err)
			} else {
				require.NoError(t, err)
			}
			if name != "nothing" {
				require.True(t, text == string(got))
			}
			_, again := i.Read(make([]byte, 1))
			require.Error(t, again) // it stays so
		})
	}
}

// TestInterrupted ends a read that waits, with the cause.
func TestInterrupted(t *testing.T) {
	cause := errors.New("cause")
	ctx, cancel := context.WithCancelCause(t.Context())
	r, w := io.Pipe()
	i := newInterruptible(ctx, r)
	go func() { _, _ = w.Write([]byte("ab")) }()
	b := make([]byte, 1)
	n, err := i.Read(b)
	require.NoError(t, err)
	require.Equal(t, "a", string(b[:n]))
	n, err = i.Read(b)
	require.NoError(t, err)
	require.Equal(t, "b", string(b[:n]))
	ended := make(chan error)
	go func() {
		_, err := i.Read(b)
		ended <- err
	}()
	cancel(cause)
	require.Equal(t, cause, <-ended)
	require.NoError(t, w.Close())
}

// TestResultsAppearTogether has the dump fail at the last moment: then there is
// no audit of it either.
func TestResultsAppearTogether(t *testing.T) {
	dir := t.TempDir()
	f := &maskFlags{output: filePath(filepath.Join(dir, "dev.sql")), audit: filePath(filepath.Join(dir, "audit.json"))}
	a := &app{ui: newUI(io.Discard, io.Discard)}
	r, err := a.openResults(f, &input{}, "")
	require.NoError(t, err)
	_, err = r.Write([]byte("-- a dump\n"))
	require.NoError(t, err)
	require.NoError(t, os.Remove(r.dump.Name()))
	r.check = func() error { return nil }
	r.before = r.check
	err = r.finish(&audit.Record{Audit: &mask.Audit{}})
	require.ErrorIs(t, err, os.ErrNotExist)
	r.discard()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, entries)
}

// TestStdoutIsNotTouched writes nothing but the dump there, in one run.
func TestStdoutIsNotTouched(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := filepath.Join(t.TempDir(), "policy.yaml")
	require.NoError(t, os.WriteFile(policy, []byte(policies["keep"]), 0o600))
	for dialect, dump := range dumps {
		var stdout, stderr bytes.Buffer
		require.Equal(t, exitDone, run(t.Context(), []string{"mask", "-p", policy}, strings.NewReader(dump), &stdout, &stderr), stderr.String())
		require.Equal(t, dump, stdout.String(), dialect)
	}
}

// TestContainers refuses what is no SQL text, with what makes it one.
func TestContainers(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := filepath.Join(t.TempDir(), "policy.yaml")
	require.NoError(t, os.WriteFile(policy, []byte(policies["keep"]), 0o600))
	twice := new(bytes.Buffer)
	for range 2 {
		inner := bytes.Clone(twice.Bytes())
		twice.Reset()
		w, err := archive.Compress(twice, archive.Gzip, 1)
		require.NoError(t, err)
		_, err = w.Write(inner)
		require.NoError(t, err)
		require.NoError(t, w.Close())
	}
	for text, want := range map[string][2]string{
		"PK\x03\x04":          {"zip", "unzip -p FILE | migawari ..."},
		"BZh91AY":             {"bzip2", "bzip2 -dc FILE | migawari ..."},
		"SQLite format 3\x00": {"database file of SQLite", "unpack it, and name the file"},
		"\xff\xfe-\x00-\x00":  {"UTF-16", "mysqldump -r"},
		strings.Repeat("\x00", 257) + "ustar\x00": {"tar", "tar -xf FILE"},
		twice.String(): {"compressed twice (gzip)", "unpack it once before"},
	} {
		var stdout, stderr bytes.Buffer
		require.Equal(t, exitStopped, run(t.Context(), []string{"mask", "-p", policy}, strings.NewReader(text), &stdout, &stderr))
		require.Equal(t, "\n"+mask.Incomplete+"\n", stdout.String())
		require.Contains(t, stderr.String(), want[0])
		require.Contains(t, stderr.String(), want[1])
	}
}
