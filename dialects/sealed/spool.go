package sealed

import (
	"bufio"
	"errors"
	"io"
	"os"

	"filippo.io/age"
)

// A Spool is a stream that lies on a disk so that it can be read again. It is encrypted to a key
// that is nowhere but in the memory of this process, and its file has no name, where the system
// lets an open file go without one; elsewhere it loses it with Close.
type Spool struct {
	file  *os.File
	named bool
	size  int64
	ids   Identities
}

// NewSpool reads a stream to its end, into a file in a directory.
func NewSpool(dir string, r io.Reader) (s *Spool, err error) {
	s = &Spool{}
	if s.file, err = os.CreateTemp(dir, ".spool-*"); err != nil { // which others cannot read
		return nil, err
	}
	s.named = os.Remove(s.file.Name()) != nil
	if err = s.fill(r); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Spool) fill(r io.Reader) error {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(s.file, 1<<20)
	w, err := Recipients{id.Recipient()}.Seal(out)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		return err
	}
	if err := errors.Join(w.Close(), out.Flush()); err != nil {
		return err
	}
	s.ids = w.Identities()
	s.size, err = s.file.Seek(0, io.SeekCurrent)
	return err
}

// Open gives the stream from its beginning. It can be opened several times at once.
func (s *Spool) Open() (io.Reader, error) {
	head := make([]byte, MagicSize)
	n, err := s.file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if !Recognise(head[:n]) { // which would pass for a stream in clear
		return nil, &Error{Err: ErrDamaged}
	}
	return s.ids.Open(io.NewSectionReader(s.file, 0, s.size))
}

// Size is what the file takes.
func (s *Spool) Size() int64 { return s.size }

// Close gives the file up.
func (s *Spool) Close() error {
	err := s.file.Close()
	if s.named {
		err = errors.Join(err, os.Remove(s.file.Name()))
	}
	return err
}
