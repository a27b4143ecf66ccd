package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"
	"sync"

	"gocloud.dev/blob"
	"gocloud.dev/blob/driver"
	"gocloud.dev/gcerrors"
)

func init() { blob.DefaultURLMux().RegisterBucket("broken", broken) }

// broken are buckets that refuse, by name.
var broken = brokenStores{}

type brokenStores map[string]*brokenStore

// OpenBucketURL implements [blob.BucketURLOpener].
func (s brokenStores) OpenBucketURL(_ context.Context, u *url.URL) (*blob.Bucket, error) {
	return blob.NewBucket(s[u.Host]), nil
}

// A brokenStore is a bucket in memory that refuses what refuse says.
type brokenStore struct {
	driver.Bucket // what nobody calls
	refuse        func(do, key string) bool

	mu      sync.Mutex
	objects map[string][]byte
}

var errRefused, errAbsent, errThere = errors.New("refused"), errors.New("absent"), errors.New("there")

func (b *brokenStore) ask(do, key string) error {
	if b.refuse != nil && b.refuse(do, key) {
		return errRefused
	}
	return nil
}

func (b *brokenStore) get(key string) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	text, ok := b.objects[key]
	if !ok {
		return nil, errAbsent
	}
	return text, nil
}

func (b *brokenStore) ErrorCode(err error) gcerrors.ErrorCode {
	switch {
	case errors.Is(err, errAbsent):
		return gcerrors.NotFound
	case errors.Is(err, errThere):
		return gcerrors.FailedPrecondition
	case errors.Is(err, errRefused):
		return gcerrors.PermissionDenied
	}
	return gcerrors.Unknown
}

func (b *brokenStore) Attributes(_ context.Context, key string) (*driver.Attributes, error) {
	text, err := b.get(key)
	return &driver.Attributes{Size: int64(len(text))}, err
}

func (b *brokenStore) ListPaged(_ context.Context, o *driver.ListOptions) (*driver.ListPage, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	page := &driver.ListPage{}
	for _, key := range slices.Sorted(maps.Keys(b.objects)) {
		if strings.HasPrefix(key, o.Prefix) {
			page.Objects = append(page.Objects, &driver.ListObject{Key: key})
		}
	}
	return page, nil
}

type brokenReader struct {
	io.Reader
	size int64
}

func (r *brokenReader) Close() error { return nil }
func (r *brokenReader) As(any) bool  { return false }
func (r *brokenReader) Attributes() *driver.ReaderAttributes {
	return &driver.ReaderAttributes{Size: r.size}
}

func (b *brokenStore) NewRangeReader(_ context.Context, key string, offset, length int64, _ *driver.ReaderOptions) (driver.Reader, error) {
	if err := b.ask("read", key); err != nil {
		return nil, err
	}
	text, err := b.get(key)
	if err != nil {
		return nil, err
	}
	size := int64(len(text))
	if length < 0 {
		length = size - offset
	}
	return &brokenReader{bytes.NewReader(text[offset : offset+length]), size}, nil
}

type brokenWriter struct {
	bytes.Buffer
	store *brokenStore
	ctx   context.Context
	key   string
	fresh bool
}

func (w *brokenWriter) Write(p []byte) (int, error) {
	if err := w.store.ask("write", w.key); err != nil {
		return 0, err
	}
	return w.Buffer.Write(p)
}

func (w *brokenWriter) Close() error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if err := w.store.ask("close", w.key); err != nil {
		return err
	}
	w.store.mu.Lock()
	defer w.store.mu.Unlock()
	if _, there := w.store.objects[w.key]; there && w.fresh {
		return errThere
	}
	w.store.objects[w.key] = bytes.Clone(w.Bytes())
	return nil
}

func (b *brokenStore) NewTypedWriter(ctx context.Context, key, _ string, o *driver.WriterOptions) (driver.Writer, error) {
	return &brokenWriter{store: b, ctx: ctx, key: key, fresh: o.IfNotExist}, nil
}

func (b *brokenStore) Copy(_ context.Context, to, from string, _ *driver.CopyOptions) error {
	if err := b.ask("copy", from); err != nil {
		return err
	}
	text, err := b.get(from)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.objects[to] = text
	return nil
}

func (b *brokenStore) Delete(_ context.Context, key string, _ *driver.DeleteOptions) error {
	if _, err := b.get(key); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.objects, key)
	return nil
}

func (b *brokenStore) As(any) bool             { return false }
func (b *brokenStore) ErrorAs(error, any) bool { return false }
func (b *brokenStore) Close() error            { return nil }
