package fake_test

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/fake"
)

func TestSeedVectors(t *testing.T) {
	s := fake.TestSeed("vector")
	hexOf := func(s fake.Seed) string { return hex.EncodeToString(s[:]) }
	// Computed with another implementation of SHA-256.
	require.Equal(t, "a2524f76a3886bc10c4bdb0d27f00557", hexOf(s))
	require.Equal(t, "6dcba6b93d4d3fee41f833299c522680", hexOf(s.Sub("given")))
	require.Equal(t, "f81acf4d4a466bf376aac149e73fa7a5", hexOf(s.Sub(strings.Repeat("long ", 20))))
	require.Equal(t, "40f8f8c228e059ab990b003729767278", hexOf(s.Nth(7)))
}

func TestSeedParts(t *testing.T) {
	s := fake.TestSeed(t.Name())
	require.NotEqual(t, s.Sub("a"), s.Sub("b"))
	require.NotEqual(t, s.Nth(1), s.Nth(2))
	require.NotEqual(t, s.Sub("#"), s.Nth(0), "labels and ordinals are apart")
	st := s.Stream()
	seen := map[uint64]bool{}
	for range 1000 {
		seen[st.Uint64()] = true
	}
	require.Len(t, seen, 1000)
	require.Panics(t, func() { s.N(0) })
	require.Panics(t, func() { st.N(-1) })
}

func TestSeedN(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1<<30).Draw(t, "n")
		s := fake.TestSeed(rapid.String().Draw(t, "seed"))
		st := s.Stream()
		for _, got := range []int{s.N(n), st.N(n), st.N(n)} {
			if got < 0 || got >= n {
				t.Fatalf("%d is not in [0, %d)", got, n)
			}
		}
	})
}

func TestSeedAllocates(t *testing.T) {
	s := fake.TestSeed(t.Name())
	require.Zero(t, testing.AllocsPerRun(100, func() {
		s = s.Sub("label").Nth(3)
		st := s.Stream()
		st.N(10)
	}))
}
