package parts_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/parts"
)

// of gives texts as parts with the numbers 10, 11 and so on.
func of(texts ...string) iter.Seq2[parts.Part, error] {
	return func(yield func(parts.Part, error) bool) {
		for i, text := range texts {
			open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
			if !yield(parts.Part{Number: 10 + i, Open: open}, nil) {
				return
			}
		}
	}
}

type closing struct {
	bytes.Buffer
	closed int
}

func (c *closing) Close() error { c.closed++; return nil }

// What was joined comes apart again, however it is read and written.
func TestJoinSplit(t *testing.T) {
	texts := []string{"CREATE TABLE t (a int);\n", "", "COPY t (a) FROM stdin;\n1\n\\.\n", "\n\n-- part", "no end of a line"}
	m := parts.NewMarker()
	for n, size := range []int{1, 2, 7, 1 << 12} {
		got := map[int]*closing{}
		w := m.Split(func(n int) (io.WriteCloser, error) {
			got[n] = &closing{}
			return got[n], nil
		})
		r := m.Join(of(texts...))
		r.Ahead(n)
		_, err := io.CopyBuffer(struct{ io.Writer }{w}, iotest.OneByteReader(r), make([]byte, size))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		require.NoError(t, r.Close())
		require.Len(t, got, len(texts))
		for i, text := range texts {
			require.Equal(t, text, got[10+i].String())
			require.Equal(t, 1, got[10+i].closed)
		}
	}
}

// The place of a byte is where it stands in its part.
func TestPlace(t *testing.T) {
	texts := []string{"a\nb\n", "", "c\n\nd"}
	m := parts.NewMarker()
	j := m.Join(of(texts...))
	all, err := io.ReadAll(iotest.OneByteReader(j))
	require.NoError(t, err)
	_, _, _, ok := j.Place(0)
	require.False(t, ok)
	for i, text := range texts {
		for at := range len(text) {
			offset := int64(strings.Index(string(all), fmt.Sprintf("%s%d\n", m, 10+i)) + len(m) + 3 + at)
			number, bytes, ends, ok := j.Place(offset)
			require.True(t, ok)
			require.Equal(t, 10+i, number)
			require.Equal(t, int64(at), offset-bytes)
			require.Equal(t, strings.Count(text[:at], "\n"), strings.Count(string(all[:offset]), "\n")-int(ends))
		}
	}
}

func TestErrors(t *testing.T) {
	broken := errors.New("broken")
	m := parts.NewMarker()
	_, err := io.ReadAll(m.Join(func(yield func(parts.Part, error) bool) { yield(parts.Part{}, broken) }))
	require.ErrorIs(t, err, broken)
	_, err = io.ReadAll(m.Join(func(yield func(parts.Part, error) bool) {
		yield(parts.Part{Open: func() (io.ReadCloser, error) { return io.NopCloser(iotest.ErrReader(broken)), nil }}, nil)
	}))
	require.ErrorIs(t, err, broken)
	_, err = m.Split(nil).Write([]byte("text"))
	require.ErrorIs(t, err, parts.ErrOutside)
	w := m.Split(func(int) (io.WriteCloser, error) { return nil, broken })
	_, err = io.Copy(w, m.Join(of("x")))
	require.ErrorIs(t, err, broken)
	require.ErrorIs(t, w.Close(), broken)
	w = m.Split(func(int) (io.WriteCloser, error) { return &closing{}, nil })
	_, err = w.Write([]byte("\n-- " + string(m) + "x\n"))
	require.Error(t, err)
}

// Who reads the stream may leave out lines before a mark, but not the mark.
func TestMarkersAreTheirOwn(t *testing.T) {
	require.NotEqual(t, parts.NewMarker(), parts.NewMarker())
}

// TestAhead: parts that are read before their turn come in their turn, with their errors, and
// who stops stops them.
func TestAhead(t *testing.T) {
	m, broken := parts.NewMarker(), errors.New("broken")
	long := strings.Repeat("x", 3<<20)
	fail := func(after int) parts.Part {
		return parts.Part{Number: 1, Open: func() (io.ReadCloser, error) {
			if after < 0 {
				return nil, broken
			}
			return io.NopCloser(io.MultiReader(strings.NewReader(long[:after]), iotest.ErrReader(broken))), nil
		}}
	}
	plain := parts.Part{Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(long)), nil }}
	for _, after := range []int{-1, 0, 1, 2 << 20} {
		r := m.Join(func(yield func(parts.Part, error) bool) {
			_ = yield(plain, nil) && yield(fail(after), nil) && yield(plain, nil)
		})
		r.Ahead(2)
		text, err := io.ReadAll(r)
		require.ErrorIs(t, err, broken)
		want := len(m.Comment(0)) + len(long)
		if after >= 0 {
			want += len(m.Comment(1)) + after
		}
		require.Len(t, text, want)
		require.NoError(t, r.Close())
	}
	// A part that ends early does not pass for one that ends.
	cut := parts.Part{Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader("x"), iotest.ErrReader(io.ErrUnexpectedEOF))), nil
	}}
	r := m.Join(func(yield func(parts.Part, error) bool) { yield(cut, nil) })
	r.Ahead(1)
	_, err := io.ReadAll(r)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)

	r = m.Join(of(long, long, long, long))
	r.Ahead(3)
	_, err = io.ReadFull(r, make([]byte, 10))
	require.NoError(t, err)
	require.NoError(t, r.Close())
}
