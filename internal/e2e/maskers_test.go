package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// params are those without which a masker cannot be.
var params = map[string]map[string]any{
	"fixed":    {"value": "x"},
	"choice":   {"of": []any{"a", "b", "c", "d"}},
	"date":     {"shift": "26w"},
	"regex":    {"pattern": "[A-Z]{4}"},
	"template": {"text": "{hash length=8}x"},

	"json": parts("text"), "php": parts("text"), "xml": parts("text"), "yaml": parts("text"), "query": parts("text"), "base64": parts("text"), "hstore": parts("text"),
	"array": parts("integer"), "range": parts("integer"),
	"composite": {"paths": mask.Rules{{Name: "$[1]", Rule: mask.Rule{Mask: mask.Keep}}, {Name: "*", Rule: mask.Rule{Mask: "text"}}}}, // its type is not known
}

// parts is a rule for every part.
func parts(masker string) map[string]any { return map[string]any{"of": mask.Rule{Mask: masker}} }

// strict makes MariaDB refuse what does not fit, where its dumps have it cut.
func strict(dump []byte) []byte {
	return bytes.ReplaceAll(dump, []byte("SQL_MODE='NO_AUTO_VALUE_ON_ZERO'"), []byte("SQL_MODE='NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES'"))
}

// TestMaskersFitTypes puts every masker on a column of every type, with values
// and with NULL. Either the run stops, or the servers take what it wrote.
func TestMaskersFitTypes(t *testing.T) {
	for name, types := range map[string][]typed{"mysql": mysqlTypes, "postgres": postgresTypes} {
		t.Run(name, func(t *testing.T) {
			dump := dumpOf(t, typesStore(t, name), "")
			d := dialect(t, name)
			// policy masks columns by a masker and keeps the others.
			policy := func(masker string, null bool, columns ...int) *mask.Policy {
				keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
				var by []string
				if strings.HasPrefix(masker, "school.") {
					by = []string{"id"}
				}
				table := mask.Table{Pattern: "types", Person: &mask.Person{By: []string{"id"}}, Columns: []mask.Column{{Name: "*", Arms: keep}}}
				for _, i := range columns {
					table.Columns = append(table.Columns, mask.Column{Name: fmt.Sprintf("c%d", i), Arms: []mask.Arm{{Rule: mask.Rule{Mask: masker, Params: params[masker], By: by, Null: null, Unsafe: "a test"}}}})
				}
				return &mask.Policy{Tables: []mask.Table{table}}
			}
			for masker := range builtin.Set(ja.Locale) {
				if strings.HasPrefix(masker, "gofakeit.") && masker != "gofakeit.Word" {
					continue // one masker under many names
				}
				for _, null := range []bool{false, true} {
					t.Run(fmt.Sprintf("%s %t", masker, null), func(t *testing.T) {
						var fit []int
						for i := range types {
							if _, _, err := copyAs(d, dump, compile(t, policy(masker, null, i))); err == nil {
								fit = append(fit, i)
							} else {
								require.NotErrorIs(t, err, mask.ErrPanic)
							}
						}
						if len(fit) == 0 {
							return
						}
						out, _, err := copyAs(d, dump, compile(t, policy(masker, null, fit...)))
						require.NoError(t, err)
						s := newStore(t, name)
						s.load(t, strict(out))
					})
				}
			}
		})
	}
}

// TestHintOfMax: what a hint proposes for a column that is too narrow is taken, and then
// fits.
func TestHintOfMax(t *testing.T) {
	set, proposed, refused := builtin.Set(en.Locale), 0, 0
	for _, width := range []int{2, 5, 10, 20} {
		s := declared(t, dialect(t, "mysql"), fmt.Appendf(nil, "CREATE TABLE t (id int NOT NULL PRIMARY KEY, c varchar(%d));\n", width))
		for n := range set {
			if strings.HasPrefix(n, "gofakeit.") && width != 10 {
				continue // hundreds, which draw samples
			}
			check := func(limit int) ([]mask.Finding, error) {
				rule := mask.Rule{Mask: n, Max: limit, Params: params[n]}
				if strings.HasPrefix(n, "school.") {
					rule.By = []string{"id"}
				}
				p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{
					Pattern: "t", Person: &mask.Person{By: []string{"id"}},
					Columns: []mask.Column{{Name: "id", Arms: []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}}, {Name: "c", Arms: []mask.Arm{{Rule: rule}}}},
				}}}, masktest.Key(t), set)
				if err != nil {
					return nil, err
				}
				return p.Check(s), nil
			}
			found, err := check(0)
			if err != nil || len(found) == 0 || !errors.Is(found[0].Err, mask.ErrWidth) {
				continue
			}
			again, err := check(width)
			if strings.HasPrefix(found[0].Hint, "max: ") {
				require.NoError(t, err, "%s in %d", n, width)
				require.Empty(t, again, "%s in %d", n, width)
				proposed++
			} else {
				require.True(t, err != nil || len(again) > 0, "%s in %d", n, width)
				refused++
			}
		}
	}
	require.Greater(t, proposed, 10)
	require.Greater(t, refused, 10)
}
