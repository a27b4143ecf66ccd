package policyfile

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// differs are pairs for which our folds are known to differ from the server's.
var differs = map[string]string{
	`utf8mb4_unicode_ci "ẞ" "ß"`: "Unicode 4 did not know the capital yet",
}

// TestCollationsOfServer holds our folds against what a server said.
func TestCollationsOfServer(t *testing.T) {
	f, err := os.Open("testdata/collations.txt")
	require.NoError(t, err)
	defer f.Close()
	var names []string
	pairs, known := 0, map[string]bool{}
	for s := bufio.NewScanner(f); s.Scan(); {
		line := s.Text()
		if name, ok := strings.CutPrefix(line, "collation "); ok {
			names = append(names, name)
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		var a, b, marks string
		_, err := fmt.Sscanf(line, "%q %q %s", &a, &b, &marks)
		require.NoError(t, err, line)
		require.Len(t, marks, len(names))
		pairs++
		for i, name := range names {
			if marks[i] == '.' {
				continue
			}
			c := collationOf(&schema.Column{Type: schema.Type{Kind: schema.Text}, Collation: name})
			same := c.compare([]byte(a), []byte(b)) == 0
			if fold := (collations{}).Fold(&schema.Column{Type: schema.Type{Kind: schema.Text}, Collation: name}); fold != nil {
				require.Equal(t, same, string(fold(nil, []byte(a))) == string(fold(nil, []byte(b))), "%s folds %q and %q", name, a, b)
			}
			require.Equal(t, same, c.compare([]byte(b), []byte(a)) == 0, "%s: %q and %q from both sides", name, a, b)
			key := fmt.Sprintf("%s %q %q", name, a, b)
			if _, ok := differs[key]; ok {
				known[key] = true
				require.NotEqual(t, marks[i] == '1', same, "%s does not differ any more", key)
				continue
			}
			if marks[i] == '1' != same {
				t.Errorf("%s: ours says %v", key, same)
			}
		}
	}
	require.Greater(t, pairs, 50)
	require.Len(t, known, len(differs))
}
