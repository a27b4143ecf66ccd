package pgarchive

import (
	"errors"

	"github.com/migawari-dev/migawari/dialects/partial"
)

// ErrShare says why an archive is not written by several runs.
var ErrShare = errors.New("it is one file, and its table of contents says where in it rows are")

// Share has the run read and write one share of the files with rows: that of a number, from
// 1 on, of so many. All runs read the definitions; the first writes the table of contents and
// large objects. It is called before anything is read. The digest is that of what is shared.
func (a *Archive) Share(number, of int) (digest string, err error) {
	shares, digest, err := a.Shares(of)
	if err != nil {
		return "", err
	}
	a.share = partial.NewShare(number, shares)
	return digest, nil
}

// Shares divides the files with rows.
func (a *Archive) Shares(of int) (shares [][]partial.File, digest string, err error) {
	s, ok := a.source.(*directorySource)
	if !ok {
		return nil, "", ErrShare
	}
	definitions, err := a.definitions()
	if err != nil {
		return nil, "", err
	}
	var files []partial.File
	for i := range a.pieces {
		p := &a.pieces[i]
		if p.kind != rows {
			continue
		}
		n, err := s.size(p.entry.file.s)
		if err != nil {
			return nil, "", at(p.entry, err)
		}
		files = append(files, partial.File{Name: p.entry.file.s, Bytes: n})
	}
	shares, digest = partial.Divide(files, definitions, of)
	return shares, digest, nil
}

// size is the length of a file as it lies.
func (s *directorySource) size(name string) (int64, error) {
	f, _, err := s.find(name)
	if err != nil {
		return 0, err
	}
	defer func() { _ = f.Close() }() // it was only looked at
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// skips says whether the run does not read the rows in a file.
func (a *Archive) skips(file string) bool { return a.reused[file] || a.share.Lacks(file) }

// Elsewhere says whether another run writes what stands at a place of the text that was read
// last.
func (a *Archive) Elsewhere(offset int64) bool {
	if a.share == nil || a.joined == nil {
		return false
	}
	if i, _, _, ok := a.joined.Place(offset); ok && a.pieces[i].kind == rows {
		return a.share.Lacks(a.pieces[i].entry.file.s)
	}
	return a.share.Later()
}
