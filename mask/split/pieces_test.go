package split_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask/split"
)

// pack compresses a text in one piece.
func pack(t testing.TB, kind archive.Kind, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := archive.Compress(&b, kind, 1)
	require.NoError(t, err)
	_, err = w.Write(text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// inPieces compresses a text in pieces, as bgzip and pzstd do: with an empty one at its end, and
// in zstd with frames that are passed over.
func inPieces(t testing.TB, kind archive.Kind, text []byte, size int) []byte {
	t.Helper()
	var all []byte
	if kind == archive.Zstd {
		all = append(all, "\x50\x2a\x4d\x18\x04\x00\x00\x00abcd"...)
	}
	for at := 0; at < len(text); at += size {
		all = append(all, pack(t, kind, text[at:min(len(text), at+size)])...)
	}
	all = append(all, pack(t, kind, nil)...)
	if kind == archive.Zstd {
		all = append(all, "\x5e\x2a\x4d\x18\x03\x00\x00\x00abc"...)
	}
	return all
}

// TestPieces: a dump that is compressed in pieces is split like one that is not.
func TestPieces(t *testing.T) {
	for _, s := range samples(t) {
		for _, kind := range []archive.Kind{archive.Gzip, archive.Zstd} {
			for _, size := range []int{700, 64 << 10} {
				t.Run(s.name+"/"+kind.String(), func(t *testing.T) {
					p := classpad(t)
					want, audit := masked(t, s, p)
					src, x := indexed(t, s, inPieces(t, kind, s.text, size), 100)
					require.Equal(t, kind, x.Packed)
					for _, of := range []int{2, 7} {
						got, sum := joins(t, s, src, x, p, of)
						require.True(t, want == got, "%d parts", of)
						alike(t, audit, sum)
					}
				})
			}
		}
	}
}

// TestPrograms: likewise as programs compress.
func TestPrograms(t *testing.T) {
	for _, args := range [][]string{{"pzstd", "-1", "-c", "-q"}, {"bgzip", "-c"}} {
		t.Run(args[0], func(t *testing.T) {
			if _, err := exec.LookPath(args[0]); err != nil {
				t.Skipf("no %s here", args[0])
			}
			s := samples(t)[0]
			s.text = bytes.Repeat(s.text, 40)
			path := filepath.Join(t.TempDir(), "dump.sql")
			require.NoError(t, os.WriteFile(path, s.text, 0o600))
			text, err := exec.Command(args[0], append(args[1:], path)...).Output()
			require.NoError(t, err)
			src, x := indexed(t, s, text, 0)
			got, _ := joins(t, s, src, x, keepAll(t), 7)
			require.True(t, string(s.text) == got)
		})
	}
}

// counting counts what is opened and read.
type counting struct {
	split.Source
	opened *int
	read   *int64
}

func (c counting) Open(ctx context.Context, from, to int64) (io.ReadCloser, error) {
	*c.opened++
	r, err := c.Source.Open(ctx, from, to)
	return struct {
		io.Reader
		io.Closer
	}{io.TeeReader(r, (*adder)(c.read)), r}, err
}

type adder int64

func (a *adder) Write(b []byte) (int, error) { *a += adder(len(b)); return len(b), nil }

// long is a dump of 5 MB, nearly all of it rows of one table.
func long() sample {
	var b strings.Builder
	b.WriteString("CREATE TABLE `users` (`id` int, `mail` varchar(80));\n")
	for i := range 1000 {
		b.WriteString("INSERT INTO `users` VALUES ")
		for k := range 100 {
			fmt.Fprintf(&b, "(%d,'somebody-of-a-long-name.%06d@corp.test'),", 100*i+k, 997*(100*i+k)%1000003)
		}
		b.WriteString("(-1,NULL);\n")
	}
	b.WriteString("ALTER TABLE `users` ADD KEY (`id`);\n")
	return sample{name: "long", text: []byte(b.String()), dialect: mysql.Dialect}
}

// TestReads: a part reads little more than its own bytes and the definitions, and opens the
// file few times.
func TestReads(t *testing.T) {
	s, p := long(), keepAll(t)
	for _, kind := range []archive.Kind{archive.Plain, archive.Gzip, archive.Zstd} {
		text := s.text
		if kind != archive.Plain {
			text = inPieces(t, kind, text, 64<<10)
		}
		src, x := indexed(t, s, text, 0)
		got, _ := joins(t, s, src, x, p, 8)
		require.True(t, string(s.text) == got)
		for n := 1; n <= 8; n++ {
			opened, read := 0, int64(0)
			_, _, err := part(s, counting{src, &opened, &read}, x, p, n, 8)
			require.NoError(t, err)
			require.LessOrEqual(t, opened, 4)
			require.Less(t, read, int64(len(text)/8+4*64<<10), "%s, part %d", kind, n)
		}
	}
}
