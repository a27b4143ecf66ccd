package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/mask"
)

const export = `# exported at night
[customers]
id|name|email
1|Grace Hopper|grace@navy.test
2|LOVELACE, Ada|\N
3||a\pb\\c\bd\ne@x.test
[end]

[currencies]
code|name
EUR|Euro
[end]
[customers]
id|name|email
4|Alan|
[end]
`

var seeds = []string{
	export, "", "\n", "#\n", "[t]\na\n[end]\n", "[t]\na\n1\n[end]\n", "[t]\na|b\n1|2\n\\N|\n[end]\n# end\n", "[t]\na|a\n[end]\n", "[end]\n", "[]\n",
	"x\n", "[t]\na|b\n1\n[end]\n", "[t]\na\n\\x\n[end]\n",
}

// The kit holds the dialect against the laws of package dialects.
func TestLaws(t *testing.T) {
	var dumps []dialecttest.Dump
	for i, s := range seeds[:2] {
		if s != "" {
			dumps = append(dumps, dialecttest.Dump{Name: fmt.Sprint(i), Data: []byte(s)})
		}
	}
	long := "[t]\nid|text\n1|" + strings.Repeat("long ", 5000) + "\n2|[\n[end]\n"
	dumps = append(dumps, dialecttest.Dump{Name: "long rows", Data: []byte(long)})
	dialecttest.Run(t, Ledger, dumps)
}

func FuzzDialect(f *testing.F) { dialecttest.Fuzz(f, Ledger, seeds) }

const policy = `
version: 1
tables:
  customers:
    person: id
    columns: {id: keep, name: person.name, email: {mask: email, else: hash}}
  currencies: keep
`

func Example() {
	key, err := mask.NewKey([]byte("for examples only, as it is known"))
	if err != nil {
		fmt.Println(err)
	}
	err = ledgerMasked([]byte(policy), key, strings.NewReader(export), os.Stdout)
	fmt.Println(err)
	// Output:
	// # exported at night
	// [customers]
	// id|name|email
	// 1|Heaven Porter|z3vxuyerqxua9@qqnuj.example.org
	// 2|GUSIKOWSKI, Elza|\N
	// 3||bd71349d5094f3c2c268b8b0aa8a453b
	// [end]
	//
	// [currencies]
	// code|name
	// EUR|Euro
	// [end]
	// [customers]
	// id|name|email
	// 4|Tiara|
	// [end]
	// <nil>
}

func TestStopped(t *testing.T) {
	for in, want := range map[string]error{
		"":                            dialects.ErrEmpty,
		export[:len(export)-2]:        dialects.ErrTruncated,
		export + "[customers]\n":      dialects.ErrTruncated,
		export + "?\n":                dialects.ErrSyntax,
		export + "[]\n":               dialects.ErrSyntax,
		"[customers]\nid|id\n[end]\n": dialects.ErrColumns,
		"[customers]\nid|name|email\n1|canary\n[end]\n":          dialects.ErrFields,
		"[customers]\nid|name|email\n1|canary\\x|\n[end]\n":      dialects.ErrForm,
		"[customers]\nid|name|email\n1|canary\xff|\n[end]\n":     dialects.ErrCharset,
		"[customers]\nid|name|email|salary\n1|||canary\n[end]\n": mask.ErrUncovered,
		"[orders]\nid\n[end]\n":                                  mask.ErrUncovered,
	} {
		var out bytes.Buffer
		err := ledgerMasked([]byte(policy), mask.EphemeralKey(), strings.NewReader(in), &out)
		require.ErrorIs(t, err, want, "%q", in)
		require.Regexp(t, `^line \d+ \(byte \d+\): `, err.Error())
		require.NotContains(t, err.Error()+out.String(), "canary")
		require.Contains(t, out.String(), mask.Incomplete)
	}
}

func TestRun(t *testing.T) {
	name := filepath.Join(t.TempDir(), "policy.yaml")
	require.NoError(t, os.WriteFile(name, []byte(policy), 0o600))
	var out strings.Builder
	require.NoError(t, run([]string{"customdialect", name}, mask.GenerateKey(), strings.NewReader(export), &out))
	require.NotContains(t, out.String(), "Hopper")
	require.Error(t, run([]string{"customdialect"}, mask.GenerateKey(), strings.NewReader(export), &out))
}
