package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask"
)

// keyVariable holds the key where no file is named.
const keyVariable = "MIGAWARI_KEY"

const keygenHint = "migawari keygen -o FILE makes one"

// keyFlags say where the key comes from. None of them holds it: arguments are
// seen by everybody on the machine.
type keyFlags struct {
	file      filePath
	ephemeral bool
}

func (f *keyFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.Var(&f.file, "key-file", "`file` with the key; else the variable "+keyVariable+" has it")
	fs.BoolVar(&f.ephemeral, "ephemeral-key", false, "draw a key that nobody knows after the run")
}

// key gives the key of the run. A file that is named decides alone, whatever
// the variable holds.
func (f *keyFlags) key(u *ui) (mask.Key, error) {
	switch {
	case f.file != "" && f.ephemeral:
		return mask.Key{}, usage("--key-file and --ephemeral-key exclude each other")
	case f.ephemeral:
		return mask.EphemeralKey(), nil
	case f.file != "":
		return f.read(u)
	}
	text, set := os.LookupEnv(keyVariable)
	if !set {
		return mask.Key{}, &usageError{
			reason: "no key: give --key-file FILE, the variable " + keyVariable + " or --ephemeral-key",
			hint:   keygenHint,
		}
	}
	k, err := mask.ParseKey([]byte(text))
	return k, refused(keyVariable, err)
}

// read reads the key from its file. What is wrong with it does not name the
// file: somebody may have given the key in its place.
func (f *keyFlags) read(u *ui) (mask.Key, error) {
	file, err := os.Open(string(f.file))
	if err != nil {
		return mask.Key{}, &usageError{reason: "--key-file: " + reason(err), hint: "it takes the name of a file; " + keygenHint}
	}
	defer func() { _ = file.Close() }() // it was only read
	k, err := mask.ReadKey(file)
	if err != nil {
		return mask.Key{}, refused("--key-file", err)
	}
	u.warnOfOthers("the key file", file)
	return k, nil
}

// refused says why a key cannot be used.
func refused(source string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, mask.ErrKey):
		return &usageError{reason: source + ": " + err.Error(), hint: keygenHint}
	}
	return usage("%s: %s", source, reason(err))
}
