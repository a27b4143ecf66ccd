package e2e

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
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
