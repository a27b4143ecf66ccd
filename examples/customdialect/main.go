// Command customdialect masks files of a format that migawari does not know, with
// a dialect of its own: see ledger.go for the format. A dialect is a value that
// is handed to mask.Copy; nothing is registered.
//
//	customdialect policy.yaml <export.ledger >masked.ledger
//
// The key is in the variable MIGAWARI_KEY.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

func main() {
	if err := run(os.Args, os.Getenv("MIGAWARI_KEY"), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "customdialect:", err)
		os.Exit(1)
	}
}

func run(args []string, secret string, in io.Reader, out io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: %s POLICY <FILE", args[0])
	}
	text, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	key, err := mask.ParseKey([]byte(secret))
	if err != nil {
		return err
	}
	return ledgerMasked(text, key, in, out)
}

func ledgerMasked(text []byte, key mask.Key, in io.Reader, out io.Writer) error {
	plan, err := policyfile.Compile(text, key, func(string) (mask.Set, error) { return builtin.Set(en.Locale), nil })
	if err != nil {
		return err
	}
	_, err = mask.Copy(context.Background(), out, in, Ledger, plan)
	return err
}
