package mask

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// ff1 is Algorithm 7 of NIST SP 800-38G step by step, for any radix: what
// TestFF1Vectors holds against NIST's samples, and the permutations against it.
func ff1(block cipher.Block, radix uint32, n, rounds int, tweak []byte, x *big.Int) *big.Int {
	u, v := n/2, n-n/2
	r := new(big.Int).SetUint64(uint64(radix))
	power := func(m int) *big.Int { return new(big.Int).Exp(r, big.NewInt(int64(m)), nil) }
	a, b := new(big.Int).DivMod(x, power(v), new(big.Int))
	bytes := (new(big.Int).Sub(power(v), big.NewInt(1)).BitLen() + 7) / 8
	d := 4*((bytes+3)/4) + 4
	p := []byte{1, 2, 1, byte(radix >> 16), byte(radix >> 8), byte(radix), 10, byte(u)}
	p = binary.BigEndian.AppendUint32(p, uint32(n))
	p = binary.BigEndian.AppendUint32(p, uint32(len(tweak)))
	prf := func(m []byte) (y [16]byte) {
		for ; len(m) > 0; m = m[16:] {
			for j := range y {
				y[j] ^= m[j]
			}
			block.Encrypt(y[:], y[:])
		}
		return y
	}
	for i := range rounds {
		q := slices.Concat(tweak, make([]byte, ((-len(tweak)-bytes-1)%16+16)%16), []byte{byte(i)}, b.FillBytes(make([]byte, bytes)))
		first := prf(slices.Concat(p, q))
		s := first[:]
		for j := 1; len(s) < d; j++ {
			next := first
			var num [16]byte
			binary.BigEndian.PutUint64(num[8:], uint64(j))
			for k := range next {
				next[k] ^= num[k]
			}
			block.Encrypt(next[:], next[:])
			s = append(s, next[:]...)
		}
		m := u
		if i%2 == 1 {
			m = v
		}
		c := new(big.Int).Add(a, new(big.Int).SetBytes(s[:d]))
		a, b = b, c.Mod(c, power(m))
	}
	return a.Add(a.Mul(a, power(v)), b)
}

// nistFF1 are the nine samples of NIST's FF1samples.pdf.
var nistFF1 = []struct {
	key, tweak    string
	radix         int
	plain, cipher string
}{
	{"2B7E151628AED2A6ABF7158809CF4F3C", "", 10, "0123456789", "2433477484"},
	{"2B7E151628AED2A6ABF7158809CF4F3C", "39383736353433323130", 10, "0123456789", "6124200773"},
	{"2B7E151628AED2A6ABF7158809CF4F3C", "3737373770717273373737", 36, "0123456789abcdefghi", "a9tv40mll9kdu509eum"},
	{"2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F", "", 10, "0123456789", "2830668132"},
	{"2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F", "39383736353433323130", 10, "0123456789", "2496655549"},
	{"2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F", "3737373770717273373737", 36, "0123456789abcdefghi", "xbj3kv35jrawxv32ysr"},
	{"2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94", "", 10, "0123456789", "6657667009"},
	{"2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94", "39383736353433323130", 10, "0123456789", "1001623463"},
	{"2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94", "3737373770717273373737", 36, "0123456789abcdefghi", "xs8a0azh2avyalyzuwd"},
}

func TestFF1Vectors(t *testing.T) {
	for _, v := range nistFF1 {
		key, err := hex.DecodeString(v.key)
		require.NoError(t, err)
		tweak, err := hex.DecodeString(v.tweak)
		require.NoError(t, err)
		block, err := aes.NewCipher(key)
		require.NoError(t, err)
		x, ok := new(big.Int).SetString(v.plain, v.radix)
		require.True(t, ok)
		got := ff1(block, uint32(v.radix), len(v.plain), ff1Rounds, tweak, x).Text(v.radix)
		require.Equal(t, v.cipher, strings.Repeat("0", len(v.plain)-len(got))+got)
	}
}

// number gives the words of a number, as many as that of size has.
func number(x, size *big.Int) []uint64 {
	words := make([]uint64, (size.BitLen()+63)/64)
	for i := range words {
		words[i] = new(big.Int).Rsh(x, uint(64*i)).Uint64() // the low 64 bits
	}
	return words
}

func testDomain(t testing.TB) DomainKey {
	k, err := NewKey(testSecret())
	require.NoError(t, err)
	return k.Domain("", "x")
}

// TestPermuteIsFF1: a permutation is FF1 over bits, encrypting again what leaves
// the range.
func TestPermuteIsFF1(t *testing.T) {
	d, s := testDomain(t), new(PermutationState)
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(2, 600).Draw(t, "bits")
		n := new(big.Int).Lsh(big.NewInt(1), uint(size))
		n.Sub(n, new(big.Int).SetUint64(rapid.Uint64().Draw(t, "less")%(1<<min(size-1, 62))))
		tweak := rapid.SliceOfN(rapid.Byte(), 0, 70).Draw(t, "tweak")
		x := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 80, 80).Draw(t, "x"))
		x.Mod(x, n)
		want := new(big.Int).Set(x)
		bits, words := new(big.Int).Sub(n, big.NewInt(1)).BitLen(), number(n, n)
		for {
			if want = ff1(d.d.ff1, 2, bits, permutationRounds(words), tweak, want); want.Cmp(n) < 0 {
				break
			}
		}
		got := number(x, n)
		d.Permute(s, got, words, tweak)
		require.Equal(t, number(want, n), got)
	})
}

func TestPermutations(t *testing.T) {
	d, s := testDomain(t), new(PermutationState)
	for _, n := range []uint64{2, 3, 5, 10, 100, 256, 1000, 4097} {
		require.Equal(t, "keyed permutation", PermutationMethod([]uint64{n}))
		seen := make([]bool, n)
		fixed := 0
		for i := range n {
			x := []uint64{i}
			d.Permute(s, x, []uint64{n}, nil)
			require.False(t, seen[x[0]])
			seen[x[0]] = true
			if x[0] == i {
				fixed++
			}
		}
		if n >= 100 {
			require.Less(t, fixed, 8, "a permutation of %d is not the identity", n)
		}
	}
	require.Equal(t, "FF1", PermutationMethod([]uint64{FF1Limit}))
	require.Panics(t, func() { d.Permute(s, []uint64{5}, []uint64{5}, nil) })
	require.Panics(t, func() { d.Permute(s, []uint64{0}, []uint64{1}, nil) })
}

func TestPermuteAllocatesNothing(t *testing.T) {
	d, s := testDomain(t), new(PermutationState)
	for _, n := range [][]uint64{{12345678901}, {0, 1}, {1, 2, 3, 4, 5}} {
		x, tweak := make([]uint64, len(n)), []byte("a pattern of some length")
		d.Permute(s, x, n, tweak)
		require.Zero(t, testing.AllocsPerRun(100, func() { d.Permute(s, x, n, tweak) }))
	}
}

func BenchmarkPermute(b *testing.B) {
	d, s := testDomain(b), new(PermutationState)
	for _, n := range [][]uint64{{1000}, {1_000_000}, {1 << 40}, {1 << 62}, {0, 1 << 40}, {0, 0, 0, 1 << 40}} {
		b.Run(fmt.Sprintf("bits=%d", bitLen(n)), func(b *testing.B) {
			x := make([]uint64, len(n))
			for b.Loop() {
				d.Permute(s, x, n, []byte("AA0000-0000"))
			}
		})
	}
}
