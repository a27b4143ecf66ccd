package fake_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
)

// TestMACWidened: an address of 48 bits and what a server widens it to are one, and so are
// their fakes.
func TestMACWidened(t *testing.T) {
	short, wide := []byte("08:00:2b:01:02:03"), []byte("08:00:2b:ff:fe:01:02:03")
	require.Equal(t, fake.AppendMACKey(nil, short), fake.AppendMACKey(nil, wide))

	seed := fake.TestSeed("mac")
	a, ok := fake.AppendMAC(nil, seed, short)
	require.True(t, ok)
	b, ok := fake.AppendMAC(nil, seed, wide)
	require.True(t, ok)
	require.Equal(t, string(a[:8])+":ff:fe"+string(a[8:]), string(b))

	other, ok := fake.AppendMAC(nil, seed, []byte("08:00:2b:04:05:01:02:03"))
	require.True(t, ok)
	require.NotEqual(t, string(b), string(other))
	require.Len(t, fake.AppendMACKey(nil, other), 8)
	bytes, ok := fake.AppendMACBytes(nil, seed, []byte{8, 0, 0x2b, 4, 5, 1, 2, 3})
	require.True(t, ok)
	require.Equal(t, fake.AppendMACKey(nil, other), bytes)
}
