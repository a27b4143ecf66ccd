package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// A record is a buffer that one goroutine writes and another reads.
type record struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.b.Write(p)
}

// take gives what was written since the last call.
func (r *record) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer r.b.Reset()
	return r.b.String()
}

// sized is an input of n bytes.
func sized(t *testing.T, n int) *input {
	t.Helper()
	name := filepath.Join(t.TempDir(), "dump.sql")
	require.NoError(t, os.WriteFile(name, make([]byte, n), 0o600))
	info, err := os.Stat(name)
	require.NoError(t, err)
	return &input{info: info}
}

// TestLines shows a long run elsewhere than on a terminal.
func TestLines(t *testing.T) {
	in := sized(t, 1_000_000)
	synctest.Test(t, func(t *testing.T) {
		var out record
		p := newProgress(newUI(io.Discard, &out), "auto", in)
		time.Sleep(9 * time.Second)
		synctest.Wait()
		require.Empty(t, out.take())
		in.raw.Store(250_000)
		p.observe(mask.Progress{BytesIn: 240_000, Rows: 12_345})
		time.Sleep(time.Second)
		synctest.Wait()
		require.Equal(t, "migawari:  25%  240.0 kB  12,345 rows  24.0 kB/s  0:30 left\n", out.take())
		time.Sleep(9 * time.Second)
		synctest.Wait()
		require.Empty(t, out.take())
		in.raw.Store(1_000_000)
		p.observe(mask.Progress{BytesIn: 1_000_000, Rows: 1})
		time.Sleep(time.Second)
		synctest.Wait()
		require.Equal(t, "migawari: 100%  1.0 MB  1 row  50.0 kB/s\n", out.take())
		p.stop()
		require.Empty(t, out.take())
	})
}

// TestLinesOfUnknownSize shows what comes through a pipe.
func TestLinesOfUnknownSize(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out record
		p := newProgress(newUI(io.Discard, &out), "always", &input{})
		p.observe(mask.Progress{BytesIn: 5 << 30, Rows: 1_000_000})
		time.Sleep(2 * time.Second)
		p.stop()
		require.Equal(t, "migawari: 5.4 GB  1,000,000 rows  2.7 GB/s\n", out.take())
	})
}

// TestBar draws a bar, within the width of the terminal, and erases it.
func TestBar(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out record
		var width atomic.Int64
		width.Store(200)
		p := &progress{ui: newUI(io.Discard, &out), bar: true, total: 1000, raw: func() int64 { return 500 }, width: func() int { return int(width.Load()) }}
		p.start()
		p.observe(mask.Progress{BytesIn: 500, Rows: 10})
		time.Sleep(barAfter - time.Millisecond)
		synctest.Wait()
		require.Empty(t, out.take())
		time.Sleep(time.Millisecond)
		synctest.Wait()
		require.Equal(t, "\r\x1b[Kmigawari: [############------------]   50%  500 B  10 rows  1.0 kB/s  0:01 left", out.take())
		width.Store(20)
		time.Sleep(barEvery)
		synctest.Wait()
		require.Equal(t, "\r\x1b[Kmigawari: [########", out.take())
		p.stop()
		require.Equal(t, eraseLine, out.take())
	})
}

func TestNever(t *testing.T) {
	p := newProgress(newUI(io.Discard, io.Discard), "never", &input{})
	require.Nil(t, p)
	p.stop()
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{0: "0 rows", 1: "1 row", 999: "999 rows", 1000: "1,000 rows", 1234567: "1,234,567 rows"} {
		require.Equal(t, want, count(n, "row"))
	}
	for n, want := range map[int64]string{0: "0 B", 999: "999 B", 1000: "1.0 kB", 999_949: "999.9 kB", 999_950: "1.0 MB", 1 << 40: "1.1 TB", 1 << 62: "4.6 EB"} {
		require.Equal(t, want, size(n))
	}
	for d, want := range map[time.Duration]string{0: "0:00", 59 * time.Second: "0:59", time.Minute: "1:00", 3661 * time.Second: "1:01:01"} {
		require.Equal(t, want, clock(d))
	}
}

func TestByteSize(t *testing.T) {
	for text, want := range map[string]byteSize{
		"1": 1, "64MiB": 64 << 20, "64 MiB": 64 << 20, "1G": 1 << 30, "1GiB": 1 << 30, "1gb": 1e9, "10k": 10 << 10, "10kB": 10_000, "512B": 512,
	} {
		var b byteSize
		require.NoError(t, b.Set(text), text)
		require.Equal(t, want, b, text)
	}
	for _, text := range []string{"", "0", "-1", "1.5G", "G", "2G", "1T", "64MiBB", "0x10", "9999999999999999999", "1 2"} {
		b := byteSize(7)
		require.Error(t, b.Set(text), text)
		require.Equal(t, byteSize(7), b)
	}
	for b, want := range map[byteSize]string{0: "0", 1: "1", 1000: "1000", 1024: "1KiB", 64 << 20: "64MiB", 1 << 30: "1GiB"} {
		require.Equal(t, want, b.String())
	}
}

// TestGrid lays out names of wide and of combining characters.
func TestGrid(t *testing.T) {
	var g grid
	g.add("表", "COLUMN", "X")
	g.add("生徒", "が", "1")
	g.add("a", "e\u0301", "2")
	g.add("ｱ", "", "")
	require.Equal(t, "表    COLUMN  X\n生徒  が      1\na     e\u0301       2\nｱ\n", g.String())
}
