package builtin

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
)

// Every masker is described, once, and by an example that masks the values that
// stand beside it.
func TestDocs(t *testing.T) {
	var described []string
	for _, d := range Docs(ja.Locale) {
		described = append(described, d.Name)
		require.NotEmpty(t, d.Does, d.Name)
		require.NotEmpty(t, d.Values, d.Name)
		if d.Name == mask.Keep {
			continue
		}
		m := table(t, ja.Locale, d.Example)
		for _, v := range d.Values {
			_, err := row(t, m, 1, 1, v)
			require.NoError(t, err, "%s: %q", d.Name, v)
		}
	}
	names := []string{mask.Keep, "gofakeit.FUNCTION"}
	for name := range Set(ja.Locale) {
		if !strings.HasPrefix(name, "gofakeit.") {
			names = append(names, name)
		}
	}
	require.ElementsMatch(t, names, described)
	require.Len(t, Docs(en.Locale), len(described), "they compile in another locale")
}

// What a Doc does not say in words of its own is what the masker says.
func TestDocsOfSpecs(t *testing.T) {
	for _, d := range Docs(ja.Locale) {
		if d.Name == mask.Keep {
			continue
		}
		s := specOf(&d, ja.Locale)
		require.Equal(t, d.KeyedBy == "nothing", d.Domain == "", d.Name)
		// A masker with a canonical form says in words what is equal.
		if s.Canonical != nil && s.Keying != mask.ByPerson {
			require.NotEqual(t, "values of the same bytes", d.Equal, d.Name)
		}
	}
}
