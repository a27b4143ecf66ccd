package bucket

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"gocloud.dev/blob"
	"gocloud.dev/gcerrors"
)

// A Bucket is a prefix that is open. The names of its objects are those behind the prefix.
type Bucket struct {
	store     *blob.Bucket
	prefix    string
	directory string // where it is one
	shared    bool   // others use the store
}

// Close closes the bucket.
func (b *Bucket) Close() error {
	if b.shared {
		return nil
	}
	return b.store.Close()
}

// An Object is one that is read. It is safe for concurrent use.
type Object struct {
	bucket *Bucket
	name   string
	size   int64
}

// Object finds an object.
func (b *Bucket) Object(ctx context.Context, name string) (*Object, error) {
	a, err := b.store.Attributes(ctx, b.prefix+name)
	if err != nil {
		return nil, err
	}
	return &Object{b, name, a.Size}, nil
}

// Size is its length.
func (o *Object) Size() int64 { return o.size }

// Open reads from one offset up to another, in order.
func (o *Object) Open(ctx context.Context, from, to int64) (io.ReadCloser, error) {
	r, err := o.bucket.store.NewRangeReader(ctx, o.bucket.prefix+o.name, from, to-from, nil)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Read reads a whole object of modest size.
func (b *Bucket) Read(ctx context.Context, name string) ([]byte, error) {
	return b.store.ReadAll(ctx, b.prefix+name)
}

// Names lists the objects whose names begin so, in their order.
func (b *Bucket) Names(ctx context.Context, begin string) ([]string, error) {
	var names []string
	for it := b.store.List(&blob.ListOptions{Prefix: b.prefix + begin}); ; {
		o, err := it.Next(ctx)
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, err
		}
		if !o.IsDir {
			names = append(names, strings.TrimPrefix(o.Key, b.prefix))
		}
	}
}

// IsMissing says that there is no such object.
func IsMissing(err error) bool { return gcerrors.Code(err) == gcerrors.NotFound }

// An Upload is an object that is being written. It has no name before Close, and none at all
// after Discard.
type Upload struct {
	*blob.Writer
	cancel context.CancelFunc
}

// options of uploads: what is written is not looked at to guess what it is.
func options() *blob.WriterOptions {
	return &blob.WriterOptions{ContentType: "application/octet-stream"}
}

// Create begins an object.
func (b *Bucket) Create(ctx context.Context, name string) (*Upload, error) {
	ctx, cancel := context.WithCancel(ctx)
	w, err := b.store.NewWriter(ctx, b.prefix+name, options())
	if err != nil {
		cancel()
		return nil, err
	}
	return &Upload{w, cancel}, nil
}

// Close gives the object its name.
func (u *Upload) Close() error {
	defer u.cancel()
	return u.Writer.Close()
}

// Discard forgets what was written.
func (u *Upload) Discard() {
	u.cancel()
	_ = u.Writer.Close() // it fails, since it was cancelled
}

// Write writes a small object in the place of another one.
func (b *Bucket) Write(ctx context.Context, name string, text []byte) error {
	return b.store.WriteAll(ctx, b.prefix+name, text, options())
}

// ErrExists says that there is such an object.
var ErrExists = errors.New("there is such an object")

// WriteNew writes a small object that there was not.
func (b *Bucket) WriteNew(ctx context.Context, name string, text []byte) error {
	o := options()
	o.IfNotExist = true
	err := b.store.WriteAll(ctx, b.prefix+name, text, o)
	if gcerrors.Code(err) == gcerrors.FailedPrecondition {
		return ErrExists
	}
	return err
}

// largestCopy is the largest object that every store copies by itself.
const largestCopy = 5 << 30

// Move gives an object of a known size another name. Who does it again, since nobody heard
// that it was done, does no harm.
func (b *Bucket) Move(ctx context.Context, from, to string, size int64) error {
	err := b.move(ctx, from, to, size)
	if err != nil && (IsMissing(err) || errors.Is(err, os.ErrNotExist)) {
		if moved, e := b.Object(ctx, to); e == nil && moved.size == size {
			return nil
		}
	}
	return err
}

func (b *Bucket) move(ctx context.Context, from, to string, size int64) error {
	if b.directory != "" {
		to = filepath.Join(b.directory, to)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil { //nolint:gosec // G301: as the store makes them
			return err
		}
		return os.Rename(filepath.Join(b.directory, from), to)
	}
	var err error
	if size > largestCopy {
		err = b.rewrite(ctx, from, to)
	} else {
		err = b.store.Copy(ctx, b.prefix+to, b.prefix+from, nil)
	}
	if err != nil {
		return err
	}
	return b.Remove(ctx, from)
}

// rewrite copies an object through this machine.
func (b *Bucket) rewrite(ctx context.Context, from, to string) error {
	r, err := b.store.NewReader(ctx, b.prefix+from, nil)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // it was only read
	w, err := b.Create(ctx, to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Discard()
		return err
	}
	return w.Close()
}

// Remove removes an object. That it was not there is no error.
func (b *Bucket) Remove(ctx context.Context, name string) error {
	if err := b.store.Delete(ctx, b.prefix+name); err != nil && !IsMissing(err) {
		return err
	}
	return nil
}

// RemoveAll removes all objects of a prefix, which ends in a slash, and the directory that it may be.
func (b *Bucket) RemoveAll(ctx context.Context, prefix string) error {
	if b.directory != "" {
		return os.RemoveAll(filepath.Join(b.directory, prefix))
	}
	names, err := b.Names(ctx, prefix)
	if err != nil {
		return err
	}
	for _, n := range names {
		if err := b.Remove(ctx, n); err != nil {
			return err
		}
	}
	return nil
}
