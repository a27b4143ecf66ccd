package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

var values = []string{
	"0123-4567890-3", "012345678903", "0123-4567891-1", "9999-0000000-4", "0000-0000000-0",
	"0123-4567890-4", "0123-456789", "0123 4567890 3", "0123-4567890-3 (lost)", "none", // refused, every time
}

// The kit looks whether the masker is pure, quiet about what it sees, and keyed.
func TestLaws(t *testing.T) {
	masktest.Run(t, masktest.Case{Factory: newCard, Values: values})
}

func Example() {
	key, err := mask.NewKey([]byte("for examples only, as it is known"))
	if err != nil {
		log.Fatal(err)
	}
	policy := &mask.Policy{Tables: []mask.Table{{Pattern: "loans", Columns: []mask.Column{
		{Name: "card", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "library_card"}}}},
	}}}}
	plan, err := mask.Compile(policy, key, mask.Set{"library_card": newCard})
	if err != nil {
		log.Fatal(err)
	}
	row, err := plan.Row("loans", []string{"card"})
	if err != nil {
		log.Fatal(err)
	}
	for _, v := range values[:6] {
		vals := []any{v}
		_, err := row.Mask(vals)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(v, "becomes", vals[0])
	}
	// Output:
	// 0123-4567890-3 becomes 0123-7086446-9
	// 012345678903 becomes 012370864469
	// 0123-4567891-1 becomes 0123-1256936-6
	// 9999-0000000-4 becomes 9999-0901633-2
	// 0000-0000000-0 becomes 0000-0901633-8
	// table loans: column card: rule library_card: value is not of the kind that the masker knows
}

func TestApart(t *testing.T) {
	c, err := newCard(&mask.Build{Key: func(kind string) mask.DomainKey { return masktest.Key(t).Domain("", kind) }})
	require.NoError(t, err)
	require.Equal(t, "FF1", c.(mask.Describer).Spec().Method, "there are enough numbers")
}

func TestRun(t *testing.T) {
	policy := filepath.Join(t.TempDir(), "policy.yaml")
	require.NoError(t, os.WriteFile(policy, []byte("{version: 1, tables: {loans: {columns: {card: library_card}}}}"), 0o600))
	const dump = "CREATE TABLE `loans` (`card` char(14) PRIMARY KEY);\nINSERT INTO `loans` VALUES ('0123-4567890-3');\n"
	var out strings.Builder
	require.NoError(t, run([]string{"custommasker", policy}, mask.GenerateKey(), strings.NewReader(dump), &out))
	require.Regexp(t, `VALUES \('0123-\d{7}-\d'\);\n$`, out.String())
	require.NotContains(t, out.String(), "4567890")
	require.Error(t, run([]string{"custommasker"}, mask.GenerateKey(), strings.NewReader(dump), &out))
}
