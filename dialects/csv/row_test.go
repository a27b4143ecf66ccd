package csv

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRowEnd: where ends of lines tell rows, they tell the same as a walk through the fields.
func TestRowEnd(t *testing.T) {
	for _, f := range []Format{Outfile, {Terminated: "\t", Lines: "\n"}} {
		l, err := f.layout(nil)
		require.NoError(t, err)
		require.True(t, l.bare)
		const alphabet = "\\\\\n\n\ta"
		r := rand.New(rand.NewPCG(1, 2))
		for range 20_000 {
			b := make([]byte, r.IntN(12))
			for i := range b {
				b[i] = alphabet[r.IntN(len(alphabet))]
			}
			from := 0
			for from < len(b) {
				end, s, err := l.walk(b, from, state{}, false, noSep)
				require.NoError(t, err)
				got := l.rowEnd(b, from)
				if s.place != atRow || end == from {
					require.Zero(t, got, "%q from %d", b, from)
					break
				}
				require.Equal(t, end, got, "%q from %d", b, from)
				from = end
			}
		}
	}
	quoted, err := Comma.layout(nil)
	require.NoError(t, err)
	require.False(t, quoted.bare)
}
