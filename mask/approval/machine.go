package approval

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask/audit"
)

// A Machine says for a machine who may approve.
type Machine struct {
	// Required: no run is without an approval.
	Required bool
	// Signers is how many different people must have signed.
	Signers int
	Allowed []audit.Signer
}

// What is wrong with the file of a machine.
var (
	ErrMachine = errors.New("the file that says who may approve is not understood")
	ErrOpen    = errors.New("the file that says who may approve can be written by others than its owner")
	ErrOwner   = errors.New("the file that says who may approve does not belong to the administrator")
)

// ReadMachine reads the file of a machine; nil if there is none. It and the directory in
// which it lies must belong to owner, and nobody else may write them: whoever runs migawari
// must not be able to say who approves. owner is a number of Unix; elsewhere it is not
// looked at.
func ReadMachine(path string, owner int) (*Machine, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	dir, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	for _, i := range []fs.FileInfo{info, dir} {
		if err := guarded(i, owner); err != nil {
			return nil, err
		}
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(f); err != nil {
		return nil, err
	}
	return ParseMachine(text.Bytes())
}

// ParseMachine reads the text of such a file.
func ParseMachine(text []byte) (*Machine, error) {
	var file struct {
		Version  int   `yaml:"version"`
		Required *bool `yaml:"required"`
		Signers  int   `yaml:"signers"`
		Allowed  []struct {
			Name string `yaml:"name"`
			Key  string `yaml:"key"`
		} `yaml:"allowed"`
	}
	wrong := func(why string) (*Machine, error) { return nil, fmt.Errorf("%w: %s", ErrMachine, why) }
	if err := yaml.Load(text, &file, yaml.WithKnownFields()); err != nil {
		return wrong("it is no YAML of version, required, signers and allowed, with name and key")
	}
	m := &Machine{Required: file.Required == nil || *file.Required, Signers: file.Signers}
	if m.Signers == 0 {
		m.Signers = 1
	}
	for _, a := range file.Allowed {
		key, _, err := sshsig.ParsePublic(a.Key)
		if err != nil {
			return wrong(err.Error())
		}
		if strings.TrimSpace(a.Name) == "" {
			return wrong("a signer has no name")
		}
		if slices.ContainsFunc(m.Allowed, func(s audit.Signer) bool { return s.Key.Equal(key) }) {
			return wrong("two signers have one key")
		}
		m.Allowed = append(m.Allowed, audit.Signer{Name: strings.TrimSpace(a.Name), Key: key})
	}
	switch {
	case file.Version != 1:
		return wrong("it is not of version 1")
	case m.Signers < 1:
		return wrong("signers is a number from 1 on")
	case len(m.names()) < m.Signers:
		return wrong("it allows fewer people than must sign")
	}
	return m, nil
}

func (m *Machine) names() []string {
	var all []string
	for _, s := range m.Allowed {
		if !slices.Contains(all, s.Name) {
			all = append(all, s.Name)
		}
	}
	return all
}
