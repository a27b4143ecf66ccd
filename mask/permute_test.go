package mask

import (
	"crypto/aes"
	"encoding/hex"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

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
		f := newNetwork(block, uint32(v.radix), len(v.plain), ff1Rounds, tweak)
		left, _ := new(big.Int).SetString(v.plain[:f.u], v.radix)
		right, _ := new(big.Int).SetString(v.plain[f.u:], v.radix)
		a, b := f.run(new(PermutationState), left.Uint64(), right.Uint64())
		pad := func(x *big.Int, n int) string {
			s := x.Text(v.radix)
			return strings.Repeat("0", n-len(s)) + s
		}
		got := pad(new(big.Int).SetUint64(a), f.u) + pad(new(big.Int).SetUint64(b), f.v)
		require.Equal(t, v.cipher, got)
		x, y := f.runBig(new(PermutationState), left, right)
		require.Equal(t, []uint64{a, b}, []uint64{x.Uint64(), y.Uint64()}, "the network of words and the one of big numbers agree")
	}
}
