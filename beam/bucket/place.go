// Package bucket names places in buckets by URLs, and reads and writes there.
//
//	place.go   URLs, and which of them lie in one another
//	bucket.go  objects: read in ranges, written at once, moved to their last name
//	stores.go  the kinds of bucket
package bucket

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"gocloud.dev/blob"
	"gocloud.dev/blob/fileblob"
)

// A Place is a prefix of a bucket, or one object in it.
type Place struct {
	root   url.URL // of what is opened: a bucket, or a directory
	prefix string  // within it: empty, or it ends in a slash
	name   string  // of the object; empty: the prefix is meant
}

// Parse reads a URL such as s3://bucket/a/dump.sql or, of a prefix, s3://bucket/a/. What is
// wrong with it does not quote it: somebody may have put a password there.
func Parse(text string) (Place, error) {
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Scheme == "" || !blob.DefaultURLMux().ValidBucketScheme(u.Scheme):
		return Place{}, fmt.Errorf("it is not the URL of a bucket: there are %s", strings.Join(blob.DefaultURLMux().BucketSchemes(), ":// ")+"://")
	case u.User != nil:
		return Place{}, errors.New("a URL does not hold credentials: the environment does")
	case u.Fragment != "" || u.Opaque != "":
		return Place{}, errors.New("a URL of a bucket has neither a fragment nor a scheme alone")
	case u.Scheme == fileblob.Scheme && (u.Host != "" || u.Path == ""):
		return Place{}, errors.New("a file has an absolute path: file:///directory/")
	case u.Scheme != fileblob.Scheme && u.Host == "":
		return Place{}, errors.New("the URL names no bucket")
	}
	p := Place{root: *u}
	p.prefix, p.name = path.Split(strings.TrimPrefix(u.Path, "/"))
	if clean := path.Clean("/" + p.prefix); clean != "/" {
		p.prefix = clean[1:] + "/"
	} else {
		p.prefix = ""
	}
	if p.name == "." || p.name == ".." {
		return Place{}, errors.New("the URL names neither an object nor, with a slash at its end, a prefix")
	}
	p.root.Path, p.root.RawPath = "", ""
	if u.Scheme == fileblob.Scheme {
		p.root.Path, p.prefix = "/"+p.prefix, ""
	}
	return p, nil
}

// Object is the name of the object that the URL names; empty: it names a prefix.
func (p Place) Object() string { return p.name }

// String is the place without parameters.
func (p Place) String() string { return p.around() + p.name }

// around is the URL of the prefix, without parameters.
func (p Place) around() string {
	u := url.URL{Scheme: p.root.Scheme, Host: p.root.Host, Path: "/" + strings.TrimPrefix(p.root.Path, "/") + p.prefix}
	return u.String()
}

// Overlap says whether one of the prefixes of two places, or of the objects there, lies in
// the other one.
func Overlap(a, b Place) bool {
	x, y := a.resolved().around(), b.resolved().around()
	return strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

// resolved is the place of a directory without symbolic links, as far as it exists.
func (p Place) resolved() Place {
	if p.root.Scheme != fileblob.Scheme {
		return p
	}
	rest := ""
	for dir := filepath.Clean(filepath.FromSlash(p.root.Path)); ; dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			p.root.Path = strings.TrimSuffix(filepath.ToSlash(filepath.Join(real, rest)), "/") + "/"
			return p
		}
		if dir == filepath.Dir(dir) {
			return p
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}
