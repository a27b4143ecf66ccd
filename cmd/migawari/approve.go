package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask/approval"
	"github.com/migawari-dev/migawari/mask/audit"
)

// approveFlags are those of approve.
type approveFlags struct {
	readFlags
	keyFlags
	policy    filePath
	database  string
	output    filePath
	sign      filePath
	purpose   string
	requester string
	expires   moment
}

// approveVerb asks for an approval, or gives it.
func (a *app) approveVerb() *cobra.Command {
	f := &approveFlags{}
	cmd := &cobra.Command{
		Use:   "approve {-p POLICY -o STATEMENT [flags] [FILE] | --sign KEYFILE STATEMENT}",
		Short: "asks for the approval of a run, or gives it",
		Long: `approve with -p writes a STATEMENT of what is to be approved: the policy, the tables of
FILE, of --schema or of --database, the key, the audience, what becomes of definitions, the
edition of the fakes, the purpose, who asks, and until when. Those who approve sign it:

  migawari approve --sign KEYFILE STATEMENT

which shows what it says and adds to STATEMENT.sig, as ssh-keygen -Y sign does. Who may
sign and how many must, stands in a file of the machine on which mask runs, and who asked
cannot. mask, dump and subset take the STATEMENT behind --require-approval.`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.policy == "" {
				return a.signStatement(f, args)
			}
			return a.makeStatement(cmd.Context(), f, args)
		},
	}
	fs := cmd.Flags()
	fs.VarP(&f.policy, "policy", "p", "`file` with the rules")
	fs.VarP(&f.output, "output", "o", "new `file` for the statement")
	fs.Var(&f.sign, "sign", "`file` with the key that signs")
	fs.StringVar(&f.database, "database", "", "`target` whose tables are approved; see migawari dump")
	fs.StringVar(&f.purpose, "purpose", "", "`text`: what the copy is for")
	fs.StringVar(&f.requester, "requester", "", "`name` of who asks for it")
	fs.Var(&f.expires, "expires", "`day` until which it may be made and must be gone, such as 2030-01-31, or a number of days, such as 90d")
	f.keyFlags.add(cmd)
	f.readFlags.add(cmd)
	f.addInput(cmd)
	completeFiles(cmd, "policy", "yaml", "yml", "json")
	return cmd
}

// makeStatement writes a statement.
func (a *app) makeStatement(ctx context.Context, f *approveFlags, args []string) error {
	if err := f.check(a.ui); err != nil {
		return err
	}
	if f.output == "" {
		return usage("approve: -o STATEMENT is missing")
	}
	k, err := f.key(a.ui)
	if err != nil {
		return err
	}
	p, err := readPolicy("approve", string(f.policy), k)
	if err != nil {
		return err
	}
	s := &approval.Statement{Version: 1, Terms: f.terms(p), Purpose: f.purpose, Requester: f.requester, Made: time.Now().UTC().Truncate(time.Second), Expires: f.expires.Time}
	tables, err := a.tablesOf(ctx, f, args)
	if err != nil {
		return err
	}
	s.Schema = tables.Digest()
	if _, err := approval.Parse(s.Text()); err != nil {
		return &usageError{reason: "approve: " + err.Error(), hint: "--purpose TEXT --requester NAME --expires DAY"}
	}
	if err := writeNew(string(f.output), string(s.Text())); err != nil {
		return err
	}
	if f.sign != "" {
		return a.signStatement(f, []string{string(f.output)})
	}
	return nil
}

// tablesOf reads which tables there are, as a run will see them.
func (a *app) tablesOf(ctx context.Context, f *approveFlags, args []string) (*schema.Schema, error) {
	if f.database != "" {
		if len(args) > 0 || f.schema != "" {
			return nil, usage("--database, --schema and a FILE exclude each other")
		}
		return a.liveTables(ctx, "approve", f.database)
	}
	if len(args) == 0 && f.schema != "" {
		args = []string{string(f.schema)}
		f.schema = ""
	}
	in, err := a.open(ctx, f.keys, args)
	if err != nil {
		return nil, err
	}
	defer in.close()
	d, o, err := a.grammarOf(ctx, &f.readFlags, in)
	if err != nil {
		return nil, err
	}
	return readTables(ctx, in, d, o, func(*dialects.Rows) {})
}

// signStatement shows a statement and adds a signature.
func (a *app) signStatement(f *approveFlags, args []string) error {
	if len(args) == 0 || f.sign == "" {
		return &usageError{reason: "approve: what is to be approved is missing", hint: "migawari approve --help"}
	}
	key, err := readSigner("--sign", f.sign)
	if err != nil {
		return err
	}
	s, err := readApproval(args[0])
	if err != nil {
		return err
	}
	if _, err := approval.Parse(s.Text); err != nil {
		return failed(named(args[0]), err)
	}
	if len(bytes.TrimSpace(s.Signatures)) > 0 {
		before, err := sshsig.Verify(s.Signatures, approval.Namespace, s.Text)
		if err != nil {
			return failed(named(args[0]+audit.SignatureSuffix), err)
		}
		for _, other := range before {
			if other.Equal(key.Public()) {
				return failed(named(args[0]), errSigned)
			}
		}
	}
	if err := a.show(string(s.Text)); err != nil {
		return err
	}
	file, err := os.OpenFile(args[0]+audit.SignatureSuffix, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644) //nolint:gosec // G302: a signature is for everybody
	if err != nil {
		return failed(named(args[0]+audit.SignatureSuffix), err)
	}
	_, err = file.Write(approval.Sign(key, s.Text))
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return failed(named(args[0]+audit.SignatureSuffix), err)
	}
	a.sayf("%s signed with %s", named(args[0]), sshsig.Fingerprint(key.Public().(ed25519.PublicKey)))
	return nil
}

var errSigned = errors.New("this key has signed it already")
