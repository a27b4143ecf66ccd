package fake

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestPlainEmails: the quick way to the key of an address leads to the same.
func TestPlainEmails(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := []byte(rapid.StringMatching(`[<" ]?[a-zA-Z0-9._@-]{1,8}@[a-zA-Z0-9._-]{1,9}[@. >]?`).Draw(t, "value"))
		if !isPlainEmail(value) {
			return
		}
		a, ok := parseEmail(value)
		require.True(t, ok)
		want := append(appendFold(nil, a.local), '@')
		require.Equal(t, string(appendFold(want, a.domain)), string(AppendEmailKey(nil, value)))
	})
}
