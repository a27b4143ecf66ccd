package folder

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// stateFile is in a directory as long as it grows: a line for the run, and one for each
// file that is finished. It holds digests and no data.
const stateFile = "migawari.state"

// A state is that file. Whoever has it open and locked writes the directory.
type state struct {
	file     *os.File
	dir      string
	header   header
	finished []entry
}

// A header says of what run the files are.
type header struct {
	Run         string      `json:"run"` // empty: it cannot be taken up
	Definitions string      `json:"definitions"`
	Mode        fs.FileMode `json:"mode"`
}

// An entry is a file that is finished.
type entry struct {
	File   string `json:"file"`
	Input  string `json:"input"`
	Output string `json:"output"`
	Bytes  int64  `json:"bytes"`
}

func openState(dir string, fresh bool) (*state, error) {
	flag := os.O_RDWR
	if fresh {
		flag |= os.O_CREATE | os.O_EXCL
	}
	file, err := os.OpenFile(filepath.Join(dir, stateFile), flag, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		err = ErrNoRun
	}
	if err != nil {
		return nil, err
	}
	if err := lock(file); err != nil {
		_ = file.Close() // nothing was written
		return nil, err
	}
	return &state{file: file, dir: dir}, nil
}

// begin writes the line of the run.
func (s *state) begin(run string, f *Folder, mode fs.FileMode) error {
	sum, err := f.definitions()
	if err != nil {
		return err
	}
	s.header = header{Run: run, Definitions: sum, Mode: mode}
	return s.line(s.header)
}

func (s *state) line(v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if _, err := s.file.Write(append(text, '\n')); err != nil {
		return err
	}
	return s.file.Sync()
}

// add notes a file that is finished. Those that are read again in any case are not.
func (s *state) add(e entry, data bool) error {
	if s.header.Run == "" || !data {
		return nil
	}
	s.finished = append(s.finished, e)
	return s.line(e)
}

// resume takes up a run that was stopped, if it was the same. Files that have changed
// since they were written are written again.
func (s *state) resume(run string, f *Folder) (fs.FileMode, error) {
	lines := json.NewDecoder(bufio.NewReader(s.file))
	if err := lines.Decode(&s.header); err != nil || run == "" || s.header.Run == "" {
		return 0, ErrNoRun
	}
	sum, err := f.definitions()
	if err != nil {
		return 0, err
	}
	if s.header.Run != run || s.header.Definitions != sum {
		return 0, ErrOther
	}
	for {
		var e entry
		if lines.Decode(&e) != nil {
			break // the last line may be cut
		}
		switch ok, err := s.stands(e, f); {
		case err != nil:
			return 0, err
		case ok:
			s.finished = append(s.finished, e)
		}
	}
	if err := s.rewrite(); err != nil {
		return 0, err
	}
	for _, e := range s.finished {
		f.reuse(e)
	}
	return s.header.Mode, nil
}

// stands holds a finished file against its input and what was written.
func (s *state) stands(e entry, f *Folder) (bool, error) {
	if !f.has(e.File) {
		return false, ErrOther
	}
	input, err := digestOf(filepath.Join(f.path, e.File))
	if err != nil {
		return false, err
	}
	if input != e.Input {
		return false, ErrOther
	}
	output, err := digestOf(filepath.Join(s.dir, f.written(e.File, f.database(e.File))))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return output == e.Output, err
}

// rewrite writes the lines that stand.
func (s *state) rewrite() error {
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := s.file.Truncate(0); err != nil {
		return err
	}
	if err := s.line(s.header); err != nil {
		return err
	}
	for _, e := range s.finished {
		if err := s.line(e); err != nil {
			return err
		}
	}
	return nil
}

// worth says whether another run can use what is finished.
func (s *state) worth() bool { return len(s.finished) > 0 }

func (s *state) close() error { return s.file.Close() }

func (s *state) remove() error { return errors.Join(os.Remove(s.file.Name()), s.file.Close()) }

// definitions is a digest of all that is not rows: what a run decides from it must be
// the same for files that were finished before.
func (f *Folder) definitions() (string, error) {
	h := sha256.New()
	for _, p := range f.Parts {
		sum := "rows"
		if !p.Data {
			var err error
			if sum, err = digestOf(filepath.Join(f.path, p.File)); err != nil {
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

func digestOf(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }() // it was only read
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
