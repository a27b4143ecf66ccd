package mask

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// defined is the digest as its definition has it.
func defined(t require.TestingT, secret, input []byte) []byte {
	keys, err := hkdf.Key(sha256.New, secret, nil, "migawari/v1 input\x000\x00\x00", 64)
	require.NoError(t, err)
	block, err := aes.NewCipher(keys[:32])
	require.NoError(t, err)
	gmac, err := cipher.NewGCM(block)
	require.NoError(t, err)
	sum := hmac.New(sha256.New, keys[32:])
	length := len(input)
	for i := uint64(0); len(input) > 0; i++ {
		piece := input[:min(len(input), 64<<10)]
		input = input[len(piece):]
		sum.Write(gmac.Seal(nil, append(make([]byte, 4), binary.BigEndian.AppendUint64(nil, i)...), nil, piece))
	}
	sum.Write(binary.BigEndian.AppendUint64(nil, uint64(length)))
	return sum.Sum(nil)
}

func secret(n byte) []byte {
	b := make([]byte, 32)
	for i := range b {
		b[i] = byte(i) + n
	}
	return b
}

func digestOf(t require.TestingT, n byte) hash.Hash {
	k, err := NewKey(secret(n))
	require.NoError(t, err)
	return k.input()
}

// However an input comes, its digest is that of the definition, and asking for it ends nothing.
func TestInputDigest(t *testing.T) {
	for input, want := range map[string]string{
		"":    "0859a2e04521ac0bfbfe31b310624bde6f68daa50b64f684116a5bbaadb457e6",
		"abc": "d3df9cd6954ce9792c23476be1a0b1bce9762585eb75656777375a9a11b7f664",
	} {
		d := digestOf(t, 0)
		_, _ = d.Write([]byte(input))
		require.Equal(t, want, hex.EncodeToString(d.Sum(nil)))
	}
	rapid.Check(t, func(r *rapid.T) {
		input := make([]byte, rapid.SampledFrom([]int{0, 1, digestPiece - 1, digestPiece, digestPiece + 1, 5 * digestPiece, 5*digestPiece + 77}).Draw(r, "length"))
		for i := range input {
			input[i] = byte(i >> 8 * i)
		}
		d := digestOf(r, 1)
		for rest := input; len(rest) > 0; {
			n := min(len(rest), rapid.SampledFrom([]int{1, 1000, digestPiece - 1, digestPiece, 3 * digestPiece}).Draw(r, "write"))
			if len(rest) > 1<<18 && n == 1 {
				n = 1 << 15
			}
			_, _ = d.Write(rest[:n])
			rest = rest[n:]
		}
		require.Equal(r, defined(r, secret(1), input), d.Sum(nil))
		require.Equal(r, defined(r, secret(1), input), d.Sum(nil))
		require.NotEqual(r, defined(r, secret(2), input), d.Sum(nil))
		d.Reset()
		_, _ = d.Write(input)
		require.Equal(r, defined(r, secret(1), input), d.Sum(nil))
	})
}

// Two inputs that differ in a byte, in the order of pieces or in their length have two digests.
func TestInputDigestTells(t *testing.T) {
	input := bytes.Repeat([]byte("0123456789abcdef"), digestPiece/8)
	input[0] = 'x'
	seen := map[string]bool{}
	for _, other := range [][]byte{
		input, input[1:], input[:len(input)-1], append(bytes.Clone(input), 0), append([]byte{0}, input...),
		append(bytes.Clone(input[digestPiece:]), input[:digestPiece]...), append(bytes.Clone(input[:len(input)-1]), 'y'), {}, {0}, {0, 0},
	} {
		d := digestOf(t, 0)
		_, _ = d.Write(other)
		require.False(t, seen[string(d.Sum(nil))])
		seen[string(d.Sum(nil))] = true
	}
}

func BenchmarkInputDigest(b *testing.B) {
	d, chunk := digestOf(b, 0), make([]byte, 256<<10)
	b.SetBytes(int64(len(chunk)))
	for b.Loop() {
		_, _ = d.Write(chunk)
	}
}
