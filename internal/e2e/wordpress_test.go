package e2e

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/corpora"
)

// TestWordPress masks dumps of WordPress by the example's policy, whose settings are rows
// and whose rows hold serialised PHP, and restores them.
func TestWordPress(t *testing.T) {
	p := compile(t, parse(t, string(readFile(t, "../../examples/wordpress/policy.yaml"))))
	if corpora.Root() == "" {
		t.Skip("there are no dumps of WordPress here")
	}
	address := regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	for _, name := range []string{"dump.sql", "sqlite/single-installation.sql"} {
		t.Run(name, func(t *testing.T) {
			raw := corpora.Read(t, "public/lucatume__wp-browser/tests/_data/"+name)
			out := string(masked(t, raw, p))
			for _, a := range address.FindAllString(out, -1) {
				require.True(t, strings.Contains(a, ".example.") || strings.Contains(a, "@example."), "an address that stays")
			}
			s := newStore(t, map[bool]string{true: "sqlite", false: "mysql"}[strings.HasPrefix(name, "sqlite")])
			s.load(t, []byte(out))
			same := "SELECT count(*) FROM wp_options WHERE option_name = 'wp_user_roles' AND option_value LIKE 'a:%:{s:13:\"administrator\";a:2:{s:4:\"name\";s:13:\"Administrator\";%'"
			require.Equal(t, "1", count(t, s, same))
			require.NotEqual(t, "0", count(t, s, "SELECT count(*) FROM wp_options WHERE option_value LIKE 'a:%\"_multiwidget\";i:1;}'"), "the program still gets its types")
			require.NotEqual(t, "0", count(t, s, "SELECT count(*) FROM wp_usermeta WHERE meta_value LIKE '%administrator\";b:1;}'"))
		})
	}
}
