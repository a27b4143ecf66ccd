package spelling

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNearest(t *testing.T) {
	known := []string{"email", "phone", "person.name", "null"}
	for word, want := range map[string]string{
		"emial": "email", "e-mail": "email", "EMAIL": "email", "phon": "phone", "persn.name": "person.name", "nul": "null",
		"x": "", "nonsense": "", "": "",
	} {
		require.Equal(t, want, Nearest(word, known), word)
	}
	require.Equal(t, "did you mean email?", DidYouMean("mail", known))
	require.Empty(t, DidYouMean("zzz", known))
}
