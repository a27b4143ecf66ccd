package bucket_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/beam/bucket"
)

func place(t *testing.T, url string) bucket.Place {
	p, err := bucket.Parse(url)
	require.NoError(t, err, url)
	return p
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ url, place, object string }{
		{"s3://raw/a/b.sql", "s3://raw/a/b.sql", "b.sql"},
		{"s3://raw/a/", "s3://raw/a/", ""},
		{"s3://raw", "s3://raw/", ""},
		{"s3://raw/b.sql?region=eu-central-1", "s3://raw/b.sql", "b.sql"},
		{"gs://raw//a/../b//c.sql", "gs://raw/b/c.sql", "c.sql"},
		{"azblob://raw/b.sql", "azblob://raw/b.sql", "b.sql"},
		{"mem://raw/b.sql", "mem://raw/b.sql", "b.sql"},
		{"file:///a/b.sql", "file:///a/b.sql", "b.sql"},
		{"file:///a/b/", "file:///a/b/", ""},
		{"file:///", "file:///", ""},
	} {
		p := place(t, c.url)
		require.Equal(t, c.place, p.String())
		require.Equal(t, c.object, p.Object(), c.url)
	}
	for _, url := range []string{"", "a.sql", "/a.sql", "http://a/b", "s3:///b.sql", "s3://k:secret@a/b", "s3://a/b#c", "s3:a", "file://host/a", "file://", "s3://a/..", "s3://a/b/.", "%secret"} {
		_, err := bucket.Parse(url)
		require.Error(t, err, url)
		require.NotContains(t, err.Error(), "secret")
	}
}

func TestOverlap(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "raw"), 0o700))
	require.NoError(t, os.Symlink(filepath.Join(dir, "raw"), filepath.Join(dir, "link")))
	file := "file://" + dir
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"s3://a/raw/x.sql", "s3://a/raw/", true},
		{"s3://a/raw/x.sql", "s3://a/raw/dev/", true},
		{"s3://a/raw/x.sql", "s3://a/", true},
		{"s3://a/x.sql", "s3://a/dev/", true},
		{"s3://a/raw/x.sql?region=b", "s3://a/raw/dev/", true},
		{"s3://a/raw/x.sql", "s3://a/dev/../raw/", true},
		{"s3://a/raw/x.sql", "s3://a/raw2/", false},
		{"s3://a/raw/x.sql", "s3://a/dev/", false},
		{"s3://a/raw/x.sql", "s3://b/raw/", false},
		{"s3://a/raw/x.sql", "gs://a/raw/", false},
		{file + "/raw/x.sql", file + "/raw/dev/", true},
		{file + "/raw/x.sql", file + "/link/dev/not/yet/", true},
		{file + "/raw/x.sql", file + "/", true},
		{file + "/raw/x.sql", file + "/dev/", false},
	} {
		require.Equal(t, c.want, bucket.Overlap(place(t, c.a), place(t, c.b)), "%s %s", c.a, c.b)
		require.Equal(t, c.want, bucket.Overlap(place(t, c.b), place(t, c.a)), "%s %s", c.b, c.a)
	}
}

// TestBucket: what a job asks of a bucket, of those that are at hand.
func TestBucket(t *testing.T) {
	for _, url := range []string{"mem://bucket/a/", "file://" + t.TempDir() + "/new/"} {
		t.Run(url[:4], func(t *testing.T) {
			ctx := t.Context()
			b, err := bucket.OpenToWrite(ctx, place(t, url))
			require.NoError(t, err)
			defer func() { require.NoError(t, b.Close()) }()

			u, err := b.Create(ctx, "aside/x")
			require.NoError(t, err)
			_, err = io.WriteString(u, "lost")
			require.NoError(t, err)
			u.Discard()
			_, err = b.Object(ctx, "aside/x")
			require.True(t, bucket.IsMissing(err))

			u, err = b.Create(ctx, "aside/x")
			require.NoError(t, err)
			_, err = io.WriteString(u, "0123456789")
			require.NoError(t, err)
			require.NoError(t, u.Close())
			o, err := b.Object(ctx, "aside/x")
			require.NoError(t, err)
			require.Equal(t, int64(10), o.Size())
			for _, c := range []struct {
				from, to int64
				want     string
			}{{0, 10, "0123456789"}, {3, 5, "34"}, {10, 10, ""}, {4, 4, ""}} {
				r, err := o.Open(ctx, c.from, c.to)
				require.NoError(t, err)
				text, err := io.ReadAll(r)
				require.NoError(t, err)
				require.Equal(t, c.want, string(text))
				require.NoError(t, r.Close())
			}

			require.NoError(t, b.Move(ctx, "aside/x", "p/y", 10))
			require.NoError(t, b.Move(ctx, "aside/x", "p/y", 10), "twice")
			require.Error(t, b.Move(ctx, "aside/x", "p/y", 9), "another object")
			require.Error(t, b.Move(ctx, "aside/x", "z", 10), "nowhere")
			names, err := b.Names(ctx, "")
			require.NoError(t, err)
			require.Equal(t, []string{"p/y"}, names)

			require.NoError(t, b.WriteNew(ctx, "n", []byte("1")))
			require.ErrorIs(t, b.WriteNew(ctx, "n", []byte("2")), bucket.ErrExists)
			text, err := b.Read(ctx, "n")
			require.NoError(t, err)
			require.Equal(t, "1", string(text))

			require.NoError(t, b.Write(ctx, "aside/z", nil))
			require.NoError(t, b.RemoveAll(ctx, "aside/"))
			require.NoError(t, b.Remove(ctx, "aside/z"), "twice")
			names, err = b.Names(ctx, "")
			require.NoError(t, err)
			require.Equal(t, []string{"n", "p/y"}, names)
			require.NoError(t, b.RemoveAll(ctx, ""))
		})
	}
}

// TestLargeMove: what a store does not copy at once goes through the worker.
func TestLargeMove(t *testing.T) {
	b, err := bucket.OpenToWrite(t.Context(), place(t, "mem://large/"))
	require.NoError(t, err)
	require.NoError(t, b.Write(t.Context(), "x", []byte("0123456789")))
	require.NoError(t, b.Move(t.Context(), "x", "y", 6<<30))
	text, err := b.Read(t.Context(), "y")
	require.NoError(t, err)
	require.Equal(t, "0123456789", string(text))
}
