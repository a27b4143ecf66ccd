package locales_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/locales"
)

func TestFind(t *testing.T) {
	for tag, want := range map[string]string{"": "en", "ja": "ja", "JA": "ja", "ja-JP": "ja", "de-Latn-AT": "de"} {
		require.Equal(t, want, locales.Find(tag).Tag, tag)
	}
	for _, tag := range []string{"xx", "-", "jap"} {
		require.Nil(t, locales.Find(tag), tag)
	}
}
