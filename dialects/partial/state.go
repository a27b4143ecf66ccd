package partial

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// stateFile is in a directory as long as it grows: a line for the run, and one for each
// file that is finished. It holds sums and digests, and no data.
const stateFile = "migawari.state"

// aside is where the state stands for the moment between the last file and the name of the
// directory, so that at no moment a directory without its state lacks its name.
func (d *Directory) aside() string { return d.Path() + ".state" }

// A state is that file. Whoever has it open and locked writes the directory.
type state struct {
	file     *os.File
	header   header
	taken    []Entry // that were finished before
	finished int     // files
}

// A header says of what run the files are.
type header struct {
	Run         string      `json:"run"` // empty: it cannot be taken up
	Definitions string      `json:"definitions"`
	Mode        fs.FileMode `json:"mode"`
}

// An Entry is a file that is finished.
type Entry struct {
	File   string `json:"file"`   // as the input has it
	Input  string `json:"input"`  // its sum
	Output string `json:"output"` // that of what was written
	Bytes  int64  `json:"bytes"`  // unpacked
}

// begin opens the state, and takes up the run that it is of. A run that was killed before it
// had written anything has left nothing to take up, and nothing that is in the way.
func (d *Directory) begin() (err error) {
	others, err := d.Files()
	if err != nil {
		return err
	}
	path := filepath.Join(d.Path(), stateFile)
	if err := d.fetch(path, len(others) == 0); err != nil {
		return err
	}
	flag := os.O_RDWR
	if len(others) == 0 {
		flag |= os.O_CREATE
	}
	file, err := os.OpenFile(path, flag, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoRun
	}
	if err != nil {
		return err
	}
	if err := lock(file); err != nil {
		return errors.Join(err, file.Close())
	}
	d.state = &state{file: file}
	lines := json.NewDecoder(file)
	err = lines.Decode(&d.state.header)
	if err != nil && len(others) == 0 {
		err = d.anew()
	} else {
		err = d.resume(lines, err == nil)
	}
	if err != nil {
		return errors.Join(err, file.Close())
	}
	return nil
}

// fetch brings back the state of a run that was killed while it gave the directory its
// name. Beside an empty directory it is what such a run has left of another one.
func (d *Directory) fetch(path string, empty bool) error {
	if _, err := os.Lstat(path); err == nil {
		return nil
	}
	err := os.Rename(d.aside(), path)
	if empty && err == nil {
		err = os.Remove(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Files are those that lie in it, but for the state.
func (d *Directory) Files() ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(d.Path())
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == stateFile }), err
}

// anew writes the line of the run.
func (d *Directory) anew() error {
	sum, err := d.run.Definitions()
	if err != nil {
		return err
	}
	d.state.header = header{Run: d.run.ID, Definitions: sum, Mode: d.mode}
	if err := d.state.from(0); err != nil {
		return err
	}
	return d.state.line(d.state.header)
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

// add notes a file that is finished.
func (s *state) add(e Entry) error {
	if s.header.Run == "" {
		return nil
	}
	s.finished++
	return s.line(e)
}

// resume takes up a run that was stopped, if it was the same. Files that have changed
// since they were written are written again, and what was not finished goes.
func (d *Directory) resume(lines *json.Decoder, known bool) error {
	s := d.state
	if !known || d.run.ID == "" || s.header.Run == "" {
		return ErrNoRun
	}
	sum, err := d.run.Definitions()
	if err != nil {
		return err
	}
	if s.header.Run != d.run.ID || s.header.Definitions != sum {
		return ErrOther
	}
	var all []Entry
	end := lines.InputOffset()
	for {
		var e Entry
		if lines.Decode(&e) != nil {
			break // the last line may be cut
		}
		end = lines.InputOffset()
		all = slices.DeleteFunc(all, func(before Entry) bool { return before.File == e.File })
		all = append(all, e)
	}
	for _, e := range all {
		switch ok, err := d.stands(e); {
		case err != nil:
			return err
		case ok:
			s.taken = append(s.taken, e)
		}
	}
	d.mode, s.finished = s.header.Mode, len(s.taken)
	return errors.Join(s.from(end), d.clear())
}

// stands holds a finished file against its input and what was written.
func (d *Directory) stands(e Entry) (bool, error) {
	input, err := d.run.Input(e.File)
	if err != nil {
		return false, err
	}
	if input != e.Input {
		return false, ErrOther
	}
	output, err := sumOf(filepath.Join(d.Path(), d.run.Written(e.File)))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return output == e.Output, err
}

// from goes on behind the last line that is whole.
func (s *state) from(end int64) error {
	if err := s.file.Truncate(end); err != nil {
		return err
	}
	if _, err := s.file.Seek(end, io.SeekStart); err != nil {
		return err
	}
	if end == 0 {
		return nil
	}
	_, err := s.file.WriteString("\n")
	return err
}

// clear removes what is not finished.
func (d *Directory) clear() error {
	files, err := d.Files()
	if err != nil {
		return err
	}
	for _, f := range files {
		if slices.ContainsFunc(d.state.taken, func(e Entry) bool { return d.run.Written(e.File) == f.Name() }) {
			continue
		}
		if err := os.Remove(filepath.Join(d.Path(), f.Name())); err != nil {
			return err
		}
	}
	return nil
}

// worth says whether another run can use what is finished.
func (s *state) worth() bool { return s.finished > 0 }

func (s *state) close() error { return s.file.Close() }
