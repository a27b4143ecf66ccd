package archive_test

import (
	"bytes"
	"crypto/rand"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/archive"
)

func TestMemory(t *testing.T) {
	noise := make([]byte, 3<<20) // that cannot be packed
	_, _ = rand.Read(noise)      // never fails
	for name, c := range map[string]struct {
		text  []byte
		limit int
		whole bool
	}{
		"nothing":        {nil, 100, true},
		"rows":           {dump(100_000), 4 << 20, true},
		"several pieces": {noise, 4 << 20, true},
		"no room":        {noise, 2 << 20, false},
		"no room at all": {noise[:100], 10, false},
	} {
		t.Run(name, func(t *testing.T) {
			m := archive.NewMemory(c.limit)
			for rest := c.text; len(rest) > 0; {
				n, err := m.Write(rest[:min(len(rest), 100_000)])
				require.NoError(t, err)
				rest = rest[n:]
			}
			require.Equal(t, c.whole, m.Seal())
			require.Equal(t, c.whole, m.Seal())
			for range 2 {
				r, err := m.Open()
				if !c.whole {
					require.ErrorIs(t, err, archive.ErrForgotten)
					continue
				}
				require.NoError(t, err)
				got, err := io.ReadAll(r)
				require.NoError(t, err)
				require.True(t, bytes.Equal(c.text, got))
				require.NoError(t, r.Close())
			}
		})
	}
}
