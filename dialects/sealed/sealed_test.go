package sealed_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"
	"filippo.io/age/armor"
	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/ssh"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects/sealed"
)

// A pair is a key as its owner has it, and as others have it.
type pair struct{ secret, public string }

func x25519(t testing.TB) pair {
	id, err := age.GenerateX25519Identity()
	require.NoError(t, err)
	return pair{id.String(), id.Recipient().String()}
}

func hybrid(t testing.TB) pair {
	id, err := age.GenerateHybridIdentity()
	require.NoError(t, err)
	return pair{id.String(), id.Recipient().String()}
}

// ed25519Key is a key of ssh-keygen, locked by a passphrase if there is one.
func ed25519Key(t testing.TB, passphrase string) pair {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	block, err := ssh.MarshalPrivateKey(private, "")
	if passphrase != "" {
		block, err = ssh.MarshalPrivateKeyWithPassphrase(private, "", []byte(passphrase))
	}
	require.NoError(t, err)
	key, err := ssh.NewPublicKey(public)
	require.NoError(t, err)
	return pair{string(pem.EncodeToMemory(block)), string(ssh.MarshalAuthorizedKey(key))}
}

func identities(t testing.TB, ps ...pair) sealed.Identities {
	var ids sealed.Identities
	for _, p := range ps {
		require.NoError(t, ids.Read(strings.NewReader(p.secret)))
	}
	return ids
}

// locked encrypts a text.
func locked(t testing.TB, text []byte, ps ...pair) []byte {
	var rs sealed.Recipients
	for _, p := range ps {
		require.NoError(t, rs.Add(p.public))
	}
	var b bytes.Buffer
	w, err := rs.Seal(&b)
	require.NoError(t, err)
	_, err = w.Write(text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func armoured(t testing.TB, file []byte) []byte {
	var b bytes.Buffer
	w := armor.NewWriter(&b)
	_, err := w.Write(file)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// unlocked reads a stream to its end.
func unlocked(ids sealed.Identities, r io.Reader) ([]byte, error) {
	inside, err := ids.Open(r)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(inside)
}

func TestRoundTrip(t *testing.T) {
	ps := []pair{x25519(t), hybrid(t), ed25519Key(t, "")}
	rapid.Check(t, func(r *rapid.T) {
		p := rapid.SampledFrom(ps).Draw(r, "key")
		text := rapid.SliceOf(rapid.Byte()).Draw(r, "text")
		text = bytes.Repeat(text, rapid.SampledFrom([]int{1, 3000}).Draw(r, "times"))
		file := locked(t, text, p)
		if rapid.Bool().Draw(r, "armour") {
			file = armoured(t, file)
		}
		require.True(t, sealed.Recognise(file))
		got, err := unlocked(identities(t, ps...), bytes.NewReader(file))
		require.NoError(t, err)
		require.True(t, bytes.Equal(text, got))
	})
}

// Who writes a file can open that one, whoever it is encrypted to, and nothing else.
func TestOwnFile(t *testing.T) {
	for _, p := range []pair{x25519(t), hybrid(t), ed25519Key(t, "")} {
		var rs sealed.Recipients
		require.NoError(t, rs.Add(p.public))
		var file bytes.Buffer
		w, err := rs.Seal(&file)
		require.NoError(t, err)
		_, err = w.Write([]byte("text"))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		for _, ids := range []sealed.Identities{w.Identities(), identities(t, p)} {
			got, err := unlocked(ids, bytes.NewReader(file.Bytes()))
			require.NoError(t, err)
			require.Equal(t, "text", string(got))
		}
		require.Equal(t, 1, bytes.Count(file.Bytes(), []byte("\n-> ")), "recipients")
		_, err = unlocked(w.Identities(), bytes.NewReader(locked(t, []byte("text"), p)))
		require.ErrorIs(t, err, sealed.ErrDamaged)
	}
}

// TestPlain hands on what is not encrypted.
func TestPlain(t *testing.T) {
	for _, text := range []string{"", "-", "-----BEGIN", "-- MySQL dump", "\x1f\x8b", "-----BEGIN AGE ENCRYPTED FIL3-----\n"} {
		got, err := unlocked(nil, iotest.OneByteReader(strings.NewReader(text)))
		require.NoError(t, err)
		require.Equal(t, text, string(got))
	}
}

func TestIdentities(t *testing.T) {
	mine, other := x25519(t), x25519(t)
	file := locked(t, []byte("text"), mine)
	_, err := unlocked(nil, bytes.NewReader(file))
	require.ErrorIs(t, err, sealed.ErrSealed)
	_, err = unlocked(identities(t, other, ed25519Key(t, "")), bytes.NewReader(file))
	require.ErrorIs(t, err, sealed.ErrIdentity)
	got, err := unlocked(identities(t, other, mine), bytes.NewReader(locked(t, []byte("text"), mine, x25519(t))))
	require.NoError(t, err)
	require.Equal(t, "text", string(got))

	var b bytes.Buffer
	r, err := age.NewScryptRecipient("passphrase")
	require.NoError(t, err)
	r.SetWorkFactor(10)
	w, err := age.Encrypt(&b, r)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	_, err = unlocked(identities(t, mine), &b)
	require.ErrorIs(t, err, sealed.ErrPassphrase)
}

func TestReadIdentities(t *testing.T) {
	for _, c := range []struct {
		text string
		want error
	}{
		{"", sealed.ErrNoIdentity},
		{"# nobody\n", sealed.ErrNoIdentity},
		{"canary", sealed.ErrNoIdentity},
		{x25519(t).public, sealed.ErrNoIdentity},
		{"AGE-SECRET-KEY-1CANARY", sealed.ErrNoIdentity},
		{"-----BEGIN CANARY-----\n", sealed.ErrNoIdentity},
		{ed25519Key(t, "secret").secret, sealed.ErrPassphrase},
		{"age-encryption.org/v1\n-> scrypt", sealed.ErrPassphrase},
		{"# created\r\n\r\n" + x25519(t).secret + "\r\n", nil},
	} {
		var ids sealed.Identities
		err := ids.Read(strings.NewReader(c.text))
		require.ErrorIs(t, err, c.want, c.text)
		require.Equal(t, c.want == nil, len(ids) > 0)
		require.NotContains(t, strings.ToLower(fmt.Sprint(err)), "canary")
	}
	broken := errors.New("broken")
	var ids sealed.Identities
	require.Equal(t, broken, ids.Read(iotest.ErrReader(broken)))
}

func TestRecipients(t *testing.T) {
	for _, c := range []struct {
		text string
		want error
	}{
		{"", sealed.ErrRecipient},
		{"canary", sealed.ErrRecipient},
		{"age1canary", sealed.ErrRecipient},
		{"ssh-ed25519 canary", sealed.ErrRecipient},
		{x25519(t).public + "\n" + x25519(t).public, sealed.ErrRecipient},
		{x25519(t).secret, sealed.ErrSecret},
		{ed25519Key(t, "").secret, sealed.ErrSecret},
		{hybrid(t).public, nil},
		{" " + ed25519Key(t, "").public, nil},
	} {
		var rs sealed.Recipients
		require.Equal(t, c.want, rs.Add(c.text), c.text)
	}
	var rs sealed.Recipients
	require.NoError(t, rs.Read(strings.NewReader("# us\n\n"+x25519(t).public+"\r\n"+ed25519Key(t, "").public)))
	require.Len(t, rs, 2)
	require.Equal(t, sealed.ErrMixed, rs.Add(hybrid(t).public))
	require.Equal(t, sealed.ErrRecipient, rs.Read(strings.NewReader("# nobody\n")))
	require.Len(t, rs, 2)
}

// TestCut feeds prefixes of files: none of them may end cleanly.
func TestCut(t *testing.T) {
	p := x25519(t)
	text := bytes.Repeat([]byte("canary "), 20_000) // several pieces
	file := locked(t, text, p)
	for _, file := range [][]byte{file, armoured(t, file)} {
		for n := 1; n < len(file); n++ {
			if n > 400 && n < len(file)-400 && n%997 != 0 {
				continue
			}
			if n < sealed.MagicSize && file[0] == '-' {
				continue // a line comment of SQL
			}
			got, err := unlocked(identities(t, p), bytes.NewReader(file[:n]))
			if n == len(file)-1 && file[0] == '-' {
				require.NoError(t, err) // the last line end
				continue
			}
			require.True(t, errors.Is(err, sealed.ErrTruncated) || errors.Is(err, sealed.ErrDamaged), "cut to %d: %v", n, err)
			require.True(t, bytes.HasPrefix(text, got))
			require.NotContains(t, err.Error(), "canary")
			_, err = unlocked(nil, bytes.NewReader(file[:n]))
			require.Error(t, err)
		}
	}
}

// TestDamaged turns over one bit at a time, and puts something behind the end.
func TestDamaged(t *testing.T) {
	p := x25519(t)
	text := bytes.Repeat([]byte("canary "), 200)
	file := locked(t, text, p)
	for i := range file {
		bad := bytes.Clone(file)
		bad[i] ^= 1 << (i % 8)
		got, err := unlocked(identities(t, p), bytes.NewReader(bad))
		if !sealed.Recognise(bad) {
			continue
		}
		require.Error(t, err, "byte %d", i)
		require.Empty(t, got)
		_, ours := errors.AsType[*sealed.Error](err)
		require.True(t, ours, "byte %d: %v", i, err)
	}
	for _, bad := range [][]byte{append(bytes.Clone(file), 'x'), append(armoured(t, file), 'x'), append(bytes.Clone(file), file...)} {
		_, err := unlocked(identities(t, p), bytes.NewReader(bad))
		require.ErrorIs(t, err, sealed.ErrDamaged)
	}
	_, err := unlocked(identities(t, p), strings.NewReader("age-encryption.org/v2\n-> canary\n"+strings.Repeat("x", 99)))
	require.ErrorIs(t, err, sealed.ErrVersion)
}

// TestErrorsOfTheInput come back as they are.
func TestErrorsOfTheInput(t *testing.T) {
	p := x25519(t)
	broken := errors.New("broken")
	file := locked(t, bytes.Repeat([]byte("canary "), 20), p)
	for _, file := range [][]byte{file, armoured(t, file)} {
		for n := range file {
			_, err := unlocked(identities(t, p), io.MultiReader(bytes.NewReader(file[:n]), iotest.ErrReader(broken)))
			require.Equal(t, broken, err, "after %d bytes", n)
		}
	}
}

// TestBreak ends a stream so that all of it comes out and nobody takes it for whole.
func TestBreak(t *testing.T) {
	p := x25519(t)
	for _, n := range []int{0, 5, 64<<10 - 1, 64 << 10, 64<<10 + 1, 200_000} {
		var rs sealed.Recipients
		require.NoError(t, rs.Add(p.public))
		var b bytes.Buffer
		w, err := rs.Seal(&b)
		require.NoError(t, err)
		text := bytes.Repeat([]byte("x"), n)
		_, err = w.Write(text)
		require.NoError(t, err)
		require.NoError(t, w.Break())
		got, err := unlocked(identities(t, p), &b)
		require.ErrorIs(t, err, sealed.ErrTruncated)
		require.Equal(t, string(text), strings.TrimRight(string(got), "\n"))
	}
}

// endless is an input of any length without memory.
type endless struct{ n int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), e.n)
	for i := range p[:n] {
		p[i] = 'A'
	}
	e.n -= n
	return int(n), nil
}

// TestMemory reads and writes much, and an armoured file of one line without end.
func TestMemory(t *testing.T) {
	const size = 64 << 20
	p := x25519(t)
	grown := func(f func()) int64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		f()
		runtime.ReadMemStats(&after)
		return int64(after.HeapSys) - int64(before.HeapSys) // some may be given back
	}
	require.Less(t, grown(func() {
		r, w := io.Pipe()
		go func() {
			var rs sealed.Recipients
			_ = rs.Add(p.public)
			s, _ := rs.Seal(w)
			_, _ = io.Copy(s, &endless{size})
			_ = s.Close()
			_ = w.Close()
		}()
		inside, err := identities(t, p).Open(r)
		require.NoError(t, err)
		n, err := io.Copy(io.Discard, inside)
		require.NoError(t, err)
		require.EqualValues(t, size, n)
	}), int64(24<<20))
	require.Less(t, grown(func() {
		_, err := identities(t, p).Open(io.MultiReader(strings.NewReader(armor.Header+"\n"), &endless{size}))
		require.ErrorIs(t, err, sealed.ErrDamaged)
	}), int64(24<<20))
}

func FuzzOpen(f *testing.F) {
	p := x25519(f)
	file := locked(f, []byte("-- a dump\n"), p)
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add(armoured(f, file))
	f.Add([]byte("-- a dump"))
	f.Add([]byte("age-encryption.org/v1\n-> X25519 "))
	ids := identities(f, p)
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := unlocked(ids, bytes.NewReader(in))
		if _, ours := errors.AsType[*sealed.Error](err); err != nil && !ours {
			t.Fatalf("an error of age's own: %v", err)
		}
		if err == nil && !sealed.Recognise(in) {
			require.Equal(t, in, append([]byte{}, got...))
		}
	})
}

// TestProgram holds reading and writing against age's own program, with keys of its own and
// of ssh.
func TestProgram(t *testing.T) {
	for _, name := range []string{"age", "age-keygen", "ssh-keygen"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skip("there is no " + name + " here")
		}
	}
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	run := func(stdin []byte, args ...string) []byte {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Stdin = bytes.NewReader(stdin)
		out, err := cmd.Output()
		require.NoError(t, err, "%s", args)
		return out
	}
	text := bytes.Repeat([]byte("a dump\n"), 30_000)
	run(nil, "age-keygen", "-o", file("age"))
	run(nil, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file("ed25519"))
	run(nil, "ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", file("rsa"))
	require.NoError(t, os.WriteFile(file("age.pub"), run(nil, "age-keygen", "-y", file("age")), 0o600))
	for _, key := range []string{"age", "ed25519", "rsa"} {
		secret, err := os.ReadFile(file(key))
		require.NoError(t, err)
		public, err := os.ReadFile(file(key + ".pub"))
		require.NoError(t, err)
		p := pair{string(secret), string(public)}
		for _, args := range [][]string{{"age", "-R", file(key + ".pub")}, {"age", "-a", "-R", file(key + ".pub")}} {
			got, err := unlocked(identities(t, p), bytes.NewReader(run(text, args...)))
			require.NoError(t, err)
			require.True(t, bytes.Equal(text, got), key)
		}
		require.True(t, bytes.Equal(text, run(locked(t, text, p), "age", "-d", "-i", file(key))), key)
	}
}
