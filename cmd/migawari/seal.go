package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/postgres/pgarchive"
	"github.com/migawari-dev/migawari/dialects/sealed"
)

// identityFlags say what opens an input that is encrypted.
type identityFlags struct {
	files []string
	keys  sealed.Identities
}

func (f *identityFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.files, "identity", nil, "`file` with a secret key of age or ssh that opens an encrypted dump; can be given again")
}

// read reads the identities. What is wrong with a file does not name it: somebody may have
// given the key in its place.
func (f *identityFlags) read(u *ui) error {
	for _, name := range f.files {
		file, err := os.Open(name)
		if err != nil {
			return &usageError{reason: "--identity: " + reason(err), hint: "it takes the name of a file"}
		}
		defer func() { _ = file.Close() }() // it was only read
		if err := f.keys.Read(file); err != nil {
			return usage("--identity: %s", reason(err))
		}
		u.warnOfOthers("the identity file", file)
	}
	return nil
}

// warnOfOthers warns of a secret file that not only its owner can read.
func (u *ui) warnOfOthers(what string, file *os.File) {
	const others = 0o077
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() && info.Mode()&others != 0 && runtime.GOOS != "windows" {
		u.warn("%s %s is open to others on this machine (mode %04o)", what, named(file.Name()), info.Mode().Perm())
		u.hint("chmod 600 " + named(file.Name()))
	}
}

// recipientFlags say to whom an output is encrypted.
type recipientFlags struct {
	recipients []string
	lists      []string
	to         sealed.Recipients
}

func (f *recipientFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringArrayVar(&f.recipients, "recipient", nil, "encrypt to this public `key` of age or ssh; can be given again")
	fs.StringArrayVar(&f.lists, "recipients-file", nil, "encrypt to the public keys in this `file`, one a line; can be given again")
}

// read reads the recipients, and holds them against the name of the output. A recipient
// is never shown: it may be a secret that was given in its place.
func (f *recipientFlags) read(output string) error {
	for _, r := range f.recipients {
		if err := f.to.Add(r); err != nil {
			return usage("--recipient: %s", err)
		}
	}
	for _, name := range f.lists {
		file, err := os.Open(name)
		if err == nil {
			err = f.to.Read(file)
			_ = file.Close() // it was only read
		}
		if err != nil {
			return usage("--recipients-file: %s: %s", named(name), reason(err))
		}
	}
	if _, ends := cutAge(output); ends && len(f.to) == 0 {
		return &usageError{reason: "-o: a name that ends in .age is that of an encrypted file", hint: "say --recipient KEY or --recipients-file FILE"}
	}
	return nil
}

// cutAge takes the suffix of encrypted files off a name.
func cutAge(name string) (string, bool) {
	const suffix = ".age"
	if strings.EqualFold(filepath.Ext(name), suffix) {
		return name[:len(name)-len(suffix)], true
	}
	return name, false
}

// packing is how the output is compressed, by its name, whether it is encrypted or not.
func (f *maskFlags) packing() archive.Kind {
	name, _ := cutAge(string(f.output))
	return archive.KindOf(name)
}

// fits says whether what is written of an input can be encrypted: as one stream, of which
// nothing lies on the disk in clear.
func (f *recipientFlags) fits(in *input) error {
	switch {
	case len(f.to) == 0:
		return nil
	case in.isDirectory():
		return &usageError{
			reason: "a directory is not encrypted: its loader would not read it, and its names would tell",
			hint:   "leave --recipient out, and then: tar -cf - DIR | age -r KEY",
		}
	case in.archive != nil && in.archive.Kind() == pgarchive.Tar:
		return &usageError{
			reason: "a tar archive is not encrypted: its members would lie on the disk in clear until their length is known",
			hint:   "dump with pg_dump -Fc",
		}
	}
	return nil
}

// seal has all that is written encrypted, if anybody is to be the recipient.
func (r *results) seal(f *recipientFlags) (w io.Writer, err error) {
	if len(f.to) == 0 {
		return r.sink, nil
	}
	r.sealed, err = f.to.Seal(r.sink)
	return r.sealed, err
}

// closePack ends what is compressed, and what is encrypted.
func (r *results) closePack() error {
	var err error
	if r.pack != nil {
		err = r.pack.Close()
	}
	if r.sealed != nil {
		err = errors.Join(err, r.sealed.Close())
	}
	return err
}
