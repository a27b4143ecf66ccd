package archive_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
	"github.com/ulikunitz/xz"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects/archive"
)

// packed makes a stream of a kind, xz included, which the package does not write.
func packed(t testing.TB, kind archive.Kind, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	var err error
	if kind == archive.XZ {
		w, err = xz.WriterConfig{DictCap: 1 << 16, BlockSize: xzBlock}.NewWriter(&b)
	} else {
		w, err = archive.Compress(&b, kind, 2)
	}
	require.NoError(t, err)
	_, err = w.Write(text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// xzBlock makes streams of several blocks.
const xzBlock = 300

// unpacked reads a stream to its end.
func unpacked(r io.Reader) ([]byte, archive.Kind, error) {
	d, kind, err := archive.Decompress(r)
	if err != nil {
		return nil, kind, err
	}
	defer d.Close()
	text, err := io.ReadAll(d)
	return text, kind, err
}

var kinds = []archive.Kind{archive.Gzip, archive.Zstd, archive.LZ4, archive.XZ}

// dump is text of some length that does not compress to nothing.
func dump(rows int) []byte {
	var b bytes.Buffer
	r := rand.New(rand.NewPCG(1, 2))
	for i := range rows {
		fmt.Fprintf(&b, "INSERT INTO users VALUES (%d,'user%x@example.com');\n", i, r.Uint64())
	}
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(append([]archive.Kind{archive.Plain}, kinds[:3]...)).Draw(t, "kind")
		parts := rapid.SliceOf(rapid.SliceOf(rapid.Byte())).Draw(t, "parts")
		var b bytes.Buffer
		w, err := archive.Compress(&b, kind, rapid.IntRange(1, 4).Draw(t, "workers"))
		require.NoError(t, err)
		for _, p := range parts {
			_, err := w.Write(p)
			require.NoError(t, err)
		}
		require.NoError(t, w.Close())
		want := bytes.Join(parts, nil)
		if kind == archive.Plain && archive.Recognise(want).Readable() && archive.Recognise(want) != archive.Plain {
			return
		}
		got, k, err := unpacked(&b)
		if kind == archive.Plain && errors.Is(err, archive.ErrTruncated) {
			require.Less(t, len(want), 6)
			return
		}
		require.NoError(t, err)
		require.Equal(t, kind, k)
		require.True(t, bytes.Equal(want, got))
	})
}

// TestEmpty packs nothing: the result must still be a stream of its kind.
func TestEmpty(t *testing.T) {
	for _, kind := range kinds {
		b := packed(t, kind, nil)
		require.NotEmpty(t, b, kind)
		got, k, err := unpacked(bytes.NewReader(b))
		require.NoError(t, err, kind)
		require.Equal(t, kind, k)
		require.Empty(t, got)
	}
}

// TestOutputDoesNotDependOnWorkers holds it for streams of several blocks.
func TestOutputDoesNotDependOnWorkers(t *testing.T) {
	text := dump(60_000)
	for _, kind := range kinds[:3] {
		var want []byte
		for _, workers := range []int{0, 1, 2, 5, 100} {
			var b bytes.Buffer
			w, err := archive.Compress(&b, kind, workers)
			require.NoError(t, err)
			for rest := text; len(rest) > 0; {
				n := min(len(rest), 1000*(workers+1))
				_, err := w.Write(rest[:n])
				require.NoError(t, err)
				rest = rest[n:]
			}
			require.NoError(t, w.Close())
			if want == nil {
				want = b.Bytes()
			}
			require.True(t, bytes.Equal(want, b.Bytes()), "%s with %d workers", kind, workers)
		}
		require.Less(t, len(want), len(text)*3/4)
		got, _, err := unpacked(bytes.NewReader(want))
		require.NoError(t, err)
		require.True(t, bytes.Equal(text, got))
	}
}

// TestMembers reads streams one behind the other, empty ones among them:
// Adminer writes an empty gzip member first, pzstd and bgzip write many.
func TestMembers(t *testing.T) {
	one, two := dump(20), dump(50)
	for _, kind := range kinds {
		empty := packed(t, kind, nil)
		in := bytes.Join([][]byte{empty, packed(t, kind, one), empty, packed(t, kind, two)}, nil)
		for _, r := range []io.Reader{bytes.NewReader(in), iotest.OneByteReader(bytes.NewReader(in)), iotest.DataErrReader(bytes.NewReader(in))} {
			got, k, err := unpacked(r)
			require.NoError(t, err, kind)
			require.Equal(t, kind, k)
			require.True(t, bytes.Equal(append(bytes.Clone(one), two...), got), kind)
		}
	}
}

// TestSkippableFrames begin what parallel writers of zstd write.
func TestSkippableFrames(t *testing.T) {
	skip := "\x50\x2a\x4d\x18\x04\x00\x00\x00abcd"
	for _, kind := range []archive.Kind{archive.Zstd, archive.LZ4} {
		in := packed(t, kind, dump(5))
		if kind == archive.Zstd {
			in = append([]byte(skip), in...)
		}
		in = append(in, skip...)
		got, k, err := unpacked(bytes.NewReader(in))
		require.NoError(t, err, kind)
		require.Equal(t, kind, k)
		require.True(t, bytes.Equal(dump(5), got))
	}
}

// TestCut feeds every prefix of streams of one member and of three. Only where
// a member ends may the end be clean.
func TestCut(t *testing.T) {
	for _, kind := range kinds {
		cutEverywhere(t, kind, packed(t, kind, dump(12)))
	}
}

func cutEverywhere(t *testing.T, kind archive.Kind, one []byte) {
	t.Helper()
	text := append(dump(12), dump(12)...)
	in := bytes.Join([][]byte{one, packed(t, kind, nil), one}, nil)
	whole := map[int]bool{0: true, len(one): true, len(in) - len(one): true}
	for n := range len(in) {
		got, k, err := unpacked(bytes.NewReader(in[:n]))
		if whole[n] {
			require.NoError(t, err, "%s cut to %d bytes", kind, n)
			continue
		}
		require.Equal(t, kind, k, "%s cut to %d bytes", kind, n)
		require.ErrorIs(t, err, archive.ErrTruncated, "%s cut to %d bytes", kind, n)
		var e *archive.Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, int64(n), e.Offset)
		require.Equal(t, kind, e.Kind)
		require.True(t, bytes.HasPrefix(text, got), "%s cut to %d bytes", kind, n)
	}
}

// TestBehindTheEnd puts something behind the end of a stream.
func TestBehindTheEnd(t *testing.T) {
	text := dump(12)
	for _, kind := range kinds {
		for _, rest := range []string{"x", "-- more", "\x00", "\x00\x00\x00\x00\x00\x00\x00", string(text)} {
			if kind == archive.XZ && strings.Trim(rest, "\x00") == "" && len(rest)%4 == 0 {
				continue // the format's own padding
			}
			in := append(packed(t, kind, text), rest...)
			_, _, err := unpacked(bytes.NewReader(in))
			require.Error(t, err, "%s and %q", kind, rest)
			require.True(t, errors.Is(err, archive.ErrDamaged) || errors.Is(err, archive.ErrTruncated), "%s and %q", kind, rest)
		}
	}
	padded := append(packed(t, archive.XZ, text), make([]byte, 8)...)
	got, _, err := unpacked(bytes.NewReader(padded))
	require.NoError(t, err)
	require.True(t, bytes.Equal(text, got))
}

// TestDamaged turns over one bit at a time: all four formats carry checksums.
// What is allowed to pass is a bit that means nothing, and then the text is whole.
func TestDamaged(t *testing.T) {
	text := dump(12)
	for _, kind := range kinds {
		in := packed(t, kind, text)
		caught := 0
		for i := range in {
			in[i] ^= 1 << (i % 8)
			got, k, err := unpacked(bytes.NewReader(in))
			in[i] ^= 1 << (i % 8)
			switch {
			case k == archive.Plain: // the magic itself
			case err == nil:
				require.True(t, bytes.Equal(text, got), "%s, byte %d", kind, i)
			default:
				caught++
				var e *archive.Error
				require.ErrorAs(t, err, &e, "%s, byte %d", kind, i)
			}
		}
		require.Greater(t, caught, len(in)*9/10, kind)
	}
}

// TestErrorsAreSilent damages streams of a canary and looks at the errors.
func TestErrorsAreSilent(t *testing.T) {
	text := []byte(strings.Repeat("canary ", 40))
	for _, kind := range kinds {
		in := packed(t, kind, text)
		for i := range in {
			bad := bytes.Clone(in)
			bad[i] ^= 0xff
			_, _, err := unpacked(bytes.NewReader(append(bad[:len(bad)-i%3], text...)))
			for _, verb := range []string{"%v", "%+v", "%q", "%s"} {
				require.NotContains(t, fmt.Sprintf(verb, err), "canary")
			}
		}
	}
}

// TestErrorsOfTheInput come back as they are, whatever a decoder makes of them.
func TestErrorsOfTheInput(t *testing.T) {
	broken := errors.New("broken")
	for _, kind := range append(kinds, archive.Plain) {
		in := packed(t, kind, dump(20))
		for n := range len(in) {
			_, _, err := unpacked(io.MultiReader(bytes.NewReader(in[:n]), iotest.ErrReader(broken)))
			require.Equal(t, broken, err, "%s after %d bytes", kind, n)
		}
	}
}

// TestSticky reads on behind an error and behind the end.
func TestSticky(t *testing.T) {
	for _, kind := range kinds {
		in := packed(t, kind, dump(20))
		for _, n := range []int{len(in), len(in) - 1} {
			d, _, err := archive.Decompress(bytes.NewReader(in[:n]))
			require.NoError(t, err)
			_, first := io.Copy(io.Discard, d)
			if n == len(in) {
				require.NoError(t, first)
				first = io.EOF
			}
			for range 3 {
				n, err := d.Read(make([]byte, 10))
				require.Zero(t, n)
				require.Equal(t, first, err)
			}
			require.NoError(t, d.Close())
		}
	}
}

type failing struct{ after int }

var errFull = errors.New("no space")

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestErrorsOfTheOutput must be seen at the latest when the stream is closed.
func TestErrorsOfTheOutput(t *testing.T) {
	text := dump(80_000)
	for _, kind := range kinds[:3] {
		require.Greater(t, len(packed(t, kind, text)), 1<<19)
		for _, after := range []int{0, 5, 1000, 1 << 19} {
			w, err := archive.Compress(&failing{after}, kind, 2)
			require.NoError(t, err)
			_, err = w.Write(text)
			if e := w.Close(); err == nil {
				err = e
			}
			require.ErrorIs(t, err, errFull, "%s after %d bytes", kind, after)
		}
	}
}

func TestUnwritable(t *testing.T) {
	for _, kind := range []archive.Kind{archive.XZ, archive.Bzip2, archive.Zip, archive.Tar} {
		require.False(t, kind.Writable())
		_, err := archive.Compress(io.Discard, kind, 1)
		require.ErrorIs(t, err, archive.ErrUnwritable)
	}
}

// zeros is an input of any length without memory.
type zeros struct{ n int64 }

func (z *zeros) Read(p []byte) (int, error) {
	if z.n == 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), z.n)
	clear(p[:n])
	z.n -= n
	return int(n), nil
}

// TestBombs expand to a thousand times their size and more: memory must not.
func TestBombs(t *testing.T) {
	const size = 256 << 20
	for _, kind := range kinds[:3] {
		var b bytes.Buffer
		w, err := archive.Compress(&b, kind, 1)
		require.NoError(t, err)
		_, err = io.Copy(w, &zeros{size})
		require.NoError(t, err)
		require.NoError(t, w.Close())
		require.Less(t, b.Len(), size/200, kind)

		n, allocated := drained(t, b.Bytes())
		require.Equal(t, int64(size), n, kind)
		require.Less(t, allocated, uint64(16<<20), kind)
	}
}

// drained reads a stream to its end and gives its length and what was allocated.
func drained(t *testing.T, in []byte) (n int64, allocated uint64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, _, err := archive.Decompress(bytes.NewReader(in))
	require.NoError(t, err)
	n, err = io.Copy(io.Discard, d)
	require.NoError(t, err)
	require.NoError(t, d.Close())
	runtime.ReadMemStats(&after)
	return n, after.TotalAlloc - before.TotalAlloc
}

// TestWindow reads what zstd --long=31 writes and no more.
func TestWindow(t *testing.T) {
	frame := func(windowLog byte) []byte {
		return []byte{0x28, 0xb5, 0x2f, 0xfd, 0, (windowLog - 10) << 3, 0x19, 0, 0, 'a', 'b', 'c'} // one last raw block of 3 bytes
	}
	for _, log := range []byte{17, 27, 30, 31} {
		if log > 27 && (testing.Short() || strconv.IntSize < 64) {
			continue // as much address space, though little memory
		}
		got, _, err := unpacked(bytes.NewReader(frame(log)))
		require.NoError(t, err, log)
		require.Equal(t, "abc", string(got))
	}
	_, _, err := unpacked(bytes.NewReader(frame(32)))
	require.ErrorIs(t, err, archive.ErrWindow)
}

func TestDictionary(t *testing.T) {
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b, zstd.WithEncoderDictRaw(7, []byte("INSERT INTO users VALUES")))
	require.NoError(t, err)
	_, err = w.Write(dump(3))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	_, _, err = unpacked(&b)
	require.ErrorIs(t, err, archive.ErrDictionary)
}

func TestRecognise(t *testing.T) {
	tar := append(make([]byte, 257), "ustar\x00"...)
	for _, c := range []struct {
		head string
		want archive.Kind
	}{
		{"", archive.Plain},
		{"-- MySQL dump 10.13", archive.Plain},
		{"PRAGMA foreign_keys=OFF;", archive.Plain},
		{"\x1f\x8b\x08", archive.Gzip},
		{"\x28\xb5\x2f\xfd", archive.Zstd},
		{"\x5f\x2a\x4d\x18", archive.Zstd},
		{"\x60\x2a\x4d\x18", archive.Plain},
		{"\x04\x22\x4d\x18", archive.LZ4},
		{"\xfd7zXZ\x00", archive.XZ},
		{"BZh91AY", archive.Bzip2},
		{"PK\x03\x04", archive.Zip},
		{"PGDMP\x01", archive.PGCustom},
		{"SQLite format 3\x00", archive.SQLite},
		{"\xff\xfe-\x00-\x00", archive.UTF16},
		{string(tar), archive.Tar},
	} {
		require.Equal(t, c.want, archive.Recognise([]byte(c.head)), "%q", c.head)
		require.NotContains(t, c.want.String(), "?")
	}
}

// TestUnreadable kinds are handed on as they are, for whoever knows them.
func TestUnreadable(t *testing.T) {
	got, kind, err := unpacked(strings.NewReader("PGDMP\x01\x0e\x00"))
	require.NoError(t, err)
	require.Equal(t, archive.Plain, kind)
	require.Equal(t, "PGDMP\x01\x0e\x00", string(got))
}

func TestKindOf(t *testing.T) {
	for name, want := range map[string]archive.Kind{
		"dev.sql": archive.Plain, "dev": archive.Plain, "gz": archive.Plain, "dev.gz/x": archive.Plain,
		"dev.sql.gz": archive.Gzip, "DEV.SQL.GZ": archive.Gzip, "a/b.sql.zst": archive.Zstd, "b.zstd": archive.Zstd,
		"b.lz4": archive.LZ4, "b.xz": archive.XZ, "b.bz2": archive.Bzip2, "b.zip": archive.Zip,
	} {
		require.Equal(t, want, archive.KindOf(filepath.FromSlash(name)), name)
	}
}

// TestPrograms holds reading and writing against the formats' own programs.
func TestPrograms(t *testing.T) {
	text := dump(30_000)
	for _, c := range []struct {
		kind archive.Kind
		args []string
	}{
		{archive.Gzip, []string{"gzip", "-1"}}, {archive.Gzip, []string{"gzip", "-9"}}, {archive.Gzip, []string{"pigz"}},
		{archive.Zstd, []string{"zstd"}}, {archive.Zstd, []string{"zstd", "-19"}}, {archive.Zstd, []string{"zstd", "--long=27"}},
		{archive.Zstd, []string{"zstd", "--no-check", "-T2"}},
		{archive.LZ4, []string{"lz4"}}, {archive.LZ4, []string{"lz4", "-9", "-B4", "-BD", "--content-size"}}, {archive.LZ4, []string{"lz4", "--no-frame-crc"}},
		{archive.XZ, []string{"xz", "--lzma2=dict=64KiB"}}, {archive.XZ, []string{"xz", "-0", "-T2", "--block-size=65536"}}, {archive.XZ, []string{"xz", "-0", "--check=none"}},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			if _, err := exec.LookPath(c.args[0]); err != nil {
				t.Skipf("no %s here", c.args[0])
			}
			b := byProgram(t, c.args, text)
			got, kind, err := unpacked(bytes.NewReader(b))
			require.NoError(t, err)
			require.Equal(t, c.kind, kind)
			require.True(t, bytes.Equal(text, got))
			cutEverywhere(t, kind, byProgram(t, c.args, dump(12)))
			if !c.kind.Writable() {
				return
			}
			unpack := exec.Command(c.args[0], "-d", "-c")
			unpack.Stdin = bytes.NewReader(packed(t, c.kind, text))
			back, err := unpack.Output()
			require.NoError(t, err)
			require.True(t, bytes.Equal(text, back))
		})
	}
}

// byProgram packs a file, since some formats then note its name and size.
func byProgram(t *testing.T, args []string, text []byte) []byte {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a name.sql")
	require.NoError(t, os.WriteFile(name, text, 0o600))
	b, err := exec.Command(args[0], append(args[1:], "-c", name)...).Output()
	require.NoError(t, err)
	return b
}

// TestCorpus reads the compressed dumps that lie beside the project where it is
// developed, and cuts each.
func TestCorpus(t *testing.T) {
	const corpora = "../../../shared/corpora"
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("no corpora beside the project")
	}
	met := map[archive.Kind]int{}
	err := filepath.WalkDir(corpora, func(path string, e fs.DirEntry, err error) error {
		kind := archive.KindOf(path)
		if err != nil || e.IsDir() || kind == archive.Plain || kind == archive.Zip || kind == archive.Bzip2 {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text, got, err := unpacked(bytes.NewReader(data))
		require.NoError(t, err, path)
		require.Equal(t, kind, got, path)
		require.NotEmpty(t, text, path)
		require.Equal(t, strings.Contains(path, ".tar."), archive.Recognise(text) == archive.Tar, path)
		met[kind]++
		for _, n := range []int{len(data) / 3, len(data) - 1} {
			_, _, err = unpacked(bytes.NewReader(data[:n]))
			require.ErrorIs(t, err, archive.ErrTruncated, path)
		}
		return nil
	})
	require.NoError(t, err)
	for _, kind := range kinds {
		require.NotZero(t, met[kind], kind)
	}
}

func FuzzDecompress(f *testing.F) {
	for _, kind := range kinds {
		b := packed(f, kind, dump(3))
		f.Add(b)
		f.Add(append(b, b...))
		f.Add(b[:len(b)/2])
	}
	f.Add([]byte("-- a dump"))
	f.Add([]byte("\xfd"))
	f.Fuzz(func(t *testing.T, in []byte) {
		d, kind, err := archive.Decompress(bytes.NewReader(in))
		if err == nil {
			_, err = io.Copy(io.Discard, io.LimitReader(d, 32<<20))
			require.NoError(t, d.Close())
		}
		var e *archive.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%s: an error of the decoder's own: %v", kind, err)
		}
		if kind == archive.Plain && err != nil {
			t.Fatalf("plain: %v", err)
		}
		if d, _, err = archive.DecompressFrames(bytes.NewReader(in), func(archive.Frame) {}); err == nil {
			_, err = io.Copy(io.Discard, io.LimitReader(d, 32<<20))
			require.NoError(t, d.Close())
		}
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%s: an error of the decoder's own, by frames: %v", kind, err)
		}
	})
}

func ExampleDecompress() {
	var b bytes.Buffer
	w, _ := archive.Compress(&b, archive.Zstd, 1)
	_, _ = io.WriteString(w, "-- a dump\n")
	_ = w.Close()

	r, kind, err := archive.Decompress(&b)
	if err != nil {
		panic(err)
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	fmt.Println(kind, err)
	fmt.Print(string(text))
	// Output:
	// zstd <nil>
	// -- a dump
}

// frames reads a stream frame by frame.
func frames(r io.Reader) (text []byte, all []archive.Frame, err error) {
	d, _, err := archive.DecompressFrames(r, func(f archive.Frame) { all = append(all, f) })
	if err != nil {
		return nil, all, err
	}
	defer d.Close()
	text, err = io.ReadAll(d)
	return text, all, err
}

// TestFrames: where a frame is said to begin, reading can begin, and it gives what was said.
func TestFrames(t *testing.T) {
	for _, kind := range []archive.Kind{archive.Gzip, archive.Zstd} {
		var in, want []byte
		begin := map[archive.Frame]bool{}
		for i := range 9 {
			if kind == archive.Zstd && i%3 == 0 {
				in = append(in, "\x53\x2a\x4d\x18\x05\x00\x00\x00ab\x28\xb5\x2f"...)
			}
			begin[archive.Frame{Packed: int64(len(in)), Plain: int64(len(want))}] = true
			text := dump(i * i * 40 % 700)
			in, want = append(in, packed(t, kind, text)...), append(want, text...)
		}
		if kind == archive.Zstd {
			in = append(in, "\x5f\x2a\x4d\x18\x00\x00\x00\x00"...)
		}
		for _, r := range []io.Reader{bytes.NewReader(in), iotest.OneByteReader(bytes.NewReader(in)), iotest.DataErrReader(bytes.NewReader(in))} {
			text, all, err := frames(r)
			require.NoError(t, err)
			require.True(t, bytes.Equal(want, text))
			require.Len(t, all, len(begin))
			for _, f := range all {
				require.True(t, begin[f], f)
				rest, _, err := unpacked(bytes.NewReader(in[f.Packed:]))
				require.NoError(t, err)
				require.True(t, bytes.Equal(want[f.Plain:], rest))
			}
		}
	}
}

// TestFramesLikeStreams: what is read frame by frame is what is read at once, and so are its
// errors, wherever it is cut and whatever bit is turned over.
func TestFramesLikeStreams(t *testing.T) {
	for _, kind := range kinds {
		in := bytes.Join([][]byte{packed(t, kind, dump(12)), packed(t, kind, nil), packed(t, kind, dump(3))}, nil)
		for i := range in {
			bad := bytes.Clone(in)
			bad[i] ^= 1 << (i % 8)
			for _, b := range [][]byte{in[:i], bad} {
				want, _, wantErr := unpacked(bytes.NewReader(b))
				got, _, err := frames(bytes.NewReader(b))
				require.Equal(t, wantErr == nil, err == nil, "%s, byte %d", kind, i)
				if err == nil {
					require.True(t, bytes.Equal(want, got))
					continue
				}
				var e *archive.Error
				require.ErrorAs(t, err, &e)
			}
		}
	}
}
