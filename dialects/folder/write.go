package folder

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/partial"
)

// A Writer writes the masked files of a stream. They lie in a directory beside the one
// that is named, which gets that name when all of them are whole. Where it stops before,
// what is finished stays for the next run.
type Writer struct {
	*partial.Directory
	folder  *Folder
	path    string
	workers int
	split   io.WriteCloser
	bytes   map[string]int64 // of each file that was written, unpacked
	open    *part
	over    bool
}

// Create begins a directory. run says all that decides what is written beside the input;
// where it is the same as that of a run that was stopped, the files that were finished
// are neither read nor written again. An empty run can never be taken up.
func (f *Folder) Create(path, run string, workers int) (*Writer, error) {
	w := &Writer{folder: f, path: path, workers: workers, bytes: map[string]int64{}}
	var err error
	w.Directory, err = partial.Begin(path, partial.Run{ID: run, Definitions: f.definitions, Input: f.input, Written: f.writtenRows})
	switch {
	case errors.Is(err, partial.ErrExists):
		return nil, at(path, err)
	case err != nil:
		return nil, at(path+partial.Suffix, err)
	}
	for _, e := range w.Finished() {
		f.reuse(e.File)
		w.bytes[e.File] = e.Bytes
	}
	w.split = f.mark.Split(w.next)
	return w, nil
}

// input is the sum of a file with rows.
func (f *Folder) input(file string) (string, error) {
	if !f.has(file) {
		return "", partial.ErrOther
	}
	raw, err := os.Open(filepath.Join(f.path, file))
	if err != nil {
		return "", err
	}
	defer func() { _ = raw.Close() }() // it was only read
	return partial.SumOf(raw)
}

// writtenRows is the name that a file with rows gets.
func (f *Folder) writtenRows(file string) string { return f.written(file, f.database(file)) }

// definitions is a digest of all that is not rows: what a run decides from it must be
// the same for files that were finished before.
func (f *Folder) definitions() (string, error) {
	h := sha256.New()
	for _, p := range f.Parts {
		sum := "rows"
		if !p.Data {
			var err error
			if sum, err = partial.DigestOf(filepath.Join(f.path, p.File)); err != nil {
				return "", at(p.File, err)
			}
		}
		_, _ = fmt.Fprintf(h, "%q %s\n", p.File, sum) // a hash takes all
	}
	for _, fact := range f.Facts {
		_, _ = fmt.Fprintf(h, "%q %q\n", fact.File, fact.text) // likewise
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Reused are the files that an earlier run has finished.
func (w *Writer) Reused() (files []string) {
	if w == nil {
		return nil
	}
	for _, p := range w.folder.Parts {
		if w.folder.reused[p.File] {
			files = append(files, p.File)
		}
	}
	return files
}

// Write implements [io.Writer].
func (w *Writer) Write(b []byte) (int, error) { return w.split.Write(b) }

// Close ends the last file, which is whole then. Behind Discard it does nothing.
func (w *Writer) Close() error {
	if w.over {
		return nil
	}
	return w.split.Close()
}

// next begins the file of a part.
func (w *Writer) next(number int) (io.WriteCloser, error) {
	name := w.folder.Parts[number].File
	if w.folder.share.Later() && !w.folder.Parts[number].Data {
		return nowhere{io.Discard}, nil
	}
	path := filepath.Join(w.Path(), w.written(w.folder.Parts[number]))
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666) //nolint:gosec // G302, G304: the directory is closed to others
	if err != nil {
		return nil, at(name, err)
	}
	p := &part{Part: w.folder.Parts[number], w: w, file: file, sum: partial.NewSum(), blank: w.folder.Parts[number].Rows == nil}
	p.pack, err = archive.Compress(io.MultiWriter(file, p.sum), w.folder.of(name).kind, w.workers)
	if err != nil {
		_ = file.Close() // it is empty
		return nil, at(name, err)
	}
	w.open = p
	return p, nil
}

// nowhere takes a file that another run writes.
type nowhere struct{ io.Writer }

func (nowhere) Close() error { return nil }

// written is the name that the file of a part gets.
func (w *Writer) written(p Part) string { return w.folder.written(p.File, p.Database) }

// A part is a file that is being written.
type part struct {
	Part
	w     *Writer
	file  *os.File
	sum   *partial.Sum // of what lies in the file
	pack  io.WriteCloser
	n     int64
	blank bool // nothing but white space was written
}

func (p *part) Write(b []byte) (int, error) {
	p.blank = p.blank && len(bytes.TrimSpace(b)) == 0
	n, err := p.pack.Write(b)
	p.n += int64(n)
	if err != nil {
		err = at(p.File, err)
	}
	return n, err
}

// Close ends the file. One of which all statements were left out is none: where the
// loading programs miss a file they do without it, and an empty one stops them.
func (p *part) Close() error {
	p.w.open = nil
	err := errors.Join(p.pack.Close(), p.file.Sync(), p.file.Close())
	if err == nil && p.blank && p.w.folder.of(p.File).n > 0 {
		return os.Remove(p.file.Name())
	}
	if err == nil {
		e := partial.Entry{File: p.File, Input: p.w.folder.of(p.File).sum.String(), Output: p.sum.String(), Bytes: p.n}
		p.w.bytes[e.File] = e.Bytes
		if p.Data { // others are read again in any case
			err = p.w.Finish(e)
		}
	}
	if err != nil {
		return at(p.File, err)
	}
	return nil
}

// Seal writes what files tell of the others, and makes sure that all is on the disk.
func (w *Writer) Seal(o Outcome) error {
	o.bytes, o.tables, o.database = w.bytes, map[string]int64{}, w.folder.renamed
	o.Whole = o.Whole && len(w.folder.ours) == 0
	for _, p := range w.folder.Parts {
		if p.Rows != nil {
			o.tables[p.Database+"."+p.Rows.Table] += w.bytes[p.File]
		}
	}
	for _, fact := range w.folder.Facts {
		if w.folder.share.Later() {
			break
		}
		text, err := fact.edit(fact.text, o)
		if err != nil {
			return at(fact.File, err)
		}
		if text == nil {
			continue
		}
		name := w.folder.written(fact.File, fact.Database)
		if err := writeFile(filepath.Join(w.Path(), name), text); err != nil {
			return at(fact.File, err)
		}
	}
	return nil
}

// Written reads what has been written, once it is sealed: the directory as it will be.
func (w *Writer) Written() (*Folder, error) {
	files, err := w.Files()
	if err != nil {
		return nil, err
	}
	return read(w.Path(), files)
}

// writeFile writes a file down to the disk.
func writeFile(path string, text []byte) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Sync(), file.Close())
}

// Commit gives the directory its name.
func (w *Writer) Commit() error {
	w.over = true
	if err := w.Directory.Commit(); err != nil {
		return at(w.path, err)
	}
	return nil
}

// Discard ends a run that did not come to its end. It keeps what is finished if another
// run can take it up.
func (w *Writer) Discard() {
	if w == nil || w.over {
		return
	}
	w.over = true
	if p := w.open; p != nil {
		_ = p.pack.Close()
		_ = p.file.Close()
		_ = os.Remove(p.file.Name()) // it is cut
	}
	w.Directory.Discard()
}
