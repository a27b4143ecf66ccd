package detect

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// syllables says the same as isRomaji, more slowly.
var syllables = regexp.MustCompile(`^(?:(?:[kgsztdnhbpmr]y?|kk?y?|ss?h?|tt?s?|t?ch|cch|pp?y?|sh|jy?|f|w|y)?[aiueo]|n)+$`)

func TestRomaji(t *testing.T) {
	for _, word := range []string{"hogosha", "hogosya", "kannji", "shinnyuu", "juusho", "zyuusyo", "kekkon", "matcha", "onna", "gakkou", "street", "phone", "nny", "xa", "tokyo", "ndesu"} {
		require.Equal(t, syllables.MatchString(word), isRomaji(word), word)
	}
	rapid.Check(t, func(t *rapid.T) {
		word := strings.Join(rapid.SliceOfN(rapid.SampledFrom(strings.Fields("a i u e o n k s t h y c p j f w sh ch ts nn q 1 い")), 1, 9).Draw(t, "word"), "")
		require.Equal(t, syllables.MatchString(word), isRomaji(word), word)
	})
}
