package sshsig_test

import (
	"bytes"
	"crypto/ed25519"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/internal/sshsig"
)

func newKey(t testing.TB) ed25519.PrivateKey {
	_, key, err := ed25519.GenerateKey(nil)
	require.NoError(t, err)
	return key
}

func TestSignatures(t *testing.T) {
	a, b, message := newKey(t), newKey(t), []byte("an audit\n")
	both := append(sshsig.Sign(a, "test", message), sshsig.Sign(b, "test", message)...)
	keys, err := sshsig.Verify(both, "test", message)
	require.NoError(t, err)
	require.Equal(t, []ed25519.PublicKey{a.Public().(ed25519.PublicKey), b.Public().(ed25519.PublicKey)}, keys)

	_, err = sshsig.Verify(both, "other", message)
	require.ErrorIs(t, err, sshsig.ErrNamespace)
	_, err = sshsig.Verify(both, "test", message[1:])
	require.ErrorIs(t, err, sshsig.ErrSignature)
	_, err = sshsig.Verify(append(sshsig.Sign(a, "test", message), sshsig.Sign(b, "test", message[1:])...), "test", message)
	require.ErrorIs(t, err, sshsig.ErrSignature, "one of two")
	for _, none := range []string{"", "x", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n"} {
		_, err = sshsig.Verify([]byte(none), "test", message)
		require.ErrorIs(t, err, sshsig.ErrForm)
	}
}

// No bit of a signature can be changed.
func TestEveryBit(t *testing.T) {
	key, message := newKey(t), []byte("x")
	good := sshsig.Sign(key, "test", message)
	rapid.Check(t, func(t *rapid.T) {
		bad := bytes.Clone(good)
		bad[rapid.IntRange(0, len(bad)-1).Draw(t, "at")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		keys, err := sshsig.Verify(bad, "test", message)
		if err == nil { // a line's end, or the last bits of base64, that mean nothing
			require.Equal(t, key.Public(), keys[0])
		}
	})
}

func TestKeys(t *testing.T) {
	key := newKey(t)
	public := key.Public().(ed25519.PublicKey)
	back, err := sshsig.ParsePrivate(sshsig.Private(key, "sato"))
	require.NoError(t, err)
	require.Equal(t, key, back)
	read, comment, err := sshsig.ParsePublic(sshsig.Public(public, "sato at work"))
	require.NoError(t, err)
	require.Equal(t, public, read)
	require.Equal(t, "sato at work", comment)
	_, _, err = sshsig.ParsePublic("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB x")
	require.ErrorIs(t, err, sshsig.ErrKind)
	for _, bad := range []string{"", "ssh-ed25519", "ssh-ed25519 !", "ssh-ed25519 AAAA", string(sshsig.Private(key, ""))} {
		_, _, err = sshsig.ParsePublic(bad)
		require.ErrorIs(t, err, sshsig.ErrKey)
	}
}

// OpenSSH takes what we write, and we take what it writes.
func TestOpenSSH(t *testing.T) {
	program, err := exec.LookPath("ssh-keygen")
	if err != nil {
		t.Skip("ssh-keygen is not installed")
	}
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	run := func(in []byte, args ...string) {
		t.Helper()
		cmd := exec.Command(program, args...)
		cmd.Stdin = bytes.NewReader(in)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	message := []byte("an audit\n")
	require.NoError(t, os.WriteFile(file("message"), message, 0o600))

	ours := newKey(t)
	public := ours.Public().(ed25519.PublicKey)
	require.NoError(t, os.WriteFile(file("ours"), sshsig.Private(ours, "sato"), 0o600))
	require.NoError(t, os.WriteFile(file("signers"), []byte("sato "+sshsig.Public(public, "")), 0o600))
	require.NoError(t, os.WriteFile(file("ours.sig"), sshsig.Sign(ours, "test", message), 0o600))
	run(message, "-Y", "verify", "-f", file("signers"), "-I", "sato", "-n", "test", "-s", file("ours.sig"))
	run(nil, "-Y", "sign", "-f", file("ours"), "-n", "test", file("message"))
	sig, err := os.ReadFile(file("message.sig"))
	require.NoError(t, err)
	keys, err := sshsig.Verify(sig, "test", message)
	require.NoError(t, err)
	require.Equal(t, public, keys[0])

	run(nil, "-q", "-t", "ed25519", "-N", "", "-C", "c", "-f", file("theirs"))
	text, err := os.ReadFile(file("theirs"))
	require.NoError(t, err)
	key, err := sshsig.ParsePrivate(text)
	require.NoError(t, err)
	line, err := os.ReadFile(file("theirs.pub"))
	require.NoError(t, err)
	require.Equal(t, string(line), sshsig.Public(key.Public().(ed25519.PublicKey), "c"))

	out, err := exec.Command(program, "-l", "-f", file("theirs.pub")).Output()
	require.NoError(t, err)
	require.Contains(t, string(out), sshsig.Fingerprint(key.Public().(ed25519.PublicKey)))

	run(nil, "-q", "-t", "ed25519", "-N", "locked", "-f", file("locked"))
	text, err = os.ReadFile(file("locked"))
	require.NoError(t, err)
	_, err = sshsig.ParsePrivate(text)
	require.ErrorIs(t, err, sshsig.ErrEncrypted)

	run(nil, "-q", "-t", "ecdsa", "-N", "", "-f", file("other"))
	text, err = os.ReadFile(file("other"))
	require.NoError(t, err)
	_, err = sshsig.ParsePrivate(text)
	require.ErrorIs(t, err, sshsig.ErrKind)
}

func FuzzVerify(f *testing.F) {
	f.Add(sshsig.Sign(newKey(f), "test", []byte("x")))
	f.Add([]byte("-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		keys, err := sshsig.Verify(text, "test", []byte("y"))
		require.True(t, (err == nil) == (len(keys) > 0))
		if err == nil {
			t.Fatal("a signature of a message that nobody signed")
		}
	})
}

func FuzzParsePrivate(f *testing.F) {
	f.Add(sshsig.Private(newKey(f), "sato"))
	f.Fuzz(func(t *testing.T, text []byte) {
		key, err := sshsig.ParsePrivate(text)
		if err == nil {
			back, err := sshsig.ParsePrivate(sshsig.Private(key, ""))
			require.NoError(t, err)
			require.Equal(t, key, back)
		}
	})
}

func FuzzParsePublic(f *testing.F) {
	f.Add(sshsig.Public(newKey(f).Public().(ed25519.PublicKey), "sato"))
	f.Fuzz(func(t *testing.T, line string) {
		key, comment, err := sshsig.ParsePublic(line)
		if err == nil {
			back, again, err := sshsig.ParsePublic(sshsig.Public(key, comment))
			require.NoError(t, err)
			require.Equal(t, key, back)
			require.Equal(t, comment, again)
		}
	})
}
