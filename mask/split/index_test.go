package split_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/mask/split"
)

// words are the words of a text that an index has anyway.
var words = regexp.MustCompile(`[A-Za-z0-9@._-]{4,}`)

// TestNoRows: nothing of a row is in an index, nor of a definition but names of tables.
func TestNoRows(t *testing.T) {
	for _, s := range append(samples(t), few) {
		_, x := indexed(t, s, s.text, 1)
		var b bytes.Buffer
		require.NoError(t, x.Write(&b))
		text := b.String()
		require.NotContains(t, text, "canary")
		require.NotContains(t, text, "corp.test")
		var names []string
		for _, p := range x.Points {
			names = append(names, p.Tables...)
		}
		known := strings.Join(append(names, x.Dialect, "definitions_sum", "no_end_mark", "charset", "schema_sha256", "packed", "stored", "frames", "points", "tables", "inside", "head", "rows", "tail", "bound", "line", "index", "size", "dialect", "from", "plain", "true"), " ")
		sums := x.Sum
		for _, p := range x.Points {
			sums += p.Sum
		}
		for _, w := range words.FindAllString(text, -1) {
			if !strings.Contains(known, w) && !strings.Contains(sums, w) {
				require.Regexp(t, `^[0-9]+$`, w)
			}
		}
	}
}

// TestStable: an index is the same each time, so that parts that make it themselves fit
// together, whatever the reads are like.
func TestStable(t *testing.T) {
	for _, kind := range []archive.Kind{archive.Plain, archive.Gzip, archive.Zstd} {
		s := samples(t)[0]
		text := s.text
		if kind != archive.Plain {
			text = inPieces(t, kind, text, 3000)
		}
		src, x := indexed(t, s, text, 2000)
		for n := 1; n < 5000; n = n*3 + 1 {
			again, err := split.Make(context.Background(), slow{src, n}, s.dialect, split.Options{Every: 2000})
			require.NoError(t, err)
			require.Equal(t, x.Digest(), again.Digest())
		}
	}
}

// slow gives a few bytes at a time.
type slow struct {
	split.Source
	n int
}

func (s slow) Open(ctx context.Context, from, to int64) (io.ReadCloser, error) {
	r, err := s.Source.Open(ctx, from, to)
	return struct {
		io.Reader
		io.Closer
	}{readerFunc(func(b []byte) (int, error) { return r.Read(b[:min(len(b), s.n)]) }), r}, err
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

// TestParts: parts follow each other, cover all, and are alike in size where they can be.
func TestParts(t *testing.T) {
	s := long()
	_, x := indexed(t, s, s.text, 0)
	for _, of := range []int{1, 2, 7, 31} {
		at := int64(0)
		for n := 1; n <= of; n++ {
			p, err := x.Part(n, of, nil)
			require.NoError(t, err)
			require.Equal(t, at, p.From)
			require.InDelta(t, x.Size/int64(of), p.To-p.From, 2*64<<10)
			require.Equal(t, int64(1+strings.Count(string(s.text[:p.From]), "\n")), p.Line)
			at = p.To
		}
		require.Equal(t, x.Size, at)
	}
	_, err := x.Part(1, math.MaxInt, nil)
	require.NoError(t, err)
	_, err = x.Part(math.MaxInt, math.MaxInt, nil)
	require.NoError(t, err)
}

// TestPlaces: where rows can be left out, an INSERT is not cut, and a COPY is.
func TestPlaces(t *testing.T) {
	loses := policy(t, `{version: 1, tables: {guardians: {rows: {where: "id <= 3"}, columns: {"*": keep}}, "*": keep}}`)
	for _, s := range samples(t) {
		_, x := indexed(t, s, s.text, 1)
		inside := map[bool]int{}
		for n := 1; n <= 64; n++ {
			for _, rules := range []bool{false, true} {
				plan := keepAll(t)
				if rules {
					plan = loses
				}
				p, err := x.Part(n, 64, plan)
				require.NoError(t, err)
				if p.Inside {
					inside[rules]++
				}
			}
		}
		copies := s.dialect == postgres.Dialect && bytes.Contains(s.text, []byte("\nCOPY "))
		require.Equal(t, copies, inside[true] > 0, s.name)
		require.Equal(t, inside[false] > 0, slices.ContainsFunc(x.Points, func(p split.Point) bool { return p.Inside != nil }), s.name)
	}
}

// inside is a place inside of a statement.
func inside(x *split.Index) *split.Inside {
	return x.Points[slices.IndexFunc(x.Points, func(p split.Point) bool { return p.Inside != nil })].Inside
}

// badIndexes are no indexes of a dump.
var badIndexes = []func(*split.Index){
	func(x *split.Index) { x.Format = 2 },
	func(x *split.Index) { x.Points = nil },
	func(x *split.Index) { x.Size-- },
	func(x *split.Index) { x.Stored = -1 },
	func(x *split.Index) { x.Packed = archive.Gzip },
	func(x *split.Index) { x.Frames = []archive.Frame{{}} },
	func(x *split.Index) { x.Points[0].Offset = 1 },
	func(x *split.Index) { x.Points[0].Inside = inside(x) },
	func(x *split.Index) { x.Points[2].Offset = x.Points[1].Offset },
	func(x *split.Index) { x.Points[2].Offset = math.MaxInt64 },
	func(x *split.Index) { x.Points[2].Line = 0 },
	func(x *split.Index) { inside(x).Head.To = math.MaxInt64 },
	func(x *split.Index) { inside(x).Head.From = -1 },
	func(x *split.Index) { inside(x).Tail.To = math.MaxInt64 },
	func(x *split.Index) { inside(x).Tail.From = 0 },
	func(x *split.Index) { inside(x).Rows = 0 },
	func(x *split.Index) { x.Definitions[0].From = -1 },
	func(x *split.Index) { x.Definitions[0].To = math.MaxInt64 },
	func(x *split.Index) { x.Definitions[1].From = 0 },
	func(x *split.Index) { x.Definitions[1].Line = -5 },
}

// TestBadIndexes are refused, and nothing of them is said.
func TestBadIndexes(t *testing.T) {
	for i, change := range badIndexes {
		_, x := indexed(t, few, few.text, 1)
		change(x)
		var b bytes.Buffer
		require.NoError(t, x.Write(&b))
		_, err := split.ReadIndex(&b)
		require.ErrorIs(t, err, split.ErrIndex, fmt.Sprint(i))
	}
	for _, text := range []string{"", "{}", "null", "[]", `{"canary": 1}`, `{"index": "canary"}`} {
		_, err := split.ReadIndex(strings.NewReader(text))
		require.EqualError(t, err, split.ErrIndex.Error())
	}
	_, x := indexed(t, few, few.text, 1)
	var b bytes.Buffer
	require.NoError(t, x.Write(&b))
	_, err := split.ReadIndex(strings.NewReader(b.String() + "{}"))
	require.ErrorIs(t, err, split.ErrIndex)
}

// FuzzIndex follows whatever passes for an index: it reads nothing that is not in the file, and
// what it writes is whole or no part is.
func FuzzIndex(f *testing.F) {
	for _, kind := range []archive.Kind{archive.Plain, archive.Gzip} {
		text := few.text
		if kind != archive.Plain {
			text = inPieces(f, kind, text, 100)
		}
		_, x := indexed(f, few, text, 1)
		var b bytes.Buffer
		require.NoError(f, x.Write(&b))
		f.Add(b.Bytes(), 2, 3)
	}
	p := keepAll(f)
	f.Fuzz(func(t *testing.T, text []byte, number, of int) {
		x, err := split.ReadIndex(bytes.NewReader(text))
		if err != nil {
			require.ErrorIs(t, err, split.ErrIndex)
			return
		}
		file := few.text
		if x.Packed != archive.Plain {
			file = inPieces(t, archive.Gzip, file, 100)
		}
		_, _, _ = part(few, within{split.At(bytes.NewReader(file), x.Stored), t}, x, p, number, of)
	})
}

// within fails if something outside is asked for.
type within struct {
	split.Source
	t *testing.T
}

func (w within) Open(ctx context.Context, from, to int64) (io.ReadCloser, error) {
	if from < 0 || from > to || to > w.Size() {
		w.t.Errorf("opened from %d to %d of %d", from, to, w.Size())
	}
	return w.Source.Open(ctx, from, to)
}
