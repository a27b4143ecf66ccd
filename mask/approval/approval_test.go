package approval_test

import (
	"bytes"
	"crypto/ed25519"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask/approval"
	"github.com/migawari-dev/migawari/mask/audit"
)

var now = time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)

func statement() *approval.Statement {
	return &approval.Statement{
		Version: 1,
		Terms:   approval.Terms{Policy: "p", Schema: "s", Key: "k", Audience: "dev", DDL: "safe", Locale: "ja", Edition: 3},
		Purpose: "tests", Requester: "tanaka", Made: now.AddDate(0, 0, -1), Expires: now.AddDate(0, 0, 1),
	}
}

func newKey(t testing.TB) ed25519.PrivateKey {
	_, key, err := ed25519.GenerateKey(nil)
	require.NoError(t, err)
	return key
}

func machine(signers int, names ...any) *approval.Machine {
	m := &approval.Machine{Required: true, Signers: signers}
	for i := 0; i < len(names); i += 2 {
		m.Allowed = append(m.Allowed, audit.Signer{Name: names[i].(string), Key: names[i+1].(ed25519.PrivateKey).Public().(ed25519.PublicKey)})
	}
	return m
}

func signed(s *approval.Statement, keys ...ed25519.PrivateKey) approval.Signed {
	out := approval.Signed{Text: s.Text()}
	for _, k := range keys {
		out.Signatures = append(out.Signatures, approval.Sign(k, out.Text)...)
	}
	return out
}

func changed(f func(*approval.Statement)) *approval.Statement {
	s := statement()
	f(s)
	return s
}

func TestApprove(t *testing.T) {
	sato, suzuki, tanaka, stranger := newKey(t), newKey(t), newKey(t), newKey(t)
	one := machine(1, "sato", sato, "suzuki", suzuki, "Tanaka ", tanaka)
	two := machine(2, "sato", sato, "suzuki", suzuki, "sato", stranger)
	edited := signed(statement(), sato)
	edited.Text = bytes.Replace(edited.Text, []byte("tests"), []byte("sales"), 1)
	for name, c := range map[string]struct {
		m    *approval.Machine
		all  []approval.Signed
		want error
	}{
		"one":                        {one, []approval.Signed{signed(statement(), sato)}, nil},
		"two in one file":            {two, []approval.Signed{signed(statement(), sato, suzuki)}, nil},
		"two in two files":           {two, []approval.Signed{signed(statement(), sato), signed(statement(), suzuki)}, nil},
		"one of two":                 {two, []approval.Signed{signed(statement(), sato)}, approval.ErrTooFew},
		"the same twice":             {two, []approval.Signed{signed(statement(), sato, sato)}, approval.ErrTooFew},
		"the same with another key":  {two, []approval.Signed{signed(statement(), sato, stranger)}, approval.ErrTooFew},
		"none":                       {one, nil, approval.ErrTooFew},
		"unsigned":                   {one, []approval.Signed{signed(statement())}, approval.ErrUnsigned},
		"a stranger":                 {one, []approval.Signed{signed(statement(), stranger)}, approval.ErrSigner},
		"a stranger beside":          {one, []approval.Signed{signed(statement(), sato, stranger)}, approval.ErrSigner},
		"who asked":                  {one, []approval.Signed{signed(statement(), tanaka)}, approval.ErrRequester},
		"who asked, beside":          {one, []approval.Signed{signed(statement(), sato, tanaka)}, approval.ErrRequester},
		"edited":                     {one, []approval.Signed{edited}, approval.ErrSignature},
		"expired":                    {one, []approval.Signed{signed(changed(func(s *approval.Statement) { s.Expires = now.Add(-time.Hour) }), sato)}, approval.ErrExpired},
		"a clock set back":           {one, []approval.Signed{signed(changed(func(s *approval.Statement) { s.Made = now.Add(time.Hour) }), sato)}, approval.ErrFuture},
		"without purpose":            {one, []approval.Signed{signed(changed(func(s *approval.Statement) { s.Purpose = " " }), sato)}, approval.ErrIncomplete},
		"without requester":          {one, []approval.Signed{signed(changed(func(s *approval.Statement) { s.Requester = "" }), sato)}, approval.ErrIncomplete},
		"of a later version":         {one, []approval.Signed{signed(changed(func(s *approval.Statement) { s.Version = 2 }), sato)}, approval.ErrStatement},
		"a signature for an audit":   {one, []approval.Signed{{Text: statement().Text(), Signatures: audit.Sign(sato, statement().Text())}}, sshsig.ErrNamespace},
		"no signature at all":        {one, []approval.Signed{{Text: statement().Text(), Signatures: []byte("x")}}, sshsig.ErrForm},
		"one of two files is edited": {two, []approval.Signed{signed(statement(), sato, suzuki), edited}, approval.ErrSignature},
	} {
		t.Run(name, func(t *testing.T) {
			approved, err := c.m.Approve(now, c.all...)
			require.ErrorIs(t, err, c.want)
			require.Equal(t, c.want == nil, len(approved) > 0)
		})
	}
}

func TestCovers(t *testing.T) {
	sato := newKey(t)
	approved, err := machine(1, "sato", sato).Approve(now, signed(statement(), sato))
	require.NoError(t, err)
	a := approved[0]
	use := audit.Use{Purpose: "tests", Requester: "tanaka"}
	require.NoError(t, a.Covers(statement().Terms, use))
	require.NoError(t, a.Covers(statement().Terms, audit.Use{}))
	for want, change := range map[error]func(*approval.Terms, *audit.Use){
		approval.ErrPolicy:   func(t *approval.Terms, _ *audit.Use) { t.Policy = "q" },
		approval.ErrSchema:   func(t *approval.Terms, _ *audit.Use) { t.Schema = "q" },
		approval.ErrKey:      func(t *approval.Terms, _ *audit.Use) { t.Key = approval.Ephemeral },
		approval.ErrAudience: func(t *approval.Terms, _ *audit.Use) { t.Audience = "" },
		approval.ErrDDL:      func(t *approval.Terms, _ *audit.Use) { t.DDL = "keep" },
		approval.ErrEdition:  func(t *approval.Terms, _ *audit.Use) { t.Edition++ },
		approval.ErrPurpose:  func(_ *approval.Terms, u *audit.Use) { u.Purpose = "sales" },
		approval.ErrNotAsked: func(_ *approval.Terms, u *audit.Use) { u.Requester = "sato" },
	} {
		terms, use := statement().Terms, use
		change(&terms, &use)
		require.ErrorIs(t, a.Covers(terms, use), want)
	}
	later := statement().Terms
	later.Schema = ""
	require.NoError(t, a.Covers(later, use), "the tables are not known yet")
	require.Equal(t, "sato", a.Records()[0].Signer)
}

// Not one byte of a statement can be changed.
func TestEveryByte(t *testing.T) {
	sato := newKey(t)
	m, good := machine(1, "sato", sato), signed(statement(), sato)
	rapid.Check(t, func(t *rapid.T) {
		bad := approval.Signed{Text: bytes.Clone(good.Text), Signatures: good.Signatures}
		bad.Text[rapid.IntRange(0, len(bad.Text)-1).Draw(t, "at")] ^= byte(rapid.IntRange(1, 255).Draw(t, "by"))
		_, err := m.Approve(now, bad)
		require.Error(t, err)
	})
}

func TestMachine(t *testing.T) {
	line := func(key ed25519.PrivateKey) string {
		return strings.TrimSpace(sshsig.Public(key.Public().(ed25519.PublicKey), ""))
	}
	a, b := line(newKey(t)), line(newKey(t))
	m, err := approval.ParseMachine(fmt.Appendf(nil, "version: 1\nsigners: 2\nallowed:\n  - {name: sato, key: %s}\n  - {name: suzuki, key: %s office}\n", a, b))
	require.NoError(t, err)
	require.True(t, m.Required, "unless it says otherwise")
	require.Equal(t, 2, m.Signers)
	require.Len(t, m.Allowed, 2)
	m, err = approval.ParseMachine(fmt.Appendf(nil, "{version: 1, required: false, allowed: [{name: sato, key: %s}]}", a))
	require.NoError(t, err)
	require.False(t, m.Required)
	require.Equal(t, 1, m.Signers)
	for name, text := range map[string]string{
		"nothing":         "",
		"no version":      fmt.Sprintf("{allowed: [{name: sato, key: %s}]}", a),
		"an unknown word": fmt.Sprintf("{version: 1, require: false, allowed: [{name: sato, key: %s}]}", a),
		"no name":         fmt.Sprintf("{version: 1, allowed: [{key: %s}]}", a),
		"no key":          "{version: 1, allowed: [{name: sato}]}",
		"another kind":    "{version: 1, allowed: [{name: sato, key: ssh-rsa AAAA}]}",
		"nobody":          "{version: 1}",
		"too few":         fmt.Sprintf("{version: 1, signers: 2, allowed: [{name: sato, key: %s}]}", a),
		"one person":      fmt.Sprintf("{version: 1, signers: 2, allowed: [{name: sato, key: %s}, {name: sato, key: %s}]}", a, b),
		"one key":         fmt.Sprintf("{version: 1, allowed: [{name: sato, key: %s}, {name: suzuki, key: %s}]}", a, a),
		"less than one":   fmt.Sprintf("{version: 1, signers: -1, allowed: [{name: sato, key: %s}]}", a),
		"no YAML":         "{",
	} {
		_, err := approval.ParseMachine([]byte(text))
		require.ErrorIs(t, err, approval.ErrMachine, name)
	}
}

func TestReadMachine(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "etc")
	require.NoError(t, os.Mkdir(dir, 0o755))
	file := filepath.Join(dir, "approval.yaml")
	m, err := approval.ReadMachine(file, os.Getuid())
	require.NoError(t, err)
	require.Nil(t, m)
	key := strings.TrimSpace(sshsig.Public(newKey(t).Public().(ed25519.PublicKey), ""))
	require.NoError(t, os.WriteFile(file, fmt.Appendf(nil, "{version: 1, allowed: [{name: sato, key: %s}]}", key), 0o644))
	m, err = approval.ReadMachine(file, os.Getuid())
	require.NoError(t, err)
	require.Len(t, m.Allowed, 1)
	if os.Getuid() < 0 {
		return // permissions are not looked at
	}
	_, err = approval.ReadMachine(file, os.Getuid()+1)
	require.ErrorIs(t, err, approval.ErrOwner)
	for _, place := range []string{file, dir} {
		info, err := os.Stat(place)
		require.NoError(t, err)
		require.NoError(t, os.Chmod(place, info.Mode().Perm()|0o020))
		_, err = approval.ReadMachine(file, os.Getuid())
		require.ErrorIs(t, err, approval.ErrOpen)
		require.NoError(t, os.Chmod(place, info.Mode().Perm()))
	}
}

func FuzzParse(f *testing.F) {
	f.Add(statement().Text())
	f.Add([]byte(`{"approval":1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := approval.Parse(text)
		if err == nil {
			back, err := approval.Parse(s.Text())
			require.NoError(t, err)
			require.Equal(t, s.Terms, back.Terms)
		}
	})
}

func FuzzParseMachine(f *testing.F) {
	f.Add([]byte("version: 1\nsigners: 2\nallowed:\n  - {name: sato, key: ssh-ed25519 AAAA}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := approval.ParseMachine(text)
		require.True(t, err != nil || m.Signers > 0 && len(m.Allowed) >= m.Signers)
	})
}
