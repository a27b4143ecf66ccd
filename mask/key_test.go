package mask

import (
	"bytes"
	"crypto/aes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// cmacVectors are those of NIST SP 800-38B, appendix D.3 (AES-256), as corrected
// in the examples that NIST publishes.
var cmacVectors = []struct{ message, mac string }{
	{"", "028962f61b7bf89efc6b551f4667d983"},
	{"6bc1bee22e409f96e93d7e117393172a", "28a7023f452e8f82bd4bf28d8c37c35c"},
	{"6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411", "aaf3d8f1de5640c232f5b169b9c911e6"},
	{"6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710", "e1992190549f6ed5696a2c056c315410"},
}

func TestCMAC(t *testing.T) {
	key, err := hex.DecodeString("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
	require.NoError(t, err)
	block, err := aes.NewCipher(key)
	require.NoError(t, err)
	c := newCMAC(block)
	for _, v := range cmacVectors {
		m, err := hex.DecodeString(v.message)
		require.NoError(t, err)
		for cut := range len(m) + 1 {
			s := new(cmacState)
			c.write(s, m[:cut])
			c.write(s, m[cut:])
			sum := c.sum(s)
			require.Equal(t, v.mac, hex.EncodeToString(sum[:]), "cut at %d", cut)
			require.Equal(t, cmacState{}, *s, "the state is ready for another message")
		}
	}
}

func testSecret() []byte {
	secret := make([]byte, MinKeySize)
	for i := range secret {
		secret[i] = byte(i)
	}
	return secret
}

func TestKeyIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"empty":          " \n",
		"short":          strings.Repeat("ab", 31),
		"alike":          strings.Repeat("ab", 32),
		"a letter":       strings.Repeat("A", 44),
		"neither":        strings.Repeat("zz!", 32),
		"odd hex is b64": "abc",
		"published":      hex.EncodeToString(testSecret()),
		"published, b64": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
		"of SP 800-38B":  "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
		"of SP 800-38G":  "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94",
	} {
		_, err := ParseKey([]byte(text))
		require.ErrorIs(t, err, ErrKey, name)
	}
	for _, text := range []string{GenerateKey(), "  " + GenerateKey() + "\r\n", base64.RawURLEncoding.EncodeToString([]byte(GenerateKey()))} {
		_, err := ParseKey([]byte(text))
		require.NoError(t, err)
	}
}

// TestPublishedKeys looks through the repository for what could be a key.
func TestPublishedKeys(t *testing.T) {
	long := regexp.MustCompile(`\b[0-9a-fA-F]{64}\b`)
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (e.Name() == ".git" || e.Name() == "testdata" || e.Name() == "corpus") {
			return fs.SkipDir
		}
		switch filepath.Ext(path) {
		case ".md", ".yaml", ".yml", ".txtar", ".sh", ".txt":
		default:
			return nil
		}
		data, err := os.ReadFile(path)
		for _, text := range long.FindAll(data, -1) {
			_, err := ParseKey(text)
			require.ErrorIs(t, err, ErrKey, "%s holds a key that would be accepted; add its sum to publishedKeys", path)
		}
		return err
	})
	require.NoError(t, err)
}

func TestKeyDoesNotPrint(t *testing.T) {
	k, err := NewKey(testSecret())
	require.NoError(t, err)
	type holder struct {
		K  Key
		P  *Key
		D  DomainKey
		in Key
	}
	h := holder{k, &k, k.Domain("", "d"), k}
	secrets := []string{hex.EncodeToString(testSecret()[4:12]), "4 5 6 7 8", "0x4, 0x5", string(testSecret()[4:12])}
	look := func(text string) {
		for _, s := range secrets {
			require.NotContains(t, text, s)
		}
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
		look(fmt.Sprintf(verb, k))
		look(fmt.Sprintf(verb, &k))
		look(fmt.Sprintf(verb, h.D))
	}
	for _, verb := range []string{"%v", "%+v", "%s"} {
		look(fmt.Sprintf(verb, holder{K: k, P: &k, D: h.D}))
	}
	var buf bytes.Buffer
	slog.New(slog.NewTextHandler(&buf, nil)).Info("key", "k", k, "d", h.D)
	look(buf.String())
	_, err = json.Marshal(k)
	require.Error(t, err)
	_, err = json.Marshal(map[string]any{"k": k})
	require.Error(t, err)
}

func TestDomainsAreApart(t *testing.T) {
	k, err := NewKey(testSecret())
	require.NoError(t, err)
	seen := map[string]string{}
	for _, c := range [][2]string{{"", "a"}, {"a", ""}, {"", "b"}, {"a", "b"}, {"ab", ""}, {"", "ab"}, {"a\x00", "b"}, {"a", "\x00b"}} {
		s := k.Domain(c[0], c[1]).Seed([]byte("value"))
		name := fmt.Sprintf("%q", c)
		require.Empty(t, seen[string(s[:])], name)
		seen[string(s[:])] = name
		require.Equal(t, s, k.Domain(c[0], c[1]).Seed([]byte("value")))
	}
}

// TestKnownAnswers pins what keys derive. A change here changes every fake of
// every user.
func TestKnownAnswers(t *testing.T) {
	k, err := NewKey(testSecret())
	require.NoError(t, err)
	require.Equal(t, "f80bc856beaa4bad", k.ID())
	s := k.Domain("dev", "person").Seed([]byte("42"))
	require.Equal(t, "7132c037cad061e90dcbe1d1b3dbb8cc", hex.EncodeToString(s[:]))
	x := []uint64{42}
	k.Domain("", "integer").Permute(new(PermutationState), x, []uint64{1_000_000}, nil)
	require.Equal(t, uint64(0xd2743), x[0])
}

func BenchmarkSeed(b *testing.B) {
	k, err := NewKey(testSecret())
	require.NoError(b, err)
	d, s := k.Domain("", "x").d, new(cmacState)
	for name, m := range map[string][]byte{"id": []byte("p\x0542000"), "mail": []byte("v\x26somebody.with.a.name@mail.example.com.")} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(m)))
			b.ReportAllocs()
			for b.Loop() {
				d.prf.write(s, m)
				d.prf.sum(s)
			}
		})
	}
}
