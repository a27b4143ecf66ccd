package main

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/dialects/sealed"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// auditVerifyFlags say what an audit is held against.
type auditVerifyFlags struct {
	identityFlags
	signer filePath
	log    filePath
}

// auditVerify holds an audit against its evidence.
func (a *app) auditVerify() *cobra.Command {
	f := &auditVerifyFlags{}
	cmd := &cobra.Command{
		Use:   "verify [--signer FILE] [--run-log FILE] AUDIT [DUMP]",
		Short: "checks an audit: its signature, its dump, the run log",
		Long: `verify checks that an audit is as it was signed (AUDIT.sig), by whom, that DUMP is the
masked dump that it is of, that the lines of the run log hold together and one of them
is of this audit, and that the copy has not expired. It says what it has not checked.

The exit status is 3 if something does not hold.`,
		Args: auditAndDump,
		RunE: func(_ *cobra.Command, args []string) error { return a.runAuditVerify(f, args) },
	}
	f.add(cmd)
	return cmd
}

func (f *auditVerifyFlags) add(cmd *cobra.Command) {
	f.identityFlags.add(cmd)
	fs := cmd.Flags()
	fs.Var(&f.signer, "signer", "`file` with the public keys of those who may sign, one a line")
	fs.Var(&f.log, "run-log", "`file` of the run log in which the audit must be")
}

// auditAndDump demands an audit, and lets its dump stand behind it.
func auditAndDump(cmd *cobra.Command, args []string) error {
	if len(args) > 2 {
		return usage("%s takes an AUDIT and a DUMP", cmd.CommandPath()[len("migawari "):])
	}
	return atLeastOne("AUDIT")(cmd, args)
}

func (a *app) runAuditVerify(f *auditVerifyFlags, args []string) error {
	name := named(args[0])
	text, ev, err := f.open(a.ui, args)
	if err != nil {
		return err
	}
	r, found, err := audit.Check(text, ev)
	if err != nil {
		return failed(name, err)
	}
	a.sayf("%s: %s; policy %s, key %s", name, r.Verdict, r.PolicyID, r.KeyID)
	var wrong error
	for _, c := range found {
		switch {
		case c.Err != nil:
			a.sayf("%s: %s: %s", name, c.Of, c.Err)
			wrong = errFound
		case c.Detail != "":
			a.sayf("%s: %s: it holds (%s)", name, c.Of, mask.Printable(c.Detail))
		default:
			a.sayf("%s: %s: it holds", name, c.Of)
		}
	}
	for _, w := range []struct {
		missing bool
		what    string
	}{
		{ev.Signature == nil && ev.Signers == nil, "a signature: there is none beside it"},
		{ev.Signature != nil && ev.Signers == nil, "who signed: --signer FILE says whose key counts"},
		{ev.Dump == nil, "the dump: name it behind the audit"},
		{ev.Log == nil, "the run log: --run-log FILE"},
	} {
		if w.missing {
			a.sayf("not checked is %s", w.what)
		}
	}
	return wrong
}

// open reads an audit, and what it is held against.
func (f *auditVerifyFlags) open(u *ui, args []string) (text []byte, ev audit.Evidence, err error) {
	if err = f.read(u); err != nil {
		return nil, ev, err
	}
	if text, err = os.ReadFile(args[0]); err != nil {
		return nil, ev, failed(named(args[0]), err)
	}
	ev, err = f.evidence(args)
	return text, ev, err
}

// evidence reads what the audit is held against.
func (f *auditVerifyFlags) evidence(args []string) (audit.Evidence, error) {
	ev := audit.Evidence{Now: time.Now()}
	var err error
	if ev.Signature, err = os.ReadFile(args[0] + audit.SignatureSuffix); err != nil && !errors.Is(err, os.ErrNotExist) {
		return ev, failed(named(args[0]+audit.SignatureSuffix), err)
	}
	if f.signer != "" {
		if ev.Signers, err = readSigners(string(f.signer)); err != nil {
			return ev, err
		}
	}
	if f.log != "" {
		if ev.Log, err = os.ReadFile(string(f.log)); err != nil {
			return ev, failed(named(string(f.log)), err)
		}
	}
	if len(args) == 2 {
		sum, err := digestOfDump(f.keys, args[1])
		if err != nil {
			return ev, err
		}
		ev.Dump = &sum
	}
	return ev, nil
}

// readSigners reads public keys.
func readSigners(name string) ([]audit.Signer, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, usage("%s: %s", named(name), reason(err))
	}
	all, err := audit.ParseSigners(string(text))
	if err == nil && len(all) == 0 {
		err = errors.New("there is no key in it")
	}
	if err != nil {
		return nil, usage("%s: %s", named(name), err)
	}
	return all, nil
}

// digestOfDump gives the SHA-256 of a masked dump, as its audit has it: of what is inside
// of a file, and of a directory that of the list of its files.
func digestOfDump(keys sealed.Identities, name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", failed(named(name), err)
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		sum, err := partial.DigestOfFiles(name)
		if err != nil {
			return "", failed(named(name), err)
		}
		return sum, nil
	}
	sum := sha256.New()
	inside, err := keys.Open(f)
	if err == nil {
		var plain io.ReadCloser
		if plain, _, err = archive.Decompress(inside); err == nil {
			_, err = io.Copy(sum, plain)
			_ = plain.Close() // it was only read
		}
	}
	if err != nil {
		return "", failed(named(name), err)
	}
	return hexSum(sum), nil
}
