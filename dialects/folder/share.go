package folder

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/migawari-dev/migawari/dialects/partial"
)

// ErrShare says why a directory is not written by several runs.
var ErrShare = errors.New("it tells what no part of the dump knows: how many rows or bytes others have, or sums of them")

// Share has the run read and write one share of the files with rows: that of a number, from
// 1 on, of so many. All runs read the definitions; the first writes them, and what files tell
// of others. It is called before anything is read. losing says that the run can leave rows out. The digest is that
// of what is shared.
func (f *Folder) Share(number, of int, losing bool) (digest string, err error) {
	for i := range f.Facts {
		if f.Facts[i].hangs(losing) {
			return "", at(f.Facts[i].File, ErrShare)
		}
	}
	shares, digest, err := f.Shares(of)
	if err != nil {
		return "", err
	}
	f.share = partial.NewShare(number, shares)
	return digest, nil
}

// hangs says whether a file tells of others what only a run over all of them knows.
func (f *Fact) hangs(losing bool) bool {
	return f.counts || bytes.Contains(f.text, []byte("checksum")) || losing && bytes.Contains(f.text, []byte("rows"))
}

// Shares divides the files with rows.
func (f *Folder) Shares(of int) (shares [][]partial.File, digest string, err error) {
	definitions, err := f.definitions()
	if err != nil {
		return nil, "", err
	}
	var files []partial.File
	for _, p := range f.Parts {
		if !p.Data {
			continue
		}
		info, err := os.Stat(filepath.Join(f.path, p.File))
		if err != nil {
			return nil, "", at(p.File, err)
		}
		files = append(files, partial.File{Name: p.File, Bytes: info.Size()})
	}
	shares, digest = partial.Divide(files, definitions, of)
	return shares, digest, nil
}

// Elsewhere says whether another run writes what stands at a place of the stream that was
// read last.
func (f *Folder) Elsewhere(offset int64) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.share.Later() || f.joined == nil {
		return false
	}
	number, _, _, ok := f.joined.Place(offset)
	return !ok || !f.Parts[number].Data
}

// JoinAll is [Folder.Join] of all files, whoever writes them.
func (f *Folder) JoinAll() io.ReadCloser {
	return f.join(new(atomic.Int64), func(string) bool { return false })
}
