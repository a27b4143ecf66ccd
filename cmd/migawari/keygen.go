package main

import (
	"crypto/ed25519"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask"
)

// keygen draws a key.
func (a *app) keygen() *cobra.Command {
	var output filePath
	var signing bool
	cmd := &cobra.Command{
		Use:   "keygen [--signing] [-o FILE]",
		Short: "draws a key",
		Long: `keygen draws 32 bytes from the system's cryptographic random source and writes
them in hexadecimal. With -o they go to a new file that only its owner can read;
a file that is there already is left alone.

Who has the key can tell which fake stands for whom. Keep it where the raw data is.

With --signing it makes a key for signatures instead, which masks nothing: ed25519, in
the form of OpenSSH, in FILE, and its public half in FILE.pub, for those who check.`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if signing {
				return writeSigner(string(output))
			}
			text := mask.GenerateKey() + "\n"
			if output == "" || output == "-" {
				return a.show(text)
			}
			return writeNew(string(output), text)
		},
	}
	cmd.Flags().VarP(&output, "output", "o", "new `file` to write")
	cmd.Flags().BoolVar(&signing, "signing", false, "make a key that signs audits and approvals")
	return cmd
}

// writeSigner draws a key that signs.
func writeSigner(path string) error {
	if path == "" || path == "-" {
		return &usageError{reason: "keygen --signing writes two files", hint: "migawari keygen --signing -o FILE"}
	}
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return failed(named(path), err)
	}
	if err := writeNew(path, string(sshsig.Private(private, ""))); err != nil {
		return err
	}
	return writeNew(path+".pub", sshsig.Public(public, filepath.Base(path)))
}

// writeNew writes a file that must not be there yet.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return &failure{file: named(path), err: err, hint: "fakes of a lost key cannot be made again, so no file is written over"}
	}
	if err != nil {
		return failed(named(path), err)
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return failed(named(path), errors.Join(err, os.Remove(path)))
	}
	return nil
}

// noArguments refuses arguments.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%s takes no arguments", cmd.Name())
	}
	return nil
}
