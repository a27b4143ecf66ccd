package job

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/migawari-dev/migawari/mask"
)

// KeyVariable holds the key where nothing else is named.
const KeyVariable = "MIGAWARI_KEY"

// A KeySource says where a worker finds the key. It is a parameter of the job, so it never
// holds the key.
type KeySource struct {
	Variable string `json:"variable,omitempty"`
	File     string `json:"file,omitempty"`
	Command  string `json:"command,omitempty"` // for the shell; it prints the key
}

// patience is how long a command may take to print the key.
const patience = time.Minute

// errNoKey says that the environment has no key.
var errNoKey = errors.New("no key: the variable is not set")

// Key gets the key on this machine. Of what a file or a command says, no error tells.
func (s KeySource) Key(ctx context.Context) (mask.Key, error) {
	switch {
	case s.Command != "":
		return s.run(ctx)
	case s.File != "":
		f, err := os.Open(s.File)
		if err != nil {
			return mask.Key{}, fmt.Errorf("the key's file: %w", bare(err))
		}
		defer func() { _ = f.Close() }() // it was only read
		k, err := mask.ReadKey(f)
		if err != nil {
			return mask.Key{}, fmt.Errorf("the key's file: %w", bare(err))
		}
		return k, nil
	}
	text, set := os.LookupEnv(s.Variable)
	if !set {
		return mask.Key{}, errNoKey
	}
	return mask.ParseKey([]byte(text))
}

// run asks a command. What it says on its standard error may hold a secret, and is dropped.
func (s KeySource) run(ctx context.Context) (mask.Key, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", s.Command)
	cmd.WaitDelay = time.Second // of children that hold the pipe
	text, err := cmd.Output()
	switch {
	case ctx.Err() != nil:
		return mask.Key{}, fmt.Errorf("the key's command: %w", ctx.Err())
	case cmd.ProcessState == nil:
		return mask.Key{}, errors.New("the key's command: it cannot be started")
	case err != nil:
		return mask.Key{}, fmt.Errorf("the key's command: %s", cmd.ProcessState)
	}
	k, err := mask.ParseKey(text)
	if err != nil {
		return mask.Key{}, fmt.Errorf("the key's command: %w", err)
	}
	return k, nil
}

// Holds says whether the words of the source hold the key of an ID themselves: it would
// stand in the parameters of the job.
func (s KeySource) Holds(id string) bool {
	for _, text := range []string{s.Variable, s.File, s.Command} {
		for _, word := range strings.FieldsFunc(text, notOfKeys) {
			if k, err := mask.ParseKey([]byte(word)); err == nil && k.ID() == id {
				return true
			}
		}
	}
	return false
}

// notOfKeys says that no key has such a character.
func notOfKeys(r rune) bool {
	return !strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_", r)
}

// bare is an error of a file without its name: somebody may have given the key in its place.
func bare(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}
