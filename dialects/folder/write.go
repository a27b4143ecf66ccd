package folder

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/migawari-dev/migawari/dialects/archive"
)

// What stops the writing of a directory.
var (
	ErrExists = errors.New("it is there already")
	ErrBusy   = errors.New("another run is writing it")
	ErrNoRun  = errors.New("it is there, and no run that can be taken up again has left it")
	ErrOther  = errors.New("it holds finished files of another key, policy, edition or input")
)

// A Writer writes the masked files of a stream. They lie in a directory beside the one
// that is named, which gets that name when all of them are whole. Where it stops before,
// what is finished stays for the next run.
type Writer struct {
	folder  *Folder
	path    string
	partial string
	mode    fs.FileMode // that the directory gets in the end
	workers int
	split   io.WriteCloser
	state   *state
	bytes   map[string]int64  // of each file that was written, unpacked
	sums    map[string]string // of each file, as it lies
	open    *part
	over    bool
}

// Partial is what stands behind the name of a directory while it grows.
const Partial = ".partial"

// Create begins a directory. run says all that decides what is written beside the input;
// where it is the same as that of a run that was stopped, the files that were finished
// are neither read nor written again. An empty run can never be taken up.
func (f *Folder) Create(path, run string, workers int) (*Writer, error) {
	path = filepath.Clean(path)
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		if err == nil {
			err = ErrExists
		}
		return nil, at(path, err)
	}
	w := &Writer{folder: f, path: path, partial: path + Partial, workers: workers, bytes: map[string]int64{}, sums: map[string]string{}}
	if err := w.begin(run); err != nil {
		return nil, at(w.partial, err)
	}
	w.split = f.mark.Split(w.next)
	return w, nil
}

// begin makes the directory, or takes up the one that is there.
func (w *Writer) begin(run string) error {
	err := os.Mkdir(w.partial, 0o777) //nolint:gosec // G301: to learn what the umask leaves; nobody else gets in before the end
	fresh := err == nil
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Lstat(w.partial)
	switch {
	case err != nil:
		return err
	case !info.IsDir():
		return ErrNoFile
	}
	w.mode = info.Mode().Perm()
	if fresh {
		err = os.Chmod(w.partial, 0o700) //nolint:gosec // G302: it is a directory
	}
	if err != nil {
		return err
	}
	w.state, err = openState(w.partial, fresh)
	if err != nil {
		return err
	}
	if fresh {
		return w.state.begin(run, w.folder, w.mode)
	}
	w.mode, err = w.state.resume(run, w.folder)
	if err != nil {
		_ = w.state.close() // nothing was written
		return err
	}
	for _, p := range w.folder.Parts {
		for _, e := range w.state.finished {
			if e.File == p.File {
				w.bytes[e.File], w.sums[w.written(p)] = e.Bytes, e.Output
			}
		}
	}
	return nil
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
	path := filepath.Join(w.partial, w.written(w.folder.Parts[number]))
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, at(name, err)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // G302, G304: the directory is closed to others
	if err != nil {
		return nil, at(name, err)
	}
	p := &part{Part: w.folder.Parts[number], w: w, file: file, sum: sha256.New(), blank: w.folder.Parts[number].Rows == nil}
	p.pack, err = archive.Compress(io.MultiWriter(file, p.sum), w.folder.of(name).kind, w.workers)
	if err != nil {
		_ = file.Close() // it is empty
		return nil, at(name, err)
	}
	w.open = p
	return p, nil
}

// written is the name that the file of a part gets.
func (w *Writer) written(p Part) string { return w.folder.written(p.File, p.Database) }

// A part is a file that is being written.
type part struct {
	Part
	w     *Writer
	file  *os.File
	sum   hash.Hash // of what lies in the file
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
		e := entry{File: p.File, Input: hex.EncodeToString(p.w.folder.of(p.File).sum.Sum(nil)), Output: hex.EncodeToString(p.sum.Sum(nil)), Bytes: p.n}
		p.w.bytes[e.File], p.w.sums[p.w.written(p.Part)] = e.Bytes, e.Output
		err = p.w.state.add(e, p.Data)
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
		text, err := fact.edit(fact.text, o)
		if err != nil {
			return at(fact.File, err)
		}
		if text == nil {
			continue
		}
		name := w.folder.written(fact.File, fact.Database)
		if err := writeFile(filepath.Join(w.partial, name), text); err != nil {
			return at(fact.File, err)
		}
		sum := sha256.Sum256(text)
		w.sums[name] = hex.EncodeToString(sum[:])
	}
	return nil
}

// Digest is that of a list of all files, as sha256sum writes it: sorted by their names.
func (w *Writer) Digest() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(w.sums)) {
		_, _ = fmt.Fprintf(h, "%s  %s\n", w.sums[name], name) // a hash takes all
	}
	return hex.EncodeToString(h.Sum(nil))
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
	if err := w.state.remove(); err != nil {
		return at(w.partial, err)
	}
	if err := errors.Join(os.Chmod(w.partial, w.mode), syncDirectory(w.partial)); err != nil {
		return at(w.partial, err)
	}
	if _, err := os.Lstat(w.path); err == nil {
		return at(w.path, ErrExists)
	}
	if err := os.Rename(w.partial, w.path); err != nil {
		return at(w.path, err)
	}
	return nil
}

// syncDirectory brings the names in a directory to the disk.
func syncDirectory(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
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
	if !w.state.worth() {
		_ = os.RemoveAll(w.partial)
	}
	_ = w.state.close()
}
