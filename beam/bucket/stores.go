package bucket

import (
	"context"
	"net/url"
	"path/filepath"
	"sync"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob" // azblob://
	"gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/gcsblob" // gs://
	"gocloud.dev/blob/memblob"
	_ "gocloud.dev/blob/s3blob" // s3://
)

// Open opens the prefix of a place to read there.
func Open(ctx context.Context, p Place) (*Bucket, error) { return open(ctx, p, nil) }

// OpenToWrite opens the prefix of a place to write there, which begins with a directory
// where it is one.
func OpenToWrite(ctx context.Context, p Place) (*Bucket, error) {
	return open(ctx, p, url.Values{"create_dir": {"1"}})
}

func open(ctx context.Context, p Place, of url.Values) (*Bucket, error) {
	b := &Bucket{prefix: p.prefix}
	var err error
	switch p.root.Scheme {
	case memblob.Scheme:
		b.store, b.shared = memory(p.root.Host), true
	case fileblob.Scheme:
		u := p.root
		q := url.Values{"metadata": {"skip"}, "no_tmp_dir": {"1"}}
		for k, v := range of {
			q[k] = v
		}
		u.RawQuery = q.Encode()
		b.directory = filepath.FromSlash(u.Path)
		b.store, err = blob.DefaultURLMux().OpenBucketURL(ctx, &u)
	default:
		u := p.root
		b.store, err = blob.DefaultURLMux().OpenBucketURL(ctx, &u)
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// stores are the buckets in memory, by name: who opens one twice finds the same, within
// this process.
var stores sync.Map

func memory(name string) *blob.Bucket {
	b, _ := stores.LoadOrStore(name, memblob.OpenBucket(&memblob.Options{NoMD5: true}))
	return b.(*blob.Bucket)
}
